//! What somebody has to do: a sentence, the last day for it, and the way to where it is done.

use jiff::civil::Date;
use maud::{Markup, html};
use selaras_checks::Basis;

use crate::ask::Ask;
use crate::page::pengukuran::deadline;
use crate::widget::{self, count, paging_by};

/// Days before the last one from which a deadline stands out, and from which it is pressing.
const URGENT: i32 = 7;
const PRESSING: i32 = 1;

/// Things to do on a page of the list.
const ROWS: usize = 8;

/// What the address calls the page of the list.
const PAGE: &str = "tugas";

/// A thing to do.
pub(crate) struct Task {
    words: String,
    /// The last day, where one is known.
    due: Option<Date>,
    /// What the last day follows from.
    basis: Option<&'static Basis>,
    address: String,
    verb: &'static str,
}

impl Task {
    pub(crate) fn new(
        words: impl Into<String>,
        address: impl Into<String>,
        verb: &'static str,
    ) -> Task {
        Task { words: words.into(), due: None, basis: None, address: address.into(), verb }
    }

    pub(crate) fn due(self, due: Option<Date>) -> Task {
        Task { due, ..self }
    }

    /// Due by law.
    pub(crate) fn due_by(self, due: Option<Date>, basis: &'static Basis) -> Task {
        Task { due, basis: due.map(|_| basis), ..self }
    }

    /// The same, said of an office among others.
    pub(crate) fn of_office(self, perangkat: &str) -> Task {
        Task { words: format!("{perangkat}: {}", self.words), ..self }
    }
}

/// What is due first comes first; what has no last day comes last.
pub(crate) fn sort(tasks: &mut [Task]) {
    tasks.sort_by_key(|it| (it.due.is_none(), it.due));
}

/// How many wait, in a sentence.
pub(crate) fn state(ask: &Ask<'_>, tasks: &[Task]) -> String {
    let n_late = tasks.iter().filter(|it| it.due.is_some_and(|due| due < ask.day())).count();
    let waiting = match tasks.len() {
        0 => "Tidak ada yang menunggu Anda".to_owned(),
        1 => "Satu hal menunggu Anda".to_owned(),
        n => format!("{} hal menunggu Anda", count(n)),
    };
    match (n_late, tasks.len()) {
        (0, _) => format!("{waiting}."),
        (1, 1) => format!("{waiting}, dan batasnya sudah lewat."),
        (n, _) => format!("{waiting}, {} di antaranya lewat batas.", count(n)),
    }
}

/// The list, a page of it at a time, or a sentence that nothing waits.
pub(crate) fn section(ask: &Ask<'_>, address: &str, tasks: &[Task]) -> Markup {
    // The page may have another list, which turns its own pages.
    let here = widget::with_changes(address, &ask.query, &[(PAGE, "")]);
    let (range, pages) = paging_by(ROWS, &here, (PAGE, ask.query.get(PAGE)), tasks.len());
    html! {
        section aria-labelledby="tugas" {
            h2 #tugas { "Yang menunggu Anda" @if tasks.len() > ROWS { " (" (count(tasks.len())) ")" } }
            @if tasks.is_empty() { (widget::empty("Tidak ada yang menunggu Anda. Semua yang menjadi bagian Anda sudah selesai.", None)) }
            @else {
                ol.tugas { @for it in &tasks[range] { (line(ask, it)) } }
                (pages)
            }
        }
    }
}

fn line(ask: &Ask<'_>, it: &Task) -> Markup {
    let class = |due: Date| {
        let days = ask.day().until(due).map_or(0, |it| it.get_days());
        if days <= PRESSING {
            "gawat"
        } else if days <= URGENT {
            "kurang"
        } else {
            "lembut"
        }
    };
    html! {
        li {
            div {
                p { (it.words) }
                @if let Some(due) = it.due {
                    p {
                        span class=(class(due)) { (deadline(ask, due)) }
                        @if let Some(basis) = it.basis { " " span.lembut.dasar { "(" (basis.citation()) ")" } }
                    }
                }
            }
            a.tombol href=(it.address) { (it.verb) }
        }
    }
}

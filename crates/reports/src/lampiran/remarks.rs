//! Remarks under a table: what is wrong with a cell, numbered in the order in which it is met.

use selaras_domain::dokumen::{Inline, Inlines, text};

use crate::words::join;
pub(super) use crate::words::{ILLEGIBLE, NOT_YET as UNFILLED};

/// The remarks of one table. Two cells with the same trouble share a number.
#[derive(Default)]
pub(super) struct Remarks {
    sentences: Vec<String>,
}

impl Remarks {
    /// The number of a remark, new or known.
    pub(super) fn number(&mut self, remark: &str) -> usize {
        let sentence = sentence(remark);
        let known = self.sentences.iter().position(|it| *it == sentence);
        known.unwrap_or_else(|| {
            self.sentences.push(sentence);
            self.sentences.len() - 1
        }) + 1
    }

    /// The raised number that stands behind the content of a cell.
    pub(super) fn mark(&mut self, remark: &str) -> Inline {
        Inline::Text(raised(self.number(remark)))
    }

    /// `1) …`, one line for each.
    pub(super) fn into_notes(self) -> Vec<Inlines> {
        let numbered = self.sentences.into_iter().zip(1..);
        numbered.map(|(it, number)| text(format!("{number}) {it}"))).collect()
    }
}

/// What a row has to say of its own cells, gathered before it is numbered.
#[derive(Default)]
pub(super) struct RowRemarks {
    /// Names of cells, and what is said of them.
    said: Vec<(Vec<String>, String)>,
    /// Whole sentences that hold for other rows too.
    shared: Vec<String>,
}

impl RowRemarks {
    /// Cells of the same row of which the same is said are named together.
    pub(super) fn add(&mut self, cell: impl Into<String>, words: impl Into<String>) {
        let words = words.into();
        match self.said.iter_mut().find(|(_, it)| *it == words) {
            Some((cells, _)) => cells.push(cell.into()),
            None => self.said.push((vec![cell.into()], words)),
        }
    }

    /// A sentence that other rows say in the same words.
    pub(super) fn share(&mut self, sentence: impl Into<String>) {
        self.shared.push(sentence.into());
    }

    /// The numbers of the remarks for the last cell of the row: `1, 2`.
    ///
    /// `row` names the row in what is said of it alone; what any row could say is shared.
    pub(super) fn number(self, row: &str, remarks: &mut Remarks) -> String {
        let mut numbers = Vec::new();
        for (cells, words) in self.said {
            let row = if words == UNFILLED { String::new() } else { format!("{row}, ") };
            let names = enumerate(&cells);
            let cell = if words.starts_with(&names) { String::new() } else { names + ": " };
            numbers.push(remarks.number(&format!("{row}{cell}{words}")));
        }
        numbers.extend(self.shared.iter().map(|it| remarks.number(it)));
        let written: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        written.join(", ")
    }
}

/// How sure a fact is, by the words of its note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Nothing is said against it.
    Plain,
    /// The source does not show it.
    Illegible,
    /// Read from a damaged source with the help of other figures.
    Restored,
    /// Taken as it is read, without anything that confirms it.
    Unconfirmed,
}

/// Judges by the words that packages use in `catatan`.
pub(super) fn certainty(catatan: &str) -> Certainty {
    let says = |words: &[&str]| words.iter().any(|it| catatan.contains(it));
    if says(&["dipulihkan"]) {
        Certainty::Restored
    } else if says(&["terkonfirmasi", "dipastikan", "anggapan", "ditemukan kembali"]) {
        Certainty::Unconfirmed
    } else if says(&["tidak terbaca", "terbaca “", "tidak ada pada sumber", "tidak tercetak"]) {
        Certainty::Illegible
    } else {
        Certainty::Plain
    }
}

/// `K triwulan I, II, dan III`: words that begin like those before them are not said again.
fn enumerate(cells: &[String]) -> String {
    let beginning = |it: &str| it.rfind(' ').map_or(0, |place| place + 1);
    let mut names: Vec<&str> = Vec::new();
    let mut before = "";
    for cell in cells {
        let (same, rest) = cell.split_at(beginning(cell));
        names.push(if !same.is_empty() && same == before { rest } else { cell });
        before = same;
    }
    join(&names)
}

/// With a capital and a full stop.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if words.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

fn raised(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let place = |it: char| it.to_digit(10).and_then(|it| DIGITS.get(usize::try_from(it).ok()?));
    number.to_string().chars().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_trouble_has_one_number() {
        let mut remarks = Remarks::default();
        assert_eq!(remarks.number("tidak terbaca pada sumber"), 1);
        assert_eq!(remarks.number("belum diisi"), 2);
        assert_eq!(remarks.number("tidak terbaca pada sumber"), 1);
        assert_eq!(remarks.into_notes().len(), 2);
    }

    #[test]
    fn cells_of_a_row_are_named_together() {
        let mut remarks = Remarks::default();
        let mut row = RowRemarks::default();
        row.add("K triwulan II", "tidak terbaca pada sumber: berjumlah 2,25");
        row.add("K triwulan III", "tidak terbaca pada sumber: berjumlah 2,25");
        row.add("realisasi anggaran", UNFILLED);
        assert_eq!(row.number("1.1.1", &mut remarks), "1, 2");
        let notes = remarks.into_notes();
        let expected =
            "1) 1.1.1, K triwulan II dan III: tidak terbaca pada sumber: berjumlah 2,25.";
        assert_eq!(notes[0], text(expected));
        assert_eq!(notes[1], text("2) Realisasi anggaran: belum diisi."));
    }

    #[test]
    fn numbers_are_raised_digit_by_digit() {
        assert_eq!(raised(12), "¹²");
    }

    #[test]
    fn a_note_that_only_adds_something_casts_no_doubt() {
        assert_eq!(certainty("prakiraan maju"), Certainty::Plain);
        assert_eq!(certainty("angka dipulihkan: terbaca “815”"), Certainty::Restored);
        assert_eq!(certainty("tidak terbaca pada sumber: terbaca “229”"), Certainty::Illegible);
        assert_eq!(certainty("belum terkonfirmasi: lebih 20.000"), Certainty::Unconfirmed);
    }
}

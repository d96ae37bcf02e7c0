//! Reads the narrative of a report: Markdown in which `{…}` is a live reference.
//!
//! A reference is replaced by a figure or a word taken from the facts; a paragraph that is only
//! `{isi …}` by a part made from them. What does not resolve is an error with its line, never a
//! blank.

mod braces;
mod inline;
mod lookup;
mod markdown;
pub(crate) mod references;

pub(crate) use markdown::slug;

use selaras_domain::dokumen::{self, Block, Inline, Inlines};
use selaras_domain::{Berkas, Hasil, Narasi};

use crate::context::Context;
use crate::error::ReportError;

/// A piece of a narrative, in order.
pub(crate) enum Piece {
    Block(Block),
    /// `{isi NAME ARG…}`.
    Isi(Wanted),
}

/// Something that a narrative asks for by name, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) words: Vec<String>,
    pub(crate) file: String,
    pub(crate) line: usize,
}

/// The tables and drawings that narratives refer to, until all of them have their numbers. A
/// reference carries its place in this list as label.
#[derive(Default)]
pub(crate) struct Rujukan {
    pub(crate) wanted: Vec<Wanted>,
}

impl Rujukan {
    fn push(&mut self, wanted: Wanted) -> Inline {
        self.wanted.push(wanted);
        let label = format!("{LABEL}{}", self.wanted.len() - 1);
        Inline::Reference { label, text: String::new() }
    }
}

const LABEL: &str = "rujukan#";

/// The place of an unresolved reference in [`Rujukan`].
pub(crate) fn rujukan_index(label: &str) -> Option<usize> {
    label.strip_prefix(LABEL)?.parse().ok()
}

/// Reads a narrative; what is wrong is added to `errors`, and the rest is read on.
pub(crate) fn read(
    context: &Context<'_>,
    narasi: &Narasi,
    rujukan: &mut Rujukan,
    errors: &mut Vec<ReportError>,
) -> Vec<Piece> {
    let file = format!("narasi/{}.md", narasi.id);
    let scanned = braces::Scanned::new(&narasi.teks, &file, errors);
    let mut expansion = inline::Expansion { context, scanned: &scanned, file, rujukan, errors };
    markdown::read(&narasi.id, &scanned, &mut expansion)
}

/// A piece of a text as the report would print it.
#[derive(Clone, Debug, PartialEq)]
pub enum Preview {
    Block(Block),
    /// A part that is made from the facts, by the words that ask for it.
    Isi(String),
}

/// A text as the report would print it, with what is wrong with it. References to tables and drawings,
/// which have their numbers only in the whole report, stand as the words that ask for them.
pub fn preview(
    berkas: &Berkas,
    hasil: &Hasil,
    narasi: &Narasi,
) -> (Vec<Preview>, Vec<ReportError>) {
    let context = Context { berkas, hasil, tanggal: None };
    let mut rujukan = Rujukan::default();
    let mut errors = Vec::new();
    let pieces = read(&context, narasi, &mut rujukan, &mut errors);
    let pieces = pieces.into_iter().map(|piece| match piece {
        Piece::Block(mut block) => {
            name_references(&mut block, &rujukan);
            Preview::Block(block)
        }
        Piece::Isi(wanted) => Preview::Isi(wanted.words.join(" ")),
    });
    (pieces.collect(), errors)
}

fn name_references(block: &mut Block, rujukan: &Rujukan) {
    let name = |inlines: &mut Inlines| {
        for it in inlines {
            if let Inline::Reference { label, text } = it {
                let wanted = rujukan_index(label).and_then(|it| rujukan.wanted.get(it));
                *text = wanted.map_or_else(String::new, |it| it.words.join(" "));
            }
        }
    };
    match block {
        Block::Paragraph(inlines) => name(inlines),
        Block::List { items, .. } => {
            items.iter_mut().flatten().for_each(|it| name_references(it, rujukan));
        }
        _ => {}
    }
}

/// A title from `bagian.csv` as the report prints it; a reference to a figure stays as it is written.
pub fn title(berkas: &Berkas, judul: &str) -> String {
    let hasil = Hasil::default();
    let context = Context { berkas, hasil: &hasil, tanggal: None };
    let mut errors = Vec::new();
    let read = read_title(&context, judul, 0, &mut errors);
    if errors.is_empty() { read } else { judul.to_owned() }
}

/// A title from `bagian.csv`, in which references may stand too, as plain text.
pub(crate) fn read_title(
    context: &Context<'_>,
    judul: &str,
    line: usize,
    errors: &mut Vec<ReportError>,
) -> String {
    let file = "bagian.csv".to_owned();
    let mut own = Vec::new();
    let scanned = braces::Scanned::new(judul, &file, &mut own);
    let mut rujukan = Rujukan::default();
    let inlines = inline::Expansion {
        context,
        scanned: &scanned,
        file,
        rujukan: &mut rujukan,
        errors: &mut own,
    }
    .expand(vec![Inline::Text(scanned.text.clone())]);
    errors.extend(own.into_iter().map(|it| ReportError { line, ..it }));
    plain(&inlines)
}

/// The letters of some inlines, on one line.
pub(crate) fn plain(inlines: &Inlines) -> String {
    dokumen::plain(inlines, " ")
}

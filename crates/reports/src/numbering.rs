//! Numbers and labels: of chapters, sections, annexes, tables and drawings; and the references that
//! lead to them.

use std::collections::BTreeSet;

use selaras_domain::TingkatBagian;
use selaras_domain::dokumen::{Block, Inline, Inlines, Rank};

use crate::call::unknown;
use crate::error::ReportError;
use crate::narasi::{Wanted, rujukan_index, slug};

/// A run of the report with its own count of tables and drawings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Chapter {
    /// Before the first chapter: `Tabel 1`.
    #[default]
    Front,
    /// `Tabel 3.1`.
    Bab(u16),
    /// Tables of an annex are found by the annex; they have no number.
    Lampiran(u16),
}

/// A word before the number of a drawing that goes on from the page before.
pub(crate) const CONTINUED: &str = "lanjutan";

/// A place that a reference may lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Occurrence {
    part: String,
    args: Vec<String>,
    chapter: Chapter,
    target: Target,
}

/// A label with the words for it: `Tabel 3.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    label: String,
    text: String,
}

#[derive(Default)]
pub(crate) struct Numbering {
    chapter: Chapter,
    bab: u16,
    subbab: u16,
    lampiran: u16,
    tables: u16,
    drawings: u16,
    labels: BTreeSet<String>,
    occurrences: Vec<Occurrence>,
    /// The heading in hand, for parts without a table or drawing.
    heading: Option<Target>,
}

impl Numbering {
    pub(crate) fn chapter(&self) -> Chapter {
        self.chapter
    }

    /// Begins a part of the report; `None` for a subbab outside a bab.
    pub(crate) fn begin(&mut self, tingkat: TingkatBagian, judul: &str) -> Option<Block> {
        let (rank, nomor, label, words) = match tingkat {
            TingkatBagian::Sampul | TingkatBagian::Depan => {
                // Front matter may stand in several pieces; its tables are counted through.
                self.chapter = Chapter::Front;
                (Rank::Bab, None, slug(judul), judul.to_owned())
            }
            TingkatBagian::Bab => {
                self.bab += 1;
                self.subbab = 0;
                self.restart(Chapter::Bab(self.bab));
                let nomor = self.bab.to_string();
                (Rank::Bab, Some(nomor.clone()), format!("bab-{nomor}"), format!("Bab {nomor}"))
            }
            TingkatBagian::Subbab => {
                let Chapter::Bab(bab) = self.chapter else { return None };
                self.subbab += 1;
                let nomor = format!("{bab}.{}", self.subbab);
                let label = format!("subbab-{bab}-{}", self.subbab);
                (Rank::Subbab, Some(nomor.clone()), label, format!("Subbab {nomor}"))
            }
            TingkatBagian::Lampiran => {
                self.lampiran += 1;
                self.restart(Chapter::Lampiran(self.lampiran));
                let nomor = format!("Lampiran {}", self.lampiran);
                (Rank::Lampiran, Some(nomor.clone()), format!("lampiran-{}", self.lampiran), nomor)
            }
        };
        let label = self.unique(label);
        self.heading = Some(Target { label: label.clone(), text: words });
        Some(Block::Heading { rank, nomor, judul: judul.to_owned(), label })
    }

    fn restart(&mut self, chapter: Chapter) {
        self.chapter = chapter;
        self.tables = 0;
        self.drawings = 0;
    }

    /// The label itself, or with a number behind it when it is taken.
    fn unique(&mut self, label: String) -> String {
        let mut candidate = label.clone();
        let mut number = 2;
        while !self.labels.insert(candidate.clone()) {
            candidate = format!("{label}-{number}");
            number += 1;
        }
        candidate
    }

    /// Makes the labels of the headings of a narrative unique.
    pub(crate) fn label_headings(&mut self, block: &mut Block) {
        if let Block::Heading { label, .. } = block {
            *label = self.unique(std::mem::take(label));
        }
    }

    /// Numbers the tables and drawings of a part, and remembers where it can be found.
    pub(crate) fn number(&mut self, part: &str, args: &[&str], blocks: &mut [Block]) {
        let mut found = Vec::new();
        self.number_blocks(blocks, &mut found);
        let target = found.into_iter().next().or_else(|| self.heading.clone());
        self.occurrences.extend(target.map(|target| Occurrence {
            part: part.to_owned(),
            args: args.iter().map(|it| (*it).to_owned()).collect(),
            chapter: self.chapter,
            target,
        }));
    }

    fn number_blocks(&mut self, blocks: &mut [Block], found: &mut Vec<Target>) {
        for block in blocks {
            match block {
                Block::Table(table) => {
                    table.label = self.unique(std::mem::take(&mut table.label));
                    if let Some(number) = self.next_number(Kind::Table, &table.judul) {
                        found.push(Target { label: table.label.clone(), text: number.clone() });
                        table.nomor = Some(number);
                    }
                }
                Block::Drawing(drawing) => {
                    drawing.label = self.unique(std::mem::take(&mut drawing.label));
                    if drawing.nomor.take().as_deref() == Some(CONTINUED) {
                        let number = self.numbered("Gambar", self.drawings);
                        drawing.judul = format!("{number} ({CONTINUED}) {}", drawing.judul);
                    } else if let Some(number) = self.next_number(Kind::Drawing, &drawing.judul) {
                        found.push(Target { label: drawing.label.clone(), text: number.clone() });
                        drawing.nomor = Some(number);
                    }
                }
                Block::Heading { .. } => self.label_headings(block),
                Block::Box { blocks, .. } => self.number_blocks(blocks, found),
                Block::Columns(columns) => {
                    columns.iter_mut().for_each(|it| self.number_blocks(it, found));
                }
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|it| self.number_blocks(it, found));
                }
                Block::Paragraph(_)
                | Block::KeyFigures(_)
                | Block::Facts(_)
                | Block::Signatures(_)
                | Block::Contents(_)
                | Block::Note(_)
                | Block::PageBreak => {}
            }
        }
    }

    /// The number of the next table or drawing; none without a caption, and none in an annex.
    fn next_number(&mut self, kind: Kind, judul: &str) -> Option<String> {
        if judul.is_empty() || matches!(self.chapter, Chapter::Lampiran(_)) {
            return None;
        }
        let (word, counter) = match kind {
            Kind::Table => ("Tabel", &mut self.tables),
            Kind::Drawing => ("Gambar", &mut self.drawings),
        };
        *counter += 1;
        let count = *counter;
        Some(self.numbered(word, count))
    }

    fn numbered(&self, word: &str, count: u16) -> String {
        match self.chapter {
            Chapter::Bab(bab) => format!("{word} {bab}.{count}"),
            Chapter::Front | Chapter::Lampiran(_) => format!("{word} {count}"),
        }
    }

    /// The place that a reference leads to: the occurrence in its own chapter, else the first.
    pub(crate) fn resolve(&self, wanted: &Wanted, chapter: Chapter) -> Result<Target, ReportError> {
        let [part, args @ ..] = &wanted.words[..] else { unreachable!("a reference names a part") };
        let fits = |it: &&Occurrence| it.part == *part && (args.is_empty() || it.args == args);
        let all = || self.occurrences.iter().filter(fits);
        let found = all().find(|it| it.chapter == chapter).or_else(|| all().next());
        found.map(|it| it.target.clone()).ok_or_else(|| {
            let known = self.occurrences.iter().map(|it| it.part.as_str());
            let known: BTreeSet<&str> = known.collect();
            let message = if known.contains(part.as_str()) || crate::lkjip::find(part).is_none() {
                let names = if known.is_empty() { crate::lkjip::names().collect() } else { known };
                unknown("rujukan ke bagian", &wanted.words.join(" "), names)
            } else {
                format!(
                    "bagian «{part}» tidak dimuat dalam laporan ini. Tambahkan \
                     «{{isi {part}}}», atau hapus rujukannya."
                )
            };
            ReportError { file: wanted.file.clone(), line: wanted.line, message }
        })
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Table,
    Drawing,
}

/// Puts the resolved targets in the place of the references that wait for them.
pub(crate) fn fill_references(blocks: &mut [Block], targets: &[Target]) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Note(inlines) => fill(inlines, targets),
            Block::List { items, .. } => {
                items.iter_mut().for_each(|it| fill_references(it, targets));
            }
            Block::Box { blocks, .. } => fill_references(blocks, targets),
            Block::Columns(columns) => {
                columns.iter_mut().for_each(|it| fill_references(it, targets));
            }
            // Only narratives refer, and they hold nothing else.
            Block::Heading { .. }
            | Block::Table(_)
            | Block::Drawing(_)
            | Block::KeyFigures(_)
            | Block::Facts(_)
            | Block::Signatures(_)
            | Block::Contents(_)
            | Block::PageBreak => {}
        }
    }
}

fn fill(inlines: &mut Inlines, targets: &[Target]) {
    for it in inlines {
        match it {
            Inline::Strong(inner) | Inline::Emphasis(inner) => fill(inner, targets),
            Inline::Reference { label, text } => {
                if let Some(target) = rujukan_index(label).and_then(|it| targets.get(it)) {
                    label.clone_from(&target.label);
                    text.clone_from(&target.text);
                }
            }
            Inline::Text(_) | Inline::Figure { .. } | Inline::LineBreak => {}
        }
    }
}

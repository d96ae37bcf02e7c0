//! The captions of a report, in reading order, and what its lists of tables and figures name.

use std::collections::BTreeSet;

use crate::document::{Caption, CaptionKind, Content, Document};

/// A caption with the position of its block.
pub(super) struct Placed<'a> {
    pub(super) block: usize,
    pub(super) kind: CaptionKind,
    /// "3.10", without the points around it.
    pub(super) number: &'a str,
    pub(super) text: &'a str,
}

/// An entry of a list of tables or figures.
pub(super) struct Listed<'a> {
    pub(super) block: usize,
    pub(super) kind: CaptionKind,
    pub(super) number: &'a str,
    pub(super) text: &'a str,
    pub(super) page: Option<&'a str>,
}

/// What a report numbers and lists.
pub(super) struct Captions<'a> {
    pub(super) placed: Vec<Placed<'a>>,
    pub(super) listed: Vec<Listed<'a>>,
    /// Numbers in a list of tables that a reader took for prose: named there, and no more is known.
    mentioned: [BTreeSet<String>; 2],
    numbers: [BTreeSet<String>; 2],
}

impl<'a> Captions<'a> {
    pub(super) fn of(document: &'a Document) -> Captions<'a> {
        let (mut placed, mut listed) = (Vec::new(), Vec::new());
        let mut mentioned = [BTreeSet::new(), BTreeSet::new()];
        for (block, it) in document.blocks.iter().enumerate() {
            let is_listing = it.place.section.as_deref().is_some_and(is_listing);
            match &it.content {
                // An entry that a reader took for a caption: its leaders are still in its text.
                Content::Caption(caption) if is_listing => {
                    if let Some(Placed { kind, number, text, .. }) = place(block, caption) {
                        let text = text.split("..").next().unwrap_or(text);
                        let text = text.trim_end_matches([' ', '.', '…']);
                        listed.push(Listed { block, kind, number, text, page: None });
                    }
                }
                Content::Caption(caption) => placed.extend(place(block, caption)),
                Content::Table(table) => {
                    placed.extend(table.caption.as_ref().and_then(|it| place(block, it)));
                }
                Content::ContentsEntry { text, page } => {
                    if let Some((kind, number, text)) = parse(text) {
                        listed.push(Listed { block, kind, number, text, page: page.as_deref() });
                    }
                }
                Content::Paragraph { text } | Content::ListItem { text, .. } if is_listing => {
                    for (kind, number) in mentions(text) {
                        mentioned[index(kind)].insert(number);
                    }
                }
                _ => {}
            }
        }
        let mut numbers = [BTreeSet::new(), BTreeSet::new()];
        for it in &placed {
            numbers[index(it.kind)].insert(folded(it.number));
        }
        Captions { placed, listed, mentioned, numbers }
    }

    /// Whether something of that kind has that number.
    pub(super) fn has(&self, kind: CaptionKind, number: &str) -> bool {
        self.numbers[index(kind)].contains(&folded(number))
    }

    /// Whether a list of tables names it in words that were not understood as an entry.
    pub(super) fn is_mentioned(&self, kind: CaptionKind, number: &str) -> bool {
        self.mentioned[index(kind)].contains(&folded(number))
    }

    /// How many different numbers that kind has.
    pub(super) fn n_numbers(&self, kind: CaptionKind) -> usize {
        self.numbers[index(kind)].len()
    }

    pub(super) fn of_kind(&self, kind: CaptionKind) -> impl Iterator<Item = &Placed<'a>> {
        self.placed.iter().filter(move |it| it.kind == kind)
    }
}

/// "Tabel" or "Gambar".
pub(super) fn word(kind: CaptionKind) -> &'static str {
    match kind {
        CaptionKind::Tabel => "Tabel",
        CaptionKind::Gambar => "Gambar",
    }
}

/// Numbers compare without the point at their end and without capitals.
pub(super) fn folded(number: &str) -> String {
    number.trim_matches(['.', ':', ' ']).to_lowercase()
}

/// "Tabel 5" and "Gambar 1.2" in a text.
fn mentions(text: &str) -> Vec<(CaptionKind, String)> {
    let all = super::text::tokens(text);
    let pairs = all.windows(2).filter(|it| it[1].is_number());
    pairs
        .filter_map(|it| match &*it[0].folded {
            "tabel" | "table" => Some((CaptionKind::Tabel, folded(it[1].text))),
            "gambar" => Some((CaptionKind::Gambar, folded(it[1].text))),
            _ => None,
        })
        .collect()
}

/// "DAFTAR TABEL", "Daftar Isi".
fn is_listing(section: &str) -> bool {
    let folded = section.to_lowercase();
    ["daftar tabel", "daftar gambar", "daftar isi", "daftar grafik"]
        .iter()
        .any(|it| folded.contains(it))
}

fn index(kind: CaptionKind) -> usize {
    usize::from(kind == CaptionKind::Gambar)
}

fn place(block: usize, caption: &Caption) -> Option<Placed<'_>> {
    let number = caption.number.as_deref()?.trim_matches(['.', ':', ' ']);
    let text = caption.text.trim();
    (!number.is_empty()).then_some(Placed { block, kind: caption.kind, number, text })
}

/// "Tabel 3.1. Skala Nilai" as kind, number and text.
fn parse(entry: &str) -> Option<(CaptionKind, &str, &str)> {
    let entry = entry.trim();
    let start = entry.get(..6)?.to_lowercase();
    let (kind, rest) = if start.starts_with("tabel") || start.starts_with("table") {
        (CaptionKind::Tabel, &entry[5..])
    } else if start == "gambar" {
        (CaptionKind::Gambar, &entry[6..])
    } else {
        return None;
    };
    let rest = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    let end = rest.find(|it: char| it.is_whitespace() || it == ':').unwrap_or(rest.len());
    let (number, text) = rest.split_at(end);
    let number = number.trim_end_matches('.');
    let is_number = number.starts_with(|it: char| it.is_ascii_digit() || "IVX".contains(it))
        && number.chars().all(|it| it.is_ascii_alphanumeric() || ".-".contains(it));
    is_number.then(|| (kind, number, text.trim_start_matches([':', '.', ' ']).trim()))
}

//! What the tables print, looked up by indicator, measure and year.

use std::collections::BTreeMap;

use super::grid::{Grid, is_total};
use super::text::{Quantity, is_year, similar, tokens};
use crate::document::{Content, Document};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    Target,
    Realisasi,
    Capaian,
}

/// Values of one indicator, measure and year, as printed in any table.
#[derive(Default)]
pub(super) struct Figures {
    /// The year that the report is about.
    pub(super) year: Option<i16>,
    names: Vec<Name>,
    by_words: BTreeMap<Vec<String>, usize>,
    values: BTreeMap<(usize, Measure, i16), Vec<Printed>>,
}

/// The name of an indicator, as the first table prints it.
pub(super) struct Name {
    pub(super) text: String,
    pub(super) words: Vec<String>,
    /// The tables that have it, by the position of their block.
    pub(super) blocks: Vec<usize>,
}

/// A value and the table that has it.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    pub(super) text: String,
    pub(super) table: String,
}

impl Figures {
    pub(super) fn of(document: &Document) -> Figures {
        let year_of_report = year_of(document);
        let mut figures = Figures { year: year_of_report, ..Figures::default() };
        for (block, it) in document.blocks.iter().enumerate() {
            let Content::Table(table) = &it.content else { continue };
            let grid = Grid::of(table);
            let Some(names) = grid.labels.iter().position(|it| is_name_label(it)) else { continue };
            let caption = table.caption.as_ref().map_or("", |it| it.text.as_str());
            let year_of_table = match years(caption)[..] {
                [year] => Some(year),
                _ => None,
            };
            let columns: Vec<(usize, Measure, i16)> = grid
                .labels
                .iter()
                .enumerate()
                .filter(|(column, _)| *column != names)
                .filter_map(|(column, label)| {
                    let measure = measure_of(label)?;
                    let year = match years(label)[..] {
                        [] => year_of_table.or(year_of_report)?,
                        [year] => year,
                        _ => return None,
                    };
                    Some((column, measure, year))
                })
                .collect();
            for (_, row) in grid.body() {
                let Some(cell) = row.get(names).filter(|it| it.merged_into.is_none()) else {
                    continue;
                };
                if is_total(&cell.text) || cell.text.lines().count() > 6 {
                    continue;
                }
                let Some(name) = figures.name(&cell.text, block) else { continue };
                for (column, measure, year) in &columns {
                    let Some(value) = row.get(*column).filter(|it| it.merged_into.is_none()) else {
                        continue;
                    };
                    if value.text.bytes().any(|it| it.is_ascii_digit()) {
                        let text = value.text.trim().to_owned();
                        let table = super::ledger::name_of(table);
                        let printed = figures.values.entry((name, *measure, *year)).or_default();
                        // A table that is repeated says nothing new.
                        if !printed.iter().any(|it| it.text == text) {
                            printed.push(Printed { text, table });
                        }
                    }
                }
            }
        }
        figures
    }

    /// The years of which anything is printed.
    pub(super) fn years(&self) -> impl Iterator<Item = i16> {
        let years: std::collections::BTreeSet<i16> =
            self.values.keys().map(|(_, _, year)| *year).collect();
        years.into_iter()
    }

    /// All names of indicators.
    pub(super) fn names(&self) -> &[Name] {
        &self.names
    }

    /// The longest name that stands at the beginning of `words`.
    pub(super) fn name_at(&self, words: &[String]) -> Option<usize> {
        let longest = words.len().min(40);
        (3..=longest).rev().find_map(|it| self.by_words.get(&words[..it]).copied())
    }

    /// What the tables print for an indicator.
    pub(super) fn values(&self, name: usize, measure: Measure, year: i16) -> &[Printed] {
        self.values.get(&(name, measure, year)).map_or(&[], Vec::as_slice)
    }

    /// Whether two names have the same values wherever both have one; `None` where nowhere.
    pub(super) fn same_values(&self, one: usize, other: usize) -> Option<bool> {
        let from = (one, Measure::Target, i16::MIN);
        let mine = self.values.range(from..).take_while(|((name, ..), _)| *name == one);
        let mut found = None;
        for ((_, measure, year), values) in mine {
            let theirs = self.values(other, *measure, *year);
            let Some((mine, theirs)) = values.first().zip(theirs.first()) else { continue };
            let theirs = super::text::quantities_of(&theirs.text);
            if !theirs.first().is_some_and(|it| mine.agrees_with(it)) {
                return Some(false);
            }
            found = Some(true);
        }
        found
    }

    fn name(&mut self, text: &str, block: usize) -> Option<usize> {
        let text = text.replace('\n', " ");
        let text = without_number(&text);
        let words = similar::words(text);
        // One or two words name a group as often as an indicator.
        if words.len() < 3 || !text.contains(char::is_alphabetic) {
            return None;
        }
        let next = self.names.len();
        let found = *self.by_words.entry(words.clone()).or_insert(next);
        if found == next {
            self.names.push(Name { text: text.to_owned(), words, blocks: Vec::new() });
        }
        let blocks = &mut self.names[found].blocks;
        if blocks.last() != Some(&block) {
            blocks.push(block);
        }
        Some(found)
    }
}

/// `1. Persentase …` without the number.
fn without_number(text: &str) -> &str {
    let trimmed = text.trim();
    match trimmed.split_once(['.', ')', ' ']) {
        Some((number, rest))
            if number.len() <= 3 && number.bytes().all(|it| it.is_ascii_digit()) =>
        {
            rest.trim_start_matches(['.', ')', ' '])
        }
        _ => trimmed,
    }
}

/// The head of the column that names indicators.
fn is_name_label(label: &str) -> bool {
    label.starts_with("indikator")
        || label.ends_with("indikator")
        || label.contains("indikator kinerja")
}

/// What a column holds, where its head names one thing only.
fn measure_of(label: &str) -> Option<Measure> {
    const OTHERWISE: [&str; 22] = [
        "akhir",
        "nasional",
        "anggaran",
        "pagu",
        "rp",
        "renstra",
        "rpjmd",
        "triwulan",
        "tw",
        "semester",
        "provinsi",
        "keuangan",
        "belanja",
        "kumulatif",
        "s.d",
        "sampai",
        "predikat",
        "kategori",
        "efisiensi",
        "penyerapan",
        "kemajuan",
        "satuan",
    ];
    let words = similar::words(label);
    let has = |word: &str| words.iter().any(|it| it == word);
    if OTHERWISE.iter().any(|it| has(it)) {
        return None;
    }
    let measures = [
        (has("target"), Measure::Target),
        (has("realisasi"), Measure::Realisasi),
        (has("capaian") || has("pencapaian"), Measure::Capaian),
    ];
    let mut found = measures.iter().filter(|(is_named, _)| *is_named);
    let (_, measure) = found.next()?;
    found.next().is_none().then_some(*measure)
}

fn years(text: &str) -> Vec<i16> {
    let mut found = Vec::new();
    for token in tokens(text).iter().filter(|it| it.is_number() && is_year(it.text)) {
        if let Ok(year) = token.text.parse()
            && !found.contains(&year)
        {
            found.push(year);
        }
    }
    found
}

/// The year that the report is about: the one that its headings and captions name most.
fn year_of(document: &Document) -> Option<i16> {
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for block in &document.blocks {
        let text = match &block.content {
            Content::Heading { text, .. } => text.as_str(),
            Content::Caption(caption) => caption.text.as_str(),
            Content::Table(table) => table.caption.as_ref().map_or("", |it| &it.text),
            _ => continue,
        };
        // A period or a comparison is of no single year.
        if let [year] = years(text)[..] {
            *counts.entry(year).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

impl Printed {
    /// Whether a cell prints the same number as a sentence, each rounded in its own way.
    pub(super) fn agrees_with(&self, quantity: &Quantity<'_>) -> bool {
        super::text::quantities_of(&self.text).iter().any(|it| it.agrees_with(quantity))
    }

    /// Whether the cell can be compared at all: one number, no words but a unit.
    pub(super) fn is_plain(&self) -> bool {
        super::text::quantities_of(&self.text).len() == 1
    }
}

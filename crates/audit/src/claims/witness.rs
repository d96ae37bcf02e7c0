//! What the tables print beside an amount: which of several numbers of a sentence is the odd one, and of
//! what an amount may be a share.

use std::collections::BTreeMap;

use selaras_domain::Exact;

use super::grid::Grid;
use super::text::{Quantity, Unit, quantities_of};
use crate::document::{Content, Document};
use crate::words::squash;

/// Smaller numbers stand in too many places to be known again.
const SMALLEST: i64 = 100;

/// The numbers of a row of a table.
#[derive(Debug, Default)]
struct Line {
    amounts: Vec<i64>,
    /// Its percentages, as printed.
    percents: Vec<String>,
    /// The greatest amount of each of its columns, mostly the total.
    wholes: Vec<i64>,
}

/// The amounts of all tables, with the rows that hold them.
pub(super) struct Witness {
    lines: Vec<Line>,
    by_amount: BTreeMap<i64, Vec<usize>>,
}

impl Witness {
    pub(super) fn of(document: &Document) -> Witness {
        let mut lines = Vec::new();
        for block in &document.blocks {
            let Content::Table(table) = &block.content else { continue };
            let grid = Grid::of(table);
            let caption = table.caption.as_ref().map_or("", |it| it.text.as_str());
            let by = unit_of(&format!("{caption} {}", grid.labels.join(" ")));
            let mut columns: Vec<Vec<(usize, i64)>> = vec![Vec::new(); grid.labels.len()];
            let first = lines.len();
            for (_, row) in grid.body() {
                let mut line = Line::default();
                for (column, cell) in row.iter().enumerate() {
                    if cell.merged_into.is_some() {
                        continue;
                    }
                    let found = quantities_of(&cell.text);
                    let [it] = &found[..] else { continue };
                    let is_share = grid.labels.get(column).is_some_and(|it| says_share(it));
                    if it.unit == Unit::Percent || is_share {
                        line.percents.push(cell.text.clone());
                    } else if let Some(amount) = whole(it).and_then(|it| it.checked_mul(by)) {
                        line.amounts.push(amount);
                        if let Some(all) = columns.get_mut(column) {
                            all.push((lines.len(), amount));
                        }
                    }
                }
                lines.push(line);
            }
            for all in &columns {
                let Some(most) = all.iter().map(|it| it.1).max() else { continue };
                for (line, amount) in all.iter().filter(|it| it.1 != most) {
                    if *amount != most && *line >= first {
                        lines[*line].wholes.push(most);
                    }
                }
            }
        }
        let mut by_amount: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for (index, line) in lines.iter().enumerate() {
            for amount in line.amounts.iter().filter(|it| **it >= SMALLEST) {
                by_amount.entry(*amount).or_default().push(index);
            }
        }
        Witness { lines, by_amount }
    }

    fn rows(&self, amount: i64) -> impl Iterator<Item = &Line> {
        self.by_amount.get(&amount).into_iter().flatten().map(|it| &self.lines[*it])
    }

    pub(super) fn knows(&self, amount: i64) -> bool {
        self.by_amount.contains_key(&amount)
    }

    /// What stands in the place of `odd`, if `known` and `percent` are right: the one amount in a row with `known`
    /// that makes the percentage.
    pub(super) fn instead(&self, known: i64, odd: i64, percent: &Quantity<'_>) -> Option<i64> {
        let mut found: Vec<i64> = self
            .rows(known)
            .flat_map(|line| line.amounts.iter().copied())
            .filter(|it| *it != known && *it != odd && shows(percent, known, *it))
            .collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Whether the tables print a percentage beside an amount; `None` where they print none there. A percentage is also
    /// right as the share of any amount in the row, or of the whole of a column.
    pub(super) fn has_share(&self, amount: i64, percent: &Quantity<'_>) -> Option<bool> {
        let mut is_printed = false;
        for line in self.rows(amount) {
            is_printed |= !line.percents.is_empty();
            let is_beside = line
                .percents
                .iter()
                .flat_map(|it| quantities_of(it))
                .any(|it| agrees(&it, percent));
            let others = line.amounts.iter().chain(&line.wholes);
            if is_beside || others.filter(|it| **it != amount).any(|it| shows(percent, amount, *it))
            {
                return Some(true);
            }
        }
        is_printed.then_some(false)
    }

    /// The one percentage that the tables print beside an amount.
    pub(super) fn share(&self, amount: i64) -> Option<&str> {
        let mut found: Vec<&str> =
            self.rows(amount).flat_map(|it| it.percents.iter().map(String::as_str)).collect();
        found.dedup();
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// The amount that a quantity states: whole, and not rounded.
pub(super) fn whole(quantity: &Quantity<'_>) -> Option<i64> {
    if quantity.is_scaled || !matches!(quantity.unit, Unit::Rupiah | Unit::Plain) {
        return None;
    }
    let whole = quantity.readings.iter().find(|it| it.value.is_integer())?;
    whole.value.as_decimal()?.normalize().try_into().ok()
}

fn agrees(one: &Quantity<'_>, other: &Quantity<'_>) -> bool {
    one.agrees_with(other)
}

/// Whether a percentage is what one amount is of another, either way.
fn shows(percent: &Quantity<'_>, one: i64, other: i64) -> bool {
    let of = |a: i64, b: i64| {
        (&Exact::integer(a) * &Exact::integer(100)).checked_div(&Exact::integer(b))
    };
    [of(one, other), of(other, one)].iter().flatten().any(|it| percent.shows(it, it))
}

/// A column of percentages by its head.
fn says_share(label: &str) -> bool {
    let words = squash(label);
    label.contains('%')
        || ["persen", "prosen", "capaian", "rasio", "tingkatpartisipasi"]
            .iter()
            .any(|it| words.contains(it))
}

/// How many rupiah a printed one stands for.
fn unit_of(text: &str) -> i64 {
    let words = squash(text);
    let says = |list: &[&str]| list.iter().any(|it| words.contains(it));
    if says(&["jutarupiah", "jutaanrupiah", "dalamjuta", "rpjuta", "jutaan"]) {
        1_000_000
    } else if says(&["riburupiah", "ribuanrupiah", "dalamribu", "rpribu", "rp000", "ribuan"]) {
        1_000
    } else {
        1
    }
}

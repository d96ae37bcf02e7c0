//! Capaian and percentages: columns that are a quotient of two others.

use super::capaian;
use super::explain::{Inputs, Outcome, explain};
use super::{Ledger, own_number};
use crate::number::Entry;
use crate::table::{Column, Money, Role, RowKind, View};
use crate::words::squash;

/// A column and the pair that explains it best.
pub(super) struct Found {
    pub(super) result: usize,
    pub(super) target: usize,
    pub(super) realisasi: usize,
    /// Row and what is said of it.
    pub(super) rows: Vec<(usize, Outcome)>,
    /// How well the heads fit together.
    score: i32,
}

impl Found {
    fn explained(&self) -> usize {
        self.rows.iter().filter(|it| matches!(it.1, Outcome::Explained(_))).count()
    }

    fn known(&self) -> usize {
        self.rows.iter().filter(|it| !matches!(it.1, Outcome::Unknown)).count()
    }
}

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    for result in 0..view.columns.len() {
        let column = &view.columns[result];
        let is_result = matches!(column.role, Role::Capaian | Role::Ratio);
        // "Realisasi (%)" beside "Realisasi (Rp)": only where the numbers themselves say so.
        let is_maybe = column.is_percent && matches!(column.role, Role::Realisasi | Role::Nilai);
        if !(is_result || is_maybe) {
            continue;
        }
        let Some(found) = best(view, result) else { continue };
        let (explained, known) = (found.explained(), found.known());
        if known == 0 {
            continue;
        }
        let is_convincing = explained * 2 > known && explained > 1;
        // Columns that are not called target need the numbers themselves to say that they belong together.
        let is_named = matches!(view.columns[found.target].role, Role::Target | Role::Bobot);
        let fits = found.score >= 0 && is_named;
        if is_maybe && !is_convincing {
            continue;
        }
        if explained == 0 && !(fits && column.role == Role::Capaian && known <= 2) {
            if known >= 3 && fits && column.role == Role::Capaian {
                note(view, column, ledger);
            }
            continue;
        }
        if known >= 3 && explained * 2 < known {
            if fits {
                note(view, column, ledger);
            }
            continue;
        }
        if explained < known && !fits && !is_convincing {
            continue;
        }
        capaian::write(view, &found, ledger);
    }
}

fn note(view: &View, column: &Column, ledger: &mut Ledger) {
    ledger.not_understood.push(format!(
        "{}: kolom «{}» tidak dapat dijelaskan dari kolom target dan realisasi dengan rumus yang dikenal, sehingga tidak dinilai.",
        view.name,
        column.heading()
    ));
}

/// Of all pairs that the column may compare, the one that explains most rows; where that is equal, the one whose head fits.
fn best(view: &View, result: usize) -> Option<Found> {
    let of_roles = |roles: &[Role]| -> Vec<usize> {
        (0..view.columns.len())
            .filter(|it| {
                *it != result && roles.contains(&view.columns[*it].role) && has_numbers(view, *it)
            })
            .collect()
    };
    let mut targets = of_roles(&[Role::Target, Role::Bobot]);
    let mut reached = of_roles(&[Role::Realisasi, Role::Nilai]);
    if reached.is_empty() {
        // "Target, Capaian, %": the capaian is what was reached.
        reached = of_roles(&[Role::Capaian]);
        reached
            .retain(|it| !view.columns[*it].is_percent || view.columns[result].role == Role::Ratio);
    }
    if targets.is_empty() && reached.is_empty() {
        // Numerator and denominator under names of their own.
        let counts = of_roles(&[Role::Other, Role::Sum, Role::Realisasi, Role::Nilai]);
        targets.clone_from(&counts);
        reached = counts;
    }
    let mut best: Option<Found> = None;
    for &target in &targets {
        for &realisasi in reached.iter().filter(|it| **it != target) {
            let Some(score) = score(view, result, target, realisasi) else { continue };
            let found = rows(view, result, target, realisasi, score);
            let is_better = best
                .as_ref()
                .is_none_or(|it| (found.explained(), found.score) > (it.explained(), it.score));
            if is_better && found.known() > 0 {
                best = Some(found);
            }
        }
    }
    best
}

fn has_numbers(view: &View, column: usize) -> bool {
    view.slots.iter().any(|it| matches!(it[column].entry, Entry::Number(_) | Entry::Range(_)))
}

/// How well three heads fit; `None` where they cannot belong together.
fn score(view: &View, result: usize, target: usize, realisasi: usize) -> Option<i32> {
    let (c, t, r) = (&view.columns[result], &view.columns[target], &view.columns[realisasi]);
    if t.is_other_measure(r)
        || (t.role == Role::Bobot) != (r.role == Role::Nilai && t.role != Role::Other)
    {
        return None;
    }
    let mut score = 0;
    let is_progress = squash(&c.heading()).contains("kemajuan") || c.is_horizon;
    for (other, weight) in [(t, 4), (r, 6)] {
        if let (Some(a), Some(b)) = (c.year, other.year)
            && a != b
            && !(other.is_horizon && is_progress)
        {
            score -= weight;
        }
        if c.quarter != other.quarter {
            score -= if c.quarter.is_some() && other.quarter.is_some() { 12 } else { weight };
        }
        if c.is_other_measure(other) && c.money != Money::Unknown {
            score -= 6;
        }
        if c.path.len() > 1 && other.path.len() > 1 {
            score += if c.path[0] == other.path[0] { 2 } else { -1 };
        }
    }
    // The target of the year itself goes with the realisasi of that year.
    if let (Some(a), Some(b)) = (t.year, r.year)
        && a != b
        && !t.is_horizon
    {
        score -= 4;
    }
    // Progress is measured against the end of a plan, capaian against the year.
    if t.is_horizon == is_progress {
        score += 1;
    } else if is_progress {
        score -= 4;
    }
    if r.is_cumulative == c.is_cumulative {
        score += 1;
    }
    if t.phase == Some(crate::table::Phase::After) {
        score += 1;
    }
    // Neighbours fit better than columns far away.
    let distance = result.abs_diff(target) + result.abs_diff(realisasi);
    Some(score * 100 - i32::try_from(distance.min(90)).unwrap_or(90) + 90)
}

fn rows(view: &View, result: usize, target: usize, realisasi: usize, score: i32) -> Found {
    let (t, r) = (&view.columns[target], &view.columns[realisasi]);
    let is_money = t.money == Money::Yes && r.money == Money::Yes;
    let is_large = view.is_in_large_units();
    let mut found = Vec::new();
    for row in 0..view.rows.len() {
        if !matches!(view.rows[row].kind, RowKind::Data | RowKind::Total) {
            continue;
        }
        let Some(printed) = own_number(view.slot(row, result)) else { continue };
        let (target, realisasi) = (view.slot(row, target), view.slot(row, realisasi));
        let Some(number) = realisasi.entry.number() else { continue };
        let is_percent = number.is_percent || says_percent(view, row) || r.is_percent;
        let inputs = Inputs {
            is_plain: is_money || t.role == Role::Bobot,
            is_realisasi_rounded: !is_money && (number.first().places > 0 || is_percent),
            is_in_large_units: is_large && is_money,
        };
        let outcome = explain(&target.entry, &realisasi.entry, printed, inputs);
        // A total compares sums; where it does not, it is no quotient, but a sum or a mean of its own column.
        if view.rows[row].kind == RowKind::Total
            && !is_money
            && !matches!(outcome, Outcome::Explained(_))
        {
            continue;
        }
        found.push((row, outcome));
    }
    Found { result, target, realisasi, rows: found, score }
}

/// Whether the unit of the row is percent.
fn says_percent(view: &View, row: usize) -> bool {
    view.columns_with(Role::Unit).any(|it| {
        let unit = squash(&view.slot(row, it).text);
        unit == "%" || unit.starts_with("persen")
    }) || squash(&view.rows[row].label).starts_with("persentase")
        || squash(&view.rows[row].label).starts_with("prosentase")
}

//! Capaian and percentages: columns that are a quotient of two others.

use selaras_domain::Exact;

use super::capaian;
use super::explain::{Inputs, Outcome, Policy, Rumus, Stage, explain};
use super::sum::{self, Sum};
use super::{Ledger, hundred, own_number};
use crate::number::{Entry, Number};
use crate::table::{CellId, Column, Money, Role, RowKind, Slot, View};
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

    /// Explained by more than a cap, which many values reach.
    fn firm(&self) -> usize {
        let is_firm =
            |it: &Outcome| matches!(it, Outcome::Explained(it) if it.stage != Stage::Limited);
        self.rows.iter().filter(|it| is_firm(&it.1)).count()
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
        let is_maybe = match column.role {
            Role::Realisasi | Role::Nilai => column.is_percent,
            // "% Selesai", "Tingkat Partisipasi" with its cells in percent.
            Role::Other | Role::Sum => column.is_percent || holds_percentages(view, result),
            _ => false,
        };
        if !(is_result || is_maybe) {
            continue;
        }
        let Some(found) = best(view, result, is_maybe) else { continue };
        let (explained, known) = (found.explained(), found.known());
        if known == 0 {
            continue;
        }
        let is_convincing = found.firm() * 2 > known && found.firm() > 1;
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

/// Whether most numbers of a column carry a percent sign.
pub(super) fn holds_percentages(view: &View, column: usize) -> bool {
    let numbers: Vec<bool> =
        view.slots.iter().filter_map(|it| Some(it[column].entry.number()?.is_percent)).collect();
    numbers.len() > 1 && numbers.iter().filter(|it| **it).count() * 2 > numbers.len()
}

/// Columns of counts that are not tried as numerators and denominators beyond this many.
const MOST_COUNTS: usize = 12;

/// Of all pairs that the column may compare, the one that explains most rows; where that is equal, the one whose head fits.
fn best(view: &View, result: usize, is_maybe: bool) -> Option<Found> {
    let of_roles = |roles: &[Role]| -> Vec<usize> {
        (0..view.columns.len())
            .filter(|it| {
                *it != result && roles.contains(&view.columns[*it].role) && has_numbers(view, *it)
            })
            .collect()
    };
    let mut targets = of_roles(&[Role::Target, Role::Bobot]);
    // A capaian is of its target, though the weighted value may follow from it.
    if view.columns[result].role == Role::Capaian
        && targets.iter().any(|it| view.columns[*it].role == Role::Target)
    {
        targets.retain(|it| view.columns[*it].role == Role::Target);
    }
    let mut reached = of_roles(&[Role::Realisasi, Role::Nilai]);
    if !targets.is_empty() && targets.len() < 4 {
        // "TW I, TW II, TW III, TW IV, Jumlah": the year may be called a total.
        let is_year = |it: &usize| super::quarter::is_year_of_quarters(view, *it);
        reached.extend(of_roles(&[Role::Sum]).into_iter().filter(is_year));
    }
    if reached.is_empty() {
        // "Target, Capaian, %": the capaian is what was reached.
        reached = of_roles(&[Role::Capaian]);
        reached
            .retain(|it| !view.columns[*it].is_percent || view.columns[result].role == Role::Ratio);
    }
    let named = pairs(view, result, &targets, &reached);
    let is_explained = named.as_ref().is_some_and(|it| it.firm() > 0);
    let is_capaian = view.columns[result].role == Role::Capaian && named.is_some();
    if is_explained || is_capaian {
        return named;
    }
    // Numerator and denominator under names of their own.
    let mut counts =
        of_roles(&[Role::Other, Role::Sum, Role::Realisasi, Role::Nilai, Role::Target]);
    counts.retain(|it| !view.columns[*it].is_percent && !holds_percentages(view, *it));
    counts.sort_by_key(|it| it.abs_diff(result));
    counts.truncate(MOST_COUNTS);
    let counted = pairs(view, result, &counts, &counts);
    match (named, counted) {
        (named, Some(counted)) if is_maybe || named.is_none() || counted.firm() > 1 => {
            Some(counted)
        }
        (named, _) => named,
    }
}

fn pairs(view: &View, result: usize, targets: &[usize], reached: &[usize]) -> Option<Found> {
    let mut best: Option<Found> = None;
    for &target in targets {
        for &realisasi in reached.iter().filter(|it| **it != target) {
            let Some(score) = score(view, result, target, realisasi) else { continue };
            let found = rows(view, result, target, realisasi, score);
            let is_better = best.as_ref().is_none_or(|it| {
                (found.explained(), found.firm(), found.score)
                    > (it.explained(), it.firm(), it.score)
            });
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
        || (t.role == Role::Bobot)
            != (r.role == Role::Nilai && t.role != Role::Other && r.money != Money::Yes)
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
        if is_same_word(target, realisasi) {
            found.push((row, of_same_word(printed)));
            continue;
        }
        let Some(number) = realisasi.entry.number() else { continue };
        let is_percent = number.is_percent || says_percent(view, row) || r.is_percent;
        let inputs = Inputs {
            is_plain: is_money || !matches!(t.role, Role::Target),
            is_realisasi_rounded: !is_money && (number.first().places > 0 || is_percent),
            is_in_large_units: is_large && is_money,
        };
        let outcome = explain(&target.entry, &realisasi.entry, printed, inputs);
        // A total compares sums; where it does not, it is no quotient, but a sum or a mean of its own column.
        if view.rows[row].kind == RowKind::Total
            && !is_money
            && !matches!(outcome, Outcome::Explained(_))
            && !compares_sums(view, row, (result, printed), [target.at, realisasi.at])
        {
            continue;
        }
        found.push((row, outcome));
    }
    Found { result, target, realisasi, rows: found, score }
}

/// "WTP" promised and "WTP" reached.
fn is_same_word(target: &Slot, realisasi: &Slot) -> bool {
    let word = |it: &Slot| {
        let squashed = squash(&it.text);
        (matches!(it.entry, Entry::Text) && !it.is_covered && squashed.len() <= 24)
            .then_some(squashed)
    };
    word(target).is_some_and(|it| !it.is_empty() && Some(it) == word(realisasi))
}

fn of_same_word(printed: &Number) -> Outcome {
    match printed.readings().any(|it| it.value == hundred() || it.value == Exact::integer(1)) {
        true => {
            Outcome::Explained(Policy { rumus: Rumus::Positif, stage: Stage::Printed, cap: None })
        }
        false => Outcome::Unexplained,
    }
}

/// Whether the inputs of a row of totals are the sums of their columns, and its result neither the sum nor the mean of its own.
fn compares_sums(
    view: &View,
    total: usize,
    (result, printed): (usize, &Number),
    inputs: [CellId; 2],
) -> bool {
    let rows: Vec<usize> = view.data_rows().filter(|it| *it < total).collect();
    let is_sum = |column: usize| {
        sum::is_additive(view, column)
            && matches!(sum::compare(view, column, total, &rows), Sum::Holds(it) if it.len() > 1)
    };
    let values: Vec<Exact> = rows
        .iter()
        .filter_map(|it| Some(own_number(view.slot(*it, result))?.first().value.clone()))
        .collect();
    let whole: Exact = values.iter().cloned().sum();
    let count = Exact::integer(i64::try_from(values.len()).unwrap_or(1).max(1));
    let of_own = [whole.checked_div(&count), Some(whole)];
    let is_own = of_own
        .iter()
        .flatten()
        .any(|it| (it - &printed.first().value).abs() <= printed.first().step);
    let column = |at: CellId| view.slots[total].iter().position(|it| it.at == at);
    !is_own && inputs.iter().all(|it| column(*it).is_some_and(is_sum))
}

/// Whether the unit of the row is percent.
fn says_percent(view: &View, row: usize) -> bool {
    view.columns_with(Role::Unit).any(|it| {
        let unit = squash(&view.slot(row, it).text);
        unit == "%" || unit.starts_with("persen")
    }) || squash(&view.rows[row].label).starts_with("persentase")
        || squash(&view.rows[row].label).starts_with("prosentase")
}

//! Rows "Rata-rata": simple or weighted, of all rows or some, with or without a cap.

use selaras_domain::Exact;

use super::explain::CAPS;
use super::{Broken, Ledger, half, own_number};
use crate::finding::{Code, Level};
use crate::number::{Entry, Number, Reading, in_style_of, plain};
use crate::table::{CellId, Money, Role, RowKind, View, trees};
use crate::words::squash;

const AVERAGE: Code = Code(15);

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    let trees = trees(view);
    let is_average = |row: &usize| match view.rows[*row].kind {
        RowKind::Average => true,
        // "Jumlah/Rata-rata": sums where they make sense, means where they do not.
        RowKind::Total => squash(&view.rows[*row].label).contains("ratarata"),
        _ => false,
    };
    for average in (0..view.rows.len()).filter(is_average) {
        for column in 0..view.columns.len() {
            let role = view.columns[column].role;
            if view.rows[average].kind == RowKind::Total && super::sum::is_additive(view, column) {
                continue;
            }
            if matches!(role, Role::Number | Role::Label | Role::Unit | Role::Note | Role::Predikat)
            {
                continue;
            }
            let Some(printed) = own_number(view.slot(average, column)) else { continue };
            if !view.has_head() {
                continue;
            }
            let rows = candidates(view, average, &trees);
            let at = view.slot(average, column).at;
            let mut simple = None;
            let mut explained = None;
            for rows in &rows {
                let Some(parts) = parts(view, column, rows) else { continue };
                if parts.is_empty() {
                    continue;
                }
                let ids: Vec<CellId> = parts.iter().map(|it| it.0).collect();
                // A mean of means may explain a third, but nothing says that it must.
                let is_of_data = rows.iter().all(|it| view.rows[*it].kind == RowKind::Data);
                if is_of_data
                    && is_of_one_kind(&parts, view, column)
                    && let Some(mean) = mean(&parts, None, None)
                {
                    simple.get_or_insert((mean, ids.clone()));
                }
                if is_explained(view, column, rows, &parts, printed.first()) {
                    explained = Some(ids);
                    break;
                }
            }
            match (explained, simple) {
                (Some(ids), _) => ledger.holds(AVERAGE, at, ids),
                (None, Some((mean, ids))) if ids.len() > 1 => {
                    if is_quotient(view, average, column)
                        || view.columns[column].money == Money::Yes && role != Role::Capaian
                    {
                        continue;
                    }
                    let text = &view.slot(average, column).text;
                    let message = format!(
                        "Tercetak {text}, padahal rata-rata sederhana kolom ini {}; rata-rata tertimbang menurut kolom lain dan pembatasan 100, 110, 120, atau 150 persen juga tidak menghasilkannya.",
                        plain(&mean, 2)
                    );
                    let broken = Broken::new(
                        Some(in_style_of(text, &mean, printed.first().places.max(1))),
                        message,
                    );
                    ledger.fails(AVERAGE, Level::Error, at, ids, broken);
                }
                _ => {}
            }
        }
    }
}

/// Whether the average row divides sums instead ("Rata-rata" below realisasi ÷ pagu): a quotient says so elsewhere.
fn is_quotient(view: &View, row: usize, column: usize) -> bool {
    view.columns[column].money == Money::Yes
        && view.columns_with(Role::Realisasi).any(|it| view.slot(row, it).entry.number().is_some())
}

/// Whether the cells measure one thing: no money among percentages, no pieces of prose between numbers.
fn is_of_one_kind(parts: &[Part], view: &View, column: usize) -> bool {
    let numbers = || parts.iter().filter_map(|it| view.slot(it.1, column).entry.number());
    let with = |test: fn(&Number) -> bool| numbers().filter(|it| test(it)).count();
    let is_mixed = |count: usize| count > 0 && count < parts.len();
    // A heading over the whole width says nothing about the column.
    let is_text = |row: &usize| {
        let slot = view.slot(*row, column);
        matches!(slot.entry, Entry::Text) && !slot.is_covered
    };
    let texts = view.data_rows().filter(is_text).count();
    !is_mixed(with(|it| it.is_rupiah)) && !is_mixed(with(|it| it.is_percent)) && texts < parts.len()
}

type Part = (CellId, usize, Reading);

fn parts(view: &View, column: usize, rows: &[usize]) -> Option<Vec<Part>> {
    let mut found = Vec::new();
    for &row in rows {
        let slot = view.slot(row, column);
        if let Some(it) = own_number(slot) {
            found.push((slot.at, row, it.first().clone()));
        }
    }
    Some(found)
}

fn is_explained(
    view: &View,
    column: usize,
    rows: &[usize],
    parts: &[Part],
    printed: &Reading,
) -> bool {
    let caps = std::iter::once(None).chain(CAPS.map(Some));
    let weights: Vec<Option<usize>> = std::iter::once(None)
        .chain((0..view.columns.len()).filter(|it| *it != column).map(Some))
        .collect();
    let slack = parts.iter().map(|it| half(&it.2.step)).max().unwrap_or_else(Exact::zero)
        + half(&printed.step);
    for cap in caps {
        for weight in &weights {
            let weights = match weight {
                None => None,
                Some(by) => {
                    let list: Option<Vec<Exact>> = parts
                        .iter()
                        .map(|it| {
                            view.slot(it.1, *by)
                                .entry
                                .number()
                                .map(|it| it.first().value.clone())
                                .filter(|it| !it.is_negative())
                        })
                        .collect();
                    match list {
                        Some(list) => Some(list),
                        None => continue,
                    }
                }
            };
            if let Some(mean) = mean(parts, weights.as_deref(), cap)
                && (&mean - &printed.value).abs() <= slack
            {
                return true;
            }
        }
    }
    // A quotient of sums.
    for target in view.columns_with(Role::Target) {
        for realisasi in view.columns_with(Role::Realisasi) {
            let sum = |column: usize| -> Exact {
                rows.iter()
                    .filter_map(|it| view.slot(*it, column).entry.number())
                    .map(|it| it.first().value.clone())
                    .sum()
            };
            if let Some(ratio) = sum(realisasi).checked_div(&sum(target))
                && (&(&ratio * &super::hundred()) - &printed.value).abs() <= half(&printed.step)
            {
                return true;
            }
        }
    }
    false
}

fn mean(parts: &[Part], weights: Option<&[Exact]>, cap: Option<i64>) -> Option<Exact> {
    let one = Exact::integer(1);
    let mut total = Exact::zero();
    let mut weight = Exact::zero();
    for (index, part) in parts.iter().enumerate() {
        let value = match cap.map(Exact::integer) {
            Some(cap) if part.2.value > cap => cap,
            _ => part.2.value.clone(),
        };
        let by = weights.map_or(&one, |it| &it[index]);
        total = &total + &(&value * by);
        weight = &weight + by;
    }
    total.checked_div(&weight)
}

/// The rows that a mean may be of.
fn candidates(view: &View, average: usize, trees: &[Vec<Option<usize>>]) -> Vec<Vec<usize>> {
    let is_data = |it: &usize| view.rows[*it].kind == RowKind::Data;
    let is_summary = |it: &usize| matches!(view.rows[*it].kind, RowKind::Average | RowKind::Total);
    let last = (0..average).rev().find(is_summary);
    let all: Vec<usize> = (0..average).filter(is_data).collect();
    let since: Vec<usize> = (last.map_or(0, |it| it + 1)..average).filter(is_data).collect();
    let mut sets = Vec::new();
    for rows in [&since, &all] {
        sets.push(rows.clone());
        for tree in trees {
            let depth = |row: usize| std::iter::successors(tree[row], |it| tree[*it]).count();
            sets.push(rows.iter().copied().filter(|it| !tree.contains(&Some(*it))).collect());
            for level in 0..4 {
                sets.push(rows.iter().copied().filter(|it| depth(*it) == level).collect());
            }
        }
    }
    // Of means above.
    sets.push((0..average).filter(|it| view.rows[*it].kind == RowKind::Average).collect());
    if all.is_empty() {
        sets.push((average + 1..view.rows.len()).filter(is_data).collect());
    }
    let mut unique: Vec<Vec<usize>> = Vec::new();
    for set in sets {
        if !set.is_empty() && !unique.contains(&set) {
            unique.push(set);
        }
    }
    unique
}

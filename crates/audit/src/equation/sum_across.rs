//! A column "Jumlah" that adds up others of its row.

use super::quarter::is_year_of_quarters;
use super::sum::{Sum, compare_slots, is_additive};
use super::{Broken, Ledger, own_number};
use crate::finding::{Code, Level};
use crate::number::{in_style_of, plain};
use crate::table::{Role, RowKind, View};

const ACROSS: Code = Code(12);

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    for result in view.columns_with(Role::Sum) {
        if !is_additive(view, result) || is_year_of_quarters(view, result) {
            continue;
        }
        let mut best: Option<(usize, Vec<(usize, Sum)>)> = None;
        for columns in candidates(view, result) {
            let sums: Vec<(usize, Sum)> = (0..view.rows.len())
                .filter(|it| view.rows[*it].kind != RowKind::Skip)
                .filter_map(|row| {
                    let printed = own_number(view.slot(row, result))?;
                    let slots = || columns.iter().map(move |it| view.slot(row, *it));
                    Some((row, compare_slots(printed, slots, view.is_in_large_units())))
                })
                .collect();
            let kept = sums
                .iter()
                .filter(|it| matches!(&it.1, Sum::Holds(parts) if parts.len() > 1))
                .count();
            if best.as_ref().is_none_or(|it| kept > it.0) {
                best = Some((kept, sums));
            }
        }
        let Some((kept, sums)) = best else { continue };
        let broken = sums.iter().filter(|it| matches!(&it.1, Sum::Broken { .. })).count();
        if kept < 2 || kept < broken * 2 {
            continue;
        }
        for (row, sum) in sums {
            let slot = view.slot(row, result);
            match sum {
                Sum::Unknown => {}
                Sum::Holds(parts) => ledger.holds(ACROSS, slot.at, parts),
                Sum::Broken { parts, sum, difference } => {
                    let places = slot.entry.number().map_or(0, |it| it.first().places);
                    let message = format!(
                        "Tercetak {}, padahal kolom-kolom yang dijumlahkan bernilai {} (selisih {}).",
                        slot.text,
                        plain(&sum, 2),
                        plain(&difference, 2)
                    );
                    let broken = Broken::new(Some(in_style_of(&slot.text, &sum, places)), message);
                    ledger.fails(ACROSS, Level::Error, slot.at, parts, broken);
                }
            }
        }
    }
}

/// The columns that a total may add up: those under the same head, or a run beside it.
fn candidates(view: &View, result: usize) -> Vec<Vec<usize>> {
    let fits =
        |it: usize| it != result && is_additive(view, it) && view.columns[it].role != Role::Sum;
    let path = &view.columns[result].path;
    let mut sets = Vec::new();
    if path.len() > 1 {
        let same: Vec<usize> = (0..view.columns.len())
            .filter(|it| fits(*it) && view.columns[*it].path.first() == path.first())
            .collect();
        sets.push(same);
    }
    let left: Vec<usize> = (0..result).rev().take_while(|it| fits(*it)).collect();
    let right: Vec<usize> = (result + 1..view.columns.len()).take_while(|it| fits(*it)).collect();
    for len in 2..=left.len() {
        sets.push(left[..len].to_vec());
    }
    sets.push(right);
    // Other totals of the row: "Jumlah I", "Jumlah II", "Total".
    let totals: Vec<usize> = (0..result)
        .filter(|it| view.columns[*it].role == Role::Sum && is_additive(view, *it))
        .collect();
    sets.push(totals);
    // Every second or third column: L and P under each group, then L and P of all.
    let leaf = path.last();
    let same_leaf: Vec<usize> = (0..result)
        .filter(|it| is_additive(view, *it) && view.columns[*it].path.last() == leaf)
        .collect();
    sets.push(same_leaf);
    sets.retain(|it| it.len() > 1);
    sets
}

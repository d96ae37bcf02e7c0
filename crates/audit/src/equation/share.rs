//! A column "%" that is each row's share of a total.

use selaras_domain::Exact;

use super::{Broken, Ledger, half, hundred, own_number};
use crate::finding::{Code, Level};
use crate::number::{in_style_of, plain};
use crate::table::{Role, RowKind, View};

const SHARE: Code = Code(5);

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    let already: Vec<_> = ledger.equations.iter().map(|it| it.result).collect();
    let Some(total) = (0..view.rows.len()).rev().find(|it| view.rows[*it].kind == RowKind::Total)
    else {
        return;
    };
    let is_share = |it: &usize| match view.columns[*it].role {
        Role::Ratio => true,
        Role::Other | Role::Sum | Role::Capaian => {
            view.columns[*it].is_percent || super::ratio::holds_percentages(view, *it)
        }
        _ => false,
    };
    for result in (0..view.columns.len()).filter(is_share) {
        let is_new = view.data_rows().all(|it| !already.contains(&view.slot(it, result).at));
        if !is_new {
            continue;
        }
        for column in (0..result).rev().filter(|it| super::sum::is_additive(view, *it)) {
            let Some(whole) = own_number(view.slot(total, column)) else { continue };
            let mut rows = Vec::new();
            for row in view.data_rows() {
                let (Some(printed), Some(part)) =
                    (own_number(view.slot(row, result)), own_number(view.slot(row, column)))
                else {
                    continue;
                };
                let Some(ratio) = part.first().value.checked_div(&whole.first().value) else {
                    continue;
                };
                let value = &ratio * &hundred();
                let is_kept = printed.readings().any(|it| {
                    (&value - &it.value).abs() <= half(&it.step) + one_step(it.places, &it.step)
                });
                rows.push((row, value, is_kept));
            }
            let kept = rows.iter().filter(|it| it.2).count();
            if kept < 2 || kept * 3 < rows.len() * 2 {
                continue;
            }
            for (row, value, is_kept) in rows {
                let slot = view.slot(row, result);
                let inputs = vec![view.slot(row, column).at, view.slot(total, column).at];
                if is_kept {
                    ledger.holds(SHARE, slot.at, inputs);
                    continue;
                }
                let places = slot.entry.number().map_or(0, |it| it.first().places);
                let message = format!(
                    "Tercetak {}, padahal {} dari {} adalah {}%.",
                    slot.text,
                    view.slot(row, column).text,
                    view.slot(total, column).text,
                    plain(&value, 2)
                );
                ledger.fails(
                    SHARE,
                    Level::Error,
                    slot.at,
                    inputs,
                    Broken::new(Some(in_style_of(&slot.text, &value, places)), message),
                );
            }
            break;
        }
    }
}

/// Shares are often nudged by one step so that they add up to 100.
fn one_step(places: u32, step: &Exact) -> Exact {
    if places > 0 { step.clone() } else { half(step) }
}

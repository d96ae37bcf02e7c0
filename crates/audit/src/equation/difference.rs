//! Sisa, selisih, bertambah/berkurang: a column that is the difference of two others.

use selaras_domain::Exact;

use super::{Broken, Ledger, half, own_number};
use crate::finding::{Code, Level};
use crate::number::{Number, in_style_of, plain};
use crate::table::{Role, RowKind, View};

const DIFFERENCE: Code = Code(14);

/// One way to read a column of differences: (minuend, subtrahend), and whether in percent of the subtrahend.
#[derive(Clone, Copy)]
struct Pair {
    from: usize,
    what: usize,
    is_relative: bool,
}

/// A pair, and the rows that it explains or not.
struct Try {
    kept: usize,
    pair: Pair,
    rows: Vec<(usize, bool)>,
}

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    for result in view.columns_with(Role::Difference) {
        let numeric: Vec<usize> = (0..view.columns.len())
            .filter(|it| {
                *it != result
                    && matches!(
                        view.columns[*it].role,
                        Role::Target
                            | Role::Realisasi
                            | Role::Capaian
                            | Role::Other
                            | Role::Sum
                            | Role::Nilai
                    )
            })
            .filter(|it| view.slots.iter().any(|row| row[*it].entry.number().is_some()))
            .collect();
        let mut best: Option<Try> = None;
        for &from in &numeric {
            for &what in &numeric {
                for is_relative in [false, true] {
                    let pair = Pair { from, what, is_relative };
                    if from == what || view.columns[from].is_other_measure(&view.columns[what]) {
                        continue;
                    }
                    let rows: Vec<(usize, bool)> = (0..view.rows.len())
                        .filter(|it| matches!(view.rows[*it].kind, RowKind::Data | RowKind::Total))
                        .filter_map(|row| Some((row, explains(view, row, result, pair)?)))
                        .collect();
                    let kept = rows.iter().filter(|it| it.1).count();
                    if best.as_ref().is_none_or(|it| kept > it.kept) {
                        best = Some(Try { kept, pair, rows });
                    }
                }
            }
        }
        let Some(Try { kept, pair, rows }) = best else { continue };
        if kept == 0 || kept * 2 < rows.len() || (kept < 2 && rows.len() > 1) {
            continue;
        }
        for (row, is_kept) in rows {
            let slot = view.slot(row, result);
            let inputs = vec![view.slot(row, pair.from).at, view.slot(row, pair.what).at];
            if is_kept {
                ledger.holds(DIFFERENCE, slot.at, inputs);
                continue;
            }
            let Some(value) = value(view, row, pair) else { continue };
            let places = slot.entry.number().map_or(0, |it| it.first().places);
            let message = format!(
                "Tercetak {}, padahal {} dikurangi {} adalah {}.",
                slot.text,
                view.slot(row, pair.from).text,
                view.slot(row, pair.what).text,
                plain(&value, 2)
            );
            let broken = Broken::new(Some(in_style_of(&slot.text, &value, places)), message);
            ledger.fails(DIFFERENCE, Level::Error, slot.at, inputs, broken);
        }
    }
}

fn value(view: &View, row: usize, pair: Pair) -> Option<Exact> {
    let from = view.slot(row, pair.from).entry.number()?.first();
    let what = view.slot(row, pair.what).entry.number()?.first();
    relate(&from.value, &what.value, pair.is_relative)
}

fn relate(from: &Exact, what: &Exact, is_relative: bool) -> Option<Exact> {
    let difference = from - what;
    match is_relative {
        true => Some(&difference.checked_div(what)? * &super::hundred()),
        false => Some(difference),
    }
}

/// Whether a pair gives the printed difference, in either sign; `None` where a cell says nothing.
fn explains(view: &View, row: usize, result: usize, pair: Pair) -> Option<bool> {
    let printed: &Number = own_number(view.slot(row, result))?;
    let from = view.slot(row, pair.from).entry.number()?;
    let what = view.slot(row, pair.what).entry.number()?;
    for a in from.readings() {
        for b in what.readings() {
            for c in printed.readings() {
                let Some(value) = relate(&a.value, &b.value, pair.is_relative) else { continue };
                let is_rounded = pair.is_relative
                    || c.places > 0
                    || a.places > 0
                    || b.places > 0
                    || view.is_in_large_units();
                let slack = match is_rounded {
                    true => {
                        half(&c.step)
                            + half(&a.step).min(half(&c.step))
                            + half(&b.step).min(half(&c.step))
                    }
                    false => Exact::zero(),
                };
                if (value.abs() - c.value.abs()).abs() <= slack {
                    return Some(true);
                }
            }
        }
    }
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_change_of_nothing_is_none() {
        assert_eq!(relate(&Exact::integer(5), &Exact::zero(), true), None);
        assert_eq!(relate(&Exact::integer(6), &Exact::integer(5), true), Some(Exact::integer(20)));
    }
}

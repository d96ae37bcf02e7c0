//! Tingkat efisiensi: capaian beside penyerapan, as a quotient or as a difference.

use selaras_domain::Exact;

use super::{Broken, Ledger, half, hundred, own_number};
use crate::finding::{Code, Level};
use crate::number::{Reading, in_style_of};
use crate::table::{Money, Role, RowKind, View};
use crate::words::squash;

const EFISIENSI: Code = Code(6);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// capaian ÷ penyerapan
    Quotient,
    /// capaian − penyerapan
    Gap,
    /// 100 − penyerapan
    Rest,
    /// 1 − penyerapan ÷ capaian, in percent
    Saving,
}

const WAYS: [Way; 4] = [Way::Quotient, Way::Gap, Way::Rest, Way::Saving];

/// A way, and for each row whether it explains the printed value, and its own.
struct Try {
    kept: usize,
    way: Way,
    capaian: usize,
    serapan: usize,
    rows: Vec<(usize, bool, Exact)>,
}

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    for result in view.columns_with(Role::Efisiensi) {
        let percent = |money: bool| -> Vec<usize> {
            (0..view.columns.len())
                .filter(|it| {
                    let column = &view.columns[*it];
                    let name = squash(&column.heading());
                    let is_money = column.money == Money::Yes
                        || name.contains("serapan")
                        || name.contains("anggaran");
                    matches!(column.role, Role::Capaian | Role::Ratio) && is_money == money
                })
                .collect()
        };
        let mut best: Option<Try> = None;
        for capaian in percent(false) {
            for serapan in percent(true) {
                for way in WAYS {
                    let rows: Vec<(usize, bool, Exact)> = (0..view.rows.len())
                        .filter(|it| {
                            matches!(
                                view.rows[*it].kind,
                                RowKind::Data | RowKind::Total | RowKind::Average
                            )
                        })
                        .filter_map(|row| {
                            let printed = own_number(view.slot(row, result))?.first();
                            let c = view.slot(row, capaian).entry.number()?.first();
                            let p = view.slot(row, serapan).entry.number()?.first();
                            let value = value(way, &c.value, &p.value)?;
                            Some((row, fits(way, c, p, printed), value))
                        })
                        .collect();
                    let kept = rows.iter().filter(|it| it.1).count();
                    if best.as_ref().is_none_or(|it| kept > it.kept) {
                        best = Some(Try { kept, way, capaian, serapan, rows });
                    }
                }
            }
        }
        let Some(Try { kept, way, capaian, serapan, rows }) = best else { continue };
        if kept == 0 || kept * 2 < rows.len() || (kept < 2 && rows.len() > 1) {
            continue;
        }
        for (row, is_kept, value) in rows {
            let slot = view.slot(row, result);
            let inputs = vec![view.slot(row, capaian).at, view.slot(row, serapan).at];
            if is_kept {
                ledger.holds(EFISIENSI, slot.at, inputs);
                continue;
            }
            let places = slot.entry.number().map_or(2, |it| it.first().places);
            let expected = in_style_of(&slot.text, &value, places);
            let message = format!(
                "Tercetak {}, padahal {} dari capaian {} dan penyerapan {} adalah {expected}.",
                slot.text,
                way.words(),
                view.slot(row, capaian).text,
                view.slot(row, serapan).text
            );
            ledger.fails(
                EFISIENSI,
                Level::Error,
                slot.at,
                inputs,
                Broken::new(Some(expected), message),
            );
        }
    }
}

fn value(way: Way, capaian: &Exact, serapan: &Exact) -> Option<Exact> {
    Some(match way {
        Way::Quotient => capaian.checked_div(serapan)?,
        Way::Gap => capaian - serapan,
        Way::Rest => &hundred() - serapan,
        Way::Saving => &(&Exact::integer(1) - &serapan.checked_div(capaian)?) * &hundred(),
    })
}

/// Whether the printed value follows, from the inputs as printed or as they were before rounding.
fn fits(way: Way, c: &Reading, p: &Reading, printed: &Reading) -> bool {
    let ends =
        |it: &Reading| [&it.value - &half(&it.step), it.value.clone(), &it.value + &half(&it.step)];
    let mut values = Vec::new();
    for c in ends(c) {
        for p in ends(p) {
            values.extend(value(way, &c, &p));
        }
    }
    let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else { return false };
    let step = half(&printed.step);
    let is_near = |value: &Exact| *value >= low - &step && *value <= high + &step;
    // A quotient may be printed in percent.
    is_near(&printed.value)
        || (way == Way::Quotient && printed.value > Exact::integer(20) && {
            let percent = |it: &Exact| it * &hundred();
            printed.value >= &percent(low) - &step && printed.value <= &percent(high) + &step
        })
}

impl Way {
    fn words(self) -> &'static str {
        match self {
            Way::Quotient => "hasil bagi",
            Way::Gap => "selisih",
            Way::Rest => "sisa 100 persen",
            Way::Saving => "penghematan",
        }
    }
}

//! Four quarters and their year.

use selaras_domain::Exact;

use super::sum::{Sum, compare_slots};
use super::{Broken, Ledger, half, is_unknown, own_number, parts};
use crate::finding::{Code, Level};
use crate::number::{Number, in_style_of, plain};
use crate::table::{CellId, Money, Role, RowKind, Slot, View};
use crate::words::{squash, words};

const QUARTERS: Code = Code(13);

/// How quarters may become a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Sum,
    Last,
    Highest,
    Average,
}

/// A column that may be the year, and what its rows say.
struct Try {
    kept: usize,
    year: usize,
    lines: Vec<Line>,
}

/// A row: how its quarters become its year, and which of them are filled.
struct Line {
    row: usize,
    way: Option<Way>,
    parts: Vec<CellId>,
}

/// Whether a column is the year of quarters that stand beside it.
pub(super) fn is_year_of_quarters(view: &View, column: usize) -> bool {
    groups(view).iter().any(|it| years(view, it).contains(&column))
}

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    for quarters in groups(view) {
        let mut best: Option<Try> = None;
        for year in years(view, &quarters) {
            let lines: Vec<Line> = (0..view.rows.len())
                .filter(|it| !matches!(view.rows[*it].kind, RowKind::Skip | RowKind::Predicate))
                .filter_map(|row| {
                    let printed = own_number(view.slot(row, year))?;
                    let slots: Vec<&Slot> = quarters.iter().map(|it| view.slot(row, *it)).collect();
                    let ids = parts(slots.iter().copied(), None)?
                        .into_iter()
                        .map(|it| it.0)
                        .collect::<Vec<_>>();
                    if ids.is_empty() {
                        return None;
                    }
                    let way = way(view, printed, &slots);
                    if way.is_none() && is_open(printed, &slots) {
                        return None;
                    }
                    Some(Line { row, way, parts: ids })
                })
                .collect();
            let kept = lines.iter().filter(|it| it.way.is_some() && it.parts.len() > 1).count();
            if best.as_ref().is_none_or(|it| kept > it.kept) {
                best = Some(Try { kept, year, lines });
            }
        }
        let Some(Try { kept, year, lines }) = best else { continue };
        let broken = lines.iter().filter(|it| it.way.is_none()).count();
        if kept == 0 || kept < broken {
            continue;
        }
        let sums = lines.iter().filter(|it| it.way == Some(Way::Sum)).count();
        let lasts = lines.iter().filter(|it| it.way == Some(Way::Last)).count();
        let runs_on = lasts > sums && (says_cumulative(view, quarters[0]) || lasts > 2);
        let is_money = view.columns[year].money == Money::Yes;
        for Line { row, way, parts: ids } in lines {
            let slot = view.slot(row, year);
            // Money is spent once: only sums count, unless the quarters of this table are cumulative.
            // Nor is a count of things the mean of its quarters where other rows add up.
            let is_odd_mean = way == Some(Way::Average) && sums > 1 && is_counted(view, row);
            let is_kept = way.is_some_and(|it| it == Way::Sum || !is_money || sums * 2 < kept)
                && !is_odd_mean;
            if is_kept {
                ledger.holds(QUARTERS, slot.at, ids);
                continue;
            }
            let slots = quarters.iter().map(|it| view.slot(row, *it));
            let Some(parts) = parts(slots, None) else { continue };
            let sum: Exact = parts.iter().map(|it| it.1.clone()).sum();
            let Some(printed) = slot.entry.number() else { continue };
            if let (true, Some((last, value, _))) = (runs_on, parts.last()) {
                let places = printed.first().places;
                let message = format!(
                    "Tercetak {} untuk setahun, padahal angka kumulatif sampai triwulan terakhir {}.",
                    slot.text,
                    plain(value, 2)
                );
                let expected = Some(in_style_of(&slot.text, value, places));
                let inputs = vec![Some(slot.text.clone())];
                let broken = Broken { expected, message, inputs };
                ledger.fails(QUARTERS, Level::Error, slot.at, vec![*last], broken);
                continue;
            }
            let difference = &printed.first().value - &sum;
            let other = if is_money { String::new() } else { other_ways(&parts) };
            let message = format!(
                "Tercetak {} untuk setahun, padahal jumlah triwulannya {} (selisih {}){other}.",
                slot.text,
                plain(&sum, 2),
                plain(&difference, 2)
            );
            let inputs = parts
                .iter()
                .map(|it| {
                    let slot = quarters
                        .iter()
                        .map(|column| view.slot(row, *column))
                        .find(|slot| slot.at == it.0)?;
                    let value = &it.1 + &difference;
                    let places = slot.entry.number()?.first().places;
                    (!value.is_negative()).then(|| in_style_of(&slot.text, &value, places))
                })
                .collect();
            let expected = Some(in_style_of(&slot.text, &sum, printed.first().places));
            ledger.fails(
                QUARTERS,
                Level::Error,
                slot.at,
                ids,
                Broken { expected, message, inputs },
            );
        }
    }
}

/// Whether the head of the quarters or the title says that each holds all before it.
fn says_cumulative(view: &View, quarter: usize) -> bool {
    view.columns[quarter].is_cumulative || squash(&view.title).contains("kumulatif")
}

/// Whether a quarter is missing that may hold what the others lack.
fn is_open(year: &Number, slots: &[&Slot]) -> bool {
    let has_gap = slots.iter().any(|it| is_unknown(it));
    let known: Vec<&Exact> =
        slots.iter().filter_map(|it| Some(&it.entry.number()?.first().value)).collect();
    let sum: Exact = known.iter().map(|it| (*it).clone()).sum();
    has_gap && (sum < year.first().value || known.iter().any(|it| it.is_negative()))
}

/// Whether the unit of a row counts things instead of measuring a state.
fn is_counted(view: &View, row: usize) -> bool {
    let texts = view.slots[row].iter().map(|it| words(&it.text)).filter(|it| it.len() <= 3);
    texts.flatten().any(|it| {
        matches!(
            it.as_str(),
            "dokumen"
                | "dok"
                | "orang"
                | "laporan"
                | "unit"
                | "paket"
                | "kegiatan"
                | "berkas"
                | "kali"
                | "lembaga"
                | "lokasi"
                | "bulan"
                | "buah"
                | "kasus"
                | "peserta"
                | "desa"
                | "kelompok"
                | "jenis"
                | "layanan"
                | "aparatur"
                | "pegawai"
        )
    })
}

fn other_ways(parts: &[(CellId, Exact, Exact)]) -> String {
    let highest = parts.iter().map(|it| it.1.clone()).max();
    let last = parts.last().map(|it| it.1.clone());
    match (last, highest) {
        (Some(last), Some(highest)) => format!(
            "; juga bukan nilai terakhir ({}), nilai tertinggi ({}), atau rata-ratanya",
            plain(&last, 2),
            plain(&highest, 2)
        ),
        _ => String::new(),
    }
}

/// Which way leads from these quarters to this year.
fn way(view: &View, printed: &Number, slots: &[&Slot]) -> Option<Way> {
    if matches!(
        compare_slots(printed, || slots.iter().copied(), view.is_in_large_units()),
        Sum::Holds(_)
    ) {
        return Some(Way::Sum);
    }
    let parts = parts(slots.iter().copied(), None)?;
    let year = &printed.first().value;
    let is_year = |it: &Exact, step: &Exact| {
        (it - year).abs() <= half(step).max(half(&printed.first().step)) || it == year
    };
    let last = parts.last()?;
    if is_year(&last.1, &Exact::zero()) {
        return Some(Way::Last);
    }
    if parts.iter().map(|it| &it.1).max()? == year {
        return Some(Way::Highest);
    }
    let count = Exact::integer(i64::try_from(parts.len()).ok()?);
    let sum: Exact = parts.iter().map(|it| it.1.clone()).sum();
    let all = Exact::integer(i64::try_from(slots.len()).ok()?);
    for count in [count, all] {
        let mean = sum.checked_div(&count)?;
        if (&mean - year).abs() <= half(&printed.first().step) {
            return Some(Way::Average);
        }
    }
    None
}

/// Columns of quarters that belong together.
fn groups(view: &View) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for (index, column) in view.columns.iter().enumerate() {
        if column.quarter.is_none()
            || matches!(column.role, Role::Capaian | Role::Ratio | Role::Predikat | Role::Note)
            || column.is_percent
        {
            continue;
        }
        let fits = |group: &&mut Vec<usize>| {
            let first = &view.columns[group[0]];
            first.role == column.role
                && first.money == column.money
                && first.year == column.year
                && first.is_cumulative == column.is_cumulative
                && leaf_fits(first.path.last(), column.path.last())
                && !group.iter().any(|it| view.columns[*it].quarter == column.quarter)
        };
        match found.iter_mut().find(fits) {
            Some(group) => group.push(index),
            None => found.push(vec![index]),
        }
    }
    found.retain(|it| it.len() > 1);
    found
}

/// "K" goes with "K", and "TW I" with "TW II".
fn leaf_fits(a: Option<&String>, b: Option<&String>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    let quarter = |it: &String| crate::table::Column::new(vec![it.clone()]).quarter.is_some();
    a == b || (quarter(a) && quarter(b))
}

/// Columns that may be the year of these quarters.
fn years(view: &View, quarters: &[usize]) -> Vec<usize> {
    let first = &view.columns[quarters[0]];
    let leaf = first.path.last();
    let fits = |index: &usize| {
        let it = &view.columns[*index];
        let is_same = it.role == first.role
            || matches!(it.role, Role::Sum)
            || (first.role == Role::Other && it.role == Role::Realisasi);
        let is_leaf = first.path.len() < 2
            || it.path.last() == leaf
            || first.money != Money::Yes
            || it.money == Money::Yes;
        it.quarter.is_none()
            && is_same
            && !it.is_horizon
            && !it.is_percent
            && !it.is_other_measure(first)
            && is_leaf
            && (it.year.is_none() || first.year.is_none() || it.year == first.year)
    };
    (0..view.columns.len()).filter(fits).collect()
}

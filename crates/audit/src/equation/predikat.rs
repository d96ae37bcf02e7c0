//! Predicates beside values, on the scale that the document itself prints, or else on one of the law.

use super::scale::Scale;
use super::{Broken, Ledger, own_number};
use crate::finding::{Code, Level};
use crate::table::{Role, RowKind, Slot, View};
use crate::words::squash;

const PREDIKAT: Code = Code(100);
const OUTSIDE: Code = Code(101);

/// One cell with a predicate, and the cell with its value.
struct Pairing<'a> {
    value: &'a Slot,
    label: &'a Slot,
    text: String,
}

/// A scale and a column of values, and the pairs that they explain or not.
struct Try<'a> {
    kept: usize,
    is_own: bool,
    scale: &'a Scale,
    judged: Vec<(Pairing<'a>, bool)>,
}

pub(super) fn check(view: &View, scales: &[Scale], ledger: &mut Ledger) {
    for column in 0..view.columns.len() {
        let fits = |scale: &&Scale| {
            let texts: Vec<&str> = labels(view, column).into_iter().map(|it| it.1).collect();
            let known = texts.iter().filter(|it| scale.knows(it)).count();
            known > 0 && known * 10 >= texts.len() * 6
        };
        let candidates: Vec<&Scale> = scales.iter().filter(fits).collect();
        let mut best: Option<Try<'_>> = None;
        for scale in candidates {
            for values in value_columns(view, column) {
                let judged = judge(view, column, values, scale);
                let kept = judged.iter().filter(|it| it.1).count();
                let is_own = scale.block.is_some();
                let is_better =
                    best.as_ref().is_none_or(|it| (kept, is_own) > (it.kept, it.is_own));
                if is_better && !judged.is_empty() {
                    best = Some(Try { kept, is_own, scale, judged });
                }
            }
        }
        if let Some(Try { kept, scale, judged, .. }) = best {
            write(scale, kept, judged, ledger);
        }
    }
    ticks(view, scales, ledger);
    below(view, scales, ledger);
}

/// Text cells of a column, with their rows.
fn labels(view: &View, column: usize) -> Vec<(usize, &str)> {
    let is_number_or_label =
        matches!(view.columns[column].role, Role::Label | Role::Number | Role::Unit);
    if is_number_or_label {
        return Vec::new();
    }
    (0..view.rows.len())
        .filter(|it| {
            matches!(view.rows[*it].kind, RowKind::Data | RowKind::Total | RowKind::Average)
        })
        .map(|it| (it, view.slot(it, column)))
        .filter(|it| !it.1.text.is_empty() && !it.1.is_covered && !it.1.entry.is_blank())
        .map(|it| (it.0, it.1.text.as_str()))
        .collect()
}

/// Columns whose values may have the predicate: what is nearest on the left comes first.
fn value_columns(view: &View, column: usize) -> Vec<usize> {
    let is_value = |it: &usize| {
        matches!(
            view.columns[*it].role,
            Role::Capaian
                | Role::Ratio
                | Role::Nilai
                | Role::Average
                | Role::Efisiensi
                | Role::Realisasi
                | Role::Other
        ) && view.slots.iter().any(|row| row[*it].entry.number().is_some())
            && view.columns[*it].money != crate::table::Money::Yes
    };
    let has_capaian = (0..view.columns.len())
        .any(|it| matches!(view.columns[it].role, Role::Capaian | Role::Nilai));
    let mut found: Vec<usize> =
        (0..column).rev().chain(column + 1..view.columns.len()).filter(is_value).collect();
    if has_capaian {
        found.retain(|it| !matches!(view.columns[*it].role, Role::Other));
    }
    // Money has its own scale in some forms, and its percentages are values.
    found.extend((0..column).rev().filter(|it| {
        view.columns[*it].role == Role::Capaian
            && view.columns[*it].money == crate::table::Money::Yes
    }));
    found
}

fn judge<'a>(
    view: &'a View,
    column: usize,
    values: usize,
    scale: &Scale,
) -> Vec<(Pairing<'a>, bool)> {
    labels(view, column)
        .into_iter()
        .filter(|it| scale.knows(it.1))
        .filter_map(|(row, text)| {
            let value = view.slot(row, values);
            let number = value.entry.number()?;
            let label = squash(text);
            let is_kept = number.readings().any(|it| {
                scale.bands_of(&it.value).iter().any(|band| band.labels.contains(&label))
            });
            Some((Pairing { value, label: view.slot(row, column), text: text.to_owned() }, is_kept))
        })
        .collect()
}

fn write(scale: &Scale, kept: usize, judged: Vec<(Pairing<'_>, bool)>, ledger: &mut Ledger) {
    let all = judged.len();
    // A column that mostly follows another scale is not judged by this one.
    if kept == 0 && (all > 1 || scale.block.is_none()) {
        return;
    }
    if kept * 3 < all * 2
        && !(scale.block.is_some() && kept > 0 && kept * 2 >= all)
        && !(all == 1 && scale.block.is_some())
    {
        return;
    }
    if scale.block.is_none() && kept < 2 {
        return;
    }
    let mut outside = Vec::new();
    for (pair, is_kept) in judged {
        let inputs = vec![pair.value.at];
        let Some(number) = pair.value.entry.number() else { continue };
        let value = &number.first().value;
        if is_kept {
            if scale.is_outside(value) {
                outside.push(pair.value.text.clone());
            }
            ledger.holds(PREDIKAT, pair.label.at, inputs);
            continue;
        }
        let bands = scale.bands_of(value);
        let Some(band) = bands.first() else { continue };
        let level = if scale.block.is_some() { Level::Error } else { Level::Warning };
        let expected = Some(band.label.clone());
        let message = format!(
            "Tercetak predikat «{}» untuk nilai {}, padahal menurut {} nilai itu berada pada {}.",
            pair.text,
            pair.value.text,
            scale.name,
            Scale::band_text(band)
        );
        ledger.fails(PREDIKAT, level, pair.label.at, inputs, Broken::new(expected, message));
    }
    if let (Some(block), false) = (scale.block, outside.is_empty()) {
        let message = format!(
            "Nilai {} diberi predikat, padahal tidak tercakup oleh satu pun rentang {}. Tambahkan batas terbuka pada rentang tertinggi atau nyatakan pembatasannya.",
            outside.join(", "),
            scale.name
        );
        let exists = ledger.about_tables.iter().any(|it| it.0 == OUTSIDE && it.2 == block);
        if !exists {
            ledger.about_tables.push((OUTSIDE, Level::Info, block, scale.name.clone(), message));
        }
    }
}

/// One column for each predicate, and a tick in the right one.
fn ticks(view: &View, scales: &[Scale], ledger: &mut Ledger) {
    let leaf =
        |column: usize| view.columns[column].path.last().map(|it| squash(it)).unwrap_or_default();
    let Some(scale) = scales
        .iter()
        .filter(|it| it.block.is_some())
        .find(|scale| (0..view.columns.len()).filter(|it| scale.knows(&leaf(*it))).count() >= 3)
    else {
        return;
    };
    let columns: Vec<usize> =
        (0..view.columns.len()).filter(|it| scale.knows(&leaf(*it))).collect();
    let Some(value) = view.columns_with(Role::Capaian).last() else { return };
    for row in view.data_rows() {
        let ticked: Vec<usize> =
            columns.iter().copied().filter(|it| is_tick(&view.slot(row, *it).text)).collect();
        let ([column], Some(number)) = (ticked.as_slice(), own_number(view.slot(row, value)))
        else {
            continue;
        };
        let at = view.slot(row, *column).at;
        let inputs = vec![view.slot(row, value).at];
        let bands = scale.bands_of(&number.first().value);
        if bands.iter().any(|it| it.labels.contains(&leaf(*column))) {
            ledger.holds(PREDIKAT, at, inputs);
        } else if let Some(band) = bands.first() {
            let message = format!(
                "Tanda untuk nilai {} ada pada «{}», padahal menurut {} nilai itu berada pada {}.",
                view.slot(row, value).text,
                view.columns[*column].path.last().map(String::as_str).unwrap_or_default(),
                scale.name,
                Scale::band_text(band)
            );
            ledger.fails(
                PREDIKAT,
                Level::Error,
                at,
                inputs,
                Broken::new(Some(band.label.clone()), message),
            );
        }
    }
}

fn is_tick(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "√" | "✓" | "✔" | "v" | "V" | "x" | "X" | "\u{f0fc}" | "ü" | "●" | "☑")
}

/// A row "Predikat" below a row of averages.
fn below(view: &View, scales: &[Scale], ledger: &mut Ledger) {
    for row in (0..view.rows.len()).filter(|it| view.rows[*it].kind == RowKind::Predicate) {
        let Some(above) = (0..row)
            .rev()
            .find(|it| matches!(view.rows[*it].kind, RowKind::Average | RowKind::Total))
        else {
            continue;
        };
        for column in 0..view.columns.len() {
            let label = view.slot(row, column);
            let Some(number) = own_number(view.slot(above, column)) else { continue };
            let candidates: Vec<&Scale> =
                scales.iter().filter(|it| it.knows(&label.text)).collect();
            let Some(scale) = candidates.first() else { continue };
            let of = |scale: &Scale| {
                let bands: Vec<_> =
                    scale.bands_of(&number.first().value).into_iter().cloned().collect();
                bands
            };
            let is_kept = candidates
                .iter()
                .any(|it| of(it).iter().any(|band| band.labels.contains(&squash(&label.text))));
            let inputs = vec![view.slot(above, column).at];
            if is_kept {
                ledger.holds(PREDIKAT, label.at, inputs);
            } else if let Some(band) = of(scale).first() {
                let level = if scale.block.is_some() { Level::Error } else { Level::Warning };
                let message = format!(
                    "Tercetak predikat «{}» untuk nilai {}, padahal menurut {} nilai itu berada pada {}.",
                    label.text,
                    view.slot(above, column).text,
                    scale.name,
                    Scale::band_text(band)
                );
                ledger.fails(
                    PREDIKAT,
                    level,
                    label.at,
                    inputs,
                    Broken::new(Some(band.label.clone()), message),
                );
            }
        }
    }
}

//! Lembar kerja evaluasi: bobot, nilai, and products of both.

use selaras_domain::Exact;

use super::{Broken, Ledger, half, hundred, own_number};
use crate::finding::{Code, Level};
use crate::number::{in_style_of, plain};
use crate::table::{Role, RowKind, View};

const ABOVE_WEIGHT: Code = Code(110);
const WEIGHTS: Code = Code(111);
const PRODUCT: Code = Code(113);

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    let Some(bobot) = view.columns_with(Role::Bobot).next() else { return };
    products(view, bobot, ledger);
    above_weight(view, bobot, ledger);
    whole(view, bobot, ledger);
    weighted(view, bobot, ledger);
}

/// "Indeks SPBE": the last row, with the sum of the weights and the mean of the values by them.
fn weighted(view: &View, bobot: usize, ledger: &mut Ledger) {
    let numbered = |row: &usize| own_number(view.slot(*row, bobot)).is_some();
    let rows: Vec<usize> = (0..view.rows.len())
        .filter(|it| view.rows[*it].kind != RowKind::Skip)
        .filter(numbered)
        .collect();
    let Some((total, parts)) = rows.split_last().filter(|it| it.1.len() >= 3) else { return };
    let value =
        |row: usize, column: usize| own_number(view.slot(row, column)).map(|it| it.first().clone());
    let weights: Exact = parts.iter().filter_map(|it| value(*it, bobot)).map(|it| it.value).sum();
    if value(*total, bobot).is_none_or(|it| it.value != weights) {
        return;
    }
    let mut found = Vec::new();
    for column in view.columns_with(Role::Nilai) {
        let Some(printed) = value(*total, column) else { continue };
        let pairs: Option<Vec<(Exact, Exact)>> = parts
            .iter()
            .map(|it| Some((value(*it, bobot)?.value, value(*it, column)?.value)))
            .collect();
        let Some(pairs) = pairs else { continue };
        let sum: Exact = pairs.iter().map(|it| &it.0 * &it.1).sum();
        let Some(mean) = sum.checked_div(&weights) else { continue };
        let is_kept = (&mean - &printed.value).abs() <= printed.step;
        found.push((column, mean, printed.places, is_kept));
    }
    if !found.iter().any(|it| it.3) {
        return;
    }
    for (column, mean, places, is_kept) in found {
        let slot = view.slot(*total, column);
        let inputs: Vec<_> = parts.iter().map(|it| view.slot(*it, column).at).collect();
        if is_kept {
            ledger.holds(PRODUCT, slot.at, inputs);
            continue;
        }
        let message = format!(
            "Tercetak {}, padahal rata-rata tertimbang menurut bobot adalah {}.",
            slot.text,
            plain(&mean, 3)
        );
        let broken = Broken::new(Some(in_style_of(&slot.text, &mean, places)), message);
        ledger.fails(PRODUCT, Level::Error, slot.at, inputs, broken);
    }
}

/// Nilai tertimbang = bobot × nilai ÷ 100, where most rows say so.
fn products(view: &View, bobot: usize, ledger: &mut Ledger) {
    let numeric = |roles: &[Role]| -> Vec<usize> {
        (0..view.columns.len())
            .filter(|it| *it != bobot && roles.contains(&view.columns[*it].role))
            .collect()
    };
    for result in numeric(&[Role::Nilai, Role::Capaian, Role::Other, Role::Sum]) {
        for factor in
            numeric(&[Role::Nilai, Role::Capaian, Role::Ratio, Role::Other, Role::Realisasi])
        {
            if factor == result {
                continue;
            }
            for scale in [100, 1] {
                let mut rows = Vec::new();
                for row in view.data_rows() {
                    let number =
                        |column: usize| own_number(view.slot(row, column)).map(|it| it.first());
                    let (Some(c), Some(a), Some(b)) =
                        (number(result), number(factor), number(bobot))
                    else {
                        continue;
                    };
                    let Some(value) = (&a.value * &b.value).checked_div(&Exact::integer(scale))
                    else {
                        continue;
                    };
                    let slack = half(&c.step) + half(&c.step);
                    rows.push((row, (&value - &c.value).abs() <= slack, value));
                }
                let kept = rows.iter().filter(|it| it.1 && !it.2.is_zero()).count();
                if kept < 2 || kept * 3 < rows.len() * 2 {
                    continue;
                }
                for (row, is_kept, value) in rows {
                    let slot = view.slot(row, result);
                    let inputs = vec![view.slot(row, factor).at, view.slot(row, bobot).at];
                    if is_kept {
                        ledger.holds(PRODUCT, slot.at, inputs);
                        continue;
                    }
                    let places = slot.entry.number().map_or(2, |it| it.first().places);
                    let message = format!(
                        "Tercetak {}, padahal bobot {} × nilai {} menghasilkan {}.",
                        slot.text,
                        view.slot(row, bobot).text,
                        view.slot(row, factor).text,
                        plain(&value, 3)
                    );
                    ledger.fails(
                        PRODUCT,
                        Level::Error,
                        slot.at,
                        inputs,
                        Broken::new(Some(in_style_of(&slot.text, &value, places)), message),
                    );
                }
                return;
            }
        }
    }
}

/// A nilai out of its bobot cannot be above it.
fn above_weight(view: &View, bobot: usize, ledger: &mut Ledger) {
    for nilai in view.columns_with(Role::Nilai) {
        let mut rows = Vec::new();
        for row in (0..view.rows.len()).filter(|it| view.rows[*it].kind != RowKind::Skip) {
            if let (Some(weight), Some(value)) =
                (own_number(view.slot(row, bobot)), own_number(view.slot(row, nilai)))
            {
                rows.push((row, value.first().value <= weight.first().value));
            }
        }
        let kept = rows.iter().filter(|it| it.1).count();
        // Nilai on a scale of its own (0 to 100) is no part of the bobot.
        if rows.len() < 3 || kept * 4 < rows.len() * 3 {
            continue;
        }
        for (row, is_kept) in rows {
            let slot = view.slot(row, nilai);
            let inputs = vec![view.slot(row, bobot).at];
            if !is_kept {
                let message = format!(
                    "Tercetak nilai {}, melebihi bobotnya {}.",
                    slot.text,
                    view.slot(row, bobot).text
                );
                ledger.fails(
                    ABOVE_WEIGHT,
                    Level::Error,
                    slot.at,
                    inputs,
                    Broken::new(None, message),
                );
            }
        }
    }
}

/// The weights of an evaluation sum to 100 where their total is printed.
fn whole(view: &View, bobot: usize, ledger: &mut Ledger) {
    let has_nilai = view.columns.iter().any(|it| it.role == Role::Nilai);
    let Some(total) = (0..view.rows.len()).rev().find(|it| view.rows[*it].kind == RowKind::Total)
    else {
        return;
    };
    let slot = view.slot(total, bobot);
    let Some(number) = own_number(slot).filter(|_| has_nilai) else { return };
    let value = &number.first().value;
    let is_near = (value - &hundred()).abs() < Exact::integer(20);
    if *value != hundred() && is_near && *value != Exact::integer(1) {
        let message = format!("Jumlah bobot tercetak {}, seharusnya 100.", slot.text);
        ledger.fails(
            WEIGHTS,
            Level::Warning,
            slot.at,
            Vec::new(),
            Broken::new(Some("100".to_owned()), message),
        );
    } else if *value == hundred() {
        ledger.holds(WEIGHTS, slot.at, Vec::new());
    }
}

//! Survei kepuasan: the weighted value of each unsur, their sum, and the indeks.

use selaras_domain::{Exact, RoundingMode};

use super::{Broken, Ledger, half, own_number};
use crate::finding::{Code, Level};
use crate::number::{in_style_of, plain};
use crate::table::{CellId, Role, RowKind, View};
use crate::words::squash;

const WEIGHTED: Code = Code(114);
const INDEKS: Code = Code(115);

/// A survey has 9 to 14 unsur; shorter tables are another thing.
const LEAST: usize = 5;

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    if view.columns_with(Role::Bobot).next().is_some() {
        return;
    }
    let says = |column: usize, word: &str| squash(&view.columns[column].heading()).contains(word);
    let Some(weighted) = (0..view.columns.len()).find(|it| says(*it, "tertimbang")) else { return };
    let is_sum = |row: usize| {
        let label = squash(&view.rows[row].label);
        view.rows[row].kind != RowKind::Data
            || ["indeks", "ikm", "konversi", "jumlah"].iter().any(|it| label.contains(it))
    };
    for plain_column in (0..weighted).rev() {
        let rows: Vec<usize> = (0..view.rows.len())
            .filter(|it| !is_sum(*it) && view.rows[*it].kind == RowKind::Data)
            .filter(|it| own_number(view.slot(*it, weighted)).is_some())
            .filter(|it| own_number(view.slot(*it, plain_column)).is_some())
            .collect();
        if rows.len() < LEAST {
            continue;
        }
        let Some(factor) = factor(view, &rows, plain_column, weighted) else { continue };
        products(view, &rows, (plain_column, weighted), &factor, ledger);
        sums(view, &rows, weighted, &is_sum, ledger);
        return;
    }
}

/// One part in as many as there are unsur, as exactly as somebody took it.
fn factor(view: &View, rows: &[usize], plain: usize, weighted: usize) -> Option<Exact> {
    let whole = Exact::ratio(1, i64::try_from(rows.len()).ok()?)?;
    let rounded =
        (2..=4).filter_map(|it| Some(Exact::from(whole.round(it, RoundingMode::HalfUp)?)));
    let kept = |factor: &Exact| {
        rows.iter().filter(|it| is_product(view, **it, (plain, weighted), factor)).count()
    };
    let best = std::iter::once(whole.clone()).chain(rounded).max_by_key(|it| kept(it))?;
    (kept(&best) * 3 >= rows.len() * 2).then_some(best)
}

fn is_product(view: &View, row: usize, (plain, weighted): (usize, usize), factor: &Exact) -> bool {
    let reading = |column: usize| own_number(view.slot(row, column)).map(|it| it.first());
    let (Some(value), Some(printed)) = (reading(plain), reading(weighted)) else { return false };
    (&(&value.value * factor) - &printed.value).abs() <= printed.step
}

fn products(
    view: &View,
    rows: &[usize],
    columns: (usize, usize),
    factor: &Exact,
    ledger: &mut Ledger,
) {
    for &row in rows {
        let (value, slot) = (view.slot(row, columns.0), view.slot(row, columns.1));
        if is_product(view, row, columns, factor) {
            ledger.holds(WEIGHTED, slot.at, vec![value.at]);
            continue;
        }
        let (Some(a), Some(b)) = (own_number(value), own_number(slot)) else { continue };
        let right = &a.first().value * factor;
        let message = format!(
            "Tercetak {}, padahal {} dikalikan bobot setiap unsur ({}) adalah {}.",
            slot.text,
            value.text,
            plain(factor, 4),
            plain(&right, 3)
        );
        let expected = Some(in_style_of(&slot.text, &right, b.first().places));
        let from = b.first().value.checked_div(factor);
        let inputs = vec![from.map(|it| in_style_of(&value.text, &it, a.first().places))];
        let broken = Broken { expected, message, inputs };
        ledger.fails(WEIGHTED, Level::Error, slot.at, vec![value.at], broken);
    }
}

/// The rows below: the sum of the weighted values, and the indeks, which is 25 times as much.
fn sums(
    view: &View,
    rows: &[usize],
    weighted: usize,
    is_sum: &dyn Fn(usize) -> bool,
    ledger: &mut Ledger,
) {
    let parts: Vec<CellId> = rows.iter().map(|it| view.slot(*it, weighted).at).collect();
    let numbers =
        || rows.iter().filter_map(|it| own_number(view.slot(*it, weighted))).map(|it| it.first());
    let sum: Exact = numbers().map(|it| it.value.clone()).sum();
    let slack: Exact = numbers().map(|it| it.step.clone()).sum();
    let last = rows.iter().max().copied().unwrap_or(0);
    for row in (last + 1..view.rows.len()).filter(|it| is_sum(*it)) {
        let label = squash(&view.rows[row].label);
        let is_indeks = ["ikm", "konversi"].iter().any(|it| label.contains(it));
        let by = Exact::integer(if is_indeks { 25 } else { 1 });
        let found = (0..view.columns.len())
            .filter_map(|it| Some((view.slot(row, it), own_number(view.slot(row, it))?)))
            .next_back();
        let Some((slot, number)) = found else { continue };
        let (right, slack) = (&sum * &by, &(&slack * &by) + &half(&number.first().step));
        if (&right - &number.first().value).abs() <= slack {
            ledger.holds(INDEKS, slot.at, parts.clone());
            continue;
        }
        let times = if is_indeks { " dikalikan 25" } else { "" };
        let message = format!(
            "Tercetak {}, padahal jumlah nilai tertimbang setiap unsur{times} adalah {}.",
            slot.text,
            plain(&right, 3)
        );
        let expected = Some(in_style_of(&slot.text, &right, number.first().places));
        let broken = Broken::new(expected, message);
        ledger.fails(INDEKS, Level::Error, slot.at, parts.clone(), broken);
    }
}

//! Rows of the tables over sasaran and their indicators: numbered, each sasaran spanning its own.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Align, Cell};
use selaras_domain::{Figure, Indikator, angka};

use crate::context::Context;
use crate::words::with_unit;

/// One row for each IKU: its number, its sasaran (once for all its rows), its name, and what
/// `cells` adds.
pub(super) fn iku_rows<'a>(
    context: &Context<'a>,
    cells: impl Fn(&'a Indikator) -> Vec<Cell>,
) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for sasaran in &context.berkas.sasaran {
        let own: Vec<_> = context.iku_of(sasaran).collect();
        for (index, indikator) in own.iter().enumerate() {
            let mut row = vec![numbered(rows.len() + 1)];
            if index == 0 {
                row.push(Cell::text(&sasaran.uraian).spanning(1, span(own.len())));
            }
            row.push(nama_cell(indikator));
            row.extend(cells(indikator));
            rows.push(row);
        }
    }
    rows
}

/// The name of an indikator, with its unit where the numbers do not carry it.
pub(super) fn nama_cell(it: &Indikator) -> Cell {
    Cell::text(with_unit(&it.nama, &it.satuan))
}

pub(super) fn numbered(number: usize) -> Cell {
    Cell::text(number.to_string())
}

/// As many rows or columns as a cell covers.
pub(super) fn span(count: usize) -> u16 {
    u16::try_from(count.max(1)).expect("tables have fewer rows than that")
}

/// A tick in the column of a class.
pub(super) fn tick() -> Cell {
    Cell::text("√").aligned(Align::Center)
}

/// Whether what was aimed at was reached: a capaian of 100 or more.
pub(super) fn is_reached(capaian: Option<&Figure>) -> bool {
    capaian.and_then(|it| it.value).is_some_and(|it| it >= Decimal::ONE_HUNDRED)
}

/// How many of some things, in the way a sentence begins or goes on with it: `tiga`, `12`.
pub(super) fn number_word(number: usize) -> String {
    let number = u64::try_from(number).expect("things in a file are fewer than that");
    if number <= 10 { selaras_domain::terbilang::write(number) } else { angka::format(number) }
}

/// All of some things: `keempat`, `kedua`; `12` from eleven on.
pub(super) fn all_of(number: usize) -> String {
    if (2..=10).contains(&number) {
        format!("ke{}", number_word(number))
    } else {
        number_word(number)
    }
}

/// The predicates of the IKU with their counts, in the order of first appearance.
pub(super) fn tally(context: &Context<'_>) -> Vec<(String, usize)> {
    let mut tally: Vec<(String, usize)> = Vec::new();
    for indikator in context.iku() {
        let capaian = context.angka(indikator, context.tahun(), "capaian");
        let Some(predikat) = capaian.and_then(|it| it.predikat.clone()) else { continue };
        match tally.iter_mut().find(|(it, _)| *it == predikat) {
            Some((_, count)) => *count += 1,
            None => tally.push((predikat, 1)),
        }
    }
    tally
}

/// `keempatnya berpredikat Sangat Berhasil`, `tiga berpredikat Sangat Berhasil dan satu Berhasil`.
pub(super) fn tally_words(context: &Context<'_>) -> Option<String> {
    let tally = tally(context);
    let parts: Vec<String> = tally
        .iter()
        .enumerate()
        .map(|(index, (predikat, count))| {
            let verb = if index == 0 { "berpredikat " } else { "" };
            format!("{} {verb}{predikat}", number_word(*count))
        })
        .collect();
    match &tally[..] {
        [] => None,
        [(predikat, 1)] if context.iku().len() == 1 => Some(format!("berpredikat {predikat}")),
        [(predikat, count)] if *count == context.iku().len() => {
            Some(format!("{}nya berpredikat {predikat}", all_of(*count)))
        }
        _ => Some(crate::words::join(&parts)),
    }
}

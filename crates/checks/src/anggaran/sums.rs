//! Sums of money over the rows below a row.

use std::collections::BTreeMap;

use selaras_domain::{Pagu, ProgramKegiatan, RealisasiAnggaran, Rupiah};

use crate::prelude::*;

/// The rows that were added up, and what they make.
pub(super) struct Sum<'a, R> {
    pub(super) rows: Vec<&'a R>,
    pub(super) amount: i64,
}

/// What a document states for the rows right below a row. `None` where it states none, or one that
/// cannot be read.
pub(super) fn of_children<'a>(
    s: &Subject<'a>,
    row: &ProgramKegiatan,
    stated: &BTreeMap<&'a BarisId, &'a Pagu>,
) -> Option<Sum<'a, Pagu>> {
    let rows: Vec<&Pagu> =
        s.children(&row.id).iter().filter_map(|it| stated.get(&it.id).copied()).collect();
    let amount: Option<i64> = rows.iter().map(|it| it.jumlah.map(Rupiah::get)).sum();
    Some(Sum { amount: amount.filter(|_| !rows.is_empty())?, rows })
}

/// What was spent on the rows right below a row in a period; under the total, on the roots that
/// name no
/// parent too.
pub(super) fn spent_on_children<'a>(
    s: &Subject<'a>,
    row: &ProgramKegiatan,
    tahun: Tahun,
    periode: Periode,
) -> Option<Sum<'a, RealisasiAnggaran>> {
    let rows: Vec<&RealisasiAnggaran> = match row.jenjang {
        Jenjang::Total => s
            .baris_of(Jenjang::Program)
            .filter_map(|it| s.realisasi_anggaran(&it.id, tahun, periode))
            .collect(),
        _ => s
            .children(&row.id)
            .iter()
            .filter_map(|it| s.realisasi_anggaran(&it.id, tahun, periode))
            .collect(),
    };
    let amount: Option<i64> = rows.iter().map(|it| it.jumlah.map(Rupiah::get)).sum();
    Some(Sum { amount: amount.filter(|_| !rows.is_empty())?, rows })
}

/// Names of some of the rows, fewer than all, that make just this amount.
pub(super) fn part_that_makes(
    amount: i64,
    rows: &[(&ProgramKegiatan, i64)],
) -> Option<Vec<String>> {
    // An office has a handful of programs; beyond that a chance hit would prove nothing.
    const MAX_ROWS: usize = 10;
    if rows.len() > MAX_ROWS {
        return None;
    }
    let all = 1_usize << rows.len();
    let chosen = (1..all - 1).find(|set| {
        let parts = rows.iter().enumerate().filter(|(index, _)| set >> index & 1 == 1);
        parts.map(|(_, (_, amount))| *amount).sum::<i64>() == amount
    })?;
    let names = rows.iter().enumerate().filter(|(index, _)| chosen >> index & 1 == 1);
    Some(names.map(|(_, (row, _))| row.nama.clone()).collect())
}

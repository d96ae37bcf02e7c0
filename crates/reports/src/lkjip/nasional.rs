//! Comparison with national values, «jika ada»: `nasional`, `nasional-target`,
//! `nasional-realisasi`. PermenPANRB 53/2014 Anak Lampiran II/1, analysis 4.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Align, Block, Cell, Tone, text};
use selaras_domain::{Code, Indikator, Pembanding, TingkatPembanding, angka};

use super::rows::{iku_rows, span};
use crate::context::{Context, Made};
use crate::table::{NO, TableBuilder, centred, faint, number, words};
use crate::words::{ILLEGIBLE, NONE, NOT_YET, capitalised, figure_cell, join, quantity};

/// The values to compare with at a level, in printing order.
fn at<'a>(
    context: &Context<'a>,
    tingkat: TingkatPembanding,
) -> impl Iterator<Item = &'a Pembanding> + use<'a> {
    context.berkas.pembanding.iter().filter(move |it| it.tingkat == tingkat)
}

/// The value of a level beside an IKU.
fn of_iku<'a>(
    context: &Context<'a>,
    it: &Indikator,
    tingkat: TingkatPembanding,
) -> Option<&'a Pembanding> {
    at(context, tingkat).find(|row| row.indikator.as_ref() == Some(&it.id))
}

/// The levels that a table compares with: the national one, and others that any IKU has a value of.
fn levels(context: &Context<'_>) -> Vec<TingkatPembanding> {
    let has = |it: &TingkatPembanding| at(context, *it).any(|row| row.realisasi.is_some());
    let levels = TingkatPembanding::ALL.iter().map(|(it, _)| *it);
    levels.filter(|it| *it == TingkatPembanding::Nasional || has(it)).collect()
}

fn value(value: Option<Decimal>, it: &Pembanding, satuan: &str) -> Cell {
    match value {
        Some(value) => {
            let percent = it.satuan.as_deref().unwrap_or(satuan) == "%";
            Cell::text(quantity(value, if percent { "%" } else { "" }))
        }
        None => faint(NONE),
    }
}

/// Every IKU beside its realisasi at other levels, or beside the reason why there is none.
pub(super) fn perbandingan(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let iku = context.iku();
    let levels = levels(context);
    let remark = |it: &Indikator| match of_iku(context, it, TingkatPembanding::Nasional) {
        Some(row) => row.keterangan.clone().unwrap_or_default(),
        None => "Pembanding nasional belum diisi".to_owned(),
    };
    let remarks: Vec<String> = iku.iter().map(|it| remark(it)).collect();
    // One remark for all is printed once.
    let is_shared = remarks.len() > 1 && remarks.iter().all(|it| *it == remarks[0]);
    let rows = iku_rows(context, |it| {
        let mut cells = vec![figure_cell(context.angka(it, tahun, "realisasi"))];
        cells.extend(levels.iter().map(|level| match of_iku(context, it, *level) {
            Some(row) => value(row.realisasi, row, &it.satuan),
            None => faint(NONE),
        }));
        if !is_shared {
            cells.push(Cell::text(remark(it)));
        } else if iku.first().is_some_and(|first| first.id == it.id) {
            cells.push(Cell::text(remark(it)).spanning(1, span(iku.len())));
        }
        cells
    });
    let names: Vec<String> = levels.iter().map(|it| capitalised(it.code())).collect();
    let judul = format!(
        "Perbandingan Realisasi Kinerja {} dengan Realisasi {} Tahun {tahun}",
        context.office(),
        join(&names)
    );
    let known = iku.iter().filter(|it| {
        let national = of_iku(context, it, TingkatPembanding::Nasional);
        national.is_some_and(|it| it.realisasi.is_some())
    });
    let simpulan = match known.count() {
        0 => Some(text(format!(
            "Tidak ada realisasi nasional yang dapat dibandingkan dengan IKU {}.",
            context.berkas.perangkat_daerah.singkatan
        ))),
        _ => None,
    };
    let mut titles = vec![
        "No".to_owned(),
        "Sasaran Strategis".to_owned(),
        "Indikator Kinerja".to_owned(),
        format!("Realisasi {tahun}"),
    ];
    titles.extend(names.iter().map(|it| format!("Realisasi {it}")));
    titles.push("Keterangan".to_owned());
    let mut columns = vec![NO, words(4), words(5), number()];
    columns.extend(levels.iter().map(|_| number()));
    columns.push(words(4));
    Ok(vec![
        TableBuilder::new("nasional", judul)
            .columns(&columns)
            .head_row(titles)
            .rows(rows)
            .simpulan(simpulan)
            .finish(),
    ])
}

/// The national indicators with a target that touch the work of the office.
fn with_target<'a>(context: &Context<'a>) -> Vec<&'a Pembanding> {
    at(context, TingkatPembanding::Nasional)
        .filter(|it| it.target.is_some() && it.nama.is_some())
        .collect()
}

fn none(context: &Context<'_>) -> Vec<Block> {
    let words = format!(
        "Tidak ada indikator nasional bertarget yang berkaitan dengan kinerja {}.",
        context.office()
    );
    vec![Block::Paragraph(text(words))]
}

/// `Target Nasional 2024`; without a year where the rows do not agree on one.
fn target_title(rows: &[&Pembanding], words: &str) -> String {
    let year = rows.first().and_then(|it| it.tahun_target);
    match year.filter(|it| rows.iter().all(|row| row.tahun_target == Some(*it))) {
        Some(year) => format!("{words} {year}"),
        None => words.to_owned(),
    }
}

pub(super) fn target(context: &Context<'_>, _: &[&str]) -> Made {
    let rows = with_target(context);
    if rows.is_empty() {
        return Ok(none(context));
    }
    let judul =
        format!("Indikator dan Target Nasional yang Berkaitan dengan Kinerja {}", context.office());
    let titles = ["Sasaran".to_owned(), "Indikator".to_owned(), target_title(&rows, "Target")];
    let mut table = TableBuilder::new("nasional-target", judul)
        .columns(&[words(4), words(5), number()])
        .head_row(titles);
    for row in &rows {
        table = table.row(vec![
            match &row.sasaran {
                Some(sasaran) => Cell::text(sasaran),
                None => faint(NOT_YET),
            },
            Cell::text(row.nama.as_deref().unwrap_or_default()),
            number_cell(row.target, row),
        ]);
    }
    Ok(vec![table.finish()])
}

fn number_cell(value: Option<Decimal>, it: &Pembanding) -> Cell {
    let satuan = it.satuan.as_deref().unwrap_or("");
    match value {
        Some(value) => Cell::text(quantity(value, satuan)),
        None => faint(missing(it)),
    }
}

/// Why a value of a comparison is not there.
fn missing(it: &Pembanding) -> &'static str {
    let is_illegible = it.asal.catatan.as_deref().is_some_and(|it| it.contains("tidak terbaca"));
    if is_illegible { ILLEGIBLE } else { NONE }
}

pub(super) fn realisasi(context: &Context<'_>, _: &[&str]) -> Made {
    let rows: Vec<_> =
        with_target(context).into_iter().filter(|it| own_name(context, it).is_some()).collect();
    if rows.is_empty() {
        return Ok(none(context));
    }
    let tahun = context.tahun();
    let office = context.office();
    let judul = match &rows[..] {
        [one] => format!(
            "Hasil Penilaian {} {office} serta Perbandingannya dengan Target Nasional",
            own_name(context, one).unwrap_or_default()
        ),
        _ => format!("Hasil Penilaian {office} serta Perbandingannya dengan Target Nasional"),
    };
    let titles = [
        "Indikator Nasional".to_owned(),
        target_title(&rows, "Target Nasional"),
        format!("IKU {office}"),
        target_title(&rows, "Target"),
        format!("Realisasi {tahun}"),
    ];
    let mut table = TableBuilder::new("nasional-realisasi", judul)
        .columns(&[words(5), number(), words(4), centred(), number()])
        .head_row(titles);
    for row in &rows {
        let own = row.indikator.as_ref().and_then(|id| context.berkas.find_indikator(id));
        let aim =
            own.zip(row.tahun_target).and_then(|(it, year)| context.angka(it, year, "target"));
        let (aim, reached) = match own {
            Some(it) => (figure_cell(aim), figure_cell(context.angka(it, tahun, "realisasi"))),
            None => (
                Cell::text(missing(row)).toned(Tone::Faint).aligned(Align::Center),
                match row.realisasi_sendiri {
                    Some(value) => Cell::text(angka::format(value)),
                    None => faint(missing(row)),
                },
            ),
        };
        table = table.row(vec![
            Cell::text(row.nama.as_deref().unwrap_or_default()),
            number_cell(row.target, row),
            Cell::text(own_name(context, row).unwrap_or_default()),
            aim,
            reached,
        ]);
    }
    Ok(vec![table.finish()])
}

/// The office's own indicator on the subject of a national one.
fn own_name<'a>(context: &Context<'a>, it: &'a Pembanding) -> Option<&'a str> {
    let own = it.indikator.as_ref().and_then(|id| context.berkas.find_indikator(id));
    own.map(|it| it.nama.as_str()).or(it.nama_sendiri.as_deref())
}

//! `rincian-perbandingan`: the formula of each IKU with the numbers of both years put in.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Block, Cell, Inline, Rank, text};
use selaras_domain::{Indikator, Tahun, Variabel};

use super::analisis::{calculation, causes};
use super::kalimat;
use super::rows::is_reached;
use crate::context::{Context, Made};
use crate::table::{TableBuilder, centred, faint, number, words};
use crate::words::{NONE, NOT_YET, bare_cell, quantity};

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    Ok(context.iku().into_iter().flat_map(|it| of_indikator(context, it)).collect())
}

fn of_indikator<'a>(context: &Context<'a>, it: &'a Indikator) -> Vec<Block> {
    let tahun = context.tahun();
    let mut blocks = vec![Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: format!("{}: {}", context.iku_number(it), it.nama),
        label: format!("rincian-{}", it.id),
    }];
    let years: Vec<Tahun> = context.last_year().into_iter().chain([tahun]).collect();
    blocks.extend(formula(context, it, &years));
    blocks.extend(inputs(context, it, &years));
    blocks.extend(kalimat::perbandingan(context, it).map(Block::Paragraph));
    if !is_reached(context.angka(it, tahun, "capaian")) {
        blocks.extend(causes(context, it));
    }
    blocks
}

/// The formula in words, and put to numbers for each year.
fn formula(context: &Context<'_>, it: &Indikator, years: &[Tahun]) -> Option<Block> {
    let mut lines = Vec::new();
    lines.extend(it.rumus_tertulis.as_ref().map(|words| text(words.as_str())));
    for tahun in years {
        let Some(words) = calculation(context.angka(it, *tahun, "realisasi")) else { continue };
        lines.push(vec![Inline::Strong(text(format!("Tahun {tahun}: "))), Inline::Text(words)]);
    }
    let blocks: Vec<Block> = lines.into_iter().map(Block::Paragraph).collect();
    (!blocks.is_empty()).then(|| Block::Box { judul: Some("Rumus".to_owned()), blocks })
}

/// The inputs and the result of each year in columns.
fn inputs<'a>(context: &Context<'a>, it: &'a Indikator, years: &[Tahun]) -> Option<Block> {
    let own: Vec<_> = context.berkas.variabel.iter().filter(|row| row.indikator == it.id).collect();
    let parts = komponen(context, it);
    if own.is_empty() && parts.is_empty() {
        return None;
    }
    let mut columns = vec![words(1), centred()];
    columns.extend(years.iter().map(|_| number()));
    let mut head: Vec<Cell> = ["Uraian", "Satuan"].map(Cell::text).to_vec();
    head.extend(years.iter().map(|it| Cell::text(it.to_string())));
    let mut table =
        TableBuilder::new(format!("rincian-{}-data", it.id), "").columns(&columns).head(head);
    for variabel in own {
        table = table.row(variabel_row(context, variabel, years));
    }
    for (nama, satuan, values) in parts {
        let mut row = vec![Cell::text(nama), Cell::text(satuan)];
        row.extend(years.iter().map(|year| {
            let value = values.iter().find(|(it, _)| it == year).and_then(|(_, value)| *value);
            value.map_or_else(|| faint(NONE), |it| Cell::text(quantity(it, "")))
        }));
        table = table.row(row);
    }
    let mut total = vec![Cell::text("Realisasi"), Cell::text(&it.satuan)];
    total.extend(years.iter().map(|year| bare_cell(context.angka(it, *year, "realisasi"))));
    Some(table.total(total).finish())
}

fn variabel_row(context: &Context<'_>, variabel: &Variabel, years: &[Tahun]) -> Vec<Cell> {
    let mut row = vec![Cell::text(&variabel.nama), Cell::text(&variabel.satuan)];
    row.extend(years.iter().map(|year| match context.variabel_value(variabel, *year) {
        Some(value) => Cell::text(quantity(value, "")),
        None => faint(NOT_YET),
    }));
    row
}

/// A component of a composed indikator: its name, its weight in words, its values by year.
type Row = (String, String, Vec<(Tahun, Option<Decimal>)>);

fn komponen(context: &Context<'_>, it: &Indikator) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for part in context.berkas.komponen.iter().filter(|row| row.indikator == it.id) {
        let value = (part.tahun, part.nilai);
        match rows.iter_mut().find(|(nama, ..)| *nama == part.nama) {
            Some((.., values)) => values.push(value),
            None => {
                let weight = format!("bobot {}", quantity(part.bobot, "%"));
                rows.push((part.nama.clone(), weight, vec![value]));
            }
        }
    }
    rows
}

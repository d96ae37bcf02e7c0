//! `rincian-perbandingan`: the formula of each IKU with the numbers of both years put in.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Block, Cell, Inline, Rank, text};
use selaras_domain::{Indikator, Masukan, Tahun, angka};

use super::analisis::{calculation, causes};
use super::kalimat;
use super::rows::is_reached;
use crate::context::{Context, Made};
use crate::table::{TableBuilder, centred, faint, number, words};
use crate::words::{NONE, bare_cell, missing, quantity};

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
    let moved = kalimat::perbandingan(context, it);
    blocks.push(Block::Paragraph(moved.unwrap_or_else(|| not_comparable(context, it, &years))));
    if !is_reached(context.angka(it, tahun, "capaian")) {
        blocks.extend(causes(context, it));
    }
    blocks
}

/// Why two years cannot be compared.
fn not_comparable(
    context: &Context<'_>,
    it: &Indikator,
    years: &[Tahun],
) -> selaras_domain::dokumen::Inlines {
    let year = years.iter().find_map(|year| {
        let realisasi = context.angka(it, *year, "realisasi");
        let has_value = realisasi.is_some_and(crate::words::has_value);
        (!has_value).then(|| format!("Realisasi tahun {year} {}", missing(realisasi)))
    });
    let why = year.unwrap_or_else(|| "Realisasi kedua tahun tidak sejenis".to_owned());
    text(format!("{why}, sehingga kedua tahun belum dapat dibandingkan."))
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

/// An input of an indikator: its name, its unit (or weight) and its value in each year.
struct Input {
    nama: String,
    satuan: String,
    values: Vec<Option<String>>,
}

/// The inputs and the result of each year in columns.
fn inputs<'a>(context: &Context<'a>, it: &'a Indikator, years: &[Tahun]) -> Option<Block> {
    let rows = match komponen(context, it, years) {
        none if none.is_empty() => counted(context, it, years),
        komponen => komponen,
    };
    if rows.is_empty() {
        return None;
    }
    let mut columns = vec![words(1), centred()];
    columns.extend(years.iter().map(|_| number()));
    let mut head: Vec<Cell> = ["Uraian", "Satuan"].map(Cell::text).to_vec();
    head.extend(years.iter().map(|it| Cell::text(it.to_string())));
    let mut table =
        TableBuilder::new(format!("rincian-{}-data", it.id), "").columns(&columns).head(head);
    for input in rows {
        let mut row = vec![Cell::text(input.nama), Cell::text(input.satuan)];
        let value = |it: Option<String>| it.map_or_else(|| faint(NONE), Cell::text);
        row.extend(input.values.into_iter().map(value));
        table = table.row(row);
    }
    let mut total = vec![Cell::text("Realisasi"), Cell::text(&it.satuan)];
    total.extend(years.iter().map(|year| bare_cell(context.angka(it, *year, "realisasi"))));
    Some(table.total(total).finish())
}

/// What a formula took in, as the trail of each year says it: variables and registers.
fn counted(context: &Context<'_>, it: &Indikator, years: &[Tahun]) -> Vec<Input> {
    let trail = |year: &Tahun| -> &[Masukan] {
        let realisasi = context.angka(it, *year, "realisasi");
        let computed = realisasi.filter(|it| it.jejak.hitungan.is_some());
        computed.map_or(&[], |it| &it.jejak.masukan)
    };
    let mut inputs: Vec<Input> = Vec::new();
    for masukan in years.iter().flat_map(trail) {
        if inputs.iter().any(|it| it.nama == masukan.nama) {
            continue;
        }
        let mut variables = context.berkas.variabel.iter();
        let variabel = variables.find(|row| row.indikator == it.id && row.nama == masukan.nama);
        let satuan = variabel.map_or("", |it| it.satuan.as_str());
        let value = |year: &Tahun| {
            let found = trail(year).iter().find(|it| it.nama == masukan.nama)?;
            let bare = found.nilai.strip_suffix(satuan).unwrap_or(&found.nilai);
            (found.nilai != selaras_rules::NONE).then(|| bare.trim_end().to_owned())
        };
        inputs.push(Input {
            nama: crate::words::capitalised(&masukan.nama),
            satuan: satuan.to_owned(),
            values: years.iter().map(value).collect(),
        });
    }
    inputs
}

fn komponen(context: &Context<'_>, it: &Indikator, years: &[Tahun]) -> Vec<Input> {
    let own = || context.berkas.komponen.iter().filter(|row| row.indikator == it.id);
    let decimals = own().filter_map(|it| it.nilai).map(|it| it.normalize().scale()).max();
    let shown = |mut it: Decimal| {
        it.rescale(decimals.unwrap_or(0));
        angka::format(it)
    };
    let mut inputs: Vec<Input> = Vec::new();
    for part in own() {
        if inputs.iter().any(|it| it.nama == part.nama) {
            continue;
        }
        let value = |year: &Tahun| -> Option<Decimal> {
            own().find(|it| it.nama == part.nama && it.tahun == *year)?.nilai
        };
        inputs.push(Input {
            nama: part.nama.clone(),
            satuan: format!("bobot {}", quantity(part.bobot, "%")),
            values: years.iter().map(|it| value(it).map(shown)).collect(),
        });
    }
    inputs
}

//! Annex: the measurement of the year, target against realisasi of every IKU, with the money of the
//! programs that serve them, signed by the head of the office.

use selaras_domain::dokumen::{Align, Block, Cell, Inline, RowKind, text};
use selaras_domain::{Figure, Id, Indikator, Sasaran};

use super::remarks::{Remarks, UNFILLED};
use super::{cells, signature};
use crate::context::{Context, PartError};
use crate::table::{NO, TableBuilder, centred, number, words};
use crate::words::decimals;

/// `lampiran-pengukuran`.
pub(super) fn part(ctx: &Context<'_>, _args: &[&str]) -> Result<Vec<Block>, PartError> {
    let facts = vec![
        ("Nama OPD".to_owned(), text(ctx.office_in_full())),
        ("Tahun anggaran".to_owned(), text(ctx.tahun().to_string())),
    ];
    let mut blocks = vec![Block::Facts(facts), indikator(ctx), anggaran(ctx)];
    blocks.extend(signature::kepala(ctx).map(|it| Block::Signatures(vec![it])));
    Ok(blocks)
}

fn indikator(ctx: &Context<'_>) -> Block {
    let groups: Vec<(&Sasaran, Vec<&Indikator>)> = ctx
        .berkas
        .sasaran
        .iter()
        .map(|it| (it, ctx.iku_of(it).collect::<Vec<_>>()))
        .filter(|(_, iku)| !iku.is_empty())
        .collect();
    if groups.is_empty() {
        return Block::Paragraph(text("Indikator kinerja utama belum diisi."));
    }
    // One unit for all stands in the head; several need a column.
    let all = || groups.iter().flat_map(|(_, iku)| iku);
    let needs_satuan = all().any(|it| it.satuan != "%");
    let mut columns = vec![NO, words(4), words(5)];
    let mut head = vec!["No", "Sasaran strategis dan indikator kinerja", "Formulasi perhitungan"];
    if needs_satuan {
        columns.push(centred());
        head.push("Satuan");
    }
    columns.extend([number(), number(), number()]);
    head.extend(match needs_satuan {
        true => ["Target", "Realisasi", "Capaian (%)"],
        false => ["Target (%)", "Realisasi (%)", "Capaian (%)"],
    });
    let places =
        |what: &str| decimals(all().map(|it| ctx.of_indikator(it.id.as_str(), ctx.tahun(), what)));
    let values = ["target", "realisasi", "capaian"].map(|it| (it, places(it)));
    let mut builder = TableBuilder::new("lampiran-pengukuran", "Capaian indikator kinerja utama")
        .columns(&columns)
        .head_row(head);
    let mut remarks = Remarks::default();
    let mut nomor = 0;
    for (sasaran, iku) in &groups {
        builder = builder.group(sasaran.uraian.as_str());
        for indikator in iku {
            nomor += 1;
            let mut row = vec![Cell::text(format!("{nomor}")), Cell::text(indikator.nama.as_str())];
            row.push(formula(indikator, &mut remarks));
            if needs_satuan {
                row.push(Cell::text(indikator.satuan.as_str()));
            }
            for (what, places) in values {
                row.push(figure(ctx, indikator, what, places, &mut remarks));
            }
            builder.push(RowKind::Body, row);
        }
    }
    remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
}

fn formula(indikator: &Indikator, remarks: &mut Remarks) -> Cell {
    if let Some(rumus) = &indikator.rumus_tertulis {
        return Cell::text(rumus.as_str());
    }
    let mark = remarks.mark("formulasi perhitungan belum diisi");
    Cell::new(vec![Inline::Text(selaras_rules::NONE.to_owned()), mark])
}

/// A figure of an indicator, with a remark where there is none.
fn figure(
    ctx: &Context<'_>,
    indikator: &Indikator,
    what: &str,
    places: u32,
    remarks: &mut Remarks,
) -> Cell {
    let figure = ctx.of_indikator(indikator.id.as_str(), ctx.tahun(), what);
    let mut cell = cells::figure_at(figure, places);
    if !cells::is_known(figure) {
        let note = figure.and_then(|it: &Figure| it.note.clone());
        let reason = note.unwrap_or_else(|| UNFILLED.to_owned());
        cell.content.push(remarks.mark(&format!("{what} {}: {reason}", indikator.nama)));
    }
    cell
}

/// Pagu and realisasi of the programs that serve an IKU.
fn anggaran(ctx: &Context<'_>) -> Block {
    let tahun = ctx.tahun();
    let programs = ctx.programs_serving(&ctx.iku());
    if programs.is_empty() {
        let sentence = "Indikator kinerja utama belum dipetakan ke program, sehingga anggaran \
                        program prioritas tidak dapat disajikan.";
        return Block::Paragraph(text(sentence));
    }
    let mut remarks = Remarks::default();
    let mut amounts = |key: &str, name: &str| -> Vec<Cell> {
        let cell = |what: &str| {
            let figure = ctx.of_anggaran(key, tahun, what);
            let mut cell = cells::figure(figure);
            if !cells::is_known(figure) {
                let note = figure.and_then(|it: &Figure| it.note.clone());
                let reason = note.unwrap_or_else(|| UNFILLED.to_owned());
                cell.content.push(remarks.mark(&format!("{what} {name}: {reason}")));
            }
            cell
        };
        ["pagu", "realisasi", "persen"].map(cell).to_vec()
    };
    let mut builder =
        TableBuilder::new("lampiran-pengukuran-anggaran", "Anggaran program prioritas")
            .columns(&[NO, words(1), number(), number(), number()])
            .head_row(["No", "Program", "Pagu (Rp)", "Realisasi (Rp)", "Persentase (%)"]);
    for (program, nomor) in programs.iter().zip(1..) {
        let names = vec![Cell::text(format!("{nomor}")), Cell::text(program.nama.as_str())];
        builder.push(RowKind::Body, [names, amounts(program.id.as_str(), &program.nama)].concat());
    }
    let jumlah = vec![Cell::text("Jumlah program prioritas").spanning(2, 1).aligned(Align::Left)];
    let total = [jumlah, amounts("prioritas", "program prioritas")].concat();
    let builder = builder.total(total);
    remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
}

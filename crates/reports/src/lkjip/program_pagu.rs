//! `program-pagu`: the programs with their budget and where the money comes from, by document.

use selaras_domain::dokumen::{Cell, Inlines};
use selaras_domain::{BarisId, DokumenId, DokumenSumber, Id, Jenjang};

use super::rows::numbered;
use crate::context::{Context, Made, PartError};
use crate::table::{NO, TableBuilder, faint, number, words};
use crate::words::{NOT_YET, Prose, bare_cell, change};

pub(super) fn part(context: &Context<'_>, args: &[&str]) -> Made {
    let dokumen = context.find_dokumen(args[0]).map_err(PartError)?;
    let change = if dokumen.mengubah.is_some() { "Perubahan " } else { "" };
    let judul = format!("Program Kerja {change}{} Tahun {}", context.office(), context.tahun());
    let pagu =
        |key: &str| context.of_anggaran(key, context.tahun(), &format!("pagu/{}", dokumen.id));
    let mut table = TableBuilder::new("program-pagu", judul)
        .columns(&[NO, words(4), number(), words(2)])
        .head_row(["No", "Program", "Anggaran (Rp)", "Sumber Dana"])
        .simpulan(simpulan(context, dokumen))
        .note(context.source_note(Some(&dokumen.id)));
    let programs = context.programs().filter(|it| pagu(it.id.as_str()).is_some());
    for (index, program) in programs.enumerate() {
        table = table.row(vec![
            numbered(index + 1),
            Cell::text(&program.nama),
            bare_cell(pagu(program.id.as_str())),
            sources(context, Some(&program.id), dokumen),
        ]);
    }
    if table.is_empty() {
        return Err(PartError(format!(
            "«{}» tidak memuat pagu program tahun {}. Isi pagu.csv.",
            dokumen.id,
            context.tahun()
        )));
    }
    let total = context.rows_of(Jenjang::Total).next().map(|it| &it.id);
    Ok(vec![
        table
            .total(vec![
                Cell::text("Jumlah").spanning(2, 1),
                bare_cell(pagu("total")),
                sources(context, total, dokumen),
            ])
            .finish(),
    ])
}

/// Where the money of a row comes from: `DBH, DAU`.
fn sources(context: &Context<'_>, baris: Option<&BarisId>, dokumen: &DokumenSumber) -> Cell {
    let rows = context.berkas.sumber_dana.iter();
    let own = rows.filter(|it| Some(&it.baris) == baris && it.dokumen == dokumen.id);
    let names: Vec<&str> = own.map(|it| it.nama.as_str()).collect();
    if names.is_empty() { faint(NOT_YET) } else { Cell::text(names.join(", ")) }
}

/// The sum, and how it stands to the document that this one changes.
fn simpulan(context: &Context<'_>, dokumen: &DokumenSumber) -> Option<Inlines> {
    let of = |id: &DokumenId| context.of_anggaran("total", context.tahun(), &format!("pagu/{id}"));
    let total = of(&dokumen.id)?;
    let prose = Prose::new().text("Anggaran seluruhnya ").figure(Some(total));
    let before = dokumen.mengubah.as_ref().and_then(of);
    let prose = match (before.and_then(|it| it.value), total.value) {
        (Some(before), Some(now)) if before != now => prose
            .text(", ")
            .words_of(total, change(before, now, "rupiah"))
            .text(" dari anggaran sebelum perubahan"),
        (Some(_), Some(_)) => prose.text(", sama dengan anggaran sebelum perubahan"),
        _ => prose,
    };
    Some(prose.text(".").done())
}

//! `pk`: what an agreement aims at, as a table of sasaran, indicators and targets.

use selaras_domain::dokumen::{Cell, Inlines, text};
use selaras_domain::{Id, Indikator, NilaiTarget, PerjanjianKinerja, StatusPerjanjian, tanggal};

use super::rows::{nama_cell, number_word, numbered, span};
use crate::call::unknown;
use crate::context::{Context, Made, PartError};
use crate::table::{NO, TableBuilder, centred, words};
use crate::words::{NOT_YET, target_words_at};

pub(super) fn part(context: &Context<'_>, args: &[&str]) -> Made {
    let pk = find(context, args)?;
    let tahun = pk.tahun;
    let change = if pk.mengubah.is_some() { "Perubahan " } else { "" };
    let judul = format!("{change}Perjanjian Kinerja {} Tahun {tahun}", context.office());
    let groups = groups(context, pk);
    let has_tujuan = groups.iter().any(|it| it.is_tujuan);
    let kind = if has_tujuan { "Tujuan/Sasaran Strategis" } else { "Sasaran Strategis" };
    let mut table = TableBuilder::new("pk", judul)
        .columns(&[NO, words(5), words(6), centred()])
        .head_row(["No", kind, "Indikator Kinerja", "Target"])
        .simpulan(simpulan(pk, &groups))
        .note(context.source_note(Some(&pk.dokumen)));
    let mut number = 0;
    for group in &groups {
        for (index, indikator) in group.indikator.iter().enumerate() {
            number += 1;
            let mut row = vec![numbered(number)];
            if index == 0 {
                row.push(Cell::text(group.uraian).spanning(1, span(group.indikator.len())));
            }
            row.push(nama_cell(indikator));
            row.push(target_cell(context, pk, indikator));
            table = table.row(row);
        }
    }
    if table.is_empty() {
        return Err(PartError(format!(
            "perjanjian «{}» tidak memuat target. Isi target.csv dengan dokumen «{}».",
            pk.id, pk.dokumen
        )));
    }
    Ok(vec![table.finish()])
}

/// The agreement that is asked for: by its id, or the first of the year.
pub(super) fn find<'a>(
    context: &Context<'a>,
    args: &[&str],
) -> Result<&'a PerjanjianKinerja, PartError> {
    match args {
        [id, ..] => context.agreement(id).ok_or_else(|| {
            let names = context.berkas.perjanjian_kinerja.iter().map(|it| it.id.as_str());
            PartError(unknown("perjanjian kinerja", id, names))
        }),
        [] => context.first_agreement().ok_or_else(|| {
            PartError(format!(
                "perjanjian kinerja tahun {} belum ada. Isi perjanjian_kinerja.csv.",
                context.tahun()
            ))
        }),
    }
}

/// A tujuan or a sasaran with the indicators that an agreement aims at.
pub(super) struct Group<'a> {
    pub(super) is_tujuan: bool,
    pub(super) uraian: &'a str,
    pub(super) indikator: Vec<&'a Indikator>,
}

/// Everything that the document of an agreement has a target for, in the order of the strategy.
pub(super) fn groups<'a>(context: &Context<'a>, pk: &PerjanjianKinerja) -> Vec<Group<'a>> {
    let agreed = |it: &&Indikator| context.target_in(&it.id, pk.tahun, &pk.dokumen).is_some();
    let mut groups = Vec::new();
    for tujuan in &context.berkas.tujuan {
        groups.push(Group {
            is_tujuan: true,
            uraian: &tujuan.uraian,
            indikator: context.indikator_of_tujuan(tujuan).filter(agreed).collect(),
        });
        for sasaran in context.sasaran_of(tujuan) {
            groups.push(Group {
                is_tujuan: false,
                uraian: &sasaran.uraian,
                indikator: context.iku_of(sasaran).filter(agreed).collect(),
            });
        }
    }
    groups.retain(|it| !it.indikator.is_empty());
    groups
}

/// The target of an agreement; percent is said, other units stand beside the name.
fn target_cell(context: &Context<'_>, pk: &PerjanjianKinerja, it: &Indikator) -> Cell {
    let unit = if it.satuan == "%" { "%" } else { "" };
    target_cell_with(context, pk, it, unit)
}

/// The target of an agreement, as it says it, followed by `unit`; one precision for all indicators
/// of one satuan.
pub(super) fn target_cell_with(
    context: &Context<'_>,
    pk: &PerjanjianKinerja,
    it: &Indikator,
    unit: &str,
) -> Cell {
    let of = |it: &Indikator| {
        context.target_in(&it.id, pk.tahun, &pk.dokumen).and_then(|it| it.nilai.as_ref())
    };
    let alike = context.berkas.indikator.iter();
    let alike = alike.filter(|other| other.satuan == it.satuan && other.jenis == it.jenis);
    let scales = alike.filter_map(|it| match of(it)? {
        NilaiTarget::Angka(value) => Some(value.normalize().scale()),
        NilaiTarget::Rentang(..) | NilaiTarget::Predikat(_) => None,
    });
    let decimals = scales.max().unwrap_or(0);
    match of(it) {
        Some(nilai) => Cell::text(target_words_at(nilai, unit, decimals)),
        None => crate::table::faint(NOT_YET),
    }
}

fn simpulan(pk: &PerjanjianKinerja, groups: &[Group<'_>]) -> Inlines {
    let parts = |is_tujuan: bool| groups.iter().filter(move |it| it.is_tujuan == is_tujuan);
    let indicators: usize = groups.iter().map(|it| it.indikator.len()).sum();
    let mut what = vec![format!("{} sasaran", number_word(parts(false).count()))];
    if parts(true).count() > 0 {
        what.insert(0, format!("{} tujuan", number_word(parts(true).count())));
    }
    let what = format!("{} dengan {} indikator", what.join(" dan "), number_word(indicators));
    let words = match &pk.status {
        StatusPerjanjian::Ditandatangani { tanggal } => {
            format!("Ditandatangani pada {}; memuat {what}.", tanggal::format(*tanggal))
        }
        StatusPerjanjian::Diajukan => {
            format!("Telah diajukan, belum ditandatangani; memuat {what}.")
        }
        StatusPerjanjian::Draf => format!("Masih berupa konsep; memuat {what}."),
    };
    text(words)
}

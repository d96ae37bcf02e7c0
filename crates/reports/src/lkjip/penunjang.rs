//! `penunjang-program`: which programs and kegiatan carried each sasaran, or held it back.
//! PermenPANRB 53/2014 Anak Lampiran II/1, analysis 7.

use selaras_domain::dokumen::{Block, Cell, Inline, Inlines, RowKind, text};
use selaras_domain::{Figure, Id, Indikator, JenisIndikator, Jenjang, ProgramKegiatan, Sasaran};

use super::rows::{is_reached, number_word};
use crate::context::{Context, Made};
use crate::table::{TableBuilder, faint, number, words};
use crate::words::{NONE, NOT_YET, Prose, bare_cell, capitalised, figure_cell, join};

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let sasaran_list = &context.berkas.sasaran;
    Ok(sasaran_list.iter().flat_map(|it| of_sasaran(context, it)).collect())
}

fn of_sasaran<'a>(context: &Context<'a>, sasaran: &'a Sasaran) -> Vec<Block> {
    let iku: Vec<_> = context.iku_of(sasaran).collect();
    let programs = context.programs_serving(&iku);
    let opening = vec![Inline::Strong(text(format!("Sasaran: {}.", sasaran.uraian)))];
    if programs.is_empty() {
        let mut inlines = opening;
        inlines.extend(text(" Program yang menunjangnya belum dipetakan."));
        return vec![Block::Paragraph(inlines)];
    }
    let mut inlines = opening;
    inlines.push(Inline::Text(" ".to_owned()));
    inlines.extend(outcome(context, &iku));
    inlines.extend(carried(&programs));
    let mut table = TableBuilder::new(format!("penunjang-{}", sasaran.id), "")
        .columns(&[words(1), number(), number(), number(), number()])
        .head_row([
            "Program/Kegiatan",
            "Capaian Kinerja",
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan",
        ]);
    for program in &programs {
        add(&mut table, context, program);
    }
    vec![Block::Paragraph(inlines), table.finish()]
}

/// Which IKU were reached and which were not.
fn outcome(context: &Context<'_>, iku: &[&Indikator]) -> Inlines {
    let capaian =
        |it: &Indikator| -> Option<&Figure> { context.angka(it, context.tahun(), "capaian") };
    let names = |reached: bool| -> Vec<String> {
        iku.iter()
            .filter(|it| capaian(it).is_some_and(|it| it.value.is_some()))
            .filter(|it| is_reached(capaian(it)) == reached)
            .map(|it| context.iku_number(it))
            .collect()
    };
    let (reached, missed) = (names(true), names(false));
    let words = match (&reached[..], &missed[..]) {
        ([], []) => "Capaian IKU-nya belum dapat dinilai.".to_owned(),
        (reached, []) => format!("{} mencapai target.", join(reached)),
        ([], missed) => format!("{} belum mencapai target.", join(missed)),
        (reached, missed) => {
            format!("{} mencapai target, sedangkan {} belum.", join(reached), join(missed))
        }
    };
    text(words)
}

fn carried(programs: &[&ProgramKegiatan]) -> Inlines {
    let names: Vec<&str> = programs.iter().map(|it| it.nama.as_str()).collect();
    let words = match &names[..] {
        [one] => format!(" Sasaran ini ditopang {one}."),
        _ => format!(
            " {} program menopangnya: {}.",
            capitalised(&number_word(names.len())),
            join(&names)
        ),
    };
    Prose::new().text(words).done()
}

fn add(table: &mut TableBuilder, context: &Context<'_>, row: &ProgramKegiatan) {
    let (kind, indent) = match row.jenjang {
        Jenjang::Program => (RowKind::Group, 0),
        _ => (RowKind::Body, 1),
    };
    let of = |what| context.of_anggaran(row.id.as_str(), context.tahun(), what);
    let money = |figure: Option<&Figure>| match figure {
        Some(_) => bare_cell(figure),
        None => faint(NOT_YET),
    };
    table.push(
        kind,
        vec![
            Cell::text(&row.nama).indented(indent),
            performance(context, row),
            money(of("pagu")),
            money(of("realisasi")),
            figure_cell(of("persen")),
        ],
    );
    let children = context.berkas.program_kegiatan.iter();
    for child in children.filter(|it| it.induk.as_ref() == Some(&row.id)) {
        if child.jenjang == Jenjang::Kegiatan {
            add(table, context, child);
        }
    }
}

/// The capaian of the first indikator of a row.
fn performance(context: &Context<'_>, row: &ProgramKegiatan) -> Cell {
    let berkas = context.berkas;
    let own = berkas.indikator.iter().find(|it| {
        matches!(it.jenis, JenisIndikator::Program | JenisIndikator::Kegiatan)
            && it.pokok == selaras_domain::Pokok::Baris(row.id.clone())
    });
    match own {
        Some(it) => figure_cell(context.angka(it, context.tahun(), "capaian")),
        None => faint(NONE),
    }
}

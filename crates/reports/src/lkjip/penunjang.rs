//! `penunjang-program`: which programs and kegiatan carried each sasaran, or held it back.
//! PermenPANRB 53/2014 Anak Lampiran II/1, analysis 7.

use selaras_domain::dokumen::{Block, Cell, Inlines, RowKind, text};
use selaras_domain::{Figure, Id, Indikator, JenisIndikator, Jenjang, ProgramKegiatan, Sasaran};

use super::rows::{is_reached, number_word};
use crate::context::{Context, Made};
use crate::table::{TableBuilder, faint, number, words};
use crate::words::{NONE, NOT_YET, Prose, bare_cell, capitalised, join, shown, spoken};

/// As many outputs as a sentence can name.
const NAMED: usize = 6;

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let sasaran_list = &context.berkas.sasaran;
    Ok(sasaran_list.iter().flat_map(|it| of_sasaran(context, it)).collect())
}

fn of_sasaran<'a>(context: &Context<'a>, sasaran: &'a Sasaran) -> Vec<Block> {
    let iku: Vec<_> = context.iku_of(sasaran).collect();
    let programs = context.programs_serving(&iku);
    let opening = Prose::new().strong(format!("{}.", sasaran.uraian)).text(" ");
    if programs.is_empty() {
        let prose = opening.text("Program yang menunjang sasaran ini belum dipetakan.");
        return vec![Block::Paragraph(prose.done())];
    }
    let prose = opening.text(outcome(context, &iku)).text(carried(&programs));
    let mut table = TableBuilder::new(format!("penunjang-{}", sasaran.id), "")
        .columns(&[words(5), words(3), number(), number(), number()])
        .head_row(["Program/Kegiatan", "Kinerja", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"]);
    for program in &programs {
        add(&mut table, context, program);
    }
    let mut blocks = vec![Block::Paragraph(prose.done()), table.finish()];
    blocks.extend(outputs(context, &programs).map(Block::Paragraph));
    blocks
}

/// Which IKU were reached and which were not.
fn outcome(context: &Context<'_>, iku: &[&Indikator]) -> String {
    let capaian =
        |it: &Indikator| -> Option<&Figure> { context.angka(it, context.tahun(), "capaian") };
    let names = |reached: bool| -> Vec<String> {
        iku.iter()
            .filter(|it| capaian(it).is_some_and(|it| it.value.is_some()))
            .filter(|it| is_reached(capaian(it)) == reached)
            .map(|it| context.iku_number(it))
            .collect()
    };
    match (&names(true)[..], &names(false)[..]) {
        ([], []) => "Capaian IKU-nya belum dapat dinilai.".to_owned(),
        (reached, []) => format!("{} mencapai target.", join(reached)),
        ([], missed) => format!("{} belum mencapai target.", join(missed)),
        (reached, missed) => {
            format!("{} mencapai target, sedangkan {} belum.", join(reached), join(missed))
        }
    }
}

fn carried(programs: &[&ProgramKegiatan]) -> String {
    let names: Vec<&str> = programs.iter().map(|it| it.nama.as_str()).collect();
    match &names[..] {
        [one] => format!(" Sasaran ini ditopang oleh {one}."),
        _ => format!(
            " {} program menopang sasaran ini, yaitu {}.",
            capitalised(&number_word(names.len())),
            join(&names)
        ),
    }
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
            money(of("persen")),
        ],
    );
    let children = context.berkas.program_kegiatan.iter();
    for child in children.filter(|it| it.induk.as_ref() == Some(&row.id)) {
        if child.jenjang == Jenjang::Kegiatan && context.is_in_tree(child) {
            add(table, context, child);
        }
    }
}

/// The capaian of a row's own indikator, or how many outputs under it reached their targets.
fn performance(context: &Context<'_>, row: &ProgramKegiatan) -> Cell {
    let own = context.indikator_of_row(row).find_map(|it| {
        let jenis = matches!(it.jenis, JenisIndikator::Program | JenisIndikator::Kegiatan);
        let capaian = context.angka(it, context.tahun(), "capaian");
        capaian.filter(|found| jenis && found.value.is_some())
    });
    if let Some(capaian) = own {
        return Cell::text(format!("capaian {}", shown(Some(capaian))));
    }
    let known = outputs_of(context, &[row]);
    let reached = known.iter().filter(|(_, capaian)| is_reached(Some(capaian))).count();
    match known.len() {
        0 if context.indikator_of_row(row).next().is_none() => faint(NONE),
        0 => faint(NOT_YET),
        all => Cell::text(format!("{reached} dari {all} keluaran mencapai target")),
    }
}

/// The subkegiatan under some rows whose output has a capaian.
fn outputs_of<'a>(
    context: &Context<'a>,
    rows: &[&ProgramKegiatan],
) -> Vec<(&'a ProgramKegiatan, &'a Figure)> {
    let is_under = |it: &&ProgramKegiatan| {
        let mut ancestor = it.induk.as_ref();
        while let Some(id) = ancestor {
            if rows.iter().any(|row| row.id == *id) {
                return true;
            }
            ancestor = context.berkas.find_baris(id).and_then(|it| it.induk.as_ref());
        }
        false
    };
    let capaian = |row: &'a ProgramKegiatan| {
        let mut own = context.indikator_of_row(row);
        let keluaran = own.find(|it| it.jenis == JenisIndikator::Keluaran)?;
        let capaian = context.angka(keluaran, context.tahun(), "capaian")?;
        capaian.value.map(|_| (row, capaian))
    };
    context.rows_of(Jenjang::Subkegiatan).filter(is_under).filter_map(capaian).collect()
}

/// How many outputs reached their targets, and which did not.
fn outputs(context: &Context<'_>, programs: &[&ProgramKegiatan]) -> Option<Inlines> {
    let mut known = outputs_of(context, programs);
    if known.is_empty() {
        return None;
    }
    let all = known.len();
    known.retain(|(_, capaian)| !is_reached(Some(capaian)));
    known.sort_by_key(|(_, capaian)| capaian.value);
    let missed: Vec<String> = known
        .iter()
        .take(NAMED)
        .map(|(row, capaian)| format!("{} ({})", row.nama, spoken(Some(capaian))))
        .collect();
    let words = match known.len() {
        0 => format!("Seluruh keluaran subkegiatannya, {all} buah, mencapai target."),
        more => {
            let reached = all - more;
            let beginning =
                if more > NAMED { "Yang terendah capaiannya adalah" } else { "Yang belum adalah" };
            format!(
                "Dari {all} keluaran subkegiatan yang terukur, {reached} mencapai target. \
                 {beginning} {}.",
                join(&missed)
            )
        }
    };
    Some(text(words))
}

//! `penunjang-program`: which programs and kegiatan carried each sasaran, or held it back.
//! PermenPANRB 53/2014 Anak Lampiran II/1, analysis 7.

use selaras_domain::dokumen::{Block, Cell, Inlines, RowKind, text};
use selaras_domain::{
    BarisId, Figure, Id, Indikator, JenisIndikator, Jenjang, Pokok, ProgramKegiatan, Sasaran, Tanda,
};

use super::rows::{all_of, is_reached, number_word};
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
    let serving = Serving { context, iku: &iku };
    for program in &programs {
        serving.add(&mut table, program);
    }
    let mut blocks = vec![Block::Paragraph(prose.done()), table.finish()];
    blocks.extend(serving.outputs(&programs).map(Block::Paragraph));
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

/// The rows of the budget that serve the IKU of one sasaran.
struct Serving<'s, 'a> {
    context: &'s Context<'a>,
    iku: &'s [&'a Indikator],
}

impl<'a> Serving<'_, 'a> {
    /// Whether a row serves: it is mapped itself, or lies above or under a mapped row.
    fn includes(&self, row: &ProgramKegiatan) -> bool {
        let mapped = self.context.berkas.pemetaan_anggaran.iter().filter(|it| {
            it.tanda == Tanda::Tambah && self.iku.iter().any(|iku| iku.id == it.indikator)
        });
        mapped
            .into_iter()
            .any(|it| self.is_under(&row.id, &it.baris) || self.is_under(&it.baris, &row.id))
    }

    /// Whether `row` is `above`, or under it.
    fn is_under(&self, row: &BarisId, above: &BarisId) -> bool {
        let mut ancestor = Some(row);
        while let Some(id) = ancestor {
            if id == above {
                return true;
            }
            ancestor = self.context.berkas.find_baris(id).and_then(|it| it.induk.as_ref());
        }
        false
    }

    fn add(&self, table: &mut TableBuilder, row: &ProgramKegiatan) {
        let context = self.context;
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
                self.performance(row),
                money(of("pagu")),
                money(of("realisasi")),
                money(of("persen")),
            ],
        );
        let children = context.rows_of(Jenjang::Kegiatan);
        for child in children.filter(|it| it.induk.as_ref() == Some(&row.id)) {
            if context.is_in_tree(child) && self.includes(child) {
                self.add(table, child);
            }
        }
    }

    /// The capaian of a row's own indikator, or how many outputs under it reached their targets.
    fn performance(&self, row: &ProgramKegiatan) -> Cell {
        let indikator = || {
            self.context
                .berkas
                .indikator
                .iter()
                .filter(|it| it.pokok == Pokok::Baris(row.id.clone()))
        };
        let own = indikator().find_map(|it| {
            let jenis = matches!(it.jenis, JenisIndikator::Program | JenisIndikator::Kegiatan);
            let capaian = self.context.angka(it, self.context.tahun(), "capaian");
            capaian.filter(|found| jenis && found.value.is_some())
        });
        if let Some(capaian) = own {
            return Cell::text(format!("capaian {}", shown(Some(capaian))));
        }
        let known = self.known_outputs(&[row]);
        let reached = known.iter().filter(|(_, capaian)| is_reached(Some(capaian))).count();
        match known.len() {
            0 if indikator().next().is_none() => faint(NONE),
            0 => faint(NOT_YET),
            all => Cell::text(format!("{reached} dari {all} keluaran mencapai target")),
        }
    }

    /// The serving subkegiatan under some rows whose output has a capaian.
    fn known_outputs(&self, rows: &[&ProgramKegiatan]) -> Vec<(&'a ProgramKegiatan, &'a Figure)> {
        let context = self.context;
        let is_under = |it: &&ProgramKegiatan| {
            rows.iter().any(|row| self.is_under(&it.id, &row.id)) && self.includes(it)
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
    fn outputs(&self, programs: &[&ProgramKegiatan]) -> Option<Inlines> {
        let mut known = self.known_outputs(programs);
        let all = known.len();
        if all == 0 {
            return None;
        }
        known.retain(|(_, capaian)| !is_reached(Some(capaian)));
        known.sort_by_key(|(_, capaian)| capaian.value);
        let missed: Vec<String> = known
            .iter()
            .take(NAMED)
            .map(|(row, capaian)| format!("{} ({})", row.nama, spoken(Some(capaian))))
            .collect();
        let beginning = match known.len() > NAMED {
            true => "Yang terendah capaiannya adalah",
            false => "Yang belum adalah",
        };
        let words = match (all, known.len()) {
            (1, 0) => "Satu-satunya keluaran subkegiatan yang terukur mencapai target.".to_owned(),
            (_, 0) => {
                format!(
                    "{} keluaran subkegiatan yang terukur mencapai target.",
                    capitalised(&all_of(all))
                )
            }
            (1, _) => format!(
                "Satu-satunya keluaran subkegiatan yang terukur, {}, belum mencapai target.",
                missed[0]
            ),
            (_, more) if more == all => format!(
                "Belum satu pun dari {} keluaran subkegiatan yang terukur mencapai target: {}.",
                number_word(all),
                join(&missed)
            ),
            (_, more) => format!(
                "Dari {} keluaran subkegiatan yang terukur, {} mencapai target. {beginning} {}.",
                number_word(all),
                number_word(all - more),
                join(&missed)
            ),
        };
        Some(text(words))
    }
}

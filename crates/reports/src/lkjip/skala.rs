//! `skala` and `rumus-capaian`: how the report judges and computes.

use std::collections::BTreeSet;

use selaras_domain::dokumen::{Align, Block, Cell, Inline, Inlines, text};
use selaras_domain::{
    Id, Indikator, JenisIndikator, RumusCapaian, TahapPembulatan, TargetNol, Verifikasi, angka,
};
use selaras_rules::rule;

use super::rows::{number_word, numbered};
use crate::call::unknown;
use crate::context::{Context, Made, PartError};
use crate::scale::interval;
use crate::table::{NO, TableBuilder, fixed, words};
use crate::words::{capitalised, join};

pub(super) fn part(context: &Context<'_>, args: &[&str]) -> Made {
    let skala = context.skala(args[0]).ok_or_else(|| {
        let names = context.berkas.skala.iter().map(|it| it.id.as_str());
        PartError(unknown("skala", args[0], names))
    })?;
    let bands = context.bands(&skala.id);
    if bands.is_empty() {
        return Err(PartError(format!(
            "skala «{}» tidak berpita pada tahun {}. Isi pita.csv.",
            skala.id,
            context.tahun()
        )));
    }
    let is_of_iku = context.skala_of_kind(JenisIndikator::Iku) == Some(&skala.id);
    let unit =
        if context.berkas.kebijakan.skala_efisiensi.as_ref() == Some(&skala.id) { "" } else { "%" };
    let mut table = TableBuilder::new("skala", &skala.nama);
    table = if is_of_iku {
        table
            .columns(&[NO, fixed(380, Align::Center), words(1), words(1)])
            .head(vec![
                Cell::text("No").spanning(1, 2),
                Cell::text("Nilai Capaian Kinerja").spanning(2, 1),
                Cell::text("Atribut").spanning(1, 2),
            ])
            .head_row(["%", "Keterangan Persentase"])
    } else {
        table.columns(&[NO, words(1), words(1)]).head_row([
            "No",
            "Interval Nilai Realisasi Kinerja",
            "Kriteria Penilaian Realisasi Kinerja",
        ])
    };
    for (index, band) in bands.iter().enumerate() {
        let above = index.checked_sub(1).map(|it| &bands[it]);
        let exact = interval(band, above, unit);
        let tone = context.tone_of(Some(&skala.id), Some(&band.predikat));
        let mut row = vec![numbered(index + 1)];
        if is_of_iku {
            row.push(Cell::text(interval(band, above, "")));
            row.push(Cell::text(band.tertulis.clone().unwrap_or(exact)));
        } else {
            row.push(Cell::text(exact));
        }
        row.push(Cell::text(&band.predikat).toned(tone));
        table = table.row(row);
    }
    if unit == "%" {
        let words = format!("Nilai di atas 100% berpredikat {}.", bands[0].predikat);
        table = table.note(text(words));
    }
    if skala.verifikasi == Verifikasi::Belum {
        table = table.note(text("Skala ini belum diverifikasi dengan naskah peraturannya."));
    }
    Ok(vec![table.finish()])
}

/// The formula of capaian of an indikator: its own, or that of its kind.
fn rumus_of(context: &Context<'_>, it: &Indikator) -> Option<RumusCapaian> {
    let of_kind = context.berkas.cara_of_kind(it.jenis).map(|it| it.rumus);
    it.cara.rumus.or(of_kind)
}

/// What a formula is for, as the title of its box.
fn meaning(rumus: RumusCapaian) -> &'static str {
    match rumus {
        RumusCapaian::Positif => "Semakin tinggi realisasi, semakin baik kinerja",
        RumusCapaian::NegatifLan | RumusCapaian::NegatifBalik | RumusCapaian::NegatifSelisih => {
            "Semakin rendah realisasi, semakin baik kinerja"
        }
        RumusCapaian::Rentang => "Realisasi terbaik berada di dalam rentang target",
        RumusCapaian::Skala => "Target dan realisasi berupa predikat",
    }
}

/// The formulas that the indicators of the report use, each in a box, and how they are rounded.
pub(super) fn rumus_capaian(context: &Context<'_>, _: &[&str]) -> Made {
    let measured = || {
        let rows = context.berkas.indikator.iter();
        rows.filter(|it| matches!(it.jenis, JenisIndikator::Tujuan | JenisIndikator::Iku))
    };
    let used: BTreeSet<_> = measured().filter_map(|it| rumus_of(context, it)).collect();
    let is_one = used.len() == 1;
    let mut blocks = Vec::new();
    for rumus in used {
        let formula = format!("Capaian (%) = {}", rule::of_capaian(rumus).rumus);
        let mut inside = vec![Block::Paragraph(vec![Inline::Strong(text(formula))])];
        let own: Vec<String> = measured()
            .filter(|it| rumus_of(context, it) == Some(rumus))
            .map(|it| short(context, it))
            .collect();
        if !is_one {
            let words = format!("Dipakai untuk {}.", join(&own));
            inside.push(Block::Paragraph(text(words)));
        }
        blocks.push(Block::Box { judul: Some(meaning(rumus).to_owned()), blocks: inside });
    }
    blocks.push(Block::Paragraph(rounding(context)));
    Ok(blocks)
}

/// `IKU 3` for an IKU, the name for others.
fn short(context: &Context<'_>, it: &Indikator) -> String {
    match it.jenis {
        JenisIndikator::Iku => context.iku_number(it),
        _ => it.nama.clone(),
    }
}

/// The IKU that declare part of their way themselves.
fn exceptions(context: &Context<'_>) -> Option<String> {
    let is_own = |it: &&Indikator| {
        let own = &it.cara;
        own.tahap.is_some()
            || own.mode.is_some()
            || own.presisi_realisasi.is_some()
            || own.presisi_capaian.is_some()
            || own.batas_atas.is_some()
            || own.batas_bawah.is_some()
            || own.target_nol.is_some()
    };
    let own: Vec<String> =
        context.iku().into_iter().filter(is_own).map(|it| context.iku_number(it)).collect();
    let words = format!("Cara umum ini disimpangi seperlunya oleh {}.", join(&own));
    (!own.is_empty()).then_some(words)
}

/// How the office rounds, limits, and treats a target of zero.
fn rounding(context: &Context<'_>) -> Inlines {
    let Some(cara) = context.berkas.cara_of_kind(JenisIndikator::Iku) else { return Vec::new() };
    let decimals = |count: u32| match count {
        0 => "bilangan bulat".to_owned(),
        _ => format!("{} angka di belakang koma", number_word(count as usize)),
    };
    let mut sentences = vec![match cara.tahap {
        TahapPembulatan::RealisasiDahulu => format!(
            "Realisasi IKU dibulatkan lebih dahulu menjadi {}, lalu capaian dihitung dari \
             realisasi yang telah dibulatkan itu dan dinyatakan dengan {}.",
            decimals(cara.presisi_realisasi),
            decimals(cara.presisi_capaian)
        ),
        TahapPembulatan::SaatCetak => format!(
            "Capaian dihitung dari realisasi yang belum dibulatkan; pembulatan dilakukan hanya \
             saat angka disajikan, realisasi menjadi {} dan capaian menjadi {}.",
            decimals(cara.presisi_realisasi),
            decimals(cara.presisi_capaian)
        ),
    }];
    sentences.push(match (cara.batas_atas, cara.batas_bawah) {
        (None, None) => "Capaian di atas 100% tidak dipotong.".to_owned(),
        (above, below) => {
            let words = |limit: rust_decimal::Decimal| angka::format_percent_trimmed(limit);
            let parts: Vec<String> = [
                above.map(|it| format!("paling tinggi {}", words(it))),
                below.map(|it| format!("paling rendah {}", words(it))),
            ]
            .into_iter()
            .flatten()
            .collect();
            capitalised(&format!("capaian diakui {}.", join(&parts)))
        }
    });
    sentences.push(match cara.target_nol {
        TargetNol::TidakDihitung => {
            "Indikator dengan target nol tidak dihitung capaiannya.".to_owned()
        }
        TargetNol::NolTerbaik => {
            "Pada indikator dengan target nol, capaian 100% bila realisasinya nol dan 0% bila \
             tidak."
                .to_owned()
        }
    });
    sentences.extend(exceptions(context));
    text(sentences.join(" "))
}

//! `efisiensi` and `efisiensi-analisis`: performance against the money it took. PermenPANRB 53/2014
//! Anak Lampiran II/1, analysis 6.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Block, Cell, Inlines, Marker, Tone, text};
use selaras_domain::{Figure, Indikator, RumusEfisiensi};

use super::rows::iku_rows;
use crate::context::{Context, Made};
use crate::scale::is_far_above;
use crate::table::{NO, TableBuilder, centred, number, words};
use crate::words::{Prose, bare_cell, bare_padded_cell, decimals, missing, padded_cell};

pub(super) fn table(context: &Context<'_>, _: &[&str]) -> Made {
    let (office, tahun) = (context.office(), context.tahun());
    let judul = format!("Efisiensi Penggunaan Sumber Daya {office} Tahun {tahun}");
    let column = |what: &'static str| {
        decimals(context.iku().into_iter().map(move |it| context.angka(it, tahun, what)))
    };
    let (capaian, efisiensi) = (column("capaian"), column("efisiensi"));
    let rows = iku_rows(context, |it| {
        let of = |what| context.angka(it, tahun, what);
        vec![
            bare_padded_cell(of("capaian"), capaian),
            bare_cell(of("penyerapan")),
            padded_cell(of("efisiensi"), efisiensi),
            category(context, of("efisiensi")),
        ]
    });
    let titles = [
        "No",
        "Sasaran",
        "Indikator Kinerja",
        "Capaian Kinerja (%)",
        "Penyerapan Anggaran (%)",
        "Tingkat Efisiensi",
        "Ket.",
    ];
    let mut table = TableBuilder::new("efisiensi", judul)
        .columns(&[NO, words(4), words(5), number(), number(), number(), centred()])
        .head_row(titles)
        .rows(rows);
    let skala = context.berkas.kebijakan.skala_efisiensi.as_ref();
    if let Some(skala) = skala.and_then(|it| context.berkas.skala.iter().find(|s| s.id == *it))
        && skala.verifikasi == selaras_domain::Verifikasi::Belum
    {
        table = table.note(text("Batas kategori efisiensi belum diverifikasi."));
    }
    Ok(vec![table.finish()])
}

/// The category of a figure of efisiensi.
fn category(context: &Context<'_>, efisiensi: Option<&Figure>) -> Cell {
    let skala = context.berkas.kebijakan.skala_efisiensi.as_ref();
    match efisiensi.and_then(|it| it.predikat.as_deref()) {
        Some(predikat) => Cell::text(predikat).toned(context.tone_of(skala, Some(predikat))),
        None => Cell::text(missing(efisiensi)).toned(Tone::Faint),
    }
}

pub(super) fn analysis(context: &Context<'_>, _: &[&str]) -> Made {
    let item = |it: &Indikator| vec![Block::Paragraph(paragraph(context, it))];
    let items = context.iku().into_iter().map(item).collect();
    Ok(vec![Block::List { marker: Marker::Letter, items }])
}

fn paragraph(context: &Context<'_>, it: &Indikator) -> Inlines {
    let of = |what| context.angka(it, context.tahun(), what);
    let (capaian, penyerapan, efisiensi) = (of("capaian"), of("penyerapan"), of("efisiensi"));
    let opening = Prose::new().strong(format!("{}.", it.nama)).text(" ");
    let Some(found) = efisiensi.filter(|it| it.value.is_some()) else {
        let note = efisiensi.and_then(|it| it.note.as_deref()).unwrap_or("datanya belum ada");
        return opening.text(format!("Tingkat efisiensi tidak dapat dihitung: {note}.")).done();
    };
    let prose = opening
        .text("Capaian ")
        .figure(capaian)
        .text(" berbanding penyerapan anggaran ")
        .figure(penyerapan)
        .text(" menghasilkan tingkat efisiensi ")
        .words_of(found, selaras_rules::display(found));
    let prose = match &found.predikat {
        Some(category) => prose.text(", kategori ").strong(category.clone()).text("."),
        None => prose.text("."),
    };
    let is_ratio = context.berkas.kebijakan.efisiensi == RumusEfisiensi::Rasio;
    let meaning = found.value.filter(|_| is_ratio).map(|ratio| meaning(ratio, capaian));
    prose.text(meaning.map(|it| format!(" {it}")).unwrap_or_default()).done()
}

/// What a ratio of capaian to penyerapan says.
fn meaning(ratio: Decimal, capaian: Option<&Figure>) -> &'static str {
    if ratio < Decimal::ONE {
        "Porsi anggaran yang terserap lebih besar daripada porsi kinerja yang dihasilkan."
    } else if is_far_above(capaian) {
        "Angka setinggi ini terutama mencerminkan capaian yang jauh di atas target, sehingga \
         ketepatan targetnya perlu ditinjau."
    } else if ratio == Decimal::ONE {
        "Kinerja yang dihasilkan sebanding dengan anggaran yang terserap."
    } else {
        "Kinerja yang dihasilkan melebihi porsi anggaran yang terserap."
    }
}

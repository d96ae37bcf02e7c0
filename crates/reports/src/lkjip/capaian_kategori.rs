//! `capaian-kategori`: target, realisasi and capaian, with a tick in the class of each indicator.

use selaras_domain::dokumen::{Align, Cell, Column, text};
use selaras_domain::{Id, JenisIndikator};

use super::rows::{all_of, iku_rows, number_word, span, tally_words, tick};
use crate::context::{Context, Made, PartError};
use crate::table::{NO, TableBuilder, centred, fixed, number, words};
use crate::words::{capitalised, decimals, figure_cell, padded_cell};

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let skala = context.skala_of_kind(JenisIndikator::Iku).ok_or_else(|| {
        PartError(
            "skala predikat IKU belum ditetapkan. Isi kolom skala untuk iku pada \
             kebijakan_indikator.csv."
                .to_owned(),
        )
    })?;
    let bands = context.bands(skala);
    let class = |_: &_| fixed(140, Align::Center);
    let mut columns: Vec<Column> = vec![NO, words(3), words(4), centred(), number(), number()];
    columns.extend(bands.iter().map(class));
    let titles = ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi"];
    let mut head: Vec<Cell> = titles.map(Cell::text).to_vec();
    head.push(Cell::text(format!("Capaian {tahun}")));
    head.extend(bands.iter().map(|it| Cell::text(&it.predikat)));
    let capaian = |it| context.angka(it, tahun, "capaian");
    let scale = decimals(context.iku().into_iter().map(capaian));
    let rows = iku_rows(context, |it| {
        let mut cells = vec![
            figure_cell(context.angka(it, tahun, "target")),
            figure_cell(context.angka(it, tahun, "realisasi")),
            padded_cell(capaian(it), scale),
        ];
        let predikat = capaian(it).and_then(|it| it.predikat.as_ref());
        let place = bands.iter().position(|band| Some(&band.predikat) == predikat);
        match place.filter(|_| context.skala_of(it) == Some(skala)) {
            Some(place) => cells.extend((0..bands.len()).map(|column| match column == place {
                true => tick(),
                false => Cell::empty(),
            })),
            // Judged by another scale, or not at all: said in words across the classes.
            None => cells.push(
                context
                    .predicate_cell(it, capaian(it))
                    .spanning(span(bands.len()), 1)
                    .aligned(Align::Center),
            ),
        }
        cells
    });
    let judul = format!(
        "Capaian Kinerja {} Berdasarkan Target dan Realisasi Tahun {tahun}",
        context.office()
    );
    let simpulan =
        tally_words(context).map(|it| text(format!("{}.", capitalised(&iku_of(context, &it)))));
    let name = context.skala(skala.as_str()).map_or("", |it| it.nama.as_str());
    Ok(vec![
        TableBuilder::new("capaian-kategori", judul)
            .columns(&columns)
            .head(head)
            .rows(rows)
            .simpulan(simpulan)
            .note(text(format!("Predikat menurut skala {name}.")))
            .finish(),
    ])
}

/// The tally as a sentence: `keempat IKU berpredikat Sangat Berhasil`, `dari lima IKU, tiga …`.
fn iku_of(context: &Context<'_>, tally: &str) -> String {
    let all = context.iku().len();
    let same = format!("{}nya ", all_of(all));
    match tally.strip_prefix(&same) {
        Some(rest) => format!("{} IKU {rest}", all_of(all)),
        None if all == 1 => format!("IKU {tally}"),
        None => format!("dari {} IKU, {tally}", number_word(all)),
    }
}

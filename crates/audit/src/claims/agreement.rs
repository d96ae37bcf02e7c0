//! Values that a sentence states of an indicator, against what the tables print for it.

use super::figures::{Measure, Printed};
use super::labelled::labelled;
use super::text::Quantity;
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// Another value than the tables print.
const OTHER_VALUE: u16 = 328;

/// Values of other times and places: no table of the year prints them.
pub(super) const ELSEWHERE: [&str; 18] = [
    "triwulan",
    "semester",
    "nasional",
    "provinsi",
    "renstra",
    "rpjmd",
    "akhir",
    "tw",
    "bulan",
    "rata-rata",
    "kumulatif",
    "sampai",
    "baseline",
    "rpjmn",
    "semula",
    // What another document prints is quoted, not claimed.
    "naskah",
    "mencetak",
    "tercetak",
];

/// Words with which another subject begins than the one that was named before.
const OTHER_SUBJECTS: [&str; 21] = [
    "subkegiatan",
    "sub",
    "kegiatan",
    "program",
    "keluaran",
    "indeks",
    "persentase",
    "jumlah",
    "angka",
    "rasio",
    "nilai",
    "skor",
    "tingkat",
    "proporsi",
    "cakupan",
    "prevalensi",
    "usia",
    "umur",
    "waktu",
    "opini",
    "laju",
];

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let years: Vec<i16> = prose.figures.years().collect();
    for (sentence, subject) in prose.sentences.iter().zip(&prose.subjects) {
        let Some(subject) = subject else { continue };
        if !sentence.is_prose() || sentence.has_any(&ELSEWHERE) {
            continue;
        }
        if !subject.is_own && sentence.has_any(&OTHER_SUBJECTS) {
            continue;
        }
        for it in labelled(sentence) {
            let quantity = &sentence.quantities[it.quantity];
            let of = |year: i16| -> Vec<&Printed> {
                same_sense(it.measure)
                    .iter()
                    .flat_map(|measure| prose.figures.values(subject.name, *measure, year))
                    .collect()
            };
            let Some(year) = it.year.or(prose.figures.year) else { continue };
            let printed = of(year);
            let own = prose.figures.values(subject.name, it.measure, year);
            if own.is_empty() || !printed.iter().all(|it| it.is_plain()) {
                continue;
            }
            ledger.checked();
            if agrees(&printed, quantity) {
                continue;
            }
            // Of which year it is may be said elsewhere.
            if !it.is_year_certain && years.iter().any(|year| agrees(&of(*year), quantity)) {
                continue;
            }
            let word = match it.measure {
                Measure::Target => "target",
                Measure::Realisasi => "realisasi",
                Measure::Capaian => "capaian",
            };
            let name = &prose.figures.names()[subject.name].text;
            let first = &own[0];
            let place = if first.table.is_empty() { "tabel" } else { first.table.as_str() };
            let message = format!(
                "Kalimat ini menyebut {word} tahun {year} sebesar {}, sedangkan {place} mencetak \
                 {} untuk “{name}”.",
                quantity.text, first.text
            );
            let level = if subject.is_own { Level::Error } else { Level::Warning };
            let printed = Some(quantity.text.to_owned());
            let expected = Some(first.text.clone());
            let code = OTHER_VALUE;
            ledger.sentence(sentence, Remark { code, level, printed, expected, message });
        }
    }
}

/// Many call a realisasi the capaian of an indicator; a target is nothing else.
fn same_sense(measure: Measure) -> &'static [Measure] {
    match measure {
        Measure::Target => &[Measure::Target],
        Measure::Realisasi | Measure::Capaian => &[Measure::Realisasi, Measure::Capaian],
    }
}

fn agrees(printed: &[&Printed], quantity: &Quantity<'_>) -> bool {
    printed.iter().any(|it| it.agrees_with(quantity))
}

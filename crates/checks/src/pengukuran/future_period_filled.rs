//! UKR017: a realisasi of a period that has not begun.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR017",
    name: "future-period-filled",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("future_period_filled.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let has_begun = |tahun: Tahun, periode: Periode| periode.days(tahun).0 <= s.as_of;
    let why = |nama: &str, tahun, periode| {
        format!(
            "{nama} {} sudah diisi, padahal pada {} periode itu belum dimulai.",
            words::of_period(tahun, periode),
            words::date(s.as_of)
        )
    };
    let remedy =
        "Pindahkan nilai itu ke periode yang benar, atau ke target bila yang dimaksud rencana.";
    for row in s.berkas.realisasi.iter().filter(|row| row.nilai.is_some()) {
        if !has_begun(row.tahun, row.periode) {
            let nama = s.indikator(&row.indikator).map_or("", |it| it.nama.as_str());
            let message = why(&format!("Realisasi «{nama}»"), row.tahun, row.periode);
            findings.push(Place::realisasi(row), message, remedy);
        }
    }
    for row in s.berkas.nilai_variabel.iter().filter(|row| row.nilai.is_some()) {
        if !has_begun(row.tahun, row.periode) {
            let nama =
                s.variabel(&row.indikator, row.variabel.as_str()).map_or("", |it| it.nama.as_str());
            findings.push(Place::nilai_variabel(row), why(nama, row.tahun, row.periode), remedy);
        }
    }
    for row in s.berkas.realisasi_anggaran.iter() {
        if row.jumlah.is_some_and(|it| it.get() > 0) && !has_begun(row.tahun, row.periode) {
            let nama = s.baris(&row.baris).map_or("", |it| it.nama.as_str());
            let message = why(&format!("Realisasi anggaran {nama}"), row.tahun, row.periode);
            findings.push(Place::realisasi_anggaran(row), message, remedy);
        }
    }
    Assessed
}

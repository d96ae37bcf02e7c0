//! UKR013: a value of the year that nobody but its writer has confirmed, when it is time to report.

use selaras_domain::Verifikasi;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR013",
    name: "value-not-verified",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("value_not_verified.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_due(Periode::Tw4) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    if !s.utama().any(|it| s.is_measured(&it.id, s.tahun())) {
        return NotAssessable("realisasi tahun ini belum ada");
    }
    for it in s.utama() {
        let stated = s.berkas.realisasi.iter().filter(|row| {
            row.indikator == it.id
                && row.tahun == s.tahun()
                && row.nilai.is_some()
                && row.verifikasi == Verifikasi::Belum
        });
        let counted = s.berkas.nilai_variabel.iter().filter(|row| {
            row.indikator == it.id
                && row.tahun == s.tahun()
                && row.nilai.is_some()
                && row.verifikasi == Verifikasi::Belum
        });
        let places: Vec<(Place, Periode)> = stated
            .map(|row| (Place::realisasi(row), row.periode))
            .chain(counted.map(|row| (Place::nilai_variabel(row), row.periode)))
            .collect();
        let Some((first, _)) = places.first() else { continue };
        let mut periods: Vec<String> =
            places.iter().map(|(_, periode)| words::periode(*periode).to_owned()).collect();
        periods.dedup();
        findings.push_with(
            first.clone().column("verifikasi"),
            places.iter().skip(1).map(|(place, _)| place.clone()).collect(),
            format!(
                "Nilai «{}» tahun {} belum diverifikasi ({}).",
                it.nama,
                s.tahun(),
                words::list(&periods)
            ),
            "Mintalah pemeriksaan nilai itu terhadap bukti dukungnya sebelum dilaporkan.",
        );
    }
    Assessed
}

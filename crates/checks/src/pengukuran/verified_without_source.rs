//! UKR026: a value of the year counts as verified, and nothing says against what.

use selaras_domain::{Asal, Verifikasi};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR026",
    name: "verified-without-source",
    tier: Tier::Kaidah,
    // Proofs that were uploaded stand beside the facts and are not seen here.
    status: Status::Preview,
    basis: &[],
    page: include_str!("verified_without_source.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let reported = [Periode::Tw4, Periode::Tahun];
    let mut any = false;
    for it in s.utama() {
        let is_reported = |id: &IndikatorId, tahun: Tahun, periode: Periode| {
            *id == it.id && tahun == s.tahun() && reported.contains(&periode)
        };
        let stated = s.berkas.realisasi.iter().filter(|row| {
            is_reported(&row.indikator, row.tahun, row.periode)
                && row.nilai.is_some()
                && row.verifikasi == Verifikasi::Terverifikasi
        });
        let counted = s.berkas.nilai_variabel.iter().filter(|row| {
            is_reported(&row.indikator, row.tahun, row.periode)
                && row.nilai.is_some()
                && row.verifikasi == Verifikasi::Terverifikasi
        });
        let verified: Vec<(Place, Periode, &Asal)> = stated
            .map(|row| (Place::realisasi(row), row.periode, &row.asal))
            .chain(counted.map(|row| (Place::nilai_variabel(row), row.periode, &row.asal)))
            .collect();
        any |= !verified.is_empty();
        // A source that the indikator names once for all is a source.
        if it.sumber_data.is_some() {
            continue;
        }
        let bare: Vec<_> = verified.iter().filter(|(_, _, asal)| says_nothing(asal)).collect();
        let Some((first, _, _)) = bare.first() else { continue };
        let periods = reported.into_iter().filter(|it| bare.iter().any(|row| row.1 == *it));
        let periods: Vec<String> = periods.map(|it| words::periode(it).to_owned()).collect();
        findings.push_with(
            first.clone().column("sumber"),
            bare.iter().skip(1).map(|(place, _, _)| place.clone()).collect(),
            format!(
                "Nilai «{}» tahun {} dinyatakan terverifikasi ({}), padahal tidak ada dokumen, \
                 halaman, atau sumber data yang disebut.",
                it.nama,
                s.tahun(),
                words::list(&periods)
            ),
            "Sebutkan dokumen atau halaman buktinya, atau isi sumber data pada kamus indikator.",
        );
    }
    if any { Assessed } else { NotApplicable("belum ada nilai tahun ini yang diverifikasi") }
}

fn says_nothing(asal: &Asal) -> bool {
    asal.dokumen.is_none() && asal.halaman.is_none() && asal.catatan.is_none()
}

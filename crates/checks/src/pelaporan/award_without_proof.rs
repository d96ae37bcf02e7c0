//! LAP018: an award without the document that proves it, or of another year.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP018",
    name: "award-without-proof",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("award_without_proof.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.penghargaan.is_empty() {
        return NotApplicable("tidak ada penghargaan");
    }
    for it in &s.berkas.penghargaan {
        let key = [it.tahun.to_string(), it.nomor.to_string()];
        let place = || {
            Place::row(
                "penghargaan",
                &[&key[0], &key[1]],
                format!("penghargaan nomor {}", it.nomor),
            )
        };
        if it.dokumen.is_none() {
            findings.push(
                place().column("dokumen"),
                format!(
                    "Penghargaan «{}» dari {} belum disertai dokumennya.",
                    it.prestasi, it.pemberi
                ),
                "Catat piagam atau keputusannya, dengan nomor dan tanggal.",
            );
        }
        let day = it.tanggal.or_else(|| it.dokumen.as_ref().and_then(|id| s.dokumen(id)?.tanggal));
        let is_other = day.is_some_and(|day| day < it.tahun.first_day());
        if is_other {
            findings.push(
                place().column("tanggal"),
                format!(
                    "Penghargaan «{}» dicatat untuk tahun {}, tetapi bertanggal {}.",
                    it.prestasi,
                    it.tahun,
                    words::date(day.unwrap_or(s.as_of))
                ),
                "Periksa tahunnya; penghargaan tahun lain bukan prestasi tahun ini.",
            );
        }
    }
    Assessed
}

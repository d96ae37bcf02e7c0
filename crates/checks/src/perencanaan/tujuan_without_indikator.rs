//! PRN002: a tujuan that nothing measures, or that no sasaran carries out.

use selaras_domain::Pokok;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN002",
    name: "tujuan-without-indikator",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("tujuan_without_indikator.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.tujuan.is_empty() {
        return NotAssessable("tujuan belum tercatat");
    }
    for it in &s.berkas.tujuan {
        let place = || Place::row("tujuan", &[it.id.as_str()], format!("tujuan {}", it.id));
        if !s.berkas.indikator.iter().any(|row| row.pokok == Pokok::Tujuan(it.id.clone())) {
            findings.push(
                place(),
                format!("Tujuan «{}» belum mempunyai indikator.", it.uraian),
                "Tambahkan indikator tujuan beserta targetnya setiap tahun.",
            );
        }
        if !s.berkas.sasaran.iter().any(|row| row.tujuan == it.id) {
            findings.push(
                place(),
                format!("Tujuan «{}» belum mempunyai sasaran.", it.uraian),
                "Turunkan tujuan itu menjadi sasaran.",
            );
        }
    }
    Assessed
}

//! PRN001: a sasaran that no indikator measures.

use selaras_domain::Pokok;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN001",
    name: "sasaran-without-indikator",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("sasaran_without_indikator.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.sasaran.is_empty() {
        return NotAssessable("sasaran belum tercatat");
    }
    for it in &s.berkas.sasaran {
        if !s.berkas.indikator.iter().any(|row| row.pokok == Pokok::Sasaran(it.id.clone())) {
            findings.push(
                Place::row("sasaran", &[it.id.as_str()], format!("sasaran {}", it.id)),
                format!("Sasaran «{}» belum mempunyai indikator kinerja.", it.uraian),
                "Tambahkan sekurang-kurangnya satu indikator beserta targetnya.",
            );
        }
    }
    Assessed
}

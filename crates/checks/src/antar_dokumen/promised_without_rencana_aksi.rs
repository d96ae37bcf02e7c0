//! ANT012: a promised indikator that the rencana aksi leaves out.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT012",
    name: "promised-indikator-without-rencana-aksi",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("promised_without_rencana_aksi.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    let actions = |id: &IndikatorId| {
        s.berkas.rencana_aksi.iter().any(|it| it.indikator == *id && it.tahun == s.tahun())
    };
    if !s.berkas.rencana_aksi.iter().any(|it| it.tahun == s.tahun()) {
        return NotAssessable("rencana aksi tahun ini belum tercatat");
    }
    for it in s.indikator_in(&perjanjian.dokumen) {
        if !actions(&it.id) {
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» diperjanjikan dalam {}, tetapi tidak mempunyai rencana aksi tahun {}.",
                    it.nama,
                    s.judul(&perjanjian.dokumen),
                    s.tahun()
                ),
                "Susun rencana aksi per triwulan untuk indikator itu.",
            );
        }
    }
    Assessed
}

//! PJJ009: a promised indikator that the year ended without measuring.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ009",
    name: "promised-not-measured",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::ISI_LAPORAN],
    page: include_str!("promised_not_measured.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_due(Periode::Tahun) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    for it in s.indikator_in(&perjanjian.dokumen) {
        if !s.is_measured(&it.id, s.tahun()) && !s.is_illegible(&it.id, s.tahun()) {
            findings.push_with(
                Place::indikator(it),
                vec![Place::perjanjian(perjanjian)],
                format!(
                    "«{}» diperjanjikan dalam {}, tetapi tidak mempunyai realisasi tahun {}.",
                    it.nama,
                    s.judul(&perjanjian.dokumen),
                    s.tahun()
                ),
                "Ukur dan isi realisasinya, atau jelaskan mengapa belum dapat diukur.",
            );
        }
    }
    Assessed
}

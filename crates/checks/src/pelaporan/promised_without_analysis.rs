//! LAP004: a promised indikator was measured, and nothing is said about what helped or hindered it.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP004",
    name: "promised-without-analysis",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::ISI_LAPORAN],
    page: include_str!("promised_without_analysis.md"),
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
        if !s.is_measured(&it.id, s.tahun()) {
            continue;
        }
        let has_factor =
            s.berkas.faktor.iter().any(|row| row.indikator == it.id && row.tahun == s.tahun());
        if !has_factor {
            let capaian = s
                .capaian(&it.id)
                .map_or_else(String::new, |it| format!(" (capaian {}%)", words::number(it)));
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}»{capaian} diperjanjikan dan diukur, tetapi belum dianalisis: tidak \
                    ada faktor pendorong, penghambat, atau penyebab.",
                    it.nama
                ),
                "Tuliskan apa yang mendorong dan menghambat capaiannya.",
            );
        }
    }
    Assessed
}

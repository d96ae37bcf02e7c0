//! ANT022: the money of an indikator is looked for in a row that has none in the year.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT022",
    name: "mapped-row-without-pagu",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_6],
    page: include_str!("mapped_row_without_pagu.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.pemetaan_anggaran.is_empty() {
        return NotAssessable("anggaran belum dipetakan ke indikator");
    }
    if s.pagu_documents().all(|(_, tahun)| tahun != s.tahun()) {
        return NotAssessable("pagu tahun ini belum tercatat");
    }
    for it in &s.berkas.pemetaan_anggaran {
        if s.money(&it.baris, "pagu").is_some() {
            continue;
        }
        let nama = s.baris(&it.baris).map_or(it.baris.as_str(), |it| it.nama.as_str());
        let key = [it.indikator.as_str(), it.baris.as_str()];
        findings.push(
            Place::row("pemetaan_anggaran", &key, format!("pemetaan anggaran {}", it.indikator)),
            format!(
                "Anggaran {} dipetakan ke {nama}, yang tidak mempunyai pagu tahun {}.",
                it.indikator,
                s.tahun()
            ),
            "Petakan indikator ke baris yang dianggarkan tahun ini, atau isi pagunya.",
        );
    }
    Assessed
}

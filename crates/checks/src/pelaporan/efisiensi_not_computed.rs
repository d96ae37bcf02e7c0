//! LAP019: the efisiensi of an IKU cannot be computed, or has no scale to be read by.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP019",
    name: "efisiensi-not-computed",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_6],
    page: include_str!("efisiensi_not_computed.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_due(Periode::Tahun) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    let mapped =
        |it: &&Indikator| s.berkas.pemetaan_anggaran.iter().any(|row| row.indikator == it.id);
    let measured: Vec<&Indikator> =
        s.iku().filter(mapped).filter(|it| s.capaian(&it.id).is_some()).collect();
    if measured.is_empty() {
        return NotAssessable("tidak ada IKU yang terukur dan mempunyai anggaran");
    }
    for it in &measured {
        let figure = s.of_indikator(&it.id, s.tahun(), "efisiensi");
        if figure.is_none_or(|it| it.value.is_none()) {
            let why = figure
                .and_then(|it| it.note.clone())
                .map_or_else(String::new, |it| format!(": {it}"));
            findings.push(
                Place::indikator(it),
                format!("Efisiensi «{}» tidak dapat dihitung{why}.", it.nama),
                "Lengkapi pagu dan realisasi anggaran yang dipetakan kepadanya.",
            );
        }
    }
    if s.berkas.kebijakan.skala_efisiensi.is_none() {
        findings.push(
            Place::whole("kebijakan", "efisiensi").column("skala_efisiensi"),
            "Kategori efisiensi tidak mempunyai skala; pembaca tidak tahu mulai berapa disebut \
            efisien.",
            "Tetapkan skala kategori efisiensi dan cantumkan dalam laporan.",
        );
    }
    Assessed
}

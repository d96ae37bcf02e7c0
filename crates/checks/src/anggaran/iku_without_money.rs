//! ANG010: an IKU to which no row of the budget is mapped.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG010",
    name: "iku-without-money",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_6],
    page: include_str!("iku_without_money.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.pemetaan_anggaran.is_empty() {
        return NotAssessable("anggaran belum dipetakan ke indikator");
    }
    for it in s.iku() {
        if !s.berkas.pemetaan_anggaran.iter().any(|row| row.indikator == it.id) {
            findings.push(
                Place::indikator(it),
                format!(
                    "Belum ada anggaran yang dipetakan ke «{}»; efisiensinya tidak dapat dihitung.",
                    it.nama
                ),
                "Petakan program, kegiatan, atau subkegiatan yang menunjang IKU itu.",
            );
        }
    }
    Assessed
}

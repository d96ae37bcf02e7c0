//! PRN005: a program that has a budget and serves no sasaran.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN005",
    name: "program-without-sasaran",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_7],
    page: include_str!("program_without_sasaran.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let by_strategi =
        |id: &BarisId| s.berkas.strategi.iter().any(|it| it.program.as_ref() == Some(id));
    let by_mapping = |id: &BarisId| {
        let mut rows = s.berkas.pemetaan_anggaran.iter();
        rows.any(|it| s.program_of(&it.baris).is_some_and(|row| row.id == *id))
    };
    if s.berkas.strategi.iter().all(|it| it.program.is_none())
        && s.berkas.pemetaan_anggaran.is_empty()
    {
        return NotAssessable("program belum dikaitkan dengan strategi atau indikator");
    }
    for it in s.baris_of(Jenjang::Program) {
        if s.is_penunjang(it) || s.money(&it.id, "pagu").is_none() {
            continue;
        }
        if !by_strategi(&it.id) && !by_mapping(&it.id) {
            findings.push(
                Place::baris(it),
                format!("{} dianggarkan, tetapi tidak menunjang sasaran mana pun.", it.nama),
                "Kaitkan program itu dengan strategi sebuah sasaran.",
            );
        }
    }
    Assessed
}

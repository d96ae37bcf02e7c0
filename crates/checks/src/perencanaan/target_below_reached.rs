//! PRN020: the target of the year is worse than what was reached the year before.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN020",
    name: "target-below-reached",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("target_below_reached.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(before) = s.tahun().previous() else {
        return NotAssessable("tidak ada tahun sebelumnya");
    };
    let mut any = false;
    for it in s.utama() {
        let target = s.value(&it.id, s.tahun(), "target");
        let reached = s.value(&it.id, before, "realisasi");
        let (Some(target), Some(reached)) = (target, reached) else { continue };
        any = true;
        if crate::subject::at_least(it.polaritas, target, reached) == Some(false) {
            findings.push(
                Place::indikator(it),
                format!(
                    "Target «{}» tahun {} adalah {}, padahal realisasi tahun {before} sudah {}.",
                    it.nama,
                    s.tahun(),
                    words::with_unit(target, &it.satuan),
                    words::with_unit(reached, &it.satuan)
                ),
                "Naikkan target, atau jelaskan mengapa keadaan diperkirakan memburuk.",
            );
        }
    }
    if any {
        Assessed
    } else {
        NotAssessable("target tahun ini atau realisasi tahun lalu belum ada")
    }
}

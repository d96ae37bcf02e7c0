//! UKR018: a target of zero, and nobody has said what reaching it means.

use selaras_domain::TargetNol;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR018",
    name: "zero-target-without-meaning",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("zero_target_without_meaning.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        let Some(cara) = s.cara(it) else { continue };
        let target = s.of_indikator(&it.id, s.tahun(), "target").and_then(|it| it.value);
        if !target.is_some_and(|it| it.is_zero()) {
            continue;
        }
        any = true;
        if cara.target_nol == TargetNol::TidakDihitung {
            findings.push(
                Place::indikator(it).column("target_nol"),
                format!(
                    "Target «{}» tahun {} adalah nol, dan cara menghitung capaiannya belum \
                    ditetapkan; \
                     capaian tidak dapat dihitung.",
                    it.nama,
                    s.tahun()
                ),
                "Tetapkan arti target nol untuk indikator ini (nol terbaik), atau ganti targetnya.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada target nol") }
}

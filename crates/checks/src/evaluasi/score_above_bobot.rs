//! EVA002: a component of an evaluation has more than its weight, or less than nothing.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA002",
    name: "score-above-bobot",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::BOBOT_2015, basis::BOBOT],
    page: include_str!("score_above_bobot.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let scored = s.berkas.komponen_evaluasi.iter().filter_map(|it| Some((it, it.nilai?)));
    let scored: Vec<_> = scored.collect();
    if scored.is_empty() {
        return NotAssessable("nilai komponen evaluasi belum tercatat");
    }
    for (it, nilai) in scored {
        if nilai > it.bobot || nilai.is_sign_negative() {
            findings.push(
                Place::komponen_evaluasi(it).column("nilai"),
                format!(
                    "Nilai komponen {} adalah {}, di luar bobotnya {}.",
                    it.nama,
                    words::number(nilai),
                    words::number(it.bobot)
                ),
                "Isi nilai setelah dikalikan bobot, seperti pada laporan hasil evaluasi.",
            );
        }
    }
    Assessed
}

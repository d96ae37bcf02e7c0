//! EVA009: an evaluation of SAKIP below the best predicate that records no weakness.

use rust_decimal::dec;
use selaras_domain::JenisEvaluasi;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA009",
    name: "evaluasi-without-rekomendasi",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("score_without_recommendation.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let scored = s.berkas.evaluasi.iter().filter(|it| it.jenis == JenisEvaluasi::Sakip);
    let scored: Vec<_> = scored.filter_map(|it| Some((it, it.nilai?))).collect();
    if scored.is_empty() {
        return NotAssessable("nilai evaluasi AKIP belum tercatat");
    }
    for (it, nilai) in scored {
        if nilai < dec!(90) && !s.berkas.rekomendasi.iter().any(|row| row.evaluasi == it.id) {
            findings.push(
                Place::evaluasi(it),
                format!(
                    "Evaluasi tahun {} bernilai {}, tetapi kelemahan dan rekomendasinya belum \
                    dicatat.",
                    it.tahun,
                    words::number(nilai)
                ),
                "Salin kelemahan dan rekomendasi dari laporan hasil evaluasi.",
            );
        }
    }
    Assessed
}

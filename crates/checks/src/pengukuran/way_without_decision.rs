//! UKR023: formulas, rounding and averages are used that no decision adopts.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR023",
    name: "way-of-measuring-without-decision",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("way_without_decision.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    const DECISIONS: [&str; 9] = [
        "keputusan",
        "peraturan",
        "pedoman",
        "surat",
        "instruksi",
        "perbup",
        "perwali",
        "pergub",
        "sk",
    ];
    let dasar = &s.berkas.kebijakan.dasar;
    if !words::words(dasar).iter().any(|it| DECISIONS.contains(&it.as_str())) {
        findings.push(
            Place::whole("kebijakan", "kebijakan pengukuran").column("dasar"),
            format!(
                "Rumus capaian, pembulatan, rata-rata, dan efisiensi belum ditetapkan dengan \
                keputusan; \
                 dasarnya «{dasar}»."
            ),
            "Tetapkan pedoman pengukuran dengan keputusan kepala perangkat daerah, dan sebutkan \
            dalam \
             laporan.",
        );
    }
    Assessed
}

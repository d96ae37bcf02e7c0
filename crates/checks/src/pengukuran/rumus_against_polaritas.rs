//! UKR019: the formula of capaian rewards what the indikator calls worse.

use selaras_domain::RumusCapaian;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR019",
    name: "rumus-against-polaritas",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("rumus_against_polaritas.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.indikator.is_empty() {
        return NotAssessable("belum ada indikator");
    }
    for it in &s.berkas.indikator {
        let Some(cara) = s.cara(it) else { continue };
        let fits = match (it.polaritas, cara.rumus) {
            (_, RumusCapaian::Skala) => true,
            (Polaritas::Naik, rumus) => {
                matches!(rumus, RumusCapaian::Positif | RumusCapaian::Rentang)
            }
            (Polaritas::Turun, rumus) => rumus != RumusCapaian::Positif,
            (Polaritas::Rentang, _) => true,
        };
        if !fits {
            let better = if it.polaritas == Polaritas::Naik { "tinggi" } else { "rendah" };
            findings.push(
                Place::indikator(it).column("rumus"),
                format!(
                    "«{}» makin {better} makin baik, tetapi capaiannya dihitung dengan rumus «{}».",
                    it.nama,
                    selaras_rules::rule::of_capaian(cara.rumus).rumus
                ),
                "Perbaiki polaritas indikator atau rumus capaiannya.",
            );
        }
    }
    Assessed
}

//! PRN003: a sasaran without a strategi, or a strategi without a program.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN003",
    name: "sasaran-without-strategi",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("sasaran_without_strategi.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.strategi.is_empty() {
        return NotAssessable("strategi belum tercatat");
    }
    for it in &s.berkas.sasaran {
        if !s.berkas.strategi.iter().any(|row| row.sasaran == it.id) {
            findings.push(
                Place::row("sasaran", &[it.id.as_str()], format!("sasaran {}", it.id)),
                format!("Sasaran «{}» belum mempunyai strategi.", it.uraian),
                "Tetapkan strategi untuk mencapai sasaran itu.",
            );
        }
    }
    for it in s.berkas.strategi.iter().filter(|it| it.program.is_none()) {
        findings.push(
            Place::row("strategi", &[it.id.as_str()], format!("strategi {}", it.id))
                .column("program"),
            format!("Strategi «{}» belum dikaitkan dengan program.", it.uraian),
            "Kaitkan strategi itu dengan program yang melaksanakannya.",
        );
    }
    Assessed
}

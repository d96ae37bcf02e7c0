//! PRN012: a sasaran that says the same as its tujuan.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN012",
    name: "sasaran-repeats-tujuan",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENJENJANGAN],
    page: include_str!("sasaran_repeats_tujuan.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.sasaran.is_empty() {
        return NotAssessable("sasaran belum tercatat");
    }
    for it in &s.berkas.sasaran {
        let Some(tujuan) = s.berkas.tujuan.iter().find(|row| row.id == it.tujuan) else { continue };
        // The first word is the verb, which changes its form only.
        let rest = |text: &str| words::words(text).into_iter().skip(1).collect::<Vec<_>>();
        let own = rest(&it.uraian);
        if own.len() >= 2 && own == rest(&tujuan.uraian) {
            findings.push_with(
                Place::row("sasaran", &[it.id.as_str()], format!("sasaran {}", it.id))
                    .column("uraian"),
                vec![Place::row("tujuan", &[tujuan.id.as_str()], format!("tujuan {}", tujuan.id))],
                format!("Sasaran «{}» mengulang tujuannya dengan kata kerja lain.", it.uraian),
                "Rumuskan sasaran yang lebih sempit dan lebih dekat daripada tujuannya.",
            );
        }
    }
    Assessed
}

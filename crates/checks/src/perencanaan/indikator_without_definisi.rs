//! PRN006: a tujuan indikator or IKU without definisi operasional.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN006",
    name: "indikator-without-definisi",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("indikator_without_definisi.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        any = true;
        let is_blank = it.definisi.as_deref().is_none_or(|it| it.trim().is_empty());
        if is_blank && !words::is_illegible(it.asal.catatan.as_deref()) {
            findings.push(
                Place::indikator(it).column("definisi"),
                format!("«{}» belum mempunyai definisi operasional.", it.nama),
                "Tuliskan siapa atau apa yang dihitung, kapan, dan batas-batasnya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("indikator tujuan dan IKU belum tercatat") }
}

//! PRN007: an indikator tujuan or IKU that says nowhere how it is computed.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN007",
    name: "indikator-without-rumus",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("indikator_without_rumus.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        any = true;
        let has_parts = s.berkas.komponen.iter().any(|row| row.indikator == it.id);
        let is_scored = it.skala_nilai.is_some();
        // A definition that says what is counted says how a count is made.
        let has_text = it.rumus_tertulis.is_some() || it.definisi.is_some();
        let says_how = has_text || it.formula.is_some() || has_parts || is_scored;
        if !says_how && !words::is_illegible(it.asal.catatan.as_deref()) {
            findings.push(
                Place::indikator(it).column("rumus_tertulis"),
                format!("Cara menghitung «{}» belum dituliskan.", it.nama),
                "Tuliskan rumusnya, atau siapa yang menetapkan nilainya dan dengan cara apa.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("indikator tujuan dan IKU belum tercatat") }
}

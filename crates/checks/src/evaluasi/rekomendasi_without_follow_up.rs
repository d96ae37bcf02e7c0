//! EVA005: a recommendation that nothing was done about.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA005",
    name: "rekomendasi-without-tindak-lanjut",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("rekomendasi_without_follow_up.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.rekomendasi.is_empty() {
        return NotAssessable("rekomendasi hasil evaluasi belum tercatat");
    }
    for it in &s.berkas.rekomendasi {
        if s.berkas.tindak_lanjut_rekomendasi.iter().any(|row| row.rekomendasi == it.id) {
            continue;
        }
        // An office gets two months before silence counts.
        let told = crate::evaluasi::regime::told_on(s, &it.evaluasi);
        let is_due = told.is_none_or(|day| {
            day.checked_add(jiff::Span::new().months(2)).is_ok_and(|day| s.as_of >= day)
        });
        if is_due {
            findings.push(
                Place::rekomendasi(it),
                format!("Rekomendasi «{}» belum ditindaklanjuti.", it.uraian),
                "Isi apa yang sudah dilakukan, tanggal, dan buktinya.",
            );
        }
    }
    Assessed
}

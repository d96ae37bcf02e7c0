//! ANT006: an agreement promises an indikator that the Renstra does not have.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT006",
    name: "promised-indikator-without-renstra",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("promised_without_renstra.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(renstra) = s.dokumen_of(JenisDokumen::Renstra).pop() else {
        return NotAssessable("Renstra yang memuat tahun ini belum tercatat");
    };
    let is_used = |it: &Indikator| s.target(&it.id).iter().any(|row| row.dokumen == renstra.id);
    if !s.utama().any(is_used) {
        return NotAssessable("target Renstra belum diisi");
    }
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    for it in s.indikator_in(&perjanjian.dokumen) {
        let is_utama = matches!(it.jenis, JenisIndikator::Iku | JenisIndikator::Tujuan);
        if is_utama && s.target_by(&it.id, JenisDokumen::Renstra).is_empty() {
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» diperjanjikan dalam {}, tetapi tidak mempunyai target dalam {}.",
                    it.nama,
                    s.judul(&perjanjian.dokumen),
                    renstra.judul
                ),
                "Perbaiki perjanjian, atau ubah Renstra lebih dahulu sehingga indikator itu ada di \
                sana.",
            );
        }
    }
    Assessed
}

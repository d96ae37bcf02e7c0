//! EVA006: what was done about a recommendation has no date, or nothing that proves it.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA006",
    name: "tindak-lanjut-without-bukti",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("follow_up_without_proof.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.tindak_lanjut_rekomendasi.is_empty() {
        return NotAssessable("tindak lanjut rekomendasi belum tercatat");
    }
    for it in &s.berkas.tindak_lanjut_rekomendasi {
        let (missing, column) = match (it.tanggal.is_none(), !s.is_proven(it)) {
            (true, true) => ("tanggal dan bukti dukung", "tanggal"),
            (true, false) => ("tanggal", "tanggal"),
            (false, true) => ("bukti dukung", "bukti_dukung"),
            (false, false) => continue,
        };
        let key = [it.rekomendasi.as_str(), &it.nomor.to_string()];
        findings.push(
            Place::row(
                "tindak_lanjut_rekomendasi",
                &key,
                format!("tindak lanjut {} nomor {}", it.rekomendasi, it.nomor),
            )
            .column(column),
            format!("Tindak lanjut «{}» belum mempunyai {missing}.", it.uraian),
            format!("Isi {missing} yang dapat diperiksa evaluator."),
        );
    }
    Assessed
}

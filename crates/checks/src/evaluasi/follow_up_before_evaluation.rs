//! EVA007: dates out of order: follow-up before the report of the evaluation, or that before the
//! year evaluated.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA007",
    name: "tindak-lanjut-before-evaluasi",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("follow_up_before_evaluation.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.evaluasi {
        let Some(day) = it.dokumen.as_ref().and_then(|id| s.dokumen(id)?.tanggal) else { continue };
        any = true;
        if day < it.tahun.first_day() {
            findings.push(
                Place::evaluasi(it).column("dokumen"),
                format!(
                    "Evaluasi tahun {} berdasarkan dokumen bertanggal {}.",
                    it.tahun,
                    words::date(day)
                ),
                "Periksa tahun evaluasi dan tanggal dokumennya.",
            );
        }
    }
    for it in &s.berkas.tindak_lanjut_rekomendasi {
        let Some(rekomendasi) = s.berkas.rekomendasi.iter().find(|row| row.id == it.rekomendasi)
        else {
            continue;
        };
        let (Some(day), Some(told)) =
            (it.tanggal, crate::evaluasi::regime::told_on(s, &rekomendasi.evaluasi))
        else {
            continue;
        };
        any = true;
        if day < told {
            let key = [it.rekomendasi.as_str(), &it.nomor.to_string()];
            findings.push(
                Place::row(
                    "tindak_lanjut_rekomendasi",
                    &key,
                    format!("tindak lanjut {} nomor {}", it.rekomendasi, it.nomor),
                )
                .column("tanggal"),
                format!(
                    "Tindak lanjut bertanggal {}, sebelum rekomendasinya disampaikan ({}).",
                    words::date(day),
                    words::date(told)
                ),
                "Periksa tanggal tindak lanjut.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("tanggal laporan hasil evaluasi belum tercatat") }
}

//! PJJ008: an agreement that was submitted or signed without targets, without money, or with a
//! target left open.

use selaras_domain::StatusPerjanjian;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ008",
    name: "attachment-incomplete",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("attachment_empty.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    // What is still a draft may be incomplete.
    let ready: Vec<_> = s.perjanjian().filter(|it| it.status != StatusPerjanjian::Draf).collect();
    if ready.is_empty() {
        return NotAssessable("belum ada perjanjian yang diajukan atau ditandatangani");
    }
    for it in ready {
        let judul = s.judul(&it.dokumen);
        let indikator = s.indikator_in(&it.dokumen);
        if indikator.is_empty() {
            findings.push(
                Place::perjanjian(it),
                format!("Lampiran {judul} tidak memuat indikator dan target."),
                "Isi target tiap indikator untuk dokumen perjanjian itu.",
            );
        }
        for row in indikator {
            let target = s.target_in(&row.id, &it.dokumen, s.tahun(), Periode::Tahun);
            let Some(target) = target.filter(|it| it.nilai.is_none()) else { continue };
            if words::is_illegible(target.asal.catatan.as_deref()) {
                continue;
            }
            findings.push(
                Place::target(target),
                format!("Target «{}» dalam {judul} kosong.", row.nama),
                "Isi target sebelum perjanjian ditandatangani.",
            );
        }
        let has_money = s.pagu_of(&it.dokumen, s.tahun()).is_some_and(|it| !it.is_empty());
        if !has_money && s.is_of_head(it) {
            findings.push(
                Place::perjanjian(it),
                format!("Lampiran {judul} tidak memuat program dan anggarannya."),
                "Isi anggaran tiap program untuk dokumen perjanjian itu.",
            );
        }
    }
    Assessed
}

//! PJJ005: an agreement was changed, and no permitted reason is given; or the reason does not go
//! with the facts.

use selaras_domain::AlasanPerubahan;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ005",
    name: "change-without-reason",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::PERUBAHAN_PERJANJIAN],
    page: include_str!("change_without_reason.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.perjanjian() {
        let Some(changed) = &it.mengubah else { continue };
        any = true;
        let before = s.berkas.perjanjian_kinerja.iter().find(|row| row.id == *changed);
        let same_person = before.is_some_and(|row| row.pihak_pertama == it.pihak_pertama);
        match it.alasan {
            None => findings.push(
                Place::perjanjian(it).column("alasan"),
                format!("{} mengubah perjanjian tanpa alasan.", s.judul(&it.dokumen)),
                "Pilih alasannya: pergantian pejabat, perubahan strategi (program, kegiatan, \
                alokasi \
                 anggaran), atau perubahan prioritas dan asumsi.",
            ),
            Some(AlasanPerubahan::PergantianPejabat) if same_person => findings.push(
                Place::perjanjian(it).column("alasan"),
                format!(
                    "{} beralasan pergantian pejabat, padahal pihak pertamanya tetap.",
                    s.judul(&it.dokumen)
                ),
                "Perbaiki alasannya, atau pihak pertamanya.",
            ),
            Some(_) => {}
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada perubahan perjanjian") }
}

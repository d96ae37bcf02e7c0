//! ANT005: an IKU that the Renstra aims at in the year and that the agreement in force does not
//! promise.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT005",
    name: "iku-not-promised",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("iku_not_promised.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    for it in s.iku() {
        let renstra = s.target_by(&it.id, JenisDokumen::Renstra);
        let is_planned = renstra.iter().any(|row| row.tahun == s.tahun() && row.nilai.is_some());
        let is_promised =
            s.target_in(&it.id, &perjanjian.dokumen, s.tahun(), Periode::Tahun).is_some();
        if is_planned && !is_promised {
            findings.push_with(
                Place::perjanjian(perjanjian),
                vec![Place::indikator(it)],
                format!(
                    "IKU «{}» mempunyai target Renstra tahun {}, tetapi tidak ada dalam {}.",
                    it.nama,
                    s.tahun(),
                    s.judul(&perjanjian.dokumen)
                ),
                "Masukkan IKU itu beserta targetnya ke dalam perjanjian kinerja.",
            );
        }
    }
    Assessed
}

//! LAP014: an agreement of the year that the report does not annex.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "LAP014",
    name: "agreement-not-annexed",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SISTEMATIKA],
    page: include_str!("agreement_not_annexed.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.bagian.is_empty() {
        return NotAssessable("susunan laporan belum tercatat");
    }
    let annexed: Vec<&str> = s
        .berkas
        .bagian
        .iter()
        .filter_map(|it| it.isi.as_deref())
        .filter(|it| it.contains("lampiran-pk"))
        .collect();
    let signed: Vec<_> =
        s.perjanjian().filter(|it| s.is_of_head(it) && signed_on(it).is_some()).collect();
    if signed.is_empty() {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    }
    for it in signed {
        let is_named =
            annexed.iter().any(|parts| parts.split_whitespace().any(|part| part == it.id.as_str()));
        if !is_named {
            findings.push(
                Place::perjanjian(it),
                format!("{} tidak ada di antara lampiran laporan.", s.judul(&it.dokumen)),
                format!("Tambahkan lampiran dengan isi `lampiran-pk {}`.", it.id),
            );
        }
    }
    Assessed
}

//! PJJ003: an agreement of an office that only one party signs.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ003",
    name: "second-party-missing",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::PENANDA_TANGAN],
    page: include_str!("second_party_missing.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.perjanjian().next().is_none() {
        return NotAssessable("perjanjian kinerja tahun ini belum tercatat");
    }
    for it in s.perjanjian() {
        if it.pihak_kedua.is_none()
            && !crate::perjanjian::parties::is_kepala_daerah(s, &it.pihak_pertama)
        {
            findings.push(
                Place::perjanjian(it).column("pihak_kedua"),
                format!("{} tidak mempunyai pihak kedua.", s.judul(&it.dokumen)),
                "Isi atasan pihak pertama sebagai pihak kedua. Hanya kepala daerah yang \
                menandatangani \
                 sendiri.",
            );
        }
    }
    Assessed
}

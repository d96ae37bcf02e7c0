//! PJJ004: the agreement of the head of an office is signed with somebody else than the head of the
//! region.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ004",
    name: "head-not-with-kepala-daerah",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::PENANDA_TANGAN],
    page: include_str!("head_not_with_kepala_daerah.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let of_head: Vec<_> =
        s.perjanjian().filter(|it| s.is_of_head(it) && it.pihak_kedua.is_some()).collect();
    if of_head.is_empty() {
        return NotAssessable("perjanjian kinerja kepala dengan dua pihak belum tercatat");
    }
    for it in of_head {
        let Some(id) = &it.pihak_kedua else { continue };
        if crate::perjanjian::parties::is_kepala_daerah(s, id) {
            continue;
        }
        let jabatan = s.berkas.find_pejabat(id).map_or("", |it| it.jabatan.as_str());
        findings.push(
            Place::perjanjian(it).column("pihak_kedua"),
            format!(
                "Pihak kedua {} adalah {jabatan}; perjanjian kepala perangkat daerah \
                ditandatangani dengan {}.",
                s.judul(&it.dokumen),
                s.berkas.pemda.jenis.kepala_daerah()
            ),
            "Ganti pihak kedua dengan kepala daerah.",
        );
    }
    Assessed
}

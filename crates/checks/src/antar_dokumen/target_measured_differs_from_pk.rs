//! ANT002: the measurement or the report compares with another target than the one promised.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT002",
    name: "target-measured-differs-from-pk",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::ISI_LAPORAN],
    page: include_str!("target_measured_differs_from_pk.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    for it in s.utama() {
        let promised = s.target_in(&it.id, &perjanjian.dokumen, s.tahun(), Periode::Tahun);
        let Some(promised) = promised else { continue };
        for jenis in [JenisDokumen::Pengukuran, JenisDokumen::Lkjip] {
            for measured in s.target_by(&it.id, jenis) {
                if measured.tahun != s.tahun() {
                    continue;
                }
                let (Some(one), Some(other)) = (&measured.nilai, &promised.nilai) else { continue };
                if one != other {
                    findings.push_with(
                        Place::target(measured),
                        vec![Place::target(promised)],
                        format!(
                            "{} memakai target {} untuk «{}», sedangkan yang diperjanjikan dalam \
                            {} \
                             adalah {}.",
                            s.judul(&measured.dokumen),
                            words::target(one, &it.satuan),
                            it.nama,
                            s.judul(&promised.dokumen),
                            words::target(other, &it.satuan)
                        ),
                        "Pakai target perjanjian kinerja yang terakhir ditandatangani; capaian \
                        dihitung \
                         terhadap target itu.",
                    );
                }
            }
        }
    }
    Assessed
}

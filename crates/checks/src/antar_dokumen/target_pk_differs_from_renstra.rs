//! ANT001: an agreement promises another target than the Renstra, and no change of it says why.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "ANT001",
    name: "target-pk-differs-from-renstra",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("target_pk_differs_from_renstra.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.perjanjian().next().is_none() {
        return NotAssessable("perjanjian kinerja tahun ini belum tercatat");
    }
    for it in s.utama() {
        for perjanjian in s.perjanjian() {
            // A change of the agreement has its own reason, which another check asks for.
            if perjanjian.mengubah.is_some() {
                continue;
            }
            // It follows the Renstra that there was when it was signed.
            let day = signed_on(perjanjian).unwrap_or_else(|| s.tahun().last_day());
            let renstra = s.renstra_on(&it.id, day);
            let Some(planned) = renstra.get(&s.tahun()) else { continue };
            let promised = s.target_in(&it.id, &perjanjian.dokumen, s.tahun(), Periode::Tahun);
            let Some(promised) = promised else { continue };
            let (Some(one), Some(other)) = (&promised.nilai, &planned.nilai) else { continue };
            if one != other {
                findings.push_with(
                    Place::target(promised),
                    vec![Place::target(planned)],
                    format!(
                        "Target «{}» tahun {} menurut {} adalah {}, sedangkan menurut {} {}.",
                        it.nama,
                        s.tahun(),
                        s.judul(&promised.dokumen),
                        words::target(one, &it.satuan),
                        s.judul(&planned.dokumen),
                        words::target(other, &it.satuan)
                    ),
                    "Samakan kedua target, atau jelaskan dalam laporan mengapa yang diperjanjikan \
                    berbeda \
                     dari yang direncanakan.",
                );
            }
        }
    }
    Assessed
}

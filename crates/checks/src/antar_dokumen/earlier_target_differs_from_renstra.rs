//! ANT003: the report compares with an earlier year by a target that the Renstra did not have for
//! that year.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT003",
    name: "earlier-target-differs-from-renstra",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_2],
    page: include_str!("earlier_target_differs_from_renstra.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut compared = false;
    for it in s.berkas.indikator.iter() {
        let renstra = s.target_by(&it.id, JenisDokumen::Renstra);
        for jenis in [JenisDokumen::Lkjip, JenisDokumen::Pengukuran] {
            for stated in s.target_by(&it.id, jenis).into_iter().filter(|row| row.tahun < s.tahun())
            {
                let planned = renstra.iter().find(|row| row.tahun == stated.tahun);
                let Some(planned) = planned else { continue };
                let (Some(one), Some(other)) = (&stated.nilai, &planned.nilai) else { continue };
                compared = true;
                if one == other || is_promised(s, it, stated) {
                    continue;
                }
                let exchanged = renstra.iter().find(|row| row.nilai == stated.nilai);
                let hint = exchanged.map_or_else(String::new, |row| {
                    format!(
                        " Angka itu adalah target Renstra tahun {}; mungkin tertukar.",
                        row.tahun
                    )
                });
                findings.push_with(
                    Place::target(stated),
                    vec![Place::target(planned)],
                    format!(
                        "{} membandingkan «{}» dengan target tahun {} sebesar {}, sedangkan {} \
                         menetapkan {}.{hint}{}",
                        s.judul(&stated.dokumen),
                        it.nama,
                        stated.tahun,
                        words::target(one, &it.satuan),
                        s.judul(&planned.dokumen),
                        words::target(other, &it.satuan),
                        turned(s, it, stated, &renstra)
                    ),
                    "Periksa target tahun itu pada dokumennya, lalu hitung ulang capaian tahun \
                    lalu dan \
                     perubahannya.",
                );
            }
        }
    }
    if compared {
        Assessed
    } else {
        NotAssessable("tidak ada target tahun lalu yang dapat dibandingkan")
    }
}

/// Whether an agreement of that year promises the same: then the Renstra was left knowingly.
fn is_promised(s: &Subject<'_>, it: &Indikator, stated: &Target) -> bool {
    let promised = s.target_by(&it.id, JenisDokumen::PerjanjianKinerja);
    promised.iter().any(|row| row.tahun == stated.tahun && row.nilai == stated.nilai)
}

/// A sentence where the wrong target also turns the direction of the targets.
fn turned(s: &Subject<'_>, it: &Indikator, stated: &Target, renstra: &[&Target]) -> String {
    let number = |row: &Target| match row.nilai {
        Some(NilaiTarget::Angka(value)) => Some(value),
        _ => None,
    };
    let of_year = |tahun| renstra.iter().find(|row| row.tahun == tahun).and_then(|row| number(row));
    let (Some(now), Some(then), Some(said)) =
        (of_year(s.tahun()), of_year(stated.tahun), number(stated))
    else {
        return String::new();
    };
    if then < now && said > now && it.polaritas == Polaritas::Naik {
        format!(
            " Dengan angka itu target tampak turun menjadi {}, padahal menurut Renstra naik.",
            words::with_unit(now, &it.satuan)
        )
    } else {
        String::new()
    }
}

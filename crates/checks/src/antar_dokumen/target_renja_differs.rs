//! ANT015: the Renja aims at another value for a tujuan, IKU or program than the agreement or the
//! Renstra.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT015",
    name: "target-renja-differs",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("target_renja_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut compared = false;
    for it in &s.berkas.indikator {
        if matches!(it.jenis, JenisIndikator::Kegiatan | JenisIndikator::Keluaran) {
            continue;
        }
        let of_year = |jenis| {
            s.target_by(&it.id, jenis)
                .into_iter()
                .filter(|row| row.tahun == s.tahun())
                .collect::<Vec<_>>()
        };
        for renja in of_year(JenisDokumen::Renja) {
            let promised = of_year(JenisDokumen::PerjanjianKinerja);
            let renstra = of_year(JenisDokumen::Renstra);
            let known: Vec<&Target> =
                promised.into_iter().chain(renstra).filter(|row| row.nilai.is_some()).collect();
            let Some(own) = renja.nilai.as_ref().filter(|_| !known.is_empty()) else { continue };
            compared = true;
            if known.iter().any(|row| row.nilai.as_ref() == Some(own)) {
                continue;
            }
            let others: Vec<String> = known
                .iter()
                .filter_map(|row| {
                    let value = words::target(row.nilai.as_ref()?, &it.satuan);
                    Some(format!("{} {value}", s.judul(&row.dokumen)))
                })
                .collect();
            findings.push_with(
                Place::target(renja),
                known.iter().map(|row| Place::target(row)).collect(),
                format!(
                    "Target «{}» menurut {} adalah {}, sedangkan menurut {}.",
                    it.nama,
                    s.judul(&renja.dokumen),
                    words::target(own, &it.satuan),
                    words::list(&others)
                ),
                "Samakan target Renja dengan Renstra atau perjanjian, atau jelaskan perbedaannya.",
            );
        }
    }
    if compared {
        Assessed
    } else {
        NotAssessable("Renja tidak memuat target yang juga ada pada dokumen lain")
    }
}

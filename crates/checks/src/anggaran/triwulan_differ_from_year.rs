//! ANG004: the four quarters do not add up to the year.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG004",
    name: "triwulan-money-differs-from-year",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REALISASI_ANGGARAN],
    page: include_str!("triwulan_differ_from_year.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.berkas.realisasi_anggaran.iter().filter(|it| it.periode == Periode::Tahun) {
        let Some(own) = it.jumlah else { continue };
        let quarters: Option<Vec<_>> = Periode::TRIWULAN
            .iter()
            .map(|periode| {
                s.realisasi_anggaran(&it.baris, it.tahun, *periode).filter(|it| it.jumlah.is_some())
            })
            .collect();
        let Some(quarters) = quarters else { continue };
        any = true;
        let sum: i64 =
            quarters.iter().filter_map(|it| it.jumlah).map(selaras_domain::Rupiah::get).sum();
        if sum == own.get() {
            continue;
        }
        let nama = s.baris(&it.baris).map_or(it.baris.as_str(), |it| it.nama.as_str());
        findings.push_with(
            Place::realisasi_anggaran(it),
            quarters.iter().map(|it| Place::realisasi_anggaran(it)).collect(),
            format!(
                "Realisasi {nama} tahun {} adalah {}, sedangkan keempat triwulan berjumlah {} \
                (selisih {}).",
                it.tahun,
                words::amount(own),
                words::rupiah(sum),
                words::rupiah((own.get() - sum).abs())
            ),
            "Periksa triwulan dan tahunnya terhadap laporan realisasi anggaran.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("tidak ada baris dengan realisasi keempat triwulan dan setahun")
    }
}

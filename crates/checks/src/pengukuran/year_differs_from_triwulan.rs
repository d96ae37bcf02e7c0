//! UKR005: the year is not what the quarters make of it.

use selaras_rules::akumulasi::accumulate;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR005",
    name: "year-differs-from-triwulan",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::BERKALA],
    page: include_str!("year_differs_from_triwulan.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        let Some(cara) = s.cara(it) else { continue };
        for tahun in s.tahun().previous().into_iter().chain([s.tahun()]) {
            let quarters: Option<Vec<Exact>> = Periode::TRIWULAN
                .iter()
                .map(|periode| s.realisasi_number(&it.id, tahun, *periode).map(Exact::from))
                .collect();
            let year = s.realisasi(&it.id, tahun, Periode::Tahun);
            let stated = s.realisasi_number(&it.id, tahun, Periode::Tahun);
            let (Some(quarters), Some(year), Some(stated)) = (quarters, year, stated) else {
                continue;
            };
            any = true;
            let Some(made) = accumulate(cara.akumulasi, &quarters) else { continue };
            if words::is_rounded_from(stated, &made) {
                continue;
            }
            let parts: Vec<String> = quarters.iter().map(words::short).collect();
            findings.push_with(
                Place::realisasi(year),
                Periode::TRIWULAN
                    .iter()
                    .filter_map(|periode| s.realisasi(&it.id, tahun, *periode))
                    .map(Place::realisasi)
                    .collect(),
                format!(
                    "Realisasi «{}» tahun {tahun} dinyatakan {}, sedangkan keempat triwulan ({}) \
                    {} \
                     menghasilkan {}.",
                    it.nama,
                    words::with_unit(stated, &it.satuan),
                    parts.join("; "),
                    words::akumulasi(cara.akumulasi),
                    words::short(&made)
                ),
                "Perbaiki triwulan atau tahunnya, atau cara akumulasi indikator itu.",
            );
        }
        for variabel in s.berkas.variabel.iter().filter(|row| row.indikator == it.id) {
            let value = |periode| s.variabel_value(&it.id, &variabel.id, s.tahun(), periode);
            let quarters: Option<Vec<Exact>> =
                Periode::TRIWULAN.iter().map(|periode| value(*periode).map(Exact::from)).collect();
            let (Some(quarters), Some(stated)) = (quarters, value(Periode::Tahun)) else {
                continue;
            };
            any = true;
            let Some(made) = accumulate(cara.akumulasi, &quarters) else { continue };
            if words::is_rounded_from(stated, &made) {
                continue;
            }
            let rows = s.nilai_variabel(&it.id, s.tahun(), Periode::Tahun);
            let Some(row) = rows.iter().find(|row| row.variabel == variabel.id) else { continue };
            findings.push_with(
                Place::nilai_variabel(row),
                Periode::TRIWULAN
                    .iter()
                    .flat_map(|periode| s.nilai_variabel(&it.id, s.tahun(), *periode))
                    .filter(|row| row.variabel == variabel.id)
                    .map(|row| Place::nilai_variabel(row))
                    .collect(),
                format!(
                    "{} tahun {} adalah {}, sedangkan keempat triwulan {} menghasilkan {}.",
                    variabel.nama,
                    s.tahun(),
                    words::with_unit(stated, &variabel.satuan),
                    words::akumulasi(cara.akumulasi),
                    words::short(&made)
                ),
                "Perbaiki triwulan atau tahunnya, atau cara akumulasi indikator itu.",
            );
        }
    }
    if any {
        Assessed
    } else {
        NotAssessable("tidak ada indikator dengan keempat triwulan dan tahunnya")
    }
}

//! ANT014: the quarterly targets of a document do not make the target of the year.

use selaras_domain::Akumulasi;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT014",
    name: "triwulan-targets-missing-the-year",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::BERKALA],
    page: include_str!("triwulan_targets_missing_the_year.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut compared = false;
    for it in &s.berkas.indikator {
        let target = s.of_indikator(&it.id, s.tahun(), "target").and_then(|it| it.value);
        let (Some(target), Some(cara)) = (target, s.cara(it)) else { continue };
        let quarters: Vec<(&Target, _)> = Periode::TRIWULAN
            .iter()
            .filter_map(|periode| {
                let mut rows = s.target(&it.id).iter().copied().filter(|row| {
                    row.tahun == s.tahun()
                        && row.periode == *periode
                        && row.jenis == JenisTarget::Target
                });
                let row = rows.next()?;
                match row.nilai {
                    Some(NilaiTarget::Angka(value)) => Some((row, Exact::from(value))),
                    _ => None,
                }
            })
            .collect();
        let is_ratio = s.formula(&it.id).is_some();
        if quarters.len() < Periode::TRIWULAN.len()
            || (is_ratio && cara.akumulasi == Akumulasi::Jumlah)
        {
            continue;
        }
        compared = true;
        let numbers: Vec<Exact> = quarters.iter().map(|(_, value)| value.clone()).collect();
        let Some(made) = selaras_rules::akumulasi::accumulate(cara.akumulasi, &numbers) else {
            continue;
        };
        // An average may carry more decimals than a target is written with.
        if made.round(2, RoundingMode::HalfUp) == Exact::from(target).round(2, RoundingMode::HalfUp)
        {
            continue;
        }
        let last = quarters[quarters.len() - 1].0;
        findings.push_with(
            Place::target(last),
            s.target(&it.id)
                .iter()
                .filter(|row| row.tahun == s.tahun() && row.jenis == JenisTarget::Target)
                .map(|row| Place::target(row))
                .collect(),
            format!(
                "Target triwulan «{}» menghasilkan {} setahun ({}), sedangkan target tahun {} \
                adalah {}.",
                it.nama,
                words::short(&made),
                words::akumulasi(cara.akumulasi),
                s.tahun(),
                words::with_unit(target, &it.satuan)
            ),
            "Sesuaikan target triwulan dengan target tahun menurut cara akumulasi indikator itu.",
        );
    }
    if compared {
        Assessed
    } else {
        NotAssessable("tidak ada indikator dengan target keempat triwulan")
    }
}

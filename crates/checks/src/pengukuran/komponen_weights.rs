//! UKR006: the weights of a composed indikator do not make a hundred.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR006",
    name: "komponen-weights-not-whole",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("komponen_weights.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut sums: BTreeMap<(&IndikatorId, Tahun), Decimal> = BTreeMap::new();
    for it in &s.berkas.komponen {
        *sums.entry((&it.indikator, it.tahun)).or_default() += it.bobot;
    }
    for ((id, tahun), sum) in &sums {
        // Weights may also be shares of one.
        if *sum == dec!(100) || *sum == dec!(1) {
            continue;
        }
        let nama = s.indikator(id).map_or("", |it| it.nama.as_str());
        let key = [id.as_str(), &tahun.to_string()];
        findings.push(
            Place::row("komponen", &key, format!("komponen {id} tahun {tahun}")).column("bobot"),
            format!(
                "Jumlah bobot komponen «{nama}» tahun {tahun} adalah {}, bukan 100.",
                words::number(*sum)
            ),
            "Perbaiki bobot komponen sehingga berjumlah 100.",
        );
    }
    if sums.is_empty() { NotApplicable("tidak ada indikator berkomponen") } else { Assessed }
}

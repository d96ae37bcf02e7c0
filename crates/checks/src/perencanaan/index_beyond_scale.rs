//! PRN016: a target or realisasi of an index that lies beyond the scale indices are measured on.

use rust_decimal::Decimal;
use selaras_domain::NilaiRealisasi;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN016",
    name: "index-beyond-scale",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("index_beyond_scale.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.berkas.indikator.iter() {
        let name = words::words(&it.nama);
        let is_index = name.iter().any(|it| it == "indeks") && words::normal(&it.satuan) != "poin";
        // A few indices count points: sistem merit up to 410, and prices from a base of a hundred.
        let counts_points = name.iter().any(|it| matches!(it.as_str(), "merit" | "harga" | "gini"));
        if !is_index || counts_points {
            continue;
        }
        any = true;
        let say = |value: Decimal, what: String| {
            format!(
                "{what} «{}» adalah {}; indeks dinyatakan pada skala sampai 100.",
                it.nama,
                words::number(value)
            )
        };
        let remedy = "Periksa tanda desimal, atau nyatakan skala indeks itu dalam definisinya.";
        for row in s.target(&it.id) {
            if let Some(NilaiTarget::Angka(value)) = row.nilai
                && value > Decimal::ONE_HUNDRED
            {
                findings.push(
                    Place::target(row),
                    say(value, format!("Target tahun {}", row.tahun)),
                    remedy,
                );
            }
        }
        for row in s.berkas.realisasi.iter().filter(|row| row.indikator == it.id) {
            if let Some(NilaiRealisasi::Angka(value)) = row.nilai
                && value > Decimal::ONE_HUNDRED
            {
                let what = format!("Realisasi {}", words::of_period(row.tahun, row.periode));
                findings.push(Place::realisasi(row), say(value, what), remedy);
            }
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada indikator berupa indeks") }
}

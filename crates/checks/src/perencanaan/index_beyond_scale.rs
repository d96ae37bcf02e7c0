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
        if !words::words(&it.nama).iter().any(|it| it == "indeks") {
            continue;
        }
        any = true;
        let values = values(s, it);
        // Some indices count further: sistem merit up to 410, risk of disasters too. All their values
        // lie there; a lost decimal mark stands alone.
        let above = values.iter().filter(|(_, value, _)| *value > Decimal::ONE_HUNDRED);
        let above: Vec<_> = above.collect();
        if above.len() * 3 > values.len() {
            continue;
        }
        for (place, value, what) in above {
            findings.push(
                place.clone(),
                format!(
                    "{what} «{}» adalah {}, sedangkan nilai lainnya tidak lebih dari 100.",
                    it.nama,
                    words::number(*value)
                ),
                "Periksa tanda desimal.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada indikator berupa indeks") }
}

/// Every number that an indikator aims at or reached, with its place and what it is.
fn values(s: &Subject<'_>, it: &Indikator) -> Vec<(Place, Decimal, String)> {
    let targets = s.target(&it.id).iter().filter_map(|row| match row.nilai {
        Some(NilaiTarget::Angka(value)) => {
            Some((Place::target(row), value, format!("Target tahun {}", row.tahun)))
        }
        _ => None,
    });
    let reached = s.berkas.realisasi.iter().filter(|row| row.indikator == it.id);
    let reached = reached.filter_map(|row| match row.nilai {
        Some(NilaiRealisasi::Angka(value)) => {
            let what = format!("Realisasi {}", words::of_period(row.tahun, row.periode));
            Some((Place::realisasi(row), value, what))
        }
        _ => None,
    });
    targets.chain(reached).collect()
}

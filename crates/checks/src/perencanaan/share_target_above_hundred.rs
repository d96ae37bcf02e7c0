//! PRN015: a target above a hundred percent for a part of a whole.

use rust_decimal::Decimal;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN015",
    name: "share-target-above-hundred",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("share_target_above_hundred.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    // What grows, is collected or compared may exceed a hundred; a part of a whole may not.
    const NOT_A_PART: [&str; 8] = [
        "pertumbuhan",
        "peningkatan",
        "kenaikan",
        "realisasi",
        "rasio",
        "capaian",
        "pendapatan",
        "laju",
    ];
    let mut any = false;
    for it in s.berkas.indikator.iter().filter(|it| it.satuan == "%") {
        let name = words::words(&it.nama);
        if !name.first().is_some_and(|it| it.starts_with("persentase"))
            || name.iter().any(|it| NOT_A_PART.contains(&it.as_str()))
        {
            continue;
        }
        any = true;
        for row in s.target(&it.id) {
            let high = match row.nilai {
                Some(NilaiTarget::Angka(value) | NilaiTarget::Rentang(_, value)) => value,
                _ => continue,
            };
            if high > Decimal::ONE_HUNDRED {
                findings.push(
                    Place::target(row),
                    format!(
                        "Target «{}» tahun {} menurut {} adalah {}; bagian dari keseluruhan paling \
                        banyak 100%.",
                        it.nama,
                        row.tahun,
                        s.judul(&row.dokumen),
                        words::with_unit(high, &it.satuan)
                    ),
                    "Periksa angka dan satuannya.",
                );
            }
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada indikator berupa persentase") }
}

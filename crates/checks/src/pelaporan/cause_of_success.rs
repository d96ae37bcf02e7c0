//! LAP010: a cause of missing the target is named for a target that was reached.

use rust_decimal::Decimal;
use selaras_domain::JenisFaktor;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP010",
    name: "cause-of-a-miss-that-was-none",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("cause_of_success.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let causes: Vec<_> = s
        .berkas
        .faktor
        .iter()
        .filter(|it| it.jenis == JenisFaktor::Penyebab && it.tahun == s.tahun())
        .collect();
    if causes.is_empty() {
        return NotApplicable("tidak ada penyebab kegagalan yang dituliskan");
    }
    for it in causes {
        let Some(capaian) = s.capaian(&it.indikator).filter(|it| *it >= Decimal::ONE_HUNDRED)
        else {
            continue;
        };
        let nama = s.indikator(&it.indikator).map_or("", |it| it.nama.as_str());
        findings.push(
            Place::faktor(it),
            format!(
                "«{}» dituliskan sebagai penyebab tidak tercapainya «{nama}», padahal \
                capaiannya {}%.",
                it.uraian,
                words::number(capaian)
            ),
            "Pindahkan ke faktor penghambat, atau periksa capaiannya.",
        );
    }
    Assessed
}

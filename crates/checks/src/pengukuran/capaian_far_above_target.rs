//! UKR010: a target that was passed by far: it was set too low, or something else was counted.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR010",
    name: "capaian-far-above-target",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("capaian_far_above_target.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        // Outputs above 100 percent are daily business.
        if matches!(it.jenis, JenisIndikator::Kegiatan | JenisIndikator::Keluaran) {
            continue;
        }
        let Some(capaian) = s.capaian(&it.id) else { continue };
        any = true;
        if capaian < dec!(150) {
            continue;
        }
        let shown = |what: &str| {
            let value = s.value(&it.id, s.tahun(), what).unwrap_or_default();
            words::with_unit(value, &it.satuan)
        };
        findings.push(
            Place::indikator(it),
            format!(
                "Capaian «{}» tahun {} adalah {}%: realisasi {} terhadap target {}.",
                it.nama,
                s.tahun(),
                words::number(capaian),
                shown("realisasi"),
                shown("target")
            ),
            "Periksa target, satuan, dan cara menghitungnya. Bila benar, jelaskan sebabnya dan \
            naikkan target \
             tahun-tahun berikutnya.",
        );
    }
    if any { Assessed } else { NotAssessable("belum ada capaian tahun ini") }
}

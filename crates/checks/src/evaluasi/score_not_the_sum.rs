//! EVA003: the score of an evaluation is not the sum of its components.

use rust_decimal::Decimal;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA003",
    name: "score-not-the-sum",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PREDIKAT_2015, basis::PREDIKAT],
    page: include_str!("score_not_the_sum.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.evaluasi {
        let parts: Vec<_> =
            s.berkas.komponen_evaluasi.iter().filter(|row| row.evaluasi == it.id).collect();
        let sum: Option<Decimal> = parts.iter().map(|row| row.nilai).sum();
        let (Some(nilai), Some(sum)) = (it.nilai, sum.filter(|_| !parts.is_empty())) else {
            continue;
        };
        any = true;
        if !words::is_rounded_from(nilai, &Exact::from(sum)) {
            findings.push_with(
                Place::evaluasi(it).column("nilai"),
                parts.iter().map(|row| Place::komponen_evaluasi(row)).collect(),
                format!(
                    "Nilai evaluasi {} tahun {} adalah {}, sedangkan {} komponennya berjumlah {}.",
                    it.penilai,
                    it.tahun,
                    words::number(nilai),
                    parts.len(),
                    words::number(sum)
                ),
                "Periksa nilai tiap komponen dan jumlahnya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("nilai komponen evaluasi belum lengkap") }
}

//! EVA001: the components of a SAKIP evaluation do not carry the weights of the regulation in
//! force.

use rust_decimal::Decimal;
use selaras_domain::JenisEvaluasi;
use selaras_rules::parameter::{self, Content};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA001",
    name: "bobot-of-another-regime",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::BOBOT_2015, basis::BOBOT],
    page: include_str!("bobot_of_another_regime.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.berkas.evaluasi.iter().filter(|it| it.jenis == JenisEvaluasi::Sakip) {
        let parts: Vec<_> =
            s.berkas.komponen_evaluasi.iter().filter(|row| row.evaluasi == it.id).collect();
        let day = crate::evaluasi::regime::day(s, it);
        let version =
            parameter::find("evaluasi-akip/bobot-komponen").and_then(|it| it.on(day).ok());
        let Some(Content::Value(law)) = version.map(|it| &it.content).filter(|_| !parts.is_empty())
        else {
            continue;
        };
        any = true;
        let mut expected: Vec<Decimal> = law.values().copied().collect();
        let mut found: Vec<Decimal> = parts.iter().map(|row| row.bobot).collect();
        expected.sort();
        found.sort();
        if expected == found {
            continue;
        }
        let sum: Decimal = found.iter().sum();
        let show = |list: &[Decimal]| {
            list.iter().rev().map(|it| words::number(*it)).collect::<Vec<_>>().join(", ")
        };
        findings.push_with(
            Place::evaluasi(it),
            parts.iter().map(|row| Place::komponen_evaluasi(row)).collect(),
            format!(
                "Bobot komponen evaluasi {} tahun {} adalah {} (jumlah {}), sedangkan yang berlaku \
                pada {} \
                 {}.",
                it.penilai,
                it.tahun,
                show(&found),
                words::number(sum),
                words::date(day),
                show(&expected)
            ),
            "Periksa bobot tiap komponen pada laporan hasil evaluasi, dan peraturan yang \
            dipakainya.",
        );
    }
    if any { Assessed } else { NotAssessable("komponen evaluasi AKIP belum tercatat") }
}

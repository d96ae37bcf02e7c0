//! LAP006: a target was missed, and nothing will be done about it.

use rust_decimal::Decimal;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP006",
    name: "missed-without-tindak-lanjut",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_5],
    page: include_str!("missed_without_follow_up.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_due(Periode::Tahun) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    let mut any = false;
    for it in s.utama() {
        let Some(capaian) = s.capaian(&it.id) else { continue };
        any = true;
        let has_plan = s
            .berkas
            .tindak_lanjut
            .iter()
            .any(|row| row.indikator == it.id && row.tahun == s.tahun());
        if capaian < Decimal::ONE_HUNDRED && !has_plan {
            findings.push(
                Place::indikator(it),
                format!(
                    "Target «{}» tidak tercapai ({}%), tetapi belum ada tindak lanjutnya.",
                    it.nama,
                    words::number(capaian)
                ),
                "Tetapkan apa yang akan dilakukan, oleh siapa, dan sampai kapan.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("belum ada capaian tahun ini") }
}

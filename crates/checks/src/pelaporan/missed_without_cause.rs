//! LAP005: a target was missed, and no cause and no hindrance is named.

use rust_decimal::Decimal;
use selaras_domain::JenisFaktor;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP005",
    name: "missed-without-cause",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::ISI_LAPORAN],
    page: include_str!("missed_without_cause.md"),
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
        let is_explained = s.berkas.faktor.iter().any(|row| {
            row.indikator == it.id && row.tahun == s.tahun() && row.jenis != JenisFaktor::Pendorong
        });
        if capaian < Decimal::ONE_HUNDRED && !is_explained {
            findings.push(
                Place::indikator(it),
                format!(
                    "Target «{}» tidak tercapai ({}%), tetapi penyebab dan penghambatnya belum \
                    dituliskan.",
                    it.nama,
                    words::number(capaian)
                ),
                "Tuliskan penyebab kegagalannya dan upaya yang telah dilakukan.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("belum ada capaian tahun ini") }
}

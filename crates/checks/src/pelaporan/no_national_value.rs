//! LAP003: an IKU neither compared with a national value nor said to have none.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP003",
    name: "no-national-value-nor-none",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_4],
    page: include_str!("no_national_value.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_due(Periode::Tahun) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    let mut any = false;
    for it in s.iku() {
        any = true;
        let rows = s.berkas.pembanding.iter().filter(|row| row.indikator.as_ref() == Some(&it.id));
        let says = |row: &&selaras_domain::Pembanding| {
            row.target.is_some() || row.realisasi.is_some() || row.keterangan.is_some()
        };
        if rows.filter(says).count() == 0 {
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» belum dibandingkan dengan nilai nasional, dan belum dinyatakan \
                    «tidak ada».",
                    it.nama
                ),
                "Isi nilai pembanding beserta pemilik dan tahunnya, atau nyatakan bahwa tidak ada.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("IKU belum tercatat") }
}

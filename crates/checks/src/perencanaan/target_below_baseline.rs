//! PRN019: a target of the Renstra that is worse than the state before it began.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN019",
    name: "target-below-baseline",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SMART],
    page: include_str!("target_below_baseline.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        let mut rows = s.target(&it.id).iter();
        let start = rows.find(|row| row.jenis == JenisTarget::KondisiAwal);
        let Some(NilaiTarget::Angka(baseline)) = start.and_then(|row| row.nilai.as_ref()) else {
            continue;
        };
        let numbers = s.renstra_numbers(&it.id);
        let Some((tahun, target, row)) = numbers.first() else { continue };
        any = true;
        if crate::subject::at_least(it.polaritas, *target, *baseline) == Some(false) {
            findings.push_with(
                Place::target(row),
                start.map(|it| Place::target(it)).into_iter().collect(),
                format!(
                    "Target pertama «{}» adalah {} ({tahun}), lebih buruk daripada kondisi awal \
                    {}.",
                    it.nama,
                    words::with_unit(*target, &it.satuan),
                    words::with_unit(*baseline, &it.satuan)
                ),
                "Naikkan target di atas kondisi awal, atau jelaskan mengapa turun.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("kondisi awal dan target Renstra belum tercatat") }
}

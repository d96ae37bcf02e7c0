//! PRN025: an indikator of the Renstra without the state before it began.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN025",
    name: "baseline-unknown",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SMART],
    page: include_str!("baseline_unknown.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        if s.target_by(&it.id, JenisDokumen::Renstra).is_empty() {
            continue;
        }
        any = true;
        let mut rows = s.target(&it.id).iter();
        let start = rows.find(|row| row.jenis == JenisTarget::KondisiAwal);
        let is_known = start.is_some_and(|row| {
            let note = row.asal.catatan.as_deref();
            row.nilai.is_some() || note.is_some_and(|it| it.contains("tidak terbaca"))
        });
        if !is_known {
            findings.push(
                start.map_or_else(|| Place::indikator(it), |row| Place::target(row)),
                format!(
                    "Kondisi awal «{}» tidak diketahui; targetnya tidak dapat dinilai naik \
                    atau turun.",
                    it.nama
                ),
                "Ukur kondisi awal, atau sebutkan tahun pertama indikator itu diukur.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("target Renstra belum tercatat") }
}

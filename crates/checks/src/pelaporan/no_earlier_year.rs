//! LAP001: a measured indikator without a realisasi of the year before.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP001",
    name: "no-earlier-year-to-compare",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_2],
    page: include_str!("no_earlier_year.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(before) = s.tahun().previous() else {
        return NotAssessable("tidak ada tahun sebelumnya");
    };
    if !s.is_due(Periode::Tahun) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    let measured: Vec<&Indikator> =
        s.utama().filter(|it| s.is_measured(&it.id, s.tahun())).collect();
    if measured.is_empty() {
        return NotAssessable("realisasi tahun ini belum ada");
    }
    for it in measured {
        let is_new = {
            let renstra = s.target_by(&it.id, JenisDokumen::Renstra);
            let first = renstra.iter().map(|row| row.tahun).min();
            first.is_some_and(|first| first >= s.tahun())
        };
        if !is_new && !s.is_measured(&it.id, before) && !s.is_illegible(&it.id, before) {
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» tidak mempunyai realisasi tahun {before} untuk dibandingkan.",
                    it.nama
                ),
                "Isi realisasi tahun lalu, dan beberapa tahun sebelumnya bila ada.",
            );
        }
    }
    Assessed
}

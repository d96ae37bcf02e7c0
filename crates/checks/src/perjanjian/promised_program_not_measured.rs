//! PJJ010: a program of the agreement whose own indikator the year ended without measuring.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ010",
    name: "promised-program-not-measured",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_7],
    page: include_str!("promised_program_not_measured.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_due(Periode::Tahun) {
        return NotApplicable("tahun ini belum waktunya dilaporkan");
    }
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    let Some(stated) = s.pagu_of(&perjanjian.dokumen, s.tahun()) else {
        return NotAssessable("perjanjian yang berlaku tidak memuat program");
    };
    let mut any = false;
    for (baris, pagu) in stated {
        let Some(row) = s.baris(baris).filter(|it| it.jenjang == Jenjang::Program) else {
            continue;
        };
        for it in s.indikator_of_baris(&row.id) {
            any = true;
            if s.is_measured(&it.id, s.tahun()) || s.is_illegible(&it.id, s.tahun()) {
                continue;
            }
            let share = s.total().and_then(|total| s.money(&total.id, "pagu")).and_then(|total| {
                let own = Exact::integer(pagu.jumlah?.get());
                Some(words::short(&(&own.checked_div(&total)? * &Exact::integer(100))))
            });
            let share = share.map_or_else(String::new, |it| format!(", {it}% dari anggaran,"));
            findings.push_with(
                Place::indikator(it),
                vec![Place::baris(row)],
                format!(
                    "{}{share} ada dalam {}, tetapi indikatornya «{}» tidak mempunyai realisasi \
                    tahun {}.",
                    row.nama,
                    s.judul(&perjanjian.dokumen),
                    it.nama,
                    s.tahun()
                ),
                "Ukur indikator program itu dan laporkan capaiannya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("program perjanjian belum mempunyai indikator") }
}

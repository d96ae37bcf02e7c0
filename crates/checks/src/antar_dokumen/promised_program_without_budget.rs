//! ANT009: a program of the agreement that no budget document of the year has.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT009",
    name: "promised-program-without-budget",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("promised_program_without_budget.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let budgets = s.anggaran();
    let has_programs = budgets.iter().any(|it| {
        let stated = s.pagu_of(&it.id, s.tahun());
        let mut rows = stated.into_iter().flatten().filter_map(|(id, _)| s.baris(id));
        rows.any(|row| row.jenjang == Jenjang::Program)
    });
    if !has_programs {
        return NotAssessable("dokumen anggaran tahun ini belum memuat program");
    }
    for perjanjian in s.perjanjian() {
        let Some(stated) = s.pagu_of(&perjanjian.dokumen, s.tahun()) else { continue };
        for (baris, pagu) in stated {
            let Some(row) = s.baris(baris).filter(|it| it.jenjang == Jenjang::Program) else {
                continue;
            };
            if budgets.iter().all(|it| s.pagu(baris, &it.id).is_none()) {
                findings.push(
                    Place::pagu(pagu),
                    format!(
                        "{} memuat {}, yang tidak ada dalam dokumen anggaran tahun {}.",
                        s.judul(&perjanjian.dokumen),
                        row.nama,
                        s.tahun()
                    ),
                    "Periksa nama dan kode programnya, atau keluarkan dari perjanjian.",
                );
            }
        }
    }
    Assessed
}

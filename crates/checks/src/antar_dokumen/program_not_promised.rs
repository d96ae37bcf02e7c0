//! ANT008: a program that has a budget and does not stand in the agreement.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT008",
    name: "program-not-promised",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("program_not_promised.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let budgets = s.anggaran();
    if budgets.is_empty() {
        return NotAssessable("DPA tahun ini belum tercatat");
    }
    for perjanjian in s.perjanjian().filter(|it| s.is_of_head(it)) {
        // An agreement that states no money at all is for another check.
        let Some(stated) = s.pagu_of(&perjanjian.dokumen, s.tahun()) else { continue };
        // The first agreement follows the DPA, a changed one the last budget document before it.
        let signed = crate::subject::signed_on(perjanjian);
        let mut before = budgets.iter().filter(|it| match (it.tanggal, signed) {
            (Some(day), Some(signed)) => day <= signed,
            _ => perjanjian.mengubah.is_some() || it.jenis == JenisDokumen::Dpa,
        });
        let Some(budget) = before.next_back() else { continue };
        let Some(funded) = s.pagu_of(&budget.id, s.tahun()) else { continue };
        let is_program = |id: &BarisId| s.baris(id).filter(|it| it.jenjang == Jenjang::Program);
        let missing: Vec<_> = funded
            .iter()
            .filter(|(id, pagu)| !stated.contains_key(*id) && pagu.jumlah.is_some())
            .filter_map(|(id, pagu)| Some((is_program(id)?, pagu.jumlah?)))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let names: Vec<String> = missing
            .iter()
            .map(|(row, amount)| format!("{} ({})", row.nama, words::amount(*amount)))
            .collect();
        findings.push_with(
            Place::perjanjian(perjanjian),
            missing.iter().map(|(row, _)| Place::baris(row)).collect(),
            format!(
                "{} tidak memuat {}, yang ada dalam {}.",
                s.judul(&perjanjian.dokumen),
                words::list(&names),
                budget.judul
            ),
            "Cantumkan semua program dengan anggarannya, atau sebutkan bahwa yang dicantumkan \
            hanya \
             program prioritas.",
        );
    }
    Assessed
}

//! ANT007: an agreement states other money for a program than the budget documents.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT007",
    name: "pagu-pk-differs-from-budget",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("pagu_pk_differs_from_budget.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let budgets = s.anggaran();
    if budgets.is_empty() {
        return NotAssessable("DPA tahun ini belum tercatat");
    }
    for perjanjian in s.perjanjian() {
        let Some(stated) = s.pagu_of(&perjanjian.dokumen, s.tahun()) else { continue };
        for (baris, pagu) in stated {
            let Some(row) = s.baris(baris).filter(|it| it.jenjang == Jenjang::Program) else {
                continue;
            };
            let known: Vec<_> = budgets
                .iter()
                .filter_map(|it| Some((it.judul.as_str(), s.pagu(baris, &it.id)?.jumlah?)))
                .collect();
            let Some(own) = pagu.jumlah.filter(|_| !known.is_empty()) else { continue };
            if known.iter().any(|(_, amount)| *amount == own) {
                continue;
            }
            let others: Vec<String> = known
                .iter()
                .map(|(judul, amount)| format!("{judul} {}", words::amount(*amount)))
                .collect();
            findings.push(
                Place::pagu(pagu),
                format!(
                    "{} menyebut anggaran {} {}, sedangkan {}.",
                    s.judul(&perjanjian.dokumen),
                    row.nama,
                    words::amount(own),
                    words::list(&others)
                ),
                "Samakan anggaran perjanjian dengan dokumen anggaran yang menjadi dasarnya.",
            );
        }
    }
    Assessed
}

//! ANT010: a subkegiatan that is paid for and that the Renja does not have.

use crate::antar_dokumen::renja::{Rows, rows};
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT010",
    name: "budget-row-not-in-renja",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("budget_row_not_in_renja.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(Rows { renja, planned, funded }) = rows(s) else {
        return NotAssessable("subkegiatan Renja atau subkegiatan anggaran belum tercatat");
    };
    for row in s.baris_of(Jenjang::Subkegiatan) {
        if planned.contains(&row.id) || !funded.contains(&row.id) {
            continue;
        }
        let spent =
            [Periode::Tw1, Periode::Tw2, Periode::Tw3, Periode::Tw4].into_iter().find(|it| {
                let row = s.realisasi_anggaran(&row.id, s.tahun(), *it);
                row.and_then(|it| it.jumlah).is_some_and(|it| it.get() > 0)
            });
        let when = spent.map_or_else(String::new, |it| {
            format!(", dan dibelanjakan sejak {}", crate::words::periode(it))
        });
        findings.push(
            Place::baris(row),
            format!("{} dianggarkan{when}, tetapi tidak ada dalam {}.", row.nama, renja.judul),
            "Jelaskan mengapa subkegiatan ini dianggarkan tanpa direncanakan, atau perbaiki Renja.",
        );
    }
    Assessed
}

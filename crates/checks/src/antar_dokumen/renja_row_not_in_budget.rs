//! ANT011: a subkegiatan of the Renja that was neither budgeted nor carried out.

use crate::antar_dokumen::renja::{Rows, rows};
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT011",
    name: "renja-row-not-in-budget",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("renja_row_not_in_budget.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(Rows { renja, planned, funded }) = rows(s) else {
        return NotAssessable("subkegiatan Renja atau subkegiatan anggaran belum tercatat");
    };
    for row in s.baris_of(Jenjang::Subkegiatan) {
        if planned.contains(&row.id) && !funded.contains(&row.id) {
            findings.push(
                Place::baris(row),
                format!(
                    "{} ada dalam {}, tetapi tidak ada dalam anggaran dan realisasi yang tercatat.",
                    row.nama, renja.judul
                ),
                "Jelaskan mengapa subkegiatan ini tidak jadi dilaksanakan; sebutkan jumlah \
                subkegiatan \
                 menurut dokumen yang dimaksud.",
            );
        }
    }
    Assessed
}

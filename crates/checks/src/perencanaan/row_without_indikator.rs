//! PRN004: a program or subkegiatan that has a budget and no indikator.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN004",
    name: "row-without-indikator",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("row_without_indikator.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let is_funded = |id: &BarisId| s.money(id, "pagu").is_some();
    let rows: Vec<_> = s
        .berkas
        .program_kegiatan
        .iter()
        .filter(|it| matches!(it.jenjang, Jenjang::Program | Jenjang::Subkegiatan))
        .filter(|it| is_funded(&it.id))
        .collect();
    if rows.is_empty() {
        return NotAssessable("program dan subkegiatan beranggaran belum tercatat");
    }
    for it in rows {
        if s.indikator_of_baris(&it.id).is_empty() {
            let what = if it.jenjang == Jenjang::Program {
                "indikator hasil"
            } else {
                "indikator keluaran"
            };
            findings.push(
                Place::baris(it),
                format!("{} dianggarkan, tetapi belum mempunyai {what}.", it.nama),
                format!("Tambahkan {what} beserta satuan dan targetnya."),
            );
        }
    }
    Assessed
}

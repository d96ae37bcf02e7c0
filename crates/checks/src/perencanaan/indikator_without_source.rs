//! PRN008: an indikator tujuan or IKU without a source of its data, or without anyone who answers
//! for it.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN008",
    name: "indikator-without-sumber-data",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("indikator_without_source.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        any = true;
        let is_blank =
            |text: &Option<String>| text.as_deref().is_none_or(|it| it.trim().is_empty());
        let (missing, column) = match (is_blank(&it.sumber_data), is_blank(&it.penanggung_jawab)) {
            (true, true) => ("sumber data dan penanggung jawab", "sumber_data"),
            (true, false) => ("sumber data", "sumber_data"),
            (false, true) => ("penanggung jawab", "penanggung_jawab"),
            (false, false) => continue,
        };
        findings.push(
            Place::indikator(it).column(column),
            format!("«{}» belum mempunyai {missing}.", it.nama),
            format!("Tetapkan {missing} indikator itu."),
        );
    }
    if any { Assessed } else { NotAssessable("indikator tujuan dan IKU belum tercatat") }
}

//! PRN017: an indikator of the Renstra without a target for each of its years.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN017",
    name: "year-without-target",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_3],
    page: include_str!("year_without_target.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for renstra in s.dokumen_of(JenisDokumen::Renstra) {
        let stated = |it: &Indikator| -> Vec<Tahun> {
            let rows = s.target_by(&it.id, JenisDokumen::Renstra);
            rows.iter().filter(|row| row.dokumen == renstra.id).map(|row| row.tahun).collect()
        };
        // A Renstra may count its first year as the state before it began: then no indikator has a
        // target for that year.
        let used: Vec<Tahun> = s.berkas.indikator.iter().flat_map(stated).collect();
        let (Some(first), Some(last)) = (used.iter().min(), renstra.sampai) else { continue };
        for it in s.utama() {
            let years = stated(it);
            if years.is_empty() {
                continue;
            }
            any = true;
            let missing: Vec<String> = (first.get()..=last.get())
                .filter(|year| !years.iter().any(|it| it.get() == *year))
                .map(|year| year.to_string())
                .collect();
            if !missing.is_empty() {
                findings.push(
                    Place::indikator(it),
                    format!(
                        "«{}» tidak mempunyai target untuk tahun {} dalam {}.",
                        it.nama,
                        words::list(&missing),
                        renstra.judul
                    ),
                    "Lengkapi target setiap tahun Renstra.",
                );
            }
        }
    }
    if any { Assessed } else { NotAssessable("target Renstra belum tercatat") }
}

//! ANG012: money was spent on a row that the budget in force does not have.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG012",
    name: "spent-without-pagu",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANGGARAN_TERSEDIA],
    page: include_str!("spent_without_pagu.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(budget) = s.anggaran_berlaku() else {
        return NotAssessable("pagu DPA atau DPPA tahun ini belum tercatat");
    };
    let stated = s.pagu_of(&budget.id, s.tahun());
    let levels: Vec<Jenjang> = stated
        .into_iter()
        .flatten()
        .filter_map(|(id, _)| s.baris(id).map(|it| it.jenjang))
        .collect();
    // A report of the realisation may state the budget too, where the DPPA is known by program
    // only.
    let elsewhere: Vec<_> = s.dokumen_of(JenisDokumen::RealisasiAnggaran);
    let mut any = false;
    for row in &s.berkas.program_kegiatan {
        if !levels.contains(&row.jenjang) {
            continue;
        }
        any = true;
        let spent = s.money(&row.id, "realisasi").filter(|it| !it.is_zero());
        let Some(spent) = spent else { continue };
        let has_pagu = s.pagu(&row.id, &budget.id).is_some()
            || elsewhere.iter().any(|it| s.pagu(&row.id, &it.id).is_some());
        if !has_pagu {
            findings.push(
                Place::baris(row),
                format!(
                    "{} dibelanjakan {} pada tahun {}, tetapi tidak mempunyai pagu dalam {}.",
                    row.nama,
                    words::money(&spent),
                    s.tahun(),
                    budget.judul
                ),
                "Periksa baris yang dibebani, atau catat pagunya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("pagu menurut program belum tercatat") }
}

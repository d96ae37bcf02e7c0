//! LAP002: an IKU without a target of the last year of the Renstra.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP002",
    name: "no-final-target-to-compare",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_3],
    page: include_str!("no_final_target.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(renstra) = s.dokumen_of(JenisDokumen::Renstra).pop() else {
        return NotAssessable("Renstra yang memuat tahun ini belum tercatat");
    };
    let last = renstra.sampai.or(renstra.tahun);
    let Some(last) = last else { return NotAssessable("tahun akhir Renstra belum tercatat") };
    let mut any = false;
    for it in s.iku() {
        any = true;
        let rows = s.target_by(&it.id, JenisDokumen::Renstra);
        let stated = rows.iter().find(|row| row.tahun == last);
        let is_known = stated.is_some_and(|row| {
            row.nilai.is_some() || words::is_illegible(row.asal.catatan.as_deref())
        });
        if !is_known {
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» tidak mempunyai target akhir {} ({last}); kemajuannya tidak dapat \
                    dihitung.",
                    it.nama, renstra.judul
                ),
                "Isi target tahun terakhir Renstra.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("IKU belum tercatat") }
}

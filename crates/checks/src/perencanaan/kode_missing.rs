//! PRN024: a row that has a budget and no kode.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN024",
    name: "kode-missing",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::NOMENKLATUR],
    page: include_str!("kode_missing.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let rows: Vec<_> = s.nomenklatur().filter(|it| s.money(&it.id, "pagu").is_some()).collect();
    if rows.is_empty() {
        return NotAssessable("baris beranggaran belum tercatat");
    }
    for it in rows {
        let note = it.asal.catatan.as_deref();
        let is_known_gap = words::is_illegible(note)
            || note.is_some_and(|it| it.contains("tidak ada pada sumber"));
        if it.kode.is_none() && !is_known_gap {
            findings.push(
                Place::baris(it).column("kode"),
                format!("{} dianggarkan tanpa kode nomenklatur.", it.nama),
                "Isi kode menurut katalog nomenklatur yang berlaku.",
            );
        }
    }
    Assessed
}

//! ANG005: more was spent on a row than its budget in force.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG005",
    name: "spent-above-pagu",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANGGARAN_TERSEDIA],
    page: include_str!("spent_above_pagu.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(budget) = s.anggaran_berlaku() else {
        return NotAssessable("pagu DPA atau DPPA tahun ini belum tercatat");
    };
    let exceeds = |row: &selaras_domain::ProgramKegiatan| {
        let pagu = s.pagu(&row.id, &budget.id)?.jumlah?;
        Some(s.money(&row.id, "realisasi")? > Exact::integer(pagu.get()))
    };
    let mut any = false;
    for row in &s.berkas.program_kegiatan {
        let pagu = s.pagu(&row.id, &budget.id);
        let (Some(pagu), Some(spent)) = (pagu, s.money(&row.id, "realisasi")) else { continue };
        let Some(amount) = pagu.jumlah else { continue };
        any = true;
        // The rows above exceed theirs only because of this one.
        let is_below = s.children(&row.id).iter().any(|it| exceeds(it) == Some(true))
            || (row.jenjang == Jenjang::Total
                && s.baris_of(Jenjang::Program).any(|it| exceeds(it) == Some(true)));
        if exceeds(row) == Some(true) && !is_below {
            findings.push(
                Place::baris(row),
                format!(
                    "Realisasi {} tahun {} adalah {}, melebihi pagu {} menurut {}.",
                    row.nama,
                    s.tahun(),
                    words::money(&spent),
                    words::amount(amount),
                    budget.judul
                ),
                "Periksa kedua angka. Bila pagunya telah diubah, catat dokumen perubahannya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("tidak ada baris dengan pagu dan realisasi") }
}

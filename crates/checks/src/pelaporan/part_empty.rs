//! LAP015: a section of the report with neither narrative nor content, or with a narrative that is
//! blank.

use selaras_domain::TingkatBagian;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP015",
    name: "part-empty",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SISTEMATIKA],
    page: include_str!("part_empty.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.bagian.is_empty() {
        return NotAssessable("susunan laporan belum tercatat");
    }
    for it in &s.berkas.bagian {
        // Chapters hold sections; covers are made of the facts of the office.
        if !matches!(it.tingkat, TingkatBagian::Subbab | TingkatBagian::Lampiran) {
            continue;
        }
        let text = it.narasi.as_deref().and_then(|id| s.berkas.find_narasi(id));
        let has_text = text.is_some_and(|it| !it.teks.trim().is_empty());
        if it.isi.is_none() && !has_text {
            findings.push(
                Place::row("bagian", &[it.judul.as_str()], format!("bagian «{}»", it.judul)),
                format!("Bagian «{}» masih kosong.", it.judul),
                "Tulis narasinya, pilih isinya, atau hapus bagian itu.",
            );
        }
    }
    Assessed
}

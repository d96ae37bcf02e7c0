//! PRN029: a row whose name is not the one that the catalogue gives its kode.

use super::kode_not_in_catalogue::WITHOUT_KATALOG;
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN029",
    name: "name-not-of-catalogue",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::NOMENKLATUR],
    page: include_str!("name_not_of_catalogue.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(katalog) = s.katalog else { return NotAssessable(WITHOUT_KATALOG) };
    let width = s.berkas.kebijakan.lebar_subkegiatan as usize;
    let mut any = false;
    // An urusan is named shortly in documents: «Perpustakaan» for «Urusan Pemerintahan Bidang …».
    for it in s.nomenklatur() {
        let Some(kode) = &it.kode else { continue };
        let Some(found) = katalog.find(kode) else { continue };
        any = true;
        if bare(&it.nama) != bare(&found.nama) {
            findings.push(
                Place::baris(it).column("nama"),
                format!(
                    "Kode {} bernama «{}» pada {}, di sini «{}».",
                    kode.render(width),
                    found.nama,
                    katalog.dasar,
                    it.nama
                ),
                "Pakai nama menurut katalog, atau perbaiki kodenya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("tidak ada kode yang ditemukan pada katalog") }
}

/// A name without its capitals and marks, and without the word for its level.
fn bare(nama: &str) -> String {
    let mut words = words::words(nama);
    if words.len() > 1 && matches!(words[0].as_str(), "program" | "kegiatan" | "subkegiatan") {
        words.remove(0);
    }
    words.join(" ")
}

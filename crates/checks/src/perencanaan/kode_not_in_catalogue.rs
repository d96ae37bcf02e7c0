//! PRN028: a kode that the catalogue in force does not have.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN028",
    name: "kode-not-in-catalogue",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::NOMENKLATUR],
    page: include_str!("kode_not_in_catalogue.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(katalog) = s.katalog else { return NotAssessable(WITHOUT_KATALOG) };
    let width = s.berkas.kebijakan.lebar_subkegiatan as usize;
    let mut any = false;
    for it in s.nomenklatur() {
        let Some(kode) = &it.kode else { continue };
        any = true;
        if katalog.find(kode).is_none() {
            findings.push(
                Place::baris(it).column("kode"),
                format!(
                    "{} berkode {}, yang tidak ada pada {}.",
                    it.nama,
                    kode.render(width),
                    katalog.dasar
                ),
                "Cari baris yang dimaksud pada katalog dan salin kodenya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("kode nomenklatur belum tercatat") }
}

/// Why what needs the catalogue says nothing.
pub(crate) const WITHOUT_KATALOG: &str = "katalog nomenklatur yang berlaku belum dimuat";

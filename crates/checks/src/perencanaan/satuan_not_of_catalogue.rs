//! PRN030: a subkegiatan whose indikator are measured in another satuan than the catalogue fixes.

use super::kode_not_in_catalogue::WITHOUT_KATALOG;
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN030",
    name: "satuan-not-of-catalogue",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::NOMENKLATUR],
    page: include_str!("satuan_not_of_catalogue.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(katalog) = s.katalog else { return NotAssessable(WITHOUT_KATALOG) };
    let mut any = false;
    for baris in s.baris_of(Jenjang::Subkegiatan) {
        let Some(found) = baris.kode.as_ref().and_then(|it| katalog.find(it)) else { continue };
        let Some(satuan) = &found.satuan else { continue };
        let own = s.indikator_of_baris(&baris.id);
        if own.is_empty() {
            continue;
        }
        any = true;
        let is_same = |it: &&&Indikator| words::normal(&it.satuan) == words::normal(satuan);
        // An office may measure more than the catalogue asks, beside it.
        if own.iter().any(|it| is_same(&it)) {
            continue;
        }
        let mut printed: Vec<String> = own.iter().map(|it| it.satuan.clone()).collect();
        printed.dedup();
        findings.push_with(
            Place::baris(baris),
            own.iter().map(|it| Place::indikator(it).column("satuan")).collect(),
            format!(
                "{} diukur dalam {}, padahal katalog menetapkan satuan {satuan}{}.",
                baris.nama,
                words::list(&printed),
                found.indikator.as_ref().map_or_else(String::new, |it| format!(" («{it}»)"))
            ),
            "Pakai indikator dan satuan katalog; ukuran lain boleh berdiri di sampingnya.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("katalog tidak menetapkan satuan untuk subkegiatan yang tercatat")
    }
}

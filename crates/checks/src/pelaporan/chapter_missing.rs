//! LAP012: the report lacks one of its four recommended chapters.

use selaras_domain::TingkatBagian;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP012",
    name: "chapter-missing",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SISTEMATIKA],
    page: include_str!("chapter_missing.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let titles: Vec<String> = s
        .berkas
        .bagian
        .iter()
        .filter(|it| it.tingkat == TingkatBagian::Bab)
        .map(|it| words::normal(&it.judul))
        .collect();
    if titles.is_empty() {
        return NotAssessable("susunan laporan belum tercatat");
    }
    // Each chapter by what its title is about; the outline is recommended, not its words.
    let chapters: [(&str, &[&str]); 4] = [
        ("Pendahuluan", &["pendahuluan", "gambaran umum", "profil"]),
        ("Perencanaan Kinerja", &["perencanaan", "perjanjian", "rencana"]),
        ("Akuntabilitas Kinerja", &["akuntabilitas", "capaian", "kinerja organisasi"]),
        ("Penutup", &["penutup", "simpulan", "kesimpulan"]),
    ];
    for (name, about) in chapters {
        if !titles.iter().any(|title| about.iter().any(|it| title.contains(it))) {
            findings.push(
                Place::whole("bagian", "susunan laporan"),
                format!("Laporan tidak mempunyai bab {name}."),
                format!("Tambahkan bab {name} beserta isinya."),
            );
        }
    }
    Assessed
}

//! LAP013: one of the seven analyses has no part in the report.

use std::collections::BTreeSet;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP013",
    name: "analysis-missing",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SISTEMATIKA],
    page: include_str!("analysis_missing.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.bagian.is_empty() {
        return NotAssessable("susunan laporan belum tercatat");
    }
    let parts = parts(s);
    // Each analysis by the parts that carry it; a narrative about it counts too.
    let analyses: [(&str, &[&str], &[&str]); 7] = [
        (
            "target dan realisasi tahun ini",
            &["pengukuran", "analisis-indikator", "capaian-kategori"],
            &["capaian"],
        ),
        (
            "realisasi tahun ini dengan tahun lalu",
            &["perbandingan-tahun", "rincian-perbandingan", "pengukuran"],
            &["tahun ke tahun", "tahun lalu", "perbandingan realisasi"],
        ),
        (
            "kemajuan terhadap target akhir Renstra",
            &["kemajuan", "upaya"],
            &["akhir periode", "kemajuan", "jangka menengah"],
        ),
        (
            "realisasi dengan nilai nasional",
            &["nasional", "nasional-target", "nasional-realisasi"],
            &["nasional"],
        ),
        ("penyebab dan upaya", &["analisis-indikator"], &["analisis capaian", "sebab", "faktor"]),
        ("efisiensi penggunaan sumber daya", &["efisiensi", "efisiensi-analisis"], &["efisiensi"]),
        (
            "program yang menunjang",
            &["penunjang-program", "kinerja-anggaran", "pohon-program"],
            &["program"],
        ),
    ];
    let titles: Vec<String> = s.berkas.bagian.iter().map(|it| words::normal(&it.judul)).collect();
    for (name, makers, about) in analyses {
        let is_made = makers.iter().any(|it| parts.contains(*it));
        let is_told = titles.iter().any(|title| about.iter().any(|it| title.contains(it)));
        if !is_made && !is_told {
            findings.push(
                Place::whole("bagian", "susunan laporan"),
                format!("Analisis {name} tidak ada dalam susunan laporan."),
                format!("Tambahkan bagian `{}` atau narasinya.", makers[0]),
            );
        }
    }
    Assessed
}

/// Names of the parts that the report is made of, in its outline and in its narratives.
fn parts<'a>(s: &Subject<'a>) -> BTreeSet<&'a str> {
    let outline = s.berkas.bagian.iter().filter_map(|it| it.isi.as_deref());
    let outline = outline.flat_map(str::split_whitespace);
    let told = s.berkas.narasi.iter().flat_map(|it| it.teks.split("{isi ").skip(1));
    let told = told.filter_map(|it| it.split(['}', ' ']).next());
    outline.chain(told).collect()
}

//! PRN026: a kode that is too short or too long for the level of its row.

use std::ops::RangeInclusive;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN026",
    name: "kode-of-another-jenjang",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::NOMENKLATUR],
    page: include_str!("kode_of_another_jenjang.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let width = usize::try_from(s.berkas.kebijakan.lebar_subkegiatan).unwrap_or(2);
    let mut any = false;
    for it in &s.berkas.program_kegiatan {
        let (Some(kode), Some(fitting)) = (&it.kode, numbers_of(it.jenjang)) else { continue };
        any = true;
        let found = kode.parts().len();
        if fitting.contains(&found) {
            continue;
        }
        let level = levels().find(|other| numbers_of(*other).is_some_and(|it| it.contains(&found)));
        let hint = level.map_or_else(String::new, |it| format!(", seperti kode {}", it.code()));
        findings.push(
            Place::baris(it).column("kode"),
            format!(
                "{} adalah {}, tetapi kodenya {} terdiri atas {found} bilangan{hint}; kode {} \
                 terdiri atas {}.",
                it.nama,
                it.jenjang.code(),
                kode.render(width),
                it.jenjang.code(),
                fitting.end()
            ),
            "Lengkapi kode menurut katalog nomenklatur, atau perbaiki jenjang barisnya.",
        );
    }
    if any { Assessed } else { NotAssessable("kode nomenklatur belum tercatat") }
}

fn levels() -> impl Iterator<Item = Jenjang> {
    [Jenjang::Unsur, Jenjang::Urusan, Jenjang::Program, Jenjang::Kegiatan, Jenjang::Subkegiatan]
        .into_iter()
}

/// How many numbers the kode of a row has. A kegiatan has two more than its program: whose affair it
/// is, and its own number.
fn numbers_of(jenjang: Jenjang) -> Option<RangeInclusive<usize>> {
    match jenjang {
        Jenjang::Total => None,
        Jenjang::Unsur => Some(1..=1),
        // An urusan, or a bidang urusan of it: one jenjang stands for both.
        Jenjang::Urusan => Some(1..=2),
        Jenjang::Program => Some(3..=3),
        Jenjang::Kegiatan => Some(5..=5),
        Jenjang::Subkegiatan => Some(6..=6),
    }
}

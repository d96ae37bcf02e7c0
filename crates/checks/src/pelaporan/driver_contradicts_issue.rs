//! LAP009: what a strategic issue calls low is named as a driving factor.

use selaras_domain::JenisFaktor;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP009",
    name: "driver-contradicts-issue",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("driver_contradicts_issue.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    const LOW: [&str; 9] = [
        "rendahnya",
        "kurangnya",
        "lemahnya",
        "minimnya",
        "terbatasnya",
        "belum",
        "tidak",
        "masih",
        "buruknya",
    ];
    if s.berkas.isu_strategis.is_empty() || s.berkas.faktor.is_empty() {
        return NotAssessable("isu strategis atau faktor belum tercatat");
    }
    for factor in s
        .berkas
        .faktor
        .iter()
        .filter(|it| it.jenis == JenisFaktor::Pendorong && it.tahun == s.tahun())
    {
        let praised = stems(&factor.uraian);
        // A factor that says itself that something is lacking praises nothing.
        if words::words(&factor.uraian).first().is_some_and(|it| LOW.contains(&it.as_str())) {
            continue;
        }
        for issue in s.berkas.isu_strategis.iter().filter(|it| it.induk.is_none()) {
            let first = words::words(&issue.uraian).into_iter().next().unwrap_or_default();
            let complained = stems(&issue.uraian);
            let complained: Vec<&String> = complained
                .iter()
                .filter(|it| !LOW.iter().any(|low| low.starts_with(it.as_str())))
                .collect();
            let shared = complained.iter().filter(|it| praised.contains(it)).count();
            if LOW.contains(&first.as_str()) && shared >= 2 && shared == complained.len() {
                findings.push_with(
                    Place::faktor(factor),
                    vec![Place::row(
                        "isu_strategis",
                        &[issue.id.as_str()],
                        format!("isu {}", issue.id),
                    )],
                    format!(
                        "«{}» disebut sebagai pendorong {}, padahal «{}» adalah isu strategis.",
                        factor.uraian, factor.indikator, issue.uraian
                    ),
                    "Sebutkan pendorong yang didukung data, atau jelaskan perbedaannya.",
                );
            }
        }
    }
    Assessed
}

/// The first seven letters of telling words: *profesionalitas* and *profesionalisme* are one.
fn stems(text: &str) -> Vec<String> {
    words::telling(text).into_iter().map(|it| it.chars().take(7).collect()).collect()
}

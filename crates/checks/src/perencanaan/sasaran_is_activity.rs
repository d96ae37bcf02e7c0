//! PRN011: a tujuan or sasaran that says what is done instead of what becomes of it.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN011",
    name: "sasaran-is-an-activity",
    tier: Tier::Anjuran,
    status: Status::Preview,
    basis: &[basis::LKE_UNIT],
    page: include_str!("sasaran_is_activity.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    const ACTIVITIES: [&str; 9] = [
        "melaksanakan",
        "menyelenggarakan",
        "mengadakan",
        "menyusun",
        "melakukan",
        "memfasilitasi",
        "terlaksananya",
        "tersusunnya",
        "terselenggaranya",
    ];
    let texts: Vec<(Place, &str)> = s
        .berkas
        .tujuan
        .iter()
        .map(|it| {
            (
                Place::row("tujuan", &[it.id.as_str()], format!("tujuan {}", it.id)),
                it.uraian.as_str(),
            )
        })
        .chain(s.berkas.sasaran.iter().map(|it| {
            let place = Place::row("sasaran", &[it.id.as_str()], format!("sasaran {}", it.id));
            (place, it.uraian.as_str())
        }))
        .collect();
    if texts.is_empty() {
        return NotAssessable("tujuan dan sasaran belum tercatat");
    }
    for (place, text) in texts {
        let first = words::words(text).into_iter().next().unwrap_or_default();
        if ACTIVITIES.contains(&first.as_str()) {
            findings.push(
                place.column("uraian"),
                format!("«{text}» adalah pekerjaan, bukan kondisi yang dicapai."),
                "Rumuskan kondisi yang berubah bagi penerima layanan.",
            );
        }
    }
    Assessed
}

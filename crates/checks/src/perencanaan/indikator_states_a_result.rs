//! PRN010: an indikator that says what should happen instead of what is measured.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN010",
    name: "indikator-states-a-result",
    tier: Tier::Anjuran,
    status: Status::Preview,
    basis: &[basis::SMART],
    page: include_str!("indikator_states_a_result.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    const RESULTS: [&str; 12] = [
        "meningkatnya",
        "meningkatkan",
        "terwujudnya",
        "mewujudkan",
        "terlaksananya",
        "tersedianya",
        "tersusunnya",
        "terciptanya",
        "terselenggaranya",
        "optimalnya",
        "terpenuhinya",
        "menurunnya",
    ];
    let mut any = false;
    for it in s.berkas.indikator.iter().filter(|it| it.jenis != JenisIndikator::Keluaran) {
        if it.jenis == JenisIndikator::Kegiatan {
            continue;
        }
        any = true;
        let first = words::words(&it.nama).into_iter().next().unwrap_or_default();
        if RESULTS.contains(&first.as_str()) {
            findings.push(
                Place::indikator(it).column("nama"),
                format!("«{}» menyebut hasil yang diinginkan, bukan ukurannya.", it.nama),
                "Sebutkan apa yang diukur: persentase, jumlah, rasio, nilai, atau indeks dari apa.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("indikator belum tercatat") }
}

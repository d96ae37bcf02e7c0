//! PRN013: an indikator whose notes leave out what its name promises.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN013",
    name: "name-promises-more-than-counted",
    tier: Tier::Anjuran,
    status: Status::Preview,
    basis: &[basis::SMART],
    page: include_str!("name_promises_more.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    const EXCLUSIONS: [&str; 5] =
        ["tidak mencakup", "tidak termasuk", "belum mencakup", "belum termasuk", "di luar"];
    let mut any = false;
    for it in s.utama() {
        any = true;
        let notes =
            [it.definisi.as_deref(), it.rumus_tertulis.as_deref(), it.asal.catatan.as_deref()];
        let variables = s.berkas.variabel.iter().filter(|row| row.indikator == it.id);
        let notes = notes.into_iter().flatten().map(str::to_owned);
        let notes = notes.chain(variables.filter_map(|row| row.asal.catatan.clone()));
        let promised = words::telling(&it.nama);
        for note in notes {
            let lower = note.to_lowercase();
            let excluded =
                EXCLUSIONS.iter().find_map(|it| lower.split_once(it)).map(|(_, rest)| rest);
            let Some(excluded) = excluded else { continue };
            let clause = excluded.split([',', ';', '.', '(']).next().unwrap_or_default();
            let clause = clause.split(" karena ").next().unwrap_or_default().trim();
            // The first word of what is left out may be a general one: «pejabat fungsional».
            let shared = words::telling(clause).into_iter().rfind(|word| promised.contains(word));
            if shared.is_some() {
                findings.push(
                    Place::indikator(it).column("definisi"),
                    format!(
                        "Nama «{}» menjanjikan {clause}, tetapi keterangannya \
                        mengecualikannya: «{note}».",
                        it.nama
                    ),
                    "Ubah nama indikator sesuai yang dihitung, atau hitung seluruh yang disebut \
                    namanya.",
                );
                break;
            }
        }
    }
    if any { Assessed } else { NotAssessable("indikator tujuan dan IKU belum tercatat") }
}

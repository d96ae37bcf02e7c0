//! LAP020: the same follow-up is written for two indikator, or copied from the year before.

use std::collections::BTreeMap;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP020",
    name: "tindak-lanjut-repeated",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("follow_up_repeated.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.tindak_lanjut.is_empty() {
        return NotAssessable("tindak lanjut belum tercatat");
    }
    let mut seen: BTreeMap<String, &selaras_domain::TindakLanjut> = BTreeMap::new();
    let mut rows: Vec<_> =
        s.berkas.tindak_lanjut.iter().filter(|it| it.tahun <= s.tahun()).collect();
    rows.sort_by_key(|it| it.tahun);
    for it in rows {
        let text = words::normal(&it.uraian);
        let Some(first) = seen.get(&text) else {
            seen.insert(text, it);
            continue;
        };
        if it.tahun != s.tahun() {
            continue;
        }
        let place = |row: &selaras_domain::TindakLanjut| {
            let key = [row.indikator.as_str(), &row.tahun.to_string(), &row.nomor.to_string()];
            Place::row(
                "tindak_lanjut",
                &key,
                format!("tindak lanjut {} nomor {}", row.indikator, row.nomor),
            )
        };
        let where_else = if first.tahun == it.tahun {
            format!("juga dituliskan untuk {}", first.indikator)
        } else {
            format!("sama dengan tindak lanjut tahun {}", first.tahun)
        };
        findings.push_with(
            place(it),
            vec![place(first)],
            format!("«{}» {where_else}.", it.uraian),
            "Sebutkan apa yang khusus dilakukan untuk indikator ini tahun depan, dan mengapa yang \
            lalu belum \
             cukup.",
        );
    }
    Assessed
}

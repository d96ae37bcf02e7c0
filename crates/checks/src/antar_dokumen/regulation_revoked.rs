//! ANT020: the report rests on a regulation that was revoked before the year.

use selaras_domain::BagianDasarHukum;
use selaras_rules::regulation;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT020",
    name: "regulation-revoked",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SISTEMATIKA],
    page: include_str!("regulation_revoked.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let cited = s.berkas.dasar_hukum.iter().filter(|it| it.bagian != BagianDasarHukum::Lainnya);
    let mut known = false;
    for it in cited {
        let Some(law) = it.instrumen.as_deref().and_then(regulation::find) else { continue };
        known = true;
        let Some(by) = regulation::all().find(|other| other.repeals.contains(&law.id)) else {
            continue;
        };
        let since = by.in_force.or(by.promulgated).or(by.enacted);
        if since.is_some_and(|it| it < s.tahun().first_day()) {
            let key = [it.bagian.code(), &it.nomor.to_string()];
            findings.push(
                Place::row(
                    "dasar_hukum",
                    &key,
                    format!("dasar hukum {} nomor {}", it.bagian.code(), it.nomor),
                ),
                format!("{} telah dicabut oleh {}.", law.name_and_number(), by.name_and_number()),
                format!("Sebutkan {} sebagai gantinya.", by.citation()),
            );
        }
    }
    if known {
        Assessed
    } else {
        NotAssessable("dasar hukum belum dikaitkan dengan peraturan yang dikenal")
    }
}

//! PJJ006: an agreement was signed by somebody who did not hold the post on that day.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ006",
    name: "signer-not-in-office",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENANDA_TANGAN],
    page: include_str!("signer_not_in_office.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.perjanjian() {
        let Some(day) = signed_on(it) else { continue };
        let parties =
            [("pihak_pertama", Some(&it.pihak_pertama)), ("pihak_kedua", it.pihak_kedua.as_ref())];
        for (column, id) in parties {
            let Some(pejabat) = id.and_then(|id| s.berkas.find_pejabat(id)) else { continue };
            if pejabat.mulai.is_none() && pejabat.sampai.is_none() {
                continue;
            }
            any = true;
            if !pejabat.holds_on(day) {
                let span = match (pejabat.mulai, pejabat.sampai) {
                    (Some(from), None) => format!("sejak {}", words::date(from)),
                    (None, Some(to)) => format!("sampai {}", words::date(to)),
                    (from, to) => {
                        let day = |it: Option<jiff::civil::Date>| {
                            it.map_or_else(String::new, words::date)
                        };
                        format!("{} sampai {}", day(from), day(to))
                    }
                };
                findings.push(
                    Place::perjanjian(it).column(column),
                    format!(
                        "{} ditandatangani {} oleh pejabat yang menjabat {} {span}.",
                        s.judul(&it.dokumen),
                        words::date(day),
                        pejabat.jabatan
                    ),
                    "Periksa tanggal perjanjian dan masa jabatan penanda tangannya.",
                );
            }
        }
    }
    if any { Assessed } else { NotAssessable("masa jabatan penanda tangan belum tercatat") }
}

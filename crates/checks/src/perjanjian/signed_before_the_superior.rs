//! PJJ017: an official below the head signed before the superior had promised anything.

use super::parties::below_the_head;
use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ017",
    name: "signed-before-the-superior",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("signed_before_the_superior.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let below = below_the_head(s);
    if below.is_empty() {
        return NotApplicable("tidak ada perjanjian pejabat di bawah kepala");
    }
    let mut any = false;
    for it in below {
        let (Some(day), Some(superior)) = (signed_on(it), &it.pihak_kedua) else { continue };
        // The superior's own promise, not a later change of it.
        let own = s.perjanjian().filter(|row| row.pihak_pertama == *superior);
        let Some((upper, first)) =
            own.filter_map(|row| Some((row, signed_on(row)?))).min_by_key(|(_, first)| *first)
        else {
            continue;
        };
        any = true;
        if day < first {
            findings.push_with(
                Place::perjanjian(it).column("tanggal"),
                vec![Place::perjanjian(upper).column("tanggal")],
                format!(
                    "{} ditandatangani {}, sebelum {} yang menjadi acuannya ({}).",
                    s.judul(&it.dokumen),
                    words::date(day),
                    s.judul(&upper.dokumen),
                    words::date(first)
                ),
                "Periksa tanggal kedua perjanjian; yang di bawah menjabarkan yang di atas.",
            );
        }
    }
    if any {
        Assessed
    } else {
        NotAssessable("perjanjian atasan yang ditandatangani belum tercatat")
    }
}

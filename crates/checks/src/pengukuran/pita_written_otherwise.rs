//! UKR009: a band is written with another lower bound than it is used with.

use crate::pengukuran::skala::bands;
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR009",
    name: "pita-written-otherwise",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("pita_written_otherwise.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for skala in s.berkas.skala.iter().filter(|it| it.parameter.is_none()) {
        for band in bands(s, &skala.id) {
            let (Some(used), Some(written)) = (band.pita.batas_bawah, band.lower) else { continue };
            any = true;
            if used != written {
                let key = [skala.id.as_str(), &band.pita.nomor.to_string()];
                findings.push(
                    Place::row("pita", &key, format!("skala {}", skala.id)).column("batas_bawah"),
                    format!(
                        "Pita «{}» tertulis «{}», tetapi dipakai mulai {}.",
                        band.pita.predikat,
                        band.pita.tertulis.as_deref().unwrap_or_default(),
                        words::number(used)
                    ),
                    "Samakan batas bawah pita dengan yang tertulis.",
                );
            }
        }
    }
    if any { Assessed } else { NotAssessable("batas pita tidak tertulis") }
}

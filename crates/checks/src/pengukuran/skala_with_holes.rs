//! UKR007: the bands of a scale, as printed, leave values without a predicate between them.

use crate::pengukuran::skala::{bands, used_with_decimals};
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR007",
    name: "skala-with-holes",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("skala_with_holes.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for skala in s.berkas.skala.iter().filter(|it| it.parameter.is_none()) {
        let bands = bands(s, &skala.id);
        any |= bands.iter().any(|it| it.upper.is_some());
        // Whole numbers fall into no hole between 75 and 76.
        if !used_with_decimals(s, &skala.id) {
            continue;
        }
        let mut holes = Vec::new();
        for pair in bands.windows(2) {
            let [better, worse] = pair else { continue };
            let (Some(lower), Some(upper)) = (better.pita.batas_bawah, worse.upper) else {
                continue;
            };
            if upper < lower {
                holes.push((better, worse, upper, lower));
            }
        }
        let Some((_, first, ..)) = holes.first() else { continue };
        let texts: Vec<String> = holes
            .iter()
            .map(|(better, worse, upper, lower)| {
                format!(
                    "antara {} dan {} ({} dan {})",
                    words::number(*upper),
                    words::number(*lower),
                    worse.pita.predikat,
                    better.pita.predikat
                )
            })
            .collect();
        let key = [skala.id.as_str(), &first.pita.nomor.to_string()];
        findings.push_with(
            Place::row("pita", &key, format!("skala {}", skala.id)).column("tertulis"),
            holes
                .iter()
                .map(|(_, worse, ..)| {
                    Place::row(
                        "pita",
                        &[skala.id.as_str(), &worse.pita.nomor.to_string()],
                        format!("skala {}", skala.id),
                    )
                })
                .collect(),
            format!(
                "{} tercetak berlubang: nilai {} tidak mempunyai predikat.",
                skala.nama,
                words::list(&texts)
            ),
            "Tulis pita yang bersambung, misalnya «66 – < 76» dan «≥ 76».",
        );
    }
    if any { Assessed } else { NotAssessable("batas atas pita tidak tertulis") }
}

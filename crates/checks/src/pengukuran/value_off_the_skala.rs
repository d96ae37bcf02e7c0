//! UKR008: a capaian lies above the highest band, as printed, and no cap is declared.

use crate::pengukuran::skala::bands;
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR008",
    name: "value-off-the-skala",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("value_off_the_skala.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for skala in s.berkas.skala.iter().filter(|it| it.parameter.is_none()) {
        let bands = bands(s, &skala.id);
        let Some(top) = bands.first().filter(|it| it.upper.is_some()) else { continue };
        let Some(upper) = top.upper else { continue };
        any = true;
        let above: Vec<(&Indikator, String)> = s
            .berkas
            .indikator
            .iter()
            .filter_map(|it| {
                let cara = s.cara(it)?;
                if cara.skala.as_ref() != Some(&skala.id)
                    || cara.batas_atas.is_some_and(|it| it <= upper)
                {
                    return None;
                }
                let value = s.capaian(&it.id).filter(|value| *value > upper)?;
                Some((it, format!("{} {}%", it.id, words::number(value))))
            })
            .collect();
        if above.is_empty() {
            continue;
        }
        let texts: Vec<String> = above.iter().map(|(_, text)| text.clone()).collect();
        let key = [skala.id.as_str(), &top.pita.nomor.to_string()];
        findings.push_with(
            Place::row("pita", &key, format!("skala {}", skala.id)).column("tertulis"),
            above.iter().map(|(it, _)| Place::indikator(it)).collect(),
            format!(
                "{} tertulis hanya sampai {} («{}»), sedangkan capaian {} berada di atasnya.",
                skala.nama,
                words::number(upper),
                top.pita.tertulis.as_deref().unwrap_or_default(),
                words::list(&texts)
            ),
            "Tulis pita tertinggi terbuka ke atas, atau tetapkan batas atas capaian.",
        );
    }
    if any { Assessed } else { NotApplicable("pita tertinggi setiap skala terbuka ke atas") }
}

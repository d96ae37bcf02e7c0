//! UKR012: the last target of the Renstra is reached years before its end.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR012",
    name: "final-target-already-reached",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("final_target_already_reached.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        let renstra = s.renstra_numbers(&it.id);
        let (Some((last, final_target, row)), Some(reached)) =
            (renstra.last(), s.value(&it.id, s.tahun(), "realisasi"))
        else {
            continue;
        };
        any = true;
        let now =
            renstra.iter().find(|(tahun, ..)| *tahun == s.tahun()).map(|(_, value, _)| *value);
        // A plan that asks for the same to the end is kept, not outrun.
        let still_rises = now.is_some_and(|it| it != *final_target);
        let is_reached =
            crate::subject::at_least(it.polaritas, reached, *final_target) == Some(true);
        if *last > s.tahun() && still_rises && is_reached {
            findings.push_with(
                Place::target(row),
                vec![Place::indikator(it)],
                format!(
                    "Target akhir Renstra «{}» ({} pada {last}) sudah tercapai pada {}: realisasi \
                    {}.",
                    it.nama,
                    words::with_unit(*final_target, &it.satuan),
                    s.tahun(),
                    words::with_unit(reached, &it.satuan)
                ),
                "Usulkan target yang lebih menantang untuk tahun-tahun yang tersisa.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("realisasi atau target Renstra belum ada") }
}

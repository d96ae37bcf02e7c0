//! EVA010: the index of sistem merit is not its score over 410, or its category not that of the
//! score.

use selaras_domain::JenisEvaluasi;
use selaras_rules::parameter;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA010",
    name: "merit-index-differs",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("merit_index_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.berkas.evaluasi.iter().filter(|it| it.jenis == JenisEvaluasi::Merit) {
        let Some(nilai) = it.nilai else { continue };
        any = true;
        let ratio = Exact::from(nilai).checked_div(&Exact::integer(410));
        if let (Some(indeks), Some(ratio)) = (it.indeks, ratio)
            && !words::is_rounded_from(indeks, &ratio)
        {
            findings.push(
                Place::evaluasi(it).column("indeks"),
                format!(
                    "Nilai {} dibagi 410 adalah {}, sedangkan indeksnya tertulis {}.",
                    words::number(nilai),
                    words::short(&ratio),
                    words::number(indeks)
                ),
                "Periksa nilai dan indeks pada keputusannya.",
            );
        }
        let day = crate::evaluasi::regime::day(s, it);
        let version = parameter::find("skala/merit").and_then(|it| it.on(day).ok());
        let bands = version.and_then(|it| it.bands());
        let band = bands.and_then(|it| {
            it.list().iter().find(|band| band.lower.is_none_or(|lower| nilai >= lower))
        });
        let said = it.predikat.as_deref().and_then(|it| words::words(it).into_iter().next());
        if let (Some(band), Some(said)) = (band, said)
            && said != band.predikat.to_lowercase()
        {
            findings.push(
                Place::evaluasi(it).column("predikat"),
                format!(
                    "Nilai {} berkategori {}, bukan {}.",
                    words::number(nilai),
                    band.predikat,
                    it.predikat.as_deref().unwrap_or_default()
                ),
                "Periksa kategori pada keputusannya.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada penilaian sistem merit") }
}

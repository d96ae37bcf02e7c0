//! EVA004: the predicate of a SAKIP evaluation, or its meaning, is not that of its score.

use selaras_domain::JenisEvaluasi;
use selaras_rules::parameter;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA004",
    name: "predikat-differs",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::PREDIKAT_2015, basis::PREDIKAT],
    page: include_str!("predikat_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.berkas.evaluasi.iter().filter(|it| it.jenis == JenisEvaluasi::Sakip) {
        let (Some(nilai), Some(said)) = (it.nilai, &it.predikat) else { continue };
        let day = crate::evaluasi::regime::day(s, it);
        let version = parameter::find("skala/akip").and_then(|it| it.on(day).ok());
        let Some(bands) = version.and_then(|it| it.bands()) else { continue };
        any = true;
        // The best band comes first; the lower bound belongs to the band below.
        let band = bands.list().iter().find(|band| band.lower.is_none_or(|lower| nilai > lower));
        let Some(band) = band else { continue };
        let letters = said.split(|it: char| !it.is_ascii_uppercase()).find(|it| !it.is_empty());
        if letters != Some(band.predikat.as_str()) {
            findings.push(
                Place::evaluasi(it).column("predikat"),
                format!(
                    "Nilai {} berpredikat {} ({}), bukan {said}.",
                    words::number(nilai),
                    band.predikat,
                    band.tertulis.as_deref().unwrap_or_default()
                ),
                "Periksa nilai dan predikat pada laporan hasil evaluasi.",
            );
            continue;
        }
        if let (Some(arti), Some(law)) = (&it.arti, &band.arti)
            && words::normal(arti) != words::normal(law)
            && !words::normal(law).starts_with(&words::normal(arti))
        {
            findings.push(
                Place::evaluasi(it).column("arti"),
                format!("Predikat {} berarti «{law}», bukan «{arti}».", band.predikat),
                "Perbaiki arti predikatnya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("nilai dan predikat evaluasi AKIP belum tercatat") }
}

//! Targets and policies: what a measurement cannot do without.

use std::collections::{BTreeSet, HashMap, HashSet};

use selaras_domain::{
    Code, Id, Indikator, IndikatorId, JenisIndikator, JenisTarget, NilaiRealisasi, NilaiTarget,
    Periode, SkalaId, Tahun,
};

use super::cell;
use crate::error::{Place, Problem, Problems, meant, shown};
use crate::tables::Lists;

pub(super) fn check(lists: &Lists, tahun: Option<Tahun>, problems: &mut Problems) {
    if let Some(tahun) = tahun {
        check_iku(lists, tahun, problems);
    }
    check_kebijakan(lists, problems);
    check_predikat(lists, problems);
}

/// An IKU is reported every year, so it has a target in the year reported; where the source shows
/// none, a row without a value says so.
fn check_iku(lists: &Lists, tahun: Tahun, problems: &mut Problems) {
    if !lists.target.is_complete() {
        return;
    }
    let with_target: HashSet<&IndikatorId> = lists
        .target
        .items
        .iter()
        .filter(|it| it.tahun == tahun && it.periode == Periode::Tahun)
        .filter(|it| it.jenis == JenisTarget::Target)
        .map(|it| &it.indikator)
        .collect();
    for (line, indikator) in lists.indikator.iter() {
        if indikator.jenis == JenisIndikator::Iku && !with_target.contains(&indikator.id) {
            let indikator = shown(indikator.id.as_str());
            let problem = Problem::MissingTarget { indikator, tahun: tahun.to_string() };
            problems.push(cell("indikator", line, "id"), problem);
        }
    }
}

fn check_kebijakan(lists: &Lists, problems: &mut Problems) {
    if !lists.kebijakan_indikator.is_complete() {
        return;
    }
    let declared: BTreeSet<JenisIndikator> =
        lists.kebijakan_indikator.items.iter().map(|it| it.jenis).collect();
    let used: BTreeSet<JenisIndikator> = lists.indikator.items.iter().map(|it| it.jenis).collect();
    for jenis in used.difference(&declared) {
        let problem = Problem::MissingKebijakan { jenis: jenis.code() };
        problems.push(Place::file("kebijakan_indikator.csv"), problem);
    }
}

/// Predicates as targets and realisasi stand on the scale of their indikator. Scales of a
/// parameter depend on the day, and are left to the measurement.
fn check_predikat(lists: &Lists, problems: &mut Problems) {
    if !lists.pita.is_complete() {
        return;
    }
    let mut predikat: HashMap<&SkalaId, Vec<&str>> = HashMap::new();
    for pita in &lists.pita.items {
        predikat.entry(&pita.skala).or_default().push(&pita.predikat);
    }
    let indikator: HashMap<&IndikatorId, &Indikator> =
        lists.indikator.items.iter().map(|it| (&it.id, it)).collect();
    let targets = lists.target.iter().filter_map(|(line, it)| match &it.nilai {
        Some(NilaiTarget::Predikat(word)) => Some(("target", line, &it.indikator, word)),
        _ => None,
    });
    let realisasi = lists.realisasi.iter().filter_map(|(line, it)| match &it.nilai {
        Some(NilaiRealisasi::Predikat(word)) => Some(("realisasi", line, &it.indikator, word)),
        _ => None,
    });
    for (list, line, id, word) in targets.chain(realisasi) {
        let skala = indikator.get(id).and_then(|it| it.skala_nilai.as_ref());
        let Some(skala) = skala else { continue };
        let Some(known) = predikat.get(skala) else { continue };
        if !known.contains(&word.as_str()) {
            let otherwise = "Periksa predikatnya, atau tambahkan pada pita.csv";
            let remedy = meant(word, known.iter().copied(), otherwise);
            let (found, skala) = (shown(word), shown(skala.as_str()));
            let problem = Problem::UnknownPredikat { found, skala, remedy };
            problems.push(cell(list, line, "predikat"), problem);
        }
    }
}

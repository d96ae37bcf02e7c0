//! Scales: bands in order, and where they come from.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;
use selaras_domain::{Id, Pita, SkalaId};
use selaras_rules::parameter;

use super::cell;
use crate::cell::Cell;
use crate::error::{Problem, Problems, meant, shown};
use crate::tables::Lists;

/// The folder of `data/parameters/` that holds scales.
const SCALE_PREFIX: &str = "skala/";

pub(super) fn check(lists: &Lists, problems: &mut Problems) {
    let mut bands: BTreeMap<&SkalaId, Vec<(u32, &Pita)>> = BTreeMap::new();
    for (line, pita) in lists.pita.iter() {
        bands.entry(&pita.skala).or_default().push((line, pita));
    }
    for (skala, bands) in &mut bands {
        bands.sort_by_key(|(_, pita)| pita.nomor);
        check_bands(skala, bands, problems);
    }
    let with_bands: HashSet<&SkalaId> = bands.into_keys().collect();
    for (line, skala) in lists.skala.iter() {
        let place = cell("skala", line, "parameter");
        let has_bands = with_bands.contains(&skala.id);
        match &skala.parameter {
            Some(_) if has_bands => {
                let found = "skala ini mempunyai pita dan parameter sekaligus";
                problems.push(place, Problem::ScaleWithoutBands { found });
            }
            Some(id) if !id.starts_with(SCALE_PREFIX) || parameter::find(id).is_none() => {
                let known = parameter::all().map(|it| it.id.as_str());
                let known = known.filter(|it| it.starts_with(SCALE_PREFIX));
                let remedy = meant(id, known, "Kosongkan sel itu dan tulis pitanya pada pita.csv");
                problems.push(place, Problem::UnknownParameter { found: shown(id), remedy });
            }
            None if !has_bands && lists.pita.is_complete() => {
                let found = "skala ini tidak mempunyai pita dan tidak mempunyai parameter";
                problems.push(place, Problem::ScaleWithoutBands { found });
            }
            _ => {}
        }
    }
}

/// In the order of their numbers, bounds rise or fall all the way, and only the lowest may be open.
fn check_bands(skala: &SkalaId, bands: &[(u32, &Pita)], problems: &mut Problems) {
    let open = bands.iter().filter(|(_, it)| it.batas_bawah.is_none());
    for (line, pita) in open.clone().skip(1) {
        let (skala, found) = (shown(skala.as_str()), shown(&pita.predikat));
        let problem = Problem::BandWithoutBound { skala, found };
        problems.push(cell("pita", *line, "batas_bawah"), problem);
    }
    if open.count() > 1 {
        return;
    }
    // `None` sorts before every number, as the lowest band must.
    let (Some((_, first)), Some((_, last))) = (bands.first(), bands.last()) else { return };
    let rises = first.batas_bawah < last.batas_bawah;
    for pair in bands.windows(2) {
        let [(_, before), (line, pita)] = pair else { continue };
        let (low, high) = if rises { (before, pita) } else { (pita, before) };
        if low.batas_bawah >= high.batas_bawah {
            let bound = |it: &Option<Decimal>| {
                it.map_or("(tanpa batas)".to_owned(), |it| it.text().into_owned())
            };
            let (found, before) = (bound(&pita.batas_bawah), bound(&before.batas_bawah));
            let problem = Problem::BandsNotInOrder { found, before };
            problems.push(cell("pita", *line, "batas_bawah"), problem);
        }
    }
}

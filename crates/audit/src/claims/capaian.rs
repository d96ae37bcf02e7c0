//! Target, realisasi and capaian that stand in one sentence: the third follows from the others.

use selaras_domain::{Exact, RoundingMode};

use super::figures::Measure;
use super::labelled::{Labelled, labelled};
use super::text::{Quantity, Unit};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// A capaian that no known formula gives.
const UNEXPLAINED: u16 = 327;

/// Caps that agencies declare.
const CAPS: [i64; 6] = [100, 105, 110, 120, 125, 150];

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        if sentence.quantities.len() < 3 {
            continue;
        }
        let all = labelled(sentence);
        // One of each, of one year: otherwise which belongs to which is a guess.
        let only = |measure: Measure| -> Option<&Labelled> {
            let mut found = all.iter().filter(|it| it.measure == measure);
            found.next().filter(|_| found.next().is_none())
        };
        let (Some(target), Some(realisasi), Some(capaian)) =
            (only(Measure::Target), only(Measure::Realisasi), only(Measure::Capaian))
        else {
            continue;
        };
        let quantity = |it: &Labelled| &sentence.quantities[it.quantity];
        let (target, realisasi, printed) =
            (quantity(target), quantity(realisasi), quantity(capaian));
        if printed.unit != Unit::Percent
            || target.unit != realisasi.unit
            || sentence.has_any(&["rata-rata", "triwulan", "semester", "anggaran"])
        {
            continue;
        }
        ledger.checked();
        if is_explained(target, realisasi, printed) {
            continue;
        }
        let share = (&realisasi.readings[0].value * &Exact::integer(100))
            .checked_div(&target.readings[0].value);
        let Some(right) = share.and_then(|it| it.round(printed.places(), RoundingMode::HalfUp))
        else {
            continue;
        };
        let right = selaras_domain::angka::format(right);
        let message = format!(
            "Capaian {} tidak dijelaskan oleh rumus yang dikenal dari target {} dan realisasi {}: \
             realisasi dibagi target adalah {right}%. Rumus untuk indikator yang makin rendah makin \
             baik dan batas atas yang lazim juga sudah dicoba.",
            printed.text, target.text, realisasi.text
        );
        let expected = Some(format!("{right}%"));
        let printed = Some(printed.text.to_owned());
        let (code, level) = (UNEXPLAINED, Level::Error);
        ledger.sentence(sentence, Remark { code, level, printed, expected, message });
    }
}

/// Whether a known formula gives what is printed, of the realisasi as printed or before rounding.
fn is_explained(target: &Quantity<'_>, realisasi: &Quantity<'_>, printed: &Quantity<'_>) -> bool {
    let hundred = Exact::integer(100);
    target.readings.iter().any(|target| {
        let target = &target.value;
        realisasi.readings.iter().any(|reading| {
            let (low, high) = match realisasi.count() {
                Some(_) => (reading.value.clone(), reading.value.clone()),
                None => reading.range(),
            };
            let percent = |part: &Exact, whole: &Exact| (part * &hundred).checked_div(whole);
            let twice = target + target;
            let formulas = [
                percent(&low, target).zip(percent(&high, target)),
                percent(target, &high).zip(percent(target, &low)),
                percent(&(&twice - &high), target).zip(percent(&(&twice - &low), target)),
                percent(&(target - &high), target).zip(percent(&(target - &low), target)),
            ];
            let is_shown = formulas.iter().flatten().any(|(low, high)| printed.shows(low, high));
            let is_capped = CAPS.iter().any(|cap| {
                let cap = Exact::integer(*cap);
                printed.shows(&cap, &cap)
                    && formulas[..3].iter().flatten().any(|(_, high)| *high >= cap)
            });
            is_shown || is_capped || reading.value == *target && printed.shows(&hundred, &hundred)
        })
    })
}

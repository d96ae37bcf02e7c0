//! The bands of a scale as they are printed.

use rust_decimal::Decimal;
use selaras_domain::{Pita, SkalaId};

use crate::prelude::*;

/// A band, with the bounds that its printed text gives.
pub(super) struct Band<'a> {
    pub(super) pita: &'a Pita,
    /// The lower bound as printed.
    pub(super) lower: Option<Decimal>,
    /// The upper bound as printed; `None` where the text is open to above, or gives none.
    pub(super) upper: Option<Decimal>,
}

/// The bands of a scale, highest first.
pub(super) fn bands<'a>(s: &Subject<'a>, skala: &SkalaId) -> Vec<Band<'a>> {
    let mut all: Vec<&Pita> = s.berkas.pita.iter().filter(|it| it.skala == *skala).collect();
    // The lowest band has no bound, and `None` sorts before every number.
    all.sort_by_key(|it| std::cmp::Reverse(it.batas_bawah));
    all.into_iter()
        .map(|pita| {
            let (lower, upper) = pita.tertulis.as_deref().map_or((None, None), printed);
            Band { pita, lower, upper }
        })
        .collect()
}

/// The bounds in a printed band: `85% s.d. 100%`, `76 ≤ 90`, `≥ 90`, `< 55%`, `> 60% – 80%`.
fn printed(text: &str) -> (Option<Decimal>, Option<Decimal>) {
    let numbers: Vec<Decimal> = text
        .split(|it: char| !(it.is_ascii_digit() || it == ',' || it == '.'))
        .filter_map(|it| it.trim_matches(['.', ',']).replace(',', ".").parse().ok())
        .collect();
    let opens = |sign: &[char]| text.trim_start().starts_with(sign);
    match numbers.as_slice() {
        [lower, upper] => (Some(*lower), Some(*upper)),
        [only] if opens(&['≥', '>']) => (Some(*only), None),
        [only] if opens(&['≤', '<']) => (None, Some(*only)),
        _ => (None, None),
    }
}

/// Whether the figures that a scale judges carry decimals.
pub(super) fn used_with_decimals(s: &Subject<'_>, skala: &SkalaId) -> bool {
    let policies = &s.berkas.kebijakan_indikator;
    let by_kind = policies
        .iter()
        .any(|it| it.cara.skala.as_ref() == Some(skala) && it.cara.presisi_capaian > 0);
    let kebijakan = &s.berkas.kebijakan;
    let by_average =
        kebijakan.skala_rata_rata.as_ref() == Some(skala) && kebijakan.presisi_rata_rata > 0;
    let by_efisiensi =
        kebijakan.skala_efisiensi.as_ref() == Some(skala) && kebijakan.presisi_efisiensi > 0;
    by_kind || by_average || by_efisiensi
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn a_printed_band_gives_its_bounds() {
        assert_eq!(printed("85% s.d. 100%"), (Some(dec!(85)), Some(dec!(100))));
        assert_eq!(printed("76 ≤ 90"), (Some(dec!(76)), Some(dec!(90))));
        assert_eq!(printed("≥ 90"), (Some(dec!(90)), None));
        assert_eq!(printed("≤ 50"), (None, Some(dec!(50))));
        assert_eq!(printed("> 60,5% – 80%"), (Some(dec!(60.5)), Some(dec!(80))));
        assert_eq!(printed("Sangat Baik"), (None, None));
    }
}

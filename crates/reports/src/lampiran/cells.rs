//! Cells of the annexes: numbers whose unit stands in the head of the column.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Cell, Inline};
use selaras_domain::{Figure, NilaiTarget, angka};

/// The number of a figure without its unit, at its declared precision; a dash without one.
pub(super) fn figure(it: Option<&Figure>) -> Cell {
    figure_at(it, 0)
}

/// As [`figure`], with at least the decimals of its column.
pub(super) fn figure_at(figure: Option<&Figure>, places: u32) -> Cell {
    let shown = figure.and_then(|it| Some((bare(it, places)?, it)));
    match shown {
        Some((text, it)) => Cell::new(vec![Inline::Figure { text, id: it.id.as_str().to_owned() }]),
        None => dash(),
    }
}

/// Whether a figure shows something.
pub(super) fn is_known(figure: Option<&Figure>) -> bool {
    figure.is_some_and(|it| it.value.is_some() || it.teks.is_some())
}

/// What stands where a value is missing; a remark says why.
pub(super) fn dash() -> Cell {
    Cell::text(selaras_rules::NONE)
}

/// A target as its document states it, with the decimals of its column.
pub(super) fn target_text(target: &NilaiTarget, places: u32) -> String {
    match target {
        NilaiTarget::Angka(it) => number_text(*it, places),
        NilaiTarget::Rentang(low, high) => {
            format!("{}–{}", number_text(*low, places), number_text(*high, places))
        }
        NilaiTarget::Predikat(it) => it.clone(),
    }
}

/// The decimals that a column needs so that every one of its targets is shown in full.
pub(super) fn places<'a>(targets: impl IntoIterator<Item = &'a NilaiTarget>) -> u32 {
    let of = |it: &NilaiTarget| match it {
        NilaiTarget::Angka(it) => it.normalize().scale(),
        NilaiTarget::Rentang(low, high) => low.normalize().scale().max(high.normalize().scale()),
        NilaiTarget::Predikat(_) => 0,
    };
    targets.into_iter().map(of).max().unwrap_or(0)
}

/// `places` is at least what the number has, so nothing is rounded.
fn number_text(value: Decimal, places: u32) -> String {
    let mut value = value.normalize();
    value.rescale(places.max(value.scale()));
    angka::format(value)
}

fn bare(figure: &Figure, places: u32) -> Option<String> {
    let number = figure.value.map(|it| {
        let mut padded = it;
        padded.rescale(places.max(it.scale()));
        angka::format(padded)
    });
    number.or_else(|| figure.teks.clone())
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn a_column_has_the_decimals_of_its_longest_target() {
        let targets = [NilaiTarget::Angka(dec!(84)), NilaiTarget::Angka(dec!(70.710))];
        assert_eq!(places(&targets), 2);
        assert_eq!(target_text(&targets[0], 2), "84,00");
        assert_eq!(target_text(&targets[1], 2), "70,71");
        assert_eq!(target_text(&NilaiTarget::Rentang(dec!(90), dec!(97.5)), 1), "90,0–97,5");
    }
}

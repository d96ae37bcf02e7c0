//! Numbers written as the document itself writes them.

use rust_decimal::Decimal;
use selaras_domain::{Exact, RoundingMode};

/// `value` in the style of `sample`: its decimal mark, its decimals (at least `places`), its percent sign, its Rp.
pub(crate) fn in_style_of(sample: &str, value: &Exact, places: u32) -> String {
    let Some(rounded) = value.round(places, RoundingMode::HalfUp) else { return value.to_string() };
    let mark = decimal_mark(sample);
    let mut written = marked(rounded, mark, true);
    let lower = sample.trim_start().to_lowercase();
    if lower.starts_with("rp.") {
        written.insert_str(0, "Rp. ");
    } else if lower.starts_with("rp") {
        written.insert_str(0, "Rp");
    }
    if sample.contains('%') {
        written.push('%');
    }
    written
}

/// `value` as Indonesians write it, with at most `places` decimals.
pub(crate) fn plain(value: &Exact, places: u32) -> String {
    match value.round(places, RoundingMode::HalfUp) {
        Some(rounded) => marked(rounded.normalize(), ',', true),
        None => value.to_string(),
    }
}

/// The decimal mark that a printed number uses; a comma where it does not say.
fn decimal_mark(sample: &str) -> char {
    let marks: Vec<(usize, char)> =
        sample.char_indices().filter(|it| matches!(it.1, '.' | ',')).collect();
    let Some((at, mark)) = marks.last().copied() else { return ',' };
    let digits = sample[at + 1..].chars().take_while(char::is_ascii_digit).count();
    let is_alone = marks.iter().filter(|it| it.1 == mark).count() == 1;
    let before = sample[..at].rsplit(|it: char| !it.is_ascii_digit()).next().unwrap_or_default();
    match (digits, is_alone) {
        (0, _) => ',',
        // No thousands begin with zero.
        (3, true) if before == "0" => mark,
        (3, _) | (_, false) => {
            if mark == ',' {
                '.'
            } else {
                ','
            }
        }
        _ => mark,
    }
}

/// With its decimal mark, and the other mark between thousands where they are grouped.
pub(crate) fn marked(value: Decimal, mark: char, is_grouped: bool) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut written = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        written.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if is_grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(if mark == ',' { '.' } else { ',' });
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(mark);
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn writes_as_the_document_does() {
        let written =
            |sample, value: Decimal, places| in_style_of(sample, &Exact::from(value), places);
        assert_eq!(written("118.2%", dec!(109.869), 1), "109.9%");
        assert_eq!(written("118,2", dec!(109.869), 2), "109,87");
        assert_eq!(written("Rp. 1.000.000", dec!(2500000), 0), "Rp. 2.500.000");
        assert_eq!(written("1,000,000", dec!(2500000), 0), "2,500,000");
    }
}

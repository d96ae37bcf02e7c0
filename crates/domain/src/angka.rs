//! Numbers, rupiah and percentages as Indonesians write them, read back without guessing.
//!
//! Writing keeps the decimals that a [`Decimal`] carries; rounding is the business of the rules.
//! Reading takes a [`Style`], because `1.234` is one thousand here and one and a bit elsewhere.
//! What could mean two things is refused with a question for the person who typed it.

use rust_decimal::Decimal;

mod error;
mod read;

pub use error::{ParseError, Problem};
pub use read::{parse, parse_percent, parse_rupiah};

/// U+2212, the minus of printed documents: as wide as a digit, and never broken off at a line end.
const MINUS: char = '−';

/// `1.234,56`, with as many decimals as the value carries.
///
/// ```
/// use rust_decimal::dec;
/// use selaras_domain::angka;
///
/// assert_eq!(angka::format(dec!(1234.50)), "1.234,50");
/// assert_eq!(angka::format(dec!(-1430)), "−1.430");
/// assert_eq!(angka::format(14), "14");
/// ```
pub fn format(value: impl Into<Decimal>) -> String {
    let value = value.into();
    let scale = value.scale() as usize;
    let digits = format!("{:0>width$}", value.mantissa().unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let mut written = String::with_capacity(digits.len() * 4 / 3 + 4);
    if value.is_sign_negative() && !value.is_zero() {
        written.push(MINUS);
    }
    push_digits(&mut written, whole, fraction, Style::Thousands);
    written
}

/// `93,5` from 93.50 and `118` from 118.0: zeros that say nothing are left out.
pub fn format_trimmed(value: impl Into<Decimal>) -> String {
    format(value.into().normalize())
}

/// `Rp10.070.867.140`, without a space, as the spelling rules (EYD) write currency.
///
/// ```
/// use selaras_domain::angka;
///
/// assert_eq!(angka::format_rupiah(10_070_867_140), "Rp10.070.867.140");
/// assert_eq!(angka::format_rupiah(-1_430), "−Rp1.430");
/// ```
pub fn format_rupiah(rupiah: i64) -> String {
    let sign = if rupiah < 0 { MINUS.to_string() } else { String::new() };
    format!("{sign}Rp{}", format(rupiah.unsigned_abs()))
}

/// `85,8%`, without a space, with as many decimals as the value carries.
pub fn format_percent(value: impl Into<Decimal>) -> String {
    format(value) + "%"
}

/// `118%` from 118.0 and `93,5%` from 93.50.
pub fn format_percent_trimmed(value: impl Into<Decimal>) -> String {
    format_trimmed(value) + "%"
}

/// `11,9 poin persentase`: the difference of two percentages, which is not itself a percentage.
pub fn format_percentage_points(value: impl Into<Decimal>) -> String {
    format(value) + " poin persentase"
}

/// What a point and a comma mean in the field being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// A comma starts the decimals, points group thousands; `1.234` is 1234. For money and counts.
    Thousands,
    /// The same, but `1.234` alone is asked about. For percentages, scores and indices, where
    /// 1,234 is as likely as 1234.
    Decimals,
    /// A point starts the decimals and nothing groups, as in files that programs write.
    Point,
}

/// `whole` and `fraction` are plain digits; `style` puts the points and the comma.
fn push_digits(written: &mut String, whole: &str, fraction: &str, style: Style) {
    for (index, digit) in whole.chars().enumerate() {
        let is_group_end = index > 0 && (whole.len() - index).is_multiple_of(3);
        if is_group_end && style == Style::Thousands {
            written.push('.');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(if style == Style::Point { '.' } else { ',' });
        written.push_str(fraction);
    }
}

//! Terbilang: numbers in Indonesian words, written from a number and read back to check one.
//!
//! The spelling is that of the KBBI: `miliar`, not `milyar`; `seribu` and `seratus`; digits after
//! `koma` one by one.

use rust_decimal::Decimal;

mod nearest;
mod read;

pub(crate) use nearest::nearest;
pub use read::{Problem, ReadError, read, read_rupiah};

const DIGITS: [&str; 10] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/// The names of 1000, 1000², 1000³ and so on: enough for every [`Decimal`].
const SCALES: [&str; 9] = [
    "ribu",
    "juta",
    "miliar",
    "triliun",
    "kuadriliun",
    "kuintiliun",
    "sekstiliun",
    "septiliun",
    "oktiliun",
];

/// The number in words, with every decimal that the value carries.
///
/// ```
/// use rust_decimal::dec;
/// use selaras_domain::terbilang;
///
/// assert_eq!(terbilang::write(279), "dua ratus tujuh puluh sembilan");
/// assert_eq!(terbilang::write(1_001_000), "satu juta seribu");
/// assert_eq!(terbilang::write(dec!(0.68)), "nol koma enam delapan");
/// assert_eq!(terbilang::write(-11), "minus sebelas");
/// ```
pub fn write(value: impl Into<Decimal>) -> String {
    let value = value.into();
    let mantissa = value.mantissa().unsigned_abs();
    let one = 10_u128.pow(value.scale());
    let mut words = Vec::new();
    if value.is_sign_negative() && !value.is_zero() {
        words.push("minus");
    }
    push_whole(&mut words, mantissa / one);
    if value.scale() > 0 {
        words.push("koma");
        let fraction = mantissa % one;
        for place in (0..value.scale()).rev() {
            words.push(digit(fraction / 10_u128.pow(place) % 10));
        }
    }
    words.join(" ")
}

/// The amount in words: `seratus empat puluh rupiah`.
///
/// ```
/// use selaras_domain::terbilang;
///
/// assert_eq!(terbilang::write_rupiah(1_500_000), "satu juta lima ratus ribu rupiah");
/// ```
pub fn write_rupiah(rupiah: i64) -> String {
    write(rupiah) + " rupiah"
}

fn push_whole(words: &mut Vec<&'static str>, value: u128) {
    if value == 0 {
        words.push("nol");
        return;
    }
    for (index, scale) in SCALES.iter().enumerate().rev() {
        let group = value / 1000_u128.pow(index as u32 + 1) % 1000;
        if index == 0 && group == 1 {
            words.push("seribu");
        } else if group > 0 {
            push_group(words, group);
            words.push(scale);
        }
    }
    push_group(words, value % 1000);
}

/// The words of 1 to 999; none for 0.
fn push_group(words: &mut Vec<&'static str>, group: u128) {
    match group / 100 {
        0 => {}
        1 => words.push("seratus"),
        hundreds => words.extend([digit(hundreds), "ratus"]),
    }
    let rest = group % 100;
    match rest {
        0 => {}
        1..=9 => words.push(digit(rest)),
        10 => words.push("sepuluh"),
        11 => words.push("sebelas"),
        12..=19 => words.extend([digit(rest - 10), "belas"]),
        _ => {
            words.extend([digit(rest / 10), "puluh"]);
            if !rest.is_multiple_of(10) {
                words.push(digit(rest % 10));
            }
        }
    }
}

/// `value` is below ten.
fn digit(value: u128) -> &'static str {
    DIGITS[value as usize]
}

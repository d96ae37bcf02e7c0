//! Dates, months, quarters and roman numerals as Indonesian documents write them.

use jiff::civil::{Date, Weekday};

use crate::Triwulan;

mod read;

pub use read::{ParseError, Problem, parse};

/// The months by name, January first.
pub const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Each with the name as written in a date: `Jumat`, not `Jum'at`.
const DAYS: [(&str, Weekday); 7] = [
    ("Senin", Weekday::Monday),
    ("Selasa", Weekday::Tuesday),
    ("Rabu", Weekday::Wednesday),
    ("Kamis", Weekday::Thursday),
    ("Jumat", Weekday::Friday),
    ("Sabtu", Weekday::Saturday),
    ("Minggu", Weekday::Sunday),
];

/// `24 November 2026`.
///
/// ```
/// use jiff::civil::date;
/// use selaras_domain::tanggal;
///
/// assert_eq!(tanggal::format(date(2026, 11, 24)), "24 November 2026");
/// ```
pub fn format(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// `Jumat, 29 Desember 2023`.
pub fn format_with_day(date: Date) -> String {
    format!("{}, {}", day_name(date), format(date))
}

/// `Desember`.
pub fn month_name(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

/// `Jumat`.
pub fn day_name(date: Date) -> &'static str {
    DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())].0
}

/// `triwulan III`, as in the middle of a sentence.
///
/// ```
/// use selaras_domain::{Triwulan, tanggal};
///
/// assert_eq!(tanggal::format_triwulan(Triwulan::Iii), "triwulan III");
/// ```
pub fn format_triwulan(triwulan: Triwulan) -> &'static str {
    match triwulan {
        Triwulan::I => "triwulan I",
        Triwulan::Ii => "triwulan II",
        Triwulan::Iii => "triwulan III",
        Triwulan::Iv => "triwulan IV",
    }
}

/// `XIV` for 14; `None` for 0 and from 4000 on, which have no roman numeral.
///
/// Front pages are numbered in small letters: `roman(4)` in lower case is `iv`.
///
/// ```
/// use selaras_domain::tanggal;
///
/// assert_eq!(tanggal::roman(2023).as_deref(), Some("MMXXIII"));
/// ```
pub fn roman(number: u16) -> Option<String> {
    const NUMERALS: [(u16, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, numeral) in NUMERALS {
        written.push_str(&numeral.repeat(usize::from(rest / value)));
        rest %= value;
    }
    Some(written)
}

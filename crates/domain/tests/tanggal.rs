//! Dates and roman numerals against the golden file, and for every date there and back.

mod golden;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use selaras_domain::tanggal::{self, Problem};

const READ: &str = include_str!("tanggal.txt");

#[test]
fn reads_the_golden_cases() {
    for [typed, expected, source] in golden::cases(READ) {
        let actual = match tanggal::parse(typed) {
            Ok(date) => date.to_string(),
            Err(error) => format!("{}: {error}", error.position),
        };
        assert_eq!(actual, expected, "{typed}, {source}");
    }
}

#[test]
fn names_every_month_and_day() {
    let months =
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember";
    let named: Vec<&str> = (1..=12).map(|it| tanggal::month_name(date(2023, it, 1))).collect();
    assert_eq!(named.join(" "), months);
    // 1 January 2024 was a Monday.
    let named: Vec<&str> = (1..=7).map(|it| tanggal::day_name(date(2024, 1, it))).collect();
    assert_eq!(named.join(" "), "Senin Selasa Rabu Kamis Jumat Sabtu Minggu");
    assert_eq!(tanggal::format_with_day(date(2023, 12, 29)), "Jumat, 29 Desember 2023");
}

#[test]
fn refuses_a_field_too_long_to_be_a_date() {
    let error = tanggal::parse(&"29 Desember 2023 ".repeat(1_000_000)).unwrap_err();
    assert_eq!(error.problem, Problem::TooLong);
}

#[test]
fn writes_roman_numerals() {
    for (number, numeral) in
        [(1, "I"), (4, "IV"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (3999, "MMMCMXCIX")]
    {
        assert_eq!(tanggal::roman(number).as_deref(), Some(numeral));
    }
    assert_eq!(tanggal::roman(0), None);
    assert_eq!(tanggal::roman(4000), None);
}

fn dates() -> impl Strategy<Value = Date> {
    (1000i16..=9999, 1i8..=12, 1i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

proptest! {
    #[test]
    fn reads_back_what_it_wrote(date in dates()) {
        prop_assert_eq!(tanggal::parse(&tanggal::format(date)), Ok(date));
        prop_assert_eq!(tanggal::parse(&tanggal::format_with_day(date)), Ok(date));
        prop_assert_eq!(tanggal::parse(&date.to_string()), Ok(date));
    }

    #[test]
    fn never_panics_and_points_into_the_field(
        text in prop_oneof![".*", "[0-9]{1,4}[- ][0-9A-Za-z]{1,9}[- ][0-9]{1,5}"]
    ) {
        if let Err(error) = tanggal::parse(&text) {
            prop_assert!(text[error.position..].starts_with(&error.text));
            prop_assert!(!error.to_string().is_empty());
        }
    }
}

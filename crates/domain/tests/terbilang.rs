//! Numbers in words: the spelled-out sums of a real report, and every number there and back.

mod golden;

use proptest::prelude::*;
use rust_decimal::Decimal;
use selaras_domain::terbilang::{self, Problem};

const SPELLED: &str = include_str!("terbilang.txt");
const REFUSED: &str = include_str!("terbilang-refused.txt");

#[test]
fn writes_and_reads_the_golden_cases() {
    for [number, words, source] in golden::cases(SPELLED) {
        if words.ends_with(" rupiah") {
            let rupiah: i64 = number.parse().unwrap();
            assert_eq!(terbilang::write_rupiah(rupiah), words, "{source}");
            assert_eq!(terbilang::read_rupiah(words), Ok(rupiah), "{source}");
        } else {
            let value: Decimal = number.parse().unwrap();
            assert_eq!(terbilang::write(value), words, "{source}");
            assert_eq!(terbilang::read(words).map(|it| it.to_string()).as_deref(), Ok(number));
        }
    }
}

#[test]
fn refuses_what_is_no_number_and_says_where() {
    for [words, position, sentence, why] in golden::cases(REFUSED) {
        let error = terbilang::read(words).expect_err(why);
        assert_eq!(error.to_string(), sentence, "{words}");
        assert_eq!(error.position.to_string(), position, "{words}");
        assert!(words[error.position..].starts_with(&error.word), "{words}");
    }
}

#[test]
fn tolerates_capitals_spaces_and_longer_forms() {
    let read = |words| terbilang::read_rupiah(words).unwrap();
    assert_eq!(read("  Seratus\tDUA  puluh\njuta\u{a0}Rupiah "), 120_000_000);
    assert_eq!(read("sejuta satu ribu satu ratus"), 1_001_100);
    assert_eq!(read("minus seribu"), -1000);
}

#[test]
fn wants_rupiah_whole_and_within_i64() {
    let error = terbilang::read_rupiah("dua koma lima rupiah").unwrap_err();
    assert_eq!((error.problem, error.position), (Problem::NotWhole, 4));
    let error = terbilang::read_rupiah("sepuluh kuintiliun rupiah").unwrap_err();
    assert_eq!(error.problem, Problem::OutOfRange);
}

#[test]
fn refuses_a_text_too_long_to_be_a_number() {
    let error = terbilang::read(&"satu ".repeat(1_000_000)).unwrap_err();
    assert_eq!(error.problem, Problem::TooLong);
}

#[test]
fn writes_the_largest_and_smallest_values() {
    for value in [Decimal::MAX, Decimal::MIN, Decimal::new(1, 28)] {
        assert_eq!(terbilang::read(&terbilang::write(value)), Ok(value));
    }
    let least = terbilang::write_rupiah(i64::MIN);
    assert_eq!(terbilang::read_rupiah(&least), Ok(i64::MIN));
}

/// Words of numbers in any order, so that the reader gets past the first word.
fn word_salad() -> impl Strategy<Value = String> {
    let words = "minus nol satu dua sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu \
                 sejuta juta oktiliun koma rupiah milyar";
    let words: Vec<&str> = words.split_whitespace().collect();
    prop::collection::vec(prop::sample::select(words), 0..8).prop_map(|it| it.join(" "))
}

proptest! {
    #[test]
    fn reads_back_what_it_wrote(mantissa in any::<i128>(), places in 0u32..=28) {
        let value = Decimal::from_i128_with_scale(mantissa >> 32, places);
        let read = terbilang::read(&terbilang::write(value)).unwrap();
        prop_assert_eq!((read, read.scale()), (value, places));
    }

    #[test]
    fn reads_back_rupiah(rupiah in any::<i64>()) {
        prop_assert_eq!(terbilang::read_rupiah(&terbilang::write_rupiah(rupiah)), Ok(rupiah));
    }

    #[test]
    fn never_panics_and_points_into_the_text(text in prop_oneof![".*", word_salad()]) {
        if let Err(error) = terbilang::read(&text) {
            prop_assert!(text[error.position..].starts_with(&error.word));
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn accepts_only_what_it_would_write(text in word_salad()) {
        let has_longer_form = ["satu", "sejuta", "rupiah", "minus nol"]
            .iter()
            .any(|it| text.contains(it));
        if !has_longer_form && let Ok(value) = terbilang::read(&text) {
            prop_assert_eq!(terbilang::write(value), text);
        }
    }
}

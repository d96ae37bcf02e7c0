//! Numbers, money and percentages against the golden files, and for every value there and back.

mod golden;

use proptest::prelude::*;
use rust_decimal::Decimal;
use selaras_domain::angka::{self, ParseError, Problem, Style};

const WRITTEN: &str = include_str!("angka-written.txt");
const READ: &str = include_str!("angka-read.txt");
const REFUSED: &str = include_str!("angka-refused.txt");

fn style(name: &str) -> Style {
    match name {
        "thousands" => Style::Thousands,
        "decimals" => Style::Decimals,
        "point" => Style::Point,
        _ => panic!("no style {name}"),
    }
}

fn read(function: &str, style_name: &str, typed: &str) -> Result<String, ParseError> {
    let style = style(style_name);
    match function {
        "number" => angka::parse(typed, style).map(|it| it.to_string()),
        "percent" => angka::parse_percent(typed, style).map(|it| it.to_string()),
        "rupiah" => angka::parse_rupiah(typed, style).map(|it| it.to_string()),
        _ => panic!("no function {function}"),
    }
}

#[test]
fn writes_the_golden_cases() {
    for [function, value, written, source] in golden::cases(WRITTEN) {
        let decimal = || value.parse::<Decimal>().unwrap();
        let actual = match function {
            "number" => angka::format(decimal()),
            "trimmed" => angka::format_trimmed(decimal()),
            "rupiah" => angka::format_rupiah(value.parse().unwrap()),
            "percent" => angka::format_percent(decimal()),
            "percent-trimmed" => angka::format_percent_trimmed(decimal()),
            "percentage-points" => angka::format_percentage_points(decimal()),
            _ => panic!("no function {function}"),
        };
        assert_eq!(actual, written, "{function} {value}, {source}");
    }
}

#[test]
fn reads_the_golden_cases() {
    for [function, style, typed, value, source] in golden::cases(READ) {
        let typed = typed.replace("<nbsp>", "\u{a0}").replace("<thin>", "\u{2009}");
        let typed = typed.replace("<narrow>", "\u{202f}");
        assert_eq!(read(function, style, &typed).as_deref(), Ok(value), "{typed}, {source}");
    }
}

#[test]
fn refuses_with_a_sentence_and_a_place() {
    for [function, style, typed, position, sentence, why] in golden::cases(REFUSED) {
        let error = read(function, style, typed).expect_err(why);
        assert_eq!(error.to_string(), sentence, "{typed}");
        assert_eq!(error.position.to_string(), position, "{typed}");
        assert!(typed[error.position..].starts_with(&error.text), "{typed}");
    }
}

#[test]
fn refuses_a_field_too_long_to_be_a_number_without_copying_it() {
    let error = angka::parse(&"9".repeat(1_000_000), Style::Thousands).unwrap_err();
    assert_eq!((error.problem, error.text.len()), (Problem::TooLong, 40));
}

fn decimals() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![any::<i128>().prop_map(|it| it >> 32), -9999i128..9999];
    (mantissa, 0u32..=28)
        .prop_map(|(mantissa, places)| Decimal::from_i128_with_scale(mantissa, places))
}

/// Digits with separators and signs anywhere: what the parser must weigh, not only wave away.
fn number_like() -> impl Strategy<Value = String> {
    prop_oneof!["[-−(]?(Rp)?[0-9]{1,4}([., \u{a0}][0-9]{1,4}){0,3}[)%]?", "[0-9.,]{0,12}", ".*"]
}

fn proposals(outcome: Result<(), ParseError>) -> Vec<String> {
    match outcome {
        Err(ParseError { problem: Problem::Ambiguous { readings }, .. }) => readings,
        _ => Vec::new(),
    }
}

/// Too large or not whole is an answer; to be asked again, or not to be understood, is not.
fn is_question(outcome: &Result<(), ParseError>) -> bool {
    let problem = outcome.as_ref().err().map(|it| &it.problem);
    !matches!(problem, None | Some(Problem::OutOfRange | Problem::NotWhole))
}

fn styles() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![Style::Thousands, Style::Decimals, Style::Point])
}

proptest! {
    #[test]
    fn reads_back_what_it_wrote(value in decimals()) {
        let read = angka::parse(&angka::format(value), Style::Thousands).unwrap();
        prop_assert_eq!((read, read.scale()), (value, value.scale()));
        let percent = angka::format_percent(value);
        prop_assert_eq!(angka::parse_percent(&percent, Style::Thousands), Ok(value));
        let trimmed = angka::format_trimmed(value);
        prop_assert_eq!(angka::parse(&trimmed, Style::Thousands), Ok(value));
    }

    #[test]
    fn reads_back_rupiah(rupiah in any::<i64>()) {
        let written = angka::format_rupiah(rupiah);
        prop_assert_eq!(angka::parse_rupiah(&written, Style::Thousands), Ok(rupiah));
    }

    #[test]
    fn reads_what_programs_write_in_point_style(value in decimals()) {
        prop_assert_eq!(angka::parse(&value.to_string(), Style::Point), Ok(value));
    }

    #[test]
    fn never_panics_and_points_into_the_field(text in number_like(), style in styles()) {
        for error in [
            angka::parse(&text, style).err(),
            angka::parse_percent(&text, style).err(),
            angka::parse_rupiah(&text, style).err(),
        ].into_iter().flatten() {
            prop_assert!(text[error.position..].starts_with(&error.text));
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn every_proposed_reading_is_an_answer(text in number_like(), style in styles()) {
        let outcome = angka::parse(&text, style).map(drop);
        let is_answer = |it: &str| !is_question(&angka::parse(it, style).map(drop));
        for reading in proposals(outcome) {
            prop_assert!(is_answer(&reading), "{reading}");
        }
        let outcome = angka::parse_rupiah(&text, style).map(drop);
        let is_answer = |it: &str| !is_question(&angka::parse_rupiah(it, style).map(drop));
        for reading in proposals(outcome) {
            prop_assert!(is_answer(&reading), "{reading}");
        }
    }
}

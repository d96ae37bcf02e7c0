//! Reads any text as a number, an amount, a percentage and a date; what is read must be written and
//! read back as the same value.

#![no_main]

use libfuzzer_sys::fuzz_target;
use selaras_domain::angka::{self, Style};
use selaras_domain::tanggal;

fuzz_target!(|text: &str| {
    for style in [Style::Thousands, Style::Decimals, Style::Point] {
        if let Ok(value) = angka::parse(text, style) {
            let written = angka::format(value);
            assert_eq!(angka::parse(&written, Style::Thousands), Ok(value), "{written}");
        }
        if let Ok(value) = angka::parse_percent(text, style) {
            let written = angka::format_percent(value);
            assert_eq!(angka::parse_percent(&written, Style::Thousands), Ok(value), "{written}");
        }
        if let Ok(rupiah) = angka::parse_rupiah(text, style) {
            let written = angka::format_rupiah(rupiah);
            let read = angka::parse_rupiah(&written, Style::Thousands);
            assert_eq!(read, Ok(rupiah), "{written}");
        }
    }
    if let Ok(date) = tanggal::parse(text) {
        let written = tanggal::format(date);
        assert_eq!(tanggal::parse(&written), Ok(date), "{written}");
    }
});

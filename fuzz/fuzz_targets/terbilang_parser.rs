//! Reads any text as a number in words; what is read must be written and read back as the same
//! value.

#![no_main]

use libfuzzer_sys::fuzz_target;
use selaras_domain::terbilang;

fuzz_target!(|text: &str| {
    if let Ok(value) = terbilang::read(text) {
        let written = terbilang::write(value);
        assert_eq!(terbilang::read(&written), Ok(value), "{written}");
    }
    if let Ok(rupiah) = terbilang::read_rupiah(text) {
        let written = terbilang::write_rupiah(rupiah);
        assert_eq!(terbilang::read_rupiah(&written), Ok(rupiah), "{written}");
    }
});

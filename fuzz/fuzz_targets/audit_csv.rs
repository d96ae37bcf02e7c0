//! Takes any text as a table with delimiters: its numbers, heads, sums and formulas.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(report) = selaras_audit::audit(bytes, "a.csv", &|_| {}) {
        let _ = selaras_audit::output::json(&report).to_string();
        let _ = selaras_audit::output::html(&report);
    }
});

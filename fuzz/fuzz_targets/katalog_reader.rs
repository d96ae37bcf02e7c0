//! Takes any text as a catalogue of nomenklatur; what is read keeps its codes apart, and what is wrong
//! has a place.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match selaras_package::katalog::from_csv(text) {
        Ok(lines) => {
            let codes: std::collections::BTreeSet<_> = lines.iter().map(|it| &it.kode).collect();
            assert_eq!(codes.len(), lines.len());
            assert!(!lines.is_empty());
        }
        Err(faults) => assert!(!faults.is_empty()),
    }
});

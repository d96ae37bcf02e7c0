//! Reads any text as a formula; what is read has a canonical form that reads as the same formula
//! and has the same value.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use selaras_domain::Exact;
use selaras_rules::formula::Formula;

fuzz_target!(|text: &str| {
    let formula = match Formula::parse(text) {
        Ok(formula) => formula,
        Err(error) => {
            // The place of a fault can always be shown.
            let _ = (error.to_string(), error.pointed(text));
            return;
        }
    };
    let canonical = formula.to_string();
    let again = Formula::parse(&canonical);
    assert_eq!(again.as_ref(), Ok(&formula), "{canonical}");

    let names = formula.variables().into_iter().enumerate();
    let scope: BTreeMap<String, Option<Exact>> =
        names.map(|(index, name)| (name.to_owned(), Exact::ratio(index as i64, 3))).collect();
    let value = formula.evaluate(&scope).map_err(|error| error.kind().clone());
    let value_again = again.and_then(|it| it.evaluate(&scope));
    assert_eq!(value_again.map_err(|error| error.kind().clone()), value, "{canonical}");
    let _ = formula.with_values(&scope, Exact::to_string);
});

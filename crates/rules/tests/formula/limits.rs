//! The bounds that keep a hostile text from exhausting memory or stack.

use std::collections::BTreeMap;
use std::thread;

use selaras_domain::Exact;
use selaras_rules::formula::{Formula, FormulaErrorKind, MAX_BYTES, MAX_DEPTH, is_name};

/// Half of what a thread has by default, in a build without optimisation.
const SMALL_STACK: usize = 1024 * 1024;

fn no_names() -> BTreeMap<String, Option<Exact>> {
    BTreeMap::new()
}

/// `core`, wrapped `times` over.
fn wrapped(before: &str, core: &str, after: &str, times: usize) -> String {
    format!("{}{core}{}", before.repeat(times), after.repeat(times))
}

#[test]
fn reads_to_the_greatest_depth_and_no_deeper() {
    for (before, after) in [("(", ")"), ("-", ""), ("maks(0, ", ")"), ("min(", ", 1)")] {
        let deepest = Formula::parse(&wrapped(before, "1", after, MAX_DEPTH)).unwrap();
        assert!(deepest.evaluate(&no_names()).is_ok());
        let error = Formula::parse(&wrapped(before, "1", after, MAX_DEPTH + 1)).unwrap_err();
        assert_eq!(error.kind(), &FormulaErrorKind::TooDeep);
        assert!(error.span().start >= MAX_DEPTH);
    }
}

#[test]
fn needs_little_stack_for_the_worst_nesting() {
    let work = || {
        for (before, after) in [("1 + 2 * (", ") * 3"), ("1 / min(2 - ", " * 2, 7)"), ("-(", ")")] {
            let times = if before == "-(" { MAX_DEPTH / 2 } else { MAX_DEPTH };
            let formula = Formula::parse(&wrapped(before, "4 + 5", after, times)).unwrap();
            let again = Formula::parse(&formula.to_string()).unwrap();
            assert_eq!(formula, again);
            let _ = formula.evaluate(&no_names());
            let _ = formula.with_values(&no_names(), Exact::to_string);
            drop(formula.clone());
        }
        for opening in ["(", "-", "min(", "1+(", "jumlah(", "- ("] {
            assert!(Formula::parse(&opening.repeat(MAX_BYTES / opening.len())).is_err());
        }
    };
    thread::Builder::new().stack_size(SMALL_STACK).spawn(work).unwrap().join().unwrap();
}

#[test]
fn measures_the_text_in_bytes() {
    let longest = "1".to_owned() + &" ".repeat(MAX_BYTES - 1);
    assert!(Formula::parse(&longest).is_ok());
    let error = Formula::parse(&(longest + " ")).unwrap_err();
    assert_eq!(error.kind(), &FormulaErrorKind::TooLong { bytes: MAX_BYTES + 1 });
    assert_eq!(error.span(), MAX_BYTES..MAX_BYTES + 1);
    assert_eq!(
        error.to_string(),
        "rumus terlalu panjang: 4097 byte, paling banyak 4096; sederhanakan rumusnya"
    );
}

#[test]
fn cuts_a_long_text_between_letters_only() {
    let text = "é".repeat(MAX_BYTES);
    let error = Formula::parse(&("a".to_owned() + &text)).unwrap_err();
    assert_eq!(error.span().start, MAX_BYTES - 1);
}

#[test]
fn refuses_what_could_not_be_read_back() {
    // 1366 terms in 2731 bytes; with blanks around the signs they would need 5461.
    let text = vec!["1"; 1366].join("+");
    let error = Formula::parse(&text).unwrap_err();
    assert_eq!(error.kind(), &FormulaErrorKind::TooLong { bytes: 5461 });
}

#[test]
fn adds_a_thousand_terms() {
    let text = vec!["1"; 1000].join(" + ");
    let formula = Formula::parse(&text).unwrap();
    assert_eq!(formula.evaluate(&no_names()).unwrap(), Exact::integer(1000));
}

#[test]
fn shows_only_the_surroundings_of_a_fault_in_a_long_line() {
    let text = format!("{} ? {}", vec!["a"; 200].join(" + "), "b ".repeat(200));
    let error = Formula::parse(&text).unwrap_err();
    let pointed = error.pointed(&text);
    let (shown, carets) = pointed.split_once('\n').unwrap();
    assert!(shown.starts_with('…') && shown.ends_with('…'));
    assert!(shown.chars().count() <= 122);
    assert_eq!(shown.chars().nth(carets.chars().count() - 1), Some('?'));
}

#[test]
fn points_into_another_text_without_panic() {
    let error = Formula::parse("selesai / (usulan").unwrap_err();
    assert_eq!(error.pointed("é"), "é\n ^");
    assert_eq!(error.pointed(""), "\n^");
}

#[test]
fn keeps_huge_products_exact() {
    let factor = "9".repeat(28);
    let text = vec![factor.as_str(); 130].join(" * ");
    let value = Formula::parse(&text).unwrap().evaluate(&no_names()).unwrap();
    assert_eq!(value.to_string().len(), 28 * 130);
}

#[test]
fn accepts_as_names_only_what_the_language_reads_as_one() {
    for name in ["a", "usulan", "usulan_selesai", "_x", "iku1"] {
        assert!(is_name(name), "{name}");
        assert_eq!(Formula::parse(name).unwrap().variables(), [name]);
    }
    for bad in ["", "1a", "a-b", "A", "é", "a.b", "a b"] {
        assert!(!is_name(bad), "{bad}");
    }
}

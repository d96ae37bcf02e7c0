//! Runs the cases of `tests/formula.txt`, whose head explains how they are written.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use selaras_domain::Exact;
use selaras_rules::formula::{Formula, FormulaError};

use super::{Facts, Register};

const CASES: &str = include_str!("../formula.txt");

/// One case of the file.
#[derive(Default)]
struct Case {
    title: String,
    has_source: bool,
    facts: Facts,
    formula: Vec<String>,
    /// The lines that begin with `=`, `:`, `~`, `!`, and the line of carets, in this order of
    /// writing; the program must produce the same.
    expected: Vec<String>,
}

#[test]
fn does_what_every_case_says() {
    let mut failures = String::new();
    for case in cases() {
        assert!(!case.expected.is_empty(), "«{}» expects nothing", case.title);
        let wants_number = case.expected.iter().any(|it| it.starts_with("= "));
        assert!(
            case.has_source || !wants_number,
            "«{}» has a number, but no source of it",
            case.title
        );
        let actual = outcome(&case);
        if actual != case.expected {
            let (actual, expected) = (actual.join("\n"), case.expected.join("\n"));
            let title = &case.title;
            write!(failures, "\n== {title}\n{actual}\n--- but the file says\n{expected}\n")
                .unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn has_a_case_for_every_fault_that_fits_in_a_line() {
    for name in [
        "empty",
        "unexpected-end",
        "unexpected",
        "unclosed-parenthesis",
        "unclosed-text",
        "decimal-comma",
        "thousands-point",
        "number-too-long",
        "malformed-number",
        "name-with-capitals",
        "unknown-function",
        "wrong-arity",
        "not-a-register",
        "not-a-state",
        "unknown-variable",
        "absent-variable",
        "unknown-register",
        "unknown-state",
        "absent-register",
        "division-by-zero",
    ] {
        assert!(CASES.contains(&format!("\n! {name}: ")), "no case for {name}");
    }
}

/// The lines that the case should have.
fn outcome(case: &Case) -> Vec<String> {
    let text = case.formula.join("\n");
    let faulty = |error: FormulaError| {
        let pointed = error.pointed(&text);
        let carets = pointed.lines().last().unwrap_or_default();
        vec![format!("| {carets}"), format!("! {}: {error}", error.kind().name())]
    };
    let formula = match Formula::parse(&text) {
        Ok(formula) => formula,
        Err(error) => return faulty(error),
    };
    let value = match formula.evaluate(&case.facts) {
        Ok(value) => value,
        Err(error) => return faulty(error),
    };
    assert_eq!(formula.check(&case.facts), [], "{}", case.title);
    case.expected
        .iter()
        .map(|line| match line.chars().next() {
            Some(':') => format!(": {formula}"),
            Some('~') => format!("~ {}", formula.with_values(&case.facts, indonesian)),
            _ => format!("= {value}"),
        })
        .collect()
}

fn indonesian(value: &Exact) -> String {
    match value.as_decimal() {
        Some(decimal) => decimal.normalize().to_string().replace('.', ","),
        None => value.to_string(),
    }
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (index, line) in CASES.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(title) = line.strip_prefix("== ") {
            cases.push(Case { title: title.to_owned(), ..Case::default() });
            continue;
        }
        let case = cases.last_mut().unwrap_or_else(|| panic!("line {}: no title", index + 1));
        if let Some(text) = line.strip_prefix('|') {
            let text = text.strip_prefix(' ').unwrap_or(text);
            if text.contains('^') && text.trim_matches([' ', '^']).is_empty() {
                case.expected.push(line.to_owned());
            } else {
                case.formula.push(text.to_owned());
            }
        } else if line.starts_with(['=', ':', '~', '!']) {
            case.expected.push(line.to_owned());
        } else if line.starts_with("source: ") {
            case.has_source = true;
        } else if let Some(register) = line.strip_prefix("register ") {
            let (name, register) = read_register(register);
            case.facts.registers.insert(name, register);
        } else if let Some((name, value)) = line.split_once(" = ") {
            case.facts.variables.insert(name.to_owned(), read_value(value));
        } else {
            panic!("line {}: not understood", index + 1);
        }
    }
    assert!(!cases.is_empty());
    cases
}

fn read_value(text: &str) -> Option<Exact> {
    if text == "absent" {
        return None;
    }
    let decimal = |it: &str| Exact::from(it.parse::<Decimal>().expect("a decimal"));
    Some(match text.split_once('/') {
        Some((above, below)) => decimal(above).checked_div(&decimal(below)).expect("not zero"),
        None => decimal(text),
    })
}

/// `layanan(tepat_waktu, terlambat): tepat_waktu 3, terlambat 2`
fn read_register(text: &str) -> (String, Register) {
    let (head, records) = text.split_once("): ").expect("states and records");
    let (name, states) = head.split_once('(').expect("states in brackets");
    let records = match records {
        "absent" => None,
        "none" => Some(Vec::new()),
        records => Some(
            records
                .split(", ")
                .map(|record| {
                    let (state, value) = record.split_once(' ').expect("state and value");
                    (state.to_owned(), read_value(value))
                })
                .collect(),
        ),
    };
    let states = states.split(", ").map(str::to_owned).collect();
    (name.to_owned(), Register { states, records })
}

//! Every rule about claims on its golden cases: documents in a small notation, with what must be found.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "claims/notation.rs"]
mod notation;

use selaras_audit::claims;
use selaras_audit::finding::{Finding, Level};

/// A finding as a line of a golden file: `AUD300 error | printed | expected`.
fn line(finding: &Finding) -> String {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "info",
    };
    let text = |it: &Option<String>| it.clone().unwrap_or_else(|| "-".to_owned());
    format!("{} {level} | {} | {}", finding.code, text(&finding.printed), text(&finding.expected))
}

struct Case<'a> {
    name: &'a str,
    document: &'a str,
    expected: Vec<&'a str>,
}

fn cases(golden: &str) -> Vec<Case<'_>> {
    let parts = golden.split("\n=== ").skip(1);
    parts
        .map(|part| {
            let (name, rest) = part.split_once('\n').unwrap();
            let (document, expected) =
                rest.split_once("\n---").unwrap_or_else(|| panic!("no answer: {name}"));
            let lines = expected.lines().map(str::trim);
            let expected = lines.filter(|it| !it.is_empty() && !it.starts_with('%')).collect();
            Case { name, document, expected }
        })
        .collect()
}

/// Finds exactly what is expected, in any order; every finding explains itself.
fn check(golden: &str) {
    let mut wrong = Vec::new();
    let cases = cases(golden);
    assert!(!cases.is_empty(), "the file of cases was not read");
    let (mut n_fire, mut n_silent) = (0, 0);
    for case in &cases {
        let claims = claims::examine(&notation::document(case.document));
        let found: Vec<String> = claims.findings.iter().map(line).collect();
        let mut rest = found.clone();
        let mut missing = Vec::new();
        for expected in &case.expected {
            match rest.iter().position(|it| it == expected) {
                Some(at) => drop(rest.remove(at)),
                None => missing.push(expected),
            }
        }
        if case.expected.is_empty() {
            n_silent += 1
        } else {
            n_fire += 1
        }
        if !missing.is_empty() || !rest.is_empty() {
            let messages: Vec<&str> = claims.findings.iter().map(|it| &*it.message).collect();
            wrong.push(format!(
                "{}\n    missing: {missing:#?}\n    not expected: {rest:#?}\n    {messages:#?}",
                case.name
            ));
        }
        for finding in &claims.findings {
            assert!(finding.message.ends_with(['.', '?']), "{}", finding.message);
        }
    }
    assert!(n_fire > 0 && n_silent > 0, "cases that fire and cases that do not");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

macro_rules! golden {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            check(include_str!(concat!("claims/", stringify!($name), ".txt")));
        }
    )*};
}

golden! { terbilang count repetition satuan ratio capaian agreement change total name date period citation reference numbering contents }

/// What sentences can show of the answer sheet, and nothing of what is right there.
#[test]
fn the_real_report() {
    let golden = include_str!("claims/bkpsdm-dumai-2023.txt");
    let (document, expected) = golden.split_once("\n---\n").unwrap();
    let claims = claims::examine(&notation::document(document));
    let mut found: Vec<String> = claims.findings.iter().map(line).collect();
    let mut expected: Vec<&str> =
        expected.lines().filter(|it| !it.is_empty() && !it.starts_with('%')).collect();
    found.sort_unstable();
    expected.sort_unstable();
    let missing: Vec<_> =
        expected.iter().filter(|it| !found.iter().any(|line| line == **it)).collect();
    let wrong: Vec<_> = found.iter().filter(|it| !expected.contains(&it.as_str())).collect();
    assert_eq!(found, expected, "\nmissing: {missing:#?}\nnot expected: {wrong:#?}");
    assert!(claims.claims_checked > 150, "{}", claims.claims_checked);
}

/// Reports in which everything agrees: nobody may be accused of anything.
#[test]
fn consistent_reports_are_left_alone() {
    let reports = [
        include_str!("claims/consistent/dinas.txt"),
        include_str!("claims/consistent/inspektorat.txt"),
        include_str!("claims/consistent/kecamatan.txt"),
        include_str!("claims/consistent/kementerian.txt"),
        include_str!("claims/consistent/rsud.txt"),
    ];
    let mut found = Vec::new();
    for text in reports {
        let document = notation::document(&text.replace(['⟦', '⟧'], ""));
        let claims = claims::examine(&document);
        let title = text.lines().next().unwrap();
        found.extend(
            claims.findings.iter().map(|it| format!("{title} {} {}", line(it), it.message)),
        );
        assert!(claims.claims_checked > 20, "{title} {}", claims.claims_checked);
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

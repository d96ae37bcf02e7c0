//! Every page has cases, and its check finds in them exactly what the page says.
//!
//! `SELARAS_BLESS=1` writes what is found into the pages; read every line that changes.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use selaras_checks::page::Case;
use selaras_checks::{ALL, Beside, Check, Outcome, Page, check_beside, check_only, default_day};
use selaras_domain::Berkas;
use selaras_rules::measure;
use support::{Changes, bukti, folder, kantor, katalog};

/// What a check says of a case, one line each.
fn said(check: &Check, case: &Case<'_>, kantor: &Berkas) -> String {
    let changes = Changes::parse(case.changes);
    let berkas = changes.apply(kantor);
    let (katalog, bukti) = (changes.katalog(), changes.bukti(kantor));
    let beside = Beside { katalog: katalog.as_ref(), bukti: bukti.as_ref() };
    let day = changes.as_of.as_ref().map(|it| it.parse::<Date>().unwrap());
    let day = day.unwrap_or_else(|| default_day(&berkas));
    let report = check_only(&[check], beside, &berkas, &measure(&berkas), day);
    match report.assessments[0].outcome {
        Outcome::NotApplicable(why) => return format!("tidak berlaku: {why}"),
        Outcome::NotAssessable(why) => return format!("tidak dapat dinilai: {why}"),
        Outcome::Assessed => {}
    }
    if report.findings.is_empty() {
        return "tidak ada temuan".to_owned();
    }
    let line =
        |it: &selaras_checks::Temuan| format!("{} {}: {}", it.code, it.subject(), it.message);
    report.findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_case_of_every_page_comes_out_as_the_page_says() {
    let kantor = kantor();
    let bless = std::env::var_os("SELARAS_BLESS").is_some();
    let mut wrong = Vec::new();
    for check in ALL {
        let page = Page::parse(check.page).unwrap_or_else(|| panic!("{} has no page", check.code));
        let mut text = check.page.to_owned();
        for case in &page.cases {
            let found = said(check, case, &kantor);
            if found != case.expected {
                wrong.push(format!("{} «{}»\n{found}\n", check.code, case.title));
                text = blessed(&text, case, &found);
            }
        }
        if bless && text != check.page {
            fs::write(file_of(check), text).unwrap();
        }
    }
    assert!(bless || wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The page with another expectation in one case.
fn blessed(text: &str, case: &Case<'_>, found: &str) -> String {
    let title = format!("\n## Kasus: {}\n", case.title);
    let start = text.find(&title).unwrap();
    let from = start + text[start..].find("```temuan\n").unwrap() + "```temuan\n".len();
    let to = from + text[from..].find("```").unwrap();
    format!("{}{found}\n{}", &text[..from], &text[to..])
}

fn file_of(check: &Check) -> PathBuf {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|it| it == "md") {
                found.push(path);
            }
        }
    }
    let mut pages = Vec::new();
    walk(&folder("src"), &mut pages);
    let head = format!("# {} ", check.code);
    pages.into_iter().find(|it| fs::read_to_string(it).unwrap().starts_with(&head)).unwrap()
}

#[test]
fn every_page_has_its_code_a_case_that_finds_and_one_that_does_not() {
    for check in ALL {
        let page = Page::parse(check.page).unwrap();
        assert!(check.page.starts_with(&format!("# {} · ", check.code)), "{}", check.code);
        let head = format!("{} ", check.code);
        assert!(page.cases.iter().any(|it| it.expected.starts_with(&head)), "{} finds", check.code);
        let silent = |it: &Case<'_>| it.expected == "tidak ada temuan";
        assert!(page.cases.iter().any(silent), "{} is silent", check.code);
    }
}

#[test]
fn where_everything_is_right_every_check_is_silent() {
    let kantor = kantor();
    let (katalog, bukti) = (katalog(), bukti(&kantor));
    let beside = Beside { katalog: Some(&katalog), bukti: Some(&bukti) };
    let report = check_beside(beside, &kantor, &measure(&kantor), default_day(&kantor));
    let line =
        |it: &selaras_checks::Temuan| format!("{} {}: {}", it.code, it.subject(), it.message);
    let found: Vec<String> = report.findings.iter().map(line).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    let open =
        report.assessments.iter().filter(|it| matches!(it.outcome, Outcome::NotAssessable(_)));
    let open: Vec<String> = open.map(|it| format!("{} {:?}", it.code, it.outcome)).collect();
    assert!(open.is_empty(), "the office must let every check decide\n{}", open.join("\n"));
}

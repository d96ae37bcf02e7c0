//! Golden documents: what must be found, and where nothing may be said.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test says what went wrong")]

#[path = "common/docx.rs"]
mod docx;
#[path = "common/notation.rs"]
mod notation;
#[path = "common/pdf.rs"]
mod pdf;
#[path = "common/xlsx.rs"]
mod xlsx;

use selaras_audit::finding::{Finding, Part};
use selaras_audit::{Report, audit, audit_document};

/// A finding in one line: code, level, row and column of the grid from 1, printed and expected.
fn line(it: &Finding) -> String {
    let place = match &it.location.part {
        Part::Cell { table, row, column, .. } => format!("{table} b{} k{}", row + 1, column + 1),
        Part::Table { table, .. } => table.clone(),
        Part::Sentence { sentence, .. } => sentence.clone(),
        Part::Document => "dokumen".to_owned(),
    };
    let printed = it.printed.as_deref().unwrap_or("-");
    let expected = it.expected.as_deref().unwrap_or("-");
    format!("{} {} {place}: {printed} => {expected}", it.code, it.level.key())
}

/// A way from the notation to a report.
type Way = fn(&str) -> Report;

const WAYS: [(&str, Way); 4] =
    [("model", model), ("docx", through_docx), ("xlsx", through_xlsx), ("pdf", through_pdf)];

fn model(text: &str) -> Report {
    audit_document(notation::document(text), "kasus", &|_| {})
}

fn through_docx(text: &str) -> Report {
    audit(&docx::docx(&notation::document(text)), "kasus.docx", &|_| {}).unwrap()
}

fn through_pdf(text: &str) -> Report {
    audit(&pdf::pdf(&notation::document(text)), "kasus.pdf", &|_| {}).unwrap()
}

fn through_xlsx(text: &str) -> Report {
    audit(&xlsx::xlsx(&notation::document(text)), "kasus.xlsx", &|_| {}).unwrap()
}

fn run(name: &str, report: Way, text: &str) -> Vec<String> {
    let mut failures = Vec::new();
    for case in text.split("\n=== ").skip(1) {
        let (title, rest) = case.split_once('\n').unwrap();
        let (given, expected) = rest
            .split_once("\n--- temuan\n")
            .unwrap_or_else(|| panic!("{name}: {title}: no findings"));
        let report = report(given);
        let mut found: Vec<String> = report.findings.iter().map(line).collect();
        if found.is_empty() {
            found.push("tidak ada".to_owned());
        }
        if expected.contains("sel dihitung: ") {
            found.push(format!("sel dihitung: {}", report.cells_checked));
        }
        let expected: Vec<&str> = expected.lines().filter(|it| !it.trim().is_empty()).collect();
        // A typed cell does not say which decimal mark its author saw.
        let same_marks =
            |it: &str| if name.starts_with("xlsx") { it.replace('.', ",") } else { it.to_owned() };
        let expected: Vec<String> = expected.into_iter().map(same_marks).collect();
        let found: Vec<String> = found.iter().map(|it| same_marks(it)).collect();
        if found != expected {
            let messages: Vec<&str> =
                report.findings.iter().map(|it| it.message.as_str()).collect();
            failures.push(format!(
                "{name} · {title}\n  expected\n    {}\n  found\n    {}\n  {}\n  {:?}",
                expected.join("\n    "),
                found.join("\n    "),
                messages.join("\n  "),
                report.not_understood
            ));
        }
    }
    failures
}

#[test]
fn golden_tables() {
    let mut failures = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        for (way, report) in WAYS {
            failures.extend(run(
                &format!("{way} {}", path.file_name().unwrap().to_string_lossy()),
                report,
                &text,
            ));
        }
    }
    assert!(failures.is_empty(), "{}\n\n{} cases failed", failures.join("\n\n"), failures.len());
}

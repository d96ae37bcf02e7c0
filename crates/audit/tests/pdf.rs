//! PDF as a word processor prints it: the golden tables, through DOCX and LibreOffice. NOT RUN where soffice is missing.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test says what went wrong")]

#[path = "common/docx.rs"]
mod docx;
#[path = "common/notation.rs"]
mod notation;

use std::process::Command;

use selaras_audit::document::{Content, Document, Table};
use selaras_audit::finding::{Finding, Level, Part};
use selaras_audit::{Report, audit, audit_document};

/// All cases of a file as one document.
fn together(text: &str) -> Document {
    let given: Vec<&str> = text
        .split("\n=== ")
        .skip(1)
        .map(|it| it.split_once('\n').unwrap().1.split_once("\n--- temuan").unwrap().0)
        .collect();
    notation::document(&given.join(
        "\n\nUraian tabel berikutnya disajikan di bawah ini dengan angka menurut laporan.\n\n",
    ))
}

fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|it| if let Content::Table(it) = &it.content { Some(it) } else { None })
        .collect()
}

/// Findings about cells. Without the number of the table: LibreOffice counts captions again.
fn lines(report: &Report) -> Vec<String> {
    let line = |it: &Finding| match &it.location.part {
        Part::Cell { row, column, .. } if it.level != Level::Info => Some(format!(
            "{} b{} k{} {}",
            it.code,
            row + 1,
            column + 1,
            it.printed.as_deref().unwrap_or("")
        )),
        _ => None,
    };
    report.findings.iter().filter_map(line).collect()
}

fn convert(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = std::env::temp_dir().join(format!("selaras-audit-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let source = folder.join("laporan.docx");
    std::fs::write(&source, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .arg(&source)
        .output();
    let pdf = std::fs::read(folder.join("laporan.pdf")).ok();
    std::fs::remove_dir_all(&folder).ok();
    done.ok()?;
    pdf
}

#[test]
fn golden_tables_through_pdf() {
    for name in ["dumai-2023", "capaian", "jumlah"] {
        let text = std::fs::read_to_string(format!(
            "{}/tests/cases/{name}.txt",
            env!("CARGO_MANIFEST_DIR")
        ))
        .unwrap();
        let document = together(&text);
        let Some(pdf) = convert(name, &docx::docx(&document)) else {
            eprintln!("NOT RUN: soffice is not here, so no PDF was made");
            return;
        };
        if let Ok(folder) = std::env::var("SELARAS_KEEP") {
            std::fs::write(format!("{folder}/{name}.pdf"), &pdf).unwrap();
        }
        let expected = audit_document(document.clone(), "model", &|_| {});
        let found = audit(&pdf, "laporan.pdf", &|_| {}).unwrap();
        let (made, read) = (tables(&document), tables(&found.document));
        assert_eq!(made.len(), read.len(), "{name}: tables; {:?}", found.not_understood);
        for (a, b) in made.iter().zip(&read) {
            let title = a.caption.as_ref().map(|it| it.number.clone());
            assert_eq!(a.rows.len(), b.rows.len(), "{name} {title:?}: rows");
            assert_eq!(a.rows[0].len(), b.rows[0].len(), "{name} {title:?}: columns");
            for (x, y) in a.rows.iter().flatten().zip(b.rows.iter().flatten()) {
                let plain = |text: &str| text.split_whitespace().collect::<String>();
                assert_eq!(plain(&x.text), plain(&y.text), "{name} {title:?}");
            }
        }
        assert_eq!(lines(&expected), lines(&found), "{name}");
    }
}

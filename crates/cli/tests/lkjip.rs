//! The LKjIP of the examples as a PDF: its text, its standards, its pages, seen by other programs.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use std::fs;
use std::path::Path;

use support::{example, run, selaras, stderr};
use tempfile::{TempDir, tempdir};

/// Makes the LKjIP of an example; gives its folder and path.
fn lkjip(name: &str, more: &[&str]) -> (TempDir, String) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("lkjip.pdf").to_str().unwrap().to_owned();
    let package = example(name);
    let args = [&["report", "lkjip", &package, "-o", &path], more].concat();
    let output = selaras(Path::new("."), &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    // Warnings of tables and text that do not fit would stand here.
    assert_eq!(stderr(&output), "");
    (folder, path)
}

/// The text of a PDF with every run of blanks as one, as a reader searches it.
fn text(path: &str) -> String {
    let text = run("pdftotext", &["-layout", path, "-"]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn info(path: &str, key: &str) -> String {
    let info = run("pdfinfo", &[path]);
    let line = info.lines().find(|it| it.starts_with(&format!("{key}:")));
    line.unwrap_or_else(|| panic!("{key} is not in\n{info}"))[key.len() + 1..].trim().to_owned()
}

#[test]
fn the_report_of_bkpsdm_dumai_is_whole() {
    let (_folder, path) = lkjip("bkpsdm-dumai-2023", &[]);
    let pages: u32 = info(&path, "Pages").parse().unwrap();
    assert!(pages >= 60, "{pages} pages");
    let text = text(&path);
    for part in [
        "85,8%",
        "Rp10.070.867.140",
        "sepuluh miliar tujuh puluh juta delapan ratus enam puluh tujuh ribu seratus empat puluh rupiah",
        "118%",
        "756%",
        "103,74%",
        "96,93%",
        "Jejak Perhitungan",
        "capaian/pos@1",
        "tidak terbaca pada sumber",
    ] {
        assert!(text.contains(part), "{part} is not in the report");
    }
    let tables = (1..=6).map(|it| format!("Tabel {it} "));
    let chapters = [(1, 2), (2, 7), (3, 11)];
    let numbered = chapters
        .iter()
        .flat_map(|(bab, last)| (1..=*last).map(move |it| format!("Tabel {bab}.{it} ")));
    for table in tables.chain(numbered) {
        assert!(text.contains(&table), "{table} is not in the report");
    }
    // A live reference that stayed, or a decimal point where a comma belongs.
    assert!(!text.contains("{realisasi") && !text.contains("85.8%"));
}

#[test]
fn it_is_tagged_and_archival() {
    let (_folder, path) = lkjip("bkpsdm-dumai-2023", &[]);
    assert_eq!(info(&path, "Tagged"), "yes");
    assert!(info(&path, "Title").contains("2023"));
    let bytes = fs::read(&path).unwrap();
    let find = |text: &str| bytes.windows(text.len()).any(|it| it == text.as_bytes());
    for mark in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"] {
        assert!(find(mark), "{mark}");
    }
    assert!(find("<pdfuaid:part>1</pdfuaid:part>"));
    run("qpdf", &["--check", &path]);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let (_one, first) = lkjip("bkpsdm-dumai-2023", &[]);
    let (_other, second) = lkjip("bkpsdm-dumai-2023", &[]);
    assert!(fs::read(first).unwrap() == fs::read(second).unwrap());
    let (_dated, third) = lkjip("bkpsdm-dumai-2023", &["--date", "2024-02-28"]);
    assert!(info(&third, "CreationDate").contains("2024"));
}

#[test]
fn folio_is_an_option() {
    let (_folder, path) = lkjip("bkpsdm-dumai-2023", &["--paper", "f4"]);
    let size = info(&path, "Page size");
    // 215 by 330 mm in points.
    assert!(size.starts_with("609.449 x 935.433"), "{size}");
}

#[test]
fn a_draft_says_so_at_the_foot_of_its_pages() {
    let (_folder, path) = lkjip("dinkes-contoh-2024", &["--draft", "--date", "2025-01-31"]);
    let n_feet = text(&path).matches("Konsep per 31 Januari 2025, belum disahkan").count();
    assert!(n_feet > 50, "{n_feet}");
}

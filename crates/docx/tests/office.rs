//! Another program opens the document: LibreOffice, where it is at hand.

#![allow(clippy::print_stderr, reason = "what did not run must be said")]

mod support;

use std::path::Path;
use std::process::Command;

use selaras_docx::{Options, render};

fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let output = output.expect("pdftotext starts");
    assert!(output.status.success());
    support::plain(&String::from_utf8_lossy(&output.stdout))
}

#[test]
fn libreoffice_opens_the_report_and_shows_all_of_it() {
    let is_there = |program: &str, flag: &str| Command::new(program).arg(flag).output().is_ok();
    if !is_there("soffice", "--version") || !is_there("pdftotext", "-v") {
        eprintln!("NOT RUN: soffice and pdftotext are needed to open a DOCX");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let docx = folder.path().join("lkjip.docx");
    let dokumen = support::lkjip("bkpsdm-dumai-2023");
    std::fs::write(&docx, render(&dokumen, &Options::default()).expect("rendered")).expect("kept");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let status = Command::new("soffice")
        .args(["--headless", &profile, "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(&docx)
        .output()
        .expect("soffice starts");
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
    let text = text_of(&folder.path().join("lkjip.pdf"));
    for part in [
        "LKjIP",
        "Kata Pengantar",
        "Daftar Lampiran",
        "Rp10.070.867.140",
        "85,8%",
        "756%",
        "103,74%",
        "96,93%",
        "Tabel 3.11",
        "Jejak Perhitungan",
        "capaian/pos@1",
    ] {
        assert!(text.contains(part), "{part} is not in the document that LibreOffice shows");
    }
}

//! Files that want to do harm, and files that are only broken: a clear error within the limits, never a fault.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test says what went wrong")]

#[path = "common/docx.rs"]
mod docx;
#[path = "common/notation.rs"]
mod notation;
#[path = "common/pdf.rs"]
mod pdf;
#[path = "common/xlsx.rs"]
mod xlsx;

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use selaras_audit::document::Document;
use selaras_audit::{ReadError, read};

fn document() -> Document {
    notation::document(
        "# BAB III AKUNTABILITAS KINERJA\n[Tabel 3.1 Capaian]\n| No | Indikator | Target | Realisasi | Capaian |\n| 1 | Indeks | 80 | 84 | 105,00% |\n| 2 | Nilai | 50 | 45 | 90,00% |\n\nSelesai.",
    )
}

fn files() -> [(&'static str, Vec<u8>); 4] {
    let csv = b"No;Indikator;Target;Realisasi\n1;\"Indeks; A\";80,5;84\n".to_vec();
    [
        ("a.docx", docx::docx(&document())),
        ("a.xlsx", xlsx::xlsx(&document())),
        ("a.pdf", pdf::pdf(&document())),
        ("a.csv", csv),
    ]
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn whole_files_are_read() {
    for (name, bytes) in files() {
        let document = read::read(&bytes, name).unwrap();
        assert!(!document.blocks.is_empty(), "{name}");
    }
}

#[test]
fn cut_at_any_byte() {
    for (name, bytes) in files() {
        let step = if name.ends_with("pdf") { 7 } else { 1 };
        for end in (0..bytes.len()).step_by(step) {
            // Whatever comes of it, it comes back.
            let _ = read::read(&bytes[..end], name);
        }
    }
}

#[test]
fn one_byte_changed_anywhere() {
    for (name, bytes) in files() {
        for at in (0..bytes.len()).step_by(11) {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x5a;
            let _ = read::read(&bytes, name);
        }
    }
}

#[test]
fn a_zip_bomb_is_too_large() {
    let started = Instant::now();
    let bomb = zip(&[("word/document.xml", &vec![b' '; 300 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(read::read(&bomb, "b.docx"), Err(ReadError::TooLarge { .. })));
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn entities_do_not_grow() {
    let bomb = b"<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    assert!(matches!(
        read::read(&zip(&[("word/document.xml", bomb)]), "e.docx"),
        Err(ReadError::Broken { .. })
    ));
}

#[test]
fn deep_nesting_ends() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5000);
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{deep}</w:body></w:document>");
    assert!(matches!(
        read::read(&zip(&[("word/document.xml", text.as_bytes())]), "d.docx"),
        Err(ReadError::TooLarge { .. })
    ));
}

#[test]
fn a_million_columns() {
    let span = "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr></w:tc></w:tr></w:tbl></w:body></w:document>";
    assert!(matches!(
        read::read(&zip(&[("word/document.xml", span.as_bytes())]), "c.docx"),
        Err(ReadError::TooLarge { .. })
    ));
    let book: &[u8] =
        b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>";
    let rels: &[u8] = b"<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let sheet = |cell: &str| {
        format!(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c><c r=\"{cell}\"><v>1</v></c></row></sheetData></worksheet>"
        )
    };
    for cell in ["ZZZZ1", "XFD1", "A99999999"] {
        let sheet = sheet(cell);
        let file = zip(&[
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", rels),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ]);
        assert!(matches!(read::read(&file, "c.xlsx"), Err(ReadError::TooLarge { .. })), "{cell}");
    }
    // A merge over the whole sheet covers only what is used.
    let merged = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    let file = zip(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", rels),
        ("xl/worksheets/sheet1.xml", merged.as_bytes()),
    ]);
    assert!(read::read(&file, "m.xlsx").is_ok());
    let wide = format!("{}\n{}\n", "1;".repeat(5000), "2;".repeat(5000));
    assert!(matches!(read::read(wide.as_bytes(), "w.csv"), Err(ReadError::TooLarge { .. })));
}

#[test]
fn a_pdf_in_a_circle() {
    let circle = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 3 0 R /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>\nendobj\n4 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>\nstream\n/X Do\nendstream\nendobj\n5 0 obj\n5 0 R\nendobj\ntrailer << /Size 6 /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF";
    let started = Instant::now();
    assert!(read::read(circle, "c.pdf").is_err());
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn what_is_none_of_these_is_said_so() {
    assert!(matches!(
        read::read(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0], "x.doc"),
        Err(ReadError::OldOffice { .. })
    ));
    assert!(matches!(
        read::read(b"\x89PNG\r\n\x1a\n\0\0", "x.png"),
        Err(ReadError::UnknownKind { .. })
    ));
    assert!(matches!(read::read(b"", "x.csv"), Err(ReadError::UnknownKind { .. })));
    let blank = pdf::pdf(&Document::default());
    assert!(matches!(read::read(&blank, "x.pdf"), Err(ReadError::NoText)));
}

//! Puts any bytes in the place of one part of an XLSX, or takes them as the whole file; whatever is read is audited.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;

const PARTS: [(&str, &[u8]); 5] = [
    (
        "xl/workbook.xml",
        b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        b"<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    (
        "xl/worksheets/sheet1.xml",
        b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c></row></sheetData></worksheet>",
    ),
    ("xl/sharedStrings.xml", b"<sst><si><t>Target</t></si></sst>"),
    (
        "xl/styles.xml",
        b"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>",
    ),
];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        let _ = selaras_audit::audit(bytes, "a.xlsx", &|_| {});
        return;
    }
    let Some((chosen, content)) = bytes.split_first() else { return };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (index, (name, sound)) in PARTS.iter().enumerate() {
        let content = if index == usize::from(*chosen) % PARTS.len() { content } else { sound };
        let options = zip::write::SimpleFileOptions::default();
        if zip.start_file(*name, options).is_err() || zip.write_all(content).is_err() {
            return;
        }
    }
    if let Ok(file) = zip.finish() {
        let _ = selaras_audit::audit(&file.into_inner(), "a.xlsx", &|_| {});
    }
});

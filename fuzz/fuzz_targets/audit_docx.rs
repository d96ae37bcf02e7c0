//! Puts any bytes in the place of one part of a DOCX, or takes them as the whole file; whatever is read is audited.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;

const PARTS: [&str; 4] =
    ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
const EMPTY: &[u8] = b"<w:document xmlns:w=\"w\"><w:body></w:body></w:document>";

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        let _ = selaras_audit::audit(bytes, "a.docx", &|_| {});
        return;
    }
    let Some((chosen, content)) = bytes.split_first() else { return };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (index, name) in PARTS.iter().enumerate() {
        let content = if index == usize::from(*chosen) % PARTS.len() { content } else { EMPTY };
        let options = zip::write::SimpleFileOptions::default();
        if zip.start_file(*name, options).is_err() || zip.write_all(content).is_err() {
            return;
        }
    }
    if let Ok(file) = zip.finish() {
        let _ = selaras_audit::audit(&file.into_inner(), "a.docx", &|_| {});
    }
});

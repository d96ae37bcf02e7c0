//! Readers: from the bytes of a file to the neutral model.

mod archive;
mod csv;
mod docx;
mod error;
mod limit;
mod pdf;
mod shape;
mod sheet;
mod xlsx;
mod xml;

pub use error::ReadError;

use crate::document::Document;

/// Reads a file by what it is, not by what it is called.
///
/// # Errors
///
/// See [`ReadError`].
pub fn read(bytes: &[u8], file_name: &str) -> Result<Document, ReadError> {
    if bytes.len() > limit::FILE_BYTES {
        return Err(ReadError::TooLarge {
            kind: "yang dikirim",
            what: "ukuran",
            limit: format!("{} MB", limit::FILE_BYTES >> 20),
        });
    }
    if bytes.starts_with(b"PK") {
        let mut archive = archive::Archive::open("DOCX/XLSX", bytes)?;
        if docx::is_docx(&archive) {
            return docx::read(&mut archive);
        }
        if xlsx::is_xlsx(&archive) {
            return xlsx::read(&mut archive);
        }
    }
    if pdf::is_pdf(bytes) {
        return pdf::read(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        // The old container of Office holds both .doc files and locked new ones.
        return Err(ReadError::OldOffice { file: file_name.to_owned() });
    }
    // Text has no sign of its own: one that is called a document of Word is a broken document.
    let ending = file_name.rsplit_once('.').map_or("", |(_, it)| it).to_lowercase();
    let is_called_otherwise = ["docx", "xlsx", "pdf", "doc", "xls"].contains(&ending.as_str());
    if csv::is_text(bytes) && !is_called_otherwise {
        return csv::read(bytes);
    }
    Err(ReadError::UnknownKind { file: file_name.to_owned() })
}

//! DOCX: paragraphs with their styles and generated numbers, tables with their merges, captions with their fields.

mod body;
mod numbering;
mod styles;

use super::ReadError;
use super::archive::Archive;
use super::limit::Budget;
use super::shape::{Paragraph, Shape};
use super::xml::Xml;
use crate::document::Document;

pub(super) const KIND: &str = "DOCX";
const MAIN: &str = "word/document.xml";

/// Whether a zip is a DOCX.
pub(super) fn is_docx(archive: &Archive<'_>) -> bool {
    archive.has(MAIN)
}

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Document, ReadError> {
    let styles = match archive.part("word/styles.xml")? {
        Some(bytes) => styles::read(&mut Xml::new(KIND, "word/styles.xml", &bytes))?,
        None => styles::Styles::default(),
    };
    let numbering = match archive.part("word/numbering.xml")? {
        Some(bytes) => numbering::read(&mut Xml::new(KIND, "word/numbering.xml", &bytes))?,
        None => numbering::Numbering::default(),
    };
    let missing = || ReadError::Broken { kind: KIND, detail: format!("bagian {MAIN} tidak ada") };
    let bytes = archive.part(MAIN)?.ok_or_else(missing)?;
    let mut body = body::Body {
        styles: &styles,
        numbering,
        shape: Shape::default(),
        budget: Budget::new(KIND),
        nested: 0,
    };
    body.read(&mut Xml::new(KIND, MAIN, &bytes))?;
    if let Some(bytes) = archive.part("word/footnotes.xml")? {
        for text in body.footnotes(&mut Xml::new(KIND, "word/footnotes.xml", &bytes))? {
            body.shape.paragraph(Paragraph { text, ..Paragraph::default() });
        }
    }
    Ok(body.shape.finish())
}

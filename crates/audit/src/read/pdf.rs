//! PDF with text: letters and lines by their positions, tables by their rulings, paragraphs by their gaps.
//!
//! A PDF says where ink is, not what it means. Tables are found by the lines around their cells; one that is drawn without
//! lines is found by the white space between its columns where that is clear, and else named in `not_understood`.

#![expect(clippy::disallowed_types, reason = "positions on a page, no legal numbers")]

mod device;
mod flow;
mod gaps;
mod grid;
mod join;
mod word;

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::Rect;

use super::ReadError;
use super::limit::{Budget, PAGES};
use crate::document::Document;

const KIND: &str = "PDF";
/// Deep nesting in hostile files must not end the program.
const STACK: usize = 64 << 20;

pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|it| it == b"%PDF-")
}

/// Reads on a thread of its own, so that a fault of the interpreter is an error and not the end.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let bytes = bytes.to_vec();
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || read_here(bytes));
    let broken =
        || ReadError::Broken { kind: KIND, detail: "isinya tidak dapat diuraikan".to_owned() };
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(result)) => result,
        Ok(Err(_)) | Err(_) => Err(broken()),
    }
}

fn read_here(bytes: Vec<u8>) -> Result<Document, ReadError> {
    let pdf = Pdf::new(bytes).map_err(|why| match why {
        LoadPdfError::Decryption(_) => ReadError::Encrypted { kind: KIND },
        LoadPdfError::Invalid => {
            ReadError::Broken { kind: KIND, detail: "susunan berkasnya tidak lengkap".to_owned() }
        }
    })?;
    let mut budget = Budget::new(KIND);
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        font_resolver: std::sync::Arc::new(device::font),
        render_annotations: false,
        ..InterpreterSettings::default()
    };
    let count = pdf.pages().len();
    if count > PAGES {
        return Err(ReadError::TooLarge { kind: KIND, what: "halaman", limit: PAGES.to_string() });
    }
    let mut pages = Vec::with_capacity(count);
    let mut glyphs = 0;
    for page in pdf.pages().iter() {
        let mut device = device::Ink::new(glyphs);
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            bounds,
            &cache,
            pdf.xref(),
            settings.clone(),
        );
        interpret_page(page, &mut context, &mut device);
        budget.clock()?;
        glyphs = device.count();
        if device.is_full() {
            return Err(ReadError::TooLarge {
                kind: KIND,
                what: "huruf",
                limit: super::limit::GLYPHS.to_string(),
            });
        }
        pages.push(device.page(f64::from(width), f64::from(height)));
    }
    if pages.iter().all(|it| it.words.is_empty()) {
        return Err(ReadError::NoText);
    }
    join::document(pages, &mut budget)
}

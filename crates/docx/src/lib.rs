//! Turns a document tree into a Word document that an office can go on working in.
//!
//! The tree of `selaras_domain::dokumen` that is set as PDF is written here as DOCX: styles that
//! can be changed, headings and captions that are numbered by Word, lists that it updates, tables
//! that repeat their heads. The same tree and the same version give the same bytes: no clock, no
//! file, no network.
//!
//! Word's fields count what the tree has counted already; [`counters`] makes sure that both come
//! to the same.

mod caption;
mod container;
mod contents;
mod counters;
mod cover;
mod drawing;
mod error;
mod heading;
mod index;
mod inline;
mod layout;
mod letters;
mod list;
mod paper;
mod para;
mod picture;
mod pieces;
mod plan;
mod section;
mod table;
mod tone;
mod writer;
mod xml;

use selaras_domain::dokumen::{Dokumen, Orientation, PageNumbers, Section};

use crate::container::Parts;
pub use crate::error::DocxError;
use crate::index::Index;
use crate::paper::Page;
pub use crate::paper::Paper;
use crate::picture::Pictures;
use crate::section::Margins;
use crate::writer::{Place, Writer};

/// How a document is rendered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub paper: Paper,
}

/// Renders a document to the bytes of a DOCX.
///
/// # Errors
///
/// References to nothing, labels given twice, drawings that are not SVG.
pub fn render(dokumen: &Dokumen, options: &Options) -> Result<Vec<u8>, DocxError> {
    let index = Index::of(dokumen)?;
    let pictures = Pictures::of(dokumen, cover::SIGN)?;
    let upright = Page::of(options.paper, Orientation::Portrait);
    let mut writer = Writer::new(&index, &pictures, upright);
    let mut margins = Margins::default();
    writer.cover(&dokumen.sampul, upright);

    let mut open: Option<&Section> = None;
    let mut before: Option<&Section> = None;
    let mut numbers: Option<PageNumbers> = None;
    let mut restarts = false;
    for section in &dokumen.sections {
        let goes_on = open.zip(before).is_some_and(|(open, before)| {
            open.page_numbers == section.page_numbers
                && open.orientation == section.orientation
                && writer.goes_on(&before.blocks, &section.blocks)
        });
        if !goes_on {
            if let Some(open) = open {
                writer.xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Sela\"/>");
                end_section(&mut writer, &mut margins, open, dokumen, options, restarts);
                writer.xml.raw("</w:pPr></w:p>");
            }
            // Front matter and body each count from one; annexes go on.
            restarts = section.page_numbers != PageNumbers::Continued
                && numbers != Some(section.page_numbers);
            numbers = Some(section.page_numbers);
            open = Some(section);
            writer.place = Place::on(Page::of(options.paper, section.orientation));
        }
        writer.blocks(&section.blocks, goes_on)?;
        before = Some(section);
    }
    match open {
        Some(open) => end_section(&mut writer, &mut margins, open, dokumen, options, restarts),
        None => writer.xml.raw("<w:sectPr/>"),
    }
    let parts = Parts {
        body: writer.xml.into_string(),
        numbering: writer.lists.into_xml(),
        margins,
        pictures: pictures.all(),
    };
    container::pack(dokumen, &parts)
}

fn end_section(
    writer: &mut Writer<'_>,
    margins: &mut Margins,
    section: &Section,
    dokumen: &Dokumen,
    options: &Options,
    restarts: bool,
) {
    let page = Page::of(options.paper, section.orientation);
    let konsep = dokumen.konsep.as_deref();
    margins.section(&mut writer.xml, section, page, restarts, &dokumen.kepala_halaman, konsep);
}

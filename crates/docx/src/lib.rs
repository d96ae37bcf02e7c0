//! Turns a document tree into a Word document that an office can go on working in.
//!
//! The tree of `selaras_domain::dokumen` that is set as PDF is written here as DOCX: styles that
//! can be changed, headings and captions that are numbered by Word, lists that it updates, tables
//! that repeat their heads. The same tree and the same version give the same bytes: no clock, no
//! file, no network.
//!
//! Word's fields count what the tree has counted already; `counters` makes sure that both come
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
use crate::picture::Pictures;
use crate::section::Margins;
use crate::writer::{Place, Writer};
pub use selaras_domain::dokumen::Paper;

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
    // Pictures take longer to draw than all the rest to write.
    let (drawn, written) = std::thread::scope(|scope| {
        let drawing = scope.spawn(|| pictures.draw());
        let written = write(dokumen, options, &index, &pictures);
        (drawing.join(), written)
    });
    let drawn = drawn.map_err(|_| DocxError::Stopped)??;
    let (writer, margins) = written?;
    let parts = Parts {
        body: writer.xml.into_string(),
        numbering: writer.lists.into_xml(),
        margins,
        pictures: &pictures,
        drawn,
    };
    container::pack(dokumen, &parts)
}

/// Writes the body, and what stands at the head and foot of its pages.
fn write<'a>(
    dokumen: &Dokumen,
    options: &Options,
    index: &'a Index<'a>,
    pictures: &'a Pictures<'a>,
) -> Result<(Writer<'a>, Margins), DocxError> {
    let upright = Page::of(options.paper, Orientation::Portrait);
    let mut writer = Writer::new(index, pictures, upright);
    let mut margins = Margins::default();
    if let Some(sampul) = &dokumen.sampul {
        writer.cover(sampul, upright);
    }
    let mut open: Option<Open<'_>> = None;
    let mut before: Option<&Section> = None;
    for section in &dokumen.sections {
        let goes_on = open.zip(before).is_some_and(|(open, before)| {
            open.section.page_numbers == section.page_numbers
                && open.section.orientation == section.orientation
                && writer.goes_on(&before.blocks, &section.blocks)
        });
        if !goes_on {
            if let Some(open) = open {
                writer.xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Sela\"/>");
                open.end(&mut writer, &mut margins, dokumen);
                writer.xml.raw("</w:pPr></w:p>");
            }
            // Front matter and body each count from one; annexes go on.
            let restarts = section.page_numbers != PageNumbers::Continued
                && open.map(|open| open.section.page_numbers) != Some(section.page_numbers);
            let page = Page::of(options.paper, section.orientation);
            open = Some(Open { section, page, restarts });
            writer.place = Place::on(page);
        }
        writer.blocks(&section.blocks, goes_on)?;
        before = Some(section);
    }
    match open {
        Some(open) => open.end(&mut writer, &mut margins, dokumen),
        None => writer.xml.raw("<w:sectPr/>"),
    }
    Ok((writer, margins))
}

/// A section whose end is still to come.
#[derive(Clone, Copy)]
struct Open<'a> {
    section: &'a Section,
    page: Page,
    restarts: bool,
}

impl Open<'_> {
    fn end(self, writer: &mut Writer<'_>, margins: &mut Margins, dokumen: &Dokumen) {
        let Open { section, page, restarts } = self;
        let konsep = dokumen.konsep.as_deref();
        margins.section(&mut writer.xml, section, page, restarts, &dokumen.kepala_halaman, konsep);
    }
}

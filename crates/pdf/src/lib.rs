//! Turns a document tree into a PDF that can be printed, read aloud and archived.
//!
//! The tree of `selaras_domain::dokumen` is written as Typst source over a fixed template
//! (`selaras.typ`), laid out in process, and exported as PDF/A-2a and PDF/UA-1. The same tree and
//! the same version give the same bytes: no clock, no file but the fonts that are asked for.

mod error;
mod escape;
mod fonts;
mod metrics;
mod overfull;
mod source;
mod table;
mod world;

use selaras_domain::dokumen::Dokumen;
pub use selaras_domain::dokumen::Paper;
use typst::World as _;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::syntax::DiagSpan;
use typst::{WorldExt as _, diag::Warned};
pub use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use crate::error::PdfError;
pub use crate::fonts::Fonts;
pub use crate::overfull::{Overfull, OverfullKind, overfull, page_texts};
use crate::world::DocumentWorld;

/// How a document is rendered.
#[derive(Clone, Debug)]
pub struct Options {
    pub paper: Paper,
    pub fonts: Fonts,
}

impl Default for Options {
    fn default() -> Options {
        Options { paper: Paper::A4, fonts: Fonts::embedded() }
    }
}

/// A finished PDF and what is known of it.
#[derive(Clone, Debug)]
pub struct Rendered {
    pub pdf: Vec<u8>,
    /// Physical pages, the cover included.
    pub pages: usize,
    /// Text that leaves its page or covers other text; empty in a document that may be signed.
    pub overfull: Vec<Overfull>,
}

/// Renders a document to the bytes of a PDF.
///
/// # Errors
///
/// References to nothing, letters without a glyph, and what Typst refuses or warns of.
pub fn render(dokumen: &Dokumen, options: &Options) -> Result<Vec<u8>, PdfError> {
    export(&lay_out(dokumen, options)?)
}

/// Renders a document and tells how many pages it has and whether anything is overfull.
///
/// # Errors
///
/// As [`render`].
pub fn render_checked(dokumen: &Dokumen, options: &Options) -> Result<Rendered, PdfError> {
    let document = lay_out(dokumen, options)?;
    // The export keeps one core busy; the look at the pages has the other.
    let (pdf, overfull) = std::thread::scope(|scope| {
        let looked = scope.spawn(|| overfull(&document));
        (export(&document), looked.join())
    });
    let overfull = overfull.map_err(|_| PdfError::Stopped { message: "overfull".to_owned() })?;
    let pages = document.pages().len();
    // Its million small parts take as long to give back as a page to set; nobody needs to wait.
    std::thread::spawn(move || drop(document));
    Ok(Rendered { pdf: pdf?, pages, overfull })
}

/// Lays a document out in pages, without writing the PDF.
///
/// # Errors
///
/// As [`render`], but for the promises that only the export can check.
pub fn lay_out(dokumen: &Dokumen, options: &Options) -> Result<PagedDocument, PdfError> {
    prepare(dokumen, options)?.lay_out()
}

/// Does what comes before the typesetter: writes the source, plans the tables, checks references
/// and letters.
///
/// # Errors
///
/// References to nothing, labels given twice, letters without a glyph.
pub fn prepare(dokumen: &Dokumen, options: &Options) -> Result<Prepared, PdfError> {
    let source = source::write(dokumen, options)?;
    Ok(Prepared(DocumentWorld::new(source.text, source.drawings, options.fonts.clone())))
}

/// A document that waits for the typesetter.
pub struct Prepared(DocumentWorld);

impl Prepared {
    /// The source in the language of Typst, without the template that it calls.
    pub fn source(&self) -> &str {
        self.0.text()
    }

    /// Lays the document out in pages.
    ///
    /// # Errors
    ///
    /// [`PdfError::Compile`] and [`PdfError::Warning`], which are faults of this crate.
    pub fn lay_out(&self) -> Result<PagedDocument, PdfError> {
        compile(&self.0)
    }
}

fn compile(world: &DocumentWorld) -> Result<PagedDocument, PdfError> {
    // Typst's cache holds a hundred megabytes for each document that was ever made, and a failed
    // one leaves as much behind. Emptied before and not after, so that the last document of a
    // process costs no time for it; a process that goes on calls `release_memory`.
    release_memory();
    let Warned { output, warnings } = guarded(|| typst::compile::<PagedDocument>(world))?;
    let document =
        output.map_err(|errors| PdfError::Compile { message: describe(world, &errors) })?;
    if !warnings.is_empty() {
        return Err(PdfError::Warning { message: describe(world, &warnings) });
    }
    Ok(document)
}

/// Gives back what the typesetter keeps of its last document, about a hundred megabytes.
pub fn release_memory() {
    comemo::evict(0);
}

/// Does work of the typesetter, whose panics become errors: a document must not end the program.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, PdfError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|it| (*it).to_owned());
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        PdfError::Stopped { message: text.unwrap_or_else(|| "no reason given".to_owned()) }
    })
}

/// Writes a layout as PDF/A-2a and PDF/UA-1.
///
/// # Errors
///
/// [`PdfError::Export`] when the layout breaks a promise of these standards.
pub fn export(document: &PagedDocument) -> Result<Vec<u8>, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| PdfError::Export { message: error.message().to_string() })?;
    let options = PdfOptions {
        creator: Smart::Custom(Some(format!("Selaras {}", env!("CARGO_PKG_VERSION")))),
        standards,
        ..PdfOptions::default()
    };
    guarded(|| typst_pdf::pdf(document, &options))?.map_err(|errors| {
        let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        PdfError::Export { message: messages.join("; ") }
    })
}

/// The messages of Typst with the line of the source that each is about.
fn describe(world: &DocumentWorld, diagnostics: &[SourceDiagnostic]) -> String {
    let lines: Vec<String> = diagnostics.iter().map(|one| describe_one(world, one)).collect();
    lines.join("; ")
}

fn describe_one(world: &DocumentWorld, diagnostic: &SourceDiagnostic) -> String {
    let place = |span: DiagSpan| {
        let source = world.source(span.id()?).ok()?;
        let range = world.range(span)?;
        let line = source.text()[..range.start].matches('\n').count() + 1;
        let excerpt: String = source.text()[range].chars().take(120).collect();
        let file = source.id().vpath().get_without_slash().to_owned();
        Some(format!(" ({file}:{line}: {excerpt})"))
    };
    let spans =
        std::iter::once(diagnostic.span).chain(diagnostic.trace.iter().map(|t| t.span.into()));
    let places: Vec<String> = spans.filter_map(place).take(3).collect();
    format!("{}{}", diagnostic.message, places.concat())
}

#[cfg(test)]
mod tests {
    use super::{PdfError, guarded};

    #[test]
    fn a_panic_of_the_typesetter_becomes_an_error() {
        let error = guarded(|| -> u8 { panic!("subtract with overflow") }).unwrap_err();
        assert!(matches!(error, PdfError::Stopped { message } if message.contains("overflow")));
    }
}

//! The typefaces of the paper, and where they come from.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::error::PdfError;
use crate::metrics::Metrics;

/// The family of text.
pub(crate) const SERIF: &str = "Libertinus Serif";
/// The family of headings, tables, captions and figures.
pub(crate) const SANS: &str = "Noto Sans";

/// A set of fonts, cheap to clone; the documents that share one share its parsed faces.
#[derive(Clone)]
pub struct Fonts(Arc<Set>);

struct Set {
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    metrics: LazyLock<Metrics, Box<dyn FnOnce() -> Metrics + Send>>,
}

static EMBEDDED: LazyLock<Fonts> = LazyLock::new(|| {
    let faces = embedded_files().filter_map(|data| Font::new(Bytes::new(data), 0)).collect();
    Fonts::of(faces)
});

/// Places of the wanted faces in the unnamed sequence of `typst-assets`, whose version is pinned:
/// Libertinus Serif in four styles, and `DejaVu` Sans Mono. Naming them by place spares the parsing
/// of twelve faces that are never used; a test holds the places to their names.
const OF_TYPST: [usize; 5] = [0, 1, 2, 3, 16];

/// Only the faces that the look uses; the families come as crates, no font file is ours.
fn embedded_files() -> impl Iterator<Item = &'static [u8]> {
    let sans = [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        notosans::ITALIC_TTF,
        notosans::BOLD_ITALIC_TTF,
    ];
    let of_typst = typst_assets::fonts()
        .enumerate()
        .filter_map(|(place, data)| OF_TYPST.contains(&place).then_some(data));
    sans.into_iter().chain(of_typst)
}

impl Fonts {
    /// The fonts that travel inside the program: Libertinus Serif, Noto Sans, and one face for
    /// marks that both lack.
    pub fn embedded() -> Fonts {
        EMBEDDED.clone()
    }

    /// The embedded fonts and those in a folder and its sub-folders (`.ttf`, `.otf`, `.ttc`).
    ///
    /// A face of the folder goes before an embedded one of the same family and style, and serves
    /// the characters that the embedded ones lack.
    ///
    /// # Errors
    ///
    /// [`PdfError::Fonts`] when the folder cannot be read or holds no font.
    pub fn with_path(path: &Path) -> Result<Fonts, PdfError> {
        let refuse = |reason: String| PdfError::Fonts { path: path.to_owned(), reason };
        let mut files = Vec::new();
        collect(path, &mut files).map_err(|error| refuse(error.to_string()))?;
        // The order of a folder differs between machines; the order of names does not.
        files.sort();
        let mut faces = Vec::new();
        for file in files {
            let data = std::fs::read(&file).map_err(|error| refuse(error.to_string()))?;
            faces.extend(Font::iter(Bytes::new(data)));
        }
        if faces.is_empty() {
            return Err(refuse("tidak ada berkas .ttf, .otf, atau .ttc".to_owned()));
        }
        faces.extend(Fonts::embedded().0.faces.iter().cloned());
        Ok(Fonts::of(faces))
    }

    fn of(faces: Vec<Font>) -> Fonts {
        let book = FontBook::from_fonts(&faces);
        let for_metrics = (book.clone(), faces.clone());
        let metrics: Box<dyn FnOnce() -> Metrics + Send> =
            Box::new(move || Metrics::new(&for_metrics.0, &for_metrics.1));
        Fonts(Arc::new(Set { book: LazyHash::new(book), faces, metrics: LazyLock::new(metrics) }))
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    pub(crate) fn face(&self, index: usize) -> Option<Font> {
        self.0.faces.get(index).cloned()
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Whether some face can draw the character.
    pub(crate) fn covers(&self, character: char) -> bool {
        (0..self.0.faces.len()).any(|index| {
            self.0.book.info(index).is_some_and(|info| info.coverage.contains(character.into()))
        })
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.book.families().map(|(family, _)| family)).finish()
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| {
            ["ttf", "otf", "ttc"].iter().any(|known| extension.eq_ignore_ascii_case(known))
        }) {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_fonts_are_the_three_families_of_the_look() {
        let fonts = Fonts::embedded();
        let faces: Vec<_> = fonts
            .0
            .faces
            .iter()
            .map(|face| {
                let info = face.info();
                (info.family.clone(), info.variant.weight.to_number(), info.variant.style)
            })
            .collect();
        use typst::text::FontStyle::{Italic, Normal};
        let four = |family: &str| {
            [(400, Normal), (700, Normal), (400, Italic), (700, Italic)]
                .map(|(weight, style)| (family.to_owned(), weight, style))
        };
        let mut expected = [four(SANS), four(SERIF)].concat();
        expected.push(("DejaVu Sans Mono".to_owned(), 400, Normal));
        assert_eq!(faces.len(), expected.len());
        assert!(expected.iter().all(|face| faces.contains(face)), "{faces:?}");
    }

    #[test]
    fn every_mark_of_a_status_can_be_drawn() {
        let fonts = Fonts::embedded();
        let missing: Vec<char> =
            "●◐▲◆○–?✓☑√−≥≤×÷·→…∑\u{2011}\u{00A0}".chars().filter(|&c| !fonts.covers(c)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_folder_without_fonts_is_refused_with_its_path() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let message = Fonts::with_path(&folder).expect_err("no font lives there").to_string();
        assert!(message.contains("src") && message.contains("--font-path"), "{message}");
    }
}

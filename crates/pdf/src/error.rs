//! What can go wrong between a document tree and its PDF.

use std::path::PathBuf;

/// Why a document could not be rendered.
///
/// The first four are about the user's data and speak Indonesian; the others say that the program
/// itself is at fault, and name the place in the generated source.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// A reference leads to a label that no block carries.
    #[error(
        "Rujukan «{text}» menunjuk «{label}», tetapi tidak ada bagian, tabel, atau gambar dengan \
         nama itu. Perbaiki nama pada rujukan, atau sertakan bagian yang dituju dalam susunan."
    )]
    UnresolvedReference { label: String, text: String },

    /// Two blocks carry the same label, so that a reference could not tell them apart.
    #[error(
        "Nama «{label}» dipakai oleh lebih dari satu bagian, tabel, atau gambar. Beri nama yang \
         berbeda, karena rujukan tidak dapat memilih."
    )]
    DuplicateLabel { label: String },

    /// Characters that no font at hand can draw.
    #[error(
        "Huruf «{characters}» tidak ada dalam fon yang tersedia (pada «{text}»). Ganti huruf itu, \
         atau berikan fon yang memuatnya melalui --font-path."
    )]
    MissingGlyph { characters: String, text: String },

    /// The folder of fonts cannot be read, or holds none.
    #[error("Fon pada {} tidak dapat dibaca: {reason}. Periksa folder pada --font-path.", path.display())]
    Fonts { path: PathBuf, reason: String },

    /// Typst refused the generated source: a fault of this crate.
    #[error("the document does not compile: {message}")]
    Compile { message: String },

    /// Typst or the export stopped in the middle: a fault of theirs that this source brings out.
    #[error("the typesetter stopped: {message}")]
    Stopped { message: String },

    /// Typst warned: a family that is not there, a layout that does not settle.
    #[error("the document compiles with a warning: {message}")]
    Warning { message: String },

    /// The layout exists but breaks a promise of PDF/A-2a or PDF/UA-1.
    #[error("the document cannot be archived: {message}")]
    Export { message: String },
}

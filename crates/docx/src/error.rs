//! What can go wrong between a document tree and its DOCX.

/// Why a document could not be rendered.
///
/// The first two are about the user's data and speak Indonesian; the others say that the program
/// itself is at fault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
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

    /// The text of a drawing is not SVG that can be drawn.
    #[error("the drawing «{alt}» cannot be drawn: {reason}")]
    Drawing { alt: String, reason: String },

    /// A drawing ended its thread.
    #[error("the drawing of pictures stopped in the middle")]
    Stopped,

    /// The file could not be put together.
    #[error("the parts of the document cannot be packed: {0}")]
    Container(#[from] zip::result::ZipError),

    /// Writing to memory failed.
    #[error("the parts of the document cannot be written: {0}")]
    Io(#[from] std::io::Error),
}

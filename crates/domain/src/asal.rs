//! Where a fact comes from.

use crate::DokumenId;

/// The source of a fact: which document says so, on which page, and what must be known about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asal {
    pub dokumen: Option<DokumenId>,
    /// Page or part of the document, as printed: `19`, `xii`, `Lampiran 6`.
    pub halaman: Option<String>,
    /// For example «tidak terbaca pada sumber».
    pub catatan: Option<String>,
}

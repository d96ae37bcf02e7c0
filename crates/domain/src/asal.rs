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

impl Asal {
    /// `hlm. 28` for a page number, arabic or roman; anything else (`Lampiran 6`) names its kind
    /// itself.
    pub fn page(&self) -> Option<String> {
        let page = self.halaman.as_deref()?;
        let is_number = page.bytes().all(|it| it.is_ascii_digit() || b"ivxlc-,".contains(&it));
        Some(if is_number { format!("hlm. {page}") } else { page.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_number_is_called_a_page() {
        let page = |it: &str| Asal { halaman: Some(it.to_owned()), ..Asal::default() }.page();
        assert_eq!(page("28-29").as_deref(), Some("hlm. 28-29"));
        assert_eq!(page("xii,19").as_deref(), Some("hlm. xii,19"));
        assert_eq!(page("Lampiran 6").as_deref(), Some("Lampiran 6"));
        assert_eq!(Asal::default().page(), None);
    }
}

//! What is known of the labelled blocks before the first is written: lists show it, references
//! need it, bookmarks are named after it.

use std::collections::HashMap;

use selaras_domain::dokumen::{Block, Contents, Dokumen, Drawing, Rank, Table};

use crate::error::DocxError;

/// A block with a label.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) kind: Kind,
    /// `3.1` of a heading, `Tabel 3.1` of a table; empty where the tree gives none.
    pub(crate) nomor: &'a str,
    pub(crate) judul: &'a str,
    /// Its place in the document, which names its bookmarks.
    pub(crate) ordinal: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading(Rank),
    Table,
    Drawing,
}

impl Entry<'_> {
    /// The bookmark around a heading or a caption.
    pub(crate) fn bookmark(&self) -> String {
        format!("_Toc{:06}", self.ordinal)
    }

    /// The bookmark around the number alone: `Tabel 3.1`.
    pub(crate) fn number_bookmark(&self) -> String {
        format!("_Ref{:06}", self.ordinal)
    }

    /// Whether it stands in a generated list.
    fn is_in(&self, contents: Contents) -> bool {
        match (contents, self.kind) {
            (Contents::DaftarIsi, Kind::Heading(rank)) => rank != Rank::Minor,
            (Contents::DaftarLampiran, Kind::Heading(rank)) => rank == Rank::Lampiran,
            (Contents::DaftarTabel, Kind::Table) | (Contents::DaftarGambar, Kind::Drawing) => {
                !self.nomor.is_empty()
            }
            _ => false,
        }
    }
}

/// The labelled blocks of a document.
pub(crate) struct Index<'a> {
    /// In the order of the document.
    entries: Vec<Entry<'a>>,
    by_label: HashMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    /// # Errors
    ///
    /// [`DocxError::DuplicateLabel`].
    pub(crate) fn of(dokumen: &'a Dokumen) -> Result<Index<'a>, DocxError> {
        let mut index = Index { entries: Vec::new(), by_label: HashMap::new() };
        dokumen.sections.iter().try_for_each(|section| index.blocks(&section.blocks))?;
        Ok(index)
    }

    /// # Errors
    ///
    /// [`DocxError::UnresolvedReference`] where no block carries the label.
    pub(crate) fn resolve(&self, label: &str, text: &str) -> Result<Entry<'a>, DocxError> {
        self.get(label).ok_or_else(|| DocxError::UnresolvedReference {
            label: label.to_owned(),
            text: text.to_owned(),
        })
    }

    pub(crate) fn get(&self, label: &str) -> Option<Entry<'a>> {
        self.by_label.get(label).map(|&place| self.entries[place])
    }

    /// What stands in a list, in its order.
    pub(crate) fn of_list(&self, contents: Contents) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(move |entry| entry.is_in(contents))
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), DocxError> {
        for block in Block::flat(blocks) {
            match block {
                Block::Heading { rank, nomor, judul, label } => {
                    let nomor = nomor.as_deref().map(short_number).unwrap_or_default();
                    self.add(label, Kind::Heading(*rank), nomor, judul)?;
                }
                Block::Table(Table { label, nomor, judul, .. }) => {
                    self.add(label, Kind::Table, nomor.as_deref().unwrap_or_default(), judul)?;
                }
                Block::Drawing(Drawing { label, nomor, judul, .. }) => {
                    self.add(label, Kind::Drawing, nomor.as_deref().unwrap_or_default(), judul)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        label: &'a str,
        kind: Kind,
        nomor: &'a str,
        judul: &'a str,
    ) -> Result<(), DocxError> {
        let ordinal = self.entries.len();
        if self.by_label.insert(label, ordinal).is_some() {
            return Err(DocxError::DuplicateLabel { label: label.to_owned() });
        }
        self.entries.push(Entry { kind, nomor, judul, ordinal: ordinal + 1 });
        Ok(())
    }
}

/// The number itself: `3` of `Bab 3`, since the word is the style's.
pub(crate) fn short_number(nomor: &str) -> &str {
    let nomor = nomor.trim();
    for word in ["bab ", "lampiran "] {
        if nomor.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) {
            return nomor[word.len()..].trim();
        }
    }
    nomor
}

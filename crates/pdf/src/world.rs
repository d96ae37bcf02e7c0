//! The world that Typst sees: two sources, the drawings, the fonts, and nothing else.
//!
//! Paths are fixed, because Typst keeps every path it has ever seen for the life of the process.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::Fonts;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static MAIN: LazyLock<FileId> = LazyLock::new(|| path("main.typ"));

/// The look, parsed once.
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(path("selaras.typ"), include_str!("selaras.typ").to_owned()));

fn path(name: &str) -> FileId {
    let name = VirtualPath::new(name).expect("the paths of this module are plain names");
    RootedPath::new(VirtualRoot::Project, name).intern()
}

/// The name under which the drawing at `index` is known to the generated source.
pub(crate) fn drawing_path(index: usize) -> String {
    format!("gambar-{index}.svg")
}

/// One document on its way through Typst.
pub(crate) struct DocumentWorld {
    main: Source,
    drawings: Vec<(FileId, Bytes)>,
    fonts: Fonts,
}

impl DocumentWorld {
    pub(crate) fn new(source: String, drawings: Vec<String>, fonts: Fonts) -> DocumentWorld {
        let drawings = drawings
            .into_iter()
            .enumerate()
            .map(|(index, svg)| (path(&drawing_path(index)), Bytes::from_string(svg)))
            .collect();
        DocumentWorld { main: Source::new(*MAIN, source), drawings, fonts }
    }

    pub(crate) fn text(&self) -> &str {
        self.main.text()
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN {
            Ok(self.main.clone())
        } else if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::NotFound(id.vpath().get_without_slash().into()))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let drawing = self.drawings.iter().find(|(path, _)| *path == id);
        drawing
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.face(index)
    }

    /// There is no clock: the date of a document is part of it.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

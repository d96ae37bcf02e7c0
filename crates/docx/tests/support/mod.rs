//! A rendered document, unpacked and read back.

#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use roxmltree::{Document, Node};
use selaras_docx::{Options, render};
use selaras_domain::dokumen::{Block, Dokumen};
use zip::ZipArchive;

pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(crate) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The LKjIP of an example.
pub(crate) fn lkjip(name: &str) -> Dokumen {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let berkas = selaras_package::read(&path).expect("the example is a valid package");
    let hasil = selaras_rules::measure(&berkas);
    selaras_reports::lkjip(&berkas, &hasil, &selaras_reports::Options::default())
        .expect("the example makes a report")
}

/// The files in a DOCX by their names.
pub(crate) struct Parts(BTreeMap<String, Vec<u8>>);

impl Parts {
    pub(crate) fn of(dokumen: &Dokumen) -> Parts {
        Parts::read(render(dokumen, &Options::default()).expect("the document can be rendered"))
    }

    pub(crate) fn read(docx: Vec<u8>) -> Parts {
        let mut zip = ZipArchive::new(Cursor::new(docx)).expect("it is a zip");
        let mut parts = BTreeMap::new();
        for place in 0..zip.len() {
            let mut file = zip.by_index(place).expect("the file is there");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it can be unpacked");
            parts.insert(file.name().expect("a name").into_owned(), bytes);
        }
        Parts(parts)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(crate) fn bytes(&self, name: &str) -> &[u8] {
        self.0.get(name).unwrap_or_else(|| panic!("{name} is not in the file"))
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        std::str::from_utf8(self.bytes(name)).expect("it is UTF-8")
    }

    pub(crate) fn xml(&self, name: &str) -> Document<'_> {
        let text = self.text(name);
        Document::parse(text).unwrap_or_else(|error| panic!("{name} is not well-formed: {error}"))
    }
}

/// All elements of a name of Word's.
pub(crate) fn all<'a, 'i>(
    of: Node<'a, 'i>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    of.descendants().filter(move |node| node.has_tag_name((W, name)))
}

pub(crate) fn child<'a, 'i>(of: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    of.children().find(|node| node.has_tag_name((W, name)))
}

/// The `w:val` of a child, through a path of names.
pub(crate) fn value<'a>(of: Node<'a, '_>, path: &[&str]) -> Option<&'a str> {
    let mut node = of;
    for name in path {
        node = child(node, name)?;
    }
    node.attribute((W, "val"))
}

/// The text that a reader sees in a node: results of fields, not their instructions.
pub(crate) fn shown(of: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in of.descendants() {
        if node.has_tag_name((W, "t")) {
            text.push_str(node.text().unwrap_or_default());
        } else if (node.has_tag_name((W, "tab")) && node.attribute((W, "pos")).is_none())
            || node.has_tag_name((W, "br"))
        {
            text.push(' ');
        }
    }
    plain(&text)
}

/// Blanks of every kind as one.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Calls a function with every block of a document, from outside in.
pub(crate) fn walk<'a>(dokumen: &'a Dokumen, see: &mut impl FnMut(&'a Block)) {
    fn blocks<'a>(of: &'a [Block], see: &mut impl FnMut(&'a Block)) {
        for block in of {
            see(block);
            match block {
                Block::List { items: parts, .. } | Block::Columns(parts) => {
                    parts.iter().for_each(|part| blocks(part, see));
                }
                Block::Box { blocks: inner, .. } => blocks(inner, see),
                _ => {}
            }
        }
    }
    dokumen.sections.iter().for_each(|section| blocks(&section.blocks, see));
}

//! Lists: Word's own numbering, begun anew for each list.

use selaras_domain::dokumen::{Block, Inline, Marker};

use crate::error::DocxError;
use crate::letters::{self, Weight};
use crate::paper::Twips;
use crate::para::{Numbering, Para, Type};
use crate::writer::Writer;
use crate::xml::Xml;

/// How far each level of a list is set in; `numbering.xml` says the same.
const STEP: Twips = 397;
/// Word knows nine levels.
const DEEPEST: usize = 8;
/// Size of the text, in half points.
const TEXT_SIZE: u32 = 22;

/// The list that numbers headings, which their styles name.
pub(crate) const HEADINGS: usize = 1;
/// The list of bullets, which has nothing to count.
const BULLETS: usize = 2;

/// The lists of a document: instances of the four kinds that `numbering.xml` describes.
#[derive(Default)]
pub(crate) struct Lists {
    counted: Vec<Counted>,
}

/// A list that begins at a number, of a kind.
struct Counted {
    kind: usize,
    level: usize,
    start: u32,
}

/// Kinds of lists in `numbering.xml`.
const HEADING_KIND: usize = 1;
const BULLET_KIND: usize = 2;
const NUMBER_KIND: usize = 3;
const LETTER_KIND: usize = 4;

impl Lists {
    /// The headings, but this level begins at a number.
    pub(crate) fn headings_from(&mut self, level: usize, start: u32) -> usize {
        self.add(HEADING_KIND, level, start)
    }

    fn add(&mut self, kind: usize, level: usize, start: u32) -> usize {
        self.counted.push(Counted { kind, level, start });
        BULLETS + self.counted.len()
    }

    /// The part of the file that describes them.
    pub(crate) fn into_xml(self) -> String {
        let (kinds, end) = KINDS.split_once("</w:numbering>").unwrap_or((KINDS, ""));
        let mut xml = Xml::default();
        xml.raw(kinds.trim_end());
        for (list, kind) in [(HEADINGS, HEADING_KIND), (BULLETS, BULLET_KIND)] {
            xml.put(format_args!(
                "<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{kind}\"/></w:num>"
            ));
        }
        for (place, Counted { kind, level, start }) in self.counted.iter().enumerate() {
            let list = BULLETS + 1 + place;
            xml.put(format_args!(
                "<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{kind}\"/>\
                 <w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/>\
                 </w:lvlOverride></w:num>"
            ));
        }
        xml.raw("</w:numbering>");
        xml.raw(end);
        xml.into_string()
    }
}

const KINDS: &str = include_str!("parts/numbering.xml");

impl Writer<'_> {
    pub(crate) fn list(&mut self, marker: Marker, items: &[Vec<Block>]) -> Result<(), DocxError> {
        let outer = self.place;
        let level = outer.depth.min(DEEPEST);
        let list = match marker {
            Marker::Bullet => Some(BULLETS),
            Marker::Number => Some(self.lists.add(NUMBER_KIND, level, 1)),
            Marker::Letter => Some(self.lists.add(LETTER_KIND, level, 1)),
            Marker::None => None,
        };
        let step = match list {
            Some(_) => STEP,
            None => widest_own_number(items),
        };
        for item in items {
            self.place = outer;
            let (first, rest) = match item.split_first() {
                Some((Block::Paragraph(inlines), rest)) => (inlines.as_slice(), rest),
                _ => (&[][..], item.as_slice()),
            };
            let mut para = Para::of("ListParagraph");
            para.indent = Some(outer.indent(step));
            match list {
                Some(list) => {
                    para.numbering = Some(Numbering { list, level });
                    self.open(para);
                    self.inlines(first, Type::default())?;
                    self.close();
                }
                None if first.is_empty() => {}
                None => {
                    self.open(para);
                    self.numbered_by_itself(first, step > 0)?;
                    self.close();
                }
            }
            self.place.left += step;
            self.place.depth += 1;
            self.blocks(rest, false)?;
        }
        self.place = outer;
        Ok(())
    }

    /// An item that brings its own number, which hangs before its text.
    fn numbered_by_itself(&mut self, inlines: &[Inline], hangs: bool) -> Result<(), DocxError> {
        if !hangs {
            return self.inlines(inlines, Type::default());
        }
        let mut inlines = inlines.to_vec();
        if let Some(Inline::Text(text)) = inlines.first_mut()
            && let Some((number, rest)) = own_number(text)
        {
            Type::default().text(&mut self.xml, number);
            *text = rest.to_owned();
        }
        Type::default().tab(&mut self.xml);
        self.inlines(&inlines, Type::default())
    }
}

/// Room for the longest number that the items of a list bring with them; zero without any.
fn widest_own_number(items: &[Vec<Block>]) -> Twips {
    let numbers = items.iter().filter_map(|item| match item.first() {
        Some(Block::Paragraph(inlines)) => match inlines.first() {
            Some(Inline::Text(text)) => own_number(text).map(|(number, _)| number),
            _ => None,
        },
        _ => None,
    });
    // The bold of the tables is as wide as the regular of the text, and a gap follows.
    let width = |number| letters::width(number, Weight::Bold, TEXT_SIZE) + 140;
    numbers.map(width).max().unwrap_or(0)
}

/// `1.2.3 Nama` is a number and a text; `3 orang` is not, because a number of an item has a dot or
/// a bracket.
fn own_number(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.split_once(' ')?;
    let letters = number.chars().filter(|c| c.is_alphabetic()).count();
    let shaped = number.contains(['.', ')'])
        && letters <= 1
        && number.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ')'));
    shaped.then_some((number, rest.trim_start()))
}

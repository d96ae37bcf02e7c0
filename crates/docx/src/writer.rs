//! Writes blocks into the body of a document: what all kinds of them share.

use selaras_domain::dokumen::{Block, Inline, Rank};

use crate::counters::Counters;
use crate::error::DocxError;
use crate::index::{Entry, Index, Kind};
use crate::list::Lists;
use crate::paper::{Page, Twips, from_tenth_mm};
use crate::para::{Indent, Para, Type};
use crate::picture::Pictures;
use crate::xml::Xml;

/// Lines longer than those of an upright page, of folio even, are hard to read.
pub(crate) const WIDEST_TEXT: Twips = from_tenth_mm(1660);

/// A generated list with fewer entries does not begin a page of its own after another list.
const SHORT_LIST: usize = 16;

/// A document in the making.
pub(crate) struct Writer<'a> {
    pub(crate) xml: Xml,
    pub(crate) index: &'a Index<'a>,
    pub(crate) pictures: &'a Pictures<'a>,
    pub(crate) counters: Counters,
    pub(crate) lists: Lists,
    pub(crate) place: Place,
    /// Pictures placed so far: each has a number of its own.
    pub(crate) placed: usize,
    /// The next paragraph begins a page.
    break_before: bool,
}

/// The room that blocks stand in.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// From the left margin of the page or of the cell.
    pub(crate) left: Twips,
    /// What tables and drawings may use, the part left of them included.
    pub(crate) width: Twips,
    pub(crate) height: Twips,
    /// How many lists it is inside of.
    pub(crate) depth: usize,
    /// Inside of a box or a column, where nothing stands out to the left.
    pub(crate) is_inner: bool,
}

impl Place {
    pub(crate) fn on(page: Page) -> Place {
        Place {
            left: 0,
            width: page.inner_width(),
            height: page.inner_height(),
            depth: 0,
            is_inner: false,
        }
    }

    /// What a cell of a width leaves.
    pub(crate) fn within(self, width: Twips) -> Place {
        Place { left: 0, width, depth: 0, is_inner: true, ..self }
    }

    /// Width of a table or a drawing.
    pub(crate) fn room(self) -> Twips {
        self.width.saturating_sub(self.left)
    }

    /// What keeps a paragraph from the edges; `hanging` is added on the left.
    pub(crate) fn indent(self, hanging: Twips) -> Indent {
        let right = self.width.saturating_sub(WIDEST_TEXT);
        Indent { left: self.left + hanging, right, hanging }
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(index: &'a Index<'a>, pictures: &'a Pictures<'a>, page: Page) -> Writer<'a> {
        Writer {
            xml: Xml::with_capacity(1 << 20),
            index,
            pictures,
            counters: Counters::default(),
            lists: Lists::default(),
            place: Place::on(page),
            placed: 0,
            break_before: false,
        }
    }

    /// Writes the blocks of a section; `after_list` where it goes on below a generated list.
    pub(crate) fn blocks(&mut self, blocks: &[Block], after_list: bool) -> Result<(), DocxError> {
        let mut rest = blocks;
        let mut after_list = after_list;
        while let Some((block, following)) = rest.split_first() {
            rest = following;
            let shares = after_list && self.begins_short_list(block, following);
            after_list = matches!(block, Block::Contents(_)) || shares;
            match (block, following) {
                // A place to sign does not stand on a page of its own.
                (Block::Paragraph(inlines), [Block::Signatures(_), ..]) => {
                    self.paragraph(inlines, true)?;
                }
                (Block::Table(table), [Block::Signatures(_), ..]) => self.table(table, true)?,
                (Block::Heading { rank, nomor, judul, label }, _) => {
                    self.heading(*rank, nomor.as_deref(), judul, label, shares)?;
                }
                _ => self.block(block)?,
            }
        }
        Ok(())
    }

    /// Whether a list begins here that is short enough to share the page of the one before it.
    pub(crate) fn begins_short_list(&self, block: &Block, following: &[Block]) -> bool {
        match (block, following) {
            (
                Block::Heading { rank: Rank::Bab, nomor: None, .. },
                [Block::Contents(contents), ..],
            ) => self.index.of_list(*contents).count() < SHORT_LIST,
            _ => false,
        }
    }

    fn block(&mut self, block: &Block) -> Result<(), DocxError> {
        match block {
            Block::Heading { rank, nomor, judul, label } => {
                self.heading(*rank, nomor.as_deref(), judul, label, false)
            }
            Block::Paragraph(inlines) => self.paragraph(inlines, false),
            Block::List { marker, items } => self.list(*marker, items),
            Block::Table(table) => self.table(table, false),
            Block::Drawing(drawing) => self.drawing(drawing),
            Block::Box { judul, blocks } => self.boxed(judul.as_deref(), blocks),
            Block::Columns(columns) => self.columns(columns),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Facts(facts) => self.facts(facts),
            Block::Signatures(people) => {
                self.signatures(people);
                Ok(())
            }
            Block::Contents(contents) => {
                self.contents(*contents);
                Ok(())
            }
            Block::Note(inlines) => self.note(inlines, false),
            Block::PageBreak => {
                self.break_before = true;
                Ok(())
            }
        }
    }

    /// Opens a paragraph, set in as its place asks.
    pub(crate) fn open(&mut self, mut para: Para<'_>) {
        if std::mem::take(&mut self.break_before) {
            para.page_break_before = Some(true);
        }
        let indent = self.place.indent(0);
        if para.indent.is_none() && indent != Indent::default() {
            para.indent = Some(indent);
        }
        para.open(&mut self.xml);
    }

    pub(crate) fn close(&mut self) {
        self.xml.raw("</w:p>");
    }

    /// A paragraph of one text.
    pub(crate) fn line(&mut self, para: Para<'_>, kind: Type<'_>, text: &str) {
        self.open(para);
        kind.text(&mut self.xml, text);
        self.close();
    }

    fn paragraph(&mut self, inlines: &[Inline], keep_next: bool) -> Result<(), DocxError> {
        self.open(Para { keep_next, ..Para::default() });
        self.inlines(inlines, Type::default())?;
        self.close();
        Ok(())
    }

    fn note(&mut self, inlines: &[Inline], keep_next: bool) -> Result<(), DocxError> {
        self.open(Para { keep_next, ..Para::of("Catatan") });
        self.inlines(inlines, Type::default())?;
        self.close();
        Ok(())
    }

    /// Remarks under a table or a drawing, and the distance to what follows.
    pub(crate) fn notes(
        &mut self,
        notes: &[Vec<Inline>],
        keep_next: bool,
    ) -> Result<(), DocxError> {
        notes.iter().try_for_each(|note| self.note(note, keep_next))?;
        self.distance(keep_next);
        Ok(())
    }

    /// The distance after a table, which Word has no other way to keep: a paragraph without text.
    pub(crate) fn gap(&mut self) {
        self.distance(false);
    }

    fn distance(&mut self, keep_next: bool) {
        Para { keep_next, ..Para::of("Jarak") }.open(&mut self.xml);
        self.close();
    }

    /// What begins a page but is no paragraph needs one before it.
    pub(crate) fn settle_break(&mut self) {
        if std::mem::take(&mut self.break_before) {
            let para = Para { page_break_before: Some(true), ..Para::of("Jarak") };
            para.open(&mut self.xml);
            self.close();
        }
    }

    /// Writes blocks inside of a cell of a width.
    pub(crate) fn inside(&mut self, width: Twips, blocks: &[Block]) -> Result<(), DocxError> {
        let outer = self.place;
        self.place = outer.within(width);
        self.blocks(blocks, false)?;
        self.place = outer;
        Ok(())
    }

    /// Writes a bookmark around what `inside` writes.
    pub(crate) fn bookmarked(&mut self, id: usize, name: &str, inside: impl FnOnce(&mut Self)) {
        self.xml.put(format_args!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"));
        inside(self);
        self.xml.put(format_args!("<w:bookmarkEnd w:id=\"{id}\"/>"));
    }

    /// Whether the words of its number stand in a bookmark of their own.
    pub(crate) fn has_numbered_caption(&self, entry: &Entry<'_>) -> bool {
        matches!(entry.kind, Kind::Table | Kind::Drawing) && !entry.nomor.is_empty()
    }

    /// Whether a section is one more short list that goes on below the lists of the one before.
    pub(crate) fn goes_on(&self, before: &[Block], blocks: &[Block]) -> bool {
        let after_list = matches!(before.last(), Some(Block::Contents(_)));
        match blocks.split_first() {
            Some((heading, rest @ [Block::Contents(_)])) => {
                after_list && self.begins_short_list(heading, rest)
            }
            _ => false,
        }
    }
}

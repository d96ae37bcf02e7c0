//! From Markdown events to blocks: headings, paragraphs, lists, bold and italics; nothing else.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Parser, Tag};
use selaras_domain::dokumen::{Block, Inline, Inlines, Marker, Rank};

use super::braces::Scanned;
use super::inline::{Expansion, push_text};
use super::{Piece, plain};

/// Reads the scanned text of the narrative `id`.
pub(super) fn read(id: &str, scanned: &Scanned, expansion: &mut Expansion<'_, '_>) -> Vec<Piece> {
    let events = Parser::new(&scanned.text).into_offset_iter().peekable();
    let mut reader = Reader { id, scanned, events, expansion, list_depth: 0 };
    reader.pieces()
}

struct Reader<'r, 'e, 'a> {
    id: &'r str,
    scanned: &'r Scanned,
    events: Peekable<OffsetIter<'r>>,
    expansion: &'r mut Expansion<'e, 'a>,
    /// Ordered lists inside ordered lists have letters.
    list_depth: usize,
}

impl Reader<'_, '_, '_> {
    fn fail(&mut self, range: &Range<usize>, message: &str) {
        self.expansion.fail(self.scanned.line_at(range.start), message.to_owned());
    }

    /// Blocks up to the end of what contains them.
    fn pieces(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Paragraph) => {
                    let raw = self.inlines(None);
                    match self.expansion.isi(&raw) {
                        Some(wanted) => pieces.push(Piece::Isi(wanted)),
                        None => {
                            let inlines = self.expansion.expand(raw);
                            pieces.push(Piece::Block(Block::Paragraph(inlines)));
                        }
                    }
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let raw = self.inlines(None);
                    let heading = self.heading(level, raw, &range);
                    pieces.extend(heading.map(Piece::Block));
                }
                Event::Start(Tag::List(start)) => {
                    if start.is_some_and(|it| it != 1) {
                        self.fail(&range, "daftar bernomor harus dimulai dari 1.");
                    }
                    pieces.push(Piece::Block(self.list(start.is_some())));
                }
                Event::Start(ref tag) if !is_inline(tag) => {
                    self.fail(&range, UNUSED);
                    self.skip();
                }
                Event::End(_) => return pieces,
                Event::Rule | Event::Html(_) => self.fail(&range, UNUSED),
                // The items of a tight list hold their text without a paragraph.
                inline => {
                    let raw = self.inlines(Some((inline, range)));
                    let inlines = self.expansion.expand(raw);
                    pieces.push(Piece::Block(Block::Paragraph(inlines)));
                }
            }
        }
        pieces
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        raw: Inlines,
        range: &Range<usize>,
    ) -> Option<Block> {
        let rank = match level {
            HeadingLevel::H2 => Rank::Sub,
            HeadingLevel::H3 => Rank::Minor,
            _ => {
                self.fail(
                    range,
                    "judul di dalam narasi hanya «##» dan «###»; judul bab dan subbab ada di \
                     bagian.csv.",
                );
                return None;
            }
        };
        let judul = plain(&self.expansion.expand(raw));
        let label = format!("{}-{}", self.id, slug(&judul));
        Some(Block::Heading { rank, nomor: None, judul, label })
    }

    /// The items of a list whose start has been read.
    fn list(&mut self, ordered: bool) -> Block {
        let marker = match (ordered, self.list_depth % 2) {
            (false, _) => Marker::Bullet,
            (true, 0) => Marker::Number,
            (true, _) => Marker::Letter,
        };
        self.list_depth += usize::from(ordered);
        let mut items = Vec::new();
        // A list holds nothing but items, so each turn reads one item up to its end.
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            let mut blocks = Vec::new();
            for piece in self.pieces() {
                match piece {
                    Piece::Block(block) => blocks.push(block),
                    Piece::Isi(wanted) => self.expansion.fail(
                        wanted.line,
                        "«isi» tidak dapat berdiri di dalam daftar. Pindahkan ke luar daftar."
                            .to_owned(),
                    ),
                }
            }
            items.push(blocks);
        }
        self.list_depth -= usize::from(ordered);
        Block::List { marker, items }
    }

    /// Text up to the end of what contains it, or, when it begins with an event of its own, up to
    /// the next block.
    fn inlines(&mut self, first: Option<(Event<'_>, Range<usize>)>) -> Inlines {
        let mut inlines = Vec::new();
        let is_loose = first.is_some();
        if let Some((event, range)) = first {
            self.inline(event, &range, &mut inlines);
        }
        loop {
            match self.events.peek() {
                None => return inlines,
                Some((Event::End(_), _)) => {
                    if !is_loose {
                        self.events.next();
                    }
                    return inlines;
                }
                Some((Event::Start(tag), _)) if is_loose && !is_inline(tag) => return inlines,
                Some(_) => {
                    let (event, range) = self.events.next().expect("it was peeked at");
                    self.inline(event, &range, &mut inlines);
                }
            }
        }
    }

    fn inline(&mut self, event: Event<'_>, range: &Range<usize>, inlines: &mut Inlines) {
        match event {
            Event::Text(text) => push_text(inlines, &text),
            Event::SoftBreak => push_text(inlines, " "),
            Event::HardBreak => inlines.push(Inline::LineBreak),
            Event::Start(Tag::Strong) => inlines.push(Inline::Strong(self.inlines(None))),
            Event::Start(Tag::Emphasis) => inlines.push(Inline::Emphasis(self.inlines(None))),
            Event::Start(_) => {
                self.fail(range, UNUSED);
                self.skip();
            }
            _ => self.fail(range, UNUSED),
        }
    }

    /// Passes over everything up to the end of what has just begun.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

const UNUSED: &str = "bentuk Markdown ini tidak dipakai dalam narasi. Pakai paragraf, «##», \
                      daftar, tebal, atau miring; tabel dan gambar dengan «{isi …}».";

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// A title as part of a label: lower-case letters and digits joined by hyphens.
pub(crate) fn slug(text: &str) -> String {
    let words = text.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

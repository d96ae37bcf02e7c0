//! document.xml, from top to bottom.

use super::numbering::Numbering;
use super::styles::Styles;
use crate::document::{Cell, Table};
use crate::read::ReadError;
use crate::read::limit::{Budget, NESTED_TABLES};
use crate::read::shape::{Paragraph, Shape};
use crate::read::xml::{Item, Tag, Xml};
use crate::words::tidy;

/// Twentieths of a point in one step of indentation.
const STEP: i64 = 280;

pub(super) struct Body<'s> {
    pub(super) styles: &'s Styles,
    pub(super) numbering: Numbering,
    pub(super) shape: Shape,
    pub(super) budget: Budget,
    pub(super) nested: usize,
}

/// What stands at block level.
enum Piece {
    Paragraph(Box<Paragraph>, i64),
    Table(Table),
}

/// Elements whose content is not on the page: deletions, alternatives, notes of properties.
const PASSED_OVER: [&str; 9] = [
    "del",
    "moveFrom",
    "Fallback",
    "sectPr",
    "delText",
    "instrText",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
];

impl Body<'_> {
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        loop {
            match xml.next()? {
                Item::Eof => return Ok(()),
                Item::Start(tag) => {
                    for piece in self.piece(&tag, xml)? {
                        self.put(piece);
                    }
                }
                Item::End(_) | Item::Text(_) => {}
            }
        }
    }

    /// The texts of the notes at the foot of pages.
    pub(super) fn footnotes(&mut self, xml: &mut Xml<'_>) -> Result<Vec<String>, ReadError> {
        let mut found = Vec::new();
        loop {
            match xml.next()? {
                Item::Eof => return Ok(found),
                Item::Start(tag) => {
                    for piece in self.piece(&tag, xml)? {
                        if let Piece::Paragraph(it, _) = piece
                            && !it.text.trim().is_empty()
                        {
                            found.push(it.text);
                        }
                    }
                }
                Item::End(_) | Item::Text(_) => {}
            }
        }
    }

    fn put(&mut self, piece: Piece) {
        match piece {
            Piece::Paragraph(it, _) => self.shape.paragraph(*it),
            Piece::Table(it) => self.shape.table(it, None),
        }
    }

    /// What an element at block level holds; containers are looked through by the caller's loop.
    fn piece(&mut self, tag: &Tag, xml: &mut Xml<'_>) -> Result<Vec<Piece>, ReadError> {
        match tag.name.as_str() {
            "p" => self.paragraph(xml),
            "tbl" => self.table(xml),
            name if PASSED_OVER.contains(&name) => {
                xml.skip()?;
                Ok(Vec::new())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>) -> Result<Vec<Piece>, ReadError> {
        self.budget.time()?;
        let mut text = String::new();
        let mut style: Option<String> = None;
        let mut outline = None;
        let mut list: Option<i64> = None;
        let mut level: Option<u8> = None;
        let mut indent = None;
        let mut is_sequence = false;
        let mut is_toc = false;
        let mut bold_letters = 0_usize;
        let mut run_bold: Option<bool> = None;
        let mut is_hidden = false;
        let mut boxes = Vec::new();
        let mut open = vec!["p".to_owned()];
        while !open.is_empty() {
            match xml.next()? {
                Item::Eof => break,
                Item::Text(it) => {
                    // Only what stands in <w:t> is text of the page.
                    if open.last().is_some_and(|it| it == "t") && !is_hidden {
                        if run_bold == Some(true) {
                            bold_letters += it.chars().filter(|it| it.is_alphanumeric()).count();
                        }
                        text.push_str(&it);
                    }
                }
                Item::End(_) => {
                    open.pop();
                }
                Item::Start(tag) => {
                    let in_mark =
                        open.iter().any(|it| it == "pPr") && open.iter().any(|it| it == "rPr");
                    match tag.name.as_str() {
                        "instrText" => {
                            let code = xml.text()?;
                            is_sequence |= code.trim_start().to_uppercase().starts_with("SEQ");
                            is_toc |= code.trim_start().to_uppercase().starts_with("PAGEREF");
                            continue;
                        }
                        "fldSimple" => {
                            is_sequence |= tag
                                .get("instr")
                                .is_some_and(|it| it.trim_start().to_uppercase().starts_with("SEQ"))
                        }
                        name if PASSED_OVER.contains(&name) => {
                            xml.skip()?;
                            continue;
                        }
                        "p" | "tbl" => {
                            // Inside a text box.
                            boxes.extend(self.piece(&tag, xml)?);
                            continue;
                        }
                        "pStyle" => style = tag.get("val").map(str::to_owned),
                        "outlineLvl" => {
                            outline = tag.number("val").and_then(|it| u8::try_from(it).ok())
                        }
                        "numId" => list = tag.number("val"),
                        "ilvl" => level = tag.number("val").and_then(|it| u8::try_from(it).ok()),
                        "ind" if open.last().is_some_and(|it| it == "pPr") => {
                            indent = tag.number("left").or(tag.number("start"))
                        }
                        "r" => {
                            run_bold = None;
                            is_hidden = false;
                        }
                        "b" if !in_mark => run_bold = Some(tag.is_on()),
                        "vanish" if !in_mark => is_hidden = tag.is_on(),
                        "tab" if !open.iter().any(|it| it == "pPr") => text.push('\t'),
                        "br" | "cr" => text.push(' '),
                        "noBreakHyphen" => text.push('-'),
                        "sym" => text.push(symbol(&tag)),
                        _ => {}
                    }
                    open.push(tag.name);
                }
            }
        }
        let meaning = style.as_deref().map(|it| self.styles.meaning(it)).unwrap_or_default();
        let numbering = match (list, level) {
            (Some(0), _) => None,
            (Some(list), level) => {
                Some((list, level.or(meaning.numbering.map(|it| it.1)).unwrap_or(0)))
            }
            (None, Some(level)) => meaning.numbering.map(|it| (it.0, level)),
            (None, None) => meaning.numbering,
        };
        let has_text = !text.trim().is_empty();
        let marker = numbering
            .filter(|_| has_text)
            .and_then(|(list, level)| self.numbering.next(list, level));
        let letters = text.chars().filter(|it| it.is_alphanumeric()).count();
        let heading = outline
            .filter(|it| *it < 9)
            .map(|it| it + 1)
            .or(meaning.heading)
            .filter(|_| has_text && !meaning.is_entry);
        let is_caption = meaning.is_caption || is_sequence;
        let paragraph = Paragraph {
            page: None,
            heading: heading.filter(|_| !is_caption),
            is_caption,
            is_entry: meaning.is_entry || (is_toc && text.contains('\t')),
            list_depth: numbering.map(|it| it.1),
            marker,
            is_bold: letters > 0
                && (bold_letters * 10 >= letters * 9 || meaning.is_bold && bold_letters == 0),
            text,
        };
        let indent = indent.unwrap_or(meaning.indent);
        let mut found = vec![Piece::Paragraph(Box::new(paragraph), indent)];
        found.append(&mut boxes);
        Ok(found)
    }

    /// A table; those inside its cells follow it.
    fn table(&mut self, xml: &mut Xml<'_>) -> Result<Vec<Piece>, ReadError> {
        self.nested += 1;
        if self.nested > NESTED_TABLES {
            return Err(ReadError::TooLarge {
                kind: super::KIND,
                what: "tabel di dalam tabel",
                limit: NESTED_TABLES.to_string(),
            });
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut head = 0;
        let mut inner = Vec::new();
        let mut open = 1_usize;
        while open > 0 {
            match xml.next()? {
                Item::Eof => break,
                Item::End(_) => open -= 1,
                Item::Text(_) => {}
                Item::Start(tag) if tag.name == "tr" => {
                    if let Some(is_head) = self.row(xml, &mut rows, &mut inner)?
                        && is_head
                        && head + 1 == rows.len()
                    {
                        head += 1;
                    }
                }
                Item::Start(tag) if PASSED_OVER.contains(&tag.name.as_str()) => xml.skip()?,
                Item::Start(_) => open += 1,
            }
        }
        self.nested -= 1;
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        self.budget.cells(width.saturating_mul(rows.len()))?;
        for row in &mut rows {
            row.resize(width, Cell::default());
        }
        // Tables that only place text side by side are paragraphs.
        let is_layout = width <= 1;
        let mut found = match is_layout {
            true => rows
                .into_iter()
                .flatten()
                .flat_map(|it| it.text.lines().map(str::to_owned).collect::<Vec<_>>())
                .map(|text| {
                    Piece::Paragraph(Box::new(Paragraph { text, ..Paragraph::default() }), 0)
                })
                .collect(),
            false => vec![Piece::Table(Table { caption: None, declared_head: head, rows })],
        };
        found.append(&mut inner);
        Ok(found)
    }

    /// Adds a row, and says whether it is repeated on every page; `None` for a deleted row.
    fn row(
        &mut self,
        xml: &mut Xml<'_>,
        rows: &mut Vec<Vec<Cell>>,
        inner: &mut Vec<Piece>,
    ) -> Result<Option<bool>, ReadError> {
        let index = rows.len();
        let mut row: Vec<Cell> = Vec::new();
        let mut is_head = false;
        let mut is_deleted = false;
        let mut open = vec!["tr".to_owned()];
        while !open.is_empty() {
            match xml.next()? {
                Item::Eof => break,
                Item::Text(_) => {}
                Item::End(_) => {
                    open.pop();
                }
                Item::Start(tag) => {
                    let in_properties = open.last().is_some_and(|it| it == "trPr");
                    match tag.name.as_str() {
                        "tc" => {
                            self.cell(xml, &mut row, index, rows, inner)?;
                            continue;
                        }
                        "tblHeader" => is_head = tag.is_on(),
                        "gridBefore" if in_properties => {
                            let before = tag
                                .number("val")
                                .and_then(|it| usize::try_from(it).ok())
                                .unwrap_or(0);
                            self.budget.columns(before)?;
                            row.resize(before, Cell::default());
                        }
                        "del" if in_properties => is_deleted = true,
                        name if PASSED_OVER.contains(&name) => {
                            xml.skip()?;
                            continue;
                        }
                        _ => {}
                    }
                    open.push(tag.name);
                }
            }
        }
        if is_deleted || row.is_empty() {
            return Ok(None);
        }
        rows.push(row);
        Ok(Some(is_head))
    }

    fn cell(
        &mut self,
        xml: &mut Xml<'_>,
        row: &mut Vec<Cell>,
        index: usize,
        above: &[Vec<Cell>],
        inner: &mut Vec<Piece>,
    ) -> Result<(), ReadError> {
        let mut span = 1_usize;
        let mut is_continued = false;
        let mut is_continued_across = false;
        let mut lines: Vec<String> = Vec::new();
        let mut indent = 0;
        let mut is_bold = true;
        let mut open = vec!["tc".to_owned()];
        while !open.is_empty() {
            match xml.next()? {
                Item::Eof => break,
                Item::Text(_) => {}
                Item::End(_) => {
                    open.pop();
                }
                Item::Start(tag) => {
                    match tag.name.as_str() {
                        "gridSpan" => {
                            span = tag
                                .number("val")
                                .and_then(|it| usize::try_from(it).ok())
                                .unwrap_or(1)
                                .max(1)
                        }
                        "vMerge" => is_continued = tag.get("val") != Some("restart"),
                        "hMerge" => is_continued_across = tag.get("val") != Some("restart"),
                        "p" | "tbl" => {
                            for piece in self.piece(&tag, xml)? {
                                match piece {
                                    Piece::Paragraph(it, left) => {
                                        let text = tidy(&it.text);
                                        if text.is_empty() {
                                            continue;
                                        }
                                        if lines.is_empty() {
                                            indent = left;
                                        }
                                        is_bold &= it.is_bold;
                                        lines.push(match &it.marker {
                                            Some(marker) => format!("{marker} {text}"),
                                            None => text,
                                        });
                                    }
                                    Piece::Table(it) => inner.push(Piece::Table(it)),
                                }
                            }
                            continue;
                        }
                        name if PASSED_OVER.contains(&name) => {
                            xml.skip()?;
                            continue;
                        }
                        _ => {}
                    }
                    open.push(tag.name);
                }
            }
        }
        self.budget.columns(row.len().saturating_add(span))?;
        self.budget.cells(span)?;
        let at = row.len();
        let origin = match (is_continued, is_continued_across) {
            (true, _) => index.checked_sub(1).and_then(|it| {
                let cell = above.get(it)?.get(at)?;
                Some(cell.merged_into.unwrap_or((it, at)))
            }),
            (_, true) => at.checked_sub(1).map(|it| row[it].merged_into.unwrap_or((index, it))),
            _ => None,
        };
        let cell = match origin {
            Some(origin) => {
                let from =
                    if origin.0 == index { &row[origin.1] } else { &above[origin.0][origin.1] };
                Cell { merged_into: Some(origin), ..from.clone() }
            }
            None => Cell {
                text: lines.join("\n"),
                indent: u8::try_from((indent / STEP).clamp(0, 9)).unwrap_or(0),
                bold: is_bold && !lines.is_empty(),
                ..Cell::default()
            },
        };
        let covered = Cell { merged_into: Some(origin.unwrap_or((index, at))), ..cell.clone() };
        row.push(cell);
        row.extend(std::iter::repeat_n(covered, span - 1));
        Ok(())
    }
}

/// A letter of a symbol font: ticks, mostly.
fn symbol(tag: &Tag) -> char {
    let code = tag.get("char").and_then(|it| u32::from_str_radix(it, 16).ok()).unwrap_or(0) & 0xff;
    match code {
        0xfc | 0xfe | 0x50 | 0x52 | 0xd6 => '√',
        0xb3 => '≥',
        0xa3 => '≤',
        0xb1 => '±',
        _ => '•',
    }
}

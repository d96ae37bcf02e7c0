//! XLSX: cells as a reader sees them, with the exact value behind each, and merges.

mod format;

use std::collections::{BTreeMap, HashMap};

use format::Format;

use super::ReadError;
use super::archive::Archive;
use super::limit::{Budget, CELLS};
use super::shape::Shape;
use super::sheet::Sheet;
use super::xml::{Item, Xml};
use crate::document::{Cell, Document};

const KIND: &str = "XLSX";
const BOOK: &str = "xl/workbook.xml";
/// Columns and rows that the format allows.
const MAX_COLUMN: usize = 16_384;
const MAX_ROW: usize = 1_048_576;

pub(super) fn is_xlsx(archive: &Archive<'_>) -> bool {
    archive.has(BOOK)
}

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Document, ReadError> {
    let mut budget = Budget::new(KIND);
    let strings = match archive.part("xl/sharedStrings.xml")? {
        Some(bytes) => strings(&mut Xml::new(KIND, "xl/sharedStrings.xml", &bytes), &mut budget)?,
        None => Vec::new(),
    };
    let styles = match archive.part("xl/styles.xml")? {
        Some(bytes) => styles(&mut Xml::new(KIND, "xl/styles.xml", &bytes))?,
        None => Vec::new(),
    };
    let mut shape = Shape::default();
    for (name, path) in sheets(archive)? {
        let Some(bytes) = archive.part(&path)? else { continue };
        let sheet = sheet(&mut Xml::new(KIND, &path, &bytes), &strings, &styles, &mut budget)?;
        shape.on_sheet(&name);
        sheet.put(&mut shape, &mut budget)?;
    }
    Ok(shape.finish())
}

/// Names of the visible sheets and where they are.
fn sheets(archive: &mut Archive<'_>) -> Result<Vec<(String, String)>, ReadError> {
    let mut targets: HashMap<String, String> = HashMap::new();
    if let Some(bytes) = archive.part("xl/_rels/workbook.xml.rels")? {
        let mut xml = Xml::new(KIND, "xl/_rels/workbook.xml.rels", &bytes);
        loop {
            match xml.next()? {
                Item::Eof => break,
                Item::Start(tag) if tag.name == "Relationship" => {
                    if let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target")) {
                        let path = match target.strip_prefix('/') {
                            Some(it) => it.to_owned(),
                            None => format!("xl/{target}"),
                        };
                        targets.insert(id.to_owned(), path);
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    let bytes = archive.part(BOOK)?.unwrap_or_default();
    let mut xml = Xml::new(KIND, BOOK, &bytes);
    loop {
        match xml.next()? {
            Item::Eof => return Ok(found),
            Item::Start(tag) if tag.name == "sheet" => {
                let is_hidden = matches!(tag.get("state"), Some("hidden" | "veryHidden"));
                let path = tag.get("id").and_then(|it| targets.get(it)).cloned();
                if let (Some(name), Some(path), false) = (tag.get("name"), path, is_hidden) {
                    found.push((name.to_owned(), path));
                }
            }
            _ => {}
        }
    }
}

fn strings(xml: &mut Xml<'_>, budget: &mut Budget) -> Result<Vec<String>, ReadError> {
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Item::Eof => return Ok(found),
            Item::Start(tag) if tag.name == "si" => {
                budget.time()?;
                if found.len() > CELLS {
                    return Err(ReadError::TooLarge {
                        kind: KIND,
                        what: "teks",
                        limit: CELLS.to_string(),
                    });
                }
                found.push(rich_text(xml)?);
            }
            _ => {}
        }
    }
}

/// The text of a cell up to its end, without phonetic help.
fn rich_text(xml: &mut Xml<'_>) -> Result<String, ReadError> {
    let mut text = String::new();
    let mut open = 1_usize;
    while open > 0 {
        match xml.next()? {
            Item::Eof => break,
            Item::End(_) => open -= 1,
            Item::Start(tag) if tag.name == "rPh" => xml.skip()?,
            Item::Start(tag) if tag.name == "t" => text.push_str(&xml.text()?),
            Item::Start(_) => open += 1,
            Item::Text(_) => {}
        }
    }
    Ok(text)
}

/// What a cell style says: number format, indentation, bold type.
#[derive(Clone, Debug, Default)]
struct Style {
    format: Format,
    indent: u8,
    is_bold: bool,
}

fn styles(xml: &mut Xml<'_>) -> Result<Vec<Style>, ReadError> {
    let mut codes: HashMap<i64, String> = HashMap::new();
    let mut bold_fonts: Vec<bool> = Vec::new();
    let mut found: Vec<Style> = Vec::new();
    let mut part = "";
    loop {
        match xml.next()? {
            Item::Eof => return Ok(found),
            Item::End(name) => {
                if matches!(name.as_str(), "fonts" | "cellXfs" | "numFmts") {
                    part = "";
                }
            }
            Item::Text(_) => {}
            Item::Start(tag) => match (part, tag.name.as_str()) {
                (_, "numFmts") => part = "numFmts",
                (_, "fonts") => part = "fonts",
                (_, "cellXfs") => part = "cellXfs",
                ("numFmts", "numFmt") => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode"))
                    {
                        codes.insert(id, code.to_owned());
                    }
                }
                ("fonts", "font") => bold_fonts.push(false),
                ("fonts", "b") => {
                    if let Some(last) = bold_fonts.last_mut() {
                        *last = tag.is_on();
                    }
                }
                ("cellXfs", "xf") => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let font =
                        tag.number("fontId").and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
                    let format = match codes.get(&id) {
                        Some(code) => Format::of_code(code),
                        None => Format::built_in(id),
                    };
                    found.push(Style {
                        format,
                        indent: 0,
                        is_bold: bold_fonts.get(font).copied().unwrap_or(false),
                    });
                }
                ("cellXfs", "alignment") => {
                    if let Some(last) = found.last_mut() {
                        last.indent =
                            tag.number("indent").and_then(|it| u8::try_from(it).ok()).unwrap_or(0);
                    }
                }
                _ => {}
            },
        }
    }
}

fn sheet(
    xml: &mut Xml<'_>,
    strings: &[String],
    styles: &[Style],
    budget: &mut Budget,
) -> Result<Sheet, ReadError> {
    let mut sheet = Sheet::default();
    let mut row = 0_usize;
    let mut next_column = 0_usize;
    loop {
        match xml.next()? {
            Item::Eof => return Ok(sheet),
            Item::Start(tag) => match tag.name.as_str() {
                "row" => {
                    row = tag
                        .number("r")
                        .and_then(|it| usize::try_from(it - 1).ok())
                        .unwrap_or(row + 1);
                    next_column = 0;
                }
                "c" => {
                    let at = tag.get("r").and_then(address).unwrap_or((row, next_column));
                    if at.0 >= MAX_ROW || at.1 >= MAX_COLUMN {
                        return Err(ReadError::TooLarge {
                            kind: KIND,
                            what: "baris atau kolom",
                            limit: format!("{MAX_ROW} × {MAX_COLUMN}"),
                        });
                    }
                    next_column = at.1 + 1;
                    let style = tag
                        .number("s")
                        .and_then(|it| styles.get(usize::try_from(it).ok()?))
                        .cloned()
                        .unwrap_or_default();
                    let kind = tag.get("t").unwrap_or("n").to_owned();
                    let (raw, inline) = value(xml)?;
                    let (text, exact) = match kind.as_str() {
                        "s" => (
                            raw.trim()
                                .parse::<usize>()
                                .ok()
                                .and_then(|it| strings.get(it))
                                .cloned()
                                .unwrap_or_default(),
                            None,
                        ),
                        "inlineStr" => (inline, None),
                        "str" | "e" => (raw, None),
                        "b" => (if raw.trim() == "1" { "BENAR" } else { "SALAH" }.to_owned(), None),
                        _ => style.format.print(raw.trim()),
                    };
                    if !text.trim().is_empty() {
                        budget.cells(1)?;
                        let cell = Cell {
                            text: text
                                .lines()
                                .map(crate::words::tidy)
                                .filter(|it| !it.is_empty())
                                .collect::<Vec<_>>()
                                .join("\n"),
                            value: exact,
                            address: Some(name(at)),
                            merged_into: None,
                            indent: style.indent.max(leading_steps(&text)),
                            bold: style.is_bold,
                        };
                        sheet.cells.entry(at.0).or_insert_with(BTreeMap::new).insert(at.1, cell);
                    }
                }
                "mergeCell" => {
                    let range = tag.get("ref").and_then(|it| it.split_once(':'));
                    if let Some((from, to)) =
                        range.and_then(|it| Some((address(it.0)?, address(it.1)?)))
                    {
                        budget.cells(1)?;
                        sheet.merges.push((from.0, from.1, to.0, to.1));
                    }
                }
                _ => {}
            },
            Item::End(_) | Item::Text(_) => {}
        }
    }
}

/// Three blanks in front of a text are a step of indentation.
fn leading_steps(text: &str) -> u8 {
    u8::try_from(text.chars().take_while(|it| *it == ' ').count() / 3).unwrap_or(0)
}

/// The value and the inline text of a cell, up to its end.
fn value(xml: &mut Xml<'_>) -> Result<(String, String), ReadError> {
    let (mut raw, mut inline) = (String::new(), String::new());
    let mut open = 1_usize;
    while open > 0 {
        match xml.next()? {
            Item::Eof => break,
            Item::End(_) => open -= 1,
            Item::Start(tag) => match tag.name.as_str() {
                "v" => raw = xml.text()?,
                "is" => inline = rich_text(xml)?,
                "f" => xml.skip()?,
                _ => open += 1,
            },
            Item::Text(_) => {}
        }
    }
    Ok((raw, inline))
}

/// "F12" as row and column from 0.
fn address(text: &str) -> Option<(usize, usize)> {
    let text = text.replace('$', "");
    let at = text.find(|it: char| it.is_ascii_digit())?;
    let (letters, digits) = text.split_at(at);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return Some((MAX_ROW, MAX_COLUMN));
    }
    let column = letters.bytes().try_fold(0_usize, |sum, it| {
        it.is_ascii_alphabetic().then(|| sum * 26 + usize::from(it.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn name((row, column): (usize, usize)) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{}", String::from_utf8_lossy(&letters), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_there_and_back() {
        for text in ["A1", "Z9", "AA10", "XFD1048576", "F12"] {
            assert_eq!(address(text).map(name).as_deref(), Some(text));
        }
        assert_eq!(address("$B$3"), Some((2, 1)));
    }
}

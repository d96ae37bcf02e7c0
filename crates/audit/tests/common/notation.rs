//! Documents as people can write them: tables with bars, text between them.
//!
//! ```text
//! # heading of a chapter            ## of a section
//! [Tabel 3.1 Capaian Kinerja]       the caption of the table below
//! | No | Indikator | Target |       a row; `^` is covered by the cell above, `<` by the one on the left
//! | 1  | >> Rinci  | *85*   |       `>` is a step of indentation, `*…*` is bold
//! anything else                     a paragraph
//! ```

#![allow(
    unreachable_pub,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "shared by tests and examples"
)]

use selaras_audit::document::{Block, Caption, CaptionKind, Cell, Content, Document, Place, Table};

pub fn document(text: &str) -> Document {
    let mut document = Document::default();
    let mut section = None;
    let mut caption = None;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if line.starts_with('|') {
            let texts = line.trim_matches('|').split('|').map(str::trim);
            rows.push(texts.map(cell).collect());
            continue;
        }
        if !rows.is_empty() {
            let content = Content::Table(table(std::mem::take(&mut rows), caption.take()));
            document.blocks.push(block(&section, content));
        }
        if line.is_empty() {
            continue;
        }
        if let Some(heading) = line.strip_prefix('#') {
            let level = 1 + heading.chars().take_while(|it| *it == '#').count();
            let text = heading.trim_start_matches('#').trim().to_owned();
            section = Some(text.clone());
            document
                .blocks
                .push(block(&section, Content::Heading { level: level.try_into().unwrap(), text }));
        } else if let Some(inner) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            let rest = inner.strip_prefix("Tabel ").unwrap_or(inner);
            let (number, text) = match rest.split_once(' ') {
                Some((number, text)) if number.starts_with(|it: char| it.is_ascii_digit()) => {
                    (Some(number.to_owned()), text)
                }
                _ => (None, rest),
            };
            caption = Some(Caption { kind: CaptionKind::Tabel, number, text: text.to_owned() });
        } else {
            document.blocks.push(block(&section, Content::Paragraph { text: line.to_owned() }));
        }
    }
    document
}

fn block(section: &Option<String>, content: Content) -> Block {
    Block { place: Place { section: section.clone(), ..Place::default() }, content }
}

fn cell(text: &str) -> Cell {
    let indent = text.chars().take_while(|it| *it == '>').count();
    let is_indent = indent > 0
        && text[indent..].starts_with(' ')
        && text[indent..].trim().starts_with(|it: char| it.is_alphabetic());
    let text = if is_indent { text[indent..].trim() } else { text };
    let bold = text.len() > 2 && text.starts_with('*') && text.ends_with('*');
    let text = if bold { text.trim_matches('*') } else { text };
    Cell {
        text: text.to_owned(),
        indent: if is_indent { indent.try_into().unwrap() } else { 0 },
        bold,
        ..Cell::default()
    }
}

/// Fills covered cells with the text that covers them.
fn table(mut rows: Vec<Vec<Cell>>, caption: Option<Caption>) -> Table {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, Cell::default());
    }
    for row in 0..rows.len() {
        for column in 0..width {
            let from = match rows[row][column].text.as_str() {
                "^" if row > 0 => (row - 1, column),
                "<" if column > 0 => (row, column - 1),
                _ => continue,
            };
            let origin = rows[from.0][from.1].merged_into.unwrap_or(from);
            rows[row][column] = Cell { merged_into: Some(origin), ..rows[from.0][from.1].clone() };
        }
    }
    Table { caption, declared_head: 0, rows }
}

//! A report written as plain text, so that cases are readable: the notation of the files beside this one.
//!
//! ```text
//! % a remark
//! ## 3.1 Capaian          a heading; as many # as its level
//! @page 12                the page of what follows
//! Lines of a paragraph,
//! until an empty line.
//! 1. An item of a list    also «a.», «a)», «(1)», «-»; two spaces in front for each depth
//! Tabel 3.1. Caption      of the table that follows, or alone
//! | a | b |               a row of a table; «^» repeats the cell above, «<» the one to the left
//! isi: Tabel 3.1 … 12     an entry of a list of contents
//! ```

use selaras_audit::Document;
use selaras_audit::document::{Block, Caption, CaptionKind, Cell, Content, Place, Table};

pub(crate) fn document(text: &str) -> Document {
    let mut reader = Reader::default();
    for line in text.lines() {
        reader.line(line);
    }
    reader.flush();
    Document { blocks: reader.blocks, not_understood: Vec::new() }
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    place: Place,
    /// The text that is being collected.
    open: Option<Content>,
    caption: Option<Caption>,
    table: Option<Table>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let trimmed = line.trim();
        if trimmed.starts_with('%') {
            return;
        }
        if let Some(row) = trimmed.strip_prefix('|') {
            self.flush_text();
            self.row(row);
            return;
        }
        self.flush_table();
        if trimmed.is_empty() {
            self.flush_text();
        } else if let Some(heading) = trimmed.strip_prefix('#') {
            self.flush();
            let level = 1 + heading.chars().take_while(|it| *it == '#').count();
            let text = heading.trim_start_matches('#').trim().to_owned();
            self.place.section = Some(text.clone());
            self.push(Content::Heading { level: u8::try_from(level).unwrap_or(9), text });
        } else if let Some(page) = trimmed.strip_prefix("@page ") {
            self.flush();
            self.place.page = page.trim().parse().ok();
        } else if let Some(entry) = trimmed.strip_prefix("isi: ") {
            self.flush();
            let (text, page) = match entry.rsplit_once('…') {
                Some((text, page)) => (text.trim(), Some(page.trim().to_owned())),
                None => (entry, None),
            };
            self.push(Content::ContentsEntry { text: text.to_owned(), page });
        } else if let Some(caption) = caption(trimmed) {
            self.flush();
            self.caption = Some(caption);
        } else if let Some((marker, text)) = item(trimmed) {
            self.flush();
            let spaces = line.len() - line.trim_start().len();
            let depth = u8::try_from(spaces / 2).unwrap_or(9);
            self.open = Some(Content::ListItem { depth, marker, text: text.to_owned() });
        } else {
            match &mut self.open {
                Some(Content::Paragraph { text } | Content::ListItem { text, .. }) => {
                    *text = format!("{text} {trimmed}");
                }
                _ => {
                    self.flush_caption();
                    self.open = Some(Content::Paragraph { text: trimmed.to_owned() });
                }
            }
        }
    }

    fn row(&mut self, row: &str) {
        let table = self.table.get_or_insert_with(Table::default);
        let mut cells: Vec<Cell> = Vec::new();
        for (column, text) in row.trim_end_matches('|').split('|').map(str::trim).enumerate() {
            let at = table.rows.len();
            let origin = match text {
                "^" => at.checked_sub(1).map(|row| (row, column)),
                "<" => column.checked_sub(1).map(|column| (at, column)),
                _ => None,
            };
            let covered = |(row, column): (usize, usize)| -> Option<&Cell> {
                if row == at { cells.get(column) } else { table.rows[row].get(column) }
            };
            let cell = match origin.and_then(|it| covered(it).map(|cell| (it, cell))) {
                Some((place, above)) => Cell {
                    text: above.text.clone(),
                    merged_into: Some(above.merged_into.unwrap_or(place)),
                    ..Cell::default()
                },
                None => Cell { text: text.replace(" / ", "\n"), ..Cell::default() },
            };
            cells.push(cell);
        }
        table.rows.push(cells);
    }

    fn flush(&mut self) {
        self.flush_text();
        self.flush_table();
        self.flush_caption();
    }

    fn flush_text(&mut self) {
        if let Some(content) = self.open.take() {
            self.push(content);
        }
    }

    fn flush_table(&mut self) {
        if let Some(mut table) = self.table.take() {
            table.caption = self.caption.take();
            let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
            for row in &mut table.rows {
                row.resize(width, Cell::default());
            }
            self.push(Content::Table(table));
        }
    }

    fn flush_caption(&mut self) {
        if let Some(caption) = self.caption.take() {
            self.push(Content::Caption(caption));
        }
    }

    fn push(&mut self, content: Content) {
        self.blocks.push(Block { place: self.place.clone(), content });
    }
}

/// "Tabel 3.1. Caption" at the start of a line, with a number.
fn caption(line: &str) -> Option<Caption> {
    let (kind, rest) = [("Tabel", CaptionKind::Tabel), ("Gambar", CaptionKind::Gambar)]
        .into_iter()
        .find_map(|(word, kind)| Some((kind, line.strip_prefix(word)?)))?;
    let rest = rest.trim_start_matches(['.', ' ']);
    let (number, text) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_number = number.starts_with(|it: char| it.is_ascii_digit() || "IVX".contains(it));
    let begins = text.is_empty() || text.starts_with(char::is_uppercase);
    (is_number && begins).then(|| Caption {
        kind,
        number: Some(number.trim_end_matches(['.', ':']).to_owned()),
        text: text.trim().to_owned(),
    })
}

/// The marker and the text of an item of a list.
fn item(line: &str) -> Option<(Option<String>, &str)> {
    if let Some(text) = line.strip_prefix("- ") {
        return Some((None, text));
    }
    let (marker, text) = line.split_once(' ')?;
    let inner = marker.trim_matches(['(', ')', '.']);
    let is_marker = marker.len() <= inner.len() + 2
        && marker.ends_with(['.', ')'])
        && (inner.len() == 1 && inner.starts_with(|it: char| it.is_ascii_lowercase())
            || !inner.is_empty()
                && inner.len() <= 5
                && inner.chars().all(|it| it.is_ascii_digit() || it == '.'));
    is_marker.then(|| (Some(marker.to_owned()), text.trim_start()))
}

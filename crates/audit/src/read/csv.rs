//! CSV: fields between commas, semicolons, tabs or bars.

use super::ReadError;
use super::limit::Budget;
use super::shape::Shape;
use super::sheet::Sheet;
use crate::document::{Cell, Document};

const KIND: &str = "CSV";

/// Whether bytes are text at all.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    !head.is_empty() && !head.contains(&0) && head.iter().filter(|it| **it < 9).count() == 0
}

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut budget = Budget::new(KIND);
    // One sign ends every line, the last too, so that the line after a record tells its own.
    let mut text = text(bytes).replace("\r\n", "\n");
    text.push('\n');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut record = csv::StringRecord::new();
    loop {
        // The reader passes over blank lines; what separates tables is where the next record begins.
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(why) => return Err(ReadError::Broken { kind: KIND, detail: why.to_string() }),
        }
        budget.columns(record.len())?;
        budget.cells(record.len())?;
        let line = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
        let cells: std::collections::BTreeMap<usize, Cell> = record
            .iter()
            .enumerate()
            .filter(|it| !it.1.trim().is_empty())
            .map(|(index, text)| (index, Cell { text: text.trim().to_owned(), ..Cell::default() }))
            .collect();
        if !cells.is_empty() {
            sheet.cells.insert(line, cells);
        }
    }
    let mut shape = Shape::default();
    sheet.put(&mut shape, &mut budget)?;
    Ok(shape.finish())
}

/// UTF-8, or what older programs write.
fn text(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(it) => it.to_owned(),
        Err(_) => bytes.iter().map(|it| char::from(*it)).collect(),
    }
}

/// The delimiter that cuts the first lines most evenly.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|it| !it.trim().is_empty()).take(40).collect();
    let count = |line: &str, sign: u8| {
        let mut is_quoted = false;
        line.bytes()
            .filter(|it| {
                is_quoted ^= *it == b'"';
                *it == sign && !is_quoted
            })
            .count()
    };
    let score = |sign: &u8| {
        let counts: Vec<usize> =
            lines.iter().map(|it| count(it, *sign)).filter(|it| *it > 0).collect();
        let common = counts
            .iter()
            .map(|it| counts.iter().filter(|other| *other == it).count())
            .max()
            .unwrap_or(0);
        // A decimal comma occurs in many lines too, but not the same number of times in all of them.
        (common, counts.len())
    };
    [b';', b'\t', b'|', b','].into_iter().max_by_key(|it| (score(it), *it != b',')).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_lines_of_windows_lose_no_row() {
        let document = super::read(b"No;Target\r\n1;80\r\n\r\nLain;Nilai\r\n2;90\r\n").unwrap();
        let sizes: Vec<usize> = document
            .blocks
            .iter()
            .filter_map(|it| match &it.content {
                crate::document::Content::Table(table) => Some(table.rows.len()),
                _ => None,
            })
            .collect();
        assert_eq!(sizes, [2, 2]);
    }

    #[test]
    fn finds_the_delimiter_in_spite_of_decimal_commas() {
        assert_eq!(delimiter("No;Target;Realisasi\n1;80,5;92,1\n2;70;71,5\n"), b';');
        assert_eq!(delimiter("No,Target\n1,\"80,5\"\n"), b',');
        assert_eq!(delimiter("a\tb\n1\t2\n"), b'\t');
    }
}

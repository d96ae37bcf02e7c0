//! An XLSX made from the model: typed numbers with formats, merges, a caption line above each table.

#![allow(
    unreachable_pub,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "shared by tests and examples"
)]

use rust_xlsxwriter::{Format, Workbook};
use selaras_audit::document::{Content, Document};

pub fn xlsx(document: &Document) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut at = 0_u32;
    for block in &document.blocks {
        match &block.content {
            Content::Heading { text, .. }
            | Content::Paragraph { text }
            | Content::ListItem { text, .. } => {
                sheet.write_string(at, 0, text).unwrap();
                at += 2;
            }
            Content::Table(table) => {
                if let Some(caption) = &table.caption {
                    let number = caption
                        .number
                        .as_ref()
                        .map(|it| format!("Tabel {it} "))
                        .unwrap_or_default();
                    sheet.write_string(at, 0, format!("{number}{}", caption.text)).unwrap();
                    at += 1;
                }
                for (r, row) in table.rows.iter().enumerate() {
                    for (c, cell) in row.iter().enumerate() {
                        let place = (at + u32::try_from(r).unwrap(), u16::try_from(c).unwrap());
                        if cell.merged_into.is_some() {
                            continue;
                        }
                        let (mut bottom, mut right) = (r, c);
                        while table
                            .rows
                            .get(bottom + 1)
                            .is_some_and(|it| it[c].merged_into == Some((r, c)))
                        {
                            bottom += 1;
                        }
                        while row.get(right + 1).is_some_and(|it| it.merged_into == Some((r, c))) {
                            right += 1;
                        }
                        let mut format = Format::new().set_indent(cell.indent);
                        if cell.bold {
                            format = format.set_bold();
                        }
                        if (bottom, right) != (r, c) {
                            let to = (
                                at + u32::try_from(bottom).unwrap(),
                                u16::try_from(right).unwrap(),
                            );
                            sheet
                                .merge_range(place.0, place.1, to.0, to.1, &cell.text, &format)
                                .unwrap();
                            continue;
                        }
                        match typed(&cell.text) {
                            Some((value, code)) => {
                                sheet
                                    .write_number_with_format(
                                        place.0,
                                        place.1,
                                        value,
                                        &format.set_num_format(code),
                                    )
                                    .unwrap();
                            }
                            None => {
                                sheet
                                    .write_string_with_format(place.0, place.1, &cell.text, &format)
                                    .unwrap();
                            }
                        }
                    }
                }
                at += u32::try_from(table.rows.len()).unwrap() + 1;
            }
            Content::Caption(_) | Content::ContentsEntry { .. } => {}
        }
    }
    book.save_to_buffer().unwrap()
}

/// A plain number or percentage as a typed value with its format.
fn typed(text: &str) -> Option<(f64, String)> {
    let (bare, is_percent) = match text.strip_suffix('%') {
        Some(it) => (it, true),
        None => (text, false),
    };
    let marks: Vec<char> = bare.chars().filter(|it| !it.is_ascii_digit()).collect();
    let (whole, places) = match marks.as_slice() {
        [] => (bare.to_owned(), 0),
        [',' | '.'] => {
            let (head, tail) = bare.split_once([',', '.'])?;
            if tail.len() == 3 && head != "0" {
                (format!("{head}{tail}"), 0)
            } else {
                (format!("{head}.{tail}"), tail.len())
            }
        }
        // A kode such as 5.04.02 has no groups of three.
        many if many.iter().all(|it| *it == '.')
            && bare.split('.').skip(1).all(|it| it.len() == 3) =>
        {
            (bare.replace('.', ""), 0)
        }
        _ => return None,
    };
    let value: f64 = whole.parse().ok()?;
    let decimals = if places > 0 { format!(".{}", "0".repeat(places)) } else { String::new() };
    let group = if marks.len() > 1 || (marks.len() == 1 && places == 0) { "#,##0" } else { "0" };
    match is_percent {
        true => Some((value / 100.0, format!("{group}{decimals}%"))),
        false => Some((value, format!("{group}{decimals}"))),
    }
}

//! The tables of the examples' reports, read back from the workbook by another library.

#![allow(clippy::disallowed_types, reason = "calamine gives the numbers of a workbook as such")]

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use selaras_domain::dokumen::{
    Align, Block, Dokumen, Inline, RowKind, Slot, Table, grid, rows, span,
};
use selaras_xlsx::{Error, tables_as_xlsx};

fn lkjip(name: &str) -> Dokumen {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let berkas = selaras_package::read(&path).expect("the example is a valid package");
    let hasil = selaras_rules::measure(&berkas);
    selaras_reports::lkjip(&berkas, &hasil, &selaras_reports::Options::default())
        .expect("the example makes a report")
}

fn tables(dokumen: &Dokumen) -> Vec<&Table> {
    fn collect<'a>(blocks: &'a [Block], into: &mut Vec<&'a Table>) {
        for block in blocks {
            match block {
                Block::Table(table) => into.push(table),
                Block::Box { blocks, .. } => collect(blocks, into),
                Block::List { items: parts, .. } | Block::Columns(parts) => {
                    parts.iter().for_each(|part| collect(part, into));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    dokumen.sections.iter().for_each(|section| collect(&section.blocks, &mut found));
    found
}

fn plain(inlines: &[Inline]) -> String {
    let part = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Figure { text, .. } | Inline::Reference { text, .. } => {
            text.clone()
        }
        Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
        Inline::LineBreak => "\n".to_owned(),
    };
    inlines.iter().map(part).collect()
}

/// A number as the report prints it: `85,8%` of 0.858.
fn printed(value: f64, like: &str) -> String {
    let decimals = like.trim_end_matches('%').split_once(',').map_or(0, |(_, it)| it.len());
    let percent = like.ends_with('%');
    let value = if percent { value * 100.0 } else { value };
    let text = format!("{:.decimals$}", value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let sign = if value < 0.0 { like.chars().next().filter(|c| !c.is_ascii_digit()) } else { None };
    let sign = sign.map(String::from).unwrap_or_default();
    let close = if sign == "(" { ")" } else { "" };
    let part = if part.is_empty() { String::new() } else { format!(",{part}") };
    let unit = if like.starts_with("Rp") { "Rp" } else { "" };
    format!("{unit}{sign}{grouped}{part}{}{close}", if percent { "%" } else { "" })
}

#[test]
fn every_cell_is_there_and_numbers_are_numbers() {
    for name in ["bkpsdm-dumai-2023", "dinkes-contoh-2024"] {
        let dokumen = lkjip(name);
        let tables = tables(&dokumen);
        let bytes = tables_as_xlsx(&dokumen).expect("written");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let sheets = book.sheet_names();
        assert_eq!(sheets.len(), tables.len() + 1, "{name}: a list, and a sheet for each table");
        let mut numbers = 0;
        for (table, sheet) in tables.iter().zip(&sheets[1..]) {
            if let Some(nomor) = &table.nomor {
                assert_eq!(sheet, nomor);
            }
            let range = book.worksheet_range(sheet).expect("the sheet");
            let at = |row: usize, column: usize| {
                let (row, column) = (u32::try_from(row), u32::try_from(column));
                range.get_value((row.expect("few"), column.expect("few"))).unwrap_or(&Data::Empty)
            };
            let places = grid(table);
            for (row, (kind, cells)) in rows(table).enumerate() {
                for (column, slot) in places[row].iter().enumerate() {
                    let Slot::Cell(index) = *slot else { continue };
                    let cell = &cells[index];
                    let text = plain(&cell.content);
                    let place = format!("{name} {sheet} {row} {column}: {text}");
                    match at(row + 3, column) {
                        Data::Float(value) => {
                            assert_eq!(printed(*value, &text), text, "{place}");
                            numbers += 1;
                        }
                        Data::String(found) => {
                            assert_eq!(*found, text, "{place}");
                            let is_amount = text.len() > 7
                                && text.chars().all(|c| c.is_ascii_digit() || c == '.')
                                && text.rsplit('.').next().is_some_and(|it| it.len() == 3);
                            let right = cell.align.unwrap_or(table.columns[column].align);
                            let in_body = !matches!(kind, None | Some(RowKind::Numbers));
                            assert!(
                                !(is_amount && in_body && right == Align::Right),
                                "{place}: text that is a number"
                            );
                        }
                        Data::Empty => assert_eq!(text, "", "{place}"),
                        other => panic!("{place}: {other:?}"),
                    }
                }
            }
            let last = places.len() + 4;
            for (row, note) in (last..).zip(&table.notes) {
                assert_eq!(at(row, 0), &Data::String(plain(note)), "{name} {sheet}");
            }
        }
        assert!(numbers > 200, "{name}: {numbers} numbers");
    }
}

#[test]
fn spans_are_merged() {
    let dokumen = lkjip("bkpsdm-dumai-2023");
    let bytes = tables_as_xlsx(&dokumen).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheets = book.sheet_names();
    let mut merged = 0;
    for (table, sheet) in tables(&dokumen).into_iter().zip(&sheets[1..]) {
        let mut wanted = Vec::new();
        let places = grid(table);
        for (row, line) in places.iter().enumerate() {
            for column in (0..line.len()).filter(|it| matches!(line[*it], Slot::Cell(_))) {
                let reaches = |line: &&Vec<Slot>| matches!(line[column], Slot::Above { .. });
                let down = places[row + 1..].iter().take_while(reaches).count();
                let across = span(line, column) - 1;
                if down + across > 0 {
                    let number = |it: usize| u32::try_from(it).expect("few");
                    wanted.push((
                        (number(row + 3), number(column)),
                        (number(row + 3 + down), number(column + across)),
                    ));
                }
            }
        }
        let found = book.merge_cells_by_sheet_name(sheet).expect("readable");
        let mut found: Vec<_> = found.iter().map(|it| (it.start, it.end)).collect();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{sheet}");
        merged += found.len();
    }
    assert!(merged > 50, "{merged}");
}

#[test]
fn the_same_tree_gives_the_same_bytes() {
    let mut dokumen = lkjip("dinkes-contoh-2024");
    assert!(tables_as_xlsx(&dokumen).expect("written") == tables_as_xlsx(&dokumen).expect("again"));
    dokumen.tanggal = None;
    let first = tables_as_xlsx(&dokumen).expect("written");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == tables_as_xlsx(&dokumen).expect("a second later"));
}

#[test]
fn a_document_without_tables_is_refused() {
    let mut dokumen = lkjip("dinkes-contoh-2024");
    dokumen.sections.clear();
    assert!(matches!(tables_as_xlsx(&dokumen), Err(Error::NoTables)));
}

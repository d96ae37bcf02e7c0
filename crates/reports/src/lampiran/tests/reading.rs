//! Reads blocks as a person reads them: tables as lines of text.

use selaras_domain::dokumen::{Block, Cell, Inline, Row, RowKind, Signature, Table};
use selaras_domain::{Berkas, Hasil};

use crate::context::{Context, PartError};
use crate::lampiran::PARTS;

/// An annex, or why it could not be made.
pub(super) fn try_annex(
    berkas: &Berkas,
    hasil: &Hasil,
    name: &str,
    args: &[&str],
) -> Result<Vec<Block>, PartError> {
    let ctx = Context { berkas, hasil, tanggal: berkas.perangkat_daerah.tanggal_data };
    let (_, part) = PARTS.iter().find(|(it, _)| *it == name).unwrap();
    part(&ctx, args)
}

/// An annex that can be made.
pub(super) fn annex(berkas: &Berkas, hasil: &Hasil, name: &str, args: &[&str]) -> Vec<Block> {
    try_annex(berkas, hasil, name, args).unwrap()
}

pub(super) fn plain(inlines: &[Inline]) -> String {
    let one = |it: &Inline| match it {
        Inline::Text(text) | Inline::Figure { text, .. } | Inline::Reference { text, .. } => {
            text.clone()
        }
        Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
        Inline::LineBreak => "\n".to_owned(),
    };
    inlines.iter().map(one).collect()
}

/// The table with this label.
pub(super) fn table<'b>(blocks: &'b [Block], label: &str) -> &'b Table {
    let found = blocks.iter().find_map(|it| match it {
        Block::Table(table) if table.label == label => Some(table),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no table {label}"))
}

pub(super) fn cells(row: &Row) -> Vec<String> {
    row.cells.iter().map(|it| plain(&it.content)).collect()
}

/// The row whose cell at `column` says `text`.
pub(super) fn row_of<'t>(table: &'t Table, column: usize, text: &str) -> &'t Row {
    let says = |it: &Cell| plain(&it.content) == text;
    let found = table.rows.iter().find(|it| it.cells.get(column).is_some_and(says));
    found.unwrap_or_else(|| panic!("no row {text}"))
}

pub(super) fn count(table: &Table, kind: RowKind) -> usize {
    table.rows.iter().filter(|it| it.kind == kind).count()
}

pub(super) fn notes(table: &Table) -> Vec<String> {
    table.notes.iter().map(|it| plain(it)).collect()
}

/// Everything that an annex says, for what must stand anywhere in it.
pub(super) fn words(blocks: &[Block]) -> String {
    let one = |it: &Block| match it {
        Block::Heading { judul, .. } => judul.clone(),
        Block::Paragraph(inlines) | Block::Note(inlines) => plain(inlines),
        Block::Facts(facts) => {
            let lines = facts.iter().map(|(name, value)| format!("{name}: {}", plain(value)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => {
            let rows = table.rows.iter().map(|it| cells(it).join(" | "));
            rows.chain(notes(table)).collect::<Vec<_>>().join("\n")
        }
        other => format!("{other:?}"),
    };
    blocks.iter().map(one).collect::<Vec<_>>().join("\n")
}

pub(super) fn signatures(blocks: &[Block]) -> Vec<&[Signature]> {
    blocks
        .iter()
        .filter_map(|it| match it {
            Block::Signatures(people) => Some(&people[..]),
            _ => None,
        })
        .collect()
}

/// Every row of every table fills the columns exactly, spans included.
pub(super) fn assert_rectangular(table: &Table) {
    let width = table.columns.len();
    for rows in [table.head.clone(), table.rows.iter().map(|it| it.cells.clone()).collect()] {
        // For each column the first row that is free again.
        let mut free = vec![0; width];
        for (index, row) in rows.iter().enumerate() {
            let mut column = 0;
            for cell in row {
                while column < width && free[column] > index {
                    column += 1;
                }
                let end = column + usize::from(cell.colspan);
                assert!(end <= width, "{}: row {index} is too wide", table.label);
                free[column..end].fill(index + usize::from(cell.rowspan));
                column = end;
            }
            let full = free.iter().all(|it| *it > index);
            assert!(full, "{}: row {index} leaves a column open: {row:?}", table.label);
        }
    }
}

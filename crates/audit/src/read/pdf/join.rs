//! Pages to one document: tables that go on overleaf are one table.

use super::flow::{furniture, paragraphs};
use super::gaps;
use super::grid::{self, Found};
use super::word::Page;
use crate::document::{Cell, Content, Document, Table};
use crate::number::{Entry, parse};
use crate::read::ReadError;
use crate::read::limit::Budget;
use crate::read::shape::{Paragraph, Shape};

/// A piece of the document in reading order.
enum Piece {
    Paragraph(Paragraph),
    Table(Found, u32),
}

pub(super) fn document(mut pages: Vec<Page>, budget: &mut Budget) -> Result<Document, ReadError> {
    let mut found: Vec<Vec<Found>> = pages.iter_mut().map(grid::tables).collect();
    gaps::tables(&mut pages, &mut found);
    let furniture = furniture(&pages);
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, (mut page, tables)) in pages.into_iter().zip(found).enumerate() {
        budget.clock()?;
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let breaks: Vec<(f64, f64)> = tables.iter().map(|it| (it.top, it.bottom)).collect();
        let mut of_page: Vec<(f64, Piece)> = paragraphs(&mut page, number, &furniture, &breaks)
            .into_iter()
            .map(|it| ((it.top + it.bottom) / 2.0, Piece::Paragraph(it.paragraph)))
            .collect();
        of_page.extend(tables.into_iter().map(|it| (it.top, Piece::Table(it, number))));
        of_page.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, piece) in of_page {
            match (piece, pieces.last_mut()) {
                (Piece::Table(below, page), Some(Piece::Table(above, from)))
                    if page != *from && is_same(above, &below) =>
                {
                    append(above, below);
                    *from = page;
                }
                (piece, _) => pieces.push(piece),
            }
        }
    }
    let mut shape = Shape::default();
    for piece in pieces {
        match piece {
            Piece::Paragraph(it) => shape.paragraph(it),
            Piece::Table(it, page) => {
                budget.columns(it.rows.first().map_or(0, Vec::len))?;
                budget.cells(it.rows.iter().map(Vec::len).sum())?;
                shape.table(Table { caption: None, declared_head: 0, rows: it.rows }, Some(page));
            }
        }
    }
    let mut document = shape.finish();
    note_lost_tables(&mut document);
    Ok(document)
}

/// Whether a table goes on: the same columns at the same places.
fn is_same(above: &Found, below: &Found) -> bool {
    above.edges.len() == below.edges.len()
        && above.rows.first().map(Vec::len) == below.rows.first().map(Vec::len)
        && above.edges.iter().zip(&below.edges).all(|(a, b)| (a - b).abs() < 8.0)
        && (above.left - below.left).abs() < 8.0
        && (above.right - below.right).abs() < 8.0
}

fn append(above: &mut Found, below: Found) {
    let offset = above.rows.len();
    let head: Vec<Vec<String>> = above.rows.iter().take(4).map(|row| texts(row)).collect();
    let mut below_rows = below.rows;
    // A head that is printed again.
    let repeated =
        below_rows.iter().zip(&head).take_while(|(row, head)| texts(row) == **head).count();
    for row in &mut below_rows {
        for cell in row {
            cell.merged_into = cell.merged_into.map(|it| (it.0 + offset - repeated, it.1));
        }
    }
    let rest = below_rows.into_iter().skip(repeated).map(|row| {
        row.into_iter()
            .map(|cell| match cell.merged_into {
                // Merged from a row of the repeated head.
                Some(at) if at.0 < offset => Cell { merged_into: None, ..cell },
                _ => cell,
            })
            .collect()
    });
    let mut rest: Vec<Vec<Cell>> = rest.collect();
    carry_merges(&above.rows, &mut rest, offset);
    if let (Some(last), Some(first)) = (above.rows.last_mut(), rest.first())
        && is_rest_of_row(first, last)
    {
        for (cell, more) in last.iter_mut().zip(first) {
            if !more.text.is_empty() && more.merged_into.is_none() {
                if !cell.text.is_empty() {
                    cell.text.push('\n');
                }
                cell.text.push_str(&more.text);
            }
        }
        rest.remove(0);
        for cell in rest.iter_mut().flatten() {
            cell.merged_into = cell.merged_into.and_then(|it| Some((it.0.checked_sub(1)?, it.1)));
        }
    }
    above.rows.extend(rest);
}

/// A merged cell that a page break cut in two is empty overleaf.
fn carry_merges(above: &[Vec<Cell>], below: &mut [Vec<Cell>], offset: usize) {
    let Some(last) = above.last() else { return };
    let width = below.first().map_or(0, Vec::len).min(last.len());
    for column in 0..width {
        let from = &last[column];
        let is_tall_above = from.merged_into.is_some_and(|it| it.1 == column && it.0 + 1 < offset);
        let is_tall_below =
            below.get(1).is_some_and(|it| it[column].merged_into == Some((offset, column)));
        let first = &below[0][column];
        let is_rest = first.text.is_empty() && first.merged_into.is_none() && !from.text.is_empty();
        if !is_rest
            || !(is_tall_above || is_tall_below)
            || matches!(parse(&from.text), Entry::Number(_))
        {
            continue;
        }
        let origin = from.merged_into.unwrap_or((offset - 1, column));
        let covered = Cell { merged_into: Some(origin), ..from.clone() };
        for (index, row) in below.iter_mut().enumerate() {
            let belongs = index == 0 || row[column].merged_into == Some((offset, column));
            if !belongs {
                break;
            }
            row[column] = covered.clone();
        }
    }
}

/// A row that a page break cut in two goes on with words only, and nothing in its first column.
fn is_rest_of_row(row: &[Cell], above: &[Cell]) -> bool {
    let filled: Vec<&Cell> = row.iter().filter(|it| !it.text.is_empty()).collect();
    let has_number = filled.iter().any(|it| matches!(parse(&it.text), Entry::Number(_)));
    let own: Vec<&Cell> = filled.into_iter().filter(|it| it.merged_into.is_none()).collect();
    // A heading inside the table is in capitals, the row above it is not.
    let is_loud =
        |it: &str| it.chars().any(char::is_alphabetic) && !it.chars().any(char::is_lowercase);
    let is_heading = own.iter().all(|it| is_loud(&it.text))
        && above.iter().any(|it| !is_loud(&it.text) && it.text.len() > 8);
    row.first().is_some_and(|it| it.text.is_empty())
        && !own.is_empty()
        && !has_number
        && !is_heading
        && own.len() * 2 <= row.len()
}

fn texts(row: &[Cell]) -> Vec<String> {
    row.iter().map(|it| crate::words::squash(&it.text)).collect()
}

/// Captions whose tables were not found.
fn note_lost_tables(document: &mut Document) {
    let lost: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|it| match &it.content {
            Content::Caption(caption) if caption.kind == crate::document::CaptionKind::Tabel => {
                let number = caption.number.clone().unwrap_or_default();
                let page = it.place.page.map(|it| format!(" (halaman {it})")).unwrap_or_default();
                Some(format!("Tabel {number}{page}: susunan barisnya tidak dapat dipulihkan dari PDF, sehingga tidak dinilai."))
            }
            _ => None,
        })
        .collect();
    document.not_understood.extend(lost);
}

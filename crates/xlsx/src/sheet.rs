//! One table on its sheet: caption, conclusion, head, rows, notes.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use selaras_domain::dokumen::{Align, Cell, RowKind, Slot, Table, grid, rows, span};

use crate::angka;
use crate::text::{colour, plain};

/// Widths in letters that a column has at least and at most.
const NARROWEST: usize = 6;
const WIDEST: usize = 55;
/// Height of a line, and the greatest height of a row, in points.
const LINE: u32 = 15;
const TALLEST: u32 = 409;

const EDGE: u32 = 0xD6_D2_C9;
const RAISED: u32 = 0xEF_ED_E8;
const GROUND: u32 = 0xF7_F6_F3;

/// The look of the titles of columns.
pub(crate) fn head_format() -> Format {
    bordered().set_bold().set_background_color(Color::RGB(RAISED)).set_text_wrap()
}

fn bordered() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(EDGE))
        .set_align(FormatAlign::Top)
}

/// # Errors
///
/// Where the table passes the limits of Excel.
pub(crate) fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let caption = [table.nomor.as_deref().unwrap_or_default(), &table.judul].join("  ");
    let bold = Format::new().set_bold().set_font_size(12);
    sheet.write_with_format(0, 0, caption.trim(), &bold)?;
    if let Some(simpulan) = &table.simpulan {
        sheet.write(1, 0, plain(simpulan))?;
    }
    let first = 3;
    let places = grid(table);
    for (row, (kind, cells)) in rows(table).enumerate() {
        let line = Line { table, places: &places, row, kind, cells };
        for (column, slot) in places[row].iter().enumerate() {
            if matches!(slot, Slot::Cell(_) | Slot::Empty) {
                line.cell(sheet, first, column)?;
            }
        }
    }
    let after = first + length(places.len())? + 1;
    for (row, note) in (after..).zip(&table.notes) {
        sheet.write_with_format(row, 0, plain(note), &Format::new().set_italic())?;
    }
    let head = length(table.head.len())?;
    sheet.set_freeze_panes(first + head, 0)?;
    if head > 0 {
        sheet.set_repeat_rows(first, first + head - 1)?;
    }
    let widths = widths(table, &places);
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(across(column)?, u32::try_from(*width).unwrap_or(20))?;
    }
    for (row, lines) in (first..).zip(heights(table, &places, &widths)) {
        sheet.set_row_height(
            row,
            u32::try_from(lines).unwrap_or(1).saturating_mul(LINE).min(TALLEST),
        )?;
    }
    // A page wide, as many high as it needs, of the paper of offices.
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    if table.columns.len() > 6 {
        sheet.set_landscape();
    }
    Ok(())
}

/// A row of a table with what decides how it is written.
struct Line<'a> {
    table: &'a Table,
    places: &'a [Vec<Slot>],
    row: usize,
    kind: Option<RowKind>,
    cells: &'a [Cell],
}

impl Line<'_> {
    fn cell(&self, sheet: &mut Worksheet, first: u32, column: usize) -> Result<(), XlsxError> {
        let empty = Cell::empty();
        let (cell, colspan) = match self.places[self.row][column] {
            Slot::Cell(index) => (&self.cells[index], span(&self.places[self.row], column)),
            _ => (&empty, 1),
        };
        let below = &self.places[self.row + 1..];
        let reaches = |line: &&Vec<Slot>| matches!(line[column], Slot::Above { .. });
        let rowspan = 1 + match self.places[self.row][column] {
            Slot::Cell(_) => below.iter().take_while(reaches).count(),
            _ => 0,
        };
        let text = plain(&cell.content);
        let number = match self.kind {
            Some(RowKind::Body | RowKind::Subtotal | RowKind::Total | RowKind::Group) => {
                angka::read(&text).filter(|_| self.align(cell, column) == Align::Right)
            }
            None | Some(RowKind::Numbers) => None,
        };
        let mut format = self.format(cell, column);
        if let Some(number) = &number {
            format = format.set_num_format(&number.format);
        }
        let (top, left) = (first + length(self.row)?, across(column)?);
        if colspan > 1 || rowspan > 1 {
            let (bottom, right) =
                (first + length(self.row + rowspan - 1)?, across(column + colspan - 1)?);
            sheet.merge_range(top, left, bottom, right, "", &format)?;
        }
        match number.and_then(|it| it.value.to_f64()) {
            Some(value) => sheet.write_with_format(top, left, value, &format)?,
            None => sheet.write_with_format(top, left, text, &format)?,
        };
        Ok(())
    }

    fn align(&self, cell: &Cell, column: usize) -> Align {
        cell.align.unwrap_or(self.table.columns[column].align)
    }

    fn format(&self, cell: &Cell, column: usize) -> Format {
        let mut format = match self.kind {
            None => head_format(),
            Some(RowKind::Numbers) => {
                bordered().set_background_color(Color::RGB(RAISED)).set_font_size(8)
            }
            Some(RowKind::Group) => bordered().set_bold().set_background_color(Color::RGB(GROUND)),
            Some(RowKind::Subtotal | RowKind::Total) => {
                bordered().set_bold().set_border_top(FormatBorder::Medium)
            }
            Some(RowKind::Body) => bordered(),
        };
        format = format.set_text_wrap().set_align(match (self.kind, self.align(cell, column)) {
            (Some(RowKind::Numbers), _) | (_, Align::Center) => FormatAlign::Center,
            (_, Align::Left) => FormatAlign::Left,
            (_, Align::Right) => FormatAlign::Right,
        });
        if cell.indent > 0 {
            format = format.set_indent(cell.indent.min(15));
        }
        match colour(cell.tone) {
            Some(colour) => format.set_font_color(Color::RGB(colour)),
            None => format,
        }
    }
}

/// As wide as the longest text asks, within reason: what is longer breaks.
fn widths(table: &Table, places: &[Vec<Slot>]) -> Vec<usize> {
    let mut widths = vec![NARROWEST; table.columns.len()];
    for (row, (kind, cells)) in rows(table).enumerate() {
        for (column, slot) in places[row].iter().enumerate() {
            let Slot::Cell(index) = *slot else { continue };
            if span(&places[row], column) > 1 {
                continue;
            }
            let text = plain(&cells[index].content);
            let length = |part: &str| part.chars().count();
            // A title breaks between words; a text may fill its column.
            let wanted = match kind {
                None => text.split_whitespace().map(length).max(),
                Some(_) => text.lines().map(length).max(),
            };
            let indent = 2 * usize::from(cells[index].indent);
            widths[column] = widths[column].max((wanted.unwrap_or(0) + indent + 2).min(WIDEST));
        }
    }
    widths
}

/// Lines of each row: not every program finds the height of merged cells by itself.
fn heights(table: &Table, places: &[Vec<Slot>], widths: &[usize]) -> Vec<usize> {
    let mut heights = vec![1; places.len()];
    let mut spanning = Vec::new();
    for (row, (_, cells)) in rows(table).enumerate() {
        for (column, slot) in places[row].iter().enumerate() {
            let Slot::Cell(index) = *slot else { continue };
            let columns = column..column + span(&places[row], column);
            let indent = 2 * usize::from(cells[index].indent);
            let width = widths[columns].iter().sum::<usize>().saturating_sub(indent + 1);
            let needed = lines(&plain(&cells[index].content), width.max(1));
            let reaches = |line: &&Vec<Slot>| matches!(line[column], Slot::Above { .. });
            match places[row + 1..].iter().take_while(reaches).count() {
                0 => heights[row] = heights[row].max(needed),
                more => spanning.push((row, row + more, needed)),
            }
        }
    }
    for (row, last, needed) in spanning {
        let missing = needed.saturating_sub(heights[row..=last].iter().sum());
        heights[last] += missing;
    }
    heights
}

/// How many lines a text takes in a column of so many letters.
fn lines(text: &str, width: usize) -> usize {
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split_whitespace().map(|word| word.chars().count()) {
            if used > 0 && used + 1 + word > width {
                (lines, used) = (lines + 1, word);
            } else {
                used += word + usize::from(used > 0);
            }
        }
        lines
    };
    text.split('\n').map(of_line).sum()
}

fn length(rows: usize) -> Result<u32, XlsxError> {
    u32::try_from(rows).map_err(|_| XlsxError::RowColumnLimitError)
}

fn across(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

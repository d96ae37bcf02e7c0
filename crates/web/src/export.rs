//! Lists as files: CSV and XLSX. Cells that a spreadsheet would run as a formula are texts there.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use selaras_domain::tanggal;

use crate::ask::{Answer, Fault, Reply};
use crate::media::XLSX;

/// A list as it is shown: heads, and rows of cells.
pub(crate) struct List {
    /// Names the file and the sheet.
    pub(crate) name: String,
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A cell of a list.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Text(String),
    /// A number with a point, as programs write it; empty where there is none.
    Number(String),
    Date(Option<Date>),
}

impl Cell {
    /// As people read it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Cell::Number(text) => text
                .parse::<rust_decimal::Decimal>()
                .map_or_else(|_| text.clone(), selaras_domain::angka::format),
            Cell::Text(text) => text.clone(),
            Cell::Date(day) => day.map_or_else(String::new, tanggal::format),
        }
    }

    /// Whether it holds these small letters, as it is kept or as it is shown.
    pub(crate) fn is_found_by(&self, wanted: &str) -> bool {
        let holds = |it: &str| it.to_lowercase().contains(wanted);
        holds(&self.text()) || (!matches!(self, Cell::Text(_)) && holds(&self.shown()))
    }

    fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) | Cell::Number(text) => text.into(),
            Cell::Date(day) => day.map_or_else(String::new, |it| it.to_string()).into(),
        }
    }
}

/// The list in the format that is asked for: `xlsx`, or else CSV.
pub(crate) fn download(list: &List, format: &str) -> Answer {
    match format {
        "xlsx" => {
            let bytes = xlsx(list).map_err(|it| Fault::Broken(it.to_string()))?;
            Ok(Reply::file(XLSX, &format!("{}.xlsx", list.name), bytes))
        }
        _ => {
            let bytes = csv(list).into_bytes();
            Ok(Reply::file("text/csv; charset=utf-8", &format!("{}.csv", list.name), bytes))
        }
    }
}

/// CSV after RFC 4180 with the mark that tells Excel it is UTF-8.
fn csv(list: &List) -> String {
    let mut text = "\u{feff}".to_owned();
    let heads = list.heads.iter().map(|it| quoted(it, false));
    push_line(&mut text, heads);
    for row in &list.rows {
        push_line(
            &mut text,
            row.iter().map(|it| quoted(&it.text(), matches!(it, Cell::Number(_)))),
        );
    }
    text
}

fn push_line(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push_str(&cells.collect::<Vec<_>>().join(","));
    text.push_str("\r\n");
}

/// A cell of CSV. A text that begins as a formula does gets an apostrophe in front, since a
/// spreadsheet would run it.
fn quoted(cell: &str, is_number: bool) -> String {
    let is_formula = !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    match cell.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}

fn xlsx(list: &List) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold().set_background_color("#EFEDE8").set_text_wrap();
    let sheet = book.add_worksheet();
    let name: String = list.name.chars().filter(|it| !"[]:*?/\\'".contains(*it)).take(31).collect();
    sheet.set_name(&name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, text) in (0..).zip(&list.heads) {
        sheet.write_with_format(0, column, text, &head)?;
    }
    for (row, cells) in (1..).zip(&list.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Number(text) if !text.is_empty() => write_number(sheet, row, column, text)?,
                Cell::Date(Some(it)) => write_date(sheet, row, column, *it)?,
                // Written as a text, a formula stays one.
                _ => sheet.write_string(row, column, cell.text()).map(drop)?,
            }
        }
    }
    sheet.set_autofit_max_width(400);
    sheet.autofit();
    book.save_to_buffer()
}

/// A day of a calendar, so that a workbook sorts and filters it as one.
fn write_date(
    sheet: &mut rust_xlsxwriter::Worksheet,
    row: u32,
    column: u16,
    day: Date,
) -> Result<(), XlsxError> {
    let (Ok(year), Ok(month), Ok(date)) =
        (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()))
    else {
        return sheet.write_string(row, column, day.to_string()).map(drop);
    };
    let shown = Format::new().set_num_format("dd/mm/yyyy");
    match ExcelDateTime::from_ymd(year, month, date) {
        Ok(it) => sheet.write_datetime_with_format(row, column, &it, &shown).map(drop),
        // Before 1900 there is none in Excel.
        Err(_) => sheet.write_string(row, column, day.to_string()).map(drop),
    }
}

/// Excel keeps fifteen digits; a longer number stays a text, so that it stays exact.
#[expect(clippy::disallowed_types, reason = "the cells of a workbook are floats")]
fn write_number(
    sheet: &mut rust_xlsxwriter::Worksheet,
    row: u32,
    column: u16,
    text: &str,
) -> Result<(), XlsxError> {
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    match text.parse::<f64>() {
        Ok(number) if n_digits <= 15 => sheet.write_number(row, column, number).map(drop),
        _ => sheet.write_string(row, column, text).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_disarmed() {
        assert_eq!(quoted("=1+1", false), "'=1+1");
        assert_eq!(quoted("@SUM(A1)", false), "'@SUM(A1)");
        assert_eq!(quoted("-5", true), "-5");
        assert_eq!(quoted("a,\"b\"", false), "\"a,\"\"b\"\"\"");
    }
}

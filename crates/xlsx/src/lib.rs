//! The tables of a document as a workbook: each a sheet with its caption, its head and real numbers.
//!
//! What is printed as `10.070.867.140` or `85,8%` becomes a number with a format that shows the same,
//! so that an office can go on calculating. What is no number stays text as it is printed. The same
//! tree and the same version give the same bytes.

mod angka;
mod name;
mod sheet;
mod text;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Url, Workbook, XlsxError};
use selaras_domain::dokumen::{Block, Dokumen, Table};

use crate::name::Names;

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The document has no table at all.
    #[error("Dokumen ini tidak memuat tabel, sehingga tidak ada yang dapat ditulis ke buku kerja.")]
    NoTables,

    /// A limit of Excel is passed, or memory cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] XlsxError),
}

/// Writes the tables of a document as the bytes of an XLSX: a sheet for each, after a list of all.
///
/// # Errors
///
/// [`Error::NoTables`]; [`Error::Workbook`] where a table passes the limits of Excel.
pub fn tables_as_xlsx(dokumen: &Dokumen) -> Result<Vec<u8>, Error> {
    let sections = dokumen.sections.iter();
    let tables: Vec<Found<'_>> = sections.flat_map(|it| found(&it.blocks, &it.kepala)).collect();
    if tables.is_empty() {
        return Err(Error::NoTables);
    }
    let mut names = Names::new(LIST);
    let names: Vec<String> = tables.iter().map(|found| names.of(found.table)).collect();
    let mut book = Workbook::new();
    book.set_properties(&properties(dokumen)?);
    list(&mut book, dokumen, &tables, &names)?;
    for (found, name) in tables.iter().zip(&names) {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet::write(sheet, found.table)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The sheet that leads to the others.
const LIST: &str = "Daftar Tabel";

/// A table and the part of the document that it stands in.
struct Found<'a> {
    table: &'a Table,
    part: &'a str,
}

fn found<'a>(blocks: &'a [Block], part: &'a str) -> impl Iterator<Item = Found<'a>> {
    Block::flat(blocks).into_iter().filter_map(move |block| match block {
        Block::Table(table) if !table.columns.is_empty() => Some(Found { table, part }),
        _ => None,
    })
}

/// Which table stands on which sheet.
fn list(
    book: &mut Workbook,
    dokumen: &Dokumen,
    tables: &[Found<'_>],
    names: &[String],
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(LIST)?;
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 90)?;
    sheet.set_column_width(2, 48)?;
    sheet.write_with_format(0, 0, &dokumen.judul, &Format::new().set_bold().set_font_size(14))?;
    sheet.write(1, 0, dokumen.penerbit.as_str())?;
    if let Some(konsep) = &dokumen.konsep {
        sheet.write(2, 0, konsep.as_str())?;
    }
    let head = sheet::head_format();
    for (column, title) in ["Lembar", "Judul", "Bagian"].into_iter().enumerate() {
        sheet.write_with_format(4, u16::try_from(column).unwrap_or(0), title, &head)?;
    }
    for (row, (found, name)) in (5..).zip(tables.iter().zip(names)) {
        // A quotation mark in the name of a sheet is doubled in an address.
        let address = format!("internal:'{}'!A1", name.replace('\'', "''"));
        sheet.write_url_with_text(row, 0, Url::new(address), name)?;
        sheet.write(row, 1, found.table.judul.as_str())?;
        sheet.write(row, 2, found.part)?;
    }
    sheet.set_freeze_panes(5, 0)?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_landscape();
    Ok(())
}

/// Title, office, words and date; the date is the tree's, never the clock's.
fn properties(dokumen: &Dokumen) -> Result<DocProperties, XlsxError> {
    // A workbook must have a date; without one it has the first that Excel's files can carry.
    let date = match dokumen.tanggal {
        Some(date) => ExcelDateTime::from_ymd(
            u16::try_from(date.year()).unwrap_or(1980),
            u8::try_from(date.month()).unwrap_or(1),
            u8::try_from(date.day()).unwrap_or(1),
        )?,
        None => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    Ok(DocProperties::new()
        .set_title(&dokumen.judul)
        .set_author(&dokumen.penerbit)
        .set_keywords(dokumen.kata_kunci.join(", "))
        .set_creation_datetime(&date))
}

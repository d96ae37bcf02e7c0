//! Workbooks that people send: read within limits, cell by cell, with the address of each cell.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

/// Bytes that a workbook may unpack to, files in it, and cells of its sheet.
const UNPACKED: u64 = 64 << 20;
const FILES: usize = 500;
const ROWS: usize = 20_000;
const COLUMNS: usize = 200;

/// A sheet: its name, and its rows of cells as texts, from the first row of the workbook on.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// Where the first cell stands, from 0.
    start: (u32, u32),
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// A number or a date, with a point and as many digits as it has.
    Number(String),
    Date(String),
    /// An error of the spreadsheet: `#REF!`.
    Error(String),
}

impl Sheet {
    /// The address of a cell: `F12`.
    pub(crate) fn address(&self, row: usize, column: usize) -> String {
        let mut letters = String::new();
        let mut rest = self.start.1 as usize + column + 1;
        while rest > 0 {
            let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.insert(0, char::from(b'A' + digit));
            rest = (rest - 1) / 26;
        }
        format!("{letters}{}", self.start.0 as usize + row + 1)
    }
}

/// Reads the first sheet of a workbook.
///
/// What is wrong is Indonesian, for whoever sent it.
pub(crate) fn read(bytes: &[u8]) -> Result<Sheet, String> {
    check_size(bytes)?;
    let broken =
        |_| "Berkas ini bukan buku kerja XLSX yang utuh. Simpan ulang dari Excel.".to_owned();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = book.sheet_names().first().cloned();
    let name = name.ok_or_else(|| "Buku kerja ini tidak mempunyai lembar.".to_owned())?;
    let range = book.worksheet_range(&name).map_err(broken)?;
    let (height, width) = range.get_size();
    if height > ROWS || width > COLUMNS {
        return Err(format!(
            "Lembar «{name}» terlalu besar: paling banyak {ROWS} baris dan {COLUMNS} kolom. Hapus \
             baris dan kolom kosong di bawah dan di kanan datanya."
        ));
    }
    let start = range.start().unwrap_or_default();
    let rows = range.rows().map(|row| row.iter().map(cell).collect()).collect();
    Ok(Sheet { name, start, rows })
}

/// Unpacks the workbook into nothing, to see how big it is: what a file says of its size may be a lie.
fn check_size(bytes: &[u8]) -> Result<(), String> {
    let too_big = || "Buku kerja ini terlalu besar sesudah dibuka; paling banyak 64 MB.".to_owned();
    let broken =
        |_| "Berkas ini bukan buku kerja XLSX yang utuh. Simpan ulang dari Excel.".to_owned();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > FILES {
        return Err(too_big());
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(broken)?;
        let left = UNPACKED - total;
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
        total += read.map_err(|_| too_big())?;
        if total > UNPACKED {
            return Err(too_big());
        }
    }
    Ok(())
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) if text.trim().is_empty() => Cell::Empty,
        Data::String(text) => Cell::Text(text.trim().replace('\0', "")),
        Data::Int(number) => Cell::Number(number.to_string()),
        Data::Float(number) => Cell::Number(number.to_string()),
        Data::Bool(flag) => Cell::Text(flag.to_string()),
        Data::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            Cell::Date(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(text) => Cell::Date(text.get(..10).unwrap_or(text).to_owned()),
        Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Error(error) => Cell::Error(error.to_string()),
        // Kinds that a later reader may know.
        #[allow(unreachable_patterns, reason = "the list of kinds may grow")]
        _ => Cell::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, read};
    use rust_xlsxwriter::Workbook;

    fn book(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_come_with_their_addresses() {
        let bytes = book(|sheet| {
            sheet.write(1, 27, "nama").unwrap();
            sheet.write(2, 27, 85.8).unwrap();
        });
        let sheet = read(&bytes).unwrap();
        assert_eq!(
            sheet.rows,
            [vec![Cell::Text("nama".into())], vec![Cell::Number("85.8".into())]]
        );
        assert_eq!(sheet.address(1, 0), "AB3");
    }

    #[test]
    fn what_is_no_workbook_is_refused_in_words() {
        for bytes in [&b""[..], b"PK\x03\x04", b"%PDF-1.7", &[0; 4096]] {
            assert!(read(bytes).unwrap_err().contains("bukan buku kerja"));
        }
    }

    #[test]
    fn a_bomb_is_stopped_before_it_fills_the_memory() {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
        let zeros = vec![b'0'; 1 << 20];
        for _ in 0..80 {
            zip.write_all(&zeros).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 20, "it is small");
        assert!(read(&bytes).unwrap_err().contains("terlalu besar"));
    }
}

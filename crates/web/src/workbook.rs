//! Workbooks that people send: read within limits, cell by cell, with the address of each cell.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};

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
    /// The columns that the first row names, by their place; or the names that `find` does not know, each
    /// with its cell.
    pub(crate) fn columns<T>(
        &self,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<BTreeMap<usize, T>, String> {
        let mut columns = BTreeMap::new();
        let mut unknown = Vec::new();
        for (at, cell) in self.rows.iter().take(1).flatten().enumerate() {
            let Cell::Text(name) = cell else { continue };
            match find(name.trim()) {
                Some(column) => drop(columns.insert(at, column)),
                None => unknown.push(format!("«{name}» ({})", self.address(0, at))),
            }
        }
        match unknown.is_empty() {
            true => Ok(columns),
            false => Err(format!(
                "Kolom {} tidak dikenal. Pakai nama kolom dari templatnya.",
                unknown.join(", ")
            )),
        }
    }

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
    let mut cells = Vec::new();
    let mut corners = None;
    let mut n_bytes = 0;
    // One by one: a sheet as a whole is as big as its farthest cell says, and a text that many cells
    // share is as big as all of them.
    let mut reader = book.worksheet_cells_reader(&name).map_err(broken)?;
    while let Some(found) = reader.next_cell().map_err(broken)? {
        let (row, column) = found.get_position();
        let cell = cell(found.get_value());
        match &cell {
            Cell::Empty => continue,
            Cell::Text(text) => n_bytes += text.len() as u64,
            _ => {}
        }
        if n_bytes > UNPACKED {
            return Err(too_big());
        }
        let (first, last) = corners.get_or_insert(((row, column), (row, column)));
        *first = (first.0.min(row), first.1.min(column));
        *last = (last.0.max(row), last.1.max(column));
        if (last.0 - first.0) as usize >= ROWS || (last.1 - first.1) as usize >= COLUMNS {
            return Err(format!(
                "Lembar «{name}» terlalu besar: paling banyak {ROWS} baris dan {COLUMNS} kolom. Hapus \
                 baris dan kolom kosong di bawah dan di kanan datanya."
            ));
        }
        cells.push((row, column, cell));
    }
    let Some((start, last)) = corners else {
        return Ok(Sheet { name, start: (0, 0), rows: Vec::new() });
    };
    let width = (last.1 - start.1) as usize + 1;
    let height = (last.0 - start.0) as usize + 1;
    let mut rows = vec![vec![Cell::Empty; width]; height];
    for (row, column, cell) in cells {
        rows[(row - start.0) as usize][(column - start.1) as usize] = cell;
    }
    Ok(Sheet { name, start, rows })
}

fn too_big() -> String {
    "Buku kerja ini terlalu besar sesudah dibuka; paling banyak 64 MB.".to_owned()
}

/// Unpacks the workbook into nothing, to see how big it is: what a file says of its size may be a lie.
fn check_size(bytes: &[u8]) -> Result<(), String> {
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

fn cell(data: &DataRef<'_>) -> Cell {
    let text = |text: &str| match text.trim() {
        "" => Cell::Empty,
        text => Cell::Text(text.replace('\0', "")),
    };
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::String(it) => text(it),
        DataRef::SharedString(it) => text(it),
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(number.to_string()),
        DataRef::Bool(flag) => Cell::Text(flag.to_string()),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            Cell::Date(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTimeIso(text) => Cell::Date(text.get(..10).unwrap_or(text).to_owned()),
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
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
    fn a_cell_far_away_is_refused_before_the_sheet_fills_the_memory() {
        let bytes = book(|sheet| {
            sheet.write(0, 0, "nama").unwrap();
            sheet.write(1_048_575, 16_383, 1).unwrap();
        });
        assert!(bytes.len() < 1 << 16, "it is small");
        assert!(read(&bytes).unwrap_err().contains("terlalu besar"));
    }

    #[test]
    fn a_long_text_that_many_cells_share_counts_for_each_of_them() {
        let long = "x".repeat(32_000);
        let bytes = book(|sheet| {
            for row in 0..3_000 {
                sheet.write(row, 0, &long).unwrap();
            }
        });
        assert!(bytes.len() < 1 << 20, "it is small");
        assert!(read(&bytes).unwrap_err().contains("terlalu besar"));
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

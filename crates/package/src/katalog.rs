//! Reading a catalogue of nomenklatur as offices have it: a sheet or a CSV with a head somewhere in its
//! first rows, the kode in one column or spread over several, the name in the column after it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use selaras_domain::{KodeNomenklatur, Nomenklatur};

use crate::csv::CsvReader;

/// A cell of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KatalogCell {
    pub text: String,
    /// Whether a spreadsheet keeps it as a number: `2.10` is then 2.1, and no kode.
    pub is_number: bool,
}

/// What is wrong with a cell; rows and columns count from 0. Indonesian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KatalogFault {
    pub row: usize,
    pub column: usize,
    pub why: String,
}

/// Heads of the column of names, in the wordings of the catalogues.
const NAMES: [&str; 3] = ["nama", "nomenklatur", "uraian"];
/// Rows in which the head may stand: titles and notes come before it.
const HEAD_ROWS: usize = 20;

/// Where what stands.
struct Columns {
    head: usize,
    /// From the first column of the kode up to that of the name.
    kode: std::ops::Range<usize>,
    nama: usize,
    kinerja: Option<usize>,
    indikator: Option<usize>,
    satuan: Option<usize>,
}

/// Reads a catalogue.
///
/// # Errors
///
/// Everything that is wrong with it; a file without a head, at its first cell.
pub fn from_rows(rows: &[Vec<KatalogCell>]) -> Result<Vec<Nomenklatur>, Vec<KatalogFault>> {
    let Some(columns) = columns(rows) else {
        let why = "tidak ada baris judul kolom: perlu kolom «kode» dan sesudahnya kolom «nama», \
                   «nomenklatur» atau «uraian»; «kinerja», «indikator» dan «satuan» boleh ada"
            .to_owned();
        return Err(vec![KatalogFault { row: 0, column: 0, why }]);
    };
    let mut found = Vec::new();
    let mut faults = Vec::new();
    let mut seen: BTreeMap<KodeNomenklatur, usize> = BTreeMap::new();
    for (row, cells) in rows.iter().enumerate().skip(columns.head + 1) {
        let text = |at: usize| cells.get(at).map_or("", |it| it.text.trim());
        let own: Vec<usize> = columns.kode.clone().filter(|it| !text(*it).is_empty()).collect();
        let nama = text(columns.nama);
        // The numbers of the columns, under the head of every page.
        let is_numbering = !nama.is_empty() && nama.bytes().all(|it| it.is_ascii_digit());
        let Some(first) = own.first().copied().filter(|_| !is_numbering) else { continue };
        let mut fault = |column: usize, why: String| faults.push(KatalogFault { row, column, why });
        if own.iter().any(|it| text(*it).to_lowercase().starts_with("kode")) {
            continue;
        }
        let spoiled = own.iter().find(|it| cells[**it].is_number && text(**it).contains('.'));
        if let Some(at) = spoiled {
            let why = format!(
                "kode {} tersimpan sebagai angka, sehingga nol di belakangnya hilang; jadikan kolom \
                 kode teks di Excel lalu ketik ulang",
                text(*at)
            );
            fault(*at, why);
            continue;
        }
        let written = own.iter().map(|it| text(*it)).collect::<Vec<_>>().join(".");
        let kode = read_kode(&written);
        // A title between the lines.
        if kode.is_none() && nama.is_empty() {
            continue;
        }
        let Some(kode) = kode else {
            fault(first, format!("«{written}» bukan kode nomenklatur, misalnya 5.03.02.2.01.0003"));
            continue;
        };
        if nama.is_empty() {
            fault(columns.nama, format!("kode {written} tidak bernama"));
            continue;
        }
        if let Some(earlier) = seen.insert(kode.clone(), row) {
            fault(first, format!("kode {written} sudah ada pada baris {}", earlier + 1));
            continue;
        }
        let optional = |at: Option<usize>| {
            let text = at.map_or("", text);
            (!text.is_empty() && text != "-").then(|| text.to_owned())
        };
        found.push(Nomenklatur {
            kode,
            nama: nama.to_owned(),
            kinerja: optional(columns.kinerja),
            indikator: optional(columns.indikator),
            satuan: optional(columns.satuan),
        });
    }
    if faults.is_empty() && found.is_empty() {
        let why = "tidak ada satu baris pun di bawah judul kolomnya".to_owned();
        faults.push(KatalogFault { row: columns.head, column: columns.kode.start, why });
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Reads a catalogue from CSV.
///
/// # Errors
///
/// As [`from_rows`].
pub fn from_csv(text: &str) -> Result<Vec<Nomenklatur>, Vec<KatalogFault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = CsvReader::new(text);
    let (mut rows, mut cells, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let plain = |it: &Cow<'_, str>| KatalogCell { text: it.to_string(), is_number: false };
    while let Some(start) = reader.read_row(&mut cells) {
        let line = usize::try_from(start.line).unwrap_or(usize::MAX).saturating_sub(1);
        if start.fault.is_some() {
            let why = "tanda kutip pada baris ini tidak berpasangan".to_owned();
            return Err(vec![KatalogFault { row: line, column: 0, why }]);
        }
        lines.push(line);
        rows.push(cells.iter().map(plain).collect());
    }
    let at_line =
        |it: KatalogFault| KatalogFault { row: lines.get(it.row).copied().unwrap_or(it.row), ..it };
    from_rows(&rows).map_err(|faults| faults.into_iter().map(at_line).collect())
}

fn columns(rows: &[Vec<KatalogCell>]) -> Option<Columns> {
    rows.iter().take(HEAD_ROWS).enumerate().find_map(|(head, cells)| {
        let heads: Vec<String> = cells.iter().map(|it| it.text.trim().to_lowercase()).collect();
        let kode = heads.iter().position(|it| it.starts_with("kode"))?;
        let is_name = |it: &String| NAMES.iter().any(|name| it.contains(name));
        let nama = kode + 1 + heads[kode + 1..].iter().position(is_name)?;
        let after = |word: &str| {
            heads.iter().enumerate().skip(nama + 1).find(|it| it.1.starts_with(word)).map(|it| it.0)
        };
        Some(Columns {
            head,
            kode: kode..nama,
            nama,
            kinerja: after("kinerja"),
            indikator: after("indikator"),
            satuan: after("satuan"),
        })
    })
}

/// A kode with an X for what is every urusan's own.
fn read_kode(text: &str) -> Option<KodeNomenklatur> {
    let is_every =
        |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x'));
    let parts = text.trim_end_matches('.').split('.').map(str::trim);
    let parts: Vec<&str> = parts.map(|it| if is_every(it) { "0" } else { it }).collect();
    KodeNomenklatur::parse(&parts.join("."))
}

#[cfg(test)]
mod tests {
    use super::{KatalogCell, from_csv, from_rows};

    fn kode(text: &str) -> Vec<String> {
        from_csv(text).unwrap().iter().map(|it| it.kode.render(4)).collect()
    }

    #[test]
    fn the_kode_stands_in_one_column_or_in_several() {
        let one = "Kode,Nomenklatur,Kinerja,Indikator,Satuan\n5.03,KEPEGAWAIAN,,,\n\
                   5.03.02.2.01.0003,Penyusunan,,Jumlah Dokumen,Dokumen\n";
        let many = "Daftar nomenklatur,,,,,,,,\n\nKODE,,,,,URAIAN,KINERJA,INDIKATOR,SATUAN\n\
                    5,03,,,,KEPEGAWAIAN,,,\n1,2,3,4,5,6,7,8,9\n\
                    5,03,02,2.01,0003,Penyusunan,,Jumlah Dokumen,Dokumen\n";
        assert_eq!(kode(one), ["5.03", "5.03.02.2.01.0003"]);
        assert_eq!(kode(many), kode(one));
        assert_eq!(from_csv(many).unwrap()[1].satuan.as_deref(), Some("Dokumen"));
    }

    #[test]
    fn an_x_is_for_every_urusan() {
        assert_eq!(kode("kode,nama\nX.XX.01,PROGRAM PENUNJANG\n"), ["0.00.01"]);
    }

    #[test]
    fn everything_wrong_is_said_with_its_cell() {
        let faults =
            from_csv("kode,nama\n5.03,A\n5.03,B\n5.a,C\n5.04,\nBidang lain,\n").unwrap_err();
        let places: Vec<(usize, usize)> = faults.iter().map(|it| (it.row, it.column)).collect();
        assert_eq!(places, [(2, 0), (3, 0), (4, 1)]);
        assert_eq!(from_csv("5.03,A\n").unwrap_err().len(), 1, "no head");
        assert_eq!(from_csv("kode,nama\n").unwrap_err().len(), 1);
        assert_eq!(from_csv("kode,nama\n\"5.03,A\n").unwrap_err()[0].row, 1);
    }

    #[test]
    fn a_kode_that_a_spreadsheet_made_a_number_is_refused() {
        let cell = |text: &str, is_number| KatalogCell { text: text.to_owned(), is_number };
        let rows = [
            vec![cell("kode", false), cell("nama", false)],
            vec![cell("5.1", true), cell("A", false)],
            vec![cell("5", true), cell("B", false)],
        ];
        let faults = from_rows(&rows).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].row, faults[0].column), (1, 0));
    }
}

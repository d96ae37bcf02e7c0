//! Rows that were removed: the trail keeps each as it was, so that it can come back.

use selaras_package::Table;

use crate::audit::{self, AuditEntry, Pelaku};
use crate::berkas::BerkasRef;
use crate::database::Store;
use crate::edit::{ADDED, NewRow, REMOVED, RowKept, add_row, declared, objek};
use crate::error::StoreError;
use crate::sql::Session;

/// A row that is gone, as the trail tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedRow {
    /// The entry that tells of it.
    pub nomor: i64,
    /// Who removed it, when and why.
    pub pelaku: String,
    pub waktu: String,
    pub alasan: Option<String>,
    /// Its cells; none where the trail tells of columns that the table no longer has.
    pub cells: Option<Vec<String>>,
    /// Its place in print, where the trail knows it.
    urutan: Option<i64>,
    /// Who brought it back, and when.
    pub restored: Option<(String, String)>,
}

impl Store {
    /// The rows that were removed from a table of a berkas, the last one first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a table that is none, and where the database cannot be read.
    pub fn removed(&self, berkas: &BerkasRef, tabel: &str) -> Result<Vec<RemovedRow>, StoreError> {
        let (berkas, table) = (berkas.clone(), declared(tabel)?);
        self.read(move |session| removed(session, &berkas, table))
    }

    /// Brings a row back that an entry of the trail tells of, as a new one in its old place.
    ///
    /// # Errors
    ///
    /// As [`Store::add`]; [`StoreError::Missing`] for a row that was not removed or cannot be read any
    /// more, [`StoreError::Exists`] for one that is back already.
    pub fn restore(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        tabel: &str,
        nomor: i64,
    ) -> Result<RowKept, StoreError> {
        let (pelaku, berkas, table) = (pelaku.clone(), berkas.clone(), declared(tabel)?);
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let what = || format!("Baris yang dihapus pada catatan {nomor}");
            let all = removed(session, &berkas, table)?;
            let found = all.into_iter().find(|it| it.nomor == nomor);
            let found = found.ok_or_else(|| StoreError::Missing { what: what() })?;
            if found.restored.is_some() {
                return Err(StoreError::Exists { what: what() });
            }
            let cells = found.cells.ok_or_else(|| StoreError::Missing { what: what() })?;
            let names = table.columns.iter().map(|it| it.name.to_owned());
            let new = NewRow {
                tabel: table.name.to_owned(),
                urutan: found.urutan,
                cells: names.zip(cells).collect(),
                alasan: Some(reason(nomor)),
            };
            add_row(session, &mut head, (&pelaku, &berkas), &new)
        })
    }
}

/// Why a thing comes back, as its entry in the trail says it.
pub(crate) fn reason(nomor: i64) -> String {
    format!("memulihkan yang dihapus pada catatan {nomor}")
}

/// Who brought back what an entry tells of, and when.
pub(crate) fn restored(entries: &[AuditEntry], nomor: i64) -> Option<(String, String)> {
    let reason = reason(nomor);
    let found = entries.iter().find(|it| it.alasan.as_ref() == Some(&reason));
    found.map(|it| (it.pelaku.clone(), it.waktu.clone()))
}

fn removed(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    table: &Table,
) -> Result<Vec<RemovedRow>, StoreError> {
    let prefix = objek(berkas, table, "");
    let entries = audit::entries_of(session, berkas.pemda, &prefix, &[REMOVED, ADDED])?;
    let row = |it: &AuditEntry| {
        let (urutan, text) = place(it.lama.as_deref().unwrap_or_default());
        RemovedRow {
            nomor: it.nomor,
            pelaku: it.pelaku.clone(),
            waktu: it.waktu.clone(),
            alasan: it.alasan.clone(),
            cells: cells(table, text),
            urutan,
            restored: restored(&entries, it.nomor),
        }
    };
    Ok(entries.iter().filter(|it| it.tindakan == REMOVED).map(row).collect())
}

/// Between the cells of a row in the trail.
const NEXT: &str = "; ";
/// Before its place in print.
const PLACE: &str = "urutan=";

/// A whole row for the trail: `id=iku-1; jenis=iku`, without what is absent.
pub(crate) fn described(table: &Table, cells: &[String]) -> String {
    let names = table.columns.iter().map(|it| it.name);
    written(names.zip(cells.iter().map(String::as_str)))
}

/// Names with cells for the trail, without what is absent. A cell in which another could seem to begin
/// stands in quotes.
pub(crate) fn written<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let quoted = |cell: &str| match cell.contains(NEXT) || cell.starts_with('"') {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    };
    let filled = pairs.filter(|(_, cell)| !cell.is_empty());
    let parts: Vec<String> =
        filled.map(|(name, cell)| format!("{name}={}", quoted(cell))).collect();
    parts.join(NEXT)
}

/// The same of a row that goes, with the place to which it may come back.
pub(crate) fn described_with_place(table: &Table, row: &RowKept) -> String {
    format!("{PLACE}{}{NEXT}{}", row.urutan, described(table, &row.cells))
}

/// The place that a text of the trail begins with, and the rest.
fn place(text: &str) -> (Option<i64>, &str) {
    let found = text.strip_prefix(PLACE).and_then(|it| it.split_once(NEXT));
    match found.and_then(|(place, rest)| Some((place.parse().ok()?, rest))) {
        Some((place, rest)) => (Some(place), rest),
        None => (None, text),
    }
}

/// The cells of a whole row that the trail tells of, added or gone; `None` where it tells of no such row.
pub fn told_cells(table: &Table, text: &str) -> Option<Vec<String>> {
    cells(table, place(text).1)
}

fn cells(table: &Table, text: &str) -> Option<Vec<String>> {
    read(&table.columns.iter().map(|it| it.name).collect::<Vec<_>>(), text)
}

/// Reads the cells of these names as [`written`] wrote them, and as they were written before cells had
/// quotes: there a cell ends where a later one begins.
pub(crate) fn read(names: &[&str], text: &str) -> Option<Vec<String>> {
    let mut cells = vec![String::new(); names.len()];
    let mut rest = text;
    let mut from = 0;
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=')?;
        let index = names.iter().position(|it| *it == name).filter(|it| *it >= from)?;
        from = index + 1;
        let (cell, others) = match after.strip_prefix('"').and_then(quoted) {
            Some((cell, others)) if others.is_empty() || others.starts_with(NEXT) => (cell, others),
            _ => {
                let begins = |at: &usize| {
                    let next = &after[at + NEXT.len()..];
                    let is_it =
                        |it: &&str| next.strip_prefix(*it).is_some_and(|it| it.starts_with('='));
                    names[from..].iter().any(is_it)
                };
                let end = after.match_indices(NEXT).map(|(at, _)| at).find(begins);
                let (cell, others) = after.split_at(end.unwrap_or(after.len()));
                (cell.to_owned(), others)
            }
        };
        cells[index] = cell;
        rest = others.strip_prefix(NEXT).unwrap_or(others);
    }
    Some(cells)
}

/// A cell whose first quote is read, up to its last one, and what follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Some((cell, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cells, described, place};
    use crate::edit::declared;

    #[test]
    fn a_row_reads_back_from_the_trail_as_it_was() {
        let table = declared("faktor").expect("a table");
        let uraian = table.column_index("uraian").expect("a column");
        for text in [
            "Pegawai kurang",
            "satu; dua",
            "a; catatan=b",
            "\"kutipan\"",
            "\"kutipan\"; halaman=3",
            "\"",
            "=; =",
            "baris\nkedua; \"\"",
        ] {
            let mut row = vec![String::new(); table.columns.len()];
            row[0] = "iku-1".to_owned();
            row[uraian] = text.to_owned();
            assert_eq!(cells(table, &described(table, &row)), Some(row), "{text}");
        }
    }

    #[test]
    fn a_row_from_before_cells_had_quotes_ends_where_the_next_column_begins() {
        let table = declared("faktor").expect("a table");
        let row = cells(table, "indikator=iku-1; uraian=satu; dua; catatan=tiga").expect("a row");
        let cell = |name: &str| row[table.column_index(name).expect("a column")].as_str();
        assert_eq!((cell("uraian"), cell("catatan")), ("satu; dua", "tiga"));
        assert_eq!(place("indikator=iku-1"), (None, "indikator=iku-1"));
        assert_eq!(place("urutan=2048; indikator=iku-1"), (Some(2048), "indikator=iku-1"));
        assert_eq!(cells(table, "kolom_lama=x"), None);
    }
}

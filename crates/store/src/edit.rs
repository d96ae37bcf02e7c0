//! Facts changed row by row: each change names the version that it saw, and leaves an entry with
//! the old and the new value in the trail.

use std::fmt::Write as _;

use selaras_package::Table;
use selaras_package::canonical_narasi;
use selaras_package::rows::canonical;

use crate::audit::{self, Head, Pelaku, Perubahan};
use crate::berkas::{BerkasRef, count_change};
use crate::database::Store;
use crate::error::StoreError;
use crate::facts::{STEP, fact_tables, insert_row, quoted, value};
use crate::isi;
use crate::pengajuan;
use crate::removed::{self, described};
use crate::sql::{Session, Value};

/// Rows that were added by themselves are named from here on by their entry in the trail, so that the
/// name of a removed row never comes back; rows that came with a berkas are counted from 1.
const FIRST_ADDED: i64 = 1_000_000;

/// What the trail calls the end and the beginning of a row.
pub(crate) const REMOVED: &str = "hapus";
pub(crate) const ADDED: &str = "tambah";

/// A row of facts as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowKept {
    /// Its name for ever, within its table and berkas.
    pub baris_ke: i64,
    /// Its place in print: rows with less come before it.
    pub urutan: i64,
    /// Counts its changes; a change must name the one that it saw.
    pub versi: i64,
    /// In the order of the columns of its table, as the package writes them; empty where absent.
    pub cells: Vec<String>,
}

/// New cells for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    pub tabel: String,
    pub baris_ke: i64,
    /// The version that whoever changes it has seen.
    pub versi: i64,
    /// Column and new cell; columns that are not named stay.
    pub cells: Vec<(String, String)>,
    /// Why, where a reason is asked for.
    pub alasan: Option<String>,
}

/// A row to add to its table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRow {
    pub tabel: String,
    /// Its place in print, for a row that comes back; the end where there is none.
    pub urutan: Option<i64>,
    /// Column and cell; columns that are not named are absent.
    pub cells: Vec<(String, String)>,
    pub alasan: Option<String>,
}

/// A cell for the row that a key names, whether the row is there or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub tabel: String,
    /// The key columns of the table, each with its cell.
    pub key: Vec<(String, String)>,
    /// The column to put, and its new cell; an empty one removes the row.
    pub kolom: String,
    pub cell: String,
    /// What whoever puts it has seen there; empty where there was none.
    pub seen: String,
    /// Columns that follow from the change: the value is unverified again.
    pub also: Vec<(String, String)>,
}

/// A text of the report as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NarasiKept {
    /// The name that the structure of the report calls it.
    pub id: String,
    pub versi: i64,
    /// Markdown with live references.
    pub teks: String,
}

impl Store {
    /// The texts of a berkas, by name.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn narasi(&self, berkas: &BerkasRef) -> Result<Vec<NarasiKept>, StoreError> {
        let (pemda, berkas) = (berkas.pemda, berkas.id);
        self.read(|session| narasi(session, (pemda, berkas), None))
    }

    /// Keeps a text, new when `versi` is 0, and gives its version. The trail keeps the text before,
    /// so that its history can be read and nobody's words are lost.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] where somebody else was quicker.
    pub fn write_narasi(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        new: NarasiKept,
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| write_narasi(session, &pelaku, &berkas, &new))
    }

    /// Changes and adds rows, all of them or none: what came as a whole file.
    ///
    /// # Errors
    ///
    /// As [`Store::change`].
    pub fn apply(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        changes: Vec<RowChange>,
        added: Vec<NewRow>,
    ) -> Result<(), StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            for it in &changes {
                change_row(session, &mut head, (&pelaku, &berkas), it)?;
            }
            for it in &added {
                add_row(session, &mut head, (&pelaku, &berkas), it)?;
            }
            Ok(())
        })
    }

    /// How many rows each table of a berkas has, in one query; tables without any are left out.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn row_counts(&self, berkas: &BerkasRef) -> Result<Vec<(String, i64)>, StoreError> {
        let count = |it: &Table| {
            let name = it.name;
            format!("SELECT '{name}', COUNT(*) FROM {name} WHERE pemda = $1 AND berkas = $2")
        };
        let sql = fact_tables().map(count).collect::<Vec<_>>().join(" UNION ALL ");
        let rows =
            self.read(|session| session.query(&sql, &[berkas.pemda.into(), berkas.id.into()]))?;
        let it = |row: Vec<Value>| match <[Value; 2]>::try_from(row) {
            Ok([name, count]) => Some((name.into_cell(), count.as_integer()?)),
            Err(_) => None,
        };
        Ok(rows.into_iter().filter_map(it).filter(|(_, count)| *count > 0).collect())
    }

    /// Texts of a column that contain other text, whatever its capitals, in these berkas: each with
    /// its berkas, at most a hundred.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a table or column that is none.
    pub fn find_text(
        &self,
        pemda: i64,
        (tabel, kolom): (&str, &str),
        wanted: &str,
        berkas: &[i64],
    ) -> Result<Vec<(i64, String)>, StoreError> {
        let table = declared(tabel)?;
        table.column_index(kolom).ok_or_else(|| no_column(table, kolom))?;
        if berkas.is_empty() {
            return Ok(Vec::new());
        }
        let places: Vec<String> = (3..3 + berkas.len()).map(|it| format!("${it}")).collect();
        let sql = format!(
            "SELECT DISTINCT berkas, \"{kolom}\" FROM {tabel} WHERE pemda = $1 \
             AND lower(\"{kolom}\") LIKE $2 ESCAPE '!' AND berkas IN ({}) ORDER BY 2, 1 LIMIT 100",
            places.join(", ")
        );
        let escape = |it: char| match it {
            '%' | '_' | '!' => format!("!{it}"),
            it => it.to_string(),
        };
        let pattern: String = wanted.to_lowercase().chars().map(escape).collect();
        let mut values = vec![pemda.into(), Value::text(format!("%{pattern}%"))];
        values.extend(berkas.iter().map(|it| Value::from(*it)));
        let it = |row: Vec<Value>| match <[Value; 2]>::try_from(row) {
            Ok([berkas, text]) => Some((berkas.as_integer()?, text.into_cell())),
            Err(_) => None,
        };
        Ok(self.read(|session| session.query(&sql, &values))?.into_iter().filter_map(it).collect())
    }

    /// The rows of a table of a berkas, in printing order.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a table that is none, and where the database cannot be read.
    pub fn rows(&self, berkas: &BerkasRef, tabel: &str) -> Result<Vec<RowKept>, StoreError> {
        let (table, place) = (declared(tabel)?, (berkas.pemda, berkas.id));
        self.read(|session| select(session, table, place, None))
    }

    /// The row whose key cells are these: column and cell.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a table or a column that is none, and where the database cannot be
    /// read.
    pub fn row_by_key(
        &self,
        berkas: &BerkasRef,
        tabel: &str,
        key: &[(&str, &str)],
    ) -> Result<Option<RowKept>, StoreError> {
        let (table, place) = (declared(tabel)?, (berkas.pemda, berkas.id));
        let key: Vec<_> =
            key.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect();
        self.read(|session| by_key(session, table, place, &key))
    }

    /// The row of that name.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a table that is none, and where the database cannot be read.
    pub fn row(
        &self,
        berkas: &BerkasRef,
        tabel: &str,
        baris_ke: i64,
    ) -> Result<Option<RowKept>, StoreError> {
        let (table, place) = (declared(tabel)?, (berkas.pemda, berkas.id));
        self.read(|session| Ok(select(session, table, place, Some(baris_ke))?.pop()))
    }

    /// Changes cells of a row, all or none, and gives its new version. Cells that stay as they are
    /// leave no entry, and where all stay the version stays too.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] where somebody else was quicker, [`StoreError::Invalid`] for cells
    /// that cannot be, [`StoreError::Constraint`] for a key twice or a reference to nothing.
    pub fn change(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        change: RowChange,
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            change_row(session, &mut head, (&pelaku, &berkas), &change)
        })
    }

    /// Adds a row at the end of its table.
    ///
    /// # Errors
    ///
    /// As [`Store::change`].
    pub fn add(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        row: NewRow,
    ) -> Result<RowKept, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            add_row(session, &mut head, (&pelaku, &berkas), &row)
        })
    }

    /// Puts cells into rows that their keys name, all of them or none: adds a row where there is
    /// none, changes it, or removes it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Rows`] with all that cannot be put, each for a reason as of [`Store::change`] or
    /// because its quarter is not open; where the database refuses the facts, its reason alone.
    pub fn put(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        rows: Vec<Put>,
    ) -> Result<(), StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let mut faults = Vec::new();
            for (index, it) in rows.iter().enumerate() {
                match put_row(session, &mut head, (&pelaku, &berkas), it) {
                    Ok(()) => {}
                    // Found before anything is written: the others are still looked at.
                    Err(
                        error @ (StoreError::Invalid(_)
                        | StoreError::Locked { .. }
                        | StoreError::Conflict { .. }),
                    ) => faults.push((index, error)),
                    Err(error) => return Err(error),
                }
            }
            if faults.is_empty() { Ok(()) } else { Err(StoreError::Rows(faults)) }
        })
    }

    /// Removes a row that nothing refers to, and gives the number of the entry that tells of it.
    ///
    /// # Errors
    ///
    /// As [`Store::change`].
    pub fn remove(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        tabel: &str,
        (baris_ke, versi): (i64, i64),
        alasan: Option<&str>,
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas, table) = (pelaku.clone(), berkas.clone(), declared(tabel)?);
        let alasan = alasan.map(str::to_owned);
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let row = seen(session, table, &berkas, baris_ke, versi)?;
            remove_row(session, &mut head, (&pelaku, &berkas), table, &row, alasan.as_deref())?;
            Ok(head.nomor)
        })
    }
}

fn remove_row(
    session: &mut Session<'_>,
    head: &mut Head,
    (pelaku, berkas): (&Pelaku, &BerkasRef),
    table: &Table,
    row: &RowKept,
    alasan: Option<&str>,
) -> Result<(), StoreError> {
    pengajuan::guard(session, berkas, table, (Some(&row.cells), None), pelaku)?;
    session.execute(
        &format!("DELETE FROM {} WHERE pemda = $1 AND berkas = $2 AND baris_ke = $3", table.name),
        &[berkas.pemda.into(), berkas.id.into(), row.baris_ke.into()],
    )?;
    count_change(session, berkas)?;
    let perubahan = Perubahan {
        tindakan: REMOVED,
        objek: &objek(berkas, table, row.baris_ke),
        lama: Some(&removed::described_with_place(table, row)),
        baru: None,
        alasan,
    };
    audit::append(session, head, pelaku, &perubahan)
}

fn put_row(
    session: &mut Session<'_>,
    head: &mut Head,
    (pelaku, berkas): (&Pelaku, &BerkasRef),
    put: &Put,
) -> Result<(), StoreError> {
    let table = declared(&put.tabel)?;
    let index = table.column_index(&put.kolom).ok_or_else(|| no_column(table, &put.kolom))?;
    let row = by_key(session, table, (berkas.pemda, berkas.id), &put.key)?;
    let found = row.as_ref().map_or("", |it| it.cells[index].as_str());
    if found == put.cell {
        return Ok(());
    }
    if found != put.seen {
        let key: Vec<&str> = put.key.iter().map(|(_, cell)| cell.as_str()).collect();
        return Err(StoreError::Conflict {
            what: format!("berkas/{}/{}/{}", berkas.key, table.name, key.join("/")),
            versi: row.as_ref().map_or(0, |it| it.versi),
            found: Some(found.to_owned()),
        });
    }
    let cell = (put.kolom.clone(), put.cell.clone());
    let cells = std::iter::once(cell).chain(put.also.iter().cloned());
    match row {
        None => {
            let cells = put.key.iter().cloned().chain(cells).collect();
            let new = NewRow { tabel: put.tabel.clone(), cells, ..NewRow::default() };
            add_row(session, head, (pelaku, berkas), &new).map(drop)
        }
        Some(row) if put.cell.is_empty() => {
            remove_row(session, head, (pelaku, berkas), table, &row, None)
        }
        Some(row) => {
            let change = RowChange {
                tabel: put.tabel.clone(),
                baris_ke: row.baris_ke,
                versi: row.versi,
                cells: cells.collect(),
                alasan: None,
            };
            change_row(session, head, (pelaku, berkas), &change).map(drop)
        }
    }
}

/// The row whose key cells are these.
pub(crate) fn by_key(
    session: &mut Session<'_>,
    table: &Table,
    (pemda, berkas): (i64, i64),
    key: &[(String, String)],
) -> Result<Option<RowKept>, StoreError> {
    let mut sql = format!("SELECT baris_ke FROM {} WHERE pemda = $1 AND berkas = $2", table.name);
    let mut values = vec![pemda.into(), berkas.into()];
    for (name, cell) in key {
        let column = table.column_index(name).map(|index| &table.columns[index]);
        let column = column.ok_or_else(|| no_column(table, name))?;
        values.push(value(column, cell));
        let _ = write!(sql, " AND \"{name}\" = ${}", values.len());
    }
    let found = session.query_one(&sql, &values)?.and_then(|it| it.first()?.as_integer());
    match found {
        Some(baris_ke) => Ok(select(session, table, (pemda, berkas), Some(baris_ke))?.pop()),
        None => Ok(None),
    }
}

fn narasi(
    session: &mut Session<'_>,
    (pemda, berkas): (i64, i64),
    id: Option<&str>,
) -> Result<Vec<NarasiKept>, StoreError> {
    let one = if id.is_some() { " AND id = $3" } else { "" };
    let sql = format!(
        "SELECT id, versi, teks FROM narasi WHERE pemda = $1 AND berkas = $2{one} ORDER BY id"
    );
    let mut values = vec![pemda.into(), berkas.into()];
    values.extend(id.map(Value::from));
    let it = |row: Vec<Value>| match <[Value; 3]>::try_from(row) {
        Ok([id, versi, teks]) => Some(NarasiKept {
            id: id.into_cell(),
            versi: versi.as_integer()?,
            teks: teks.into_cell(),
        }),
        Err(_) => None,
    };
    Ok(session.query(&sql, &values)?.into_iter().filter_map(it).collect())
}

fn write_narasi(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    berkas: &BerkasRef,
    new: &NarasiKept,
) -> Result<i64, StoreError> {
    let mut head = audit::lock(session, berkas.pemda)?;
    let place = (berkas.pemda, berkas.id);
    let before = narasi(session, place, Some(&new.id))?.pop();
    let what = format!("berkas/{}/narasi/{}", berkas.key, new.id);
    let found = before.as_ref().map_or(0, |it| it.versi);
    if found != new.versi {
        return Err(StoreError::Conflict { what, versi: found, found: None });
    }
    let teks = canonical_narasi(&new.teks);
    if before.as_ref().is_some_and(|it| it.teks == teks) {
        return Ok(found);
    }
    let statement = match &before {
        Some(_) => {
            "UPDATE narasi SET teks = $1, versi = versi + 1 \
             WHERE pemda = $2 AND berkas = $3 AND id = $4"
        }
        None => "INSERT INTO narasi (teks, pemda, berkas, id) VALUES ($1, $2, $3, $4)",
    };
    let values: [Value; 4] =
        [teks.as_str().into(), berkas.pemda.into(), berkas.id.into(), new.id.as_str().into()];
    session.execute(statement, &values)?;
    count_change(session, berkas)?;
    let it = Perubahan {
        tindakan: if before.is_some() { "ubah" } else { "tambah" },
        objek: &what,
        lama: before.as_ref().map(|it| it.teks.as_str()),
        baru: Some(&teks),
        alasan: None,
    };
    audit::append(session, &mut head, pelaku, &it)?;
    Ok(found + 1)
}

pub(crate) fn declared(name: &str) -> Result<&'static Table, StoreError> {
    let mut tables = fact_tables();
    let found = tables.find(|it| it.name == name);
    found.ok_or_else(|| StoreError::Missing { what: format!("Tabel «{name}»") })
}

fn no_column(table: &Table, name: &str) -> StoreError {
    StoreError::Missing { what: format!("Kolom «{name}» pada tabel {}", table.name) }
}

pub(crate) fn objek(berkas: &BerkasRef, table: &Table, baris_ke: impl std::fmt::Display) -> String {
    format!("berkas/{}/{}/{baris_ke}", berkas.key, table.name)
}

fn select(
    session: &mut Session<'_>,
    table: &Table,
    (pemda, berkas): (i64, i64),
    baris_ke: Option<i64>,
) -> Result<Vec<RowKept>, StoreError> {
    let columns: Vec<&str> = table.columns.iter().map(|it| it.name).collect();
    let one = if baris_ke.is_some() { " AND baris_ke = $3" } else { "" };
    let sql = format!(
        "SELECT baris_ke, urutan, versi, {} FROM {} WHERE pemda = $1 AND berkas = $2{one} \
         ORDER BY urutan, baris_ke",
        quoted(&columns),
        table.name
    );
    let mut values = vec![pemda.into(), berkas.into()];
    values.extend(baris_ke.map(Value::from));
    let row = |row: Vec<Value>| {
        let mut cells = row.into_iter();
        let mut number = || cells.next().and_then(|it| it.as_integer()).unwrap_or_default();
        let (baris_ke, urutan, versi) = (number(), number(), number());
        RowKept { baris_ke, urutan, versi, cells: cells.map(Value::into_cell).collect() }
    };
    Ok(session.query(&sql, &values)?.into_iter().map(row).collect())
}

/// The row, if it still is as whoever changes it has seen it.
fn seen(
    session: &mut Session<'_>,
    table: &Table,
    berkas: &BerkasRef,
    baris_ke: i64,
    versi: i64,
) -> Result<RowKept, StoreError> {
    let what = || objek(berkas, table, baris_ke);
    let place = (berkas.pemda, berkas.id);
    let found = select(session, table, place, Some(baris_ke))?.pop();
    let row = found.ok_or_else(|| StoreError::Missing { what: what() })?;
    match row.versi == versi {
        true => Ok(row),
        false => Err(StoreError::Conflict { what: what(), versi: row.versi, found: None }),
    }
}

/// The cells with those that are named put in, in canonical form.
fn put_in(
    table: &'static Table,
    mut cells: Vec<String>,
    named: &[(String, String)],
) -> Result<Vec<String>, StoreError> {
    for (column, cell) in named {
        let index = table.column_index(column).ok_or_else(|| no_column(table, column))?;
        cells[index].clone_from(cell);
    }
    canonical(table, &cells).map_err(StoreError::Invalid)
}

pub(crate) fn change_row(
    session: &mut Session<'_>,
    head: &mut Head,
    (pelaku, berkas): (&Pelaku, &BerkasRef),
    change: &RowChange,
) -> Result<i64, StoreError> {
    let table = declared(&change.tabel)?;
    let row = seen(session, table, berkas, change.baris_ke, change.versi)?;
    let cells = put_in(table, row.cells.clone(), &change.cells)?;
    pengajuan::guard(session, berkas, table, (Some(&row.cells), Some(&cells)), pelaku)?;
    let changed: Vec<usize> =
        (0..cells.len()).filter(|index| cells[*index] != row.cells[*index]).collect();
    if changed.is_empty() {
        return Ok(row.versi);
    }
    let sets: Vec<String> = changed
        .iter()
        .zip(1..)
        .map(|(index, place)| format!("\"{}\" = ${place}", table.columns[*index].name))
        .collect();
    let n_sets = sets.len();
    let sql = format!(
        "UPDATE {} SET {}, versi = versi + 1 WHERE pemda = ${} AND berkas = ${} AND baris_ke = ${}",
        table.name,
        sets.join(", "),
        n_sets + 1,
        n_sets + 2,
        n_sets + 3
    );
    let mut values: Vec<Value> =
        changed.iter().map(|index| value(&table.columns[*index], &cells[*index])).collect();
    values.extend([berkas.pemda.into(), berkas.id.into(), change.baris_ke.into()]);
    session.execute(&sql, &values)?;
    isi::follow_key(session, berkas, table, (&row.cells, &cells))?;
    count_change(session, berkas)?;
    for index in changed {
        let of = |cells: &[String]| Some(cells[index].clone()).filter(|it| !it.is_empty());
        let (lama, baru) = (of(&row.cells), of(&cells));
        let objek =
            format!("{}/{}", objek(berkas, table, change.baris_ke), table.columns[index].name);
        let perubahan = Perubahan {
            tindakan: "ubah",
            objek: &objek,
            lama: lama.as_deref(),
            baru: baru.as_deref(),
            alasan: change.alasan.as_deref(),
        };
        audit::append(session, head, pelaku, &perubahan)?;
    }
    Ok(row.versi + 1)
}

pub(crate) fn add_row(
    session: &mut Session<'_>,
    head: &mut Head,
    (pelaku, berkas): (&Pelaku, &BerkasRef),
    new: &NewRow,
) -> Result<RowKept, StoreError> {
    let table = declared(&new.tabel)?;
    let cells = put_in(table, vec![String::new(); table.columns.len()], &new.cells)?;
    pengajuan::guard(session, berkas, table, (None, Some(&cells)), pelaku)?;
    let place = [berkas.pemda.into(), berkas.id.into()];
    let last = session.query_one(
        &format!(
            "SELECT COALESCE(MAX(urutan), 0) FROM {} WHERE pemda = $1 AND berkas = $2",
            table.name
        ),
        &place,
    )?;
    let last = last.and_then(|it| it.first()?.as_integer()).unwrap_or_default();
    let urutan = new.urutan.unwrap_or(last + STEP);
    let baris_ke = FIRST_ADDED + head.nomor;
    let mut values = place.to_vec();
    values.extend([baris_ke.into(), urutan.into(), 1_i64.into()]);
    values.extend(table.columns.iter().zip(&cells).map(|(it, cell)| value(it, cell)));
    session.execute(&insert_row(table), &values)?;
    count_change(session, berkas)?;
    let perubahan = Perubahan {
        tindakan: ADDED,
        objek: &objek(berkas, table, baris_ke),
        lama: None,
        baru: Some(&described(table, &cells)),
        alasan: new.alasan.as_deref(),
    };
    audit::append(session, head, pelaku, &perubahan)?;
    Ok(RowKept { baris_ke, urutan, versi: 1, cells })
}

//! The file of an office for a year: in from a `Berkas`, out as the same `Berkas`.

use std::collections::BTreeSet;

use selaras_domain::{Berkas, Code, JenisIndikator, Narasi, Pemda, Tahun};
use selaras_package::rows::{Cells, Take, from_rows, is_section, to_rows};
use selaras_package::{Column, Presence, Table};
use sha2::{Digest, Sha256};

use crate::audit::{self, Pelaku, Perubahan, hex};
use crate::database::Store;
use crate::error::StoreError;
use crate::facts::{self, Chosen};
use crate::pengajuan;
use crate::perangkat;
use crate::sql::{Session, Value};

/// What people call a berkas: `BKPSDM/2023`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BerkasKey {
    /// The short name of the office.
    pub perangkat: String,
    pub tahun: Tahun,
}

impl BerkasKey {
    /// The name of the berkas with these facts.
    pub fn of(berkas: &Berkas) -> BerkasKey {
        let office = &berkas.perangkat_daerah;
        BerkasKey { perangkat: office.singkatan.clone(), tahun: office.tahun }
    }
}

impl std::fmt::Display for BerkasKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.perangkat, self.tahun)
    }
}

impl std::str::FromStr for BerkasKey {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<BerkasKey, StoreError> {
        let parts = text.rsplit_once('/').and_then(|(perangkat, tahun)| {
            Some(BerkasKey {
                perangkat: perangkat.to_owned(),
                tahun: Tahun::new(tahun.parse().ok()?)?,
            })
        });
        parts.ok_or_else(|| StoreError::Missing { what: format!("Berkas «{text}»") })
    }
}

/// A berkas of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BerkasRef {
    pub pemda: i64,
    pub id: i64,
    pub key: BerkasKey,
}

/// How much of a berkas is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part<'a> {
    pub tables: &'a [&'a str],
    /// Only rows of this year, in tables whose rows have one.
    pub tahun: Option<Tahun>,
    /// Only these kinds of indikator, which are among the tables then, and what belongs to them; all
    /// where there are none.
    pub jenis: &'a [JenisIndikator],
}

impl<'a> Part<'a> {
    /// Whole tables.
    pub fn of(tables: &'a [&'a str]) -> Part<'a> {
        Part { tables, ..Part::default() }
    }
}

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// The berkas is new.
    Added,
    /// It took the place of an earlier one.
    Replaced,
    /// The same facts were there; nothing was written.
    Unchanged,
}

impl Store {
    /// Every berkas, by office and year.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn list(&self) -> Result<Vec<BerkasRef>, StoreError> {
        self.read(list)
    }

    /// The berkas with that name.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where there is none, [`StoreError::Ambiguous`] where several pemda have
    /// one.
    pub fn find(&self, key: &BerkasKey) -> Result<BerkasRef, StoreError> {
        let mut found: Vec<_> = self.list()?.into_iter().filter(|it| it.key == *key).collect();
        let what = format!("Berkas {key}");
        if found.len() > 1 {
            let mut pemda = self.pemda_list()?;
            pemda.retain(|(id, _)| found.iter().any(|it| it.pemda == *id));
            let pemda = pemda.into_iter().map(|(_, called)| called).collect();
            return Err(StoreError::Ambiguous { what, pemda });
        }
        found.pop().ok_or(StoreError::Missing { what })
    }

    /// The berkas with that name, in the pemda that is named where any is.
    ///
    /// # Errors
    ///
    /// As [`Store::find`] and [`Store::pemda_named`].
    pub fn find_of(&self, key: &BerkasKey, pemda: Option<&str>) -> Result<BerkasRef, StoreError> {
        match pemda {
            None => self.find(key),
            Some(name) => self.find_in(self.pemda_named(Some(name))?, key),
        }
    }

    /// The berkas of a pemda with that name.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where there is none.
    pub fn find_in(&self, pemda: i64, key: &BerkasKey) -> Result<BerkasRef, StoreError> {
        let sql = "SELECT berkas.id FROM berkas JOIN perangkat ON perangkat.pemda = berkas.pemda \
                   AND perangkat.id = berkas.perangkat WHERE berkas.pemda = $1 \
                   AND perangkat.singkatan = $2 AND berkas.tahun = $3";
        let values =
            [pemda.into(), key.perangkat.as_str().into(), i64::from(key.tahun.get()).into()];
        let found = self.read(|session| session.query_one(sql, &values))?;
        let id = found.and_then(|it| it.first()?.as_integer());
        let id = id.ok_or_else(|| StoreError::Missing { what: format!("Berkas {key}") })?;
        Ok(BerkasRef { pemda, id, key: key.clone() })
    }

    /// The years of an office that have a berkas, in order.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn years(&self, pemda: i64, perangkat: &str) -> Result<Vec<Tahun>, StoreError> {
        let sql = "SELECT berkas.tahun FROM berkas JOIN perangkat ON perangkat.pemda = berkas.pemda \
                   AND perangkat.id = berkas.perangkat WHERE berkas.pemda = $1 \
                   AND perangkat.singkatan = $2 ORDER BY berkas.tahun";
        let rows = self.read(|session| session.query(sql, &[pemda.into(), perangkat.into()]))?;
        let it = |row: Vec<Value>| Tahun::new(row.first()?.as_integer()?.try_into().ok()?);
        Ok(rows.into_iter().filter_map(it).collect())
    }

    /// All facts of a berkas, from one state of the database, in a constant number of queries.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn berkas(&self, it: &BerkasRef) -> Result<Berkas, StoreError> {
        let (pemda, berkas) = (it.pemda, it.id);
        self.read(|session| load(session, (pemda, berkas), None))
    }

    /// A part of a berkas, for a page that asks for no more; its other lists are empty.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn berkas_part(&self, it: &BerkasRef, part: &Part<'_>) -> Result<Berkas, StoreError> {
        let place = (it.pemda, it.id);
        self.read(|session| load(session, place, Some(part)))
    }

    /// How often the facts of a berkas have changed.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where the berkas is gone.
    pub fn berkas_versi(&self, it: &BerkasRef) -> Result<i64, StoreError> {
        let place = (it.pemda, it.id);
        self.read(|session| berkas_versi(session, place))
    }

    /// Opens the next year of an office: a new berkas with all facts of this one, from which the year
    /// goes on; under the name of `successor` where that office continues this one. The date of the
    /// data is the next year's own, and so is absent.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] when the next year has been opened already, [`StoreError::Step`] when
    /// there is no such office in that year.
    pub fn open_next_year(
        &self,
        pelaku: &Pelaku,
        it: &BerkasRef,
        successor: Option<&str>,
    ) -> Result<BerkasKey, StoreError> {
        let mut berkas = self.berkas(it)?;
        let office = &mut berkas.perangkat_daerah;
        let next = Tahun::new(office.tahun.get() + 1);
        office.tahun =
            next.ok_or_else(|| StoreError::Missing { what: "Tahun berikutnya".to_owned() })?;
        office.tanggal_data = None;
        let offices = self.perangkat(it.pemda)?;
        let singkatan = successor.unwrap_or(&office.singkatan);
        let found = offices.iter().find(|it| it.singkatan == singkatan);
        let own = found
            .ok_or_else(|| StoreError::Missing { what: format!("Perangkat daerah {singkatan}") })?;
        if !own.exists_in(office.tahun) {
            return Err(StoreError::Step {
                why: format!(
                    "Pada tahun {} tidak ada {}; lihat tanggal pembentukan dan berakhirnya pada \
                     daftar perangkat daerah.",
                    office.tahun, own.singkatan
                ),
            });
        }
        if successor.is_some() {
            office.singkatan.clone_from(&own.singkatan);
            office.nama.clone_from(&own.nama);
            office.kode.clone_from(&own.kode);
        }
        let key = BerkasKey::of(&berkas);
        self.import_from(pelaku, berkas, false, Some(&format!("tahun baru dari {}", it.key)))?;
        Ok(key)
    }

    /// Takes in a berkas whole. One that is there already is replaced only when `replace` says so,
    /// and not touched when it holds the same facts.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`], and where the schema refuses the facts.
    pub fn import(
        &self,
        pelaku: &Pelaku,
        berkas: Berkas,
        replace: bool,
    ) -> Result<Imported, StoreError> {
        self.import_from(pelaku, berkas, replace, None)
    }

    /// Takes in a berkas whole, and tells the trail where it comes from.
    ///
    /// # Errors
    ///
    /// As [`Store::import`].
    pub fn import_from(
        &self,
        pelaku: &Pelaku,
        berkas: Berkas,
        replace: bool,
        alasan: Option<&str>,
    ) -> Result<Imported, StoreError> {
        let (pelaku, alasan) = (pelaku.clone(), alasan.map(str::to_owned));
        self.write(move |session| import(session, &pelaku, &berkas, replace, alasan.as_deref()))
    }
}

pub(crate) fn berkas_versi(
    session: &mut Session<'_>,
    (pemda, berkas): (i64, i64),
) -> Result<i64, StoreError> {
    let sql = "SELECT versi FROM berkas WHERE pemda = $1 AND id = $2";
    let found = session.query_one(sql, &[pemda.into(), berkas.into()])?;
    let versi = found.and_then(|it| it.first()?.as_integer());
    versi.ok_or_else(|| StoreError::Missing { what: "Berkas".to_owned() })
}

/// Counts a change of the facts of a berkas.
pub(crate) fn count_change(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
) -> Result<(), StoreError> {
    let sql = "UPDATE berkas SET versi = versi + 1 WHERE pemda = $1 AND id = $2";
    session.execute(sql, &[berkas.pemda.into(), berkas.id.into()])?;
    Ok(())
}

fn list(session: &mut Session<'_>) -> Result<Vec<BerkasRef>, StoreError> {
    let rows = session.query(
        "SELECT berkas.pemda, berkas.id, perangkat.singkatan, berkas.tahun FROM berkas \
         JOIN perangkat ON perangkat.pemda = berkas.pemda AND perangkat.id = berkas.perangkat \
         ORDER BY berkas.pemda, perangkat.singkatan, berkas.tahun",
        &[],
    )?;
    let it = |row: Vec<Value>| match <[Value; 4]>::try_from(row) {
        Ok([pemda, id, singkatan, tahun]) => Some(BerkasRef {
            pemda: pemda.as_integer()?,
            id: id.as_integer()?,
            key: BerkasKey {
                perangkat: singkatan.into_cell(),
                tahun: Tahun::new(tahun.as_integer()?.try_into().ok()?)?,
            },
        }),
        Err(_) => None,
    };
    Ok(rows.into_iter().filter_map(it).collect())
}

/// All of a berkas, or a part of it; sections are always there.
pub(crate) fn load(
    session: &mut Session<'_>,
    (pemda, berkas): (i64, i64),
    part: Option<&Part<'_>>,
) -> Result<Berkas, StoreError> {
    let is_wanted = |table: &str| part.is_none_or(|it| it.tables.contains(&table));
    let place = [pemda.into(), berkas.into()];
    let mut of_pemda =
        session.query("SELECT jenis, nama, provinsi FROM pemda WHERE id = $1", &place[..1])?;
    let narasi = match is_wanted("narasi") {
        true => session.query(
            "SELECT id, teks FROM narasi WHERE pemda = $1 AND berkas = $2 ORDER BY id",
            &place,
        )?,
        false => Vec::new(),
    };
    let narasi = narasi.into_iter().filter_map(|row| match <[Value; 2]>::try_from(row) {
        Ok([id, teks]) => Some(Narasi { id: id.into_cell(), teks: teks.into_cell() }),
        Err(_) => None,
    });
    let mut failed = None;
    let mut without_rows = BTreeSet::new();
    let mut chosen = part.map(|it| Chosen { tahun: it.tahun, jenis: it.jenis, indikator: None });
    let found = from_rows(
        |table: &'static Table, take: &mut Take<'_>| {
            if table.name == "pemda" {
                for row in std::mem::take(&mut of_pemda) {
                    let cells: Vec<_> =
                        row.into_iter().map(|it| Some(it.into_cell().into())).collect();
                    take((0, 0), &cells);
                }
                return;
            }
            if !is_section(table) && !is_wanted(table.name) {
                return;
            }
            // Rows that must name a row of an empty table cannot be there.
            let names_none = |it: &Column| {
                let target = it.target.filter(|_| it.presence == Presence::Required);
                target.is_some_and(|it| without_rows.contains(it))
            };
            let mut is_empty = true;
            if !table.columns.iter().any(names_none) {
                let chosen = chosen.as_mut().filter(|_| !is_section(table));
                let mut keep = |place, cells: &Cells<'_>| {
                    is_empty = false;
                    take(place, cells);
                };
                let found = facts::select(session, (pemda, berkas), table, chosen, &mut keep);
                if let Err(error) = found {
                    failed.get_or_insert(error);
                }
            }
            if is_empty {
                without_rows.insert(table.name);
            }
        },
        narasi.collect(),
    );
    match failed {
        Some(error) => Err(error),
        None => found.map_err(StoreError::Facts),
    }
}

fn import(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    berkas: &Berkas,
    replace: bool,
    alasan: Option<&str>,
) -> Result<Imported, StoreError> {
    let key = BerkasKey::of(berkas);
    let pemda = pemda_id(session, &berkas.pemda)?;
    let mut head = audit::lock(session, pemda)?;
    let earlier =
        list(session)?.into_iter().find(|it| it.pemda == pemda && it.key == key).map(|it| it.id);
    let versi = match earlier {
        Some(id) => berkas_versi(session, (pemda, id))? + 1,
        None => 1,
    };
    let before = match earlier {
        Some(_) if !replace => {
            return Err(StoreError::Exists { what: format!("Berkas {key}") });
        }
        Some(id) => {
            let before = load(session, (pemda, id), None)?;
            if before == *berkas {
                return Ok(Imported::Unchanged);
            }
            pengajuan::refuse_replacing(session, (pemda, id), &key)?;
            // Only the facts go. Proofs, steps and remarks are of people, and stay.
            let place = [pemda.into(), id.into()];
            for table in facts::fact_tables().collect::<Vec<_>>().into_iter().rev() {
                let sql = format!("DELETE FROM {} WHERE pemda = $1 AND berkas = $2", table.name);
                session.execute(&sql, &place)?;
            }
            session.execute("DELETE FROM narasi WHERE pemda = $1 AND berkas = $2", &place)?;
            Some(words(&before))
        }
        None => None,
    };
    let perangkat = perangkat::id_or_new(session, pemda, &berkas.perangkat_daerah)?;
    let id = match earlier {
        Some(id) => id,
        None => next_id(session, "berkas", pemda)?,
    };
    session.execute(
        "INSERT INTO berkas (pemda, id, perangkat, tahun, versi) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (pemda, id) DO UPDATE SET versi = $5",
        &[
            pemda.into(),
            id.into(),
            perangkat.into(),
            i64::from(key.tahun.get()).into(),
            versi.into(),
        ],
    )?;
    // Whoever read a row before it was replaced has read another one: its version goes on.
    let narasi = berkas.narasi.iter().map(|it| {
        let (id_of, teks) = (it.id.as_str().into(), it.teks.as_str().into());
        vec![pemda.into(), id.into(), id_of, teks, versi.into()]
    });
    session.execute_many(
        "INSERT INTO narasi (pemda, berkas, id, teks, versi) VALUES ($1, $2, $3, $4, $5)",
        narasi,
    )?;
    for list in to_rows(berkas).iter().filter(|it| it.table.name != "pemda") {
        facts::insert(session, (pemda, id), versi, list)?;
    }
    let perubahan = Perubahan {
        tindakan: "impor",
        objek: &format!("berkas/{key}"),
        lama: before.as_deref(),
        baru: Some(&words(berkas)),
        alasan,
    };
    audit::append(session, &mut head, pelaku, &perubahan)?;
    Ok(if earlier.is_some() { Imported::Replaced } else { Imported::Added })
}

/// SHA-256 of all facts of a berkas as they are kept.
pub(crate) fn facts_digest(
    session: &mut Session<'_>,
    place: (i64, i64),
) -> Result<String, StoreError> {
    Ok(digest(&load(session, place, None)?))
}

/// What the trail keeps of facts that came as a whole.
fn words(berkas: &Berkas) -> String {
    let lists = to_rows(berkas);
    let n_rows: usize = lists.iter().map(|it| it.rows.len()).sum();
    let n_tables = lists.iter().filter(|it| !it.rows.is_empty()).count();
    format!(
        "{} ({}), tahun {}: {n_rows} baris pada {n_tables} tabel, {} narasi; {}",
        berkas.perangkat_daerah.nama,
        berkas.perangkat_daerah.singkatan,
        berkas.perangkat_daerah.tahun,
        berkas.narasi.len(),
        digest(berkas)
    )
}

/// SHA-256 of all cells of a berkas.
fn digest(berkas: &Berkas) -> String {
    let mut hasher = Sha256::new();
    let mut add = |part: &str| {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    };
    for list in to_rows(berkas) {
        add(list.table.name);
        add(&list.rows.len().to_string());
        list.rows.iter().flatten().for_each(|cell| add(cell));
    }
    for narasi in &berkas.narasi {
        add(&narasi.id);
        add(&narasi.teks);
    }
    format!("sha256:{}", hex(&hasher.finalize()))
}

pub(crate) fn pemda_id(session: &mut Session<'_>, pemda: &Pemda) -> Result<i64, StoreError> {
    let found = session.query_one(
        "SELECT id FROM pemda WHERE jenis = $1 AND nama = $2 AND provinsi = $3",
        &[pemda.jenis.code().into(), pemda.nama.as_str().into(), pemda.provinsi.as_str().into()],
    )?;
    if let Some(id) = found.and_then(|it| it.first()?.as_integer()) {
        return Ok(id);
    }
    let last = session.query_one("SELECT COALESCE(MAX(id), 0) FROM pemda", &[])?;
    let id = last.and_then(|it| it.first()?.as_integer()).unwrap_or_default() + 1;
    let n_added = session.execute(
        "INSERT INTO pemda (id, jenis, nama, provinsi) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING",
        &[
            id.into(),
            pemda.jenis.code().into(),
            pemda.nama.as_str().into(),
            pemda.provinsi.as_str().into(),
        ],
    )?;
    // Another node has made one at the same time: perhaps this one.
    if n_added == 0 { Err(StoreError::LostRace) } else { Ok(id) }
}

/// The next number of a table within a pemda, whose chain the caller holds locked.
pub(crate) fn next_id(
    session: &mut Session<'_>,
    table: &str,
    pemda: i64,
) -> Result<i64, StoreError> {
    let sql = format!("SELECT COALESCE(MAX(id), 0) FROM {table} WHERE pemda = $1");
    let last = session.query_one(&sql, &[pemda.into()])?;
    Ok(last.and_then(|it| it.first()?.as_integer()).unwrap_or_default() + 1)
}

#[cfg(test)]
mod tests {
    use selaras_domain::{Berkas, Fungsi, Id, Narasi, PejabatId};

    use super::{BerkasKey, Store};
    use crate::sql::QUERIES;
    use crate::support::{Fresh, example, on_both, pelaku};

    /// How many queries it takes to load a berkas.
    fn n_queries(store: &Store, berkas: &Berkas) -> usize {
        store.import(&pelaku(), berkas.clone(), true).expect("an import");
        let found = store.find(&BerkasKey::of(berkas)).expect("it is there");
        QUERIES.set(0);
        assert_eq!(store.berkas(&found).expect("facts"), *berkas);
        QUERIES.get()
    }

    on_both! {
        fn a_berkas_with_many_rows_is_loaded_with_as_many_queries_as_one_with_few(fresh: Fresh) {
            let store = Store::migrate(&fresh.place).expect("a database");
            let few = example("bkpsdm-dumai-2023");
            let mut many = few.clone();
            let last = many.fungsi.iter().map(|it| it.nomor).max().expect("functions");
            let function = many.fungsi[0].clone();
            many.fungsi.extend((1..=500).map(|n| Fungsi { nomor: last + n, ..function.clone() }));
            let text = many.narasi[0].clone();
            many.narasi.extend((1..=500).map(|n| Narasi { id: format!("z-{n:03}"), ..text.clone() }));
            let official = many.pejabat[0].clone();
            many.pejabat.extend((1..=500).map(|n| {
                let mut it = official.clone();
                it.id = PejabatId::new(&format!("z-{n:03}")).expect("an id");
                it
            }));
            let n_few = n_queries(&store, &few);
            assert_eq!(n_queries(&store, &many), n_few);
            let n_tables = crate::fact_tables().count();
            assert!((10..=n_tables + 3).contains(&n_few), "{n_few} for {n_tables} tables");
        }
    }
}

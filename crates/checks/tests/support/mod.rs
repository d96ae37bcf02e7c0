//! An office where everything is right, and ways to change it.

#![allow(dead_code, reason = "each test uses a part")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use selaras_checks::Bukti;
use selaras_domain::{Berkas, Code, Id, Indikator, Katalog, Narasi, Periode, RekomendasiId, Tahun};
use selaras_package::{Table, rows};
use serde::Deserialize;

/// The folder of a package, from the folder of this crate.
pub(crate) fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Kantor contoh: plan, agreement, measurement, report and evaluation agree.
pub(crate) fn kantor() -> Berkas {
    selaras_package::read_unlisted(&folder("tests/kantor")).unwrap_or_else(|errors| {
        panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// The catalogue that the codes of Kantor contoh are of.
pub(crate) fn katalog() -> Katalog {
    let text = std::fs::read_to_string(folder("tests/kantor-nomenklatur.csv")).unwrap();
    let baris = selaras_package::katalog::from_csv(&text).unwrap();
    Katalog::new("Katalog Contoh", Tahun::new(2020).unwrap(), baris)
}

/// A proof for every indikator and quarter.
pub(crate) fn bukti(kantor: &Berkas) -> Bukti {
    let of = |it: &Indikator| Periode::TRIWULAN.map(|at| (it.id.clone(), at));
    let triwulan = kantor.indikator.iter().flat_map(of).collect();
    Bukti { triwulan, ..Bukti::default() }
}

/// The rows of a Berkas by table, as texts that can be changed.
pub(crate) type Tables = BTreeMap<&'static str, Vec<Vec<String>>>;

pub(crate) fn tables(berkas: &Berkas) -> Tables {
    let texts = |rows: Vec<Vec<Cow<'_, str>>>| {
        rows.into_iter().map(|row| row.into_iter().map(Cow::into_owned).collect()).collect()
    };
    rows::to_rows(berkas).into_iter().map(|it| (it.table.name, texts(it.rows))).collect()
}

pub(crate) fn berkas(tables: &Tables, narasi: Vec<Narasi>) -> Berkas {
    let of = |table: &'static Table, take: &mut rows::Take<'_>| {
        for (row, place) in tables.get(table.name).into_iter().flatten().zip(0..) {
            let cells: Vec<_> = row.iter().map(|it| Some(Cow::Borrowed(it.as_str()))).collect();
            take((place, 0), &cells);
        }
    };
    rows::from_rows(of, narasi).unwrap_or_else(|errors| {
        panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

pub(crate) fn table(name: &str) -> &'static Table {
    let mut all = rows::tables().iter().chain(rows::sections());
    all.find(|it| it.name == name).unwrap_or_else(|| panic!("no table {name}"))
}

/// Columns by which a row is named, also in the two tables whose rows have no key.
pub(crate) fn key_columns(table: &Table) -> &[&'static str] {
    match table.name {
        "pembanding" => &["indikator", "tingkat", "nomor"],
        "bagian" => &["judul"],
        _ => table.key,
    }
}

pub(crate) fn key(table: &Table, row: &[String]) -> String {
    let cell = |name: &&str| {
        row[table.column_index(name).unwrap_or_else(|| panic!("{} {name}", table.name))].as_str()
    };
    key_columns(table).iter().map(cell).collect::<Vec<_>>().join("/")
}

/// What stands beside the facts and is no table of an office: a case can take it away, and add the
/// proof of what was done about a recommendation.
const NOMENKLATUR: &str = "nomenklatur";
const BUKTI: &str = "bukti";

/// The changes of a case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    pub(crate) as_of: Option<String>,
    /// Cells of rows: `tabel`, `kunci`, and the new value of each column that is named.
    #[serde(default)]
    ubah: Vec<toml::Table>,
    /// Rows: `tabel` and `kunci`.
    #[serde(default)]
    hapus: Vec<toml::Table>,
    /// New rows: `tabel` and the columns that are not empty.
    #[serde(default)]
    tambah: Vec<toml::Table>,
}

impl Changes {
    pub(crate) fn parse(text: &str) -> Changes {
        toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    /// The catalogue of the case; none where it takes its lines away.
    pub(crate) fn katalog(&self) -> Option<Katalog> {
        let is_taken = self.hapus.iter().any(|it| text(it, "tabel") == NOMENKLATUR);
        (!is_taken).then(katalog)
    }

    /// The proofs of the case; none to be seen where it takes all away.
    pub(crate) fn bukti(&self, kantor: &Berkas) -> Option<Bukti> {
        let taken = self.hapus.iter().filter(|it| text(it, "tabel") == BUKTI);
        let taken: Vec<String> = taken.map(|it| text(it, "kunci")).collect();
        let mut all = bukti(kantor);
        all.triwulan.retain(|(id, at)| {
            let key = format!("{id}/{}", at.code());
            !taken.iter().any(|pattern| matches_key(pattern, &key))
        });
        for it in self.tambah.iter().filter(|it| text(it, "tabel") == BUKTI) {
            let id = RekomendasiId::new(&text(it, "rekomendasi")).unwrap();
            all.tindak_lanjut.insert((id, text(it, "nomor").parse().unwrap()));
        }
        (!all.triwulan.is_empty()).then_some(all)
    }

    /// The office with the changes made.
    pub(crate) fn apply(&self, kantor: &Berkas) -> Berkas {
        let mut all = tables(kantor);
        let mut narasi = kantor.narasi.clone();
        for it in &self.hapus {
            if [NOMENKLATUR, BUKTI].contains(&text(it, "tabel").as_str()) {
                continue;
            }
            if text(it, "tabel") == "narasi" {
                narasi.retain(|row| !matches_key(&text(it, "kunci"), &row.id));
                continue;
            }
            let table = table(&text(it, "tabel"));
            let pattern = text(it, "kunci");
            let rows = all.get_mut(table.name).unwrap_or_else(|| panic!("{} is empty", table.name));
            let before = rows.len();
            rows.retain(|row| !matches_key(&pattern, &key(table, row)));
            assert!(rows.len() < before, "{} has no row {pattern}", table.name);
        }
        for it in &self.ubah {
            let table = table(&text(it, "tabel"));
            let pattern = text(it, "kunci");
            let rows = all.get_mut(table.name).unwrap_or_else(|| panic!("{} is empty", table.name));
            let mut found = 0;
            for row in rows.iter_mut() {
                if matches_key(&pattern, &key(table, row)) {
                    set(table, row, it);
                    found += 1;
                }
            }
            assert!(found > 0, "{} has no row {pattern}", table.name);
        }
        for it in self.tambah.iter().filter(|it| text(it, "tabel") != BUKTI) {
            if text(it, "tabel") == "narasi" {
                narasi.push(Narasi { id: text(it, "id"), teks: text(it, "teks") });
                continue;
            }
            let table = table(&text(it, "tabel"));
            let mut row = vec![String::new(); table.columns.len()];
            set(table, &mut row, it);
            all.entry(table.name).or_default().push(row);
        }
        berkas(&all, narasi)
    }
}

fn set(table: &Table, row: &mut [String], change: &toml::Table) {
    for name in change.keys().filter(|it| !matches!(it.as_str(), "tabel" | "kunci")) {
        let place = table.column_index(name);
        row[place.unwrap_or_else(|| panic!("{} has no column {name}", table.name))] =
            text(change, name);
    }
}

/// A text or a whole number; decimals are written as texts, so that no binary float is read.
fn text(change: &toml::Table, name: &str) -> String {
    match change.get(name) {
        Some(toml::Value::String(text)) => text.clone(),
        Some(toml::Value::Integer(number)) => number.to_string(),
        None if name == "kunci" => String::new(),
        other => panic!("{name}: {other:?}"),
    }
}

/// `iku-1/*` names every row of iku-1, `*` and the empty pattern every row.
fn matches_key(pattern: &str, key: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = key.strip_prefix(first) else { return pattern.is_empty() };
    let mut last = first;
    for part in parts {
        let Some(place) = rest.rfind(part) else { return false };
        rest = &rest[place + part.len()..];
        last = part;
    }
    pattern.is_empty() || last.is_empty() || rest.is_empty()
}

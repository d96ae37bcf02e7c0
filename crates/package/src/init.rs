//! The skeleton of a package: every table with its header, one invented example of what belongs
//! together, and comments that say what to fill in.

use std::collections::BTreeMap;
use std::path::Path;

use selaras_domain::{Berkas, Kebijakan, Pemda, PerangkatDaerah};
use toml::{Table as Facts, Value};

use crate::cell::{Kind, Presence, listed};
use crate::csv::push_row;
use crate::files::{MANIFEST, NARASI_FOLDER, SETTINGS};
use crate::read::read_files;
use crate::table::{Column, Table};
use crate::tables::{SECTIONS, TABLES};
use crate::write::{WriteError, write_files};
use crate::{manifest, settings};

/// Writes a commented skeleton that can be read as it is. The folder must be new or empty.
///
/// # Errors
///
/// When the folder holds something, and when the disk refuses.
pub fn init(path: &Path) -> Result<(), WriteError> {
    write_files(&skeleton(), path)
}

/// The facts with which an office begins that has none: how it measures until it says otherwise, and the
/// outline of its report. What the skeleton invents is left out, and so are scales: those an office
/// adopts.
pub fn empty(pemda: Pemda, perangkat_daerah: PerangkatDaerah, dasar: &str) -> Berkas {
    let mut facts = invented();
    let kept = ["pemda", "perangkat_daerah", "kebijakan", "kebijakan_indikator", "bagian"];
    facts.retain(|name, _| kept.contains(&name));
    for (_, list) in &mut facts {
        let rows = match list {
            Value::Array(rows) => rows.as_mut_slice(),
            section => std::slice::from_mut(section),
        };
        for row in rows.iter_mut().filter_map(Value::as_table_mut) {
            row.retain(|name, _| !name.starts_with("skala"));
        }
    }
    let mut files = skeleton_of(&facts);
    for (path, text) in files.iter_mut().filter(|(path, _)| path.starts_with(NARASI_FOLDER)) {
        *text = match path.contains("penutup") {
            true => "Laporan ini menyajikan kinerja {perangkat-daerah} tahun {tahun}.\n".to_owned(),
            false => "{perangkat-daerah} {pemda} mempunyai tugas {tugas}.\n".to_owned(),
        };
    }
    let files = files.iter().map(|(path, text)| (path, text.as_bytes()));
    let berkas = read_files(files).expect("a test reads it");
    let kebijakan = Kebijakan { dasar: dasar.to_owned(), ..berkas.kebijakan };
    Berkas { pemda, perangkat_daerah, kebijakan, ..berkas }
}

fn invented() -> Facts {
    include_str!("skeleton/facts.toml").parse().expect("a test reads it")
}

fn skeleton() -> BTreeMap<String, String> {
    skeleton_of(&invented())
}

fn skeleton_of(facts: &Facts) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("README.txt".to_owned(), include_str!("skeleton/README.txt").to_owned()),
        (
            "narasi/latar-belakang.md".to_owned(),
            include_str!("skeleton/latar-belakang.md").to_owned(),
        ),
        ("narasi/penutup.md".to_owned(), include_str!("skeleton/penutup.md").to_owned()),
    ]);
    files.insert(SETTINGS.to_owned(), commented_settings(facts));
    let tables: Vec<(&Table, Vec<&Column>)> =
        TABLES.iter().map(|table| (table, table.columns.iter().collect())).collect();
    let title = "Kinerja Dinas Contoh tahun 2025";
    files.insert(MANIFEST.to_owned(), manifest::write("discontoh-2025", title, &tables));
    for table in TABLES.iter() {
        files.insert(table.file(), table_text(table, facts));
    }
    files
}

fn table_text(table: &Table, facts: &Facts) -> String {
    let mut text = String::new();
    push_row(&mut text, table.columns.iter().map(|it| it.name));
    let rows = facts.get(table.name).and_then(Value::as_array);
    for row in rows.map(Vec::as_slice).unwrap_or_default() {
        let cells = table.columns.iter().map(|it| cell(row.get(it.name)));
        let cells: Vec<String> = cells.collect();
        push_row(&mut text, cells.iter().map(String::as_str));
    }
    text
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// `paket.toml` with what each key is above it; keys that may be absent are commented out.
fn commented_settings(facts: &Facts) -> String {
    let mut text =
        "# Teks ditulis di antara tanda kutip. Baris yang diawali # tidak dibaca.\n".to_owned();
    for section in SECTIONS.iter() {
        text.push_str(&format!("\n# {}\n[{}]\n", section.about, section.name));
        for column in &section.columns {
            text.push_str(&format!("\n# {}\n", explained(column)));
            let value = facts.get(section.name).and_then(|it| it.get(column.name));
            let line = match value {
                Some(value) => settings::line(column, &cell(Some(value))),
                None => format!("# {}", settings::line(column, "")),
            };
            text.push_str(&line);
        }
    }
    text
}

fn explained(column: &Column) -> String {
    let mut text = column.about.to_owned();
    if let Kind::Word(words) = &column.kind {
        text.push_str(&format!(" Salah satu dari {}.", listed(words)));
    }
    if column.presence == Presence::Optional {
        text.push_str(" Boleh tidak ada.");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canonical_files;

    #[test]
    fn the_skeleton_is_a_package_without_faults() {
        let files = skeleton();
        let files = files.iter().map(|(path, text)| (path, text.as_bytes()));
        let berkas = read_files(files).unwrap();
        assert!(canonical_files(&berkas).is_ok());
    }

    #[test]
    fn an_office_begins_with_what_it_is_and_how_it_measures_and_nothing_invented() {
        let files = skeleton();
        let files = files.iter().map(|(path, text)| (path, text.as_bytes()));
        let full = read_files(files).unwrap();
        let office = PerangkatDaerah { nama: "Dinas Uji".to_owned(), ..full.perangkat_daerah };
        let it = empty(full.pemda.clone(), office.clone(), "Keputusan uji");
        assert_eq!((&it.pemda, &it.perangkat_daerah), (&full.pemda, &office));
        assert_eq!(it.kebijakan.dasar, "Keputusan uji");
        assert_eq!(it.kebijakan_indikator.len(), full.kebijakan_indikator.len());
        assert_eq!(it.bagian, full.bagian);
        assert!(it.skala.is_empty() && it.indikator.is_empty() && it.dokumen.is_empty());
        // It travels as a package like any other.
        let files = canonical_files(&it).unwrap();
        let files = files.iter().map(|(path, text)| (path, text.as_bytes()));
        assert_eq!(read_files(files).unwrap(), it);
    }

    #[test]
    fn the_skeleton_names_only_tables_and_columns_that_exist() {
        let facts: Facts = include_str!("skeleton/facts.toml").parse().unwrap();
        for (list, rows) in &facts {
            let table = TABLES.iter().chain(SECTIONS.iter()).find(|it| it.name == list);
            let table = table.unwrap_or_else(|| panic!("no table {list}"));
            let rows = rows.as_array().cloned().unwrap_or_else(|| vec![rows.clone()]);
            for key in rows.iter().filter_map(Value::as_table).flat_map(Facts::keys) {
                assert!(table.column_index(key).is_some(), "{list} has no column {key}");
            }
        }
    }

    #[test]
    fn refuses_a_folder_that_holds_something() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paket");
        init(&path).unwrap();
        let before = std::fs::read(path.join(SETTINGS)).unwrap();
        assert!(matches!(init(&path), Err(WriteError::Occupied(_))));
        assert_eq!(std::fs::read(path.join(SETTINGS)).unwrap(), before);
        assert_eq!(crate::validate(&path), []);
        // Nothing is left beside it.
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

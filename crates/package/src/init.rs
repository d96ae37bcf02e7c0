//! The skeleton of a package: every table with its header, one invented example of what belongs
//! together, and comments that say what to fill in.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table as Facts, Value};

use crate::cell::{Kind, Presence, listed};
use crate::csv::push_row;
use crate::files::{MANIFEST, SETTINGS};
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

fn skeleton() -> BTreeMap<String, String> {
    let facts: Facts = include_str!("skeleton/facts.toml").parse().expect("a test reads it");
    let mut files = BTreeMap::from([
        ("README.txt".to_owned(), include_str!("skeleton/README.txt").to_owned()),
        (
            "narasi/latar-belakang.md".to_owned(),
            include_str!("skeleton/latar-belakang.md").to_owned(),
        ),
        ("narasi/penutup.md".to_owned(), include_str!("skeleton/penutup.md").to_owned()),
    ]);
    files.insert(SETTINGS.to_owned(), commented_settings(&facts));
    let tables: Vec<(&Table, Vec<&Column>)> =
        TABLES.iter().map(|table| (table, table.columns.iter().collect())).collect();
    let title = "Kinerja Dinas Contoh tahun 2025";
    files.insert(MANIFEST.to_owned(), manifest::write("discontoh-2025", title, &tables));
    for table in TABLES.iter() {
        files.insert(table.file(), table_text(table, &facts));
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
    use crate::{canonical_files, read_files};

    #[test]
    fn the_skeleton_is_a_package_without_faults() {
        let files = skeleton();
        let files = files.iter().map(|(path, text)| (path, text.as_bytes()));
        let berkas = read_files(files).unwrap();
        assert!(canonical_files(&berkas).is_ok());
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

//! `datapackage.json`: the manifest of the package, after the Frictionless Data Package standard.

use std::collections::HashSet;

use selaras_domain::PerangkatDaerah;
use serde_json::{Map, Value, json};

use crate::cell::{Kind, Presence, canonical_text};
use crate::csv::count_line_ends;
use crate::error::{Place, Problem, Problems, shown};
use crate::files::MANIFEST;
use crate::link::target_key;
use crate::read::{FileText, Reader, Texts};
use crate::table::{Column, Table};
use crate::tables::TABLES;

/// The version of the format that this program reads and writes.
pub const FORMAT_VERSION: u64 = 1;

/// The key of the manifest that holds the version of the format.
const VERSION_KEY: &str = "selaras";

/// A manifest as read: its text, and its value or the fault of the text.
pub(crate) struct Manifest<'a> {
    text: &'a str,
    value: serde_json::Result<Value>,
}

impl<'a> Manifest<'a> {
    /// `None` when there is none, or none that is text.
    pub(crate) fn read(texts: &Texts<'a>) -> Option<Manifest<'a>> {
        match texts.get(MANIFEST) {
            FileText::Text(text) => Some(Manifest { text, value: serde_json::from_str(text) }),
            FileText::Absent | FileText::Damaged => None,
        }
    }

    /// The fault of a package that a later version wrote.
    pub(crate) fn future_version(&self) -> Option<Problem> {
        let version = self.value.as_ref().ok()?[VERSION_KEY].as_u64()?;
        let (found, known) = (version.to_string(), FORMAT_VERSION);
        (version > known).then_some(Problem::FutureVersion { found, known })
    }

    /// The place of what the manifest says of a file.
    fn place_of(&self, path: &str) -> Place {
        let line = self.text.find(&format!("\"{path}\""));
        let line = line.map(|position| count_line_ends(&self.text[..position]) + 1);
        Place { line, ..Place::file(MANIFEST) }
    }
}

/// Reports where the manifest is not whole or disagrees with the tables.
pub(crate) fn check(read: &Manifest<'_>, texts: &Texts<'_>, reader: &mut Reader<'_>) {
    let manifest = match &read.value {
        Ok(manifest) => manifest,
        Err(error) => {
            let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
            let detail = format!("karakter ke-{}", error.column());
            let place = Place::line(MANIFEST, line.max(1));
            reader.problems.push(place, Problem::BadJson { detail });
            return;
        }
    };
    let Reader { problems, headers, .. } = reader;
    let report = |problems: &mut Problems, key: &str, found, expected| {
        let place = Place { column: Some(key.to_owned()), ..Place::file(MANIFEST) };
        problems.push(place, Problem::BadManifest { found, expected });
    };
    if manifest[VERSION_KEY].as_u64() != Some(FORMAT_VERSION) {
        report(problems, VERSION_KEY, "versi format tidak ada atau salah", "versi format `1`");
    }
    if !manifest["name"].is_string() {
        report(problems, "name", "nama paket tidak ada", "nama pendek, misalnya \"bkpsdm-2023\"");
    }
    let Some(resources) = manifest["resources"].as_array() else {
        report(problems, "resources", "daftar tabel tidak ada", "daftar `resources`");
        return;
    };
    let mut listed = HashSet::new();
    for resource in resources {
        let Some(path) = resource["path"].as_str() else {
            report(problems, "resources", "ada sumber tanpa `path`", "`path` pada setiap sumber");
            continue;
        };
        listed.insert(path.to_owned());
        let Some(table) = TABLES.iter().find(|it| it.file() == path) else {
            // Finding the line reads the whole text, so no further than faults are kept.
            if problems.is_full() {
                return;
            }
            let problem = Problem::UnknownResource { path: shown(path) };
            problems.push(read.place_of(path), problem);
            continue;
        };
        if let FileText::Absent = texts.get(path) {
            problems.push(Place::file(path), Problem::ListedButAbsent {});
        } else if let Some(header) = headers.get(table.name) {
            let fields = resource["schema"]["fields"].as_array().map(Vec::as_slice);
            let fields = fields.unwrap_or_default().iter();
            let fields: Vec<&str> =
                fields.map(|it| it["name"].as_str().unwrap_or_default()).collect();
            if fields != *header {
                let found = shown(&fields.join(","));
                let expected = shown(&header.join(","));
                problems.push(read.place_of(path), Problem::FieldsDiffer { found, expected });
            }
        }
    }
    for table in TABLES.iter() {
        let file = table.file();
        if !listed.contains(&file) && !matches!(texts.get(&file), FileText::Absent) {
            problems.push(Place::file(&file), Problem::NotListed {});
        }
    }
}

/// The manifest of a package with these tables, each with the columns of its file.
pub(crate) fn write(name: &str, title: &str, tables: &[(&Table, Vec<&Column>)]) -> String {
    let mut resources: Vec<(&str, Value)> = tables
        .iter()
        .map(|(table, columns)| (table.name, resource(table, columns, tables)))
        .collect();
    resources.sort_by_key(|(name, _)| *name);
    let resources: Vec<Value> = resources.into_iter().map(|(_, it)| it).collect();
    let manifest = json!({
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        VERSION_KEY: FORMAT_VERSION,
        "resources": resources,
    });
    let mut text = serde_json::to_string_pretty(&manifest).expect("strings and lists only");
    text.push('\n');
    text
}

/// Name and title of the package of an office: `bkpsdm-2023`.
pub(crate) fn titles(office: &PerangkatDaerah) -> (String, String) {
    let plain = office.singkatan.to_lowercase();
    let plain = plain.replace(|it: char| !it.is_ascii_alphanumeric(), "-");
    let mut parts: Vec<&str> = plain.split('-').filter(|it| !it.is_empty()).collect();
    let tahun = office.tahun.to_string();
    parts.push(&tahun);
    (parts.join("-"), format!("Kinerja {} tahun {tahun}", canonical_text(&office.nama)))
}

fn resource(table: &Table, columns: &[&Column], tables: &[(&Table, Vec<&Column>)]) -> Value {
    let mut schema = Map::new();
    let fields: Vec<Value> = columns.iter().map(|it| field(it)).collect();
    schema.insert("fields".to_owned(), fields.into());
    schema.insert("missingValues".to_owned(), json!([""]));
    let is_required = |name: &&str| {
        columns.iter().any(|it| it.name == *name && it.presence == Presence::Required)
    };
    // The standard has no primary key with a part that may be absent.
    if !table.key.is_empty() && table.key.iter().all(is_required) {
        schema.insert("primaryKey".to_owned(), table.key.to_vec().into());
    }
    // A key to a table that the package does not have would be no key.
    let has_table = |name: &str| tables.iter().any(|(it, _)| it.name == name);
    let foreign_keys: Vec<Value> = columns
        .iter()
        .filter_map(|column| Some((column.name, column.target?)))
        .filter(|(_, target)| has_table(target))
        .map(|(name, target)| {
            // The standard names the table itself with the empty string.
            let resource = if target == table.name { "" } else { target };
            let key = target_key(target);
            match key {
                [] | [_] => {
                    json!({"fields": name, "reference": {"resource": resource, "fields": "id"}})
                }
                [others @ .., _] => {
                    let fields: Vec<&str> = others.iter().copied().chain([name]).collect();
                    json!({"fields": fields, "reference": {"resource": resource, "fields": key}})
                }
            }
        })
        .collect();
    if !foreign_keys.is_empty() {
        schema.insert("foreignKeys".to_owned(), foreign_keys.into());
    }
    json!({
        "name": table.name,
        "path": table.file(),
        "profile": "tabular-data-resource",
        "description": table.about,
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let (kind, format) = match &column.kind {
        Kind::Text | Kind::Id | Kind::Kode | Kind::Word(_) => ("string", None),
        Kind::Integer | Kind::Rupiah => ("integer", None),
        Kind::Decimal => ("number", None),
        Kind::Year => ("year", None),
        Kind::Date => ("date", Some("%Y-%m-%d")),
    };
    let mut constraints = Map::new();
    if column.presence == Presence::Required {
        constraints.insert("required".to_owned(), true.into());
    }
    match &column.kind {
        Kind::Word(words) => {
            constraints.insert("enum".to_owned(), words.clone().into());
        }
        Kind::Id => {
            constraints.insert("pattern".to_owned(), "[a-z0-9][a-z0-9._-]{0,63}".into());
        }
        Kind::Kode => {
            constraints.insert("pattern".to_owned(), "[0-9]+(\\.[0-9]+){0,5}".into());
        }
        _ => {}
    }
    let range = match &column.kind {
        Kind::Rupiah => Some(0..=i64::MAX),
        Kind::Year => Some(1999..=2100),
        _ => column.range.clone(),
    };
    if let Some(range) = range {
        constraints.insert("minimum".to_owned(), (*range.start()).into());
        if *range.end() < i64::MAX {
            constraints.insert("maximum".to_owned(), (*range.end()).into());
        }
    }
    let mut field = Map::new();
    field.insert("name".to_owned(), column.name.into());
    field.insert("type".to_owned(), kind.into());
    if let Some(format) = format {
        field.insert("format".to_owned(), format.into());
    }
    field.insert("description".to_owned(), column.about.into());
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), constraints.into());
    }
    field.into()
}

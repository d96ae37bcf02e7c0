//! How rows name each other: keys that repeat, references to nothing, and trees that go in circles.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::error::{Place, Problem, meant, shown};
use crate::files::NARASI_FOLDER;
use crate::read::{Keys, Reader};
use crate::table::{Column, Table};
use crate::tables::TABLES;

/// Between the parts of a key of several columns; a cell cannot hold it.
const SEPARATOR: &str = "\u{1f}";

/// The key of a row; `None` when the table has none, or a part of it is missing or empty.
pub(crate) fn key<'a>(
    table: &Table,
    columns: &[&str],
    cells: &[Option<Cow<'a, str>>],
) -> Option<Cow<'a, str>> {
    let cell = |name: &str| cells[table.column_index(name)?].clone();
    match columns {
        [] => None,
        [only] => cell(only).filter(|it| !it.is_empty()),
        _ => {
            let parts: Option<Vec<Cow<'a, str>>> = columns.iter().map(|it| cell(it)).collect();
            Some(Cow::Owned(parts?.join(SEPARATOR)))
        }
    }
}

/// The columns of the key of a table that is referred to; none for what is no table.
pub(crate) fn target_key(target: &str) -> &'static [&'static str] {
    TABLES.iter().find(|it| it.name == target).map(|it| it.key).unwrap_or_default()
}

/// A reference of several parts: the last is in `column`, the others in columns of their names.
/// `None` when one of them is missing or empty.
pub(crate) fn joined<'a>(
    table: &Table,
    column: &Column,
    parts: &[&str],
    cells: &[Option<Cow<'a, str>>],
) -> Option<Cow<'a, str>> {
    let (_, others) = parts.split_last()?;
    let names = others.iter().copied().chain([column.name]);
    let texts: Option<Vec<&str>> = names
        .map(|name| cells[table.column_index(name)?].as_deref().filter(|it| !it.is_empty()))
        .collect();
    Some(Cow::Owned(texts?.join(SEPARATOR)))
}

/// The fault of a row whose key stood on line `first` already.
pub(crate) fn duplicate(table: &Table, cells: &[Option<Cow<'_, str>>], first: u32) -> Problem {
    let cell = |name: &str| {
        let index = table.column_index(name).expect("a key names columns of its table");
        shown(cells[index].as_deref().unwrap_or_default())
    };
    let parts: Vec<String> = table.key.iter().map(|it| format!("{it} {}", cell(it))).collect();
    let names = match table.key {
        [only] => (*only).to_owned(),
        _ => format!("gabungan {}", table.key.join(", ")),
    };
    Problem::DuplicateKey { key: parts.join(", "), names, first }
}

/// Reports references to nothing and trees that go in circles.
pub(crate) fn check(reader: &mut Reader<'_>) {
    let mut known: HashMap<&str, Vec<String>> = HashMap::new();
    let none = Keys::default();
    for reference in &reader.references {
        if reader.damaged.contains(reference.target) {
            continue;
        }
        let keys = reader.keys.get(reference.target).unwrap_or(&none);
        if keys.lines.contains_key(&reference.text) {
            continue;
        }
        let known = known.entry(reference.target).or_insert_with(|| readable_keys(keys));
        let table = if reference.target == NARASI_FOLDER {
            "folder narasi".to_owned()
        } else {
            format!("{}.csv", reference.target)
        };
        let text = readable(&reference.text);
        let otherwise = format!("Tambahkan pada {table}, atau perbaiki rujukannya");
        let remedy = meant(&text, known.iter().map(String::as_str), &otherwise);
        let problem = Problem::Dangling { found: shown(&text), table, remedy };
        reader.problems.push(reference.source.place(), problem);
    }
    let mut tables: Vec<(&&str, &Keys<'_>)> = reader.keys.iter().collect();
    tables.sort_by_key(|(name, _)| **name);
    for (name, keys) in tables {
        for (place, problem) in find_cycles(name, keys) {
            reader.problems.push(place, problem);
        }
    }
}

/// The keys that may be proposed, sorted so that of two equally near ones the same is proposed
/// every time; none where there are so many that a wrong table would take minutes to refuse.
fn readable_keys(keys: &Keys<'_>) -> Vec<String> {
    const MAX_KEYS: usize = 2_000;
    if keys.lines.len() > MAX_KEYS {
        return Vec::new();
    }
    let mut known: Vec<String> = keys.lines.keys().map(|it| readable(it)).collect();
    known.sort_unstable();
    known
}

fn readable(key: &str) -> String {
    key.replace(SEPARATOR, " / ")
}

/// Every circle once, at the row of it that stands first.
fn find_cycles(table: &str, keys: &Keys<'_>) -> Vec<(Place, Problem)> {
    let parents: HashMap<&str, (&str, &str, u32)> = keys
        .parents
        .iter()
        .map(|(child, parent, column, line)| (child.as_ref(), (parent.as_ref(), *column, *line)))
        .collect();
    let mut found = Vec::new();
    // Rows that are known to lead out, or whose circle has been found.
    let mut done = std::collections::HashSet::new();
    for (start, ..) in &keys.parents {
        let mut path: Vec<&str> = Vec::new();
        let mut on_path = std::collections::HashSet::new();
        let mut here: &str = start;
        while !done.contains(here) && on_path.insert(here) {
            path.push(here);
            match parents.get(here) {
                Some((parent, ..)) => here = parent,
                None => break,
            }
        }
        let is_circle = !done.contains(here) && parents.contains_key(here);
        if is_circle && let Some(from) = path.iter().position(|it| *it == here) {
            let circle = &path[from..];
            let first = circle.iter().filter_map(|it| parents.get(it)).min_by_key(|it| it.2);
            let (_, column, line) = first.expect("every row of a circle has a parent");
            let mut names: Vec<String> = circle.iter().take(8).map(|it| shown(it)).collect();
            names.push(if circle.len() > 8 { "…".to_owned() } else { shown(here) });
            let place = Place::cell(&format!("{table}.csv"), *line, column);
            found.push((place, Problem::Cycle { path: names.join(" → ") }));
        }
        done.extend(path);
    }
    found
}

//! Which row is part of which: by kode, by numbering, by the words Program and Kegiatan, by indentation, by bold type.

use super::row::RowKind;
use super::{Role, View};
use crate::number::Entry;
use crate::words::words;

/// The parent of each row, as one way of reading a table has it.
pub(crate) type Tree = Vec<Option<usize>>;

/// Every way to read the hierarchy of a table that is one; calculations decide between them.
pub(crate) fn trees(view: &View) -> Vec<Tree> {
    let mut found: Vec<Tree> = Vec::new();
    let all = [by_code(view), by_marker(view), by_words(view), by_indent(view), by_bold(view)];
    for tree in all.into_iter().flatten() {
        let is_deep = tree.iter().any(Option::is_some);
        if is_deep && !found.contains(&tree) {
            found.push(tree);
        }
    }
    found
}

/// "5.03.02" is part of "5.03": from a column of codes, from codes spread over narrow columns, or in front of the label.
fn by_code(view: &View) -> Option<Tree> {
    let keys: Vec<Option<Vec<u32>>> = (0..view.rows.len()).map(|it| code_of(view, it)).collect();
    let known = keys.iter().flatten().count();
    let deep = keys.iter().flatten().filter(|it| it.len() > 1).count();
    if known < 2 || deep == 0 {
        return None;
    }
    Some(
        (0..keys.len())
            .map(|index| {
                let key = keys[index].as_ref()?;
                let is_prefix = |it: &Vec<u32>| it.len() < key.len() && key.starts_with(it);
                let longest = (0..index)
                    .filter_map(|it| {
                        keys[it].as_ref().filter(|it| is_prefix(it)).map(|key| (key.len(), it))
                    })
                    .max()?;
                Some(longest.1)
            })
            .collect(),
    )
}

fn code_of(view: &View, row: usize) -> Option<Vec<u32>> {
    if view.rows[row].kind != RowKind::Data {
        return None;
    }
    let slots = &view.slots[row];
    let mut joined: Vec<u32> = Vec::new();
    for (index, slot) in slots.iter().enumerate().take(10) {
        let text = slot.text.trim_end_matches('.').trim();
        let is_code = !text.is_empty()
            && text.len() <= 24
            && text.chars().all(|it| it.is_ascii_digit() || it == '.' || it == ' ');
        let is_code_column = view.columns[index].role == Role::Number
            || (index < 7 && view.columns[index].path.is_empty());
        if is_code && (is_code_column || index == 0) {
            let parts: Option<Vec<u32>> = text
                .split(['.', ' '])
                .filter(|it| !it.is_empty())
                .map(|it| it.parse().ok())
                .collect();
            joined.extend(parts?);
        } else if !joined.is_empty() || slot.text.chars().any(char::is_alphabetic) {
            break;
        }
    }
    if joined.is_empty() {
        // "5.03.02 Program …" in one cell.
        let first = view.rows[row].label.split_whitespace().next()?;
        let first = first.trim_end_matches(['.', ')']);
        if first.contains('.') || first.bytes().all(|it| it.is_ascii_digit()) {
            let parts: Option<Vec<u32>> = first.split('.').map(|it| it.parse().ok()).collect();
            joined = parts?;
        }
    }
    (!joined.is_empty()).then_some(joined)
}

/// "I", "A", "1", "a", "1)": each kind of marker is a level, in the order in which the kinds appear.
fn by_marker(view: &View) -> Option<Tree> {
    let marker = |row: usize| -> Option<u8> {
        if view.rows[row].kind != RowKind::Data {
            return None;
        }
        let in_column = view
            .columns
            .iter()
            .zip(&view.slots[row])
            .find(|it| it.0.role == Role::Number && !it.1.text.is_empty());
        let text = match in_column {
            Some((_, slot)) => slot.text.clone(),
            None => view.rows[row].label.split_whitespace().next()?.to_owned(),
        };
        style_of(&text)
    };
    let levels: Vec<Option<u8>> = (0..view.rows.len()).map(marker).collect();
    let has_two = levels.iter().flatten().any(|it| Some(it) != levels.iter().flatten().next());
    has_two.then(|| stacked(&levels))
}

/// The kind of a marker: "A", "I", "1", "a", "i", with or without a parenthesis.
fn style_of(text: &str) -> Option<u8> {
    let text = text.trim();
    let is_parenthesis = u8::from(text.ends_with(')'));
    let bare = text.trim_matches(['.', ')', '(', ' ']);
    if bare.is_empty() || bare.len() > 4 {
        return None;
    }
    let all = |test: fn(char) -> bool| bare.chars().all(test);
    let kind = if all(|it| it.is_ascii_digit()) {
        2
    } else if all(|it| "IVX".contains(it)) {
        0
    } else if bare.len() == 1 && all(|it| it.is_ascii_uppercase()) {
        1
    } else if bare.len() == 1 && all(|it| it.is_ascii_lowercase()) {
        3
    } else {
        return None;
    };
    Some(kind * 2 + is_parenthesis)
}

/// Program above kegiatan above sub-kegiatan.
fn by_words(view: &View) -> Option<Tree> {
    let level = |row: usize| -> Option<u8> {
        if view.rows[row].kind != RowKind::Data {
            return None;
        }
        let texts = view.slots[row]
            .iter()
            .filter(|it| matches!(it.entry, Entry::Text))
            .map(|it| it.text.as_str());
        texts.take(3).find_map(|text| {
            let list = words(text);
            let mut list =
                list.iter().map(String::as_str).skip_while(|it| it.len() <= 3 && *it != "sub");
            match (list.next(), list.next()) {
                (Some("urusan"), _) => Some(0),
                (Some("bidang"), Some("urusan")) => Some(1),
                (Some("program"), _) => Some(2),
                (Some("kegiatan"), _) => Some(3),
                (Some("sub"), Some("kegiatan")) | (Some("subkegiatan"), _) => Some(4),
                _ => None,
            }
        })
    };
    let levels: Vec<Option<u8>> = (0..view.rows.len()).map(level).collect();
    let lowest = levels.iter().flatten().max().copied()?;
    // What is named by none of these words is one level below the last of them.
    let filled: Vec<Option<u8>> = (0..levels.len())
        .map(|it| match (levels[it], view.rows[it].kind) {
            (None, RowKind::Data) => Some(lowest + 1),
            (level, _) => level,
        })
        .collect();
    Some(nested(&filled))
}

fn by_indent(view: &View) -> Option<Tree> {
    let levels: Vec<Option<u8>> =
        view.rows.iter().map(|it| (it.kind == RowKind::Data).then_some(it.indent)).collect();
    levels.iter().flatten().any(|it| *it > 0).then(|| nested(&levels))
}

fn by_bold(view: &View) -> Option<Tree> {
    let levels: Vec<Option<u8>> = view
        .rows
        .iter()
        .map(|it| (it.kind == RowKind::Data).then_some(u8::from(!it.is_bold)))
        .collect();
    let first = levels.iter().flatten().next().copied();
    (first == Some(0) && levels.iter().flatten().any(|it| *it == 1)).then(|| nested(&levels))
}

/// Parents where a smaller number is a higher level.
fn nested(levels: &[Option<u8>]) -> Tree {
    (0..levels.len())
        .map(|index| {
            let own = levels[index]?;
            (0..index).rev().find(|it| levels[*it].is_some_and(|it| it < own))
        })
        .collect()
}

/// Parents where a level is whatever appears for the first time below the last one.
fn stacked(levels: &[Option<u8>]) -> Tree {
    let mut stack: Vec<(u8, usize)> = Vec::new();
    let mut tree = vec![None; levels.len()];
    for (index, level) in levels.iter().enumerate() {
        let Some(level) = *level else { continue };
        if let Some(at) = stack.iter().position(|it| it.0 == level) {
            stack.truncate(at);
        }
        tree[index] = stack.last().map(|it| it.1);
        stack.push((level, index));
    }
    tree
}

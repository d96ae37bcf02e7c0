//! Where the head of a table ends, and what stands above each column.

use super::column::{Column, Role};
use crate::document::{Cell, Table};
use crate::number::{Entry, parse};
use crate::words::{squash, tidy};

/// Heads have at most so many rows.
const DEEPEST: usize = 8;

/// The head of a table.
pub(super) struct Head {
    pub(super) len: usize,
    /// Rows of it that name columns; titles and column numbers do not.
    naming: Vec<usize>,
    /// The row that numbers the columns: "1 2 3 4 = 3/2".
    numbers: Option<usize>,
    /// The text of a title row inside the grid.
    pub(super) title: Option<String>,
}

impl Head {
    pub(super) fn of(table: &Table) -> Head {
        let mut head = Head { len: 0, naming: Vec::new(), numbers: None, title: None };
        for (index, row) in table.rows.iter().enumerate().take(DEEPEST) {
            if is_blank(row) {
                head.len = index + 1;
                continue;
            }
            if is_column_numbers(row) {
                head.numbers = Some(index);
                head.len = index + 1;
                break;
            }
            if let Some(title) = title(row) {
                let is_first = head.naming.is_empty();
                if !is_first || has_number(row) {
                    break;
                }
                head.title.get_or_insert(title);
                head.len = index + 1;
                continue;
            }
            let is_declared = index < table.declared_head && !has_amount(row);
            if has_number(row) && !is_declared {
                break;
            }
            if !(head.naming.is_empty() || is_declared || continues(row)) {
                break;
            }
            head.naming.push(index);
            head.len = index + 1;
        }
        // Column numbers may follow a head that ended at a declared row.
        if table.rows.get(head.len).is_some_and(|it| is_column_numbers(it)) {
            head.numbers = Some(head.len);
            head.len += 1;
        }
        if head.naming.is_empty() {
            head.len = 0;
        }
        head
    }

    /// What the row of column numbers has in each column; empty where there is none.
    pub(super) fn numbering(&self, table: &Table) -> Vec<String> {
        let row = self.numbers.and_then(|it| table.rows.get(it)).map_or(&[][..], Vec::as_slice);
        row.iter().map(|it| tidy(&it.text)).collect()
    }

    pub(super) fn columns(&self, table: &Table) -> Vec<Column> {
        let width = table.rows.first().map_or(0, Vec::len);
        let mut grid: Vec<Vec<String>> = self
            .naming
            .iter()
            .map(|it| table.rows[*it].iter().map(|cell| tidy(&cell.text)).collect())
            .collect();
        // A head that covers several columns without being merged stands over the first of them only.
        for level in 0..grid.len().saturating_sub(1) {
            for index in 1..width {
                let is_below =
                    !grid[level + 1][index].is_empty() && !grid[level + 1][index - 1].is_empty();
                let is_merged = table.rows[self.naming[level + 1]][index].merged_into.is_some();
                if grid[level][index].is_empty() && is_below && !is_merged {
                    grid[level][index] = grid[level][index - 1].clone();
                }
            }
        }
        (0..width)
            .map(|index| {
                let mut path: Vec<String> = Vec::new();
                for row in &grid {
                    let text = &row[index];
                    if !text.is_empty() && path.last() != Some(text) {
                        path.push(text.clone());
                    }
                }
                Column::new(path)
            })
            .collect()
    }

    /// Whether a later row repeats a row of the head, as split tables do.
    pub(super) fn is_repeated(&self, table: &Table, row: &[Cell]) -> bool {
        let text = |row: &[Cell]| row.iter().map(|it| squash(&it.text)).collect::<Vec<_>>();
        let row = text(row);
        row.iter().any(|it| !it.is_empty())
            && self.naming.iter().any(|it| text(&table.rows[*it]) == row)
    }
}

pub(super) fn is_blank(row: &[Cell]) -> bool {
    row.iter().all(|it| it.text.trim().is_empty())
}

/// "(1) (2) (3)", "1 2 3 4", "1 2 3 4=3/2".
pub(super) fn is_column_numbers(row: &[Cell]) -> bool {
    let texts: Vec<&str> = row
        .iter()
        .filter(|it| it.merged_into.is_none())
        .map(|it| it.text.trim())
        .filter(|it| !it.is_empty())
        .collect();
    if texts.len() < 3 {
        return false;
    }
    let numbers: Vec<u32> = texts
        .iter()
        .filter_map(|it| {
            let start = it.trim_start_matches(['(', ' ']);
            let end = start.find(|it: char| !it.is_ascii_digit()).unwrap_or(start.len());
            let rest = start[end..].trim();
            let is_alone = matches!(rest, "" | ")" | "." | ").")
                || rest.starts_with(['=', ')']) && rest.contains('=')
                || (rest.len() == 1 && rest.bytes().all(|it| it.is_ascii_alphabetic()));
            if is_alone { start[..end].parse().ok() } else { None }
        })
        .collect();
    numbers.len() >= texts.len() - 1
        && numbers.len() >= 3
        && numbers[0] <= 2
        && numbers.windows(2).all(|it| it[1] == it[0] + 1 || it[1] == it[0])
        && numbers.last() > numbers.first()
}

/// The text of a row that says one thing over the whole width.
fn title(row: &[Cell]) -> Option<String> {
    if row.len() < 3 {
        return None;
    }
    let first = row.iter().find(|it| !it.text.trim().is_empty())?;
    let is_one = row.iter().all(|it| it.text == first.text);
    let is_alone = row.iter().filter(|it| !it.text.trim().is_empty()).count() == 1;
    (is_one || is_alone).then(|| tidy(&first.text))
}

/// A number that is not a year.
fn has_number(row: &[Cell]) -> bool {
    row.iter().any(|cell| match parse(&cell.text) {
        Entry::Number(it) => !is_year(&cell.text) && !it.first().value.is_negative(),
        Entry::Range(_) => true,
        _ => false,
    })
}

/// A number larger than what counts columns.
fn has_amount(row: &[Cell]) -> bool {
    row.iter()
        .filter(|cell| !is_year(&cell.text) && matches!(parse(&cell.text), Entry::Number(_)))
        .count()
        > 0
}

fn is_year(text: &str) -> bool {
    matches!(text.trim().parse::<u16>(), Ok(1990..=2099))
}

/// Whether a row without numbers goes on with the head.
fn continues(row: &[Cell]) -> bool {
    let is_covered =
        row.iter().any(|it| it.merged_into.is_some_and(|at| at.0 == 0 || !it.text.is_empty()));
    let naming = row
        .iter()
        .filter(|it| !it.text.trim().is_empty())
        .filter(|it| {
            let column = Column::new(vec![it.text.clone()]);
            column.role != Role::Other
                || column.year.is_some()
                || column.quarter.is_some()
                || it.text.len() <= 4
        })
        .count();
    let filled = row.iter().filter(|it| !it.text.trim().is_empty()).count();
    let has_sentence =
        row.iter().any(|it| it.merged_into.is_none() && it.text.split_whitespace().count() > 8);
    !has_sentence && (naming * 2 > filled || (is_covered && naming * 3 > filled))
}

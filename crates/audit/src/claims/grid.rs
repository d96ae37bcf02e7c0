//! A table as columns with a label, as far as a sentence needs to look something up in it.

use crate::document::{Cell, Table};

/// Where the head of a table ends, and what it says above each column.
pub(super) struct Grid<'a> {
    pub(super) table: &'a Table,
    pub(super) head: usize,
    /// One for each column, in small letters: the words of all rows of the head.
    pub(super) labels: Vec<String>,
}

impl<'a> Grid<'a> {
    pub(super) fn of(table: &'a Table) -> Grid<'a> {
        let head = head(table);
        let width = table.rows.first().map_or(0, Vec::len);
        let labels = (0..width).map(|column| label(table, head, column)).collect();
        Grid { table, head, labels }
    }

    /// The rows below the head.
    pub(super) fn body(&self) -> impl Iterator<Item = (usize, &'a Vec<Cell>)> {
        self.table.rows.iter().enumerate().skip(self.head)
    }
}

fn head(table: &Table) -> usize {
    if table.declared_head > 0 {
        return table.declared_head.min(table.rows.len());
    }
    let mut head = usize::from(!table.rows.is_empty());
    while let Some(row) = table.rows.get(head).filter(|_| head < 4) {
        let covered = row.iter().any(|it| it.merged_into.is_some_and(|(above, _)| above < head));
        let goes_on = covered && row.iter().all(|it| is_head_text(&it.text));
        if !goes_on && !is_numbering(row) {
            break;
        }
        head += 1;
    }
    head
}

/// `1 2 3 4`, `(1) (2) (3)`: the numbers of the columns.
fn is_numbering(row: &[Cell]) -> bool {
    let numbers: Vec<u32> = row
        .iter()
        .filter_map(|it| it.text.trim_matches(['(', ')', ' ', '.']).parse().ok())
        .collect();
    numbers.len() >= 2
        && numbers.len() == row.iter().filter(|it| !it.text.is_empty()).count()
        && numbers.iter().zip(&numbers[1..]).all(|(one, next)| *next == one + 1)
}

/// Years and words; no values.
fn is_head_text(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits == 0
        || (digits == 4
            && super::text::tokens(text)
                .iter()
                .any(|it| it.is_number() && super::text::is_year(it.text)))
}

fn label(table: &Table, head: usize, column: usize) -> String {
    let mut words: Vec<String> = Vec::new();
    for row in &table.rows[..head] {
        let Some(cell) = row.get(column) else { continue };
        let text = cell.text.to_lowercase().replace('\n', " ");
        if words.last() != Some(&text) && !is_numbering(row) {
            words.push(text);
        }
    }
    words.join(" ").trim().to_owned()
}

/// `JUMLAH`, `Total`, `Rata-rata`: no entry of its own.
pub(super) fn is_total(text: &str) -> bool {
    let folded = text.trim().to_lowercase();
    ["jumlah", "total", "rata-rata", "rata – rata", "rata - rata", "grand total"].iter().any(|it| {
        folded == *it || folded.starts_with(&format!("{it} ")) || folded == format!("{it}:")
    })
}

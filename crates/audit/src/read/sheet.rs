//! A sheet of cells, cut into the tables and lines that stand on it.

use std::collections::BTreeMap;

use super::ReadError;
use super::limit::Budget;
use super::shape::{Paragraph, Shape, caption};
use crate::document::{Caption, CaptionKind, Cell, Table};
use crate::number::{Entry, parse};
use crate::words::tidy;

/// Cells that are not empty, and the merges over them; rows and columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) cells: BTreeMap<usize, BTreeMap<usize, Cell>>,
    /// First row, first column, last row, last column.
    pub(crate) merges: Vec<(usize, usize, usize, usize)>,
}

impl Sheet {
    /// Hands over what stands on the sheet, from top to bottom.
    pub(crate) fn put(&self, shape: &mut Shape, budget: &mut Budget) -> Result<(), ReadError> {
        let mut segments: Vec<Vec<usize>> = Vec::new();
        let mut last: Option<usize> = None;
        for &row in self.cells.keys() {
            match (last, segments.last_mut()) {
                (Some(above), Some(segment)) if row == above + 1 || self.is_joined(above, row) => {
                    segment.push(row)
                }
                _ => segments.push(vec![row]),
            }
            last = Some(row);
        }
        let mut pending: Option<Vec<usize>> = None;
        for segment in segments {
            pending = match pending.take() {
                None => Some(segment),
                Some(above) if self.goes_on(&above, &segment) => {
                    Some(above.into_iter().chain(segment).collect())
                }
                Some(above) => {
                    self.put_segment(&above, shape, budget)?;
                    Some(segment)
                }
            };
        }
        match pending {
            Some(it) => self.put_segment(&it, shape, budget),
            None => Ok(()),
        }
    }

    /// Whether a merge holds two rows together.
    fn is_joined(&self, above: usize, below: usize) -> bool {
        self.merges.iter().any(|it| it.0 <= above && it.2 >= below)
    }

    /// Whether rows after a blank one go on with the table above: they begin with data in the same columns.
    fn goes_on(&self, above: &[usize], below: &[usize]) -> bool {
        let (Some(&last), Some(&first)) = (above.last(), below.first()) else { return false };
        let (Some(a), Some(b)) = (self.span(above), self.span(below)) else { return false };
        let has_number =
            self.cells[&first].values().any(|it| matches!(parse(&it.text), Entry::Number(_)));
        let is_table =
            |rows: &[usize]| rows.iter().filter(|it| self.cells[it].len() > 1).count() > 1;
        first == last + 2
            && a.0 == b.0
            && a.1.abs_diff(b.1) <= 1
            && has_number
            && self.cells[&first].len() > 1
            && is_table(above)
    }

    /// First and last column of rows.
    fn span(&self, rows: &[usize]) -> Option<(usize, usize)> {
        let columns = || rows.iter().flat_map(|it| self.cells[it].keys().copied());
        Some((columns().min()?, columns().max()?))
    }

    fn put_segment(
        &self,
        rows: &[usize],
        shape: &mut Shape,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        // Lines above and below the table stand alone in their row.
        let is_line = |row: &usize| self.cells[row].len() == 1 && !self.is_tall(*row);
        let top = rows.iter().take_while(|it| is_line(it)).count();
        let bottom =
            rows[top..].iter().rev().take_while(|it| is_line(it) && !self.is_number(**it)).count();
        let (lines, rest) = rows.split_at(top);
        let (body, notes) = rest.split_at(rest.len() - bottom);
        let mut title = None;
        for row in lines {
            let text = self.line(*row);
            if !body.is_empty() && caption(&text, false).is_none() {
                // The last line above a table names it.
                title = Some(text.clone());
            }
            if body.is_empty() || caption(&text, false).is_some() || Some(row) != lines.last() {
                shape.paragraph(Paragraph { text, ..Paragraph::default() });
            }
        }
        if !body.is_empty() {
            for (from, to) in self.side_by_side(body) {
                let table = self.table(body, from, to, title.as_deref(), budget)?;
                shape.table(table, None);
            }
        }
        for row in notes {
            shape.paragraph(Paragraph { text: self.line(*row), ..Paragraph::default() });
        }
        Ok(())
    }

    fn is_tall(&self, row: usize) -> bool {
        self.merges.iter().any(|it| it.0 <= row && it.2 > row)
    }

    fn is_number(&self, row: usize) -> bool {
        self.cells[&row].values().any(|it| matches!(parse(&it.text), Entry::Number(_)))
    }

    fn line(&self, row: usize) -> String {
        tidy(&self.cells[&row].values().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    /// Tables that stand beside each other have an empty column between them, and heads of their own.
    fn side_by_side(&self, rows: &[usize]) -> Vec<(usize, usize)> {
        let Some((from, to)) = self.span(rows) else { return Vec::new() };
        let is_used = |column: usize| {
            rows.iter().any(|it| self.cells[it].contains_key(&column))
                || self.merges.iter().any(|it| {
                    it.1 <= column && column <= it.3 && it.1 < column && rows.contains(&it.0)
                })
        };
        let mut found = Vec::new();
        let mut start = from;
        for column in from..=to {
            if !is_used(column) {
                if column > start {
                    found.push((start, column - 1));
                }
                start = column + 1;
            }
        }
        found.push((start, to));
        match found.iter().all(|it| it.1 > it.0) {
            true => found,
            // A single column apart is a spacer, not a table.
            false => vec![(from, to)],
        }
    }

    fn table(
        &self,
        rows: &[usize],
        from: usize,
        to: usize,
        title: Option<&str>,
        budget: &mut Budget,
    ) -> Result<Table, ReadError> {
        let width = to - from + 1;
        budget.columns(width)?;
        budget.cells(width.saturating_mul(rows.len()))?;
        let mut grid: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| {
                (from..=to)
                    .map(|it| self.cells[row].get(&it).cloned().unwrap_or_default())
                    .collect()
            })
            .collect();
        for &(top, left, bottom, right) in &self.merges {
            let Ok(origin_row) = rows.binary_search(&top) else { continue };
            let (left, right) = (left.max(from), right.min(to));
            if left > right || left > to {
                continue;
            }
            let origin = (origin_row, left - from);
            let cell = grid[origin.0][origin.1].clone();
            let covered = rows[origin_row..].partition_point(|it| *it <= bottom);
            budget.cells(covered.saturating_mul(right - left + 1))?;
            for (index, row) in grid.iter_mut().enumerate().skip(origin_row).take(covered) {
                for (column, it) in row.iter_mut().enumerate() {
                    let is_covered = (left - from..=right - from).contains(&column);
                    if is_covered && (index, column) != origin {
                        let address = it.address.take();
                        *it = Cell { merged_into: Some(origin), address, ..cell.clone() };
                    }
                }
            }
        }
        let caption =
            title.map(|it| Caption { kind: CaptionKind::Tabel, number: None, text: it.to_owned() });
        Ok(Table { caption, declared_head: 0, rows: grid })
    }
}

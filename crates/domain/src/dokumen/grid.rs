//! Where the cells of a table stand: the tree leaves out what a span covers, a renderer must know it.

use super::{Cell, Row, RowKind, Table};

/// What stands in one column of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Nothing was given.
    Empty,
    /// The cell with this place in its row begins here.
    Cell(usize),
    /// A cell further left reaches here.
    Left,
    /// A cell of a row above reaches here, over so many columns from this one.
    Above { colspan: usize },
}

/// The rows of the head, without a kind, and of the body.
pub fn rows(table: &Table) -> impl Iterator<Item = (Option<RowKind>, &[Cell])> {
    let head = table.head.iter().map(|cells| (None, cells.as_slice()));
    head.chain(table.rows.iter().map(|Row { kind, cells }| (Some(*kind), cells.as_slice())))
}

/// Puts the cells into the columns that they stand in, for each of [`rows`]; what finds no room is
/// left out.
pub fn grid(table: &Table) -> Vec<Vec<Slot>> {
    let columns = table.columns.len();
    let head = table.head.len();
    let count = head + table.rows.len();
    let mut grid = vec![vec![Slot::Empty; columns]; count];
    for (row, (_, cells)) in rows(table).enumerate() {
        // A cell of the head does not reach into the body: only the head is repeated.
        let end = if row < head { head } else { count };
        let mut column = 0;
        for (index, cell) in cells.iter().enumerate() {
            while column < columns && grid[row][column] != Slot::Empty {
                column += 1;
            }
            if column == columns {
                break;
            }
            let free = grid[row][column..].iter().take_while(|it| **it == Slot::Empty).count();
            let colspan = usize::from(cell.colspan.max(1)).min(free);
            let until = (row + usize::from(cell.rowspan.max(1))).min(end);
            for below in &mut grid[row + 1..until] {
                below[column..column + colspan].fill(Slot::Left);
                below[column] = Slot::Above { colspan };
            }
            grid[row][column..column + colspan].fill(Slot::Left);
            grid[row][column] = Slot::Cell(index);
            column += colspan;
        }
    }
    grid
}

/// How many columns what begins in a column takes.
pub fn span(slots: &[Slot], column: usize) -> usize {
    match slots[column] {
        Slot::Above { colspan } => colspan,
        _ => 1 + slots[column + 1..].iter().take_while(|it| **it == Slot::Left).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::Slot::{Above, Cell as Begins, Empty, Left};
    use super::*;
    use crate::dokumen::{Align, Column, TableSize, Width};

    fn table(head: Vec<Vec<Cell>>, rows: Vec<Vec<Cell>>) -> Table {
        let kind = RowKind::Body;
        Table {
            label: "tabel".to_owned(),
            nomor: None,
            judul: String::new(),
            simpulan: None,
            columns: vec![Column { width: Width::Auto, align: Align::Left }; 3],
            head,
            rows: rows.into_iter().map(|cells| Row { kind, cells }).collect(),
            notes: Vec::new(),
            size: TableSize::Normal,
        }
    }

    fn cell(colspan: u16, rowspan: u16) -> Cell {
        Cell::empty().spanning(colspan, rowspan)
    }

    #[test]
    fn spans_push_cells_to_the_right() {
        let table = table(
            vec![vec![cell(1, 2), cell(2, 1)], vec![cell(1, 1), cell(1, 1)]],
            vec![vec![cell(2, 2), cell(1, 1)], vec![cell(1, 1)]],
        );
        assert_eq!(
            grid(&table),
            [
                [Begins(0), Begins(1), Left],
                [Above { colspan: 1 }, Begins(0), Begins(1)],
                [Begins(0), Left, Begins(1)],
                [Above { colspan: 2 }, Left, Begins(0)],
            ]
        );
        assert_eq!(span(&grid(&table)[2], 0), 2);
        assert_eq!(span(&grid(&table)[3], 0), 2);
    }

    #[test]
    fn what_reaches_too_far_is_cut_and_what_is_missing_is_empty() {
        // The head does not reach into the body, nor a cell over the edge.
        let table = table(vec![vec![cell(1, 9)]], vec![vec![cell(9, 9), cell(1, 1)], Vec::new()]);
        assert_eq!(
            grid(&table),
            [
                [Begins(0), Empty, Empty],
                [Begins(0), Left, Left],
                [Above { colspan: 3 }, Left, Left],
            ]
        );
    }
}

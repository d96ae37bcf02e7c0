//! Builds the tables of a report, so that all of them are made, spaced and worded alike.
//!
//! ```text
//! TableBuilder::new("pk", "Perjanjian Kinerja …")
//!     .columns(&[NO, words(3), words(4), number()])
//!     .head_row(["No", "Sasaran Strategis", "Indikator Kinerja", "Target"])
//!     .row(vec![Cell::text("1"), …])
//!     .note(text("Sumber: …"))
//!     .finish()
//! ```

use selaras_domain::dokumen::{
    Align, Block, Cell, Column, Inlines, Row, RowKind, Table, TableSize, Tone, Width,
};

/// The narrow first column: `No`.
pub(crate) const NO: Column = Column { width: Width::TenthMm(90), align: Align::Center };

/// A column of text that takes a share of the room.
pub(crate) const fn words(share: u16) -> Column {
    Column { width: Width::Share(share), align: Align::Left }
}

/// A column of numbers, as wide as they are.
pub(crate) const fn number() -> Column {
    Column { width: Width::Auto, align: Align::Right }
}

/// A column of short centred words, as wide as they are.
pub(crate) const fn centred() -> Column {
    Column { width: Width::Auto, align: Align::Center }
}

/// A column of a fixed width in tenths of a millimetre.
pub(crate) const fn fixed(tenth_mm: u16, align: Align) -> Column {
    Column { width: Width::TenthMm(tenth_mm), align }
}

/// A table in the making.
pub(crate) struct TableBuilder {
    table: Table,
}

impl TableBuilder {
    /// `label` is the name of the part that makes it, with a suffix where the part makes several.
    /// A table whose `judul` is empty has no caption, no number and stands in no list.
    pub(crate) fn new(label: impl Into<String>, judul: impl Into<String>) -> TableBuilder {
        TableBuilder {
            table: Table {
                label: label.into(),
                nomor: None,
                judul: judul.into(),
                simpulan: None,
                columns: Vec::new(),
                head: Vec::new(),
                rows: Vec::new(),
                notes: Vec::new(),
                size: TableSize::Normal,
            },
        }
    }

    pub(crate) fn columns(mut self, columns: &[Column]) -> TableBuilder {
        self.table.columns = columns.to_vec();
        self
    }

    /// A row of the head in which every title fills one cell.
    pub(crate) fn head_row<T: Into<String>>(
        self,
        titles: impl IntoIterator<Item = T>,
    ) -> TableBuilder {
        self.head(titles.into_iter().map(Cell::text).collect())
    }

    /// A row of the head with spans; cells covered by a span are left out.
    pub(crate) fn head(mut self, cells: Vec<Cell>) -> TableBuilder {
        let centred = cells.into_iter().map(|it| Cell { align: Some(Align::Center), ..it });
        self.table.head.push(centred.collect());
        self
    }

    /// The row that numbers the columns: `1  2  3`.
    pub(crate) fn column_numbers(mut self) -> TableBuilder {
        let number = |it: usize| Cell::text((it + 1).to_string()).aligned(Align::Center);
        let cells = (0..self.table.columns.len()).map(number).collect();
        self.table.rows.insert(0, Row { kind: RowKind::Numbers, cells });
        self
    }

    pub(crate) fn row(mut self, cells: Vec<Cell>) -> TableBuilder {
        self.push(RowKind::Body, cells);
        self
    }

    pub(crate) fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> TableBuilder {
        for cells in rows {
            self.push(RowKind::Body, cells);
        }
        self
    }

    /// A heading over rows, across the whole table.
    pub(crate) fn group(mut self, title: impl Into<String>) -> TableBuilder {
        let width = u16::try_from(self.table.columns.len()).expect("a table has few columns");
        let cell = Cell::text(title).spanning(width, 1).aligned(Align::Left);
        self.push(RowKind::Group, vec![cell]);
        self
    }

    pub(crate) fn total(mut self, cells: Vec<Cell>) -> TableBuilder {
        self.push(RowKind::Total, cells);
        self
    }

    /// For rows made in a loop, of any kind.
    pub(crate) fn push(&mut self, kind: RowKind, cells: Vec<Cell>) {
        self.table.rows.push(Row { kind, cells });
    }

    /// The conclusion, under the caption.
    pub(crate) fn simpulan(mut self, simpulan: impl Into<Option<Inlines>>) -> TableBuilder {
        self.table.simpulan = simpulan.into();
        self
    }

    /// A remark under the table; an empty one is left out.
    pub(crate) fn note(mut self, note: Inlines) -> TableBuilder {
        if !note.is_empty() {
            self.table.notes.push(note);
        }
        self
    }

    /// Remarks under the table.
    pub(crate) fn notes(self, notes: impl IntoIterator<Item = Inlines>) -> TableBuilder {
        notes.into_iter().fold(self, TableBuilder::note)
    }

    /// Small and tiny tables are set on landscape pages.
    pub(crate) fn size(mut self, size: TableSize) -> TableBuilder {
        self.table.size = size;
        self
    }

    /// Whether nothing has been put into it yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.table.rows.is_empty()
    }

    pub(crate) fn finish(self) -> Block {
        Block::Table(self.table)
    }
}

/// Words that stand where something is missing: `tidak ada`.
pub(crate) fn faint(words: impl Into<String>) -> Cell {
    Cell::text(words).toned(Tone::Faint)
}

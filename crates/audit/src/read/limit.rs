//! Limits on everything that comes from outside. Real reports stay far below them.

use std::time::{Duration, Instant};

use super::ReadError;

/// The file itself.
pub(crate) const FILE_BYTES: usize = 200 << 20;
/// Entries of a zip.
pub(crate) const ENTRIES: usize = 20_000;
/// One entry of a zip that is read, unpacked.
pub(crate) const ENTRY_BYTES: u64 = 256 << 20;
/// How much larger an unpacked entry may be than its packed form, above [`FREE_BYTES`]. Text of tables packs well: 40 : 1
/// is usual, a bomb has 1000 : 1.
pub(crate) const EXPANSION: u64 = 200;
/// Below this an entry may expand as it likes.
pub(crate) const FREE_BYTES: u64 = 4 << 20;
/// Nesting of XML elements.
pub(crate) const DEPTH: usize = 256;
/// Nesting of tables in cells of tables.
pub(crate) const NESTED_TABLES: usize = 12;
/// Cells of all tables, empty ones too.
pub(crate) const CELLS: usize = 3_000_000;
/// Columns of one table.
pub(crate) const COLUMNS: usize = 1024;
/// Pages of a PDF.
pub(crate) const PAGES: usize = 3_000;
/// Letters of a PDF.
pub(crate) const GLYPHS: usize = 20_000_000;
/// All reading.
pub(crate) const TIME: Duration = Duration::from_secs(60);

/// What is used up while one file is read.
#[derive(Debug)]
pub(crate) struct Budget {
    kind: &'static str,
    started: Instant,
    cells: usize,
    steps: u32,
}

impl Budget {
    pub(crate) fn new(kind: &'static str) -> Budget {
        Budget { kind, started: Instant::now(), cells: 0, steps: 0 }
    }

    pub(crate) fn cells(&mut self, count: usize) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(count);
        match self.cells > CELLS {
            true => Err(ReadError::TooLarge {
                kind: self.kind,
                what: "sel tabel",
                limit: CELLS.to_string(),
            }),
            false => self.time(),
        }
    }

    pub(crate) fn columns(&self, count: usize) -> Result<(), ReadError> {
        match count > COLUMNS {
            true => Err(ReadError::TooLarge {
                kind: self.kind,
                what: "kolom dalam satu tabel",
                limit: COLUMNS.to_string(),
            }),
            false => Ok(()),
        }
    }

    /// Looks at the clock.
    pub(crate) fn clock(&self) -> Result<(), ReadError> {
        match self.started.elapsed() > TIME {
            true => Err(ReadError::TooSlow { kind: self.kind, seconds: TIME.as_secs() }),
            false => Ok(()),
        }
    }

    /// Looks at the clock now and then.
    pub(crate) fn time(&mut self) -> Result<(), ReadError> {
        self.steps = self.steps.wrapping_add(1);
        if self.steps.is_multiple_of(256) && self.started.elapsed() > TIME {
            return Err(ReadError::TooSlow { kind: self.kind, seconds: TIME.as_secs() });
        }
        Ok(())
    }
}

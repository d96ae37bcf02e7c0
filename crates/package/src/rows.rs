//! A `Berkas` as rows of cells and back, for stores that keep each row of a table as a row.
//!
//! The cells are the canonical texts of the package, so that a store needs no second spelling of any
//! value. What comes back is taken as a store kept it: whether keys repeat and references lead
//! somewhere is for its constraints, and an incomplete `Berkas` can be kept as well as a complete one.

use std::borrow::Cow;

use selaras_domain::{Berkas, Kebijakan, Narasi, Pemda, PerangkatDaerah};

use crate::error::{PackageError, Place, Problem, Problems};
use crate::read::{ReadRows, Rows, State, declared};
use crate::table::{Record, Row, RowSource, Table};
use crate::tables::{Lists, SECTIONS, TABLES, canonical_row, canonical_section, write_lists};

/// The rows of one table, in printing order, each with its cells in the order of the columns.
#[derive(Clone, Debug)]
pub struct TableRows<'a> {
    pub table: &'static Table,
    pub rows: Vec<Vec<Cow<'a, str>>>,
}

impl<'a> TableRows<'a> {
    /// `None` when there are no rows.
    pub(crate) fn of<R: Record>(table: &'static Table, rows: &'a [R]) -> Option<TableRows<'a>> {
        let cells = |row: &'a R| {
            let mut cells = Vec::with_capacity(table.columns.len());
            row.write(&mut cells);
            cells
        };
        let rows: Vec<_> = rows.iter().map(cells).collect();
        (!rows.is_empty()).then_some(TableRows { table, rows })
    }
}

/// The tables of lists, in the order in which they are written.
pub fn tables() -> &'static [Table] {
    &TABLES
}

/// The sections that are one row each: `pemda`, `perangkat_daerah`, `kebijakan`.
pub fn sections() -> &'static [Table] {
    &SECTIONS
}

/// Whether a table is a section: one row, always.
pub fn is_section(table: &Table) -> bool {
    SECTIONS.iter().any(|it| it.name == table.name)
}

/// All facts but the narrative: the sections, and every list that has rows.
pub fn to_rows(berkas: &Berkas) -> Vec<TableRows<'_>> {
    let section = |name| declared(SECTIONS.iter(), name);
    let sections = [
        TableRows::of(section("pemda"), std::slice::from_ref(&berkas.pemda)),
        TableRows::of(section("perangkat_daerah"), std::slice::from_ref(&berkas.perangkat_daerah)),
        TableRows::of(section("kebijakan"), std::slice::from_ref(&berkas.kebijakan)),
    ];
    sections.into_iter().flatten().chain(write_lists(berkas)).collect()
}

/// The cells of a kept row in the order of the columns, each with its text: empty where it is absent.
pub type Cells<'c> = [Option<Cow<'c, str>>];

/// Takes one row of a table: its place in print, and its cells. What is read of them is kept; they are
/// not, so that they may lie in the memory of a database.
pub type Take<'t> = dyn FnMut((i64, i64), &Cells<'_>) + 't;

/// Puts a `Berkas` together. `rows` gives the rows of each table and section, in any order, as
/// [`to_rows`] made them.
///
/// # Errors
///
/// Cells that no longer read as what they were, each with its table, row and column.
pub fn from_rows(
    mut rows: impl FnMut(&'static Table, &mut Take<'_>),
    narasi: Vec<Narasi>,
) -> Result<Berkas, Vec<PackageError>> {
    let mut problems = Problems::default();
    let mut kept = Kept { rows: &mut rows, problems: &mut problems };
    let pemda: Option<Pemda> = kept.section("pemda");
    let perangkat_daerah: Option<PerangkatDaerah> = kept.section("perangkat_daerah");
    let kebijakan: Option<Kebijakan> = kept.section("kebijakan");
    let lists = Lists::read(&mut kept);
    if problems.count() > 0 {
        return Err(problems.into_sorted());
    }
    let sections = (pemda, perangkat_daerah, kebijakan);
    Ok(lists.into_berkas(sections, narasi).expect("a section that is missing has been reported"))
}

/// The cells of one row as they are kept: numbers without needless signs, texts without blanks
/// around them.
///
/// # Errors
///
/// Every cell that cannot be what its column says, and groups of cells that contradict each other.
pub fn canonical(
    table: &'static Table,
    cells: &[String],
) -> Result<Vec<String>, Vec<PackageError>> {
    let mut problems = Problems::default();
    let cells: Vec<_> = cells.iter().map(|it| Some(Cow::Borrowed(it.trim()))).collect();
    let source = RowSource::Line { file: table.name, line: 1 };
    let mut row = Row { table, source, cells: &cells, problems: &mut problems, next: 0 };
    let written = canonical_row(&mut row).or_else(|| {
        row.next = 0;
        canonical_section(&mut row)
    });
    written.ok_or_else(|| problems.into_sorted())
}

/// Rows as a store kept them.
struct Kept<'k, F> {
    rows: &'k mut F,
    problems: &'k mut Problems,
}

impl<F: FnMut(&'static Table, &mut Take<'_>)> Kept<'_, F> {
    fn section<R: Record>(&mut self, name: &'static str) -> Option<R> {
        let rows = self.rows_of(declared(SECTIONS.iter(), name));
        if rows.items.is_empty() && rows.state == State::Complete {
            let remedy = format!("Lengkapi `{name}`");
            self.problems.push(Place::file(name), Problem::MissingKey { what: "bagian", remedy });
        }
        rows.items.into_iter().next()
    }

    fn rows_of<R: Record>(&mut self, table: &'static Table) -> Rows<R> {
        let Kept { rows, problems } = self;
        let mut state = State::Complete;
        let mut found: Vec<((i64, i64), R)> = Vec::new();
        let mut line = 0;
        rows(table, &mut |place, cells| {
            line += 1;
            let source = RowSource::Line { file: table.name, line };
            match R::read(&mut Row { table, source, cells, problems, next: 0 }) {
                Some(item) => found.push((place, item)),
                None => state = State::Partial,
            }
        });
        // Rows come nearly in order: to sort them here costs less than a sorter in the database.
        found.sort_by_key(|(place, _)| *place);
        let lines = (1..).take(found.len()).collect();
        Rows { items: found.into_iter().map(|(_, item)| item).collect(), lines, state }
    }
}

impl<F: FnMut(&'static Table, &mut Take<'_>)> ReadRows for Kept<'_, F> {
    fn read<R: Record>(&mut self, name: &'static str) -> Rows<R> {
        self.rows_of(declared(TABLES.iter(), name))
    }
}

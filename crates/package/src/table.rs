//! From one declaration of a domain struct come the reading, the writing, the schema and the
//! reference of its table. [`crate::tables`] holds the declarations.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::cell::{Cell, Kind, Presence};
use crate::error::{Place, Problem, Problems, shown};

/// A column of a table, or a key of a section of `paket.toml`.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: &'static str,
    /// One Indonesian sentence for the reference.
    pub about: &'static str,
    pub kind: Kind,
    pub presence: Presence,
    /// What a number may be.
    pub range: Option<RangeInclusive<i64>>,
    /// The table that the cell refers to; `narasi` for the files of that folder. Where the key of
    /// that table has more parts than its `id`, they stand in columns of the same names.
    pub target: Option<&'static str>,
}

/// What a declaration says of a field, beside its type.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) range: Option<RangeInclusive<i64>>,
    pub(crate) target: Option<&'static str>,
}

/// A table of the package, or a section of `paket.toml`.
#[derive(Debug)]
pub struct Table {
    /// The field of `Berkas`, the stem of the file, the name of the section.
    pub name: &'static str,
    pub about: &'static str,
    /// Columns that together name a row; empty where rows may repeat.
    pub key: &'static [&'static str],
    pub columns: Vec<Column>,
}

impl Table {
    pub(crate) fn new<R: Record>(
        name: &'static str,
        about: &'static str,
        key: &'static [&'static str],
    ) -> Table {
        let mut columns = Vec::new();
        R::push_columns(&mut columns);
        // An id does not refer to its own row.
        if let [key] = key
            && let Some(column) = columns.iter_mut().find(|it| it.name == *key)
            && column.target == Some(name)
        {
            column.target = None;
        }
        Table { name, about, key, columns }
    }

    /// The file of the table in a package: `indikator.csv`.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Where the column with that name stands.
    pub fn column_index(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.name == name)
    }
}

/// A struct that is a row of a table or a section, declared by [`record!`].
pub(crate) trait Record: Sized {
    fn push_columns(columns: &mut Vec<Column>);

    /// Reads the fields in order. All their faults go to the row; `None` when there is one.
    fn read(row: &mut Row<'_, '_>) -> Option<Self>;

    /// Appends the cells in the order of the columns.
    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>);
}

/// A field of a record: one cell, or a group of several.
pub(crate) trait Field: Sized {
    fn push_columns(said: Said, columns: &mut Vec<Column>);
    fn read(row: &mut Row<'_, '_>) -> Option<Self>;
    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>);
}

impl<T: Cell> Field for T {
    fn push_columns(said: Said, columns: &mut Vec<Column>) {
        columns.push(Column {
            name: said.name,
            about: said.about,
            kind: T::kind(),
            presence: T::PRESENCE,
            range: said.range,
            target: said.target.or(T::TARGET),
        });
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        row.read_cell()
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        cells.push(self.text());
    }
}

/// A row being read: its cells in the order of the columns.
pub(crate) struct Row<'r, 'a> {
    pub(crate) table: &'r Table,
    pub(crate) source: RowSource<'r>,
    /// Trimmed; `None` where the column or key is missing, which has been reported.
    pub(crate) cells: &'r [Option<Cow<'a, str>>],
    pub(crate) problems: &'r mut Problems,
    pub(crate) next: usize,
}

/// Where the cells of a row stand.
#[derive(Clone, Copy)]
pub(crate) enum RowSource<'r> {
    /// All of them on one line of a table.
    Line { file: &'r str, line: u32 },
    /// Each on its own line of a section of `paket.toml`.
    Section { file: &'r str, lines: &'r [u32] },
}

/// The cells of a row as they would be written; `None` when it has a fault, which is reported.
pub(crate) fn canonical<R: Record>(row: &mut Row<'_, '_>) -> Option<Vec<String>> {
    let record = R::read(row)?;
    let mut cells = Vec::with_capacity(row.table.columns.len());
    record.write(&mut cells);
    Some(cells.into_iter().map(Cow::into_owned).collect())
}

impl<'r> Row<'r, '_> {
    /// Reads the next column as one value, and reports its fault.
    pub(crate) fn read_cell<T: Cell>(&mut self) -> Option<T> {
        let index = self.next;
        self.next += 1;
        let text: &str = self.cells[index].as_deref()?;
        let column = &self.table.columns[index];
        let value = if text.is_empty() && T::PRESENCE == Presence::Required {
            Err(Problem::Empty { expected: column.kind.expected() })
        } else {
            T::parse(text)
        };
        let value = value.and_then(|value| check_range(column, text).map(|()| value));
        match value {
            Ok(value) => Some(value),
            Err(problem) => {
                self.report(index, problem);
                None
            }
        }
    }

    /// The text of the column that is `offset` after the next one; empty when it is missing.
    pub(crate) fn peek(&self, offset: usize) -> &str {
        self.cells[self.next + offset].as_deref().unwrap_or_default()
    }

    /// Whether the column that is `offset` after the next one is missing, which was reported.
    pub(crate) fn is_missing(&self, offset: usize) -> bool {
        self.cells[self.next + offset].is_none()
    }

    /// Reports a fault of the column that is `offset` after the next one.
    pub(crate) fn report_ahead(&mut self, offset: usize, problem: Problem) {
        self.report(self.next + offset, problem);
    }

    fn report(&mut self, index: usize, problem: Problem) {
        let place = self.source.place(self.table, index);
        self.problems.push(place, problem);
    }
}

impl RowSource<'_> {
    pub(crate) fn place(self, table: &Table, index: usize) -> Place {
        let column = table.columns[index].name;
        match self {
            RowSource::Line { file, line } => Place::cell(file, line, column),
            RowSource::Section { file, lines } => {
                Place::cell(file, lines[index], &format!("{}.{column}", table.name))
            }
        }
    }
}

fn check_range(column: &Column, text: &str) -> Result<(), Problem> {
    let Some(range) = &column.range else { return Ok(()) };
    let Ok(number) = Decimal::from_str_exact(text) else { return Ok(()) };
    let (min, max) = (*range.start(), *range.end());
    if (Decimal::from(min)..=Decimal::from(max)).contains(&number) {
        return Ok(());
    }
    Err(Problem::OutOfRange { found: shown(text), min, max })
}

/// Makes a struct a [`Record`] from the list of its fields:
/// `name: "what it is" in 0..=10 -> table,`. The range and the table are optional; fields that are
/// groups of columns say nothing, since their columns do.
macro_rules! record {
    ($record:ty { $(
        $field:ident $(: $about:literal $(in $range:expr)? $(=> $target:ident)?)?,
    )+ }) => {
        impl $crate::table::Record for $record {
            fn push_columns(columns: &mut Vec<$crate::table::Column>) {
                $(
                    $crate::table::push_field(
                        |it: &$record| &it.$field,
                        $crate::table::said!(
                            $field $(, $about $(, in $range)? $(, to $target)?)?
                        ),
                        columns,
                    );
                )+
            }

            fn read(row: &mut $crate::table::Row<'_, '_>) -> Option<Self> {
                $(let $field = $crate::table::Field::read(row);)+
                Some(Self { $($field: $field?),+ })
            }

            fn write<'a>(&'a self, cells: &mut Vec<std::borrow::Cow<'a, str>>) {
                $($crate::table::Field::write(&self.$field, cells);)+
            }
        }
    };
}

/// The part of a declaration that is not code: `said!(nama, "…", in 0..=10, to table)`.
macro_rules! said {
    ($field:ident $(, $about:literal $(, in $range:expr)? $(, to $target:ident)?)?) => {
        #[allow(unused_mut, unused_assignments, reason = "most fields say only what they are")]
        {
            let mut said = $crate::table::Said {
                name: stringify!($field),
                about: "",
                range: None,
                target: None,
            };
            $(
                said.about = $about;
                $(said.range = Some($range);)?
                $(said.target = Some(stringify!($target));)?
            )?
            said
        }
    };
}

pub(crate) use {record, said};

/// Appends the columns of a field, whose type follows from the struct itself.
pub(crate) fn push_field<R, T: Field>(
    _field: impl Fn(&R) -> &T,
    said: Said,
    columns: &mut Vec<Column>,
) {
    T::push_columns(said, columns);
}

//! From the files of a package to a `Berkas`, or to everything that is wrong with it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Read, Seek};
use std::path::Path;

use selaras_domain::{Berkas, Narasi};

use crate::cell::Presence;
use crate::csv::{CsvReader, QuoteFault};
use crate::error::{PackageError, Place, Problem, Problems, meant, short, shown};
use crate::files::{Files, MANIFEST, NARASI_FOLDER, SETTINGS, narasi_id};
use crate::limit::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS};
use crate::manifest::Manifest;
use crate::table::{Column, Record, Row, RowSource, Table};
use crate::tables::{Lists, TABLES};
use crate::{check, link, manifest, settings, text, zip};

/// Reads a package from a folder, or from a zip when `path` is a file.
///
/// # Errors
///
/// Everything that is wrong with the package, in the order of the places. Nothing is half read.
pub fn read(path: &Path) -> Result<Berkas, Vec<PackageError>> {
    read_collected(files_at(path), Listing::Checked)
}

/// Reads a package whose manifest may be absent or out of date, in order to write it anew: the
/// tables alone decide what it holds. So a table that was added by hand need not be listed by hand.
///
/// # Errors
///
/// As [`read`], but for the manifest.
pub fn read_unlisted(path: &Path) -> Result<Berkas, Vec<PackageError>> {
    read_collected(files_at(path), Listing::Ignored)
}

/// The files of a folder or a zip.
fn files_at(path: &Path) -> Files {
    if path.is_file() { zip::open(path) } else { Files::from_folder(path) }
}

/// Reads a package whose files come from elsewhere: pairs of path inside the package and content.
///
/// # Errors
///
/// As [`read`].
pub fn read_files<P: AsRef<str>, R: Read>(
    files: impl IntoIterator<Item = (P, R)>,
) -> Result<Berkas, Vec<PackageError>> {
    let mut collected = Files::default();
    for (path, mut content) in files {
        collected.add(path.as_ref(), &mut content);
    }
    read_collected(collected, Listing::Checked)
}

/// Reads a package from a zip that need not be a file, an upload for example.
///
/// # Errors
///
/// As [`read`].
pub fn read_zip<R: Read + Seek>(zip: R) -> Result<Berkas, Vec<PackageError>> {
    read_collected(zip::read(zip), Listing::Checked)
}

/// Everything that is wrong with the package at `path`; empty when it can be read.
pub fn validate(path: &Path) -> Vec<PackageError> {
    read(path).err().unwrap_or_default()
}

/// The text of a file of the package.
#[derive(Clone, Copy)]
pub(crate) enum FileText<'a> {
    Absent,
    /// It is there, but could not be read as text, which has been reported.
    Damaged,
    Text(&'a str),
}

/// The texts of all files, by path.
pub(crate) struct Texts<'a>(BTreeMap<&'a str, Option<&'a str>>);

impl<'a> Texts<'a> {
    pub(crate) fn get(&self, path: &str) -> FileText<'a> {
        match self.0.get(path) {
            None => FileText::Absent,
            Some(None) => FileText::Damaged,
            Some(Some(text)) => FileText::Text(text),
        }
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }
}

/// What becomes of the manifest's list of tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listing {
    Checked,
    Ignored,
}

fn read_collected(files: Files, listing: Listing) -> Result<Berkas, Vec<PackageError>> {
    let (contents, mut problems) = files.into_parts();
    // A folder that cannot be opened has no missing files.
    if contents.is_empty() && problems.count() > 0 {
        return Err(problems.into_sorted());
    }
    let texts = contents.iter().map(|(path, bytes)| {
        let text = bytes.as_ref().and_then(|it| text::decode(path, it, &mut problems));
        (path.as_str(), text)
    });
    let texts = Texts(texts.collect());
    let reader = Reader { problems, ..Reader::default() };
    reader.read(&texts, listing)
}

/// The rows of a table, each with its line.
pub(crate) struct Rows<T> {
    pub(crate) items: Vec<T>,
    pub(crate) lines: Vec<u32>,
    pub(crate) state: State,
}

/// Whether all rows of a table are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Complete,
    /// Some rows could not be read: what is missing must not be concluded from it.
    Partial,
}

impl<T> Rows<T> {
    /// The rows with their lines.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        self.lines.iter().copied().zip(&self.items)
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.state == State::Complete
    }
}

/// A cell that names a row of another table.
pub(crate) struct Reference<'a> {
    pub(crate) source: Source,
    pub(crate) target: &'static str,
    pub(crate) text: Cow<'a, str>,
}

/// Where a reference stands.
pub(crate) enum Source {
    Cell { table: &'static Table, column: &'static str, line: u32 },
    Key(Place),
}

impl Source {
    pub(crate) fn place(&self) -> Place {
        match self {
            Source::Cell { table, column, line } => Place::cell(&table.file(), *line, column),
            Source::Key(place) => place.clone(),
        }
    }
}

/// The keys of the rows of a table.
#[derive(Default)]
pub(crate) struct Keys<'a> {
    /// The line of each; several columns are joined.
    pub(crate) lines: HashMap<Cow<'a, str>, u32>,
    /// `(child, parent, line)`, where rows of the table name each other.
    pub(crate) parents: Vec<(Cow<'a, str>, Cow<'a, str>, &'static str, u32)>,
}

/// What is known while reading: the faults so far, and how the rows name each other.
#[derive(Default)]
pub(crate) struct Reader<'a> {
    pub(crate) problems: Problems,
    pub(crate) keys: HashMap<&'static str, Keys<'a>>,
    pub(crate) references: Vec<Reference<'a>>,
    /// Tables whose keys are not all known.
    pub(crate) damaged: HashSet<&'static str>,
    /// The header of each table, as it stands.
    pub(crate) headers: HashMap<&'static str, Vec<String>>,
}

impl<'a> Reader<'a> {
    fn read(mut self, texts: &Texts<'a>, listing: Listing) -> Result<Berkas, Vec<PackageError>> {
        let manifest = Manifest::read(texts);
        if let Some(problem) = manifest.as_ref().and_then(Manifest::future_version) {
            // What another version writes would be refused column by column, to nobody's use.
            return Err(vec![PackageError { place: Place::file(MANIFEST), problem }]);
        }
        if let (FileText::Absent, Listing::Checked) = (texts.get(MANIFEST), listing) {
            let about = "manifes menurut standar Frictionless Data Package";
            self.problems.push(Place::file(MANIFEST), Problem::MissingFile { about });
        }
        let settings = match texts.get(SETTINGS) {
            FileText::Text(text) => Some(settings::read(text, &mut self)),
            FileText::Damaged => None,
            FileText::Absent => {
                let about = "bagian [pemda], [perangkat_daerah] dan [kebijakan]";
                self.problems.push(Place::file(SETTINGS), Problem::MissingFile { about });
                None
            }
        };
        let (lists, mut reader) = {
            let mut tables = Tables { reader: self, texts };
            (Lists::read(&mut tables), tables.reader)
        };
        let narasi = reader.read_narasi(texts);
        link::check(&mut reader);
        if let (Some(manifest), Listing::Checked) = (&manifest, listing) {
            manifest::check(manifest, texts, &mut reader);
        }
        let perangkat_daerah = settings.as_ref().and_then(|it| it.perangkat_daerah.as_ref());
        check::check(&lists, perangkat_daerah.map(|it| it.tahun), &mut reader.problems);

        if reader.problems.count() > 0 {
            return Err(reader.problems.into_sorted());
        }
        let sections = settings.map(|it| (it.pemda, it.perangkat_daerah, it.kebijakan));
        let berkas = sections.and_then(|sections| lists.into_berkas(sections, narasi));
        Ok(berkas.expect("a section that is missing has been reported"))
    }

    fn read_narasi(&mut self, texts: &Texts<'a>) -> Vec<Narasi> {
        let mut narasi = Vec::new();
        let keys = self.keys.entry(NARASI_FOLDER).or_default();
        for path in texts.paths() {
            let Some(id) = narasi_id(path) else { continue };
            keys.lines.insert(Cow::Borrowed(id), 1);
            if let FileText::Text(text) = texts.get(path) {
                let teks = text::canonical_narasi(text);
                narasi.push(Narasi { id: id.to_owned(), teks });
            }
        }
        narasi
    }

    pub(crate) fn add_reference(
        &mut self,
        source: Source,
        column: &Column,
        cell: Option<&Cow<'a, str>>,
    ) {
        if let (Some(target), Some(text)) = (column.target, cell)
            && !text.is_empty()
        {
            self.references.push(Reference { source, target, text: text.clone() });
        }
    }
}

/// The table or section with that name.
pub(crate) fn declared(
    mut tables: impl Iterator<Item = &'static Table>,
    name: &str,
) -> &'static Table {
    tables.find(|it| it.name == name).expect("every list and section is declared")
}

/// Where the rows of the tables come from.
pub(crate) trait ReadRows {
    /// Every row of the table that can be read; all that is wrong is reported.
    fn read<R: Record>(&mut self, name: &'static str) -> Rows<R>;
}

/// The tables of a package being read.
pub(crate) struct Tables<'a, 't> {
    reader: Reader<'a>,
    texts: &'t Texts<'a>,
}

impl<'a> ReadRows for Tables<'a, '_> {
    fn read<R: Record>(&mut self, name: &'static str) -> Rows<R> {
        let table = declared(TABLES.iter(), name);
        let mut rows = Rows { items: Vec::new(), lines: Vec::new(), state: State::Complete };
        let file = table.file();
        let text = match self.texts.get(&file) {
            FileText::Absent => return rows,
            FileText::Text(text) => text,
            FileText::Damaged => {
                rows.state = State::Partial;
                self.reader.damaged.insert(name);
                return rows;
            }
        };
        let mut csv = CsvReader::new(text);
        let mut header = Vec::new();
        let Some(start) = csv.read_row(&mut header) else {
            self.reader.problems.push(Place::line(&file, 1), Problem::MissingHeader {});
            rows.state = State::Partial;
            self.reader.damaged.insert(name);
            return rows;
        };
        let Some(positions) = self.read_header(table, &file, start.line, &header) else {
            rows.state = State::Partial;
            self.reader.damaged.insert(name);
            return rows;
        };

        let target_keys: Vec<&[&str]> = table
            .columns
            .iter()
            .map(|it| it.target.map(link::target_key).unwrap_or_default())
            .collect();
        let mut record: Vec<Cow<'a, str>> = Vec::new();
        let mut cells: Vec<Option<Cow<'a, str>>> = Vec::new();
        while let Some(start) = csv.read_row(&mut record) {
            if record.iter().all(|it| it.trim().is_empty()) {
                continue;
            }
            let line = start.line;
            let place = Place::line(&file, line);
            let fault = if let Some(fault) = start.fault {
                Some(match fault {
                    QuoteFault::Unclosed => Problem::UnclosedQuote {},
                    QuoteFault::Stray(cell) => Problem::StrayQuote { shown: shown(&cell) },
                })
            } else if rows.lines.len() == MAX_ROWS {
                Some(Problem::TooManyRows { limit: MAX_ROWS })
            } else if record.len() != header.len() {
                let (found, expected) = (record.len(), header.len());
                Some(Problem::CellCount { found, expected })
            } else {
                None
            };
            if let Some(problem) = fault {
                let is_last = matches!(problem, Problem::TooManyRows { .. });
                self.reader.problems.push(place, problem);
                rows.state = State::Partial;
                self.reader.damaged.insert(name);
                if is_last {
                    break;
                }
                continue;
            }
            cells.clear();
            for (column, position) in table.columns.iter().zip(&positions) {
                cells.push(match position {
                    Some(position) => Some(trimmed(std::mem::take(&mut record[*position]))),
                    None if column.presence == Presence::Optional => Some(Cow::Borrowed("")),
                    None => None,
                });
            }
            self.index_row(table, &target_keys, line, &cells);
            let mut row = Row {
                table,
                source: RowSource::Line { file: &file, line },
                cells: &cells,
                problems: &mut self.reader.problems,
                next: 0,
            };
            let item = if row.report_long_cells() == 0 { R::read(&mut row) } else { None };
            match item {
                Some(item) => {
                    rows.items.push(item);
                    rows.lines.push(line);
                }
                None => rows.state = State::Partial,
            }
        }
        rows
    }
}

impl<'a> Tables<'a, '_> {
    /// Where each column of the table stands in the file; `None` when nothing can be read.
    fn read_header(
        &mut self,
        table: &'static Table,
        file: &str,
        line: u32,
        header: &[Cow<'a, str>],
    ) -> Option<Vec<Option<usize>>> {
        let problems = &mut self.reader.problems;
        if let [only] = header
            && only.contains(';')
        {
            problems.push(Place::line(file, line), Problem::Semicolons {});
            return None;
        }
        if header.len() > MAX_COLUMNS {
            let problem = Problem::TooManyColumns { limit: MAX_COLUMNS };
            problems.push(Place::line(file, line), problem);
            return None;
        }
        let names: Vec<&str> = header.iter().map(|it| it.trim()).collect();
        for (index, name) in names.iter().enumerate() {
            if names[..index].contains(name) && !name.is_empty() {
                problems.push(Place::cell(file, line, &short(name)), Problem::DuplicateColumn {});
            } else if table.column_index(name).is_none() {
                let known = table.columns.iter().map(|it| it.name);
                let remedy = meant(&name.to_lowercase(), known, "Hapus kolom itu");
                let problem = Problem::UnknownColumn { name: shown(name), remedy };
                problems.push(Place::line(file, line), problem);
            }
        }
        let positions: Vec<Option<usize>> = table
            .columns
            .iter()
            .map(|column| names.iter().position(|name| *name == column.name))
            .collect();
        for (column, position) in table.columns.iter().zip(&positions) {
            if position.is_none() && column.presence == Presence::Required {
                let place = Place::cell(file, line, column.name);
                problems.push(place, Problem::MissingColumn {});
                if table.key.contains(&column.name) {
                    self.reader.damaged.insert(table.name);
                }
            }
        }
        let names = names.into_iter().map(str::to_owned).collect();
        self.reader.headers.insert(table.name, names);
        Some(positions)
    }

    /// Keeps the key and the references of a row, whether or not its cells are sound: a wrong
    /// number in a row must not make every reference to it wrong.
    fn index_row(
        &mut self,
        table: &'static Table,
        target_keys: &[&[&str]],
        line: u32,
        cells: &[Option<Cow<'a, str>>],
    ) {
        for ((column, cell), parts) in table.columns.iter().zip(cells).zip(target_keys) {
            let source = Source::Cell { table, column: column.name, line };
            match parts {
                [] | [_] => self.reader.add_reference(source, column, cell.as_ref()),
                parts => {
                    let cell = link::joined(table, column, parts, cells);
                    self.reader.add_reference(source, column, cell.as_ref());
                }
            }
        }
        let Some(key) = link::key(table, table.key, cells) else { return };
        let keys = self.reader.keys.entry(table.name).or_default();
        for (column, cell) in table.columns.iter().zip(cells) {
            if column.target == Some(table.name)
                && let Some(parent) = cell.as_ref().filter(|it| !it.is_empty())
            {
                keys.parents.push((key.clone(), parent.clone(), column.name, line));
            }
        }
        if let Some(first) = keys.lines.get(&key).copied() {
            let problem = link::duplicate(table, cells, first);
            let place = match table.key {
                [column] => Place::cell(&table.file(), line, column),
                _ => Place::line(&table.file(), line),
            };
            self.reader.problems.push(place, problem);
        } else {
            keys.lines.insert(key, line);
        }
    }
}

impl Row<'_, '_> {
    fn report_long_cells(&mut self) -> usize {
        let is_long =
            |it: &Option<Cow<'_, str>>| it.as_ref().is_some_and(|text| text.len() > MAX_CELL_BYTES);
        let long: Vec<usize> =
            self.cells.iter().enumerate().filter(|(_, it)| is_long(it)).map(|it| it.0).collect();
        for index in &long {
            self.report_ahead(*index, Problem::CellTooLong { limit: MAX_CELL_BYTES });
        }
        long.len()
    }
}

fn trimmed(cell: Cow<'_, str>) -> Cow<'_, str> {
    match cell {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

//! `paket.toml`: the facts that are no table, each section read like one row.

use std::borrow::Cow;
use std::ops::Range;

use selaras_domain::{Berkas, Kebijakan, Pemda, PerangkatDaerah};
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::cell::{Kind, Presence, canonical_text};
use crate::csv::count_line_ends;
use crate::error::{Place, Problem, meant, short, shown};
use crate::files::SETTINGS;
use crate::read::{Reader, Source, declared};
use crate::table::{Column, Record, Row, RowSource, Table};
use crate::tables::SECTIONS;

/// The three sections, and the line on which the reporting year stands.
pub(crate) struct Settings {
    pub(crate) pemda: Option<Pemda>,
    pub(crate) perangkat_daerah: Option<PerangkatDaerah>,
    pub(crate) kebijakan: Option<Kebijakan>,
}

type Entry<'a, 't> = (&'t Spanned<Cow<'a, str>>, &'t Spanned<DeValue<'a>>);

/// Reads all sections, and reports every fault of the text, of the keys and of the values.
pub(crate) fn read(text: &str, reader: &mut Reader<'_>) -> Settings {
    let (text, errors) = without_lost_lines(text);
    let (document, more_errors) = DeTable::parse_recoverable(&text);
    let errors = [errors, more_errors].concat();
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let detail = detail(error.message(), &text, span.clone());
        let place = Place::line(SETTINGS, line_of(&text, &span));
        reader.problems.push(place, Problem::BadToml { detail });
    }
    // After a fault of the text, keys may be missing or misplaced that are sound.
    let keys = if errors.is_empty() { Keys::Known } else { Keys::Uncertain };
    let document = document.get_ref();
    if keys == Keys::Known {
        for (key, _) in document {
            if !SECTIONS.iter().any(|it| it.name == key.get_ref().as_ref()) {
                let names = SECTIONS.iter().map(|it| it.name);
                let remedy = meant(key.get_ref(), names, "Hapus bagian itu, atau pindahkan isinya");
                let line = line_of(&text, &key.span());
                let place = Place::cell(SETTINGS, line, &short(key.get_ref()));
                reader.problems.push(place, Problem::UnknownKey { remedy });
            }
        }
    }
    Settings {
        pemda: read_section("pemda", document, &text, keys, reader),
        perangkat_daerah: read_section("perangkat_daerah", document, &text, keys, reader),
        kebijakan: read_section("kebijakan", document, &text, keys, reader),
    }
}

/// Blanks the lines that have a key and no `=`. The parser gives up at the first of them, and says
/// nothing of what follows.
fn without_lost_lines(text: &str) -> (Cow<'_, str>, Vec<Error>) {
    // Each costs a reading of the whole text.
    const MAX_LINES: usize = 20;
    let mut text = Cow::Borrowed(text);
    let mut found = Vec::new();
    for _ in 0..MAX_LINES {
        let (_, errors) = DeTable::parse_recoverable(&text);
        let Some(error) = errors.into_iter().find(|it| it.message().contains(KEY_WITHOUT_VALUE))
        else {
            break;
        };
        let start = text.floor_char_boundary(error.span().unwrap_or(0..0).start);
        let from = text[..start].rfind('\n').map_or(0, |it| it + 1);
        let to = text[start..].find('\n').map_or(text.len(), |it| start + it);
        // A comment keeps the line, and the line says what was wrong.
        text.to_mut().replace_range(from..to, &"#".repeat(to - from));
        found.push(error);
    }
    (text, found)
}

/// What the parser says of a line like `nama "Contoh"`.
const KEY_WITHOUT_VALUE: &str = "key with no value";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// What is missing is missing.
    Known,
    Uncertain,
}

fn read_section<R: Record>(
    name: &'static str,
    document: &DeTable<'_>,
    text: &str,
    keys: Keys,
    reader: &mut Reader<'_>,
) -> Option<R> {
    let table = declared(SECTIONS.iter(), name);
    let found = document.iter().find(|(key, _)| key.get_ref().as_ref() == name);
    let Some((section_key, section)) = found else {
        if keys == Keys::Known {
            let place = Place { column: Some(name.to_owned()), ..Place::file(SETTINGS) };
            let remedy = format!("Tambahkan bagian `[{name}]`");
            reader.problems.push(place, Problem::MissingKey { what: "bagian", remedy });
        }
        return None;
    };
    let section_line = line_of(text, &section_key.span());
    let Some(section) = section.get_ref().as_table() else {
        let (found, expected) =
            (type_name(section.get_ref()), "bagian yang dibuka dengan `[nama]`");
        let place = Place::cell(SETTINGS, section_line, name);
        reader.problems.push(place, Problem::WrongType { found, expected });
        return None;
    };
    report_unknown_keys(table, section, text, reader);

    let mut cells: Vec<Option<Cow<'_, str>>> = Vec::with_capacity(table.columns.len());
    let mut lines = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let entry: Option<Entry<'_, '_>> =
            section.iter().find(|(key, _)| key.get_ref().as_ref() == column.name);
        lines.push(entry.map_or(section_line, |(key, _)| line_of(text, &key.span())));
        let place = || {
            let line = lines.last().copied().unwrap_or(section_line);
            Place::cell(SETTINGS, line, &format!("{name}.{}", column.name))
        };
        cells.push(match entry {
            None if column.presence == Presence::Optional => Some(Cow::Borrowed("")),
            None => {
                if keys == Keys::Known {
                    let remedy = format!("Tambahkan baris `{} = …`", column.name);
                    reader.problems.push(place(), Problem::MissingKey { what: "kunci", remedy });
                }
                None
            }
            Some((_, value)) => match cell_text(value.get_ref(), &column.kind) {
                Ok(text) => Some(text),
                Err(problem) => {
                    reader.problems.push(place(), problem);
                    None
                }
            },
        });
    }
    let source = RowSource::Section { file: SETTINGS, lines: &lines };
    for (index, cell) in cells.iter().enumerate() {
        let place = source.place(table, index);
        // The text may have been changed, so that what it holds cannot outlive this function.
        let cell = cell.clone().map(|it| Cow::Owned(it.into_owned()));
        reader.add_reference(Source::Key(place), &table.columns[index], cell.as_ref());
    }
    R::read(&mut Row { table, source, cells: &cells, problems: &mut reader.problems, next: 0 })
}

fn report_unknown_keys(table: &Table, section: &DeTable<'_>, text: &str, reader: &mut Reader<'_>) {
    for (key, _) in section {
        let name = key.get_ref();
        if table.column_index(name).is_none() {
            let names = table.columns.iter().map(|it| it.name);
            let remedy = meant(&name.to_lowercase(), names, "Hapus kunci itu");
            let key_name = format!("{}.{}", table.name, short(name));
            let place = Place::cell(SETTINGS, line_of(text, &key.span()), &key_name);
            reader.problems.push(place, Problem::UnknownKey { remedy });
        }
    }
}

/// The value as the text of a cell.
fn cell_text<'a>(value: &DeValue<'a>, kind: &Kind) -> Result<Cow<'a, str>, Problem> {
    let expected = match kind {
        Kind::Integer => "bilangan bulat, misalnya `2`",
        Kind::Year => "tahun, misalnya `2023`",
        Kind::Date => "tanggal, misalnya `2023-12-29`",
        Kind::Decimal | Kind::Rupiah => "angka di antara tanda kutip, misalnya `\"93.5\"`",
        Kind::Text | Kind::Id | Kind::Kode | Kind::Word(_) => "teks di antara tanda kutip",
    };
    match value {
        DeValue::String(text) => Ok(match text {
            Cow::Borrowed(text) => canonical_text(text),
            Cow::Owned(text) => Cow::Owned(canonical_text(text).into_owned()),
        }),
        DeValue::Integer(number) if number.radix() == 10 => {
            Ok(Cow::Owned(number.as_str().to_owned()))
        }
        DeValue::Datetime(date) if date.time.is_none() && *kind == Kind::Date => {
            Ok(Cow::Owned(date.to_string()))
        }
        other => Err(Problem::WrongType { found: type_name(other), expected }),
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "teks",
        DeValue::Integer(_) => "bilangan bulat",
        DeValue::Float(_) => "pecahan tanpa tanda kutip",
        DeValue::Boolean(_) => "`true` atau `false`",
        DeValue::Datetime(_) => "tanggal atau waktu",
        DeValue::Array(_) => "daftar `[…]`",
        DeValue::Table(_) => "bagian atau `{…}`",
    }
}

fn line_of(text: &str, span: &Range<usize>) -> u32 {
    let start = text.floor_char_boundary(span.start);
    count_line_ends(&text[..start]) + 1
}

/// What the parser says, in Indonesian where it is a common fault.
fn detail(message: &str, text: &str, span: Range<usize>) -> String {
    let start = text.floor_char_boundary(span.start);
    let rest = text[start..].lines().next().unwrap_or_default().trim();
    let near = if rest.is_empty() || rest.starts_with("##") {
        String::new()
    } else {
        format!(", di dekat {}", shown(rest))
    };
    let said = if message.contains("duplicate key") {
        "kunci ini sudah tertulis lebih dahulu"
    } else if message.contains("string values must be quoted") {
        "teks tanpa tanda kutip"
    } else if message.contains("invalid basic string") || message.contains("invalid literal string")
    {
        "tanda kutip tidak ditutup pada baris yang sama"
    } else if message.contains("missing escaped value") {
        "sesudah `\\` ada huruf yang tidak dikenal; `\\` di dalam teks ditulis `\\\\`"
    } else if message.contains("invalid date") || message.contains("invalid time") {
        "tanggal yang mustahil"
    } else if message.contains("unclosed") {
        "kurung tidak ditutup"
    } else if message.contains(KEY_WITHOUT_VALUE) {
        "kunci tanpa `=`"
    } else {
        "baris tidak dapat dipahami"
    };
    format!("{said}{near}")
}

/// The canonical text of `paket.toml`.
pub(crate) fn write(berkas: &Berkas) -> String {
    let mut text = String::new();
    let mut tables = SECTIONS.iter();
    let mut push = |cells: Vec<Cow<'_, str>>| {
        let table = tables.next().expect("sections! declares the three");
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("[{}]\n", table.name));
        for (column, cell) in table.columns.iter().zip(cells) {
            if !cell.is_empty() {
                text.push_str(&line(column, &cell));
            }
        }
    };
    push(cells(&berkas.pemda));
    push(cells(&berkas.perangkat_daerah));
    push(cells(&berkas.kebijakan));
    text
}

/// `tahun = 2023`, with its line end.
pub(crate) fn line(column: &Column, cell: &str) -> String {
    let value = match column.kind {
        Kind::Integer | Kind::Year | Kind::Date => cell.to_owned(),
        _ => quoted(cell),
    };
    format!("{} = {value}\n", column.name)
}

fn cells<R: Record>(record: &R) -> Vec<Cow<'_, str>> {
    let mut cells = Vec::new();
    record.write(&mut cells);
    cells
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for it in text.chars() {
        match it {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            it if it.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(it))),
            it => quoted.push(it),
        }
    }
    quoted.push('"');
    quoted
}

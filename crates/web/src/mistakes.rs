//! What is wrong with a cell, for whoever fills it in a form. The package says the same to those who
//! write its files: there a number has a point, and a place is a file and a line.

use selaras_package::rows::{sections, tables};
use selaras_package::words::{plain, title, word};
use selaras_package::{Column, Kind, PackageError, Problem};
use selaras_store::StoreError;

/// The column that an error is about.
fn column_of(error: &PackageError) -> Option<&'static Column> {
    let file = error.place.file.trim_end_matches(".csv");
    let (section, column) = match error.place.column.as_deref()?.split_once('.') {
        Some((section, column)) => (section, column),
        None => (file, error.place.column.as_deref()?),
    };
    let mut all = tables().iter().chain(sections());
    let table = all.find(|it| it.name == section)?;
    Some(&table.columns[table.column_index(column)?])
}

/// The name of the field that an error is about.
pub(crate) fn field(error: &PackageError) -> &str {
    let column = error.place.column.as_deref().unwrap_or_default();
    column.rsplit('.').next().unwrap_or_default()
}

/// What is wrong and what to do, under the label of its field.
pub(crate) fn why(error: &PackageError) -> String {
    let problem = &error.problem;
    let fill = column_of(error).map_or_else(|| "isi dahulu".to_owned(), how);
    match problem {
        Problem::Empty { .. } => format!("belum diisi; {fill}."),
        Problem::NotANumber { .. }
        | Problem::DecimalComma { .. }
        | Problem::NotRupiah { .. }
        | Problem::NotAnInteger { .. }
        | Problem::BadYear { .. }
        | Problem::BadDate { .. }
        | Problem::UnknownWord { .. } => format!("{}; {fill}.", plain(&problem.found())),
        _ => {
            let remedy = plain(&problem.remedy());
            let stop = if remedy.ends_with('?') { "" } else { "." };
            format!(
                "{}; seharusnya {}. {remedy}{stop}",
                plain(&problem.found()),
                plain(&problem.expected())
            )
        }
    }
}

/// The same with its label.
fn named(error: &PackageError) -> String {
    match field(error) {
        "" => why(error),
        field => format!("{}: {}", title(field), why(error)),
    }
}

/// How the field of a column is filled.
fn how(column: &Column) -> String {
    match &column.kind {
        Kind::Word(words) => {
            let words: Vec<String> = words.iter().map(|it| word(column.name, it)).collect();
            format!("pilih salah satu: {}", words.join(", "))
        }
        Kind::Id if column.target.is_some() => "pilih salah satu dari daftarnya".to_owned(),
        Kind::Text => "tulis teksnya".to_owned(),
        Kind::Id => "tulis kode pendek, misalnya iku-1".to_owned(),
        Kind::Integer => "tulis bilangan bulat, misalnya 3".to_owned(),
        Kind::Decimal => "tulis angka, misalnya 93,5".to_owned(),
        Kind::Rupiah => "tulis jumlah rupiah, misalnya 10.070.867.140".to_owned(),
        Kind::Year => "tulis tahun, misalnya 2023".to_owned(),
        Kind::Date => "isi tanggal yang ada pada kalender, misalnya 29 Desember 2023".to_owned(),
        Kind::Kode => "tulis kode nomenklatur, misalnya 5.03.02".to_owned(),
    }
}

/// What the store refuses, in the words of the forms.
pub(crate) fn of_store(error: &StoreError) -> String {
    match error {
        StoreError::Invalid(errors) => {
            let lines: Vec<String> = errors.iter().map(named).collect();
            format!("Isian belum dapat disimpan:\n{}", lines.join("\n"))
        }
        StoreError::Rows(faults) => {
            faults.iter().map(|(_, error)| of_store(error)).collect::<Vec<_>>().join("\n")
        }
        other => other.words(),
    }
}

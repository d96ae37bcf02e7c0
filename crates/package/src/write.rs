//! From a `Berkas` to the canonical files of its package, and onto the disk all at once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use selaras_domain::Berkas;

use crate::csv::push_row;
use crate::error::{PackageError, Place, Problem};
use crate::files::{MANIFEST, NARASI_FOLDER, SETTINGS, reason};
use crate::rows::TableRows;
use crate::table::{Column, Table};
use crate::text::canonical_narasi;
use crate::{manifest, read, settings, tables, zip};

/// Why a package was not written. Nothing of it is left on the disk.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// What would be written could not be read again.
    #[error("paket tidak ditulis karena isinya tidak sah:\n{}", lines(.0))]
    Invalid(Vec<PackageError>),
    #[error("{} sudah berisi. Pilih folder lain yang belum ada atau masih kosong.", .0.display())]
    Occupied(PathBuf),
    #[error("{} tidak dapat ditulis, {}. Periksa izin dan ruang yang tersisa.", .path.display(),
        reason(.source))]
    Io { path: PathBuf, source: io::Error },
}

fn lines(problems: &[PackageError]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Writes the package as a zip when `path` ends in `.zip`, and as a folder otherwise.
///
/// The form is canonical: what is read from it and written again has the same bytes. It appears
/// whole or not at all. An existing zip is replaced; a folder must be new or empty.
///
/// # Errors
///
/// When the facts contradict themselves so that the package could not be read again, when the
/// folder is occupied, and when the disk refuses.
pub fn write(berkas: &Berkas, path: &Path) -> Result<(), WriteError> {
    let files = canonical_files(berkas).map_err(WriteError::Invalid)?;
    write_files(&files, path)
}

/// The package as the bytes of a zip, for whoever sends it on.
///
/// # Errors
///
/// When the facts contradict themselves so that the package could not be read again.
pub fn to_zip(berkas: &Berkas) -> Result<Vec<u8>, WriteError> {
    let files = canonical_files(berkas).map_err(WriteError::Invalid)?;
    let memory = io::Cursor::new(Vec::new());
    let written = zip::write(&files, memory);
    let io = |source| WriteError::Io { path: PathBuf::from("paket.zip"), source };
    Ok(written.map_err(io)?.into_inner())
}

/// The canonical files of a package: path inside the package, and text.
///
/// # Errors
///
/// Everything because of which the package could not be read again.
pub fn canonical_files(berkas: &Berkas) -> Result<BTreeMap<String, String>, Vec<PackageError>> {
    let mut files = BTreeMap::new();
    let lists = tables::write_lists(berkas);
    let listed: Vec<(&Table, Vec<&Column>)> =
        lists.iter().map(|it| (it.table, it.table.columns.iter().collect())).collect();
    let (name, title) = manifest::titles(&berkas.perangkat_daerah);
    files.insert(MANIFEST.to_owned(), manifest::write(&name, &title, &listed));
    files.insert(SETTINGS.to_owned(), settings::write(berkas));
    for narasi in &berkas.narasi {
        let path = format!("{NARASI_FOLDER}/{}.md", narasi.id);
        if files.insert(path.clone(), canonical_narasi(&narasi.teks)).is_some() {
            let (place, problem) = (Place::file(&path), Problem::DuplicateFile {});
            return Err(vec![PackageError { place, problem }]);
        }
    }
    files.extend(lists.iter().map(|it| (it.table.file(), csv_text(it))));
    // Checked here, since a Berkas may come from anywhere.
    read::read_files(files.iter().map(|(path, text)| (path, text.as_bytes())))?;
    Ok(files)
}

/// The text of a table: its header, and a line for each row.
fn csv_text(list: &TableRows<'_>) -> String {
    let mut text = String::new();
    push_row(&mut text, list.table.columns.iter().map(|it| it.name));
    for row in &list.rows {
        push_row(&mut text, row.iter().map(Cow::as_ref));
    }
    text
}

/// Writes the files beside the target, and puts them in its place when all of them are on the disk.
pub(crate) fn write_files(files: &BTreeMap<String, String>, path: &Path) -> Result<(), WriteError> {
    let is_zip = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("zip"));
    if !is_zip && is_occupied(path) {
        return Err(WriteError::Occupied(path.to_owned()));
    }
    let part = part_path(path);
    let written = if is_zip { write_zip(files, &part) } else { write_folder(files, &part) };
    let placed = written.and_then(|()| {
        // An empty folder makes place; on some systems a folder does not replace another.
        if !is_zip && path.is_dir() {
            fs::remove_dir(path)?;
        }
        fs::rename(&part, path)
    });
    placed.map_err(|source| {
        // The first error is the one to tell; what is left of the part is removed if possible.
        let _ = if is_zip { fs::remove_file(&part) } else { fs::remove_dir_all(&part) };
        WriteError::Io { path: path.to_owned(), source }
    })
}

fn is_occupied(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

/// A name beside the target that nobody else uses.
fn part_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn write_folder(files: &BTreeMap<String, String>, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        let mut file = File::create(path)?;
        file.write_all(text.as_bytes())?;
        // A full disk may only say so now.
        file.sync_all()?;
    }
    Ok(())
}

fn write_zip(files: &BTreeMap<String, String>, path: &Path) -> io::Result<()> {
    let file = zip::write(files, BufWriter::new(File::create(path)?))?;
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

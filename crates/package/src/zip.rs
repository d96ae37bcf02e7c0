//! A package as one zip file: read within the limits, written with the same bytes every time.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use ::zip::result::ZipError;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::error::Problem;
use crate::files::{Files, MANIFEST, reason};
use crate::limit::{MAX_EXPANSION, MAX_FILES, MAX_ZIP_BYTES, mebibytes};

/// Below this, a file may expand as it likes: a short text of blanks is no bomb.
const EXPANSION_FREE_BYTES: u64 = 1024 * 1024;

/// Reads the zip file at `path`.
pub(crate) fn open(path: &Path) -> Files {
    match File::open(path) {
        Ok(file) => read(BufReader::new(file)),
        Err(error) => {
            let mut files = Files::default();
            files.report("", Problem::NotOpened { reason: reason(&error) });
            files
        }
    }
}

/// Reads a zip file from anywhere.
pub(crate) fn read<R: Read + Seek>(mut zip: R) -> Files {
    let mut files = Files::default();
    match zip.seek(SeekFrom::End(0)) {
        Err(error) => files.report("", Problem::NotOpened { reason: reason(&error) }),
        Ok(n_bytes) if n_bytes > MAX_ZIP_BYTES => {
            files.report("", Problem::FileTooLarge { limit: mebibytes(MAX_ZIP_BYTES) });
        }
        Ok(_) => add_entries(zip, &mut files),
    }
    files
}

fn add_entries<R: Read + Seek>(zip: R, files: &mut Files) {
    let mut archive = match ZipArchive::new(zip) {
        Ok(archive) => archive,
        Err(error) => return files.report("", bad_zip(&error)),
    };
    if archive.len() > MAX_FILES {
        return files.report("", Problem::TooManyFiles { limit: MAX_FILES });
    }
    if archive.has_duplicate_names() {
        files.report("", Problem::DuplicateFile {});
    }
    let names: Vec<String> = (0..archive.len())
        .map(|index| match archive.name_for_index(index) {
            Some(Ok(name)) => name.into_owned(),
            // A name in no known encoding is shown, and refused as unknown.
            _ => format!("berkas ke-{}", index + 1),
        })
        .collect();
    let folder = common_folder(&names);
    for (index, name) in names.iter().enumerate() {
        if name.ends_with('/') && is_safe(name.trim_end_matches('/')) {
            continue;
        }
        let path = name.strip_prefix(folder).unwrap_or(name);
        if !is_safe(name) {
            files.report(path, Problem::UnsafePath {});
            continue;
        }
        match archive.by_index(index) {
            Ok(entry) if entry.is_symlink() => files.report(path, Problem::SymbolicLink {}),
            Ok(mut entry) => {
                let compressed = entry.compressed_size().saturating_mul(MAX_EXPANSION);
                files.add_within(path, &mut entry, compressed.max(EXPANSION_FREE_BYTES));
            }
            Err(error) => files.report(path, bad_zip(&error)),
        }
    }
}

/// The folder that holds everything, with its slash: what a file manager makes of «compress this
/// folder». Empty when the manifest lies at the top.
fn common_folder(names: &[String]) -> &str {
    let first = names.iter().find(|it| !it.starts_with("__MACOSX/"));
    let Some(end) = first.and_then(|it| it.find('/')) else { return "" };
    let folder = first.map(|it| &it[..=end]).unwrap_or_default();
    let is_inside = |it: &String| it.starts_with(folder) || it.starts_with("__MACOSX/");
    let has_manifest = names.iter().any(|it| it.strip_prefix(folder) == Some(MANIFEST));
    if has_manifest && names.iter().all(is_inside) { folder } else { "" }
}

fn is_safe(name: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    !name.contains(['\\', ':', '\0']) && name.split('/').all(is_part)
}

fn bad_zip(error: &ZipError) -> Problem {
    let reason = match error {
        ZipError::Io(error) => reason(error),
        ZipError::InvalidArchive(_) => "karena isinya rusak atau bukan zip".to_owned(),
        ZipError::InvalidPassword => "karena bersandi".to_owned(),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "karena bersandi".to_owned(),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            "karena cara pemampatannya tidak didukung".to_owned()
        }
        _ => "karena isinya tidak lengkap".to_owned(),
    };
    Problem::BadZip { reason }
}

/// Writes the files in the order of their paths, all with the same time and rights.
pub(crate) fn write<W: Write + Seek>(files: &BTreeMap<String, String>, target: W) -> io::Result<W> {
    let options = SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(target);
    for (path, text) in files {
        zip.start_file(path.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?)
}

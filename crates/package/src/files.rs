//! The files of a package, whatever they come from, held within the limits.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::error::{Place, Problem, Problems, meant, nearest, shown};
use crate::limit::{
    MAX_EXPANSION, MAX_FILE_BYTES, MAX_FILES, MAX_PATH_PARTS, MAX_TOTAL_BYTES, mebibytes,
};
use crate::tables::TABLES;

pub(crate) const MANIFEST: &str = "datapackage.json";
pub(crate) const SETTINGS: &str = "paket.toml";
pub(crate) const NARASI_FOLDER: &str = "narasi";

/// What a path of a package is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Read into the `Berkas`.
    Fact,
    /// For people, or left there by an operating system or an office program.
    Ignored,
    Unknown,
}

/// Content of the files, by path.
#[derive(Default)]
pub(crate) struct Files {
    /// `None` for a file that is there and could not be taken, which has been reported.
    contents: BTreeMap<String, Option<Vec<u8>>>,
    pub(crate) problems: Problems,
    n_files: usize,
    n_bytes: u64,
}

impl Files {
    /// Reads a folder.
    pub(crate) fn from_folder(path: &Path) -> Files {
        let mut files = Files::default();
        files.add_folder(path, "");
        files
    }

    fn add_folder(&mut self, folder: &Path, prefix: &str) {
        let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = match listed {
            Ok(mut entries) => {
                // The order of a folder is not the same on two machines.
                entries.sort_by_key(fs::DirEntry::file_name);
                entries
            }
            Err(error) => {
                let reason = reason(&error);
                let problem = if prefix.is_empty() {
                    Problem::NotOpened { reason }
                } else {
                    Problem::Unreadable { reason }
                };
                return self.problems.push(Place::file(prefix), problem);
            }
        };
        for entry in entries {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let file_type = match entry.file_type() {
                Ok(file_type) => file_type,
                Err(error) => {
                    self.report(&name, Problem::Unreadable { reason: reason(&error) });
                    continue;
                }
            };
            if purpose(&name) == Purpose::Ignored {
                continue;
            }
            if file_type.is_symlink() {
                self.report(&name, Problem::SymbolicLink {});
            } else if !file_type.is_dir() {
                match File::open(entry.path()) {
                    Ok(mut file) => self.add(&name, &mut file),
                    Err(error) => {
                        self.report(&name, Problem::Unreadable { reason: reason(&error) });
                    }
                }
            } else if name.matches('/').count() + 1 < MAX_PATH_PARTS {
                self.add_folder(&entry.path(), &format!("{name}/"));
            } else {
                self.report(&name, Problem::PathTooDeep {});
            }
            if self.n_files > MAX_FILES {
                return;
            }
        }
    }

    /// Reads one file as a stream, which stops at the limit.
    pub(crate) fn add(&mut self, path: &str, content: &mut dyn Read) {
        self.add_within(path, content, u64::MAX);
    }

    /// Reads one file that a zip holds, and that may not expand to more than `expanded` bytes.
    pub(crate) fn add_within(&mut self, path: &str, content: &mut dyn Read, expanded: u64) {
        self.n_files += 1;
        if self.n_files > MAX_FILES {
            if self.n_files == MAX_FILES + 1 {
                self.report("", Problem::TooManyFiles { limit: MAX_FILES });
            }
            return;
        }
        match purpose(path) {
            Purpose::Fact => {}
            Purpose::Ignored => return,
            Purpose::Unknown => return self.report_unknown(path),
        }
        if self.contents.contains_key(path) {
            return self.report(path, Problem::DuplicateFile {});
        }
        let left = MAX_TOTAL_BYTES.saturating_sub(self.n_bytes);
        let mut bytes = Vec::new();
        let limit = MAX_FILE_BYTES.min(left).min(expanded);
        let read = content.take(limit + 1).read_to_end(&mut bytes);
        let n_bytes = bytes.len() as u64;
        self.n_bytes += n_bytes;
        if let Err(error) = read {
            self.report(path, Problem::Unreadable { reason: reason(&error) });
        } else if n_bytes > expanded {
            self.report(path, Problem::Expansion { ratio: MAX_EXPANSION });
        } else if n_bytes > MAX_FILE_BYTES {
            self.report(path, Problem::FileTooLarge { limit: mebibytes(MAX_FILE_BYTES) });
        } else if n_bytes > left {
            // Said once; what is left is not read.
            if left > 0 {
                self.report("", Problem::PackageTooLarge { limit: mebibytes(MAX_TOTAL_BYTES) });
            }
        } else {
            self.contents.insert(path.to_owned(), Some(bytes));
            return;
        }
        self.contents.insert(path.to_owned(), None);
    }

    fn report_unknown(&mut self, path: &str) {
        if path.matches('/').count() + 1 > MAX_PATH_PARTS {
            return self.report(path, Problem::PathTooDeep {});
        }
        if path.starts_with("narasi/") && path.ends_with(".md") {
            return self.report(path, Problem::BadNarasiName {});
        }
        let lower = path.to_lowercase();
        let stem = lower.strip_suffix(".csv").unwrap_or_default();
        let remedy = match nearest(stem, TABLES.iter().map(|it| it.name)) {
            Some(name) => format!("Maksud Anda {}?", shown(&format!("{name}.csv"))),
            None => meant(
                &lower,
                [MANIFEST, SETTINGS],
                "Pindahkan keluar dari paket; narasi berada pada `narasi/….md`",
            ),
        };
        self.report(path, Problem::UnknownFile { remedy });
    }

    pub(crate) fn report(&mut self, path: &str, problem: Problem) {
        self.problems.push(Place::file(path), problem);
    }

    pub(crate) fn into_parts(self) -> (BTreeMap<String, Option<Vec<u8>>>, Problems) {
        (self.contents, self.problems)
    }
}

fn purpose(path: &str) -> Purpose {
    let name = path.rsplit('/').next().unwrap_or(path);
    let left_behind = ["Thumbs.db", "desktop.ini"].contains(&name)
        || name.starts_with('.')
        || name.starts_with("~$")
        || path.split('/').next() == Some("__MACOSX");
    if left_behind || ["README.txt", "README.md", "LICENSE", "LICENSE.txt"].contains(&path) {
        return Purpose::Ignored;
    }
    let is_table =
        || path.strip_suffix(".csv").is_some_and(|stem| TABLES.iter().any(|it| it.name == stem));
    if [MANIFEST, SETTINGS].contains(&path) || narasi_id(path).is_some() || is_table() {
        Purpose::Fact
    } else {
        Purpose::Unknown
    }
}

/// The id of a narrative from its path: `latar-belakang` of `narasi/latar-belakang.md`.
pub(crate) fn narasi_id(path: &str) -> Option<&str> {
    let stem = path.strip_prefix(NARASI_FOLDER)?.strip_prefix('/')?.strip_suffix(".md")?;
    let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit();
    let is_valid = stem.len() <= 64
        && stem.bytes().next().is_some_and(plain)
        && stem.bytes().all(|it| plain(it) || matches!(it, b'.' | b'_' | b'-'));
    is_valid.then_some(stem)
}

/// Why the system refuses, in Indonesian where it is a common reason.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "karena tidak ada".to_owned(),
        io::ErrorKind::PermissionDenied => "karena tidak ada izin".to_owned(),
        io::ErrorKind::NotADirectory => "karena bukan folder".to_owned(),
        io::ErrorKind::UnexpectedEof => "karena isinya terpotong".to_owned(),
        _ => format!("karena galat sistem: {error}"),
    }
}

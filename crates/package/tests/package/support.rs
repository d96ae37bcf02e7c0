//! Packages in memory for the tests: the minimal one, changed and read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use selaras_package::PackageError;
use serde_json::{Value, json};

pub(crate) const MANIFEST: &str = "datapackage.json";

/// Content of files, by path inside the package.
pub(crate) type Contents = BTreeMap<String, Vec<u8>>;

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files of the folder and of its `narasi`.
pub(crate) fn files_in(folder: &Path) -> Contents {
    let mut files = Contents::new();
    for prefix in ["", "narasi/"] {
        let Ok(entries) = fs::read_dir(folder.join(prefix)) else { continue };
        let paths = entries.map(|it| it.expect("the folder can be listed").path());
        for path in paths.filter(|it| it.is_file()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let content = fs::read(&path).expect("the file can be read");
            files.insert(format!("{prefix}{name}"), content);
        }
    }
    files
}

/// A package without faults, as small as one can be that has something of each kind of check.
pub(crate) fn minimal() -> Contents {
    let mut files = files_in(&folder("tests/minimal"));
    files.insert(MANIFEST.to_owned(), plain_manifest(&files));
    files
}

/// A manifest that agrees with the headers of the tables, whatever they are.
pub(crate) fn plain_manifest(files: &Contents) -> Vec<u8> {
    let resources = files.iter().filter(|(path, _)| path.ends_with(".csv")).map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let header = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
        let fields = header.split(',').map(|name| json!({ "name": name.trim() }));
        json!({ "path": path, "schema": { "fields": fields.collect::<Vec<Value>>() } })
    });
    let resources: Vec<Value> = resources.collect();
    let manifest = json!({ "selaras": 1, "name": "plain", "resources": resources });
    serde_json::to_vec_pretty(&manifest).expect("it has only texts and lists")
}

/// One message to a line.
pub(crate) fn listed(errors: &[PackageError]) -> String {
    errors.iter().map(|it| format!("{it}\n")).collect()
}

//! The examples of the repository are packages, in canonical form except for comments in
//! `paket.toml`. With `SELARAS_BLESS=1` their tables and manifests are put into that form.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use selaras_package::{PackageError, canonical_files, read_files};
use serde_json::{Value, json};

const MANIFEST: &str = "datapackage.json";

fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let entries = fs::read_dir(folder).expect("the repository has examples");
    let paths = entries.map(|it| it.expect("the folder can be listed").path());
    let mut folders: Vec<PathBuf> = paths.filter(|it| it.is_dir()).collect();
    folders.sort();
    folders
}

fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
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

/// A manifest that agrees with the tables, whatever they are: enough to read a package whose own
/// has not been written yet.
fn plain_manifest(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let resources = files.iter().filter(|(path, _)| path.ends_with(".csv")).map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let header = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
        let fields = header.split(',').map(|name| json!({ "name": name.trim() }));
        json!({ "path": path, "schema": { "fields": fields.collect::<Vec<Value>>() } })
    });
    let resources: Vec<Value> = resources.collect();
    json!({ "selaras": 1, "name": "plain", "resources": resources }).to_string().into_bytes()
}

fn listed(errors: &[PackageError]) -> String {
    errors.iter().map(|it| format!("{it}\n")).collect()
}

#[test]
fn examples_are_canonical_packages() {
    let is_blessing = std::env::var_os("SELARAS_BLESS").is_some();
    assert!(!examples().is_empty(), "there is no example");
    for folder in examples() {
        let mut files = files_in(&folder);
        if is_blessing {
            files.insert(MANIFEST.to_owned(), plain_manifest(&files));
        }
        let berkas = read_files(files.iter().map(|(path, bytes)| (path, bytes.as_slice())))
            .unwrap_or_else(|errors| panic!("{}:\n{}", folder.display(), listed(&errors)));
        for (path, text) in canonical_files(&berkas).unwrap() {
            if path == "paket.toml" {
                continue;
            }
            if is_blessing {
                fs::write(folder.join(&path), text).unwrap();
            } else {
                let found = String::from_utf8_lossy(&files[&path]);
                let place = folder.join(&path);
                assert!(found == text, "{} is not canonical: SELARAS_BLESS=1", place.display());
            }
        }
    }
}

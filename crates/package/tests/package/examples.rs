//! The examples of the repository are packages, in canonical form except for comments in
//! `paket.toml`. With `SELARAS_BLESS=1` their tables and manifests are put into that form.

use std::fs;

use crate::support::{MANIFEST, files_in, folder, listed, plain_manifest};
use selaras_package::{canonical_files, read_files};

#[test]
fn examples_are_canonical_packages() {
    let is_blessing = std::env::var_os("SELARAS_BLESS").is_some();
    let entries = fs::read_dir(folder("../../examples")).unwrap();
    let paths = entries.map(|it| it.unwrap().path());
    // The city is a generator, whose packages its own tests look at.
    let folders: Vec<_> = paths.filter(|it| it.join(MANIFEST).is_file()).collect();
    assert!(!folders.is_empty(), "there is no example");
    for folder in folders {
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
                let is_same = files.get(&path).is_some_and(|it| *it == text.as_bytes());
                let place = folder.join(&path);
                assert!(is_same, "{} is not canonical: SELARAS_BLESS=1", place.display());
            }
        }
    }
}

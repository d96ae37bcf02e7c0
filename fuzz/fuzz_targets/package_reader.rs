//! Puts any bytes in the place of one file of a sound package, or takes them as a zip; what is read
//! must be written in a form that reads as the same facts and is written with the same bytes.

#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use selaras_domain::Berkas;
use selaras_package::{PackageError, canonical_files, read_files, read_zip};

macro_rules! minimal {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../crates/package/tests/minimal/", $path)))),+]
    };
}

/// The package of the tests, without its manifest, which is made from it.
const FILES: &[(&str, &[u8])] = minimal![
    "paket.toml",
    "bagian.csv",
    "catatan_register.csv",
    "dokumen.csv",
    "indikator.csv",
    "isu_strategis.csv",
    "kebijakan_indikator.csv",
    "misi.csv",
    "narasi/pendahuluan.md",
    "nilai_variabel.csv",
    "pagu.csv",
    "pejabat.csv",
    "perjanjian_kinerja.csv",
    "pita.csv",
    "program_kegiatan.csv",
    "realisasi.csv",
    "register.csv",
    "sasaran.csv",
    "skala.csv",
    "target.csv",
    "tujuan.csv",
    "unit_kerja.csv",
    "variabel.csv",
    "visi.csv",
];

const MANIFEST: &str = "datapackage.json";

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return check(read_zip(Cursor::new(bytes)));
    }
    let Some((chosen, content)) = bytes.split_first() else { return };
    let chosen = usize::from(*chosen) % (FILES.len() + 1);
    let mut files: Vec<(&str, &[u8])> = FILES.to_vec();
    if let Some((_, file)) = files.get_mut(chosen) {
        *file = content;
    }
    let manifest = manifest(&files);
    files.push((MANIFEST, if chosen == FILES.len() { content } else { manifest.as_bytes() }));
    check(read_files(files));
});

/// A manifest that agrees with the headers, so that the other faults come into reach.
fn manifest(files: &[(&str, &[u8])]) -> String {
    let resources: Vec<String> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".csv"))
        .map(|(path, content)| {
            let text = String::from_utf8_lossy(content);
            let header = text.lines().next().unwrap_or_default();
            let fields: Vec<String> =
                header.split(',').map(|name| format!("{{\"name\": {name:?}}}")).collect();
            let fields = fields.join(", ");
            format!("{{\"path\": {path:?}, \"schema\": {{\"fields\": [{fields}]}}}}")
        })
        .collect();
    format!("{{\"selaras\": 1, \"name\": \"fuzz\", \"resources\": [{}]}}", resources.join(", "))
}

fn check(read: Result<Berkas, Vec<PackageError>>) {
    let berkas = match read {
        Ok(berkas) => berkas,
        Err(errors) => {
            assert!(!errors.is_empty(), "a package without faults was refused");
            for error in errors {
                let _ = error.to_string();
            }
            return;
        }
    };
    let files = canonical_files(&berkas).expect("what was read can be written");
    let again = read_files(files.iter().map(|(path, text)| (path, text.as_bytes())));
    let again = again.expect("what was written can be read");
    assert_eq!(again, berkas);
    assert_eq!(canonical_files(&again).expect("what was read can be written"), files);
}

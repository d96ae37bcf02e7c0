//! Whatever happens to the bytes of a sound package, the reader answers: with facts, or with faults
//! that each have a message.

use std::io::Cursor;

use proptest::prelude::*;
use proptest::sample::Index;
use selaras_package::{canonical_files, read_files, read_zip, write};

use crate::support::{Contents, minimal};

/// What means something to one of the readers.
const PIECES: [&str; 20] = [
    ",",
    "\"",
    "\n",
    "\r",
    "\u{feff}",
    "-",
    ".",
    ";",
    "total",
    "iku-1",
    "99999999999999999999",
    "=",
    "[pemda]",
    "\"\"\"",
    "/ 0",
    "{",
    "\\",
    "2023",
    "é",
    "0.0000000000000000000000000001",
];

/// What is put into a file: pieces that mean something to one of its readers, and any bytes.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::sample::select(&PIECES[..]).prop_map(|it| it.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
    ]
}

fn damaged() -> impl Strategy<Value = Contents> {
    let blow = (any::<Index>(), any::<Index>(), 0_usize..8, piece());
    prop::collection::vec(blow, 1..4).prop_map(|blows| {
        let mut files = minimal();
        let n_files = files.len();
        for (file, from, n_bytes, piece) in blows {
            let content = files.values_mut().nth(file.index(n_files)).expect("it is below");
            let from = from.index(content.len() + 1);
            let to = (from + n_bytes).min(content.len());
            content.splice(from..to, piece);
        }
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_package_is_read_whole_or_refused_with_messages(files in damaged()) {
        let read = read_files(files.iter().map(|(path, bytes)| (path, bytes.as_slice())));
        match read {
            Ok(berkas) => prop_assert!(canonical_files(&berkas).is_ok()),
            Err(errors) => {
                prop_assert!(!errors.is_empty());
                // One paragraph each, whatever the user wrote.
                prop_assert!(errors.iter().all(|it| !it.to_string().contains('\n')));
            }
        }
    }

    #[test]
    fn a_damaged_zip_is_read_whole_or_refused(
        blows in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6)
    ) {
        let mut bytes = ZIP.clone();
        for (position, byte) in blows {
            let position = position.index(bytes.len());
            bytes[position] = byte;
        }
        if let Err(errors) = read_zip(Cursor::new(bytes)) {
            prop_assert!(!errors.is_empty());
        }
    }
}

static ZIP: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
    let files = minimal();
    let berkas = read_files(files.iter().map(|(path, bytes)| (path, bytes.as_slice())));
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("paket.zip");
    write(&berkas.expect("the package is sound"), &path).expect("the place can be written");
    std::fs::read(path).expect("it has been written")
});

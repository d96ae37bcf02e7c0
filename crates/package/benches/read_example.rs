//! Times reading and writing the whole example report, from the folder and in memory.
//!
//! `cargo bench -p selaras-package --bench read_example`; reading the folder is to stay below
//! 20 ms.

use std::path::PathBuf;

use divan::{Bencher, black_box};
use selaras_package::{canonical_files, read, read_files};

fn main() {
    divan::main();
}

fn example() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/bkpsdm-dumai-2023"))
}

/// What a command does first: files, tables, references and checks.
#[divan::bench]
fn read_example() -> usize {
    let berkas = read(black_box(&example())).expect("the example is sound");
    berkas.realisasi_anggaran.len()
}

/// The same without the disk.
#[divan::bench]
fn read_example_in_memory(bencher: Bencher<'_, '_>) {
    let berkas = read(&example()).expect("the example is sound");
    let files = canonical_files(&berkas).expect("what was read can be written");
    bencher.bench(|| read_files(files.iter().map(|(path, text)| (path, text.as_bytes()))));
}

/// Writing includes reading what would be written.
#[divan::bench]
fn write_example_in_memory(bencher: Bencher<'_, '_>) {
    let berkas = read(&example()).expect("the example is sound");
    bencher.bench(|| canonical_files(black_box(&berkas)));
}

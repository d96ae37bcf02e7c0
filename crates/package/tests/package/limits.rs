//! Limits hold while reading, not after: what is beyond them is never taken into memory.

use std::cell::Cell;
use std::io::{self, Cursor, Read};

use crate::support::{Contents, MANIFEST, listed, minimal, plain_manifest};
use selaras_package::{PackageError, limit, read_files};

/// Counts what is read of an endless text.
struct Endless<'c> {
    n_read: &'c Cell<u64>,
}

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        buffer.fill(b'a');
        self.n_read.set(self.n_read.get() + buffer.len() as u64);
        Ok(buffer.len())
    }
}

fn errors(files: Contents) -> Vec<PackageError> {
    read_files(files.into_iter().map(|(path, bytes)| (path, Cursor::new(bytes))))
        .err()
        .unwrap_or_default()
}

#[test]
fn an_endless_file_is_read_no_further_than_its_limit() {
    let n_read = Cell::new(0);
    let files = [("indikator.csv", Endless { n_read: &n_read })];
    let errors = read_files(files).unwrap_err();
    assert!(listed(&errors).contains("indikator.csv: berkas lebih besar dari 16 MiB; "));
    // A buffer may have been asked for beyond it, but not a second limit.
    assert!(n_read.get() < limit::MAX_FILE_BYTES * 2, "{}", n_read.get());
}

#[test]
fn all_files_together_are_read_no_further_than_their_limit() {
    let n_read = Cell::new(0);
    let names = (0..1_000).map(|it| format!("narasi/{it}.md"));
    let files = names.map(|name| (name, Endless { n_read: &n_read }));
    let errors = read_files(files).unwrap_err();
    let said = "paket: isi semua berkas lebih besar dari 64 MiB; pembacaan dihentikan di situ. ";
    assert_eq!(listed(&errors).matches(said).count(), 1);
    assert!(n_read.get() < limit::MAX_TOTAL_BYTES * 2, "{}", n_read.get());
}

#[test]
fn too_many_files_are_said_once() {
    let names = (0..limit::MAX_FILES + 10).map(|it| (format!("narasi/{it}.md"), io::empty()));
    let errors = read_files(names).unwrap_err();
    let said = "paket: paket berisi lebih dari 2000 berkas. ";
    assert_eq!(listed(&errors).matches(said).count(), 1);
}

#[test]
fn rows_beyond_the_limit_are_not_read() {
    let mut files = minimal();
    let mut rows = String::from("nomor,uraian\n");
    for nomor in 0..limit::MAX_ROWS + 10 {
        rows += &format!("{},Uraian\n", nomor % 9_999 + 1);
    }
    files.insert("fungsi.csv".to_owned(), rows.into_bytes());
    files.insert(MANIFEST.to_owned(), plain_manifest(&files));
    let errors = errors(files);
    let last = errors.iter().rfind(|it| it.place.file == "fungsi.csv").unwrap();
    // Every number stands ten times, so that the row limit is not the only fault.
    assert_eq!(last.problem.code(), "P060");
    assert_eq!(errors.last().unwrap().problem.code(), "P018");
    assert_eq!(errors.len(), limit::MAX_PROBLEMS + 1);
}

#[test]
fn the_first_row_beyond_the_limit_is_named() {
    let mut files = minimal();
    let mut rows = String::from("laporan,tingkat,judul,narasi,isi\n");
    for _ in 0..limit::MAX_ROWS + 10 {
        rows += "lkjip,bab,Bab,,\n";
    }
    files.insert("bagian.csv".to_owned(), rows.into_bytes());
    let expected = "bagian.csv baris 100002: tabel lebih dari 100000 baris; sisanya tidak dibaca. \
                    Diharapkan: paling banyak 100000 baris dalam satu tabel. Periksa baris yang \
                    terulang. (P015)\n";
    assert_eq!(listed(&errors(files)), expected);
}

#[test]
fn faults_beyond_the_limit_are_counted() {
    let mut files = minimal();
    let mut rows = String::from("nomor,uraian\n");
    for _ in 0..limit::MAX_PROBLEMS + 234 {
        rows += "x,Uraian\n";
    }
    files.insert("fungsi.csv".to_owned(), rows.into_bytes());
    files.insert(MANIFEST.to_owned(), plain_manifest(&files));
    let errors = errors(files);
    assert_eq!(errors.len(), limit::MAX_PROBLEMS + 1);
    let last = errors.last().unwrap().to_string();
    // Each row is also a second row of its key.
    let n_more = 2 * (limit::MAX_PROBLEMS + 234) - 1 - limit::MAX_PROBLEMS;
    let expected = format!(
        "paket: masih ada {n_more} kesalahan lain yang tidak ditampilkan. Diharapkan: paket tanpa \
         kesalahan. Perbaiki yang di atas lebih dahulu, lalu periksa lagi. (P018)"
    );
    assert_eq!(last, expected);
}

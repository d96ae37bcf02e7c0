//! Packages as zip files: sound ones read as folders do, and those made in malice or by mistake are
//! refused with their place.

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use crate::support::{Contents, files_in, listed, minimal};
use selaras_package::{canonical_files, limit, read, read_files, validate, write};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip file in a folder of its own, which lives as long as the value.
struct ZipFile {
    folder: TempDir,
}

impl ZipFile {
    fn new(bytes: &[u8]) -> ZipFile {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        fs::write(folder.path().join("paket.zip"), bytes).expect("the place can be written");
        ZipFile { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("paket.zip")
    }

    fn messages(&self) -> String {
        listed(&validate(&self.path()))
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::DEFAULT
}

/// A zip of the files, changed before it is closed.
fn zip_with(files: &Contents, change: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> ZipFile {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        zip.start_file(path.as_str(), options()).expect("names are short");
        zip.write_all(content).expect("there is memory");
    }
    change(&mut zip);
    ZipFile::new(&zip.finish().expect("there is memory").into_inner())
}

#[test]
fn a_zip_reads_as_its_folder_does_and_is_written_with_the_same_bytes() {
    let files = minimal();
    let from_folder =
        read_files(files.iter().map(|(path, bytes)| (path, bytes.as_slice()))).unwrap();
    let zip = zip_with(&files, |_| {});
    assert_eq!(read(&zip.path()).unwrap(), from_folder);

    let again = zip.folder.path().join("lagi.zip");
    write(&from_folder, &again).unwrap();
    let first = fs::read(&again).unwrap();
    write(&read(&again).unwrap(), &again).unwrap();
    assert_eq!(fs::read(&again).unwrap(), first);
}

#[test]
fn a_zip_of_a_folder_reads_as_the_folder() {
    let files: Contents =
        minimal().into_iter().map(|(path, bytes)| (format!("paket/{path}"), bytes)).collect();
    let zip = zip_with(&files, |zip| {
        zip.add_directory("paket/kosong", options()).unwrap();
        zip.start_file("__MACOSX/paket/._visi.csv", options()).unwrap();
    });
    assert_eq!(zip.messages(), "");
}

#[test]
fn refuses_names_that_lead_out_of_the_package() {
    let zip = zip_with(&minimal(), |zip| {
        for name in ["../visi.csv", "narasi/../../x.md", "/etc/x.csv", "narasi\\x.md", "c:x.csv"] {
            zip.start_file(name, options()).unwrap();
        }
    });
    let places = ["../visi.csv", "/etc/x.csv", "c:x.csv", "narasi/../../x.md", "narasi\\x.md"];
    let expected = places.map(|place| {
        format!(
            "{place}: nama ini menunjuk ke luar paket. Diharapkan: nama tanpa `..`, tanpa `\\` \
             dan tanpa `/` di depan. Buat ulang berkas zip dari folder paket. (P004)\n"
        )
    });
    assert_eq!(zip.messages(), expected.concat());
}

#[test]
fn refuses_symbolic_links() {
    let mut files = minimal();
    files.remove("realisasi.csv");
    let zip = zip_with(&files, |zip| {
        zip.add_symlink("realisasi.csv", "/etc/passwd", options()).unwrap();
    });
    assert!(
        zip.messages().starts_with("realisasi.csv: ini tautan simbolik. "),
        "{}",
        zip.messages()
    );
    assert!(zip.messages().contains("(P005)"));
}

#[cfg(unix)]
#[test]
fn refuses_symbolic_links_of_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in minimal() {
        fs::create_dir_all(folder.path().join("narasi")).unwrap();
        fs::write(folder.path().join(path), bytes).unwrap();
    }
    assert_eq!(validate(folder.path()), []);
    fs::remove_file(folder.path().join("visi.csv")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("visi.csv")).unwrap();
    assert!(listed(&validate(folder.path())).contains("visi.csv: ini tautan simbolik. "));
}

/// A table of `n_bytes` of the same letter, deflated to a thousandth.
fn bomb(n_bytes: u64) -> ZipFile {
    let mut files = minimal();
    files.remove("visi.csv");
    zip_with(&files, |zip| {
        zip.start_file("visi.csv", options()).expect("names are short");
        io::copy(&mut io::repeat(b'a').take(n_bytes), zip).expect("there is memory");
    })
}

#[test]
fn stops_a_zip_bomb_by_its_expansion() {
    let zip = bomb(8 * 1024 * 1024);
    let expected = "visi.csv: isi zip mengembang lebih dari 200 kali ukurannya; pembacaan \
                    dihentikan di situ. Diharapkan: zip yang mengembang paling banyak 200 kali. \
                    Jangan pakai berkas ini bila asalnya tidak jelas; buat ulang zip dari folder \
                    paket. (P014)\n";
    assert_eq!(zip.messages(), expected);
}

#[test]
fn stops_a_zip_bomb_of_a_quarter_gigabyte_by_its_size() {
    let zip = bomb(256 * 1024 * 1024);
    assert!(fs::metadata(zip.path()).unwrap().len() < limit::MAX_ZIP_BYTES);
    assert!(zip.messages().starts_with("visi.csv: berkas lebih besar dari 16 MiB; "));
    assert!(zip.messages().contains("(P010)"));
}

#[test]
fn refuses_what_is_no_zip_and_what_ends_early() {
    let zip = ZipFile::new(b"id,jenis\n");
    let expected = "paket: zip tidak dapat dibaca, karena isinya rusak atau bukan zip. \
                    Diharapkan: zip biasa tanpa sandi (metode deflate atau stored). Buat ulang \
                    berkas zip dari folder paket. (P006)\n";
    assert_eq!(zip.messages(), expected);

    let mut bytes = fs::read(zip_with(&minimal(), |_| {}).path()).unwrap();
    bytes.truncate(bytes.len() / 2);
    assert_eq!(ZipFile::new(&bytes).messages(), expected);
}

#[test]
fn reports_a_file_of_the_zip_whose_bytes_were_changed() {
    let mut bytes = fs::read(zip_with(&minimal(), |_| {}).path()).unwrap();
    // Inside the data of the first file, the settings being far behind.
    bytes[80] ^= 0xff;
    let messages = ZipFile::new(&bytes).messages();
    assert!(messages.contains("(P008)"), "{messages}");
}

#[test]
fn refuses_two_files_of_one_name() {
    // The writer refuses to make one, so the second name is changed in the bytes.
    let mut files = minimal();
    files.insert("fungsj.csv".to_owned(), b"nomor,uraian\n".to_vec());
    files.insert("fungsi.csv".to_owned(), b"nomor,uraian\n".to_vec());
    let bytes = fs::read(zip_with(&files, |_| {}).path()).unwrap();
    let mut changed = bytes.clone();
    for position in 0..bytes.len() {
        if bytes[position..].starts_with(b"fungsj.csv") {
            changed[position + 5] = b'i';
        }
    }
    let messages = ZipFile::new(&changed).messages();
    assert!(messages.contains("paket: nama berkas ini ada lebih dari satu kali. "), "{messages}");
    assert!(messages.contains("(P007)"));
}

#[test]
fn refuses_a_zip_of_too_many_files() {
    let zip = zip_with(&Contents::new(), |zip| {
        for index in 0..=limit::MAX_FILES {
            zip.start_file(format!("narasi/{index}.md"), options()).unwrap();
        }
    });
    let expected = "paket: paket berisi lebih dari 2000 berkas. Diharapkan: paling banyak 2000 \
                    berkas. Keluarkan yang bukan bagian paket. (P012)\n";
    assert_eq!(zip.messages(), expected);
}

#[test]
fn says_why_a_package_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let messages = listed(&validate(&folder.path().join("tidak-ada")));
    let expected = "paket: paket tidak dapat dibuka, karena tidak ada. Diharapkan: folder paket \
                    atau berkas .zip. Periksa letak dan izin bacanya. (P001)\n";
    assert_eq!(messages, expected);
}

#[test]
fn a_written_package_appears_whole_or_not_at_all() {
    let files = minimal();
    let berkas = read_files(files.iter().map(|(path, bytes)| (path, bytes.as_slice()))).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let names = |path: &Path| {
        let names = fs::read_dir(path).unwrap().map(|it| it.unwrap().file_name());
        names.map(|it| it.into_string().unwrap()).collect::<Vec<_>>()
    };

    // A folder that holds something stays as it is.
    let occupied = folder.path().join("isi");
    fs::create_dir(&occupied).unwrap();
    File::create(occupied.join("surat.txt")).unwrap();
    assert!(write(&berkas, &occupied).is_err());
    assert_eq!(names(&occupied), ["surat.txt"]);
    // Where no folder can be made, nothing is left beside it either.
    assert!(write(&berkas, &occupied.join("surat.txt/paket")).is_err());
    assert!(write(&berkas, &occupied.join("surat.txt/paket.zip")).is_err());
    assert_eq!(names(folder.path()), ["isi"]);

    // What could not be read again is not written.
    let mut broken = berkas.clone();
    broken.visi[0].uraian = String::new();
    assert!(write(&broken, &folder.path().join("rusak")).is_err());
    assert_eq!(names(folder.path()), ["isi"]);

    // An empty folder is taken, and holds the canonical files.
    let empty = folder.path().join("kosong");
    fs::create_dir(&empty).unwrap();
    write(&berkas, &empty).unwrap();
    let written = files_in(&empty);
    let canonical = canonical_files(&berkas).unwrap();
    let canonical: Contents =
        canonical.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    assert_eq!(written, canonical);
}

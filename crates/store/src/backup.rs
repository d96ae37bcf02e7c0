//! Copies of a whole installation: to another database, to a file for safekeeping, and back.
//!
//! A backup is an installation of its own, in one file of SQLite, whichever database it comes from:
//! any Selaras opens it, and `verify` proves its chains.

use std::path::{Path, PathBuf};

use crate::audit::Head;
use crate::database::{Place, Store};
use crate::error::StoreError;
use crate::facts::{fact_tables, insert_into, quoted};
use crate::sql::{Session, Value};

/// Rows that travel together, of most tables; and of one whose rows are a megabyte each.
const CHUNK: i64 = 2_000;
const CHUNK_OF_BYTES: i64 = 16;

/// A table to copy: its name, its columns, and the columns that order its rows.
pub(crate) struct Copied {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<&'static str>,
    order: &'static [&'static str],
    /// Rows that travel together.
    chunk: i64,
}

/// Every table of the schema, each after those that it refers to.
pub(crate) fn all_tables() -> Vec<Copied> {
    let table = |name, columns: &[&'static str], order| Copied {
        name,
        columns: columns.to_vec(),
        order,
        chunk: CHUNK,
    };
    let mut tables = vec![
        table("pemda", &["id", "jenis", "nama", "provinsi"], &["id"]),
        table(
            "perangkat",
            &[
                "pemda",
                "id",
                "singkatan",
                "nama",
                "kode",
                "dibentuk",
                "berakhir",
                "perubahan",
                "dasar",
                "versi",
            ],
            &["pemda", "id"],
        ),
        table("asal_perangkat", &["pemda", "perangkat", "dari"], &["pemda", "perangkat", "dari"]),
        table("berkas", &["pemda", "id", "perangkat", "tahun", "versi"], &["pemda", "id"]),
        table("jadwal", &["pemda", "tahun", "triwulan", "batas"], &["pemda", "tahun", "triwulan"]),
        table(
            "pengajuan",
            &[
                "pemda",
                "berkas",
                "triwulan",
                "status",
                "versi",
                "pengaju",
                "pesan",
                "waktu",
                "dibuka_sampai",
            ],
            &["pemda", "berkas", "triwulan"],
        ),
        table("narasi", &["pemda", "berkas", "id", "teks", "versi"], &["pemda", "berkas", "id"]),
        table(
            "jejak_audit",
            &[
                "pemda", "nomor", "waktu", "pelaku", "asal", "tindakan", "objek", "lama", "baru",
                "alasan", "hash",
            ],
            &["pemda", "nomor"],
        ),
        table("kepala_jejak", &["pemda", "nomor", "hash"], &["pemda"]),
        table(
            "pengguna",
            &[
                "pemda",
                "id",
                "akun",
                "nama",
                "sandi",
                "terkunci_sampai",
                "berakhir",
                "dikunci_waktu",
                "dikunci_dari",
            ],
            &["pemda", "id"],
        ),
        table(
            "penugasan",
            &["pemda", "id", "pengguna", "peran", "perangkat", "status", "mulai", "sampai"],
            &["pemda", "id"],
        ),
        table("tautan_sandi", &["pemda", "hash", "pengguna", "berlaku_sampai"], &["pemda", "hash"]),
        table("penyalaan", &["hash", "berlaku_sampai"], &["hash"]),
        table("percobaan", &["hash", "gagal", "berlaku_sampai", "dari"], &["hash"]),
        table("sesi", &["pemda", "hash", "pengguna", "berlaku_sampai"], &["pemda", "hash"]),
    ];
    tables.push(table("katalog", &["pemda", "mulai", "dasar"], &["pemda", "mulai"]));
    tables.push(table(
        "nomenklatur",
        &["pemda", "mulai", "kode", "nama", "kinerja", "indikator", "satuan"],
        &["pemda", "mulai", "kode"],
    ));
    tables.push(table("isi", &["pemda", "hash", "jenis", "ukuran"], &["pemda", "hash"]));
    tables.push(Copied {
        chunk: CHUNK_OF_BYTES,
        ..table("potongan_isi", &["pemda", "hash", "nomor", "isi"], &["pemda", "hash", "nomor"])
    });
    tables.push(table(
        "direviu",
        &["pemda", "hash", "pengguna", "reviu", "waktu"],
        &["pemda", "hash", "pengguna"],
    ));
    tables.push(table(
        "reviu",
        &[
            "pemda",
            "id",
            "pengguna",
            "nama",
            "hash",
            "status",
            "pesan",
            "hasil",
            "dibuat",
            "diperbarui",
        ],
        &["pemda", "id"],
    ));
    tables.push(Copied {
        chunk: CHUNK_OF_BYTES,
        ..table(
            "potongan_reviu",
            &["pemda", "reviu", "jenis", "nomor", "isi"],
            &["pemda", "reviu", "jenis", "nomor"],
        )
    });
    tables.push(table(
        "komentar",
        &[
            "pemda",
            "id",
            "berkas",
            "objek",
            "isi",
            "penulis",
            "waktu",
            "selesai_oleh",
            "selesai_waktu",
        ],
        &["pemda", "id"],
    ));
    tables.push(table(
        "tanda_tangan",
        &[
            "pemda",
            "id",
            "berkas",
            "perjanjian",
            "pihak",
            "akun",
            "nama",
            "jabatan",
            "isi",
            "waktu",
        ],
        &["pemda", "id"],
    ));
    tables.push(table(
        "bukti_dukung",
        &[
            "pemda",
            "id",
            "berkas",
            "tentang",
            "objek",
            "triwulan",
            "hash",
            "nama",
            "halaman",
            "keterangan",
            "pengunggah",
            "waktu",
        ],
        &["pemda", "id"],
    ));
    tables.push(table(
        "dokumen_sah",
        &[
            "pemda",
            "id",
            "perangkat",
            "tahun",
            "jenis",
            "nomor",
            "hash",
            "fakta",
            "aturan",
            "penanda_tangan",
            "waktu",
            "jejak_nomor",
            "jejak_hash",
        ],
        &["pemda", "id"],
    ));
    tables.push(table(
        "token",
        &["pemda", "id", "hash", "pengguna", "nama", "cakupan", "dibuat", "berlaku_sampai"],
        &["pemda", "id"],
    ));
    tables.push(table("ringkasan", &["pemda", "berkas", "versi", "isi"], &["pemda", "berkas"]));
    for it in fact_tables() {
        let own = ["pemda", "berkas", "baris_ke", "urutan", "versi"].into_iter();
        let columns = own.chain(it.columns.iter().map(|it| it.name)).collect();
        let order = &["pemda", "berkas", "baris_ke"];
        tables.push(Copied { name: it.name, columns, order, chunk: CHUNK });
    }
    tables
}

/// Copies every row of one state of the source into the target; gives their number.
fn copy_rows(source: &mut Session<'_>, target: &mut Session<'_>) -> Result<u64, StoreError> {
    let mut n_rows = 0;
    for table in all_tables() {
        let select = format!(
            "SELECT {} FROM {} ORDER BY {} LIMIT $1 OFFSET $2",
            quoted(&table.columns),
            table.name,
            quoted(table.order)
        );
        let insert = insert_into(table.name, &table.columns);
        for offset in (0..).step_by(usize::try_from(table.chunk).unwrap_or(1)) {
            let rows = source.query(&select, &[table.chunk.into(), Value::Integer(offset)])?;
            let n_found = rows.len();
            n_rows += n_found as u64;
            target.execute_many(&insert, rows)?;
            if (n_found as i64) < table.chunk {
                break;
            }
        }
    }
    Ok(n_rows)
}

impl Store {
    /// Copies this installation into an empty one of either kind, while both may be in use: what is
    /// copied is one state of this one, and it is there whole or not at all.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] when the target holds facts, and where either cannot be used.
    pub fn copy_to(&self, target: &Place) -> Result<u64, StoreError> {
        match target {
            Place::Folder(folder) => {
                let file = Place::file(folder);
                self.copy_to_file(&file)
            }
            Place::Postgres(_) => {
                let target = Store::migrate(target)?;
                self.read(|source| {
                    target.write_once(|target| {
                        if target.query_one("SELECT id FROM pemda", &[])?.is_some() {
                            let what = "Pemda pada pangkalan data tujuan".to_owned();
                            return Err(StoreError::Exists { what });
                        }
                        copy_rows(source, target)
                    })
                })
            }
        }
    }

    /// Writes a backup into a new file, and gives the heads of the chains in it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] when there is such a file, and where it cannot be written.
    pub fn backup(&self, file: &Path) -> Result<Vec<Head>, StoreError> {
        self.copy_to_file(file)?;
        self.heads_of_file(file)
    }

    fn heads_of_file(&self, file: &Path) -> Result<Vec<Head>, StoreError> {
        Store::open_file(file)?.heads()
    }

    /// An installation of SQLite in the file, which appears when it is whole.
    fn copy_to_file(&self, file: &Path) -> Result<u64, StoreError> {
        if file.exists() {
            return Err(StoreError::Exists { what: format!("Berkas {}", file.display()) });
        }
        let io = |path: &Path| {
            let path = path.to_owned();
            move |source| StoreError::File { path, source }
        };
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_path_buf);
        std::fs::create_dir_all(&folder).map_err(io(&folder))?;
        let part = tempfile::Builder::new()
            .prefix(".selaras-")
            .tempdir_in(&folder)
            .map_err(io(&folder))?;
        let place = Place::Folder(part.path().to_owned());
        let n_rows = {
            let target = Store::migrate(&place)?;
            let n_rows =
                self.read(|source| target.write_once(|target| copy_rows(source, target)))?;
            target.settle()?;
            n_rows
        };
        let from = Place::file(part.path());
        // One plain file, which is read also where nothing can be written.
        rusqlite::Connection::open(&from)?.pragma_update(None, "journal_mode", "DELETE")?;
        std::fs::rename(&from, file).map_err(io(file))?;
        Ok(n_rows)
    }
}

#[cfg(test)]
mod tests {
    use super::all_tables;
    use crate::{Place, Store};

    #[test]
    fn a_copy_leaves_out_no_table_and_no_column() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::migrate(&Place::Folder(folder.path().to_owned())).expect("a database");
        let sql = "SELECT it.name || '.' || own.name FROM sqlite_master it, pragma_table_info(it.name) own \
                   WHERE it.type = 'table' AND it.name <> 'migrasi' AND it.name NOT LIKE 'sqlite%'";
        let made = store.read(|session| session.query(sql, &[])).expect("a list");
        let mut made: Vec<String> =
            made.into_iter().flatten().map(crate::sql::Value::into_cell).collect();
        let of = |it: &super::Copied| -> Vec<String> {
            it.columns.iter().map(|column| format!("{}.{column}", it.name)).collect()
        };
        let mut copied: Vec<String> = all_tables().iter().flat_map(of).collect();
        made.sort_unstable();
        copied.sort_unstable();
        assert_eq!(made, copied);
    }
}

//! Why the store could not do what it was asked.

use std::path::PathBuf;

use selaras_package::PackageError;

use crate::berkas::BerkasKey;
use crate::isi::megabytes;

/// What is wrong with the place where a database keeps its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    Full,
    ReadOnly,
    Broken,
}

impl DiskFault {
    fn what(self) -> &'static str {
        match self {
            DiskFault::Full => "Disk pangkalan data penuh",
            DiskFault::ReadOnly => "Pangkalan data hanya dapat dibaca",
            DiskFault::Broken => "Disk pangkalan data tidak dapat dibaca atau ditulis",
        }
    }

    /// What whoever runs the machine does about it.
    fn remedy(self) -> &'static str {
        match self {
            DiskFault::Full => "Kosongkan ruang, lalu ulangi",
            DiskFault::ReadOnly => {
                "Periksa disk dan izin foldernya; sesudah dapat ditulis, jalankan ulang Selaras"
            }
            DiskFault::Broken => "Periksa disk, ruang kosong, dan izin foldernya, lalu ulangi",
        }
    }
}

/// Why the store could not do what it was asked. What concerns the user's data is Indonesian.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The address is none of a database.
    #[error(
        "Alamat pangkalan data «{0}» tidak dikenal. Pakai `postgres://pengguna@server/nama`, atau \
         `--data FOLDER` untuk SQLite."
    )]
    Address(String),

    /// There is no installation in the folder.
    #[error("{} tidak memuat pangkalan data Selaras. Buat dengan `selaras migrate --data {}`.",
        .0.display(), .0.display())]
    Absent(PathBuf),

    /// A file that is no installation of ours.
    #[error("{} bukan cadangan atau pangkalan data Selaras.", .0.display())]
    Foreign(PathBuf),

    /// The tables are of another version of the program.
    #[error(
        "Pangkalan data bermigrasi {found}, sedangkan Selaras ini memerlukan {needed}. {}",
        if found < needed { "Jalankan `selaras migrate`." } else { "Pakai Selaras yang lebih baru." }
    )]
    Version { found: i32, needed: i32 },

    /// Nothing has that name.
    #[error("{what} tidak ada pada pangkalan data.")]
    Missing { what: String },

    /// Several pemda are kept here, and nothing says which one is meant.
    #[error("{what}: ada beberapa pemda ({}). Sebutkan salah satu dengan `--pemda`.", .pemda.join(", "))]
    Ambiguous { what: String, pemda: Vec<String> },

    /// Something has that name already.
    #[error("{what} sudah ada pada pangkalan data.")]
    Exists { what: String },

    /// Somebody else changed the row since it was read; it is now at `versi`, and the cell in
    /// question says `found`.
    #[error("{what} telah diubah orang lain sejak dibaca. Muat ulang, lalu bandingkan.")]
    Conflict { what: String, versi: i64, found: Option<String> },

    /// Rows of several that cannot be kept, each by its place among those that were sent; none was.
    #[error("{}", .0.iter().map(|(_, error)| error.to_string()).collect::<Vec<_>>().join("\n"))]
    Rows(Vec<(usize, StoreError)>),

    /// A quarter that is not open: it was submitted, approved or locked.
    #[error("{why}")]
    Locked { why: String },

    /// No more room for the proofs of a berkas.
    #[error(
        "Berkas ini {}, sedangkan bukti dukung {} untuk {} sudah memakai {} dari {}. Kecilkan \
         berkasnya, misalnya dengan memindai pada resolusi yang lebih rendah, atau minta pengelola \
         server menaikkan batasnya (`--evidence-limit`). Bukti yang dihapus ikut dihitung, karena \
         dapat dipulihkan.",
        megabytes(*ukuran), .key.perangkat, .key.tahun, megabytes(*terpakai), megabytes(*batas)
    )]
    Full { key: BerkasKey, ukuran: u64, terpakai: u64, batas: u64 },

    /// A step that cannot be taken from where a submission stands.
    #[error("{why}")]
    Step { why: String },

    /// Cells that cannot be what their columns say.
    #[error("Isian tidak sah:\n{}",
        .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Invalid(Vec<PackageError>),

    /// Other nodes wrote at the same time, again and again.
    #[error("Pangkalan data terlalu sibuk. Ulangi sebentar lagi.")]
    LostRace,

    /// A constraint of the schema refuses the facts.
    #[error("Fakta ditolak pangkalan data: {0}.")]
    Constraint(String),

    /// Rows no longer read as facts.
    #[error("Fakta pada pangkalan data tidak terbaca:\n{}",
        .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Facts(Vec<PackageError>),

    /// The database cannot be reached, or cannot write.
    #[error("Pangkalan data tidak dapat dipakai: {0}.")]
    Unavailable(String),

    /// The disk under the database refuses; the cause is in the words of the machine.
    #[error("{}: {cause}. {}; yang sudah tersimpan tidak berubah.", .fault.what(), .fault.remedy())]
    Disk { fault: DiskFault, cause: String },

    /// A file beside the database.
    #[error("{} tidak dapat dipakai: {source}.", path.display())]
    File { path: PathBuf, source: std::io::Error },

    /// Migrations that do not apply.
    #[error("Migrasi gagal: {0}.")]
    Migration(String),
}

impl StoreError {
    /// In words for people who do not run the machine: what is wrong, and what they do. Its own
    /// words are in `to_string`, for the log and the terminal.
    pub fn words(&self) -> String {
        let what = match self {
            StoreError::Disk { fault, .. } => fault.what(),
            StoreError::Unavailable(_) => "Pangkalan data tidak menjawab",
            // The words of the database are in its language, and tell how it is built.
            StoreError::Constraint(_) => {
                return "Kunci baris sudah dipakai, isian menunjuk baris yang tidak ada, atau baris ini \
                        masih dirujuk baris lain."
                    .to_owned();
            }
            other => return other.to_string(),
        };
        format!(
            "{what}. Yang sudah tersimpan tidak berubah. Beri tahu administrator, lalu coba lagi."
        )
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match &error {
            rusqlite::Error::SqliteFailure(code, message)
                if code.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                let message = message.clone().unwrap_or_else(|| code.to_string());
                StoreError::Constraint(message)
            }
            rusqlite::Error::SqliteFailure(code, _) => {
                let fault = match code.code {
                    rusqlite::ErrorCode::DiskFull => DiskFault::Full,
                    rusqlite::ErrorCode::ReadOnly => DiskFault::ReadOnly,
                    rusqlite::ErrorCode::SystemIoFailure | rusqlite::ErrorCode::CannotOpen => {
                        DiskFault::Broken
                    }
                    _ => return StoreError::Unavailable(error.to_string()),
                };
                StoreError::Disk { fault, cause: error.to_string() }
            }
            _ => StoreError::Unavailable(error.to_string()),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> StoreError {
        use postgres::error::SqlState;
        match error.as_db_error() {
            Some(it)
                if *it.code() == SqlState::T_R_SERIALIZATION_FAILURE
                    || *it.code() == SqlState::T_R_DEADLOCK_DETECTED =>
            {
                StoreError::LostRace
            }
            // Class 23: integrity constraint violation.
            Some(it) if it.code().code().starts_with("23") => {
                let constraint = it.constraint().unwrap_or_default();
                StoreError::Constraint(format!("{} ({constraint})", it.message()))
            }
            Some(it) if *it.code() == SqlState::DISK_FULL => {
                StoreError::Disk { fault: DiskFault::Full, cause: it.message().to_owned() }
            }
            Some(it) if *it.code() == SqlState::READ_ONLY_SQL_TRANSACTION => {
                StoreError::Disk { fault: DiskFault::ReadOnly, cause: it.message().to_owned() }
            }
            Some(it) => StoreError::Unavailable(it.message().to_owned()),
            None => StoreError::Unavailable(error.to_string()),
        }
    }
}

impl From<r2d2::Error> for StoreError {
    fn from(error: r2d2::Error) -> StoreError {
        StoreError::Unavailable(error.to_string())
    }
}

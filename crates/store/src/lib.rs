//! The facts of a city in one database: SQLite in a file, or PostgreSQL.
//!
//! One SQL text serves both. Facts are kept row for row as the package declares its tables
//! (`selaras_package::rows`), so a `Berkas` that comes out is the one that went in; application
//! tables stand beside them. Every change is written together with its entry in the audit trail.

#[cfg(test)]
extern crate self as selaras_store;

mod audit;
mod backup;
mod berkas;
mod crosscutting;
mod database;
mod edit;
mod error;
mod facts;
mod isi;
mod katalog;
mod komentar;
mod migrations;
mod pendirian;
mod pengajuan;
mod people;
mod perangkat;
mod percobaan;
mod removed;
mod reviu;
mod ringkasan;
mod sql;
mod tanda_tangan;

#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;

pub use audit::{AuditEntry, AuditFault, AuditFilter, Head, Pelaku};
pub use berkas::{BerkasKey, BerkasRef, Imported, Part};
pub use crosscutting::Dibutuhkan;
pub use database::{Health, Place, Store};
pub use edit::{NarasiKept, NewRow, Put, RowChange, RowKept};
pub use error::{DiskFault, StoreError};
pub use facts::{create_table, fact_tables};
pub use isi::{
    BuktiDukung, DokumenSah, Isi, NewBukti, NewDokumenSah, NewIsi, PROVEN_ROWS, RemovedBukti,
    Signed, Tentang, megabytes,
};
pub use katalog::{KatalogInfo, Lines};
pub use komentar::Komentar;
pub use pendirian::Pendirian;
pub use pengajuan::{Langkah, NewLangkah, Pengajuan, Status};
pub use people::{
    Cakupan, Dikunci, Diperhatikan, NewPengguna, Pengguna, Penugasan, Peran, SandiFault,
    SignInFault, SignedIn, StatusPenugasan, Token,
};
pub use perangkat::{Perangkat, PerangkatFault, PerubahanPerangkat, check_perangkat};
pub use removed::{RemovedRow, told_cells};
pub use reviu::{Direviu, Reviu, ReviuEnded, StatusReviu};
pub use ringkasan::{Masuk, Ringkasan};
pub use tanda_tangan::{NewTandaTangan, Pihak, TandaTangan};

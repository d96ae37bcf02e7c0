//! The package: a folder, or a zip, of tables, settings and narrative that people can read, as a
//! `Berkas` and back.

mod cell;
mod check;
mod csv;
mod doc;
mod error;
mod files;
mod group;
mod init;
pub mod katalog;
pub mod limit;
mod link;
mod manifest;
mod read;
pub mod rows;
mod settings;
mod table;
mod tables;
mod text;
pub mod words;
mod write;
mod zip;

pub use cell::{Kind, Presence};
pub use doc::reference_page;
pub use error::{PROBLEM_LIST, PackageError, Place, Problem, ProblemPage};
pub use init::{empty, init};
pub use manifest::FORMAT_VERSION;
pub use read::{read, read_files, read_unlisted, read_zip, validate};
pub use table::{Column, Table};
pub use text::canonical_narasi;
pub use write::{WriteError, canonical_files, to_zip, write};

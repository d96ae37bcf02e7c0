//! The nouns of the law: the facts of one perangkat daerah, the figures computed from them, and the
//! document tree they are printed in. Plain values: no IO, no clock, no SQL, no HTTP.

mod analisis;
mod anggaran;
pub mod angka;
mod asal;
mod berkas;
mod code;
pub mod dokumen;
mod dokumen_sumber;
mod evaluasi;
mod exact;
mod hasil;
mod id;
mod indikator;
mod kebijakan;
mod narasi;
mod pengecualian;
mod perangkat_daerah;
mod perjanjian_kinerja;
mod register;
mod renstra;
mod rupiah;
pub mod tanggal;
pub mod terbilang;
mod waktu;

pub use analisis::*;
pub use anggaran::*;
pub use asal::Asal;
pub use berkas::Berkas;
pub use code::Code;
pub use dokumen_sumber::*;
pub use evaluasi::*;
pub use exact::{Exact, RoundingMode};
pub use hasil::*;
pub use id::*;
pub use indikator::*;
pub use kebijakan::*;
pub use narasi::*;
pub use pengecualian::*;
pub use perangkat_daerah::*;
pub use perjanjian_kinerja::*;
pub use register::*;
pub use renstra::*;
pub use rupiah::Rupiah;
pub use waktu::*;

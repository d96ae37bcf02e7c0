//! The nouns of the law: the facts of one perangkat daerah, the figures computed from them, and the
//! document tree they are printed in. Plain values: no IO, no clock, no SQL, no HTTP.

pub mod angka;
mod exact;
pub mod tanggal;
pub mod terbilang;

pub use exact::{Exact, RoundingMode};

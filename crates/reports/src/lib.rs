//! Turns facts and figures into documents: the tree of a report, and the drawings in it.

pub mod drawing;

mod assembly;
mod call;
mod context;
mod error;
mod facts;
mod lampiran;
mod lkjip;
mod narasi;
mod numbering;
mod scale;
mod table;
mod words;

pub use error::ReportError;
pub use lampiran::perjanjian_kinerja;
pub use lkjip::{Options, lkjip, reference_page};
pub use narasi::{Preview, preview, title};

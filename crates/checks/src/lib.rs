//! Checks: where the facts of an office contradict each other, or lack what the law asks. One file
//! and
//! one Indonesian page each.
//!
//! A check is a pure function over a [`Subject`]: the facts, the figures that follow from them, and
//! the
//! day of the check. It does no IO, never changes anything, and never stops at the first problem:
//! it
//! reports everything that it can see. [`check`] runs all of them.

mod anggaran;
mod antar_dokumen;
pub mod basis;
mod check;
pub mod coverage;
mod dokumen;
mod evaluasi;
mod json;
pub mod page;
mod pelaporan;
mod pengecualian;
mod pengukuran;
mod perencanaan;
mod perjanjian;
mod place;
mod prelude;
mod reference;
mod registry;
mod report;
mod subject;
mod temuan;
mod text;
mod words;

pub use check::{Basis, Check, Group, Outcome, Status, Tier};
pub use dokumen::to_dokumen;
pub use json::to_json;
pub use page::{Page, explain, list};
pub use pengecualian::apply;
pub use place::Place;
pub use reference::reference_page;
pub use registry::{ALL, RETIRED, find};
pub use report::{
    Assessment, Report, agreement_deadline, check, check_beside, check_only, default_day,
    pemda_report_deadline, report_deadline,
};
pub use subject::{Beside, Bukti, Subject};
pub use temuan::{Findings, Temuan};
pub use text::{Colour, to_text};

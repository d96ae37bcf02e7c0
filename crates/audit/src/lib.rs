//! Recomputes a finished report that anyone made: its tables, and what its sentences claim.
//!
//! A reader turns a file into a [`Document`], the one neutral model; everything after it neither knows nor cares whether the
//! file was DOCX, XLSX, CSV or PDF. Recognisers find what a table or a sentence states, recompute what others determine,
//! and leave a [`Finding`] where no known rule explains what is printed.

mod blame;
pub mod claims;
pub mod document;
mod equation;
pub mod finding;
mod number;
pub mod output;
pub mod read;
mod report;
mod table;
mod tables;
mod words;

pub use document::Document;
pub use finding::{Code, Finding, Level, Location};
pub use read::ReadError;
pub use report::{Progress, Report, audit, audit_document};

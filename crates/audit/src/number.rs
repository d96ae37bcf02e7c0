//! Numbers as anyone prints them: read tolerantly, with every meaning that they may have.
//!
//! `selaras_domain::angka` refuses what is ambiguous, because there somebody can be asked. Here nobody can: a finished
//! report says `1.234`, and both meanings are kept until a calculation decides. What has digits and is no number in any
//! notation is noise (a scan, a typing slip), and noise is never the ground of an accusation.

mod entry;
mod parse;
mod write;

pub(crate) use entry::{Entry, Mark, Number, Reading};
pub(crate) use parse::parse;
pub(crate) use write::{in_style_of, marked, plain};

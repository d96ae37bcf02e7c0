//! Turns facts and figures into documents: the tree of a report, and the drawings in it.

pub mod drawing;

mod context;
mod lampiran;
mod lkjip;
mod table;

//! Tables by meaning: what their columns state, what their rows are, and which cell is which number.

mod column;
mod head;
mod row;
mod tree;
mod view;

pub(crate) use column::{Column, Money, Phase, Role};
pub(crate) use row::RowKind;
pub(crate) use tree::trees;
pub(crate) use view::{CellId, Slot, View, views};

//! What must be true of the facts together, beyond the form of each.
//!
//! Every check looks only at lists that it could see whole, where it would conclude from an
//! absence: a row with a wrong number must not be reported as a missing target too.

mod formula;
mod order;
mod register;
mod scale;
mod target;
mod tree;

use selaras_domain::Tahun;

use crate::error::{Place, Problems};
use crate::tables::Lists;

/// Reports what contradicts itself. `tahun` is the reporting year, when it is known.
pub(crate) fn check(lists: &Lists, tahun: Option<Tahun>, problems: &mut Problems) {
    tree::check(lists, problems);
    scale::check(lists, problems);
    formula::check(lists, problems);
    target::check(lists, tahun, problems);
    order::check(lists, problems);
    register::check(lists, problems);
}

/// A cell of the table `list`.
fn cell(list: &str, line: u32, column: &str) -> Place {
    Place::cell(&format!("{list}.csv"), line, column)
}

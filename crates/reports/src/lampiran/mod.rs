//! The annexes of a report, one file each.

use crate::context::Part;

/// Every annex by its name in `bagian.csv`.
pub(crate) const PARTS: &[(&str, Part)] = &[];

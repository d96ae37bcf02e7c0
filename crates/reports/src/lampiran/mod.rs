//! The annexes of a report, one file each.

mod cells;
mod jejak;
mod penghargaan;
mod pengukuran;
mod perjanjian_kinerja;
mod realisasi;
mod remarks;
mod renja;
mod renstra;
mod signature;
#[cfg(test)]
mod tests;
mod tree;

use crate::context::Part;

pub use perjanjian_kinerja::perjanjian_kinerja;

/// Every annex by its name in `bagian.csv`.
pub(crate) const PARTS: &[(&str, Part)] = &[
    ("lampiran-renstra", renstra::part),
    ("lampiran-renja", renja::part),
    ("lampiran-pk", perjanjian_kinerja::part),
    ("lampiran-pengukuran", pengukuran::part),
    ("lampiran-realisasi", realisasi::part),
    ("lampiran-penghargaan", penghargaan::part),
    ("lampiran-jejak", jejak::part),
];

/// The words that follow the name of an annex, as its usage says them.
pub(crate) fn usage(part: &str) -> &'static str {
    match part {
        "lampiran-pk" => "PK-ID",
        _ => "",
    }
}

/// Whether an annex is a matrix so wide that its pages are turned.
pub(crate) fn is_landscape(part: &str) -> bool {
    matches!(part, "lampiran-renstra" | "lampiran-renja" | "lampiran-realisasi")
}

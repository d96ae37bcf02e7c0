//! Who the parties of an agreement are.

use selaras_domain::{PejabatId, PerjanjianKinerja};

use crate::prelude::*;

/// Whether an official is the head of the region, or acts as one.
pub(super) fn is_kepala_daerah(s: &Subject<'_>, id: &PejabatId) -> bool {
    let Some(pejabat) = s.berkas.find_pejabat(id) else { return false };
    let jabatan = words::normal(&pejabat.jabatan);
    // «Walikota» is how the title is often written, and was long spelt.
    ["gubernur", "bupati", "wali kota", "walikota"].iter().any(|title| {
        jabatan.contains(title)
            && !jabatan.contains("wakil")
            && !["sekretaris", "asisten", "staf", "kepala "]
                .iter()
                .any(|it| jabatan.starts_with(it))
    })
}

/// The agreements of the year that officials below the head of the office make.
pub(super) fn below_the_head<'a>(s: &Subject<'a>) -> Vec<&'a PerjanjianKinerja> {
    let is_below =
        |it: &&PerjanjianKinerja| !s.is_of_head(it) && !is_kepala_daerah(s, &it.pihak_pertama);
    s.perjanjian().filter(is_below).collect()
}

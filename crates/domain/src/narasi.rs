//! The words of a report, and the order of its parts.

use crate::code::codes;

/// A piece of narrative: Markdown in which `{…}` stands for a figure, a sentence made from
/// figures, a table or a drawing. `reports::narasi` lists what may stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narasi {
    /// Stem of its file: `latar-belakang`.
    pub id: String,
    pub teks: String,
}

codes! {
    /// Rank of a part in a report.
    TingkatBagian {
        Sampul = "sampul",
        /// Before the first chapter, pages in roman numerals: kata pengantar, daftar, ringkasan.
        Depan = "depan",
        Bab = "bab",
        Subbab = "subbab",
        Lampiran = "lampiran",
    }
}

codes! {
    /// Which report a part belongs to.
    JenisLaporan {
        Lkjip = "lkjip",
    }
}

/// A part of a report, in the order of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bagian {
    pub laporan: JenisLaporan,
    pub tingkat: TingkatBagian,
    pub judul: String,
    /// The narrative it opens with.
    pub narasi: Option<String>,
    /// What is made from the facts and follows the narrative: names of `reports::lkjip` parts,
    /// separated by blanks.
    pub isi: Option<String>,
}

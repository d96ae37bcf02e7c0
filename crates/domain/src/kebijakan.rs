//! What the agency has decided for itself where the law leaves the choice: scales, averages,
//! rounding, efisiensi.

use rust_decimal::Decimal;

use crate::code::codes;
use crate::{Asal, CaraUkur, JenisIndikator, SkalaId};

codes! {
    /// How the average of capaian over subkegiatan is taken.
    RataRata {
        Sederhana = "sederhana",
        /// Weighted by the pagu in force.
        TertimbangAnggaran = "tertimbang_anggaran",
    }
}

codes! {
    /// How efisiensi is expressed.
    RumusEfisiensi {
        /// Capaian divided by penyerapan.
        Rasio = "rasio",
        /// `(PAK × CK − RAK) / (PAK × CK) × 100`, Ministry of Finance.
        Pmk = "pmk",
        /// Nilai efisiensi: `50 + E / 20 × 50`, with E held between −20 and 20.
        Nilai = "ne",
    }
}

/// The choices for the whole office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kebijakan {
    /// The decision that adopts them, or the document in which they are found at work.
    pub dasar: String,
    /// The average that the agency reports; the other one is shown beside it.
    pub rata_rata: RataRata,
    pub efisiensi: RumusEfisiensi,
    /// Decimals of efisiensi.
    pub presisi_efisiensi: u32,
    /// Scale of the categories of efisiensi.
    pub skala_efisiensi: Option<SkalaId>,
    /// Decimals of a percentage of the budget.
    pub presisi_anggaran: u32,
    /// Decimals of the average capaian.
    pub presisi_rata_rata: u32,
    /// Scale of the averages over program and kegiatan.
    pub skala_rata_rata: Option<SkalaId>,
    /// How many digits a kode of a subkegiatan has in the catalogue used.
    pub lebar_subkegiatan: u32,
    pub asal: Asal,
}

/// How indicators of one kind are measured, unless they say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KebijakanIndikator {
    pub jenis: JenisIndikator,
    pub cara: CaraUkur,
    pub asal: Asal,
}

codes! {
    /// Whether the lower bound belongs to its band.
    Batas {
        /// At the bound or above.
        Inklusif = "inklusif",
        /// Above the bound.
        Eksklusif = "eksklusif",
    }
}

/// A band of a scale: from its lower bound up to the bound of the next. Bands are contiguous by
/// construction; the lowest one has no bound, and the highest one takes whatever is above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pita {
    pub skala: SkalaId,
    pub nomor: u16,
    /// Absent in the lowest band only.
    pub batas_bawah: Option<Decimal>,
    pub batas: Batas,
    pub predikat: String,
    /// The number that stands for the predicate, where targets are predicates.
    pub nilai: Option<Decimal>,
    /// As printed: `85% s.d. 100%`.
    pub tertulis: Option<String>,
    pub asal: Asal,
}

/// A scale that the agency uses. Its bands are the rows of [`Pita`] that name it, or those of a
/// parameter of the law (`parameter`, an id in `data/parameters/`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skala {
    pub id: SkalaId,
    pub nama: String,
    pub parameter: Option<String>,
    pub verifikasi: crate::Verifikasi,
    pub asal: Asal,
}

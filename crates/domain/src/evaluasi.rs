//! What others say about the office: evaluations, recommendations with their follow-up, awards.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::code::codes;
use crate::{Asal, DokumenId, EvaluasiId, RekomendasiId, Tahun};

codes! {
    /// What was evaluated.
    JenisEvaluasi {
        /// Implementation of SAKIP, PermenPANRB 88/2021.
        Sakip = "sakip",
        /// Sistem merit, PermenPANRB 40/2018.
        Merit = "merit",
        Lainnya = "lainnya",
    }
}

/// An evaluation and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluasi {
    pub id: EvaluasiId,
    pub jenis: JenisEvaluasi,
    pub tahun: Tahun,
    /// The letter or decree that says so.
    pub dokumen: Option<DokumenId>,
    pub penilai: String,
    pub nilai: Option<Decimal>,
    pub indeks: Option<Decimal>,
    /// As printed: `BB`, `III (Baik)`.
    pub predikat: Option<String>,
    pub arti: Option<String>,
    pub asal: Asal,
}

/// The score of a component of an evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KomponenEvaluasi {
    pub evaluasi: EvaluasiId,
    pub nomor: u16,
    pub nama: String,
    pub bobot: Decimal,
    pub nilai: Option<Decimal>,
    pub asal: Asal,
}

/// A weakness found and what is recommended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekomendasi {
    pub id: RekomendasiId,
    pub evaluasi: EvaluasiId,
    pub nomor: u16,
    pub kelemahan: String,
    pub uraian: String,
    pub asal: Asal,
}

/// What was done about a recommendation, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TindakLanjutRekomendasi {
    pub rekomendasi: RekomendasiId,
    pub nomor: u16,
    pub uraian: String,
    pub tanggal: Option<Date>,
    /// What proves it.
    pub bukti_dukung: Option<String>,
    pub asal: Asal,
}

/// An award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Penghargaan {
    pub tahun: Tahun,
    pub nomor: u16,
    pub jenis: String,
    pub prestasi: String,
    pub tingkat: String,
    pub pemberi: String,
    pub tanggal: Option<Date>,
    pub dokumen: Option<DokumenId>,
    pub asal: Asal,
}

/// A clause of a decree (KESATU, KEDUA, …).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diktum {
    pub dokumen: DokumenId,
    pub nomor: u16,
    pub uraian: String,
    pub asal: Asal,
}

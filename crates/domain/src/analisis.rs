//! What people say about a figure: causes, follow-up, and the values that it is compared with.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::code::codes;
use crate::{AlasanId, Asal, IndikatorId, RegisterId, Tahun};

codes! {
    /// What a factor did.
    JenisFaktor {
        Pendorong = "pendorong",
        Penghambat = "penghambat",
        /// Why a target was missed.
        Penyebab = "penyebab",
    }
}

/// A factor of success or failure of an indikator. PermenPANRB 53/2014 Lampiran II, analysis 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faktor {
    pub indikator: IndikatorId,
    pub tahun: Tahun,
    pub jenis: JenisFaktor,
    pub nomor: u16,
    pub uraian: String,
    /// The reason of a register that it sums up; the cases with that reason are its measure.
    pub register: Option<RegisterId>,
    pub alasan: Option<AlasanId>,
    pub asal: Asal,
}

/// What will be done about an indikator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TindakLanjut {
    pub indikator: IndikatorId,
    pub tahun: Tahun,
    pub nomor: u16,
    pub uraian: String,
    pub penanggung_jawab: Option<String>,
    pub batas_waktu: Option<Date>,
    pub asal: Asal,
}

codes! {
    /// Whose value an indikator is compared with.
    TingkatPembanding {
        Nasional = "nasional",
        Provinsi = "provinsi",
        Internasional = "internasional",
    }
}

/// A value to compare with. PermenPANRB 53/2014 Lampiran II, analysis 4, «jika ada».
///
/// `target` and `realisasi` both absent, with a `keterangan`, says in so many words that there is
/// none («tidak ada»).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pembanding {
    /// The indikator compared; absent for a benchmark of the whole office.
    pub indikator: Option<IndikatorId>,
    pub nomor: u16,
    pub tingkat: TingkatPembanding,
    /// What the indicator on the other side measures there: a sasaran of the national plan.
    pub sasaran: Option<String>,
    /// Name of the indicator on the other side.
    pub nama: Option<String>,
    pub pemilik: Option<String>,
    pub satuan: Option<String>,
    pub tahun_target: Option<Tahun>,
    pub target: Option<Decimal>,
    pub tahun_realisasi: Option<Tahun>,
    pub realisasi: Option<Decimal>,
    /// The office's own indicator on that subject, where it is not one of `indikator`.
    pub nama_sendiri: Option<String>,
    pub realisasi_sendiri: Option<Decimal>,
    pub keterangan: Option<String>,
    pub asal: Asal,
}

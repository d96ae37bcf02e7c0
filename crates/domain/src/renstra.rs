//! The strategy: visi, misi, tujuan, sasaran, strategi, arah kebijakan.

use crate::code::codes;
use crate::{Asal, BarisId, MisiId, SasaranId, StrategiId, TujuanId, VisiId};

codes! {
    /// Whose visi it is.
    TingkatVisi {
        Nasional = "nasional",
        Provinsi = "provinsi",
        /// Of the kabupaten or kota.
        Daerah = "daerah",
    }
}

/// A visi.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visi {
    pub id: VisiId,
    pub tingkat: TingkatVisi,
    pub uraian: String,
    pub asal: Asal,
}

codes! {
    /// Whether the office carries a misi.
    Dukungan {
        /// The tasks of the office serve it.
        Didukung = "didukung",
        /// Listed because the visi has it.
        Disebut = "disebut",
    }
}

/// A misi of a visi.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misi {
    pub id: MisiId,
    pub visi: VisiId,
    pub nomor: u16,
    pub uraian: String,
    pub dukungan: Dukungan,
    pub asal: Asal,
}

/// A tujuan of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tujuan {
    pub id: TujuanId,
    pub misi: MisiId,
    pub uraian: String,
    pub asal: Asal,
}

/// A sasaran under a tujuan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sasaran {
    pub id: SasaranId,
    pub tujuan: TujuanId,
    pub uraian: String,
    pub asal: Asal,
}

/// A strategi for a sasaran, with the program that carries it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategi {
    pub id: StrategiId,
    pub sasaran: SasaranId,
    pub uraian: String,
    pub program: Option<BarisId>,
    pub asal: Asal,
}

/// A policy direction under a strategi.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArahKebijakan {
    pub strategi: StrategiId,
    pub nomor: u16,
    pub uraian: String,
    pub asal: Asal,
}

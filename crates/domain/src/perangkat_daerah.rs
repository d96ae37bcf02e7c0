//! The office that reports: who it is, what it is for, how it is built and who leads it.

use jiff::civil::Date;

use crate::code::codes;
use crate::{Asal, IsuId, PejabatId, Tahun, UnitKerjaId};

codes! {
    /// Kind of local government; it decides the words of the documents.
    JenisPemda {
        Provinsi = "provinsi",
        Kabupaten = "kabupaten",
        Kota = "kota",
    }
}

impl JenisPemda {
    /// Title of the head: `Wali Kota`.
    pub fn kepala_daerah(self) -> &'static str {
        match self {
            JenisPemda::Provinsi => "Gubernur",
            JenisPemda::Kabupaten => "Bupati",
            JenisPemda::Kota => "Wali Kota",
        }
    }
}

/// The local government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pemda {
    pub jenis: JenisPemda,
    /// Without the kind: `Dumai`.
    pub nama: String,
    pub provinsi: String,
}

/// The office (perangkat daerah), and the year that its file is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerangkatDaerah {
    /// Kode unit SKPD as printed, `5.03.5.04.0.00.01.0000`.
    pub kode: Option<String>,
    pub nama: String,
    pub singkatan: String,
    /// The year reported on.
    pub tahun: Tahun,
    /// Title of the head: `Kepala Badan`.
    pub jabatan_kepala: String,
    /// To whom the head answers, as a phrase: `Wali Kota melalui Sekretaris Daerah`.
    pub bertanggung_jawab_kepada: String,
    /// What the office is for: the phrase after «mempunyai tugas».
    pub tugas: String,
    /// Where documents are signed.
    pub tempat: String,
    /// The day of the data and of the documents made from them; no document asks the clock.
    pub tanggal_data: Option<Date>,
    pub asal: Asal,
}

codes! {
    /// In which list of a report a legal basis stands.
    BagianDasarHukum {
        /// How the office was founded.
        Pembentukan = "pembentukan",
        /// Why the report is written.
        Pelaporan = "pelaporan",
        /// Mentioned elsewhere.
        Lainnya = "lainnya",
    }
}

/// A legal instrument that the office names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DasarHukum {
    pub bagian: BagianDasarHukum,
    pub nomor: u16,
    /// The citation in the form in which it is printed.
    pub uraian: String,
    /// Id in `data/regulations/`, when it is known there.
    pub instrumen: Option<String>,
    pub asal: Asal,
}

/// One of the functions of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fungsi {
    pub nomor: u16,
    pub uraian: String,
    pub asal: Asal,
}

codes! {
    /// Kind of a node in the structure of the office.
    JenisUnitKerja {
        Kepala = "kepala",
        Sekretariat = "sekretariat",
        Subbagian = "subbagian",
        Bidang = "bidang",
        Seksi = "seksi",
        Fungsional = "fungsional",
        Uptd = "uptd",
    }
}

/// A node of the structure (susunan organisasi). The head has no `induk`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitKerja {
    pub id: UnitKerjaId,
    pub induk: Option<UnitKerjaId>,
    pub jenis: JenisUnitKerja,
    pub nama: String,
    /// The post that leads it: `Kepala Subbagian Tata Usaha`.
    pub jabatan: Option<String>,
    pub asal: Asal,
}

codes! {
    /// How an official holds the post.
    StatusPejabat {
        Definitif = "definitif",
        Plt = "plt",
        Plh = "plh",
    }
}

/// A person in a post on certain days. The person's NIP has no place here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pejabat {
    pub id: PejabatId,
    pub nama: String,
    pub jabatan: String,
    pub pangkat: Option<String>,
    pub status: StatusPejabat,
    pub unit_kerja: Option<UnitKerjaId>,
    pub mulai: Option<Date>,
    pub sampai: Option<Date>,
    pub asal: Asal,
}

impl Pejabat {
    /// Whether they hold the post on a day; a day that nobody has said is no bound.
    pub fn holds_on(&self, day: Date) -> bool {
        self.mulai.is_none_or(|from| from <= day) && self.sampai.is_none_or(|to| day <= to)
    }
}

/// A strategic issue; sub-issues name their `induk`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IsuStrategis {
    pub id: IsuId,
    pub induk: Option<IsuId>,
    pub nomor: u16,
    pub uraian: String,
    pub asal: Asal,
}

codes! {
    /// Group of a process in the map of business processes.
    KelompokProses {
        Utama = "utama",
        Pendukung = "pendukung",
        Lainnya = "lainnya",
        /// Not a process, but somebody who asks or receives.
        Aktor = "aktor",
    }
}

/// A process, or an actor, of the peta proses bisnis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProsesBisnis {
    pub kelompok: KelompokProses,
    pub nomor: u16,
    /// `BKP 01`; actors have none.
    pub kode: Option<String>,
    pub nama: String,
    pub asal: Asal,
}

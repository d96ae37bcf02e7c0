//! The documents in which an office states its performance, as sources of facts.

use jiff::civil::Date;

use crate::code::codes;
use crate::{Asal, DokumenId, Tahun};

codes! {
    /// What kind of document it is.
    JenisDokumen {
        Rpjmn = "rpjmn",
        Rpjmd = "rpjmd",
        Renstra = "renstra",
        Renja = "renja",
        Dpa = "dpa",
        Dppa = "dppa",
        PerjanjianKinerja = "perjanjian_kinerja",
        RencanaAksi = "rencana_aksi",
        Pengukuran = "pengukuran",
        /// A report on the realisation of the budget.
        RealisasiAnggaran = "realisasi_anggaran",
        Lkjip = "lkjip",
        /// Laporan hasil evaluasi.
        Lhe = "lhe",
        Keputusan = "keputusan",
        Peraturan = "peraturan",
        Piagam = "piagam",
        Lainnya = "lainnya",
    }
}

/// A document that facts are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DokumenSumber {
    pub id: DokumenId,
    pub jenis: JenisDokumen,
    pub judul: String,
    pub nomor: Option<String>,
    pub tanggal: Option<Date>,
    /// The first year it speaks of.
    pub tahun: Option<Tahun>,
    /// The last year it speaks of, for plans of several years.
    pub sampai: Option<Tahun>,
    pub penerbit: Option<String>,
    /// The document that this one changes.
    pub mengubah: Option<DokumenId>,
    pub asal: Asal,
}

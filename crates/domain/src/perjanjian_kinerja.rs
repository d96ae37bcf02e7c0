//! The agreement between the head of an office and the superior. PermenPANRB 53/2014 Lampiran I.

use jiff::civil::Date;

use crate::code::codes;
use crate::{Asal, DokumenId, PejabatId, Periode, PerjanjianKinerjaId, Tahun};

codes! {
    /// Why an agreement may be changed. PermenPANRB 53/2014 Lampiran I.E.
    AlasanPerubahan {
        PergantianPejabat = "pergantian_pejabat",
        PerubahanStrategi = "perubahan_strategi",
        PerubahanPrioritas = "perubahan_prioritas",
    }
}

/// How far an agreement has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusPerjanjian {
    Draf,
    Diajukan,
    Ditandatangani { tanggal: Date },
}

/// An agreement. Its attachment is not kept twice: it is the targets and the pagu that name its
/// `dokumen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerjanjianKinerja {
    pub id: PerjanjianKinerjaId,
    pub dokumen: DokumenId,
    pub tahun: Tahun,
    /// The agreement that this one replaces.
    pub mengubah: Option<PerjanjianKinerjaId>,
    pub alasan: Option<AlasanPerubahan>,
    pub pihak_pertama: PejabatId,
    /// Absent where the head signs alone (kepala daerah).
    pub pihak_kedua: Option<PejabatId>,
    pub tempat: String,
    pub status: StatusPerjanjian,
    pub asal: Asal,
}

/// What the second party found when supervising the promise, and asked for. The text of the agreement:
/// «Pihak Kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap
/// capaian kinerja dari perjanjian ini».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupervisiPerjanjian {
    pub perjanjian: PerjanjianKinerjaId,
    pub nomor: u16,
    pub periode: Periode,
    pub tanggal: Date,
    pub hasil: String,
    /// What the first party is to do.
    pub arahan: Option<String>,
    pub asal: Asal,
}

codes! {
    /// What follows from a promise that was kept, or was not.
    JenisKeputusanPerjanjian {
        Penghargaan = "penghargaan",
        Sanksi = "sanksi",
    }
}

/// The reward or sanction that the second party decides on: «… dan mengambil tindakan yang diperlukan
/// dalam rangka pemberian penghargaan dan sanksi».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeputusanPerjanjian {
    pub perjanjian: PerjanjianKinerjaId,
    pub nomor: u16,
    pub tanggal: Date,
    pub jenis: JenisKeputusanPerjanjian,
    pub uraian: String,
    /// Number of the decree.
    pub keputusan: Option<String>,
    pub asal: Asal,
}

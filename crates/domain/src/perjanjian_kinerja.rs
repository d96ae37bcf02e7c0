//! The agreement between the head of an office and the superior. PermenPANRB 53/2014 Lampiran I.

use jiff::civil::Date;

use crate::code::codes;
use crate::{Asal, DokumenId, PejabatId, PerjanjianKinerjaId, Tahun};

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

//! Why a figure has no value: the sentence that stands in its place.

use selaras_domain::Keadaan;

use crate::register::RegisterError;

/// Why a rule gives no number. Never replaced by a default: a made-up zero is a wrong answer with
/// no witness.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Alasan {
    #[error("target belum ditetapkan")]
    TargetTidakAda,
    #[error("target tidak terbaca pada sumber")]
    TargetTidakTerbaca,
    #[error("realisasi belum diisi")]
    RealisasiTidakAda,
    #[error("realisasi tidak terbaca pada sumber")]
    RealisasiTidakTerbaca,
    #[error("target nol: capaian tidak dapat dihitung")]
    TargetNol,
    #[error("realisasi nol: target ÷ realisasi tidak dapat dihitung")]
    RealisasiNol,
    #[error("pagu nol: persentase tidak dapat dihitung")]
    PaguNol,
    #[error("capaian nol: efisiensi tidak dapat dihitung")]
    CapaianNol,
    #[error("anggaran tidak terserap: rasio tidak dapat dihitung")]
    PenyerapanNol,
    #[error("target dan realisasi tidak sejenis (angka, rentang, atau predikat)")]
    TidakSejenis,
    #[error("predikat «{0}» tidak ada pada skala indikator")]
    PredikatTidakDikenal(String),
    #[error("indikator belum dipetakan ke baris anggaran")]
    TanpaPemetaan,
    #[error("belum ada subkegiatan yang capaiannya dapat dihitung")]
    TanpaSubkegiatan,
    #[error("{0}")]
    Formula(String),
    #[error("{0} belum tersedia")]
    Masukan(String),
    #[error("register belum dapat dihitung; lengkapi {0}")]
    Register(RegisterError),
    #[error("angka terlalu besar untuk dibulatkan")]
    TerlaluBesar,
}

impl Alasan {
    /// Nobody has given an input (absent), or the rule refuses the inputs (not computable).
    pub fn keadaan(&self) -> Keadaan {
        match self {
            Alasan::TargetTidakAda
            | Alasan::TargetTidakTerbaca
            | Alasan::RealisasiTidakAda
            | Alasan::RealisasiTidakTerbaca
            | Alasan::TanpaPemetaan
            | Alasan::TanpaSubkegiatan
            | Alasan::Masukan(_)
            | Alasan::Register(_) => Keadaan::Absent,
            Alasan::TargetNol
            | Alasan::RealisasiNol
            | Alasan::PaguNol
            | Alasan::CapaianNol
            | Alasan::PenyerapanNol
            | Alasan::TidakSejenis
            | Alasan::PredikatTidakDikenal(_)
            | Alasan::Formula(_)
            | Alasan::TerlaluBesar => Keadaan::NotComputable,
        }
    }
}

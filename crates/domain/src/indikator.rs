//! Indicators: what is measured, how it is computed and judged, and what was aimed at and reached.

use rust_decimal::Decimal;

use crate::code::codes;
use crate::{
    Asal, BarisId, DokumenId, IndikatorId, Periode, RoundingMode, SasaranId, SkalaId, Tahun,
    TujuanId, UnitKerjaId, VariabelId,
};

codes! {
    /// What an indikator measures, which also decides the defaults of its measurement.
    JenisIndikator {
        /// Indikator tujuan.
        Tujuan = "tujuan",
        /// Indikator kinerja utama: of a sasaran.
        Iku = "iku",
        /// Capaian program (outcome of a program).
        Program = "program",
        /// Hasil kegiatan.
        Kegiatan = "kegiatan",
        /// Keluaran subkegiatan.
        Keluaran = "keluaran",
    }
}

/// What an indikator belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pokok {
    Tujuan(TujuanId),
    Sasaran(SasaranId),
    Baris(BarisId),
}

/// Performance that a part of the pohon kinerja needs of somebody else (crosscutting), which planning has
/// to mind (PermenPANRB 88/2021, criterion 1.b on "kinerja bidang lain").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosscutting {
    pub nomor: u16,
    /// The part that needs it.
    pub pokok: Pokok,
    /// Who gives it; absent while nobody has been found.
    pub mitra: Option<Mitra>,
    /// What is needed: `data wajib pajak yang mutakhir`.
    pub dukungan: String,
    pub asal: Asal,
}

/// Whose performance another part needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mitra {
    /// Another office, by the short name of the list of offices.
    PerangkatDaerah(String),
    /// Another unit of the same office.
    UnitKerja(UnitKerjaId),
}

codes! {
    /// Which way is better.
    Polaritas {
        Naik = "naik",
        Turun = "turun",
        /// Inside a range is best.
        Rentang = "rentang",
    }
}

codes! {
    /// How the quarters make the year.
    Akumulasi {
        Jumlah = "jumlah",
        Terakhir = "terakhir",
        Maksimum = "maksimum",
        RataRata = "rata_rata",
    }
}

codes! {
    /// The formula of capaian. Which one applies is the agency's choice: PermenPANRB 53/2014
    /// gives none.
    RumusCapaian {
        /// `R / T × 100`.
        Positif = "pos",
        /// `(2T − R) / T × 100`, LAN 239/IX/6/8/2003; the same as `[1 + (1 − R/T)] × 100`.
        NegatifLan = "neg-lan",
        /// `T / R × 100`.
        NegatifBalik = "neg-inv",
        /// `(T − R) / T × 100`.
        NegatifSelisih = "neg-red",
        /// Against the nearer bound of the range; 100 inside it. PermenPANRB 8/2021.
        Rentang = "range",
        /// Predicates are mapped to numbers by a scale, then `R / T × 100`.
        Skala = "scale",
    }
}

codes! {
    /// When rounding happens.
    TahapPembulatan {
        /// Realisasi is rounded first; capaian is computed from the rounded realisasi.
        RealisasiDahulu = "realisasi_dahulu",
        /// Capaian is computed from the exact realisasi; both are rounded only when printed.
        SaatCetak = "saat_cetak",
    }
}

codes! {
    /// What a target of zero means.
    TargetNol {
        /// Capaian cannot be computed, and does not count in averages.
        TidakDihitung = "tidak_dihitung",
        /// Zero is the best: 100 when realisasi is zero too, 0 otherwise.
        NolTerbaik = "nol_terbaik",
    }
}

impl crate::Code for RoundingMode {
    const ALL: &'static [(Self, &'static str)] = &[
        (RoundingMode::HalfUp, "half_up"),
        (RoundingMode::HalfEven, "half_even"),
        (RoundingMode::Truncate, "truncate"),
    ];
}

/// How an indikator is computed and judged. The agency declares one for each kind of indikator
/// ([`crate::KebijakanIndikator`]); an indikator may declare its own part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaraUkur {
    pub rumus: RumusCapaian,
    pub tahap: TahapPembulatan,
    pub mode: RoundingMode,
    /// Decimals of realisasi.
    pub presisi_realisasi: u32,
    /// Decimals of capaian.
    pub presisi_capaian: u32,
    /// Capaian below it counts as it, in percent.
    pub batas_bawah: Option<Decimal>,
    /// Capaian above it counts as it, in percent.
    pub batas_atas: Option<Decimal>,
    pub target_nol: TargetNol,
    pub akumulasi: Akumulasi,
    /// The scale that the predicate is taken from.
    pub skala: Option<SkalaId>,
}

/// The parts of [`CaraUkur`] that an indikator declares for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaraUkurSendiri {
    pub rumus: Option<RumusCapaian>,
    pub tahap: Option<TahapPembulatan>,
    pub mode: Option<RoundingMode>,
    pub presisi_realisasi: Option<u32>,
    pub presisi_capaian: Option<u32>,
    pub batas_bawah: Option<Decimal>,
    pub batas_atas: Option<Decimal>,
    pub target_nol: Option<TargetNol>,
    pub akumulasi: Option<Akumulasi>,
    pub skala: Option<SkalaId>,
}

/// An indicator. PermenPANRB 53/2014 Lampiran II.H asks for source, frequency and who is
/// responsible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indikator {
    pub id: IndikatorId,
    pub jenis: JenisIndikator,
    pub pokok: Pokok,
    pub nomor: u16,
    pub nama: String,
    /// A short name for narrow tables and charts.
    pub nama_pendek: Option<String>,
    pub satuan: String,
    pub polaritas: Polaritas,
    /// The scale whose predicates are its values, where targets are predicates (`WTP`).
    pub skala_nilai: Option<SkalaId>,
    pub definisi: Option<String>,
    /// The formula as people read it.
    pub rumus_tertulis: Option<String>,
    /// The formula in the language of `rules::formula`, over the variables of this indikator.
    pub formula: Option<String>,
    pub sumber_data: Option<String>,
    pub penanggung_jawab: Option<String>,
    pub cara: CaraUkurSendiri,
    pub asal: Asal,
}

/// A named input of an indikator's formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variabel {
    pub indikator: IndikatorId,
    pub id: VariabelId,
    pub nama: String,
    pub satuan: String,
    pub asal: Asal,
}

codes! {
    /// Whether somebody other than the writer has confirmed a value.
    Verifikasi {
        Terverifikasi = "terverifikasi",
        Belum = "belum",
    }
}

/// The value of a variabel in a period; `nilai` absent means that the source does not show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NilaiVariabel {
    pub indikator: IndikatorId,
    pub variabel: VariabelId,
    pub tahun: Tahun,
    pub periode: Periode,
    pub nilai: Option<Decimal>,
    pub verifikasi: Verifikasi,
    pub asal: Asal,
}

codes! {
    /// What a number in a plan stands for.
    JenisTarget {
        /// The state before the plan began.
        KondisiAwal = "kondisi_awal",
        Target = "target",
    }
}

/// What is aimed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NilaiTarget {
    Angka(Decimal),
    /// From the first to the second, both included.
    Rentang(Decimal, Decimal),
    /// A predicate of the indikator's scale: `WTP`.
    Predikat(String),
}

/// A target as one document states it for one year or quarter. Documents may disagree: each keeps
/// its own. `nilai` absent means that the source does not show it (`NA`, illegible).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub indikator: IndikatorId,
    pub dokumen: DokumenId,
    pub tahun: Tahun,
    pub periode: Periode,
    pub jenis: JenisTarget,
    pub nilai: Option<NilaiTarget>,
    pub asal: Asal,
}

/// What was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NilaiRealisasi {
    Angka(Decimal),
    Predikat(String),
}

/// A realisasi that is stated, not computed from variables. `nilai` absent means that the source
/// does not show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realisasi {
    pub indikator: IndikatorId,
    pub tahun: Tahun,
    pub periode: Periode,
    pub nilai: Option<NilaiRealisasi>,
    pub verifikasi: Verifikasi,
    pub asal: Asal,
}

/// A part of a composed indikator, with its weight in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Komponen {
    pub indikator: IndikatorId,
    pub nomor: u16,
    pub nama: String,
    pub bobot: Decimal,
    pub tahun: Tahun,
    pub nilai: Option<Decimal>,
    pub asal: Asal,
}

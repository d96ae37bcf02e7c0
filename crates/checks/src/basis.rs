//! The provisions that checks cite, each once, with the days on which they were in force.

use jiff::civil::date;

use crate::Basis;

const fn permenpanrb_53(locator: &'static str) -> Basis {
    Basis { instrument: "permenpanrb-53-2014", locator, from: date(2014, 12, 1), until: None }
}

const fn permenpanrb_88(locator: &'static str) -> Basis {
    Basis { instrument: "permenpanrb-88-2021", locator, from: date(2021, 12, 31), until: None }
}

const fn permenpanrb_12(locator: &'static str) -> Basis {
    Basis {
        instrument: "permenpanrb-12-2015",
        locator,
        from: date(2016, 1, 1),
        until: Some(date(2021, 12, 30)),
    }
}

/// Who signs an agreement.
pub const PENANDA_TANGAN: Basis = permenpanrb_53("Lampiran I.C.1");
/// An agreement is made within a month after the budget document.
pub const TENGGAT_PERJANJIAN: Basis = permenpanrb_53("Lampiran I.C.2");
/// When an agreement may be changed.
pub const PERUBAHAN_PERJANJIAN: Basis = permenpanrb_53("Lampiran I.E");
/// What an agreement of an office states: sasaran, indikator, target; program, anggaran.
pub const ISI_PERJANJIAN: Basis = permenpanrb_53("Anak Lampiran I/2-6 dan I/5-6");
/// What every report contains at least.
pub const ISI_LAPORAN: Basis = permenpanrb_53("Lampiran II.C");
/// When a report is due.
pub const TENGGAT_LAPORAN: Basis = permenpanrb_53("Lampiran II.D");
/// Measurement by quarter and by year.
pub const BERKALA: Basis = permenpanrb_53("Lampiran II.E");
/// Indicators are specific, measurable, achievable, relevant, and bound in time.
pub const SMART: Basis = permenpanrb_53("Lampiran II.F");
/// What is fixed before data are gathered: indikator, frequency, who, how, by what means.
pub const PENGUMPULAN_DATA: Basis = permenpanrb_53("Lampiran II.H");
/// The recommended outline of a report.
pub const SISTEMATIKA: Basis = permenpanrb_53("Anak Lampiran II/1 (sistematika)");
pub const ANALISIS_1: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 1");
pub const ANALISIS_2: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 2");
pub const ANALISIS_3: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 3");
pub const ANALISIS_4: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 4");
pub const ANALISIS_5: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 5");
pub const ANALISIS_6: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 6");
pub const ANALISIS_7: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf A angka 7");
pub const REALISASI_ANGGARAN: Basis = permenpanrb_53("Anak Lampiran II/1, Bab III huruf B");
/// A review looks whether what is stated is accurate, reliable and valid, and goes with the plans.
pub const REVIU: Basis = permenpanrb_53("Lampiran III");

/// Weights of the components, before the regulation of 2021.
pub const BOBOT_2015: Basis = permenpanrb_12("Lampiran, halaman 12");
/// Predicates, before the regulation of 2021.
pub const PREDIKAT_2015: Basis = permenpanrb_12("Lampiran, halaman 14");
/// Weights of the components.
pub const BOBOT: Basis = permenpanrb_88("Lampiran I Bab IV.B.1 dan Lampiran 2");
/// Predicates.
pub const PREDIKAT: Basis = permenpanrb_88("Lampiran I Bab IV.B.5");
/// What an evaluator looks at in an office.
pub const LKE_UNIT: Basis = permenpanrb_88("Lampiran 2, LKE Instansi dan LKE Unit");

/// The levels of results in a pohon kinerja.
pub const PENJENJANGAN: Basis = Basis {
    instrument: "permenpanrb-89-2021",
    locator: "langkah 1 sampai dengan 5",
    from: date(2021, 12, 31),
    until: None,
};

/// The catalogue of names and codes.
pub const NOMENKLATUR: Basis = Basis {
    instrument: "permendagri-90-2019",
    locator: "daftar nama, kinerja, indikator, dan satuan",
    from: date(2019, 10, 18),
    until: None,
};

/// No official may spend what the budget does not provide, or does not provide enough of.
pub const ANGGARAN_TERSEDIA: Basis = Basis {
    instrument: "uu-1-2004",
    locator: "Pasal 3 ayat (3)",
    from: date(2004, 1, 14),
    until: None,
};

//! The register of rules: for each its id and version, its formula in words, and its legal basis.
//!
//! A changed formula is a new version here and a new function; old reports keep the old one.

use selaras_domain::{Kebijakan, RumusCapaian, RumusEfisiensi};

use crate::regulation;

/// A rule as it is named in every figure that it made.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `name@version`.
    pub id: &'static str,
    /// The formula in words, Indonesian.
    pub rumus: &'static str,
    /// Instruments of `data/regulations/` with the place in them.
    pub dasar: &'static [(&'static str, &'static str)],
    /// Whether the law leaves the choice to the agency, whose decision is then cited too.
    pub choice: Choice,
}

/// Who chose the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Law,
    Agency,
}

impl Rule {
    /// Citations for a trail: the instruments, and the agency's decision where it had a choice.
    pub fn citations(&self, kebijakan: &Kebijakan) -> Vec<String> {
        let instruments = self.dasar.iter().map(|(instrument, locator)| {
            let name =
                regulation::find(instrument).map_or((*instrument).to_owned(), |it| it.short());
            if locator.is_empty() { name } else { format!("{name}, {locator}") }
        });
        let decision = (self.choice == Choice::Agency).then(|| kebijakan.dasar.clone());
        instruments.chain(decision).collect()
    }
}

macro_rules! rules {
    ($($name:ident = $id:literal, $rumus:literal, $choice:ident, [$($dasar:expr),*];)+) => {
        $(pub const $name: Rule =
            Rule { id: $id, rumus: $rumus, dasar: &[$($dasar),*], choice: Choice::$choice };)+
        /// Every rule.
        pub const ALL: &[&Rule] = &[$(&$name,)+];
    };
}

rules! {
    REALISASI_FORMULA = "realisasi/formula@1", "sesuai formula indikator", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    REALISASI_KOMPONEN = "realisasi/komponen@1", "Σ (bobot × nilai komponen) ÷ Σ bobot", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    REGISTER_LAYANAN = "register/layanan@1",
        "hari menurut SOP yang berlaku saat kasus diterima, tanpa masa jeda ≤ batas", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    REGISTER_JABATAN = "register/jabatan@1",
        "pemangku dan lowongan jabatan dalam populasi pada hari terakhir periode", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    REGISTER_DISIPLIN = "register/disiplin@1",
        "kasus yang terbuka dalam periode; selesai bila keputusan terbit", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    REGISTER_DIKLAT = "register/diklat@1",
        "pegawai berbeda yang menyelesaikan diklat dalam periode", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    REGISTER_LAINNYA = "register/lainnya@1", "catatan register pada periode", Agency,
        [("permenpanrb-53-2014", "Lampiran II.H")];
    AKUMULASI_JUMLAH = "akumulasi/jumlah@1", "TW I + TW II + TW III + TW IV", Agency,
        [("permenpanrb-53-2014", "Lampiran II.E")];
    AKUMULASI_TERAKHIR = "akumulasi/terakhir@1", "nilai triwulan terakhir", Agency,
        [("permenpanrb-53-2014", "Lampiran II.E")];
    AKUMULASI_MAKSIMUM = "akumulasi/maksimum@1", "nilai triwulan tertinggi", Agency,
        [("permenpanrb-53-2014", "Lampiran II.E")];
    AKUMULASI_RATA_RATA = "akumulasi/rata_rata@1", "(TW I + TW II + TW III + TW IV) ÷ 4", Agency,
        [("permenpanrb-53-2014", "Lampiran II.E")];
    CAPAIAN_POS = "capaian/pos@1", "realisasi ÷ target × 100", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 1")];
    CAPAIAN_NEG_LAN = "capaian/neg-lan@1", "(2 × target − realisasi) ÷ target × 100", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 1"), ("kep-lan-239-2003", "")];
    CAPAIAN_NEG_INV = "capaian/neg-inv@1", "target ÷ realisasi × 100", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 1")];
    CAPAIAN_NEG_RED = "capaian/neg-red@1", "(target − realisasi) ÷ target × 100", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 1")];
    CAPAIAN_RANGE = "capaian/range@1",
        "100 di dalam rentang target; di luarnya dibandingkan dengan batas terdekat", Agency,
        [("permenpanrb-8-2021", "")];
    CAPAIAN_SCALE = "capaian/scale@1", "nilai predikat realisasi ÷ nilai predikat target × 100",
        Agency, [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 1")];
    CAPAIAN_NOL = "capaian/nol-terbaik@1", "target nol: 100 bila realisasi nol, selain itu 0",
        Agency, [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 1")];
    KEMAJUAN = "kemajuan@1", "realisasi dibandingkan dengan target akhir Renstra", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 3")];
    PERBANDINGAN = "perbandingan@1", "nilai tahun ini − nilai tahun lalu", Law,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 2")];
    PENYERAPAN = "penyerapan@1", "realisasi anggaran ÷ pagu × 100", Law,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf B")];
    EFISIENSI_RASIO = "efisiensi/rasio@1", "capaian kinerja ÷ penyerapan anggaran", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 6")];
    EFISIENSI_PMK = "efisiensi/pmk@1",
        "(pagu × capaian − realisasi anggaran) ÷ (pagu × capaian) × 100", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 6"), ("pmk-214-2017", "")];
    EFISIENSI_NE = "efisiensi/ne@1", "50 + E ÷ 20 × 50, dengan E antara −20 dan 20", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 6"), ("pmk-214-2017", "")];
    ROLLUP = "rollup@1", "jumlah seluruh baris di bawahnya", Law, [];
    PEMETAAN = "pemetaan@1", "jumlah baris anggaran yang dipetakan ke indikator", Agency,
        [("permenpanrb-53-2014", "Anak Lampiran II/1, Bab III huruf A angka 6")];
    RATA_RATA_SEDERHANA = "rata-rata/sederhana@1",
        "Σ capaian subkegiatan ÷ banyaknya subkegiatan", Agency, [("permendagri-86-2017", "")];
    RATA_RATA_TERTIMBANG = "rata-rata/tertimbang_anggaran@1",
        "Σ (capaian × pagu subkegiatan) ÷ Σ pagu subkegiatan", Agency,
        [("permendagri-86-2017", "")];
    RATA_RATA_ANGGARAN = "rata-rata/anggaran@1", "Σ realisasi anggaran ÷ Σ pagu × 100", Law,
        [("permendagri-86-2017", "")];
}

/// The rule behind a formula of capaian.
pub fn of_capaian(rumus: RumusCapaian) -> &'static Rule {
    match rumus {
        RumusCapaian::Positif => &CAPAIAN_POS,
        RumusCapaian::NegatifLan => &CAPAIAN_NEG_LAN,
        RumusCapaian::NegatifBalik => &CAPAIAN_NEG_INV,
        RumusCapaian::NegatifSelisih => &CAPAIAN_NEG_RED,
        RumusCapaian::Rentang => &CAPAIAN_RANGE,
        RumusCapaian::Skala => &CAPAIAN_SCALE,
    }
}

/// The rule behind a formula of efisiensi.
pub fn of_efisiensi(rumus: RumusEfisiensi) -> &'static Rule {
    match rumus {
        RumusEfisiensi::Rasio => &EFISIENSI_RASIO,
        RumusEfisiensi::Pmk => &EFISIENSI_PMK,
        RumusEfisiensi::Nilai => &EFISIENSI_NE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_cites_instruments_that_are_known() {
        let cited = ALL.iter().flat_map(|rule| rule.dasar.iter().map(|(id, _)| (rule.id, *id)));
        let unknown: Vec<_> = cited.filter(|(_, id)| regulation::find(id).is_none()).collect();
        assert_eq!(unknown, []);
    }
}

//! The tree of urusan, program, kegiatan and subkegiatan, and the money on it.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::code::codes;
use crate::{Asal, BarisId, DokumenId, IndikatorId, Periode, Rupiah, Tahun};

codes! {
    /// Level of a row. The numbering follows Permendagri 90/2019.
    Jenjang {
        /// The whole office: what a document states as its total.
        Total = "total",
        Unsur = "unsur",
        Urusan = "urusan",
        Program = "program",
        Kegiatan = "kegiatan",
        Subkegiatan = "subkegiatan",
    }
}

/// A kode nomenklatur as numbers: `5.03.02.2.01.0003` is `[5, 3, 2, 2, 1, 3]`.
///
/// Widths change between catalogues (a subkegiatan has two digits until 2023, four after), so the
/// code is kept as numbers and drawn by the version of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KodeNomenklatur(Vec<u16>);

impl KodeNomenklatur {
    /// One to six numbers, each at most 9999; the first and the fourth have one digit.
    pub fn new(parts: Vec<u16>) -> Option<KodeNomenklatur> {
        let one_digit = |index: usize| parts.get(index).is_none_or(|it| *it <= 9);
        let fits = (1..=6).contains(&parts.len())
            && parts.iter().all(|it| *it <= 9999)
            && one_digit(0)
            && one_digit(3);
        fits.then_some(KodeNomenklatur(parts))
    }

    /// Reads `5.03.02.2.01.10` in any width.
    pub fn parse(text: &str) -> Option<KodeNomenklatur> {
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Option<Vec<u16>> =
            text.split('.').map(|it| if digits(it) { it.parse().ok() } else { None }).collect();
        KodeNomenklatur::new(parts?)
    }

    pub fn parts(&self) -> &[u16] {
        &self.0
    }

    /// The same code as the catalogue writes it once for every urusan: `5.03.01` is `X.XX.01`, with
    /// zeroes for the X; none for a code without a bidang urusan and a part below it.
    pub fn of_every_urusan(&self) -> Option<KodeNomenklatur> {
        let (_, rest) = self.0.split_at_checked(2).filter(|(_, rest)| !rest.is_empty())?;
        Some(KodeNomenklatur([&[0, 0], rest].concat()))
    }

    /// Drawn with a subkegiatan of `subkegiatan_width` digits: 2 until Kepmendagri 050-5889/2021,
    /// 4 from 900.1.15.5-1317/2023 on.
    pub fn render(&self, subkegiatan_width: usize) -> String {
        let widths = [1, 2, 2, 1, 2, subkegiatan_width];
        let parts = self.0.iter().zip(widths);
        let drawn: Vec<String> = parts.map(|(it, width)| format!("{it:0width$}")).collect();
        drawn.join(".")
    }
}

/// Drawn in the widths of Permendagri 90/2019.
impl fmt::Display for KodeNomenklatur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(2))
    }
}

/// A row of the tree. Its `id` never changes; its kode may, or may be missing in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramKegiatan {
    pub id: BarisId,
    pub induk: Option<BarisId>,
    pub jenjang: Jenjang,
    /// Number in the printed tree: `2.1.3`. Rows that a document does not number have none.
    pub nomor: Option<String>,
    pub kode: Option<KodeNomenklatur>,
    pub nama: String,
    pub lokasi: Option<String>,
    pub kelompok_sasaran: Option<String>,
    pub penanggung_jawab: Option<String>,
    pub asal: Asal,
}

/// Money that a document plans for a row in a year; parents state their own beside their children.
///
/// The kind of the document is the phase: Renstra (indicative), Renja (and, for the year after,
/// prakiraan maju), DPA, DPPA, perjanjian kinerja.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagu {
    pub baris: BarisId,
    pub dokumen: DokumenId,
    pub tahun: Tahun,
    /// Absent: the source does not show it legibly.
    pub jumlah: Option<Rupiah>,
    pub asal: Asal,
}

/// A source of money of a row in a document; a row may have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumberDana {
    pub baris: BarisId,
    pub dokumen: DokumenId,
    pub nomor: u16,
    pub nama: String,
    pub jumlah: Option<Rupiah>,
    pub asal: Asal,
}

/// Money spent on a row in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RealisasiAnggaran {
    pub baris: BarisId,
    pub tahun: Tahun,
    pub periode: Periode,
    /// Absent: the source does not show it legibly.
    pub jumlah: Option<Rupiah>,
    pub asal: Asal,
}

codes! {
    /// Kind of spending, Permendagri 90/2019: account 5.1 to 5.4.
    JenisBelanja {
        Operasi = "operasi",
        Modal = "modal",
        TidakTerduga = "tidak_terduga",
        Transfer = "transfer",
    }
}

/// Planned and spent money of the whole office by kind of spending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belanja {
    pub jenis: JenisBelanja,
    pub dokumen: DokumenId,
    pub tahun: Tahun,
    pub pagu: Option<Rupiah>,
    pub realisasi: Option<Rupiah>,
    pub asal: Asal,
}

codes! {
    /// Whether a row is added to, or taken from, the money of an indikator.
    Tanda {
        Tambah = "tambah",
        Kurang = "kurang",
    }
}

/// Which rows of the budget serve an indikator; efisiensi compares their absorption with capaian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PemetaanAnggaran {
    pub indikator: IndikatorId,
    pub baris: BarisId,
    pub tanda: Tanda,
    pub asal: Asal,
}

/// An activity of the rencana aksi for a quarter, with the target of its indikator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RencanaAksi {
    pub indikator: IndikatorId,
    pub tahun: Tahun,
    pub periode: Periode,
    pub nomor: u16,
    pub aksi: String,
    pub target: Option<Decimal>,
    pub penanggung_jawab: Option<String>,
    pub asal: Asal,
}

codes! {
    /// How far an action has come.
    StatusAksi {
        Belum = "belum",
        Berjalan = "berjalan",
        Selesai = "selesai",
        TidakTerlaksana = "tidak_terlaksana",
    }
}

/// What was found of an action when it was looked at (monev), by whoever carries it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonevAksi {
    pub indikator: IndikatorId,
    pub tahun: Tahun,
    pub periode: Periode,
    /// Of the action.
    pub nomor: u16,
    pub status: StatusAksi,
    /// The last day on which somebody looked.
    pub tanggal: Option<Date>,
    pub pelaksana: Option<String>,
    /// What was found.
    pub temuan: Option<String>,
    pub kendala: Option<String>,
    pub tindak_lanjut: Option<String>,
    pub asal: Asal,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_decides_the_width_of_a_kode_and_not_its_identity() {
        let short = KodeNomenklatur::parse("5.03.02.2.01.03").unwrap();
        let long = KodeNomenklatur::parse("5.03.02.2.01.0003").unwrap();
        assert_eq!(short, long);
        assert_eq!(short.render(4), "5.03.02.2.01.0003");
        assert_eq!(short.to_string(), "5.03.02.2.01.03");
    }

    #[test]
    fn refuses_what_is_no_kode() {
        for bad in ["", "5.", "5.03.??", "55.03", "5.03.02.22", "5.-3", "1.2.3.4.5.6.7", "5.99999"]
        {
            assert_eq!(KodeNomenklatur::parse(bad), None, "{bad}");
        }
    }
}

//! The catalogue that fixes codes and names of program, kegiatan and subkegiatan.

use std::collections::BTreeMap;

use crate::{Jenjang, KodeNomenklatur, Tahun};

/// A line of the catalogue. It also fixes kinerja, indikator and satuan of a subkegiatan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomenklatur {
    /// Zeroes stand for the X of a code that is every urusan's own: `X.XX.01` is `[0, 0, 1]`.
    pub kode: KodeNomenklatur,
    pub nama: String,
    pub kinerja: Option<String>,
    pub indikator: Option<String>,
    pub satuan: Option<String>,
}

impl Nomenklatur {
    /// The level that the length of the code says; none for the first digit of a kegiatan alone.
    pub fn jenjang(&self) -> Option<Jenjang> {
        match self.kode.parts().len() {
            1 => Some(Jenjang::Unsur),
            2 => Some(Jenjang::Urusan),
            3 => Some(Jenjang::Program),
            5 => Some(Jenjang::Kegiatan),
            6 => Some(Jenjang::Subkegiatan),
            _ => None,
        }
    }
}

/// The catalogue of one regulation (Permendagri 90/2019 and the decisions that renew it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Katalog {
    /// The regulation, in words.
    pub dasar: String,
    /// The first budget year that uses it, which is later than the day of the regulation.
    pub mulai: Tahun,
    baris: BTreeMap<KodeNomenklatur, Nomenklatur>,
}

impl Katalog {
    /// Of lines with the same code the last one stays.
    pub fn new(
        dasar: impl Into<String>,
        mulai: Tahun,
        baris: impl IntoIterator<Item = Nomenklatur>,
    ) -> Katalog {
        let baris = baris.into_iter().map(|it| (it.kode.clone(), it)).collect();
        Katalog { dasar: dasar.into(), mulai, baris }
    }

    /// Lines in the order of their codes.
    pub fn baris(&self) -> impl ExactSizeIterator<Item = &Nomenklatur> {
        self.baris.values()
    }

    /// The line of a code: its own, or that of every urusan.
    pub fn find(&self, kode: &KodeNomenklatur) -> Option<&Nomenklatur> {
        self.baris.get(kode).or_else(|| self.baris.get(&kode.of_every_urusan()?))
    }
}

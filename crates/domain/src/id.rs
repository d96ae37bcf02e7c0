//! Names of facts: short, stable, readable, and safe in addresses and file names.

use std::fmt;

/// Why a text is not a name of a fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "«{0}» bukan kode yang sah: pakai 1–64 huruf kecil, angka, titik, garis bawah atau tanda \
     hubung, diawali huruf atau angka"
)]
pub struct IdError(pub String);

fn is_valid(text: &str) -> bool {
    let mut bytes = text.bytes();
    let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit();
    text.len() <= 64
        && bytes.next().is_some_and(plain)
        && bytes.all(|it| plain(it) || matches!(it, b'.' | b'_' | b'-'))
}

/// Implemented by every kind of name, so that readers can treat them alike.
pub trait Id: Sized + Ord + Clone {
    /// # Errors
    ///
    /// Refuses what cannot stand in an address: capitals, blanks, slashes, more than 64 bytes.
    fn new(text: &str) -> Result<Self, IdError>;
    fn as_str(&self) -> &str;
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl Id for $name {
            fn new(text: &str) -> Result<Self, IdError> {
                if is_valid(text) { Ok($name(text.to_owned())) } else { Err(IdError(text.to_owned())) }
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A source document: `renstra-2021`, `dppa-2023`.
    DokumenId,
    /// A post or unit in the structure of the office.
    UnitKerjaId,
    /// A person in a post, for some days.
    PejabatId,
    /// A visi.
    VisiId,
    /// A misi.
    MisiId,
    /// A tujuan.
    TujuanId,
    /// A sasaran.
    SasaranId,
    /// A strategi.
    StrategiId,
    /// An indikator: `iku-1`.
    IndikatorId,
    /// A named input of a formula; also an identifier of the formula language.
    VariabelId,
    /// A register whose records are counted.
    RegisterId,
    /// A kind of service of a register.
    JenisLayananId,
    /// A post of the map of posts.
    JabatanId,
    /// A reason that cases of a register give.
    AlasanId,
    /// A row of the tree of urusan, program, kegiatan and subkegiatan: `5.03.02`.
    BarisId,
    /// A perjanjian kinerja.
    PerjanjianKinerjaId,
    /// An evaluation.
    EvaluasiId,
    /// A recommendation of an evaluation.
    RekomendasiId,
    /// A scale of predicates.
    SkalaId,
    /// A strategic issue.
    IsuId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_cannot_stand_in_an_address() {
        for bad in ["", "IKU", "iku/1", "iku 1", "-iku", "é", &"a".repeat(65)] {
            assert_eq!(IndikatorId::new(bad), Err(IdError(bad.to_owned())));
        }
        assert_eq!(BarisId::new("5.03.02").unwrap().as_str(), "5.03.02");
    }
}

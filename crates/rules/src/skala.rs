//! Skala: from a figure to its predikat.
//!
//! Bands are contiguous by construction: each begins at its lower bound and ends where the next
//! begins, so no figure falls into a gap. The highest band takes whatever is above it, 756 percent
//! too. The predicate is taken from the rounded figure, the one that the reader sees.

use rust_decimal::Decimal;
use selaras_domain::{Batas, Berkas, Pita, Skala};

use crate::parameter;

/// The bands of a scale: its own, or those of the parameter that it names, as in force on the last
/// day of the year. One whose parameter was not in force then has none, and gives no predikat.
pub fn bands(berkas: &Berkas, skala: &Skala) -> Vec<Pita> {
    let law = |id: &str| {
        let version = parameter::find(id)?.on(berkas.perangkat_daerah.tahun.last_day()).ok()?;
        Some(version.bands()?.pita(&skala.id))
    };
    match &skala.parameter {
        Some(id) => law(id).unwrap_or_default(),
        None => berkas.pita.iter().filter(|it| it.skala == skala.id).cloned().collect(),
    }
}

/// The predikat of `value` on a scale whose bands are `pita`, in any order.
///
/// `None` when the scale has no band for it: every band has a bound, and the value lies below all.
pub fn predikat<'a>(pita: impl IntoIterator<Item = &'a Pita>, value: Decimal) -> Option<&'a Pita> {
    let reached = |it: &&Pita| match (it.batas_bawah, it.batas) {
        (None, _) => true,
        (Some(bound), Batas::Inklusif) => value >= bound,
        (Some(bound), Batas::Eksklusif) => value > bound,
    };
    // The lowest band has no bound, and `None` sorts before every number.
    pita.into_iter().filter(reached).max_by_key(|it| it.batas_bawah)
}

/// The number that stands for a predicate on a scale, where targets are predicates.
pub fn nilai<'a>(pita: impl IntoIterator<Item = &'a Pita>, predikat: &str) -> Option<Decimal> {
    pita.into_iter().find(|it| it.predikat == predikat)?.nilai
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;
    use selaras_domain::{Asal, Id, SkalaId};

    use super::*;

    fn pita(bound: Option<Decimal>, batas: Batas, predikat: &str) -> Pita {
        Pita {
            skala: SkalaId::new("s").unwrap(),
            nomor: 1,
            batas_bawah: bound,
            batas,
            predikat: predikat.to_owned(),
            nilai: None,
            tertulis: None,
            asal: Asal::default(),
        }
    }

    fn atribut() -> [Pita; 3] {
        [
            pita(Some(dec!(85)), Batas::Inklusif, "Sangat Berhasil"),
            pita(Some(dec!(70)), Batas::Inklusif, "Berhasil"),
            pita(None, Batas::Inklusif, "Tidak Berhasil"),
        ]
    }

    fn of(pita: &[Pita], value: Decimal) -> &str {
        &predikat(pita, value).unwrap().predikat
    }

    #[test]
    fn a_band_begins_at_its_bound_and_ends_where_the_next_begins() {
        assert_eq!(of(&atribut(), dec!(85)), "Sangat Berhasil");
        assert_eq!(of(&atribut(), dec!(84.99)), "Berhasil");
        assert_eq!(of(&atribut(), dec!(-3)), "Tidak Berhasil");
    }

    #[test]
    fn the_highest_band_takes_whatever_is_above_it() {
        assert_eq!(of(&atribut(), dec!(756)), "Sangat Berhasil");
    }

    #[test]
    fn an_exclusive_bound_belongs_to_the_band_below() {
        // PermenPANRB 88/2021: BB is above 70 up to 80, so 70 itself is B.
        let akip = [
            pita(Some(dec!(70)), Batas::Eksklusif, "BB"),
            pita(Some(dec!(60)), Batas::Eksklusif, "B"),
        ];
        assert_eq!(of(&akip, dec!(70)), "B");
        assert_eq!(of(&akip, dec!(70.01)), "BB");
        assert_eq!(predikat(&akip, dec!(60)), None);
    }
}

//! The scales of a Berkas, its own and those that it takes from the law.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use selaras_domain::{Berkas, Pita, Skala, SkalaId, Verifikasi};

use crate::skala;

pub(super) struct Scales<'a> {
    scales: BTreeMap<&'a SkalaId, (Vec<Pita>, Verifikasi)>,
}

impl<'a> Scales<'a> {
    pub(super) fn new(berkas: &'a Berkas) -> Scales<'a> {
        let of = |it: &'a Skala| (&it.id, (skala::bands(berkas, it), it.verifikasi));
        Scales { scales: berkas.skala.iter().map(of).collect() }
    }

    /// The predikat of a rounded figure on a scale, and whether the scale is verified.
    pub(super) fn predikat(&self, id: &SkalaId, value: Decimal) -> Option<(String, Verifikasi)> {
        let (pita, verifikasi) = self.scales.get(id)?;
        let predikat = skala::predikat(pita, value)?.predikat.clone();
        Some((predikat, *verifikasi))
    }

    /// The bands of a scale; none without a scale.
    pub(super) fn pita(&self, id: Option<&SkalaId>) -> &[Pita] {
        id.and_then(|it| self.scales.get(it)).map_or(&[], |(pita, _)| pita)
    }
}

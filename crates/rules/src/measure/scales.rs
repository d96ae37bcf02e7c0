//! The scales of a Berkas, its own and those that it takes from the law.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use selaras_domain::{Berkas, Pita, Skala, SkalaId, Verifikasi};

use crate::{parameter, skala};

pub(super) struct Scales<'a> {
    scales: BTreeMap<&'a SkalaId, (Vec<Pita>, Verifikasi)>,
}

impl<'a> Scales<'a> {
    /// A scale that names a parameter takes the bands in force on the last day of the year; one
    /// whose parameter was not in force then has no bands, and gives no predikat.
    pub(super) fn new(berkas: &'a Berkas) -> Scales<'a> {
        let tahun = berkas.perangkat_daerah.tahun.get();
        let last_day = Date::new(i16::try_from(tahun).expect("a year is below 2101"), 12, 31)
            .expect("every year has a last day");
        let law = |skala: &Skala, id: &str| {
            let version = parameter::find(id)?.on(last_day).ok()?;
            Some(version.bands()?.pita(&skala.id))
        };
        let own = |it: &Skala| {
            let bands = berkas.pita.iter().filter(|band| band.skala == it.id);
            bands.cloned().collect()
        };
        let bands = |it: &Skala| match &it.parameter {
            Some(id) => law(it, id).unwrap_or_default(),
            None => own(it),
        };
        let scales = berkas.skala.iter().map(|it| (&it.id, (bands(it), it.verifikasi)));
        Scales { scales: scales.collect() }
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

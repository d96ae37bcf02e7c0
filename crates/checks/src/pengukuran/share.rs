//! Indicators that are a part of a whole: `part / whole * 100`, in percent.

use rust_decimal::Decimal;
use selaras_domain::Variabel;

use crate::prelude::*;

/// The part and the whole of an indikator that is such a share.
pub(super) fn parts<'a>(s: &Subject<'a>, it: &Indikator) -> Option<(&'a Variabel, &'a Variabel)> {
    let formula = s.formula(&it.id)?.to_string();
    let (part, whole) = formula.strip_suffix(" * 100")?.split_once(" / ")?;
    let variabel = |name: &str| s.variabel(&it.id, name);
    (it.satuan == "%").then_some((variabel(part)?, variabel(whole)?))
}

/// Both values for every period of the year that has both.
pub(super) fn values(
    s: &Subject<'_>,
    it: &Indikator,
    part: &Variabel,
    whole: &Variabel,
) -> Vec<(Periode, Decimal, Decimal)> {
    let value = |id, periode| s.variabel_value(&it.id, id, s.tahun(), periode);
    let both = |(periode, _): &(Periode, _)| {
        Some((*periode, value(&part.id, *periode)?, value(&whole.id, *periode)?))
    };
    Periode::ALL.iter().filter_map(both).collect()
}

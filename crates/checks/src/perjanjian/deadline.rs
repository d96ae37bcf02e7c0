//! Until when the agreement of the year must be signed.

use jiff::civil::Date;
use selaras_domain::DokumenSumber;

use crate::prelude::*;

/// The budget document that starts the clock, its day, and the last day in time.
pub(super) fn of_year<'a>(s: &Subject<'a>) -> Option<(&'a DokumenSumber, Date, Date)> {
    let budget = s.anggaran().into_iter().find(|it| it.jenis == JenisDokumen::Dpa)?;
    let adopted = budget.tanggal?;
    Some((budget, adopted, crate::agreement_deadline(adopted)?))
}

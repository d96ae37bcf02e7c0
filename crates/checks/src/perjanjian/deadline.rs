//! Until when the agreement of the year must be signed.

use jiff::civil::Date;
use selaras_domain::DokumenSumber;
use selaras_rules::parameter;

use crate::prelude::*;

/// The budget document that starts the clock, its day, and the last day in time.
pub(super) fn of_year<'a>(s: &Subject<'a>) -> Option<(&'a DokumenSumber, Date, Date)> {
    let budget = s.anggaran().into_iter().find(|it| it.jenis == JenisDokumen::Dpa)?;
    let adopted = budget.tanggal?;
    let version = parameter::find("tenggat/perjanjian-kinerja")?.on(adopted).ok()?;
    let months = i64::try_from(version.value("bulan").ok()?).ok()?;
    let deadline = adopted.checked_add(jiff::Span::new().months(months)).ok()?;
    Some((budget, adopted, deadline))
}

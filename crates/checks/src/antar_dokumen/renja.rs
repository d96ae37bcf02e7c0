//! Which subkegiatan are planned, and which are paid for.

use std::collections::BTreeSet;

use selaras_domain::DokumenSumber;

use crate::prelude::*;

/// Subkegiatan of the Renja and of the budget of the year.
pub(super) struct Rows<'a> {
    pub(super) renja: &'a DokumenSumber,
    pub(super) planned: BTreeSet<&'a BarisId>,
    /// With a pagu of a budget document, or with money spent.
    pub(super) funded: BTreeSet<&'a BarisId>,
}

/// `None` where one side does not go down to subkegiatan.
pub(super) fn rows<'a>(s: &Subject<'a>) -> Option<Rows<'a>> {
    let renja = s.dokumen_of(JenisDokumen::Renja);
    let renja = renja.into_iter().find(|it| s.pagu_of(&it.id, s.tahun()).is_some())?;
    let budgets: Vec<&DokumenId> =
        [JenisDokumen::Dpa, JenisDokumen::Dppa, JenisDokumen::RealisasiAnggaran]
            .into_iter()
            .flat_map(|it| s.dokumen_of(it))
            .map(|it| &it.id)
            .collect();
    let mut planned = BTreeSet::new();
    let mut funded = BTreeSet::new();
    for row in s.baris_of(Jenjang::Subkegiatan) {
        if s.pagu(&row.id, &renja.id).is_some() {
            planned.insert(&row.id);
        }
        let is_budgeted = budgets.iter().any(|it| s.pagu(&row.id, it).is_some());
        let is_spent = Periode::ALL.iter().any(|(it, _)| {
            *it != Periode::Kumulatif && s.realisasi_anggaran(&row.id, s.tahun(), *it).is_some()
        });
        if is_budgeted || is_spent {
            funded.insert(&row.id);
        }
    }
    (!planned.is_empty() && !funded.is_empty()).then_some(Rows { renja, planned, funded })
}

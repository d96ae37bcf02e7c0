//! Pengecualian: a person's decision to let a finding stand.

use selaras_domain::PengecualianTemuan;

use crate::{Report, Temuan};

impl Temuan {
    /// What a decision names it by, beside its code: table and key of its row, `target/iku-3/…`. A
    /// decision holds for that row only.
    pub fn objek(&self) -> String {
        match self.place.row.is_empty() {
            true => self.place.table.to_owned(),
            false => format!("{}/{}", self.place.table, self.place.row),
        }
    }
}

/// Moves what is suppressed out of the findings that stand. It hides nothing: a finding that a person
/// lets stand is listed as such.
///
/// A decision without a name or a reason suppresses nothing, nor does one that was made after the day
/// of the report.
pub fn apply(report: &mut Report, decisions: &[PengecualianTemuan]) {
    let mut standing = Vec::with_capacity(report.findings.len());
    for finding in std::mem::take(&mut report.findings) {
        let objek = finding.objek();
        let decision = decisions.iter().find(|it| {
            it.kode == finding.code
                && it.objek == objek
                && !it.oleh.trim().is_empty()
                && !it.alasan.trim().is_empty()
                && it.tanggal <= report.as_of
        });
        match decision {
            Some(decision) => report.suppressed.push((finding, decision.clone())),
            None => standing.push(finding),
        }
    }
    report.findings = standing;
}

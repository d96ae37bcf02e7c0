//! Pengecualian: a person's decision to let a finding stand.

use jiff::civil::Date;

use crate::Report;

/// Who lets which finding stand, why and since when. It hides nothing: the finding is listed as
/// such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pengecualian {
    /// Code of the check.
    pub code: String,
    /// Table and key of the row, as in [`crate::Place`]; the finding is let stand there only.
    pub table: String,
    pub row: String,
    /// Who decided.
    pub pejabat: String,
    pub alasan: String,
    pub tanggal: Date,
}

/// Moves what is suppressed out of the findings that stand.
///
/// A decision without a name or a reason suppresses nothing, nor does one that was made after the
/// day
/// of the report.
pub fn apply(report: &mut Report, decisions: &[Pengecualian]) {
    let mut standing = Vec::with_capacity(report.findings.len());
    for finding in std::mem::take(&mut report.findings) {
        let decision = decisions.iter().find(|it| {
            it.code == finding.code
                && it.table == finding.place.table
                && it.row == finding.place.row
                && !it.pejabat.trim().is_empty()
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

//! The whole way: from the bytes of a file to what is wrong in it.

use crate::document::{Content, Document};
use crate::finding::{Finding, Level};
use crate::{ReadError, claims, read, tables};

/// What the auditor has to say of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Name of the file, as given.
    pub file: String,
    pub document: Document,
    /// Tables found.
    pub tables: usize,
    /// Cells that others determine and that were computed again.
    pub cells_checked: usize,
    /// Claims in sentences that were compared with something.
    pub claims_checked: usize,
    /// What could not be read or explained, in Indonesian.
    pub not_understood: Vec<String>,
    /// In reading order.
    pub findings: Vec<Finding>,
}

/// A step of the work, for somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Reading,
    Tables { count: usize },
    Done { findings: usize },
}

/// Reads a file and audits it.
///
/// # Errors
///
/// A file that cannot be read, that is no document of a known kind, or that exceeds a limit.
pub fn audit(
    bytes: &[u8],
    file_name: &str,
    progress: &dyn Fn(Progress),
) -> Result<Report, ReadError> {
    progress(Progress::Reading);
    let document = read::read(bytes, file_name)?;
    Ok(audit_document(document, file_name, progress))
}

/// Audits a document that is already read.
pub fn audit_document(document: Document, file_name: &str, progress: &dyn Fn(Progress)) -> Report {
    let count = document.blocks.iter().filter(|it| matches!(it.content, Content::Table(_))).count();
    progress(Progress::Tables { count });
    let checked = tables::check(&document);
    let mut not_understood = document.not_understood.clone();
    not_understood.extend(checked.not_understood);
    let claims = claims::examine(&document);
    let mut findings = checked.findings;
    findings.extend(claims.findings);
    findings.sort_by_key(|it| it.location.order());
    progress(Progress::Done { findings: findings.len() });
    Report {
        file: file_name.to_owned(),
        document,
        tables: count,
        cells_checked: checked.cells_checked,
        claims_checked: claims.claims_checked,
        not_understood,
        findings,
    }
}

impl Report {
    /// How many findings have a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|it| it.level == level).count()
    }

    /// Whether the report must be mended before anyone signs it.
    pub fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }
}

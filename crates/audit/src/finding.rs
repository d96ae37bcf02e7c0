//! What the auditor says about a report.

use crate::document::Place;

/// `AUD` and three digits. Stable; never given to something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AUD{:03}", self.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// No known rule explains what is printed.
    Error,
    /// Explained only by another rule than its neighbours follow, or likely a slip.
    Warning,
    Info,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub level: Level,
    pub location: Location,
    /// As the document prints it.
    pub printed: Option<String>,
    /// As it should be, written in the document's own style of numbers.
    pub expected: Option<String>,
    /// One or two Indonesian sentences: what, why, and the candidates that were tried.
    pub message: String,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub place: Place,
    pub part: Part,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// `block` is the position of the table in [`crate::Document::blocks`]; `row` and `column` count from 0 in its grid.
    Cell {
        block: usize,
        table: String,
        row: usize,
        column: usize,
        row_label: String,
        column_label: String,
        address: Option<String>,
    },
    Table {
        block: usize,
        table: String,
    },
    /// `sentence` is the sentence as printed.
    Sentence {
        block: usize,
        sentence: String,
    },
    Document,
}

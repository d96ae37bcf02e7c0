//! Where the rules write down what they examined and what they found.

use super::text::{Origin, Sentence};
use crate::document::{Content, Document, Table};
use crate::finding::{Code, Finding, Level, Location, Part};

pub(super) struct Ledger<'a> {
    document: &'a Document,
    findings: Vec<(usize, Finding)>,
    n_checked: usize,
}

/// What a finding says, without its place.
pub(super) struct Remark {
    pub(super) code: u16,
    pub(super) level: Level,
    pub(super) printed: Option<String>,
    pub(super) expected: Option<String>,
    pub(super) message: String,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(document: &'a Document) -> Ledger<'a> {
        Ledger { document, findings: Vec::new(), n_checked: 0 }
    }

    /// A claim was compared with something, whatever came of it.
    pub(super) fn checked(&mut self) {
        self.n_checked += 1;
    }

    /// The remark is about this sentence.
    pub(super) fn sentence(&mut self, sentence: &Sentence<'_>, remark: Remark) {
        let block = sentence.block;
        let part = match sentence.origin {
            Origin::Cell { row, column } => self.cell(block, row, column),
            _ => Part::Sentence { block, sentence: sentence.text.to_owned() },
        };
        self.push(block, part, remark);
    }

    /// The remark is about this block: a caption, an entry of a list of tables.
    pub(super) fn block(&mut self, block: usize, text: String, remark: Remark) {
        let part = match &self.document.blocks[block].content {
            Content::Table(table) => Part::Table { block, table: name_of(table) },
            _ => Part::Sentence { block, sentence: text },
        };
        self.push(block, part, remark);
    }

    fn cell(&self, block: usize, row: usize, column: usize) -> Part {
        let Content::Table(table) = &self.document.blocks[block].content else {
            return Part::Document;
        };
        let text = |row: usize, column: usize| {
            let cell = table.rows.get(row).and_then(|it| it.get(column));
            cell.map(|it| it.text.clone()).unwrap_or_default()
        };
        Part::Cell {
            block,
            table: name_of(table),
            row,
            column,
            row_label: text(row, 0),
            column_label: text(0, column),
            address: table.rows[row][column].address.clone(),
        }
    }

    fn push(&mut self, block: usize, part: Part, remark: Remark) {
        let Remark { code, level, printed, expected, message } = remark;
        let place = self.document.blocks[block].place.clone();
        let location = Location { place, part };
        let code = Code(code);
        self.findings.push((block, Finding { code, level, location, printed, expected, message }));
    }

    /// What was found, in reading order, and how much was examined.
    pub(super) fn close(mut self) -> (Vec<Finding>, usize) {
        self.findings.sort_by_key(|(block, it)| (*block, it.code));
        (self.findings.into_iter().map(|(_, it)| it).collect(), self.n_checked)
    }
}

/// "Tabel 3.10", or nothing where the table has no number.
pub(super) fn name_of(table: &Table) -> String {
    let number = table.caption.as_ref().and_then(|it| it.number.as_deref());
    number.map(|it| format!("Tabel {}", it.trim_end_matches('.'))).unwrap_or_default()
}

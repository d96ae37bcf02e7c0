//! The tables of a document: recognised, computed again, and judged.

use std::collections::{HashMap, HashSet};

use crate::blame;
use crate::document::{Content, Document};
use crate::equation;
use crate::finding::{Finding, Level, Location, Part};
use crate::table::{CellId, View, views};

/// What the tables of a document show.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) cells_checked: usize,
    pub(crate) not_understood: Vec<String>,
}

pub(crate) fn check(document: &Document) -> Checked {
    let views = views(document);
    let ledger = equation::collect(&views);
    let cells: HashSet<CellId> = ledger.equations.iter().map(|it| it.result).collect();
    let mut findings = Vec::new();
    let by_block: HashMap<usize, &View> =
        views.iter().filter(|it| !it.is_turned).map(|it| (it.block, it)).collect();
    let accusations = blame::accuse(&ledger.equations);
    let is_accused = |cell: CellId| accusations.iter().any(|it| it.cell == cell);
    for it in ledger.remarks.iter().filter(|it| !is_accused(it.cell)) {
        let Some(view) = by_block.get(&it.cell.block) else { continue };
        let Some((printed, location)) = locate(document, view, it.cell) else { continue };
        findings.push(Finding {
            code: it.code,
            level: Level::Info,
            location,
            printed: Some(printed),
            expected: it.expected.clone(),
            message: it.message.clone(),
        });
    }
    for it in accusations {
        let Some(view) = by_block.get(&it.cell.block) else { continue };
        let Some((printed, location)) = locate(document, view, it.cell) else { continue };
        findings.push(Finding {
            code: it.code,
            level: it.level,
            location,
            printed: Some(printed),
            expected: it.expected,
            message: it.message,
        });
    }
    for (code, level, block, table, message) in ledger.about_tables {
        let place = document.blocks[block].place.clone();
        let location = Location { place, part: Part::Table { block, table } };
        findings.push(Finding { code, level, location, printed: None, expected: None, message });
    }
    Checked { findings, cells_checked: cells.len(), not_understood: ledger.not_understood }
}

/// The place of a cell, named as a reader would, and what is printed there.
fn locate(document: &Document, view: &View, cell: CellId) -> Option<(String, Location)> {
    let block = document.blocks.get(cell.block)?;
    let Content::Table(table) = &block.content else { return None };
    let it = table.rows.get(cell.row)?.get(cell.column)?;
    let head = table.rows.len() - view.rows.len();
    let row_label =
        view.rows.get(cell.row.checked_sub(head)?).map(|it| it.label.clone()).unwrap_or_default();
    let part = Part::Cell {
        block: cell.block,
        table: view.name.clone(),
        row: cell.row,
        column: cell.column,
        row_label,
        column_label: view.headings.get(cell.column).cloned().unwrap_or_default(),
        address: it.address.clone(),
    };
    Some((it.text.trim().to_owned(), Location { place: block.place.clone(), part }))
}

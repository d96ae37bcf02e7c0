//! What cells determine of each other.
//!
//! A rule looks at a table and writes down each relation that its words or its numbers promise, kept or broken. Kept
//! relations matter as much as broken ones: they say which cell of a broken one is beyond doubt.

mod across;
mod average;
mod capaian;
mod declared;
mod difference;
mod efisiensi;
mod explain;
mod ikm;
mod lke;
mod predikat;
mod quarter;
mod ratio;
mod scale;
mod share;
mod sum;
mod sum_across;

use selaras_domain::Exact;

use crate::finding::{Code, Level};
use crate::number::{Entry, Mark, Number};
use crate::table::{CellId, Slot, View};

/// One relation between cells.
#[derive(Clone, Debug)]
pub(crate) struct Equation {
    pub(crate) code: Code,
    /// How bad it is where it is broken.
    pub(crate) level: Level,
    pub(crate) result: CellId,
    pub(crate) inputs: Vec<CellId>,
    pub(crate) broken: Option<Broken>,
    /// A relation between copies of one figure: no side is the result of the other.
    pub(crate) is_copy: bool,
}

/// A cell that is right and still worth a word.
#[derive(Clone, Debug)]
pub(crate) struct Remark {
    pub(crate) code: Code,
    pub(crate) cell: CellId,
    pub(crate) expected: Option<String>,
    pub(crate) message: String,
}

/// What is said of a broken relation.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) expected: Option<String>,
    pub(crate) message: String,
    /// What each input would have to be if everything else is right.
    pub(crate) inputs: Vec<Option<String>>,
}

/// All that the rules wrote down.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) equations: Vec<Equation>,
    pub(crate) not_understood: Vec<String>,
    /// Words about cells that a relation explains: no relation is broken.
    pub(crate) remarks: Vec<Remark>,
    /// Findings about tables as a whole: code, level, block, table, message.
    pub(crate) about_tables: Vec<(Code, Level, usize, String, String)>,
}

impl Ledger {
    pub(crate) fn holds(&mut self, code: Code, result: CellId, inputs: Vec<CellId>) {
        self.equations.push(Equation {
            code,
            level: Level::Error,
            result,
            inputs,
            broken: None,
            is_copy: false,
        });
    }

    pub(crate) fn fails(
        &mut self,
        code: Code,
        level: Level,
        result: CellId,
        inputs: Vec<CellId>,
        broken: Broken,
    ) {
        self.equations.push(Equation {
            code,
            level,
            result,
            inputs,
            broken: Some(broken),
            is_copy: false,
        });
    }
}

impl Equation {
    /// Whether many values of its inputs would keep it.
    pub(crate) fn is_wide(&self) -> bool {
        self.code.0 == 15 || (100..110).contains(&self.code.0)
    }
}

impl Broken {
    pub(crate) fn new(expected: Option<String>, message: String) -> Broken {
        Broken { expected, message, inputs: Vec::new() }
    }
}

/// Every relation in the tables of a document.
pub(crate) fn collect(views: &[View]) -> Ledger {
    let mut ledger = Ledger::default();
    let scales = scale::scales(views);
    for view in views {
        if scales.iter().any(|it| it.block == Some(view.block)) {
            scale::check(view, &scales, &mut ledger);
            continue;
        }
        ratio::check(view, &mut ledger);
        efisiensi::check(view, &mut ledger);
        predikat::check(view, &scales, &mut ledger);
        if view.is_turned {
            continue;
        }
        sum::check(view, &mut ledger);
        sum_across::check(view, &mut ledger);
        quarter::check(view, &mut ledger);
        difference::check(view, &mut ledger);
        average::check(view, &mut ledger);
        share::check(view, &mut ledger);
        lke::check(view, &mut ledger);
        ikm::check(view, &mut ledger);
        declared::check(view, &mut ledger);
    }
    across::check(views, &mut ledger);
    ledger
}

/// The number of a slot whose value is its own.
fn own_number(slot: &Slot) -> Option<&Number> {
    slot.entry.number().filter(|_| !slot.is_covered)
}

/// Whether a cell is left open: empty, "–", "NA", "…". The hyphen of a spreadsheet and "nihil" are zero.
fn is_unknown(slot: &Slot) -> bool {
    let is_zero = matches!(slot.text.to_lowercase().as_str(), "-" | "--" | "---" | "−" | "nihil");
    slot.entry.is_blank() && !slot.is_covered && !is_zero
}

/// Parts of a sum as one meaning of the marks has them; `None` where a part cannot be read.
fn parts<'a>(
    slots: impl Iterator<Item = &'a Slot>,
    mark: Option<Mark>,
) -> Option<Vec<(CellId, Exact, Exact)>> {
    let mut found = Vec::new();
    for slot in slots.filter(|it| !it.is_covered) {
        match &slot.entry {
            Entry::Blank => {}
            Entry::Number(it) => {
                let reading = mark.map_or(it.first(), |mark| it.under(mark));
                found.push((slot.at, reading.value.clone(), reading.step.clone()));
            }
            Entry::Range(_) | Entry::Text | Entry::Noise => return None,
        }
    }
    Some(found)
}

/// Half of an exact value.
fn half(value: &Exact) -> Exact {
    value.checked_div(&Exact::integer(2)).unwrap_or_else(Exact::zero)
}

fn hundred() -> Exact {
    Exact::integer(100)
}

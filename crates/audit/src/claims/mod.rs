//! What the sentences of a report claim, held against its other sentences, its tables, its captions
//! and the regulations that it cites.
//!
//! A rule accuses only where no reading explains what is printed. What it compares is always two
//! things that the report itself prints, or a citation with `data/regulations/`.

mod agreement;
mod capaian;
mod caption;
mod change;
mod citation;
mod contents;
mod count;
mod date;
mod figures;
mod grid;
mod labelled;
mod ledger;
mod name;
mod numbering;
mod period;
mod ratio;
mod reference;
mod repetition;
mod satuan;
mod terbilang;
mod text;
mod total;
mod witness;

use crate::document::Document;
use crate::finding::Finding;
use caption::Captions;
use figures::Figures;
use labelled::Subject;
use ledger::{Ledger, Remark};
use witness::Witness;

/// What examining the sentences gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// In reading order.
    pub findings: Vec<Finding>,
    /// Claims that were compared with something, right or wrong.
    pub claims_checked: usize,
}

/// A report as the rules see it.
struct Prose<'a> {
    document: &'a Document,
    sentences: Vec<text::Sentence<'a>>,
    captions: Captions<'a>,
    figures: Figures,
    witness: Witness,
    /// One for each sentence.
    subjects: Vec<Option<Subject>>,
}

/// Examines every sentence, caption and citation of a report.
pub fn examine(document: &Document) -> Claims {
    let sentences = text::sentences(document);
    let figures = Figures::of(document);
    let subjects = labelled::subjects(&sentences, &figures);
    let captions = Captions::of(document);
    let witness = Witness::of(document);
    let prose = Prose { document, sentences, captions, figures, witness, subjects };
    let mut ledger = Ledger::new(document);
    for rule in RULES {
        rule(&prose, &mut ledger);
    }
    let (findings, claims_checked) = ledger.close();
    Claims { findings, claims_checked }
}

/// One file each.
const RULES: [fn(&Prose<'_>, &mut Ledger<'_>); 16] = [
    terbilang::examine,
    count::examine,
    repetition::examine,
    satuan::examine,
    ratio::examine,
    capaian::examine,
    agreement::examine,
    change::examine,
    total::examine,
    name::examine,
    date::examine,
    period::examine,
    citation::examine,
    reference::examine,
    numbering::examine,
    contents::examine,
];

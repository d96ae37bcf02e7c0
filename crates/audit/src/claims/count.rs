//! Stated counts against what the report lists behind them: in the sentence, in a list, in a table.

mod inline;
mod listed;

use super::text::{Counted, Sentence, counted};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// More or fewer are named than counted.
const OTHER_COUNT: u16 = 310;
/// One is named twice.
const TWICE: u16 = 311;
/// The parts do not add up to the count.
const OTHER_SUM: u16 = 312;
/// A table has more or fewer rows than counted.
const OTHER_ROWS: u16 = 313;

/// Counts of these are measures: nothing is listed.
const MEASURES: [&str; 24] = [
    "tahun", "kali", "bulan", "hari", "jam", "menit", "minggu", "orang", "jiwa", "persen", "poin",
    "km", "m", "meter", "hektar", "ha", "ton", "kg", "jp", "rupiah", "jiwa/km", "tingkat", "km²",
    "km2",
];

/// Words that say that what follows is only a part.
const OPEN: [&str; 12] = [
    "diantaranya",
    "misalnya",
    "seperti",
    "termasuk",
    "dll",
    "dst",
    "dsb",
    "salah",
    "sebagian",
    "khususnya",
    "terutama",
    "lain-lain",
];

/// A row of a table that lost its lines: «4 Masih berjalan: …». Nobody counts with a capital.
fn is_row(sentence: &Sentence<'_>, it: &Counted) -> bool {
    sentence.quantities[it.quantity].first == 0 && sentence.tokens[it.first].is_capitalised()
}

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for (index, sentence) in prose.sentences.iter().enumerate() {
        if !sentence.is_prose() || sentence.quantities.is_empty() {
            continue;
        }
        let counts: Vec<Counted> = counted(sentence)
            .into_iter()
            .filter(|it| !sentence.quantities[it.quantity].is_rough)
            .collect();
        if counts.is_empty() || is_open(sentence) {
            continue;
        }
        for it in counts.iter().filter(|it| !is_row(sentence, it)) {
            inline::examine(sentence, it, ledger);
        }
        if sentence.is_last {
            listed::examine(prose, index, &counts, ledger);
        }
    }
}

/// `antara lain`, `di antaranya`, `misalnya`: more exist than are named.
fn is_open(sentence: &Sentence<'_>) -> bool {
    sentence.has_any(&OPEN)
        || sentence.has_phrase(&["antara", "lain"])
        || sentence.has_phrase(&["di", "antaranya"])
        || sentence.has_phrase(&["dan", "lain", "sebagainya"])
}

fn is_measure(noun: &str) -> bool {
    noun.split(' ').next().is_some_and(|it| MEASURES.contains(&it))
}

/// A marker behind which what was counted is named: its first token, and the one behind it.
fn marker(sentence: &Sentence<'_>, from: usize) -> Option<(usize, usize)> {
    let tokens = &sentence.tokens;
    for at in from..tokens.len() {
        let token = &tokens[at];
        let next = |word: &str| tokens.get(at + 1).is_some_and(|it| it.is(word));
        let behind = if token.is_any(&["yaitu", "yakni", "ialah", "meliputi", "mencakup"]) {
            at + 1
        } else if token.is("terdiri") && (next("dari") || next("atas")) {
            at + 2
        } else if token.is(":") {
            at + 1
        } else {
            continue;
        };
        let colon = tokens.get(behind).is_some_and(|it| it.is(":"));
        return Some((at, behind + usize::from(colon)));
    }
    None
}

fn remark(
    code: u16,
    level: Level,
    printed: &str,
    expected: Option<String>,
    message: String,
) -> Remark {
    Remark { code, level, printed: Some(printed.to_owned()), expected, message }
}

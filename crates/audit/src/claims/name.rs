//! Names of indicators: one indicator, one name.

use std::collections::BTreeMap;

use super::figures::{Figures, Name};
use super::text::{Sentence, similar};
use super::{Ledger, Prose, Remark};
use crate::document::Content;
use crate::finding::Level;

/// A name that differs from another by a word or a letter.
const VARIES: u16 = 340;
/// The name of another indicator than the one with this number.
const OTHER_INDICATOR: u16 = 342;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    varying(prose, ledger);
    numbered(prose, ledger);
}

/// Names of two tables that never stand in one: nearly the same words are the same indicator.
fn varying(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let names = prose.figures.names();
    for (index, one) in names.iter().enumerate() {
        for (second, other) in near(names, index) {
            ledger.checked();
            if same_but_unit(&one.text, &other.text) {
                continue;
            }
            let difference = similar::whole(&one.words, &other.words);
            let is_slip = difference.n_words == difference.n_slips;
            // A name of few words differs by one from names of other things.
            let is_long = one.words.len().min(other.words.len()) >= 6;
            let is_near = difference.n_words > 0
                && difference.n_words <= 2
                && (is_slip || (is_long && difference.n_words == 1 && is_inserted(one, other)));
            let share_table = one.blocks.iter().any(|it| other.blocks.contains(it));
            if !is_near || share_table {
                continue;
            }
            // Other values are those of another indicator.
            let is_same = prose.figures.same_values(index, second);
            if is_same == Some(false) {
                continue;
            }
            // The rarer spelling is doubted; of two alike the later.
            let (doubted, usual) =
                if one.blocks.len() < other.blocks.len() { (one, other) } else { (other, one) };
            let Some(block) = doubted.blocks.first() else { continue };
            let message = format!(
                "Nama indikator “{}” di tabel lain tertulis “{}”. Bila indikatornya sama, samakan \
                 namanya.",
                doubted.text, usual.text
            );
            let is_certain = is_same == Some(true) && !is_slip;
            let level = if is_certain { Level::Warning } else { Level::Info };
            let printed = Some(doubted.text.clone());
            let expected = Some(usual.text.clone());
            let remark = Remark { code: VARIES, level, printed, expected, message };
            ledger.block(*block, doubted.text.clone(), remark);
        }
    }
}

/// The later names that begin or end alike: others are no near match.
fn near(names: &[Name], index: usize) -> impl Iterator<Item = (usize, &Name)> {
    let one = &names[index];
    // A report has some dozens of indicators; an annex of thousands is left out of this.
    let limit = if names.len() > 400 { 0 } else { names.len() };
    names.iter().enumerate().take(limit).skip(index + 1).filter(|(_, other)| {
        one.words.len().abs_diff(other.words.len()) <= 1
            && (one.words[..2] == other.words[..2]
                || one.words[one.words.len() - 2..] == other.words[other.words.len() - 2..])
    })
}

/// «Waktu Tunggu» and «Waktu Tunggu (menit)»: a unit in parentheses is no part of the name.
fn same_but_unit(one: &str, other: &str) -> bool {
    let bare = |it: &str| -> Vec<String> {
        let it = crate::words::tidy(it);
        let name = it.strip_suffix(')').and_then(|it| it.rsplit_once('('));
        similar::words(name.map_or(it.as_str(), |it| it.0))
    };
    bare(one) == bare(other)
}

/// A word more or less, not another word: `sekolah dasar` and `sekolah menengah` are two things.
fn is_inserted(one: &Name, other: &Name) -> bool {
    one.words.len() != other.words.len()
}

/// `Indikator Kinerja Utama 4 yaitu …`, where number 4 is another one.
fn numbered(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let by_number = numbers(prose);
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        let Some((number, at)) = number_and_name(sentence) else { continue };
        let words = similar::words_of(&sentence.tokens[at..]);
        let Some(named) = prose.figures.name_at(&words) else { continue };
        let Some(known) = by_number.get(&number) else { continue };
        ledger.checked();
        if known.is_empty() || known.contains(&named) {
            continue;
        }
        let name = |it: usize| prose.figures.names()[it].text.clone();
        let right = name(known[0]);
        let message = format!(
            "Indikator Kinerja Utama {number} di sini bernama “{}”, di tempat lain “{right}”. \
             Samakan namanya.",
            name(named)
        );
        let printed = Some(name(named));
        let (code, level, expected) = (OTHER_INDICATOR, Level::Warning, Some(right));
        ledger.sentence(sentence, Remark { code, level, printed, expected, message });
    }
}

/// `Indikator Kinerja Utama 4 yaitu`, `IKU 4:`, `Indikator 4.`: the number, and where a name begins.
fn number_and_name(sentence: &Sentence<'_>) -> Option<(u32, usize)> {
    let tokens = &sentence.tokens;
    let limit = tokens.len().min(8);
    let at = (0..limit).find(|at| {
        tokens[*at].is_number()
            && *at > 0
            && tokens[at - 1].is_any(&["utama", "iku", "indikator"])
            && tokens[*at].text.len() <= 2
    })?;
    let number = tokens[at].text.parse().ok()?;
    let lead = tokens.get(at + 1)?;
    lead.is_any(&["yaitu", "yakni", ":", "."]).then_some((number, at + 2))
}

/// The names that carry a number, in the cells of tables and in sentences.
fn numbers(prose: &Prose<'_>) -> BTreeMap<u32, Vec<usize>> {
    let mut found: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let figures: &Figures = &prose.figures;
    for block in &prose.document.blocks {
        let Content::Table(table) = &block.content else { continue };
        let label = table.caption.as_ref().map_or("", |it| it.text.as_str()).to_lowercase();
        // Only the agreement numbers its indicators for good.
        if !["perjanjian kinerja", "indikator kinerja utama", "iku"]
            .iter()
            .any(|it| label.contains(it))
        {
            continue;
        }
        for cell in table.rows.iter().flatten().filter(|it| it.merged_into.is_none()) {
            for line in cell.text.lines() {
                let Some((number, rest)) = line.split_once(['.', ')']) else { continue };
                let Ok(number) = number.trim().parse() else { continue };
                if let Some(name) = figures.name_at(&similar::words(rest)) {
                    found.entry(number).or_default().push(name);
                }
            }
        }
    }
    found
}

//! `4 (empat) indikator sebagai berikut:` above a list or a table.

use super::{OTHER_COUNT, OTHER_ROWS, is_measure, remark};
use crate::claims::grid::{Grid, is_total};
use crate::claims::text::{Counted, Sentence};
use crate::claims::{Ledger, Prose};
use crate::document::{Block, Content, Table};
use crate::finding::Level;

/// How far below the sentence the table that it announces may stand, in blocks.
const REACH: usize = 3;

pub(super) fn examine(
    prose: &Prose<'_>,
    index: usize,
    counts: &[Counted],
    ledger: &mut Ledger<'_>,
) {
    let sentence = &prose.sentences[index];
    if !announces(sentence) {
        return;
    }
    let Some(last) = counts.last() else { return };
    let blocks = &prose.document.blocks;
    if let Some(list) = list(blocks, sentence.block + 1) {
        against_list(sentence, counts, last, &list, ledger);
        return;
    }
    let end = blocks.len().min(sentence.block + 1 + REACH);
    let below = &blocks[sentence.block + 1..end];
    let is_between =
        |it: &Block| !matches!(&it.content, Content::Caption(_) | Content::Paragraph { .. });
    if let Some(Block { content: Content::Table(table), .. }) =
        below.iter().find(|it| is_between(it))
    {
        for it in counts {
            against_table(sentence, it, table, ledger);
        }
    }
}

/// Ends in `:`, or says that what is counted follows.
fn announces(sentence: &Sentence<'_>) -> bool {
    let tokens = &sentence.tokens;
    let end = &tokens[tokens.len().saturating_sub(4)..];
    end.last().is_some_and(|it| it.is(":"))
        || end.iter().any(|it| it.is_any(&["berikut", "yaitu", "yakni", "meliputi"]))
}

/// What a list has at its first depth.
struct List {
    n_items: usize,
    /// Numbered 1, 2, 3 or a, b, c without a hole.
    is_numbered: bool,
    /// What follows may be an item that lost its marker.
    may_go_on: bool,
}

fn list(blocks: &[Block], first: usize) -> Option<List> {
    let depth = match &blocks.get(first)?.content {
        Content::ListItem { depth, .. } => *depth,
        _ => return None,
    };
    let mut markers: Vec<Option<&str>> = Vec::new();
    let mut lengths: Vec<usize> = Vec::new();
    let mut may_go_on = false;
    for it in &blocks[first..] {
        match &it.content {
            Content::ListItem { depth: mine, marker, text } if *mine == depth => {
                // A list that begins again is another list.
                let number = marker.as_deref().map(|it| it.trim_matches(['(', ')', '.']));
                if markers.len() > 1 && number.is_some() && number == markers[0] {
                    break;
                }
                markers.push(number);
                lengths.push(text.len());
            }
            Content::ListItem { depth: mine, .. } if *mine > depth => {}
            Content::Paragraph { text } => {
                may_go_on = is_item_like(text);
                break;
            }
            _ => break,
        }
    }
    let is_numbered = markers.iter().enumerate().all(|(index, marker)| {
        let letter = u8::try_from(index).ok().filter(|it| *it < 26).map(|it| char::from(b'a' + it));
        marker.is_some_and(|it| {
            it == (index + 1).to_string() || letter.is_some_and(|letter| it == letter.to_string())
        })
    });
    let is_plain = markers.iter().all(Option::is_none);
    // An item much longer than the others has perhaps swallowed the next ones.
    let last = lengths.pop().unwrap_or(0);
    may_go_on |= lengths.iter().max().is_some_and(|it| last * 2 > it * 3);
    (is_numbered || is_plain).then_some(List { n_items: markers.len(), is_numbered, may_go_on })
}

/// Short, and no sentence: perhaps the next item, or the second line of one.
fn is_item_like(text: &str) -> bool {
    let is_short = text.split_whitespace().count() <= 25;
    let begins_small = text.chars().next().is_some_and(char::is_lowercase);
    begins_small || (is_short && !text.trim_end().ends_with(['.', ':']))
}

fn against_list(
    sentence: &Sentence<'_>,
    counts: &[Counted],
    last: &Counted,
    list: &List,
    ledger: &mut Ledger<'_>,
) {
    let n_items = i64::try_from(list.n_items).unwrap_or(0);
    let noun = last.noun(sentence);
    if is_measure(&noun) || list.n_items < 2 || last.count < 2 {
        return;
    }
    ledger.checked();
    let is_cut = list.may_go_on && last.count > n_items;
    if is_cut || counts.iter().any(|it| it.count == n_items) {
        return;
    }
    // The count must stand close to the end of the sentence to be the one of the list.
    let is_close = sentence.tokens.len() - last.last <= 14;
    // `3 Program, 14 Kegiatan …` above a tree: which of them is listed cannot be told.
    if !is_close || counts.len() > 2 {
        return;
    }
    let is_certain = counts.len() == 1 && list.is_numbered;
    let level = if is_certain { Level::Error } else { Level::Warning };
    let message =
        format!("Disebutkan {} {noun}, tetapi daftar di bawahnya memuat {n_items}.", last.count);
    let expected = Some(format!("{n_items} {noun}"));
    ledger.sentence(sentence, remark(OTHER_COUNT, level, last.text(sentence), expected, message));
}

fn against_table(sentence: &Sentence<'_>, it: &Counted, table: &Table, ledger: &mut Ledger<'_>) {
    let noun = it.noun(sentence);
    let grid = Grid::of(table);
    let Some(column) = column_of(&grid, &noun) else { return };
    let n_rows = entries(&grid, column);
    let found = i64::try_from(n_rows).unwrap_or(0);
    if n_rows < 2 || it.count < 2 {
        return;
    }
    ledger.checked();
    if found == it.count {
        return;
    }
    let message =
        format!("Disebutkan {} {noun}, tetapi tabel di bawahnya memuat {found}.", it.count);
    let expected = Some(format!("{found} {noun}"));
    let level = Level::Warning;
    ledger.sentence(sentence, remark(OTHER_ROWS, level, it.text(sentence), expected, message));
}

/// The column whose head names nothing but what is counted.
fn column_of(grid: &Grid<'_>, noun: &str) -> Option<usize> {
    let first = noun.split(' ').next()?;
    if !["indikator", "program", "sasaran", "kegiatan", "tujuan", "misi"].contains(&first) {
        return None;
    }
    let names: Vec<String> = vec![
        first.to_owned(),
        format!("nama {first}"),
        format!("uraian {first}"),
        noun.to_owned(),
        format!("{first} kinerja"),
        format!("{first} kinerja utama"),
        format!("{first} strategis"),
        format!("{first} kerja"),
    ];
    let mut found =
        grid.labels.iter().enumerate().filter(|(_, it)| names.contains(it)).map(|(at, _)| at);
    // Two such columns are a hierarchy.
    found.next().filter(|_| found.next().is_none())
}

/// How many things a column names.
fn entries(grid: &Grid<'_>, column: usize) -> usize {
    let mut count = 0;
    for (_, row) in grid.body() {
        let Some(cell) = row.get(column) else { continue };
        let is_total = row.iter().any(|it| is_total(&it.text));
        if cell.merged_into.is_some() || cell.text.trim().is_empty() || is_total {
            continue;
        }
        // Several in one cell are numbered, one a line.
        let numbered = cell
            .text
            .lines()
            .filter(|it| {
                let (number, _) = it.split_once(['.', ')']).unwrap_or_default();
                !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())
            })
            .count();
        count += numbered.max(1);
    }
    count
}

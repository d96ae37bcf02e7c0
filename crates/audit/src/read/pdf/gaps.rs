//! Tables without vertical lines: columns by the white space that runs through all rows.

use super::grid::Found;
use super::word::{Page, Word, lines, text};
use crate::document::Cell;

/// White space between columns is at least so wide, in letters.
const GAP: f64 = 1.1;

/// Takes tables that stand between two or more horizontal lines of one width off the page.
pub(super) fn tables(page: &mut Page, ruled: &[Found]) -> Vec<Found> {
    let is_free = |at: f64| !ruled.iter().any(|it| at >= it.top - 4.0 && at <= it.bottom + 4.0);
    let mut rules: Vec<(f64, f64, f64)> = page
        .lines
        .iter()
        .filter(|it| it.is_horizontal && it.to - it.from > page.width * 0.3 && is_free(it.at))
        .map(|it| (it.at, it.from, it.to))
        .collect();
    rules.sort_by(|a, b| a.0.total_cmp(&b.0));
    // A caption between two rules begins another table, and so does a ruled table.
    let captions: Vec<f64> = lines(page.words.clone())
        .iter()
        .filter(|it| it[0].text.to_lowercase().starts_with("tabel"))
        .map(|it| it[0].top)
        .chain(ruled.iter().map(|it| it.top))
        .collect();
    let mut blocks: Vec<Vec<(f64, f64, f64)>> = Vec::new();
    for rule in rules {
        let fits = |block: &&mut Vec<(f64, f64, f64)>| {
            block.last().is_some_and(|it| {
                let is_apart = captions.iter().any(|at| *at > it.0 && *at < rule.0);
                (it.1 - rule.1).abs() < 6.0 && (it.2 - rule.2).abs() < 6.0 && !is_apart
            })
        };
        match blocks.last_mut().filter(|it| fits(it)) {
            Some(block) => block.push(rule),
            None => blocks.push(vec![rule]),
        }
    }
    let mut found = Vec::new();
    for block in blocks.into_iter().filter(|it| it.len() >= 2) {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { continue };
        let (left, right, top, bottom) = (first.1, first.2, first.0, last.0);
        let is_inside = |word: &Word| {
            let (x, y) = word.middle();
            x > left - 4.0 && x < right + 4.0 && y > top && y < bottom && !word.is_turned
        };
        let inside: Vec<Word> = page.words.iter().filter(|it| is_inside(it)).cloned().collect();
        let rules: Vec<f64> = block.iter().map(|it| it.0).collect();
        if let Some((edges, rows)) = table(inside, &rules, left, right) {
            page.words.retain(|it| !is_inside(it));
            found.push(Found { left, right, top, bottom, edges, rows });
        }
    }
    found
}

fn table(words: Vec<Word>, rules: &[f64], left: f64, right: f64) -> Option<(Vec<f64>, Vec<Vec<Cell>>)> {
    let lines = lines(words);
    if lines.len() < 3 {
        return None;
    }
    // Rows are what stands between rules where every row has one, else one line each; a line without a first column goes on
    // with the row above.
    let edges = columns(&lines, left, right)?;
    let count = edges.len() - 1;
    let column = |word: &Word| edges.partition_point(|it| *it <= word.middle().0).saturating_sub(1).min(count - 1);
    let is_ruled = rules.len() > 4 && rules.len() * 3 > lines.len();
    let mut rows: Vec<(usize, Vec<Vec<Word>>)> = Vec::new();
    for line in lines {
        let band = rules.partition_point(|it| *it < line[0].middle().1);
        let has_first = line.iter().any(|it| column(it) == 0);
        let filled: std::collections::BTreeSet<usize> = line.iter().map(column).collect();
        let goes_on = rows.last().is_some_and(|it| {
            it.0 == band && (is_ruled || (!has_first && filled.len() * 2 <= count))
        });
        if !goes_on {
            rows.push((band, vec![Vec::new(); count]));
        }
        let (_, last) = rows.last_mut()?;
        for word in line {
            let at = column(&word);
            last[at].push(word);
        }
    }
    let rows: Vec<Vec<Cell>> = rows
        .into_iter()
        .map(|(_, row)| {
            row.into_iter()
                .map(|words| {
                    let bold = !words.is_empty() && words.iter().all(|it| it.is_bold);
                    Cell { text: text(words, "\n"), bold, ..Cell::default() }
                })
                .collect()
        })
        .collect();
    (rows.len() >= 2).then_some((edges, rows))
}

/// Edges of columns: the middles of stretches that no line of words crosses, save a few titles.
fn columns(lines: &[Vec<Word>], left: f64, right: f64) -> Option<Vec<f64>> {
    let size = lines.iter().flatten().map(|it| it.size).sum::<f64>() / lines.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    let step = 1.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width in points")]
    let width = (((right - left) / step).clamp(1.0, 5000.0)) as usize;
    let mut crossed = vec![0_usize; width + 1];
    for word in lines.iter().flatten() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the width in points")]
        let at = |x: f64| ((x - left) / step).clamp(0.0, width as f64) as usize;
        for it in &mut crossed[at(word.left)..=at(word.right)] {
            *it += 1;
        }
    }
    let allowed = lines.len() / 12;
    let mut edges = vec![left];
    let mut start: Option<usize> = None;
    for (index, count) in crossed.iter().enumerate() {
        match (*count <= allowed, start) {
            (true, None) => start = Some(index),
            (false, Some(from)) => {
                let is_margin = from == 0;
                if !is_margin && (index - from) as f64 * step >= size * GAP {
                    edges.push(left + (from + index) as f64 / 2.0 * step);
                }
                start = None;
            }
            _ => {}
        }
    }
    edges.push(right);
    (edges.len() >= 4).then_some(edges)
}

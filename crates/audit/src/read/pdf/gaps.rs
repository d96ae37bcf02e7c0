//! Tables without vertical lines: columns by the white space that runs through all rows.
//!
//! A table that goes on overleaf is read as one: the white space of all its pages together says where its columns are.

use super::grid::Found;
use super::word::{Page, Word, lines, text};
use crate::document::Cell;

/// White space between columns is at least so wide, in letters.
const GAP: f64 = 0.75;
/// Pages laid below each other are so far apart that nothing of two pages is near.
const PAGE: f64 = 100_000.0;
/// Left and right ends of rules of one table differ by no more than this.
const SAME: f64 = 8.0;

/// What stands between rules of one width on a page.
struct Region {
    page: usize,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    rules: Vec<f64>,
    words: Vec<Word>,
}

/// Takes tables that stand between horizontal lines of one width off their pages. `ruled` are the tables already found on
/// each page; what is found joins them on the page where it begins.
pub(super) fn tables(pages: &mut [Page], ruled: &mut [Vec<Found>]) {
    let mut regions: Vec<Region> = Vec::new();
    for (index, page) in pages.iter_mut().enumerate() {
        regions.extend(regions_of(page, index, &ruled[index]));
    }
    let mut groups: Vec<Vec<Region>> = Vec::new();
    for region in regions {
        let goes_on = groups.last().and_then(|it| it.last()).is_some_and(|above| {
            above.page + 1 == region.page
                && (above.left - region.left).abs() < SAME
                && (above.right - region.right).abs() < SAME
                && is_last(&pages[above.page], above)
                && is_first(&pages[region.page], &region)
        });
        match groups.last_mut().filter(|_| goes_on) {
            Some(group) => group.push(region),
            None => groups.push(vec![region]),
        }
    }
    for group in groups {
        let Some((first, last)) = group.first().zip(group.last()) else { continue };
        let (page, left, right, top) = (first.page, first.left, first.right, first.top);
        let bottom = if first.page == last.page { last.bottom } else { first.bottom };
        let (mut words, mut rules) = (Vec::new(), Vec::new());
        for (index, region) in group.iter().enumerate() {
            let down = PAGE * index_as_height(index);
            rules.extend(region.rules.iter().map(|it| it + down));
            words.extend(region.words.iter().cloned().map(|it| Word {
                top: it.top + down,
                bottom: it.bottom + down,
                ..it
            }));
        }
        match table(words, &rules, left, right) {
            Some((edges, rows)) => {
                ruled[page].push(Found { left, right, top, bottom, edges, rows });
                ruled[page].sort_by(|a, b| a.top.total_cmp(&b.top));
            }
            // Not a table after all: back to the text.
            None => {
                for region in group {
                    pages[region.page].words.extend(region.words);
                }
            }
        }
    }
}

fn index_as_height(index: usize) -> f64 {
    u32::try_from(index).map_or(0.0, f64::from)
}

/// Whether nothing but the foot of the page stands below a region.
fn is_last(page: &Page, region: &Region) -> bool {
    !page.words.iter().any(|it| it.top > region.bottom && it.bottom < page.height * 0.9)
}

/// Whether nothing but the head of the page, and at most a line that says so, stands above a region.
fn is_first(page: &Page, region: &Region) -> bool {
    let above: Vec<Word> = page
        .words
        .iter()
        .filter(|it| it.bottom < region.top && it.top > page.height * 0.07)
        .cloned()
        .collect();
    let lines = lines(above);
    lines.len() <= 2
        && (lines.is_empty()
            || lines.iter().flatten().any(|it| it.text.to_lowercase().contains("lanjut")))
}

/// The regions of a page; their words are taken off it.
fn regions_of(page: &mut Page, index: usize, ruled: &[Found]) -> Vec<Region> {
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
    let rows = lines(page.words.clone());
    let mut blocks: Vec<Vec<(f64, f64, f64)>> = Vec::new();
    for rule in rules {
        let fits = |block: &&mut Vec<(f64, f64, f64)>| {
            block.last().is_some_and(|it| {
                let is_apart = captions.iter().any(|at| *at > it.0 && *at < rule.0)
                    || is_prose(&rows, *it, rule);
                (it.1 - rule.1).abs() < SAME && (it.2 - rule.2).abs() < SAME && !is_apart
            })
        };
        // A shorter rule inside a table stands between rows that share a merged cell.
        let is_inner = blocks.last().and_then(|it| it.last()).is_some_and(|it| {
            let is_shorter = rule.2 - rule.1 < it.2 - it.1 - SAME;
            is_shorter && rule.1 > it.1 - SAME && rule.2 < it.2 + SAME
        });
        if is_inner {
            continue;
        }
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
        let (words, outside): (Vec<Word>, Vec<Word>) =
            std::mem::take(&mut page.words).into_iter().partition(is_inside);
        page.words = outside;
        let rules = block.iter().map(|it| it.0).collect();
        found.push(Region { page: index, left, right, top, bottom, rules, words });
    }
    found
}

/// Whether what stands between two rules is text from margin to margin, or lines without any column: then the upper rule is
/// that of a page head, or of a table that ended.
fn is_prose(rows: &[Vec<Word>], above: (f64, f64, f64), below: (f64, f64, f64)) -> bool {
    let between: Vec<&Vec<Word>> = rows
        .iter()
        .filter(|it| it[0].top > above.0 - 1.0 && it[0].bottom < below.0 + 1.0)
        .collect();
    let is_plain =
        |line: &[Word]| line.windows(2).all(|it| it[1].left - it[0].right < it[0].size * 1.6);
    let is_full = |line: &[Word]| {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { return false };
        last.right - first.left > (below.2 - below.1) * 0.7 && line.len() > 6
    };
    let full = between.iter().filter(|it| is_plain(it) && is_full(it)).count();
    // A head of a page stands high above what follows.
    let is_apart =
        below.0 - above.0 > 14.0 && !between.is_empty() && between.iter().all(|it| is_plain(it));
    let starts_at_margin = between.iter().all(|it| (it[0].left - below.1).abs() < 3.0);
    full >= 2 || (is_apart && starts_at_margin && between.len() <= 3)
}

fn table(
    words: Vec<Word>,
    rules: &[f64],
    left: f64,
    right: f64,
) -> Option<(Vec<f64>, Vec<Vec<Cell>>)> {
    let lines = lines(words);
    if lines.len() < 3 {
        return None;
    }
    // Rows are what stands between rules where every row has one, else one line each; a line without a first column goes on
    // with the row above.
    let edges = columns(&lines, left, right)?;
    let count = edges.len() - 1;
    let column = |word: &Word| {
        edges.partition_point(|it| *it <= word.middle().0).saturating_sub(1).min(count - 1)
    };
    let is_ruled = rules.len() > 4 && rules.len() * 6 > lines.len();
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
    let count =
        u32::try_from(lines.iter().map(Vec::len).sum::<usize>().max(1)).map_or(1.0, f64::from);
    let size = lines.iter().flatten().map(|it| it.size).sum::<f64>() / count;
    let width = steps(right - left);
    let mut crossed = vec![0_usize; width + 1];
    for word in lines.iter().flatten() {
        let (from, to) = (steps(word.left - left).min(width), steps(word.right - left).min(width));
        for it in &mut crossed[from..=to.max(from)] {
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
                if from > 0 && index_as_height(index - from) >= size * GAP {
                    edges.push(left + index_as_height(from + index) / 2.0);
                }
                start = None;
            }
            _ => {}
        }
    }
    edges.push(right);
    (edges.len() >= 4).then_some(edges)
}

/// Whole points of a width.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the width of a sheet"
)]
fn steps(width: f64) -> usize {
    width.clamp(0.0, 5000.0) as usize
}

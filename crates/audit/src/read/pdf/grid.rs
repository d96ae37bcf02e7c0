//! Tables between lines.

use super::word::{Line, Page, Word, text};
use crate::document::Cell;

/// Lines closer than this are one.
const NEAR: f64 = 2.5;
/// What is not wider holds no text.
const SLIVER: f64 = 6.0;
/// Lines that end this close to another touch it.
const TOUCH: f64 = 4.0;

/// A table and where it stands on its page.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// Edges of the columns.
    pub(super) edges: Vec<f64>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// Takes the words of every ruled table off the page.
pub(super) fn tables(page: &mut Page) -> Vec<Found> {
    let mut found = Vec::new();
    for group in groups(&page.lines) {
        let (horizontal, vertical): (Vec<&Line>, Vec<&Line>) =
            group.iter().partition(|it| it.is_horizontal);
        let ys = edges(&horizontal);
        let xs = edges(&vertical);
        // A frame around text is no table. One row may be the rest of a table overleaf.
        if ys.len() < 2 || xs.len() < 3 || xs.len() > 200 || ys.len() > 2000 {
            continue;
        }
        if let Some(table) = table(page, &horizontal, &vertical, xs, ys) {
            found.push(table);
        }
    }
    found.sort_by(|a, b| a.top.total_cmp(&b.top));
    found
}

/// Lines that touch each other.
fn groups(lines: &[Line]) -> Vec<Vec<Line>> {
    let mut parent: Vec<usize> = (0..lines.len()).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    let (horizontal, vertical): (Vec<usize>, Vec<usize>) =
        (0..lines.len()).partition(|it| lines[*it].is_horizontal);
    let mut sorted = vertical;
    sorted.sort_by(|a, b| lines[*a].at.total_cmp(&lines[*b].at));
    for &h in &horizontal {
        let line = &lines[h];
        let start = sorted.partition_point(|it| lines[*it].at < line.from - TOUCH);
        for &v in sorted[start..].iter().take_while(|it| lines[**it].at <= line.to + TOUCH) {
            let other = &lines[v];
            if line.at >= other.from - TOUCH && line.at <= other.to + TOUCH {
                let (a, b) = (root(&mut parent, h), root(&mut parent, v));
                parent[a] = b;
            }
        }
    }
    let mut by_root: std::collections::BTreeMap<usize, Vec<Line>> =
        std::collections::BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        by_root.entry(root(&mut parent, index)).or_default().push(line.clone());
    }
    by_root.into_values().filter(|it| it.len() >= 5).collect()
}

/// Positions of lines, near ones as one.
fn edges(lines: &[&Line]) -> Vec<f64> {
    let mut at: Vec<f64> = lines.iter().map(|it| it.at).collect();
    at.sort_by(f64::total_cmp);
    let mut found: Vec<f64> = Vec::new();
    for it in at {
        match found.last() {
            Some(last) if it - last < NEAR => {}
            _ => found.push(it),
        }
    }
    found
}

fn table(
    page: &mut Page,
    horizontal: &[&Line],
    vertical: &[&Line],
    xs: Vec<f64>,
    ys: Vec<f64>,
) -> Option<Found> {
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    // Whether a line covers most of the stretch between two edges.
    let covers = |lines: &[&Line], at: f64, from: f64, to: f64| {
        let covered: f64 = lines
            .iter()
            .filter(|it| (it.at - at).abs() < NEAR)
            .map(|it| (it.to.min(to) - it.from.max(from)).max(0.0))
            .sum();
        covered >= (to - from) * 0.6
    };
    let mut region: Vec<usize> = (0..rows * columns).collect();
    for row in 0..rows {
        for column in 0..columns {
            let own = row * columns + column;
            if column + 1 < columns && !covers(vertical, xs[column + 1], ys[row], ys[row + 1]) {
                join(&mut region, own, own + 1);
            }
            if row + 1 < rows && !covers(horizontal, ys[row + 1], xs[column], xs[column + 1]) {
                join(&mut region, own, own + columns);
            }
        }
    }
    let (left, right, top, bottom) = (*xs.first()?, *xs.last()?, *ys.first()?, *ys.last()?);
    let is_inside = |word: &Word| {
        let (x, y) = word.middle();
        x >= left - 1.0 && x <= right + 1.0 && y >= top - 1.0 && y <= bottom + 1.0
    };
    let (inside, outside): (Vec<Word>, Vec<Word>) =
        std::mem::take(&mut page.words).into_iter().partition(is_inside);
    page.words = outside;
    let mut content: Vec<Vec<Word>> = vec![Vec::new(); rows * columns];
    let index = |edges: &[f64], at: f64| {
        edges.partition_point(|it| *it <= at).saturating_sub(1).min(edges.len() - 2)
    };
    for word in inside {
        let (x, y) = word.middle();
        let at = find(&region, index(&ys, y) * columns + index(&xs, x));
        content[at].push(word);
    }
    let mut grid: Vec<Vec<Cell>> = vec![vec![Cell::default(); columns]; rows];
    for row in 0..rows {
        for column in 0..columns {
            let own = row * columns + column;
            let origin = find(&region, own);
            if origin == own {
                let words = std::mem::take(&mut content[own]);
                let bold = !words.is_empty() && words.iter().all(|it| it.is_bold);
                let indent = words
                    .iter()
                    .map(|it| it.left)
                    .reduce(f64::min)
                    .map_or(0.0, |it| (it - xs[column] - 6.0) / 12.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "clamped; a step of the layout, no legal number"
                )]
                let indent = indent.clamp(0.0, 9.0) as u8;
                grid[row][column] =
                    Cell { text: text(words, "\n"), bold, indent, ..Cell::default() };
            } else {
                let at = (origin / columns, origin % columns);
                grid[row][column] = Cell { merged_into: Some(at), ..grid[at.0][at.1].clone() };
            }
        }
    }
    let xs = drop_slivers(&mut grid, xs, &ys);
    let filled =
        grid.iter().flatten().filter(|it| it.merged_into.is_none() && !it.text.is_empty()).count();
    (!grid.is_empty() && grid[0].len() > 1 && filled > if grid.len() > 1 { 3 } else { 1 })
        .then_some(Found { left, right, top, bottom, edges: xs, rows: grid })
}

/// The smallest cell of a region is its name, so the upper left one.
fn find(region: &[usize], mut at: usize) -> usize {
    while region[at] != at {
        at = region[at];
    }
    at
}

fn join(region: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(region, a), find(region, b));
    region[a.max(b)] = a.min(b);
}

/// Rows and columns thinner than a letter are what double lines leave between them. Gives the edges that stay.
fn drop_slivers(grid: &mut Vec<Vec<Cell>>, xs: Vec<f64>, ys: &[f64]) -> Vec<f64> {
    let is_own = |cell: &Cell| cell.merged_into.is_none() && !cell.text.is_empty();
    let width = xs.len() - 1;
    let is_wide = |edges: &[f64], at: usize| edges[at + 1] - edges[at] > SLIVER;
    let keep_rows: Vec<bool> =
        grid.iter().enumerate().map(|(r, row)| is_wide(ys, r) || row.iter().any(is_own)).collect();
    let keep_columns: Vec<bool> =
        (0..width).map(|it| is_wide(&xs, it) || grid.iter().any(|row| is_own(&row[it]))).collect();
    if keep_rows.iter().all(|it| *it) && keep_columns.iter().all(|it| *it) {
        return xs;
    }
    let count = |keep: &[bool], until: usize| keep[..until].iter().filter(|it| **it).count();
    let old = std::mem::take(grid);
    for (_, row) in old.into_iter().enumerate().filter(|it| keep_rows[it.0]) {
        let mut line = Vec::new();
        for (_, mut cell) in row.into_iter().enumerate().filter(|it| keep_columns[it.0]) {
            let origin = cell.merged_into.filter(|it| keep_rows[it.0] && keep_columns[it.1]);
            if cell.merged_into.is_some() && origin.is_none() {
                cell.text.clear();
            }
            cell.merged_into =
                origin.map(|it| (count(&keep_rows, it.0), count(&keep_columns, it.1)));
            line.push(cell);
        }
        grid.push(line);
    }
    let mut edges: Vec<f64> = (0..width).filter(|it| keep_columns[*it]).map(|it| xs[it]).collect();
    edges.extend(xs.last());
    edges
}

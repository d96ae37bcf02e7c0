//! Letters to words, words to lines.

use kurbo::Point;

use crate::number::{Entry, parse};

#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) text: String,
    /// On the base line, in points from the upper left corner of the page.
    pub(super) origin: Point,
    pub(super) end: Point,
    pub(super) size: f64,
    pub(super) is_bold: bool,
}

/// A word and the box around it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
    /// Runs up or down the page; `left`…`bottom` are the box as it stands.
    pub(super) is_turned: bool,
}

/// A straight line: `at` is its position across, `from` and `to` its ends along.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) is_horizontal: bool,
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Pieces of one line, drawn cell by cell, as the line that they make.
pub(super) fn whole(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| {
        (a.is_horizontal, (a.at * 2.0).round())
            .partial_cmp(&(b.is_horizontal, (b.at * 2.0).round()))
            .unwrap_or(std::cmp::Ordering::Equal)
            .then(a.from.total_cmp(&b.from))
    });
    let mut found: Vec<Line> = Vec::new();
    for line in lines {
        match found.last_mut() {
            Some(last)
                if last.is_horizontal == line.is_horizontal
                    && (last.at - line.at).abs() < 0.8
                    && line.from <= last.to + 1.5
                    && line.to >= last.from - 1.5 =>
            {
                last.from = last.from.min(line.from);
                last.to = last.to.max(line.to);
            }
            _ => found.push(line),
        }
    }
    found
}

#[derive(Debug)]
pub(super) struct Page {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) words: Vec<Word>,
    pub(super) lines: Vec<Line>,
}

impl Word {
    pub(super) fn middle(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// The base line, roughly.
    fn base(&self) -> f64 {
        self.bottom - self.size * 0.2
    }
}

/// Letters that follow each other without a gap are a word.
pub(super) fn words(letters: Vec<Letter>) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut current: Option<(Word, Point, Point)> = None;
    for letter in letters {
        let direction = letter.end - letter.origin;
        let is_turned = direction.y.abs() > direction.x.abs();
        let is_space = letter.text.chars().all(char::is_whitespace) || letter.text == "\u{a0}";
        if let Some((word, last, _)) = &mut current {
            let gap = letter.origin - *last;
            let (along, across) =
                if is_turned { (gap.y.abs(), gap.x.abs()) } else { (gap.x, gap.y.abs()) };
            let is_next = word.is_turned == is_turned
                && across < letter.size * 0.25
                && along > -letter.size * 0.5
                && along < letter.size * 0.22
                && !is_space;
            if is_next {
                word.text.push_str(&letter.text);
                extend(word, &letter);
                *last = letter.end;
                continue;
            }
            found.extend(current.take().map(|it| it.0));
        }
        if !is_space {
            let mut word = Word {
                text: letter.text.clone(),
                left: f64::MAX,
                right: f64::MIN,
                top: f64::MAX,
                bottom: f64::MIN,
                size: letter.size,
                is_bold: letter.is_bold,
                is_turned,
            };
            extend(&mut word, &letter);
            current = Some((word, letter.end, letter.origin));
        }
    }
    found.extend(current.map(|it| it.0));
    found
}

fn extend(word: &mut Word, letter: &Letter) {
    let across = letter.size * 0.75;
    let below = letter.size * 0.2;
    for point in [letter.origin, letter.end] {
        if word.is_turned {
            word.left = word.left.min(point.x - across);
            word.right = word.right.max(point.x + below);
            word.top = word.top.min(point.y);
            word.bottom = word.bottom.max(point.y);
        } else {
            word.left = word.left.min(point.x);
            word.right = word.right.max(point.x);
            word.top = word.top.min(point.y - across);
            word.bottom = word.bottom.max(point.y + below);
        }
    }
}

/// Words of one base line, from left to right.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Vec<Word>> {
    words.sort_by(|a, b| a.base().total_cmp(&b.base()));
    let mut lines: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let fits = lines.last().is_some_and(|line: &Vec<Word>| {
            let first = &line[0];
            (word.base() - first.base()).abs() < first.size.min(word.size) * 0.45
        });
        match lines.last_mut() {
            Some(line) if fits => line.push(word),
            _ => lines.push(vec![word]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    lines
}

/// The text of words in reading order, a line break as `separator`.
pub(super) fn text(words: Vec<Word>, separator: &str) -> String {
    if !words.is_empty() && words.iter().all(|it| it.is_turned) {
        // Turned by a quarter: lines are columns, read from the left, each from the bottom.
        let mut words = words;
        words.sort_by(|a, b| a.left.total_cmp(&b.left).then(b.bottom.total_cmp(&a.bottom)));
        return words.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ");
    }
    let lines = lines(words);
    let text = lines
        .iter()
        .map(|line| line.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join(separator);
    unbroken(text)
}

/// A number that a narrow cell broke over lines, as one: "1.868.133.\n685", "93,10\n%".
///
/// Numbers that stand below each other stay apart: only where the first line is no number of its own, or the whole is one
/// in groups of three, do they belong together.
fn unbroken(text: String) -> String {
    let Some((first, _)) = text.split_once('\n') else { return text };
    let is_figure = text.chars().all(|it| it.is_ascii_digit() || ".,%\n ()-".contains(it))
        && text.contains(|it: char| it.is_ascii_digit());
    if !is_figure {
        return text;
    }
    let whole: String = text.chars().filter(|it| *it != '\n').collect();
    let is_number = |text: &str| matches!(parse(text), Entry::Number(_));
    let rest = text[first.len()..].trim();
    let is_cut =
        !is_number(first) || first.ends_with(['.', ',']) || rest.starts_with(['.', ',', '%']);
    // "409.97" over "9.243": neither is grouped alone, both together are.
    let is_grouped = |text: &str| {
        text.split(['.', ',']).skip(1).all(|it| it.len() == 3) && text.contains(['.', ','])
    };
    let is_regrouped =
        is_grouped(&whole) && !is_grouped(first) && whole.matches(['.', ',']).count() > 1;
    if (is_cut || is_regrouped) && is_number(&whole) { whole } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_edges_of_two_tables_stay_two_lines() {
        let line = |at: f64, from: f64, to: f64| Line { is_horizontal: false, at, from, to };
        // The table below ends a hair further left, so that its edge comes first.
        let found = whole(vec![line(696.8, 72.0, 168.0), line(696.6, 211.0, 356.0)]);
        let mut ends: Vec<(f64, f64)> = found.iter().map(|it| (it.from, it.to)).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert_eq!(ends, [(72.0, 168.0), (211.0, 356.0)]);
        // Pieces of one edge are one line, in whichever order they come.
        let found = whole(vec![line(696.8, 72.0, 120.0), line(696.6, 120.5, 168.0)]);
        assert_eq!(found.len(), 1);
        assert!(found[0].from < 73.0 && found[0].to > 167.0);
    }

    #[test]
    fn joins_a_broken_number_and_no_two() {
        let of = |text: &str| unbroken(text.to_owned());
        assert_eq!(of("1.868.133.6\n85"), "1.868.133.685");
        assert_eq!(of("409.97\n9.243"), "409.979.243");
        assert_eq!(of("64.788\n.450"), "64.788.450");
        assert_eq!(of("93,10\n%"), "93,10%");
        assert_eq!(of("80\n90"), "80\n90");
        assert_eq!(of("85,8\n99,1"), "85,8\n99,1");
    }
}

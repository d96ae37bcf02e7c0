//! Letters to words, words to lines.

use kurbo::Point;

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
            let (along, across) = if is_turned { (gap.y.abs(), gap.x.abs()) } else { (gap.x, gap.y.abs()) };
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
    lines.iter().map(|line| line.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(separator)
}

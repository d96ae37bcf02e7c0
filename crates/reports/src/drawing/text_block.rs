//! Paragraphs broken into lines of a given width: what stands in boxes and beside bars.

use super::canvas::{Anchor, Canvas};
use super::metrics::{CAP_HEIGHT, Weight, text_width};
use super::palette::Token;

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Type {
    /// Size of the type in tenths of a millimetre.
    pub(super) size: i32,
    pub(super) leading: i32,
    pub(super) weight: Weight,
    pub(super) colour: Token,
}

impl Type {
    /// 8.2 pt: labels, notes, the text in boxes.
    pub(super) const SMALL: Type =
        Type { size: 29, leading: 36, weight: Weight::Regular, colour: Token::Ink };
    /// 8.8 pt: figures, names.
    pub(super) const BODY: Type =
        Type { size: 31, leading: 39, weight: Weight::Regular, colour: Token::Ink };

    pub(super) const fn bold(self) -> Type {
        Type { weight: Weight::Bold, ..self }
    }

    pub(super) const fn coloured(self, colour: Token) -> Type {
        Type { colour, ..self }
    }

    pub(super) fn width(self, text: &str) -> i32 {
        text_width(text, self.size, self.weight)
    }

    /// From the top of a line to its baseline, so that capitals stand in the middle of the line.
    pub(super) fn baseline(self) -> i32 {
        (self.leading * 1000 + self.size * CAP_HEIGHT) / 2000
    }
}

/// How lines are broken where the words leave a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// As many words on each line as fit.
    Fill,
    /// The same number of lines, as even as can be: for centred text.
    Even,
}

/// Breaks `text` into lines of at most `width`. Nothing is lost: a word that is wider than a line is
/// broken after `/` or `-` where it has one, else with a hyphen between syllables.
pub(super) fn wrap(text: &str, width: i32, style: Type, how: Wrap) -> Vec<String> {
    let lines = fill(text, width, style);
    if how == Wrap::Fill || lines.len() < 2 {
        return lines;
    }
    // The narrowest width that needs no further line gives the most even lines. It is at least that
    // of the widest word: no word is broken for the sake of evenness.
    let widest = text.split_whitespace().map(|it| style.width(it)).max().unwrap_or(0);
    let (mut too_narrow, mut enough) = ((widest - 1).clamp(0, width), width);
    while enough - too_narrow > 1 {
        let middle = i32::midpoint(too_narrow, enough);
        if fill(text, middle, style).len() > lines.len() {
            too_narrow = middle;
        } else {
            enough = middle;
        }
    }
    fill(text, enough, style)
}

fn fill(text: &str, width: i32, style: Type) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if style.width(&joined) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while style.width(rest) > width {
            let (head, tail) = break_word(rest, width, style);
            lines.push(head);
            rest = tail;
        }
        line = rest.to_owned();
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The part of a too wide word that fits into `width`, and the rest; at least one letter fits always.
fn break_word(word: &str, width: i32, style: Type) -> (String, &str) {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let fits = |head: &str| style.width(head) <= width;
    let at_mark = letters
        .windows(2)
        .filter(|pair| matches!(pair[0].1, '/' | '-') && fits(&word[..pair[1].0]))
        .map(|pair| pair[1].0)
        .next_back();
    if let Some(cut) = at_mark {
        return (word[..cut].to_owned(), &word[cut..]);
    }
    let hyphenated = |cut: &usize| fits(&format!("{}-", &word[..*cut]));
    let cuts: Vec<usize> = letters.iter().map(|it| it.0).skip(1).take_while(hyphenated).collect();
    let syllable = cuts.iter().rev().find(|cut| **cut > 1 && begins_syllable(word, **cut));
    if let Some(cut) = syllable.or(cuts.last()) {
        return (format!("{}-", &word[..*cut]), &word[*cut..]);
    }
    let cut = letters.get(1).map_or(word.len(), |it| it.0);
    (word[..cut].to_owned(), &word[cut..])
}

/// Whether an Indonesian syllable can begin at `cut`: with one consonant sound before a vowel.
fn begins_syllable(word: &str, cut: usize) -> bool {
    let is_vowel = |letter: char| "aiueoAIUEO".contains(letter);
    let rest = &word[cut..];
    let before = word[..cut].chars().next_back();
    // ng, ny, sy and kh are one sound and stay together.
    let is_torn = |it: char, next: char| {
        matches!(
            (it.to_ascii_lowercase(), next.to_ascii_lowercase()),
            ('n', 'g' | 'y') | ('s', 'y') | ('k', 'h')
        )
    };
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    match (before, first, second) {
        (Some(before), Some(first), Some(second)) => {
            first.is_alphabetic()
                && !is_vowel(first)
                && !is_torn(before, first)
                && (is_vowel(second)
                    || is_torn(first, second) && letters.next().is_some_and(is_vowel))
        }
        _ => false,
    }
}

struct Line {
    text: String,
    style: Type,
    /// Blank space above.
    space: i32,
}

/// Lines one under another.
pub(super) struct TextBlock {
    width: i32,
    how: Wrap,
    lines: Vec<Line>,
}

impl TextBlock {
    pub(super) fn new(width: i32, how: Wrap) -> TextBlock {
        TextBlock { width, how, lines: Vec::new() }
    }

    /// A paragraph under what is there.
    pub(super) fn paragraph(self, text: &str, style: Type) -> TextBlock {
        self.spaced(text, style, 0)
    }

    /// A paragraph with `space` above it.
    pub(super) fn spaced(mut self, text: &str, style: Type, space: i32) -> TextBlock {
        let lines = wrap(text, self.width, style, self.how);
        for (index, text) in lines.into_iter().enumerate() {
            self.lines.push(Line { text, style, space: if index == 0 { space } else { 0 } });
        }
        self
    }

    pub(super) fn height(&self) -> i32 {
        self.lines.iter().map(|it| it.style.leading + it.space).sum()
    }

    /// Width of the longest line.
    pub(super) fn widest(&self) -> i32 {
        self.lines.iter().map(|it| it.style.width(&it.text)).max().unwrap_or(0)
    }

    /// Draws the lines from `top` down; `x` is the left edge, the middle or the right edge.
    pub(super) fn draw(&self, canvas: &mut Canvas, x: i32, top: i32, anchor: Anchor) {
        let mut y = top;
        for line in &self.lines {
            y += line.space;
            canvas.text(x, y + line.style.baseline(), &line.text, line.style, anchor);
            y += line.style.leading;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Type, Wrap, wrap};

    const STYLE: Type = Type::SMALL;

    #[test]
    fn breaks_between_words_and_keeps_every_line_within_the_width() {
        let text = "Meningkatnya kualitas pelayanan administrasi kepegawaian";
        let lines = wrap(text, 400, STYLE, Wrap::Fill);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1 && lines.iter().all(|it| STYLE.width(it) <= 400), "{lines:?}");
    }

    #[test]
    fn breaks_a_wide_word_after_a_slash_without_a_hyphen() {
        assert_eq!(
            wrap("Pemeliharaan/Rehabilitasi", 260, STYLE, Wrap::Fill),
            ["Pemeliharaan/", "Rehabilitasi"]
        );
    }

    #[test]
    fn breaks_a_wide_word_between_syllables_with_a_hyphen() {
        let lines = wrap("Pertanggungjawaban", 200, STYLE, Wrap::Fill);
        assert_eq!(lines, ["Pertanggung-", "jawaban"]);
    }

    #[test]
    fn keeps_ng_and_ny_together() {
        let lines = wrap("menanyakan", 110, STYLE, Wrap::Fill);
        assert_eq!(lines, ["mena-", "nyakan"]);
    }

    #[test]
    fn evens_lines_out_without_adding_any_or_breaking_words() {
        let text = "Bidang Pengadaan, Pemberhentian dan Informasi Kepegawaian";
        let (full, even) = (wrap(text, 460, STYLE, Wrap::Fill), wrap(text, 460, STYLE, Wrap::Even));
        assert_eq!(full.len(), even.len());
        assert_eq!(even.join(" "), text);
        let widest = |lines: &[String]| lines.iter().map(|it| STYLE.width(it)).max();
        assert!(widest(&even) < widest(&full), "{even:?}");
    }

    #[test]
    fn gives_no_line_for_blanks() {
        assert!(wrap("  \n ", 100, STYLE, Wrap::Even).is_empty());
    }

    #[test]
    fn breaks_even_where_no_letter_fits() {
        assert_eq!(wrap("abc", 1, STYLE, Wrap::Fill), ["a", "b", "c"]);
    }
}

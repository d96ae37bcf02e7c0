//! Finds the `{…}` in a narrative before Markdown is read, so that Markdown never splits one.

use crate::error::ReportError;

/// Private-use characters around the number of a call, in the text that Markdown sees.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// What stood between two braces.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) words: Vec<String>,
    pub(super) line: usize,
}

/// A narrative with a placeholder for each call.
pub(super) struct Scanned {
    pub(super) text: String,
    pub(super) calls: Vec<Call>,
    /// Places in `text` where a call swallowed an end of line.
    swallowed: Vec<usize>,
}

/// A stretch of text, or the number of a call.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stretch<'t> {
    Text(&'t str),
    Call(usize),
}

impl Scanned {
    pub(super) fn new(source: &str, file: &str, errors: &mut Vec<ReportError>) -> Scanned {
        let mut scanned = Scanned { text: String::new(), calls: Vec::new(), swallowed: Vec::new() };
        let mut line = 1;
        let mut rest = source;
        let mut fail = |line, message: &str| {
            let message = message.to_owned();
            errors.push(ReportError { file: file.to_owned(), line, message });
        };
        while let Some(letter) = rest.chars().next() {
            let mut length = letter.len_utf8();
            match letter {
                '\\' if rest[length..].starts_with(['{', '}', '\\']) => {
                    length += 1;
                    scanned.text.push_str(&rest[..length]);
                }
                '{' => match rest[1..].find(['{', '}']) {
                    Some(end) if rest[1 + end..].starts_with('}') => {
                        let inner = &rest[1..=end];
                        let words = inner.split_whitespace().map(str::to_owned).collect();
                        scanned.push(Call { words, line });
                        let ends = inner.matches('\n').count();
                        scanned.swallowed.extend(vec![scanned.text.len(); ends]);
                        line += ends;
                        length = end + 2;
                    }
                    _ => {
                        fail(
                            line,
                            "kurung kurawal «{» tidak ditutup. Tambahkan «}», atau tulis «\\{» \
                             untuk kurung biasa.",
                        );
                    }
                },
                '}' => fail(line, "kurung kurawal «}» tanpa pembuka. Hapus, atau tulis «\\}»."),
                OPEN | CLOSE => {
                    fail(
                        line,
                        "ada karakter yang tidak dapat dicetak. Ketik ulang kata di sekitarnya.",
                    );
                }
                _ => {
                    line += usize::from(letter == '\n');
                    scanned.text.push(letter);
                }
            }
            rest = &rest[length..];
        }
        scanned
    }

    fn push(&mut self, call: Call) {
        self.text.push_str(&format!("{OPEN}{}{CLOSE}", self.calls.len()));
        self.calls.push(call);
    }

    /// The line of the narrative that `offset` of the text was on.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        let ends = self.text[..offset].matches('\n').count();
        1 + ends + self.swallowed.iter().filter(|it| **it <= offset).count()
    }
}

/// Cuts a text at its placeholders.
pub(super) fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((number, after)) = after.split_once(CLOSE) else { break };
        if !before.is_empty() {
            found.push(Stretch::Text(before));
        }
        found.push(Stretch::Call(number.parse().expect("placeholders hold the number of a call")));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Stretch::Text(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_calls_with_their_lines_and_leaves_escaped_braces_alone() {
        let mut errors = Vec::new();
        let scanned = Scanned::new("a {b\nc} \\{d\\}\n{e}", "x", &mut errors);
        let call = |words: &[&str], line| Call {
            words: words.iter().map(|it| (*it).to_owned()).collect(),
            line,
        };
        assert_eq!(scanned.calls, [call(&["b", "c"], 1), call(&["e"], 3)]);
        assert_eq!(scanned.line_at(scanned.text.len()), 3);
        assert_eq!(errors, []);
        assert_eq!(
            stretches(&scanned.text),
            [Stretch::Text("a "), Stretch::Call(0), Stretch::Text(" \\{d\\}\n"), Stretch::Call(1)]
        );
    }

    #[test]
    fn reports_braces_that_do_not_match() {
        let mut errors = Vec::new();
        Scanned::new("{a {b} c}\n", "x", &mut errors);
        let lines: Vec<&str> = errors.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].contains("tidak ditutup") && lines[1].contains("tanpa pembuka"));
    }
}

//! Words, numbers and marks of a text, each with its place.

use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claims) enum Kind {
    /// Letters, with hyphens and apostrophes between them: `Undang-Undang`.
    Word,
    /// Digits, with points and commas between them: `1.234,56`, `3.10`.
    Number,
    /// Any other character that is not space.
    Mark,
}

#[derive(Clone, Debug)]
pub(in crate::claims) struct Token<'a> {
    pub(in crate::claims) kind: Kind,
    /// As printed.
    pub(in crate::claims) text: &'a str,
    /// In small letters.
    pub(in crate::claims) folded: Cow<'a, str>,
    /// Bytes from the start of the text that was cut.
    pub(in crate::claims) start: usize,
}

impl Token<'_> {
    pub(in crate::claims) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(in crate::claims) fn is(&self, folded: &str) -> bool {
        self.folded == folded
    }

    pub(in crate::claims) fn is_any(&self, folded: &[&str]) -> bool {
        folded.contains(&&*self.folded)
    }

    pub(in crate::claims) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(in crate::claims) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    pub(in crate::claims) fn is_mark(&self) -> bool {
        self.kind == Kind::Mark
    }

    pub(in crate::claims) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Cuts `text` into tokens; space between them falls away.
pub(in crate::claims) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            continue;
        } else if first.is_alphabetic() {
            (Kind::Word, length_of(rest, char::is_alphabetic, |it| "-'’‐".contains(it)))
        } else if first.is_ascii_digit() {
            (Kind::Number, length_of(rest, |it| it.is_ascii_digit(), |it| ".,".contains(it)))
        } else {
            (Kind::Mark, first.len_utf8())
        };
        let (taken, after) = rest.split_at(length);
        let start = text.len() - rest.len();
        found.push(Token { kind, text: taken, folded: fold(taken), start });
        rest = after;
    }
    found
}

/// How far `text` goes on with characters of `class`, and single `joint`s between two of them.
fn length_of(text: &str, class: fn(char) -> bool, joint: fn(char) -> bool) -> usize {
    let mut length = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        let goes_on = class(character)
            || (joint(character) && characters.peek().is_some_and(|(_, next)| class(*next)));
        if !goes_on {
            break;
        }
        length = index + character.len_utf8();
    }
    length
}

/// Small letters, without a copy where there is nothing to change.
pub(in crate::claims) fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().any(|it| it.is_uppercase() || it == '’' || it == '‐') {
        Cow::Owned(text.to_lowercase().replace('’', "'").replace('‐', "-"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn keeps_numbers_and_compounds_whole() {
        assert_eq!(
            cut("Rp10.070,50 (sub-kegiatan) 3.10."),
            ["Rp", "10.070,50", "(", "sub-kegiatan", ")", "3.10", "."]
        );
        assert_eq!(cut("s.d. Jum'at 85,8%"), ["s", ".", "d", ".", "Jum'at", "85,8", "%"]);
    }
}

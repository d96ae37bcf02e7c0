//! A report as sentences: what every rule reads.

mod counted;
mod quantity;
mod sentence;
pub(super) mod similar;
mod token;

pub(super) use counted::{Counted, counted};
pub(super) use quantity::{Quantity, Reading, Unit, is_year, month_of};
pub(super) use token::{Token, fold, tokens};

use crate::document::{Content, Document};

/// Where in its block a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Heading,
    Paragraph,
    Item,
    Cell { row: usize, column: usize },
}

/// A sentence with its tokens and quantities.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'a> {
    pub(super) block: usize,
    pub(super) origin: Origin,
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) quantities: Vec<Quantity<'a>>,
    /// Nothing of its block follows it.
    pub(super) is_last: bool,
}

impl<'a> Sentence<'a> {
    /// The text from one token to another, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> &'a str {
        &self.text[self.tokens[first].start..self.tokens[last].end()]
    }

    pub(super) fn is_prose(&self) -> bool {
        matches!(self.origin, Origin::Paragraph | Origin::Item)
    }

    pub(super) fn has_any(&self, folded: &[&str]) -> bool {
        self.tokens.iter().any(|it| it.is_any(folded))
    }

    /// Where the words of `phrase`, in small letters, follow each other from `from` on.
    pub(super) fn find(&self, phrase: &[&str], from: usize) -> Option<usize> {
        let last = self.tokens.len().checked_sub(phrase.len())?;
        (from..=last)
            .find(|at| self.tokens[*at..].iter().zip(phrase).all(|(token, word)| token.is(word)))
    }

    pub(super) fn has_phrase(&self, phrase: &[&str]) -> bool {
        self.find(phrase, 0).is_some()
    }

    /// Whether one of `words` stands at most `reach` tokens before `at`.
    pub(super) fn is_after_any(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        self.tokens[at.saturating_sub(reach)..at].iter().any(|it| it.is_any(words))
    }

    /// The years named in it, each once, in reading order; not those of a period of several years.
    pub(super) fn years(&self) -> Vec<i16> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let joint = |it: Option<&Token<'_>>| it.is_some_and(|it| it.is_any(&["-", "–", "—"]));
            let before = at.checked_sub(1).and_then(|it| self.tokens.get(it));
            let is_period = joint(before) || joint(self.tokens.get(at + 1));
            if token.is_number()
                && is_year(token.text)
                && !is_period
                && let Ok(year) = token.text.parse()
                && !found.contains(&year)
            {
                found.push(year);
            }
        }
        found
    }
}

/// The quantities of a short text, such as a cell.
pub(super) fn quantities_of(text: &str) -> Vec<Quantity<'_>> {
    quantity::quantities(text, &tokens(text))
}

/// All sentences of a report in reading order; those of a block stand together.
pub(super) fn sentences(document: &Document) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    for (block, it) in document.blocks.iter().enumerate() {
        match &it.content {
            Content::Heading { text, .. } => push(&mut found, block, Origin::Heading, text),
            Content::Paragraph { text } => push(&mut found, block, Origin::Paragraph, text),
            Content::ListItem { text, .. } => push(&mut found, block, Origin::Item, text),
            Content::Table(table) => {
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        if cell.merged_into.is_none() && !cell.text.is_empty() {
                            push(&mut found, block, Origin::Cell { row, column }, &cell.text);
                        }
                    }
                }
            }
            Content::Caption(_) | Content::ContentsEntry { .. } => {}
        }
    }
    found
}

fn push<'a>(found: &mut Vec<Sentence<'a>>, block: usize, origin: Origin, text: &'a str) {
    let all = tokens(text);
    let mut next = 0;
    let before = found.len();
    for range in sentence::ranges(text, &all) {
        let text = &text[range.clone()];
        let mut tokens = Vec::new();
        while let Some(token) = all.get(next).filter(|it| it.start < range.end) {
            tokens.push(Token { start: token.start - range.start, ..token.clone() });
            next += 1;
        }
        let quantities = quantity::quantities(text, &tokens);
        found.push(Sentence { block, origin, text, tokens, quantities, is_last: false });
    }
    if found.len() > before
        && let Some(last) = found.last_mut()
    {
        last.is_last = true;
    }
}

//! How alike two phrases are, word by word.

use super::token::{Token, tokens};

/// Words of a phrase in small letters, without marks.
pub(in crate::claims) fn words(text: &str) -> Vec<String> {
    words_of(&tokens(text))
}

/// The same of a phrase that is cut already.
pub(in crate::claims) fn words_of(tokens: &[Token<'_>]) -> Vec<String> {
    tokens.iter().filter(|it| !it.is_mark()).map(|it| canonical(&it.folded)).collect()
}

/// One spelling of words that are written in several ways.
fn canonical(folded: &str) -> String {
    match folded {
        "walikota" => "wali kota".to_owned(),
        "serta" | "&" => "dan".to_owned(),
        other => other.to_owned(),
    }
}

/// What turns one phrase into another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claims) struct Difference {
    /// Words that were added, left out or replaced.
    pub(in crate::claims) n_words: usize,
    /// Words among them that differ by one letter: a slip of the keyboard or of the scanner.
    pub(in crate::claims) n_slips: usize,
    /// How many words of the other phrase were used.
    pub(in crate::claims) used: usize,
}

/// Compares the whole of `known` with the beginning of `other` that fits best.
pub(in crate::claims) fn from_start(known: &[String], other: &[String]) -> Difference {
    // Beyond twice the length nothing of `other` can be a better fit.
    let other = &other[..other.len().min(known.len() * 2 + 2)];
    let row = distances(known, other);
    // Of equal fits the longest: what was replaced at the end belongs to the phrase.
    let best = row.iter().enumerate().min_by_key(|(used, it)| (it.0, usize::MAX - used));
    let (used, (n_words, n_slips)) = best.map_or((0, (known.len(), 0)), |(used, it)| (used, *it));
    Difference { n_words, n_slips, used }
}

/// Compares two whole phrases.
pub(in crate::claims) fn whole(one: &[String], other: &[String]) -> Difference {
    let row = distances(one, other);
    let (n_words, n_slips) = row[other.len()];
    Difference { n_words, n_slips, used: other.len() }
}

/// How far a phrase is from each beginning of another: words changed, and slips among them.
fn distances(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    let mut row: Vec<(usize, usize)> = (0..=other.len()).map(|it| (it, 0)).collect();
    for (index, word) in one.iter().enumerate() {
        let mut above_left = row[0];
        row[0] = (index + 1, 0);
        for (column, candidate) in other.iter().enumerate() {
            let above = row[column + 1];
            let changed = if word == candidate {
                above_left
            } else {
                let slip = usize::from(is_slip(word, candidate));
                (above_left.0 + 1, above_left.1 + slip)
            };
            let left = (row[column].0 + 1, row[column].1);
            let dropped = (above.0 + 1, above.1);
            row[column + 1] = changed.min(left).min(dropped);
            above_left = above;
        }
    }
    row
}

/// One letter added, left out, replaced, or two exchanged, in a word long enough to be known.
pub(in crate::claims) fn is_slip(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    shorter >= 5 && one.len().abs_diff(other.len()) <= 1 && strsim::osa_distance(one, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_compared_with_what_follows_it() {
        let known = words("Sistem Akuntabilitas Kinerja Instansi Pemerintah");
        let same = words("sistem akuntabilitas kinerja instansi pemerintah, yang berlaku");
        assert_eq!(from_start(&known, &same), Difference { n_words: 0, n_slips: 0, used: 5 });
        let less = words("Akuntabilitas Kinerja Instansi Pemerintah dengan berpedoman pada");
        assert_eq!(from_start(&known, &less), Difference { n_words: 1, n_slips: 0, used: 4 });
        let slip = words("Sistem Akuntabiltas Kinerja Instansi Pemerintah");
        assert_eq!(from_start(&known, &slip), Difference { n_words: 1, n_slips: 1, used: 5 });
    }
}

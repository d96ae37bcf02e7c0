//! Where a sentence of Indonesian official prose ends.
//!
//! A point ends one only where nothing else explains it: it also follows abbreviations (`No.`,
//! `s.d.`), titles (`Drs.`), numbers of tables (`Tabel 3.10. berikut`) and the markers of a list.
//! Where that is unclear the text is left in one piece: a rule that sees two sentences as one is
//! silent more often, and never wrong because of it.

use super::token::{Kind, Token};

/// Abbreviations after which a sentence goes on: titles, and what a name or number follows.
const OPENING: [&str; 35] = [
    "no", "nomor", "rp", "drs", "dra", "dr", "ir", "hj", "prof", "jl", "jln", "yth", "sdr", "sdri",
    "bpk", "tgl", "hal", "hlm", "kab", "kec", "kel", "prov", "kep", "per", "vol", "ps", "ny", "tn",
    "pt", "cv", "ust", "kh", "drg", "drh", "brigjen",
];

/// Abbreviations that may also close one: there the next capital decides.
const CLOSING: [&str; 8] = ["dll", "dsb", "dst", "dkk", "tbk", "lainnya", "ltd", "inc"];

/// Words whose number has a point of its own: `Tabel 3.10. berikut`.
const NUMBERED: [&str; 9] =
    ["tabel", "table", "gambar", "grafik", "bagan", "diagram", "lampiran", "bab", "pasal"];

/// The ranges of bytes of the sentences in a text that was cut into `tokens`.
pub(super) fn ranges(text: &str, tokens: &[Token<'_>]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut first = 0;
    for index in 0..tokens.len() {
        if is_end(text, tokens, first, index) {
            // What closes belongs to the sentence that it closes.
            let mut last = index;
            while tokens.get(last + 1).is_some_and(|it| {
                it.is_any(&[")", "\"", "”", "’", "»"]) && it.start == tokens[last].end()
            }) {
                last += 1;
            }
            if last >= first {
                found.push(tokens[first].start..tokens[last].end());
                first = last + 1;
            }
        }
    }
    if let (Some(begin), Some(end)) = (tokens.get(first), tokens.last()) {
        found.push(begin.start..end.end());
    }
    found
}

fn is_end(text: &str, tokens: &[Token<'_>], first: usize, index: usize) -> bool {
    let token = &tokens[index];
    if index < first || !token.is_any(&[".", "!", "?"]) {
        return false;
    }
    let Some(next) = tokens.get(index + 1) else { return true };
    if token.is_any(&["!", "?"]) {
        return true;
    }
    let is_apart = next.start > token.end();
    let Some(before) = index.checked_sub(1).filter(|it| *it >= first).map(|it| &tokens[it]) else {
        return false;
    };
    // Prose goes on in small letters, whatever stands before them.
    let begins = next.is_capitalised() || next.is_number() || (next.is_mark() && !next.is(","));
    if !is_apart && !(next.is_any(&[")", "\"", "”", "»"])) {
        return false;
    }
    if !begins {
        return false;
    }
    if before.kind == Kind::Number {
        // «1. Persentase …» and «Tabel 3.10. Capaian …» are one piece each.
        let named = index.checked_sub(2).filter(|it| *it >= first).map(|it| &tokens[it]);
        return named.is_some_and(|it| !it.is_any(&NUMBERED)) && !next.is_number();
    }
    if before.kind == Kind::Word {
        let is_initial = before.text.chars().count() == 1;
        let is_part_of_title = index >= first + 2
            && tokens[index - 2].is(".")
            && tokens[index - 2].end() == before.start;
        if CLOSING.contains(&&*before.folded) {
            return next.is_capitalised();
        }
        if OPENING.contains(&&*before.folded) || is_initial || is_part_of_title {
            return false;
        }
    }
    // «… dst. 12 orang»: a number after a point begins a sentence only in a new paragraph.
    !next.is_number() || text[token.end()..next.start].contains('\n')
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn every_golden_text_is_cut_as_marked() {
        let golden = include_str!("../../../tests/claims/sentence.txt");
        let lines = golden.lines().filter(|it| !it.is_empty() && !it.starts_with('%'));
        let mut n_cases = 0;
        for line in lines {
            let expected: Vec<&str> = line.split(" | ").collect();
            let text = expected.join(" ");
            let found: Vec<&str> =
                ranges(&text, &tokens(&text)).into_iter().map(|it| &text[it]).collect();
            assert_eq!(found, expected);
            n_cases += 1;
        }
        assert!(n_cases > 15, "the file of cases was not read");
    }
}

//! Counts with what they count: `4 (empat) Indikator Kinerja Utama`.

use super::Sentence;

/// A whole number and the noun phrase behind it.
#[derive(Clone, Debug)]
pub(in crate::claims) struct Counted {
    /// Position among the quantities of the sentence.
    pub(in crate::claims) quantity: usize,
    pub(in crate::claims) count: i64,
    /// The words are printed beside the number.
    pub(in crate::claims) has_words: bool,
    /// Tokens of the noun phrase; `first` is after its last where there is none.
    pub(in crate::claims) first: usize,
    pub(in crate::claims) last: usize,
}

impl Counted {
    /// The noun phrase in small letters.
    pub(in crate::claims) fn noun(&self, sentence: &Sentence<'_>) -> String {
        let words = sentence.tokens[self.first..=self.last].iter().filter(|it| it.is_word());
        words.map(|it| &*it.folded).collect::<Vec<_>>().join(" ")
    }

    /// From the number to the end of the noun phrase, as printed.
    pub(in crate::claims) fn text<'a>(&self, sentence: &Sentence<'a>) -> &'a str {
        sentence.span(sentence.quantities[self.quantity].first, self.last)
    }
}

/// Words at which a noun phrase ends.
const STOPS: [&str; 62] = [
    "yang",
    "dengan",
    "dan",
    "pada",
    "di",
    "untuk",
    "dalam",
    "sebagai",
    "sebagaimana",
    "yaitu",
    "yakni",
    "adalah",
    "ialah",
    "beserta",
    "atau",
    "oleh",
    "dari",
    "serta",
    "telah",
    "terdiri",
    "antara",
    "meliputi",
    "mencakup",
    "sehingga",
    "maka",
    "tersebut",
    "sesuai",
    "melalui",
    "kepada",
    "bagi",
    "ke",
    "berikut",
    "ini",
    "itu",
    "akan",
    "sudah",
    "belum",
    "tidak",
    "sebesar",
    "sebanyak",
    "guna",
    "agar",
    "karena",
    "selama",
    "tahun",
    "sampai",
    "hingga",
    "menjadi",
    "mencapai",
    "tercapai",
    "berhasil",
    "memenuhi",
    "melebihi",
    "lain",
    "diantaranya",
    "per",
    "dibagi",
    "terhadap",
    "atas",
    "memiliki",
    "masing-masing",
    "dimana",
];

/// No noun phrase is longer.
const NOUN_MAX: usize = 6;

/// The counts of a sentence that count something, in reading order.
pub(in crate::claims) fn counted(sentence: &Sentence<'_>) -> Vec<Counted> {
    let tokens = &sentence.tokens;
    let mut found = Vec::new();
    for (quantity, it) in sentence.quantities.iter().enumerate() {
        let Some(count) = it.count().filter(|it| *it >= 0) else { continue };
        let mut first = it.last + 1;
        let mut has_words = false;
        if tokens.get(first).is_some_and(|it| it.is("(")) {
            let close = (first..tokens.len().min(first + 12)).find(|it| tokens[*it].is(")"));
            let Some(close) = close else { continue };
            has_words = tokens[first + 1..close].iter().all(super::Token::is_word);
            first = close + 1;
        } else if it.is_bracketed {
            first += 1;
        }
        let is_noun = |at: &usize| {
            let Some(token) = tokens.get(*at) else { return false };
            (token.is_word() && !token.is_any(&STOPS))
                || (token.is("/")
                    && *at > first
                    && tokens.get(at + 1).is_some_and(|it| it.is_word()))
        };
        let length = (first..first + NOUN_MAX).take_while(is_noun).count();
        if length > 0 {
            found.push(Counted { quantity, count, has_words, first, last: first + length - 1 });
        }
    }
    found
}

//! What Word will count, told before: numbers of headings and captions are fields, and must come
//! out as the tree says.

use std::collections::HashMap;

/// Counts headings as the heading list of the styles does, and captions as `SEQ` does.
#[derive(Default)]
pub(crate) struct Counters {
    bab: u32,
    subbab: u32,
    /// Headings of the first level, numbered or not: where `SEQ … \s 1` begins again.
    openings: u32,
    captions: HashMap<String, Caption>,
}

#[derive(Clone, Copy, Default)]
struct Caption {
    value: u32,
    opening: u32,
}

/// How a heading comes to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadingNumber {
    /// The list counts to it.
    Counted,
    /// The list counts on from it.
    StartsAt(u32),
    /// Not a number that the list could count; it stands as text.
    Literal,
}

/// How a caption comes to its number: `Tabel`, the chapter, the count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CaptionNumber<'a> {
    pub(crate) word: &'a str,
    /// The chapter before the dot, and whether it is the one in hand.
    pub(crate) chapter: Option<(&'a str, bool)>,
    pub(crate) value: u32,
    /// The count must be told to begin here.
    pub(crate) reset: bool,
}

impl Counters {
    /// A heading of the first level is written.
    pub(crate) fn open(&mut self) {
        self.openings += 1;
    }

    pub(crate) fn bab(&mut self, nomor: &str) -> HeadingNumber {
        let Some(number) = plain_number(nomor) else { return HeadingNumber::Literal };
        let expected = self.bab + 1;
        (self.bab, self.subbab) = (number, 0);
        counted_or_started(number, expected)
    }

    pub(crate) fn subbab(&mut self, nomor: &str) -> HeadingNumber {
        let parts = nomor.split_once('.');
        let Some((bab, number)) =
            parts.and_then(|(bab, own)| Some((plain_number(bab)?, plain_number(own)?)))
        else {
            return HeadingNumber::Literal;
        };
        if bab != self.bab {
            return HeadingNumber::Literal;
        }
        let expected = self.subbab + 1;
        self.subbab = number;
        counted_or_started(number, expected)
    }

    /// `None` where the number is not a word and a count.
    pub(crate) fn caption<'a>(&mut self, nomor: &'a str) -> Option<CaptionNumber<'a>> {
        let (word, number) = nomor.trim().rsplit_once([' ', '\u{00A0}'])?;
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            return None;
        }
        let (chapter, own) = match number.rsplit_once('.') {
            Some((chapter, own)) => (Some(chapter), own),
            None => (None, number),
        };
        let value = plain_number(own)?;
        let last = self.captions.entry(word.to_owned()).or_default();
        let fresh = chapter.is_some() && last.opening != self.openings;
        let expected = if fresh { 1 } else { last.value + 1 };
        *last = Caption { value, opening: self.openings };
        let in_hand = |chapter: &str| plain_number(chapter) == Some(self.bab) && self.bab > 0;
        Some(CaptionNumber {
            word,
            chapter: chapter.map(|chapter| (chapter, in_hand(chapter))),
            value,
            reset: value != expected,
        })
    }
}

fn counted_or_started(number: u32, expected: u32) -> HeadingNumber {
    if number == expected { HeadingNumber::Counted } else { HeadingNumber::StartsAt(number) }
}

/// `3`, but not `03`, `+3` or `III`, which a field would not give back.
fn plain_number(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number > 0 && number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_counted_where_the_list_agrees() {
        let mut counters = Counters::default();
        assert_eq!(counters.bab("1"), HeadingNumber::Counted);
        assert_eq!(counters.subbab("1.1"), HeadingNumber::Counted);
        assert_eq!(counters.subbab("1.3"), HeadingNumber::StartsAt(3));
        assert_eq!(counters.subbab("2.1"), HeadingNumber::Literal);
        assert_eq!(counters.bab("3"), HeadingNumber::StartsAt(3));
        assert_eq!(counters.subbab("3.1"), HeadingNumber::Counted);
        assert_eq!(counters.bab("IV"), HeadingNumber::Literal);
        assert_eq!(counters.bab("4"), HeadingNumber::Counted);
    }

    #[test]
    fn captions_begin_again_with_a_chapter_only() {
        let mut counters = Counters::default();
        let next = |counters: &mut Counters, nomor: &'static str| {
            let number = counters.caption(nomor).expect("it is a word and a count");
            (number.value, number.reset)
        };
        counters.open();
        assert_eq!(next(&mut counters, "Tabel 1"), (1, false));
        counters.open();
        assert_eq!(next(&mut counters, "Tabel 2"), (2, false));
        counters.open();
        counters.bab("1");
        assert_eq!(next(&mut counters, "Tabel 1.1"), (1, false));
        assert_eq!(next(&mut counters, "Gambar 1.1"), (1, false));
        assert_eq!(next(&mut counters, "Tabel 1.2"), (2, false));
        assert_eq!(next(&mut counters, "Tabel 1.5"), (5, true));
        counters.open();
        assert_eq!(next(&mut counters, "Tabel 3"), (3, true));
        assert_eq!(counters.caption("Tabel III"), None);
    }
}

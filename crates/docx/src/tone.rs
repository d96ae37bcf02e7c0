//! A status beside its words: its mark and the character style that colours it.

use std::borrow::Cow;

use selaras_domain::dokumen::{Inline, Tone};

/// The sign before the words of a tone.
pub(crate) fn mark(tone: Tone) -> Option<char> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some('●'),
        Tone::Near => Some('◐'),
        Tone::Bad => Some('▲'),
        Tone::Over => Some('◆'),
        Tone::Faint => Some('–'),
    }
}

/// The character style of a tone.
pub(crate) fn style(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("Tercapai"),
        Tone::Near => Some("Mendekati"),
        Tone::Bad => Some("PerluPerhatian"),
        Tone::Over => Some("Melampaui"),
        Tone::Faint => Some("TanpaNilai"),
    }
}

/// What a tone means where no other word says it.
pub(crate) fn words(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("Tercapai"),
        Tone::Near => Some("Mendekati"),
        Tone::Bad => Some("Perlu perhatian"),
        Tone::Over => Some("Melampaui"),
        Tone::Faint => Some("Belum ada nilai"),
    }
}

/// The tone that a mark at the start of a text means, the mark, and the text after it.
pub(crate) fn split_mark(text: &str) -> Option<(Tone, char, &str)> {
    let mut letters = text.chars();
    let mark = letters.next()?;
    let tone = match mark {
        '●' => Tone::Good,
        '◐' => Tone::Near,
        '▲' => Tone::Bad,
        '◆' => Tone::Over,
        '–' | '○' => Tone::Faint,
        _ => return None,
    };
    letters.as_str().strip_prefix([' ', '\u{00A0}']).map(|rest| (tone, mark, rest))
}

/// Inlines without the mark that they may bring themselves.
pub(crate) fn without_mark(inlines: &[Inline]) -> Cow<'_, [Inline]> {
    if let Some(Inline::Text(text)) = inlines.first()
        && let Some((_, _, rest)) = split_mark(text)
    {
        let mut inlines = inlines.to_vec();
        inlines[0] = Inline::Text(rest.to_owned());
        return Cow::Owned(inlines);
    }
    Cow::Borrowed(inlines)
}

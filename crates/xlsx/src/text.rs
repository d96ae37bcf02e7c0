//! Inlines as the text of a cell.

use selaras_domain::dokumen::{self, Inline, Tone};

/// The text of inlines; line breaks stay.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    dokumen::plain(inlines, "\n")
}

/// The colour of a tone; its words stand in the cell.
pub(crate) fn colour(tone: Tone) -> Option<u32> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some(0x1F_6F_43),
        Tone::Near => Some(0x8A_5A_00),
        Tone::Bad => Some(0xA8_26_1D),
        Tone::Over => Some(0x2A_4F_9E),
        Tone::Faint => Some(0x5A_61_69),
    }
}

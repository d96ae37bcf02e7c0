//! How wide text is in the sans of the tables, so that columns get their widths before layout.
//!
//! Typst would lay every cell of an `auto` column out twice to learn its width, and gives columns
//! that share the rest nothing when the others are greedy. Advances summed here are exact enough
//! to choose widths; kerning only makes text narrower.

use typst::layout::Abs;
use typst::text::{
    Font, FontBook, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight,
};

use crate::fonts::{SANS, SERIF};

/// Hundredths of a point.
pub(crate) type Centipoint = u32;

/// Weight of the type that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Advances of two faces in thousandths of an em.
pub(crate) struct Metrics {
    regular: Advances,
    bold: Advances,
}

/// Characters up to Latin Extended-B, and a few marks; anything else counts as a full em.
struct Advances {
    by_character: Vec<u16>,
}

const KNOWN: u32 = 0x250;
/// What a character outside of the table takes: never less than what it needs.
const UNKNOWN: u16 = 1000;

impl Metrics {
    pub(crate) fn new(book: &FontBook, faces: &[Font]) -> Metrics {
        Metrics {
            regular: Advances::of(book, faces, FontWeight::REGULAR),
            bold: Advances::of(book, faces, FontWeight::BOLD),
        }
    }

    /// Width of a run of text at a size of `size` hundredths of a point.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: Centipoint) -> Centipoint {
        let advances = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let sum: u64 = text.chars().map(|c| u64::from(advances.get(c))).sum();
        u32::try_from((sum * u64::from(size)).div_ceil(1000)).unwrap_or(u32::MAX)
    }
}

impl Advances {
    fn of(book: &FontBook, faces: &[Font], weight: FontWeight) -> Advances {
        let variant = FontVariant::new(FontStyle::Normal, weight, FontStretch::NORMAL);
        let face = [SANS, SERIF]
            .iter()
            .find_map(|family| book.select(&family.to_lowercase(), variant))
            .and_then(|index| faces.get(index))
            .map(|face| {
                face.clone().instantiate(variant, Abs::pt(10.0), &FontVariations::default())
            });
        let by_character = (0..KNOWN)
            .map(|code| {
                let advance = char::from_u32(code).zip(face.as_ref()).and_then(|(c, face)| {
                    let glyph = face.ttf().glyph_index(c)?;
                    face.x_advance(glyph.0)
                });
                advance.map_or(UNKNOWN, |em| em.at(Abs::pt(1000.0)).to_pt().ceil() as u16)
            })
            .collect();
        Advances { by_character }
    }

    fn get(&self, c: char) -> u16 {
        match c {
            '\u{200B}' | '\u{00AD}' => 0,
            '–' | '“' | '”' | '‘' | '’' | '−' | '•' | '‑' => 620,
            _ => self.by_character.get(c as usize).copied().unwrap_or(UNKNOWN),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;

    #[test]
    fn digits_share_one_width_and_bold_is_wider() {
        let fonts = Fonts::embedded();
        let metrics = fonts.metrics();
        let width = |text, weight| metrics.width(text, weight, 1000);
        assert_eq!(width("1111", Weight::Regular), width("8888", Weight::Regular));
        assert!(width("Sasaran", Weight::Bold) > width("Sasaran", Weight::Regular));
    }

    #[test]
    fn width_follows_the_font() {
        // Noto Sans: a digit is 1171 of 2048 units, so 0.572 em, rounded up to a thousandth.
        assert_eq!(Fonts::embedded().metrics().width("0", Weight::Regular, 1000), 572);
    }
}

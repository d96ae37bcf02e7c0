//! The table of widths against the font that it was copied from.

use selaras_reports::drawing::{Weight, text_width};
use ttf_parser::Face;

const UNITS_PER_EM: i32 = 2048;

fn letters() -> impl Iterator<Item = char> {
    (' '..='~').chain('\u{A0}'..='ÿ').chain("–—‘’“”•…→−≤≥".chars())
}

#[test]
fn agrees_with_the_font_on_every_letter() {
    let fonts = [(notosans::REGULAR_TTF, Weight::Regular), (notosans::BOLD_TTF, Weight::Bold)];
    for (data, weight) in fonts {
        let face = Face::parse(data, 0).unwrap();
        assert_eq!(i32::from(face.units_per_em()), UNITS_PER_EM);
        for letter in letters() {
            let glyph = face.glyph_index(letter).unwrap();
            let advance = i32::from(face.glyph_hor_advance(glyph).unwrap());
            let ours = text_width(&letter.to_string(), UNITS_PER_EM, weight);
            assert_eq!(ours, advance, "{letter:?} {weight:?}");
        }
    }
}

#[test]
fn takes_letters_it_does_not_know_as_the_widest() {
    let face = Face::parse(notosans::REGULAR_TTF, 0).unwrap();
    let widest = (0..face.number_of_glyphs())
        .filter_map(|it| face.glyph_hor_advance(ttf_parser::GlyphId(it)))
        .max()
        .unwrap();
    assert_eq!(text_width("漢", UNITS_PER_EM, Weight::Regular), i32::from(widest));
}

#[test]
fn rounds_widths_up() {
    assert_eq!(text_width("i", 29, Weight::Regular), 8, "528 × 29 / 2048 is 7.5");
    assert_eq!(text_width("", 29, Weight::Regular), 0);
}

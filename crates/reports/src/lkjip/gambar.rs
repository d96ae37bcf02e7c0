//! Puts a drawing into the document at the width of the text.

use selaras_domain::dokumen::{Block, Drawing, Inlines};

use crate::drawing::{Draw, Frame, Svg};

/// A drawing across the text of an upright page.
pub(super) fn drawing(label: &str, judul: String, it: &impl Draw, notes: Vec<Inlines>) -> Block {
    drawn(label, judul, it.draw(Frame::A4_PORTRAIT.width), it.alt(), notes)
}

/// A drawing that has been drawn already.
pub(super) fn drawn(
    label: &str,
    judul: String,
    svg: Svg,
    alt: String,
    notes: Vec<Inlines>,
) -> Block {
    Block::Drawing(Drawing {
        label: label.to_owned(),
        nomor: None,
        judul,
        alt,
        width_tenth_mm: u16::try_from(svg.width).expect("a page is narrower than six metres"),
        svg: svg.text,
        notes,
    })
}

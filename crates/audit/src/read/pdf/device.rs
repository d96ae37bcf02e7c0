//! What the interpreter draws: letters become words, paths become lines.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_interpret::font::{FontData, FontQuery, Glyph, StandardFont};
use hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, PathEl, Point};

use super::word::{Letter, Line, Page, whole, words};
use crate::read::limit::GLYPHS;
use crate::words::is_invisible;

/// A line of a table is at most so thick.
const THIN: f64 = 3.0;
/// And at least so long.
const LONG: f64 = 5.0;
/// Lines of one page; a picture made of lines is no table.
const LINES: usize = 60_000;

pub(super) struct Ink {
    letters: Vec<Letter>,
    lines: Vec<Line>,
    before: usize,
    /// Whether each font is bold.
    bold: HashMap<u128, bool>,
}

impl Ink {
    /// `before` letters were drawn on earlier pages.
    pub(super) fn new(before: usize) -> Ink {
        Ink { letters: Vec::new(), lines: Vec::new(), before, bold: HashMap::new() }
    }

    pub(super) fn count(&self) -> usize {
        self.before + self.letters.len()
    }

    pub(super) fn is_full(&self) -> bool {
        self.count() >= GLYPHS
    }

    pub(super) fn page(self, width: f64, height: f64) -> Page {
        Page { width, height, words: words(self.letters), lines: whole(self.lines) }
    }

    fn line(&mut self, a: Point, b: Point) {
        if self.lines.len() >= LINES {
            return;
        }
        let (dx, dy) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        if dy <= 1.0 && dx >= LONG {
            self.lines.push(Line {
                is_horizontal: true,
                at: (a.y + b.y) / 2.0,
                from: a.x.min(b.x),
                to: a.x.max(b.x),
            });
        } else if dx <= 1.0 && dy >= LONG {
            self.lines.push(Line {
                is_horizontal: false,
                at: (a.x + b.x) / 2.0,
                from: a.y.min(b.y),
                to: a.y.max(b.y),
            });
        }
    }
}

/// Fonts that a PDF names without bringing them.
pub(super) fn font(query: &FontQuery) -> Option<(FontData, u32)> {
    let font = match query {
        FontQuery::Standard(font) => *font,
        FontQuery::Fallback(query) => query.pick_standard_font(),
    };
    let bytes: &'static [u8] = match font {
        StandardFont::Helvetica => typst_assets::pdf::SANS,
        StandardFont::HelveticaBold => typst_assets::pdf::SANS_BOLD,
        StandardFont::HelveticaOblique => typst_assets::pdf::SANS_ITALIC,
        StandardFont::HelveticaBoldOblique => typst_assets::pdf::SANS_BOLD_ITALIC,
        StandardFont::Courier => typst_assets::pdf::FIXED,
        StandardFont::CourierBold => typst_assets::pdf::FIXED_BOLD,
        StandardFont::CourierOblique => typst_assets::pdf::FIXED_ITALIC,
        StandardFont::CourierBoldOblique => typst_assets::pdf::FIXED_BOLD_ITALIC,
        StandardFont::TimesRoman => typst_assets::pdf::SERIF,
        StandardFont::TimesBold => typst_assets::pdf::SERIF_BOLD,
        StandardFont::TimesItalic => typst_assets::pdf::SERIF_ITALIC,
        StandardFont::TimesBoldItalic => typst_assets::pdf::SERIF_BOLD_ITALIC,
        StandardFont::ZapfDingBats => typst_assets::pdf::DING_BATS,
        StandardFont::Symbol => typst_assets::pdf::SYMBOL,
    };
    Some((Arc::new(bytes), 0))
}

impl<'a> Device<'a> for Ink {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, path: &BezPath, transform: Affine, _: &Paint<'a>, mode: &PathDrawMode) {
        let mut start = Point::ZERO;
        let mut last = Point::ZERO;
        let mut corners: Vec<Point> = Vec::new();
        let is_fill = matches!(mode, PathDrawMode::Fill(_));
        // A filled outline is a line if it is thin, and the edge of a cell if it is a box.
        let finish = |ink: &mut Ink, corners: &mut Vec<Point>| {
            if is_fill && corners.len() >= 3 {
                let x = |pick: fn(f64, f64) -> f64| {
                    corners.iter().map(|it| it.x).reduce(pick).unwrap_or(0.0)
                };
                let y = |pick: fn(f64, f64) -> f64| {
                    corners.iter().map(|it| it.y).reduce(pick).unwrap_or(0.0)
                };
                let (left, right, top, bottom) =
                    (x(f64::min), x(f64::max), y(f64::min), y(f64::max));
                let (middle_x, middle_y) = ((left + right) / 2.0, (top + bottom) / 2.0);
                if bottom - top <= THIN && right - left >= LONG {
                    ink.line(Point::new(left, middle_y), Point::new(right, middle_y));
                } else if right - left <= THIN && bottom - top >= LONG {
                    ink.line(Point::new(middle_x, top), Point::new(middle_x, bottom));
                }
            }
            corners.clear();
        };
        for element in path.elements() {
            match element {
                PathEl::MoveTo(to) => {
                    finish(self, &mut corners);
                    start = transform * *to;
                    last = start;
                    corners.push(start);
                }
                PathEl::LineTo(to) => {
                    let to = transform * *to;
                    if !is_fill {
                        self.line(last, to);
                    }
                    last = to;
                    corners.push(to);
                }
                PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => {
                    last = transform * *to;
                    corners.push(last);
                }
                PathEl::ClosePath => {
                    if !is_fill {
                        self.line(last, start);
                    }
                    last = start;
                }
            }
        }
        finish(self, &mut corners);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        if self.is_full() {
            return;
        }
        let Some(unicode) = glyph.as_unicode() else { return };
        let text = match unicode {
            BfString::Char(it) => it.to_string(),
            BfString::String(it) => it,
        };
        if text.chars().all(is_invisible) {
            return;
        }
        let all = transform * glyph_transform;
        let (advance, is_bold) = match glyph {
            Glyph::Outline(it) => {
                let bold = self.bold.entry(it.font_cache_key()).or_insert_with(|| {
                    it.font_data().is_some_and(|it| {
                        it.weight.is_some_and(|it| it >= 600)
                            || it
                                .postscript_name
                                .is_some_and(|it| it.to_lowercase().contains("bold"))
                    })
                });
                (it.advance_width().map_or(500.0, f64::from), *bold)
            }
            Glyph::Type3(_) => (500.0, false),
        };
        let origin = all * Point::ZERO;
        let end = all * Point::new(advance, 0.0);
        let top = all * Point::new(0.0, 1000.0);
        let is_finite = [origin, end, top].iter().all(|it| it.x.is_finite() && it.y.is_finite());
        let size = (top - origin).hypot();
        if !is_finite || size < 0.5 {
            return;
        }
        self.letters.push(Letter { text, origin, end, size, is_bold });
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

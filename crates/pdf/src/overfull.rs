//! Finds text that leaves its page or covers other text: what an author would call overfull.
//!
//! Typst has no such warning. The frames of a finished layout say where every run of text stands,
//! which is enough to tell.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

/// A run of text that stands where it should not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overfull {
    /// Physical page, from 1.
    pub page: usize,
    pub text: String,
    pub kind: OverfullKind,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverfullKind {
    /// It runs out of the printable part of the page.
    OutsidePage,
    /// It covers the text that is named after it.
    Overlap,
}

/// A run of text as ink: from the left edge to the right, from the height of the letters to the
/// baseline.
struct Run {
    left: Abs,
    right: Abs,
    top: Abs,
    bottom: Abs,
    text: String,
}

/// Every run of text that leaves the page or covers another.
pub fn overfull(document: &PagedDocument) -> Vec<Overfull> {
    let mut found = Vec::new();
    for (index, page) in document.pages().iter().enumerate() {
        let mut runs = runs(&page.frame);
        let edge = Abs::mm(12.0);
        let (width, height) = (page.frame.width(), page.frame.height());
        for run in &runs {
            let outside = run.left < edge
                || run.right > width - Abs::mm(19.0)
                || run.top < Abs::mm(5.0)
                || run.bottom > height - Abs::mm(5.0);
            // The frame ends 20 mm before the right edge, on landscape pages 25 mm.
            if outside {
                found.push(Overfull {
                    page: index + 1,
                    text: run.text.clone(),
                    kind: OverfullKind::OutsidePage,
                });
            }
        }
        overlaps(&mut runs, index + 1, &mut found);
    }
    found
}

fn overlaps(runs: &mut [Run], page: usize, found: &mut Vec<Overfull>) {
    // Kerning and italics may touch; half a point more is a collision.
    let tolerance = Abs::pt(0.6);
    runs.sort_by_key(|run| run.top);
    for (index, run) in runs.iter().enumerate() {
        for other in runs[index + 1..].iter().take_while(|other| other.top < run.bottom) {
            let across = run.right.min(other.right) - run.left.max(other.left);
            let down = run.bottom.min(other.bottom) - run.top.max(other.top);
            if across > tolerance && down > tolerance {
                found.push(Overfull {
                    page,
                    text: format!("{} × {}", run.text, other.text),
                    kind: OverfullKind::Overlap,
                });
            }
        }
    }
}

/// The text of each page in the order in which it was laid out, runs parted by a blank or a line
/// end: what a reader can search for.
pub fn page_texts(document: &PagedDocument) -> Vec<String> {
    let texts = document.pages().iter().map(|page| {
        let mut text = String::new();
        let mut previous: Option<Run> = None;
        for run in runs(&page.frame) {
            if let Some(previous) = &previous {
                let same_line = previous.bottom == run.bottom;
                let gap = run.left - previous.right;
                if !same_line {
                    text.push('\n');
                } else if gap > Abs::pt(1.0) && !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            text.push_str(&run.text);
            previous = Some(run);
        }
        text
    });
    texts.collect()
}

fn runs(frame: &Frame) -> Vec<Run> {
    let mut runs = Vec::new();
    walk(frame, Transform::identity(), &mut runs);
    runs
}

fn walk(frame: &Frame, at: Transform, runs: &mut Vec<Run>) {
    for (position, item) in frame.items() {
        let here = at.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, here.pre_concat(group.transform), runs),
            FrameItem::Text(text) => {
                // Blanks at the end of a run are not ink.
                let blank = text.text.chars().rev().take_while(|c| c.is_whitespace()).count();
                let hidden = text.glyphs.len().min(blank);
                let inked = &text.glyphs[..text.glyphs.len() - hidden];
                let width: Abs = inked.iter().map(|glyph| glyph.x_advance.at(text.size)).sum();
                if inked.is_empty() {
                    continue;
                }
                let start = Point::zero().transform(here);
                let end = Point::new(width, Abs::zero() - text.size * 0.5).transform(here);
                runs.push(Run {
                    left: start.x.min(end.x),
                    right: start.x.max(end.x),
                    top: start.y.min(end.y),
                    bottom: start.y.max(end.y),
                    text: text.text.to_string(),
                });
            }
            _ => {}
        }
    }
}

//! The drawings of a report as SVG: charts, trees and maps, made from plain structs by pure functions.
//!
//! One unit is a tenth of a millimetre on paper, so that type comes out at the size it was chosen
//! for. Every drawing takes a width and grows in height: text is wrapped, never cut. The caption is
//! the document's; a drawing carries none. Words and displayed numbers come from the caller, so that
//! a figure reads the same in the drawing, in its table and in the text.

mod absorption;
mod amount;
mod bagan_organisasi;
mod budget;
mod bullet;
mod canvas;
mod cascading;
mod metrics;
mod misi;
pub mod palette;
mod panels;
mod path;
mod peta_proses_bisnis;
mod scale;
mod text_block;
pub mod tree;

pub use absorption::{AbsorptionPanel, Quarter, QuarterlyAbsorption};
pub use amount::{Amount, Status};
pub use bagan_organisasi::{BaganOrganisasi, UnitBox, UnitRole};
pub use budget::{BudgetPerformance, BudgetPoint};
pub use bullet::{BulletBar, BulletBars, BulletRow, BulletScale};
pub use cascading::{Cascading, CascadingBox, CascadingPage};
pub use metrics::{Weight, text_width};
pub use misi::{GambarMisi, MisiBox, MisiStep};
pub use path::{IndicatorPaths, PathPanel, YearAmount};
pub use peta_proses_bisnis::{PetaProsesBisnis, ProsesBox};

/// A drawing as the text of an SVG file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg {
    /// Well-formed XML with one `svg` element; the same input gives the same bytes.
    pub text: String,
    /// In tenths of a millimetre.
    pub width: u32,
    /// In tenths of a millimetre.
    pub height: u32,
}

/// The room on a page, in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
}

impl Frame {
    /// A4 upright between margins of 30 and 20, 25 and 25 mm, less caption and source.
    pub const A4_PORTRAIT: Frame = Frame { width: 1600, height: 2250 };
    /// The same frame turned.
    pub const A4_LANDSCAPE: Frame = Frame { width: 2470, height: 1400 };
}

/// What can be drawn.
pub trait Draw {
    /// Draws at `width` tenths of a millimetre; the height follows from the content.
    fn draw(&self, width: u32) -> Svg;

    /// What the drawing shows, in Indonesian sentences, for those who do not see it.
    fn alt(&self) -> String;
}

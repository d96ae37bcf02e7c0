//! The misi of the local government, and the way from the ones an office carries to its own task.

use super::canvas::Canvas;
use super::{Draw, Svg};

/// A misi. The ones that the office carries are drawn strong, and arrows leave from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisiBox {
    /// `Misi 4`.
    pub head: String,
    pub uraian: String,
    pub dukungan: selaras_domain::Dukungan,
}

/// A station that the arrows lead to: `Tugas BKPSDM`, `Tujuan`, `Sasaran`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisiStep {
    pub head: String,
    /// One box each.
    pub uraian: Vec<String>,
}

/// Misi at the left, the stations to the right of them. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GambarMisi {
    pub misi: Vec<MisiBox>,
    pub steps: Vec<MisiStep>,
}

impl Draw for GambarMisi {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}

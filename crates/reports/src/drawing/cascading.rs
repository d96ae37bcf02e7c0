//! The cascade of performance from left to right: tujuan, sasaran with IKU, program, kegiatan, …

use super::canvas::Canvas;
use super::{Draw, Frame, Svg};

/// A box of the cascade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CascadingBox {
    /// Before the name: `2.1` or a kode.
    pub nomor: Option<String>,
    pub nama: String,
    /// Indicators listed in the box.
    pub indikator: Vec<String>,
    /// On the next level.
    pub children: Vec<CascadingBox>,
}

/// The cascade. All boxes are of one width and as high as their text needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cascading {
    /// Heads of the columns, from the level of the roots on.
    pub levels: Vec<String>,
    pub roots: Vec<CascadingBox>,
}

/// A cascade too large for one page, cut at the level of its programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CascadingPage {
    /// `Tujuan sampai program`, `Program Kepegawaian Daerah (2 dari 2)`.
    pub judul: String,
    pub svg: Svg,
    pub alt: String,
}

impl Draw for Cascading {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}

impl Cascading {
    /// As many drawings as legible boxes need: one, if all fits into `frame`; else an overview down
    /// to level `split` and, for every box of that level, what is under it, on one page or more.
    pub fn pages(&self, frame: Frame, split: usize) -> Vec<CascadingPage> {
        let _ = split;
        let whole = CascadingPage {
            judul: "Seluruh jenjang".to_owned(),
            svg: self.draw(frame.width),
            alt: self.alt(),
        };
        vec![whole]
    }
}

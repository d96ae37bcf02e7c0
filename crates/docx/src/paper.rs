//! The sheet, its margins, and the units of length that Word counts in.

use selaras_domain::dokumen::{Orientation, Paper};

/// A twentieth of a point: what pages, tables and indents are measured in.
pub(crate) type Twips = u32;

/// 1 mm is 1440/25.4 twips.
pub(crate) const fn from_tenth_mm(tenths: u32) -> Twips {
    tenths * 1440 / 254
}

/// A page and what is left of it between its margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) width: Twips,
    pub(crate) height: Twips,
    pub(crate) top: Twips,
    pub(crate) bottom: Twips,
    pub(crate) left: Twips,
    pub(crate) right: Twips,
    pub(crate) orientation: Orientation,
}

impl Page {
    pub(crate) fn of(paper: Paper, orientation: Orientation) -> Page {
        let (across, down) = paper.tenth_mm();
        let (across, down) = (from_tenth_mm(across.into()), from_tenth_mm(down.into()));
        let [wide, middle, narrow] = [300, 250, 200].map(from_tenth_mm);
        match orientation {
            Orientation::Portrait => Page {
                width: across,
                height: down,
                top: middle,
                bottom: middle,
                left: wide,
                right: narrow,
                orientation,
            },
            // The bound edge is above.
            Orientation::Landscape => Page {
                width: down,
                height: across,
                top: wide,
                bottom: narrow,
                left: middle,
                right: middle,
                orientation,
            },
        }
    }

    /// Width of what stands between the margins.
    pub(crate) fn inner_width(self) -> Twips {
        self.width - self.left - self.right
    }

    /// Height of what stands between the margins.
    pub(crate) fn inner_height(self) -> Twips {
        self.height - self.top - self.bottom
    }
}

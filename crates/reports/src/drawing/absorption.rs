//! Absorption of the budget by quarter: a bar for each quarter, and the sum so far as a line.

use super::canvas::Canvas;
use super::{Amount, Draw, Svg};

/// A quarter, both numbers in percent of the pagu of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Spent in the quarter.
    pub share: Amount,
    /// Spent since the beginning of the year.
    pub cumulative: Amount,
}

/// A program, or the whole office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsorptionPanel {
    pub nama: String,
    /// Under the name: `Pagu Rp2.006.492.743`.
    pub pagu: String,
    pub quarters: [Quarter; 4],
}

/// Panels side by side on one scale, two in a row. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterlyAbsorption {
    pub panels: Vec<AbsorptionPanel>,
}

impl Draw for QuarterlyAbsorption {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}

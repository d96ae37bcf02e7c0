//! Budget against performance: what was spent beside what was achieved.

use rust_decimal::Decimal;

use super::canvas::Canvas;
use super::{Amount, Draw, Svg};

/// A program or kegiatan with the share of its budget that was spent and its capaian, in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetPoint {
    pub nama: String,
    pub serapan: Amount,
    pub capaian: Amount,
}

/// Points in named quadrants; up to three points become pairs of bars, which say more then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetPerformance {
    pub points: Vec<BudgetPoint>,
    /// From here on the budget counts as well spent, in percent.
    pub serapan_threshold: Decimal,
    /// From here on the performance counts as achieved, in percent.
    pub capaian_threshold: Decimal,
}

impl Draw for BudgetPerformance {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}

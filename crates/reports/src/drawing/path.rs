//! The path of indicators over the years: realised values against the targets of the Renstra.

use rust_decimal::Decimal;

use super::Amount;
use super::canvas::Canvas;
use super::{Draw, Svg};

/// A value of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearAmount {
    pub tahun: u16,
    pub amount: Amount,
}

impl YearAmount {
    pub fn new(tahun: u16, amount: Amount) -> YearAmount {
        YearAmount { tahun, amount }
    }

    fn value(&self) -> Option<Decimal> {
        self.amount.value()
    }
}

/// The path of one indicator. Years need not follow one another; each list is in order of years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPanel {
    pub nama: String,
    /// `%`, `indeks`; stands after the name where the labels do not carry it.
    pub satuan: String,
    /// Where the plan started.
    pub kondisi_awal: Option<YearAmount>,
    pub target: Vec<YearAmount>,
    pub realisasi: Vec<YearAmount>,
}

/// Paths side by side, two in a row. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorPaths {
    pub panels: Vec<PathPanel>,
}

impl Draw for IndicatorPaths {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}

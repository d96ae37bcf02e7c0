//! Budget against performance: what was spent beside what was achieved.

mod pairs;
mod scatter;

use rust_decimal::Decimal;

use super::canvas::Canvas;
use super::palette::Token;
use super::text_block::Type;
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

const NOTE: Type = Type::SMALL.coloured(Token::Soft);
const FEWEST_POINTS: usize = 4;
/// Values beyond are cut in both drawings.
const MOST: Decimal = Decimal::from_parts(150, 0, 0, false, 0);

impl Draw for BudgetPerformance {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let bottom = if self.points.len() < FEWEST_POINTS {
            self.draw_pairs(&mut canvas)
        } else {
            self.draw_scatter(&mut canvas)
        };
        canvas.finish(bottom, &self.alt())
    }

    fn alt(&self) -> String {
        let mut sentences = vec!["Penyerapan anggaran terhadap capaian kinerja.".to_owned()];
        for point in &self.points {
            let (serapan, capaian) = (point.serapan.label(), point.capaian.label());
            sentences.push(format!("{}: capaian {capaian}, serapan {serapan}.", point.nama));
        }
        sentences.join(" ")
    }
}

//! Absorption of the budget by quarter: a bar for each quarter, and the sum so far as a line.

use rust_decimal::Decimal;
use selaras_domain::angka;

use super::canvas::{Anchor, Canvas, Ground, Rect, Stroke};
use super::palette::Token;
use super::panels::{Panel, PanelHeights, panel_width, place_panels};
use super::scale::{Scale, ticks};
use super::text_block::{TextBlock, Type, Wrap};
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

const PLOT: i32 = 250;
/// Room above the plot for a label over a full bar.
const AIR: i32 = 52;
const QUARTERS: [&str; 4] = ["TW I", "TW II", "TW III", "TW IV"];
const NOTE: Type = Type::SMALL.coloured(Token::Soft);
const SHARE: Type = Type::SMALL.coloured(Token::Accent);
const CUMULATIVE: Type = Type::SMALL.bold();
const CUMULATIVE_LINE: Stroke = Stroke::new(Token::Ink, 4);
const DOT: Ground = Ground { fill: Token::Ink, border: Some(Stroke::new(Token::Paper, 3)) };

impl AbsorptionPanel {
    fn head(&self, width: i32) -> TextBlock {
        TextBlock::new(width, Wrap::Fill)
            .paragraph(&self.nama, Type::SMALL.bold())
            .paragraph(&self.pagu, NOTE)
    }

    /// Under each bar: the quarter and its share.
    fn foot(&self, index: usize, width: i32) -> TextBlock {
        let share = &self.quarters[index].share;
        let style = if share.value().is_some() { SHARE } else { NOTE };
        TextBlock::new(width, Wrap::Even)
            .paragraph(QUARTERS[index], NOTE)
            .paragraph(share.label(), style)
    }

    fn foot_height(&self, width: i32) -> i32 {
        (0..4).map(|it| self.foot(it, width).height()).max().unwrap_or(0)
    }

    fn draw(&self, canvas: &mut Canvas, panel: Panel, ticks: &[Decimal]) {
        let Rect { x, width, .. } = panel.area;
        self.head(width).draw(canvas, x, panel.area.y, Anchor::Start);
        let plot = Rect::new(x + axis_room(), panel.body_top + AIR, width - axis_room(), PLOT);
        let end = ticks.last().copied().unwrap_or(Decimal::ONE_HUNDRED);
        let scale = Scale::new(Decimal::ZERO, end, PLOT);
        for tick in ticks {
            let y = plot.bottom() - scale.at(*tick);
            let stroke = if tick.is_zero() { Stroke::EDGE } else { Stroke::HAIRLINE };
            canvas.line(&[(plot.x, y), (plot.right(), y)], stroke);
            let baseline = y + NOTE.baseline() - NOTE.leading / 2;
            let label = angka::format_percent_trimmed(*tick);
            canvas.text(plot.x - 12, baseline, &label, NOTE, Anchor::End);
        }
        let slot = plot.width / 4;
        let bar_width = (slot * 2 / 5).min(90);
        let mut points = Vec::new();
        for (index, (shift, quarter)) in (0..).zip(&self.quarters).enumerate() {
            let middle = plot.x + shift * slot + slot / 2;
            if let Some(value) = quarter.share.value() {
                let height = scale.at(value);
                let top = plot.bottom() - height;
                canvas
                    .bar(Rect::new(middle - bar_width / 2, top, bar_width, height), Token::Accent);
            }
            self.foot(index, slot - 16).draw(canvas, middle, plot.bottom() + 8, Anchor::Middle);
            if let Some(value) = quarter.cumulative.value() {
                let point = (middle, plot.bottom() - scale.at(value));
                points.push((point, quarter.cumulative.label()));
            }
        }
        let line: Vec<(i32, i32)> = points.iter().map(|it| it.0).collect();
        canvas.line(&line, CUMULATIVE_LINE);
        for (point, label) in points {
            canvas.circle(point, 9, DOT);
            // The line only rises: above and left of a point there is room.
            canvas.text(point.0 + 8, point.1 - 16, label, CUMULATIVE, Anchor::End);
        }
    }
}

fn axis_room() -> i32 {
    NOTE.width("100%") + 12
}

impl QuarterlyAbsorption {
    /// From zero to the whole pagu, or as far as the largest sum reaches.
    fn ticks(&self) -> Vec<Decimal> {
        let quarters = self.panels.iter().flat_map(|it| &it.quarters);
        let values = quarters.flat_map(|it| [it.share.value(), it.cumulative.value()]).flatten();
        ticks(Decimal::ZERO, values.fold(Decimal::ONE_HUNDRED, Decimal::max), 2)
    }
}

impl Draw for QuarterlyAbsorption {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let top = draw_legend(&mut canvas);
        let panel_width = panel_width(canvas.width(), self.panels.len());
        let slot = (panel_width - axis_room()) / 4;
        let heights: Vec<PanelHeights> = self
            .panels
            .iter()
            .map(|it| PanelHeights {
                head: it.head(panel_width).height(),
                body: AIR + PLOT + 8 + it.foot_height(slot - 16),
            })
            .collect();
        let (places, bottom) = place_panels(canvas.width(), top, &heights);
        let ticks = self.ticks();
        for (panel, place) in self.panels.iter().zip(places) {
            panel.draw(&mut canvas, place, &ticks);
        }
        canvas.finish(bottom, &self.alt())
    }

    fn alt(&self) -> String {
        let mut sentences = vec!["Penyerapan anggaran per triwulan, dalam persen pagu.".to_owned()];
        for panel in &self.panels {
            let quarters: Vec<String> = QUARTERS
                .iter()
                .zip(&panel.quarters)
                .map(|(name, it)| {
                    let (share, sum) = (it.share.label(), it.cumulative.label());
                    format!("{name} {share}, kumulatif {sum}")
                })
                .collect();
            sentences.push(format!("{} ({}): {}.", panel.nama, panel.pagu, quarters.join("; ")));
        }
        sentences.join(" ")
    }
}

/// Says what bars and line are; gives where the panels begin.
fn draw_legend(canvas: &mut Canvas) -> i32 {
    let (middle, baseline) = (NOTE.leading / 2, NOTE.baseline());
    canvas.bar(Rect::new(0, 4, 26, NOTE.leading - 8), Token::Accent);
    canvas.text(38, baseline, "terserap pada triwulan", NOTE, Anchor::Start);
    let x = 38 + NOTE.width("terserap pada triwulan") + 44;
    canvas.line(&[(x, middle), (x + 60, middle)], CUMULATIVE_LINE);
    canvas.circle((x + 30, middle), 9, DOT);
    canvas.text(x + 72, baseline, "kumulatif", NOTE, Anchor::Start);
    NOTE.leading + 30
}

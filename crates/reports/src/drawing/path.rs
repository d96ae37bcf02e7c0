//! The path of indicators over the years: realised values against the targets of the Renstra.

use rust_decimal::Decimal;
use selaras_domain::angka;

use super::canvas::{Anchor, Canvas, Ground, Rect, Stroke};
use super::palette::Token;
use super::panels::{Panel, PanelHeights, panel_width, place_panels};
use super::scale::{Scale, ticks};
use super::text_block::{TextBlock, Type, Wrap};
use super::{Amount, Draw, Svg};

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
}

/// The path of one indicator. Years need not follow one another; each list is in order of years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPanel {
    pub nama: String,
    /// After the numbers of the scale: `%`, or nothing for an index.
    pub suffix: String,
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

const PLOT: i32 = 250;
/// Above the scale, for values that lie far outside of it.
const CUT_ZONE: i32 = 70;
/// Room above and below the lines for labels.
const AIR: i32 = 40;
const NOTE: Type = Type::SMALL.coloured(Token::Soft);
const LAST: Type = Type::BODY.bold().coloured(Token::Accent);
const TARGET_LINE: Stroke = Stroke::new(Token::Soft, 3).dashed();
const REALISASI_LINE: Stroke = Stroke::new(Token::Accent, 6);
const DOT: i32 = 9;
const OPEN_DOT: Ground = Ground { fill: Token::Paper, border: Some(Stroke::new(Token::Soft, 3)) };

impl PathPanel {
    fn known(list: &[YearAmount]) -> impl Iterator<Item = (u16, Decimal)> {
        list.iter().filter_map(|it| Some((it.tahun, it.amount.value()?)))
    }

    /// The dashed line: from the kondisi awal to the end of the plan.
    fn plan(&self) -> Vec<(u16, Decimal)> {
        let start = self.kondisi_awal.as_slice();
        PathPanel::known(start).chain(PathPanel::known(&self.target)).collect()
    }

    /// Whether `value` would press the targets into a flat line if the scale reached up to it.
    fn is_outlier(&self, value: Decimal) -> bool {
        let plan = self.plan();
        let (Some(low), Some(high)) =
            (plan.iter().map(|it| it.1).min(), plan.iter().map(|it| it.1).max())
        else {
            return false;
        };
        let span = high - low;
        span > Decimal::ZERO
            && value > high * Decimal::TWO
            && value - high > span * Decimal::from(3)
    }

    fn has_outlier(&self) -> bool {
        PathPanel::known(&self.realisasi).any(|it| self.is_outlier(it.1))
    }

    /// The years from the first to the last that has a place.
    fn years(&self) -> Vec<u16> {
        let all = self.kondisi_awal.iter().chain(&self.target).chain(&self.realisasi);
        let years: Vec<u16> = all.map(|it| it.tahun).collect();
        match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) => (*first..=*last).collect(),
            _ => Vec::new(),
        }
    }

    fn ticks(&self) -> Vec<Decimal> {
        let plan = self.plan();
        let inside = PathPanel::known(&self.realisasi).filter(|it| !self.is_outlier(it.1));
        let values: Vec<Decimal> = plan.into_iter().chain(inside).map(|it| it.1).collect();
        match (values.iter().min(), values.iter().max()) {
            (Some(low), Some(high)) if low < high => ticks(*low, *high, 3),
            // A level line stands in the middle of a scale of its own.
            (Some(only), _) => ticks(only - Decimal::ONE, only + Decimal::ONE, 2),
            _ => Vec::new(),
        }
    }

    fn name_block(&self, width: i32) -> TextBlock {
        TextBlock::new(width, Wrap::Fill).paragraph(&self.nama, Type::SMALL.bold())
    }

    fn heights(&self, width: i32) -> PanelHeights {
        let cut = if self.has_outlier() { CUT_ZONE } else { 0 };
        PanelHeights {
            head: self.name_block(width).height() + 12,
            body: cut + 2 * AIR + PLOT + 10 + NOTE.leading,
        }
    }

    fn draw(&self, canvas: &mut Canvas, panel: Panel) {
        let Rect { x, width, .. } = panel.area;
        self.name_block(width).draw(canvas, x, panel.area.y, Anchor::Start);
        let (ticks, years) = (self.ticks(), self.years());
        let (Some(low), Some(high)) = (ticks.first(), ticks.last()) else {
            return;
        };

        let tick_labels: Vec<String> =
            ticks.iter().map(|it| angka::format_trimmed(*it) + &self.suffix).collect();
        let label_room = tick_labels.iter().map(|it| NOTE.width(it)).max().unwrap_or(0);
        let end_label = self.target.iter().rfind(|it| it.amount.value().is_some());
        let end_room = end_label.map_or(0, |it| NOTE.width(it.amount.label()));

        let bottom = panel.area.bottom() - NOTE.leading - 10;
        let base = bottom - AIR;
        let plot = Plot {
            left: x + label_room + 20 + DOT,
            right: panel.area.right() - end_room - DOT - 16,
            base,
            values: Scale::new(*low, *high, PLOT),
            years,
        };
        for (tick, label) in ticks.iter().zip(&tick_labels) {
            let y = plot.base - plot.values.at(*tick);
            let from = x + label_room + 14;
            canvas.line(&[(from, y), (panel.area.right() - end_room - 4, y)], Stroke::HAIRLINE);
            let baseline = y + NOTE.baseline() - NOTE.leading / 2;
            canvas.text(x + label_room, baseline, label, NOTE, Anchor::End);
        }
        self.draw_years(canvas, &plot, bottom + 10);
        self.draw_plan(canvas, &plot);
        self.draw_realisasi(canvas, &plot);
    }

    fn draw_years(&self, canvas: &mut Canvas, plot: &Plot, top: i32) {
        let room = NOTE.width("2000") + 20;
        let count = i32::try_from(plot.years.len()).unwrap_or(i32::MAX);
        let every = (room * count / (plot.right - plot.left).max(1)).max(0) + 1;
        for (index, year) in (0..).zip(&plot.years) {
            // From the end backwards, since the last year is the one the plan is about.
            if (count - 1 - index) % every == 0 {
                let x = plot.x(*year);
                canvas.text(x, top + NOTE.baseline(), &year.to_string(), NOTE, Anchor::Middle);
            }
        }
    }

    fn draw_plan(&self, canvas: &mut Canvas, plot: &Plot) {
        let points: Vec<(i32, i32)> =
            self.plan().into_iter().map(|(year, value)| (plot.x(year), plot.y(value))).collect();
        canvas.line(&points, TARGET_LINE);
        if let Some((year, value)) = PathPanel::known(self.kondisi_awal.as_slice()).next() {
            canvas.circle((plot.x(year), plot.y(value)), DOT - 1, OPEN_DOT);
        }
        let last = self.target.iter().rev().find_map(|it| Some((it, it.amount.value()?)));
        if let Some((target, value)) = last {
            let baseline = plot.y(value) + NOTE.baseline() - NOTE.leading / 2;
            let x = plot.x(target.tahun) + DOT + 14;
            canvas.text(x, baseline, target.amount.label(), NOTE, Anchor::Start);
        }
    }

    fn draw_realisasi(&self, canvas: &mut Canvas, plot: &Plot) {
        let place = |(year, value): (u16, Decimal)| {
            let y = if self.is_outlier(value) {
                plot.base - PLOT - AIR - CUT_ZONE / 2
            } else {
                plot.y(value)
            };
            (plot.x(year), y)
        };
        let values: Vec<(u16, Decimal)> = PathPanel::known(&self.realisasi).collect();
        let points: Vec<(i32, i32)> = values.iter().map(|it| place(*it)).collect();
        canvas.line(&points, REALISASI_LINE);
        for ends in values.windows(2) {
            let outside = ends.iter().filter(|it| self.is_outlier(it.1)).count();
            if outside == 1 {
                draw_break(canvas, place(ends[0]), place(ends[1]), plot.base - PLOT - AIR / 2);
            }
        }
        for point in &points {
            canvas.circle(*point, DOT, Ground { fill: Token::Accent, border: None });
        }
        let Some((year, value)) = values.last() else {
            return;
        };
        let label = self.realisasi.iter().rfind(|it| it.tahun == *year);
        let label = label.map_or("", |it| it.amount.label());
        let (x, y) = place((*year, *value));
        if self.is_outlier(*value) {
            let baseline = y + LAST.baseline() - LAST.leading / 2;
            canvas.text(x + DOT + 10, baseline, label, LAST, Anchor::Start);
            let x = x + DOT + 10 + LAST.width(label) + 10;
            canvas.text(x, baseline, "di luar skala", NOTE, Anchor::Start);
            return;
        }
        // On the side of the point where the line of the plan is not.
        let plan = self.plan();
        let target = plan.iter().rev().find(|it| it.0 <= *year).or(plan.first());
        let is_above = target.is_none_or(|it| *value >= it.1);
        let top = if is_above { y - DOT - 2 - LAST.leading } else { y + DOT + 2 };
        let half = LAST.width(label) / 2;
        // A label wider than the plot begins where the plot does.
        let least = plot.left - DOT + half;
        let middle = x.clamp(least, (plot.right + DOT - half).max(least));
        canvas.text(middle, top + LAST.baseline(), label, LAST, Anchor::Middle);
    }
}

/// A zigzag across the line from `from` to `to` where it passes the height `y`.
fn draw_break(canvas: &mut Canvas, from: (i32, i32), to: (i32, i32), y: i32) {
    let rise = to.1 - from.1;
    if rise == 0 {
        return;
    }
    let x = from.0 + (to.0 - from.0) * (y - from.1) / rise;
    for shift in [-9, 9] {
        let zigzag: Vec<(i32, i32)> = (0..5)
            .map(|it| (x - 24 + it * 12, y + shift + if it % 2 == 0 { 5 } else { -5 }))
            .collect();
        canvas.line(&zigzag, Stroke::new(Token::Paper, 7));
    }
}

/// The frame of a plot: years across, values up from `base`.
struct Plot {
    left: i32,
    right: i32,
    base: i32,
    values: Scale,
    years: Vec<u16>,
}

impl Plot {
    fn x(&self, year: u16) -> i32 {
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return self.left;
        };
        if first == last {
            return i32::midpoint(self.left, self.right);
        }
        let done = i32::from(year.saturating_sub(*first));
        self.left + (self.right - self.left) * done / i32::from(last - first)
    }

    fn y(&self, value: Decimal) -> i32 {
        self.base - self.values.at(value)
    }
}

impl Draw for IndicatorPaths {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let top = draw_legend(&mut canvas);
        let panel_width = panel_width(canvas.width(), self.panels.len());
        let heights: Vec<PanelHeights> =
            self.panels.iter().map(|it| it.heights(panel_width)).collect();
        let (places, bottom) = place_panels(canvas.width(), top, &heights);
        for (panel, place) in self.panels.iter().zip(places) {
            panel.draw(&mut canvas, place);
        }
        canvas.finish(bottom, &self.alt())
    }

    fn alt(&self) -> String {
        let list = |list: &[YearAmount]| {
            let values: Vec<String> =
                list.iter().map(|it| format!("{} ({})", it.amount.label(), it.tahun)).collect();
            values.join(", ")
        };
        let mut sentences = vec!["Jalur realisasi terhadap target Renstra.".to_owned()];
        for panel in &self.panels {
            let mut parts = Vec::new();
            for (word, values) in [
                ("kondisi awal", panel.kondisi_awal.as_slice()),
                ("target", panel.target.as_slice()),
                ("realisasi", panel.realisasi.as_slice()),
            ] {
                if !values.is_empty() {
                    parts.push(format!("{word} {}", list(values)));
                }
            }
            sentences.push(format!("{}: {}.", panel.nama, parts.join("; ")));
        }
        sentences.join(" ")
    }
}

/// Says what the lines are; gives where the panels begin.
fn draw_legend(canvas: &mut Canvas) -> i32 {
    let (middle, baseline) = (NOTE.leading / 2, NOTE.baseline());
    let mut x = 0;
    canvas.line(&[(x, middle), (x + 60, middle)], REALISASI_LINE);
    canvas.circle((x + 30, middle), DOT, Ground { fill: Token::Accent, border: None });
    canvas.text(x + 72, baseline, "realisasi", NOTE, Anchor::Start);
    x += 72 + NOTE.width("realisasi") + 44;
    canvas.line(&[(x, middle), (x + 62, middle)], TARGET_LINE);
    canvas.text(x + 74, baseline, "target Renstra", NOTE, Anchor::Start);
    x += 74 + NOTE.width("target Renstra") + 44;
    canvas.circle((x + DOT, middle), DOT - 1, OPEN_DOT);
    canvas.text(x + 2 * DOT + 12, baseline, "kondisi awal", NOTE, Anchor::Start);
    NOTE.leading + 30
}

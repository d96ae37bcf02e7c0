//! Many points on two scales, in four quadrants with names.

use rust_decimal::Decimal;
use selaras_domain::angka;

use super::{BudgetPerformance, MOST, NOTE};
use crate::drawing::canvas::{Anchor, Canvas, Ground, Point, Rect, Stroke};
use crate::drawing::palette::Token;
use crate::drawing::scale::{Scale, ticks};
use crate::drawing::text_block::{TextBlock, Type, Wrap};

const PLOT_HEIGHT: i32 = 780;
const DOT: i32 = 10;
const NUMBER: Type = Type::SMALL.bold();
/// More keys than these stand under the plot, in two columns.
const MOST_KEYS_BESIDE: usize = 7;
/// At the right of the plot, for marks on its edge.
const MARGIN: i32 = 24;
const LABEL_AIR: i32 = 8;
const KEY_INDENT: i32 = 54;

/// A place on the plot with the numbers of all points that share it.
struct Spot {
    at: Point,
    numbers: Vec<usize>,
    /// Further up than the scale reaches: the capaian as words.
    beyond: Option<String>,
}

impl Spot {
    /// What the dot covers, with some air.
    fn room(&self) -> Rect {
        let reach = DOT + 4;
        // The mark of a value beyond the scale hangs under the edge of the plot.
        let below = if self.beyond.is_some() { 12 } else { 0 };
        Rect::new(self.at.0 - reach, self.at.1 - reach, 2 * reach, 2 * reach + below)
    }
}

/// A corner of a quadrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Corner {
    UpperLeft,
    UpperRight,
    LowerLeft,
    LowerRight,
}

const NAME_MARGIN: i32 = 14;

impl Corner {
    /// This corner, the one across, the other two.
    fn nearest_first(self) -> [Corner; 4] {
        use Corner::{LowerLeft, LowerRight, UpperLeft, UpperRight};
        match self {
            UpperLeft => [UpperLeft, UpperRight, LowerLeft, LowerRight],
            UpperRight => [UpperRight, UpperLeft, LowerRight, LowerLeft],
            LowerLeft => [LowerLeft, LowerRight, UpperLeft, UpperRight],
            LowerRight => [LowerRight, LowerLeft, UpperRight, UpperLeft],
        }
    }

    fn place(self, quadrant: Rect, width: i32, height: i32) -> Rect {
        let x = match self {
            Corner::UpperLeft | Corner::LowerLeft => quadrant.x + NAME_MARGIN,
            Corner::UpperRight | Corner::LowerRight => quadrant.right() - NAME_MARGIN - width,
        };
        let y = match self {
            Corner::UpperLeft | Corner::UpperRight => quadrant.y + NAME_MARGIN,
            Corner::LowerLeft | Corner::LowerRight => quadrant.bottom() - NAME_MARGIN - height,
        };
        Rect::new(x, y, width, height)
    }
}

impl BudgetPerformance {
    pub(super) fn draw_scatter(&self, canvas: &mut Canvas) -> i32 {
        let width = canvas.width();
        let beside = self.points.len() <= MOST_KEYS_BESIDE;
        let axis_room = NOTE.width("100%") + 14;
        let top = NOTE.leading + 20;
        let plot_width = if beside { width * 60 / 100 } else { width } - axis_room - MARGIN;
        let plot = Rect::new(axis_room, top, plot_width, PLOT_HEIGHT);

        let (across, up) = (self.serapan_scale(plot.width), self.capaian_scale(plot.height));
        self.draw_quadrants(canvas, plot, &across, &up);
        let spots = self.spots(plot, &across.scale, &up.scale);
        let mut taken = self.draw_quadrant_names(canvas, plot, &across.scale, &up.scale, &spots);
        let threshold_x = plot.x + across.scale.at(self.serapan_threshold);
        let threshold_y = plot.bottom() - up.scale.at(self.capaian_threshold);
        taken.push(Rect { x: threshold_x, width: 1, ..plot });
        taken.push(Rect { y: threshold_y, height: 1, ..plot });
        draw_spots(canvas, plot, &spots, taken);

        let plot_bottom = plot.bottom() + 10 + 2 * NOTE.leading;
        if beside {
            let x = plot.right() + 50;
            plot_bottom.max(self.draw_keys(canvas, x, plot.y, width - x, 0..self.points.len()))
        } else {
            let column = (width - 60) / 2;
            let half = self.points.len().div_ceil(2);
            let y = plot_bottom + 24;
            let left = self.draw_keys(canvas, 0, y, column, 0..half);
            let right = self.draw_keys(canvas, column + 60, y, column, half..self.points.len());
            left.max(right)
        }
    }

    fn serapan_scale(&self, length: i32) -> Axis {
        let values = self.points.iter().filter_map(|it| it.serapan.value());
        Axis::new(values, self.serapan_threshold, Decimal::ONE_HUNDRED, length)
    }

    fn capaian_scale(&self, length: i32) -> Axis {
        let values = self.points.iter().filter_map(|it| it.capaian.value());
        Axis::new(values, self.capaian_threshold, MOST, length)
    }

    /// Frame, thresholds and the numbers of both axes.
    fn draw_quadrants(&self, canvas: &mut Canvas, plot: Rect, across: &Axis, up: &Axis) {
        let threshold_x = plot.x + across.scale.at(self.serapan_threshold);
        let threshold_y = plot.bottom() - up.scale.at(self.capaian_threshold);
        let good = Rect::new(threshold_x, plot.y, plot.right() - threshold_x, threshold_y - plot.y);
        canvas.bar(good, Token::Raised);
        let corners = [
            (plot.x, plot.y),
            (plot.right(), plot.y),
            (plot.right(), plot.bottom()),
            (plot.x, plot.bottom()),
            (plot.x, plot.y),
        ];
        canvas.line(&corners, Stroke::new(Token::Line, 2));
        let threshold = Stroke::EDGE.dashed();
        canvas.line(&[(threshold_x, plot.y), (threshold_x, plot.bottom())], threshold);
        canvas.line(&[(plot.x, threshold_y), (plot.right(), threshold_y)], threshold);

        let title = "capaian kinerja";
        canvas.text(0, NOTE.baseline(), title, NOTE.bold(), Anchor::Start);
        for tick in &up.ticks {
            let y = plot.bottom() - up.scale.at(*tick);
            let baseline = y + NOTE.baseline() - NOTE.leading / 2;
            let label = angka::format_percent_trimmed(*tick);
            canvas.text(plot.x - 12, baseline, &label, NOTE, Anchor::End);
        }
        let baseline = plot.bottom() + 10 + NOTE.baseline();
        for tick in &across.ticks {
            let x = plot.x + across.scale.at(*tick);
            let label = angka::format_percent_trimmed(*tick);
            let half = NOTE.width(&label) / 2;
            let x = x.min(canvas.width() - half);
            canvas.text(x, baseline, &label, NOTE, Anchor::Middle);
        }
        let baseline = baseline + NOTE.leading;
        canvas.text(plot.right(), baseline, "serapan anggaran", NOTE.bold(), Anchor::End);
    }

    /// Names the quadrants, in their outer corners where no dot is; gives the room the names take.
    fn draw_quadrant_names(
        &self,
        canvas: &mut Canvas,
        plot: Rect,
        across: &Scale,
        up: &Scale,
        spots: &[Spot],
    ) -> Vec<Rect> {
        let x = plot.x + across.at(self.serapan_threshold);
        let y = plot.bottom() - up.at(self.capaian_threshold);
        let left = |top, height| Rect::new(plot.x, top, x - plot.x, height);
        let right = |top, height| Rect::new(x, top, plot.right() - x, height);
        let (above, below) = (y - plot.y, plot.bottom() - y);
        let quadrants = [
            ("Tercapai dengan anggaran lebih sedikit", left(plot.y, above), Corner::UpperLeft),
            ("Tercapai, anggaran terserap", right(plot.y, above), Corner::UpperRight),
            ("Anggaran belum terserap, kinerja belum tercapai", left(y, below), Corner::LowerLeft),
            ("Anggaran terserap, kinerja belum tercapai", right(y, below), Corner::LowerRight),
        ];
        let mut taken = Vec::new();
        for (name, quadrant, corner) in quadrants {
            // A quadrant that the scales leave out has no name.
            if quadrant.width < 60 || quadrant.height < 60 {
                continue;
            }
            let width = (quadrant.width - 2 * NAME_MARGIN).clamp(190, 420);
            let block = TextBlock::new(width, Wrap::Fill).paragraph(name, NOTE);
            let place = |corner: Corner| corner.place(quadrant, block.widest(), block.height());
            let is_free = |it: &Rect| !spots.iter().any(|spot| spot.room().overlaps(*it));
            let rect = corner.nearest_first().map(place).into_iter().find(is_free);
            let rect = rect.unwrap_or_else(|| place(corner));
            block.draw(canvas, rect.x, rect.y, Anchor::Start);
            taken.push(rect);
        }
        taken
    }

    fn spots(&self, plot: Rect, across: &Scale, up: &Scale) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::new();
        for (index, point) in self.points.iter().enumerate() {
            let (Some(serapan), Some(capaian)) = (point.serapan.value(), point.capaian.value())
            else {
                continue;
            };
            let at = (plot.x + across.at(serapan), plot.bottom() - up.at(capaian));
            let beyond = up.is_beyond(capaian).then(|| point.capaian.label().to_owned());
            let number = index + 1;
            match spots.iter_mut().find(|it| it.at == at && it.beyond == beyond) {
                Some(spot) => spot.numbers.push(number),
                None => spots.push(Spot { at, numbers: vec![number], beyond }),
            }
        }
        spots
    }

    /// Number, name and values of the points in `range`; gives the lower edge.
    fn draw_keys(
        &self,
        canvas: &mut Canvas,
        x: i32,
        top: i32,
        width: i32,
        range: std::ops::Range<usize>,
    ) -> i32 {
        let mut y = top;
        for index in range {
            let point = &self.points[index];
            let number = (index + 1).to_string();
            canvas.text(x + 34, y + NUMBER.baseline(), &number, NUMBER, Anchor::End);
            let (capaian, serapan) = (point.capaian.label(), point.serapan.label());
            let values = format!("capaian {capaian} · serapan {serapan}");
            let key = TextBlock::new(width - KEY_INDENT, Wrap::Fill)
                .paragraph(&point.nama, Type::SMALL)
                .paragraph(&values, NOTE);
            key.draw(canvas, x + KEY_INDENT, y, Anchor::Start);
            y += key.height() + 16;
        }
        y - 16
    }
}

/// A scale with the numbers to write at it.
struct Axis {
    scale: Scale,
    ticks: Vec<Decimal>,
}

impl Axis {
    /// Over the values and the threshold, by itself not above `most`, at least five on either side of it; values above
    /// [`MOST`] are left beyond.
    fn new(
        values: impl Iterator<Item = Decimal>,
        threshold: Decimal,
        most: Decimal,
        length: i32,
    ) -> Axis {
        let five = Decimal::from(5);
        let (mut low, mut high) = (threshold - five, threshold + five);
        for value in values.filter(|it| *it <= MOST) {
            (low, high) = (low.min(value), high.max(value));
        }
        // No side of the threshold is less than half of the other, so that names have room.
        let (below, above) = (threshold - low, high - threshold);
        low = low.min(threshold - above / Decimal::TWO);
        high = high.max(threshold + below / Decimal::TWO).min(most.max(high));
        let ticks = ticks(low.max(Decimal::ZERO), high, 5);
        let ends = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
        Axis { scale: Scale::new(ends.0, ends.1, length), ticks }
    }
}

/// Draws dots and their numbers, the numbers where they touch nothing, with a line if far away.
fn draw_spots(canvas: &mut Canvas, plot: Rect, spots: &[Spot], mut taken: Vec<Rect>) {
    taken.extend(spots.iter().map(Spot::room));
    for spot in spots {
        let numbers: Vec<String> = spot.numbers.iter().map(ToString::to_string).collect();
        let mut label = numbers.join(", ");
        if let Some(beyond) = &spot.beyond {
            label = format!("{label}: {beyond}");
        }
        let (width, height) = (NUMBER.width(&label), NUMBER.leading - 6);
        let (x, y) = spot.at;
        let inside = |it: &Rect| {
            it.x >= plot.x
                && it.right() <= plot.right()
                && it.y >= plot.y
                && it.bottom() <= plot.bottom()
        };
        let free = candidates((x, y), width, height)
            .find(|it| inside(it) && !taken.iter().any(|other| other.overlaps(airy(*it))));
        let place = free.unwrap_or(Rect::new(
            (x + DOT + 4).min(plot.right() - width),
            y - height / 2,
            width,
            height,
        ));
        let near = DOT + LABEL_AIR + 8;
        let near = Rect::new(x - near, y - near, 2 * near, 2 * near);
        if !near.overlaps(place) {
            let end = if place.x > x { place.x - 4 } else { place.right() + 4 };
            canvas.line(&[(x, y), (end, place.centre())], Stroke::new(Token::Edge, 1));
        }
        taken.push(place);
        let baseline = place.y + NUMBER.baseline() - 3;
        canvas.text(place.x, baseline, &label, NUMBER, Anchor::Start);
    }
    for spot in spots {
        if spot.beyond.is_some() {
            let (x, y) = spot.at;
            canvas.polygon(&[(x, y - 2), (x + 13, y + 18), (x - 13, y + 18)], Token::Accent);
        } else {
            let ground = Ground { fill: Token::Accent, border: Some(Stroke::new(Token::Paper, 3)) };
            canvas.circle(spot.at, DOT, ground);
        }
    }
}

/// The room of a label with the air that keeps it apart from the next one.
fn airy(label: Rect) -> Rect {
    Rect { x: label.x - LABEL_AIR, width: label.width + 2 * LABEL_AIR, ..label }
}

/// Places around a dot, nearer ones first: right, left, above, below and the corners.
fn candidates((x, y): Point, width: i32, height: i32) -> impl Iterator<Item = Rect> {
    (0..10).flat_map(move |ring| {
        let reach = DOT + LABEL_AIR + 5 + ring * 16;
        let (right, left) = (x + reach, x - reach - width);
        let (above, below) = (y - reach - height, y + reach);
        [
            (right, y - height / 2),
            (left, y - height / 2),
            (x - width / 2, above),
            (x - width / 2, below),
            (right, above),
            (right, below),
            (left, above),
            (left, below),
        ]
        .map(|(x, y)| Rect::new(x, y, width, height))
    })
}

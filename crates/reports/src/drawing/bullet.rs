//! Bullet bars: a bar for the realisasi, a mark for the target, a light band for the scale.

use rust_decimal::Decimal;
use selaras_domain::angka;

use super::amount::{Amount, Status, draw_status, status_size};
use super::canvas::{Anchor, Canvas, Rect, Stroke};
use super::palette::Token;
use super::scale::{Scale, ticks};
use super::text_block::{TextBlock, Type, Wrap};
use super::{Draw, Svg};

/// Target and realisasi of one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulletRow {
    pub nama: String,
    pub realisasi: Amount,
    pub target: Amount,
    /// Predicate or status of the row, in words and a tone.
    pub status: Option<Status>,
}

/// What the bars are measured on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulletScale {
    /// One scale from zero for all bars, with numbers under it; longer bars are cut visibly. A
    /// target beyond `max` lengthens it.
    Common {
        max: Decimal,
        /// After the numbers of the scale: `%`.
        suffix: String,
    },
    /// Every bar on the scale of its own target, so that all targets stand in one line: for
    /// indicators in different units. The band reaches to 125% of the target.
    OwnTarget,
}

/// Target against realisasi of several indicators. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulletBars {
    pub rows: Vec<BulletRow>,
    pub scale: BulletScale,
}

/// A single bar without words, to stand under a key figure that says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulletBar {
    /// What the figure is, for the alternative text.
    pub nama: String,
    pub realisasi: Amount,
    pub target: Amount,
    pub scale: BulletScale,
}

const BAND: i32 = 38;
const BAR: i32 = 18;
/// How far the mark of the target reaches out of the band, above and below.
const MARK_REACH: i32 = 6;
const MARK: i32 = 6;
const ROW_GAP: i32 = 26;
const COLUMN_GAP: i32 = 36;
/// Of the words for an absent target.
const ABSENT_WIDTH: i32 = 150;

impl BulletScale {
    /// The value at the end of the band.
    fn end<'a>(
        &self,
        realisasi: &Amount,
        target: &Amount,
        targets: impl Iterator<Item = &'a Amount>,
    ) -> Decimal {
        match self {
            BulletScale::Common { max, .. } => {
                targets.filter_map(Amount::value).fold(*max, Decimal::max)
            }
            BulletScale::OwnTarget => {
                let measure = target.value().filter(|it| *it > Decimal::ZERO);
                let measure = measure.or(realisasi.value()).unwrap_or(Decimal::ONE);
                measure * Decimal::new(125, 2)
            }
        }
    }
}

/// Band, bar and mark in `band`; a bar beyond the scale ends in a gap cut out of it.
fn draw_bar(canvas: &mut Canvas, band: Rect, scale: Scale, realisasi: &Amount, target: &Amount) {
    canvas.bar(band, Token::Line);
    if let Some(value) = realisasi.value() {
        let bar = Rect::new(band.x, band.centre() - BAR / 2, scale.at(value), BAR);
        canvas.bar(bar, Token::Accent);
        if scale.is_beyond(value) {
            draw_cut(canvas, bar);
        }
    }
    if let Some(value) = target.value() {
        let x = band.x + scale.at(value).clamp(MARK / 2, band.width - MARK / 2);
        let mark = Rect::new(x - MARK / 2, band.y - MARK_REACH, MARK, band.height + 2 * MARK_REACH);
        canvas.bar(mark, Token::Ink);
    }
}

/// A zigzag in the colour of the ground across a bar near its end: it goes on, out of the scale.
pub(super) fn draw_cut(canvas: &mut Canvas, bar: Rect) {
    let (top, bottom) = (bar.y - 4, bar.bottom() + 4);
    let step = (bottom - top) / 4;
    for shift in [44, 28] {
        let x = bar.right() - shift;
        let points: Vec<(i32, i32)> =
            (0..5).map(|it| (x + if it % 2 == 0 { 4 } else { -4 }, top + it * step)).collect();
        canvas.line(&points, Stroke::new(Token::Paper, 6));
    }
}

/// `Persentase …: realisasi 85,8%, target 100%`.
fn sentence(nama: &str, realisasi: &Amount, target: &Amount, status: Option<&Status>) -> String {
    let status = status.map(|it| format!(", {}", it.word.to_lowercase())).unwrap_or_default();
    format!("{nama}: realisasi {}, target {}{status}.", realisasi.label(), target.label())
}

impl Draw for BulletBar {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let band = Rect::new(0, MARK_REACH, canvas.width(), BAND);
        let targets = std::iter::once(&self.target);
        let end = self.scale.end(&self.realisasi, &self.target, targets);
        let scale = Scale::new(Decimal::ZERO, end, band.width);
        draw_bar(&mut canvas, band, scale, &self.realisasi, &self.target);
        canvas.finish(band.bottom() + MARK_REACH, &self.alt())
    }

    fn alt(&self) -> String {
        sentence(&self.nama, &self.realisasi, &self.target, None)
    }
}

/// Where the columns of the rows are.
struct Columns {
    name_width: i32,
    bar: Rect,
    /// Right edges.
    realisasi: i32,
    target: i32,
    /// Left edge.
    status: i32,
}

const HEAD: Type = Type::SMALL.coloured(Token::Soft);
const REALISASI: Type = Type::BODY.bold();
const TARGET: Type = Type::BODY;

/// The number; its absence is said where the bar would be, and the column shows a dash.
fn realisasi_block(amount: &Amount) -> TextBlock {
    match amount {
        Amount::Known { .. } => amount_block(amount, REALISASI),
        Amount::Absent { .. } => amount_block(&Amount::absent("–"), REALISASI),
    }
}

/// A number, or in soft small type the words for its absence, wrapped.
fn amount_block(amount: &Amount, style: Type) -> TextBlock {
    match amount {
        Amount::Known { label, .. } => {
            TextBlock::new(style.width(label), Wrap::Fill).paragraph(label, style)
        }
        Amount::Absent { label } => TextBlock::new(ABSENT_WIDTH, Wrap::Fill).paragraph(label, HEAD),
    }
}

impl BulletBars {
    fn columns(&self, width: i32) -> Columns {
        let column_width = |head: &str, blocks: &mut dyn Iterator<Item = TextBlock>| {
            blocks.map(|it| it.widest()).fold(HEAD.width(head), i32::max)
        };
        let mut realisasi = self.rows.iter().map(|it| realisasi_block(&it.realisasi));
        let realisasi_width = column_width("Realisasi", &mut realisasi);
        let mut target = self.rows.iter().map(|it| amount_block(&it.target, TARGET));
        let target_width = column_width("Target", &mut target);
        let statuses = self.rows.iter().filter_map(|it| it.status.as_ref());
        let status_widths = statuses.map(|it| status_size(it).0);
        let status_room = status_widths.max().map_or(0, |it| it + COLUMN_GAP);

        let status = width - status_room + COLUMN_GAP;
        let target = width - status_room;
        let realisasi = target - target_width - COLUMN_GAP;
        let name_width = width * 35 / 100;
        let bar_x = name_width + COLUMN_GAP;
        let bar_width = realisasi - realisasi_width - COLUMN_GAP - bar_x;
        Columns {
            name_width,
            bar: Rect::new(bar_x, 0, bar_width.max(60), BAND),
            realisasi,
            target,
            status,
        }
    }

    /// Says what bar and mark are, and heads the numbers.
    fn draw_head(&self, canvas: &mut Canvas, columns: &Columns) -> i32 {
        let baseline = HEAD.baseline();
        let middle = HEAD.leading / 2;
        let mark_x = 54 + HEAD.width("realisasi") + 30;
        let width = mark_x + MARK + 10 + HEAD.width("target");
        // Over the bars, or over the names where the bars are short.
        let x = if width <= columns.bar.width { columns.bar.x } else { 0 };
        canvas.bar(Rect::new(x, middle - BAR / 2 + 1, 44, BAR), Token::Accent);
        canvas.text(x + 54, baseline, "realisasi", HEAD, Anchor::Start);
        canvas.bar(Rect::new(x + mark_x, middle - 15, MARK, 32), Token::Ink);
        canvas.text(x + mark_x + MARK + 10, baseline, "target", HEAD, Anchor::Start);
        canvas.text(columns.realisasi, baseline, "Realisasi", HEAD, Anchor::End);
        canvas.text(columns.target, baseline, "Target", HEAD, Anchor::End);
        HEAD.leading + 8
    }

    fn draw_row(&self, canvas: &mut Canvas, columns: &Columns, row: &BulletRow, top: i32) -> i32 {
        let name = TextBlock::new(columns.name_width, Wrap::Fill).paragraph(&row.nama, Type::BODY);
        let realisasi = realisasi_block(&row.realisasi);
        let target = amount_block(&row.target, TARGET);
        let absence = TextBlock::new(columns.bar.width, Wrap::Fill);
        let absence = match &row.realisasi {
            Amount::Known { .. } => absence,
            Amount::Absent { label } => absence.paragraph(label, HEAD),
        };
        let status_height = row.status.as_ref().map_or(0, |it| status_size(it).1);
        let heights = [name.height(), target.height(), absence.height(), status_height];
        let height = heights.into_iter().fold(BAND + 2 * MARK_REACH, i32::max);
        let centred = |block_height: i32| top + (height - block_height) / 2;

        name.draw(canvas, 0, centred(name.height()), Anchor::Start);
        realisasi.draw(canvas, columns.realisasi, centred(realisasi.height()), Anchor::End);
        target.draw(canvas, columns.target, centred(target.height()), Anchor::End);
        if let Some(status) = &row.status {
            draw_status(canvas, columns.status, centred(status_height), status);
        }
        if let Amount::Absent { .. } = row.realisasi {
            absence.draw(canvas, columns.bar.x, centred(absence.height()), Anchor::Start);
            return top + height;
        }
        let band = Rect { y: centred(BAND), ..columns.bar };
        let targets = self.rows.iter().map(|it| &it.target);
        let end = self.scale.end(&row.realisasi, &row.target, targets);
        let scale = Scale::new(Decimal::ZERO, end, band.width);
        draw_bar(canvas, band, scale, &row.realisasi, &row.target);
        top + height
    }

    /// The numbers under a common scale.
    fn draw_axis(&self, canvas: &mut Canvas, columns: &Columns, top: i32) -> i32 {
        let BulletScale::Common { suffix, .. } = &self.scale else {
            return top;
        };
        let none = Amount::absent("");
        let targets = self.rows.iter().map(|it| &it.target);
        let end = self.scale.end(&none, &none, targets);
        let scale = Scale::new(Decimal::ZERO, end, columns.bar.width);
        for tick in ticks(Decimal::ZERO, end, 5).into_iter().filter(|it| *it <= end) {
            let x = columns.bar.x + scale.at(tick);
            canvas.line(&[(x, top), (x, top + 8)], Stroke::EDGE);
            let label = angka::format_trimmed(tick) + suffix;
            canvas.text(x, top + 8 + HEAD.baseline(), &label, HEAD, Anchor::Middle);
        }
        top + 8 + HEAD.leading
    }
}

impl Draw for BulletBars {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let columns = self.columns(canvas.width());
        let mut y = self.draw_head(&mut canvas, &columns);
        for row in &self.rows {
            let rule = y + ROW_GAP / 2 - MARK_REACH;
            canvas.line(&[(0, rule), (canvas.width(), rule)], Stroke::HAIRLINE);
            y = self.draw_row(&mut canvas, &columns, row, y + ROW_GAP);
        }
        let bottom = self.draw_axis(&mut canvas, &columns, y + ROW_GAP / 2);
        canvas.finish(bottom, &self.alt())
    }

    fn alt(&self) -> String {
        let rows = self
            .rows
            .iter()
            .map(|it| sentence(&it.nama, &it.realisasi, &it.target, it.status.as_ref()));
        let mut sentences = vec!["Batang realisasi dengan tanda target.".to_owned()];
        sentences.extend(rows);
        sentences.join(" ")
    }
}

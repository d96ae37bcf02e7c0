//! Capaian and serapan of a few programs as pairs of bars.

use rust_decimal::Decimal;

use super::{BudgetPerformance, MOST, NOTE};
use crate::drawing::Amount;
use crate::drawing::bullet::draw_cut;
use crate::drawing::canvas::{Anchor, Canvas, Rect, Stroke};
use crate::drawing::palette::Token;
use crate::drawing::scale::Scale;
use crate::drawing::text_block::{TextBlock, Type, Wrap};

const VALUE: Type = Type::SMALL.bold();
const BAR: i32 = 26;
const PAIR_GAP: i32 = 8;
const ROW_GAP: i32 = 30;

impl BudgetPerformance {
    pub(super) fn draw_pairs(&self, canvas: &mut Canvas) -> i32 {
        let width = canvas.width();
        let name_width = width * 36 / 100;
        let bar_x = name_width + 36;
        let amounts = self.points.iter().flat_map(|it| [&it.capaian, &it.serapan]);
        let known = amounts.filter(|it| it.value().is_some());
        let label_room = known.map(|it| VALUE.width(it.label())).max().unwrap_or(0) + 16;
        let bar_room = (width - bar_x - label_room).max(100);
        let values = self.points.iter().flat_map(|it| [it.capaian.value(), it.serapan.value()]);
        let most = values.flatten().fold(Decimal::ONE_HUNDRED, Decimal::max).min(MOST);
        let scale = Scale::new(Decimal::ZERO, most, bar_room);

        let mut y = draw_pair_legend(canvas, bar_x) + 8;
        let full = bar_x + scale.at(Decimal::ONE_HUNDRED);
        let rule_top = y;
        let mut rows = Vec::new();
        for point in &self.points {
            let name = TextBlock::new(name_width, Wrap::Fill).paragraph(&point.nama, Type::BODY);
            let height = name.height().max(2 * BAR + PAIR_GAP);
            rows.push((point, name, y + ROW_GAP, height));
            y += ROW_GAP + height;
        }
        let bottom = y + 14;
        canvas.line(&[(full, rule_top + 14), (full, bottom)], Stroke::EDGE.dashed());
        canvas.text(full, bottom + NOTE.baseline(), "100%", NOTE, Anchor::Middle);
        for (point, name, top, height) in rows {
            let rule = top - ROW_GAP / 2;
            canvas.line(&[(0, rule), (width, rule)], Stroke::HAIRLINE);
            name.draw(canvas, 0, top + (height - name.height()) / 2, Anchor::Start);
            let mut bar_y = top + (height - 2 * BAR - PAIR_GAP) / 2;
            for (amount, colour) in [(&point.capaian, Token::Accent), (&point.serapan, Token::Edge)]
            {
                draw_bar(canvas, (bar_x, bar_y), scale, amount, colour);
                bar_y += BAR + PAIR_GAP;
            }
        }
        bottom + NOTE.leading
    }
}

fn draw_bar(canvas: &mut Canvas, (x, y): (i32, i32), scale: Scale, amount: &Amount, colour: Token) {
    let length = amount.value().map_or(0, |it| scale.at(it));
    let bar = Rect::new(x, y, length, BAR);
    canvas.bar(bar, colour);
    if amount.value().is_some_and(|it| scale.is_beyond(it)) {
        draw_cut(canvas, bar);
    }
    let style = if amount.value().is_some() { VALUE } else { NOTE };
    let label_x = x + length + if length > 0 { 12 } else { 0 };
    let label =
        TextBlock::new(canvas.width() - label_x, Wrap::Fill).paragraph(amount.label(), style);
    // The line of 100% would run through the label.
    canvas.bar(Rect::new(label_x, y, label.widest() + 8, BAR), Token::Paper);
    label.draw(canvas, label_x, y + (BAR - label.height()) / 2, Anchor::Start);
}

fn draw_pair_legend(canvas: &mut Canvas, from: i32) -> i32 {
    let mut x = from;
    for (word, colour) in [("capaian kinerja", Token::Accent), ("serapan anggaran", Token::Edge)] {
        canvas.bar(Rect::new(x, (NOTE.leading - 18) / 2 + 1, 44, 18), colour);
        canvas.text(x + 54, NOTE.baseline(), word, NOTE, Anchor::Start);
        x += 54 + NOTE.width(word) + 40;
    }
    NOTE.leading
}

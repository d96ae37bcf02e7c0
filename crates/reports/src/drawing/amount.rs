//! A number to draw together with the words it is shown as, or the words for its absence.

use rust_decimal::Decimal;
use selaras_domain::dokumen::Tone;

use super::canvas::{Anchor, Canvas, Ground, Stroke};
use super::palette::Token;
use super::text_block::{TextBlock, Type, Wrap};

const STATUS: Type = Type::SMALL;
const MARK_ROOM: i32 = 34;
/// Longer words take a second line.
const WORD_WIDTH: i32 = 216;

/// A number and its display, or why there is none. The label is what the figure shows elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// `value` places the mark, `label` stands beside it: 85.8 and `85,8%`.
    Known { value: Decimal, label: String },
    /// Nothing to place: `tidak terbaca pada sumber`.
    Absent { label: String },
}

impl Amount {
    pub fn known(value: impl Into<Decimal>, label: impl Into<String>) -> Amount {
        Amount::Known { value: value.into(), label: label.into() }
    }

    pub fn absent(label: impl Into<String>) -> Amount {
        Amount::Absent { label: label.into() }
    }

    pub fn label(&self) -> &str {
        match self {
            Amount::Known { label, .. } | Amount::Absent { label } => label,
        }
    }

    pub fn value(&self) -> Option<Decimal> {
        match self {
            Amount::Known { value, .. } => Some(*value),
            Amount::Absent { .. } => None,
        }
    }
}

/// A judgement beside a number: a mark, a word and a colour, never a colour alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub tone: Tone,
    /// `Tercapai`, `Sangat Berhasil`.
    pub word: String,
}

fn word_block(status: &Status) -> TextBlock {
    TextBlock::new(WORD_WIDTH, Wrap::Fill)
        .paragraph(&status.word, STATUS.coloured(Token::from(status.tone)))
}

/// Width and height that [`draw_status`] needs.
pub(super) fn status_size(status: &Status) -> (i32, i32) {
    let words = word_block(status);
    (MARK_ROOM + words.widest(), words.height())
}

/// Draws mark and word; the marks are shapes, since not every font has them as letters.
pub(super) fn draw_status(canvas: &mut Canvas, x: i32, top: i32, status: &Status) {
    let colour = Token::from(status.tone);
    let radius = 10;
    let (centre_x, centre_y) = (x + radius + 2, top + STATUS.leading / 2);
    let centre = (centre_x, centre_y);
    let outline = Ground { fill: Token::Paper, border: Some(Stroke::new(colour, 3)) };
    match status.tone {
        Tone::Good | Tone::Plain => {
            canvas.circle(centre, radius, Ground { fill: colour, border: None });
        }
        Tone::Near => {
            canvas.circle(centre, radius - 1, outline);
            canvas.half_disc(centre, radius - 1, colour);
        }
        Tone::Bad => canvas.polygon(
            &[
                (centre_x, centre_y - radius),
                (centre_x + radius + 1, centre_y + radius - 1),
                (centre_x - radius - 1, centre_y + radius - 1),
            ],
            colour,
        ),
        Tone::Over => canvas.polygon(
            &[
                (centre_x, centre_y - radius - 2),
                (centre_x + radius + 2, centre_y),
                (centre_x, centre_y + radius + 2),
                (centre_x - radius - 2, centre_y),
            ],
            colour,
        ),
        Tone::Faint => canvas.circle(centre, radius - 1, outline),
    }
    word_block(status).draw(canvas, x + MARK_ROOM, top, Anchor::Start);
}

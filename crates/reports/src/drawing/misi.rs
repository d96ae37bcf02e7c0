//! The misi of the local government, and the way from the ones an office carries to its own task.

use selaras_domain::Dukungan;

use super::canvas::{Anchor, Canvas, Ground, Rect, Stroke};
use super::palette::Token;
use super::text_block::{TextBlock, Type, Wrap};
use super::{Draw, Svg};

/// A misi. The ones that the office carries are drawn strong, and arrows leave from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisiBox {
    /// `Misi 4`.
    pub head: String,
    pub uraian: String,
    pub dukungan: Dukungan,
}

/// A station that the arrows lead to: `Tugas BKPSDM`, `Tujuan`, `Sasaran`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisiStep {
    pub head: String,
    /// One box each.
    pub uraian: Vec<String>,
}

/// Misi at the left, the stations to the right of them. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GambarMisi {
    pub misi: Vec<MisiBox>,
    pub steps: Vec<MisiStep>,
}

const PADDING: i32 = 18;
const GAP: i32 = 24;
const ARROW: i32 = 90;
const BORDER: i32 = 1;

struct Placed {
    rect: Rect,
    content: TextBlock,
    ground: Ground,
}

/// A column of boxes from `top` 0 down, to be centred later.
fn column(
    items: impl Iterator<Item = (String, String, Look)>,
    x: i32,
    width: i32,
) -> (Vec<Placed>, i32) {
    let mut placed = Vec::new();
    let mut y = 0;
    for (head, uraian, look) in items {
        let (head_colour, colour, ground) = look.colours();
        let content = TextBlock::new(width - 2 * PADDING, Wrap::Fill)
            .paragraph(&head, Type::SMALL.bold().coloured(head_colour))
            .spaced(&uraian, Type::BODY.coloured(colour), 4);
        let rect = Rect::new(x, y, width, content.height() + 2 * PADDING);
        y = rect.bottom() + GAP;
        placed.push(Placed { rect, content, ground });
    }
    (placed, (y - GAP).max(0))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Carried,
    Other,
    Step,
}

impl Look {
    /// Of the head, of the text, of the box.
    fn colours(self) -> (Token, Token, Ground) {
        match self {
            Look::Carried => {
                (Token::Paper, Token::Paper, Ground { fill: Token::Accent, border: None })
            }
            Look::Other => (
                Token::Soft,
                Token::Soft,
                Ground { fill: Token::Paper, border: Some(Stroke::new(Token::Line, 2)) },
            ),
            Look::Step => (
                Token::Accent,
                Token::Ink,
                Ground { fill: Token::Raised, border: Some(Stroke::EDGE) },
            ),
        }
    }
}

impl Draw for GambarMisi {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let count = i32::try_from(self.steps.len() + 1).unwrap_or(i32::MAX);
        let inner = canvas.width() - 2 * BORDER - ARROW * (count - 1);
        let column_width = (inner / count).max(4 * PADDING);

        let misi = self.misi.iter().map(|it| {
            let look = match it.dukungan {
                Dukungan::Didukung => Look::Carried,
                Dukungan::Disebut => Look::Other,
            };
            (it.head.clone(), it.uraian.clone(), look)
        });
        let mut columns = vec![column(misi, BORDER, column_width)];
        for (index, step) in (1..).zip(&self.steps) {
            let boxes = step.uraian.iter().map(|it| (step.head.clone(), it.clone(), Look::Step));
            let x = BORDER + index * (column_width + ARROW);
            columns.push(column(boxes, x, column_width));
        }
        let height = columns.iter().map(|it| it.1).max().unwrap_or(0);
        // The stations stand level with the misi that they come from, as far as there is room.
        let misi_top = BORDER + (height - columns[0].1) / 2;
        let carried = columns[0].0.iter().filter(|it| it.ground.fill == Token::Accent);
        let centres: Vec<i32> = carried.map(|it| misi_top + it.rect.centre()).collect();
        let level = match (centres.first(), centres.last()) {
            (Some(first), Some(last)) => i32::midpoint(*first, *last),
            _ => height / 2,
        };
        for (index, (placed, column_height)) in columns.iter_mut().enumerate() {
            let lowest = BORDER + height - *column_height;
            let top = if index == 0 {
                misi_top
            } else {
                (level - *column_height / 2).clamp(BORDER, lowest)
            };
            for it in placed {
                it.rect.y += top;
            }
        }
        for pair in columns.windows(2) {
            let [(from, _), (to, _)] = pair else { continue };
            let carried = from.iter().filter(|it| it.ground.fill != Token::Paper);
            for source in carried {
                for target in to {
                    connect(&mut canvas, source.rect, target.rect);
                }
            }
        }
        for placed in columns.iter().flat_map(|it| &it.0) {
            canvas.boxed(placed.rect, placed.ground);
            let (x, y) = (placed.rect.x + PADDING, placed.rect.y + PADDING);
            placed.content.draw(&mut canvas, x, y, Anchor::Start);
        }
        canvas.finish(height + 2 * BORDER, &self.alt())
    }

    fn alt(&self) -> String {
        let carried = self.misi.iter().filter(|it| it.dukungan == Dukungan::Didukung);
        let carried: Vec<String> =
            carried.map(|it| format!("{} ({})", it.head, it.uraian)).collect();
        let count = self.misi.len();
        let mut sentences =
            vec![format!("Dari {count} misi, yang didukung: {}.", carried.join("; "))];
        for step in &self.steps {
            sentences.push(format!("Mengarah ke {}: {}.", step.head, step.uraian.join("; ")));
        }
        sentences.join(" ")
    }
}

/// An arrow from box to box: straight where the boxes face each other, else with a step.
fn connect(canvas: &mut Canvas, from: Rect, to: Rect) {
    let (start, end) = (from.right() + 6, to.x - 6);
    let shared = (from.y.max(to.y) + 20, from.bottom().min(to.bottom()) - 20);
    if shared.0 <= shared.1 {
        let y = i32::midpoint(shared.0, shared.1);
        canvas.arrow(&[(start, y), (end, y)]);
    } else {
        let middle = i32::midpoint(start, end) - 10;
        canvas.arrow(&[
            (start, from.centre()),
            (middle, from.centre()),
            (middle, to.centre()),
            (end, to.centre()),
        ]);
    }
}

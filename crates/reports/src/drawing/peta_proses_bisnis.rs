//! The map of business processes (peta proses bisnis): three bands of processes between the actors.

use super::canvas::{Anchor, Canvas, Ground, Rect, Stroke};
use super::palette::Token;
use super::text_block::{TextBlock, Type, Wrap};
use super::{Draw, Svg};

/// A process: its code (`BKP 01`) and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProsesBox {
    pub kode: Option<String>,
    pub nama: String,
}

/// Those who ask stand at the left, those who receive at the right: the same actors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PetaProsesBisnis {
    pub aktor: Vec<String>,
    pub lainnya: Vec<ProsesBox>,
    pub utama: Vec<ProsesBox>,
    pub pendukung: Vec<ProsesBox>,
}

const PADDING: i32 = 18;
const GAP: i32 = 20;
const BAND_PADDING: i32 = 24;
const ARROW: i32 = 70;
/// Between the outline of the office and its bands.
const FRAME: i32 = 20;
const PER_ROW: usize = 3;
const HEAD: Type = Type::SMALL.bold().coloured(Token::Soft);
const BORDER: i32 = 1;

/// The two kinds of bands: the main processes are what the office exists for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Emphasis {
    Strong,
    Quiet,
}

impl ProsesBox {
    fn content(&self, width: i32, emphasis: Emphasis) -> TextBlock {
        let (kode, nama) = match emphasis {
            Emphasis::Strong => (Token::Paper, Token::Paper),
            Emphasis::Quiet => (Token::Accent, Token::Ink),
        };
        let block = TextBlock::new(width - 2 * PADDING, Wrap::Even);
        let (block, space) = match &self.kode {
            Some(it) => (block.paragraph(it, Type::SMALL.bold().coloured(kode)), 4),
            None => (block, 0),
        };
        block.spaced(&self.nama, Type::BODY.coloured(nama), space)
    }
}

/// Draws a band from `top` down and gives its lower edge.
fn draw_band(
    canvas: &mut Canvas,
    column: Rect,
    top: i32,
    (head, processes): (&str, &[ProsesBox]),
    emphasis: Emphasis,
) -> i32 {
    let inner = column.width - 2 * BAND_PADDING;
    let mut rows = Vec::new();
    for row in processes.chunks(PER_ROW) {
        let count = i32::try_from(row.len()).unwrap_or(1);
        let width = (inner - GAP * (count - 1)) / count;
        let contents: Vec<TextBlock> = row.iter().map(|it| it.content(width, emphasis)).collect();
        let height = contents.iter().map(TextBlock::height).max().unwrap_or(0) + 2 * PADDING;
        rows.push((width, height, contents));
    }
    let boxes: i32 = rows.iter().map(|it| it.1 + GAP).sum();
    let band_height = 14 + HEAD.leading + 10 + boxes - GAP + BAND_PADDING;
    canvas.bar(Rect { y: top, height: band_height, ..column }, Token::Raised);
    canvas.text(column.middle(), top + 14 + HEAD.baseline(), head, HEAD, Anchor::Middle);
    let mut y = top + 14 + HEAD.leading + 10;
    let ground = match emphasis {
        Emphasis::Strong => Ground { fill: Token::Accent, border: None },
        Emphasis::Quiet => Ground { fill: Token::Paper, border: Some(Stroke::EDGE) },
    };
    for (width, height, contents) in rows {
        let mut x = column.x + BAND_PADDING;
        for content in contents {
            let rect = Rect::new(x, y, width, height);
            canvas.boxed(rect, ground);
            let text_top = rect.y + (height - content.height()) / 2;
            content.draw(canvas, rect.middle(), text_top, Anchor::Middle);
            x += width + GAP;
        }
        y += height + GAP;
    }
    top + band_height
}

impl PetaProsesBisnis {
    fn bands(&self) -> [(&'static str, &[ProsesBox], Emphasis); 3] {
        [
            ("Proses lainnya", &self.lainnya, Emphasis::Quiet),
            ("Proses utama", &self.utama, Emphasis::Strong),
            ("Proses pendukung", &self.pendukung, Emphasis::Quiet),
        ]
    }

    /// The actors one under another, spread over the height of the bands, with arrows of `ARROW`.
    fn draw_actors(&self, canvas: &mut Canvas, column: Rect, arrow_from: i32) {
        let count = i32::try_from(self.aktor.len()).unwrap_or(1).max(1);
        let share = column.height / count;
        for (index, actor) in (0..).zip(&self.aktor) {
            let text = TextBlock::new(column.width - 2 * PADDING, Wrap::Even)
                .paragraph(actor, Type::SMALL.bold());
            let height = text.height() + 2 * PADDING;
            let y = column.y + index * share + (share - height) / 2;
            let rect = Rect::new(column.x, y, column.width, height);
            canvas.boxed(rect, Ground { fill: Token::Paper, border: Some(Stroke::EDGE) });
            text.draw(canvas, rect.middle(), y + PADDING, Anchor::Middle);
            canvas
                .arrow(&[(arrow_from + 8, rect.centre()), (arrow_from + ARROW - 8, rect.centre())]);
        }
    }

    /// Height that the actors need.
    fn actors_height(&self, width: i32) -> i32 {
        let heights = self.aktor.iter().map(|it| {
            let text = TextBlock::new(width - 2 * PADDING, Wrap::Even);
            text.paragraph(it, Type::SMALL.bold()).height() + 2 * PADDING + GAP
        });
        let count = i32::try_from(self.aktor.len()).unwrap_or(i32::MAX);
        heights.max().unwrap_or(0).saturating_mul(count)
    }
}

impl Draw for PetaProsesBisnis {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let width = canvas.width();
        let actor_width = (width * 17 / 100).max(HEAD.width("Kebutuhan dari"));
        let top = HEAD.leading + 14;
        let bands_x = BORDER + actor_width + ARROW;
        let frame = Rect::new(bands_x, top, width - 2 * bands_x, 0);
        let column = Rect { x: frame.x + FRAME, width: frame.width - 2 * FRAME, ..frame };

        let mut y = top + FRAME;
        for (head, processes, emphasis) in self.bands() {
            if !processes.is_empty() {
                y = draw_band(&mut canvas, column, y, (head, processes), emphasis) + GAP;
            }
        }
        let height = (y - GAP + FRAME - top).max(self.actors_height(actor_width));
        canvas.outline(Rect { height, ..frame }, Stroke::EDGE);
        let left = Rect::new(BORDER, top, actor_width, height);
        let right = Rect { x: width - BORDER - actor_width, ..left };
        let baseline = HEAD.baseline();
        if !self.aktor.is_empty() {
            canvas.text(left.middle(), baseline, "Kebutuhan dari", HEAD, Anchor::Middle);
            canvas.text(right.middle(), baseline, "Hasil untuk", HEAD, Anchor::Middle);
        }
        self.draw_actors(&mut canvas, left, left.right());
        self.draw_actors(&mut canvas, right, frame.right());
        canvas.finish(top + height + BORDER, &self.alt())
    }

    fn alt(&self) -> String {
        let mut sentences = vec![format!(
            "Peta proses bisnis: kebutuhan datang dari, dan hasil kembali kepada, {}.",
            self.aktor.join(", ")
        )];
        for (head, processes, _) in self.bands() {
            let names: Vec<String> = processes
                .iter()
                .map(|it| match &it.kode {
                    Some(kode) => format!("{kode} {}", it.nama),
                    None => it.nama.clone(),
                })
                .collect();
            if !names.is_empty() {
                sentences.push(format!("{head}: {}.", names.join("; ")));
            }
        }
        sentences.join(" ")
    }
}

//! The cascade of performance from left to right: tujuan, sasaran with IKU, program, kegiatan, …

use super::canvas::{Anchor, Canvas, Ground, Growth, Point, Rect, Stroke};
use super::palette::Token;
use super::text_block::{TextBlock, Type, Wrap};
use super::tree::{Gaps, TreeNode, tidy};
use super::{Draw, Frame, Svg};

/// A box of the cascade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CascadingBox {
    /// Before the name: `2.1` or a kode.
    pub nomor: Option<String>,
    pub nama: String,
    /// Indicators listed in the box.
    pub indikator: Vec<String>,
    /// On the next level.
    pub children: Vec<CascadingBox>,
}

/// The cascade. All boxes are of one width and as high as their text needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cascading {
    /// Heads of the columns, from the level of the roots on.
    pub levels: Vec<String>,
    pub roots: Vec<CascadingBox>,
}

/// One of the drawings of a cascade that is too large for one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CascadingPage {
    /// `Tujuan sampai Program`, `Program Kepegawaian Daerah (2 dari 2)`.
    pub judul: String,
    pub svg: Svg,
    pub alt: String,
}

const PADDING: i32 = 14;
const COLUMN_GAP: i32 = 52;
const GAPS: Gaps = Gaps { siblings: 14, cousins: 24 };
const BULLET_INDENT: i32 = 22;
const HEAD: Type = Type::SMALL.bold().coloured(Token::Soft);
const BORDER: i32 = 1;

/// The text of a box, broken into lines.
struct Content {
    name: TextBlock,
    indikator: Vec<TextBlock>,
}

impl Content {
    fn new(source: &CascadingBox, depth: usize, box_width: i32) -> Content {
        let colour = if depth == 0 { Token::Paper } else { Token::Ink };
        let is_leaf = depth > 1 && source.children.is_empty();
        let style = if is_leaf { Type::SMALL } else { Type::SMALL.bold() };
        let name = match &source.nomor {
            Some(nomor) => format!("{nomor} {}", source.nama),
            None => source.nama.clone(),
        };
        let width = box_width - 2 * PADDING;
        let indikator = source.indikator.iter().map(|it| {
            TextBlock::new(width - BULLET_INDENT, Wrap::Fill).spaced(
                it,
                Type::SMALL.coloured(colour),
                6,
            )
        });
        Content {
            name: TextBlock::new(width, Wrap::Fill).paragraph(&name, style.coloured(colour)),
            indikator: indikator.collect(),
        }
    }

    /// Room of the rule between name and indicators.
    fn rule(&self) -> i32 {
        if self.indikator.is_empty() { 0 } else { PADDING }
    }

    fn height(&self) -> i32 {
        let indikator: i32 = self.indikator.iter().map(TextBlock::height).sum();
        self.name.height() + self.rule() + indikator + 2 * PADDING
    }

    fn draw(&self, canvas: &mut Canvas, rect: Rect, depth: usize) {
        let colour = if depth == 0 { Token::Paper } else { Token::Edge };
        let x = rect.x + PADDING;
        let mut y = rect.y + PADDING;
        self.name.draw(canvas, x, y, Anchor::Start);
        y += self.name.height();
        if !self.indikator.is_empty() {
            let rule = y + PADDING / 2;
            canvas.line(&[(x, rule), (rect.right() - PADDING, rule)], Stroke::new(colour, 1));
            y += self.rule();
        }
        for indikator in &self.indikator {
            let middle = y + 6 + Type::SMALL.leading / 2;
            canvas.bar(Rect::new(x, middle - 3, 7, 7), colour);
            indikator.draw(canvas, x + BULLET_INDENT, y, Anchor::Start);
            y += indikator.height();
        }
    }
}

/// Boxes of a cascade with their places.
struct Plan<'a> {
    boxes: Vec<Planned<'a>>,
    column_width: i32,
    /// Top of the boxes, under the heads.
    top: i32,
    height: i32,
}

struct Planned<'a> {
    source: &'a CascadingBox,
    content: Content,
    rect: Rect,
    depth: usize,
    parent: Option<usize>,
}

impl<'a> Plan<'a> {
    fn new(levels: &[String], roots: &'a [CascadingBox], width: i32) -> Plan<'a> {
        let columns = levels.len().max(roots.iter().map(depth_of).max().unwrap_or(1));
        let columns = i32::try_from(columns).unwrap_or(i32::MAX).max(1);
        let column_width = (width - 2 * BORDER - COLUMN_GAP * (columns - 1)) / columns;
        let column_width = column_width.max(4 * PADDING + BULLET_INDENT);

        let mut boxes = Vec::new();
        let nodes: Vec<TreeNode> =
            roots.iter().map(|it| collect(it, 0, None, column_width, &mut boxes)).collect();
        let heads = levels.iter().map(|it| head_block(it, column_width).height());
        let top = heads.max().map_or(BORDER, |it| it + 22);
        let layout = tidy(&nodes, GAPS);
        for (planned, place) in boxes.iter_mut().zip(&layout.places) {
            let column = i32::try_from(planned.depth).unwrap_or(i32::MAX);
            planned.rect.x = BORDER + column * (column_width + COLUMN_GAP);
            planned.rect.y = top + place.start;
        }
        Plan { boxes, column_width, top, height: top + layout.extent + BORDER }
    }

    fn draw(&self, levels: &[String], mut canvas: Canvas, alt: &str) -> Svg {
        for (index, level) in levels.iter().enumerate() {
            let column = i32::try_from(index).unwrap_or(i32::MAX);
            let x = BORDER + column * (self.column_width + COLUMN_GAP);
            let head = head_block(level, self.column_width);
            let rule = self.top - 14;
            head.draw(&mut canvas, x, rule - 6 - head.height(), Anchor::Start);
            canvas.line(&[(x, rule), (x + self.column_width, rule)], Stroke::new(Token::Edge, 1));
        }
        for (index, parent) in self.boxes.iter().enumerate() {
            let children = self.boxes.iter().filter(|it| it.parent == Some(index));
            let ends: Vec<Point> = children.map(|it| (it.rect.x, it.rect.centre())).collect();
            let from = (parent.rect.right(), parent.rect.centre());
            let bus = parent.rect.right() + COLUMN_GAP / 2;
            canvas.fan(Growth::Right, from, bus, &ends, Stroke::EDGE);
        }
        for planned in &self.boxes {
            let ground = match planned.depth {
                0 => Ground { fill: Token::Accent, border: None },
                1 => Ground { fill: Token::Raised, border: Some(Stroke::new(Token::Accent, 2)) },
                _ => Ground { fill: Token::Paper, border: Some(Stroke::EDGE) },
            };
            canvas.boxed(planned.rect, ground);
            planned.content.draw(&mut canvas, planned.rect, planned.depth);
        }
        canvas.finish(self.height, alt)
    }
}

fn head_block(level: &str, column_width: i32) -> TextBlock {
    TextBlock::new(column_width, Wrap::Fill).paragraph(level, HEAD)
}

fn collect<'a>(
    source: &'a CascadingBox,
    depth: usize,
    parent: Option<usize>,
    column_width: i32,
    boxes: &mut Vec<Planned<'a>>,
) -> TreeNode {
    let content = Content::new(source, depth, column_width);
    let size = content.height();
    let own = boxes.len();
    let rect = Rect::new(0, 0, column_width, size);
    boxes.push(Planned { source, content, rect, depth, parent });
    let children = source.children.iter();
    let children = children.map(|it| collect(it, depth + 1, Some(own), column_width, boxes));
    TreeNode { size, children: children.collect() }
}

/// Levels from this box on.
fn depth_of(source: &CascadingBox) -> usize {
    1 + source.children.iter().map(depth_of).max().unwrap_or(0)
}

impl CascadingBox {
    fn with_children(&self, children: Vec<CascadingBox>) -> CascadingBox {
        CascadingBox { children, ..self.clone() }
    }

    /// The same without what is more than `levels` levels deep.
    fn cut(&self, levels: usize) -> CascadingBox {
        let children = match levels {
            0 | 1 => Vec::new(),
            _ => self.children.iter().map(|it| it.cut(levels - 1)).collect(),
        };
        self.with_children(children)
    }

    /// The boxes `depth` levels below.
    fn at_depth(&self, depth: usize) -> Vec<&CascadingBox> {
        match depth {
            0 => vec![self],
            _ => self.children.iter().flat_map(|it| it.at_depth(depth - 1)).collect(),
        }
    }

    /// The box once or more, each time with as many of its children, in order, as fit.
    fn split(&self, fits: &dyn Fn(&CascadingBox) -> bool) -> Vec<CascadingBox> {
        if fits(self) || self.children.is_empty() {
            return vec![self.clone()];
        }
        let alone = |child: &CascadingBox| fits(&self.with_children(vec![child.clone()]));
        let pieces = self.children.iter().flat_map(|it| it.split(&alone));
        let mut parts: Vec<CascadingBox> = Vec::new();
        for piece in pieces {
            if let Some(last) = parts.last_mut() {
                last.children.push(piece);
                if fits(last) {
                    continue;
                }
                let piece = last.children.pop().unwrap_or_else(|| self.with_children(Vec::new()));
                parts.push(self.with_children(vec![piece]));
            } else {
                parts.push(self.with_children(vec![piece]));
            }
        }
        parts
    }
}

impl Cascading {
    /// As many drawings as legible boxes need. One, if everything fits into `frame`. Else an overview
    /// down to the level `split` (counted from 0) or deeper if that fits, and then, for every box of
    /// that level, what is under it, on one page or on several evenly filled ones.
    pub fn pages(&self, frame: Frame, split: usize) -> Vec<CascadingPage> {
        let limit = i32::try_from(frame.height).unwrap_or(i32::MAX);
        if self.height(frame.width) <= limit {
            return vec![self.page(frame.width, self.range_title())];
        }
        let mut pages = vec![self.overview(frame, split)];
        let below = self.levels.get(split..).unwrap_or_default();
        for branch in self.roots.iter().flat_map(|it| it.at_depth(split)) {
            if branch.children.is_empty() {
                continue;
            }
            let parts = balanced(below, branch, frame.width, limit);
            let count = parts.len();
            for (index, part) in parts.into_iter().enumerate() {
                let judul = match count {
                    1 => branch.nama.clone(),
                    _ => format!("{} ({} dari {count})", branch.nama, index + 1),
                };
                let drawing = Cascading { levels: below.to_vec(), roots: vec![part] };
                pages.push(drawing.page(frame.width, judul));
            }
        }
        pages
    }

    fn page(&self, width: u32, judul: String) -> CascadingPage {
        CascadingPage { judul, svg: self.draw(width), alt: self.alt() }
    }

    /// The upper levels: as many as fit, at least down to `split`.
    fn overview(&self, frame: Frame, split: usize) -> CascadingPage {
        let limit = i32::try_from(frame.height).unwrap_or(i32::MAX);
        let cut = |levels: usize| Cascading {
            levels: self.levels.iter().take(levels).cloned().collect(),
            roots: self.roots.iter().map(|it| it.cut(levels)).collect(),
        };
        let deepest = self.roots.iter().map(depth_of).max().unwrap_or(1);
        let choices = (split + 2..deepest).rev().map(cut);
        let overview = choices
            .into_iter()
            .find(|it| it.height(frame.width) <= limit)
            .unwrap_or_else(|| cut(split + 1));
        let judul = overview.range_title();
        overview.page(frame.width, judul)
    }

    fn height(&self, width: u32) -> i32 {
        let width = i32::try_from(width).unwrap_or(i32::MAX);
        Plan::new(&self.levels, &self.roots, width).height
    }

    /// `Tujuan sampai Program`.
    fn range_title(&self) -> String {
        match (self.levels.first(), self.levels.last()) {
            (Some(first), Some(last)) if first != last => format!("{first} sampai {last}"),
            (first, _) => first.cloned().unwrap_or_default(),
        }
    }
}

/// `branch` in parts that fit, filled about evenly: a last page with one box would look forgotten.
fn balanced(levels: &[String], branch: &CascadingBox, width: u32, limit: i32) -> Vec<CascadingBox> {
    let width = i32::try_from(width).unwrap_or(i32::MAX);
    let split_at = |limit: i32| {
        branch.split(&|part| Plan::new(levels, std::slice::from_ref(part), width).height <= limit)
    };
    let parts = split_at(limit);
    let (mut too_low, mut enough) = (0, limit);
    while parts.len() > 1 && enough - too_low > 40 {
        let middle = i32::midpoint(too_low, enough);
        if split_at(middle).len() > parts.len() {
            too_low = middle;
        } else {
            enough = middle;
        }
    }
    split_at(enough)
}

impl Draw for Cascading {
    fn draw(&self, width: u32) -> Svg {
        let canvas = Canvas::new(width);
        let plan = Plan::new(&self.levels, &self.roots, canvas.width());
        plan.draw(&self.levels, canvas, &self.alt())
    }

    /// Levels with up to three boxes are named, larger ones counted.
    fn alt(&self) -> String {
        let plan = Plan::new(&self.levels, &self.roots, 1600);
        let mut sentences = vec!["Pohon kinerja dari kiri ke kanan.".to_owned()];
        for (depth, level) in self.levels.iter().enumerate() {
            let boxes = plan.boxes.iter().filter(|it| it.depth == depth);
            let names: Vec<&str> = boxes.map(|it| it.source.nama.as_str()).collect();
            match names.len() {
                0 => {}
                1..=3 => sentences.push(format!("{level}: {}.", names.join("; "))),
                count => sentences.push(format!("{level}: {count} kotak.")),
            }
        }
        sentences.join(" ")
    }
}

//! The organisation chart (bagan organisasi): head, secretariat, line units and functional staff.

use super::canvas::{Anchor, Canvas, Ground, Growth, Point, Rect, Stroke};
use super::palette::Token;
use super::text_block::{TextBlock, Type, Wrap};
use super::tree::{Gaps, TreeNode, tidy};
use super::{Draw, Svg};

/// What a unit is in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitRole {
    /// Sekretariat: stands beside the line of command.
    Sekretariat,
    /// Kelompok jabatan fungsional: connected by a broken line, since it coordinates.
    Fungsional,
    /// Bidang, subbagian, seksi, UPTD: in the line of command.
    Line,
}

/// A unit with the units under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBox {
    pub role: UnitRole,
    pub nama: String,
    /// The post that leads it, under the name.
    pub jabatan: Option<String>,
    pub children: Vec<UnitBox>,
}

/// The chart: the root is the head of the office. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaganOrganisasi {
    pub kepala: UnitBox,
}

const PADDING: i32 = 16;
const GAPS: Gaps = Gaps { siblings: 26, cousins: 36 };
/// Between a row and the next one.
const ROW_GAP: i32 = 56;
/// Between units listed under another.
const LIST_GAP: i32 = 18;
const LIST_INDENT: i32 = 34;
const WIDEST_BOX: i32 = 420;
/// Narrower boxes break the long words of unit names.
const NARROWEST_BOX: i32 = 270;

/// How the units under a bidang stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrangement {
    /// Side by side, each row on one level.
    Rows,
    /// Listed under their bidang, along a rail: takes less width.
    Lists,
}

/// A unit and where its box is.
struct Placed<'a> {
    unit: &'a UnitBox,
    rect: Rect,
    /// 1 for the units right under the head.
    rank: usize,
    /// Index of the box it hangs on; none for the units right under the head.
    parent: Option<usize>,
}

/// Units placed in coordinates of their own.
struct Group<'a> {
    placed: Vec<Placed<'a>>,
    arrangement: Arrangement,
    width: i32,
}

fn name_style(rank: usize) -> Type {
    if rank <= 1 { Type::SMALL.bold() } else { Type::SMALL }
}

fn content(unit: &UnitBox, rank: usize, box_width: i32) -> TextBlock {
    let colour = if rank == 0 { Token::Paper } else { Token::Ink };
    let block = TextBlock::new(box_width - 2 * PADDING, Wrap::Even)
        .paragraph(&unit.nama, name_style(rank).coloured(colour));
    let post_colour = if rank == 0 { Token::Paper } else { Token::Soft };
    match &unit.jabatan {
        Some(jabatan) => block.spaced(jabatan, Type::SMALL.coloured(post_colour), 4),
        None => block,
    }
}

fn box_height(unit: &UnitBox, rank: usize, box_width: i32) -> i32 {
    content(unit, rank, box_width).height() + 2 * PADDING
}

impl<'a> Group<'a> {
    /// The units with all that is under them.
    fn new(units: &[&'a UnitBox], box_width: i32, arrangement: Arrangement) -> Group<'a> {
        match arrangement {
            Arrangement::Rows => Group::in_rows(units, box_width),
            Arrangement::Lists => Group::in_lists(units, box_width),
        }
    }

    /// The first arrangement and the widest boxes that fit into `width`.
    fn fitting(units: &[&'a UnitBox], width: i32) -> Group<'a> {
        let tries = [Arrangement::Rows, Arrangement::Lists];
        for arrangement in tries {
            for box_width in (NARROWEST_BOX..=WIDEST_BOX).rev().step_by(10) {
                let group = Group::new(units, box_width, arrangement);
                if group.width <= width {
                    return group;
                }
            }
        }
        let count = i32::try_from(units.len()).unwrap_or(i32::MAX).max(1);
        let box_width = (width - GAPS.siblings * (count - 1)) / count;
        Group::new(units, box_width.max(4 * PADDING), Arrangement::Lists)
    }

    fn in_rows(units: &[&'a UnitBox], box_width: i32) -> Group<'a> {
        let nodes: Vec<TreeNode> = units.iter().map(|it| node(it, box_width)).collect();
        let layout = tidy(&nodes, GAPS);
        let mut flat = Vec::new();
        for unit in units {
            flatten(unit, None, &mut flat);
        }
        let depth = layout.places.iter().map(|it| it.depth + 1).max().unwrap_or(0);
        let mut heights = vec![0; depth];
        for ((unit, _), place) in flat.iter().zip(&layout.places) {
            let height = box_height(unit, place.depth + 1, box_width);
            heights[place.depth] = height.max(heights[place.depth]);
        }
        let top = |depth: usize| heights[..depth].iter().map(|it| it + ROW_GAP).sum::<i32>();
        let placed = flat.into_iter().zip(&layout.places).map(|((unit, parent), place)| {
            let rect = Rect::new(place.start, top(place.depth), box_width, heights[place.depth]);
            Placed { unit, rect, rank: place.depth + 1, parent }
        });
        let placed = placed.collect();
        Group { placed, arrangement: Arrangement::Rows, width: layout.extent }
    }

    fn in_lists(units: &[&'a UnitBox], box_width: i32) -> Group<'a> {
        let mut placed = Vec::new();
        let first_row = units.iter().map(|it| box_height(it, 1, box_width)).max().unwrap_or(0);
        let mut x = 0;
        for unit in units {
            let rect = Rect::new(x, 0, box_width, first_row);
            placed.push(Placed { unit, rect, rank: 1, parent: None });
            list(placed.len() - 1, &mut placed);
            x += box_width + GAPS.siblings;
        }
        let width = (x - GAPS.siblings).max(0);
        Group { placed, arrangement: Arrangement::Lists, width }
    }

    fn shifted(mut self, x: i32, y: i32) -> Group<'a> {
        for placed in &mut self.placed {
            placed.rect.x += x;
            placed.rect.y += y;
        }
        self
    }

    fn roots(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.placed.iter().filter(|it| it.rank == 1)
    }

    /// Half the height of the tallest box under the head.
    fn first_row_centre(&self) -> i32 {
        self.roots().map(|it| it.rect.height / 2).max().unwrap_or(0)
    }

    fn connect(&self, canvas: &mut Canvas) {
        for (index, parent) in self.placed.iter().enumerate() {
            let children: Vec<&Placed<'_>> =
                self.placed.iter().filter(|it| it.parent == Some(index)).collect();
            match self.arrangement {
                Arrangement::Rows => connect_row(canvas, parent.rect, &children),
                Arrangement::Lists => connect_list(canvas, parent.rect, &children),
            }
        }
    }

    fn bottom(&self) -> i32 {
        self.placed.iter().map(|it| it.rect.bottom()).max().unwrap_or(0)
    }
}

fn node(unit: &UnitBox, size: i32) -> TreeNode {
    TreeNode { size, children: unit.children.iter().map(|it| node(it, size)).collect() }
}

/// The units in the order of [`tidy`], each with the index of its parent.
fn flatten<'a>(
    unit: &'a UnitBox,
    parent: Option<usize>,
    flat: &mut Vec<(&'a UnitBox, Option<usize>)>,
) {
    let own = flat.len();
    flat.push((unit, parent));
    for child in &unit.children {
        flatten(child, Some(own), flat);
    }
}

/// Lists what is under a unit below its box, indented; gives where the next box may begin.
fn list(parent: usize, placed: &mut Vec<Placed<'_>>) -> i32 {
    let Placed { unit, rect: above, rank, .. } = placed[parent];
    let rank = rank + 1;
    let mut bottom = above.bottom();
    for child in &unit.children {
        let width = (above.width - LIST_INDENT).max(4 * PADDING);
        let (x, y) = (above.x + LIST_INDENT, bottom + LIST_GAP);
        let rect = Rect::new(x, y, width, box_height(child, rank, width));
        placed.push(Placed { unit: child, rect, rank, parent: Some(parent) });
        bottom = list(placed.len() - 1, placed);
    }
    bottom
}

/// Broken lines first, so that where lines share a stretch the unbroken one shows.
const ROLES: [UnitRole; 3] = [UnitRole::Fungsional, UnitRole::Sekretariat, UnitRole::Line];

fn stroke(role: UnitRole) -> Stroke {
    match role {
        UnitRole::Fungsional => Stroke::EDGE.dashed(),
        UnitRole::Sekretariat | UnitRole::Line => Stroke::EDGE,
    }
}

/// From the box `parent` down to the tops of the boxes under it.
fn connect_row(canvas: &mut Canvas, parent: Rect, children: &[&Placed<'_>]) {
    for role in ROLES {
        let ends: Vec<Point> = children
            .iter()
            .filter(|it| it.unit.role == role)
            .map(|it| (it.rect.middle(), it.rect.y))
            .collect();
        let Some((_, top)) = ends.first() else { continue };
        let from = (parent.middle(), parent.bottom());
        canvas.fan(Growth::Down, from, top - ROW_GAP / 2, &ends, stroke(role));
    }
}

/// From the lower edge of `parent` along a rail to the left sides of the boxes listed under it.
fn connect_list(canvas: &mut Canvas, parent: Rect, children: &[&Placed<'_>]) {
    for role in ROLES {
        let ends: Vec<Point> = children
            .iter()
            .filter(|it| it.unit.role == role)
            .map(|it| (it.rect.x, it.rect.centre()))
            .collect();
        let Some((_, last)) = ends.last() else { continue };
        let rail = parent.x + LIST_INDENT / 2;
        canvas.line(&[(rail, parent.bottom()), (rail, *last)], stroke(role));
        for end in ends {
            canvas.line(&[(rail, end.1), end], stroke(role));
        }
    }
}

fn draw_box(canvas: &mut Canvas, unit: &UnitBox, rect: Rect, rank: usize) {
    let ground = match (rank, unit.role) {
        (0, _) => Ground { fill: Token::Accent, border: None },
        (_, UnitRole::Fungsional) => {
            Ground { fill: Token::Paper, border: Some(Stroke::EDGE.dashed()) }
        }
        (1, _) => Ground { fill: Token::Raised, border: Some(Stroke::EDGE) },
        _ => Ground { fill: Token::Paper, border: Some(Stroke::EDGE) },
    };
    canvas.boxed(rect, ground);
    let text = content(unit, rank, rect.width);
    let top = rect.y + (rect.height - text.height()) / 2;
    text.draw(canvas, rect.middle(), top, Anchor::Middle);
}

impl BaganOrganisasi {
    fn children(&self, role: UnitRole) -> Vec<&UnitBox> {
        self.kepala.children.iter().filter(|it| it.role == role).collect()
    }
}

impl Draw for BaganOrganisasi {
    fn draw(&self, width: u32) -> Svg {
        let mut canvas = Canvas::new(width);
        let width = canvas.width();
        let trunk = width / 2;

        let head_width = WIDEST_BOX.min(width);
        let head_height = box_height(&self.kepala, 0, head_width);
        let head = Rect::new(trunk - head_width / 2, BORDER, head_width, head_height);

        // The secretariat at the right of the trunk, functional staff at the left, on one level.
        let side = trunk - ROW_GAP - BORDER;
        let staff = Group::fitting(&self.children(UnitRole::Sekretariat), side);
        let functional = Group::fitting(&self.children(UnitRole::Fungsional), side);
        let staff_x = width - BORDER - (side + staff.width) / 2;
        let functional_x = BORDER + (side - functional.width) / 2;
        let level =
            head.bottom() + ROW_GAP + staff.first_row_centre().max(functional.first_row_centre());
        let (staff_y, functional_y) =
            (level - staff.first_row_centre(), level - functional.first_row_centre());
        let staff = staff.shifted(staff_x, staff_y);
        let functional = functional.shifted(functional_x, functional_y);

        let line = Group::fitting(&self.children(UnitRole::Line), width - 2 * BORDER);
        let line_x = (width - line.width) / 2;
        let line_top = head.bottom().max(staff.bottom()).max(functional.bottom()) + ROW_GAP;
        let line = line.shifted(line_x, line_top);

        let roots: Vec<&Placed<'_>> = line.roots().collect();
        connect_row(&mut canvas, head, &roots);
        if roots.is_empty() && !(staff.placed.is_empty() && functional.placed.is_empty()) {
            canvas.line(&[(trunk, head.bottom()), (trunk, level)], Stroke::EDGE);
        }
        let nearest = functional.roots().map(|it| it.rect.right()).max();
        if let Some(edge) = nearest {
            canvas.line(&[(edge, level), (trunk, level)], stroke(UnitRole::Fungsional));
        }
        let nearest = staff.roots().map(|it| it.rect.x).min();
        if let Some(edge) = nearest {
            canvas.line(&[(trunk, level), (edge, level)], stroke(UnitRole::Sekretariat));
        }
        for group in [&functional, &staff, &line] {
            group.connect(&mut canvas);
        }
        draw_box(&mut canvas, &self.kepala, head, 0);
        for group in [&functional, &staff, &line] {
            for placed in &group.placed {
                draw_box(&mut canvas, placed.unit, placed.rect, placed.rank);
            }
        }
        let bottom = head.bottom().max(line.bottom()).max(staff.bottom()).max(functional.bottom());
        canvas.finish(bottom + BORDER, &self.alt())
    }

    fn alt(&self) -> String {
        let mut sentences = Vec::new();
        describe(&self.kepala, &mut sentences);
        format!("Bagan organisasi. {}", sentences.join(" "))
    }
}

/// Half of a border lies outside of its box.
const BORDER: i32 = 1;

fn describe(unit: &UnitBox, sentences: &mut Vec<String>) {
    if unit.children.is_empty() {
        return;
    }
    let names: Vec<&str> = unit.children.iter().map(|it| it.nama.as_str()).collect();
    sentences.push(format!("Di bawah {}: {}.", unit.nama, names.join("; ")));
    for child in &unit.children {
        describe(child, sentences);
    }
}

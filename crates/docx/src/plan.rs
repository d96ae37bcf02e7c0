//! Plans a table before it is written: where its cells stand, the widths of its columns, the size
//! of its type, and about how tall its rows become.
//!
//! Word keeps the widths that a file gives it, and decides by nothing else which rows may part.

use selaras_domain::dokumen::{Align, RowKind, Slot, Table, TableSize, Width, grid, rows, span};

use crate::inline;
use crate::letters::{self, HalfPoints, Weight};
use crate::paper::{Twips, from_tenth_mm};

/// Room above and below the text of a cell.
pub(crate) const ABOVE: Twips = 60;
/// What each step of indentation adds.
pub(crate) const INDENT: Twips = 160;
/// A column that shares the rest is not squeezed below this while others could yield.
const COMFORT: Twips = 1800;
/// Letters are set a little wider than they are measured, by hinting and kerning.
const RESERVE: Twips = 12;

/// Type and room of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) size: HalfPoints,
    /// Room left and right of the text of a cell.
    pub(crate) side: Twips,
}

/// The settings to try, largest first; a table takes the first in which no word is wider than its
/// column.
fn settings(size: TableSize) -> [Setting; 4] {
    let of = |size, side| Setting { size, side };
    match size {
        TableSize::Normal => [of(19, 85), of(18, 80), of(17, 70), of(15, 55)],
        TableSize::Small => [of(17, 70), of(16, 65), of(14, 50), of(12, 40)],
        TableSize::Tiny => [of(15, 50), of(14, 45), of(12, 35), of(10, 25)],
    }
}

/// What is decided about a table.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) setting: Setting,
    pub(crate) columns: Vec<Twips>,
    /// Room left of the text in the cells of each column.
    pub(crate) left: Vec<Twips>,
    /// For each row of the head and then of the body, what stands in each column.
    pub(crate) grid: Vec<Vec<Slot>>,
    /// Heights of the rows of the head and then of the body.
    pub(crate) heights: Vec<Twips>,
}

impl Plan {
    pub(crate) fn width(&self, columns: std::ops::Range<usize>) -> Twips {
        self.columns[columns].iter().sum()
    }

    pub(crate) fn height(&self) -> Twips {
        self.heights.iter().sum()
    }
}

/// Plans a table for a frame; one whose columns share nothing grows to the width of a text, or to
/// that of the frame, so that right edges agree.
pub(crate) fn plan(table: &Table, frame: Twips, text: Twips) -> Plan {
    let grid = grid(table);
    let [.., last] = settings(table.size);
    let mut chosen = None;
    for setting in settings(table.size) {
        let left = left_sides(table, setting);
        let measured = measure(table, &grid, setting, &left);
        let (columns, fits) = allot(table, frame, text, 2 * setting.side, &measured);
        if fits || setting == last {
            let heights = heights(&grid, &columns, setting, &measured);
            chosen = Some(Plan { setting, columns, left, grid: Vec::new(), heights });
            break;
        }
    }
    let plan = chosen.expect("the last setting is always taken");
    Plan { grid, ..plan }
}

/// Whether a row is set in bold.
pub(crate) fn is_bold(kind: Option<RowKind>) -> bool {
    matches!(kind, None | Some(RowKind::Group | RowKind::Subtotal | RowKind::Total))
}

/// A measured cell at its place.
struct Measured {
    row: usize,
    column: usize,
    colspan: usize,
    rowspan: usize,
    /// Widths of words; `None` begins a new line.
    words: Vec<Option<Twips>>,
    /// Room that is not text.
    room: Twips,
    blank: Twips,
}

/// Text that begins where numbers end needs more room between them than two numbers do.
fn left_sides(table: &Table, setting: Setting) -> Vec<Twips> {
    let aligns = table.columns.iter().map(|column| column.align);
    let before = std::iter::once(Align::Left).chain(aligns.clone());
    let side = |(align, before)| match (before, align) {
        (Align::Right, Align::Left) => 2 * setting.side,
        _ => setting.side,
    };
    aligns.zip(before).map(side).collect()
}

fn measure(table: &Table, grid: &[Vec<Slot>], setting: Setting, left: &[Twips]) -> Vec<Measured> {
    let mut measured = Vec::new();
    for (row, (kind, cells)) in rows(table).enumerate() {
        let weight = if is_bold(kind) { Weight::Bold } else { Weight::Regular };
        for (column, slot) in grid[row].iter().enumerate() {
            let Slot::Cell(index) = *slot else { continue };
            let cell = &cells[index];
            let reaches = |below: &&Vec<Slot>| matches!(below[column], Slot::Above { .. });
            let toned = crate::tone::mark(cell.tone).map_or(0, |_| setting.size * 10);
            measured.push(Measured {
                row,
                column,
                colspan: span(&grid[row], column),
                rowspan: 1 + grid[row + 1..].iter().take_while(reaches).count(),
                words: words(&cell.content, weight, setting.size),
                room: left[column]
                    + setting.side
                    + INDENT * Twips::from(cell.indent)
                    + toned
                    + RESERVE,
                blank: letters::width(" ", weight, setting.size),
            });
        }
    }
    measured
}

/// The words of a cell, between which Word may break a line.
fn words(
    content: &[selaras_domain::dokumen::Inline],
    weight: Weight,
    size: HalfPoints,
) -> Vec<Option<Twips>> {
    let text = inline::plain(content);
    let mut words = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            words.push(None);
        }
        for word in line.split(' ').flat_map(|it| it.split_inclusive(['-', '–'])) {
            if !word.is_empty() {
                words.push(Some(letters::width(word, weight, size)));
            }
        }
    }
    words
}

impl Measured {
    /// The widest word.
    fn least(&self) -> Twips {
        self.room + self.words.iter().flatten().max().copied().unwrap_or(0)
    }

    /// The longest line when nothing has to break.
    fn full(&self) -> Twips {
        let lines = self.words.split(Option::is_none).map(|line| {
            let blanks = self.blank * Twips::try_from(line.len().saturating_sub(1)).unwrap_or(0);
            line.iter().flatten().sum::<Twips>() + blanks
        });
        self.room + lines.max().unwrap_or(0)
    }

    fn lines(&self, width: Twips) -> Twips {
        let room = width.saturating_sub(self.room);
        let (mut lines, mut line) = (1, 0);
        for word in &self.words {
            match word {
                Some(word) if line == 0 => line = *word,
                Some(word) if line + self.blank + word <= room => line += self.blank + word,
                Some(word) => (lines, line) = (lines + 1, *word),
                None => (lines, line) = (lines + 1, 0),
            }
        }
        lines
    }

    fn columns(&self) -> std::ops::Range<usize> {
        self.column..self.column + self.colspan
    }
}

/// Gives each column its width, from that of a `bare` one on; the second value says whether all words
/// fit.
fn allot(
    table: &Table,
    frame: Twips,
    text: Twips,
    bare: Twips,
    measured: &[Measured],
) -> (Vec<Twips>, bool) {
    let columns = table.columns.len();
    // A column without any text has its sides.
    let (mut least, mut full) = (vec![bare; columns], vec![bare; columns]);
    for cell in measured.iter().filter(|cell| cell.colspan == 1) {
        least[cell.column] = least[cell.column].max(cell.least());
        full[cell.column] = full[cell.column].max(cell.full());
    }
    for cell in measured.iter().filter(|cell| cell.colspan > 1) {
        let missing = cell.least().saturating_sub(least[cell.columns()].iter().sum());
        let share = missing.div_ceil(Twips::try_from(cell.colspan).unwrap_or(1));
        for column in cell.columns() {
            least[column] += share;
            full[column] = full[column].max(least[column]);
        }
    }
    let total: Twips = least.iter().sum();
    if total > frame {
        // No width suits all: each yields in proportion, and the caller tries a smaller type.
        return (least.iter().map(|&width| scale(width, frame, total)).collect(), false);
    }
    let mut widths = least.clone();
    let mut rest = frame - total;

    // Columns of a given width take it first, as far as there is room.
    for (width, column) in widths.iter_mut().zip(&table.columns) {
        if let Width::TenthMm(tenths) = column.width {
            let extra = from_tenth_mm(tenths.into()).saturating_sub(*width).min(rest);
            *width += extra;
            rest -= extra;
        }
    }
    // What the sharing columns need to read well is kept back from those sized by their content.
    let sharing = |index: &usize| share(table.columns[*index].width) > 0;
    let kept: Twips = (0..columns)
        .filter(sharing)
        .map(|index| full[index].min(COMFORT).saturating_sub(least[index]))
        .sum();
    let wanted = |index: usize, width: Twips| match table.columns[index].width {
        Width::Auto => full[index].saturating_sub(width),
        Width::Share(_) | Width::TenthMm(_) => 0,
    };
    let wanting: Twips = widths.iter().enumerate().map(|(index, &it)| wanted(index, it)).sum();
    let given = wanting.min(rest.saturating_sub(kept));
    for (index, width) in widths.iter_mut().enumerate() {
        let extra = scale(wanted(index, *width), given, wanting);
        *width += extra;
        rest -= extra;
    }
    if (0..columns).any(|index| sharing(&index)) {
        share_out(table, &mut widths, rest);
    } else {
        let used = frame - rest;
        stretch(table, &mut widths, if used <= text { text.min(frame) - used } else { rest });
    }
    (widths, true)
}

/// Deals the rest out so that sharing columns stand in the proportion of their shares, none below
/// what it already has.
fn share_out(table: &Table, widths: &mut [Twips], rest: Twips) {
    let mut open: Vec<usize> =
        (0..widths.len()).filter(|&index| share(table.columns[index].width) > 0).collect();
    let mut room = rest + open.iter().map(|&index| widths[index]).sum::<Twips>();
    while !open.is_empty() {
        let shares: Twips = open.iter().map(|&index| share(table.columns[index].width)).sum();
        let part = |index: usize| scale(room, share(table.columns[index].width), shares);
        let Some(place) = open.iter().position(|&index| part(index) < widths[index]) else {
            for &index in &open {
                widths[index] = part(index);
            }
            return;
        };
        room -= widths[open.remove(place)];
    }
}

/// Lets the columns that are sized by their content grow by what is left.
fn stretch(table: &Table, widths: &mut [Twips], rest: Twips) {
    let flexible: Vec<usize> =
        (0..widths.len()).filter(|&index| table.columns[index].width == Width::Auto).collect();
    let sum: Twips = flexible.iter().map(|&index| widths[index]).sum();
    for index in flexible {
        widths[index] += scale(widths[index], rest, sum);
    }
}

fn heights(
    grid: &[Vec<Slot>],
    columns: &[Twips],
    setting: Setting,
    measured: &[Measured],
) -> Vec<Twips> {
    // A line is 1.22 of the size of Calibri, which is in half points.
    let line = setting.size * 122 / 10;
    let mut heights = vec![line + 2 * ABOVE; grid.len()];
    let tall =
        |cell: &Measured| cell.lines(columns[cell.columns()].iter().sum()) * line + 2 * ABOVE;
    for cell in measured.iter().filter(|cell| cell.rowspan == 1) {
        heights[cell.row] = heights[cell.row].max(tall(cell));
    }
    for cell in measured.iter().filter(|cell| cell.rowspan > 1) {
        let end = cell.row + cell.rowspan;
        let missing = tall(cell).saturating_sub(heights[cell.row..end].iter().sum());
        heights[end - 1] += missing;
    }
    heights
}

fn share(width: Width) -> Twips {
    match width {
        Width::Share(share) => Twips::from(share.max(1)),
        Width::Auto | Width::TenthMm(_) => 0,
    }
}

fn scale(value: Twips, by: Twips, of: Twips) -> Twips {
    let scaled = u64::from(value) * u64::from(by) / u64::from(of.max(1));
    Twips::try_from(scaled).unwrap_or(Twips::MAX)
}

//! Plans a table before it is typeset: widths of its columns, heights of its rows, size of its type.
//!
//! Typst sizes columns by laying out every cell twice and cannot keep a short table together while
//! a long one breaks. Both are decided here from the advances of the font.

use selaras_domain::dokumen::{Align, Cell, Inline, Row, RowKind, Table, TableSize, Width};

use crate::metrics::{Centipoint, Metrics, Weight};

/// Room left and right of the text of a cell.
const SIDE: Centipoint = 400;
/// A column that shares the rest is not squeezed below this while others could yield.
const COMFORT: Centipoint = 9000;

/// Measures of the type in a table, in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Type {
    pub(crate) size: Centipoint,
    pub(crate) line: Centipoint,
    /// Room above and below the text of a cell.
    pub(crate) above: Centipoint,
    side: Centipoint,
}

impl Type {
    /// What each step of indentation adds.
    fn indent(self) -> Centipoint {
        self.size
    }
}

/// The sizes to try, largest first; a table takes the first in which no word is wider than its
/// column.
fn sizes(size: TableSize) -> &'static [Type] {
    const fn of(size: Centipoint, line: Centipoint, above: Centipoint, side: Centipoint) -> Type {
        Type { size, line, above, side }
    }
    const NORMAL: [Type; 4] = [
        of(850, 1200, 350, SIDE),
        of(800, 1100, 320, SIDE),
        of(750, 1030, 300, 350),
        of(700, 950, 280, 300),
    ];
    const SMALL: [Type; 4] = [
        of(750, 1000, 280, 350),
        of(700, 930, 260, 320),
        of(650, 860, 240, 280),
        of(600, 800, 220, 240),
    ];
    const TINY: [Type; 4] = [
        of(650, 850, 220, 260),
        of(600, 780, 200, 220),
        of(550, 720, 180, 200),
        of(500, 660, 170, 170),
    ];
    match size {
        TableSize::Normal => &NORMAL,
        TableSize::Small => &SMALL,
        TableSize::Tiny => &TINY,
    }
}

/// What is decided about a table.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) kind: Type,
    pub(crate) columns: Vec<Centipoint>,
    /// Room left and right of the text in the cells of each column.
    pub(crate) sides: Vec<Sides>,
    /// In which column each cell of a row begins, for the rows of the head and then of the body.
    pub(crate) places: Vec<Vec<usize>>,
    /// Heights of the rows of the body.
    pub(crate) rows: Vec<Centipoint>,
    pub(crate) head: Centipoint,
}

/// Room left and right of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sides {
    pub(crate) left: Centipoint,
    pub(crate) right: Centipoint,
}

impl Plan {
    /// Room left of an indented text in a column.
    pub(crate) fn indented(&self, column: usize, steps: u8) -> Centipoint {
        let left = self.sides.get(column).map_or(0, |sides| sides.left);
        left + self.kind.indent() * Centipoint::from(steps)
    }

    pub(crate) fn width(&self) -> Centipoint {
        self.columns.iter().sum()
    }

    /// Height of the whole, without caption and notes.
    pub(crate) fn height(&self) -> Centipoint {
        self.head + self.rows.iter().sum::<Centipoint>()
    }
}

/// Plans a table for a frame of the given width; one whose columns share nothing grows to the
/// width of the text, or to that of the frame, so that right edges agree.
pub(crate) fn plan(table: &Table, frame: Centipoint, text: Centipoint, metrics: &Metrics) -> Plan {
    let sizes = sizes(table.size);
    let mut last = None;
    for &kind in sizes {
        let grid = Grid::measure(table, kind, metrics);
        let (columns, fits) = grid.widths(table, frame, text);
        let (head, rows) = grid.heights(&columns, table.head.len());
        let Grid { sides, places, .. } = grid;
        last = Some(Plan { kind, columns, sides, places, rows, head });
        if fits {
            break;
        }
    }
    last.expect("every size of a table has at least one type")
}

/// Whether a row is set in bold.
pub(crate) fn is_bold(kind: RowKind) -> bool {
    matches!(kind, RowKind::Group | RowKind::Subtotal | RowKind::Total)
}

/// A word and whether a blank goes before it.
struct Word {
    width: Centipoint,
    blank: bool,
    /// Begins a new line whatever the room.
    forced: bool,
}

/// A measured cell at its place.
struct Measured {
    row: usize,
    column: usize,
    colspan: usize,
    rowspan: usize,
    words: Vec<Word>,
    /// Room that is not text.
    room: Centipoint,
    blank: Centipoint,
}

struct Grid {
    kind: Type,
    columns: usize,
    rows: usize,
    cells: Vec<Measured>,
    sides: Vec<Sides>,
    places: Vec<Vec<usize>>,
}

impl Grid {
    fn measure(table: &Table, kind: Type, metrics: &Metrics) -> Grid {
        let columns = table.columns.len();
        let sides = sides(table, kind);
        let mut places = Vec::with_capacity(table.head.len() + table.rows.len());
        let mut cells = Vec::new();
        // For each column the first row that is free again.
        let mut free = vec![0; columns];
        let mut row = 0;
        let mut add = |content: &[Cell], weight: Weight, row: usize| {
            let mut column = 0;
            let mut begins = Vec::with_capacity(content.len());
            for cell in content {
                while column < columns && free[column] > row {
                    column += 1;
                }
                begins.push(column);
                let colspan = usize::from(cell.colspan.max(1));
                let rowspan = usize::from(cell.rowspan.max(1));
                for place in free.iter_mut().skip(column).take(colspan) {
                    *place = row + rowspan;
                }
                let mut words = Words::new(metrics, kind.size);
                words.inlines(&cell.content, weight);
                let mark = match cell.tone {
                    selaras_domain::dokumen::Tone::Plain => 0,
                    _ => kind.size,
                };
                cells.push(Measured {
                    row,
                    column,
                    colspan,
                    rowspan,
                    words: words.finish(),
                    // A little more than the sum, for kerning that widens.
                    room: sides.get(column).map_or(0, |sides| sides.left)
                        + sides.get(column + colspan - 1).map_or(0, |sides| sides.right)
                        + kind.indent() * Centipoint::from(cell.indent)
                        + mark
                        + 30,
                    blank: metrics.width(" ", weight, kind.size),
                });
                column += colspan;
            }
            places.push(begins);
        };
        for content in &table.head {
            add(content, Weight::Bold, row);
            row += 1;
        }
        for Row { kind: of, cells } in &table.rows {
            add(cells, if is_bold(*of) { Weight::Bold } else { Weight::Regular }, row);
            row += 1;
        }
        Grid { kind, columns, rows: row, cells, sides, places }
    }

    /// Widths of the columns, and whether no word is wider than its column.
    fn widths(
        &self,
        table: &Table,
        frame: Centipoint,
        text: Centipoint,
    ) -> (Vec<Centipoint>, bool) {
        let mut least: Vec<Centipoint> =
            self.sides.iter().map(|sides| sides.left + sides.right).collect();
        let mut full = least.clone();
        for cell in &self.cells {
            if cell.colspan == 1 && cell.column < self.columns {
                least[cell.column] = least[cell.column].max(cell.least());
                full[cell.column] = full[cell.column].max(cell.full());
            }
        }
        for cell in self.cells.iter().filter(|cell| cell.colspan > 1) {
            let span = cell.column..(cell.column + cell.colspan).min(self.columns);
            let missing = cell.least().saturating_sub(least[span.clone()].iter().sum());
            let share = missing.div_ceil(span.len().max(1) as Centipoint);
            for column in span {
                least[column] += share;
                full[column] = full[column].max(least[column]);
            }
        }
        allot(table, frame, text, &least, &full)
    }

    fn heights(&self, columns: &[Centipoint], head_rows: usize) -> (Centipoint, Vec<Centipoint>) {
        let mut heights = vec![self.kind.line + 2 * self.kind.above; self.rows];
        let tall = |cell: &Measured| {
            let span = cell.column..(cell.column + cell.colspan).min(self.columns);
            let width: Centipoint = columns[span].iter().sum();
            cell.lines(width) * self.kind.line + 2 * self.kind.above
        };
        for cell in self.cells.iter().filter(|cell| cell.rowspan == 1) {
            heights[cell.row] = heights[cell.row].max(tall(cell));
        }
        for cell in self.cells.iter().filter(|cell| cell.rowspan > 1) {
            let end = (cell.row + cell.rowspan).min(self.rows);
            let missing = tall(cell).saturating_sub(heights[cell.row..end].iter().sum());
            heights[end - 1] += missing;
        }
        let body = heights.split_off(head_rows.min(heights.len()));
        (heights.iter().sum(), body)
    }
}

impl Measured {
    /// The widest word.
    fn least(&self) -> Centipoint {
        self.room + self.words.iter().map(|word| word.width).max().unwrap_or(0)
    }

    /// The longest line when nothing has to break.
    fn full(&self) -> Centipoint {
        let (mut longest, mut line) = (0, 0);
        for word in &self.words {
            line = match (word.forced, word.blank) {
                (true, _) => word.width,
                (false, true) => line + self.blank + word.width,
                (false, false) => line + word.width,
            };
            longest = longest.max(line);
        }
        self.room + longest
    }

    fn lines(&self, width: Centipoint) -> Centipoint {
        let room = width.saturating_sub(self.room);
        let (mut lines, mut line) = (1, 0);
        for word in &self.words {
            let blank = if word.blank { self.blank } else { 0 };
            if word.forced || (line > 0 && line + blank + word.width > room) {
                lines += 1;
                line = word.width;
            } else {
                line += blank + word.width;
            }
        }
        lines
    }
}

/// Gives each column its width; the second value says whether all words fit.
fn allot(
    table: &Table,
    frame: Centipoint,
    text: Centipoint,
    least: &[Centipoint],
    full: &[Centipoint],
) -> (Vec<Centipoint>, bool) {
    let total: Centipoint = least.iter().sum();
    if total > frame {
        // No width suits all: each yields in proportion, and the caller tries a smaller type.
        let scaled = least.iter().map(|&width| scale(width, frame, total)).collect();
        return (scaled, false);
    }
    let mut widths = least.to_vec();
    let mut rest = frame - total;
    let shares: Centipoint = table.columns.iter().map(|column| share(column.width)).sum();

    // Columns of a given width take it first, as far as there is room.
    for (index, column) in table.columns.iter().enumerate() {
        if let Width::TenthMm(tenths) = column.width {
            let extra = from_tenth_mm(tenths).saturating_sub(widths[index]).min(rest);
            widths[index] += extra;
            rest -= extra;
        }
    }
    // What the sharing columns need to read well is kept back from the content-sized ones.
    let kept: Centipoint = (0..widths.len())
        .filter(|&index| share(table.columns[index].width) > 0)
        .map(|index| full[index].min(COMFORT).saturating_sub(least[index]))
        .sum();
    let wanted: Vec<Centipoint> = (0..widths.len())
        .map(|index| match table.columns[index].width {
            Width::Auto => full[index].saturating_sub(widths[index]),
            _ => 0,
        })
        .collect();
    let wanting: Centipoint = wanted.iter().sum();
    let given = wanting.min(rest.saturating_sub(kept));
    for (width, want) in widths.iter_mut().zip(&wanted) {
        let extra = scale(*want, given, wanting);
        *width += extra;
        rest -= extra;
    }
    if shares > 0 {
        share_out(table, &mut widths, rest);
    } else if rest > 0 {
        let used = frame - rest;
        stretch(table, &mut widths, if used <= text { text - used } else { rest });
    }
    (widths, true)
}

/// Deals the rest out so that sharing columns stand in the proportion of their shares, none below
/// what it already has.
fn share_out(table: &Table, widths: &mut [Centipoint], rest: Centipoint) {
    let mut open: Vec<usize> =
        (0..widths.len()).filter(|&index| share(table.columns[index].width) > 0).collect();
    let mut room = rest + open.iter().map(|&index| widths[index]).sum::<Centipoint>();
    loop {
        let shares: Centipoint = open.iter().map(|&index| share(table.columns[index].width)).sum();
        let part = |index: usize| scale(room, share(table.columns[index].width), shares);
        let Some(place) = open.iter().position(|&index| part(index) < widths[index]) else {
            for &index in &open {
                widths[index] = part(index);
            }
            return;
        };
        room -= widths[open[place]];
        open.remove(place);
        if open.is_empty() {
            return;
        }
    }
}

/// Lets the columns that are sized by their content grow by what is left.
fn stretch(table: &Table, widths: &mut [Centipoint], rest: Centipoint) {
    let flexible: Vec<usize> =
        (0..widths.len()).filter(|&index| table.columns[index].width == Width::Auto).collect();
    let sum: Centipoint = flexible.iter().map(|&index| widths[index]).sum();
    for index in flexible {
        widths[index] += scale(widths[index], rest, sum);
    }
}

/// Text that begins where numbers end needs more room between them than two numbers do.
fn sides(table: &Table, kind: Type) -> Vec<Sides> {
    let side = kind.side;
    let aligns = table.columns.iter().map(|column| column.align);
    let before = std::iter::once(Align::Left).chain(aligns.clone());
    aligns
        .zip(before)
        .map(|(align, before)| match (before, align) {
            (Align::Right, Align::Left) => Sides { left: side * 2, right: side },
            _ => Sides { left: side, right: side },
        })
        .collect()
}

fn share(width: Width) -> Centipoint {
    match width {
        Width::Share(share) => Centipoint::from(share.max(1)),
        Width::Auto | Width::TenthMm(_) => 0,
    }
}

fn scale(value: Centipoint, by: Centipoint, of: Centipoint) -> Centipoint {
    let scaled = u64::from(value) * u64::from(by) / u64::from(of.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX)
}

/// 1 mm is 72/25.4 pt.
pub(crate) fn from_tenth_mm(tenths: u16) -> Centipoint {
    Centipoint::from(tenths) * 7200 / 254
}

/// Cuts inlines into the pieces between which Typst may break a line.
struct Words<'a> {
    metrics: &'a Metrics,
    size: Centipoint,
    words: Vec<Word>,
    current: String,
    width: Centipoint,
    blank: bool,
    forced: bool,
}

impl<'a> Words<'a> {
    fn new(metrics: &'a Metrics, size: Centipoint) -> Words<'a> {
        Words {
            metrics,
            size,
            words: Vec::new(),
            current: String::new(),
            width: 0,
            blank: false,
            forced: false,
        }
    }

    fn inlines(&mut self, inlines: &[Inline], weight: Weight) {
        for inline in inlines {
            match inline {
                Inline::Text(text)
                | Inline::Figure { text, .. }
                | Inline::Reference { text, .. } => self.text(text, weight),
                Inline::Strong(inner) => self.inlines(inner, Weight::Bold),
                Inline::Emphasis(inner) => self.inlines(inner, weight),
                Inline::LineBreak => {
                    self.end();
                    self.forced = true;
                }
            }
        }
    }

    fn text(&mut self, text: &str, weight: Weight) {
        let mut letters = text.chars().peekable();
        while let Some(c) = letters.next() {
            if c == ' ' || c.is_control() {
                self.flush(weight);
                self.end();
                self.blank = true;
                continue;
            }
            self.current.push(c);
            let breaks = matches!(c, '-' | '/' | '–')
                && letters.peek().is_some_and(|next| next.is_alphabetic());
            if breaks {
                self.flush(weight);
                self.end();
            }
        }
        self.flush(weight);
    }

    /// Measures what has been gathered in one weight; the word may go on in another.
    fn flush(&mut self, weight: Weight) {
        if !self.current.is_empty() {
            self.width += self.metrics.width(&self.current, weight, self.size);
            self.current.clear();
        }
    }

    fn end(&mut self) {
        if self.width > 0 {
            self.words.push(Word { width: self.width, blank: self.blank, forced: self.forced });
            (self.width, self.blank, self.forced) = (0, false, false);
        }
    }

    fn finish(mut self) -> Vec<Word> {
        self.end();
        self.words
    }
}

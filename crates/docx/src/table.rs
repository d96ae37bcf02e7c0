//! Tables of figures: real Word tables with repeated heads and merged cells.

use std::borrow::Cow;

use selaras_domain::dokumen::{
    Align, Cell, Inline, Row, RowKind, Slot, Table, TableSize, rows, span,
};

use crate::error::DocxError;
use crate::letters::HalfPoints;
use crate::paper::Twips;
use crate::para::{Indent, Para, Type};
use crate::plan::{self, ABOVE, INDENT, Plan};
use crate::tone;
use crate::writer::{WIDEST_TEXT, Writer};

/// A table lower than this share of a page, in percent, is not broken.
const KEEP: Twips = 42;
/// A row lower than this is not broken.
const TALL_ROW: Twips = 3400;

impl Writer<'_> {
    /// `is_held` where its end stays with what follows.
    ///
    /// # Errors
    ///
    /// References to nothing.
    pub(crate) fn table(&mut self, table: &Table, is_held: bool) -> Result<(), DocxError> {
        let entry = self.index.resolve(&table.label, &table.judul)?;
        self.caption(&entry, true);
        if let Some(simpulan) = &table.simpulan {
            self.open(Para { keep_next: true, ..Para::of("Simpulan") });
            self.inlines(simpulan, Type::default())?;
            self.close();
        }
        if table.columns.is_empty() || table.head.len() + table.rows.len() == 0 {
            return self.notes(&table.notes, is_held);
        }
        let plan = plan::plan(table, self.place.room(), WIDEST_TEXT);
        self.table_start(table, &plan);
        let keeps = keeps(table, &plan, self.place.height, is_held);
        let repeated = table.head.len() + leading_numbers(&table.rows);
        for (row, (kind, cells)) in rows(table).enumerate() {
            self.row(
                Line { table, plan: &plan, row, kind, cells, keep_next: keeps[row] },
                repeated,
            )?;
        }
        self.xml.raw("</w:tbl>");
        self.notes(&table.notes, is_held)
    }

    fn table_start(&mut self, table: &Table, plan: &Plan) {
        let (width, left, side) =
            (plan.columns.iter().sum::<Twips>(), self.place.left, plan.setting.side);
        self.xml.put(format_args!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TabelSelaras\"/>\
             <w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblInd w:w=\"{left}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
             <w:top w:w=\"{ABOVE}\" w:type=\"dxa\"/><w:left w:w=\"{side}\" w:type=\"dxa\"/>\
             <w:bottom w:w=\"{ABOVE}\" w:type=\"dxa\"/><w:right w:w=\"{side}\" w:type=\"dxa\"/>\
             </w:tblCellMar><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
        ));
        let name = [table.nomor.as_deref().unwrap_or_default(), &table.judul].join(" ");
        if !name.trim().is_empty() {
            self.xml.raw("<w:tblCaption w:val=\"");
            self.xml.text(name.trim());
            self.xml.raw("\"/>");
        }
        self.xml.raw("</w:tblPr><w:tblGrid>");
        for width in &plan.columns {
            self.xml.put(format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml.raw("</w:tblGrid>");
    }

    fn row(&mut self, line: Line<'_>, repeated: usize) -> Result<(), DocxError> {
        self.xml.raw("<w:tr><w:trPr>");
        if line.plan.heights[line.row] < TALL_ROW {
            self.xml.raw("<w:cantSplit/>");
        }
        if line.row < repeated {
            self.xml.raw("<w:tblHeader/>");
        }
        self.xml.raw("</w:trPr>");
        let slots = &line.plan.grid[line.row];
        let mut column = 0;
        while column < slots.len() {
            self.slot(&line, column)?;
            column += match slots[column] {
                Slot::Empty | Slot::Left => 1,
                Slot::Cell(_) | Slot::Above { .. } => span(slots, column),
            };
        }
        self.xml.raw("</w:tr>");
        Ok(())
    }

    /// What begins in a column of a row.
    fn slot(&mut self, line: &Line<'_>, column: usize) -> Result<(), DocxError> {
        let Line { plan, row, kind, .. } = *line;
        let slots = &plan.grid[row];
        let colspan = match slots[column] {
            Slot::Empty | Slot::Left => 1,
            Slot::Cell(_) | Slot::Above { .. } => span(slots, column),
        };
        let width = plan.width(column..column + colspan);
        self.xml.put(format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
        if colspan > 1 {
            self.xml.put(format_args!("<w:gridSpan w:val=\"{colspan}\"/>"));
        }
        let reaches_down =
            plan.grid.get(row + 1).is_some_and(|below| matches!(below[column], Slot::Above { .. }));
        match slots[column] {
            Slot::Above { .. } => self.xml.raw("<w:vMerge/>"),
            Slot::Cell(_) if reaches_down => self.xml.raw("<w:vMerge w:val=\"restart\"/>"),
            _ => {}
        }
        self.xml.raw(borders(line));
        self.xml.raw(match kind {
            None | Some(RowKind::Numbers) => {
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EFEDE8\"/>"
            }
            Some(RowKind::Group) => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F7F6F3\"/>",
            _ => "",
        });
        let left = plan.left[column];
        if left != plan.setting.side {
            self.xml
                .put(format_args!("<w:tcMar><w:left w:w=\"{left}\" w:type=\"dxa\"/></w:tcMar>"));
        }
        if kind.is_none() {
            self.xml.raw("<w:vAlign w:val=\"bottom\"/>");
        }
        self.xml.raw("</w:tcPr>");
        let empty = Cell::empty();
        let cell = match slots[column] {
            Slot::Cell(index) => &line.cells[index],
            _ => &empty,
        };
        self.cell(line, cell, column)?;
        self.xml.raw("</w:tc>");
        Ok(())
    }

    fn cell(&mut self, line: &Line<'_>, cell: &Cell, column: usize) -> Result<(), DocxError> {
        let own = line.table.columns[column].align;
        let align = match line.kind {
            // A head stands over its column as the column stands; only one over several is centred.
            None if cell.colspan > 1 => cell.align.unwrap_or(Align::Center),
            None => own,
            Some(RowKind::Numbers) => Align::Center,
            Some(_) => cell.align.unwrap_or(own),
        };
        let indent = Indent { left: INDENT * Twips::from(cell.indent), ..Indent::default() };
        let para = Para {
            keep_next: line.keep_next,
            indent: (cell.indent > 0).then_some(indent),
            align: (align != Align::Left).then_some(align),
            ..Para::of(style(line))
        };
        para.open(&mut self.xml);
        let size = line.plan.setting.size;
        let kind = Type {
            size: size_of_style(style(line)).filter(|of_style| *of_style != size).map(|_| size),
            bold: line.kind.is_some() && plan::is_bold(line.kind),
            ..Type::default()
        };
        self.cell_content(cell, kind)?;
        self.close();
        Ok(())
    }

    fn cell_content(&mut self, cell: &Cell, kind: Type<'_>) -> Result<(), DocxError> {
        let Some(mark) = tone::mark(cell.tone) else {
            return self.inlines(&cell.content, kind);
        };
        let kind = Type { style: tone::style(cell.tone), ..kind };
        // The words may bring their mark themselves.
        let content: Cow<'_, [Inline]> = tone::without_mark(&cell.content);
        let separator = if content.is_empty() { "" } else { "\u{00A0}" };
        kind.text(&mut self.xml, &format!("{mark}{separator}"));
        self.inlines(&content, kind)
    }
}

/// A row with all that decides how it is written.
#[derive(Clone, Copy)]
struct Line<'a> {
    table: &'a Table,
    plan: &'a Plan,
    row: usize,
    kind: Option<RowKind>,
    cells: &'a [Cell],
    keep_next: bool,
}

/// Lines that the style of the table does not draw.
fn borders(line: &Line<'_>) -> &'static str {
    let ends_head = line.row + 1 == line.table.head.len();
    match line.kind {
        None if ends_head => {
            "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"1C2328\"/>\
             </w:tcBorders>"
        }
        Some(RowKind::Total) => {
            "<w:tcBorders><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"1C2328\"/>\
             </w:tcBorders>"
        }
        Some(RowKind::Subtotal) => {
            "<w:tcBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"80868C\"/>\
             </w:tcBorders>"
        }
        _ => "",
    }
}

fn style(line: &Line<'_>) -> &'static str {
    match (line.kind, line.table.size) {
        (None, _) => "KepalaTabel",
        (Some(RowKind::Numbers), _) => "NomorKolom",
        (_, TableSize::Normal) => "IsiTabel",
        (_, TableSize::Small) => "IsiTabelKecil",
        (_, TableSize::Tiny) => "IsiTabelRapat",
    }
}

/// What `styles.xml` says of them; numbers of columns are small in every table.
fn size_of_style(style: &str) -> Option<HalfPoints> {
    match style {
        "NomorKolom" => None,
        "IsiTabelKecil" => Some(17),
        "IsiTabelRapat" => Some(15),
        _ => Some(19),
    }
}

/// Which rows stay with the next: all of a short table, titles with what they are over, and the
/// last row with its totals.
fn keeps(table: &Table, plan: &Plan, page: Twips, is_held: bool) -> Vec<bool> {
    let head = table.head.len();
    let last = plan.heights.len() - 1;
    let is_short = plan.height() < page * KEEP / 100;
    let kinds: Vec<Option<&Row>> =
        std::iter::repeat_n(None, head).chain(table.rows.iter().map(Some)).collect();
    (0..=last)
        .map(|row| {
            let next = kinds.get(row + 1).copied().flatten();
            let leads = match (kinds[row], next) {
                (None, _) => true,
                (Some(row), Some(next)) => leads(row, next),
                (Some(_), None) => false,
            };
            // The notes under a table belong to its last row.
            let before_notes = row == last && (is_held || !table.notes.is_empty());
            before_notes || (row < last && (is_short || leads))
        })
        .collect()
}

/// Whether a row is the heading of the next one, or the next one is its total.
fn leads(row: &Row, next: &Row) -> bool {
    let is_total = matches!(next.kind, RowKind::Subtotal | RowKind::Total);
    match row.kind {
        RowKind::Group | RowKind::Numbers => true,
        RowKind::Body => is_total || (next.kind == RowKind::Body && indent(next) > indent(row)),
        RowKind::Subtotal | RowKind::Total => is_total,
    }
}

fn indent(row: &Row) -> u8 {
    row.cells.iter().map(|cell| cell.indent).max().unwrap_or(0)
}

/// Rows with the numbers of the columns that directly follow the head, and are repeated with it.
fn leading_numbers(rows: &[Row]) -> usize {
    // A cell that reaches down into the body cannot stand in the repeated head.
    let leads =
        |row: &&Row| row.kind == RowKind::Numbers && row.cells.iter().all(|it| it.rowspan <= 1);
    rows.iter().take_while(leads).count()
}

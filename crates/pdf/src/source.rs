//! Writes a document tree as Typst source: only calls of the template, and text as strings.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use selaras_domain::dokumen::{
    Align, Block, Cell, Contents, Dokumen, Drawing, Inline, KeyFigure, Marker, Orientation,
    PageNumbers, Rank, Row, RowKind, Section, Signature, Table, Tone, plain,
};

use crate::error::PdfError;
use crate::escape::push_string;
use crate::metrics::{Centipoint, Metrics, Weight};
use crate::table::{self, Plan, from_tenth_mm};
use crate::world::drawing_path;
use crate::{Options, Paper};

/// The source of a document and the drawings that it names.
pub(crate) struct Source {
    pub(crate) text: String,
    pub(crate) drawings: Vec<String>,
}

/// Widths of the text column of a portrait page, in tenths of a millimetre: 75 characters.
const TEXT: u16 = 1270;
const BINDING: u16 = 300;
const OUTER: u16 = 200;
const TOP: u16 = 250;
const BOTTOM: u16 = 250;

/// A table lower than this share of a page, in percent, is not broken.
const KEEP: Centipoint = 42;
/// A row lower than this is not broken.
const TALL_ROW: Centipoint = 17_000;
/// Lines of notes that stay with the last row of a table that breaks.
const FOOT_LINES: Centipoint = 6;
/// Rows of headings one after another that are kept together with the row under them.
const LONGEST_RUN: usize = 2;
/// A generated list with fewer entries does not begin a page of its own after another list.
const SHORT_LIST: usize = 16;

/// Writes the whole document.
///
/// # Errors
///
/// References to nothing, labels given twice, and letters that no font has.
pub(crate) fn write(dokumen: &Dokumen, options: &Options) -> Result<Source, PdfError> {
    let mut writer = Writer {
        out: String::with_capacity(1 << 18),
        drawings: Vec::new(),
        options,
        metrics: options.fonts.metrics(),
        entries: Entries::of(dokumen)?,
        covered: HashMap::new(),
        level: 0,
        fresh: true,
        sharing: false,
        frame: Frame::of(options.paper, Orientation::Portrait),
    };
    writer.document(dokumen)?;
    Ok(Source { text: writer.out, drawings: writer.drawings })
}

/// What is known of the labelled blocks: lists show it, references need it.
struct Entries<'a> {
    /// In the order of the document.
    all: Vec<Entry<'a>>,
    labels: BTreeSet<&'a str>,
}

#[derive(Clone, Copy)]
struct Entry<'a> {
    label: &'a str,
    kind: &'static str,
    nomor: &'a str,
    judul: &'a str,
    /// Tables and drawings without a number stand in no list.
    is_listed: bool,
}

impl<'a> Entries<'a> {
    fn of(dokumen: &'a Dokumen) -> Result<Entries<'a>, PdfError> {
        let mut entries = Entries { all: Vec::new(), labels: BTreeSet::new() };
        for section in &dokumen.sections {
            entries.blocks(&section.blocks)?;
        }
        Ok(entries)
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), PdfError> {
        for block in blocks {
            match block {
                Block::Heading { rank, nomor, judul, label } => {
                    let nomor = nomor.as_deref().map(short_number).unwrap_or_default();
                    let kind = kind_of(*rank);
                    self.add(Entry { label, kind, nomor, judul, is_listed: true })?;
                }
                Block::Table(Table { label, nomor, judul, .. }) => {
                    self.add(numbered("tabel", label, nomor.as_deref(), judul))?;
                }
                Block::Drawing(Drawing { label, nomor, judul, .. }) => {
                    self.add(numbered("gambar", label, nomor.as_deref(), judul))?;
                }
                Block::List { items, .. } => {
                    items.iter().try_for_each(|item| self.blocks(item))?;
                }
                Block::Box { blocks, .. } => self.blocks(blocks)?,
                Block::Columns(columns) => {
                    columns.iter().try_for_each(|column| self.blocks(column))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What stands in a list, in its order.
    fn of_list(&self, contents: Contents) -> impl Iterator<Item = &Entry<'a>> {
        let (_, kinds) = listed(contents);
        self.all.iter().filter(|it| it.is_listed && kinds.contains(&it.kind))
    }

    fn add(&mut self, entry: Entry<'a>) -> Result<(), PdfError> {
        if !self.labels.insert(entry.label) {
            return Err(PdfError::DuplicateLabel { label: entry.label.to_owned() });
        }
        self.all.push(entry);
        Ok(())
    }
}

fn numbered<'a>(
    kind: &'static str,
    label: &'a str,
    nomor: Option<&'a str>,
    judul: &'a str,
) -> Entry<'a> {
    Entry { label, kind, nomor: nomor.unwrap_or_default(), judul, is_listed: nomor.is_some() }
}

/// The function of the template that prints a list, and the kinds of blocks that stand in it.
fn listed(contents: Contents) -> (&'static str, &'static [&'static str]) {
    match contents {
        Contents::DaftarIsi => ("daftar-isi", &["bab", "subbab", "sub", "lampiran"]),
        Contents::DaftarTabel => ("daftar-tabel", &["tabel"]),
        Contents::DaftarGambar => ("daftar-gambar", &["gambar"]),
        Contents::DaftarLampiran => ("daftar-lampiran", &["lampiran"]),
    }
}

fn kind_of(rank: Rank) -> &'static str {
    match rank {
        Rank::Bab => "bab",
        Rank::Subbab => "subbab",
        Rank::Sub => "sub",
        Rank::Minor => "minor",
        Rank::Lampiran => "lampiran",
    }
}

/// The number itself: `3` of `Bab 3`, which stands large in the margin.
fn short_number(nomor: &str) -> &str {
    let lower = nomor.to_lowercase();
    for word in ["bab ", "lampiran "] {
        if lower.starts_with(word) {
            return nomor[word.len()..].trim();
        }
    }
    nomor.trim()
}

/// The room that blocks stand in.
#[derive(Clone, Copy)]
struct Frame {
    /// What tables and drawings may use.
    wide: Centipoint,
    /// What paragraphs use.
    text: Centipoint,
    height: Centipoint,
    nesting: Nesting,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nesting {
    /// Directly on a portrait page, whose column is as wide as a text may be.
    Column,
    /// Directly on a landscape page, which is wider than a text may be.
    Wide,
    /// Inside of another block.
    Inner,
}

impl Frame {
    fn of(paper: Paper, orientation: Orientation) -> Frame {
        let (width, height) = paper.tenth_mm();
        match orientation {
            Orientation::Portrait => Frame {
                wide: from_tenth_mm(width - BINDING - OUTER),
                text: from_tenth_mm(TEXT),
                height: from_tenth_mm(height - TOP - BOTTOM),
                nesting: Nesting::Column,
            },
            Orientation::Landscape => Frame {
                wide: from_tenth_mm(height - TOP - BOTTOM),
                text: from_tenth_mm(TEXT),
                height: from_tenth_mm(width - BINDING - OUTER),
                nesting: Nesting::Wide,
            },
        }
    }

    /// Two names side by side; on a landscape page they do not stand further apart than upright.
    fn signing(self) -> Centipoint {
        self.wide.min(from_tenth_mm(1600))
    }

    fn inner(self, width: Centipoint) -> Frame {
        Frame { wide: width, text: width, nesting: Nesting::Inner, ..self }
    }
}

struct Writer<'a> {
    out: String,
    drawings: Vec<String>,
    options: &'a Options,
    metrics: &'a Metrics,
    entries: Entries<'a>,
    /// Whether a character beyond ASCII has a glyph; asked once for each.
    covered: HashMap<char, bool>,
    /// Level of the last heading: PDF/UA forbids to skip one.
    level: u8,
    /// Whether nothing stands on the page yet.
    fresh: bool,
    /// Whether a chapter shares the page of the one before it.
    sharing: bool,
    frame: Frame,
}

impl Writer<'_> {
    fn document(&mut self, dokumen: &Dokumen) -> Result<(), PdfError> {
        self.out.push_str("#import \"/selaras.typ\": *\n#show: dokumen.with(");
        self.string(&dokumen.judul)?;
        self.out.push(',');
        self.string(&dokumen.penerbit)?;
        self.out.push_str(",(");
        for kata in &dokumen.kata_kunci {
            self.string(kata)?;
            self.out.push(',');
        }
        self.out.push_str("),");
        match dokumen.tanggal {
            Some(date) => {
                let (year, month, day) = (date.year(), date.month(), date.day());
                self.put(format_args!("datetime(year:{year},month:{month},day:{day})"));
            }
            None => self.out.push_str("none"),
        }
        let (width, height) = self.options.paper.tenth_mm();
        let (width, height) = (tenth_mm(width), tenth_mm(height));
        self.out.push_str(")\n");
        if let Some(sampul) = &dokumen.sampul {
            self.put(format_args!("#sampul({width},{height}"));
            for text in [
                &sampul.judul,
                &sampul.singkatan,
                &sampul.tahun,
                &sampul.perangkat_daerah,
                &sampul.pemda,
            ] {
                self.out.push(',');
                self.string(text)?;
            }
            self.out.push_str(")\n");
        }
        self.out.push_str("#let seksi=seksi.with(");
        self.string(&dokumen.kepala_halaman)?;
        self.out.push(',');
        self.optional_string(dokumen.konsep.as_deref())?;
        self.put(format_args!(",{width},{height})\n"));

        let mut previous: Option<&Section> = None;
        for section in &dokumen.sections {
            let shares = previous.is_some_and(|previous| self.shares(previous, section));
            if !shares {
                if previous.is_some() {
                    self.out.push_str("]\n");
                }
                self.section_start(section, previous.map(|section| section.page_numbers));
                self.string(&section.kepala)?;
                self.put_frame_of_section();
            }
            self.blocks(&section.blocks, if shares { After::List } else { After::Other })?;
            previous = Some(section);
        }
        if previous.is_some() {
            self.out.push_str("]\n");
        }
        Ok(())
    }

    /// Whether a section is one more short list that goes on below the lists of the one before.
    fn shares(&self, previous: &Section, section: &Section) -> bool {
        let alike = previous.page_numbers == section.page_numbers
            && previous.orientation == section.orientation;
        let after_list = matches!(previous.blocks.last(), Some(Block::Contents(_)));
        match section.blocks.as_slice() {
            [Block::Heading { .. }, Block::Contents(list)] => {
                alike && after_list && self.entries.of_list(*list).count() < SHORT_LIST
            }
            _ => false,
        }
    }

    fn section_start(&mut self, section: &Section, previous: Option<PageNumbers>) {
        self.frame = Frame::of(self.options.paper, section.orientation);
        self.fresh = true;
        let numbering = match section.page_numbers {
            PageNumbers::Roman => "i",
            PageNumbers::Arabic | PageNumbers::Continued => "1",
        };
        // Front matter and body each count from one; annexes go on.
        let restart = section.page_numbers != PageNumbers::Continued
            && previous != Some(section.page_numbers);
        let landscape = section.orientation == Orientation::Landscape;
        self.put(format_args!("#seksi(\"{numbering}\",{landscape},{restart},"));
    }

    fn put_frame_of_section(&mut self) {
        let frame = points(self.frame.wide);
        self.put(format_args!(",{frame})["));
    }

    fn blocks(&mut self, blocks: &[Block], after: After) -> Result<(), PdfError> {
        let mut rest = blocks;
        let mut after_list = after == After::List;
        while let Some((block, following)) = rest.split_first() {
            rest = following;
            match (block, following) {
                // A place to sign does not stand on a page of its own.
                (before, [Block::Signatures(people), after @ ..]) if self.is_held(before) => {
                    self.signatures(Some(before), people)?;
                    rest = after;
                }
                // A short list shares the page of the list before it.
                (
                    Block::Heading { rank: Rank::Bab, nomor: None, .. },
                    [Block::Contents(list), after @ ..],
                ) if after_list && self.entries.of_list(*list).count() < SHORT_LIST => {
                    self.out.push_str("#sharing[");
                    self.sharing = true;
                    self.block(block)?;
                    self.sharing = false;
                    self.contents(*list)?;
                    self.out.push_str("]\n");
                    rest = after;
                }
                _ => self.block(block)?,
            }
            after_list = rest.len() < blocks.len()
                && matches!(blocks[blocks.len() - rest.len() - 1], Block::Contents(_));
            self.fresh = false;
        }
        Ok(())
    }

    /// Whether what stands before a place to sign can go to another page with it.
    fn is_held(&self, before: &Block) -> bool {
        match before {
            Block::Paragraph(_) => true,
            Block::Table(table) => self.is_kept(&self.plan(table)),
            _ => false,
        }
    }

    fn block(&mut self, block: &Block) -> Result<(), PdfError> {
        match block {
            Block::Heading { rank, nomor, judul, label } => {
                self.heading(*rank, nomor.as_deref(), judul, label)
            }
            Block::Paragraph(inlines) => self.in_text_column(|writer| writer.paragraph(inlines)),
            Block::List { marker, items } => {
                self.in_text_column(|writer| writer.list(*marker, items))
            }
            Block::Table(table) => self.table(table),
            Block::Drawing(drawing) => self.drawing(drawing),
            Block::Box { judul, blocks } => self.boxed(judul.as_deref(), blocks),
            Block::Columns(columns) => self.columns(columns),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Facts(facts) => self.facts(facts),
            Block::Signatures(people) => self.signatures(None, people),
            Block::Contents(contents) => self.contents(*contents),
            Block::Note(inlines) => self.in_text_column(|writer| {
                writer.out.push_str("#note");
                writer.content(inlines)
            }),
            Block::PageBreak => {
                self.out.push_str("#pagebreak(weak:true)\n");
                Ok(())
            }
        }
    }

    /// Writes what must not be wider than a text column.
    fn in_text_column(
        &mut self,
        write: impl FnOnce(&mut Self) -> Result<(), PdfError>,
    ) -> Result<(), PdfError> {
        if self.frame.nesting != Nesting::Wide {
            write(self)?;
            self.out.push('\n');
            return Ok(());
        }
        let width = points(self.frame.text);
        self.put(format_args!("#prose({width})["));
        write(self)?;
        self.out.push_str("]\n");
        Ok(())
    }

    /// Writes blocks inside of a narrower one.
    fn inside(&mut self, width: Centipoint, blocks: &[Block]) -> Result<(), PdfError> {
        let outer = self.frame;
        self.frame = outer.inner(width);
        self.out.push('[');
        let written = self.blocks(blocks, After::Other);
        self.out.push(']');
        self.frame = outer;
        written
    }

    fn heading(
        &mut self,
        rank: Rank,
        nomor: Option<&str>,
        judul: &str,
        label: &str,
    ) -> Result<(), PdfError> {
        let natural = match rank {
            Rank::Bab | Rank::Lampiran => 1,
            Rank::Subbab => 2,
            Rank::Sub => 3,
            Rank::Minor => 4,
        };
        self.level = natural.min(self.level + 1);
        let level = self.level;
        self.put(format_args!("#{}({level},", kind_of(rank)));
        self.label(label)?;
        self.out.push(',');
        let nomor = nomor.map(short_number).filter(|nomor| !nomor.is_empty());
        if self.frame.nesting == Nesting::Inner {
            // Nothing hangs out of a box or a column.
            self.out.push_str("none,");
            match nomor {
                Some(nomor) => self.string(&format!("{nomor} {judul}"))?,
                None => self.string(judul)?,
            }
        } else {
            self.optional_string(nomor)?;
            self.out.push(',');
            self.string(judul)?;
        }
        if matches!(rank, Rank::Bab | Rank::Lampiran) {
            let start = match (self.fresh, self.sharing) {
                (true, _) => "fresh",
                (_, true) => "sharing",
                _ => "new",
            };
            let frame = points(self.frame.wide);
            self.put(format_args!(",{frame},\"{start}\""));
        }
        self.out.push_str(")\n");
        Ok(())
    }

    fn paragraph(&mut self, inlines: &[Inline]) -> Result<(), PdfError> {
        match inlines {
            [Inline::Text(text)] => {
                self.out.push_str("#par(");
                self.string(text.trim())?;
                self.out.push(')');
                Ok(())
            }
            _ => {
                self.out.push_str("#par");
                self.content(inlines)
            }
        }
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Block>]) -> Result<(), PdfError> {
        let kind = match marker {
            Marker::Bullet => "bullet",
            Marker::Number => "number",
            Marker::Letter => "letter",
            Marker::None => "none",
        };
        let own = match marker {
            Marker::None => Some(self.widest_own_number(items)),
            _ => None,
        };
        self.put(format_args!("#items(\"{kind}\""));
        let outer = self.frame;
        // A list sets its text in by about this much; tables inside of it get less room.
        let inset = from_tenth_mm(60);
        self.frame = outer.inner(outer.text.saturating_sub(inset));
        for item in items {
            self.out.push_str(",[");
            match (own, item.split_first()) {
                (Some(width), Some((Block::Paragraph(inlines), rest))) if width > 0 => {
                    self.numbered(width, inlines)?;
                    self.blocks(rest, After::Other)?;
                }
                _ => self.blocks(item, After::Other)?,
            }
            self.out.push(']');
        }
        self.frame = outer;
        self.out.push(')');
        Ok(())
    }

    /// Room for the longest number that the items of a list bring with them; zero without any.
    fn widest_own_number(&self, items: &[Vec<Block>]) -> Centipoint {
        let numbers = items.iter().filter_map(|item| match item.first() {
            Some(Block::Paragraph(inlines)) => match inlines.first() {
                Some(Inline::Text(text)) => own_number(text).map(|(number, _)| number),
                _ => None,
            },
            _ => None,
        });
        // The sans is a little wider than the serif of the text, which leaves the gap.
        let width = |number| self.metrics.width(number, Weight::Regular, 1050) + 500;
        numbers.map(width).max().unwrap_or(0)
    }

    fn numbered(&mut self, width: Centipoint, inlines: &[Inline]) -> Result<(), PdfError> {
        let first = match inlines.first() {
            Some(Inline::Text(text)) => own_number(text),
            _ => None,
        };
        self.put(format_args!("#numbered({},", points(width)));
        match first {
            Some((number, text)) => {
                self.string(number)?;
                self.out.push(',');
                let mut rest = inlines.to_vec();
                rest[0] = Inline::Text(text.to_owned());
                self.content(&rest)?;
            }
            None => {
                self.out.push_str("[],");
                self.content(inlines)?;
            }
        }
        self.out.push_str(")\n");
        Ok(())
    }

    fn plan(&self, table: &Table) -> Plan {
        table::plan(table, self.frame.wide, self.frame.text, self.metrics)
    }

    /// Whether a table is so low that it is not broken.
    fn is_kept(&self, plan: &Plan) -> bool {
        plan.height() < self.frame.height * KEEP / 100
    }

    fn table(&mut self, table: &Table) -> Result<(), PdfError> {
        let plan = self.plan(table);
        let keep = self.is_kept(&plan);
        let kind = plan.kind;
        self.out.push_str("#tabel(");
        self.label(&table.label)?;
        self.out.push(',');
        self.optional_string(table.nomor.as_deref())?;
        self.out.push(',');
        self.string(&table.judul)?;
        self.out.push(',');
        match &table.simpulan {
            Some(simpulan) => self.content(simpulan)?,
            None => self.out.push_str("none"),
        }
        // A caption longer than its table is wide uses the width of the text.
        let width = plan.width().max(self.frame.text);
        self.put(format_args!(",{keep},{},", points(width)));
        self.put(format_args!("{},{},", points(kind.size), points(kind.line)));
        let foot = if keep { None } else { foot_start(table, &plan) };
        // As many notes as a foot can hold stay with the last row; the others may break.
        let held = match foot {
            Some(_) => self.notes_within(&table.notes, plan.width(), FOOT_LINES),
            None => 0,
        };
        let (in_foot, below) = table.notes.split_at(held);
        self.notes(below)?;
        self.out.push_str(",table(columns:(");
        for &width in &plan.columns {
            self.put(format_args!("{},", points(width)));
        }
        self.out.push_str("),align:(");
        for column in &table.columns {
            self.out.push_str(alignment(column.align));
            self.out.push(',');
        }
        self.out.push_str("),inset:(");
        for sides in &plan.sides {
            let (left, right) = (points(sides.left), points(sides.right));
            // The line of a text has more room under its letters than over them.
            let (top, bottom) = (points(kind.above + 40), points(kind.above - 40));
            self.put(format_args!("(left:{left},right:{right},top:{top},bottom:{bottom}),"));
        }
        self.out.push_str("),rule-head,");
        self.table_head(table, &plan)?;
        self.table_body(table, &plan, foot)?;
        self.out.push_str("rule-end");
        if foot.is_some() {
            if !in_foot.is_empty() {
                self.put(format_args!(",notes-row({},", table.columns.len()));
                self.notes(in_foot)?;
                self.out.push(')');
            }
            self.out.push(')');
        }
        self.out.push_str("))\n");
        Ok(())
    }

    /// How many of the notes, from the first, take no more than a number of lines.
    fn notes_within(&self, notes: &[Vec<Inline>], width: Centipoint, lines: Centipoint) -> usize {
        let mut left = lines;
        let mut fits = |note: &&Vec<Inline>| {
            let text = self.metrics.width(&plain(note, " "), Weight::Regular, 800);
            // A line is rarely full to its end.
            let needed = (text + text / 10).div_ceil(width.max(1));
            let fits = needed <= left;
            left = left.saturating_sub(needed);
            fits
        };
        notes.iter().take_while(|note| fits(note)).count()
    }

    fn table_head(&mut self, table: &Table, plan: &Plan) -> Result<(), PdfError> {
        let numbers = leading_numbers(table);
        if table.head.is_empty() && numbers.is_empty() {
            return Ok(());
        }
        self.out.push_str("table.header(repeat:true,");
        for (index, row) in table.head.iter().enumerate() {
            if index > 0 {
                self.out.push_str("rule,");
            }
            self.cells(row, CellKind::Head, &plan.places[index], plan)?;
        }
        for (index, row) in numbers.iter().enumerate() {
            let places = &plan.places[table.head.len() + index];
            self.cells(&row.cells, CellKind::Number, places, plan)?;
        }
        self.out.push_str("),");
        Ok(())
    }

    fn table_body(
        &mut self,
        table: &Table,
        plan: &Plan,
        foot: Option<usize>,
    ) -> Result<(), PdfError> {
        let skip = leading_numbers(table).len();
        let levels = head_levels(table, foot);
        for (index, row) in table.rows.iter().enumerate().skip(skip) {
            let rule = match row.kind {
                RowKind::Total => Some("rule-total,"),
                RowKind::Subtotal => Some("rule-subtotal,"),
                _ if index == skip => None,
                _ => Some("rule,"),
            };
            self.out.push_str(rule.unwrap_or_default());
            if Some(index) == foot {
                self.out.push_str("table.footer(repeat:false,");
            }
            let kind = match row.kind {
                RowKind::Body => CellKind::Body,
                RowKind::Group => CellKind::Group,
                RowKind::Numbers => CellKind::Number,
                RowKind::Subtotal | RowKind::Total => CellKind::Total,
            };
            if let Some(level) = levels[index] {
                self.put(format_args!("table.header(repeat:false,level:{level},"));
            }
            let places = &plan.places[table.head.len() + index];
            for (cell, &column) in row.cells.iter().zip(places) {
                let until = (index + usize::from(cell.rowspan.max(1))).min(plan.rows.len());
                let height: Centipoint = plan.rows[index..until].iter().sum();
                let tallest =
                    if cell.rowspan > 1 { self.frame.height * KEEP / 100 } else { TALL_ROW };
                let breaks = if height > tallest { Breaks::Allowed } else { Breaks::Never };
                self.cell(cell, kind, breaks, column, plan)?;
            }
            if levels[index].is_some() {
                self.out.push_str("),");
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        cells: &[Cell],
        kind: CellKind,
        places: &[usize],
        plan: &Plan,
    ) -> Result<(), PdfError> {
        for (cell, &column) in cells.iter().zip(places) {
            self.cell(cell, kind, Breaks::Never, column, plan)?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        cell: &Cell,
        kind: CellKind,
        breaks: Breaks,
        column: usize,
        plan: &Plan,
    ) -> Result<(), PdfError> {
        let start = self.out.len();
        self.out.push_str("table.cell(");
        let bare = self.out.len();
        if cell.colspan > 1 {
            self.put(format_args!("colspan:{},", cell.colspan));
        }
        if cell.rowspan > 1 {
            self.put(format_args!("rowspan:{},", cell.rowspan));
        }
        match kind {
            // A head stands over its column as the column stands; only one over several is centred.
            CellKind::Head if cell.colspan > 1 => {
                let align = alignment(cell.align.unwrap_or(Align::Center));
                self.put(format_args!("fill:raised,align:bottom+{align},"));
            }
            CellKind::Head => self.out.push_str("fill:raised,align:bottom,"),
            CellKind::Number => self.out.push_str("fill:raised,align:center,"),
            _ => {
                if let Some(align) = cell.align {
                    self.put(format_args!("align:{},", alignment(align)));
                }
                if kind == CellKind::Group {
                    self.out.push_str("fill:ground,");
                }
                if breaks == Breaks::Allowed {
                    self.out.push_str("breakable:true,");
                }
            }
        }
        if cell.indent > 0 {
            let left = plan.indented(column, cell.indent);
            self.put(format_args!("inset:(left:{}),", points(left)));
        }
        let plain = self.out.len() == bare;
        if plain {
            self.out.truncate(start);
        }
        self.cell_content(cell, kind)?;
        self.out.push_str(if plain { "," } else { ")," });
        Ok(())
    }

    fn cell_content(&mut self, cell: &Cell, kind: CellKind) -> Result<(), PdfError> {
        let bold = matches!(kind, CellKind::Head | CellKind::Group | CellKind::Total);
        let tone = tone_name(cell.tone);
        if let Some(tone) = tone {
            if cell.content.is_empty() {
                self.put(format_args!("mark(\"{tone}\")"));
                return Ok(());
            }
            self.put(format_args!("toned(\"{tone}\","));
        }
        // The words may bring their mark themselves.
        let content = match tone {
            Some(_) => without_mark(&cell.content),
            None => Cow::Borrowed(cell.content.as_slice()),
        };
        if kind == CellKind::Number {
            self.out.push_str("type(6.5pt,8pt,fill:soft,");
        } else if bold {
            self.out.push_str("strong(");
        }
        self.value(&content)?;
        if kind == CellKind::Number || bold {
            self.out.push(')');
        }
        if tone.is_some() {
            self.out.push(')');
        }
        Ok(())
    }

    fn drawing(&mut self, drawing: &Drawing) -> Result<(), PdfError> {
        let width = self.drawing_width(drawing);
        let path = self.add_drawing(&drawing.svg)?;
        self.out.push_str("#gambar(");
        self.label(&drawing.label)?;
        self.out.push(',');
        self.optional_string(drawing.nomor.as_deref())?;
        self.out.push(',');
        self.string(&drawing.judul)?;
        self.put(format_args!(",\"{path}\","));
        self.string(&drawing.alt)?;
        self.put(format_args!(",{},{},", points(self.frame.wide), points(width)));
        self.notes(&drawing.notes)?;
        self.out.push_str(")\n");
        Ok(())
    }

    /// As wide as asked, unless the frame is narrower or the height would not fit the page.
    fn drawing_width(&self, drawing: &Drawing) -> Centipoint {
        let width = from_tenth_mm(drawing.width_tenth_mm).min(self.frame.wide);
        // Room for the caption and the notes.
        let tallest = self.frame.height.saturating_sub(from_tenth_mm(300));
        match view_box(&drawing.svg) {
            Some((across, down)) if across > 0 && down > 0 => {
                let widest = u64::from(tallest) * across / down;
                width.min(u32::try_from(widest).unwrap_or(width))
            }
            _ => width,
        }
    }

    fn add_drawing(&mut self, svg: &str) -> Result<String, PdfError> {
        self.check_glyphs(svg)?;
        let path = drawing_path(self.drawings.len());
        self.drawings.push(svg.to_owned());
        Ok(path)
    }

    fn boxed(&mut self, judul: Option<&str>, blocks: &[Block]) -> Result<(), PdfError> {
        let width = self.frame.text;
        // Short boxes stay whole; a thousand letters are some fifteen lines.
        let keep = letters(blocks) < 1200;
        self.put(format_args!("#kotak({},{keep},", points(width)));
        self.optional_string(judul)?;
        self.out.push(',');
        self.inside(width.saturating_sub(2400), blocks)?;
        self.out.push_str(")\n");
        Ok(())
    }

    fn columns(&mut self, columns: &[Vec<Block>]) -> Result<(), PdfError> {
        let width = self.frame.wide;
        let count = Centipoint::try_from(columns.len()).unwrap_or(1).max(1);
        let gutter = from_tenth_mm(90);
        let each = width.saturating_sub(gutter * (count - 1)) / count;
        self.put(format_args!("#kolom({}", points(width)));
        for column in columns {
            self.out.push(',');
            self.inside(each, column)?;
        }
        self.out.push_str(")\n");
        Ok(())
    }

    fn key_figures(&mut self, figures: &[KeyFigure]) -> Result<(), PdfError> {
        self.put(format_args!("#angka-besar({}", points(self.frame.wide)));
        for figure in figures {
            self.out.push_str(",(");
            self.string(&figure.nilai)?;
            let size = self.key_figure_size(figure);
            self.put(format_args!(",{},", points(size)));
            self.string(&figure.judul)?;
            self.out.push(',');
            self.string(&figure.keterangan)?;
            match tone_name(figure.tone) {
                Some(tone) => self.put(format_args!(",\"{tone}\",")),
                None => self.out.push_str(",none,"),
            }
            match &figure.bar {
                Some((svg, alt)) => {
                    let path = self.add_drawing(svg)?;
                    self.put(format_args!("\"{path}\","));
                    self.string(alt)?;
                }
                None => self.out.push_str("none,none"),
            }
            self.out.push(')');
        }
        self.out.push_str(")\n");
        Ok(())
    }

    /// The largest size in which a figure and the word of its tone stand on one line.
    fn key_figure_size(&self, figure: &KeyFigure) -> Centipoint {
        let column = (self.frame.wide - from_tenth_mm(100)) / 2;
        let word = if figure.tone == Tone::Plain { 0 } else { 8500 };
        let fits = |size: &Centipoint| {
            self.metrics.width(&figure.nilai, Weight::Regular, *size) + word <= column
        };
        [3600, 3200, 2800, 2400, 2000, 1600].into_iter().find(fits).unwrap_or(1300)
    }

    fn facts(&mut self, facts: &[(String, Vec<Inline>)]) -> Result<(), PdfError> {
        self.put(format_args!("#fakta({}", points(self.frame.wide)));
        for group in fact_groups(facts, self.frame.wide, self.metrics) {
            let kind = match group.kind {
                FactKind::Strip => "strip",
                FactKind::Lines => "lines",
            };
            self.put(format_args!(",(\"{kind}\""));
            for (label, value) in group.facts {
                self.out.push_str(",(");
                self.string(label)?;
                self.out.push(',');
                self.value(value)?;
                self.out.push(')');
            }
            self.out.push(')');
        }
        self.out.push_str(")\n");
        Ok(())
    }

    fn signatures(&mut self, before: Option<&Block>, people: &[Signature]) -> Result<(), PdfError> {
        self.put(format_args!("#tanda-tangan({},", points(self.frame.signing())));
        match before {
            Some(before) => {
                self.out.push('[');
                match before {
                    Block::Paragraph(inlines) => self.paragraph(inlines)?,
                    before => self.block(before)?,
                }
                self.out.push(']');
            }
            None => self.out.push_str("none"),
        }
        for person in people {
            self.out.push_str(",(");
            self.optional_string(person.tempat_tanggal.as_deref())?;
            self.out.push(',');
            self.optional_string(person.peran.as_deref())?;
            self.out.push(',');
            self.string(&person.jabatan)?;
            self.out.push(',');
            self.string(&person.nama)?;
            self.out.push(',');
            self.optional_string(person.pangkat.as_deref())?;
            self.out.push(')');
        }
        self.out.push_str(")\n");
        Ok(())
    }

    fn contents(&mut self, contents: Contents) -> Result<(), PdfError> {
        let (function, _) = listed(contents);
        self.put(format_args!("#{function}({},(", points(self.frame.wide)));
        let entries: Vec<Entry<'_>> = self.entries.of_list(contents).copied().collect();
        if entries.is_empty() {
            // An empty dictionary; `()` is an empty array.
            self.out.push(':');
        }
        for entry in &entries {
            self.entry(entry)?;
        }
        self.out.push_str("))\n");
        Ok(())
    }

    fn entry(&mut self, entry: &Entry<'_>) -> Result<(), PdfError> {
        self.string(entry.label)?;
        self.put(format_args!(":(\"{}\",", entry.kind));
        match entry.kind {
            "lampiran" if !entry.nomor.is_empty() => {
                self.string(&format!("Lampiran {}", entry.nomor))?;
            }
            _ => self.string(entry.nomor)?,
        }
        self.out.push(',');
        self.string(entry.judul)?;
        self.out.push_str("),");
        Ok(())
    }

    fn notes(&mut self, notes: &[Vec<Inline>]) -> Result<(), PdfError> {
        self.out.push('(');
        for note in notes {
            self.content(note)?;
            self.out.push(',');
        }
        self.out.push(')');
        Ok(())
    }

    /// Inlines as an argument: a string where that is all there is, else content.
    fn value(&mut self, inlines: &[Inline]) -> Result<(), PdfError> {
        match inlines {
            [] => {
                self.out.push_str("[]");
                Ok(())
            }
            [Inline::Text(text) | Inline::Figure { text, .. }] if split_mark(text).is_none() => {
                self.string(text)
            }
            _ => self.content(inlines),
        }
    }

    /// Inlines as content between brackets.
    fn content(&mut self, inlines: &[Inline]) -> Result<(), PdfError> {
        self.out.push('[');
        self.inlines(inlines)?;
        self.out.push(']');
        Ok(())
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Result<(), PdfError> {
        for inline in inlines {
            self.out.push('#');
            match inline {
                Inline::Text(text) => match split_mark(text) {
                    Some((tone, rest)) => {
                        self.put(format_args!("marked(\"{tone}\");#"));
                        self.string(rest)?;
                    }
                    None => self.string(text)?,
                },
                Inline::Strong(inner) => {
                    self.out.push_str("strong");
                    self.content(inner)?;
                }
                Inline::Emphasis(inner) => {
                    self.out.push_str("emph");
                    self.content(inner)?;
                }
                // An amount in words is as long as a line and has to break.
                Inline::Figure { text, .. } if text.contains(' ') && text.len() < 28 => {
                    self.out.push_str("box(");
                    self.string(text)?;
                    self.out.push(')');
                }
                Inline::Figure { text, .. } => self.string(text)?,
                Inline::Reference { label, text } => {
                    if !self.entries.labels.contains(label.as_str()) {
                        return Err(PdfError::UnresolvedReference {
                            label: label.clone(),
                            text: text.clone(),
                        });
                    }
                    self.out.push_str("refer(");
                    self.label(label)?;
                    self.out.push(',');
                    self.string(text)?;
                    self.out.push(')');
                }
                Inline::LineBreak => self.out.push_str("linebreak()"),
            }
        }
        Ok(())
    }

    fn label(&mut self, label: &str) -> Result<(), PdfError> {
        self.out.push_str("label(");
        self.string(label)?;
        self.out.push(')');
        Ok(())
    }

    fn optional_string(&mut self, text: Option<&str>) -> Result<(), PdfError> {
        match text {
            Some(text) => self.string(text),
            None => {
                self.out.push_str("none");
                Ok(())
            }
        }
    }

    fn string(&mut self, text: &str) -> Result<(), PdfError> {
        if !text.is_ascii() {
            self.check_glyphs(text)?;
        }
        push_string(&mut self.out, text);
        Ok(())
    }

    /// Typst would draw an empty box; an archived document may not hold one.
    fn check_glyphs(&mut self, text: &str) -> Result<(), PdfError> {
        let fonts = &self.options.fonts;
        let mut missing = String::new();
        for c in text.chars().filter(|c| !c.is_ascii()) {
            let covered = *self.covered.entry(c).or_insert_with(|| {
                c.is_control() || c.is_whitespace() || invisible(c) || fonts.covers(c)
            });
            if !covered && !missing.contains(c) {
                missing.push(c);
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let text = text.chars().take(80).collect();
        Err(PdfError::MissingGlyph { characters: missing, text })
    }

    fn put(&mut self, arguments: std::fmt::Arguments<'_>) {
        self.out.write_fmt(arguments).expect("a String takes all that is written to it");
    }
}

/// What stands before the first of some blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// A generated list, whose page a short one may share.
    List,
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CellKind {
    Head,
    Number,
    Body,
    Group,
    Total,
}

/// Whether a page may end inside of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Allowed,
    Never,
}

/// Where the foot of a table begins: its totals with the row before them, which are never parted,
/// so that no page shows a total alone under a repeated head.
fn foot_start(table: &Table, plan: &Plan) -> Option<usize> {
    let is_total = |row: &&Row| matches!(row.kind, RowKind::Subtotal | RowKind::Total);
    let totals = table.rows.iter().rev().take_while(is_total).count();
    let start = table.rows.len().checked_sub(totals.max(1) + 1)?;
    // A cell that reaches into the foot, or a row as tall as a page, must be free to break.
    let spanned = table.rows[..start]
        .iter()
        .enumerate()
        .any(|(index, row)| row.cells.iter().any(|cell| index + usize::from(cell.rowspan) > start));
    let height: Centipoint = plan.rows[start..].iter().sum();
    let first = leading_numbers(table).len();
    (!spanned && start >= first && height < TALL_ROW).then_some(start)
}

/// Which rows of the body are heads of their own, so that no page ends with them, and their levels.
///
/// Levels rise along a run of heads, and none stands right before the foot: Typst 0.15.1 takes a
/// head for short-lived that is followed by one of the same level or by the foot, and loses count
/// of the repeated ones when that happens right after the head of the table.
fn head_levels(table: &Table, foot: Option<usize>) -> Vec<Option<usize>> {
    let end = foot.unwrap_or(table.rows.len());
    let mut levels = vec![None; table.rows.len()];
    // Rows that a cell of a row above reaches into cannot become a head.
    let mut spanned_until = 0;
    let mut run = 0;
    for (index, pair) in table.rows.windows(2).enumerate() {
        let reach = pair[0].cells.iter().map(|cell| usize::from(cell.rowspan)).max().unwrap_or(1);
        let heads =
            index >= spanned_until && reach <= 1 && index + 1 < end && leads(&pair[0], &pair[1]);
        spanned_until = spanned_until.max(index + reach);
        run = if heads { run + 1 } else { 0 };
        if heads {
            levels[index] = Some(1 + run);
        }
        // A long run kept whole would leave half a page white; its last rows suffice.
        if run > LONGEST_RUN {
            levels[index - LONGEST_RUN] = None;
        }
    }
    levels
}

/// Whether a row is the heading of the next one: of its group, or a level above it.
fn leads(row: &Row, next: &Row) -> bool {
    match row.kind {
        RowKind::Group => true,
        RowKind::Body => next.kind == RowKind::Body && indent(next) > indent(row),
        _ => false,
    }
}

fn indent(row: &Row) -> u8 {
    row.cells.iter().map(|cell| cell.indent).max().unwrap_or(0)
}

/// Rows with the numbers of the columns that directly follow the head, and are repeated with it.
fn leading_numbers(table: &Table) -> &[Row] {
    // A cell that reaches down into the body cannot stand in the repeated head.
    let leads =
        |row: &&Row| row.kind == RowKind::Numbers && row.cells.iter().all(|cell| cell.rowspan <= 1);
    let count = table.rows.iter().take_while(leads).count();
    &table.rows[..count]
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

fn tone_name(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Near => Some("near"),
        Tone::Bad => Some("bad"),
        Tone::Over => Some("over"),
        Tone::Faint => Some("faint"),
    }
}

/// The tone that a mark at the start of a text means, and the text after it.
fn split_mark(text: &str) -> Option<(&'static str, &str)> {
    let mut letters = text.chars();
    let tone = match letters.next()? {
        '●' => "good",
        '◐' => "near",
        '▲' => "bad",
        '◆' => "over",
        '–' | '○' => "faint",
        _ => return None,
    };
    letters.as_str().strip_prefix([' ', '\u{00A0}']).map(|rest| (tone, rest))
}

fn without_mark(inlines: &[Inline]) -> Cow<'_, [Inline]> {
    match inlines.first() {
        Some(Inline::Text(text)) => match split_mark(text) {
            Some((_, rest)) => {
                let mut inlines = inlines.to_vec();
                inlines[0] = Inline::Text(rest.to_owned());
                Cow::Owned(inlines)
            }
            None => Cow::Borrowed(inlines),
        },
        _ => Cow::Borrowed(inlines),
    }
}

/// Characters without a glyph of their own that fonts need not know.
fn invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
}

/// `1.2.3 Nama` is a number and a text; `3 orang` is not, because a number of an item has a dot or
/// a bracket.
fn own_number(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.split_once(' ')?;
    let letters = number.chars().filter(|c| c.is_alphabetic()).count();
    let shaped = number.contains(['.', ')'])
        && letters <= 1
        && number.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ')'));
    shaped.then_some((number, rest.trim_start()))
}

fn letters(blocks: &[Block]) -> usize {
    fn of(inlines: &[Inline]) -> usize {
        let each = inlines.iter().map(|inline| match inline {
            Inline::Text(text) | Inline::Figure { text, .. } | Inline::Reference { text, .. } => {
                text.len()
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => of(inner),
            Inline::LineBreak => 60,
        });
        each.sum()
    }
    let each = blocks.iter().map(|block| match block {
        Block::Paragraph(inlines) | Block::Note(inlines) => of(inlines) + 40,
        Block::List { items, .. } => items.iter().map(|item| letters(item) + 40).sum(),
        Block::Heading { judul, .. } => judul.len() + 60,
        // A table or a drawing keeps itself together.
        _ => 600,
    });
    each.sum()
}

/// Width and height that an SVG declares, in its own units.
fn view_box(svg: &str) -> Option<(u64, u64)> {
    let start = svg.find("viewBox=\"")? + "viewBox=\"".len();
    let text = &svg[start..start + svg[start..].find('"')?];
    let mut numbers = text.split([' ', ',']).filter(|part| !part.is_empty()).map(|part| {
        let whole = part.split('.').next().unwrap_or(part);
        whole.parse::<u64>().ok()
    });
    let (across, down) = (numbers.nth(2)??, numbers.next()??);
    Some((across, down))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FactKind {
    Strip,
    Lines,
}

struct FactGroup<'a> {
    kind: FactKind,
    facts: &'a [(String, Vec<Inline>)],
}

/// Runs of three to six short facts stand side by side; the others take a line each.
fn fact_groups<'a>(
    facts: &'a [(String, Vec<Inline>)],
    frame: Centipoint,
    metrics: &Metrics,
) -> Vec<FactGroup<'a>> {
    let width = |(label, value): &(String, Vec<Inline>)| {
        let value = plain(value, " ");
        let value = metrics.width(&value, Weight::Bold, 1300);
        value.max(metrics.width(label, Weight::Regular, 800))
    };
    let fits = |run: &[(String, Vec<Inline>)]| {
        let count = Centipoint::try_from(run.len()).unwrap_or(Centipoint::MAX);
        let each = (frame + 1000) / count.max(1);
        count <= 6 && run.iter().all(|fact| width(fact) + 1000 <= each)
    };
    let mut groups: Vec<FactGroup<'a>> = Vec::new();
    let mut start = 0;
    while start < facts.len() {
        let mut end = facts.len();
        while end > start + 2 && !fits(&facts[start..end]) {
            end -= 1;
        }
        if end >= start + 3 {
            groups.push(FactGroup { kind: FactKind::Strip, facts: &facts[start..end] });
            start = end;
            continue;
        }
        match groups.last_mut() {
            Some(last) if last.kind == FactKind::Lines => {
                let from = start - last.facts.len();
                last.facts = &facts[from..=start];
            }
            _ => groups.push(FactGroup { kind: FactKind::Lines, facts: &facts[start..=start] }),
        }
        start += 1;
    }
    groups
}

/// `453.55pt`.
fn points(hundredths: Centipoint) -> String {
    format!("{}.{:02}pt", hundredths / 100, hundredths % 100)
}

/// `210.0mm`.
fn tenth_mm(tenths: u16) -> String {
    format!("{}.{}mm", tenths / 10, tenths % 10)
}

//! Dokumen: a document as a tree, independent of the format it is drawn in.
//!
//! PDF, DOCX, XLSX and HTML are renderings of the same tree, so they cannot disagree. Numbers of
//! chapters, tables and drawings stand in the tree; page numbers belong to the renderer.

mod grid;

use jiff::civil::Date;

pub use grid::{Slot, grid, rows, span};

/// A whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dokumen {
    /// A report has a cover; what is signed as it stands has none.
    pub sampul: Option<Sampul>,
    /// Title in the metadata of the file.
    pub judul: String,
    /// Who issues it: the office.
    pub penerbit: String,
    /// In the head of every page, beside the chapter: short name of the office.
    pub kepala_halaman: String,
    /// At the foot of every page while the document is a draft: `Konsep per 24 November 2026, …`.
    pub konsep: Option<String>,
    /// The date in the metadata; never the clock's.
    pub tanggal: Option<Date>,
    pub kata_kunci: Vec<String>,
    pub sections: Vec<Section>,
}

/// The cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sampul {
    /// `LAPORAN KINERJA INSTANSI PEMERINTAH`.
    pub judul: String,
    /// `LKjIP`.
    pub singkatan: String,
    pub tahun: String,
    pub perangkat_daerah: String,
    pub pemda: String,
}

/// The sheet that a document is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// Folio of Indonesian offices, 215 × 330 mm.
    F4,
}

impl Paper {
    /// Width and height upright, in tenths of a millimetre.
    pub const fn tenth_mm(self) -> (u16, u16) {
        match self {
            Paper::A4 => (2100, 2970),
            Paper::F4 => (2150, 3300),
        }
    }
}

/// How the pages of a section are numbered; arabic numbers begin at 1 in the first arabic section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNumbers {
    Roman,
    Arabic,
    /// Annexes: counted on from the body.
    Continued,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    Landscape,
}

/// A run of pages of one kind. A section begins on a new page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub page_numbers: PageNumbers,
    pub orientation: Orientation,
    /// The part named in the head of the pages: `Bab 3 · Akuntabilitas Kinerja`.
    pub kepala: String,
    pub blocks: Vec<Block>,
}

/// Text within a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// A figure computed or stated: rendered as text that does not break; `id` names the figure.
    Figure {
        text: String,
        id: String,
    },
    /// A reference to a labelled block, with the words to show: `Tabel 3.1`.
    Reference {
        label: String,
        text: String,
    },
    LineBreak,
}

/// Text of a line or a paragraph.
pub type Inlines = Vec<Inline>;

/// A plain text as [`Inlines`].
pub fn text(text: impl Into<String>) -> Inlines {
    vec![Inline::Text(text.into())]
}

/// The letters of some inlines, with `line_break` where a line is broken.
pub fn plain(inlines: &[Inline], line_break: &str) -> String {
    fn push(inlines: &[Inline], line_break: &str, into: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text)
                | Inline::Figure { text, .. }
                | Inline::Reference { text, .. } => into.push_str(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) => push(inner, line_break, into),
                Inline::LineBreak => into.push_str(line_break),
            }
        }
    }
    let mut text = String::new();
    push(inlines, line_break, &mut text);
    text
}

/// Rank of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Chapter, or an unnumbered part of the front matter; begins a page.
    Bab,
    Subbab,
    /// Inside a section, `a.` or without number.
    Sub,
    /// A run of text inside a sub-section; not in the table of contents.
    Minor,
    /// An annex; begins a page.
    Lampiran,
}

/// What a document is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading {
        rank: Rank,
        nomor: Option<String>,
        judul: String,
        label: String,
    },
    Paragraph(Inlines),
    List {
        marker: Marker,
        items: Vec<Vec<Block>>,
    },
    Table(Table),
    Drawing(Drawing),
    /// Set apart by a ground: a definition and a formula.
    Box {
        judul: Option<String>,
        blocks: Vec<Block>,
    },
    /// Side by side: pendorong and penghambat.
    Columns(Vec<Vec<Block>>),
    /// The figures of the year in large type.
    KeyFigures(Vec<KeyFigure>),
    /// Label and value on one line each: the strip of an indicator.
    Facts(Vec<(String, Inlines)>),
    Signatures(Vec<Signature>),
    /// A generated list with page numbers.
    Contents(Contents),
    /// A small remark under what precedes it: source, illegible cells.
    Note(Inlines),
    PageBreak,
}

impl Block {
    /// A heading without a number of its own.
    pub fn heading(rank: Rank, judul: &str, label: &str) -> Block {
        Block::Heading { rank, nomor: None, judul: judul.to_owned(), label: label.to_owned() }
    }

    /// Blocks and all that stand inside of them, in reading order; what holds others comes first.
    pub fn flat(blocks: &[Block]) -> Vec<&Block> {
        let mut all = Vec::new();
        for block in blocks {
            all.push(block);
            match block {
                Block::List { items: parts, .. } | Block::Columns(parts) => {
                    all.extend(parts.iter().flat_map(|it| Block::flat(it)));
                }
                Block::Box { blocks, .. } => all.extend(Block::flat(blocks)),
                _ => {}
            }
        }
        all
    }
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    Bullet,
    /// `1.`
    Number,
    /// `a.`
    Letter,
    /// Nothing: the items bring their own numbers.
    None,
}

/// A generated list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    DaftarIsi,
    DaftarTabel,
    DaftarGambar,
    DaftarLampiran,
}

/// How the content of a column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Center,
    /// Numbers: right-aligned; one precision per column puts the commas under each other.
    Right,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As its content needs.
    Auto,
    /// A share of what the others leave.
    Share(u16),
    /// In tenths of a millimetre.
    TenthMm(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub width: Width,
    pub align: Align,
}

/// A table with a caption above it and notes under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Unique in the document; references lead to it.
    pub label: String,
    /// `Tabel 3.1`; absent for tables that are not numbered and stand in no list.
    pub nomor: Option<String>,
    pub judul: String,
    /// The conclusion in one sentence, under the caption.
    pub simpulan: Option<Inlines>,
    pub columns: Vec<Column>,
    /// Rows of the head; they are repeated on every page.
    pub head: Vec<Vec<Cell>>,
    pub rows: Vec<Row>,
    pub notes: Vec<Inlines>,
    pub size: TableSize,
}

/// Size of the type of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableSize {
    Normal,
    /// Wide annexes of ten or more columns.
    Small,
    /// Matrices of twenty columns.
    Tiny,
}

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Body,
    /// A heading between rows: a program over its kegiatan.
    Group,
    /// Numbers of the columns: `1  2  3`.
    Numbers,
    Subtotal,
    Total,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

/// A cell. Cells covered by a span of another are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub content: Inlines,
    pub colspan: u16,
    pub rowspan: u16,
    /// Instead of the column's.
    pub align: Option<Align>,
    /// Steps of indentation, for hierarchies.
    pub indent: u8,
    pub tone: Tone,
}

impl Table {
    /// A table of texts under one row of names, in small type.
    pub fn of_texts(label: String, judul: String, head: &[(&str, Width)], rows: Vec<Row>) -> Table {
        let columns = head.iter().map(|(_, width)| Column { width: *width, align: Align::Left });
        let strong = |(name, _): &(&str, Width)| Cell::new(vec![Inline::Strong(text(*name))]);
        Table {
            label,
            nomor: None,
            judul,
            simpulan: None,
            columns: columns.collect(),
            head: vec![head.iter().map(strong).collect()],
            rows,
            notes: Vec::new(),
            size: TableSize::Small,
        }
    }
}

impl Row {
    /// A row of texts.
    pub fn of_texts<const N: usize>(cells: [String; N]) -> Row {
        Row { kind: RowKind::Body, cells: cells.map(Cell::text).into() }
    }
}

impl Cell {
    pub fn new(content: Inlines) -> Cell {
        Cell { content, colspan: 1, rowspan: 1, align: None, indent: 0, tone: Tone::Plain }
    }

    pub fn text(content: impl Into<String>) -> Cell {
        Cell::new(text(content))
    }

    pub fn empty() -> Cell {
        Cell::new(Vec::new())
    }

    pub fn spanning(mut self, colspan: u16, rowspan: u16) -> Cell {
        self.colspan = colspan;
        self.rowspan = rowspan;
        self
    }

    pub fn aligned(mut self, align: Align) -> Cell {
        self.align = Some(align);
        self
    }

    pub fn indented(mut self, indent: u8) -> Cell {
        self.indent = indent;
        self
    }

    pub fn toned(mut self, tone: Tone) -> Cell {
        self.tone = tone;
        self
    }
}

/// A status beside its words; colour never stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Near,
    Bad,
    Over,
    /// Absent or not computable.
    Faint,
}

/// A drawing: SVG text whose letters use the families `Noto Sans` and `Libertinus Serif`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub label: String,
    /// `Gambar 1.1`; absent for charts that stand in no list.
    pub nomor: Option<String>,
    pub judul: String,
    /// For those who do not see it.
    pub alt: String,
    pub svg: String,
    /// In tenths of a millimetre; the height follows.
    pub width_tenth_mm: u16,
    pub notes: Vec<Inlines>,
}

/// A figure in large type, with what is needed to judge it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    pub nilai: String,
    pub judul: String,
    /// `Target 100% · turun 11,9 poin persentase dari 2022`.
    pub keterangan: String,
    pub tone: Tone,
    /// A bullet bar as SVG, with its alternative text.
    pub bar: Option<(String, String)>,
}

/// A place to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// `Dumai, 3 Januari 2023`; absent where the other party carries it.
    pub tempat_tanggal: Option<String>,
    /// `Pihak Kedua,`.
    pub peran: Option<String>,
    pub jabatan: String,
    pub nama: String,
    pub pangkat: Option<String>,
}

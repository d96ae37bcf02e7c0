//! The neutral model of a finished report: what is printed and where, before anyone asks what it means.

/// A report as read. Blocks stand in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// What a reader saw and could not turn into text or a table, each with its place, in Indonesian.
    pub not_understood: Vec<String>,
}

/// One block and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub place: Place,
    pub content: Content,
}

/// Where a block stands. What a format does not know is `None`: DOCX has no pages, CSV no sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Text of the nearest heading above, as printed ("3.1 Capaian Kinerja Organisasi").
    pub section: Option<String>,
    /// One-based page of the file.
    pub page: Option<u32>,
    /// Name of the worksheet.
    pub sheet: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Level 1 is a chapter.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: String,
    },
    /// `marker` is the number or letter in front, where the document prints or generates one ("a.", "1)").
    ListItem {
        depth: u8,
        marker: Option<String>,
        text: String,
    },
    /// A caption that no table or figure of the model took (a figure's own, or one whose table is missing).
    Caption(Caption),
    /// An entry of a table of contents, of tables or of figures: its text without leaders, and the page printed beside it.
    ContentsEntry {
        text: String,
        page: Option<String>,
    },
    Table(Table),
}

/// "Tabel 3.10 Capaian Program …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    pub kind: CaptionKind,
    /// As printed, without the kind: "3.10". `None` if there is none.
    pub number: Option<String>,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptionKind {
    Tabel,
    Gambar,
}

/// A grid as printed: every row has the same length, merged cells are unfolded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub caption: Option<Caption>,
    /// Rows that the file itself calls head (repeated rows of Word, a table header of Excel); 0 where it does not say.
    pub declared_head: usize,
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// As a reader sees it, with one space between words and `\n` between paragraphs.
    pub text: String,
    /// The exact value of a typed cell (XLSX), in plain decimal notation; `None` where only text is known.
    pub value: Option<String>,
    /// "F12" in a worksheet.
    pub address: Option<String>,
    /// Row and column of the cell whose merge covers this one; such a cell repeats the text of that one.
    pub merged_into: Option<(usize, usize)>,
    /// Steps of indentation in front of the text.
    pub indent: u8,
    pub bold: bool,
}

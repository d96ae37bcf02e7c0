//! What the document says: all that the tree holds, and numbers that Word will count to the same.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "../../pdf/tests/sample/mod.rs"]
mod sample;
mod support;

use std::collections::HashMap;

use proptest::prelude::*;
use roxmltree::Node;
use selaras_docx::{Options, render};
use selaras_domain::dokumen::{
    Align, Block, Cell, Column, Contents, Dokumen, Inline, Rank, Row, RowKind, Table, TableSize,
    Tone, Width,
};
use support::{Parts, W, all, child, lkjip, plain, shown, value, walk};

fn documents() -> Vec<(&'static str, Dokumen)> {
    let mut all: Vec<(&'static str, Dokumen)> =
        ["bkpsdm-dumai-2023", "dinkes-contoh-2024"].into_iter().map(|it| (it, lkjip(it))).collect();
    all.extend([("sample", sample::sample()), ("long", sample::long())]);
    all
}

/// The words of inlines, with blanks of every kind as one.
fn words(inlines: &[Inline]) -> String {
    fn push(inlines: &[Inline], into: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text)
                | Inline::Figure { text, .. }
                | Inline::Reference { text, .. } => into.push_str(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) => push(inner, into),
                Inline::LineBreak => into.push(' '),
            }
        }
    }
    let mut text = String::new();
    push(inlines, &mut text);
    plain(&text)
}

/// Word's own counting, from the styles and the fields alone: what it would show after an update.
struct Counting<'a, 'i> {
    numbering: Node<'a, 'i>,
    styles: Node<'a, 'i>,
    headings: [u32; 2],
    /// Lists whose beginning has been told already.
    begun: Vec<String>,
    openings: u32,
    captions: HashMap<String, (u32, u32)>,
}

impl<'a, 'i> Counting<'a, 'i> {
    fn new(numbering: Node<'a, 'i>, styles: Node<'a, 'i>) -> Counting<'a, 'i> {
        let captions = HashMap::new();
        Counting { numbering, styles, headings: [0; 2], begun: Vec::new(), openings: 0, captions }
    }

    /// The number that the list of headings gives a paragraph.
    fn heading(&mut self, paragraph: Node<'_, '_>) -> Option<String> {
        let style = value(paragraph, &["pPr", "pStyle"])?;
        if style == "Heading1" {
            self.openings += 1;
        }
        let of_style = all(self.styles, "style")
            .find(|it| it.attribute((W, "styleId")) == Some(style))
            .and_then(|it| child(it, "pPr"));
        let own = child(paragraph, "pPr").and_then(|it| child(it, "numPr"));
        let numbering = own.or_else(|| child(of_style?, "numPr"))?;
        let list = value(numbering, &["numId"])?;
        let level: usize = value(numbering, &["ilvl"])?.parse().expect("a level");
        let num = all(self.numbering, "num").find(|it| it.attribute((W, "numId")) == Some(list))?;
        if value(num, &["abstractNumId"]) != Some("1") {
            return None;
        }
        self.headings[level] += 1;
        if let Some(start) = child(num, "lvlOverride")
            && !self.begun.contains(&list.to_owned())
            && start.attribute((W, "ilvl")) == Some(level.to_string().as_str())
        {
            self.begun.push(list.to_owned());
            let start = value(start, &["startOverride"]).expect("a beginning");
            self.headings[level] = start.parse().expect("a number");
        }
        self.headings[level + 1..].fill(0);
        let numbers = self.headings[..=level].iter().map(u32::to_string);
        Some(numbers.collect::<Vec<_>>().join("."))
    }

    /// The text of a caption with its fields counted.
    fn caption(&mut self, paragraph: Node<'_, '_>) -> String {
        let mut text = String::new();
        let mut in_result = false;
        for node in paragraph.descendants() {
            if node.has_tag_name((W, "fldChar")) {
                in_result = node.attribute((W, "fldCharType")) == Some("separate");
            } else if node.has_tag_name((W, "instrText")) {
                text.push_str(&self.field(node.text().expect("an instruction")));
            } else if node.has_tag_name((W, "t")) && !in_result {
                text.push_str(node.text().unwrap_or_default());
            } else if node.has_tag_name((W, "tab")) {
                text.push(' ');
            }
        }
        plain(&text)
    }

    fn field(&mut self, instruction: &str) -> String {
        let words: Vec<&str> = instruction.split_whitespace().collect();
        match words[..] {
            ["STYLEREF", "1", "\\s"] => self.headings[0].to_string(),
            ["SEQ", word, "\\*", "ARABIC", ref switches @ ..] => {
                let (last, opening) = self.captions.get(word).copied().unwrap_or_default();
                let after = |name: &str| {
                    let place = switches.iter().position(|it| *it == name)?;
                    Some(switches[place + 1].parse::<u32>().expect("a number"))
                };
                let value = match (after("\\r"), after("\\s")) {
                    (Some(start), _) => start,
                    (None, Some(1)) if opening != self.openings => 1,
                    _ => last + 1,
                };
                self.captions.insert(word.to_owned(), (value, self.openings));
                value.to_string()
            }
            _ => panic!("{instruction} is no number"),
        }
    }
}

/// Headings and captions as the tree numbers them.
fn numbered(dokumen: &Dokumen) -> Vec<String> {
    let mut found = Vec::new();
    walk(dokumen, &mut |block| match block {
        Block::Heading { rank, nomor, judul, .. } => {
            let nomor = nomor.as_deref().unwrap_or_default();
            let nomor = nomor.strip_prefix("Bab ").unwrap_or(nomor);
            let nomor = match rank {
                Rank::Lampiran if !nomor.is_empty() && !nomor.starts_with("Lampiran") => {
                    format!("Lampiran {nomor}")
                }
                _ => nomor.to_owned(),
            };
            found.push(plain(&format!("{nomor} {judul}")));
        }
        Block::Table(Table { nomor, judul, .. }) => {
            found.push(plain(&format!("{} {judul}", nomor.as_deref().unwrap_or_default())));
        }
        Block::Drawing(it) => {
            found.push(plain(&format!("{} {}", it.nomor.as_deref().unwrap_or_default(), it.judul)));
        }
        _ => {}
    });
    found.retain(|it| !it.is_empty());
    found
}

#[test]
fn word_counts_to_the_numbers_of_the_tree() {
    for (name, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        let (numbering, styles) = (parts.xml("word/numbering.xml"), parts.xml("word/styles.xml"));
        let mut counting = Counting::new(numbering.root_element(), styles.root_element());
        let body = parts.xml("word/document.xml");
        let mut counted = Vec::new();
        for paragraph in all(body.root_element(), "p") {
            let style = value(paragraph, &["pPr", "pStyle"]).unwrap_or_default();
            if style.starts_with("Heading") {
                let number = counting.heading(paragraph).unwrap_or_default();
                counted.push(plain(&format!("{number} {}", shown(paragraph))));
            } else if matches!(style, "Caption" | "Lampiran") {
                counting.heading(paragraph);
                counted.push(counting.caption(paragraph));
                assert_eq!(counted.last(), Some(&shown(paragraph)), "{name}: until the update");
            }
        }
        assert_eq!(counted, numbered(&dokumen), "{name}");
    }
}

#[test]
fn lists_are_filled_with_what_the_tree_holds() {
    for (name, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        let body = parts.xml("word/document.xml");
        let entries: Vec<String> = all(body.root_element(), "p")
            .filter(|it| {
                let style = value(*it, &["pPr", "pStyle"]).unwrap_or_default();
                style.starts_with("TOC") || style == "TableofFigures"
            })
            .map(shown)
            .collect();
        let mut wanted = Vec::new();
        walk(&dokumen, &mut |block| {
            let Block::Contents(contents) = block else { return };
            let before = wanted.len();
            walk(&dokumen, &mut |block| match (contents, block) {
                (Contents::DaftarIsi, Block::Heading { rank, .. }) if *rank != Rank::Minor => {
                    wanted.push(block);
                }
                (Contents::DaftarLampiran, Block::Heading { rank: Rank::Lampiran, .. }) => {
                    wanted.push(block);
                }
                (Contents::DaftarTabel, Block::Table(it)) if it.nomor.is_some() => {
                    wanted.push(block);
                }
                (Contents::DaftarGambar, Block::Drawing(it)) if it.nomor.is_some() => {
                    wanted.push(block);
                }
                _ => {}
            });
            assert!(wanted.len() > before, "{name}: {contents:?} is empty");
        });
        let titles = wanted.iter().map(|block| match block {
            Block::Heading { judul, .. } | Block::Table(Table { judul, .. }) => judul,
            Block::Drawing(it) => &it.judul,
            other => panic!("{other:?} stands in no list"),
        });
        assert_eq!(entries.len(), wanted.len(), "{name}");
        for (entry, title) in entries.iter().zip(titles) {
            assert!(entry.ends_with(&plain(title)), "{name}: {entry} / {title}");
        }
        let settings = parts.xml("word/settings.xml");
        assert_eq!(value(settings.root_element(), &["updateFields"]), Some("true"));
    }
}

/// A table as cells at their places: text, columns, rows.
type Grid = HashMap<(usize, usize), (String, usize, usize)>;

/// What the tree says of a table.
fn grid_of_tree(table: &Table) -> Grid {
    let columns = table.columns.len();
    let head = table.head.len();
    let count = head + table.rows.len();
    let mut taken = vec![vec![false; columns]; count];
    let mut grid = Grid::new();
    let rows = table.head.iter().chain(table.rows.iter().map(|row| &row.cells));
    for (row, cells) in rows.enumerate() {
        let mut cells = cells.iter();
        for column in 0..columns {
            if taken[row][column] {
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let end = if row < head { head } else { count };
            let down = usize::from(cell.rowspan.max(1)).min(end - row);
            let free = (column..columns).take_while(|it| !taken[row][*it]).count();
            let across = usize::from(cell.colspan.max(1)).min(free);
            for line in &mut taken[row..row + down] {
                line[column..column + across].fill(true);
            }
            grid.insert((row, column), (words(&cell.content), across, down));
        }
    }
    grid
}

/// What the document says of it.
fn grid_of_document(table: Node<'_, '_>) -> Grid {
    let columns = child(table, "tblGrid").map_or(0, |it| all(it, "gridCol").count());
    let mut grid = Grid::new();
    let mut open: HashMap<usize, (usize, usize)> = HashMap::new();
    let rows = table.children().filter(|it| it.has_tag_name((W, "tr")));
    for (row, line) in rows.enumerate() {
        let mut column = 0;
        for cell in line.children().filter(|it| it.has_tag_name((W, "tc"))) {
            let across = value(cell, &["tcPr", "gridSpan"]).map_or(1, |it| it.parse().unwrap());
            let merge = child(cell, "tcPr").and_then(|it| child(it, "vMerge"));
            match merge.map(|it| it.attribute((W, "val"))) {
                Some(None) => {
                    let above = open.get(&column).expect("something above reaches down");
                    let cell = grid.get_mut(above).expect("it is known");
                    assert_eq!(cell.1, across, "a merged cell has one width");
                    cell.2 += 1;
                }
                merge => {
                    open.remove(&column);
                    if merge.is_some() {
                        open.insert(column, (row, column));
                    }
                    grid.insert((row, column), (shown(cell), across, 1));
                }
            }
            column += across;
        }
        assert_eq!(column, columns, "the cells of row {row} fill the table");
    }
    grid
}

/// Without the mark of a tone, which the words may bring or not.
fn unmarked(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || "●◐▲◆–○".contains(c))
}

fn tables_of(dokumen: &Dokumen) -> Vec<&Table> {
    let mut tables = Vec::new();
    walk(dokumen, &mut |block| {
        if let Block::Table(table) = block
            && !table.columns.is_empty()
            && table.head.len() + table.rows.len() > 0
        {
            tables.push(table);
        }
    });
    tables
}

fn check_tables(name: &str, dokumen: &Dokumen, parts: &Parts) {
    let body = parts.xml("word/document.xml");
    let found: Vec<_> = all(body.root_element(), "tbl")
        .filter(|it| value(*it, &["tblPr", "tblStyle"]) == Some("TabelSelaras"))
        .collect();
    let tables = tables_of(dokumen);
    assert_eq!(found.len(), tables.len(), "{name}");
    for (node, table) in found.iter().zip(tables) {
        let label = format!("{name}: {}", table.label);
        let (wanted, grid) = (grid_of_tree(table), grid_of_document(*node));
        for (place, (text, across, down)) in &wanted {
            let (shown, own_across, own_down) =
                grid.get(place).unwrap_or_else(|| panic!("{label}: nothing at {place:?}"));
            assert_eq!(unmarked(shown), unmarked(text), "{label} {place:?}");
            assert_eq!((own_across, own_down), (across, down), "{label} {place:?}");
        }
        let others = grid.iter().filter(|(place, _)| !wanted.contains_key(place));
        for (place, (text, ..)) in others {
            assert_eq!(text, "", "{label} {place:?}");
        }
        let rows: Vec<_> = node.children().filter(|it| it.has_tag_name((W, "tr"))).collect();
        let repeated = |row: &&Node<'_, '_>| {
            child(**row, "trPr").is_some_and(|it| child(it, "tblHeader").is_some())
        };
        let numbers = |row: &&Row| row.kind == RowKind::Numbers;
        let spans = |row: &&Row| row.cells.iter().all(|it| it.rowspan <= 1);
        let leading = table.rows.iter().take_while(numbers).take_while(spans).count();
        let head = table.head.len() + leading;
        assert_eq!(rows.iter().take_while(repeated).count(), head, "{label}");
        assert!(rows[head..].iter().all(|row| !repeated(&row)), "{label}");
        let widths = child(*node, "tblGrid").expect("a grid");
        let widths: Vec<u32> = all(widths, "gridCol")
            .map(|it| it.attribute((W, "w")).unwrap().parse().unwrap())
            .collect();
        // Nothing is wider than a landscape page between its margins, 280 mm of folio.
        let fits = widths.iter().sum::<u32>() < 15_900 && widths.iter().all(|width| *width > 0);
        assert!(fits, "{label}: {widths:?}");
    }
}

#[test]
fn tables_hold_the_cells_of_the_tree_and_repeat_their_heads() {
    for (name, dokumen) in documents() {
        check_tables(name, &dokumen, &Parts::of(&dokumen));
    }
}

#[test]
fn numbers_stand_on_the_right() {
    let dokumen = lkjip("bkpsdm-dumai-2023");
    let parts = Parts::of(&dokumen);
    let body = parts.xml("word/document.xml");
    // `1.234.567`, and not a code: groups of three digits.
    let is_amount = |text: &str| {
        let mut groups = text.split(',').next().unwrap_or_default().split('.');
        let first = groups.next().unwrap_or_default();
        let digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
        let mut rest = groups.peekable();
        (1..=3).contains(&first.len())
            && digits(first)
            && rest.peek().is_some()
            && rest.all(|group| group.len() == 3 && digits(group))
    };
    let mut right = 0;
    let mut other = Vec::new();
    for cell in all(body.root_element(), "tc") {
        let text = shown(cell);
        if is_amount(&text) {
            match value(cell, &["p", "pPr", "jc"]) {
                Some("right") => right += 1,
                _ => other.push(text),
            }
        }
    }
    assert!(right > 100, "{right}");
    assert_eq!(other, Vec::<String>::new());
}

/// All that the tree says, in its order: each piece must stand in the document after the one before.
fn pieces(dokumen: &Dokumen) -> Vec<String> {
    let cover = dokumen.sampul.iter().flat_map(|it| {
        [&it.singkatan, &it.judul, &it.tahun, &it.perangkat_daerah, &it.pemda].map(Clone::clone)
    });
    let mut pieces: Vec<String> = cover.collect();
    walk(dokumen, &mut |block| match block {
        Block::Heading { judul, .. } => pieces.push(judul.clone()),
        Block::Paragraph(inlines) | Block::Note(inlines) => pieces.push(words(inlines)),
        Block::Box { judul, .. } => pieces.extend(judul.clone()),
        Block::KeyFigures(figures) => {
            for it in figures {
                pieces.extend([it.judul.clone(), it.nilai.clone(), it.keterangan.clone()]);
            }
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                pieces.extend([name.clone(), words(value)]);
            }
        }
        Block::Signatures(people) => {
            for it in people {
                let lines = [&it.tempat_tanggal, &it.peran, &Some(it.jabatan.clone())];
                pieces.extend(lines.into_iter().flatten().cloned());
                pieces.push(it.nama.clone());
                pieces.extend(it.pangkat.clone());
            }
        }
        Block::Table(table) => {
            pieces.extend(table.simpulan.as_deref().map(words));
            pieces.extend(table.notes.iter().map(|it| words(it)));
        }
        Block::Drawing(drawing) => pieces.extend(drawing.notes.iter().map(|it| words(it))),
        Block::List { .. } | Block::Columns(_) | Block::Contents(_) | Block::PageBreak => {}
    });
    pieces
}

#[test]
fn all_words_of_the_tree_stand_in_the_document_in_their_order() {
    for (name, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        let body = parts.xml("word/document.xml");
        let paragraphs: Vec<String> = all(body.root_element(), "p").map(shown).collect();
        let text = paragraphs.join(" ");
        let mut rest = text.as_str();
        for piece in pieces(&dokumen) {
            let piece = plain(&piece);
            let Some(place) = rest.find(&piece) else {
                panic!(
                    "{name}: «{piece}» is not in «{}…»",
                    rest.chars().take(300).collect::<String>()
                )
            };
            rest = &rest[place + piece.len()..];
        }
    }
}

#[test]
fn a_number_of_a_table_that_is_referred_to_is_a_field() {
    let dokumen = lkjip("bkpsdm-dumai-2023");
    let mut wanted = 0;
    fn count(inlines: &[Inline], wanted: &mut usize) {
        for inline in inlines {
            match inline {
                Inline::Strong(inner) | Inline::Emphasis(inner) => count(inner, wanted),
                Inline::Reference { text, .. }
                    if text.starts_with("Tabel ") || text.starts_with("Gambar ") =>
                {
                    *wanted += 1;
                }
                _ => {}
            }
        }
    }
    walk(&dokumen, &mut |block| {
        if let Block::Paragraph(inlines) | Block::Note(inlines) = block {
            count(inlines, &mut wanted);
        }
    });
    let parts = Parts::of(&dokumen);
    let body = parts.xml("word/document.xml");
    let fields = all(body.root_element(), "instrText")
        .filter(|it| it.text().is_some_and(|it| it.trim().starts_with("REF _Ref")));
    assert!(wanted > 20, "{wanted}");
    assert_eq!(fields.count(), wanted);
}

fn with_table(table: Table) -> Dokumen {
    let mut dokumen = sample::sample();
    dokumen.sections.truncate(1);
    dokumen.sections[0].blocks = vec![Block::Table(table)];
    dokumen
}

prop_compose! {
    fn arbitrary_cell()(
        content in "[a-z0-9 .–/-]{0,30}",
        colspan in 0u16..5,
        rowspan in 0u16..4,
        indent in 0u8..4,
        toned in any::<bool>(),
    ) -> Cell {
        let tone = if toned { Tone::Near } else { Tone::Plain };
        Cell::text(content).spanning(colspan, rowspan).indented(indent).toned(tone)
    }
}

prop_compose! {
    fn arbitrary_table()(
        columns in proptest::collection::vec((0u16..3, 0u16..400), 1..7),
        head in proptest::collection::vec(proptest::collection::vec(arbitrary_cell(), 0..7), 0..3),
        rows in proptest::collection::vec(
            (0usize..5, proptest::collection::vec(arbitrary_cell(), 0..7)), 0..12),
        size in 0usize..3,
        notes in 0usize..3,
    ) -> Table {
        let kinds = [
            RowKind::Body, RowKind::Group, RowKind::Numbers, RowKind::Subtotal, RowKind::Total,
        ];
        let column = |(kind, size): (u16, u16)| Column {
            width: [Width::Auto, Width::Share(size), Width::TenthMm(size)][usize::from(kind)],
            align: Align::Right,
        };
        Table {
            label: "tabel".to_owned(),
            nomor: None,
            judul: String::new(),
            simpulan: None,
            columns: columns.into_iter().map(column).collect(),
            head,
            rows: rows.into_iter().map(|(kind, cells)| Row { kind: kinds[kind], cells }).collect(),
            notes: vec![Vec::new(); notes],
            size: [TableSize::Normal, TableSize::Small, TableSize::Tiny][size],
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_spans_make_a_whole_table(table in arbitrary_table()) {
        let dokumen = with_table(table);
        let docx = render(&dokumen, &Options::default()).expect("rendered");
        check_tables("arbitrary", &dokumen, &Parts::read(docx));
    }
}

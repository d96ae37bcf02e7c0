//! Pieces of a page that are neither text nor table: boxes, columns, key figures, facts, places to
//! sign.

use selaras_domain::dokumen::{Block, Inline, KeyFigure, Signature};

use crate::error::DocxError;
use crate::inline::plain;
use crate::layout::{Edges, Line};
use crate::letters::{self, HalfPoints, Weight};
use crate::paper::{Twips, from_tenth_mm};
use crate::para::{Para, Type};
use crate::tone;
use crate::writer::{WIDEST_TEXT, Writer};

/// Room left and right inside of a box; `styles.xml` says the same.
const BOX_SIDE: Twips = 227;
/// Letters of a box that is kept whole, some fifteen lines.
const SHORT_BOX: usize = 1200;
/// Between columns.
const GUTTER: Twips = from_tenth_mm(80);
/// Room left and right of a fact in a strip; `styles.xml` says the same.
const SIDE: Twips = 57;
/// The column of the names of facts.
const FACT_NAME: Twips = from_tenth_mm(380);
/// Room for a signature.
const SIGNING: Twips = 1250;
/// A line of a place to sign.
const SIGNING_LINE: Twips = 285;

impl Writer<'_> {
    pub(crate) fn boxed(&mut self, judul: Option<&str>, blocks: &[Block]) -> Result<(), DocxError> {
        let width = self.place.room().min(WIDEST_TEXT);
        self.layout_start("Kotak", &[width]);
        self.layout_row(letters_of(blocks) < SHORT_BOX);
        self.layout_cell(width, Edges::default());
        if let Some(judul) = judul {
            let para = Para { keep_next: true, ..Para::of("JudulKotak") };
            para.open(&mut self.xml);
            Type::default().text(&mut self.xml, judul);
            self.close();
        }
        self.inside(width.saturating_sub(2 * BOX_SIDE), blocks)?;
        self.layout_cell_end();
        self.layout_row_end();
        self.layout_end();
        Ok(())
    }

    pub(crate) fn columns(&mut self, columns: &[Vec<Block>]) -> Result<(), DocxError> {
        let Some(gutters) = columns.len().checked_sub(1) else { return Ok(()) };
        let count = Twips::try_from(columns.len()).unwrap_or(1);
        let gaps = GUTTER * Twips::try_from(gutters).unwrap_or(0);
        let each = self.place.room().saturating_sub(gaps) / count;
        let widths = with_gutters(columns.len(), each);
        self.layout_start("TanpaGaris", &widths);
        self.layout_row(false);
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                self.gutter();
            }
            self.layout_cell(each, Edges::default());
            self.inside(each, column)?;
            self.layout_cell_end();
        }
        self.layout_row_end();
        self.layout_end();
        Ok(())
    }

    /// Figures of the year, two to a row.
    pub(crate) fn key_figures(&mut self, figures: &[KeyFigure]) -> Result<(), DocxError> {
        let each = self.place.room().saturating_sub(GUTTER) / 2;
        self.layout_start("TanpaGaris", &with_gutters(2, each));
        for pair in figures.chunks(2) {
            self.layout_row(true);
            for place in 0..2 {
                if place > 0 {
                    self.gutter();
                }
                match pair.get(place) {
                    Some(figure) => {
                        let edges = Edges { top: Some(Line::Strong), bottom: None };
                        self.layout_cell(each, edges);
                        self.key_figure(figure, each);
                    }
                    None => self.layout_cell(each, Edges::default()),
                }
                self.layout_cell_end();
            }
            self.layout_row_end();
        }
        self.layout_end();
        Ok(())
    }

    fn key_figure(&mut self, figure: &KeyFigure, width: Twips) {
        let outer = self.place;
        self.place = outer.within(width);
        self.line(Para::of("JudulAngka"), Type::default(), &figure.judul);
        self.open(Para::of("AngkaUtama"));
        let words = tone::mark(figure.tone).zip(tone::words(figure.tone));
        let size = key_figure_size(&figure.nilai, width, words.is_some());
        let value = Type { size: Some(size), ..Type::styled("NilaiUtama") };
        value.text(&mut self.xml, &figure.nilai);
        if let Some((mark, words)) = words {
            let kind = Type { style: tone::style(figure.tone), bold: true, ..Type::default() };
            let words = words.replace(' ', "\u{00A0}");
            kind.text(&mut self.xml, &format!("\u{2002}{mark}\u{00A0}{words}"));
        }
        self.close();
        if let Some((svg, alt)) = &figure.bar {
            self.open(Para::of("GambarAngka"));
            self.picture(svg, alt, width);
            self.close();
        }
        self.line(Para::of("KeteranganAngka"), Type::default(), &figure.keterangan);
        self.place = outer;
    }

    fn gutter(&mut self) {
        self.layout_cell(GUTTER, Edges::default());
        self.layout_cell_end();
    }

    /// Long facts a line each, runs of short ones side by side.
    pub(crate) fn facts(&mut self, facts: &[(String, Vec<Inline>)]) -> Result<(), DocxError> {
        let width = self.place.room().min(WIDEST_TEXT);
        let groups = fact_groups(facts, width);
        let last = groups.len().saturating_sub(1);
        for (place, group) in groups.iter().enumerate() {
            let (first, last) = (place == 0, place == last);
            match group {
                FactGroup::Strip(facts) => self.strip(facts, width, first, last)?,
                FactGroup::Lines(facts) => self.fact_lines(facts, width, first, last)?,
            }
            if last {
                self.gap();
            } else {
                // Tables that touch would become one.
                Para::of("Sela").open(&mut self.xml);
                self.close();
            }
        }
        Ok(())
    }

    fn strip(
        &mut self,
        facts: &[(String, Vec<Inline>)],
        width: Twips,
        first: bool,
        last: bool,
    ) -> Result<(), DocxError> {
        let each = width / Twips::try_from(facts.len()).unwrap_or(1).max(1);
        self.layout_start("Fakta", &vec![each; facts.len()]);
        self.layout_row(true);
        for (name, value) in facts {
            self.layout_cell(each, edges(first, last));
            let para = Para { keep_next: true, ..Para::of("NamaFakta") };
            para.open(&mut self.xml);
            Type::default().text(&mut self.xml, name);
            self.close();
            let para = Para { keep_next: !last, ..Para::of("NilaiBesar") };
            para.open(&mut self.xml);
            self.inlines(value, Type::default())?;
            self.close();
            self.layout_cell_end();
        }
        self.layout_row_end();
        self.xml.raw("</w:tbl>");
        Ok(())
    }

    fn fact_lines(
        &mut self,
        facts: &[(String, Vec<Inline>)],
        width: Twips,
        first: bool,
        last: bool,
    ) -> Result<(), DocxError> {
        let name_width = FACT_NAME.min(width / 3);
        let value_width = width - name_width;
        self.layout_start("Fakta", &[name_width, value_width]);
        for (place, (name, value)) in facts.iter().enumerate() {
            let is_last = last && place + 1 == facts.len();
            let edges = edges(first && place == 0, is_last);
            self.layout_row(true);
            self.layout_cell(name_width, edges);
            let para = Para { keep_next: !is_last, ..Para::of("NamaFakta") };
            para.open(&mut self.xml);
            Type::default().text(&mut self.xml, name);
            self.close();
            self.layout_cell_end();
            self.layout_cell(value_width, edges);
            Para { keep_next: !is_last, ..Para::of("NilaiFakta") }.open(&mut self.xml);
            self.inlines(value, Type::default())?;
            self.close();
            self.layout_cell_end();
            self.layout_row_end();
        }
        self.xml.raw("</w:tbl>");
        Ok(())
    }

    /// Places to sign, two to a row; one alone stands on the right.
    pub(crate) fn signatures(&mut self, people: &[Signature]) {
        let width = self.place.room().min(WIDEST_TEXT);
        let each = width.saturating_sub(GUTTER) / 2;
        let alone = people.len() == 1;
        self.layout_start("TanpaGaris", &with_gutters(2, each));
        for pair in people.chunks(2) {
            let places = if alone { [None, pair.first()] } else { [pair.first(), pair.get(1)] };
            let dated = pair.iter().any(|it| it.tempat_tanggal.is_some());
            let entitled = pair.iter().any(|it| it.peran.is_some());
            let lines = |person: &Signature| office_lines(&person.jabatan, each);
            let most = pair.iter().map(lines).max().unwrap_or(0);
            self.layout_row(true);
            for (place, person) in places.into_iter().enumerate() {
                if place > 0 {
                    self.gutter();
                }
                self.layout_cell(each, Edges::default());
                if let Some(person) = person {
                    if dated {
                        self.signing_line(person.tempat_tanggal.as_deref().unwrap_or_default());
                    }
                    if entitled {
                        self.signing_line(person.peran.as_deref().unwrap_or_default());
                    }
                    self.signing_line(&person.jabatan);
                    // Names stand on one line however long the offices are.
                    let before = SIGNING + (most - lines(person)) * SIGNING_LINE;
                    self.signed(person, before);
                }
                self.layout_cell_end();
            }
            self.layout_row_end();
        }
        self.layout_end();
    }

    fn signed(&mut self, person: &Signature, before: Twips) {
        let keep_next = person.pangkat.is_some();
        Para { before: Some(before), keep_next, ..Para::of("TandaTangan") }.open(&mut self.xml);
        Type { bold: true, ..Type::default() }.text(&mut self.xml, &person.nama);
        self.close();
        if let Some(pangkat) = &person.pangkat {
            Para::of("TandaTangan").open(&mut self.xml);
            Type::default().text(&mut self.xml, pangkat);
            self.close();
        }
    }

    /// A line before the signature, kept with it.
    fn signing_line(&mut self, text: &str) {
        Para { keep_next: true, ..Para::of("TandaTangan") }.open(&mut self.xml);
        Type::default().text(&mut self.xml, text);
        self.close();
    }
}

/// The lines of one row among others.
fn edges(first: bool, last: bool) -> Edges {
    Edges {
        top: Some(if first { Line::Strong } else { Line::Hair }),
        bottom: last.then_some(Line::Edge),
    }
}

/// How many lines the name of an office takes above a signature.
fn office_lines(jabatan: &str, width: Twips) -> Twips {
    // The serif of the text is a little wider than the type that is measured.
    let needed = letters::width(jabatan, Weight::Bold, 22) * 106 / 100;
    needed.div_ceil(width.max(1)).max(1)
}

fn with_gutters(count: usize, each: Twips) -> Vec<Twips> {
    let mut widths = vec![each];
    for _ in 1..count {
        widths.extend([GUTTER, each]);
    }
    widths
}

/// As large as the column allows, beside the words of the tone.
fn key_figure_size(value: &str, width: Twips, has_words: bool) -> HalfPoints {
    let words = if has_words { 1700 } else { 0 };
    let fits = |size: &HalfPoints| {
        // The serif of the figures is a little wider than the type that is measured.
        let needed = letters::width(value, Weight::Bold, *size) * 115 / 100;
        needed + words <= width
    };
    [64, 56, 48, 40, 34, 28].into_iter().find(fits).unwrap_or(24)
}

enum FactGroup<'a> {
    Strip(&'a [(String, Vec<Inline>)]),
    Lines(&'a [(String, Vec<Inline>)]),
}

/// Runs of three to six short facts stand side by side; the others take a line each.
fn fact_groups(facts: &[(String, Vec<Inline>)], frame: Twips) -> Vec<FactGroup<'_>> {
    let width = |(name, value): &(String, Vec<Inline>)| {
        let value = letters::width(&plain(value), Weight::Bold, 28);
        value.max(letters::width(name, Weight::Regular, 17))
    };
    let fits = |run: &[(String, Vec<Inline>)]| {
        let each = frame / Twips::try_from(run.len()).unwrap_or(1).max(1);
        run.len() <= 6 && run.iter().all(|fact| width(fact) + 2 * SIDE + 60 <= each)
    };
    let mut groups: Vec<FactGroup<'_>> = Vec::new();
    let (mut start, mut lines_from) = (0, 0);
    while start < facts.len() {
        let end = (start + 3..=facts.len()).rev().find(|&end| fits(&facts[start..end]));
        let Some(end) = end else {
            start += 1;
            continue;
        };
        if lines_from < start {
            groups.push(FactGroup::Lines(&facts[lines_from..start]));
        }
        groups.push(FactGroup::Strip(&facts[start..end]));
        (start, lines_from) = (end, end);
    }
    if lines_from < facts.len() {
        groups.push(FactGroup::Lines(&facts[lines_from..]));
    }
    groups
}

fn letters_of(blocks: &[Block]) -> usize {
    let each = blocks.iter().map(|block| match block {
        Block::Paragraph(inlines) | Block::Note(inlines) => plain(inlines).len() + 40,
        Block::List { items, .. } => items.iter().map(|item| letters_of(item) + 40).sum(),
        Block::Heading { judul, .. } => judul.len() + 60,
        // A table or a drawing keeps itself together.
        _ => 600,
    });
    each.sum()
}

//! From paragraphs and tables in reading order to the blocks of the model: headings, captions, lists, entries of contents.

use crate::document::{Block, Caption, CaptionKind, Content, Document, Place, Table};
use crate::words::tidy;

/// A paragraph as a reader of a format sees it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    /// Tabs are kept; everything else is one space.
    pub(crate) text: String,
    pub(crate) page: Option<u32>,
    /// The level that the file itself gives a heading, from 1.
    pub(crate) heading: Option<u8>,
    /// The file itself says that it is a caption.
    pub(crate) is_caption: bool,
    /// The file itself says that it is an entry of a table of contents.
    pub(crate) is_entry: bool,
    /// The number or letter that the file generates in front, and the depth of the list.
    pub(crate) marker: Option<String>,
    pub(crate) list_depth: Option<u8>,
    pub(crate) is_bold: bool,
}

/// Takes paragraphs and tables one after the other.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    document: Document,
    section: Option<String>,
    sheet: Option<String>,
    /// A caption that waits for its table, and how many paragraphs it has waited.
    caption: Option<(Caption, Place, u8)>,
}

impl Shape {
    pub(crate) fn on_sheet(&mut self, sheet: &str) {
        self.flush();
        self.sheet = Some(sheet.to_owned());
    }

    /// The place where things stand now.
    pub(crate) fn place(&self, page: Option<u32>) -> Place {
        Place { section: self.section.clone(), page, sheet: self.sheet.clone() }
    }

    pub(crate) fn paragraph(&mut self, it: Paragraph) {
        let text = tidy(&it.text);
        if text.is_empty() {
            return;
        }
        let place = self.place(it.page);
        if let Some((text, page)) = entry(&it) {
            self.push(place, Content::ContentsEntry { text, page: Some(page) });
            return;
        }
        if it.is_entry {
            self.push(place, Content::ContentsEntry { text, page: None });
            return;
        }
        let whole = match &it.marker {
            Some(marker) if it.heading.is_some() => format!("{marker} {text}"),
            _ => text.clone(),
        };
        // An entry of a list of tables whose page stands on its second line.
        if self.is_in_list() && caption(&whole, false).is_some() {
            self.push(place, Content::ContentsEntry { text, page: None });
            return;
        }
        if it.heading.is_none()
            && let Some(caption) = caption(&whole, it.is_caption)
        {
            self.flush();
            self.caption = Some((caption, place, 0));
            return;
        }
        let heading = it.heading.or_else(|| heading(&whole, it.is_bold, it.marker.is_some()));
        if let Some((caption, _, waited)) = &mut self.caption {
            // "Tabel 3.1" on one line, its words on the next.
            if caption.text.is_empty() && whole.len() < 200 && heading.is_none() {
                caption.text = whole;
                return;
            }
            *waited += 1;
            if *waited > 2 || heading.is_some() {
                self.flush();
            }
        }
        if let Some(level) = heading {
            self.section = Some(whole.clone());
            let place = self.place(it.page);
            self.push(place, Content::Heading { level, text: whole });
        } else if it.marker.is_some() || it.list_depth.is_some() {
            self.push(
                place,
                Content::ListItem { depth: it.list_depth.unwrap_or(0), marker: it.marker, text },
            );
        } else if let Some((marker, rest)) = typed_marker(&text) {
            self.push(place, Content::ListItem { depth: 0, marker: Some(marker), text: rest });
        } else {
            self.push(place, Content::Paragraph { text });
        }
    }

    fn is_in_list(&self) -> bool {
        let section = self.section.as_deref().map(crate::words::squash).unwrap_or_default();
        ["daftartabel", "daftargambar", "daftarisi", "daftarlampiran"]
            .iter()
            .any(|it| section == *it)
    }

    pub(crate) fn table(&mut self, mut table: Table, page: Option<u32>) {
        if table.rows.iter().all(|row| row.iter().all(|it| it.text.trim().is_empty())) {
            return;
        }
        if table.caption.is_none() {
            table.caption =
                self.caption.take_if(|it| it.0.kind == CaptionKind::Tabel).map(|it| it.0);
        }
        self.flush();
        let place = self.place(page);
        self.push(place, Content::Table(table));
    }

    pub(crate) fn finish(mut self) -> Document {
        self.flush();
        self.document
    }

    /// A caption whose table never came belongs to the table above it, or stands for itself.
    fn flush(&mut self) {
        let Some((caption, place, waited)) = self.caption.take() else { return };
        let at = self.document.blocks.len().checked_sub(1 + usize::from(waited));
        let above = at.and_then(|it| self.document.blocks.get_mut(it));
        if caption.kind == CaptionKind::Tabel
            && let Some(Block { content: Content::Table(table), .. }) = above
            && table.caption.is_none()
        {
            table.caption = Some(caption);
            return;
        }
        let at = self.document.blocks.len() - usize::from(waited).min(self.document.blocks.len());
        self.document.blocks.insert(at, Block { place, content: Content::Caption(caption) });
    }

    fn push(&mut self, place: Place, content: Content) {
        self.document.blocks.push(Block { place, content });
    }
}

/// "Tabel 3.10. Capaian …", "Gambar 1.1 Bagan …".
pub(crate) fn caption(text: &str, is_declared: bool) -> Option<Caption> {
    let lower = text.to_lowercase();
    let (kind, word) = [
        ("tabel", CaptionKind::Tabel),
        ("table", CaptionKind::Tabel),
        ("gambar", CaptionKind::Gambar),
        ("grafik", CaptionKind::Gambar),
        ("diagram", CaptionKind::Gambar),
    ]
    .into_iter()
    .find(|it| lower.starts_with(it.0))
    .map(|it| (it.1, it.0))?;
    let rest = text.get(word.len()..)?;
    let rest = rest.trim_start_matches(['.', ':', ' ', '\u{a0}']);
    let end = rest
        .char_indices()
        .find(|(_, it)| !(it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '–')))
        .map_or(rest.len(), |it| it.0);
    let number = rest[..end].trim_end_matches(['.', '-', '–']);
    let is_number = number.chars().any(|it| it.is_ascii_digit())
        || (!number.is_empty() && number.chars().all(|it| "IVX".contains(it)));
    // "(Renstra, Tabel 4.1)": the end of a reference that a line break left alone.
    if is_number && rest[end..].starts_with([')', ',', ';']) {
        return None;
    }
    let words = rest[if is_number { end } else { 0 }..]
        .trim_start_matches(['.', ':', ' ', '-', '–', '\u{a0}'])
        .trim();
    // "Tabel 3.1 menunjukkan bahwa …" is a sentence.
    let is_sentence = words.starts_with(|it: char| it.is_lowercase())
        || words.len() > 300
        || (words.ends_with('.') && words.len() > 150)
        || ends_inside(words);
    if !(is_declared || is_number && !is_sentence) {
        return None;
    }
    Some(Caption { kind, number: is_number.then(|| number.to_owned()), text: words.to_owned() })
}

/// Whether a sentence ends inside a text and another begins.
fn ends_inside(text: &str) -> bool {
    text.split(". ").zip(text.split(". ").skip(1)).any(|(before, after)| {
        let last = before.rsplit(' ').next().unwrap_or_default();
        last.len() > 4
            && last.chars().all(char::is_lowercase)
            && after.starts_with(|it: char| it.is_uppercase())
            && before.split_whitespace().count() > 2
    })
}

/// "Tabel 3.1 Capaian ........ 24": the text and the page.
fn entry(it: &Paragraph) -> Option<(String, String)> {
    // A field whose page was never filled in leaves its tab behind.
    if it.is_caption || it.text.trim_end_matches(' ').ends_with('\t') {
        return None;
    }
    let text = it.text.trim();
    let has_leader = text.contains("....")
        || text.contains("……")
        || text.contains(". . .")
        || text.contains('…');
    // Leaders may be drawn as a line: then a gap stands between a caption and its page.
    let lower = text.to_lowercase();
    let has_gap = text.contains('\t')
        && ["tabel", "gambar", "lampiran", "bab ", "grafik"].iter().any(|it| lower.starts_with(it));
    if !(has_leader || has_gap || it.is_entry) {
        return None;
    }
    let page = text.rsplit(['\t', ' ', '.', '…']).next()?.trim();
    // Four digits are a year.
    let is_page = !page.is_empty()
        && page.len() <= 7
        && (page.len() <= 3 && page.chars().all(|it| it.is_ascii_digit())
            || page.to_lowercase().chars().all(|it| "ivxlc".contains(it)));
    if !is_page {
        return None;
    }
    let rest = text[..text.len() - page.len()].trim_end_matches(['\t', ' ', '.', '…', '_', '-']);
    (!rest.is_empty()).then(|| (tidy(rest), page.to_owned()))
}

/// The level of a heading that is only typed as one.
pub(crate) fn heading(text: &str, is_bold: bool, has_marker: bool) -> Option<u8> {
    let count = text.split_whitespace().count();
    if text.len() > 160 || count > 22 || text.ends_with(['.', ';', ',', ':']) {
        return None;
    }
    let first = text.split_whitespace().next()?;
    if first == "BAB" || first == "Bab" {
        let second =
            text.split_whitespace().nth(1).unwrap_or_default().trim_end_matches(['.', ':']);
        let is_number = !second.is_empty()
            && second.chars().all(|it| "IVX".contains(it) || it.is_ascii_digit());
        return (is_number && (first == "BAB" || count < 12)).then_some(1);
    }
    let letters: Vec<char> = text.chars().filter(|it| it.is_alphabetic()).collect();
    let is_upper = letters.len() > 5 && letters.iter().all(|it| it.is_uppercase());
    let known = [
        "kata pengantar",
        "daftar isi",
        "daftar tabel",
        "daftar gambar",
        "daftar lampiran",
        "daftar tabel dan gambar",
        "daftar tabel, gambar, dan lampiran",
        "ringkasan eksekutif",
        "ikhtisar eksekutif",
    ];
    let lower = text.trim().to_lowercase();
    if text.starts_with(char::is_uppercase) && known.contains(&lower.as_str())
        || text.trim() == "LAMPIRAN"
    {
        return Some(1);
    }
    let number = first.trim_end_matches('.');
    let parts: Vec<&str> = number.split('.').collect();
    let is_numbered = parts.len() > 1
        && parts.len() < 6
        && parts
            .iter()
            .all(|it| !it.is_empty() && it.len() < 3 && it.bytes().all(|it| it.is_ascii_digit()));
    let next_is_title = text
        .split_whitespace()
        .nth(1)
        .is_some_and(|it| it.starts_with(|it: char| it.is_uppercase()));
    if is_numbered && next_is_title && count > 1 {
        return u8::try_from(parts.len()).ok();
    }
    let is_lettered = number.len() == 1
        && number.starts_with(|it: char| it.is_ascii_uppercase())
        && first.ends_with('.');
    if is_bold && (is_lettered || has_marker) && next_is_title && count < 16 {
        return Some(2);
    }
    (is_bold && is_upper && count < 12).then_some(2)
}

/// "a. …", "1) …", "- …" in front of a paragraph.
fn typed_marker(text: &str) -> Option<(String, String)> {
    let (first, rest) = text.split_once(' ')?;
    let bare = first.trim_end_matches(['.', ')']).trim_start_matches('(');
    let is_bullet = matches!(first, "-" | "–" | "•" | "➢" | "✓" | "" | "▪" | "o");
    let is_marked = first.ends_with(['.', ')'])
        && !bare.is_empty()
        && bare.len() <= 2
        && (bare.bytes().all(|it| it.is_ascii_digit())
            || (bare.len() == 1 && bare.bytes().all(|it| it.is_ascii_alphabetic())));
    (is_bullet || is_marked).then(|| (first.to_owned(), rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_caption_from_a_sentence() {
        let of = |text| caption(text, false).map(|it| (it.number.unwrap_or_default(), it.text));
        assert_eq!(
            of("Tabel 3.10. Capaian Program"),
            Some(("3.10".to_owned(), "Capaian Program".to_owned()))
        );
        assert_eq!(of("Tabel. 3.9. Anggaran"), Some(("3.9".to_owned(), "Anggaran".to_owned())));
        assert_eq!(of("Tabel 3.1"), Some(("3.1".to_owned(), String::new())));
        assert_eq!(of("Tabel 3.1 menunjukkan bahwa target tercapai."), None);
        assert_eq!(of("Tabel di atas menunjukkan"), None);
        assert_eq!(of("Tabel 4.1); target 16%"), None);
        assert_eq!(of("Tabel 1.1. Keduanya tidak bertentangan. Predikat menunjukkan"), None);
    }

    #[test]
    fn knows_an_entry_of_contents() {
        let of = |text: &str| entry(&Paragraph { text: text.to_owned(), ..Paragraph::default() });
        assert_eq!(
            of("Tabel 3.1 Skala Nilai ........ 21"),
            Some(("Tabel 3.1 Skala Nilai".to_owned(), "21".to_owned()))
        );
        assert_eq!(
            of("KATA PENGANTAR\t....\ti"),
            Some(("KATA PENGANTAR".to_owned(), "i".to_owned()))
        );
        assert_eq!(of("Biasa saja."), None);
        assert_eq!(of("Tabel 3.1\tCapaian Kinerja Tahun 2023"), None);
        assert_eq!(of("Gambar 1.2\tPegawai menurut Golongan 4\t"), None);
    }

    #[test]
    fn knows_typed_headings() {
        assert_eq!(heading("BAB III AKUNTABILITAS KINERJA", false, false), Some(1));
        assert_eq!(heading("3.1 Capaian Kinerja Organisasi", false, false), Some(2));
        assert_eq!(heading("Daftar Gambar", false, false), Some(1));
        assert_eq!(heading("Daftar Gambar vi", false, false), None);
        assert_eq!(heading("Capaian kinerja tahun ini meningkat.", true, false), None);
    }

    #[test]
    fn a_caption_below_its_table_finds_it() {
        let mut shape = Shape::default();
        let cell = crate::document::Cell { text: "x".to_owned(), ..Default::default() };
        shape.table(Table { rows: vec![vec![cell]], ..Table::default() }, None);
        shape.paragraph(Paragraph {
            text: "Tabel 2.1 Perjanjian".to_owned(),
            ..Paragraph::default()
        });
        let document = shape.finish();
        assert_eq!(document.blocks.len(), 1);
        assert!(matches!(&document.blocks[0].content, Content::Table(it) if it.caption.is_some()));
    }
}

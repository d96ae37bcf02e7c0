//! Generated lists: fields that Word updates, filled with what the tree holds.
//!
//! Page numbers are Word's to find: until it has laid the document out, nobody knows them, and a
//! number that might be wrong is worse than none. The settings ask Word to update on opening.

use selaras_domain::dokumen::{Contents, Rank};

use crate::index::{Entry, Kind};
use crate::paper::Twips;
use crate::para::{Indent, Para, Tab, Type};
use crate::writer::Writer;

/// Room for the number of a page; `styles.xml` says the same.
const PAGE: Twips = 567;

impl Writer<'_> {
    pub(crate) fn contents(&mut self, contents: Contents) {
        let entries: Vec<Entry<'_>> = self.index.of_list(contents).copied().collect();
        let whole = contents == Contents::DaftarIsi;
        if whole {
            self.xml.raw(
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>\
                 <w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>",
            );
        }
        let instruction = instruction(contents);
        if entries.is_empty() {
            self.open(Para::of("TableofFigures"));
            Type::default().field(&mut self.xml, instruction, "Tidak ada.");
            self.close();
        }
        let last = entries.len().saturating_sub(1);
        for (place, entry) in entries.iter().enumerate() {
            let style = style(entry, contents);
            let page = Tab::Leader(self.place.width);
            let hung = hung(style, entry);
            let tabs = [hung.map(|indent| Tab::Left(indent.left)), Some(page)];
            let tabs: Vec<Tab> = tabs.into_iter().flatten().collect();
            self.open(Para { tabs: &tabs, indent: hung, ..Para::of(style) });
            if place == 0 {
                Type::default().field_begin(&mut self.xml, instruction);
            }
            self.entry(entry);
            if place == last {
                Type::default().field_end(&mut self.xml);
            }
            self.close();
        }
        if whole {
            self.xml.raw("</w:sdtContent></w:sdt>");
        }
    }

    /// Number, title and page, all leading to where it stands.
    fn entry(&mut self, entry: &Entry<'_>) {
        let anchor = entry.bookmark();
        self.xml.put(format_args!("<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">"));
        let plain = Type::default();
        if !entry.nomor.is_empty() {
            let nomor = match entry.kind {
                Kind::Heading(Rank::Lampiran) => format!("Lampiran {}", entry.nomor),
                _ => entry.nomor.to_owned(),
            };
            plain.text(&mut self.xml, &nomor);
            plain.tab(&mut self.xml);
        }
        plain.text(&mut self.xml, entry.judul);
        plain.tab(&mut self.xml);
        plain.field(&mut self.xml, &format!("PAGEREF {anchor} \\h"), "");
        self.xml.raw("</w:hyperlink>");
    }
}

/// No list of styles stands in them: what parts its items depends on the language of Windows.
fn instruction(contents: Contents) -> &'static str {
    match contents {
        Contents::DaftarIsi => r#"TOC \o "1-3" \h \z \u"#,
        Contents::DaftarTabel => r#"TOC \h \z \c "Tabel""#,
        Contents::DaftarGambar => r#"TOC \h \z \c "Gambar""#,
        Contents::DaftarLampiran => r#"TOC \h \z \c "Lampiran""#,
    }
}

fn style(entry: &Entry<'_>, contents: Contents) -> &'static str {
    match (contents, entry.kind) {
        (Contents::DaftarIsi, Kind::Heading(Rank::Bab | Rank::Lampiran)) => "TOC1",
        (Contents::DaftarIsi, Kind::Heading(Rank::Subbab)) => "TOC2",
        (Contents::DaftarIsi, _) => "TOC3",
        _ => "TableofFigures",
    }
}

/// A title beside its number. Word sets such a tab in each entry that has a number, and none in the
/// style, where an entry without number would stop at it.
fn hung(style: &str, entry: &Entry<'_>) -> Option<Indent> {
    let (from, left) = match (style, entry.kind) {
        _ if entry.nomor.is_empty() => return None,
        ("TOC1", Kind::Heading(Rank::Lampiran)) => (0, 1361),
        ("TOC1", _) => (0, 510),
        ("TOC2", _) => (510, 1134),
        ("TOC3", _) => (1134, 1531),
        // The style hangs the number out.
        _ => return None,
    };
    Some(Indent { left, right: PAGE, hanging: left - from })
}

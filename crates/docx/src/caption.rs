//! Captions: `Tabel 3.1` counted by fields, so that lists and references follow when rows move.

use crate::index::Entry;
use crate::paper::{Twips, from_tenth_mm};
use crate::para::{Indent, Para, Type};
use crate::writer::Writer;

/// Room for `Gambar 3.12` before the words.
pub(crate) const NUMBER: Twips = from_tenth_mm(210);

impl Writer<'_> {
    /// Writes the caption of a table or a drawing, where it has any words.
    pub(crate) fn caption(&mut self, entry: &Entry<'_>, keep_next: bool) {
        let has_number = !entry.nomor.is_empty();
        if !has_number && entry.judul.is_empty() {
            // A reference may lead here all the same.
            self.settle_break();
            self.bookmarked(2 * entry.ordinal, &entry.bookmark(), |_| {});
            return;
        }
        let hanging = if has_number { NUMBER } else { 0 };
        let indent = Indent { right: 0, ..self.place.indent(hanging) };
        self.open(Para { keep_next, indent: Some(indent), ..Para::of("Caption") });
        self.bookmarked(2 * entry.ordinal, &entry.bookmark(), |writer| {
            if has_number {
                writer.bookmarked(2 * entry.ordinal + 1, &entry.number_bookmark(), |writer| {
                    writer.caption_number(entry.nomor);
                });
                Type::default().tab(&mut writer.xml);
            }
            Type::default().text(&mut writer.xml, entry.judul);
        });
        self.close();
    }

    fn caption_number(&mut self, nomor: &str) {
        let kind = Type::styled("NomorKeterangan");
        let Some(number) = self.counters.caption(nomor) else {
            kind.text(&mut self.xml, nomor);
            return;
        };
        kind.text(&mut self.xml, &format!("{}\u{00A0}", number.word));
        let mut instruction = format!("SEQ {} \\* ARABIC", number.word);
        if let Some((chapter, in_hand)) = number.chapter {
            if in_hand {
                kind.field(&mut self.xml, "STYLEREF 1 \\s", chapter);
            } else {
                kind.text(&mut self.xml, chapter);
            }
            kind.text(&mut self.xml, ".");
            instruction.push_str(" \\s 1");
        }
        if number.reset {
            instruction.push_str(&format!(" \\r {}", number.value));
        }
        kind.field(&mut self.xml, &instruction, &number.value.to_string());
    }
}

//! Headings: styles with a list that numbers them, or the tree's own words where it cannot.

use selaras_domain::dokumen::Rank;

use crate::counters::HeadingNumber;
use crate::error::DocxError;
use crate::index::short_number;
use crate::list::HEADINGS;
use crate::paper::{Twips, from_tenth_mm};
use crate::para::{Indent, Numbering, Para, Type};
use crate::writer::Writer;

/// Room for `Lampiran 12` before the name of an annex.
const LAMPIRAN: Twips = from_tenth_mm(240);
/// Above the heading of a list that shares a page.
const SHARING: Twips = 700;

impl Writer<'_> {
    /// `shares` where a chapter goes on below what stands on the page.
    ///
    /// # Errors
    ///
    /// None that a label in the index can give.
    pub(crate) fn heading(
        &mut self,
        rank: Rank,
        nomor: Option<&str>,
        judul: &str,
        label: &str,
        shares: bool,
    ) -> Result<(), DocxError> {
        let entry = self.index.resolve(label, judul)?;
        let nomor = nomor.map(short_number).filter(|nomor| !nomor.is_empty());
        let mut para = Para::of(style(rank));
        if shares {
            para.page_break_before = Some(false);
            para.before = Some(SHARING);
        }
        if rank == Rank::Bab {
            self.counters.open();
        }
        let number = match (rank, nomor) {
            _ if self.place.is_inner || self.place.depth > 0 => HeadingNumber::Literal,
            (Rank::Bab, Some(nomor)) => self.counters.bab(nomor),
            (Rank::Subbab, Some(nomor)) => self.counters.subbab(nomor),
            _ => HeadingNumber::Literal,
        };
        let level = usize::from(rank == Rank::Subbab);
        match number {
            HeadingNumber::Counted => {}
            HeadingNumber::StartsAt(start) => {
                let list = self.lists.headings_from(level, start);
                para.numbering = Some(Numbering { list, level });
            }
            // The style of a chapter would count it.
            HeadingNumber::Literal if matches!(rank, Rank::Bab | Rank::Subbab) => {
                para.numbering = Some(Numbering { list: 0, level: 0 });
                para.indent = Some(Indent { right: 0, ..self.place.indent(0) });
            }
            HeadingNumber::Literal => {}
        }
        let is_numbered_lampiran = rank == Rank::Lampiran && nomor.is_some();
        if is_numbered_lampiran {
            para.indent = Some(Indent { right: 0, ..self.place.indent(LAMPIRAN) });
        }
        self.open(para);
        self.bookmarked(2 * entry.ordinal, &entry.bookmark(), |writer| {
            match nomor {
                Some(nomor) if is_numbered_lampiran => {
                    writer.lampiran_number(nomor);
                    Type::default().tab(&mut writer.xml);
                }
                Some(nomor) if number == HeadingNumber::Literal => {
                    Type::default().text(&mut writer.xml, &format!("{nomor} "));
                }
                _ => {}
            }
            Type::default().text(&mut writer.xml, judul);
        });
        self.close();
        Ok(())
    }

    /// `Lampiran 1`, counted by a field, so that the list of annexes can be made of them.
    fn lampiran_number(&mut self, nomor: &str) {
        let kind = Type::styled("NomorLampiran");
        let words = format!("Lampiran {nomor}");
        match self.counters.caption(&words) {
            Some(number) => {
                kind.text(&mut self.xml, "Lampiran\u{00A0}");
                let reset = if number.reset { format!(" \\r {nomor}") } else { String::new() };
                let instruction = format!("SEQ Lampiran \\* ARABIC{reset}");
                kind.field(&mut self.xml, &instruction, nomor);
            }
            None => kind.text(&mut self.xml, &words),
        }
    }
}

fn style(rank: Rank) -> &'static str {
    match rank {
        Rank::Bab => "Heading1",
        Rank::Subbab => "Heading2",
        Rank::Sub => "Heading3",
        Rank::Minor => "Heading4",
        Rank::Lampiran => "Lampiran",
    }
}

const _: () = assert!(HEADINGS == 1, "the styles name the list of the headings");

//! Text within a line: runs, references, figures that do not break.

use std::borrow::Cow;

use selaras_domain::dokumen::Inline;

use crate::error::DocxError;
use crate::para::Type;
use crate::tone;
use crate::writer::Writer;

/// A figure longer than this is an amount in words, which has to break.
const LONGEST_FIGURE: usize = 28;

impl Writer<'_> {
    /// # Errors
    ///
    /// References to nothing.
    pub(crate) fn inlines(&mut self, inlines: &[Inline], kind: Type<'_>) -> Result<(), DocxError> {
        for inline in inlines {
            match inline {
                Inline::Text(text) => match tone::split_mark(text) {
                    Some((tone, mark, rest)) => {
                        let coloured = Type { style: tone::style(tone), ..kind };
                        coloured.text(&mut self.xml, &mark.to_string());
                        kind.text(&mut self.xml, &format!("\u{00A0}{rest}"));
                    }
                    None => kind.text(&mut self.xml, text),
                },
                Inline::Strong(inner) => self.inlines(inner, Type { bold: true, ..kind })?,
                Inline::Emphasis(inner) => self.inlines(inner, Type { italic: true, ..kind })?,
                Inline::Figure { text, .. } => kind.text(&mut self.xml, &unbroken(text)),
                Inline::Reference { label, text } => self.reference(label, text, kind)?,
                Inline::LineBreak => kind.run(&mut self.xml, |xml| xml.raw("<w:br/>")),
            }
        }
        Ok(())
    }

    /// A number of a table or a drawing is a field that follows it; other words are a link.
    fn reference(&mut self, label: &str, text: &str, kind: Type<'_>) -> Result<(), DocxError> {
        let entry = self.index.resolve(label, text)?;
        let kind = Type { style: Some("Hyperlink"), ..kind };
        if self.has_numbered_caption(&entry) && entry.nomor == text {
            let instruction = format!("REF {} \\h", entry.number_bookmark());
            kind.field(&mut self.xml, &instruction, &text.replace(' ', "\u{00A0}"));
        } else {
            let anchor = entry.bookmark();
            self.xml.put(format_args!("<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">"));
            kind.text(&mut self.xml, text);
            self.xml.raw("</w:hyperlink>");
        }
        Ok(())
    }
}

/// A short figure with blanks that no line ends at.
fn unbroken(text: &str) -> Cow<'_, str> {
    if text.contains(' ') && text.len() < LONGEST_FIGURE {
        text.replace(' ', "\u{00A0}").into()
    } else {
        text.into()
    }
}

/// The text of inlines as it is set, with line breaks as `\n`.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

fn push_plain(inlines: &[Inline], into: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Reference { text: part, .. } => into.push_str(part),
            Inline::Figure { text: part, .. } => into.push_str(&unbroken(part)),
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_plain(inner, into),
            Inline::LineBreak => into.push('\n'),
        }
    }
}

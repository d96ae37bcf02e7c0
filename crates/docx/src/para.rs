//! Properties of paragraphs and runs, written in the order that the schema asks for.

use selaras_domain::dokumen::Align;

use crate::letters::HalfPoints;
use crate::paper::Twips;
use crate::xml::Xml;

/// What is said of one paragraph beyond its style.
#[derive(Clone, Copy, Default)]
pub(crate) struct Para<'a> {
    pub(crate) style: &'a str,
    pub(crate) keep_next: bool,
    pub(crate) page_break_before: Option<bool>,
    pub(crate) numbering: Option<Numbering>,
    /// Where a tab leads, and whether dots lead there.
    pub(crate) tabs: &'a [Tab],
    pub(crate) before: Option<Twips>,
    pub(crate) indent: Option<Indent>,
    pub(crate) align: Option<Align>,
}

/// A list and a level in it; list 0 takes away what the style says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbering {
    pub(crate) list: usize,
    pub(crate) level: usize,
}

#[derive(Clone, Copy)]
pub(crate) enum Tab {
    Left(Twips),
    /// At the right edge.
    Right(Twips),
    /// At the right edge, with dots that lead to it.
    Leader(Twips),
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Indent {
    pub(crate) left: Twips,
    pub(crate) right: Twips,
    /// How far the first line stands out to the left.
    pub(crate) hanging: Twips,
}

impl Para<'_> {
    pub(crate) fn of(style: &str) -> Para<'_> {
        Para { style, ..Para::default() }
    }

    /// Writes the beginning of a paragraph, up to its first run.
    pub(crate) fn open(&self, xml: &mut Xml) {
        xml.raw("<w:p><w:pPr>");
        if !self.style.is_empty() {
            xml.put(format_args!("<w:pStyle w:val=\"{}\"/>", self.style));
        }
        if self.keep_next {
            xml.raw("<w:keepNext/>");
        }
        match self.page_break_before {
            Some(true) => xml.raw("<w:pageBreakBefore/>"),
            Some(false) => xml.raw("<w:pageBreakBefore w:val=\"0\"/>"),
            None => {}
        }
        if let Some(Numbering { list, level }) = self.numbering {
            xml.put(format_args!(
                "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
            ));
        }
        if !self.tabs.is_empty() {
            xml.raw("<w:tabs>");
            for tab in self.tabs {
                match tab {
                    Tab::Left(at) => {
                        xml.put(format_args!("<w:tab w:val=\"left\" w:pos=\"{at}\"/>"));
                    }
                    Tab::Right(at) => {
                        xml.put(format_args!("<w:tab w:val=\"right\" w:pos=\"{at}\"/>"));
                    }
                    Tab::Leader(at) => xml.put(format_args!(
                        "<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{at}\"/>"
                    )),
                }
            }
            xml.raw("</w:tabs>");
        }
        if let Some(before) = self.before {
            xml.put(format_args!("<w:spacing w:before=\"{before}\"/>"));
        }
        if let Some(Indent { left, right, hanging }) = self.indent {
            xml.put(format_args!("<w:ind w:left=\"{left}\" w:right=\"{right}\""));
            if hanging > 0 {
                xml.put(format_args!(" w:hanging=\"{hanging}\"/>"));
            } else {
                xml.raw(" w:firstLine=\"0\"/>");
            }
        }
        if let Some(align) = self.align {
            xml.put(format_args!("<w:jc w:val=\"{}\"/>", alignment(align)));
        }
        xml.raw("</w:pPr>");
    }
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// What is said of a run beyond the style of its paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Type<'a> {
    pub(crate) style: Option<&'a str>,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) size: Option<HalfPoints>,
}

impl<'a> Type<'a> {
    pub(crate) fn styled(style: &'a str) -> Type<'a> {
        Type { style: Some(style), ..Type::default() }
    }

    fn write(&self, xml: &mut Xml) {
        if *self == Type::default() {
            return;
        }
        xml.raw("<w:rPr>");
        if let Some(style) = self.style {
            xml.put(format_args!("<w:rStyle w:val=\"{style}\"/>"));
        }
        if self.bold {
            xml.raw("<w:b/><w:bCs/>");
        }
        if self.italic {
            xml.raw("<w:i/><w:iCs/>");
        }
        if let Some(size) = self.size {
            xml.put(format_args!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"));
        }
        xml.raw("</w:rPr>");
    }

    /// Writes a run around what `inside` writes.
    pub(crate) fn run(&self, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
        xml.raw("<w:r>");
        self.write(xml);
        inside(xml);
        xml.raw("</w:r>");
    }

    /// Writes a run of text.
    pub(crate) fn text(&self, xml: &mut Xml, text: &str) {
        if !text.is_empty() {
            self.run(xml, |xml| {
                xml.raw("<w:t xml:space=\"preserve\">");
                xml.text(text);
                xml.raw("</w:t>");
            });
        }
    }

    pub(crate) fn tab(&self, xml: &mut Xml) {
        self.run(xml, |xml| xml.raw("<w:tab/>"));
    }

    /// Writes a field: an instruction that Word follows when it updates, and the text until then.
    pub(crate) fn field(&self, xml: &mut Xml, instruction: &str, result: &str) {
        self.field_begin(xml, instruction);
        self.text(xml, result);
        self.field_end(xml);
    }

    /// Writes a field up to its result.
    pub(crate) fn field_begin(&self, xml: &mut Xml, instruction: &str) {
        self.run(xml, |xml| xml.raw("<w:fldChar w:fldCharType=\"begin\"/>"));
        self.run(xml, |xml| {
            xml.raw("<w:instrText xml:space=\"preserve\"> ");
            xml.text(instruction);
            xml.raw(" </w:instrText>");
        });
        self.run(xml, |xml| xml.raw("<w:fldChar w:fldCharType=\"separate\"/>"));
    }

    pub(crate) fn field_end(&self, xml: &mut Xml) {
        self.run(xml, |xml| xml.raw("<w:fldChar w:fldCharType=\"end\"/>"));
    }
}

//! Sections: pages of one kind, with what stands at their head and foot.

use selaras_domain::dokumen::{Block, Orientation, PageNumbers, Rank, Section};

use crate::paper::Page;
use crate::para::{Para, Tab, Type};
use crate::xml::Xml;

/// Heads and feet, each once: a part of the file for each.
#[derive(Default)]
pub(crate) struct Margins {
    pub(crate) heads: Vec<String>,
    pub(crate) feet: Vec<String>,
}

impl Margins {
    /// Writes the properties of a section, which stand at its end.
    pub(crate) fn section(
        &mut self,
        xml: &mut Xml,
        section: &Section,
        page: Page,
        restarts: bool,
        office: &str,
        konsep: Option<&str>,
    ) {
        let head = number_of(&mut self.heads, head(page, office, &section.kepala));
        let empty = number_of(&mut self.heads, head_of_opening());
        let foot = number_of(&mut self.feet, foot(page, konsep));
        let format = match section.page_numbers {
            PageNumbers::Roman => "lowerRoman",
            PageNumbers::Arabic | PageNumbers::Continued => "decimal",
        };
        let start = if restarts { " w:start=\"1\"" } else { "" };
        // The page that a chapter opens says itself what it is.
        let opens = matches!(
            section.blocks.first(),
            Some(Block::Heading { rank: Rank::Bab | Rank::Lampiran, .. })
        );
        let title = if opens { "<w:titlePg/>" } else { "" };
        xml.put(format_args!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader{head}\"/>\
             <w:headerReference w:type=\"first\" r:id=\"rIdHeader{empty}\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rIdFooter{foot}\"/>\
             <w:footerReference w:type=\"first\" r:id=\"rIdFooter{foot}\"/>\
             <w:type w:val=\"nextPage\"/>"
        ));
        sheet(xml, page);
        xml.put(format_args!(
            "<w:pgNumType w:fmt=\"{format}\"{start}/><w:cols w:space=\"720\"/>{title}</w:sectPr>"
        ));
    }
}

/// Size and margins of a page.
pub(crate) fn sheet(xml: &mut Xml, page: Page) {
    let Page { width, height, top, bottom, left, right, orientation } = page;
    let orient = match orientation {
        Orientation::Portrait => "",
        Orientation::Landscape => " w:orient=\"landscape\"",
    };
    xml.put(format_args!(
        "<w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/><w:pgMar w:top=\"{top}\" \
         w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"709\" \
         w:footer=\"652\" w:gutter=\"0\"/>"
    ));
}

fn number_of(parts: &mut Vec<String>, part: String) -> usize {
    match parts.iter().position(|it| *it == part) {
        Some(place) => place + 1,
        None => {
            parts.push(part);
            parts.len()
        }
    }
}

fn head(page: Page, office: &str, kepala: &str) -> String {
    let mut xml = Xml::default();
    let tabs = [Tab::Right(page.inner_width())];
    Para { tabs: &tabs, ..Para::of("Header") }.open(&mut xml);
    Type::default().text(&mut xml, office);
    Type::default().tab(&mut xml);
    Type::default().text(&mut xml, kepala);
    xml.raw("</w:p>");
    xml.into_string()
}

/// The head of a page that a chapter opens.
fn head_of_opening() -> String {
    let mut xml = Xml::default();
    Para::of("Footer").open(&mut xml);
    xml.raw("</w:p>");
    xml.into_string()
}

/// The draft mark and the page. How many pages there are is not said: front matter and body each
/// count from one, and Word can only tell the sum of both.
fn foot(page: Page, konsep: Option<&str>) -> String {
    let mut xml = Xml::default();
    let tabs = [Tab::Right(page.inner_width())];
    Para { tabs: &tabs, ..Para::of("Footer") }.open(&mut xml);
    Type::default().text(&mut xml, konsep.unwrap_or_default());
    Type::default().tab(&mut xml);
    Type::default().field(&mut xml, "PAGE", "1");
    xml.raw("</w:p>");
    xml.into_string()
}

//! The cover: a table as large as the page, with the year on a band of colour.

use selaras_domain::dokumen::Sampul;

use crate::letters::{self, Weight};
use crate::paper::{Page, Twips, from_tenth_mm};
use crate::para::{Indent, Para, Type};
use crate::section;
use crate::writer::Writer;

/// Five bars that start at one line and a line that they are held against: figures and their
/// target.
pub(crate) const SIGN: &str = include_str!("parts/sign.svg");

const SIGN_WIDTH: Twips = from_tenth_mm(170);
const INSET: Twips = from_tenth_mm(300);
const OUTER: Twips = from_tenth_mm(200);
/// What is left for the paragraph that ends the section.
const REST: Twips = 300;

impl Writer<'_> {
    pub(crate) fn cover(&mut self, sampul: &Sampul, page: Page) {
        let page = Page { top: 0, bottom: 0, left: 0, right: 0, ..page };
        let band_top = page.height * 535 / 1000;
        let band = page.height * 27 / 100;
        let sign_height = from_tenth_mm(520);
        self.layout_start("Sampul", &[page.width]);

        self.cover_row(page, sign_height, "", "bottom");
        let indent = Indent { left: INSET, right: OUTER, hanging: 0 };
        let para = |style| Para { indent: Some(indent), ..Para::of(style) };
        self.open(para("Subtitle"));
        self.picture(SIGN, "", SIGN_WIDTH);
        self.close();
        self.cover_row_end();

        self.cover_row(page, band_top - sign_height, "", "bottom");
        self.line(para("SingkatanSampul"), Type::default(), &sampul.singkatan);
        let title = Para { indent: Some(balanced(&sampul.judul, page, indent)), ..para("Title") };
        self.line(title, Type::default(), &sampul.judul);
        self.cover_row_end();

        self.cover_row(
            page,
            band,
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"0F5C64\"/>",
            "bottom",
        );
        self.line(para("TahunSampul"), Type::default(), &sampul.tahun);
        self.cover_row_end();

        self.cover_row(page, page.height - band_top - band - REST, "", "top");
        self.line(para("InstansiSampul"), Type::default(), &sampul.perangkat_daerah);
        self.line(para("Subtitle"), Type::default(), &sampul.pemda);
        self.cover_row_end();
        self.xml.raw("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Sela\"/><w:sectPr>");
        section::sheet(&mut self.xml, page);
        self.xml.raw("</w:sectPr></w:pPr></w:p>");
    }

    fn cover_row(&mut self, page: Page, height: Twips, shade: &str, align: &str) {
        self.xml.put(format_args!(
            "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/>\
             </w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{shade}\
             <w:vAlign w:val=\"{align}\"/></w:tcPr>",
            page.width
        ));
    }

    fn cover_row_end(&mut self) {
        self.xml.raw("</w:tc></w:tr>");
    }
}

/// As narrow as its number of lines allows, so that no last line is left with one word.
fn balanced(title: &str, page: Page, indent: Indent) -> Indent {
    let room = page.width - indent.left - indent.right;
    // The serif of the title, in regular, is about as wide as the bold that is measured.
    let width = |text: &str| letters::width(text, Weight::Bold, 68) * 108 / 100;
    let lines = |room: Twips| {
        let (mut lines, mut line) = (1, 0);
        for word in title.split_whitespace().map(width) {
            let blank = width(" ");
            if line > 0 && line + blank + word > room {
                (lines, line) = (lines + 1, word);
            } else {
                line += if line > 0 { blank + word } else { word };
            }
        }
        lines
    };
    let wanted = lines(room);
    let step = from_tenth_mm(30);
    let mut narrow = room;
    while narrow > from_tenth_mm(400) && lines(narrow - step) == wanted {
        narrow -= step;
    }
    // A little air, since it is measured in another type.
    let narrow = (narrow + step).min(room);
    Indent { right: indent.right + room - narrow, ..indent }
}

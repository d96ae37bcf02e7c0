//! Tables that only place what stands beside each other: no lines but those that are asked for.

use crate::paper::Twips;
use crate::writer::Writer;

/// Weight of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Between what belongs together.
    Hair,
    /// Above what begins.
    Strong,
    /// Below what ends.
    Edge,
}

/// The lines above and below a cell.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Edges {
    pub(crate) top: Option<Line>,
    pub(crate) bottom: Option<Line>,
}

impl Writer<'_> {
    /// Opens a table of columns of given widths.
    pub(crate) fn layout_start(&mut self, style: &str, columns: &[Twips]) {
        self.settle_break();
        let (width, left) = (columns.iter().sum::<Twips>(), self.place.left);
        self.xml.put(format_args!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/>\
             <w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblInd w:w=\"{left}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\" w:firstRow=\"0\" \
             w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" \
             w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"
        ));
        for width in columns {
            self.xml.put(format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml.raw("</w:tblGrid>");
    }

    pub(crate) fn layout_row(&mut self, whole: bool) {
        self.xml.raw(if whole { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
    }

    pub(crate) fn layout_row_end(&mut self) {
        self.xml.raw("</w:tr>");
    }

    pub(crate) fn layout_cell(&mut self, width: Twips, edges: Edges) {
        self.xml.put(format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
        if edges != Edges::default() {
            self.xml.raw("<w:tcBorders>");
            self.line_at("top", edges.top);
            self.line_at("bottom", edges.bottom);
            self.xml.raw("</w:tcBorders>");
        }
        self.xml.raw("</w:tcPr>");
    }

    fn line_at(&mut self, side: &str, line: Option<Line>) {
        let (size, colour) = match line {
            None => return,
            Some(Line::Hair) => (4, "D6D2C9"),
            Some(Line::Strong) => (6, "1C2328"),
            Some(Line::Edge) => (4, "80868C"),
        };
        self.xml.put(format_args!(
            "<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{colour}\"/>"
        ));
    }

    /// Closes a cell, which must end with a paragraph.
    pub(crate) fn layout_cell_end(&mut self) {
        if !self.xml.ends_with("</w:p>") {
            self.gap();
        }
        self.xml.raw("</w:tc>");
    }

    pub(crate) fn layout_end(&mut self) {
        self.xml.raw("</w:tbl>");
        self.gap();
    }
}

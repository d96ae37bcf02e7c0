//! Drawings: pictures in the line, with words for those who do not see them.

use selaras_domain::dokumen::Drawing;

use crate::error::DocxError;
use crate::paper::{Twips, from_tenth_mm};
use crate::para::{Indent, Para, Type};
use crate::writer::Writer;

/// Drawings are measured in English metric units, 635 to a twip.
const EMU: u64 = 635;
/// Room for the caption and the notes of a drawing that fills a page.
const BESIDES: Twips = from_tenth_mm(300);

impl Writer<'_> {
    /// # Errors
    ///
    /// References to nothing.
    pub(crate) fn drawing(&mut self, drawing: &Drawing) -> Result<(), DocxError> {
        let entry = self.index.resolve(&drawing.label, &drawing.judul)?;
        // A chart without a number says first what it shows.
        let has_number = drawing.nomor.is_some();
        if !has_number {
            self.caption(&entry, true);
        }
        let indent = Indent { left: self.place.left, ..Indent::default() };
        let keep_next = has_number || !drawing.notes.is_empty();
        self.open(Para { keep_next, indent: Some(indent), ..Para::of("Gambar") });
        let width = from_tenth_mm(drawing.width_tenth_mm.into()).min(self.place.room());
        self.picture(&drawing.svg, &drawing.alt, width);
        self.close();
        if has_number {
            self.caption(&entry, !drawing.notes.is_empty());
        }
        self.notes(&drawing.notes, false)
    }

    /// Writes a run with a picture, no wider than `width` and no taller than a page.
    pub(crate) fn picture(&mut self, svg: &str, alt: &str, width: Twips) {
        let (place, picture) = self.pictures.get(svg);
        let (across, down) = picture.size;
        let tallest = u64::from(self.place.height.saturating_sub(BESIDES));
        let width = u64::from(width).min(tallest * across / down);
        let (cx, cy) = (width * EMU, width * EMU * down / across);
        self.placed += 1;
        let (id, number) = (self.placed, place + 1);
        let decorative = if alt.is_empty() { DECORATIVE } else { "" };
        Type::default().run(&mut self.xml, |xml| {
            xml.put(format_args!(
                "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
                 <wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:docPr id=\"{id}\" name=\"Gambar {id}\" \
                 descr=\""
            ));
            xml.text(alt);
            xml.put(format_args!(
                "\">{decorative}</wp:docPr><wp:cNvGraphicFramePr>\
                 <a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
                 <a:graphic><a:graphicData uri=\"{PICTURE}\"><pic:pic><pic:nvPicPr>\
                 <pic:cNvPr id=\"{id}\" name=\"gambar{number}.svg\"/><pic:cNvPicPr/></pic:nvPicPr>\
                 <pic:blipFill><a:blip r:embed=\"rIdPng{number}\"><a:extLst>\
                 <a:ext uri=\"{SVG_EXTENSION}\"><asvg:svgBlip r:embed=\"rIdSvg{number}\"/></a:ext>\
                 </a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
                 <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm>\
                 <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
                 </a:graphicData></a:graphic></wp:inline></w:drawing>"
            ));
        });
    }
}

const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// Where Word of 2016 and later finds the SVG beside the PNG.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
/// Tells readers aloud that a picture says nothing.
const DECORATIVE: &str = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">\
    <adec:decorative val=\"1\"/></a:ext></a:extLst>";

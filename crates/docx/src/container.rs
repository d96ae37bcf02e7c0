//! Puts the parts of a document into the zip that a DOCX is.

use std::io::{Cursor, Write};

use selaras_domain::dokumen::Dokumen;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::DocxError;
use crate::picture::Pictures;
use crate::section::Margins;
use crate::xml::Xml;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Namespaces of the body.
const NAMESPACES: &str = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" \
    xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\"";

/// Parts that are the same in every document: name, relation, text.
const FIXED: [(&str, &str); 3] = [
    ("styles", include_str!("parts/styles.xml")),
    ("settings", include_str!("parts/settings.xml")),
    ("fontTable", include_str!("parts/fontTable.xml")),
];

/// What differs from document to document.
pub(crate) struct Parts<'a> {
    pub(crate) body: String,
    pub(crate) numbering: String,
    pub(crate) margins: Margins,
    pub(crate) pictures: &'a Pictures<'a>,
    /// The drawn pictures, in their order.
    pub(crate) drawn: Vec<Vec<u8>>,
}

/// # Errors
///
/// Only where memory cannot be written.
pub(crate) fn pack(dokumen: &Dokumen, parts: &Parts<'_>) -> Result<Vec<u8>, DocxError> {
    let mut file = File(ZipWriter::new(Cursor::new(Vec::with_capacity(1 << 19))));
    file.text("[Content_Types].xml", &content_types(parts))?;
    file.text("_rels/.rels", PACKAGE_RELATIONS)?;
    file.text("docProps/core.xml", &core(dokumen))?;
    file.text("docProps/app.xml", APP)?;
    file.text("word/document.xml", &root("document", "<w:body>", &parts.body, "</w:body>"))?;
    file.text("word/_rels/document.xml.rels", &relations(parts))?;
    file.text("word/numbering.xml", &parts.numbering)?;
    for (name, text) in FIXED {
        file.text(&format!("word/{name}.xml"), text)?;
    }
    for (place, head) in parts.margins.heads.iter().enumerate() {
        file.text(&format!("word/header{}.xml", place + 1), &root("hdr", "", head, ""))?;
    }
    for (place, foot) in parts.margins.feet.iter().enumerate() {
        file.text(&format!("word/footer{}.xml", place + 1), &root("ftr", "", foot, ""))?;
    }
    for (place, (picture, png)) in parts.pictures.all().iter().zip(&parts.drawn).enumerate() {
        let number = place + 1;
        file.text(&format!("word/media/gambar{number}.svg"), &picture.svg())?;
        file.add(&format!("word/media/gambar{number}.png"), png, CompressionMethod::Stored)?;
    }
    Ok(file.0.finish()?.into_inner())
}

struct File(ZipWriter<Cursor<Vec<u8>>>);

impl File {
    fn text(&mut self, name: &str, text: &str) -> Result<(), DocxError> {
        self.add(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds a file with the time at which all zips begin: the same tree gives the same bytes.
    fn add(&mut self, name: &str, bytes: &[u8], how: CompressionMethod) -> Result<(), DocxError> {
        let options = SimpleFileOptions::DEFAULT
            .compression_method(how)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        self.0.start_file(name, options)?;
        self.0.write_all(bytes)?;
        Ok(())
    }
}

/// A part of the file around what is in it.
fn root(name: &str, before: &str, inside: &str, after: &str) -> String {
    format!(
        "{DECLARATION}<w:{name} xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\" {NAMESPACES}>\
         {before}{inside}{after}</w:{name}>"
    )
}

fn content_types(parts: &Parts<'_>) -> String {
    let mut xml = Xml::default();
    xml.raw(DECLARATION);
    xml.raw(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>",
    );
    let mut part = |name: &str, kind: &str| {
        xml.put(format_args!(
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>"
        ));
    };
    part("document", "document.main");
    part("numbering", "numbering");
    FIXED.iter().for_each(|(name, _)| part(name, name));
    (1..=parts.margins.heads.len()).for_each(|it| part(&format!("header{it}"), "header"));
    (1..=parts.margins.feet.len()).for_each(|it| part(&format!("footer{it}"), "footer"));
    xml.raw("</Types>");
    xml.into_string()
}

fn relations(parts: &Parts<'_>) -> String {
    let mut xml = Xml::default();
    xml.raw(DECLARATION);
    xml.raw(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    let mut relation = |id: &str, kind: &str, target: &str| {
        xml.put(format_args!(
            "<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>"
        ));
    };
    relation("rIdNumbering", "numbering", "numbering.xml");
    for (name, _) in FIXED {
        relation(&format!("rId_{name}"), name, &format!("{name}.xml"));
    }
    for it in 1..=parts.margins.heads.len() {
        relation(&format!("rIdHeader{it}"), "header", &format!("header{it}.xml"));
    }
    for it in 1..=parts.margins.feet.len() {
        relation(&format!("rIdFooter{it}"), "footer", &format!("footer{it}.xml"));
    }
    for it in 1..=parts.drawn.len() {
        relation(&format!("rIdSvg{it}"), "image", &format!("media/gambar{it}.svg"));
        relation(&format!("rIdPng{it}"), "image", &format!("media/gambar{it}.png"));
    }
    xml.raw("</Relationships>");
    xml.into_string()
}

const PACKAGE_RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/",
    "relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/",
    "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/",
    "relationships/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>",
);

const APP: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/",
    "extended-properties\"><Application>Selaras ",
    env!("CARGO_PKG_VERSION"),
    "</Application></Properties>",
);

/// Title, office, words and date; the date is the tree's, never the clock's.
fn core(dokumen: &Dokumen) -> String {
    let mut xml = Xml::default();
    xml.raw(DECLARATION);
    xml.raw(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
    );
    let mut element = |name: &str, text: &str| {
        xml.put(format_args!("<{name}>"));
        xml.text(text);
        xml.put(format_args!("</{name}>"));
    };
    element("dc:title", &dokumen.judul);
    element("dc:creator", &dokumen.penerbit);
    element("cp:keywords", &dokumen.kata_kunci.join(", "));
    element("dc:language", "id-ID");
    if let Some(date) = dokumen.tanggal {
        for name in ["created", "modified"] {
            xml.put(format_args!(
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{name}>"
            ));
        }
    }
    xml.raw("</cp:coreProperties>");
    xml.into_string()
}

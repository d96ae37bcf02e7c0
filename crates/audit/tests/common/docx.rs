//! A DOCX made from the model: styles, merges and caption fields as Word writes them.

#![allow(
    unreachable_pub,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "shared by tests and examples"
)]

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use selaras_audit::document::{Content, Document, Table};

pub fn docx(document: &Document) -> Vec<u8> {
    let mut body = String::new();
    for block in &document.blocks {
        match &block.content {
            Content::Heading { level, text } => {
                paragraph(&mut body, &format!("Heading{level}"), text)
            }
            Content::Paragraph { text } => paragraph(&mut body, "Normal", text),
            Content::Table(it) => table(&mut body, it),
            Content::ListItem { text, marker, .. } => {
                paragraph(
                    &mut body,
                    "Normal",
                    &format!("{} {text}", marker.as_deref().unwrap_or("-")),
                );
            }
            Content::Caption(it) => paragraph(
                &mut body,
                "Caption",
                &format!("{:?} {} {}", it.kind, it.number.as_deref().unwrap_or(""), it.text),
            ),
            Content::ContentsEntry { text, page } => {
                paragraph(
                    &mut body,
                    "TOC1",
                    &format!("{text} ........ {}", page.as_deref().unwrap_or("")),
                );
            }
        }
    }
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let parts = [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>".to_owned()),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>".to_owned()),
        ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>".to_owned()),
        ("word/styles.xml", styles(namespace)),
        ("word/document.xml", format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {namespace}><w:body>{body}<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:left=\"800\" w:right=\"800\" w:top=\"1000\" w:bottom=\"1000\"/></w:sectPr></w:body></w:document>")),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn styles(namespace: &str) -> String {
    let mut text = format!("<w:styles {namespace}>");
    for (id, name) in [
        ("Normal", "Normal"),
        ("Heading1", "Judul 1"),
        ("Heading2", "heading 2"),
        ("Heading3", "heading 3"),
        ("Caption", "caption"),
        ("TOC1", "toc 1"),
    ] {
        let _ = write!(
            text,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/></w:style>"
        );
    }
    text + "</w:styles>"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

fn paragraph(body: &mut String, style: &str, text: &str) {
    let _ = write!(body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(text));
}

fn table(body: &mut String, table: &Table) {
    if let Some(caption) = &table.caption {
        // The number comes out of a field, in two runs, with its code beside it.
        let number = caption.number.as_deref().map(|number| {
            let (head, tail) = number.rsplit_once('.').map_or(("", number), |it| (it.0, it.1));
            let head = if head.is_empty() { String::new() } else { format!("{head}.") };
            format!(
                "{}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> SEQ Tabel \\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                run(&format!("Tabel {head}")),
                run(tail)
            )
        });
        let number = number.unwrap_or_else(|| run("Tabel "));
        let _ = write!(
            body,
            "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr>{number}{}</w:p>",
            run(&format!(" {}", caption.text))
        );
    }
    body.push_str("<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr><w:tblGrid>");
    let width = table.rows.first().map_or(0, Vec::len);
    for _ in 0..width {
        let _ = write!(body, "<w:gridCol w:w=\"{}\"/>", 15000 / width.max(1));
    }
    body.push_str("</w:tblGrid>");
    // As reports do with wide forms.
    let size = if width > 12 { "<w:sz w:val=\"9\"/>" } else { "" };
    for (r, row) in table.rows.iter().enumerate() {
        body.push_str("<w:tr>");
        let mut c = 0;
        while c < row.len() {
            let origin = row[c].merged_into.unwrap_or((r, c));
            let mut span = 1;
            while c + span < row.len() && row[c + span].merged_into.is_some_and(|it| it == origin) {
                span += 1;
            }
            let is_below =
                table.rows.get(r + 1).is_some_and(|it| it[c].merged_into == Some(origin));
            let merge = match (origin.0 < r, is_below) {
                (true, _) => "<w:vMerge/>",
                (false, true) => "<w:vMerge w:val=\"restart\"/>",
                _ => "",
            };
            let cell = &row[c];
            let text = if origin.0 < r { "" } else { &cell.text };
            let bold = format!("<w:rPr>{}{size}</w:rPr>", if cell.bold { "<w:b/>" } else { "" });
            let _ = write!(
                body,
                "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr><w:p><w:pPr><w:ind w:left=\"{}\"/></w:pPr><w:r>{bold}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:tc>",
                15000 / width.max(1) * span,
                u32::from(cell.indent) * 284,
                escape(text)
            );
            c += span;
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl><w:p/>");
}

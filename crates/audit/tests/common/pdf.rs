//! A PDF made from the model, by hand: the standard font, a line around every cell, nothing compressed.

#![allow(
    unreachable_pub,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "shared by tests and examples"
)]

use std::fmt::Write as _;

use selaras_audit::document::{Content, Document, Table};

const WIDTH: f64 = 1900.0;
const HEIGHT: f64 = 1300.0;
const ROW: f64 = 18.0;

pub fn pdf(document: &Document) -> Vec<u8> {
    let mut pages: Vec<String> = vec![String::new()];
    let mut y = HEIGHT - 60.0;
    for block in &document.blocks {
        let needed = match &block.content {
            Content::Table(it) => ROW * (it.rows.len() + 2) as f64,
            _ => 24.0,
        };
        if y - needed < 60.0 {
            pages.push(String::new());
            y = HEIGHT - 60.0;
        }
        let page = pages.last_mut().unwrap();
        match &block.content {
            Content::Heading { text, .. }
            | Content::Paragraph { text }
            | Content::ListItem { text, .. } => {
                write_text(page, 40.0, y, text);
                y -= 30.0;
            }
            Content::Table(it) => y = table(page, it, y),
            Content::Caption(_) | Content::ContentsEntry { .. } => {}
        }
    }
    file(&pages)
}

fn write_text(page: &mut String, x: f64, y: f64, text: &str) {
    let text = text
        .replace('≥', ">=")
        .replace('≤', "<=")
        .replace('\\', "\\\\")
        .replace('(', "\\(")
        .replace(')', "\\)")
        .replace(['–', '−'], "\\226");
    let _ = writeln!(page, "BT /F 10 Tf {x} {y} Td ({text}) Tj ET");
}

fn table(page: &mut String, table: &Table, top: f64) -> f64 {
    let mut top = top;
    if let Some(caption) = &table.caption {
        let number = caption.number.as_deref().unwrap_or("");
        write_text(page, 40.0, top, &format!("Tabel {number} {}", caption.text));
        top -= 12.0;
    }
    let width = table.rows[0].len();
    let longest = |column: usize| {
        let letters = table.rows.iter().filter(|row| {
            // What is merged across has room.
            let next = row.get(column + 1).and_then(|it| it.merged_into);
            row[column].merged_into.is_none_or(|it| it.1 == column)
                && next.is_none_or(|it| it.1 > column)
        });
        letters.map(|row| row[column].text.chars().count()).max().unwrap_or(4) as f64 * 5.6 + 12.0
    };
    let mut xs = vec![40.0];
    for column in 0..width {
        xs.push(xs[column] + longest(column));
    }
    for (r, row) in table.rows.iter().enumerate() {
        let (upper, lower) = (top - ROW * r as f64, top - ROW * (r + 1) as f64);
        for (c, cell) in row.iter().enumerate() {
            let own = cell.merged_into.unwrap_or((r, c));
            let origin = |r: usize, c: usize| table.rows[r][c].merged_into.unwrap_or((r, c));
            if r == 0 || origin(r - 1, c) != own {
                let _ = writeln!(page, "{} {upper} m {} {upper} l S", xs[c], xs[c + 1]);
            }
            if c == 0 || origin(r, c - 1) != own {
                let _ = writeln!(page, "{} {upper} m {} {lower} l S", xs[c], xs[c]);
            }
            if own == (r, c) && !cell.text.is_empty() {
                write_text(page, xs[c] + 4.0, upper - 13.0, &cell.text);
            }
        }
        let _ = writeln!(page, "{0} {upper} m {0} {lower} l S", xs[width]);
    }
    let bottom = top - ROW * table.rows.len() as f64;
    let _ = writeln!(page, "{} {bottom} m {} {bottom} l S", xs[0], xs[width]);
    bottom - 30.0
}

fn file(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|it| format!("{} 0 R", 4 + it * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    for (index, content) in pages.iter().enumerate() {
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>", 5 + index * 2));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = out.len();
    let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(out, "{offset:010} 00000 n ");
    }
    let _ = write!(
        out,
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    out.into_bytes()
}

//! The result as a page: findings first, then every table with its marked cells. One file, no script, light and dark, and fit
//! for paper.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::text::place;
use crate::document::{Cell, Content, Table};
use crate::finding::{Finding, Level, Part};
use crate::report::Report;

const STYLE: &str = include_str!("audit.css");

/// Findings by the cell that they mark, with their numbers.
type Marks<'a> = HashMap<(usize, usize, usize), Vec<(usize, &'a Finding)>>;

/// The result as a page that needs nothing else.
pub fn html(report: &Report) -> String {
    let mut page = String::new();
    let title = format!("Hasil audit {}", report.file);
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Hasil audit laporan</h1>\n",
        escape(&title)
    );
    summary(&mut page, report);
    findings(&mut page, report);
    not_understood(&mut page, report);
    tables(&mut page, report);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn summary(page: &mut String, report: &Report) {
    let _ = writeln!(page, "<p class=\"file\">{}</p>\n<dl class=\"counts\">", escape(&report.file));
    let rows = [
        ("Kesalahan", report.count(Level::Error)),
        ("Peringatan", report.count(Level::Warning)),
        ("Catatan", report.count(Level::Info)),
        ("Tabel dibaca", report.tables),
        ("Sel dihitung ulang", report.cells_checked),
        ("Pernyataan dibandingkan", report.claims_checked),
    ];
    for (name, count) in rows {
        let _ = writeln!(page, "<div><dt>{name}</dt><dd>{count}</dd></div>");
    }
    page.push_str("</dl>\n");
}

fn findings(page: &mut String, report: &Report) {
    page.push_str("<h2>Temuan</h2>\n");
    if report.findings.is_empty() {
        page.push_str("<p>Tidak ada temuan pada yang dapat dihitung ulang.</p>\n");
        return;
    }
    page.push_str("<ol class=\"findings\">\n");
    for (index, it) in report.findings.iter().enumerate() {
        let _ = write!(
            page,
            "<li id=\"t{number}\" class=\"{level}\"><p class=\"head\"><span class=\"level\">{mark} {word}</span> <span class=\"code\">{code}</span> {place}</p>",
            number = index + 1,
            level = it.level.key(),
            mark = mark(it.level),
            word = it.level.word(),
            code = it.code,
            place = link(it, index)
        );
        if let Some(printed) = &it.printed {
            let _ = write!(page, "<p class=\"values\">Tercetak <b>{}</b>", escape(printed));
            if let Some(expected) = &it.expected {
                let _ = write!(page, ", seharusnya <b>{}</b>", escape(expected));
            }
            page.push_str("</p>");
        }
        let _ = writeln!(page, "<p>{}</p></li>", escape(&it.message));
    }
    page.push_str("</ol>\n");
}

/// The place, as a link to the marked cell where there is one.
fn link(it: &Finding, index: usize) -> String {
    let place = escape(&place(it));
    match it.location.part {
        Part::Cell { .. } => format!("<a href=\"#s{}\">{place}</a>", index + 1),
        Part::Table { block, .. } => format!("<a href=\"#b{block}\">{place}</a>"),
        _ => place,
    }
}

fn not_understood(page: &mut String, report: &Report) {
    if report.not_understood.is_empty() {
        return;
    }
    page.push_str("<h2>Yang tidak dinilai</h2>\n<ul>\n");
    for it in &report.not_understood {
        let _ = writeln!(page, "<li>{}</li>", escape(it));
    }
    page.push_str("</ul>\n");
}

fn tables(page: &mut String, report: &Report) {
    page.push_str("<h2>Tabel</h2>\n");
    let mut marked: Marks<'_> = HashMap::new();
    for (index, it) in report.findings.iter().enumerate() {
        if let Part::Cell { block, row, column, .. } = &it.location.part {
            marked.entry((*block, *row, *column)).or_default().push((index, it));
        }
    }
    for (block, it) in report.document.blocks.iter().enumerate() {
        let Content::Table(table) = &it.content else { continue };
        let has_mark = marked.keys().any(|it| it.0 == block);
        let caption = match &table.caption {
            Some(it) => format!("Tabel {} {}", it.number.as_deref().unwrap_or(""), it.text),
            None => "Tabel tanpa judul".to_owned(),
        };
        let section = it
            .place
            .section
            .as_ref()
            .map(|it| format!("<p class=\"section\">{}</p>", escape(it)))
            .unwrap_or_default();
        let open = if has_mark { " open" } else { "" };
        let note = if has_mark { "" } else { " · tanpa temuan" };
        let _ = writeln!(
            page,
            "<details id=\"b{block}\"{open}><summary>{}{note}</summary>\n{section}<div class=\"scroll\"><table>",
            escape(&caption)
        );
        for (r, row) in table.rows.iter().enumerate() {
            page.push_str("<tr>");
            for (c, cell) in row.iter().enumerate().filter(|it| it.1.merged_into.is_none()) {
                write_cell(page, table, (r, c), cell, marked.get(&(block, r, c)));
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</table></div></details>\n");
    }
}

fn write_cell(
    page: &mut String,
    table: &Table,
    at: (usize, usize),
    cell: &Cell,
    marks: Option<&Vec<(usize, &Finding)>>,
) {
    let down =
        table.rows[at.0 + 1..].iter().take_while(|row| row[at.1].merged_into == Some(at)).count()
            + 1;
    let across =
        table.rows[at.0][at.1 + 1..].iter().take_while(|it| it.merged_into == Some(at)).count() + 1;
    let mut attributes = String::new();
    if down > 1 {
        let _ = write!(attributes, " rowspan=\"{down}\"");
    }
    if across > 1 {
        let _ = write!(attributes, " colspan=\"{across}\"");
    }
    let is_number = matches!(crate::number::parse(&cell.text), crate::number::Entry::Number(_));
    let worst = marks.and_then(|it| it.iter().map(|it| it.1.level).min());
    let class = match (worst, is_number) {
        (Some(level), true) => format!("n {}", level.key()),
        (Some(level), false) => level.key().to_owned(),
        (None, true) => "n".to_owned(),
        (None, false) => String::new(),
    };
    if !class.is_empty() {
        let _ = write!(attributes, " class=\"{class}\"");
    }
    let text = escape(&cell.text).replace('\n', "<br>");
    let text = if cell.bold { format!("<b>{text}</b>") } else { text };
    let _ = write!(page, "<td{attributes}>{text}");
    for (index, it) in marks.into_iter().flatten() {
        let expected = it
            .expected
            .as_ref()
            .map(|it| format!(" seharusnya {}", escape(it)))
            .unwrap_or_default();
        let _ = write!(
            page,
            " <a class=\"mark\" id=\"s{number}\" href=\"#t{number}\" title=\"{title}\">{mark} {number}{expected}</a>",
            number = index + 1,
            mark = mark(it.level),
            title = escape(&it.message)
        );
    }
    page.push_str("</td>");
}

/// A sign beside the colour.
fn mark(level: Level) -> &'static str {
    match level {
        Level::Error => "✕",
        Level::Warning => "!",
        Level::Info => "i",
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

//! The result for a terminal.

use std::fmt::Write as _;

use crate::finding::{Finding, Level, Part};
use crate::report::Report;
use crate::words::shorten;

/// Colours of a terminal, or none.
struct Paint(bool);

impl Paint {
    fn level(&self, level: Level, text: &str) -> String {
        let colour = match level {
            Level::Error => "31",
            Level::Warning => "33",
            Level::Info => "36",
        };
        if self.0 { format!("\u{1b}[1;{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn dim(&self, text: &str) -> String {
        if self.0 { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// The result as lines, with colour where `is_coloured`.
pub fn text(report: &Report, is_coloured: bool) -> String {
    let paint = Paint(is_coloured);
    let mut out = String::new();
    for it in &report.findings {
        write_finding(&mut out, it, &paint);
    }
    for it in &report.not_understood {
        let _ = writeln!(out, "{} {it}", paint.dim("Tidak dinilai:"));
    }
    if !report.not_understood.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "{}", summary(report));
    out
}

/// What was computed and what came of it, in one line.
pub(super) fn summary(report: &Report) -> String {
    format!(
        "{}: {} tabel, {} sel dihitung ulang, {} pernyataan dibandingkan: {} kesalahan, {} peringatan, {} catatan.",
        report.file,
        report.tables,
        report.cells_checked,
        report.claims_checked,
        report.count(Level::Error),
        report.count(Level::Warning),
        report.count(Level::Info)
    )
}

fn write_finding(out: &mut String, it: &Finding, paint: &Paint) {
    let head = paint.level(it.level, &format!("{} {}", it.level.word(), it.code));
    let _ = writeln!(out, "{head} {}", place(it));
    let values = match (&it.printed, &it.expected) {
        (Some(printed), Some(expected)) => format!("  tercetak {printed}, seharusnya {expected}\n"),
        (Some(printed), None) => format!("  tercetak {printed}\n"),
        _ => String::new(),
    };
    let _ = write!(out, "{values}  {}\n\n", it.message);
}

/// The place in words.
pub(crate) fn place(it: &Finding) -> String {
    let mut parts: Vec<String> = Vec::new();
    match &it.location.part {
        Part::Cell { table, row, row_label, column_label, address, .. } => {
            parts.push(table.clone());
            parts.push(match row_label.is_empty() {
                true => format!("baris {}", row + 1),
                false => format!("baris «{}»", shorten(row_label, 60)),
            });
            if !column_label.is_empty() {
                parts.push(format!("kolom «{}»", shorten(column_label, 50)));
            }
            if let Some(address) = address {
                parts.push(format!("sel {address}"));
            }
        }
        Part::Table { table, .. } => parts.push(table.clone()),
        Part::Sentence { sentence, .. } => parts.push(format!("«{}»", shorten(sentence, 120))),
        Part::Document => parts.push("seluruh dokumen".to_owned()),
    }
    let place = &it.location.place;
    if let Some(sheet) = &place.sheet {
        parts.push(format!("lembar {sheet}"));
    }
    if let Some(page) = place.page {
        parts.push(format!("halaman {page}"));
    }
    if let Some(section) = &place.section {
        parts.push(format!("bagian {}", shorten(section, 60)));
    }
    parts.join(", ")
}

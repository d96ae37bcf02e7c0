//! What stands outside tables: lines to paragraphs, without what every page repeats.

use std::collections::HashMap;

use super::word::{Page, Word, lines};
use crate::read::shape::Paragraph;

/// A piece of a page and how far down it stands.
pub(super) struct Text {
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) paragraph: Paragraph,
}

/// A line with its box.
struct Row {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    size: f64,
    is_bold: bool,
    /// Width of its first word: what the line above had no room for.
    first_width: f64,
}

/// Lines that stand at the same height of many pages: heads, feet, page numbers.
pub(super) fn furniture(pages: &[Page]) -> HashMap<(i64, String), usize> {
    let mut counts: HashMap<(i64, String), usize> = HashMap::new();
    for page in pages {
        for row in rows(page.words.clone()) {
            if is_margin(page, &row) {
                *counts.entry(key(&row)).or_default() += 1;
            }
        }
    }
    let needed = (pages.len() / 4).max(2);
    counts.retain(|_, count| *count >= needed);
    counts
}

fn is_margin(page: &Page, row: &Row) -> bool {
    row.top < page.height * 0.1 || row.bottom > page.height * 0.9
}

/// The height on the page, and the words without numbers.
#[expect(clippy::cast_possible_truncation, reason = "a height on a page in points")]
fn key(row: &Row) -> (i64, String) {
    let text: String = row.text.chars().filter(|it| it.is_alphabetic()).collect();
    let is_roman = text.chars().all(|it| "ivxlcIVXLC".contains(it));
    ((row.top / 8.0).round() as i64, if is_roman { String::new() } else { text })
}

fn rows(words: Vec<Word>) -> Vec<Row> {
    let words = words.into_iter().filter(|it| !it.is_turned).collect();
    lines(words)
        .into_iter()
        .map(|line| {
            let mut text = String::new();
            let mut end: Option<f64> = None;
            for word in &line {
                if let Some(end) = end {
                    // A wide gap is a tab: between an entry and its page, between columns.
                    text.push(if word.left - end > word.size * 3.0 { '\t' } else { ' ' });
                }
                text.push_str(&word.text);
                end = Some(word.right);
            }
            let size = line.iter().map(|it| it.size).fold(0.0, f64::max);
            let bold = line.iter().filter(|it| it.is_bold).count();
            Row {
                text,
                left: line.iter().map(|it| it.left).fold(f64::MAX, f64::min),
                right: line.iter().map(|it| it.right).fold(f64::MIN, f64::max),
                top: line.iter().map(|it| it.top).fold(f64::MAX, f64::min),
                bottom: line.iter().map(|it| it.bottom).fold(f64::MIN, f64::max),
                size,
                is_bold: bold * 10 >= line.len() * 9,
                first_width: line.first().map_or(0.0, |it| it.right - it.left),
            }
        })
        .collect()
}

/// The paragraphs of a page; `breaks` are the heights of its tables.
pub(super) fn paragraphs(
    page: &mut Page,
    number: u32,
    furniture: &HashMap<(i64, String), usize>,
    breaks: &[(f64, f64)],
) -> Vec<Text> {
    let all = rows(std::mem::take(&mut page.words));
    let kept: Vec<Row> = all
        .into_iter()
        .filter(|row| {
            let is_number = row.text.trim().len() <= 6
                && row.text.chars().all(|it| it.is_ascii_digit() || "ivxlc -|".contains(it));
            !(is_margin(page, row) && (is_number || furniture.contains_key(&key(row))))
        })
        .collect();
    // The right margin of text set like a row: a page may hold tables and heads wider than its prose.
    let rights: Vec<(f64, f64, f64)> = kept.iter().map(|it| (it.left, it.size, it.right)).collect();
    let margin = |row: &Row| {
        let same = rights
            .iter()
            .filter(|it| (it.0 - row.left).abs() < row.size * 3.0 && (it.1 - row.size).abs() < 0.8);
        same.map(|it| it.2).fold(row.right, f64::max)
    };
    let mut found: Vec<Text> = Vec::new();
    let mut last: Option<(f64, f64, f64, bool, f64)> = None;
    for row in kept {
        let has_table_between =
            |above: f64| breaks.iter().any(|it| it.0 >= above - 2.0 && it.1 <= row.bottom + 2.0);
        let is_led =
            names_caption(&row.text) && found.last().is_some_and(|it| leads_on(&it.paragraph.text));
        let goes_on = last.is_some_and(|(bottom, size, last_right, is_bold, left)| {
            let gap = row.top - bottom;
            // A line is full where the next word would not have fitted, also if it is set ragged.
            let right = margin(&row);
            let is_full = last_right > right - row.size * 7.0
                || last_right + row.size * 0.2 + row.first_width > right;
            gap < row.size * 0.9
                && (row.size - size).abs() < 0.8
                && is_bold == row.is_bold
                && (is_full || is_bold)
                && (!begins(&row.text) || is_led)
                && row.left < left + row.size * 4.0
                && !has_table_between(bottom)
        });
        last = Some((row.bottom, row.size, row.right, row.is_bold, row.left));
        match found.last_mut() {
            Some(text) if goes_on && !text.paragraph.text.contains('\t') => {
                // A word broken at the end of a line.
                if text.paragraph.text.ends_with('-')
                    && row.text.starts_with(|it: char| it.is_lowercase())
                {
                    text.paragraph.text.pop();
                } else {
                    text.paragraph.text.push(' ');
                }
                text.paragraph.text.push_str(&row.text);
                text.bottom = row.bottom;
            }
            _ => found.push(Text {
                top: row.top,
                bottom: row.bottom,
                paragraph: Paragraph {
                    text: row.text,
                    page: Some(number),
                    is_bold: row.is_bold,
                    ..Paragraph::default()
                },
            }),
        }
    }
    found
}

/// "Tabel 3.1 …": a caption, or a reference at the beginning of a line.
fn names_caption(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("tabel ") || lower.starts_with("gambar ")
}

/// Whether a line ends in a word that something must follow: "… disajikan pada".
fn leads_on(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    ["pada", "dalam", "di", "ke", "dari", "dan", "lihat", "oleh", "melalui", "dengan", "serta"]
        .contains(&last)
}

/// Whether a line begins something new whatever stands above it.
fn begins(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_marker = first.len() <= 4
        && first.ends_with(['.', ')'])
        && first.chars().next().is_some_and(|it| it.is_alphanumeric());
    let is_numbered = first.contains('.')
        && first
            .trim_end_matches('.')
            .split('.')
            .all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
        && first.len() <= 8;
    is_marker
        || is_numbered
        || names_caption(text)
        || first == "BAB"
        || matches!(first, "-" | "•" | "–" | "")
}

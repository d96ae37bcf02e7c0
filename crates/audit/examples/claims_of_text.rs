//! Examines the claims of a report that is only known as text, such as what a scanner read:
//! `cargo run --release -p selaras-audit --example claims_of_text -- FILE`.
//!
//! The layout is guessed line by line, as roughly as such text allows; it is a trial of the rules on
//! noise, not a reader.

#![expect(clippy::print_stdout, reason = "it is a program")]

use std::error::Error;

use selaras_audit::Document;
use selaras_audit::claims;
use selaras_audit::document::{Block, Caption, CaptionKind, Content, Place};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("a text file")?;
    let document = layout(&std::fs::read_to_string(path)?);
    let started = std::time::Instant::now();
    let claims = claims::examine(&document);
    let took = started.elapsed();
    for finding in &claims.findings {
        println!("{} {:?} {:?}", finding.code, finding.level, finding.location.part);
        println!("    {:?} -> {:?}", finding.printed, finding.expected);
        println!("    {}", finding.message);
    }
    println!(
        "{} blocks, {} claims, {} findings, {took:?}",
        document.blocks.len(),
        claims.claims_checked,
        claims.findings.len()
    );
    Ok(())
}

/// Lines joined to paragraphs, items, captions and entries of lists of contents.
fn layout(text: &str) -> Document {
    let mut blocks: Vec<Block> = Vec::new();
    let mut place = Place::default();
    let mut is_open = false;
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with("Laparan Kinerja") || line.starts_with("Bab ") {
            continue;
        }
        if line.is_empty() {
            // A scanner puts empty lines between the lines of a paragraph, too.
            is_open &= !ends(&blocks);
            continue;
        }
        let content = if let Some(entry) = entry(line) {
            entry
        } else if let Some(caption) = caption(line) {
            Content::Caption(caption)
        } else if let Some((marker, text)) = item(line) {
            Content::ListItem { depth: 0, marker, text: text.to_owned() }
        } else if line.starts_with("BAB ") || line.starts_with("DAFTAR ") {
            place.section = Some(line.to_owned());
            Content::Heading { level: 1, text: line.to_owned() }
        } else {
            let last = blocks.last_mut().map(|it| &mut it.content);
            if let Some(
                Content::Paragraph { text }
                | Content::ListItem { text, .. }
                | Content::Caption(Caption { text, .. }),
            ) = last.filter(|_| is_open)
            {
                *text = format!("{text} {line}");
                continue;
            }
            Content::Paragraph { text: line.to_owned() }
        };
        is_open = !matches!(content, Content::Heading { .. } | Content::ContentsEntry { .. });
        blocks.push(Block { place: place.clone(), content });
    }
    Document { blocks, not_understood: Vec::new() }
}

fn ends(blocks: &[Block]) -> bool {
    blocks.last().is_some_and(|it| match &it.content {
        Content::Paragraph { text } | Content::ListItem { text, .. } => {
            text.ends_with(['.', ':', ';'])
        }
        _ => true,
    })
}

/// `Tabel 1.1. Hasil Evaluasi .......... 8`.
fn entry(line: &str) -> Option<Content> {
    let at = line.find("....")?;
    let page = line.rsplit(['.', ' ']).next().map(str::to_owned);
    Some(Content::ContentsEntry { text: line[..at].trim().to_owned(), page })
}

fn caption(line: &str) -> Option<Caption> {
    let (kind, rest) = [("Tabel", CaptionKind::Tabel), ("Gambar", CaptionKind::Gambar)]
        .into_iter()
        .find_map(|(word, kind)| Some((kind, line.strip_prefix(word)?)))?;
    let rest = rest.trim_start_matches(['.', ' ']);
    let (number, text) = rest.split_once(' ')?;
    let is_number = number.ends_with('.') && number.starts_with(|it: char| it.is_ascii_digit());
    (is_number && text.starts_with(char::is_uppercase)).then(|| Caption {
        kind,
        number: Some(number.trim_end_matches('.').to_owned()),
        text: text.to_owned(),
    })
}

fn item(line: &str) -> Option<(Option<String>, &str)> {
    if let Some(text) = line.strip_prefix("- ") {
        return Some((None, text));
    }
    let (marker, text) = line.split_once(' ')?;
    let inner = marker.trim_end_matches(['.', ')']);
    let is_marker = inner.len() < marker.len()
        && !inner.is_empty()
        && inner.len() <= 6
        && (inner.chars().all(|it| it.is_ascii_digit() || it == '.')
            || inner.len() == 1 && inner.starts_with(|it: char| it.is_ascii_lowercase()));
    is_marker.then(|| (Some(marker.to_owned()), text))
}

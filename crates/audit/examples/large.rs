//! Writes a large report to try the auditor on: `large FILE.docx|FILE.xlsx|FILE.pdf TABLES`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    dead_code,
    reason = "a program of the project's own, with parts of others"
)]

#[path = "../tests/common/docx.rs"]
mod docx;
#[path = "../tests/common/generate.rs"]
mod generate;
#[path = "../tests/common/pdf.rs"]
mod pdf;
#[path = "../tests/common/xlsx.rs"]
mod xlsx;

use selaras_audit::document::{Block, Content, Document, Place};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (Some(file), Some(count)) =
        (arguments.get(1), arguments.get(2).and_then(|it| it.parse::<usize>().ok()))
    else {
        eprintln!("usage: large FILE TABLES");
        return;
    };
    let mut document = Document::default();
    let mut tables = 0;
    for seed in 0.. {
        document.blocks.push(Block {
            place: Place::default(),
            content: Content::Heading {
                level: 2,
                text: format!("3.{seed} Capaian Sasaran {seed}"),
            },
        });
        let text = "Capaian sasaran ini didukung oleh kerja sama antarbidang dan pemanfaatan data yang lebih baik. ".repeat(12);
        document
            .blocks
            .push(Block { place: Place::default(), content: Content::Paragraph { text } });
        let made = generate::generate(seed);
        tables += made
            .document
            .blocks
            .iter()
            .filter(|it| matches!(it.content, Content::Table(_)))
            .count();
        document.blocks.extend(made.document.blocks);
        if tables >= count {
            break;
        }
    }
    let bytes = match file.rsplit('.').next() {
        Some("xlsx") => xlsx::xlsx(&document),
        Some("pdf") => pdf::pdf(&document),
        _ => docx::docx(&document),
    };
    std::fs::write(file, bytes).unwrap();
    eprintln!("{tables} tables");
}

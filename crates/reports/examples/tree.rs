//! Writes the text and the tables of a report as JSON, so that a benchmark can give the same to
//! another program: `cargo run --release -p selaras-reports --example tree -- PACKAGE`.

use std::io::Write;
use std::path::Path;

use selaras_domain::dokumen::{Block, Cell, Inline, Orientation, Rank, Table};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let package = std::env::args().nth(1).ok_or("which package?")?;
    let berkas = selaras_package::read(Path::new(&package)).map_err(|it| format!("{it:?}"))?;
    let hasil = selaras_rules::measure(&berkas);
    let options = selaras_reports::Options::default();
    let dokumen =
        selaras_reports::lkjip(&berkas, &hasil, &options).map_err(|it| format!("{it:?}"))?;
    let sections: Vec<Value> = dokumen
        .sections
        .iter()
        .map(|section| {
            let mut blocks = Vec::new();
            section.blocks.iter().for_each(|it| flatten(it, &mut blocks));
            let landscape = section.orientation == Orientation::Landscape;
            json!({ "landscape": landscape, "blocks": blocks })
        })
        .collect();
    writeln!(std::io::stdout(), "{}", serde_json::to_string(&sections)?)?;
    Ok(())
}

fn flatten(block: &Block, into: &mut Vec<Value>) {
    match block {
        Block::Heading { rank, nomor, judul, .. } => {
            let level = match rank {
                Rank::Bab | Rank::Lampiran => 1,
                Rank::Subbab => 2,
                Rank::Sub | Rank::Minor => 3,
            };
            let nomor = nomor.as_deref().unwrap_or_default();
            into.push(json!({ "heading": format!("{nomor} {judul}").trim(), "level": level }));
        }
        Block::Paragraph(content) | Block::Note(content) => {
            into.push(json!({ "paragraph": plain(content) }));
        }
        Block::List { items, .. } => items.iter().flatten().for_each(|it| flatten(it, into)),
        Block::Table(table) => into.push(table_json(table)),
        Block::Drawing(drawing) => into.push(json!({ "paragraph": drawing.judul })),
        Block::Box { blocks, .. } => blocks.iter().for_each(|it| flatten(it, into)),
        Block::Columns(columns) => columns.iter().flatten().for_each(|it| flatten(it, into)),
        Block::KeyFigures(figures) => {
            for it in figures {
                let line = format!("{} {} {}", it.nilai, it.judul, it.keterangan);
                into.push(json!({ "paragraph": line }));
            }
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                into.push(json!({ "paragraph": format!("{name}: {}", plain(value)) }));
            }
        }
        Block::Signatures(signatures) => {
            for it in signatures {
                into.push(json!({ "paragraph": format!("{} {}", it.jabatan, it.nama) }));
            }
        }
        Block::Contents(_) => into.push(json!({ "contents": true })),
        Block::PageBreak => into.push(json!({ "break": true })),
    }
}

fn table_json(table: &Table) -> Value {
    let row = |cells: &[Cell]| -> Vec<Value> {
        cells.iter().map(|it| json!([plain(&it.content), it.colspan, it.rowspan])).collect()
    };
    json!({
        "table": {
            "caption": format!("{} {}", table.nomor.as_deref().unwrap_or_default(), table.judul),
            "columns": table.columns.len(),
            "head": table.head.iter().map(|it| row(it)).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|it| row(&it.cells)).collect::<Vec<_>>(),
        }
    })
}

fn plain(content: &[Inline]) -> String {
    content
        .iter()
        .map(|it| match it {
            Inline::Text(text) | Inline::Figure { text, .. } | Inline::Reference { text, .. } => {
                text.clone()
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
            Inline::LineBreak => "\n".to_owned(),
        })
        .collect()
}

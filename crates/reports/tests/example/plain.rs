//! A document as text, to be read and compared.

use selaras_domain::dokumen::{Block, Cell, Dokumen, Inline, Rank, RowKind};

/// The headings, captions and turns of the pages.
pub(crate) fn outline(dokumen: &Dokumen) -> String {
    let mut lines = Vec::new();
    for section in &dokumen.sections {
        lines.push(format!(
            "── {:?} {:?} · {}",
            section.page_numbers, section.orientation, section.kepala
        ));
        outline_of(&section.blocks, &mut lines);
    }
    lines.join("\n") + "\n"
}

fn outline_of(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { rank, nomor, judul, .. } => {
                let indent = match rank {
                    Rank::Bab | Rank::Lampiran => "",
                    Rank::Subbab => "  ",
                    Rank::Sub => "    ",
                    Rank::Minor => "      ",
                };
                let nomor = nomor.as_ref().map(|it| format!("{it} ")).unwrap_or_default();
                lines.push(format!("{indent}{nomor}{judul}"));
            }
            Block::Table(table) => {
                let nomor = table.nomor.as_deref().unwrap_or("(tabel)");
                lines.push(format!("        {nomor} {} [{}]", table.judul, table.label));
            }
            Block::Drawing(drawing) => {
                let nomor = drawing.nomor.as_deref().unwrap_or("(gambar)");
                lines.push(format!("        {nomor} {} [{}]", drawing.judul, drawing.label));
            }
            Block::Box { blocks, .. } => outline_of(blocks, lines),
            Block::Columns(columns) => columns.iter().for_each(|it| outline_of(it, lines)),
            Block::List { items, .. } => items.iter().for_each(|it| outline_of(it, lines)),
            _ => {}
        }
    }
}

pub(crate) fn inlines(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|it| match it {
            Inline::Text(text) | Inline::Figure { text, .. } | Inline::Reference { text, .. } => {
                text.clone()
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => self::inlines(inner),
            Inline::LineBreak => "\n".to_owned(),
        })
        .collect()
}

fn row(cells: &[Cell]) -> String {
    let cell = |it: &Cell| {
        let tone = format!("{:?}", it.tone);
        let mark = if tone == "Plain" { String::new() } else { format!(" <{tone}>") };
        let span = match (it.colspan, it.rowspan) {
            (1, 1) => String::new(),
            (columns, rows) => format!(" ({columns}×{rows})"),
        };
        format!("{}{mark}{span}", inlines(&it.content))
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
}

/// Everything that can be read.
pub(crate) fn full(dokumen: &Dokumen) -> String {
    let mut text = String::new();
    for section in &dokumen.sections {
        text += &format!("\n════ {:?} {}\n", section.orientation, section.kepala);
        full_of(&section.blocks, "", &mut text);
    }
    text
}

fn full_of(blocks: &[Block], indent: &str, text: &mut String) {
    let deeper = format!("{indent}    ");
    for block in blocks {
        match block {
            Block::Heading { nomor, judul, .. } => {
                *text += &format!("\n{indent}# {} {judul}\n", nomor.as_deref().unwrap_or("-"));
            }
            Block::Paragraph(it) => *text += &format!("{indent}{}\n", inlines(it)),
            Block::Note(it) => *text += &format!("{indent}({})\n", inlines(it)),
            Block::List { items, marker } => {
                for item in items {
                    *text += &format!("{indent}* {marker:?}\n");
                    full_of(item, &deeper, text);
                }
            }
            Block::Table(table) => {
                let nomor = table.nomor.as_deref().unwrap_or("(tabel)");
                *text += &format!("{indent}▦ {nomor} {}\n", table.judul);
                if let Some(it) = &table.simpulan {
                    *text += &format!("{indent}  ⇒ {}\n", inlines(it));
                }
                for it in &table.head {
                    *text += &format!("{indent}  ┌ {}\n", row(it));
                }
                for it in &table.rows {
                    let kind = match it.kind {
                        RowKind::Body => "│",
                        RowKind::Group => "▸",
                        RowKind::Numbers => "#",
                        RowKind::Subtotal => "+",
                        RowKind::Total => "═",
                    };
                    *text += &format!("{indent}  {kind} {}\n", row(&it.cells));
                }
                for it in &table.notes {
                    *text += &format!("{indent}  ({})\n", inlines(it));
                }
            }
            Block::Drawing(it) => {
                let nomor = it.nomor.as_deref().unwrap_or("(gambar)");
                *text += &format!("{indent}▣ {nomor} {}\n{indent}  {}\n", it.judul, it.alt);
            }
            Block::Box { judul, blocks } => {
                *text += &format!("{indent}┌ {}\n", judul.as_deref().unwrap_or_default());
                full_of(blocks, &deeper, text);
            }
            Block::Columns(columns) => {
                for column in columns {
                    *text += &format!("{indent}║\n");
                    full_of(column, &deeper, text);
                }
            }
            Block::KeyFigures(figures) => {
                for it in figures {
                    *text += &format!(
                        "{indent}■ {} {} <{:?}> {}\n",
                        it.nilai, it.judul, it.tone, it.keterangan
                    );
                }
            }
            Block::Facts(facts) => {
                for (label, value) in facts {
                    *text += &format!("{indent}· {label}: {}\n", inlines(value));
                }
            }
            Block::Signatures(all) => {
                for it in all {
                    *text += &format!("{indent}✎ {it:?}\n");
                }
            }
            Block::Contents(it) => *text += &format!("{indent}{it:?}\n"),
            Block::PageBreak => *text += "---\n",
        }
    }
}

/// Every block, those inside others included.
pub(crate) fn walk<'d>(dokumen: &'d Dokumen, visit: &mut impl FnMut(&'d Block)) {
    fn each<'d>(blocks: &'d [Block], visit: &mut impl FnMut(&'d Block)) {
        for block in blocks {
            visit(block);
            match block {
                Block::Box { blocks, .. } => each(blocks, visit),
                Block::Columns(parts) | Block::List { items: parts, .. } => {
                    parts.iter().for_each(|it| each(it, visit));
                }
                _ => {}
            }
        }
    }
    dokumen.sections.iter().for_each(|it| each(&it.blocks, visit));
}

pub(crate) fn label_of(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { label, .. } => Some(label),
        Block::Table(it) => Some(&it.label),
        Block::Drawing(it) => Some(&it.label),
        _ => None,
    }
}

/// The inlines of one block, without those of blocks inside it.
pub(crate) fn inlines_of<'d>(block: &'d Block, found: &mut Vec<&'d Inline>) {
    fn add<'d>(inlines: &'d [Inline], found: &mut Vec<&'d Inline>) {
        for it in inlines {
            found.push(it);
            if let Inline::Strong(inner) | Inline::Emphasis(inner) = it {
                add(inner, found);
            }
        }
    }
    match block {
        Block::Paragraph(it) | Block::Note(it) => add(it, found),
        Block::Facts(facts) => facts.iter().for_each(|(_, it)| add(it, found)),
        Block::Table(table) => {
            let rows = table.rows.iter().map(|it| &it.cells).chain(&table.head);
            rows.flatten().for_each(|it| add(&it.content, found));
            table.notes.iter().chain(&table.simpulan).for_each(|it| add(it, found));
        }
        Block::Drawing(it) => it.notes.iter().for_each(|it| add(it, found)),
        _ => {}
    }
}

//! Documents on screen: the tree that is set as PDF and written for Word, as HTML.

use maud::{Markup, html};
use selaras_domain::dokumen::{
    Align, Block, Cell, Dokumen, Inline, Inlines, Marker, Rank, RowKind, Signature, Slot, Table,
    grid, rows, span,
};

/// A document as a sheet of paper, under a heading of the page.
pub(crate) fn sheet(dokumen: &Dokumen) -> Markup {
    html! {
        @for section in &dokumen.sections {
            article.lembar aria-label=(section.kepala) { (blocks(&section.blocks)) }
        }
        @if let Some(konsep) = &dokumen.konsep { p.lembut { (konsep) } }
    }
}

fn blocks(all: &[Block]) -> Markup {
    html! { @for it in all { (block(it)) } }
}

/// A block of a text, or of a document that is shown whole.
pub(crate) fn block(it: &Block) -> Markup {
    match it {
        Block::Heading { rank: Rank::Bab | Rank::Lampiran, judul, .. } => html! { h2 { (judul) } },
        Block::Heading { judul, .. } => html! { h3 { (judul) } },
        Block::Paragraph(inlines) => html! { p { (spoken(inlines)) } },
        Block::List { marker, items } => {
            let rows = html! { @for item in items { li { (blocks(item)) } } };
            match marker {
                Marker::Bullet => html! { ul { (rows) } },
                _ => html! { ol { (rows) } },
            }
        }
        Block::Facts(facts) => html! {
            dl.rincian { @for (label, value) in facts { dt { (label) } dd { (spoken(value)) } } }
        },
        Block::Table(it) => table(it),
        Block::Note(inlines) => html! { p.lembut { small { (spoken(inlines)) } } },
        Block::Signatures(people) => html! {
            div.para-pihak { @for it in people { (signature(it)) } }
        },
        // What only reports have is looked at in the report.
        Block::Drawing(_)
        | Block::Box { .. }
        | Block::Columns(_)
        | Block::KeyFigures(_)
        | Block::Contents(_)
        | Block::PageBreak => html! {},
    }
}

fn spoken(inlines: &[Inline]) -> Markup {
    html! {
        @for it in inlines {
            @match it {
                Inline::Text(text) => (text),
                Inline::Strong(inner) => strong { (spoken(inner)) },
                Inline::Emphasis(inner) => em { (spoken(inner)) },
                Inline::Figure { text, .. } => span.angka-teks { (text) },
                Inline::Reference { text, .. } => span.lembut { "[" (text) "]" },
                Inline::LineBreak => { br; }
            }
        }
    }
}

fn table(it: &Table) -> Markup {
    let slots = grid(it);
    let all: Vec<_> = rows(it).zip(&slots).collect();
    let (head, body) = all.split_at(it.head.len());
    let label = if it.judul.is_empty() { "Tabel" } else { &it.judul };
    let caption: Inlines = it.simpulan.clone().unwrap_or_default();
    html! {
        div.gulung.utuh tabindex="0" role="region" aria-label=(label) {
            table {
                @if !it.judul.is_empty() {
                    caption { strong { (it.judul) } @if !caption.is_empty() { " " (spoken(&caption)) } }
                }
                thead { @for ((_, cells), slots) in head { tr { (row(it, cells, slots, true)) } } }
                tbody { @for ((kind, cells), slots) in body { tr.(class_of(*kind)) { (row(it, cells, slots, false)) } } }
            }
        }
        @for it in &it.notes { p.lembut { small { (spoken(it)) } } }
    }
}

fn class_of(kind: Option<RowKind>) -> &'static str {
    match kind {
        Some(RowKind::Group) => "kelompok",
        Some(RowKind::Subtotal | RowKind::Total) => "induk",
        Some(RowKind::Numbers) => "lembut",
        Some(RowKind::Body) | None => "",
    }
}

fn row(table: &Table, cells: &[Cell], slots: &[Slot], is_head: bool) -> Markup {
    html! {
        @for (column, slot) in slots.iter().enumerate() {
            @if let Slot::Cell(index) = slot {
                @let cell = &cells[*index];
                @let columns = span(slots, column);
                @let columns = (columns > 1).then_some(columns);
                @let rows = (cell.rowspan > 1).then_some(cell.rowspan);
                // A head over one column stands as the column stands, as on paper.
                @let own = cell.align.filter(|_| !is_head || columns.is_some());
                @let class = match own.unwrap_or(table.columns[column].align) {
                    Align::Left => "",
                    Align::Center => "tengah",
                    Align::Right => "angka",
                };
                @let words = html! { span.(indent(cell.indent)) { (spoken(&cell.content)) } };
                @if is_head { th.(class) scope="col" colspan=[columns] rowspan=[rows] { (words) } }
                @else { td.(class) colspan=[columns] rowspan=[rows] { (words) } }
            }
        }
    }
}

fn indent(steps: u8) -> &'static str {
    match steps {
        0 => "",
        1 => "j1",
        2 => "j2",
        3 => "j3",
        _ => "j4",
    }
}

/// A place to sign; each line has its row, so that those of all parties stand beside each other.
fn signature(it: &Signature) -> Markup {
    html! {
        div {
            p { (it.tempat_tanggal.as_deref().unwrap_or_default()) }
            p { (it.peran.as_deref().unwrap_or_default()) }
            p { (it.jabatan) }
            p { strong { (it.nama) } @if let Some(pangkat) = &it.pangkat { br; (pangkat) } }
        }
    }
}

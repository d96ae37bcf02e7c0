//! Kertas Kerja Reviu as a document tree, from which it is rendered as Word: findings by chapter, and the checklist of
//! PermenPANRB 53/2014.

use selaras_domain::dokumen::{
    Align, Block, Cell, Column, Dokumen, Inline, Orientation, PageNumbers, Rank, Row, RowKind,
    Sampul, Section, Table, TableSize, Width, text,
};

use super::checklist::checklist;
use super::text::place;
use crate::finding::{Finding, Level};
use crate::report::Report;

/// The working paper; without a date, since a file has none of its own.
pub fn dokumen(report: &Report) -> Dokumen {
    let mut blocks = vec![
        heading(Rank::Bab, "Temuan", "temuan"),
        Block::Paragraph(text(format!(
            "Laporan {}: {} tabel, {} sel dihitung ulang, {} pernyataan dibandingkan; {} kesalahan, {} peringatan, {} catatan.",
            report.file,
            report.tables,
            report.cells_checked,
            report.claims_checked,
            report.count(Level::Error),
            report.count(Level::Warning),
            report.count(Level::Info),
        ))),
    ];
    push_findings(&mut blocks, report);
    push_checklist(&mut blocks, report);
    push_not_understood(&mut blocks, report);
    Dokumen {
        sampul: Sampul {
            judul: "KERTAS KERJA REVIU".to_owned(),
            singkatan: String::new(),
            tahun: String::new(),
            perangkat_daerah: report.file.clone(),
            pemda: String::new(),
        },
        judul: format!("Kertas Kerja Reviu {}", report.file),
        penerbit: String::new(),
        kepala_halaman: "Kertas Kerja Reviu".to_owned(),
        konsep: None,
        tanggal: None,
        kata_kunci: vec!["reviu".to_owned(), "laporan kinerja".to_owned()],
        sections: vec![Section {
            page_numbers: PageNumbers::Arabic,
            orientation: Orientation::Landscape,
            kepala: "Kertas Kerja Reviu".to_owned(),
            blocks,
        }],
    }
}

fn heading(rank: Rank, judul: &str, label: &str) -> Block {
    Block::Heading { rank, nomor: None, judul: judul.to_owned(), label: label.to_owned() }
}

/// One table for each chapter that has findings, in reading order.
fn push_findings(blocks: &mut Vec<Block>, report: &Report) {
    if report.findings.is_empty() {
        blocks.push(Block::Paragraph(text("Tidak ada temuan pada yang dapat dihitung ulang.")));
    }
    let mut chapters: Vec<(&str, Vec<(usize, &Finding)>)> = Vec::new();
    for (index, it) in report.findings.iter().enumerate() {
        let section = it.location.place.section.as_deref().unwrap_or("Tanpa judul bagian");
        match chapters.iter_mut().find(|(name, _)| *name == section) {
            Some((_, findings)) => findings.push((index + 1, it)),
            None => chapters.push((section, vec![(index + 1, it)])),
        }
    }
    let head = [
        "No",
        "Tempat",
        "Tertulis",
        "Seharusnya",
        "Penjelasan",
        "Tanggapan penyusun",
        "Simpulan pereviu",
    ];
    for (number, (section, findings)) in chapters.into_iter().enumerate() {
        let rows = findings.into_iter().map(|(index, it)| {
            row([
                index.to_string(),
                place(it),
                it.printed.clone().unwrap_or_default(),
                it.expected.clone().unwrap_or_default(),
                format!("{} {}: {}", it.level.word(), it.code, it.message),
                String::new(),
                String::new(),
            ])
        });
        let label = format!("bagian-{}", number + 1);
        blocks.push(Block::Table(table(label, section.to_owned(), &head, rows.collect())));
    }
}

fn push_checklist(blocks: &mut Vec<Block>, report: &Report) {
    blocks.push(heading(Rank::Bab, "Checklist reviu", "checklist"));
    blocks.push(Block::Paragraph(text(
        "PermenPANRB 53/2014, Anak Lampiran III/2-2. Jawaban terisi bila dokumen sendiri menentukannya; yang kosong diisi pereviu.",
    )));
    let head = ["No", "Pernyataan", "Jawaban", "Keterangan"];
    let mut aspects: Vec<&str> = Vec::new();
    let items = checklist(report);
    for it in &items {
        if !aspects.contains(&it.aspect) {
            aspects.push(it.aspect);
        }
    }
    for (number, aspect) in aspects.into_iter().enumerate() {
        let own = items.iter().filter(|it| it.aspect == aspect);
        let rows = own.map(|it| {
            row([
                it.number.to_string(),
                it.statement.to_owned(),
                it.answer.word().to_owned(),
                it.reason.clone(),
            ])
        });
        let label = format!("checklist-{}", number + 1);
        blocks.push(Block::Table(table(label, aspect.to_owned(), &head, rows.collect())));
    }
}

fn push_not_understood(blocks: &mut Vec<Block>, report: &Report) {
    if report.not_understood.is_empty() {
        return;
    }
    blocks.push(heading(Rank::Bab, "Yang tidak dinilai", "tidak-dinilai"));
    let rows =
        report.not_understood.iter().zip(1..).map(|(why, n)| row([n.to_string(), why.clone()]));
    let label = "tidak-dinilai-tabel".to_owned();
    let judul = "Yang tidak terbaca atau tidak dapat dijelaskan".to_owned();
    blocks.push(Block::Table(table(label, judul, &["No", "Sebab"], rows.collect())));
}

fn row<const N: usize>(cells: [String; N]) -> Row {
    Row { kind: RowKind::Body, cells: cells.map(Cell::text).into() }
}

/// A table whose first column is a number, and in which explanations are widest.
fn table(label: String, judul: String, head: &[&str], rows: Vec<Row>) -> Table {
    let width = |name: &str| match name {
        "No" => Width::Auto,
        "Penjelasan" | "Pernyataan" | "Sebab" => Width::Share(6),
        "Tertulis" | "Seharusnya" | "Jawaban" => Width::Share(2),
        _ => Width::Share(3),
    };
    let columns = head.iter().map(|it| Column { width: width(it), align: Align::Left });
    let strong = |it: &&str| Cell::new(vec![Inline::Strong(text(*it))]);
    Table {
        label,
        nomor: None,
        judul,
        simpulan: None,
        columns: columns.collect(),
        head: vec![head.iter().map(strong).collect()],
        rows,
        notes: Vec::new(),
        size: TableSize::Small,
    }
}

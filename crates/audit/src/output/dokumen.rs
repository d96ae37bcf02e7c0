//! Kertas Kerja Reviu as a document tree, from which it is rendered as Word: findings by chapter, and the checklist of
//! PermenPANRB 53/2014.

use selaras_domain::dokumen::{
    Block, Dokumen, Orientation, PageNumbers, Rank, Row, Sampul, Section, Table, Width, text,
};

use super::checklist::checklist;
use super::text::{place, summary};
use crate::finding::Finding;
use crate::report::Report;

/// The working paper; without a date, since a file has none of its own.
pub fn dokumen(report: &Report) -> Dokumen {
    let mut blocks = vec![
        Block::heading(Rank::Bab, "Temuan", "temuan"),
        Block::Paragraph(text(format!("Laporan {}", summary(report)))),
    ];
    push_findings(&mut blocks, report);
    push_checklist(&mut blocks, report);
    push_not_understood(&mut blocks, report);
    Dokumen {
        sampul: Some(Sampul {
            judul: "KERTAS KERJA REVIU".to_owned(),
            singkatan: String::new(),
            tahun: String::new(),
            perangkat_daerah: report.file.clone(),
            pemda: String::new(),
        }),
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
            Row::of_texts([
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
    blocks.push(Block::heading(Rank::Bab, "Checklist reviu", "checklist"));
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
            Row::of_texts([
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
    blocks.push(Block::heading(Rank::Bab, "Yang tidak dinilai", "tidak-dinilai"));
    let rows = report
        .not_understood
        .iter()
        .zip(1..)
        .map(|(why, n)| Row::of_texts([n.to_string(), why.clone()]));
    let label = "tidak-dinilai-tabel".to_owned();
    let judul = "Yang tidak terbaca atau tidak dapat dijelaskan".to_owned();
    blocks.push(Block::Table(table(label, judul, &["No", "Sebab"], rows.collect())));
}

/// A table whose first column is a number, and in which explanations are widest.
fn table(label: String, judul: String, head: &[&str], rows: Vec<Row>) -> Table {
    let width = |name: &str| match name {
        "No" => Width::Auto,
        "Penjelasan" | "Pernyataan" | "Sebab" => Width::Share(6),
        "Tertulis" | "Seharusnya" | "Jawaban" => Width::Share(2),
        _ => Width::Share(3),
    };
    let head: Vec<_> = head.iter().map(|name| (*name, width(name))).collect();
    Table::of_texts(label, judul, &head, rows)
}

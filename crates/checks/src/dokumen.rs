//! The report as a document tree, from which PDF, DOCX and XLSX are rendered.

use selaras_domain::Berkas;
use selaras_domain::dokumen::{
    Block, Dokumen, Orientation, PageNumbers, Rank, Row, Sampul, Section, Table, Width, text,
};
use selaras_domain::tanggal;

use crate::{Group, Outcome, Report, Temuan, Tier, find};

/// The findings of an office as a document: one chapter for each tier, one table for each group,
/// then
/// what was suppressed and what could not be assessed.
pub fn to_dokumen(report: &Report, berkas: &Berkas) -> Dokumen {
    let office = &berkas.perangkat_daerah;
    let judul = format!("Hasil Pemeriksaan {} Tahun {}", office.singkatan, report.tahun);
    let mut blocks = vec![
        Block::heading(Rank::Bab, "Hasil Pemeriksaan", "hasil"),
        Block::Paragraph(text(summary(report))),
    ];
    for tier in Tier::ALL {
        push_tier(&mut blocks, report, tier);
    }
    push_suppressed(&mut blocks, report);
    push_not_assessable(&mut blocks, report);
    Dokumen {
        sampul: Some(Sampul {
            judul: "HASIL PEMERIKSAAN".to_owned(),
            singkatan: office.singkatan.clone(),
            tahun: report.tahun.to_string(),
            perangkat_daerah: office.nama.clone(),
            pemda: berkas.pemda.nama.clone(),
        }),
        judul,
        penerbit: office.nama.clone(),
        kepala_halaman: office.singkatan.clone(),
        konsep: None,
        tanggal: Some(report.as_of),
        kata_kunci: vec!["pemeriksaan".to_owned(), "SAKIP".to_owned()],
        sections: vec![Section {
            page_numbers: PageNumbers::Arabic,
            orientation: Orientation::Landscape,
            kepala: "Hasil pemeriksaan".to_owned(),
            blocks,
        }],
    }
}

fn summary(report: &Report) -> String {
    let counts = Tier::ALL.map(|it| format!("{} {}", report.count(it), it.title()));
    let assessed = report.assessments.iter().filter(|it| it.outcome == Outcome::Assessed).count();
    let verdict = if report.is_blocking() {
        "Temuan Wajib harus diselesaikan, atau dikecualikan oleh pejabat yang berwenang dengan \
        alasan, \
         sebelum dokumen diajukan dan ditandatangani."
    } else {
        "Tidak ada temuan Wajib yang menahan pengajuan dan tanda tangan."
    };
    format!(
        "Keadaan {}. Dari {} pemeriksaan, {assessed} dapat dinilai. Temuan: {}. {verdict}",
        tanggal::format(report.as_of),
        report.assessments.len(),
        counts.join(", ")
    )
}

fn push_tier(blocks: &mut Vec<Block>, report: &Report, tier: Tier) {
    if report.count(tier) == 0 {
        return;
    }
    blocks.push(Block::heading(Rank::Subbab, &format!("Temuan {}", tier.title()), tier.code()));
    for group in Group::ALL {
        let is_here = |it: &&Temuan| it.tier == tier && Group::of(it.code) == Some(group);
        let rows: Vec<Row> = report.findings.iter().filter(is_here).map(finding_row).collect();
        if rows.is_empty() {
            continue;
        }
        let label = format!("{}-{}", tier.code(), group.prefix().to_lowercase());
        let judul = format!("{}: {}", tier.title(), group.title());
        blocks.push(Block::Table(table(label, judul, &FINDING, rows)));
    }
}

fn push_suppressed(blocks: &mut Vec<Block>, report: &Report) {
    if report.suppressed.is_empty() {
        return;
    }
    blocks.push(Block::heading(Rank::Subbab, "Temuan yang dikecualikan", "dikecualikan"));
    let rows = report.suppressed.iter().map(|(it, decision)| {
        Row::of_texts([
            it.code.to_owned(),
            it.subject().to_owned(),
            it.message.clone(),
            decision.alasan.clone(),
            format!("{}, {}", decision.oleh, tanggal::format(decision.tanggal)),
        ])
    });
    let head = ["Kode", "Tempat", "Temuan", "Alasan", "Diputuskan oleh"];
    let label = "temuan-dikecualikan".to_owned();
    blocks.push(Block::Table(table(label, "Dikecualikan".to_owned(), &head, rows.collect())));
}

fn push_not_assessable(blocks: &mut Vec<Block>, report: &Report) {
    let open = report.assessments.iter().filter_map(|it| match it.outcome {
        Outcome::NotAssessable(why) => {
            let title = find(it.code).map_or("", |it| it.parsed_page().title);
            Some(Row::of_texts([it.code.to_owned(), title.to_owned(), why.to_owned()]))
        }
        Outcome::Assessed | Outcome::NotApplicable(_) => None,
    });
    let rows: Vec<Row> = open.collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::heading(Rank::Subbab, "Tidak dapat dinilai", "tidak-dapat-dinilai"));
    let head = ["Kode", "Pemeriksaan", "Sebab"];
    let label = "pemeriksaan-terbuka".to_owned();
    blocks.push(Block::Table(table(label, "Pemeriksaan terbuka".to_owned(), &head, rows)));
}

const FINDING: [&str; 5] = ["Kode", "Tempat", "Temuan", "Perbaikan", "Dasar"];

fn finding_row(it: &Temuan) -> Row {
    Row::of_texts([
        it.code.to_owned(),
        it.subject().to_owned(),
        it.message.clone(),
        it.remedy.clone(),
        it.basis.clone().unwrap_or_else(|| "Kaidah Selaras".to_owned()),
    ])
}

/// A table whose first two columns are narrow and whose others share the rest.
fn table(label: String, judul: String, head: &[&str], rows: Vec<Row>) -> Table {
    let width = |index: usize| match index {
        0 => Width::Auto,
        1 => Width::Share(2),
        _ => Width::Share(4),
    };
    let head: Vec<_> = head.iter().enumerate().map(|(n, name)| (*name, width(n))).collect();
    Table::of_texts(label, judul, &head, rows)
}

//! The checklist of a review, Anak Lampiran III/2-2 of PermenPANRB 53/2014, answered where the document itself decides.
//!
//! Presence can be read; quality, mechanisms and reliability are for the reviewer to judge and stay empty.

use crate::document::{Content, Document};
use crate::finding::Level;
use crate::report::Report;
use crate::words::squash;

/// One of the 23 statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) aspect: &'static str,
    pub(super) number: u8,
    pub(super) statement: &'static str,
    pub(super) answer: Answer,
    /// What the answer rests on.
    pub(super) reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    /// For the reviewer.
    Open,
}

impl Answer {
    pub(super) fn word(self) -> &'static str {
        match self {
            Answer::Yes => "Ya",
            Answer::No => "Tidak",
            Answer::Open => "",
        }
    }
}

const FORMAT: &str = "I. Format";
const MECHANISM: &str = "II. Mekanisme penyusunan";
const SUBSTANCE: &str = "III. Substansi";

pub(super) fn checklist(report: &Report) -> Vec<Item> {
    let document = &report.document;
    let heads = heads(document);
    let has_head = |list: &[&str]| heads.iter().any(|it| list.iter().any(|word| it.contains(word)));
    let columns = columns(document);
    let has_column =
        |list: &[&str]| columns.iter().any(|it| list.iter().any(|word| it.contains(word)));
    let yes_or_open = |is: bool, reason: &str| match is {
        true => (Answer::Yes, reason.to_owned()),
        false => (Answer::Open, String::new()),
    };
    let yes_or_no = |is: bool, yes: &str, no: &str| match is {
        true => (Answer::Yes, yes.to_owned()),
        false => (Answer::No, no.to_owned()),
    };
    let errors = report.count(Level::Error);
    let has_targets = has_column(&["target"]);
    let has_capaian = has_column(&["realisasi"]) && has_column(&["capaian", "kemajuan", "persen"]);
    let has_money = has_column(&["anggaran", "pagu"]) && has_column(&["realisasi"]);
    let has_annex = has_head(&["lampiran"]);
    let has_improvement =
        has_head(&["perbaikan", "tindaklanjut", "saran", "langkah", "rencanaaksi", "penutup"]);
    let has_years = years(document) > 1;
    let open = || (Answer::Open, String::new());
    let reliable = match errors {
        0 => open(),
        count => (
            Answer::No,
            format!(
                "{count} angka tidak cocok dengan angka lain dalam laporan; lihat lembar Temuan."
            ),
        ),
    };
    let rows: [(&'static str, u8, &'static str, (Answer, String)); 23] = [
        (FORMAT, 1, "Laporan Kinerja telah menampilkan data penting instansi pemerintah", open()),
        (
            FORMAT,
            2,
            "Laporan Kinerja telah menyajikan informasi target kinerja",
            yes_or_no(
                has_targets,
                "Ada tabel dengan kolom target.",
                "Tidak ada tabel dengan kolom target.",
            ),
        ),
        (
            FORMAT,
            3,
            "Laporan Kinerja telah menyajikan capaian kinerja instansi pemerintah yang memadai",
            yes_or_no(
                has_capaian,
                "Ada tabel realisasi dan capaian; memadai tidaknya dinilai pereviu.",
                "Tidak ada tabel realisasi dan capaian.",
            ),
        ),
        (
            FORMAT,
            4,
            "Telah menyajikan dengan lampiran yang mendukung informasi pada badan laporan",
            yes_or_no(has_annex, "Ada bagian Lampiran.", "Tidak ditemukan bagian Lampiran."),
        ),
        (
            FORMAT,
            5,
            "Telah menyajikan upaya perbaikan ke depan",
            yes_or_open(has_improvement, "Ada bagian tentang perbaikan, saran, atau penutup."),
        ),
        (
            FORMAT,
            6,
            "Telah menyajikan akuntabilitas keuangan",
            yes_or_no(
                has_money,
                "Ada tabel anggaran dan realisasinya.",
                "Tidak ada tabel anggaran dan realisasinya.",
            ),
        ),
        (
            MECHANISM,
            1,
            "Laporan Kinerja disusun oleh unit kerja yang memiliki tugas fungsi untuk itu",
            open(),
        ),
        (
            MECHANISM,
            2,
            "Informasi yang disampaikan dalam Laporan Kinerja telah didukung dengan data yang memadai",
            open(),
        ),
        (
            MECHANISM,
            3,
            "Telah terdapat mekanisme penyampaian data dan informasi dari unit kerja ke unit penyusun Laporan Kinerja",
            open(),
        ),
        (
            MECHANISM,
            4,
            "Telah ditetapkan penanggung jawab pengumpulan data/informasi di setiap unit kerja",
            open(),
        ),
        (
            MECHANISM,
            5,
            "Data/informasi kinerja yang disampaikan dalam Laporan Kinerja telah diyakini keandalannya",
            reliable,
        ),
        (
            MECHANISM,
            6,
            "Analisis/penjelasan dalam Laporan Kinerja telah diketahui oleh unit kerja terkait",
            open(),
        ),
        (MECHANISM, 7, "Laporan Kinerja bukan merupakan gabungan unit kerja di bawahnya", open()),
        (
            SUBSTANCE,
            1,
            "Tujuan/sasaran dalam Laporan Kinerja telah sesuai dengan tujuan/sasaran dalam perjanjian kinerja",
            open(),
        ),
        (
            SUBSTANCE,
            2,
            "Tujuan/sasaran dalam Laporan Kinerja telah selaras dengan rencana strategis",
            open(),
        ),
        (
            SUBSTANCE,
            3,
            "Jika butir 1 dan 2 jawabannya tidak, terdapat penjelasan yang memadai",
            open(),
        ),
        (
            SUBSTANCE,
            4,
            "Target indikator kinerja tujuan/sasaran dalam Laporan Kinerja telah sesuai dengan target dalam Perjanjian Kinerja",
            same_targets(report),
        ),
        (
            SUBSTANCE,
            5,
            "IKU pada Laporan Kinerja telah sesuai dengan dokumen IKU yang ditetapkan",
            open(),
        ),
        (
            SUBSTANCE,
            6,
            "Jika butir 4 dan 5 jawabannya tidak, terdapat penjelasan yang memadai",
            open(),
        ),
        (
            SUBSTANCE,
            7,
            "Telah terdapat perbandingan data kinerja dengan tahun lalu, standar nasional dan sebagainya yang bermanfaat",
            yes_or_open(has_years, "Ada tabel dengan kolom beberapa tahun."),
        ),
        (SUBSTANCE, 8, "IKU dan IK telah cukup mengukur tujuan/sasaran", open()),
        (SUBSTANCE, 9, "Jika tidak, telah terdapat penjelasan yang memadai", open()),
        (SUBSTANCE, 10, "IKU dan IK telah SMART", open()),
    ];
    rows.into_iter()
        .map(|(aspect, number, statement, (answer, reason))| Item {
            aspect,
            number,
            statement,
            answer,
            reason,
        })
        .collect()
}

/// Targets that the document prints differently at two places.
fn same_targets(report: &Report) -> (Answer, String) {
    let is_target = |it: &crate::Finding| match &it.location.part {
        crate::finding::Part::Cell { column_label, .. } => {
            (200..300).contains(&it.code.0) && squash(column_label).contains("target")
        }
        _ => false,
    };
    match report.findings.iter().filter(|it| is_target(it)).count() {
        0 => (Answer::Open, String::new()),
        count => (
            Answer::No,
            format!("{count} target dicetak berbeda di tempat lain; lihat lembar Temuan."),
        ),
    }
}

fn heads(document: &Document) -> Vec<String> {
    let of = |it: &crate::document::Block| match &it.content {
        Content::Heading { text, .. } | Content::ContentsEntry { text, .. } => Some(squash(text)),
        _ => None,
    };
    document.blocks.iter().filter_map(of).collect()
}

/// The heads of all tables.
fn columns(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for block in &document.blocks {
        if let Content::Table(table) = &block.content {
            found.extend(table.rows.iter().take(3).flatten().map(|it| squash(&it.text)));
        }
    }
    found
}

/// The most years that the head of one table names.
fn years(document: &Document) -> usize {
    let of = |block: &crate::document::Block| {
        let Content::Table(table) = &block.content else { return 0 };
        let words: std::collections::BTreeSet<u16> = table
            .rows
            .iter()
            .take(3)
            .flatten()
            .flat_map(|it| crate::words::words(&it.text))
            .filter_map(|it| it.parse().ok())
            .filter(|it| (2000..=2100).contains(it))
            .collect();
        words.len()
    };
    document.blocks.iter().map(of).max().unwrap_or(0)
}

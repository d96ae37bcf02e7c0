//! What holds of every document: no panic, and the same answer twice.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use proptest::prelude::*;
use selaras_audit::Document;
use selaras_audit::claims;
use selaras_audit::document::{Block, Caption, CaptionKind, Cell, Content, Place, Table};

/// Pieces that rules look for, and pieces that break them.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "3",
        "(tiga)",
        "(empat)",
        "(40)",
        "40",
        "Rp",
        "Rp.",
        "1.234.567",
        "8.185.758.664",
        "85,8%",
        "99.1%",
        "%",
        "poin",
        "persen",
        "dari",
        "menjadi",
        "sebesar",
        "meningkat",
        "menurun",
        "naik",
        "capaian",
        "realisasi",
        "target",
        "tahun",
        "2023",
        "20021",
        "2021-2026",
        "31",
        "Februari",
        "Senin",
        "tanggal",
        "Tabel",
        "3.1",
        "3.1.",
        "berikut:",
        "sebagai",
        "yaitu",
        "terdiri",
        "atas",
        "bidang",
        "A,",
        "B",
        "dan",
        "C",
        ".",
        ";",
        ":",
        "(",
        ")",
        "“",
        "”",
        "Peraturan",
        "Menteri",
        "Nomor",
        "53",
        "Tahun",
        "2014",
        "tentang",
        "Perpres",
        "29/2014",
        "PP",
        "Renstra",
        "RPJMD",
        "jumlah",
        "orang",
        "sebanyak",
        "dibagi",
        "IKU",
        "Indikator",
        "Kinerja",
        "Utama",
        "4",
        "perubahan",
        "kali",
        "Perjanjian",
        "total",
        "anggaran",
        "miliar",
        "juta",
        "koma",
        "puluh",
        "ratus",
        "rupiah",
        "Bab",
        "IV",
        "Lampiran",
        "V",
        "s.d.",
        "No.",
        "a.",
        "1)",
        "(1)",
        "–",
        "—",
        "-",
        "/",
        "’",
        "\u{a0}",
        "İ",
        "ǅ",
        "é",
        "日本",
        "999999999999999999999999999999",
        "0",
        "0,0",
        "Sasaran",
        "Program",
        "JUMLAH",
    ]);
    prop_oneof![8 => words.prop_map(str::to_owned), 1 => any::<String>()]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|it| it.join(" "))
}

fn caption() -> impl Strategy<Value = Caption> {
    let kind = prop_oneof![Just(CaptionKind::Tabel), Just(CaptionKind::Gambar)];
    let number = prop_oneof![
        Just(None),
        (0_u32..4, 0_u32..5).prop_map(|(a, b)| Some(format!("{a}.{b}"))),
        piece().prop_map(Some)
    ];
    (kind, number, text()).prop_map(|(kind, number, text)| Caption { kind, number, text })
}

fn cell() -> impl Strategy<Value = Cell> {
    let merged_into = prop::option::of((0_usize..4, 0_usize..4));
    (text(), merged_into).prop_map(|(text, merged_into)| Cell {
        text,
        merged_into,
        ..Cell::default()
    })
}

fn content() -> impl Strategy<Value = Content> {
    let rows = (1_usize..6)
        .prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 0..6));
    let table = (prop::option::of(caption()), 0_usize..8, rows).prop_map(
        |(caption, declared_head, rows)| Content::Table(Table { caption, declared_head, rows }),
    );
    prop_oneof![
        6 => text().prop_map(|text| Content::Paragraph { text }),
        1 => (0_u8..4, text()).prop_map(|(level, text)| Content::Heading { level, text }),
        2 => (0_u8..3, prop::option::of(piece()), text())
            .prop_map(|(depth, marker, text)| Content::ListItem { depth, marker, text }),
        1 => caption().prop_map(Content::Caption),
        1 => (text(), prop::option::of(piece()))
            .prop_map(|(text, page)| Content::ContentsEntry { text, page }),
        2 => table,
    ]
}

fn document() -> impl Strategy<Value = Document> {
    let block = (content(), prop::option::of(text()), prop::option::of(0_u32..30)).prop_map(
        |(content, section, page)| Block { place: Place { section, page, sheet: None }, content },
    );
    prop::collection::vec(block, 0..12)
        .prop_map(|blocks| Document { blocks, not_understood: Vec::new() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn every_document_is_examined_without_panic_and_alike(document in document()) {
        let once = claims::examine(&document);
        prop_assert_eq!(&once, &claims::examine(&document));
        for finding in &once.findings {
            prop_assert!(!finding.message.is_empty());
            prop_assert!((300..500).contains(&finding.code.0));
        }
    }
}

//! What a rendered report promises: pages, text, structure, and the same bytes every time.

mod sample;

use selaras_domain::dokumen::{
    Align, Block, Cell, Column, Dokumen, Inline, Orientation, PageNumbers, Rank, Row, RowKind,
    Section, Table, TableSize, Width, text,
};
use selaras_pdf::{
    Options, OverfullKind, Paper, PdfError, Rendered, lay_out, overfull, page_texts, prepare,
    render, render_checked,
};

fn on(paper: Paper) -> Options {
    Options { paper, ..Options::default() }
}

fn rendered(dokumen: &Dokumen, paper: Paper) -> Rendered {
    render_checked(dokumen, &on(paper)).expect("the document can be rendered")
}

fn contains(bytes: &[u8], needle: &str) -> bool {
    count(bytes, needle) > 0
}

fn count(bytes: &[u8], needle: &str) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle.as_bytes()).count()
}

/// Pages as one text each, with single blanks.
fn pages(dokumen: &Dokumen) -> Vec<String> {
    let document = lay_out(dokumen, &Options::default()).expect("the document can be laid out");
    let pages = page_texts(&document);
    pages.iter().map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn document(blocks: Vec<Block>) -> Dokumen {
    let section = Section {
        page_numbers: PageNumbers::Arabic,
        orientation: Orientation::Portrait,
        kepala: "Bab 1".to_owned(),
        blocks,
    };
    Dokumen { konsep: None, sections: vec![section], ..sample::sample() }
}

fn bab() -> Block {
    Block::Heading {
        rank: Rank::Bab,
        nomor: Some("1".to_owned()),
        judul: "Pendahuluan".to_owned(),
        label: "bab-1".to_owned(),
    }
}

fn table(rows: Vec<Row>) -> Table {
    let column = |width, align| Column { width, align };
    Table {
        label: "tabel-uji".to_owned(),
        nomor: Some("Tabel 1.1".to_owned()),
        judul: "Uji".to_owned(),
        simpulan: None,
        columns: vec![column(Width::Share(1), Align::Left), column(Width::Auto, Align::Right)],
        head: vec![vec![Cell::text("Uraian"), Cell::text("Nilai")]],
        rows,
        notes: vec![text("Sumber: uji.")],
        size: TableSize::Normal,
    }
}

fn row(kind: RowKind, name: &str) -> Row {
    Row { kind, cells: vec![Cell::text(name), Cell::text("1,0")] }
}

#[test]
fn every_block_fits_its_page_on_both_papers() {
    for paper in [Paper::A4, Paper::F4] {
        let rendered = rendered(&sample::sample(), paper);
        assert!(rendered.pages > 15, "{paper:?}: {} pages", rendered.pages);
        assert_eq!(rendered.overfull, [], "{paper:?}");
    }
}

#[test]
fn sixty_pages_with_forty_tables_fit_too() {
    let rendered = rendered(&sample::long(), Paper::A4);
    assert!(rendered.pages >= 60, "{} pages", rendered.pages);
    assert_eq!(rendered.overfull, []);
}

#[test]
fn same_document_gives_same_bytes() {
    let dokumen = sample::sample();
    let first = render(&dokumen, &on(Paper::A4)).expect("the sample can be rendered");
    let second = render(&dokumen, &on(Paper::A4)).expect("the sample can be rendered");
    assert!(first == second);
}

#[test]
fn paper_has_the_size_that_was_asked_for() {
    // 215 × 330 mm are 609.449 × 935.433 pt, 210 × 297 mm are 595.276 × 841.89 pt.
    assert!(contains(&rendered(&sample::sample(), Paper::F4).pdf, "[0 0 609.4488 935.43"));
    assert!(contains(&rendered(&sample::sample(), Paper::A4).pdf, "[0 0 595.2756 841.88"));
}

#[test]
fn metadata_declares_archive_and_access_and_no_clock() {
    let pdf = rendered(&sample::sample(), Paper::A4).pdf;
    for expected in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Laporan Kinerja Instansi Pemerintah Tahun 2023",
        "Dinas Perhubungan dan Keselamatan Jalan Kota Contoh",
        "2024-01-31",
        "/Lang(id-ID)",
    ] {
        assert!(contains(&pdf, expected), "{expected}");
    }
}

#[test]
fn a_document_without_date_is_refused_and_not_dated_by_the_clock() {
    let dokumen = Dokumen { tanggal: None, ..sample::sample() };
    let refused = render(&dokumen, &on(Paper::A4)).expect_err("an archival file needs a date");
    assert!(refused.to_string().contains("date"), "{refused}");
}

#[test]
fn structure_names_headings_tables_captions_and_lists() {
    let pdf = rendered(&sample::sample(), Paper::A4).pdf;
    for (tag, least) in [
        ("/S/H1", 8),
        ("/S/H2", 6),
        ("/S/Table", 10),
        ("/S/TH", 40),
        ("/S/Caption", 10),
        ("/S/TOCI", 20),
        ("/S/Figure", 8),
        ("/S/LI", 20),
    ] {
        assert!(count(&pdf, tag) >= least, "{tag}: {}", count(&pdf, tag));
    }
    // The alternative text of a drawing, and the outline.
    assert!(contains(&pdf, "Kepala membawahi Sekretariat"));
    assert!(contains(&pdf, "/Outlines"));
}

#[test]
fn text_of_the_pages_can_be_searched() {
    let text = pages(&sample::sample()).join(" ");
    for expected in [
        "85,8%",
        "Rp10.070.867.140",
        "sepuluh miliar tujuh puluh juta delapan ratus enam puluh tujuh ribu seratus empat puluh \
         rupiah",
        "1.1 Latar belakang",
        "Tabel 3.1 Pengukuran kinerja tahun 2023",
        "Konsep per 24 November 2026, belum disahkan",
    ] {
        assert!(text.contains(expected), "{expected}");
    }
}

#[test]
fn front_matter_counts_in_roman_and_the_body_from_one() {
    let pages = pages(&sample::sample());
    let first_of_body = pages
        .iter()
        .position(|page| page.starts_with("1 Pendahuluan"))
        .expect("the sample has a first chapter");
    assert!(pages[1].ends_with(" i"), "{}", pages[1]);
    assert!(pages[first_of_body].ends_with(" 1"), "{}", pages[first_of_body]);
    // Annexes go on where the body ends.
    let last = pages.last().expect("there are pages");
    assert!(last.ends_with(&format!(" {}", pages.len() - first_of_body)), "{last}");
}

#[test]
fn contents_show_the_page_on_which_a_chapter_begins() {
    let pages = pages(&sample::sample());
    let contents = pages.iter().find(|page| page.starts_with("Daftar Isi")).expect("a list");
    let annex = pages
        .iter()
        .find(|page| page.starts_with("Lampiran 3 Perjanjian Kinerja"))
        .expect("the sample has a third annex");
    let number = annex.rsplit(' ').next().expect("a page ends with its number");
    // Dots lead from the title to the number, and a joiner keeps the first of them on its line.
    let squeezed = contents.replace([' ', '.', '\u{2060}'], "");
    assert!(squeezed.contains(&format!("Lampiran3PerjanjianKinerja{number}")), "{contents}");
}

#[test]
fn draft_line_stands_only_on_drafts() {
    let dokumen = Dokumen { konsep: None, ..sample::sample() };
    assert!(!pages(&dokumen).join(" ").contains("belum disahkan"));
}

#[test]
fn long_table_repeats_its_head_and_says_that_it_goes_on() {
    let mut rows: Vec<Row> = (0..90).map(|_| row(RowKind::Body, "Rincian")).collect();
    rows.push(row(RowKind::Total, "Jumlah"));
    let pages = pages(&document(vec![bab(), Block::Table(table(rows))]));
    assert!(pages.len() > 3, "{}", pages.len());
    assert!(!pages[1].contains("(lanjutan)"));
    for page in &pages[2..] {
        assert!(page.contains("Tabel 1.1 (lanjutan)"), "{page}");
        assert!(page.contains("Uraian Nilai"), "{page}");
    }
}

#[test]
fn total_and_notes_never_stand_alone_on_a_page() {
    for length in 20..60 {
        let mut rows: Vec<Row> = (0..length).map(|_| row(RowKind::Body, "Rincian")).collect();
        rows.push(row(RowKind::Total, "Jumlah"));
        let pages = pages(&document(vec![bab(), Block::Table(table(rows))]));
        let last = pages.iter().find(|page| page.contains("Jumlah")).expect("a total");
        assert!(last.contains("Rincian") && last.contains("Sumber: uji."), "{length}: {last}");
    }
}

#[test]
fn group_row_never_ends_a_page() {
    for length in 20..60 {
        let mut rows: Vec<Row> = (0..length).map(|_| row(RowKind::Body, "Rincian")).collect();
        rows.push(row(RowKind::Group, "Kelompok"));
        rows.extend((0..30).map(|_| row(RowKind::Body, "Anggota")));
        let pages = pages(&document(vec![bab(), Block::Table(table(rows))]));
        let page = pages.iter().find(|page| page.contains("Kelompok")).expect("a group");
        assert!(page.contains("Anggota"), "{length}: {page}");
    }
}

#[test]
fn short_table_stays_whole() {
    for before in 0..12 {
        let filler = "Kalimat yang mengisi satu baris penuh sampai ke tepi kanan. ".repeat(before);
        let rows = (0..12).map(|_| row(RowKind::Body, "Rincian")).collect();
        let blocks =
            vec![bab(), Block::Paragraph(text(filler.repeat(3))), Block::Table(table(rows))];
        let pages = pages(&document(blocks));
        let page = pages.iter().find(|page| page.contains("Rincian")).expect("a table");
        assert_eq!(page.matches("Rincian").count(), 12, "{before}: {page}");
        assert!(page.contains("Tabel 1.1 Uji"), "{before}: {page}");
    }
}

#[test]
fn ranks_that_skip_a_level_keep_a_valid_structure() {
    let minor = Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: "Catatan".to_owned(),
        label: "catatan".to_owned(),
    };
    let dokumen = document(vec![bab(), minor, Block::Paragraph(text("Isi."))]);
    assert!(render(&dokumen, &Options::default()).is_ok());
}

#[test]
fn word_wider_than_its_column_is_reported() {
    let mut wide = table(vec![row(RowKind::Body, "Rincian")]);
    let word = "x".repeat(240);
    wide.rows[0].cells[1] = Cell::text(word.clone());
    wide.rows[0].cells[0] = Cell::text(word);
    let layout = lay_out(&document(vec![bab(), Block::Table(wide)]), &Options::default())
        .expect("it can be laid out");
    let kinds: Vec<OverfullKind> = overfull(&layout).iter().map(|it| it.kind).collect();
    assert!(kinds.contains(&OverfullKind::Overlap), "{kinds:?}");
    assert!(kinds.contains(&OverfullKind::OutsidePage), "{kinds:?}");
}

#[test]
fn reference_to_nothing_is_refused_with_its_words() {
    let reference =
        Inline::Reference { label: "tabel-9-9".to_owned(), text: "Tabel 9.9".to_owned() };
    let error = render(&document(vec![bab(), Block::Paragraph(vec![reference])]), &on(Paper::A4))
        .expect_err("there is no such table");
    assert!(matches!(error, PdfError::UnresolvedReference { .. }), "{error}");
    let message = error.to_string();
    assert!(message.contains("Tabel 9.9") && message.contains("tabel-9-9"), "{message}");
}

#[test]
fn label_given_twice_is_refused() {
    let error = render(&document(vec![bab(), bab()]), &on(Paper::A4)).expect_err("two chapters");
    assert!(matches!(&error, PdfError::DuplicateLabel { label } if label == "bab-1"), "{error}");
}

#[test]
fn letter_without_a_glyph_is_refused_by_name() {
    let dokumen = document(vec![bab(), Block::Paragraph(text("Aksara ꦗꦮ di sini"))]);
    let error = render(&dokumen, &on(Paper::A4)).expect_err("no Javanese font is embedded");
    let message = error.to_string();
    assert!(message.contains('ꦗ') && message.contains("--font-path"), "{message}");
}

#[test]
fn source_calls_the_template_and_nothing_else() {
    let prepared = prepare(&sample::sample(), &Options::default()).expect("the sample is sound");
    let source = prepared.source();
    assert!(source.starts_with("#import \"/selaras.typ\": *\n#show: dokumen.with("));
    assert!(!source.contains("rgb("), "colours live in the template");
}

//! Whatever a package holds is typeset as it is: no text is markup, no table breaks the typesetter.

#[expect(dead_code, reason = "only the frame of the sample is needed here")]
mod sample;

use proptest::prelude::*;
use selaras_domain::dokumen::{
    Align, Block, Cell, Column, Dokumen, Orientation, PageNumbers, Rank, Row, RowKind, Section,
    Table, TableSize, Tone, Width, text,
};
use selaras_pdf::{Options, lay_out, page_texts, render};

fn document(blocks: Vec<Block>) -> Dokumen {
    let mut all = vec![Block::Heading {
        rank: Rank::Bab,
        nomor: None,
        judul: "Uji".to_owned(),
        label: "uji".to_owned(),
    }];
    all.extend(blocks);
    let section = Section {
        page_numbers: PageNumbers::Arabic,
        orientation: Orientation::Landscape,
        kepala: "Uji".to_owned(),
        blocks: all,
    };
    Dokumen { sections: vec![section], ..sample::sample() }
}

fn kinds() -> impl Strategy<Value = RowKind> {
    prop_oneof![
        6 => Just(RowKind::Body),
        3 => Just(RowKind::Group),
        1 => Just(RowKind::Numbers),
        1 => Just(RowKind::Subtotal),
        1 => Just(RowKind::Total),
    ]
}

/// A row of four cells; the first may reach down, the second may reach across.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let one = (kinds(), 1..4u16, 1..3u16, 0..4u8, 0..60usize);
    proptest::collection::vec(one, 1..60).prop_map(|rows| {
        let count = rows.len();
        let mut covered = 0;
        let mut all = Vec::new();
        for (index, (kind, down, across, indent, words)) in rows.into_iter().enumerate() {
            let mut cells = Vec::new();
            if index >= covered {
                let down = usize::from(down).min(count - index);
                covered = index + down;
                cells.push(Cell::text("1").spanning(1, down as u16));
            }
            let name = Cell::text("kata ".repeat(words)).indented(indent);
            cells.push(name.spanning(across, 1));
            cells.extend((across..3).map(|_| Cell::text("85,8").toned(Tone::Near)));
            all.push(Row { kind, cells });
        }
        all
    })
}

fn table(label: usize, rows: Vec<Row>) -> Block {
    let column = |width, align| Column { width, align };
    Block::Table(Table {
        label: format!("tabel-{label}"),
        nomor: None,
        judul: "Uji".to_owned(),
        simpulan: None,
        columns: vec![
            column(Width::Auto, Align::Left),
            column(Width::Share(1), Align::Left),
            column(Width::Auto, Align::Right),
            column(Width::TenthMm(150), Align::Left),
        ],
        head: vec![["No", "Uraian", "Nilai", "Ket"].map(Cell::text).to_vec()],
        rows,
        notes: vec![text("Catatan.")],
        size: TableSize::Normal,
    })
}

fn letters_of(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_table_is_typeset(tables in proptest::collection::vec(rows(), 6)) {
        let blocks = tables.into_iter().enumerate().map(|(label, rows)| table(label, rows));
        let pdf = render(&document(blocks.collect()), &Options::default());
        prop_assert!(pdf.is_ok(), "{:?}", pdf.err());
    }

    #[test]
    fn any_text_is_typeset_as_itself(
        texts in proptest::collection::vec(r##"[ -~À-ÿ“”–…×÷≥]{1,80}"##, 20),
    ) {
        let blocks = texts.iter().map(|one| Block::Paragraph(text(one.clone()))).collect();
        let layout = lay_out(&document(blocks), &Options::default());
        let layout = layout.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let found = letters_of(&page_texts(&layout).concat());
        for one in &texts {
            prop_assert!(found.contains(&letters_of(one)), "{one:?}");
        }
    }
}

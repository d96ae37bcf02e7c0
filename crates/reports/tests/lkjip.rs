//! The LKjIP of the example packages: its outline, its tables, its references, its words.

mod example;

use std::collections::BTreeSet;
use std::path::PathBuf;

use example::plain::{self, walk};
use example::{EXAMPLES, berkas, lkjip, make, root};
use selaras_domain::dokumen::{Block, Cell, Dokumen, Inline, Row, Table};
use selaras_domain::{
    Bagian, Berkas, DokumenId, FigureId, Id, JenisLaporan, Narasi, PerjanjianKinerja,
    PerjanjianKinerjaId, TingkatBagian,
};

/// Every part that a package may name: the contract with the packages that are out there.
const PARTS: &str = "pk program-pagu capaian-kategori kinerja-anggaran efisiensi \
    efisiensi-analisis tahun-dalam-angka pohon-program dasar-hukum fungsi susunan-organisasi \
    bagan-organisasi isu-strategis cascading peta-proses-bisnis rekomendasi \
    tindak-lanjut-rekomendasi misi gambar-misi tujuan-sasaran strategi iku perubahan-pk skala \
    rumus-capaian pengukuran analisis-indikator perbandingan-tahun rincian-perbandingan kemajuan \
    upaya nasional nasional-target nasional-realisasi belanja anggaran-prioritas \
    grafik-target-realisasi grafik-jalur-renstra grafik-anggaran-kinerja grafik-serapan-triwulan \
    penunjang-program penghargaan hasil-evaluasi simpulan-indikator langkah-perbaikan daftar-isi \
    daftar-tabel daftar-gambar daftar-lampiran tanda-tangan-kepala lampiran-renstra \
    lampiran-renja lampiran-pk lampiran-pengukuran lampiran-realisasi lampiran-penghargaan \
    lampiran-jejak";

/// What must follow some of the names.
const ARGS: [(&str, &str); 4] = [
    ("program-pagu", "dppa-2023"),
    ("dasar-hukum", "pelaporan"),
    ("skala", "atribut"),
    ("lampiran-pk", "pk-2023"),
];

/// Compares with a file of the repository, or writes it when blessed.
fn check_file(path: PathBuf, made: &str) {
    if std::env::var_os("SELARAS_BLESS").is_some() {
        std::fs::write(&path, made).expect("the repository can be written when blessing");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "{} is not current; look at the change and bless it with SELARAS_BLESS=1. Made:\n{made}",
        path.display()
    );
}

fn tables(dokumen: &Dokumen) -> Vec<&Table> {
    let mut tables = Vec::new();
    walk(dokumen, &mut |block| {
        if let Block::Table(table) = block {
            tables.push(table);
        }
    });
    tables
}

fn all_inlines(dokumen: &Dokumen) -> Vec<&Inline> {
    let mut found = Vec::new();
    walk(dokumen, &mut |block| plain::inlines_of(block, &mut found));
    found
}

#[test]
fn the_outline_is_the_one_that_was_agreed() {
    for name in EXAMPLES {
        let path = root().join(format!("crates/reports/tests/lkjip/outline-{name}.txt"));
        check_file(path, &plain::outline(&lkjip(name)));
    }
}

#[test]
fn the_manual_of_the_narrative_is_current() {
    check_file(root().join("docs/reference/narasi.md"), &selaras_reports::reference_page());
}

#[test]
fn every_part_of_the_contract_is_there() {
    let manual = selaras_reports::reference_page();
    for part in PARTS.split_whitespace() {
        let alone = format!("| `{part}` |");
        let with_args = format!("| `{part} ");
        assert!(manual.contains(&alone) || manual.contains(&with_args), "{part}");
    }
}

#[test]
fn labels_are_unique_and_every_reference_leads_to_one() {
    for name in EXAMPLES {
        let dokumen = lkjip(name);
        let mut labels = BTreeSet::new();
        walk(&dokumen, &mut |block| {
            if let Some(label) = plain::label_of(block) {
                assert!(labels.insert(label.to_owned()), "{name}: {label} twice");
            }
        });
        let mut count = 0;
        for inline in all_inlines(&dokumen) {
            if let Inline::Reference { label, text } = inline {
                assert!(labels.contains(label), "{name}: {text} leads to {label}");
                assert!(!text.is_empty(), "{name}: {label} has no words");
                count += 1;
            }
        }
        assert!(count > 0, "{name} refers to nothing");
    }
}

#[test]
fn every_figure_in_the_text_is_one_of_the_figures() {
    for name in EXAMPLES {
        let hasil = selaras_rules::measure(&berkas(name));
        let dokumen = lkjip(name);
        let mut count = 0;
        for inline in all_inlines(&dokumen) {
            if let Inline::Figure { id, .. } = inline {
                assert!(hasil.get(&FigureId::new(id)).is_some(), "{name}: {id}");
                count += 1;
            }
        }
        assert!(count > 300, "{name} has {count} figures");
    }
}

/// The columns that each cell of some rows stands in, spans of rows above included.
fn grid<'t>(table: &'t Table, rows: &[&'t [Cell]]) -> Vec<Vec<(usize, &'t Cell)>> {
    let width = table.columns.len();
    let mut covered = vec![0_u16; width];
    let mut placed = Vec::new();
    for cells in rows {
        let mut row = Vec::new();
        let mut column = 0;
        for cell in *cells {
            while column < width && covered[column] > 0 {
                column += 1;
            }
            let span = usize::from(cell.colspan);
            assert!(column + span <= width, "{}: a row is too long", table.label);
            row.push((column, cell));
            for place in &mut covered[column..column + span] {
                assert_eq!(*place, 0, "{}: cells overlap", table.label);
                *place = cell.rowspan;
            }
            column += span;
        }
        assert!(covered.iter().all(|it| *it > 0), "{}: a row is too short", table.label);
        covered.iter_mut().for_each(|it| *it -= 1);
        placed.push(row);
    }
    assert!(covered.iter().all(|it| *it == 0), "{}: a span goes on after the end", table.label);
    placed
}

#[test]
fn the_cells_of_every_table_fill_its_rows() {
    for name in EXAMPLES {
        for table in tables(&lkjip(name)) {
            let head: Vec<&[Cell]> = table.head.iter().map(Vec::as_slice).collect();
            let body: Vec<&[Cell]> = table.rows.iter().map(|it| it.cells.as_slice()).collect();
            grid(table, &head);
            grid(table, &body);
        }
    }
}

#[test]
fn a_column_of_percentages_keeps_one_precision() {
    // Not the ones that set tujuan, sasaran and program under each other: each kind of indikator
    // declares its own precision.
    let mixed = ["kinerja-anggaran", "kinerja-anggaran-2", "penunjang-sasaran-1"];
    let dokumen = lkjip("bkpsdm-dumai-2023");
    let mut checked = 0;
    for table in tables(&dokumen) {
        if table.label.starts_with("lampiran-") || mixed.contains(&table.label.as_str()) {
            continue;
        }
        let rows: Vec<&[Cell]> = table.rows.iter().map(|it| it.cells.as_slice()).collect();
        let placed = grid(table, &rows);
        for column in 0..table.columns.len() {
            let cells = placed.iter().flatten().filter(|(it, _)| *it == column);
            let words = cells.map(|(_, cell)| plain::inlines(&cell.content));
            let percent = words.filter_map(|it| it.strip_suffix('%').map(str::to_owned));
            let decimals: BTreeSet<usize> = percent
                .filter(|it| it.chars().all(|it| it.is_ascii_digit() || ",.−".contains(it)))
                .map(|it| it.split_once(',').map_or(0, |(_, after)| after.len()))
                .collect();
            assert!(decimals.len() <= 1, "{} column {column}: {decimals:?}", table.label);
            checked += decimals.len();
        }
    }
    assert!(checked > 20, "{checked} columns");
}

#[test]
fn the_report_says_the_figures_of_the_year() {
    let text = plain::full(&lkjip("bkpsdm-dumai-2023"));
    // Computed by hand from the source: 1.452 of 1.693, and DPPA 2023 on page 19.
    for words in [
        "85,8%",
        "Rp10.070.867.140 (sepuluh miliar tujuh puluh juta delapan ratus enam puluh tujuh ribu \
         seratus empat puluh rupiah)",
        "Realisasi tahun 2023 baru mencapai 85,8% dari target 100%, sehingga masih kurang 14,2 \
         poin persentase.",
        "realisasi turun 11,9 poin persentase, dari 97,7% menjadi 85,8%",
        "Realisasi tahun 2023 sebesar 37,8% jauh melampaui target 5%.",
        "Tahun 2022: 145 ÷ 3.950 × 100 = 3,7%",
        "40 (empat puluh) subkegiatan",
        "Tidak ada realisasi nasional yang dapat dibandingkan dengan IKU BKPSDM.",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn sentences_leave_out_the_zeros_that_tables_keep() {
    let dokumen = lkjip("bkpsdm-dumai-2023");
    walk(&dokumen, &mut |block| {
        let mut inlines = Vec::new();
        if let Block::Paragraph(_) = block {
            plain::inlines_of(block, &mut inlines);
        }
        for inline in inlines {
            if let Inline::Figure { text, id } = inline {
                assert!(!text.ends_with("0%") || !text.contains(','), "{text} of {id}");
            }
        }
    });
}

#[test]
fn sentences_follow_what_an_indikator_is() {
    let text = plain::full(&lkjip("dinkes-contoh-2024"));
    // Targets and realisasi as target.csv, realisasi.csv and nilai_variabel.csv state them.
    for words in [
        // Lower is better, reached: 9 of 8.125 against 115.
        "Realisasi tahun 2024 sebesar 110,77 per 100.000 kelahiran hidup, lebih rendah daripada \
         target 115 dengan selisih 4,23, yang berarti lebih baik.",
        // Lower is better, missed.
        "Realisasi tahun 2024 sebesar 46,9 menit masih di atas target 45 menit, dengan kelebihan \
         1,9 menit.",
        // A target of zero without a rule for it.
        "Realisasi tahun 2024 sebesar 0 orang dengan target 0 orang; capaiannya tidak dapat \
         dihitung (target nol).",
        // A range.
        "Realisasi tahun 2024 adalah 77,31%, berada di dalam rentang target 60–85%.",
        // A predicate, with a capaian that is limited.
        "Realisasi tahun 2024 adalah Paripurna, memenuhi target Utama. Capaiannya 120%",
        "realisasi berubah dari Madya menjadi Paripurna",
        "Karena makin rendah makin baik, penurunan ini adalah perbaikan.",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

/// A report of one chapter with one section, whose narrative is `teks`.
fn with_narrative(mut berkas: Berkas, teks: &str) -> Berkas {
    let bagian = |tingkat, judul: &str, narasi: Option<&str>| Bagian {
        laporan: JenisLaporan::Lkjip,
        tingkat,
        judul: judul.to_owned(),
        narasi: narasi.map(str::to_owned),
        isi: None,
    };
    berkas.bagian = vec![
        bagian(TingkatBagian::Bab, "Bab", None),
        bagian(TingkatBagian::Subbab, "Subbab", Some("uji")),
    ];
    berkas.narasi = vec![Narasi { id: "uji".to_owned(), teks: teks.to_owned() }];
    berkas
}

fn text_of(berkas: Berkas, teks: &str) -> String {
    match make(&with_narrative(berkas, teks)) {
        Ok(dokumen) => plain::full(&dokumen),
        Err(errors) => errors,
    }
}

/// Cases of a file: a title after `##`, the narrative after `>`, and the lines that come of it.
#[test]
fn errors_name_the_line_the_fault_and_the_remedy() {
    let path = root().join("crates/reports/tests/lkjip/errors.txt");
    let cases = std::fs::read_to_string(&path).unwrap();
    let berkas = berkas("bkpsdm-dumai-2023");
    let mut made = String::new();
    let mut count = 0;
    for case in cases.split("\n## ") {
        let (title, body) = case.split_once('\n').unwrap();
        if count == 0 && !made.contains("## ") && !body.contains("\n> ") && !body.starts_with("> ")
        {
            made += &format!("{case}\n");
            continue;
        }
        let teks: Vec<&str> =
            body.lines().filter_map(|it| it.strip_prefix('>')).map(|it| it.trim_start()).collect();
        made += &format!("## {title}\n");
        body.lines().filter(|it| it.starts_with('>')).for_each(|it| made += &format!("{it}\n"));
        let errors = make(&with_narrative(berkas.clone(), &teks.join("\n")));
        made += &errors.expect_err(title);
        made += "\n\n";
        count += 1;
    }
    assert!(count > 20, "{count} cases");
    check_file(path, &format!("{}\n", made.trim_end()));
}

#[test]
fn every_live_reference_of_the_manual_resolves() {
    let manual = selaras_reports::reference_page();
    let berkas = berkas("bkpsdm-dumai-2023");
    let rows = manual.lines().filter(|it| it.starts_with("| `{"));
    let examples: Vec<&str> = rows.filter_map(|it| it.split('`').nth(3)).collect();
    assert!(examples.len() > 35);
    for example in examples {
        let text = text_of(berkas.clone(), &format!("Uji {example} selesai."));
        assert!(text.contains("Uji ") && text.contains(" selesai."), "{example}: {text}");
        assert!(!text.contains("baris 1:"), "{example}: {text}");
    }
}

#[test]
fn a_narrative_is_bold_italic_listed_and_escaped() {
    let teks = "Uji **tebal {tahun}** dan *miring*, \\{biasa\\}.\n\n1. satu\n   1. dalam\n2. dua\n";
    let text = text_of(berkas("bkpsdm-dumai-2023"), teks);
    for words in ["Uji tebal 2023 dan miring, {biasa}.", "* Number\n    satu", "* Letter"] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_reference_means_the_occurrence_in_its_own_chapter() {
    let mut berkas = with_narrative(berkas("bkpsdm-dumai-2023"), "{isi iku}\n\nLihat {rujuk iku}.");
    let again = berkas.bagian.clone();
    berkas.bagian.extend(again);
    let text = plain::full(&make(&berkas).unwrap());
    assert!(text.contains("Lihat Tabel 1.1.") && text.contains("Lihat Tabel 2.1."), "{text}");
}

#[test]
fn an_agreement_that_was_not_changed_is_said_to_be_so() {
    let mut berkas = berkas("bkpsdm-dumai-2023");
    berkas.perjanjian_kinerja.retain(|it| it.mengubah.is_none());
    let text = text_of(berkas, "{isi perubahan-pk}");
    assert!(text.contains("tidak diubah sepanjang tahun"), "{text}");
}

#[test]
fn what_somebody_else_changed_of_theirs_is_no_change_of_the_agreement_of_the_office() {
    let mut changed = berkas("bkpsdm-dumai-2023");
    let own = changed.perjanjian_kinerja.iter().find(|it| it.mengubah.is_some()).unwrap().clone();
    let of = |id: &str, mengubah: Option<&str>| PerjanjianKinerja {
        id: PerjanjianKinerjaId::new(id).unwrap(),
        mengubah: mengubah.map(|it| PerjanjianKinerjaId::new(it).unwrap()),
        dokumen: DokumenId::new("pk-lain").unwrap(),
        ..own.clone()
    };
    let before = text_of(changed.clone(), "{isi perubahan-pk}");
    changed.perjanjian_kinerja.push(of("pk-bidang", None));
    changed.perjanjian_kinerja.push(of("perubahan-pk-bidang", Some("pk-bidang")));
    assert_eq!(text_of(changed.clone(), "{isi perubahan-pk}"), before);
    // Without its own change, theirs is none of it.
    changed.perjanjian_kinerja.retain(|it| it.id != own.id);
    let text = text_of(changed, "{isi perubahan-pk}");
    assert!(text.contains("tidak diubah sepanjang tahun"), "{text}");
}

#[test]
fn missing_values_are_words_and_never_zero() {
    let mut berkas = berkas("bkpsdm-dumai-2023");
    berkas.nilai_variabel.retain(|it| it.indikator.to_string() != "iku-1");
    let text =
        text_of(berkas, "{realisasi iku-1 2023}\n\n{isi pengukuran}\n\n{isi analisis-indikator}");
    assert!(text.contains("belum diisi\n"), "{text}");
    assert!(text.contains("Realisasi tahun 2023 belum diisi, sehingga capaiannya"), "{text}");
    assert!(text.contains("| 100,0% | belum diisi <Faint> | belum diisi <Faint>"), "{text}");
}

/// Each part either makes something or says what it lacks.
#[test]
fn every_part_answers_where_the_facts_are_missing() {
    let full = berkas("bkpsdm-dumai-2023");
    let mut bare = full.clone();
    bare.indikator.clear();
    bare.variabel.clear();
    bare.nilai_variabel.clear();
    bare.target.clear();
    bare.realisasi.clear();
    bare.pagu.clear();
    bare.realisasi_anggaran.clear();
    bare.program_kegiatan.clear();
    bare.pemetaan_anggaran.clear();
    bare.perjanjian_kinerja.clear();
    bare.evaluasi.clear();
    bare.rekomendasi.clear();
    bare.tujuan.clear();
    bare.sasaran.clear();
    bare.visi.clear();
    bare.misi.clear();
    bare.unit_kerja.clear();
    bare.pejabat.clear();
    bare.pembanding.clear();
    bare.skala.clear();
    bare.pita.clear();
    for part in PARTS.split_whitespace() {
        let args = ARGS.iter().find(|(it, _)| *it == part).map_or("", |(_, args)| args);
        let teks = format!("{{isi {part} {args}}}");
        assert!(make(&with_narrative(full.clone(), &teks)).is_ok(), "{part} with facts");
        let answer = text_of(bare.clone(), &teks);
        assert!(answer.len() > 20, "{part} without facts: {answer}");
    }
}

#[test]
fn wide_annexes_turn_their_pages_and_headings_go_with_them() {
    use selaras_domain::dokumen::{Orientation, PageNumbers};
    let dokumen = lkjip("bkpsdm-dumai-2023");
    for section in &dokumen.sections {
        let only_headings = section.blocks.iter().all(|it| matches!(it, Block::Heading { .. }));
        assert!(!only_headings || section.kepala.starts_with("Bab"), "{}", section.kepala);
        if section.orientation == Orientation::Landscape {
            assert_eq!(section.page_numbers, PageNumbers::Continued, "{}", section.kepala);
        }
    }
}

#[test]
fn rows_of_totals_come_last() {
    use selaras_domain::dokumen::RowKind;
    for table in tables(&lkjip("bkpsdm-dumai-2023")) {
        let is_total = |it: &Row| it.kind == RowKind::Total;
        let first = table.rows.iter().position(is_total);
        if let Some(first) = first {
            assert!(table.rows[first..].iter().all(is_total), "{}", table.label);
        }
    }
}

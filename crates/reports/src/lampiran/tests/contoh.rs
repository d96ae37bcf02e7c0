//! The annexes of the example: rows, totals and notes against the printed report of 2023.

use std::path::Path;
use std::sync::LazyLock;

use selaras_domain::dokumen::{Block, RowKind};
use selaras_domain::{Berkas, Hasil};

use super::reading::*;
use crate::lampiran::PARTS;

static CONTOH: LazyLock<(Berkas, Hasil)> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bkpsdm-dumai-2023");
    let berkas = selaras_package::read(&path).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let hasil = selaras_rules::measure(&berkas);
    (berkas, hasil)
});

fn contoh(name: &str, args: &[&str]) -> Vec<Block> {
    annex(&CONTOH.0, &CONTOH.1, name, args)
}

/// How many program, kegiatan and subkegiatan a table lists, by the parts of their numbers or kode.
fn levels(table: &selaras_domain::dokumen::Table, program: usize) -> [usize; 3] {
    let depth =
        |row: &selaras_domain::dokumen::Row| plain(&row.cells[0].content).split('.').count();
    let group = |n: usize| {
        let groups = table.rows.iter().filter(|it| it.kind == RowKind::Group);
        groups.filter(|it| it.cells.len() > 1 && depth(it) == n).count()
    };
    let kegiatan = if program == 1 { 2 } else { 5 };
    [group(program), group(kegiatan), count(table, RowKind::Body)]
}

/// The numbers of the remarks that a name points at: `… (cat. 6, 7)`.
fn pointers(name: &str) -> impl Iterator<Item = &str> {
    let numbers = name.rsplit_once("(cat. ").map_or("", |(_, it)| it.trim_end_matches(')'));
    numbers.split(", ").filter(|it| !it.is_empty())
}

#[test]
fn every_table_is_rectangular_and_every_name_is_made() {
    for (name, _) in PARTS {
        let args: &[&str] = if *name == "lampiran-pk" { &["pk-2023"] } else { &[] };
        let blocks = contoh(name, args);
        assert!(!blocks.is_empty(), "{name}");
        for block in &blocks {
            if let Block::Table(table) = block {
                assert_rectangular(table);
            }
        }
    }
}

#[test]
fn the_renstra_shows_every_target_from_2021_to_2026() {
    let blocks = contoh("lampiran-renstra", &[]);
    let tujuan = table(&blocks, "lampiran-renstra-tujuan");
    let first = cells(row_of(tujuan, 0, "Indeks Kepuasan Aparatur"));
    assert_eq!(first[3..], ["–²", "81,00", "84,00", "86,00", "88,00", "90,00"]);
    assert_eq!(
        notes(tujuan)[1],
        "2) Kondisi awal 2021 Indeks Kepuasan Aparatur: pada sumber \
        tercetak “NA”."
    );
    let sasaran = table(&blocks, "lampiran-renstra-sasaran");
    let third = cells(row_of(sasaran, 0, "Persentase Penyelesaian Kasus Pelanggaran Disiplin"));
    assert_eq!(third[3..], ["90,0", "92,0", "93,5", "95,0", "96,5", "98,0"]);
    assert_eq!(count(sasaran, RowKind::Body), 4);
    // 3 + 7 + 3 + 3 arah kebijakan under four strategi.
    let strategi = table(&blocks, "lampiran-renstra-strategi");
    assert_eq!(count(strategi, RowKind::Body), 16);
    let spans = strategi.rows.iter().filter(|it| it.cells.len() == 3);
    assert_eq!(spans.map(|it| it.cells[0].rowspan).collect::<Vec<_>>(), [3, 7, 3, 3]);
}

#[test]
fn the_renja_lists_3_program_14_kegiatan_and_42_subkegiatan() {
    let blocks = contoh("lampiran-renja", &[]);
    let table = table(&blocks, "lampiran-renja");
    assert_eq!(levels(table, 3), [3, 14, 42]);
}

#[test]
fn the_renja_adds_up_what_the_source_does_not_show_and_says_so() {
    let blocks = contoh("lampiran-renja", &[]);
    let table = table(&blocks, "lampiran-renja");
    let total = table.rows.last().unwrap();
    assert_eq!(total.kind, RowKind::Total);
    // 9.308.553.712 + 1.362.459.100; the printed total is illegible. That of 2024 is printed.
    assert_eq!(cells(total)[..5], ["Jumlah", "10.671.012.812", "", "", "13.573.427.948"]);
    let last = notes(table).pop().unwrap();
    assert!(last.contains("tidak terbaca pada sumber: terbaca “10,661,012,812”"), "{last}");
    assert!(last.ends_with("yang disajikan jumlah rinciannya."), "{last}");
}

#[test]
fn the_renja_shows_targets_pagu_sources_and_forecasts() {
    let blocks = contoh("lampiran-renja", &[]);
    let table = table(&blocks, "lampiran-renja");
    assert_eq!(
        cells(row_of(table, 0, "5.03.02")),
        [
            "5.03.02",
            "Program Kepegawaian Daerah",
            "Persentase penempatan ASN sesuai dengan kompetensi, pemenuhan kebutuhan aparatur \
             sesuai formasi dan pegawai yang mencapai target kinerja dengan nilai BAIK",
            "94,48",
            "%",
            "2.619.623.887",
            "",
            "94,48",
            "2.463.509.120",
            "",
        ]
    );
    let salaries = cells(row_of(table, 1, "Penyediaan Gaji dan Tunjangan ASN"));
    assert_eq!(
        salaries[6],
        "Dana Transfer Umum-Dana Bagi Hasil; Dana Transfer Umum-Dana Alokasi Umum"
    );
    // The place is the same for all 42 and stands over the table.
    assert!(
        words(&blocks)
            .contains("Lokasi seluruh subkegiatan: Kota Dumai, Semua Kecamatan, Semua Kelurahan")
    );
}

#[test]
fn a_kode_without_its_last_digits_is_not_made_up() {
    let blocks = contoh("lampiran-renja", &[]);
    let table = table(&blocks, "lampiran-renja");
    let row = cells(row_of(table, 1, "Fasilitasi Lembaga Profesi ASN"));
    assert_eq!(row[0], "5.03.02.2.01.–");
    assert!(row.last().unwrap().split(", ").any(|it| it == "1"));
    assert!(notes(table)[0].contains("tidak diisi dari nomenklatur"));
}

#[test]
fn an_agreement_quotes_the_form_of_the_regulation() {
    let blocks = contoh("lampiran-pk", &["pk-2023"]);
    let words = words(&blocks);
    for sentence in [
        "PERJANJIAN KINERJA TAHUN 2023",
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel \
         serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
        "selanjutnya disebut pihak pertama",
        "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
        "mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
    ] {
        assert!(words.contains(sentence), "{sentence}");
    }
    for people in signatures(&blocks) {
        let [left, right] = people else { panic!("two parties sign") };
        assert_eq!(left.peran.as_deref(), Some("Pihak Kedua,"));
        assert_eq!(left.jabatan, "Wali Kota Dumai");
        assert_eq!(left.tempat_tanggal, None);
        assert_eq!(right.peran.as_deref(), Some("Pihak Pertama,"));
        assert_eq!(right.tempat_tanggal.as_deref(), Some("Dumai, 3 Januari 2023"));
    }
    assert_eq!(signatures(&blocks).len(), 2);
}

#[test]
fn an_agreement_lists_its_own_targets_and_programs() {
    let blocks = contoh("lampiran-pk", &["pk-2023"]);
    let targets = table(&blocks, "lampiran-pk-pk-2023-indikator");
    assert_eq!(plain(&targets.head[0][1].content), "Sasaran Strategis");
    let values: Vec<String> = targets.rows[1..].iter().map(|it| cells(it).pop().unwrap()).collect();
    assert_eq!(values, ["100,0", "84,0", "93,5", "5,0"]);
    let programs = table(&blocks, "lampiran-pk-pk-2023-program");
    assert_eq!(count(programs, RowKind::Body), 2);
    // 1.444.634.843 + 1.077.282.000, as annex 3 names two of the three programs.
    assert_eq!(cells(programs.rows.last().unwrap()), ["Jumlah", "2.521.916.843"]);
}

#[test]
fn a_changed_agreement_has_the_tujuan_too() {
    let blocks = contoh("lampiran-pk", &["perubahan-pk-2023"]);
    assert!(words(&blocks).contains("PERUBAHAN PERJANJIAN KINERJA TAHUN 2023"));
    let targets = table(&blocks, "lampiran-pk-perubahan-pk-2023-indikator");
    assert_eq!(plain(&targets.head[0][1].content), "Tujuan/Sasaran Strategis");
    let values: Vec<String> = targets.rows[1..].iter().map(|it| cells(it).pop().unwrap()).collect();
    assert_eq!(values, ["84,00", "70,71", "100,00", "84,00", "93,50", "5,00"]);
    let programs = table(&blocks, "lampiran-pk-perubahan-pk-2023-program");
    assert_eq!(cells(programs.rows.last().unwrap()), ["Jumlah", "10.070.867.140"]);
}

#[test]
fn the_measurement_shows_targets_and_results_and_the_priority_programs() {
    let blocks = contoh("lampiran-pengukuran", &[]);
    let iku = table(&blocks, "lampiran-pengukuran");
    let results: Vec<Vec<String>> = iku
        .rows
        .iter()
        .filter(|it| it.kind == RowKind::Body)
        .map(|it| {
            let cells = cells(it);
            cells[cells.len() - 3..].to_vec()
        })
        .collect();
    let expected = [
        ["100,0", "85,8", "85,8"],
        ["84,0", "99,1", "118,0"],
        ["93,5", "100,0", "107,0"],
        ["5,0", "37,8", "756,0"],
    ];
    assert_eq!(results, expected);
    let money = table(&blocks, "lampiran-pengukuran-anggaran");
    let total = cells(money.rows.last().unwrap());
    assert_eq!(total, ["Jumlah program prioritas", "3.643.757.843", "3.502.019.685", "96,11"]);
    assert_eq!(signatures(&blocks)[0][0].nama, "H. ERINASRIZAL, S.Sos, M.Si");
}

#[test]
fn the_realisasi_lists_3_program_14_kegiatan_and_40_subkegiatan() {
    let blocks = contoh("lampiran-realisasi", &[]);
    let table = table(&blocks, "lampiran-realisasi");
    assert_eq!(levels(table, 1), [3, 14, 40]);
    let urusan = table.rows.iter().filter(|it| it.kind == RowKind::Group && it.cells.len() == 1);
    let urusan: Vec<String> = urusan.map(|it| cells(it).remove(0)).collect();
    assert_eq!(urusan, ["KEPEGAWAIAN", "PENDIDIKAN DAN PELATIHAN"]);
}

#[test]
fn the_realisasi_shows_kinerja_and_money_of_every_quarter() {
    let blocks = contoh("lampiran-realisasi", &[]);
    let table = table(&blocks, "lampiran-realisasi");
    assert_eq!(
        cells(row_of(table, 0, "2.1.2")),
        [
            "2.1.2",
            "Koordinasi Pelaksanaan Administrasi Pemberhentian",
            "121,00",
            "Dokumen",
            "79.747.000",
            "26,00",
            "8.367.000",
            "30,00",
            "8.780.000",
            "32,00",
            "0",
            "43,00",
            "58.737.000",
            "131,00",
            "75.884.000",
            "108,26",
            "95,16",
            "102.529.800",
        ]
    );
    let program = cells(row_of(table, 0, "2"));
    assert_eq!(program[1], "Program Kepegawaian Daerah\nPenanggung jawab: BKPSDM");
    assert_eq!(program[4], "2.006.492.743");
    assert_eq!(program[15..18], ["91,01", "93,10", "3.421.158.587"]);
}

#[test]
fn the_realisasi_closes_with_averages_predikat_and_total() {
    let blocks = contoh("lampiran-realisasi", &[]);
    let table = table(&blocks, "lampiran-realisasi");
    let closing: Vec<Vec<String>> = table
        .rows
        .iter()
        .filter(|it| it.kind == RowKind::Subtotal)
        .map(|it| cells(it)[..3].to_vec())
        .collect();
    let expected = [
        [
            "Rata-rata capaian kinerja tertimbang anggaran, cara yang ditetapkan (cat. 24)",
            "103,74",
            "96,93",
        ],
        ["Predikat kinerja", "Sangat Tinggi", "Sangat Tinggi"],
        ["Rata-rata capaian kinerja sederhana, pembanding", "99,74", ""],
    ];
    assert_eq!(closing, expected);
    let unverified =
        "24) Kaki tabel, rata-rata capaian kinerja: skala predikat belum diverifikasi.";
    assert_eq!(notes(table).pop().unwrap(), unverified);
    let total = cells(table.rows.last().unwrap());
    assert_eq!(total[..2], ["Total", "10.070.867.140"]);
    assert_eq!(total[11..14], ["9.761.775.684", "", "96,93"]);
}

#[test]
fn the_realisasi_tells_the_gap_of_kegiatan_1_5_and_every_illegible_cell() {
    let blocks = contoh("lampiran-realisasi", &[]);
    let table = table(&blocks, "lampiran-realisasi");
    let notes = notes(table);
    let gap =
        notes.iter().find(|it| it.contains("1.5 Administrasi Umum") && it.contains("4.336.800"));
    let gap = gap.unwrap();
    assert!(gap.contains("jumlah keempat triwulan Rp708.170.208 berbeda Rp4.336.800"), "{gap}");
    let number = gap.split(')').next().unwrap();
    let row = cells(row_of(table, 0, "1.5"));
    assert!(pointers(&row[1]).any(|it| it == number), "{}", row[1]);
    // A dash in any cell is explained: its row points at a note.
    for row in table.rows.iter().filter(|it| it.kind == RowKind::Body) {
        let cells = cells(row);
        let has_dash = cells.iter().any(|it| it == "–");
        assert_eq!(has_dash, pointers(&cells[1]).next().is_some(), "{cells:?}");
    }
    let quarter = "1.1.1 Penyusunan Dokumen Perencanaan Perangkat Daerah, K triwulan II dan III: \
                   tidak terbaca pada sumber: triwulan II dan III berjumlah 2,25.";
    assert!(notes.iter().any(|it| it.ends_with(quarter)), "{notes:#?}");
}

#[test]
fn the_awards_come_with_the_clauses_of_their_decrees() {
    let blocks = contoh("lampiran-penghargaan", &[]);
    assert_eq!(count(table(&blocks, "lampiran-penghargaan"), RowKind::Body), 2);
    let clauses = table(&blocks, "lampiran-penghargaan-diktum-keputusan-merit-2023");
    let names: Vec<String> = clauses.rows.iter().map(|it| cells(it).remove(0)).collect();
    assert_eq!(names, ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM"]);
    let words = words(&blocks);
    for fact in [
        "Ditetapkan: Komisi Aparatur Sipil Negara, 30 November 2023",
        "Hasil: nilai 279, indeks 0,68, kategori III (Baik)",
        "Hasil: nilai 71,80, kategori BB (Sangat Baik)",
    ] {
        assert!(words.contains(fact), "{fact}");
    }
}

#[test]
fn a_trail_names_rule_basis_inputs_sources_and_rounding() {
    let blocks = contoh("lampiran-jejak", &[]);
    let table = table(&blocks, "lampiran-jejak-indikator");
    let of_iku_1 = table.rows.iter().skip_while(|it| {
        !cells(it)[0].ends_with("Persentase pelayanan kepegawaian yang diselesaikan tepat waktu")
    });
    let of_iku_1: Vec<Vec<String>> = of_iku_1.map(cells).collect();
    let trail = |title: &str| of_iku_1.iter().find(|it| it[0] == title).unwrap();
    let realisasi = trail("Realisasi 2023");
    assert_eq!(realisasi[1], "85,8%");
    for line in [
        "Usulan pelayanan administrasi kepegawaian 1.693 berkas (LKjIP [1], hlm. 29)",
        "Hitungan: 1.452 ÷ 1.693 × 100 = 145.200/1.693, dibulatkan menjadi 85,8%",
        "Pembulatan: 1 desimal, setengah menjauhi nol; realisasi dahulu",
        "Aturan: realisasi/formula@1; dasar: PermenPANRB 53/2014, Lampiran II.H; ketetapan \
         perangkat daerah",
    ] {
        assert!(realisasi[2].contains(line), "{}", realisasi[2]);
    }
    let capaian = trail("Capaian 2023");
    assert_eq!(capaian[1], "85,8%\nSangat Berhasil");
    assert!(capaian[2].contains("target 100,0% (Perubahan Perjanjian Kinerja [10], Lampiran 4)"));
}

#[test]
fn the_trails_cover_the_budget_and_the_averages() {
    let blocks = contoh("lampiran-jejak", &[]);
    let words = words(&blocks);
    for line in [
        "Hitungan: Rp9.761.775.684 ÷ Rp10.070.867.140 × 100 = 96,93%",
        "Hitungan: Rp3.502.019.685 ÷ Rp3.643.757.843 × 100 = 96,11%",
        "Belanja modal",
        "Aturan: rata-rata/tertimbang_anggaran@1; dasar: Permendagri 86/2017",
    ] {
        assert!(words.contains(line), "{line}");
    }
}

#[test]
fn the_trails_end_with_rules_documents_and_doubts() {
    let (berkas, hasil) = &*CONTOH;
    let blocks = contoh("lampiran-jejak", &[]);
    let used: std::collections::BTreeSet<_> =
        hasil.figures().iter().filter_map(|it| it.jejak.rule).collect();
    assert_eq!(table(&blocks, "lampiran-jejak-aturan").rows.len(), used.len());
    assert_eq!(table(&blocks, "lampiran-jejak-dokumen").rows.len(), berkas.dokumen.len());
    let doubts = table(&blocks, "lampiran-jejak-data");
    let row = cells(row_of(doubts, 0, "1.4 Administrasi Kepegawaian Perangkat Daerah"));
    assert!(
        row[1].starts_with("kode: 5.03.01.2.05. Kode dipulihkan: terbaca “2.08”"),
        "{}",
        row[1]
    );
    // Every illegible amount is listed.
    let absent = berkas.realisasi_anggaran.iter().filter(|it| it.jumlah.is_none()).count();
    let listed: usize = doubts
        .rows
        .iter()
        .filter(|it| it.kind == RowKind::Body)
        .map(|it| cells(it)[1].matches("realisasi anggaran").count())
        .sum();
    assert!(listed >= absent && absent > 0, "{listed} of {absent}");
}

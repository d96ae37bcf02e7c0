//! The annexes of a small fictional office, which lacks much and does things in other ways.

use jiff::civil::date;
use rust_decimal::{Decimal, dec};
use selaras_domain::dokumen::{Block, RowKind};
use selaras_domain::*;

use super::reading::*;
use crate::lampiran::{PARTS, is_landscape, usage};

fn tahun(year: u16) -> Tahun {
    Tahun::new(year).unwrap()
}

fn id<T: Id>(text: &str) -> T {
    T::new(text).unwrap()
}

/// An office of which nothing is known but its name.
fn bare() -> Berkas {
    Berkas {
        pemda: Pemda {
            jenis: JenisPemda::Kabupaten,
            nama: "Contoh".to_owned(),
            provinsi: "Contoh Raya".to_owned(),
        },
        perangkat_daerah: PerangkatDaerah {
            kode: None,
            nama: "Dinas Perhubungan".to_owned(),
            singkatan: "Dishub".to_owned(),
            tahun: tahun(2025),
            jabatan_kepala: "Kepala Dinas".to_owned(),
            bertanggung_jawab_kepada: "Bupati melalui Sekretaris Daerah".to_owned(),
            tugas: "melaksanakan urusan perhubungan".to_owned(),
            tempat: "Contoh".to_owned(),
            tanggal_data: Some(date(2026, 2, 20)),
            asal: Asal::default(),
        },
        kebijakan: Kebijakan {
            dasar: "Keputusan Kepala Dinas".to_owned(),
            rata_rata: RataRata::Sederhana,
            efisiensi: RumusEfisiensi::Rasio,
            presisi_efisiensi: 2,
            skala_efisiensi: None,
            presisi_anggaran: 2,
            presisi_rata_rata: 2,
            skala_rata_rata: None,
            lebar_subkegiatan: 4,
            asal: Asal::default(),
        },
        kebijakan_indikator: Vec::new(),
        skala: Vec::new(),
        pita: Vec::new(),
        dokumen: Vec::new(),
        dasar_hukum: Vec::new(),
        fungsi: Vec::new(),
        unit_kerja: Vec::new(),
        pejabat: Vec::new(),
        isu_strategis: Vec::new(),
        proses_bisnis: Vec::new(),
        visi: Vec::new(),
        misi: Vec::new(),
        tujuan: Vec::new(),
        sasaran: Vec::new(),
        strategi: Vec::new(),
        arah_kebijakan: Vec::new(),
        indikator: Vec::new(),
        variabel: Vec::new(),
        nilai_variabel: Vec::new(),
        komponen: Vec::new(),
        register: Vec::new(),
        catatan_register: Vec::new(),
        alasan_register: Vec::new(),
        jenis_layanan: Vec::new(),
        sop_layanan: Vec::new(),
        kasus_layanan: Vec::new(),
        populasi_jabatan: Vec::new(),
        jabatan: Vec::new(),
        pemangku_jabatan: Vec::new(),
        kasus_disiplin: Vec::new(),
        peserta_diklat: Vec::new(),
        hari_libur: Vec::new(),
        target: Vec::new(),
        realisasi: Vec::new(),
        program_kegiatan: Vec::new(),
        pagu: Vec::new(),
        sumber_dana: Vec::new(),
        realisasi_anggaran: Vec::new(),
        belanja: Vec::new(),
        pemetaan_anggaran: Vec::new(),
        crosscutting: Vec::new(),
        perjanjian_kinerja: Vec::new(),
        rencana_aksi: Vec::new(),
        monev_aksi: Vec::new(),
        supervisi_perjanjian: Vec::new(),
        keputusan_perjanjian: Vec::new(),
        faktor: Vec::new(),
        tindak_lanjut: Vec::new(),
        pembanding: Vec::new(),
        evaluasi: Vec::new(),
        komponen_evaluasi: Vec::new(),
        rekomendasi: Vec::new(),
        tindak_lanjut_rekomendasi: Vec::new(),
        penghargaan: Vec::new(),
        diktum: Vec::new(),
        pengecualian_temuan: Vec::new(),
        bagian: Vec::new(),
        narasi: Vec::new(),
    }
}

fn dokumen(name: &str, jenis: JenisDokumen) -> DokumenSumber {
    DokumenSumber {
        id: id(name),
        jenis,
        judul: format!("Dokumen {name}"),
        nomor: None,
        tanggal: None,
        tahun: Some(tahun(2025)),
        sampai: None,
        penerbit: None,
        mengubah: None,
        asal: Asal::default(),
    }
}

fn cara() -> CaraUkur {
    CaraUkur {
        rumus: RumusCapaian::Positif,
        tahap: TahapPembulatan::RealisasiDahulu,
        mode: RoundingMode::HalfUp,
        presisi_realisasi: 1,
        presisi_capaian: 1,
        batas_bawah: None,
        batas_atas: None,
        target_nol: TargetNol::TidakDihitung,
        akumulasi: Akumulasi::Jumlah,
        skala: None,
    }
}

fn indikator(name: &str, jenis: JenisIndikator, pokok: Pokok, satuan: &str) -> Indikator {
    Indikator {
        id: id(name),
        jenis,
        pokok,
        nomor: 1,
        nama: format!("Indikator {name}"),
        nama_pendek: None,
        satuan: satuan.to_owned(),
        polaritas: Polaritas::Naik,
        skala_nilai: None,
        definisi: None,
        rumus_tertulis: None,
        formula: None,
        sumber_data: None,
        penanggung_jawab: None,
        cara: CaraUkurSendiri::default(),
        asal: Asal::default(),
    }
}

fn target(indikator: &str, dokumen: &str, year: u16, nilai: Option<NilaiTarget>) -> Target {
    Target {
        indikator: id(indikator),
        dokumen: id(dokumen),
        tahun: tahun(year),
        periode: Periode::Tahun,
        jenis: JenisTarget::Target,
        nilai,
        asal: Asal::default(),
    }
}

fn angka(value: Decimal) -> Option<NilaiTarget> {
    Some(NilaiTarget::Angka(value))
}

fn realisasi(indikator: &str, value: Decimal) -> Realisasi {
    Realisasi {
        indikator: id(indikator),
        tahun: tahun(2025),
        periode: Periode::Tahun,
        nilai: Some(NilaiRealisasi::Angka(value)),
        verifikasi: Verifikasi::Terverifikasi,
        asal: Asal::default(),
    }
}

fn baris(
    name: &str,
    induk: Option<&str>,
    jenjang: Jenjang,
    lokasi: Option<&str>,
) -> ProgramKegiatan {
    ProgramKegiatan {
        id: id(name),
        induk: induk.map(id),
        jenjang,
        nomor: None,
        kode: KodeNomenklatur::parse(name),
        nama: format!("Baris {name}"),
        lokasi: lokasi.map(str::to_owned),
        kelompok_sasaran: None,
        penanggung_jawab: None,
        asal: Asal::default(),
    }
}

fn pagu(baris: &str, dokumen: &str, jumlah: i64) -> Pagu {
    Pagu {
        baris: id(baris),
        dokumen: id(dokumen),
        tahun: tahun(2025),
        jumlah: Rupiah::new(jumlah),
        asal: Asal::default(),
    }
}

fn spent(baris: &str, periode: Periode, jumlah: i64) -> RealisasiAnggaran {
    RealisasiAnggaran {
        baris: id(baris),
        tahun: tahun(2025),
        periode,
        jumlah: Rupiah::new(jumlah),
        asal: Asal::default(),
    }
}

fn pejabat(name: &str, jabatan: &str, status: StatusPejabat) -> Pejabat {
    Pejabat {
        id: id(name),
        nama: name.to_uppercase(),
        jabatan: jabatan.to_owned(),
        pangkat: Some("Pembina Utama Muda".to_owned()),
        status,
        unit_kerja: None,
        mulai: None,
        sampai: None,
        asal: Asal::default(),
    }
}

/// One sasaran with an IKU that aims at a range, a program with two subkegiatan, and an agreement
/// that the head of the region signs alone.
fn dinas() -> Berkas {
    let sasaran = Pokok::Sasaran(id("s1"));
    let row = |name: &str| Pokok::Baris(id(name));
    Berkas {
        kebijakan_indikator: [JenisIndikator::Iku, JenisIndikator::Keluaran]
            .map(|jenis| KebijakanIndikator { jenis, cara: cara(), asal: Asal::default() })
            .to_vec(),
        dokumen: vec![
            DokumenSumber {
                sampai: Some(tahun(2029)),
                ..dokumen("renstra", JenisDokumen::Renstra)
            },
            dokumen("renja", JenisDokumen::Renja),
            dokumen("dpa", JenisDokumen::Dpa),
            dokumen("pk", JenisDokumen::PerjanjianKinerja),
        ],
        pejabat: vec![pejabat("bupati", "Bupati Contoh", StatusPejabat::Definitif)],
        visi: vec![Visi {
            id: id("v"),
            tingkat: TingkatVisi::Daerah,
            uraian: "Contoh Tertib".to_owned(),
            asal: Asal::default(),
        }],
        misi: vec![Misi {
            id: id("m"),
            visi: id("v"),
            nomor: 2,
            uraian: "Jalan aman".to_owned(),
            dukungan: Dukungan::Didukung,
            asal: Asal::default(),
        }],
        tujuan: vec![Tujuan {
            id: id("t"),
            misi: id("m"),
            uraian: "Selamat di jalan".to_owned(),
            asal: Asal::default(),
        }],
        sasaran: vec![Sasaran {
            id: id("s1"),
            tujuan: id("t"),
            uraian: "Turunnya kecelakaan".to_owned(),
            asal: Asal::default(),
        }],
        indikator: vec![
            indikator("iku-a", JenisIndikator::Iku, sasaran.clone(), "menit"),
            indikator("iku-b", JenisIndikator::Iku, sasaran, "%"),
            indikator("k1", JenisIndikator::Keluaran, row("2.15.02.2.01.1"), "Unit"),
            indikator("k2", JenisIndikator::Keluaran, row("2.15.02.2.01.1"), "Orang"),
            indikator("k3", JenisIndikator::Keluaran, row("2.15.02.2.01.2"), "Unit"),
        ],
        target: vec![
            target("iku-a", "renstra", 2025, Some(NilaiTarget::Rentang(dec!(5), dec!(7.5)))),
            target("iku-b", "renstra", 2025, angka(dec!(0))),
            target("iku-b", "renstra", 2026, None),
            target("iku-a", "pk", 2025, Some(NilaiTarget::Rentang(dec!(5), dec!(7.5)))),
            target("iku-b", "pk", 2025, angka(dec!(0))),
            target("k1", "renja", 2025, angka(dec!(4))),
            target("k2", "renja", 2025, angka(dec!(20))),
            target("k3", "renja", 2025, None),
        ],
        realisasi: vec![
            realisasi("iku-b", dec!(3)),
            realisasi("k1", dec!(4)),
            realisasi("k2", dec!(15)),
        ],
        program_kegiatan: vec![
            baris("2.15", None, Jenjang::Urusan, None),
            baris("2.15.02", Some("2.15"), Jenjang::Program, None),
            baris("2.15.02.2.01", Some("2.15.02"), Jenjang::Kegiatan, None),
            baris("2.15.02.2.01.1", Some("2.15.02.2.01"), Jenjang::Subkegiatan, Some("Utara")),
            baris("2.15.02.2.01.2", Some("2.15.02.2.01"), Jenjang::Subkegiatan, Some("Selatan")),
        ],
        pagu: vec![
            pagu("2.15.02.2.01.1", "renja", 600),
            pagu("2.15.02.2.01.2", "renja", 400),
            pagu("2.15.02.2.01.1", "dpa", 500),
            pagu("2.15.02.2.01.2", "dpa", 300),
            pagu("2.15.02", "pk", 800),
        ],
        sumber_dana: vec![SumberDana {
            baris: id("2.15.02"),
            dokumen: id("pk"),
            nomor: 1,
            nama: "PAD".to_owned(),
            jumlah: None,
            asal: Asal::default(),
        }],
        realisasi_anggaran: vec![
            spent("2.15.02.2.01", Periode::Tahun, 700),
            spent("2.15.02.2.01.1", Periode::Tahun, 450),
            spent("2.15.02.2.01.2", Periode::Tahun, 200),
        ],
        perjanjian_kinerja: vec![PerjanjianKinerja {
            id: id("pk"),
            dokumen: id("pk"),
            tahun: tahun(2025),
            mengubah: None,
            alasan: None,
            pihak_pertama: id("bupati"),
            pihak_kedua: None,
            tempat: "Contoh".to_owned(),
            status: StatusPerjanjian::Draf,
            asal: Asal::default(),
        }],
        ..bare()
    }
}

fn made(berkas: &Berkas, name: &str, args: &[&str]) -> Vec<Block> {
    annex(berkas, &selaras_rules::measure(berkas), name, args)
}

#[test]
fn an_office_that_has_filled_in_nothing_is_told_what_is_missing() {
    let berkas = bare();
    let expected = [
        ("lampiran-renstra", "Rencana Strategis belum tercatat"),
        ("lampiran-renja", "Rencana Kerja tahun 2025 belum tercatat"),
        ("lampiran-pengukuran", "Indikator kinerja utama belum diisi."),
        ("lampiran-pengukuran", "belum dipetakan ke program"),
        ("lampiran-realisasi", "subkegiatan tahun 2025 belum tercatat"),
        ("lampiran-penghargaan", "Tidak ada penghargaan yang tercatat pada tahun 2025."),
    ];
    for (name, sentence) in expected {
        let words = words(&made(&berkas, name, &[]));
        assert!(words.contains(sentence), "{name}: {words}");
    }
    // What was computed from nothing is nothing; the choices of the office stand.
    assert!(words(&made(&berkas, "lampiran-jejak", &[])).contains("Keputusan Kepala Dinas"));
}

#[test]
fn an_agreement_that_is_not_there_is_named_with_those_that_are() {
    let berkas = dinas();
    let hasil = selaras_rules::measure(&berkas);
    let error = try_annex(&berkas, &hasil, "lampiran-pk", &["pk-2024"]).unwrap_err();
    assert_eq!(error.0, "Perjanjian kinerja «pk-2024» tidak ada. Pilih salah satu: pk.");
    let error = try_annex(&bare(), &hasil, "lampiran-pk", &["pk"]).unwrap_err();
    assert!(error.0.contains("isi perjanjian_kinerja.csv"), "{}", error.0);
    assert_eq!(usage("lampiran-pk"), "PK-ID");
}

#[test]
fn a_head_who_signs_alone_is_no_party() {
    let blocks = made(&dinas(), "lampiran-pk", &["pk"]);
    let words = words(&blocks);
    assert!(words.contains("berorientasi pada hasil, yang bertanda tangan di bawah ini:"));
    assert!(words.contains("berjanji akan mewujudkan target kinerja yang seharusnya"));
    assert!(!words.contains("pihak kedua"), "{words}");
    for people in signatures(&blocks) {
        let [bupati] = people else { panic!("one signs") };
        assert_eq!(bupati.peran, None);
        assert_eq!(bupati.pangkat.as_deref(), Some("Pembina Utama Muda"));
    }
}

#[test]
fn a_draft_leaves_room_for_its_date_and_says_that_it_is_one() {
    let mut berkas = dinas();
    let blocks = made(&berkas, "lampiran-pk", &["pk"]);
    assert_eq!(signatures(&blocks)[0][0].tempat_tanggal.as_deref(), Some("Contoh, ……………………"));
    assert!(words(&blocks).contains("masih draf dan belum ditandatangani"));
    berkas.perjanjian_kinerja[0].status =
        StatusPerjanjian::Ditandatangani { tanggal: date(2025, 1, 2) };
    let blocks = made(&berkas, "lampiran-pk", &["pk"]);
    assert_eq!(signatures(&blocks)[0][0].tempat_tanggal.as_deref(), Some("Contoh, 2 Januari 2025"));
    assert!(!words(&blocks).contains("draf"));
}

#[test]
fn an_agreement_names_the_sources_of_money_where_it_states_them() {
    let blocks = made(&dinas(), "lampiran-pk", &["pk"]);
    let programs = table(&blocks, "lampiran-pk-pk-program");
    assert_eq!(cells(&programs.rows[1]), ["1", "Baris 2.15.02", "800", "PAD"]);
    assert_rectangular(programs);
    let targets = table(&blocks, "lampiran-pk-pk-indikator");
    assert_eq!(cells(&targets.rows[1]).last().unwrap(), "5,0–7,5");
}

#[test]
fn the_renstra_marks_a_target_that_its_source_does_not_show() {
    let blocks = made(&dinas(), "lampiran-renstra", &[]);
    let sasaran = table(&blocks, "lampiran-renstra-sasaran");
    let row = cells(row_of(sasaran, 0, "Indikator iku-b"));
    // No kondisi awal is stated, so there is no column for it.
    assert_eq!(row, ["Indikator iku-b", "%", "–¹", "0,0", "–³"]);
    let expected = [
        "1) Formula perhitungan belum diisi.",
        "2) Target belum diisi.",
        "3) Target 2026 Indikator iku-b: tidak terbaca pada sumber.",
    ];
    assert_eq!(notes(sasaran), expected);
    let words = words(&blocks);
    assert!(words.contains("Misi ke-2: Jalan aman"));
    assert!(words.contains("Strategi dan kebijakan belum diisi."));
}

#[test]
fn the_renja_gives_differing_places_a_column_and_needs_no_forecast() {
    let blocks = made(&dinas(), "lampiran-renja", &[]);
    let table = table(&blocks, "lampiran-renja");
    assert_rectangular(table);
    assert_eq!(table.head[0].len(), 5);
    let first = cells(row_of(table, 0, "2.15.02.2.01.0001"));
    assert_eq!(
        first,
        [
            "2.15.02.2.01.0001",
            "Baris 2.15.02.2.01.1",
            "Indikator k1",
            "Utara",
            "4",
            "Unit",
            "600",
            ""
        ]
    );
    // The second keluaran has a line of its own.
    assert_eq!(
        cells(row_of(table, 2, "Indikator k2")),
        ["", "", "Indikator k2", "", "20", "Orang", "", ""]
    );
    assert_eq!(cells(table.rows.last().unwrap()), ["Jumlah", "1.000", ""]);
}

#[test]
fn rows_under_the_total_are_listed_like_rows_under_nothing() {
    let mut berkas = dinas();
    let rows = &mut berkas.program_kegiatan;
    rows[0].induk = Some(id("total"));
    rows.insert(0, ProgramKegiatan { kode: None, ..baris("total", None, Jenjang::Total, None) });
    let lines = |berkas: &Berkas| {
        let blocks = made(berkas, "lampiran-renja", &[]);
        table(&blocks, "lampiran-renja").rows.iter().map(cells).collect::<Vec<_>>()
    };
    assert_eq!(lines(&berkas), lines(&dinas()));
}

#[test]
fn the_realisasi_tells_where_a_parent_differs_from_its_children() {
    let blocks = made(&dinas(), "lampiran-realisasi", &[]);
    let table = table(&blocks, "lampiran-realisasi");
    assert_rectangular(table);
    // Nothing is known of earlier years: the column of the cumulated money is left out.
    assert_eq!(table.columns.len(), 17);
    let notes = notes(table);
    let gap = "dokumen menyatakan Rp700, berbeda Rp50 dari jumlah rinciannya";
    assert!(notes.iter().any(|it| it.contains(gap)), "{notes:#?}");
    let kegiatan = cells(row_of(table, 1, "Baris 2.15.02.2.01 (cat. 1, 2)"));
    assert_eq!(kegiatan[14], "650");
    let total = cells(table.rows.last().unwrap());
    assert_eq!(total[..2], ["Total (cat. 1)", "800"]);
    assert_eq!(total[11], "650");
}

#[test]
fn quarters_that_nobody_filled_in_share_one_note() {
    let blocks = made(&dinas(), "lampiran-realisasi", &[]);
    let table = table(&blocks, "lampiran-realisasi");
    let unfilled = notes(table).into_iter().filter(|it| it.contains("belum diisi"));
    let unfilled: Vec<String> = unfilled.collect();
    let expected = "Realisasi anggaran triwulan I, II, III, dan IV: belum diisi.";
    assert!(unfilled.iter().any(|it| it.ends_with(expected)), "{unfilled:#?}");
    assert_eq!(unfilled.iter().filter(|it| it.contains("K triwulan I, II")).count(), 1);
}

#[test]
fn the_measurement_says_why_there_is_no_capaian() {
    let blocks = made(&dinas(), "lampiran-pengukuran", &[]);
    let iku = table(&blocks, "lampiran-pengukuran");
    // Units differ, so they have a column.
    assert_eq!(plain(&iku.head[0][3].content), "Satuan");
    let notes = notes(iku);
    for reason in [
        "Realisasi Indikator iku-a: realisasi belum diisi.",
        "Capaian Indikator iku-b: target nol: capaian tidak dapat dihitung.",
    ] {
        assert!(notes.iter().any(|it| it.ends_with(reason)), "{notes:#?}");
    }
    // Nobody is known to lead the office, but the agreement names who signed.
    assert_eq!(signatures(&blocks)[0][0].nama, "BUPATI");
    assert_eq!(
        signatures(&blocks)[0][0].tempat_tanggal.as_deref(),
        Some("Contoh, 20 Februari 2026")
    );
}

#[test]
fn an_acting_head_signs_as_one() {
    let mut berkas = dinas();
    berkas.unit_kerja.push(UnitKerja {
        id: id("kepala"),
        induk: None,
        jenis: JenisUnitKerja::Kepala,
        nama: "Kepala Dinas".to_owned(),
        jabatan: None,
        asal: Asal::default(),
    });
    let head = |name: &str, status, mulai, sampai| Pejabat {
        unit_kerja: Some(id("kepala")),
        mulai: Some(mulai),
        sampai,
        ..pejabat(name, "Kepala Dinas Perhubungan", status)
    };
    let former = date(2024, 1, 1);
    berkas.pejabat.extend([
        head("lama", StatusPejabat::Definitif, former, Some(date(2025, 6, 30))),
        head("baru", StatusPejabat::Plt, date(2025, 7, 1), None),
    ]);
    let blocks = made(&berkas, "lampiran-pengukuran", &[]);
    let signature = &signatures(&blocks)[0][0];
    assert_eq!(signature.nama, "BARU");
    assert_eq!(signature.jabatan, "Plt. Kepala Dinas Perhubungan");
}

#[test]
fn the_trail_of_what_is_missing_says_why() {
    let blocks = made(&dinas(), "lampiran-jejak", &[]);
    let words = words(&blocks);
    assert!(words.contains("tidak dapat dihitung"), "{words}");
    assert!(words.contains("Catatan: Target nol: capaian tidak dapat dihitung."), "{words}");
    assert!(words.contains("Catatan: Realisasi belum diisi."), "{words}");
}

#[test]
fn wide_annexes_are_turned_and_narrow_ones_are_not() {
    let turned: Vec<&str> =
        PARTS.iter().map(|(name, _)| *name).filter(|it| is_landscape(it)).collect();
    assert_eq!(turned, ["lampiran-renstra", "lampiran-renja", "lampiran-realisasi"]);
    let blocks = made(&dinas(), "lampiran-realisasi", &[]);
    assert_eq!(count(table(&blocks, "lampiran-realisasi"), RowKind::Numbers), 1);
}

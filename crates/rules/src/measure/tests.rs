//! Cases of measurement that depend on how facts stand together, on a file as small as it can be.

use selaras_domain::*;

use super::measure;

fn tahun() -> Tahun {
    Tahun::new(2024).unwrap()
}

fn decimal(text: &str) -> rust_decimal::Decimal {
    text.parse().unwrap()
}

/// An office with one plan, one budget and no facts.
pub(crate) fn office() -> Berkas {
    let mut berkas = Berkas {
        pemda: Pemda {
            jenis: JenisPemda::Kabupaten,
            nama: "Contoh".to_owned(),
            provinsi: "Nusa Contoh".to_owned(),
        },
        perangkat_daerah: PerangkatDaerah {
            kode: None,
            nama: "Dinas Contoh".to_owned(),
            singkatan: "Discontoh".to_owned(),
            tahun: tahun(),
            jabatan_kepala: "Kepala Dinas".to_owned(),
            bertanggung_jawab_kepada: "Bupati".to_owned(),
            tugas: "memberi contoh".to_owned(),
            tempat: "Contoh".to_owned(),
            tanggal_data: None,
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
    };
    for (id, jenis) in [("renja", JenisDokumen::Renja), ("dpa", JenisDokumen::Dpa)] {
        berkas.dokumen.push(DokumenSumber {
            id: DokumenId::new(id).unwrap(),
            jenis,
            judul: id.to_uppercase(),
            nomor: None,
            tanggal: None,
            tahun: Some(tahun()),
            sampai: None,
            penerbit: None,
            mengubah: None,
            asal: Asal::default(),
        });
    }
    berkas
}

/// Adds the indikator `iku`, measured by `R / T × 100` between 0 and 120.
fn add_indikator(berkas: &mut Berkas) {
    berkas.kebijakan_indikator.push(KebijakanIndikator {
        jenis: JenisIndikator::Iku,
        cara: CaraUkur {
            rumus: RumusCapaian::Positif,
            tahap: TahapPembulatan::RealisasiDahulu,
            mode: RoundingMode::HalfUp,
            presisi_realisasi: 2,
            presisi_capaian: 2,
            batas_bawah: Some(decimal("0")),
            batas_atas: Some(decimal("120")),
            target_nol: TargetNol::TidakDihitung,
            akumulasi: Akumulasi::Terakhir,
            skala: None,
        },
        asal: Asal::default(),
    });
    berkas.indikator.push(Indikator {
        id: IndikatorId::new("iku").unwrap(),
        jenis: JenisIndikator::Iku,
        pokok: Pokok::Sasaran(SasaranId::new("sasaran").unwrap()),
        nomor: 1,
        nama: "Mutu".to_owned(),
        nama_pendek: None,
        satuan: "Nilai".to_owned(),
        polaritas: Polaritas::Naik,
        skala_nilai: None,
        definisi: None,
        rumus_tertulis: None,
        formula: None,
        sumber_data: None,
        penanggung_jawab: None,
        cara: CaraUkurSendiri::default(),
        asal: Asal::default(),
    });
}

fn add_target(berkas: &mut Berkas, nilai: Option<NilaiTarget>, catatan: Option<&str>) {
    berkas.target.push(Target {
        indikator: IndikatorId::new("iku").unwrap(),
        dokumen: DokumenId::new("renja").unwrap(),
        tahun: tahun(),
        periode: Periode::Tahun,
        jenis: JenisTarget::Target,
        nilai,
        asal: Asal { catatan: catatan.map(str::to_owned), ..Asal::default() },
    });
}

fn add_realisasi(
    berkas: &mut Berkas,
    tahun: u16,
    nilai: Option<NilaiRealisasi>,
    catatan: Option<&str>,
) {
    berkas.realisasi.push(Realisasi {
        indikator: IndikatorId::new("iku").unwrap(),
        tahun: Tahun::new(tahun).unwrap(),
        periode: Periode::Tahun,
        nilai,
        verifikasi: Verifikasi::Terverifikasi,
        asal: Asal { catatan: catatan.map(str::to_owned), ..Asal::default() },
    });
}

fn add_row(berkas: &mut Berkas, id: &str, induk: Option<&str>, jenjang: Jenjang) {
    berkas.program_kegiatan.push(ProgramKegiatan {
        id: BarisId::new(id).unwrap(),
        induk: induk.map(|it| BarisId::new(it).unwrap()),
        jenjang,
        nomor: None,
        kode: None,
        nama: id.to_uppercase(),
        lokasi: None,
        kelompok_sasaran: None,
        penanggung_jawab: None,
        asal: Asal::default(),
    });
}

fn add_pagu(berkas: &mut Berkas, baris: &str, jumlah: i64) {
    berkas.pagu.push(Pagu {
        baris: BarisId::new(baris).unwrap(),
        dokumen: DokumenId::new("dpa").unwrap(),
        tahun: tahun(),
        jumlah: Rupiah::new(jumlah),
        asal: Asal::default(),
    });
}

fn add_spent(berkas: &mut Berkas, baris: &str, periode: Periode, jumlah: Option<i64>) {
    berkas.realisasi_anggaran.push(RealisasiAnggaran {
        baris: BarisId::new(baris).unwrap(),
        tahun: tahun(),
        periode,
        jumlah: jumlah.and_then(Rupiah::new),
        asal: Asal::default(),
    });
}

/// A figure as `value` or `state`, with its note.
fn figure(hasil: &Hasil, id: &str) -> (String, Option<String>) {
    let figure = hasil.get(&FigureId::new(id)).unwrap_or_else(|| panic!("no figure {id}"));
    let state = figure.keadaan.code().to_owned();
    (figure.value.map_or(state, |it| it.to_string()), figure.note.clone())
}

fn note(hasil: &Hasil, id: &str) -> Option<String> {
    figure(hasil, id).1
}

#[test]
fn an_illegible_cell_is_said_once_and_with_its_reason() {
    let reason = "tidak terbaca pada sumber: terbaca “7?”";
    let mut berkas = office();
    add_indikator(&mut berkas);
    add_target(&mut berkas, None, Some(reason));
    add_realisasi(&mut berkas, 2024, None, Some(reason));
    let hasil = measure(&berkas);
    assert_eq!(note(&hasil, "indikator/iku/2024/realisasi").as_deref(), Some(reason));
    assert_eq!(note(&hasil, "indikator/iku/2024/target").as_deref(), Some(reason));
}

#[test]
fn an_illegible_cell_keeps_a_note_about_something_else() {
    let mut berkas = office();
    add_indikator(&mut berkas);
    add_realisasi(&mut berkas, 2024, None, Some("dari laporan cetak"));
    let expected = "realisasi tidak terbaca pada sumber; dari laporan cetak";
    let found = note(&measure(&berkas), "indikator/iku/2024/realisasi");
    assert_eq!(found.as_deref(), Some(expected));
}

#[test]
fn a_limit_is_noted_only_where_it_changes_the_capaian() {
    let capped = |realisasi: &str| {
        let mut berkas = office();
        add_indikator(&mut berkas);
        add_target(&mut berkas, Some(NilaiTarget::Angka(decimal("50"))), None);
        add_realisasi(&mut berkas, 2024, Some(NilaiRealisasi::Angka(decimal(realisasi))), None);
        figure(&measure(&berkas), "indikator/iku/2024/capaian")
    };
    let noted = |value: &str, note: &str| (value.to_owned(), Some(note.to_owned()));
    assert_eq!(capped("61"), noted("120.00", "dibatasi paling tinggi 120%"));
    assert_eq!(capped("60"), ("120.00".to_owned(), None));
    assert_eq!(capped("0"), ("0.00".to_owned(), None));
    assert_eq!(capped("-1"), noted("0.00", "dibatasi paling rendah 0%"));
}

#[test]
fn the_way_to_the_end_of_the_plan_is_measured_by_the_latest_renstra_in_force() {
    let mut berkas = office();
    add_indikator(&mut berkas);
    add_realisasi(&mut berkas, 2024, Some(NilaiRealisasi::Angka(decimal("44"))), None);
    let renstra = |id: &str, from: u16, to: u16| DokumenSumber {
        id: DokumenId::new(id).unwrap(),
        jenis: JenisDokumen::Renstra,
        tahun: Tahun::new(from),
        sampai: Tahun::new(to),
        ..berkas.dokumen[0].clone()
    };
    let plans = [
        // The next plan is known already, and the murni of this one was changed.
        (renstra("berikut", 2025, 2029), 2029, "99"),
        (renstra("murni", 2020, 2024), 2024, "80"),
        (renstra("perubahan", 2020, 2024), 2024, "88"),
    ];
    for (plan, year, nilai) in plans {
        add_target(&mut berkas, Some(NilaiTarget::Angka(decimal(nilai))), None);
        let row = berkas.target.last_mut().unwrap();
        row.dokumen = plan.id.clone();
        row.tahun = Tahun::new(year).unwrap();
        berkas.dokumen.push(plan);
    }
    // What was agreed for that year is another matter.
    add_target(&mut berkas, Some(NilaiTarget::Angka(decimal("40"))), None);
    let hasil = measure(&berkas);
    assert_eq!(figure(&hasil, "indikator/iku/2024/target").0, "40.00");
    assert_eq!(figure(&hasil, "indikator/iku/2024/capaian").0, "110.00");
    assert_eq!(figure(&hasil, "indikator/iku/2024/kemajuan").0, "50.00");
}

#[test]
fn predicates_have_no_difference() {
    let mut berkas = office();
    add_indikator(&mut berkas);
    for tahun in [2023, 2024] {
        let nilai = Some(NilaiRealisasi::Predikat("WTP".to_owned()));
        add_realisasi(&mut berkas, tahun, nilai, None);
    }
    let hasil = measure(&berkas);
    let id = FigureId::new("indikator/iku/2024/selisih-realisasi");
    assert_eq!(hasil.get(&id), None);
}

#[test]
fn a_row_under_the_total_is_a_root_like_one_under_nothing() {
    let mut berkas = office();
    add_row(&mut berkas, "total", None, Jenjang::Total);
    add_row(&mut berkas, "satu", Some("total"), Jenjang::Program);
    add_row(&mut berkas, "dua", None, Jenjang::Program);
    add_pagu(&mut berkas, "satu", 30);
    add_pagu(&mut berkas, "dua", 12);
    assert_eq!(figure(&measure(&berkas), "anggaran/total/2024/pagu").0, "42");
}

#[test]
fn a_row_with_the_name_of_a_sum_is_added_up_and_has_no_figures_of_its_own() {
    for name in ["total", "prioritas", "belanja-operasi"] {
        let mut berkas = office();
        add_row(&mut berkas, name, None, Jenjang::Program);
        add_row(&mut berkas, "lain", None, Jenjang::Program);
        add_pagu(&mut berkas, name, 30);
        add_pagu(&mut berkas, "lain", 12);
        assert_eq!(figure(&measure(&berkas), "anggaran/total/2024/pagu").0, "42", "{name}");
    }
}

#[test]
fn absorption_says_why_there_is_no_realisasi() {
    let mut berkas = office();
    add_row(&mut berkas, "program", None, Jenjang::Program);
    add_row(&mut berkas, "kegiatan", Some("program"), Jenjang::Kegiatan);
    add_pagu(&mut berkas, "kegiatan", 30);
    add_spent(&mut berkas, "kegiatan", Periode::Tahun, None);
    let hasil = measure(&berkas);
    let absent = |note: &str| ("absent".to_owned(), Some(note.to_owned()));
    let illegible = absent("realisasi tidak terbaca pada sumber");
    assert_eq!(figure(&hasil, "anggaran/kegiatan/2024/persen"), illegible);
    let incomplete = absent("realisasi seluruh rincian belum tersedia");
    assert_eq!(figure(&hasil, "anggaran/program/2024/persen"), incomplete);
}

#[test]
fn a_row_without_all_its_quarters_is_not_left_out_of_the_year_of_its_parent() {
    let mut berkas = office();
    add_row(&mut berkas, "program", None, Jenjang::Program);
    for (id, quarters) in [("satu", 4), ("dua", 3)] {
        add_row(&mut berkas, id, Some("program"), Jenjang::Kegiatan);
        for periode in Periode::TRIWULAN.into_iter().take(quarters) {
            add_spent(&mut berkas, id, periode, Some(10));
        }
    }
    let year = |berkas: &Berkas| figure(&measure(berkas), "anggaran/program/2024/realisasi");
    let incomplete = "rincian tidak lengkap: DUA".to_owned();
    assert_eq!(year(&berkas), ("absent".to_owned(), Some(incomplete)));
    add_spent(&mut berkas, "program", Periode::Tahun, Some(75));
    let stated = "angka menurut dokumen; rincian tidak lengkap: DUA".to_owned();
    assert_eq!(year(&berkas), ("75".to_owned(), Some(stated)));
}

/// Rule and computation in the trail of the capaian of `iku`.
fn trail(change: impl FnOnce(&mut Berkas)) -> (&'static str, Option<String>) {
    let mut berkas = office();
    add_indikator(&mut berkas);
    change(&mut berkas);
    let hasil = measure(&berkas);
    let jejak = &hasil.get(&FigureId::new("indikator/iku/2024/capaian")).unwrap().jejak;
    (jejak.rule.unwrap(), jejak.hitungan.clone())
}

fn number(text: &str) -> Option<NilaiRealisasi> {
    Some(NilaiRealisasi::Angka(decimal(text)))
}

#[test]
fn zero_against_zero_is_judged_by_its_own_rule_and_never_divided() {
    let found = trail(|berkas| {
        berkas.indikator[0].cara.rumus = Some(RumusCapaian::NegatifLan);
        berkas.indikator[0].cara.target_nol = Some(TargetNol::NolTerbaik);
        add_target(berkas, Some(NilaiTarget::Angka(decimal("0"))), None);
        add_realisasi(berkas, 2024, number("0"), None);
    });
    assert_eq!(found, ("capaian/nol-terbaik@1", None));
}

#[test]
fn the_trail_of_a_range_shows_the_bound_that_was_compared_with() {
    let of = |realisasi: &str| {
        let found = trail(|berkas| {
            berkas.indikator[0].polaritas = Polaritas::Rentang;
            berkas.indikator[0].cara.rumus = Some(RumusCapaian::Rentang);
            add_target(berkas, Some(NilaiTarget::Rentang(decimal("60"), decimal("85"))), None);
            add_realisasi(berkas, 2024, number(realisasi), None);
        });
        found.1.unwrap()
    };
    assert_eq!(of("57.2"), "57,2 ÷ 60 × 100");
    assert_eq!(of("85"), "85 di dalam 60–85");
    assert_eq!(of("90"), "(2 × 85 − 90) ÷ 85 × 100");
}

#[test]
fn a_fraction_stands_in_brackets_in_a_trail() {
    let found = trail(|berkas| {
        let cara = &mut berkas.indikator[0].cara;
        cara.rumus = Some(RumusCapaian::NegatifBalik);
        cara.tahap = Some(TahapPembulatan::SaatCetak);
        berkas.indikator[0].formula = Some("1 / n".to_owned());
        berkas.variabel.push(Variabel {
            indikator: IndikatorId::new("iku").unwrap(),
            id: VariabelId::new("n").unwrap(),
            nama: "N".to_owned(),
            satuan: String::new(),
            asal: Asal::default(),
        });
        berkas.nilai_variabel.push(NilaiVariabel {
            indikator: IndikatorId::new("iku").unwrap(),
            variabel: VariabelId::new("n").unwrap(),
            tahun: tahun(),
            periode: Periode::Tahun,
            nilai: Some(decimal("3")),
            verifikasi: Verifikasi::Terverifikasi,
            asal: Asal::default(),
        });
        add_target(berkas, Some(NilaiTarget::Angka(decimal("45"))), None);
    });
    assert_eq!(found.1.unwrap(), "45 ÷ (1/3) × 100");
}

#[test]
fn a_verified_quarter_stays_verified_while_later_ones_are_drafts() {
    let mut berkas = office();
    add_indikator(&mut berkas);
    berkas.indikator[0].formula = Some("n".to_owned());
    berkas.variabel.push(Variabel {
        indikator: IndikatorId::new("iku").unwrap(),
        id: VariabelId::new("n").unwrap(),
        nama: "N".to_owned(),
        satuan: String::new(),
        asal: Asal::default(),
    });
    for (periode, verifikasi) in
        [(Periode::Tw1, Verifikasi::Terverifikasi), (Periode::Tw2, Verifikasi::Belum)]
    {
        berkas.nilai_variabel.push(NilaiVariabel {
            indikator: IndikatorId::new("iku").unwrap(),
            variabel: VariabelId::new("n").unwrap(),
            tahun: tahun(),
            periode,
            nilai: Some(decimal("3")),
            verifikasi,
            asal: Asal::default(),
        });
    }
    let hasil = measure(&berkas);
    let is_verified = |periode: &str| {
        let id = FigureId::new(&format!("indikator/iku/2024/{periode}/realisasi"));
        hasil.get(&id).unwrap().verified
    };
    assert!(is_verified("tw1"));
    assert!(!is_verified("tw2"));
    assert!(!is_verified("sd-tw2"), "a figure to date holds what is not verified");
}

#[test]
fn the_trail_of_components_shows_their_weights() {
    let mut berkas = office();
    add_indikator(&mut berkas);
    for (nomor, bobot, nilai) in [(1, "60", "80"), (2, "40", "75.5")] {
        berkas.komponen.push(Komponen {
            indikator: IndikatorId::new("iku").unwrap(),
            nomor,
            nama: format!("Komponen {nomor}"),
            bobot: decimal(bobot),
            tahun: tahun(),
            nilai: Some(decimal(nilai)),
            asal: Asal::default(),
        });
    }
    let hasil = measure(&berkas);
    let figure = hasil.get(&FigureId::new("indikator/iku/2024/realisasi")).unwrap();
    assert_eq!(figure.value, Some(decimal("78.20")));
    assert_eq!(figure.jejak.hitungan.as_deref(), Some("(60 × 80 + 40 × 75,5) ÷ 100"));
}

#[test]
fn the_trail_of_a_nilai_efisiensi_shows_its_saving() {
    let mut berkas = office();
    add_indikator(&mut berkas);
    berkas.kebijakan.efisiensi = RumusEfisiensi::Nilai;
    add_target(&mut berkas, Some(NilaiTarget::Angka(decimal("50"))), None);
    add_realisasi(&mut berkas, 2024, number("40"), None);
    add_row(&mut berkas, "program", None, Jenjang::Program);
    add_pagu(&mut berkas, "program", 100);
    add_spent(&mut berkas, "program", Periode::Tahun, Some(100));
    berkas.pemetaan_anggaran.push(PemetaanAnggaran {
        indikator: IndikatorId::new("iku").unwrap(),
        baris: BarisId::new("program").unwrap(),
        tanda: Tanda::Tambah,
        asal: Asal::default(),
    });
    let hasil = measure(&berkas);
    let figure = hasil.get(&FigureId::new("indikator/iku/2024/efisiensi")).unwrap();
    assert_eq!(figure.value, Some(decimal("0.00")));
    let expected =
        "E = (Rp100 × 80% − Rp100) ÷ (Rp100 × 80%) × 100 = −25 → −20; 50 + (−20) ÷ 20 × 50";
    assert_eq!(figure.jejak.hitungan.as_deref(), Some(expected));
}

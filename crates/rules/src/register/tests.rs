//! Registers, on the golden cases of `register.txt` and on what goes beyond one line.

use jiff::civil::date;
use selaras_domain::*;

use super::*;
use crate::measure::tests::office;

fn tahun() -> Tahun {
    Tahun::new(2024).unwrap()
}

/// `03-31` of 2024, or a day with its year.
fn day(text: &str) -> Date {
    let text = if text.len() == 5 { format!("2024-{text}") } else { text.to_owned() };
    text.parse().unwrap()
}

fn optional(text: &str) -> Option<Date> {
    (text != "-").then(|| day(text))
}

fn pair(text: &str) -> (Option<Date>, Option<Date>) {
    text.split_once("..").map_or((None, None), |(from, to)| (optional(from), optional(to)))
}

fn word<T: Code>(text: &str) -> T {
    T::from_code(text).unwrap_or_else(|| panic!("no such word: {text}"))
}

fn register(jenis: JenisRegister) -> Register {
    Register {
        id: RegisterId::new("uji").unwrap(),
        nama: "Uji".to_owned(),
        jenis,
        periode_menurut: None,
        bawaan: None,
        jp_minimal: None,
        lengkap_sampai: Some(date(2024, 12, 31)),
        asal: Asal::default(),
    }
}

fn with_holidays() -> Berkas {
    let mut berkas = office();
    berkas.hari_libur = [date(2024, 1, 1), date(2024, 5, 1), date(2023, 12, 25)]
        .map(|tanggal| HariLibur { tanggal, nama: "Libur".to_owned(), asal: Asal::default() })
        .to_vec();
    berkas
}

fn service(columns: &[&str]) -> (Berkas, Register, Periode) {
    let [
        menurut,
        periode,
        batas,
        hitungan,
        jeda,
        diterima,
        returned,
        forwarded,
        selesai,
        until,
        ..,
    ] = *columns
    else {
        panic!("too few columns: {columns:?}")
    };
    let mut berkas = with_holidays();
    let register = Register {
        periode_menurut: Some(word(menurut)),
        lengkap_sampai: Some(day(until)),
        ..register(JenisRegister::Layanan)
    };
    let layanan = JenisLayananId::new("cuti").unwrap();
    berkas.sop_layanan.push(SopLayanan {
        register: register.id.clone(),
        layanan: layanan.clone(),
        berlaku: date(2020, 1, 1),
        batas: batas.parse().unwrap(),
        hitungan: word(hitungan),
        jeda: word(jeda),
        persyaratan: None,
        asal: Asal::default(),
    });
    berkas.kasus_layanan.push(KasusLayanan {
        register: register.id.clone(),
        nomor: 1,
        layanan,
        pemohon: None,
        diterima: day(diterima),
        dikembalikan: pair(returned).0,
        dilengkapi: pair(returned).1,
        diteruskan: pair(forwarded).0,
        kembali: pair(forwarded).1,
        selesai: optional(selesai),
        hasil: None,
        keputusan: None,
        alasan: None,
        asal: Asal::default(),
    });
    (berkas, register, word(periode))
}

fn breach(columns: &[&str]) -> (Berkas, Register, Periode) {
    let [bawaan, periode, dilaporkan, selesai, ..] = *columns else {
        panic!("too few columns: {columns:?}")
    };
    let register = Register { bawaan: Some(word(bawaan)), ..register(JenisRegister::Disiplin) };
    let mut berkas = office();
    berkas.kasus_disiplin.push(KasusDisiplin {
        register: register.id.clone(),
        nomor: 1,
        pegawai: None,
        pelanggaran: "Terlambat".to_owned(),
        tingkat: None,
        dilaporkan: day(dilaporkan),
        diperiksa: None,
        selesai: optional(selesai),
        hasil: None,
        keputusan: None,
        alasan: None,
        asal: Asal::default(),
    });
    (berkas, register, word(periode))
}

#[test]
fn cases_count_as_the_golden_file_says() {
    let lines = include_str!("../../tests/register.txt").lines();
    let lines = lines.filter(|it| !it.is_empty() && !it.starts_with('#'));
    let mut n = 0;
    for line in lines {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let (kind, columns) = columns.split_first().unwrap();
        let ((berkas, register, periode), place) = match *kind {
            "layanan" => (service(columns), 10),
            _ => (breach(columns), 3),
        };
        let found = cases(&berkas, &register, tahun(), periode);
        let found = found.unwrap_or_else(|error| panic!("{line}: {error}"));
        let one = found.first();
        if *kind == "layanan" {
            let hari = one.and_then(|it| it.hari).map_or("-".to_owned(), |it| it.to_string());
            assert_eq!(hari, columns[place], "{line}");
        }
        assert_eq!(one.map_or("-", |it| it.status), columns[place + 1], "{line}");
        n += 1;
    }
    assert_eq!(n, 28);
}

#[test]
fn a_late_case_is_in_doubt_without_the_list_of_holidays() {
    let line = ["selesai", "tw1", "5", "hari_kerja", "tidak", "01-02", "-", "-", "01-10", "12-31"];
    let (mut berkas, register, periode) = service(&line);
    berkas.hari_libur.clear();
    let refused = cases(&berkas, &register, tahun(), periode);
    assert_eq!(refused, Err(RegisterError::HariLibur(2024)));
    let in_time =
        ["selesai", "tw1", "9", "hari_kerja", "tidak", "01-02", "-", "-", "01-10", "12-31"];
    let (mut berkas, register, periode) = service(&in_time);
    berkas.hari_libur.clear();
    assert_eq!(cases(&berkas, &register, tahun(), periode).unwrap()[0].status, "tepat_waktu");
}

#[test]
fn the_standard_of_the_day_of_receipt_decides() {
    let line =
        ["selesai", "tw1", "5", "hari_kalender", "tidak", "01-02", "-", "-", "01-10", "12-31"];
    let (mut berkas, register, periode) = service(&line);
    let newer = SopLayanan { berlaku: date(2024, 1, 3), batas: 9, ..berkas.sop_layanan[0].clone() };
    berkas.sop_layanan.push(newer);
    let status =
        |berkas: &Berkas| cases(berkas, &register, tahun(), periode).unwrap()[0].status.to_owned();
    assert_eq!(status(&berkas), "terlambat");
    berkas.sop_layanan[1].berlaku = date(2024, 1, 2);
    assert_eq!(status(&berkas), "tepat_waktu");
    berkas.sop_layanan.clear();
    assert!(matches!(
        cases(&berkas, &register, tahun(), periode),
        Err(RegisterError::Sop { nomor: 1, .. })
    ));
}

#[test]
fn what_a_register_does_not_declare_is_asked_for() {
    for (jenis, expected) in [
        (JenisRegister::Layanan, RegisterError::Periode("Uji".to_owned())),
        (JenisRegister::Disiplin, RegisterError::Bawaan("Uji".to_owned())),
        (JenisRegister::Diklat, RegisterError::JpMinimal("Uji".to_owned())),
    ] {
        let berkas = office();
        let bare = register(jenis);
        let found = cases(&berkas, &bare, tahun(), Periode::Tahun);
        assert_eq!(found, Err(expected));
        let open = Register { lengkap_sampai: None, ..bare.clone() };
        let found = cases(&berkas, &open, tahun(), Periode::Tahun);
        assert_eq!(found, Err(RegisterError::LengkapSampai("Uji".to_owned())));
    }
}

#[test]
fn a_person_at_two_trainings_is_one_person() {
    let register = Register { jp_minimal: Some(20), ..register(JenisRegister::Diklat) };
    let mut berkas = office();
    let rows = [("a", "01-10", 12), ("a", "02-10", 8), ("b", "02-10", 12), ("a", "05-10", 4)];
    for (nomor, (pegawai, selesai, jp)) in (1..).zip(rows) {
        berkas.peserta_diklat.push(PesertaDiklat {
            register: register.id.clone(),
            nomor,
            pegawai: pegawai.to_owned(),
            diklat: "Pelayanan publik".to_owned(),
            mulai: day(selesai),
            selesai: Some(day(selesai)),
            jp,
            sertifikat: None,
            asal: Asal::default(),
        });
    }
    let states = |periode| {
        let found = cases(&berkas, &register, tahun(), periode).unwrap();
        let state = |it: &Kasus<'_>| {
            let Sumber::Diklat(first, n) = it.sumber else { panic!("{it:?}") };
            format!("{} {n} {} {}", first.pegawai, it.status, it.nilai.unwrap())
        };
        found.iter().map(state).collect::<Vec<_>>()
    };
    assert_eq!(states(Periode::Tw1), ["a 2 terpenuhi 20", "b 1 kurang 12"]);
    assert_eq!(states(Periode::Tw2), ["a 1 kurang 4"]);
    assert_eq!(states(Periode::Tahun), ["a 3 terpenuhi 24", "b 1 kurang 12"]);
}

#[test]
fn the_map_of_posts_is_taken_on_the_last_day_of_the_period() {
    let register = register(JenisRegister::Jabatan);
    let mut berkas = office();
    let post = |id: &str, jenjang, formasi| Jabatan {
        register: register.id.clone(),
        id: JabatanId::new(id).unwrap(),
        nama: id.to_owned(),
        unit_kerja: None,
        jenjang,
        formasi,
        kompetensi: None,
        mulai: date(2020, 1, 1),
        sampai: None,
        asal: Asal::default(),
    };
    berkas.jabatan = vec![
        post("kepala", JenjangJabatan::PimpinanTinggi, 1),
        post("guru", JenjangJabatan::Fungsional, 2),
        post("staf", JenjangJabatan::Pelaksana, 9),
    ];
    berkas.populasi_jabatan = [JenjangJabatan::PimpinanTinggi, JenjangJabatan::Fungsional]
        .map(|jenjang| PopulasiJabatan {
            register: register.id.clone(),
            jenjang,
            asal: Asal::default(),
        })
        .to_vec();
    let holder = |jabatan: &str, mulai: &str, sampai: &str, kesesuaian| PemangkuJabatan {
        register: register.id.clone(),
        jabatan: JabatanId::new(jabatan).unwrap(),
        nomor: 1,
        pegawai: "P-1".to_owned(),
        mulai: day(mulai),
        sampai: optional(sampai),
        kompetensi: None,
        kesesuaian,
        keputusan: None,
        asal: Asal::default(),
    };
    berkas.pemangku_jabatan = vec![
        holder("kepala", "01-01", "03-30", Some(Kesesuaian::TidakSesuai)),
        holder("kepala", "04-01", "-", Some(Kesesuaian::Sesuai)),
        holder("guru", "2022-01-01", "-", None),
    ];
    let states = |periode| {
        let found = cases(&berkas, &register, tahun(), periode).unwrap();
        found.iter().map(|it| it.status).collect::<Vec<_>>()
    };
    assert_eq!(states(Periode::Tw1), ["lowong", "belum_dinilai", "lowong"]);
    assert_eq!(states(Periode::Tw2), ["sesuai", "belum_dinilai", "lowong"]);
}

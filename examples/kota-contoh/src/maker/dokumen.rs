//! The documents of an office, what they are based on, and how they measure.

use jiff::civil::{Date, date};
use rust_decimal::{Decimal, dec};
use selaras_domain::{
    Akumulasi, Asal, BagianDasarHukum, Batas, CaraUkur, DasarHukum, DokumenSumber, JenisDokumen,
    JenisIndikator, KebijakanIndikator, Pita, RoundingMode, RumusCapaian, RumusEfisiensi, Skala,
    TahapPembulatan, TargetNol, Verifikasi,
};

use super::indikator::all_iku;
use super::{KONDISI_AWAL, Maker, PERUBAHAN_RENSTRA, berjenjang, id, tahun, year};
use crate::profile::Ukur;
use crate::{TAHUN_AKHIR, TAHUN_AWAL};

/// A document of a list that is being written.
struct Shelf<'m> {
    maker: &'m Maker,
    all: Vec<DokumenSumber>,
}

impl Shelf<'_> {
    fn push(&mut self, name: &str, jenis: JenisDokumen, judul: String, tanggal: Option<Date>) {
        self.all.push(DokumenSumber {
            id: id(name),
            jenis,
            judul,
            nomor: None,
            tanggal,
            tahun: Some(tahun(self.maker.tahun)),
            sampai: None,
            penerbit: Some(self.office()),
            mengubah: None,
            asal: Asal::default(),
        });
    }

    fn last(&mut self) -> &mut DokumenSumber {
        self.all.last_mut().expect("a document was just written")
    }

    fn office(&self) -> String {
        format!("{} Kota Contoh", self.maker.profile.singkatan)
    }
}

pub(super) fn dokumen(maker: &Maker) -> Vec<DokumenSumber> {
    let mut shelf = Shelf { maker, all: Vec::new() };
    add_plans(&mut shelf);
    add_budgets(&mut shelf);
    add_agreements(&mut shelf);
    add_reports(&mut shelf);
    add_others(&mut shelf);
    shelf.all
}

fn add_plans(shelf: &mut Shelf<'_>) {
    let (office, now, n) = (shelf.office(), shelf.maker.tahun, shelf.maker.office);
    let years = format!("Tahun {TAHUN_AWAL}–{TAHUN_AKHIR}");
    shelf.push(
        "rpjmd-2020",
        JenisDokumen::Rpjmd,
        format!("Rencana Pembangunan Jangka Menengah Daerah Kota Contoh {years}"),
        Some(date(2019, 8, 19)),
    );
    let it = shelf.last();
    it.nomor = Some("Peraturan Daerah Kota Contoh Nomor 5 Tahun 2019".to_owned());
    it.penerbit = Some("Wali Kota Contoh".to_owned());
    (it.tahun, it.sampai) =
        (Some(tahun(i64::from(TAHUN_AWAL))), Some(tahun(i64::from(TAHUN_AKHIR))));
    shelf.push(
        "renstra-2020",
        JenisDokumen::Renstra,
        format!("Rencana Strategis {office} {years}"),
        Some(date(2019, 11, 4)),
    );
    let it = shelf.last();
    it.nomor = Some(format!("Peraturan Wali Kota Contoh Nomor {} Tahun 2019", 41 + n));
    it.penerbit = Some("Wali Kota Contoh".to_owned());
    (it.tahun, it.sampai) =
        (Some(tahun(i64::from(TAHUN_AWAL))), Some(tahun(i64::from(TAHUN_AKHIR))));
    if shelf.maker.has_new_renstra() {
        let judul = format!("Perubahan Rencana Strategis {office} {years}");
        shelf.push(PERUBAHAN_RENSTRA, JenisDokumen::Renstra, judul, Some(date(2021, 11, 8)));
        let it = shelf.last();
        it.nomor = Some(format!("Peraturan Wali Kota Contoh Nomor {} Tahun 2021", 52 + n));
        it.penerbit = Some("Wali Kota Contoh".to_owned());
        it.mengubah = Some(id("renstra-2020"));
        (it.tahun, it.sampai) =
            (Some(tahun(i64::from(TAHUN_AWAL))), Some(tahun(i64::from(TAHUN_AKHIR))));
    }
    shelf.push(
        &format!("renja-{now}"),
        JenisDokumen::Renja,
        format!("Rencana Kerja {office} Tahun {now} dan Prakiraan Maju Tahun {}", now + 1),
        Some(date(year(now) - 1, 7, 20)),
    );
    let it = shelf.last();
    it.nomor = Some(format!("Peraturan Wali Kota Contoh Nomor {} Tahun {}", 21 + n % 7, now - 1));
    it.sampai = Some(tahun(now + 1));
}

fn add_budgets(shelf: &mut Shelf<'_>) {
    let maker = *shelf.maker;
    let (office, now) = (shelf.office(), maker.tahun);
    let mut budget = |of: &Maker, is_changed: bool| {
        let then = of.tahun;
        let (stem, jenis, words, day) = match is_changed {
            true => (
                "dppa",
                JenisDokumen::Dppa,
                "Dokumen Pelaksanaan Perubahan Anggaran",
                date(year(then), 9, 27),
            ),
            false => {
                ("dpa", JenisDokumen::Dpa, "Dokumen Pelaksanaan Anggaran", date(year(then), 1, 4))
            }
        };
        let judul = format!("{words} {office} Tahun {then}");
        shelf.push(&format!("{stem}-{then}"), jenis, judul, Some(day));
        let nomor = format!("{}/A.1/{}/001/{then}", stem.to_uppercase(), maker.profile.kode);
        let it = shelf.last();
        it.nomor = Some(nomor);
        it.tahun = Some(tahun(then));
        it.mengubah = is_changed.then(|| id(&format!("dpa-{then}")));
    };
    for then in [maker.in_year(now - 1), maker] {
        budget(&then, false);
        if then.has_dppa() {
            budget(&then, true);
        }
    }
    for then in (now - 2).max(KONDISI_AWAL)..=now {
        let judul = format!("Laporan Realisasi Anggaran {office} Tahun {then}");
        let day = Some(date(year(then) + 1, 1, 22));
        shelf.push(&format!("lra-{then}"), JenisDokumen::RealisasiAnggaran, judul, day);
        shelf.last().tahun = Some(tahun(then));
    }
}

fn add_agreements(shelf: &mut Shelf<'_>) {
    let maker = *shelf.maker;
    let (office, now) = (shelf.office(), maker.tahun);
    let of_head = maker.jabatan_kepala(maker.profile.singkatan);
    for then in [now - 1, now] {
        if then <= KONDISI_AWAL {
            continue;
        }
        let day = maker.in_year(then).pk_date();
        let judul = format!("Perjanjian Kinerja {of_head} Tahun {then}");
        shelf.push(&format!("pk-{then}"), JenisDokumen::PerjanjianKinerja, judul, day);
        shelf.last().tahun = Some(tahun(then));
    }
    for it in berjenjang::documents(&maker) {
        shelf.push(&it.name, JenisDokumen::PerjanjianKinerja, it.judul, it.tanggal);
        shelf.last().mengubah = it.mengubah.map(|it| id(&it));
    }
    if maker.has_perubahan() {
        let judul = format!("Perubahan Perjanjian Kinerja {of_head} Tahun {now}");
        let name = format!("perubahan-pk-{now}");
        shelf.push(&name, JenisDokumen::PerjanjianKinerja, judul, maker.perubahan_date());
        shelf.last().mengubah = Some(id(&format!("pk-{now}")));
    }
    let judul = format!("Rencana Aksi atas Perjanjian Kinerja {office} Tahun {now}");
    let day = Some(date(year(now), 2, 3));
    shelf.push(&format!("rencana-aksi-{now}"), JenisDokumen::RencanaAksi, judul, day);
}

fn add_reports(shelf: &mut Shelf<'_>) {
    let maker = *shelf.maker;
    let (office, now) = (shelf.office(), maker.tahun);
    let judul = format!("Pengukuran Kinerja {office} Tahun {now}");
    let day = Some(date(year(now) + 1, 1, 20));
    shelf.push(&format!("pengukuran-{now}"), JenisDokumen::Pengukuran, judul, day);
    for then in (now - 3).max(KONDISI_AWAL)..=now {
        let judul = format!("Laporan Kinerja {office} Tahun {then}");
        let day = maker.in_year(then).tanggal_data();
        shelf.push(&format!("lkjip-{then}"), JenisDokumen::Lkjip, judul, Some(day));
        shelf.last().tahun = Some(tahun(then));
    }
}

fn add_others(shelf: &mut Shelf<'_>) {
    let maker = *shelf.maker;
    let now = maker.tahun;
    let pedoman = maker.pedoman();
    let adopted = if now >= 2022 { date(2022, 1, 10) } else { date(2020, 1, 13) };
    let judul = "Pedoman Pengukuran Kinerja di Lingkungan Pemerintah Kota Contoh".to_owned();
    shelf.push(&pedoman, JenisDokumen::Keputusan, judul, Some(adopted));
    let it = shelf.last();
    it.nomor = Some(maker.nomor_pedoman().to_owned());
    it.penerbit = Some("Wali Kota Contoh".to_owned());
    it.tahun = Some(tahun(i64::from(adopted.year())));
    let judul =
        format!("Laporan Hasil Evaluasi Akuntabilitas Kinerja {} Tahun {now}", shelf.office());
    let day = i8::try_from(1 + maker.office % 27).unwrap_or(1);
    shelf.push(&format!("lhe-{now}"), JenisDokumen::Lhe, judul, Some(date(year(now), 11, day)));
    let it = shelf.last();
    it.nomor = Some(format!("700/{:03}/LHE/{now}", 20 + maker.office));
    it.penerbit = Some(maker.evaluator().to_owned());
    let judul = format!("Statistik Pelayanan Publik Provinsi Contoh Tahun {now}");
    shelf.push(&format!("statistik-{now}"), JenisDokumen::Lainnya, judul, None);
    shelf.last().penerbit = Some("Pusat Statistik Contoh".to_owned());
    if maker.has_penghargaan() {
        let judul = format!("Piagam Penghargaan Pelayanan Tahun {now}");
        shelf.push(
            &format!("piagam-{now}"),
            JenisDokumen::Piagam,
            judul,
            Some(date(year(now), 11, 12)),
        );
        shelf.last().penerbit = Some("Gubernur Contoh".to_owned());
    }
    for (_, _, iku) in all_iku(&maker) {
        let (Ukur::Register(name, _) | Ukur::Peserta(name, ..)) = iku.ukur else { continue };
        let judul = format!("Register {} Tahun {now}", iku.sumber.trim_start_matches("Register "));
        let day = Some(date(year(now) + 1, 1, 6));
        shelf.push(&format!("register-{name}-{now}"), JenisDokumen::Lainnya, judul, day);
    }
}

pub(super) fn dasar_hukum(maker: &Maker) -> Vec<DasarHukum> {
    let n = maker.office;
    let own = format!(
        "Peraturan Wali Kota Contoh Nomor {} Tahun 2017 tentang Kedudukan, Susunan Organisasi, Tugas, \
         Fungsi, dan Tata Kerja {}",
        12 + n,
        maker.profile.nama
    );
    let plan = format!(
        "Peraturan Daerah Kota Contoh Nomor 5 Tahun 2019 tentang Rencana Pembangunan Jangka Menengah \
         Daerah Kota Contoh Tahun {TAHUN_AWAL}–{TAHUN_AKHIR}"
    );
    let pedoman = format!("{} tentang Pedoman Pengukuran Kinerja", maker.nomor_pedoman());
    let evaluasi = match maker.tahun >= 2022 {
        true => (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun \
             2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
            "permenpanrb-88-2021",
        ),
        false => (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun \
             2015 tentang Pedoman Evaluasi atas Implementasi Sistem Akuntabilitas Kinerja Instansi \
             Pemerintah",
            "permenpanrb-12-2015",
        ),
    };
    let known = |text: &str, instrument: &str| (text.to_owned(), Some(instrument.to_owned()));
    let founding = vec![
        (
            "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2016 tentang Pembentukan dan Susunan \
             Perangkat Daerah"
                .to_owned(),
            None,
        ),
        (own, None),
    ];
    let reporting = vec![
        known(
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi \
             Pemerintah",
            "perpres-29-2014",
        ),
        known(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun \
             2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu \
             atas Laporan Kinerja Instansi Pemerintah",
            "permenpanrb-53-2014",
        ),
        known(evaluasi.0, evaluasi.1),
        (plan, None),
        (pedoman, None),
    ];
    let lists =
        [(BagianDasarHukum::Pembentukan, founding), (BagianDasarHukum::Pelaporan, reporting)];
    let list = |(bagian, texts): (BagianDasarHukum, Vec<(String, Option<String>)>)| {
        (1..).zip(texts).map(move |(nomor, (uraian, instrumen))| DasarHukum {
            bagian,
            nomor,
            uraian,
            instrumen,
            asal: Asal::default(),
        })
    };
    lists.into_iter().flat_map(list).collect()
}

/// The guideline of 2022 rounds first and caps; the one before did neither.
pub(super) fn kebijakan_indikator(maker: &Maker) -> Vec<KebijakanIndikator> {
    let is_new = maker.tahun >= 2022;
    let way = |jenis| {
        let is_strategic = matches!(jenis, JenisIndikator::Tujuan | JenisIndikator::Iku);
        let akumulasi = match jenis {
            JenisIndikator::Keluaran => Akumulasi::Jumlah,
            _ => Akumulasi::Terakhir,
        };
        let is_capped = is_new && jenis != JenisIndikator::Tujuan;
        KebijakanIndikator {
            jenis,
            cara: CaraUkur {
                rumus: RumusCapaian::Positif,
                tahap: match is_new {
                    true => TahapPembulatan::RealisasiDahulu,
                    false => TahapPembulatan::SaatCetak,
                },
                mode: RoundingMode::HalfUp,
                presisi_realisasi: 2,
                presisi_capaian: 2,
                batas_bawah: Some(Decimal::ZERO),
                batas_atas: is_capped.then_some(dec!(150)),
                target_nol: TargetNol::TidakDihitung,
                akumulasi,
                skala: Some(id(if is_strategic { "kategori-kinerja" } else { "permendagri-86" })),
            },
            asal: maker.asal_at(&maker.pedoman(), "Bab II"),
        }
    };
    let all = [
        JenisIndikator::Tujuan,
        JenisIndikator::Iku,
        JenisIndikator::Program,
        JenisIndikator::Kegiatan,
        JenisIndikator::Keluaran,
    ];
    all.map(way).to_vec()
}

/// The scale of predicates that an IKU of the office takes its values from.
fn own_scales(maker: &Maker) -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    all_iku(maker).filter_map(|(_, _, iku)| match iku.ukur {
        Ukur::Predikat(skala, words) => Some((skala, words)),
        _ => None,
    })
}

pub(super) fn skala(maker: &Maker) -> Vec<Skala> {
    let pedoman = maker.pedoman();
    let own = |name: &str, nama: &str, halaman: &str| Skala {
        id: id(name),
        nama: nama.to_owned(),
        parameter: None,
        verifikasi: Verifikasi::Terverifikasi,
        asal: maker.asal_at(&pedoman, halaman),
    };
    let mut all = vec![
        own("kategori-kinerja", "Kategori Capaian Kinerja", "Lampiran I"),
        own("efisiensi", "Kategori Efisiensi", "Lampiran II"),
        Skala {
            parameter: Some("skala/permendagri-86-2017".to_owned()),
            verifikasi: Verifikasi::Belum,
            ..own("permendagri-86", "Skala Nilai Peringkat Kinerja", "Bab III")
        },
    ];
    for (name, _) in own_scales(maker) {
        let nama = if name == "opini" { "Opini Pemeriksa" } else { "Predikat Akreditasi" };
        all.push(own(name, nama, "Lampiran III"));
    }
    all
}

pub(super) fn pita(maker: &Maker) -> Vec<Pita> {
    let pedoman = maker.pedoman();
    let mut all = Vec::new();
    let mut push = |skala: &str, bands: &[(Option<Decimal>, &str, Option<Decimal>)]| {
        for (nomor, (bound, predikat, nilai)) in (1..).zip(bands) {
            all.push(Pita {
                skala: id(skala),
                nomor,
                batas_bawah: *bound,
                batas: Batas::Inklusif,
                predikat: (*predikat).to_owned(),
                nilai: *nilai,
                tertulis: None,
                asal: maker.asal_at(&pedoman, "Lampiran"),
            });
        }
    };
    let plain = |bound: Decimal, words| (Some(bound), words, None);
    push(
        "kategori-kinerja",
        &[
            plain(dec!(100), "Tercapai"),
            plain(dec!(90), "Hampir Tercapai"),
            plain(dec!(75), "Cukup"),
            plain(dec!(50), "Kurang"),
            (None, "Sangat Kurang", None),
        ],
    );
    let efficiency = match maker.kebijakan().efisiensi {
        RumusEfisiensi::Rasio => [
            plain(dec!(1.1), "Sangat Efisien"),
            plain(dec!(1), "Efisien"),
            (None, "Belum Efisien", None),
        ],
        _ => [
            plain(dec!(75), "Sangat Efisien"),
            plain(dec!(50), "Efisien"),
            (None, "Belum Efisien", None),
        ],
    };
    push("efisiensi", &efficiency);
    for (name, words) in own_scales(maker) {
        let band = |(place, word): (usize, &&'static str)| {
            let nilai = Decimal::from(place + 1);
            ((place > 0).then_some(nilai), *word, Some(nilai))
        };
        let bands: Vec<_> = words.iter().enumerate().map(band).collect();
        push(name, &bands);
    }
    all
}

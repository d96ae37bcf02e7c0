//! Makes the berkas of an office for a year out of its profile.

mod analisis;
mod anggaran;
mod berjenjang;
mod dokumen;
mod evaluasi;
mod indikator;
mod narasi;
mod nilai;
mod organisasi;
mod pool;
mod realisasi;
mod register;
mod tree;

pub(crate) use organisasi::head_of;

use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use selaras_domain::{
    Asal, Berkas, Id, JenisPemda, Kebijakan, Pemda, PerangkatDaerah, Periode, RataRata,
    RumusEfisiensi, Tahun, Triwulan, Verifikasi,
};

use crate::acak::Acak;
use crate::profile::{self, Bentuk, Profile};
use crate::steps::{is_confirmed, is_measured};
use crate::{TAHUN_AKHIR, TAHUN_AWAL};

/// The last year before the plan; what it began from.
const KONDISI_AWAL: i64 = TAHUN_AWAL as i64 - 1;

/// The first year of the changed plans.
const RENSTRA_CHANGED: i64 = 2022;
/// The document of a changed plan.
const PERUBAHAN_RENSTRA: &str = "perubahan-renstra-2021";

/// An office in a year.
#[derive(Clone, Copy)]
pub(crate) struct Maker {
    /// Its place in the city.
    pub(crate) office: usize,
    pub(crate) profile: &'static Profile,
    pub(crate) tahun: i64,
}

impl Maker {
    pub(crate) fn new(office: usize, tahun: Tahun) -> Maker {
        Maker { office, profile: profile::ALL[office], tahun: i64::from(tahun.get()) }
    }

    /// The same office in another year.
    fn in_year(self, tahun: i64) -> Maker {
        Maker { tahun, ..self }
    }

    /// Numbers for something of this office in this year.
    fn acak(&self, topic: &str) -> Acak {
        Acak::new(topic, &[self.office as u64, self.tahun.unsigned_abs()])
    }

    /// Numbers for something of this office, whatever the year.
    fn acak_of_office(&self, topic: &str) -> Acak {
        Acak::new(topic, &[self.office as u64])
    }

    pub(crate) fn berkas(&self) -> Berkas {
        let rows = tree::rows(self);
        let indikator = indikator::indikator(self, &rows);
        let (pagu, sumber_dana) = anggaran::pagu(self, &rows);
        let kasus = register::registers(self);
        let aksi = analisis::rencana_aksi(self, &rows);
        let evaluasi = evaluasi::evaluasi(self);
        let (bagian, narasi) = narasi::report(self, &rows);
        Berkas {
            pemda: Pemda {
                jenis: JenisPemda::Kota,
                nama: "Contoh".to_owned(),
                provinsi: "Contoh".to_owned(),
            },
            perangkat_daerah: self.perangkat_daerah(),
            kebijakan: self.kebijakan(),
            kebijakan_indikator: dokumen::kebijakan_indikator(self),
            skala: dokumen::skala(self),
            pita: dokumen::pita(self),
            dokumen: dokumen::dokumen(self),
            dasar_hukum: dokumen::dasar_hukum(self),
            fungsi: organisasi::fungsi(self),
            unit_kerja: organisasi::unit_kerja(self),
            pejabat: organisasi::pejabat(self),
            isu_strategis: organisasi::isu_strategis(self),
            proses_bisnis: organisasi::proses_bisnis(self),
            visi: organisasi::visi(),
            misi: organisasi::misi(self),
            tujuan: organisasi::tujuan(self),
            sasaran: organisasi::sasaran(self),
            strategi: organisasi::strategi(self),
            arah_kebijakan: organisasi::arah_kebijakan(self),
            variabel: indikator::variabel(self),
            target: indikator::target(self, &rows),
            nilai_variabel: realisasi::nilai_variabel(self),
            komponen: realisasi::komponen(self),
            realisasi: realisasi::realisasi(self, &rows),
            indikator,
            register: kasus.register,
            catatan_register: Vec::new(),
            alasan_register: kasus.alasan,
            jenis_layanan: kasus.jenis_layanan,
            sop_layanan: kasus.sop,
            kasus_layanan: kasus.layanan,
            populasi_jabatan: kasus.populasi,
            jabatan: kasus.jabatan,
            pemangku_jabatan: kasus.pemangku,
            kasus_disiplin: kasus.disiplin,
            peserta_diklat: kasus.diklat,
            hari_libur: kasus.hari_libur,
            realisasi_anggaran: anggaran::realisasi_anggaran(self, &rows),
            belanja: anggaran::belanja(self, &rows),
            pemetaan_anggaran: anggaran::pemetaan_anggaran(self),
            crosscutting: organisasi::crosscutting(self),
            program_kegiatan: rows.into_iter().map(|it| it.row).collect(),
            pagu,
            sumber_dana,
            perjanjian_kinerja: analisis::perjanjian_kinerja(self),
            supervisi_perjanjian: analisis::supervisi_perjanjian(self),
            keputusan_perjanjian: analisis::keputusan_perjanjian(self),
            monev_aksi: analisis::monev_aksi(self, &aksi),
            rencana_aksi: aksi,
            faktor: analisis::faktor(self),
            tindak_lanjut: analisis::tindak_lanjut(self),
            pembanding: analisis::pembanding(self),
            evaluasi: evaluasi.evaluasi,
            komponen_evaluasi: evaluasi.komponen,
            rekomendasi: evaluasi.rekomendasi,
            tindak_lanjut_rekomendasi: evaluasi.tindak_lanjut,
            penghargaan: evaluasi::penghargaan(self),
            diktum: Vec::new(),
            pengecualian_temuan: Vec::new(),
            bagian,
            narasi,
        }
    }

    fn perangkat_daerah(&self) -> PerangkatDaerah {
        let profile = self.profile;
        let atasan = match profile.bentuk {
            Bentuk::SekretariatDaerah => "Wali Kota",
            _ => "Wali Kota melalui Sekretaris Daerah",
        };
        PerangkatDaerah {
            kode: Some(profile.kode.to_owned()),
            nama: profile.nama.to_owned(),
            singkatan: profile.singkatan.to_owned(),
            tahun: tahun(self.tahun),
            jabatan_kepala: profile.bentuk.jabatan_kepala().to_owned(),
            bertanggung_jawab_kepada: atasan.to_owned(),
            tugas: format!("membantu Wali Kota {}", profile.tugas),
            tempat: "Kota Contoh".to_owned(),
            tanggal_data: Some(self.tanggal_data()),
            asal: Asal {
                catatan: Some("seluruh isi paket ini rekaan".to_owned()),
                ..self.asal("lkjip")
            },
        }
    }

    /// The city chose anew in 2022.
    fn kebijakan(&self) -> Kebijakan {
        let is_new = self.tahun >= 2022;
        Kebijakan {
            dasar: format!("{} tentang Pedoman Pengukuran Kinerja", self.nomor_pedoman()),
            rata_rata: if is_new { RataRata::TertimbangAnggaran } else { RataRata::Sederhana },
            efisiensi: if is_new { RumusEfisiensi::Nilai } else { RumusEfisiensi::Rasio },
            presisi_efisiensi: 2,
            skala_efisiensi: Some(id("efisiensi")),
            presisi_anggaran: 2,
            presisi_rata_rata: 2,
            skala_rata_rata: Some(id("permendagri-86")),
            lebar_subkegiatan: if self.tahun >= 2023 { 4 } else { 2 },
            asal: self.asal_at(&self.pedoman(), "Bab II"),
        }
    }

    /// The guideline of the city that is in force.
    fn pedoman(&self) -> String {
        format!("pedoman-{}", if self.tahun >= 2022 { 2022 } else { 2020 })
    }

    fn nomor_pedoman(&self) -> &'static str {
        match self.tahun >= 2022 {
            true => "Keputusan Wali Kota Contoh Nomor 14 Tahun 2022",
            false => "Keputusan Wali Kota Contoh Nomor 9 Tahun 2020",
        }
    }

    /// The day of the data: in February of the next year; the last year is still being gathered.
    pub(crate) fn tanggal_data(&self) -> Date {
        let day = i8::try_from(5 + self.office % 20).unwrap_or(5);
        match self.tahun >= i64::from(TAHUN_AKHIR) {
            true => date(year(self.tahun) + 1, 1, 30),
            false => date(year(self.tahun) + 1, 2, day),
        }
    }

    /// Names of the unit and of who leads it.
    fn unit(&self, bidang: usize) -> &'static str {
        self.profile.bidang[bidang]
    }

    fn kepala_unit(&self, bidang: usize) -> String {
        match self.unit(bidang) {
            unit if unit.starts_with("Inspektur") => unit.to_owned(),
            unit => format!("Kepala {unit}"),
        }
    }

    /// What calls the office by its kind in the middle of a sentence: `Dinas`.
    fn sebutan(&self) -> &'static str {
        self.profile.bentuk.sebutan()
    }

    /// A fact of the document of this year with that stem.
    fn asal(&self, stem: &str) -> Asal {
        Asal { dokumen: Some(id(&format!("{stem}-{}", self.tahun))), ..Asal::default() }
    }

    fn asal_at(&self, dokumen: &str, halaman: &str) -> Asal {
        Asal { dokumen: Some(id(dokumen)), halaman: Some(halaman.to_owned()), catatan: None }
    }

    /// Whether the quarter has been measured at all.
    fn is_measured(&self, periode: Periode) -> bool {
        is_measured(self.office, tahun(self.tahun), triwulan_of(periode))
    }

    /// Whether somebody has confirmed the values of a quarter.
    fn verifikasi(&self, periode: Periode) -> Verifikasi {
        match is_confirmed(self.office, tahun(self.tahun), triwulan_of(periode)) {
            true => Verifikasi::Terverifikasi,
            false => Verifikasi::Belum,
        }
    }

    /// Years before this one that its report looks back on.
    fn earlier(&self) -> impl Iterator<Item = i64> {
        ((self.tahun - 3).max(KONDISI_AWAL))..self.tahun
    }

    /// Whether the plan in force is the changed one: some offices eased theirs after the pandemic.
    fn has_new_renstra(&self) -> bool {
        self.tahun >= RENSTRA_CHANGED && self.office % 5 == 1
    }

    /// Whether the budget of the year was changed.
    fn has_dppa(&self) -> bool {
        self.tahun == 2020 || self.office % 6 != 2
    }

    /// The document whose pagu is in force at the end of the year.
    fn dokumen_anggaran(&self) -> String {
        format!("{}-{}", if self.has_dppa() { "dppa" } else { "dpa" }, self.tahun)
    }
}

/// The quarter that carries a period: the fourth carries the year.
fn triwulan_of(periode: Periode) -> Triwulan {
    match periode {
        Periode::Tw1 => Triwulan::I,
        Periode::Tw2 => Triwulan::Ii,
        Periode::Tw3 => Triwulan::Iii,
        Periode::Tw4 | Periode::Tahun | Periode::Kumulatif => Triwulan::Iv,
    }
}

/// A name of a fact; the generator writes none that cannot stand in an address.
pub(crate) fn id<T: Id>(text: &str) -> T {
    T::new(text).expect("the generator writes sound names")
}

pub(crate) fn tahun(year: i64) -> Tahun {
    let year = u16::try_from(year).ok().and_then(Tahun::new);
    year.expect("the city lives in years that reports are made of")
}

fn year(tahun: i64) -> i16 {
    i16::try_from(tahun).expect("the city lives in years that reports are made of")
}

/// Hundredths as a number.
fn hundredths(value: i64) -> Decimal {
    Decimal::new(value, 2).normalize()
}

/// A number with at most two decimals, in hundredths.
fn in_hundredths(value: Decimal) -> i64 {
    let mut value = value;
    value.rescale(2);
    i64::try_from(value.mantissa()).expect("figures of a city fit into sixty-four bits")
}

/// Divides and rounds halves up, for numbers that are not negative.
fn div_half_up(numerator: i64, denominator: i64) -> i64 {
    let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
    let rounded = (2 * numerator + denominator) / (2 * denominator);
    i64::try_from(rounded).expect("figures of a city fit into sixty-four bits")
}

//! The registers of the BKPSDM, case by case: what is served, who is heard for a breach, who is
//! trained, who holds which post. Its indicators count them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use selaras_domain::{
    AlasanRegister, Asal, Bawaan, HariKasus, HariLibur, HasilDisiplin, HasilLayanan, HitunganHari,
    Jabatan, Jeda, JenisLayanan, JenisRegister, JenjangJabatan, KasusDisiplin, KasusLayanan,
    Kesesuaian, PemangkuJabatan, Periode, PesertaDiklat, PopulasiJabatan, Register, SopLayanan,
    TingkatDisiplin,
};

use super::nilai::{Pair, measured, wanted};
use super::{Maker, id, year};
use crate::TAHUN_AKHIR;
use crate::acak::Acak;
use crate::profile::{ALL, IkuPlan, Ukur};

/// Everything that the registers of a berkas hold.
#[derive(Default)]
pub(super) struct Kasus {
    pub(super) register: Vec<Register>,
    pub(super) alasan: Vec<AlasanRegister>,
    pub(super) jenis_layanan: Vec<JenisLayanan>,
    pub(super) sop: Vec<SopLayanan>,
    pub(super) layanan: Vec<KasusLayanan>,
    pub(super) populasi: Vec<PopulasiJabatan>,
    pub(super) jabatan: Vec<Jabatan>,
    pub(super) pemangku: Vec<PemangkuJabatan>,
    pub(super) disiplin: Vec<KasusDisiplin>,
    pub(super) diklat: Vec<PesertaDiklat>,
    pub(super) hari_libur: Vec<HariLibur>,
}

/// A kind of service and its standards: from when, days, which days, what stops the clock.
struct Layanan {
    id: &'static str,
    nama: &'static str,
    persyaratan: &'static str,
    hitungan: HitunganHari,
    jeda: Jeda,
    /// The newer standard first.
    batas: &'static [((i16, i8, i8), u32)],
}

const LAYANAN: [Layanan; 6] = [
    Layanan {
        id: "kenaikan-pangkat",
        nama: "Kenaikan pangkat",
        persyaratan: "Surat pengantar, SK pangkat terakhir, penilaian kinerja dua tahun",
        hitungan: HitunganHari::HariKerja,
        jeda: Jeda::Keduanya,
        batas: &[((2022, 7, 1), 15), ((2018, 1, 1), 20)],
    },
    Layanan {
        id: "gaji-berkala",
        nama: "Kenaikan gaji berkala",
        persyaratan: "Surat pengantar, SK berkala terakhir",
        hitungan: HitunganHari::HariKerja,
        jeda: Jeda::Tidak,
        batas: &[((2018, 1, 1), 5)],
    },
    Layanan {
        id: "mutasi",
        nama: "Mutasi antarperangkat daerah",
        persyaratan: "Permohonan, persetujuan kedua kepala perangkat daerah, uraian jabatan",
        hitungan: HitunganHari::HariKerja,
        jeda: Jeda::Dikembalikan,
        batas: &[((2018, 1, 1), 14)],
    },
    Layanan {
        id: "cuti-besar",
        nama: "Cuti besar",
        persyaratan: "Permohonan cuti, persetujuan atasan langsung",
        hitungan: HitunganHari::HariKerja,
        jeda: Jeda::Tidak,
        batas: &[((2023, 1, 1), 3), ((2018, 1, 1), 5)],
    },
    Layanan {
        id: "pensiun",
        nama: "Pensiun",
        persyaratan: "Data perorangan calon penerima pensiun, SK pertama dan terakhir, surat nikah",
        hitungan: HitunganHari::HariKalender,
        jeda: Jeda::Diteruskan,
        batas: &[((2018, 1, 1), 45)],
    },
    Layanan {
        id: "izin-belajar",
        nama: "Izin belajar",
        persyaratan: "Surat diterima pada perguruan tinggi terakreditasi, persetujuan atasan",
        hitungan: HitunganHari::HariKerja,
        jeda: Jeda::Tidak,
        batas: &[((2018, 1, 1), 7)],
    },
];

const ALASAN_LAYANAN: [(&str, &str); 4] = [
    ("instansi", "Keputusan menunggu instansi lain yang berwenang"),
    ("berkas", "Berkas pemohon tidak lengkap sampai batas waktu"),
    ("jaringan", "Gangguan jaringan pada layanan berbasis teknologi informasi"),
    ("kebijakan", "Persyaratan berubah karena kebijakan baru"),
];

const ALASAN_DISIPLIN: [(&str, &str); 2] = [
    ("laporan", "Perangkat daerah terlambat melaporkan pelanggaran"),
    ("panggilan", "Pegawai yang diperiksa sulit dihubungi"),
];

const PELANGGARAN: [&str; 4] = [
    "Tidak masuk kerja tanpa alasan yang sah",
    "Keterlambatan berulang",
    "Penyalahgunaan kendaraan dinas",
    "Laporan kinerja tidak benar",
];

const DIKLAT: [(&str, u32); 6] = [
    ("Pelatihan dasar", 40),
    ("Pelatihan kepemimpinan pengawas", 36),
    ("Penyusunan indikator kinerja", 16),
    ("Pengadaan barang dan jasa", 24),
    ("Pelayanan publik", 12),
    ("Pengelolaan arsip elektronik", 8),
];

const FUNGSIONAL: [&str; 12] = [
    "Analis Kepegawaian",
    "Arsiparis",
    "Auditor",
    "Perencana",
    "Pranata Komputer",
    "Guru Ahli Madya",
    "Dokter Ahli Muda",
    "Perawat Ahli Muda",
    "Penyuluh Pertanian",
    "Pengawas Lingkungan Hidup",
    "Pustakawan",
    "Assessor SDM Aparatur",
];

/// Days off that the law sets on the same date every year.
const LIBUR: [(i8, i8, &str); 5] = [
    (1, 1, "Tahun Baru Masehi"),
    (5, 1, "Hari Buruh Internasional"),
    (6, 1, "Hari Lahir Pancasila"),
    (8, 17, "Hari Kemerdekaan"),
    (12, 25, "Hari Raya Natal"),
];

/// Cases of services that end in a year, and breaches that are reported in one.
const N_LAYANAN: i64 = 224;
const N_DISIPLIN: i64 = 22;
/// Breaches that come over from the year before.
const N_BAWAAN: i64 = 3;
/// Places of the map of posts that count: eight, twenty-eight and twelve times five.
const N_JABATAN: i64 = 96;
const N_LOWONG: i64 = 3;

/// How a total is spread over the quarters, never empty.
fn sizes(maker: &Maker, register: &str, n: i64) -> [i64; 4] {
    let mut acak = maker.acak(register);
    [22, 26, 25, 27].map(|it| (n * it / 100 + acak.between(-2, 2)).max(3))
}

/// Cases in the state that counts, and all of them: in each quarter, and in the year.
pub(super) fn counts(maker: &Maker, register: &str, wanted: i64) -> ([Pair; 4], Pair) {
    match register {
        "pelayanan" => {
            let sizes = sizes(maker, register, N_LAYANAN);
            let quarters = sizes.map(|it| ((it * wanted / 10_000).clamp(1, it - 1), it));
            let sum = |of: fn(&Pair) -> i64| quarters.iter().map(of).sum();
            (quarters, (sum(|it| it.0), sum(|it| it.1)))
        }
        "disiplin" => {
            let plan = breaches(maker, wanted);
            let quarter = |now: i64| {
                let in_play = |(reported, solved): &&(i64, Option<i64>)| {
                    *reported <= now && solved.is_none_or(|it| it >= now)
                };
                let all = plan.iter().filter(in_play).count();
                let solved = plan.iter().filter(|it| it.1 == Some(now)).count();
                (count(solved), count(all))
            };
            let solved = plan.iter().filter(|it| it.1.is_some()).count();
            ([0, 1, 2, 3].map(quarter), (count(solved), count(plan.len())))
        }
        _ => {
            let fit = fitting(wanted);
            let quarters = [(fit - 2, N_JABATAN), (fit - 1, N_JABATAN), (fit, N_JABATAN)];
            ([quarters[0], quarters[1], quarters[2], quarters[2]], (fit, N_JABATAN))
        }
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// People who fit the post that they hold, at the end of the year.
fn fitting(wanted: i64) -> i64 {
    (N_JABATAN * wanted / 10_000).clamp(3, N_JABATAN - N_LOWONG)
}

/// The quarter in which each breach is reported (before the year: −1), and solved.
fn breaches(maker: &Maker, wanted: i64) -> Vec<(i64, Option<i64>)> {
    let mut acak = maker.acak("disiplin/putusan");
    let sizes = sizes(maker, "disiplin", N_DISIPLIN);
    let quarters = (0..4_i64).zip(sizes).flat_map(|(it, n)| (0..n).map(move |_| it));
    let reported: Vec<i64> = (0..N_BAWAAN).map(|_| -1).chain(quarters).collect();
    let all = count(reported.len());
    let n_solved = (all * wanted / 10_000).clamp(1, all - 1);
    let solved = |(place, reported): (i64, i64)| {
        let quarter = (reported.max(0) + acak.between(0, 1)).min(3);
        (reported, (place < n_solved).then_some(quarter))
    };
    (0..).zip(reported).map(solved).collect()
}

/// People who finish a training, by quarter, that come to `whole`.
pub(super) fn participants(maker: &Maker, whole: i64) -> [i64; 4] {
    let sizes = sizes(maker, "diklat", 100);
    let all: i64 = sizes.iter().sum();
    let mut parts = sizes.map(|it| whole * it / all);
    parts[3] += whole - parts.iter().sum::<i64>();
    parts
}

/// The reasons of a register that the analysis of its indikator names.
pub(super) fn reasons(
    maker: &Maker,
    iku: &IkuPlan,
) -> Vec<(&'static str, &'static str, &'static str)> {
    if !maker.is_measured(Periode::Tw1) {
        return Vec::new();
    }
    let of = |register, all: &[(&'static str, &'static str)]| {
        all.iter().map(|(id, uraian)| (register, *id, *uraian)).collect()
    };
    match iku.ukur {
        Ukur::Register("pelayanan", _) => of("pelayanan", &ALASAN_LAYANAN[..2]),
        Ukur::Register("disiplin", _) => of("disiplin", &ALASAN_DISIPLIN[..1]),
        _ => Vec::new(),
    }
}

pub(super) fn registers(maker: &Maker) -> Kasus {
    let mut kasus = Kasus::default();
    for (index, _, iku) in super::indikator::all_iku(maker) {
        let name = match iku.ukur {
            Ukur::Register(name, _) | Ukur::Peserta(name, ..) => name,
            _ => continue,
        };
        let quarters = measured(maker, index, iku).quarters.unwrap_or_default();
        let desk = Desk { maker, name, asal: asal(maker, name) };
        match name {
            "pelayanan" => desk.services(&quarters, &mut kasus),
            "disiplin" => desk.breaches(wanted(maker, index, iku), &mut kasus),
            "diklat" => desk.trainings(&quarters, &mut kasus),
            _ => desk.posts(fitting(wanted(maker, index, iku)), &mut kasus),
        }
    }
    if !kasus.layanan.is_empty() {
        let years = [maker.tahun - 1, maker.tahun];
        let days =
            years.iter().flat_map(|it| LIBUR.map(|(month, day, nama)| (*it, month, day, nama)));
        kasus.hari_libur = days
            .map(|(tahun, month, day, nama)| HariLibur {
                tanggal: date(year(tahun), month, day),
                nama: nama.to_owned(),
                asal: Asal::default(),
            })
            .collect();
    }
    kasus
}

fn asal(maker: &Maker, name: &str) -> Asal {
    let dokumen = format!("register-{name}-{}", maker.tahun);
    Asal { dokumen: Some(id(&dokumen)), ..Asal::default() }
}

/// Where one register is kept.
struct Desk<'m> {
    maker: &'m Maker,
    name: &'static str,
    asal: Asal,
}

impl Desk<'_> {
    /// The first and last day of a quarter that is counted from 0.
    fn days(&self, quarter: i64) -> (Date, Date) {
        let month = i8::try_from(1 + 3 * quarter).unwrap_or(1);
        let first = date(year(self.maker.tahun), month, 1);
        (first, first.saturating_add(2.months()).last_of_month())
    }

    /// The quarters that have been measured.
    fn quarters(&self) -> Vec<i64> {
        let measured = |it: &(i64, Periode)| self.maker.is_measured(it.1);
        (0..).zip(Periode::TRIWULAN).filter(measured).map(|(it, _)| it).collect()
    }

    fn open(&self, nama: &str, jenis: JenisRegister) -> Register {
        let last = self.quarters().last().map(|it| self.days(*it).1);
        Register {
            id: id(self.name),
            nama: nama.to_owned(),
            jenis,
            periode_menurut: (jenis == JenisRegister::Layanan).then_some(HariKasus::Selesai),
            bawaan: (jenis == JenisRegister::Disiplin).then_some(Bawaan::Dihitung),
            jp_minimal: (jenis == JenisRegister::Diklat).then_some(20),
            lengkap_sampai: last.or(Some(date(year(self.maker.tahun - 1), 12, 31))),
            asal: self.asal.clone(),
        }
    }

    fn explain(&self, all: &[(&str, &str)], kasus: &mut Kasus) {
        kasus.alasan.extend(all.iter().map(|(alasan, uraian)| AlasanRegister {
            register: id(self.name),
            id: id(alasan),
            uraian: (*uraian).to_owned(),
            asal: self.asal.clone(),
        }));
    }

    /// Somebody, as the city calls its people.
    fn person(acak: &mut Acak) -> String {
        format!("P-{:04}, {}", acak.between(1, 7_999), acak.pick(&ALL).singkatan)
    }

    /// A working day of a quarter.
    fn day(&self, quarter: i64, acak: &mut Acak) -> Date {
        let (first, last) = self.days(quarter);
        let n = i64::from((last - first).get_days());
        let mut day = first.saturating_add(acak.between(0, n).days());
        while !is_working_day(day) {
            day = if day < last { day.saturating_add(1.day()) } else { first };
        }
        day
    }

    fn services(&self, quarters: &[Pair; 4], kasus: &mut Kasus) {
        kasus.register.push(self.open("Berkas pelayanan kepegawaian", JenisRegister::Layanan));
        self.explain(&ALASAN_LAYANAN, kasus);
        for it in &LAYANAN {
            kasus.jenis_layanan.push(JenisLayanan {
                register: id(self.name),
                id: id(it.id),
                nama: it.nama.to_owned(),
                asal: self.asal.clone(),
            });
            kasus.sop.extend(it.batas.iter().rev().map(|((y, m, d), batas)| SopLayanan {
                register: id(self.name),
                layanan: id(it.id),
                berlaku: date(*y, *m, *d),
                batas: *batas,
                hitungan: it.hitungan,
                jeda: it.jeda,
                persyaratan: Some(it.persyaratan.to_owned()),
                asal: self.asal.clone(),
            }));
        }
        let mut nomor = 0;
        for quarter in self.quarters() {
            let mut acak = self.maker.acak(&format!("{}/{quarter}", self.name));
            let (n_counted, n) = quarters[usize::try_from(quarter).unwrap_or_default()];
            for place in 0..n {
                nomor += 1;
                let is_late = place >= n_counted;
                let selesai = self.day(quarter, &mut acak);
                let layanan = acak.pick(&LAYANAN);
                kasus.layanan.push(self.service(nomor, layanan, selesai, is_late, &mut acak));
            }
        }
        // What is on the desk now, and counts in no period before it ends.
        let last = self.quarters().last().map(|it| self.days(*it).1);
        let Some(last) = last.filter(|_| self.maker.tahun == i64::from(TAHUN_AKHIR)) else {
            return;
        };
        let mut acak = self.maker.acak(&format!("{}/terbuka", self.name));
        for layanan in &LAYANAN {
            for _ in 0..3 {
                nomor += 1;
                let mut day = last.saturating_sub(acak.between(0, 20).days());
                while !is_working_day(day) {
                    day = day.saturating_sub(1.day());
                }
                let ended = self.service(nomor, layanan, day, false, &mut acak);
                kasus.layanan.push(KasusLayanan {
                    diterima: day,
                    dikembalikan: None,
                    dilengkapi: None,
                    selesai: None,
                    hasil: None,
                    keputusan: None,
                    ..ended
                });
            }
        }
    }

    /// A case that ended on a day, in time or too late.
    fn service(
        &self,
        nomor: u32,
        layanan: &Layanan,
        selesai: Date,
        is_late: bool,
        acak: &mut Acak,
    ) -> KasusLayanan {
        let counts = |day: Date| match layanan.hitungan {
            HitunganHari::HariKerja => is_working_day(day),
            HitunganHari::HariKalender => true,
        };
        // The day of receipt from which the clock ran for so many days.
        let received = |hari: u32| {
            let mut left = hari;
            let mut day = selesai;
            while left > 0 {
                left -= u32::from(counts(day));
                day = day.saturating_sub(1.day());
            }
            while !is_working_day(day) {
                day = day.saturating_sub(1.day());
            }
            day
        };
        // The standard that was in force on that day decides, the newer one first.
        let standards = layanan.batas.iter();
        let mut drafts = standards.map(|((y, m, d), batas)| {
            let n = i64::from(*batas);
            let hari = match is_late {
                true => acak.between(n + 1, n + 9),
                false if layanan.hitungan == HitunganHari::HariKalender => {
                    acak.between(n / 2, n - 5)
                }
                false => acak.between((n / 2).max(1), n),
            };
            (date(*y, *m, *d), received(u32::try_from(hari).unwrap_or(1)))
        });
        let found = drafts.find(|(since, day)| day >= since).map(|it| it.1);
        let mut diterima = found.unwrap_or(selesai);
        drop(drafts);
        let mut returned = None;
        if matches!(layanan.jeda, Jeda::Dikembalikan | Jeda::Keduanya) && acak.once_in(5) {
            // While the file was with the applicant the clock stood still.
            let earlier = diterima.saturating_sub(acak.between(2, 6).days());
            let is_same = |day: Date| layanan.batas.iter().find(|it| day >= since(it)).map(since);
            if is_same(earlier) == is_same(diterima) {
                returned = Some((earlier, diterima));
                diterima = earlier;
            }
        }
        let alasan = is_late.then(|| acak.pick(&ALASAN_LAYANAN).0);
        KasusLayanan {
            register: id(self.name),
            nomor,
            layanan: id(layanan.id),
            pemohon: Some(Desk::person(acak)),
            diterima,
            dikembalikan: returned.map(|it| it.0),
            dilengkapi: returned.map(|it| it.1),
            diteruskan: None,
            kembali: None,
            selesai: Some(selesai),
            hasil: Some(if acak.once_in(30) {
                HasilLayanan::Ditolak
            } else {
                HasilLayanan::Terbit
            }),
            keputusan: Some(format!("800/{nomor:04}/BKPSDM/{}", selesai.year())),
            alasan: alasan.map(id),
            asal: self.asal.clone(),
        }
    }

    fn breaches(&self, wanted: i64, kasus: &mut Kasus) {
        kasus.register.push(self.open("Kasus pelanggaran disiplin", JenisRegister::Disiplin));
        self.explain(&ALASAN_DISIPLIN, kasus);
        let quarters = self.quarters();
        let plan = breaches(self.maker, wanted);
        for (nomor, (reported, solved)) in (1..).zip(plan) {
            let mut acak = self.maker.acak(&format!("disiplin/{nomor}"));
            if reported >= 0 && !quarters.contains(&reported) {
                continue;
            }
            let dilaporkan = match reported {
                -1 => date(year(self.maker.tahun - 1), 11, 6).saturating_add((nomor * 3).days()),
                _ => self.days(reported).0.saturating_add(acak.between(0, 20).days()),
            };
            let solved = solved.filter(|it| quarters.contains(it));
            let selesai = solved.map(|it| {
                let (first, last) = self.days(it);
                first.max(dilaporkan).saturating_add(acak.between(14, 40).days()).min(last)
            });
            let is_slow = solved != Some(reported.max(0));
            kasus.disiplin.push(KasusDisiplin {
                register: id(self.name),
                nomor: u32::try_from(nomor).unwrap_or_default(),
                pegawai: Some(Desk::person(&mut acak)),
                pelanggaran: (*acak.pick(&PELANGGARAN)).to_owned(),
                tingkat: Some(*acak.pick(&[
                    TingkatDisiplin::Ringan,
                    TingkatDisiplin::Ringan,
                    TingkatDisiplin::Sedang,
                    TingkatDisiplin::Berat,
                ])),
                dilaporkan,
                diperiksa: Some(dilaporkan.saturating_add(7.days()))
                    .filter(|it| selesai.is_none_or(|end| *it <= end)),
                selesai,
                hasil: selesai.map(|_| match acak.once_in(8) {
                    true => HasilDisiplin::TidakTerbukti,
                    false => HasilDisiplin::Dihukum,
                }),
                keputusan: selesai.map(|it| format!("862/{nomor:03}/BKPSDM/{}", it.year())),
                alasan: is_slow.then(|| id(acak.pick(&ALASAN_DISIPLIN).0)),
                asal: self.asal.clone(),
            });
        }
    }

    fn trainings(&self, quarters: &[Pair; 4], kasus: &mut Kasus) {
        kasus.register.push(self.open("Pelatihan pegawai", JenisRegister::Diklat));
        let (mut nomor, mut person) = (0, 0);
        for quarter in self.quarters() {
            let mut acak = self.maker.acak(&format!("{}/{quarter}", self.name));
            for _ in 0..quarters[usize::try_from(quarter).unwrap_or_default()].0 {
                person += 1;
                // Some come twice; they stay one person.
                for _ in 0..(if acak.once_in(6) { 2 } else { 1 }) {
                    nomor += 1;
                    let (diklat, jp) = acak.pick(&DIKLAT);
                    let mulai = self.day(quarter, &mut acak);
                    let selesai = mulai.saturating_add(acak.between(0, 4).days());
                    kasus.diklat.push(PesertaDiklat {
                        register: id(self.name),
                        nomor,
                        pegawai: format!("P-{person:04}"),
                        diklat: (*diklat).to_owned(),
                        mulai,
                        selesai: Some(selesai.min(self.days(quarter).1)),
                        jp: *jp,
                        sertifikat: Some(format!("{nomor:05}/DIKLAT/{}", mulai.year())),
                        asal: self.asal.clone(),
                    });
                }
            }
        }
    }

    fn posts(&self, fit: i64, kasus: &mut Kasus) {
        kasus.register.push(self.open("Peta jabatan", JenisRegister::Jabatan));
        let counted = [
            JenjangJabatan::PimpinanTinggi,
            JenjangJabatan::Administrator,
            JenjangJabatan::Fungsional,
        ];
        kasus.populasi.extend(counted.map(|jenjang| PopulasiJabatan {
            register: id(self.name),
            jenjang,
            asal: self.asal.clone(),
        }));
        let since = date(2019, 1, 2);
        let mut post = |jabatan: &str, nama: String, jenjang, formasi| {
            kasus.jabatan.push(Jabatan {
                register: id(self.name),
                id: id(jabatan),
                nama,
                unit_kerja: None,
                jenjang,
                formasi,
                kompetensi: Some("Standar kompetensi jabatan, tingkat 3".to_owned()),
                mulai: since,
                sampai: None,
                asal: self.asal.clone(),
            });
        };
        for place in 0..N_JABATAN {
            let (jabatan, n, in_post) = post_of(place);
            if in_post > 0 {
                continue;
            }
            let office = ALL[usize::try_from(n).unwrap_or_default() % ALL.len()].singkatan;
            match jabatan.as_bytes()[1] {
                b'p' => {
                    post(&jabatan, format!("Kepala {office}"), JenjangJabatan::PimpinanTinggi, 1)
                }
                b'd' => {
                    post(&jabatan, format!("Sekretaris {office}"), JenjangJabatan::Administrator, 1)
                }
                _ => {
                    let nama = FUNGSIONAL[usize::try_from(n).unwrap_or_default()].to_owned();
                    post(&jabatan, nama, JenjangJabatan::Fungsional, 5);
                }
            }
        }
        // Outside of what the indikator counts.
        for n in 1..=6 {
            let jabatan = format!("pengawas-{n}");
            post(&jabatan, format!("Kepala Subbagian Umum {n}"), JenjangJabatan::Pengawas, 1);
        }
        let mut acak = self.maker.acak("jabatan/pemangku");
        for seat in 0..N_JABATAN - N_LOWONG {
            // Seats are spread over the posts; two of them are filled within the year.
            let (jabatan, _, in_post) = post_of(seat * 37 % N_JABATAN);
            let quarter = [(0, 1), (1, 2)].iter().find(|it| it.0 == seat).map(|it| it.1);
            let mulai = match quarter {
                Some(quarter) if !self.quarters().contains(&quarter) => continue,
                Some(quarter) => self.days(quarter).0.saturating_add(14.days()),
                None => date(year(self.maker.tahun - acak.between(1, 3)), 2, 1),
            };
            let kesesuaian = match seat {
                it if it < fit => Some(Kesesuaian::Sesuai),
                it if it % 5 == 0 => None,
                _ => Some(Kesesuaian::TidakSesuai),
            };
            let held = match kesesuaian {
                Some(Kesesuaian::Sesuai) => "Tingkat 3",
                Some(Kesesuaian::TidakSesuai) => "Tingkat 2",
                None => "Belum diuji",
            };
            kasus.pemangku.push(PemangkuJabatan {
                register: id(self.name),
                jabatan: id(&jabatan),
                nomor: u32::try_from(in_post + 1).unwrap_or(1),
                pegawai: Desk::person(&mut acak),
                mulai,
                sampai: None,
                kompetensi: Some(held.to_owned()),
                kesesuaian,
                keputusan: Some(format!("821/{:03}/{}", seat + 1, mulai.year())),
                asal: self.asal.clone(),
            });
        }
    }
}

fn since(standard: &((i16, i8, i8), u32)) -> Date {
    let (year, month, day) = standard.0;
    date(year, month, day)
}

/// The post of a place, its number among its like, and which of its places it is.
fn post_of(place: i64) -> (String, i64, i64) {
    match place {
        0..8 => (format!("jpt-{}", place + 1), place, 0),
        8..36 => (format!("administrator-{}", place - 7), place - 8, 0),
        _ => (format!("fungsional-{}", (place - 36) / 5 + 1), (place - 36) / 5, (place - 36) % 5),
    }
}

fn is_working_day(day: Date) -> bool {
    let is_off = LIBUR.iter().any(|(month, at, _)| (day.month(), day.day()) == (*month, *at));
    !is_off && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use selaras_domain::{Id, Tahun};
    use selaras_rules::register::cases;

    use super::*;
    use crate::TAHUN_AWAL;
    use crate::profile;

    #[test]
    fn the_cases_count_what_the_city_has_planned() {
        let office = profile::ALL.iter().position(|it| it.singkatan == "BKPSDM").unwrap();
        for tahun in TAHUN_AWAL..=TAHUN_AKHIR {
            let maker = Maker::new(office, Tahun::new(tahun).unwrap());
            let berkas = maker.berkas();
            for (index, _, iku) in super::super::indikator::all_iku(&maker) {
                let (name, state) = match iku.ukur {
                    Ukur::Register(name, state) => (name, Some(state)),
                    Ukur::Peserta(name, ..) => (name, None),
                    _ => continue,
                };
                let register = berkas.register.iter().find(|it| it.id.as_str() == name).unwrap();
                let quarters = measured(&maker, index, iku).quarters.unwrap();
                for (place, periode) in Periode::TRIWULAN.into_iter().enumerate() {
                    let found = cases(&berkas, register, super::super::tahun(maker.tahun), periode);
                    let found = found.unwrap();
                    let of = |it: &&selaras_rules::register::Kasus<'_>| {
                        state.is_none_or(|state| it.status == state)
                    };
                    if maker.is_measured(periode) {
                        let counted = count(found.iter().filter(of).count());
                        assert_eq!(counted, quarters[place].0, "{name} {tahun} {periode:?}");
                        if state.is_some() {
                            assert_eq!(count(found.len()), quarters[place].1, "{name} {tahun}");
                        }
                    }
                }
            }
        }
    }
}

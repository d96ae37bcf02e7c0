//! How an office is built, who leads it, and where it means to go.

use jiff::civil::{Date, date};
use selaras_domain::{
    ArahKebijakan, Asal, Crosscutting, Dukungan, Fungsi, IsuStrategis, JenisUnitKerja,
    KelompokProses, Misi, Mitra, Pejabat, Pokok, ProsesBisnis, Sasaran, StatusPejabat, Strategi,
    TingkatVisi, Tujuan, UnitKerja, Visi,
};
use selaras_store::StatusPenugasan;

use super::{Maker, id, year};
use crate::N_PERANGKAT;
use crate::acak::Acak;
use crate::people::{TITLES, name, wali_kota};
use crate::profile::{self, Bentuk};

/// Somebody who leads an office.
pub(crate) struct Head {
    pub(crate) id: String,
    /// With titles.
    pub(crate) nama: String,
    pub(crate) status: StatusPenugasan,
    pub(crate) mulai: Date,
    pub(crate) sampai: Option<Date>,
}

/// The `n`-th named person with titles that fit the office.
fn with_titles(n: usize, office: usize) -> String {
    let (given, family) = name(n);
    match profile::ALL[office].singkatan {
        "Dinkes" => format!("dr. {given} {family}, M.K.M."),
        "RSUD" => format!("dr. {given} {family}, Sp.P.D."),
        "PUPR" | "Perkim" => format!("Ir. {given} {family}, M.T."),
        _ => format!("{given} {family}, {}", TITLES[n % TITLES.len()]),
    }
}

/// The day on which the head of an office changed, where it did.
fn changed_on(office: usize) -> Option<Date> {
    let mut acak = Acak::new("pergantian", &[office as u64]);
    let month = i8::try_from(acak.between(3, 7)).unwrap_or(3);
    let years = [None, Some(2021), Some(2022), Some(2022), Some(2023)];
    acak.pick(&years).map(|it| date(it, month, 1))
}

/// The heads of an office one after another; the last one leads it now.
pub(super) fn heads(office: usize) -> Vec<Head> {
    let definitif = StatusPenugasan::Definitif;
    let now = with_titles(office, office);
    let Some(changed) = changed_on(office) else {
        let mulai = date(2019, 1, 7);
        return vec![Head {
            id: "kepala".to_owned(),
            nama: now,
            status: definitif,
            mulai,
            sampai: None,
        }];
    };
    let before = Head {
        id: "kepala-lama".to_owned(),
        nama: with_titles(N_PERANGKAT + office, office),
        status: definitif,
        mulai: date(2018, 2, 5),
        sampai: Some(changed.saturating_sub(jiff::Span::new().days(1))),
    };
    // Some lead for a while in place of nobody before they hold the post.
    if office % 9 != 4 {
        let new = Head {
            id: "kepala".to_owned(),
            nama: now,
            status: definitif,
            mulai: changed,
            sampai: None,
        };
        return vec![before, new];
    }
    let held_from = changed.saturating_add(jiff::Span::new().days(120));
    let last = held_from.saturating_sub(jiff::Span::new().days(1));
    let plt = Head {
        id: "kepala-plt".to_owned(),
        nama: now.clone(),
        status: StatusPenugasan::Plt,
        mulai: changed,
        sampai: Some(last),
    };
    let new = Head {
        id: "kepala".to_owned(),
        nama: now,
        status: definitif,
        mulai: held_from,
        sampai: None,
    };
    vec![before, plt, new]
}

/// Who leads an office now.
pub(crate) fn head_of(office: usize) -> Head {
    heads(office).pop().expect("every office has a head")
}

impl Maker {
    /// Whether the head changed within the year.
    pub(super) fn has_new_head(&self) -> bool {
        changed_on(self.office).is_some_and(|it| i64::from(it.year()) == self.tahun)
    }

    /// The title of the head with the name of the office, long or short.
    pub(super) fn jabatan_kepala(&self, nama: &str) -> String {
        let title = self.profile.bentuk.jabatan_kepala();
        match self.profile.bentuk {
            Bentuk::Dinas | Bentuk::Badan | Bentuk::Satuan => format!("Kepala {nama} Kota Contoh"),
            Bentuk::RumahSakit => format!("{title} {nama} Kota Contoh"),
            Bentuk::Kecamatan => {
                let place = nama.trim_start_matches("Kecamatan ").trim_start_matches("Kec. ");
                format!("{title} {place}")
            }
            _ => format!("{title} Kota Contoh"),
        }
    }

    /// The id of the head on a day.
    pub(super) fn head_on(&self, day: Date) -> String {
        let heads = heads(self.office);
        let found = heads.iter().rfind(|it| it.mulai <= day).or(heads.first());
        found.map_or_else(|| "kepala".to_owned(), |it| it.id.clone())
    }
}

pub(super) fn pejabat(maker: &Maker) -> Vec<Pejabat> {
    let jabatan = maker.jabatan_kepala(maker.profile.nama);
    let first = date(year(maker.tahun), 1, 1);
    let last = date(year(maker.tahun) + 1, 2, 28);
    let is_near = |it: &Head| it.mulai <= last && it.sampai.is_none_or(|day| first <= day);
    let row = |it: Head| Pejabat {
        id: id(&it.id),
        nama: it.nama,
        jabatan: jabatan.clone(),
        pangkat: Some("Pembina Utama Muda".to_owned()),
        status: match it.status {
            StatusPenugasan::Plt => StatusPejabat::Plt,
            StatusPenugasan::Plh => StatusPejabat::Plh,
            StatusPenugasan::Definitif => StatusPejabat::Definitif,
        },
        unit_kerja: Some(id("kepala")),
        mulai: Some(it.mulai),
        sampai: it.sampai,
        asal: Asal { catatan: Some("nama rekaan".to_owned()), ..Asal::default() },
    };
    let mut all: Vec<Pejabat> = heads(maker.office).into_iter().filter(is_near).map(row).collect();
    all.extend(super::berjenjang::pejabat(maker));
    all.push(Pejabat {
        id: id("wali-kota"),
        nama: format!("{}, M.M.", wali_kota()),
        jabatan: "Wali Kota Contoh".to_owned(),
        pangkat: None,
        status: StatusPejabat::Definitif,
        unit_kerja: None,
        mulai: Some(date(2019, 2, 18)),
        sampai: None,
        asal: Asal { catatan: Some("nama rekaan".to_owned()), ..Asal::default() },
    });
    all
}

pub(super) fn unit_kerja(maker: &Maker) -> Vec<UnitKerja> {
    let profile = maker.profile;
    let unit =
        |name: &str, induk: Option<&str>, jenis, nama: &str, jabatan: Option<String>| UnitKerja {
            id: id(name),
            induk: induk.map(id),
            jenis,
            nama: nama.to_owned(),
            jabatan,
            asal: Asal::default(),
        };
    let head = profile.bentuk.jabatan_kepala();
    let keeper = profile.bentuk.penatausaha();
    let house = keeper.strip_prefix("Kepala ").unwrap_or("Sekretariat");
    let mut all = vec![
        unit("kepala", None, JenisUnitKerja::Kepala, head, Some(head.to_owned())),
        unit(
            "sekretariat",
            Some("kepala"),
            JenisUnitKerja::Sekretariat,
            house,
            Some(keeper.to_owned()),
        ),
        unit(
            "subbagian-umum",
            Some("sekretariat"),
            JenisUnitKerja::Subbagian,
            "Subbagian Umum dan Kepegawaian",
            Some("Kepala Subbagian Umum dan Kepegawaian".to_owned()),
        ),
        unit(
            "subbagian-perencanaan",
            Some("sekretariat"),
            JenisUnitKerja::Subbagian,
            "Subbagian Perencanaan dan Keuangan",
            Some("Kepala Subbagian Perencanaan dan Keuangan".to_owned()),
        ),
    ];
    let jenis = if profile.bentuk == Bentuk::Kecamatan {
        JenisUnitKerja::Seksi
    } else {
        JenisUnitKerja::Bidang
    };
    for (number, nama) in profile.bidang.iter().enumerate() {
        let name = format!("unit-{}", number + 1);
        all.push(unit(&name, Some("kepala"), jenis, nama, Some(maker.kepala_unit(number))));
        let below = format!("fungsional-{}", number + 1);
        all.push(unit(
            &below,
            Some(&name),
            JenisUnitKerja::Fungsional,
            "Kelompok Jabatan Fungsional",
            None,
        ));
    }
    if matches!(profile.singkatan, "Dinkes" | "Disdik" | "DLH" | "Dishub" | "BKPSDM") {
        let (nama, head) = match profile.singkatan {
            "Dinkes" => ("UPTD Puskesmas (empat belas puskesmas)", "Kepala Puskesmas"),
            "Disdik" => ("UPTD Satuan Pendidikan", "Kepala Sekolah"),
            "DLH" => ("UPTD Tempat Pemrosesan Akhir", "Kepala UPTD Tempat Pemrosesan Akhir"),
            "Dishub" => ("UPTD Pengujian Kendaraan", "Kepala UPTD Pengujian Kendaraan"),
            _ => ("UPTD Penilaian Kompetensi", "Kepala UPTD Penilaian Kompetensi"),
        };
        all.push(unit("uptd", Some("kepala"), JenisUnitKerja::Uptd, nama, Some(head.to_owned())));
    }
    all
}

pub(super) fn fungsi(maker: &Maker) -> Vec<Fungsi> {
    let hal = maker.profile.hal;
    let mut all = vec![
        format!("Perumusan kebijakan teknis mengenai {hal}"),
        format!("Pelaksanaan kebijakan mengenai {hal}"),
    ];
    all.extend(maker.profile.bidang.iter().map(|it| format!("Pelaksanaan tugas {it}")));
    all.push(format!("Evaluasi dan pelaporan mengenai {hal}"));
    all.push("Pelaksanaan administrasi dan tugas lain yang diberikan oleh Wali Kota".to_owned());
    (1..).zip(all).map(|(nomor, uraian)| Fungsi { nomor, uraian, asal: Asal::default() }).collect()
}

pub(super) fn isu_strategis(maker: &Maker) -> Vec<IsuStrategis> {
    let mut all = Vec::new();
    for (nomor, (isu, first, second)) in (1..).zip(maker.profile.isu) {
        let own = format!("isu-{nomor}");
        let row = |name: &str, induk: Option<&str>, nomor, uraian: &str| IsuStrategis {
            id: id(name),
            induk: induk.map(id),
            nomor,
            uraian: uraian.to_owned(),
            asal: maker.asal_at("renstra-2020", "Bab III"),
        };
        all.push(row(&own, None, nomor, isu));
        all.push(row(&format!("{own}a"), Some(&own), 1, first));
        all.push(row(&format!("{own}b"), Some(&own), 2, second));
    }
    all
}

pub(super) fn proses_bisnis(maker: &Maker) -> Vec<ProsesBisnis> {
    let stem: String = maker.profile.akun.chars().take(3).collect();
    let stem = stem.to_uppercase();
    let mut all = Vec::new();
    let mut push = |kelompok, nomor: u16, kode: Option<String>, nama: &str| {
        all.push(ProsesBisnis {
            kelompok,
            nomor,
            kode,
            nama: nama.to_owned(),
            asal: Asal::default(),
        });
    };
    for (nomor, program) in (1..).zip(maker.profile.program) {
        let nama = program.nama.strip_prefix("Program ").unwrap_or(program.nama);
        push(KelompokProses::Utama, nomor, Some(format!("{stem} {nomor:02}")), nama);
    }
    push(KelompokProses::Pendukung, 1, Some(format!("{stem} 91")), "Perencanaan dan pelaporan");
    push(KelompokProses::Pendukung, 2, Some(format!("{stem} 92")), "Keuangan dan kepegawaian");
    push(KelompokProses::Aktor, 1, None, "Warga Kota Contoh");
    push(KelompokProses::Aktor, 2, None, "Perangkat daerah");
    all
}

const MISI: [&str; 5] = [
    "Meningkatkan mutu pendidikan, kesehatan, dan perlindungan sosial warga",
    "Membangun prasarana kota yang merata dan tangguh bencana",
    "Menumbuhkan usaha warga dan kesempatan kerja",
    "Mewujudkan pemerintahan yang melayani, bersih, dan akuntabel",
    "Menjaga lingkungan, ketertiban, dan kerukunan warga",
];

pub(super) fn visi() -> Vec<Visi> {
    vec![Visi {
        id: id("visi-daerah"),
        tingkat: TingkatVisi::Daerah,
        uraian: "Kota Contoh yang Tertib, Terhubung, dan Sejahtera".to_owned(),
        asal: Asal {
            dokumen: Some(id("rpjmd-2020")),
            halaman: Some("Bab V".to_owned()),
            catatan: None,
        },
    }]
}

pub(super) fn misi(maker: &Maker) -> Vec<Misi> {
    let row = |(nomor, uraian): (u16, &&str)| Misi {
        id: id(&format!("misi-{nomor}")),
        visi: id("visi-daerah"),
        nomor,
        uraian: (*uraian).to_owned(),
        dukungan: if nomor == maker.profile.misi { Dukungan::Didukung } else { Dukungan::Disebut },
        asal: maker.asal_at("rpjmd-2020", "Bab V"),
    };
    (1..).zip(&MISI).map(row).collect()
}

pub(super) fn tujuan(maker: &Maker) -> Vec<Tujuan> {
    vec![Tujuan {
        id: id("tujuan-1"),
        misi: id(&format!("misi-{}", maker.profile.misi)),
        uraian: maker.profile.tujuan.uraian.to_owned(),
        asal: maker.asal_at("renstra-2020", "Bab IV"),
    }]
}

pub(super) fn sasaran(maker: &Maker) -> Vec<Sasaran> {
    let row = |(number, it): (u16, &profile::SasaranPlan)| Sasaran {
        id: id(&format!("sasaran-{number}")),
        tujuan: id("tujuan-1"),
        uraian: it.uraian.to_owned(),
        asal: maker.asal_at("renstra-2020", "Bab IV"),
    };
    (1..).zip(maker.profile.sasaran).map(row).collect()
}

/// The strategi of each sasaran, carried out by the program of its first IKU.
pub(super) fn strategi(maker: &Maker) -> Vec<Strategi> {
    let row = |(number, it): (u16, &profile::SasaranPlan)| Strategi {
        id: id(&format!("strategi-{number}")),
        sasaran: id(&format!("sasaran-{number}")),
        uraian: it.strategi.to_owned(),
        program: it.iku.first().map(|iku| id(&iku.baris[..7])),
        asal: maker.asal_at("renstra-2020", "Bab V"),
    };
    (1..).zip(maker.profile.sasaran).map(row).collect()
}

/// What an office asks of others for its goals; one in seven has not found who gives it.
const SUPPORT: [(&str, &str); 5] = [
    ("BKPSDM", "pemenuhan pegawai menurut peta jabatan"),
    ("BPKAD", "pencairan anggaran menurut jadwal kas"),
    ("Diskominfo", "aplikasi dan jaringan layanan yang tidak terputus"),
    ("Disdukcapil", "data kependudukan yang mutakhir"),
    ("Bapperida", "penyelarasan target dengan rencana daerah"),
];

/// Each sasaran needs another office, and the first one the sekretariat of the office itself.
pub(super) fn crosscutting(maker: &Maker) -> Vec<Crosscutting> {
    let own = maker.profile.singkatan;
    let others: Vec<_> = SUPPORT.iter().filter(|(singkatan, _)| *singkatan != own).collect();
    let row = |nomor: u16, sasaran: usize, mitra, dukungan: &str| Crosscutting {
        nomor,
        pokok: Pokok::Sasaran(id(&format!("sasaran-{sasaran}"))),
        mitra,
        dukungan: dukungan.to_owned(),
        asal: maker.asal_at("renstra-2020", "Bab VI"),
    };
    let inside = "laporan keuangan dan kepegawaian yang tepat waktu";
    let mut all = vec![row(1, 1, Some(Mitra::UnitKerja(id("sekretariat"))), inside)];
    for (nomor, sasaran) in (2..).zip(1..=maker.profile.sasaran.len()) {
        let mut acak = maker.acak_of_office(&format!("crosscutting/{sasaran}"));
        let (singkatan, dukungan) = **acak.pick(&others);
        let mitra = (!acak.once_in(7)).then(|| Mitra::PerangkatDaerah(singkatan.to_owned()));
        all.push(row(nomor, sasaran, mitra, dukungan));
    }
    all
}

pub(super) fn arah_kebijakan(maker: &Maker) -> Vec<ArahKebijakan> {
    let rows = |(number, it): (u16, &'static profile::SasaranPlan)| {
        let strategi = format!("strategi-{number}");
        (1..).zip(it.arah).map(move |(nomor, uraian)| ArahKebijakan {
            strategi: id(&strategi),
            nomor,
            uraian: uraian.to_owned(),
            asal: maker.asal_at("renstra-2020", "Bab V"),
        })
    };
    (1..).zip(maker.profile.sasaran).flat_map(rows).collect()
}

//! Drawings of real and of awkward data, for the tests and for the gallery.

use rust_decimal::{Decimal, dec};
use selaras_domain::Dukungan;
use selaras_domain::dokumen::Tone;
use selaras_reports::drawing::*;

/// Names of program, kegiatan and subkegiatan of the office of the example, with their numbers.
const POHON: &str = include_str!("pohon.txt");

/// The longest name of a subkegiatan that occurs in practice has about this length: 160 letters.
pub(crate) const LONG_NAME: &str = "Koordinasi dan Sinkronisasi Pelaksanaan Penyediaan Jasa Pemeliharaan, Biaya \
     Pemeliharaan, Pajak, dan Perizinan Kendaraan Dinas Operasional atau Kendaraan Lapangan";

const LANDSCAPE: u32 = Frame::A4_LANDSCAPE.width;
const PORTRAIT: u32 = Frame::A4_PORTRAIT.width;

/// A drawing with a name for its file and the width it is made for.
pub(crate) type Sample = (&'static str, Box<dyn Draw>, u32);

/// Every kind of drawing but the pages of a cascade.
pub(crate) fn drawings() -> Vec<Sample> {
    vec![
        ("organisation", Box::new(organisation()), PORTRAIT),
        ("organisation-large", Box::new(large_organisation()), LANDSCAPE),
        ("process-map", Box::new(peta_proses()), PORTRAIT),
        ("misi-task", Box::new(misi_to_task()), PORTRAIT),
        ("misi-sasaran", Box::new(misi_to_sasaran()), LANDSCAPE),
        ("bullet-common", Box::new(capaian_bars()), PORTRAIT),
        ("bullet-own-target", Box::new(realisasi_bars()), PORTRAIT),
        ("bullet-key-figure", Box::new(key_figure(dec!(85.8), "85,8%")), 480),
        ("bullet-key-figure-cut", Box::new(key_figure(dec!(756), "756%")), 480),
        ("paths", Box::new(paths()), PORTRAIT),
        ("budget-pairs", Box::new(budget_of_programs()), PORTRAIT),
        ("budget-scatter-few", Box::new(budget_of_iku()), PORTRAIT),
        ("budget-scatter", Box::new(budget_of_kegiatan()), PORTRAIT),
        ("absorption", Box::new(absorption()), PORTRAIT),
    ]
}

/// All drawings as files.
pub(crate) fn gallery() -> Vec<(String, Svg)> {
    let drawings = drawings().into_iter();
    let mut gallery: Vec<(String, Svg)> =
        drawings.map(|(name, drawing, width)| (name.to_owned(), drawing.draw(width))).collect();
    for (frame, name) in [(Frame::A4_PORTRAIT, "portrait"), (Frame::A4_LANDSCAPE, "landscape")] {
        for (index, page) in cascading().pages(frame, 2).into_iter().enumerate() {
            gallery.push((format!("cascading-{name}-{index}"), page.svg));
        }
    }
    gallery
}

fn unit(role: UnitRole, nama: &str, children: Vec<UnitBox>) -> UnitBox {
    UnitBox { role, nama: nama.to_owned(), jabatan: None, children }
}

pub(crate) fn organisation() -> BaganOrganisasi {
    let line = |nama: &str, children| unit(UnitRole::Line, nama, children);
    let functional = || {
        vec![unit(UnitRole::Fungsional, "Subkoordinator dan Kelompok Jabatan Fungsional", vec![])]
    };
    let kepala = line(
        "Kepala Badan",
        vec![
            unit(UnitRole::Fungsional, "Kelompok Jabatan Fungsional", vec![]),
            unit(
                UnitRole::Sekretariat,
                "Sekretariat",
                vec![
                    line("Subbagian Perencanaan, Keuangan dan Aset", vec![]),
                    line("Subbagian Tata Usaha", vec![]),
                ],
            ),
            line("Bidang Pengadaan, Pemberhentian dan Informasi", functional()),
            line("Bidang Mutasi dan Kepangkatan", functional()),
            line("Bidang Pengembangan, Penilaian Kinerja dan Penghargaan", functional()),
        ],
    );
    BaganOrganisasi { kepala }
}

/// Six bidang with three seksi each, posts named, and a UPTD: more than stands side by side.
pub(crate) fn large_organisation() -> BaganOrganisasi {
    let bidang = |index: usize| {
        let seksi = (1..=3).map(|it| UnitBox {
            role: UnitRole::Line,
            nama: format!("Seksi {index}.{it} Pengelolaan dan Pemberdayaan Masyarakat"),
            jabatan: Some("Kepala Seksi".to_owned()),
            children: vec![],
        });
        UnitBox {
            role: UnitRole::Line,
            nama: format!("Bidang {index} Keanekaragaman & Pertanggungjawaban"),
            jabatan: Some("Kepala Bidang".to_owned()),
            children: seksi.collect(),
        }
    };
    let mut chart = organisation();
    chart.kepala.children.truncate(2);
    chart.kepala.children.extend((1..=6).map(bidang));
    chart.kepala.children.push(unit(UnitRole::Line, "UPTD <Laboratorium>", vec![]));
    chart
}

pub(crate) fn peta_proses() -> PetaProsesBisnis {
    let proses =
        |kode: &str, nama: &str| ProsesBox { kode: Some(kode.to_owned()), nama: nama.to_owned() };
    PetaProsesBisnis {
        aktor: vec![
            "Wali Kota".to_owned(),
            "Dinas/Badan/Investor".to_owned(),
            "Masyarakat".to_owned(),
        ],
        lainnya: vec![proses("BKP 04", "Terwujudnya sistem pengendalian intern BKPSDM Kota Dumai")],
        utama: vec![proses("BKP 01", "Meningkatnya kualitas penyelenggaraan manajemen ASN")],
        pendukung: vec![
            proses("BKP 02", "Meningkatnya akuntabilitas kinerja BKPSDM Kota Dumai"),
            proses("BKP 03", "Meningkatnya kualitas pelayanan publik"),
        ],
    }
}

fn misi() -> Vec<MisiBox> {
    let texts = [
        "Mengembangkan Perekonomian Kota yang Berdaya Saing dan Bertumpu pada Kepelabuhan dan Industri",
        "Mewujudkan Sumber Daya Manusia yang Berkualitas dan Berjati Diri Melayu",
        "Mewujudkan Infrastruktur Wilayah yang Berkualitas",
        "Meningkatkan Kualitas Tata Kelola Kepemerintahan Daerah yang Baik",
    ];
    (1..)
        .zip(texts)
        .map(|(nomor, uraian)| MisiBox {
            head: format!("Misi {nomor}"),
            uraian: uraian.to_owned(),
            dukungan: if nomor == 4 { Dukungan::Didukung } else { Dukungan::Disebut },
        })
        .collect()
}

pub(crate) fn misi_to_task() -> GambarMisi {
    GambarMisi {
        misi: misi(),
        steps: vec![MisiStep {
            head: "Tugas BKPSDM Kota Dumai".to_owned(),
            uraian: vec![
                "Membantu Wali Kota melaksanakan urusan pemerintahan di bidang kepegawaian, \
                 pendidikan dan pelatihan yang menjadi kewenangan daerah dan tugas pembantuan"
                    .to_owned(),
            ],
        }],
    }
}

pub(crate) fn misi_to_sasaran() -> GambarMisi {
    let steps = [("Tujuan", "Meningkatkan"), ("Sasaran", "Meningkatnya")].map(|(head, verb)| {
        let uraian = format!(
            "{verb} kualitas pelayanan administrasi kepegawaian dan profesionalisme sumber daya aparatur"
        );
        MisiStep { head: head.to_owned(), uraian: vec![uraian] }
    });
    GambarMisi { misi: misi(), steps: steps.to_vec() }
}

const IKU: [&str; 4] = [
    "Persentase pelayanan kepegawaian yang diselesaikan tepat waktu",
    "Persentase Pejabat Pimpinan Tinggi, Administrator, dan Fungsional sesuai dengan Peta Jabatan",
    "Persentase Penyelesaian Kasus Pelanggaran Disiplin",
    "Persentase Pengembangan Kompetensi ASN melalui Pendidikan dan Pelatihan",
];

fn amount(value: Decimal) -> Amount {
    Amount::known(value, selaras_domain::angka::format_percent_trimmed(value))
}

fn status(tone: Tone, word: &str) -> Option<Status> {
    Some(Status { tone, word: word.to_owned() })
}

fn bullet(nama: &str, realisasi: Amount, target: Amount, status: Option<Status>) -> BulletRow {
    BulletRow { nama: nama.to_owned(), realisasi, target, status }
}

/// Capaian on one scale; 756% lies far beyond it.
pub(crate) fn capaian_bars() -> BulletBars {
    let target = || amount(dec!(100));
    BulletBars {
        rows: vec![
            bullet(IKU[0], amount(dec!(85.8)), target(), status(Tone::Bad, "Perlu perhatian")),
            bullet(IKU[1], amount(dec!(118.0)), target(), status(Tone::Good, "Tercapai")),
            bullet(IKU[2], amount(dec!(107.0)), target(), status(Tone::Near, "Mendekati")),
            bullet(IKU[3], amount(dec!(756.0)), target(), status(Tone::Over, "Melampaui")),
            bullet(
                LONG_NAME,
                Amount::absent("tidak terbaca pada sumber"),
                target(),
                status(Tone::Faint, "Tidak dapat dihitung"),
            ),
            bullet(
                "Persentase nol",
                amount(dec!(0)),
                target(),
                status(Tone::Bad, "Perlu perhatian"),
            ),
        ],
        scale: BulletScale::Common { max: dec!(125), suffix: "%".to_owned() },
    }
}

/// Indicators in different units, each on the scale of its target.
pub(crate) fn realisasi_bars() -> BulletBars {
    let known = |value: Decimal| Amount::known(value, selaras_domain::angka::format_trimmed(value));
    BulletBars {
        rows: vec![
            bullet("Indeks Profesionalitas ASN", known(dec!(61.53)), known(dec!(70.71)), None),
            bullet(IKU[0], amount(dec!(85.8)), amount(dec!(100)), None),
            bullet(IKU[1], amount(dec!(99.1)), amount(dec!(84)), None),
            bullet(IKU[2], amount(dec!(100)), amount(dec!(93.5)), None),
            bullet(IKU[3], amount(dec!(37.8)), amount(dec!(5)), None),
            bullet("Jumlah temuan & <lainnya>", known(dec!(2)), known(dec!(0)), None),
        ],
        scale: BulletScale::OwnTarget,
    }
}

pub(crate) fn key_figure(value: Decimal, label: &str) -> BulletBar {
    BulletBar {
        nama: "Capaian".to_owned(),
        realisasi: Amount::known(value, label),
        target: amount(dec!(100)),
        scale: BulletScale::Common { max: dec!(125), suffix: "%".to_owned() },
    }
}

fn path(nama: &str, plan: [Decimal; 6], realisasi: [Decimal; 2]) -> PathPanel {
    let year = |tahun: u16, value: Decimal| YearAmount::new(tahun, amount(value));
    PathPanel {
        nama: nama.to_owned(),
        suffix: "%".to_owned(),
        kondisi_awal: Some(year(2021, plan[0])),
        target: (2022..).zip(&plan[1..]).map(|(tahun, value)| year(tahun, *value)).collect(),
        realisasi: (2022..).zip(realisasi).map(|(tahun, value)| year(tahun, value)).collect(),
    }
}

pub(crate) fn paths() -> IndicatorPaths {
    let whole = |values: [i64; 6]| values.map(Decimal::from);
    IndicatorPaths {
        panels: vec![
            path(IKU[0], [dec!(100); 6], [dec!(97.7), dec!(85.8)]),
            path(IKU[1], whole([82, 82, 84, 86, 88, 90]), [dec!(99.4), dec!(99.1)]),
            path(
                IKU[2],
                [dec!(90), dec!(92), dec!(93.5), dec!(95), dec!(96.5), dec!(98)],
                [dec!(85.7), dec!(100)],
            ),
            path(IKU[3], whole([3, 4, 5, 6, 7, 8]), [dec!(3.7), dec!(37.8)]),
        ],
    }
}

fn point(nama: &str, capaian: Decimal, serapan: Decimal) -> BudgetPoint {
    BudgetPoint { nama: nama.to_owned(), serapan: amount(serapan), capaian: amount(capaian) }
}

fn budget(points: Vec<BudgetPoint>) -> BudgetPerformance {
    BudgetPerformance { points, serapan_threshold: dec!(95), capaian_threshold: dec!(100) }
}

pub(crate) fn budget_of_programs() -> BudgetPerformance {
    budget(vec![
        point("Program Kepegawaian Daerah", dec!(100), dec!(93.1)),
        point("Program Pengembangan Sumber Daya Manusia", dec!(756), dec!(99.79)),
        BudgetPoint {
            nama: "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota".to_owned(),
            serapan: amount(dec!(97.4)),
            capaian: Amount::absent("capaian program tidak ada pada sumber"),
        },
    ])
}

pub(crate) fn budget_of_iku() -> BudgetPerformance {
    budget(vec![
        point(IKU[0], dec!(85.8), dec!(93.1)),
        point(IKU[1], dec!(118), dec!(96.1)),
        point(IKU[2], dec!(107), dec!(92.3)),
        point(IKU[3], dec!(756), dec!(99.79)),
    ])
}

/// Many points in the same corner, some of them in the same place.
pub(crate) fn budget_of_kegiatan() -> BudgetPerformance {
    let serapan = [
        dec!(99.47),
        dec!(96.84),
        dec!(99.94),
        dec!(82.43),
        dec!(98.45),
        dec!(99.36),
        dec!(99.25),
        dec!(99.88),
        dec!(95.28),
        dec!(96.89),
        dec!(81.18),
        dec!(90.15),
        dec!(93.07),
        dec!(99.99),
    ];
    let capaian = [
        dec!(100),
        dec!(102.3),
        dec!(100),
        dec!(83.33),
        dec!(100),
        dec!(100),
        dec!(100),
        dec!(100),
        dec!(100),
        dec!(97),
        dec!(100),
        dec!(88),
        dec!(100),
        dec!(167),
    ];
    let names = kegiatan_names();
    let points = names.iter().zip(serapan.into_iter().zip(capaian));
    budget(points.map(|(nama, (serapan, capaian))| point(nama, capaian, serapan)).collect())
}

fn kegiatan_names() -> Vec<String> {
    let lines = POHON.lines().filter_map(|it| it.split_once(' '));
    lines
        .filter(|(nomor, _)| nomor.split('.').count() == 2)
        .map(|(_, nama)| nama.to_owned())
        .collect()
}

pub(crate) fn absorption() -> QuarterlyAbsorption {
    let panel = |nama: &str, pagu: &str, shares: [Decimal; 4]| {
        let mut sum = Decimal::ZERO;
        let quarters = shares.map(|share| {
            sum += share;
            Quarter { share: amount(share), cumulative: amount(sum) }
        });
        AbsorptionPanel { nama: nama.to_owned(), pagu: pagu.to_owned(), quarters }
    };
    let mut unread = panel(
        "Administrasi Umum Perangkat Daerah",
        "Pagu Rp723.697.579",
        [dec!(14.9), dec!(14.8), dec!(0), dec!(45.1)],
    );
    unread.quarters[2] = Quarter {
        share: Amount::absent("tidak terbaca"),
        cumulative: Amount::absent("tidak terbaca"),
    };
    QuarterlyAbsorption {
        panels: vec![
            panel(
                "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
                "Pagu Rp6.427.109.297",
                [dec!(19.3), dec!(27.5), dec!(19.5), dec!(31.1)],
            ),
            panel(
                "Program Kepegawaian Daerah",
                "Pagu Rp2.006.492.743",
                [dec!(14.4), dec!(27.6), dec!(9.7), dec!(41.4)],
            ),
            panel(
                "Program Pengembangan Sumber Daya Manusia",
                "Pagu Rp1.637.265.100",
                [dec!(20.6), dec!(50.2), dec!(17.5), dec!(11.6)],
            ),
            unread,
        ],
    }
}

fn cascading_box(nomor: Option<&str>, nama: &str, children: Vec<CascadingBox>) -> CascadingBox {
    CascadingBox {
        nomor: nomor.map(str::to_owned),
        nama: nama.to_owned(),
        indikator: vec![],
        children,
    }
}

/// One tujuan, one sasaran with four IKU, three program, 14 kegiatan, 40 subkegiatan.
pub(crate) fn cascading() -> Cascading {
    let mut program: Vec<CascadingBox> = Vec::new();
    for (nomor, nama) in POHON.lines().filter_map(|it| it.split_once(' ')) {
        let new = cascading_box(Some(nomor), nama, vec![]);
        let depth = nomor.split('.').count();
        let mut level = &mut program;
        for _ in 1..depth {
            level = &mut level.last_mut().expect("a parent stands before its children").children;
        }
        level.push(new);
    }
    let mut sasaran = cascading_box(
        None,
        "Meningkatnya kualitas pelayanan administrasi kepegawaian dan profesionalisme sumber daya \
         aparatur",
        program,
    );
    sasaran.indikator = IKU.map(str::to_owned).to_vec();
    let mut tujuan = cascading_box(
        None,
        "Meningkatkan kualitas pelayanan administrasi kepegawaian dan profesionalisme sumber daya \
         aparatur",
        vec![sasaran],
    );
    tujuan.indikator =
        vec!["Indeks Kepuasan Aparatur".to_owned(), "Indeks Profesionalitas ASN".to_owned()];
    let levels = ["Tujuan", "Sasaran dan IKU", "Program", "Kegiatan", "Subkegiatan"];
    Cascading { levels: levels.map(str::to_owned).to_vec(), roots: vec![tujuan] }
}

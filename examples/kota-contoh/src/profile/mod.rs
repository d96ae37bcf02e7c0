//! What each office of the city is: its task, its sasaran and indicators, its programs.
//!
//! Everything that depends on a year follows from this and from [`crate::acak`].

mod administrasi;
mod ekonomi;
mod kecamatan;
mod pelayanan_dasar;
mod pelayanan_lain;
pub(crate) mod penunjang;

use rust_decimal::Decimal;

/// What kind of body an office is, which decides the words for it and for its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bentuk {
    SekretariatDaerah,
    SekretariatDprd,
    Inspektorat,
    Badan,
    Dinas,
    RumahSakit,
    Satuan,
    Kecamatan,
}

impl Bentuk {
    /// Title of the head.
    pub(crate) fn jabatan_kepala(self) -> &'static str {
        match self {
            Bentuk::SekretariatDaerah => "Sekretaris Daerah",
            Bentuk::SekretariatDprd => "Sekretaris DPRD",
            Bentuk::Inspektorat => "Inspektur",
            Bentuk::Badan => "Kepala Badan",
            Bentuk::Dinas => "Kepala Dinas",
            Bentuk::RumahSakit => "Direktur",
            Bentuk::Satuan => "Kepala Satuan",
            Bentuk::Kecamatan => "Camat",
        }
    }

    /// What the office calls itself in a sentence.
    pub(crate) fn sebutan(self) -> &'static str {
        match self {
            Bentuk::SekretariatDaerah | Bentuk::SekretariatDprd => "Sekretariat",
            Bentuk::Inspektorat => "Inspektorat",
            Bentuk::Badan => "Badan",
            Bentuk::Dinas => "Dinas",
            Bentuk::RumahSakit => "Rumah Sakit",
            Bentuk::Satuan => "Satuan",
            Bentuk::Kecamatan => "Kecamatan",
        }
    }

    /// Who leads the unit that keeps the house.
    pub(crate) fn penatausaha(self) -> &'static str {
        match self {
            Bentuk::SekretariatDaerah => "Kepala Bagian Umum",
            Bentuk::SekretariatDprd => "Kepala Bagian Umum dan Keuangan",
            Bentuk::RumahSakit => "Wakil Direktur Umum dan Keuangan",
            Bentuk::Kecamatan => "Sekretaris Camat",
            _ => "Sekretaris",
        }
    }
}

/// An office.
#[derive(Debug)]
pub(crate) struct Profile {
    pub(crate) kode: &'static str,
    pub(crate) nama: &'static str,
    pub(crate) singkatan: &'static str,
    /// Stem of its accounts and of the numbers of its documents.
    pub(crate) akun: &'static str,
    pub(crate) bentuk: Bentuk,
    /// The phrase after «membantu Wali Kota».
    pub(crate) tugas: &'static str,
    /// What its work is about, inside a sentence.
    pub(crate) hal: &'static str,
    /// The misi of the city that it serves.
    pub(crate) misi: u16,
    /// What a reader must know of its state.
    pub(crate) latar: &'static str,
    pub(crate) bidang: [&'static str; 3],
    /// An issue, and the two that it consists of.
    pub(crate) isu: [(&'static str, &'static str, &'static str); 2],
    pub(crate) tujuan: TujuanPlan,
    pub(crate) sasaran: &'static [SasaranPlan],
    pub(crate) program: &'static [ProgramPlan],
    /// Salaries of a year, in millions of rupiah.
    pub(crate) gaji: i64,
    /// Share of the people of the city.
    pub(crate) bobot_pegawai: usize,
}

/// What the office is for in the end, with its one indikator.
#[derive(Debug)]
pub(crate) struct TujuanPlan {
    pub(crate) uraian: &'static str,
    pub(crate) indikator: &'static str,
    pub(crate) satuan: &'static str,
    pub(crate) jalur: Jalur,
}

/// From the state before the plan to the aim of its last year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Jalur {
    pub(crate) awal: Decimal,
    pub(crate) akhir: Decimal,
}

/// A sasaran with what serves it.
#[derive(Debug)]
pub(crate) struct SasaranPlan {
    pub(crate) uraian: &'static str,
    pub(crate) strategi: &'static str,
    pub(crate) arah: [&'static str; 2],
    pub(crate) iku: &'static [IkuPlan],
}

/// An indikator kinerja utama.
#[derive(Debug)]
pub(crate) struct IkuPlan {
    pub(crate) nama: &'static str,
    pub(crate) pendek: &'static str,
    pub(crate) satuan: &'static str,
    pub(crate) jalur: Jalur,
    /// Which unit answers for it.
    pub(crate) bidang: usize,
    /// The row of the budget that serves it.
    pub(crate) baris: &'static str,
    pub(crate) definisi: &'static str,
    pub(crate) sumber: &'static str,
    pub(crate) ukur: Ukur,
}

/// A name of a formula, as people read it, and its unit.
pub(crate) type Var = (&'static str, &'static str, &'static str);

/// How an indikator is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ukur {
    /// A share of what happens in a quarter: `a / b * 100`; the quarters add up.
    Arus(Var, Var, i64),
    /// A share of what there is at the end of a quarter: `a / b * 100`; the last one counts.
    Stok(Var, Var, i64),
    /// Cases for a number of people, counted once a year: `a / b * n`.
    Angka(Var, Var, i64, i64),
    /// A mean over cases: `a / b`; the quarters add up.
    Rata(Var, Var, i64),
    /// A share that is best inside a range.
    Rentang(Var, Var, i64),
    /// A value that somebody else finds once a year.
    Nilai,
    /// A value made of weighted parts, once a year.
    Komponen(&'static [(&'static str, i64)]),
    /// A count that adds up; zero may be aimed at.
    Cacah,
    /// A predicate of a scale, lowest first.
    Predikat(&'static str, &'static [&'static str]),
    /// A share of the cases of a register: those in a state of all.
    Register(&'static str, &'static str),
    /// The people of a register, as a share of a variable.
    Peserta(&'static str, Var, i64),
}

/// A program with its one outcome.
#[derive(Debug)]
pub(crate) struct ProgramPlan {
    /// `1.02.02`.
    pub(crate) kode: &'static str,
    pub(crate) nama: &'static str,
    pub(crate) indikator: &'static str,
    pub(crate) jalur: Jalur,
    pub(crate) bidang: usize,
    pub(crate) kegiatan: &'static [KegiatanPlan],
}

#[derive(Debug)]
pub(crate) struct KegiatanPlan {
    /// `2.01`.
    pub(crate) kode: &'static str,
    pub(crate) nama: &'static str,
    pub(crate) hasil: &'static str,
    pub(crate) subkegiatan: &'static [SubPlan],
}

/// A subkegiatan with its output and its money in the first year, in millions of rupiah.
#[derive(Debug)]
pub(crate) struct SubPlan {
    pub(crate) kode: u16,
    pub(crate) nama: &'static str,
    pub(crate) keluaran: &'static str,
    pub(crate) satuan: &'static str,
    pub(crate) target: i64,
    pub(crate) pagu: i64,
}

pub(crate) const fn jalur(awal: Decimal, akhir: Decimal) -> Jalur {
    Jalur { awal, akhir }
}

const fn tujuan(
    uraian: &'static str,
    indikator: &'static str,
    satuan: &'static str,
    jalur: Jalur,
) -> TujuanPlan {
    TujuanPlan { uraian, indikator, satuan, jalur }
}

const fn sasaran(
    uraian: &'static str,
    strategi: &'static str,
    arah: [&'static str; 2],
    iku: &'static [IkuPlan],
) -> SasaranPlan {
    SasaranPlan { uraian, strategi, arah, iku }
}

/// Name, short name and unit; then where it goes, whose it is, which money serves it.
const fn iku(
    (nama, pendek, satuan): (&'static str, &'static str, &'static str),
    jalur: Jalur,
    (bidang, baris): (usize, &'static str),
    (definisi, sumber): (&'static str, &'static str),
    ukur: Ukur,
) -> IkuPlan {
    IkuPlan { nama, pendek, satuan, jalur, bidang, baris, definisi, sumber, ukur }
}

const fn program(
    kode: &'static str,
    nama: &'static str,
    (indikator, jalur): (&'static str, Jalur),
    bidang: usize,
    kegiatan: &'static [KegiatanPlan],
) -> ProgramPlan {
    ProgramPlan { kode, nama, indikator, jalur, bidang, kegiatan }
}

const fn kegiatan(
    kode: &'static str,
    nama: &'static str,
    hasil: &'static str,
    subkegiatan: &'static [SubPlan],
) -> KegiatanPlan {
    KegiatanPlan { kode, nama, hasil, subkegiatan }
}

const fn sub(
    kode: u16,
    nama: &'static str,
    (keluaran, satuan): (&'static str, &'static str),
    target: i64,
    pagu: i64,
) -> SubPlan {
    SubPlan { kode, nama, keluaran, satuan, target, pagu }
}

/// The offices, in the order of the city.
pub(crate) static ALL: [&Profile; crate::N_PERANGKAT] = [
    &administrasi::SETDA,
    &administrasi::SETWAN,
    &administrasi::INSPEKTORAT,
    &administrasi::BAPPEDA,
    &administrasi::BPKAD,
    &administrasi::BAPENDA,
    &administrasi::BKPSDM,
    &administrasi::KESBANGPOL,
    &pelayanan_dasar::DISDIK,
    &pelayanan_dasar::DINKES,
    &pelayanan_dasar::RSUD,
    &pelayanan_dasar::PUPR,
    &pelayanan_dasar::PERKIM,
    &pelayanan_dasar::SATPOL_PP,
    &pelayanan_dasar::BPBD,
    &pelayanan_dasar::DAMKAR,
    &pelayanan_dasar::DINSOS,
    &pelayanan_lain::DISNAKER,
    &pelayanan_lain::DP3AP2KB,
    &pelayanan_lain::DKPP,
    &pelayanan_lain::DLH,
    &pelayanan_lain::DISDUKCAPIL,
    &pelayanan_lain::DISHUB,
    &pelayanan_lain::DISKOMINFO,
    &ekonomi::DISKOPERINDAG,
    &ekonomi::DPMPTSP,
    &ekonomi::DISPORA,
    &ekonomi::DISPUSIP,
    &kecamatan::ALL[0],
    &kecamatan::ALL[1],
    &kecamatan::ALL[2],
    &kecamatan::ALL[3],
    &kecamatan::ALL[4],
    &kecamatan::ALL[5],
    &kecamatan::ALL[6],
    &kecamatan::ALL[7],
    &kecamatan::ALL[8],
    &kecamatan::ALL[9],
    &kecamatan::ALL[10],
    &kecamatan::ALL[11],
];

/// Names of the urusan that the programs are of.
pub(crate) fn urusan(kode: &str) -> &'static str {
    match kode {
        "1.01" => "Urusan Pemerintahan Bidang Pendidikan",
        "1.02" => "Urusan Pemerintahan Bidang Kesehatan",
        "1.03" => "Urusan Pemerintahan Bidang Pekerjaan Umum dan Penataan Ruang",
        "1.04" => "Urusan Pemerintahan Bidang Perumahan dan Kawasan Permukiman",
        "1.05" => {
            "Urusan Pemerintahan Bidang Ketenteraman dan Ketertiban Umum serta Pelindungan \
             Masyarakat"
        }
        "1.06" => "Urusan Pemerintahan Bidang Sosial",
        "2.07" => "Urusan Pemerintahan Bidang Tenaga Kerja",
        "2.08" => "Urusan Pemerintahan Bidang Pemberdayaan Perempuan dan Pelindungan Anak",
        "2.09" => "Urusan Pemerintahan Bidang Pangan",
        "2.11" => "Urusan Pemerintahan Bidang Lingkungan Hidup",
        "2.12" => "Urusan Pemerintahan Bidang Administrasi Kependudukan dan Pencatatan Sipil",
        "2.14" => "Urusan Pemerintahan Bidang Pengendalian Penduduk dan Keluarga Berencana",
        "2.15" => "Urusan Pemerintahan Bidang Perhubungan",
        "2.16" => "Urusan Pemerintahan Bidang Komunikasi dan Informatika",
        "2.17" => "Urusan Pemerintahan Bidang Koperasi, Usaha Kecil, dan Menengah",
        "2.18" => "Urusan Pemerintahan Bidang Penanaman Modal",
        "2.19" => "Urusan Pemerintahan Bidang Kepemudaan dan Olahraga",
        "2.20" => "Urusan Pemerintahan Bidang Statistik",
        "2.23" => "Urusan Pemerintahan Bidang Perpustakaan",
        "2.24" => "Urusan Pemerintahan Bidang Kearsipan",
        "3.26" => "Urusan Pemerintahan Bidang Pariwisata",
        "3.27" => "Urusan Pemerintahan Bidang Pertanian",
        "3.30" => "Urusan Pemerintahan Bidang Perdagangan",
        "4.01" => "Sekretariat Daerah",
        "4.02" => "Sekretariat DPRD",
        "5.01" => "Perencanaan",
        "5.02" => "Keuangan",
        "5.03" => "Kepegawaian",
        "5.04" => "Pendidikan dan Pelatihan",
        "5.05" => "Penelitian dan Pengembangan",
        "6.01" => "Inspektorat Daerah",
        "7.01" => "Kecamatan",
        _ => "Kesatuan Bangsa dan Politik",
    }
}

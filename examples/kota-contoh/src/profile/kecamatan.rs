//! The twelve kecamatan: the same tasks, other places.

use rust_decimal::dec;

use super::{Bentuk, Profile, Ukur, iku, jalur, kegiatan, program, sasaran, sub, tujuan};

/// A kecamatan with its number, its place on the ground, and its size.
macro_rules! kecamatan {
    ($nama:literal, $akun:literal, $kode:literal, $latar:literal, $gaji:literal, $bobot:literal) => {
        Profile {
            kode: $kode,
            nama: concat!("Kecamatan ", $nama),
            singkatan: concat!("Kec. ", $nama),
            akun: $akun,
            bentuk: Bentuk::Kecamatan,
            tugas: "menyelenggarakan pemerintahan umum, pelayanan publik, dan pemberdayaan masyarakat \
                    di wilayah kecamatan",
            hal: "pelayanan dan pemberdayaan warga kecamatan",
            misi: 4,
            latar: $latar,
            bidang: ["Seksi Pemerintahan dan Pelayanan", "Seksi Pemberdayaan Masyarakat", "Seksi Ketenteraman dan Ketertiban"],
            isu: [
                (
                    "Warga masih harus datang berulang untuk satu urusan",
                    "Persyaratan tidak diumumkan di kelurahan",
                    "Petugas loket berganti tanpa serah terima",
                ),
                (
                    "Musyawarah warga dihadiri orang yang sama",
                    "Undangan hanya sampai pada pengurus",
                    "Waktu musyawarah pada jam kerja",
                ),
            ],
            tujuan: tujuan(
                "Meningkatnya mutu pelayanan kecamatan",
                "Indeks Kepuasan Masyarakat Kecamatan",
                "Indeks",
                jalur(dec!(77.4), dec!(87)),
            ),
            sasaran: &[
                sasaran(
                    "Meningkatnya kecepatan pelayanan administrasi",
                    "Menyelesaikan urusan dalam satu kedatangan",
                    ["Persyaratan terpampang di setiap kelurahan", "Satu loket untuk semua layanan"],
                    &[
                        iku(
                            ("Persentase Layanan yang Selesai Tepat Waktu", "Layanan tepat waktu", "%"),
                            jalur(dec!(78), dec!(96)),
                            (0, "7.01.02.2.02"),
                            ("Layanan administrasi yang selesai paling lambat pada baku waktunya", "Buku register pelayanan"),
                            Ukur::Arus(("tepat", "Layanan selesai tepat waktu", "layanan"), ("layanan", "Layanan yang dimohonkan", "layanan"), 3_600),
                        ),
                        iku(
                            ("Persentase Pengaduan Warga yang Diselesaikan", "Pengaduan selesai", "%"),
                            jalur(dec!(72), dec!(95)),
                            (2, "7.01.04.2.01"),
                            ("Pengaduan yang diselesaikan atau diteruskan dengan tanda terima", "Register pengaduan"),
                            Ukur::Arus(("selesai", "Pengaduan selesai", "pengaduan"), ("pengaduan", "Pengaduan diterima", "pengaduan"), 58),
                        ),
                    ],
                ),
                sasaran(
                    "Meningkatnya peran serta warga",
                    "Membawa musyawarah ke lingkungan",
                    ["Musyawarah malam hari di lingkungan", "Usulan dan jawabannya diumumkan"],
                    &[iku(
                        ("Persentase Lembaga Kemasyarakatan yang Aktif", "Lembaga aktif", "%"),
                        jalur(dec!(61), dec!(86)),
                        (1, "7.01.03.2.01"),
                        ("Lembaga kemasyarakatan kelurahan yang berkegiatan dan melapor", "Laporan kelurahan"),
                        Ukur::Stok(("aktif", "Lembaga aktif", "lembaga"), ("lembaga", "Lembaga kemasyarakatan", "lembaga"), 48),
                    )],
                ),
            ],
            program: &[
                program(
                    "7.01.02",
                    "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
                    ("Persentase Pelayanan Kecamatan yang Sesuai Standar", jalur(dec!(80), dec!(96))),
                    0,
                    &[
                        kegiatan("2.01", "Koordinasi Penyelenggaraan Pemerintahan di Kecamatan", "Persentase Kesepakatan Rapat Kecamatan yang Dilaksanakan", &[
                            sub(1, "Koordinasi dan Sinergi Perencanaan dengan Perangkat Daerah", ("Jumlah Dokumen Koordinasi", "Dokumen"), 12, 48),
                        ]),
                        kegiatan("2.02", "Pelaksanaan Urusan yang Dilimpahkan kepada Camat", "Persentase Urusan Limpahan yang Terlaksana", &[
                            sub(1, "Perencanaan Kegiatan Pelayanan kepada Masyarakat", ("Jumlah Dokumen Rencana Pelayanan", "Dokumen"), 2, 36),
                            sub(3, "Pelaksanaan Pelayanan Administrasi Warga", ("Jumlah Layanan yang Diselesaikan", "Layanan"), 3_400, 120),
                        ]),
                    ],
                ),
                program(
                    "7.01.03",
                    "Program Pemberdayaan Masyarakat Kelurahan",
                    ("Persentase Usulan Kelurahan yang Terlaksana", jalur(dec!(58), dec!(84))),
                    1,
                    &[kegiatan("2.01", "Pemberdayaan Kelurahan", "Persentase Kegiatan Kelurahan yang Selesai", &[
                        sub(1, "Peningkatan Partisipasi Masyarakat dalam Musyawarah Kelurahan", ("Jumlah Musyawarah Kelurahan", "Kegiatan"), 18, 110),
                        sub(2, "Pembangunan Sarana dan Prasarana Kelurahan", ("Jumlah Sarana Kelurahan yang Dibangun", "Unit"), 14, 2_400),
                        sub(3, "Pemberdayaan Masyarakat di Kelurahan", ("Jumlah Kelompok yang Diberdayakan", "Kelompok"), 24, 640),
                    ])],
                ),
                program(
                    "7.01.04",
                    "Program Koordinasi Ketenteraman dan Ketertiban Umum",
                    ("Persentase Gangguan Ketertiban yang Ditangani", jalur(dec!(82), dec!(97))),
                    2,
                    &[kegiatan("2.01", "Koordinasi Upaya Ketenteraman dan Ketertiban", "Persentase Pos Ronda yang Aktif", &[
                        sub(1, "Sinergitas dengan Kepolisian dan Tokoh Masyarakat", ("Jumlah Rapat Koordinasi", "Rapat"), 12, 62),
                        sub(2, "Harmonisasi Hubungan dengan Tokoh Agama", ("Jumlah Pertemuan", "Kegiatan"), 6, 44),
                    ])],
                ),
            ],
            gaji: $gaji,
            bobot_pegawai: $bobot,
        }
    };
}

pub(super) static ALL: [Profile; 12] = [
    kecamatan!(
        "Contoh Pusat",
        "contohpusat",
        "7.01.0.00.0.00.29.0000",
        "Kecamatan Contoh Pusat memuat pusat pemerintahan dan pasar besar. Pemohon layanan datang dari seluruh kota, bukan hanya dari enam kelurahannya.",
        9_200,
        12
    ),
    kecamatan!(
        "Contoh Utara",
        "contohutara",
        "7.01.0.00.0.00.30.0000",
        "Kecamatan Contoh Utara berbatasan dengan laut. Sebagian warganya nelayan, sehingga pelayanan dan musyawarah mengikuti pasang.",
        7_400,
        9
    ),
    kecamatan!(
        "Contoh Selatan",
        "contohselatan",
        "7.01.0.00.0.00.31.0000",
        "Kecamatan Contoh Selatan tumbuh oleh perumahan baru. Penduduknya bertambah paling cepat, sedangkan jumlah petugasnya tetap.",
        8_100,
        10
    ),
    kecamatan!(
        "Contoh Timur",
        "contohtimur",
        "7.01.0.00.0.00.32.0000",
        "Kecamatan Contoh Timur memuat kawasan industri. Sebagian penduduknya pekerja pendatang yang sering berpindah alamat.",
        7_800,
        9
    ),
    kecamatan!(
        "Contoh Barat",
        "contohbarat",
        "7.01.0.00.0.00.33.0000",
        "Kecamatan Contoh Barat masih berupa kebun dan sawah. Jarak antarkelurahannya jauh, sehingga layanan bergerak lebih banyak dipakai daripada loket.",
        6_700,
        8
    ),
    kecamatan!(
        "Contoh Tengah",
        "contohtengah",
        "7.01.0.00.0.00.34.0000",
        "Kecamatan Contoh Tengah paling padat. Rumah berhimpitan dan gang sempit membuat kebakaran dan sampah menjadi pokok setiap musyawarah.",
        8_400,
        10
    ),
    kecamatan!(
        "Umpama",
        "umpama",
        "7.01.0.00.0.00.35.0000",
        "Kecamatan Umpama dibentuk pada tahun 2017 dari pemekaran. Kantornya masih menumpang pada bangunan sekolah lama.",
        5_900,
        7
    ),
    kecamatan!(
        "Misalan",
        "misalan",
        "7.01.0.00.0.00.36.0000",
        "Kecamatan Misalan terletak di tepi sungai. Tiga kelurahannya tergenang setiap akhir tahun, dan pelayanan dipindahkan ke balai warga.",
        6_300,
        8
    ),
    kecamatan!(
        "Andaikata",
        "andaikata",
        "7.01.0.00.0.00.37.0000",
        "Kecamatan Andaikata memuat kampus dan asrama. Penduduknya muda, dan permohonan keterangan domisili paling banyak di kota.",
        6_600,
        8
    ),
    kecamatan!(
        "Ibarat",
        "ibarat",
        "7.01.0.00.0.00.38.0000",
        "Kecamatan Ibarat memuat terminal dan pergudangan. Pengaduan terbanyak menyangkut parkir truk dan kebisingan malam.",
        6_200,
        7
    ),
    kecamatan!(
        "Rekaan",
        "rekaan",
        "7.01.0.00.0.00.39.0000",
        "Kecamatan Rekaan berupa pulau kecil di seberang pelabuhan. Petugas dan warga menyeberang dua kali sehari, dan cuaca menentukan hari layanan.",
        5_200,
        6
    ),
    kecamatan!(
        "Tamsil",
        "tamsil",
        "7.01.0.00.0.00.40.0000",
        "Kecamatan Tamsil memuat permukiman lama dan pasar ikan. Lembaga warganya kuat, tetapi pengurusnya sebagian besar lanjut usia.",
        6_000,
        7
    ),
];

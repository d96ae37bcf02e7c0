//! Offices of the services that every government must give.

use rust_decimal::dec;

use super::{Bentuk, Profile, Ukur, iku, jalur, kegiatan, program, sasaran, sub, tujuan};

pub(super) static DISDIK: Profile = Profile {
    kode: "1.01.0.00.0.00.09.0000",
    nama: "Dinas Pendidikan",
    singkatan: "Disdik",
    akun: "disdik",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang pendidikan yang menjadi kewenangan daerah",
    hal: "pendidikan anak usia dini, dasar, dan nonformal",
    misi: 1,
    latar: "Dinas mengelola seratus delapan belas sekolah dasar dan tiga puluh enam sekolah menengah \
            pertama. Angka partisipasinya tinggi; yang masih tertinggal ialah kemampuan membaca di \
            kelas awal dan keadaan ruang kelas di kecamatan pinggir kota.",
    bidang: [
        "Bidang Pembinaan Sekolah Dasar",
        "Bidang Pembinaan Sekolah Menengah Pertama",
        "Bidang Ketenagaan",
    ],
    isu: [
        (
            "Kemampuan membaca siswa kelas awal belum merata",
            "Buku bacaan di sekolah pinggir kota sedikit",
            "Guru kelas awal jarang mendapat pelatihan khusus",
        ),
        (
            "Ruang kelas rusak bertambah lebih cepat daripada perbaikannya",
            "Bangunan sekolah sebagian besar berumur di atas tiga puluh tahun",
            "Usulan perbaikan tidak diurutkan menurut tingkat kerusakan",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu dan pemerataan pendidikan",
        "Harapan Lama Sekolah",
        "Tahun",
        jalur(dec!(13.1), dec!(13.9)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya akses pendidikan dasar",
            "Menjangkau anak yang tidak bersekolah sampai ke rumahnya",
            ["Pendataan bersama kelurahan", "Beasiswa bagi anak keluarga miskin"],
            &[
                iku(
                    ("Angka Partisipasi Sekolah Usia 7–15 Tahun", "Partisipasi sekolah", "%"),
                    jalur(dec!(97.2), dec!(99.4)),
                    (0, "1.01.02.2.01"),
                    (
                        "Penduduk usia 7–15 tahun yang bersekolah",
                        "Data pokok pendidikan dan data kependudukan",
                    ),
                    Ukur::Angka(
                        ("bersekolah", "Anak yang bersekolah", "anak"),
                        ("anak", "Anak usia 7–15 tahun", "anak"),
                        61_400,
                        100,
                    ),
                ),
                iku(
                    ("Anak Tidak Sekolah yang Belum Ditangani", "Anak tidak sekolah", "Anak"),
                    jalur(dec!(420), dec!(90)),
                    (0, "1.01.02.2.04"),
                    (
                        "Anak usia sekolah yang tidak bersekolah dan belum memperoleh layanan",
                        "Pendataan kelurahan",
                    ),
                    Ukur::Nilai,
                ),
            ],
        ),
        sasaran(
            "Meningkatnya mutu pembelajaran",
            "Memulai dari membaca dan dari ruang kelas yang layak",
            ["Pojok baca di setiap kelas awal", "Perbaikan ruang kelas menurut tingkat kerusakan"],
            &[
                iku(
                    ("Persentase Siswa Kelas III yang Membaca Lancar", "Membaca lancar", "%"),
                    jalur(dec!(58), dec!(82)),
                    (0, "1.01.04.2.01"),
                    (
                        "Siswa kelas III yang memenuhi kemampuan membaca minimum pada uji petik",
                        "Laporan asesmen membaca",
                    ),
                    Ukur::Angka(
                        ("lancar", "Siswa membaca lancar", "siswa"),
                        ("diuji", "Siswa yang diuji", "siswa"),
                        5_820,
                        100,
                    ),
                ),
                iku(
                    ("Persentase Ruang Kelas dalam Keadaan Baik", "Ruang kelas baik", "%"),
                    jalur(dec!(71), dec!(88)),
                    (1, "1.01.02.2.02"),
                    ("Ruang kelas berkeadaan baik atau rusak ringan", "Data pokok pendidikan"),
                    Ukur::Stok(
                        ("baik", "Ruang kelas baik", "ruang"),
                        ("ruang", "Ruang kelas", "ruang"),
                        1_946,
                    ),
                ),
            ],
        ),
    ],
    program: &[
        program(
            "1.01.02",
            "Program Pengelolaan Pendidikan",
            ("Persentase Sekolah yang Memenuhi Standar Sarana", jalur(dec!(62), dec!(84))),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Pengelolaan Pendidikan Sekolah Dasar",
                    "Persentase Sekolah Dasar dengan Sarana Lengkap",
                    &[
                        sub(
                            2,
                            "Penambahan Ruang Kelas Sekolah",
                            ("Jumlah Ruang Kelas yang Dibangun", "Ruang"),
                            16,
                            5_600,
                        ),
                        sub(
                            6,
                            "Pengadaan Perlengkapan Siswa",
                            ("Jumlah Siswa Penerima Perlengkapan", "Siswa"),
                            2_400,
                            1_250,
                        ),
                        sub(
                            9,
                            "Penyediaan Biaya Operasional Sekolah Dasar",
                            ("Jumlah Sekolah Penerima Biaya Operasional", "Sekolah"),
                            118,
                            41_500,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Pengelolaan Pendidikan Sekolah Menengah Pertama",
                    "Persentase Sekolah Menengah dengan Sarana Lengkap",
                    &[
                        sub(
                            3,
                            "Rehabilitasi Ruang Kelas Sekolah Menengah",
                            ("Jumlah Ruang Kelas yang Direhabilitasi", "Ruang"),
                            24,
                            4_900,
                        ),
                        sub(
                            8,
                            "Penyediaan Biaya Operasional Sekolah Menengah",
                            ("Jumlah Sekolah Penerima Biaya Operasional", "Sekolah"),
                            36,
                            22_800,
                        ),
                    ],
                ),
                kegiatan(
                    "2.03",
                    "Pengelolaan Pendidikan Anak Usia Dini",
                    "Persentase Lembaga yang Terakreditasi",
                    &[sub(
                        4,
                        "Pengelolaan Dana Operasional Pendidikan Anak Usia Dini",
                        ("Jumlah Lembaga Penerima Dana Operasional", "Lembaga"),
                        160,
                        6_700,
                    )],
                ),
                kegiatan(
                    "2.04",
                    "Pengelolaan Pendidikan Nonformal",
                    "Persentase Peserta Kesetaraan yang Lulus",
                    &[sub(
                        5,
                        "Pengelolaan Dana Operasional Pendidikan Kesetaraan",
                        ("Jumlah Peserta Pendidikan Kesetaraan", "Orang"),
                        720,
                        1_480,
                    )],
                ),
            ],
        ),
        program(
            "1.01.04",
            "Program Pendidik dan Tenaga Kependidikan",
            ("Persentase Guru Bersertifikat Pendidik", jalur(dec!(64), dec!(83))),
            2,
            &[kegiatan(
                "2.01",
                "Pemerataan Kuantitas dan Kualitas Pendidik",
                "Persentase Guru yang Mengikuti Pelatihan",
                &[
                    sub(
                        1,
                        "Perhitungan dan Pemetaan Pendidik",
                        ("Jumlah Dokumen Pemetaan Pendidik", "Dokumen"),
                        2,
                        120,
                    ),
                    sub(
                        3,
                        "Pelatihan Guru Kelas Awal",
                        ("Jumlah Guru yang Dilatih", "Orang"),
                        340,
                        1_120,
                    ),
                ],
            )],
        ),
    ],
    gaji: 248_000,
    bobot_pegawai: 300,
};

pub(super) static DINKES: Profile = Profile {
    kode: "1.02.0.00.0.00.10.0000",
    nama: "Dinas Kesehatan",
    singkatan: "Dinkes",
    akun: "dinkes",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang kesehatan yang menjadi kewenangan daerah",
    hal: "kesehatan masyarakat",
    misi: 1,
    latar: "Empat belas puskesmas melayani dua belas kecamatan. Tahun 2020 dan 2021 hampir seluruh \
            tenaga tercurah pada pandemi, sehingga beberapa layanan rutin menurun dan baru pulih \
            sesudahnya.",
    bidang: [
        "Bidang Kesehatan Masyarakat",
        "Bidang Pencegahan dan Pengendalian Penyakit",
        "Bidang Pelayanan dan Sumber Daya Kesehatan",
    ],
    isu: [
        (
            "Stunting menurun lebih lambat daripada target",
            "Penimbangan di posyandu belum menjangkau semua balita",
            "Makanan tambahan tiba sesudah masa terbaiknya lewat",
        ),
        (
            "Ibu hamil berisiko terlambat dikenali",
            "Kunjungan pertama sering sesudah trimester pertama",
            "Rujukan berjenjang menambah waktu tunggu",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya derajat kesehatan masyarakat",
        "Umur Harapan Hidup",
        "Tahun",
        jalur(dec!(71.2), dec!(73)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya kesehatan ibu dan anak",
            "Menemukan risiko sejak kunjungan pertama",
            ["Kunjungan rumah bagi ibu hamil berisiko", "Penimbangan serentak dua kali setahun"],
            &[
                iku(
                    ("Angka Kematian Ibu", "Kematian ibu", "per 100.000 kelahiran hidup"),
                    jalur(dec!(142), dec!(84)),
                    (0, "1.02.02.2.02"),
                    (
                        "Kematian perempuan selama hamil, bersalin, atau nifas per 100.000 kelahiran hidup",
                        "Laporan kematian ibu",
                    ),
                    Ukur::Angka(
                        ("kematian_ibu", "Kematian ibu", "orang"),
                        ("kelahiran_hidup", "Kelahiran hidup", "bayi"),
                        7_240,
                        100_000,
                    ),
                ),
                iku(
                    ("Prevalensi Stunting", "Stunting", "%"),
                    jalur(dec!(24.6), dec!(14)),
                    (0, "1.02.02.2.02"),
                    (
                        "Balita pendek dan sangat pendek dari balita yang ditimbang",
                        "Penimbangan serentak",
                    ),
                    Ukur::Angka(
                        ("pendek", "Balita pendek dan sangat pendek", "balita"),
                        ("ditimbang", "Balita yang ditimbang", "balita"),
                        26_800,
                        100,
                    ),
                ),
            ],
        ),
        sasaran(
            "Meningkatnya mutu pelayanan puskesmas",
            "Memendekkan waktu tunggu dan menata mutu",
            ["Antrean daring pada semua puskesmas", "Audit mutu setiap semester"],
            &[
                iku(
                    ("Waktu Tunggu Rawat Jalan Puskesmas", "Waktu tunggu", "Menit"),
                    jalur(dec!(62), dec!(38)),
                    (2, "1.02.02.2.01"),
                    (
                        "Rata-rata waktu dari pendaftaran sampai pemeriksaan dimulai",
                        "Aplikasi antrean puskesmas",
                    ),
                    Ukur::Rata(
                        ("menit", "Menit tunggu seluruh kunjungan", "menit"),
                        ("kunjungan", "Kunjungan rawat jalan", "kunjungan"),
                        318_000,
                    ),
                ),
                iku(
                    ("Indeks Mutu Puskesmas", "Mutu puskesmas", "Indeks"),
                    jalur(dec!(72.5), dec!(87)),
                    (2, "1.02.03.2.01"),
                    (
                        "Gabungan tiga komponen mutu menurut bobotnya",
                        "Penilaian mutu oleh tim pembina",
                    ),
                    Ukur::Komponen(&[
                        ("Keselamatan pasien", 40),
                        ("Kepatuhan pada standar pelayanan", 35),
                        ("Kelengkapan rekam medis", 25),
                    ]),
                ),
            ],
        ),
    ],
    program: &[
        program(
            "1.02.02",
            "Program Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat",
            (
                "Persentase Layanan yang Memenuhi Standar Pelayanan Minimal",
                jalur(dec!(72), dec!(94)),
            ),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Penyediaan Fasilitas Pelayanan Kesehatan",
                    "Persentase Puskesmas dengan Sarana Sesuai Standar",
                    &[
                        sub(
                            9,
                            "Rehabilitasi dan Pemeliharaan Puskesmas",
                            ("Jumlah Puskesmas yang Direhabilitasi", "Unit"),
                            4,
                            6_800,
                        ),
                        sub(
                            14,
                            "Pengadaan Alat Kesehatan",
                            ("Jumlah Alat Kesehatan yang Disediakan", "Unit"),
                            86,
                            4_400,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Penyediaan Layanan Kesehatan",
                    "Persentase Sasaran yang Terlayani",
                    &[
                        sub(
                            1,
                            "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
                            ("Jumlah Ibu Hamil yang Dilayani", "Orang"),
                            7_600,
                            980,
                        ),
                        sub(
                            5,
                            "Pengelolaan Pelayanan Kesehatan Balita",
                            ("Jumlah Balita yang Dilayani", "Orang"),
                            26_000,
                            1_240,
                        ),
                        sub(
                            20,
                            "Pengelolaan Surveilans Kesehatan",
                            ("Jumlah Dokumen Surveilans", "Dokumen"),
                            12,
                            760,
                        ),
                        sub(
                            33,
                            "Operasional Pelayanan Puskesmas",
                            ("Jumlah Dokumen Operasional Puskesmas", "Dokumen"),
                            14,
                            18_200,
                        ),
                        sub(
                            26,
                            "Pengelolaan Jaminan Kesehatan Masyarakat",
                            ("Jumlah Peserta yang Iurannya Dibayar", "Orang"),
                            84_000,
                            38_500,
                        ),
                    ],
                ),
            ],
        ),
        program(
            "1.02.03",
            "Program Peningkatan Kapasitas Sumber Daya Manusia Kesehatan",
            ("Persentase Puskesmas dengan Sembilan Jenis Tenaga", jalur(dec!(50), dec!(86))),
            2,
            &[kegiatan(
                "2.01",
                "Pengembangan Mutu dan Peningkatan Kompetensi Tenaga Kesehatan",
                "Persentase Tenaga Kesehatan Bersertifikat Kegawatdaruratan",
                &[
                    sub(
                        1,
                        "Pengembangan Mutu dan Kompetensi Teknis Tenaga Kesehatan",
                        ("Jumlah Tenaga Kesehatan yang Dilatih", "Orang"),
                        260,
                        870,
                    ),
                    sub(
                        2,
                        "Pembinaan dan Pengawasan Praktik Tenaga Kesehatan",
                        ("Jumlah Tenaga Kesehatan yang Dibina", "Orang"),
                        180,
                        190,
                    ),
                ],
            )],
        ),
        program(
            "1.02.05",
            "Program Pemberdayaan Masyarakat Bidang Kesehatan",
            ("Persentase Kelurahan Siaga Aktif", jalur(dec!(61), dec!(88))),
            0,
            &[kegiatan(
                "2.01",
                "Advokasi, Pemberdayaan, dan Peran Serta Masyarakat",
                "Persentase Rumah Tangga Berperilaku Sehat",
                &[sub(
                    1,
                    "Promosi Kesehatan, Advokasi, dan Pemberdayaan Masyarakat",
                    ("Jumlah Dokumen Promosi Kesehatan", "Dokumen"),
                    14,
                    640,
                )],
            )],
        ),
    ],
    gaji: 74_000,
    bobot_pegawai: 96,
};

pub(super) static RSUD: Profile = Profile {
    kode: "1.02.0.00.0.00.11.0000",
    nama: "Rumah Sakit Umum Daerah",
    singkatan: "RSUD",
    akun: "rsud",
    bentuk: Bentuk::RumahSakit,
    tugas: "menyelenggarakan pelayanan kesehatan perorangan secara paripurna melalui rawat inap, rawat jalan, dan gawat darurat",
    hal: "pelayanan rumah sakit",
    misi: 1,
    latar: "Rumah Sakit mempunyai seratus delapan puluh tempat tidur dan dikelola sebagai badan \
            layanan umum. Pendapatan layanannya membiayai sebagian besar obat dan jasa, sehingga \
            hunian tempat tidur menentukan mutu sekaligus keuangannya.",
    bidang: ["Bidang Pelayanan Medik", "Bidang Keperawatan", "Bidang Penunjang dan Sarana"],
    isu: [
        (
            "Hunian tempat tidur tidak merata antarruang",
            "Ruang kelas III penuh ketika ruang lain kosong",
            "Pasien pulang menunggu kelengkapan berkas",
        ),
        (
            "Klaim layanan lambat dibayar",
            "Berkas klaim dikembalikan untuk dilengkapi",
            "Koding tindakan belum seragam",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu layanan rujukan",
        "Indeks Kepuasan Pasien",
        "Indeks",
        jalur(dec!(77.8), dec!(87)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya mutu dan keselamatan pelayanan",
            "Menyiapkan layanan menurut standar akreditasi",
            ["Audit keselamatan pasien setiap bulan", "Pelatihan kegawatdaruratan berkala"],
            &[
                iku(
                    ("Predikat Akreditasi Rumah Sakit", "Akreditasi", "Predikat"),
                    jalur(dec!(2), dec!(4)),
                    (0, "1.02.02.2.02"),
                    ("Predikat akreditasi yang berlaku pada akhir tahun", "Sertifikat akreditasi"),
                    Ukur::Predikat("akreditasi", &["Dasar", "Madya", "Utama", "Paripurna"]),
                ),
                iku(
                    ("Angka Kematian Neto", "Kematian neto", "per 1.000 pasien keluar"),
                    jalur(dec!(28), dec!(20)),
                    (0, "1.02.02.2.02"),
                    ("Kematian sesudah 48 jam dirawat per 1.000 pasien keluar", "Rekam medis"),
                    Ukur::Angka(
                        ("kematian", "Kematian sesudah 48 jam", "orang"),
                        ("keluar", "Pasien keluar", "orang"),
                        11_400,
                        1_000,
                    ),
                ),
            ],
        ),
        sasaran(
            "Meningkatnya pemanfaatan sarana rumah sakit",
            "Menata tempat tidur menurut kebutuhan",
            [
                "Papan tempat tidur yang diperbarui setiap jam",
                "Kepulangan pasien sebelum tengah hari",
            ],
            &[
                iku(
                    ("Pemanfaatan Tempat Tidur", "Hunian tempat tidur", "%"),
                    jalur(dec!(60), dec!(80)),
                    (1, "1.02.02.2.01"),
                    (
                        "Bagian hari tempat tidur yang terisi; terlalu rendah mubazir, terlalu tinggi tanpa cadangan",
                        "Sensus harian rawat inap",
                    ),
                    Ukur::Rentang(
                        ("hari_rawat", "Hari perawatan", "hari"),
                        ("hari_tersedia", "Hari tempat tidur tersedia", "hari"),
                        65_700,
                    ),
                ),
                iku(
                    ("Persentase Klaim yang Dibayar Tepat Waktu", "Klaim tepat waktu", "%"),
                    jalur(dec!(70), dec!(92)),
                    (2, "1.02.02.2.03"),
                    ("Klaim layanan yang dibayar penjamin pada bulan berikutnya", "Aplikasi klaim"),
                    Ukur::Arus(
                        ("dibayar", "Klaim dibayar tepat waktu", "klaim"),
                        ("klaim", "Klaim yang diajukan", "klaim"),
                        68_400,
                    ),
                ),
            ],
        ),
    ],
    program: &[program(
        "1.02.02",
        "Program Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat",
        (
            "Persentase Standar Pelayanan Minimal Rumah Sakit yang Terpenuhi",
            jalur(dec!(74), dec!(93)),
        ),
        0,
        &[
            kegiatan(
                "2.01",
                "Penyediaan Fasilitas Pelayanan Kesehatan",
                "Persentase Alat Kesehatan yang Laik Pakai",
                &[
                    sub(
                        5,
                        "Pengembangan Rumah Sakit",
                        ("Jumlah Ruang yang Dikembangkan", "Ruang"),
                        2,
                        14_500,
                    ),
                    sub(
                        14,
                        "Pengadaan Alat Kesehatan",
                        ("Jumlah Alat Kesehatan Rumah Sakit", "Unit"),
                        42,
                        11_200,
                    ),
                    sub(
                        20,
                        "Pemeliharaan Alat Kesehatan Rumah Sakit",
                        ("Jumlah Alat Kesehatan yang Dipelihara", "Unit"),
                        210,
                        1_900,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Penyediaan Layanan Kesehatan",
                "Persentase Pasien yang Dilayani Sesuai Standar",
                &[
                    sub(
                        32,
                        "Operasional Pelayanan Rumah Sakit",
                        ("Jumlah Dokumen Operasional Rumah Sakit", "Dokumen"),
                        12,
                        62_000,
                    ),
                    sub(
                        35,
                        "Pelaksanaan Akreditasi Fasilitas Kesehatan",
                        ("Jumlah Laporan Akreditasi", "Laporan"),
                        2,
                        420,
                    ),
                ],
            ),
            kegiatan(
                "2.03",
                "Penyelenggaraan Sistem Informasi Rumah Sakit",
                "Persentase Unit yang Terhubung Rekam Medis Elektronik",
                &[sub(
                    2,
                    "Pengelolaan Sistem Informasi Rumah Sakit",
                    ("Jumlah Modul yang Berjalan", "Modul"),
                    9,
                    880,
                )],
            ),
        ],
    )],
    gaji: 52_000,
    bobot_pegawai: 58,
};

pub(super) static PUPR: Profile = Profile {
    kode: "1.03.0.00.0.00.12.0000",
    nama: "Dinas Pekerjaan Umum dan Penataan Ruang",
    singkatan: "PUPR",
    akun: "pupr",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang pekerjaan umum dan penataan ruang yang menjadi kewenangan daerah",
    hal: "jalan, air, drainase, dan penataan ruang",
    misi: 2,
    latar: "Jalan kota sepanjang empat ratus dua belas kilometer dibangun di atas tanah lunak. \
            Genangan muncul setiap pasang bertemu hujan, dan perbaikan jalan yang tidak disertai \
            perbaikan saluran tidak bertahan dua musim.",
    bidang: [
        "Bidang Bina Marga",
        "Bidang Sumber Daya Air dan Drainase",
        "Bidang Cipta Karya dan Tata Ruang",
    ],
    isu: [
        (
            "Genangan di pusat kota dan permukiman rendah",
            "Saluran lama dangkal dan tertutup bangunan",
            "Pompa bekerja tanpa jadwal pemeliharaan",
        ),
        (
            "Pemanfaatan ruang menyimpang dari rencana",
            "Bangunan di sempadan tidak ditertibkan sejak awal",
            "Peta rincian belum selesai untuk semua kecamatan",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu prasarana kota",
        "Indeks Infrastruktur Kota",
        "Indeks",
        jalur(dec!(63.5), dec!(76)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya kemantapan jalan",
            "Memperbaiki jalan bersama salurannya",
            ["Satu paket untuk jalan dan saluran", "Pemeliharaan rutin oleh regu kecamatan"],
            &[iku(
                ("Persentase Jalan Kota dalam Keadaan Mantap", "Jalan mantap", "%"),
                jalur(dec!(66), dec!(84)),
                (0, "1.03.10.2.01"),
                ("Panjang jalan berkeadaan baik dan sedang", "Survei keadaan jalan"),
                Ukur::Stok(
                    ("mantap", "Jalan mantap", "ratus meter"),
                    ("jalan", "Jalan kota", "ratus meter"),
                    4_120,
                ),
            )],
        ),
        sasaran(
            "Menurunnya genangan dan meningkatnya layanan air",
            "Menata saluran dari hilir ke hulu",
            ["Normalisasi saluran utama", "Sambungan air bagi permukiman rendah"],
            &[
                iku(
                    ("Luas Kawasan Tergenang", "Kawasan tergenang", "Hektare"),
                    jalur(dec!(186), dec!(70)),
                    (1, "1.03.06.2.01"),
                    ("Luas kawasan yang tergenang lebih dari dua jam", "Pencatatan genangan"),
                    Ukur::Nilai,
                ),
                iku(
                    ("Persentase Rumah Tangga Berakses Air Minum Layak", "Air minum layak", "%"),
                    jalur(dec!(72), dec!(90)),
                    (2, "1.03.03.2.01"),
                    (
                        "Rumah tangga dengan sumber air minum layak",
                        "Pendataan sanitasi dan air minum",
                    ),
                    Ukur::Stok(
                        ("berakses", "Rumah tangga berakses", "rumah tangga"),
                        ("rumah_tangga", "Rumah tangga", "rumah tangga"),
                        98_600,
                    ),
                ),
            ],
        ),
    ],
    program: &[
        program(
            "1.03.03",
            "Program Pengelolaan dan Pengembangan Sistem Penyediaan Air Minum",
            ("Persentase Sambungan Rumah yang Berfungsi", jalur(dec!(81), dec!(95))),
            2,
            &[kegiatan(
                "2.01",
                "Pengelolaan dan Pengembangan Penyediaan Air Minum",
                "Persentase Kelurahan Terjangkau Jaringan",
                &[
                    sub(
                        3,
                        "Pembangunan Jaringan Perpipaan",
                        ("Panjang Jaringan yang Dibangun", "Kilometer"),
                        18,
                        9_800,
                    ),
                    sub(
                        8,
                        "Pembinaan Kelompok Pengelola Air",
                        ("Jumlah Kelompok yang Dibina", "Kelompok"),
                        24,
                        210,
                    ),
                ],
            )],
        ),
        program(
            "1.03.06",
            "Program Pengelolaan dan Pengembangan Sistem Drainase",
            ("Persentase Saluran Utama yang Berfungsi", jalur(dec!(58), dec!(82))),
            1,
            &[kegiatan(
                "2.01",
                "Pengelolaan dan Pengembangan Drainase Perkotaan",
                "Persentase Titik Genangan yang Tertangani",
                &[
                    sub(
                        2,
                        "Pembangunan Saluran Drainase Perkotaan",
                        ("Panjang Saluran yang Dibangun", "Meter"),
                        4_600,
                        16_400,
                    ),
                    sub(
                        6,
                        "Rehabilitasi Saluran Drainase Perkotaan",
                        ("Panjang Saluran yang Direhabilitasi", "Meter"),
                        7_200,
                        8_700,
                    ),
                    sub(
                        8,
                        "Operasi dan Pemeliharaan Pompa",
                        ("Jumlah Pompa yang Dipelihara", "Unit"),
                        14,
                        1_350,
                    ),
                ],
            )],
        ),
        program(
            "1.03.10",
            "Program Penyelenggaraan Jalan",
            ("Persentase Panjang Jalan yang Dipelihara", jalur(dec!(42), dec!(70))),
            0,
            &[kegiatan(
                "2.01",
                "Penyelenggaraan Jalan Kota",
                "Persentase Ruas Prioritas yang Selesai",
                &[
                    sub(
                        5,
                        "Pembangunan Jalan",
                        ("Panjang Jalan yang Dibangun", "Kilometer"),
                        6,
                        31_000,
                    ),
                    sub(
                        9,
                        "Rekonstruksi Jalan",
                        ("Panjang Jalan yang Direkonstruksi", "Kilometer"),
                        14,
                        42_000,
                    ),
                    sub(
                        11,
                        "Pemeliharaan Rutin Jalan",
                        ("Panjang Jalan yang Dipelihara", "Kilometer"),
                        180,
                        12_500,
                    ),
                ],
            )],
        ),
        program(
            "1.03.12",
            "Program Penyelenggaraan Penataan Ruang",
            ("Persentase Pemanfaatan Ruang yang Sesuai Rencana", jalur(dec!(76), dec!(90))),
            2,
            &[kegiatan(
                "2.01",
                "Penetapan Rencana Tata Ruang",
                "Persentase Kecamatan dengan Peta Rincian",
                &[sub(
                    2,
                    "Penyusunan Rencana Rinci Tata Ruang",
                    ("Jumlah Dokumen Rencana Rinci", "Dokumen"),
                    1,
                    1_150,
                )],
            )],
        ),
    ],
    gaji: 21_500,
    bobot_pegawai: 22,
};

pub(super) static PERKIM: Profile = Profile {
    kode: "1.04.0.00.0.00.13.0000",
    nama: "Dinas Perumahan dan Kawasan Permukiman",
    singkatan: "Perkim",
    akun: "perkim",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang perumahan dan kawasan permukiman yang menjadi kewenangan daerah",
    hal: "perumahan dan kawasan permukiman",
    misi: 2,
    latar: "Kawasan kumuh tersisa di tepi sungai dan belakang pasar. Rumah yang diperbaiki tanpa \
            menata jalan dan salurannya kembali kumuh dalam beberapa tahun, sehingga penanganannya \
            dipindahkan dari rumah ke kawasan.",
    bidang: ["Bidang Perumahan", "Bidang Kawasan Permukiman", "Bidang Prasarana dan Pertanahan"],
    isu: [
        (
            "Kawasan kumuh tumbuh kembali",
            "Lahan milik perorangan tidak dapat ditata tanpa persetujuan",
            "Pemeliharaan oleh warga berhenti sesudah proyek selesai",
        ),
        (
            "Prasarana perumahan belum diserahkan pengembang",
            "Berkas serah terima tidak lengkap",
            "Pengembang lama tidak lagi berusaha",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya kelayakan permukiman",
        "Persentase Rumah Tangga di Hunian Layak",
        "%",
        jalur(dec!(68), dec!(80)),
    ),
    sasaran: &[sasaran(
        "Berkurangnya kawasan kumuh dan rumah tidak layak",
        "Menata kawasan, bukan hanya rumah",
        [
            "Satu kawasan tuntas setiap tahun",
            "Kelompok pemeliharaan dibentuk sebelum pekerjaan dimulai",
        ],
        &[
            iku(
                ("Luas Kawasan Kumuh", "Kawasan kumuh", "Hektare"),
                jalur(dec!(94), dec!(28)),
                (1, "1.04.03.2.01"),
                (
                    "Luas kawasan yang ditetapkan kumuh pada akhir tahun",
                    "Keputusan penetapan kawasan kumuh",
                ),
                Ukur::Nilai,
            ),
            iku(
                ("Persentase Rumah Tidak Layak Huni yang Diperbaiki", "Rumah diperbaiki", "%"),
                jalur(dec!(12), dec!(60)),
                (0, "1.04.02.2.02"),
                (
                    "Rumah tidak layak huni yang telah diperbaiki dari data awal rencana",
                    "Pendataan rumah",
                ),
                Ukur::Stok(
                    ("diperbaiki", "Rumah yang diperbaiki", "unit"),
                    ("tidak_layak", "Rumah tidak layak huni pada data awal", "unit"),
                    2_640,
                ),
            ),
            iku(
                ("Persentase Perumahan yang Prasarananya Diserahkan", "Prasarana diserahkan", "%"),
                jalur(dec!(22), dec!(58)),
                (2, "1.04.05.2.01"),
                (
                    "Perumahan yang berita acara serah terima prasarananya telah ditandatangani",
                    "Register serah terima",
                ),
                Ukur::Stok(
                    ("diserahkan", "Perumahan yang diserahkan", "perumahan"),
                    ("perumahan", "Perumahan berizin", "perumahan"),
                    174,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "1.04.02",
            "Program Pengembangan Perumahan",
            ("Persentase Penerima Bantuan Rumah yang Selesai Membangun", jalur(dec!(86), dec!(98))),
            0,
            &[kegiatan(
                "2.02",
                "Pembangunan dan Perbaikan Rumah",
                "Persentase Rumah yang Selesai Diperbaiki",
                &[
                    sub(
                        1,
                        "Rehabilitasi Rumah bagi Korban Bencana",
                        ("Jumlah Rumah Korban Bencana yang Direhabilitasi", "Unit"),
                        12,
                        540,
                    ),
                    sub(
                        3,
                        "Perbaikan Rumah Tidak Layak Huni",
                        ("Jumlah Rumah yang Diperbaiki", "Unit"),
                        240,
                        5_800,
                    ),
                ],
            )],
        ),
        program(
            "1.04.03",
            "Program Kawasan Permukiman",
            ("Persentase Kawasan Kumuh yang Tertangani", jalur(dec!(24), dec!(70))),
            1,
            &[kegiatan(
                "2.01",
                "Penataan dan Peningkatan Kualitas Kawasan Kumuh",
                "Persentase Pekerjaan Kawasan yang Selesai",
                &[
                    sub(
                        2,
                        "Penataan Kawasan Kumuh",
                        ("Luas Kawasan yang Ditata", "Hektare"),
                        14,
                        9_600,
                    ),
                    sub(
                        5,
                        "Pembinaan Kelompok Pemeliharaan",
                        ("Jumlah Kelompok yang Dibina", "Kelompok"),
                        12,
                        180,
                    ),
                ],
            )],
        ),
        program(
            "1.04.05",
            "Program Peningkatan Prasarana, Sarana, dan Utilitas Umum",
            ("Persentase Lingkungan dengan Jalan dan Saluran Layak", jalur(dec!(59), dec!(80))),
            2,
            &[kegiatan(
                "2.01",
                "Penyelenggaraan Prasarana Lingkungan",
                "Persentase Usulan Prasarana yang Dikerjakan",
                &[
                    sub(
                        2,
                        "Pembangunan Jalan dan Saluran Lingkungan",
                        ("Panjang Jalan Lingkungan yang Dibangun", "Meter"),
                        9_400,
                        11_800,
                    ),
                    sub(
                        4,
                        "Verifikasi dan Serah Terima Prasarana Perumahan",
                        ("Jumlah Perumahan yang Diverifikasi", "Perumahan"),
                        20,
                        160,
                    ),
                ],
            )],
        ),
    ],
    gaji: 10_600,
    bobot_pegawai: 9,
};

pub(super) static SATPOL_PP: Profile = Profile {
    kode: "1.05.0.00.0.00.14.0000",
    nama: "Satuan Polisi Pamong Praja",
    singkatan: "Satpol PP",
    akun: "satpolpp",
    bentuk: Bentuk::Satuan,
    tugas: "menegakkan peraturan daerah, menyelenggarakan ketertiban umum dan ketenteraman, serta melindungi masyarakat",
    hal: "ketertiban umum dan pelindungan masyarakat",
    misi: 5,
    latar: "Satuan bertugas siang dan malam dengan enam regu. Pelanggaran yang berulang di tempat yang \
            sama menunjukkan bahwa penertiban saja tidak cukup tanpa pembinaan sesudahnya.",
    bidang: [
        "Bidang Penegakan Peraturan Daerah",
        "Bidang Ketertiban Umum",
        "Bidang Pelindungan Masyarakat",
    ],
    isu: [
        (
            "Pelanggaran ketertiban berulang di tempat yang sama",
            "Pembinaan tidak menyusul penertiban",
            "Data pelanggar tidak dipakai bersama dinas terkait",
        ),
        (
            "Anggota pelindungan masyarakat belum terlatih",
            "Pelatihan bergantung pada tahun pemilihan",
            "Perlengkapan regu kelurahan tidak seragam",
        ),
    ],
    tujuan: tujuan(
        "Terwujudnya kota yang tertib",
        "Indeks Rasa Aman Warga",
        "Indeks",
        jalur(dec!(70.4), dec!(81)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya kepatuhan pada peraturan daerah",
        "Menertibkan lalu membina di tempat yang sama",
        ["Patroli menurut peta pelanggaran", "Kunjungan pembinaan paling lambat tujuh hari"],
        &[
            iku(
                (
                    "Persentase Pelanggaran Peraturan Daerah yang Selesai Ditangani",
                    "Pelanggaran selesai",
                    "%",
                ),
                jalur(dec!(79), dec!(96)),
                (0, "1.05.02.2.02"),
                (
                    "Pelanggaran yang penanganannya selesai pada periode berkenaan",
                    "Buku register pelanggaran",
                ),
                Ukur::Arus(
                    ("selesai", "Pelanggaran selesai ditangani", "pelanggaran"),
                    ("pelanggaran", "Pelanggaran yang ditemukan", "pelanggaran"),
                    524,
                ),
            ),
            iku(
                ("Gangguan Ketertiban yang Berulang", "Gangguan berulang", "Kejadian"),
                jalur(dec!(86), dec!(40)),
                (1, "1.05.02.2.01"),
                ("Gangguan ketertiban di tempat yang sama dalam satu tahun", "Laporan patroli"),
                Ukur::Cacah,
            ),
            iku(
                (
                    "Persentase Anggota Pelindungan Masyarakat yang Terlatih",
                    "Anggota terlatih",
                    "%",
                ),
                jalur(dec!(28), dec!(66)),
                (2, "1.05.02.2.01"),
                (
                    "Anggota satuan pelindungan masyarakat kelurahan yang telah dilatih",
                    "Daftar anggota",
                ),
                Ukur::Stok(
                    ("terlatih", "Anggota terlatih", "orang"),
                    ("anggota", "Anggota", "orang"),
                    860,
                ),
            ),
        ],
    )],
    program: &[program(
        "1.05.02",
        "Program Peningkatan Ketenteraman dan Ketertiban Umum",
        ("Persentase Pengaduan Ketertiban yang Ditangani", jalur(dec!(82), dec!(97))),
        1,
        &[
            kegiatan(
                "2.01",
                "Penanganan Gangguan Ketenteraman dan Ketertiban",
                "Persentase Titik Rawan yang Dipatroli",
                &[
                    sub(
                        1,
                        "Pencegahan Gangguan melalui Patroli dan Pengamanan",
                        ("Jumlah Laporan Patroli", "Laporan"),
                        730,
                        4_200,
                    ),
                    sub(
                        3,
                        "Pemberdayaan Pelindungan Masyarakat",
                        ("Jumlah Anggota yang Dilatih", "Orang"),
                        140,
                        620,
                    ),
                    sub(
                        8,
                        "Penyediaan Perlengkapan Satuan",
                        ("Jumlah Paket Perlengkapan", "Paket"),
                        3,
                        540,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Penegakan Peraturan Daerah",
                "Persentase Perkara yang Disidangkan",
                &[
                    sub(
                        1,
                        "Sosialisasi Penegakan Peraturan Daerah",
                        ("Jumlah Sosialisasi", "Kegiatan"),
                        24,
                        210,
                    ),
                    sub(
                        3,
                        "Penanganan atas Pelanggaran Peraturan Daerah",
                        ("Jumlah Pelanggaran yang Ditangani", "Pelanggaran"),
                        500,
                        780,
                    ),
                ],
            ),
            kegiatan(
                "2.03",
                "Pembinaan Penyidik Pegawai Negeri Sipil",
                "Persentase Penyidik yang Aktif",
                &[sub(
                    1,
                    "Pengembangan Kapasitas Penyidik",
                    ("Jumlah Penyidik yang Dilatih", "Orang"),
                    8,
                    140,
                )],
            ),
        ],
    )],
    gaji: 13_800,
    bobot_pegawai: 26,
};

pub(super) static BPBD: Profile = Profile {
    kode: "1.05.0.00.0.00.15.0000",
    nama: "Badan Penanggulangan Bencana Daerah",
    singkatan: "BPBD",
    akun: "bpbd",
    bentuk: Bentuk::Badan,
    tugas: "menyelenggarakan penanggulangan bencana sejak sebelum, pada saat, sampai sesudah bencana",
    hal: "penanggulangan bencana",
    misi: 2,
    latar: "Bencana yang paling sering ialah banjir pasang dan kebakaran lahan. Keduanya berulang pada \
            bulan yang hampir sama, sehingga kesiapan dapat direncanakan jauh sebelumnya.",
    bidang: [
        "Bidang Pencegahan dan Kesiapsiagaan",
        "Bidang Kedaruratan dan Logistik",
        "Bidang Rehabilitasi dan Rekonstruksi",
    ],
    isu: [
        (
            "Peringatan dini belum sampai kepada warga",
            "Alat pemantau muka air hanya ada di tiga tempat",
            "Pesan singkat tidak menjangkau warga lanjut usia",
        ),
        (
            "Kesiapan kelurahan berlainan",
            "Kelurahan tangguh tidak berlatih kembali",
            "Logistik tersimpan jauh dari kawasan rawan",
        ),
    ],
    tujuan: tujuan(
        "Menurunnya risiko bencana",
        "Indeks Risiko Bencana",
        "Indeks",
        jalur(dec!(142.3), dec!(118)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya kesiapsiagaan dan kecepatan penanganan",
        "Menyiapkan kelurahan sebelum musimnya tiba",
        ["Gladi setiap kelurahan rawan", "Gudang logistik di tiga kecamatan"],
        &[
            iku(
                ("Waktu Tanggap Darurat", "Waktu tanggap", "Menit"),
                jalur(dec!(48), dec!(25)),
                (1, "1.05.03.2.03"),
                ("Rata-rata waktu dari laporan sampai regu tiba", "Buku pusat pengendali operasi"),
                Ukur::Rata(
                    ("menit", "Menit tanggap seluruh kejadian", "menit"),
                    ("kejadian", "Kejadian yang ditangani", "kejadian"),
                    96,
                ),
            ),
            iku(
                ("Persentase Kelurahan Rawan yang Tangguh", "Kelurahan tangguh", "%"),
                jalur(dec!(24), dec!(72)),
                (0, "1.05.03.2.02"),
                (
                    "Kelurahan rawan yang mempunyai rencana, regu, dan gladi pada tahun berkenaan",
                    "Penilaian kelurahan tangguh",
                ),
                Ukur::Stok(
                    ("tangguh", "Kelurahan tangguh", "kelurahan"),
                    ("rawan", "Kelurahan rawan", "kelurahan"),
                    34,
                ),
            ),
            iku(
                ("Korban Jiwa Akibat Bencana", "Korban jiwa", "Orang"),
                jalur(dec!(3), dec!(0)),
                (1, "1.05.03.2.03"),
                ("Orang yang meninggal karena bencana", "Laporan kejadian"),
                Ukur::Cacah,
            ),
        ],
    )],
    program: &[program(
        "1.05.03",
        "Program Penanggulangan Bencana",
        ("Persentase Kejadian yang Ditangani Sesuai Prosedur", jalur(dec!(78), dec!(96))),
        0,
        &[
            kegiatan(
                "2.01",
                "Pelayanan Informasi Rawan Bencana",
                "Persentase Kelurahan Rawan dengan Peta Risiko",
                &[
                    sub(
                        1,
                        "Penyusunan Kajian Risiko Bencana",
                        ("Jumlah Dokumen Kajian Risiko", "Dokumen"),
                        1,
                        320,
                    ),
                    sub(
                        2,
                        "Sosialisasi dan Edukasi Rawan Bencana",
                        ("Jumlah Peserta Edukasi", "Orang"),
                        1_200,
                        280,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Pelayanan Pencegahan dan Kesiapsiagaan",
                "Persentase Regu Kelurahan yang Bergladi",
                &[
                    sub(
                        3,
                        "Pelatihan Pencegahan dan Mitigasi",
                        ("Jumlah Regu yang Dilatih", "Regu"),
                        12,
                        460,
                    ),
                    sub(7, "Gladi Kesiapsiagaan", ("Jumlah Gladi", "Kegiatan"), 6, 210),
                ],
            ),
            kegiatan(
                "2.03",
                "Pelayanan Penyelamatan dan Evakuasi",
                "Persentase Korban yang Terlayani",
                &[
                    sub(
                        1,
                        "Respon Cepat Kejadian Bencana",
                        ("Jumlah Laporan Respon Cepat", "Laporan"),
                        90,
                        1_150,
                    ),
                    sub(
                        4,
                        "Penyediaan Logistik Penyelamatan",
                        ("Jumlah Paket Logistik", "Paket"),
                        1_400,
                        980,
                    ),
                ],
            ),
        ],
    )],
    gaji: 6_900,
    bobot_pegawai: 8,
};

pub(super) static DAMKAR: Profile = Profile {
    kode: "1.05.0.00.0.00.16.0000",
    nama: "Dinas Pemadam Kebakaran dan Penyelamatan",
    singkatan: "Damkar",
    akun: "damkar",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang ketenteraman dan ketertiban umum, suburusan kebakaran dan penyelamatan",
    hal: "pencegahan kebakaran dan penyelamatan",
    misi: 2,
    latar: "Lima pos melayani dua belas kecamatan. Kecamatan di tepi utara berjarak lebih dari dua \
            puluh menit dari pos terdekat, dan di sanalah kerugian terbesar terjadi.",
    bidang: ["Bidang Pencegahan", "Bidang Pemadaman", "Bidang Penyelamatan dan Sarana"],
    isu: [
        (
            "Waktu tanggap melewati baku di kecamatan pinggir",
            "Pos belum ada di tiga kecamatan",
            "Jalan lingkungan tidak dapat dilewati mobil pemadam",
        ),
        (
            "Bangunan umum belum memenuhi syarat pencegahan",
            "Pemeriksaan hanya atas permintaan",
            "Hidran kota sebagian tidak berair",
        ),
    ],
    tujuan: tujuan(
        "Menurunnya kerugian akibat kebakaran",
        "Tingkat Keterlayanan Kebakaran",
        "%",
        jalur(dec!(74), dec!(90)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya kecepatan dan jangkauan layanan",
        "Mendekatkan pos dan memeriksa sebelum terjadi",
        ["Pos baru di kecamatan tanpa pos", "Pemeriksaan bangunan menurut risikonya"],
        &[
            iku(
                (
                    "Persentase Kebakaran yang Ditangani dalam Lima Belas Menit",
                    "Tanggap lima belas menit",
                    "%",
                ),
                jalur(dec!(61), dec!(86)),
                (1, "1.05.04.2.01"),
                ("Kebakaran yang regunya tiba paling lambat lima belas menit", "Buku siaga pos"),
                Ukur::Arus(
                    ("tepat", "Kebakaran ditangani tepat waktu", "kebakaran"),
                    ("kebakaran", "Kebakaran", "kebakaran"),
                    148,
                ),
            ),
            iku(
                ("Persentase Bangunan Umum yang Lulus Pemeriksaan", "Bangunan lulus", "%"),
                jalur(dec!(43), dec!(75)),
                (0, "1.05.04.2.02"),
                ("Bangunan umum yang sistem proteksinya lulus pemeriksaan", "Register pemeriksaan"),
                Ukur::Stok(
                    ("lulus", "Bangunan lulus", "bangunan"),
                    ("bangunan", "Bangunan wajib periksa", "bangunan"),
                    312,
                ),
            ),
        ],
    )],
    program: &[program(
        "1.05.04",
        "Program Pencegahan, Penanggulangan, Penyelamatan Kebakaran, dan Penyelamatan Nonkebakaran",
        ("Persentase Kejadian yang Ditangani Tanpa Korban", jalur(dec!(90), dec!(98))),
        1,
        &[
            kegiatan(
                "2.01",
                "Pencegahan, Pengendalian, dan Pemadaman Kebakaran",
                "Persentase Armada yang Siap",
                &[
                    sub(
                        1,
                        "Pencegahan Kebakaran di Kota",
                        ("Jumlah Kegiatan Pencegahan", "Kegiatan"),
                        36,
                        260,
                    ),
                    sub(
                        2,
                        "Pemadaman dan Pengendalian Kebakaran",
                        ("Jumlah Laporan Pemadaman", "Laporan"),
                        140,
                        1_900,
                    ),
                    sub(
                        6,
                        "Pengadaan Sarana Pemadaman",
                        ("Jumlah Sarana Pemadaman", "Unit"),
                        3,
                        4_800,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Inspeksi Peralatan Proteksi Kebakaran",
                "Persentase Bangunan yang Diinspeksi",
                &[
                    sub(
                        1,
                        "Pendataan Sarana Proteksi Kebakaran",
                        ("Jumlah Bangunan yang Didata", "Bangunan"),
                        120,
                        90,
                    ),
                    sub(
                        2,
                        "Penilaian Sarana Proteksi Kebakaran",
                        ("Jumlah Bangunan yang Dinilai", "Bangunan"),
                        96,
                        120,
                    ),
                ],
            ),
            kegiatan(
                "2.04",
                "Pemberdayaan Masyarakat dalam Pencegahan",
                "Persentase Kelurahan dengan Relawan",
                &[sub(
                    2,
                    "Pembentukan dan Pembinaan Relawan",
                    ("Jumlah Relawan yang Dibina", "Orang"),
                    240,
                    190,
                )],
            ),
        ],
    )],
    gaji: 9_400,
    bobot_pegawai: 14,
};

pub(super) static DINSOS: Profile = Profile {
    kode: "1.06.0.00.0.00.17.0000",
    nama: "Dinas Sosial",
    singkatan: "Dinsos",
    akun: "dinsos",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang sosial yang menjadi kewenangan daerah",
    hal: "kesejahteraan sosial",
    misi: 1,
    latar: "Data penerima bantuan diperbarui setiap bulan bersama kelurahan. Setiap pembaruan \
            mengeluarkan keluarga yang sudah mampu dan memasukkan yang baru jatuh miskin; keduanya \
            sama-sama menimbulkan pertanyaan warga.",
    bidang: [
        "Bidang Rehabilitasi Sosial",
        "Bidang Perlindungan dan Jaminan Sosial",
        "Bidang Pemberdayaan Sosial",
    ],
    isu: [
        (
            "Data penerima bantuan tertinggal dari keadaan",
            "Musyawarah kelurahan tidak rutin",
            "Keluarga pindahan tidak tercatat",
        ),
        (
            "Penyandang masalah sosial kembali ke jalan",
            "Rumah singgah terbatas",
            "Keluarga belum disiapkan menerima kembali",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya kesejahteraan sosial warga",
        "Persentase Penduduk Miskin",
        "%",
        jalur(dec!(7.4), dec!(5.2)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya ketepatan bantuan sosial",
            "Memperbarui data bersama kelurahan setiap bulan",
            ["Musyawarah data di setiap kelurahan", "Pengaduan data dijawab tujuh hari"],
            &[iku(
                ("Persentase Penerima Bantuan yang Tepat Sasaran", "Bantuan tepat sasaran", "%"),
                jalur(dec!(76), dec!(93)),
                (1, "1.06.05.2.02"),
                ("Penerima yang pada pemeriksaan lapangan memenuhi syarat", "Pemeriksaan lapangan"),
                Ukur::Arus(
                    ("tepat", "Penerima memenuhi syarat", "keluarga"),
                    ("diperiksa", "Penerima yang diperiksa", "keluarga"),
                    2_400,
                ),
            )],
        ),
        sasaran(
            "Meningkatnya kemandirian penyandang masalah sosial",
            "Merehabilitasi di dalam keluarga",
            ["Pendampingan sesudah pulang", "Pelatihan kerja bagi penerima manfaat"],
            &[
                iku(
                    ("Persentase Penyandang Masalah Sosial yang Mandiri", "Mandiri", "%"),
                    jalur(dec!(31), dec!(56)),
                    (0, "1.06.04.2.01"),
                    (
                        "Penerima rehabilitasi yang setahun kemudian berpenghasilan atau tinggal bersama keluarga",
                        "Laporan pendampingan",
                    ),
                    Ukur::Angka(
                        ("mandiri", "Penerima yang mandiri", "orang"),
                        ("penerima", "Penerima rehabilitasi", "orang"),
                        318,
                        100,
                    ),
                ),
                iku(
                    ("Persentase Korban Bencana Sosial yang Terlayani", "Korban terlayani", "%"),
                    jalur(dec!(88), dec!(100)),
                    (1, "1.06.06.2.01"),
                    (
                        "Korban bencana yang menerima bantuan dasar dalam satu hari",
                        "Laporan taruna siaga",
                    ),
                    Ukur::Arus(
                        ("terlayani", "Korban terlayani", "orang"),
                        ("korban", "Korban bencana", "orang"),
                        380,
                    ),
                ),
            ],
        ),
    ],
    program: &[
        program(
            "1.06.04",
            "Program Rehabilitasi Sosial",
            ("Persentase Penyandang Masalah Sosial yang Direhabilitasi", jalur(dec!(44), dec!(72))),
            0,
            &[kegiatan(
                "2.01",
                "Rehabilitasi Sosial Dasar di Luar Panti",
                "Persentase Penerima yang Didampingi",
                &[
                    sub(
                        1,
                        "Penyediaan Permakanan",
                        ("Jumlah Penerima Permakanan", "Orang"),
                        460,
                        1_100,
                    ),
                    sub(
                        3,
                        "Penyediaan Alat Bantu",
                        ("Jumlah Penerima Alat Bantu", "Orang"),
                        90,
                        280,
                    ),
                    sub(
                        7,
                        "Pemberian Bimbingan Sosial",
                        ("Jumlah Penerima Bimbingan", "Orang"),
                        320,
                        240,
                    ),
                ],
            )],
        ),
        program(
            "1.06.05",
            "Program Perlindungan dan Jaminan Sosial",
            ("Persentase Keluarga Miskin yang Terdata", jalur(dec!(84), dec!(98))),
            1,
            &[kegiatan(
                "2.02",
                "Pengelolaan Data Fakir Miskin",
                "Persentase Kelurahan yang Memperbarui Data",
                &[
                    sub(
                        1,
                        "Pendataan Fakir Miskin",
                        ("Jumlah Keluarga yang Didata", "Keluarga"),
                        14_000,
                        420,
                    ),
                    sub(
                        2,
                        "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga",
                        ("Jumlah Keluarga Penerima Bantuan", "Keluarga"),
                        6_400,
                        9_800,
                    ),
                ],
            )],
        ),
        program(
            "1.06.06",
            "Program Penanganan Bencana",
            ("Persentase Kecamatan dengan Lumbung Sosial", jalur(dec!(25), dec!(75))),
            1,
            &[kegiatan(
                "2.01",
                "Pelindungan Sosial Korban Bencana",
                "Persentase Kejadian yang Ditangani dalam Sehari",
                &[
                    sub(1, "Penyediaan Makanan", ("Jumlah Paket Makanan", "Paket"), 1_800, 360),
                    sub(
                        5,
                        "Pelayanan Dukungan Psikososial",
                        ("Jumlah Penerima Dukungan", "Orang"),
                        140,
                        85,
                    ),
                ],
            )],
        ),
    ],
    gaji: 8_800,
    bobot_pegawai: 9,
};

//! Offices of the other services of a city.

use rust_decimal::dec;

use super::{Bentuk, Profile, Ukur, iku, jalur, kegiatan, program, sasaran, sub, tujuan};

pub(super) static DISNAKER: Profile = Profile {
    kode: "2.07.0.00.0.00.18.0000",
    nama: "Dinas Tenaga Kerja",
    singkatan: "Disnaker",
    akun: "disnaker",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang tenaga kerja yang menjadi kewenangan daerah",
    hal: "ketenagakerjaan",
    misi: 3,
    latar: "Pelabuhan dan industri pengolahan menyerap tenaga kerja terbanyak, tetapi sebagian besar \
            lowongannya meminta sertifikat yang belum dimiliki pencari kerja setempat.",
    bidang: [
        "Bidang Pelatihan dan Produktivitas",
        "Bidang Penempatan",
        "Bidang Hubungan Industrial",
    ],
    isu: [
        (
            "Keterampilan pencari kerja tidak sesuai dengan lowongan",
            "Kejuruan pelatihan belum mengikuti kebutuhan industri",
            "Sertifikasi belum menjadi bagian pelatihan",
        ),
        (
            "Perselisihan hubungan industrial meningkat",
            "Perjanjian kerja tidak dicatatkan",
            "Mediator terbatas jumlahnya",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya kesempatan kerja",
        "Tingkat Pengangguran Terbuka",
        "%",
        jalur(dec!(8.1), dec!(5.8)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya penempatan tenaga kerja terampil",
        "Melatih menurut lowongan yang sudah ada",
        ["Pelatihan dengan janji penempatan", "Bursa kerja di sekolah kejuruan"],
        &[
            iku(
                ("Persentase Pencari Kerja yang Ditempatkan", "Pencari kerja ditempatkan", "%"),
                jalur(dec!(38), dec!(60)),
                (1, "2.07.04.2.01"),
                (
                    "Pencari kerja terdaftar yang ditempatkan pada periode berkenaan",
                    "Sistem informasi pasar kerja",
                ),
                Ukur::Arus(
                    ("ditempatkan", "Pencari kerja ditempatkan", "orang"),
                    ("terdaftar", "Pencari kerja terdaftar", "orang"),
                    4_300,
                ),
            ),
            iku(
                ("Persentase Lulusan Pelatihan yang Bersertifikat", "Lulusan bersertifikat", "%"),
                jalur(dec!(54), dec!(85)),
                (0, "2.07.03.2.01"),
                (
                    "Lulusan pelatihan yang memperoleh sertifikat kompetensi",
                    "Berita acara uji kompetensi",
                ),
                Ukur::Arus(
                    ("bersertifikat", "Lulusan bersertifikat", "orang"),
                    ("lulusan", "Lulusan pelatihan", "orang"),
                    620,
                ),
            ),
            iku(
                (
                    "Persentase Perselisihan yang Selesai dengan Perjanjian Bersama",
                    "Perselisihan selesai",
                    "%",
                ),
                jalur(dec!(62), dec!(84)),
                (2, "2.07.05.2.02"),
                ("Perselisihan yang berakhir dengan perjanjian bersama", "Register perselisihan"),
                Ukur::Arus(
                    ("selesai", "Perselisihan selesai", "perselisihan"),
                    ("perselisihan", "Perselisihan yang dicatat", "perselisihan"),
                    74,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.07.03",
            "Program Pelatihan Kerja dan Produktivitas Tenaga Kerja",
            ("Persentase Lulusan Pelatihan yang Bekerja", jalur(dec!(46), dec!(70))),
            0,
            &[kegiatan(
                "2.01",
                "Pelaksanaan Pelatihan Berdasarkan Unit Kompetensi",
                "Persentase Peserta yang Lulus",
                &[
                    sub(
                        1,
                        "Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan",
                        ("Jumlah Peserta Pelatihan", "Orang"),
                        640,
                        2_900,
                    ),
                    sub(
                        3,
                        "Pengadaan Sarana Pelatihan Kerja",
                        ("Jumlah Sarana Pelatihan", "Unit"),
                        24,
                        1_150,
                    ),
                ],
            )],
        ),
        program(
            "2.07.04",
            "Program Penempatan Tenaga Kerja",
            ("Persentase Lowongan yang Terisi", jalur(dec!(51), dec!(74))),
            1,
            &[kegiatan(
                "2.01",
                "Pelayanan Antarkerja",
                "Persentase Pencari Kerja yang Dilayani",
                &[
                    sub(
                        3,
                        "Pelayanan dan Penyediaan Informasi Pasar Kerja",
                        ("Jumlah Lowongan yang Diumumkan", "Lowongan"),
                        2_600,
                        240,
                    ),
                    sub(4, "Job Fair", ("Jumlah Bursa Kerja", "Kegiatan"), 3, 310),
                ],
            )],
        ),
        program(
            "2.07.05",
            "Program Hubungan Industrial",
            ("Persentase Perusahaan dengan Peraturan Perusahaan", jalur(dec!(48), dec!(76))),
            2,
            &[kegiatan(
                "2.02",
                "Pencegahan dan Penyelesaian Perselisihan",
                "Persentase Perselisihan yang Dimediasi",
                &[
                    sub(
                        1,
                        "Pencegahan Perselisihan Hubungan Industrial",
                        ("Jumlah Perusahaan yang Dibina", "Perusahaan"),
                        90,
                        180,
                    ),
                    sub(
                        2,
                        "Penyelesaian Perselisihan Hubungan Industrial",
                        ("Jumlah Perselisihan yang Dimediasi", "Perselisihan"),
                        70,
                        150,
                    ),
                ],
            )],
        ),
    ],
    gaji: 7_200,
    bobot_pegawai: 7,
};

pub(super) static DP3AP2KB: Profile = Profile {
    kode: "2.08.2.14.0.00.19.0000",
    nama: "Dinas Pemberdayaan Perempuan, Pelindungan Anak, Pengendalian Penduduk, dan Keluarga Berencana",
    singkatan: "DP3AP2KB",
    akun: "dp3ap2kb",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang pemberdayaan perempuan dan pelindungan anak serta pengendalian penduduk dan keluarga berencana",
    hal: "pemberdayaan perempuan, pelindungan anak, dan keluarga berencana",
    misi: 1,
    latar: "Laporan kekerasan naik sejak layanan pengaduan dibuka dua puluh empat jam. Kenaikan itu \
            tidak berarti kekerasan bertambah; warga lebih berani melapor. Karena itu yang diukur \
            ialah penanganannya.",
    bidang: [
        "Bidang Pemberdayaan Perempuan",
        "Bidang Pelindungan Anak",
        "Bidang Keluarga Berencana",
    ],
    isu: [
        (
            "Penanganan kekerasan membutuhkan waktu lama",
            "Pendamping hukum dan psikolog terbatas",
            "Rumah aman berada di luar kota",
        ),
        (
            "Pasangan muda belum ber-KB",
            "Penyuluh belum menjangkau calon pengantin",
            "Pilihan alat di puskesmas tidak lengkap",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya kesetaraan dan ketahanan keluarga",
        "Indeks Pembangunan Gender",
        "Indeks",
        jalur(dec!(88.6), dec!(92)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya pelindungan perempuan dan anak",
            "Menangani laporan sampai tuntas",
            ["Pendamping di setiap kecamatan", "Rujukan terpadu dalam satu hari"],
            &[
                iku(
                    ("Persentase Korban Kekerasan yang Ditangani Tuntas", "Korban ditangani", "%"),
                    jalur(dec!(74), dec!(95)),
                    (1, "2.08.03.2.02"),
                    (
                        "Korban yang layanannya selesai pada periode berkenaan",
                        "Register layanan korban",
                    ),
                    Ukur::Arus(
                        ("tuntas", "Korban ditangani tuntas", "orang"),
                        ("korban", "Korban yang melapor", "orang"),
                        132,
                    ),
                ),
                iku(
                    ("Nilai Kota Layak Anak", "Kota layak anak", "Nilai"),
                    jalur(dec!(612), dec!(760)),
                    (1, "2.08.06.2.01"),
                    ("Nilai hasil penilaian kota layak anak", "Berita acara penilaian"),
                    Ukur::Nilai,
                ),
            ],
        ),
        sasaran(
            "Meningkatnya ketahanan keluarga",
            "Menjangkau pasangan sejak sebelum menikah",
            ["Penyuluhan bagi calon pengantin", "Layanan KB bergerak setiap bulan"],
            &[iku(
                ("Persentase Pasangan Usia Subur yang Ber-KB", "Peserta KB", "%"),
                jalur(dec!(61), dec!(72)),
                (2, "2.14.03.2.01"),
                ("Pasangan usia subur yang memakai alat kontrasepsi", "Pendataan keluarga"),
                Ukur::Stok(
                    ("peserta", "Peserta KB aktif", "pasangan"),
                    ("pasangan", "Pasangan usia subur", "pasangan"),
                    54_800,
                ),
            )],
        ),
    ],
    program: &[
        program(
            "2.08.03",
            "Program Perlindungan Perempuan",
            ("Persentase Layanan Korban yang Sesuai Standar", jalur(dec!(66), dec!(90))),
            0,
            &[kegiatan(
                "2.02",
                "Penyediaan Layanan Rujukan Lanjutan",
                "Persentase Korban yang Dirujuk dalam Sehari",
                &[
                    sub(
                        1,
                        "Penyediaan Layanan Pengaduan",
                        ("Jumlah Laporan yang Dilayani", "Laporan"),
                        130,
                        240,
                    ),
                    sub(
                        3,
                        "Koordinasi Penanganan Korban",
                        ("Jumlah Korban yang Didampingi", "Orang"),
                        130,
                        310,
                    ),
                ],
            )],
        ),
        program(
            "2.08.06",
            "Program Pemenuhan Hak Anak",
            ("Persentase Kelurahan Layak Anak", jalur(dec!(20), dec!(60))),
            1,
            &[kegiatan(
                "2.01",
                "Pelembagaan Pemenuhan Hak Anak",
                "Persentase Kelurahan dengan Forum Anak",
                &[
                    sub(
                        1,
                        "Advokasi Kebijakan Pemenuhan Hak Anak",
                        ("Jumlah Kebijakan yang Didampingi", "Dokumen"),
                        4,
                        160,
                    ),
                    sub(
                        3,
                        "Pembinaan Forum Anak",
                        ("Jumlah Forum Anak yang Dibina", "Forum"),
                        24,
                        190,
                    ),
                ],
            )],
        ),
        program(
            "2.14.03",
            "Program Pembinaan Keluarga Berencana",
            ("Persentase Kebutuhan KB yang Terpenuhi", jalur(dec!(80), dec!(92))),
            2,
            &[kegiatan(
                "2.01",
                "Pelaksanaan Advokasi dan Pelayanan KB",
                "Persentase Kampung KB yang Aktif",
                &[
                    sub(
                        2,
                        "Penggerakan Penyuluh dan Kader",
                        ("Jumlah Kader yang Digerakkan", "Orang"),
                        480,
                        2_300,
                    ),
                    sub(
                        5,
                        "Pengendalian Pelayanan KB Bergerak",
                        ("Jumlah Pelayanan Bergerak", "Kegiatan"),
                        36,
                        420,
                    ),
                ],
            )],
        ),
    ],
    gaji: 7_600,
    bobot_pegawai: 8,
};

pub(super) static DKPP: Profile = Profile {
    kode: "2.09.3.27.0.00.20.0000",
    nama: "Dinas Ketahanan Pangan dan Pertanian",
    singkatan: "DKPP",
    akun: "dkpp",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang pangan dan bidang pertanian yang menjadi kewenangan daerah",
    hal: "pangan dan pertanian kota",
    misi: 3,
    latar: "Sawah kota tinggal empat ratus hektare dan terus menyusut. Pangan warga datang dari luar, \
            sehingga Dinas menjaga cadangan, keamanan pangan, dan pekarangan lebih daripada luas tanam.",
    bidang: [
        "Bidang Ketahanan Pangan",
        "Bidang Tanaman Pangan dan Hortikultura",
        "Bidang Peternakan",
    ],
    isu: [
        (
            "Lahan pertanian beralih menjadi permukiman",
            "Pelindungan lahan belum dipetakan sampai bidang",
            "Petani tua tanpa penerus",
        ),
        (
            "Keamanan pangan segar belum terjaga",
            "Pemeriksaan di pasar hanya menjelang hari besar",
            "Pedagang tidak menyimpan asal barangnya",
        ),
    ],
    tujuan: tujuan(
        "Terjaganya ketahanan pangan kota",
        "Indeks Ketahanan Pangan",
        "Indeks",
        jalur(dec!(68.4), dec!(77)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya ketersediaan dan keamanan pangan",
        "Menjaga cadangan dan memeriksa sepanjang tahun",
        ["Cadangan pangan setiap kecamatan", "Pemeriksaan pasar setiap bulan"],
        &[
            iku(
                ("Skor Pola Pangan Harapan", "Pola pangan", "Skor"),
                jalur(dec!(82.6), dec!(91)),
                (0, "2.09.03.2.01"),
                ("Skor keragaman konsumsi pangan penduduk", "Survei konsumsi pangan"),
                Ukur::Nilai,
            ),
            iku(
                ("Persentase Pangan Segar yang Aman", "Pangan aman", "%"),
                jalur(dec!(84), dec!(96)),
                (0, "2.09.05.2.01"),
                ("Contoh pangan segar yang memenuhi batas aman", "Hasil uji laboratorium"),
                Ukur::Arus(
                    ("aman", "Contoh yang aman", "contoh"),
                    ("contoh", "Contoh yang diuji", "contoh"),
                    560,
                ),
            ),
            iku(
                ("Produktivitas Padi", "Produktivitas padi", "kuintal per hektare"),
                jalur(dec!(46), dec!(54)),
                (1, "3.27.02.2.01"),
                ("Hasil gabah kering giling per hektare panen", "Ubinan"),
                Ukur::Rata(
                    ("kuintal", "Gabah kering giling", "kuintal"),
                    ("hektare", "Luas panen", "hektare"),
                    780,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.09.03",
            "Program Peningkatan Diversifikasi dan Ketahanan Pangan Masyarakat",
            ("Persentase Cadangan Pangan terhadap Kebutuhan Darurat", jalur(dec!(52), dec!(85))),
            0,
            &[kegiatan(
                "2.01",
                "Penyediaan dan Penyaluran Pangan",
                "Persentase Kecamatan dengan Cadangan",
                &[
                    sub(
                        3,
                        "Pengadaan Cadangan Pangan Pemerintah",
                        ("Jumlah Cadangan Beras", "Ton"),
                        40,
                        640,
                    ),
                    sub(
                        6,
                        "Pemanfaatan Pekarangan",
                        ("Jumlah Kelompok Pekarangan", "Kelompok"),
                        24,
                        380,
                    ),
                ],
            )],
        ),
        program(
            "2.09.05",
            "Program Pengawasan Keamanan Pangan",
            ("Persentase Pasar yang Diperiksa", jalur(dec!(60), dec!(100))),
            0,
            &[kegiatan(
                "2.01",
                "Pelaksanaan Pengawasan Keamanan Pangan Segar",
                "Persentase Temuan yang Ditindaklanjuti",
                &[sub(
                    2,
                    "Pengujian Keamanan Pangan Segar",
                    ("Jumlah Contoh yang Diuji", "Contoh"),
                    560,
                    240,
                )],
            )],
        ),
        program(
            "3.27.02",
            "Program Penyediaan dan Pengembangan Sarana Pertanian",
            ("Persentase Kelompok Tani yang Menerapkan Anjuran", jalur(dec!(47), dec!(72))),
            1,
            &[kegiatan(
                "2.01",
                "Pengawasan dan Penyediaan Sarana Pertanian",
                "Persentase Kebutuhan Benih yang Terpenuhi",
                &[
                    sub(
                        1,
                        "Pengawasan Penggunaan Sarana Pertanian",
                        ("Jumlah Kelompok yang Diawasi", "Kelompok"),
                        60,
                        160,
                    ),
                    sub(
                        4,
                        "Penyediaan Benih dan Alat Pertanian",
                        ("Jumlah Kelompok Penerima Bantuan", "Kelompok"),
                        36,
                        980,
                    ),
                    sub(
                        7,
                        "Vaksinasi dan Pelayanan Kesehatan Hewan",
                        ("Jumlah Ternak yang Dilayani", "Ekor"),
                        5_200,
                        420,
                    ),
                ],
            )],
        ),
    ],
    gaji: 9_100,
    bobot_pegawai: 10,
};

pub(super) static DLH: Profile = Profile {
    kode: "2.11.0.00.0.00.21.0000",
    nama: "Dinas Lingkungan Hidup",
    singkatan: "DLH",
    akun: "dlh",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang lingkungan hidup yang menjadi kewenangan daerah",
    hal: "lingkungan hidup dan persampahan",
    misi: 5,
    latar: "Kota menghasilkan seratus sembilan puluh ton sampah setiap hari dan tempat pemrosesan \
            akhirnya akan penuh dalam empat tahun. Setiap persen pengurangan di sumber memperpanjang \
            umurnya beberapa pekan.",
    bidang: ["Bidang Persampahan", "Bidang Pengendalian Pencemaran", "Bidang Penataan Lingkungan"],
    isu: [
        (
            "Tempat pemrosesan akhir hampir penuh",
            "Pemilahan berhenti di rumah tangga",
            "Bank sampah bergantung pada satu pengepul",
        ),
        (
            "Mutu air sungai menurun pada kemarau",
            "Limbah rumah tangga masuk langsung ke sungai",
            "Pemeriksaan usaha tidak menjangkau usaha kecil",
        ),
    ],
    tujuan: tujuan(
        "Terjaganya mutu lingkungan hidup",
        "Indeks Kualitas Lingkungan Hidup",
        "Indeks",
        jalur(dec!(61.8), dec!(69)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya pengelolaan sampah",
            "Mengurangi di sumber dan mengangkut tepat waktu",
            ["Bank sampah di setiap kelurahan", "Jadwal angkut yang dapat dilihat warga"],
            &[
                iku(
                    ("Persentase Sampah yang Dikurangi di Sumber", "Sampah dikurangi", "%"),
                    jalur(dec!(11), dec!(26)),
                    (0, "2.11.11.2.02"),
                    ("Sampah yang dipilah, dipakai kembali, atau didaur ulang", "Neraca sampah"),
                    Ukur::Arus(
                        ("dikurangi", "Sampah yang dikurangi", "ton"),
                        ("timbulan", "Timbulan sampah", "ton"),
                        69_400,
                    ),
                ),
                iku(
                    ("Persentase Sampah yang Ditangani", "Sampah ditangani", "%"),
                    jalur(dec!(62), dec!(72)),
                    (0, "2.11.11.2.01"),
                    (
                        "Sampah yang diangkut dan diproses di tempat pemrosesan akhir",
                        "Neraca sampah",
                    ),
                    Ukur::Arus(
                        ("ditangani", "Sampah yang ditangani", "ton"),
                        ("timbulan", "Timbulan sampah", "ton"),
                        69_400,
                    ),
                ),
            ],
        ),
        sasaran(
            "Menurunnya pencemaran",
            "Memeriksa usaha menurut risikonya",
            ["Pemantauan sungai setiap bulan", "Pembinaan usaha kecil berlimbah"],
            &[iku(
                ("Indeks Kualitas Air", "Kualitas air", "Indeks"),
                jalur(dec!(48.2), dec!(56)),
                (1, "2.11.03.2.01"),
                ("Indeks mutu air pada dua belas titik pantau", "Laporan pemantauan"),
                Ukur::Nilai,
            )],
        ),
    ],
    program: &[
        program(
            "2.11.03",
            "Program Pengendalian Pencemaran dan Kerusakan Lingkungan Hidup",
            ("Persentase Usaha yang Menaati Izin Lingkungan", jalur(dec!(58), dec!(82))),
            1,
            &[kegiatan(
                "2.01",
                "Pencegahan Pencemaran Lingkungan",
                "Persentase Titik Pantau yang Memenuhi Baku Mutu",
                &[
                    sub(
                        1,
                        "Koordinasi dan Pemantauan Kualitas Lingkungan",
                        ("Jumlah Titik Pantau", "Titik"),
                        12,
                        420,
                    ),
                    sub(
                        4,
                        "Pembinaan dan Pengawasan Usaha",
                        ("Jumlah Usaha yang Diperiksa", "Usaha"),
                        85,
                        260,
                    ),
                ],
            )],
        ),
        program(
            "2.11.04",
            "Program Pengelolaan Keanekaragaman Hayati",
            ("Persentase Ruang Terbuka Hijau yang Terpelihara", jalur(dec!(66), dec!(88))),
            2,
            &[kegiatan(
                "2.01",
                "Pengelolaan Keanekaragaman Hayati Kota",
                "Persentase Taman dalam Keadaan Baik",
                &[sub(
                    5,
                    "Pengelolaan Ruang Terbuka Hijau",
                    ("Luas Taman yang Dipelihara", "Hektare"),
                    36,
                    5_400,
                )],
            )],
        ),
        program(
            "2.11.11",
            "Program Pengelolaan Persampahan",
            ("Persentase Rumah Tangga yang Terlayani", jalur(dec!(64), dec!(82))),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Pengelolaan Sampah",
                    "Persentase Armada yang Beroperasi",
                    &[
                        sub(
                            2,
                            "Penanganan Sampah dengan Pengangkutan dan Pemrosesan",
                            ("Jumlah Sampah yang Diangkut", "Ton"),
                            45_000,
                            18_600,
                        ),
                        sub(
                            6,
                            "Pengadaan Sarana Persampahan",
                            ("Jumlah Sarana Persampahan", "Unit"),
                            14,
                            5_200,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Pengurangan Sampah",
                    "Persentase Bank Sampah yang Aktif",
                    &[sub(
                        1,
                        "Pembinaan Bank Sampah dan Pemilahan",
                        ("Jumlah Bank Sampah yang Dibina", "Unit"),
                        62,
                        380,
                    )],
                ),
            ],
        ),
    ],
    gaji: 16_400,
    bobot_pegawai: 34,
};

pub(super) static DISDUKCAPIL: Profile = Profile {
    kode: "2.12.0.00.0.00.22.0000",
    nama: "Dinas Kependudukan dan Pencatatan Sipil",
    singkatan: "Disdukcapil",
    akun: "disdukcapil",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang administrasi kependudukan dan pencatatan sipil",
    hal: "administrasi kependudukan",
    misi: 4,
    latar: "Dinas menerbitkan rata-rata enam ratus dokumen setiap hari. Sejak layanan daring dibuka, \
            loket lebih sepi, tetapi permohonan yang ditolak karena berkas kabur justru bertambah.",
    bidang: [
        "Bidang Pendaftaran Penduduk",
        "Bidang Pencatatan Sipil",
        "Bidang Pengelolaan Informasi",
    ],
    isu: [
        (
            "Dokumen selesai melewati baku waktu pada hari ramai",
            "Permohonan daring menumpuk pada awal pekan",
            "Jaringan pusat terganggu pada jam kerja",
        ),
        (
            "Kepemilikan akta belum menyeluruh",
            "Kelahiran di rumah tidak segera dicatat",
            "Warga lanjut usia tidak mempunyai berkas lama",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya tertib administrasi kependudukan",
        "Indeks Kepuasan Layanan Kependudukan",
        "Indeks",
        jalur(dec!(80.1), dec!(89)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya kepemilikan dan kecepatan dokumen",
        "Mendatangi warga dan memendekkan alur",
        ["Layanan bergerak ke kelurahan", "Dokumen selesai pada hari yang sama"],
        &[
            iku(
                ("Persentase Dokumen yang Selesai pada Hari yang Sama", "Selesai sehari", "%"),
                jalur(dec!(68), dec!(93)),
                (0, "2.12.02.2.01"),
                (
                    "Dokumen yang terbit pada hari permohonan lengkap",
                    "Sistem administrasi kependudukan",
                ),
                Ukur::Arus(
                    ("sehari", "Dokumen selesai sehari", "dokumen"),
                    ("dokumen", "Dokumen yang diterbitkan", "dokumen"),
                    152_000,
                ),
            ),
            iku(
                ("Cakupan Kepemilikan Akta Kelahiran", "Akta kelahiran", "%"),
                jalur(dec!(91), dec!(99)),
                (1, "2.12.03.2.01"),
                (
                    "Penduduk usia 0–18 tahun yang mempunyai akta kelahiran",
                    "Basis data kependudukan",
                ),
                Ukur::Stok(
                    ("berakta", "Anak berakta", "anak"),
                    ("anak", "Anak usia 0–18 tahun", "anak"),
                    118_400,
                ),
            ),
            iku(
                ("Persentase Perangkat Daerah yang Memanfaatkan Data", "Pemanfaatan data", "%"),
                jalur(dec!(20), dec!(70)),
                (2, "2.12.04.2.01"),
                (
                    "Perangkat daerah dengan perjanjian pemanfaatan data yang berjalan",
                    "Daftar perjanjian",
                ),
                Ukur::Stok(
                    ("memanfaatkan", "Perangkat daerah memanfaatkan data", "perangkat daerah"),
                    ("perangkat", "Perangkat daerah", "perangkat daerah"),
                    40,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.12.02",
            "Program Pendaftaran Penduduk",
            ("Persentase Penduduk Wajib KTP yang Berkartu", jalur(dec!(96), dec!(99.5))),
            0,
            &[kegiatan(
                "2.01",
                "Pelayanan Pendaftaran Penduduk",
                "Persentase Permohonan yang Selesai",
                &[
                    sub(
                        2,
                        "Peningkatan Pelayanan Pendaftaran Penduduk",
                        ("Jumlah Dokumen Kependudukan", "Dokumen"),
                        120_000,
                        980,
                    ),
                    sub(
                        5,
                        "Layanan Bergerak Pendaftaran Penduduk",
                        ("Jumlah Kunjungan Layanan Bergerak", "Kunjungan"),
                        96,
                        240,
                    ),
                ],
            )],
        ),
        program(
            "2.12.03",
            "Program Pencatatan Sipil",
            ("Persentase Peristiwa Penting yang Dicatat Tepat Waktu", jalur(dec!(77), dec!(94))),
            1,
            &[kegiatan(
                "2.01",
                "Pelayanan Pencatatan Sipil",
                "Persentase Akta yang Terbit",
                &[sub(
                    2,
                    "Peningkatan Pelayanan Pencatatan Sipil",
                    ("Jumlah Akta", "Dokumen"),
                    24_000,
                    460,
                )],
            )],
        ),
        program(
            "2.12.04",
            "Program Pengelolaan Informasi Administrasi Kependudukan",
            ("Persentase Data Ganda yang Dibersihkan", jalur(dec!(70), dec!(96))),
            2,
            &[kegiatan(
                "2.01",
                "Pengumpulan dan Pemanfaatan Data Kependudukan",
                "Persentase Data yang Padan",
                &[
                    sub(
                        1,
                        "Pengolahan dan Penyajian Data Kependudukan",
                        ("Jumlah Dokumen Data Kependudukan", "Dokumen"),
                        4,
                        190,
                    ),
                    sub(
                        3,
                        "Kerja Sama Pemanfaatan Data",
                        ("Jumlah Perjanjian Pemanfaatan Data", "Dokumen"),
                        6,
                        110,
                    ),
                ],
            )],
        ),
    ],
    gaji: 9_900,
    bobot_pegawai: 11,
};

pub(super) static DISHUB: Profile = Profile {
    kode: "2.15.0.00.0.00.23.0000",
    nama: "Dinas Perhubungan",
    singkatan: "Dishub",
    akun: "dishub",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang perhubungan yang menjadi kewenangan daerah",
    hal: "lalu lintas dan angkutan kota",
    misi: 2,
    latar: "Truk menuju pelabuhan melewati pusat kota pada jam sibuk. Pembatasan jam lewat mulai \
            berlaku pada tahun 2021, dan sejak itu kecelakaan menurun di ruas yang sama.",
    bidang: ["Bidang Lalu Lintas", "Bidang Angkutan", "Bidang Prasarana dan Keselamatan"],
    isu: [
        (
            "Kemacetan di ruas menuju pelabuhan",
            "Simpang belum seluruhnya berlampu",
            "Parkir tepi jalan mempersempit ruas",
        ),
        (
            "Angkutan kota kehilangan penumpang",
            "Waktu tunggu lebih lama daripada waktu tempuh",
            "Armada tua tidak diremajakan",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya kelancaran dan keselamatan perjalanan",
        "Indeks Layanan Perhubungan",
        "Indeks",
        jalur(dec!(67.3), dec!(79)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya keselamatan dan layanan lalu lintas",
        "Menata simpang, parkir, dan jam lewat",
        ["Lampu di semua simpang utama", "Rute angkutan menurut perjalanan warga"],
        &[
            iku(
                ("Rasio Kecelakaan Lalu Lintas", "Kecelakaan", "per 10.000 kendaraan"),
                jalur(dec!(14), dec!(8)),
                (2, "2.15.02.2.02"),
                ("Kecelakaan di jalan kota per 10.000 kendaraan terdaftar", "Laporan kecelakaan"),
                Ukur::Angka(
                    ("kecelakaan", "Kecelakaan", "kejadian"),
                    ("kendaraan", "Kendaraan terdaftar", "kendaraan"),
                    214_000,
                    10_000,
                ),
            ),
            iku(
                ("Persentase Kendaraan Wajib Uji yang Laik Jalan", "Kendaraan laik", "%"),
                jalur(dec!(74), dec!(91)),
                (1, "2.15.02.2.03"),
                ("Kendaraan wajib uji yang lulus uji berkala", "Sistem uji berkala"),
                Ukur::Arus(
                    ("lulus", "Kendaraan lulus uji", "kendaraan"),
                    ("diuji", "Kendaraan yang diuji", "kendaraan"),
                    9_800,
                ),
            ),
            iku(
                ("Persentase Simpang Utama yang Berlampu", "Simpang berlampu", "%"),
                jalur(dec!(55), dec!(85)),
                (0, "2.15.02.2.01"),
                ("Simpang utama dengan lampu pengatur yang berfungsi", "Survei prasarana"),
                Ukur::Stok(
                    ("berlampu", "Simpang berlampu", "simpang"),
                    ("simpang", "Simpang utama", "simpang"),
                    38,
                ),
            ),
        ],
    )],
    program: &[program(
        "2.15.02",
        "Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
        ("Persentase Ruas dengan Kinerja Lalu Lintas Baik", jalur(dec!(56), dec!(76))),
        0,
        &[
            kegiatan(
                "2.01",
                "Penyediaan Perlengkapan Jalan",
                "Persentase Perlengkapan Jalan yang Berfungsi",
                &[
                    sub(
                        2,
                        "Pengadaan Lampu dan Rambu Lalu Lintas",
                        ("Jumlah Rambu dan Lampu", "Unit"),
                        140,
                        2_600,
                    ),
                    sub(
                        4,
                        "Pemeliharaan Lampu Penerangan Jalan",
                        ("Jumlah Lampu yang Dipelihara", "Titik"),
                        3_200,
                        4_800,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Manajemen dan Rekayasa Lalu Lintas",
                "Persentase Titik Macet yang Ditangani",
                &[
                    sub(
                        1,
                        "Penataan Manajemen dan Rekayasa Lalu Lintas",
                        ("Jumlah Ruas yang Ditata", "Ruas"),
                        8,
                        340,
                    ),
                    sub(
                        5,
                        "Pengawasan dan Pengendalian Lalu Lintas",
                        ("Jumlah Laporan Pengawasan", "Laporan"),
                        48,
                        780,
                    ),
                ],
            ),
            kegiatan(
                "2.03",
                "Pengujian Berkala Kendaraan Bermotor",
                "Persentase Kendaraan yang Datang Uji",
                &[sub(
                    2,
                    "Penyediaan Sarana Pengujian Berkala",
                    ("Jumlah Kendaraan yang Diuji", "Kendaraan"),
                    9_800,
                    690,
                )],
            ),
            kegiatan(
                "2.09",
                "Penyediaan Angkutan Umum",
                "Persentase Rute yang Terlayani",
                &[sub(
                    1,
                    "Penyediaan Angkutan Pelajar",
                    ("Jumlah Pelajar yang Diangkut", "Orang"),
                    18_000,
                    2_100,
                )],
            ),
        ],
    )],
    gaji: 11_900,
    bobot_pegawai: 18,
};

pub(super) static DISKOMINFO: Profile = Profile {
    kode: "2.16.2.20.0.00.24.0000",
    nama: "Dinas Komunikasi, Informatika, dan Statistik",
    singkatan: "Diskominfo",
    akun: "diskominfo",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang komunikasi dan informatika serta bidang statistik",
    hal: "informasi publik, layanan digital, dan statistik sektoral",
    misi: 4,
    latar: "Perangkat daerah memakai seratus empat aplikasi, sebagian besar dibuat sendiri-sendiri. \
            Sejak tahun 2022 aplikasi baru hanya boleh dibangun sesudah diperiksa bersama.",
    bidang: [
        "Bidang Informasi Publik",
        "Bidang Aplikasi dan Jaringan",
        "Bidang Statistik dan Persandian",
    ],
    isu: [
        (
            "Aplikasi tidak saling berbagi data",
            "Kode referensi perangkat daerah berlainan",
            "Pemilik data tidak ditetapkan",
        ),
        (
            "Gangguan layanan digital pada hari kerja",
            "Cadangan listrik pusat data terbatas",
            "Peringatan gangguan datang dari pengguna",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu pemerintahan digital",
        "Indeks Sistem Pemerintahan Berbasis Elektronik",
        "Indeks",
        jalur(dec!(2.1), dec!(3.3)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya layanan digital dan keterbukaan informasi",
        "Menyatukan data sebelum menambah aplikasi",
        ["Pemeriksaan aplikasi bersama", "Daftar informasi publik yang diperbarui setiap bulan"],
        &[
            iku(
                ("Ketersediaan Layanan Digital", "Layanan tersedia", "%"),
                jalur(dec!(96.5), dec!(99.5)),
                (1, "2.16.03.2.02"),
                ("Jam layanan digital utama yang tersedia", "Pemantauan pusat data"),
                Ukur::Arus(
                    ("jam_tersedia", "Jam layanan tersedia", "jam"),
                    ("jam", "Jam layanan", "jam"),
                    8_760,
                ),
            ),
            iku(
                (
                    "Persentase Permohonan Informasi yang Dijawab Tepat Waktu",
                    "Informasi dijawab",
                    "%",
                ),
                jalur(dec!(82), dec!(98)),
                (0, "2.16.02.2.01"),
                (
                    "Permohonan informasi yang dijawab paling lambat sepuluh hari kerja",
                    "Register permohonan informasi",
                ),
                Ukur::Arus(
                    ("dijawab", "Permohonan dijawab tepat waktu", "permohonan"),
                    ("permohonan", "Permohonan informasi", "permohonan"),
                    96,
                ),
            ),
            iku(
                ("Persentase Data Statistik Sektoral yang Lengkap", "Data sektoral", "%"),
                jalur(dec!(52), dec!(86)),
                (2, "2.20.02.2.01"),
                ("Data sektoral prioritas yang terisi dengan metadata", "Portal data"),
                Ukur::Stok(
                    ("lengkap", "Data sektoral lengkap", "data"),
                    ("data", "Data sektoral prioritas", "data"),
                    412,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.16.02",
            "Program Informasi dan Komunikasi Publik",
            ("Persentase Warga yang Mengetahui Layanan Kota", jalur(dec!(48), dec!(72))),
            0,
            &[kegiatan(
                "2.01",
                "Pengelolaan Informasi dan Komunikasi Publik",
                "Persentase Pengaduan Daring yang Dijawab",
                &[
                    sub(
                        3,
                        "Pengelolaan Konten dan Media Komunikasi Publik",
                        ("Jumlah Konten", "Konten"),
                        960,
                        1_400,
                    ),
                    sub(
                        7,
                        "Layanan Hubungan Media",
                        ("Jumlah Laporan Hubungan Media", "Laporan"),
                        12,
                        880,
                    ),
                ],
            )],
        ),
        program(
            "2.16.03",
            "Program Aplikasi Informatika",
            ("Persentase Aplikasi yang Terhubung", jalur(dec!(24), dec!(65))),
            1,
            &[kegiatan(
                "2.02",
                "Pengelolaan Pemerintahan Digital",
                "Persentase Perangkat Daerah yang Terhubung Jaringan",
                &[
                    sub(
                        4,
                        "Pengelolaan Pusat Data",
                        ("Jumlah Laporan Pusat Data", "Laporan"),
                        12,
                        2_300,
                    ),
                    sub(
                        6,
                        "Penyelenggaraan Jaringan Intra Pemerintah",
                        ("Jumlah Titik Jaringan", "Titik"),
                        92,
                        3_100,
                    ),
                    sub(
                        8,
                        "Pengembangan Aplikasi Layanan Terpadu",
                        ("Jumlah Aplikasi yang Dikembangkan", "Aplikasi"),
                        3,
                        1_150,
                    ),
                ],
            )],
        ),
        program(
            "2.20.02",
            "Program Penyelenggaraan Statistik Sektoral",
            (
                "Persentase Perangkat Daerah yang Menyerahkan Data Tepat Waktu",
                jalur(dec!(45), dec!(85)),
            ),
            2,
            &[kegiatan(
                "2.01",
                "Penyelenggaraan Statistik Sektoral",
                "Persentase Metadata yang Lengkap",
                &[
                    sub(
                        1,
                        "Koordinasi Pengumpulan dan Penyajian Data Statistik",
                        ("Jumlah Publikasi Statistik", "Publikasi"),
                        3,
                        260,
                    ),
                    sub(
                        3,
                        "Peningkatan Kapasitas Pengelola Data",
                        ("Jumlah Pengelola Data yang Dilatih", "Orang"),
                        80,
                        140,
                    ),
                ],
            )],
        ),
    ],
    gaji: 7_900,
    bobot_pegawai: 9,
};

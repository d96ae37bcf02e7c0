//! Offices of the economy and of culture.

use rust_decimal::dec;

use super::{Bentuk, Profile, Ukur, iku, jalur, kegiatan, program, sasaran, sub, tujuan};

pub(super) static DISKOPERINDAG: Profile = Profile {
    kode: "2.17.3.30.0.00.25.0000",
    nama: "Dinas Koperasi, Usaha Kecil dan Menengah, dan Perdagangan",
    singkatan: "Diskopdag",
    akun: "diskopdag",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang koperasi, usaha kecil, dan menengah serta bidang perdagangan",
    hal: "koperasi, usaha kecil, dan perdagangan",
    misi: 3,
    latar: "Dua puluh satu ribu usaha mikro tercatat di kota. Sebagian besar berdagang makanan dan \
            berumur kurang dari lima tahun; pembinaan dipusatkan pada yang bertahan melewati tahun \
            kedua.",
    bidang: ["Bidang Koperasi", "Bidang Usaha Mikro", "Bidang Perdagangan dan Pasar"],
    isu: [
        (
            "Usaha mikro sulit naik kelas",
            "Pembukuan tidak ada sehingga bank menolak",
            "Pemasaran bergantung pada pembeli setempat",
        ),
        (
            "Pasar rakyat kehilangan pembeli",
            "Lantai dan atap pasar rusak",
            "Pedagang pindah ke tepi jalan",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya daya saing usaha warga",
        "Pertumbuhan Usaha Mikro yang Menjadi Usaha Kecil",
        "%",
        jalur(dec!(1.8), dec!(4)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya usaha yang tumbuh dan pasar yang tertib",
        "Mendampingi usaha yang melewati tahun kedua",
        ["Klinik pembukuan di setiap kecamatan", "Penataan pasar bersama pedagang"],
        &[
            iku(
                ("Persentase Koperasi yang Sehat", "Koperasi sehat", "%"),
                jalur(dec!(41), dec!(66)),
                (0, "2.17.03.2.01"),
                ("Koperasi aktif yang dinilai sehat", "Penilaian kesehatan koperasi"),
                Ukur::Stok(
                    ("sehat", "Koperasi sehat", "koperasi"),
                    ("aktif", "Koperasi aktif", "koperasi"),
                    142,
                ),
            ),
            iku(
                ("Persentase Usaha Mikro Binaan yang Omzetnya Naik", "Omzet naik", "%"),
                jalur(dec!(36), dec!(62)),
                (1, "2.17.07.2.01"),
                (
                    "Usaha binaan yang omzetnya naik paling sedikit sepuluh persen",
                    "Laporan pendampingan",
                ),
                Ukur::Angka(
                    ("naik", "Usaha yang omzetnya naik", "usaha"),
                    ("binaan", "Usaha binaan", "usaha"),
                    640,
                    100,
                ),
            ),
            iku(
                ("Persentase Alat Ukur Pedagang yang Bertera Sah", "Alat bertera", "%"),
                jalur(dec!(64), dec!(90)),
                (2, "3.30.06.2.01"),
                ("Alat ukur, takar, dan timbang yang bertera sah pada pemeriksaan", "Laporan tera"),
                Ukur::Arus(
                    ("bertera", "Alat bertera sah", "alat"),
                    ("diperiksa", "Alat yang diperiksa", "alat"),
                    3_900,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.17.03",
            "Program Pengawasan dan Pemeriksaan Koperasi",
            ("Persentase Koperasi yang Menyelenggarakan Rapat Anggota", jalur(dec!(55), dec!(80))),
            0,
            &[kegiatan(
                "2.01",
                "Pemeriksaan dan Pengawasan Koperasi",
                "Persentase Koperasi yang Diperiksa",
                &[sub(
                    1,
                    "Pengawasan Kekuatan dan Kesehatan Koperasi",
                    ("Jumlah Koperasi yang Diawasi", "Koperasi"),
                    80,
                    180,
                )],
            )],
        ),
        program(
            "2.17.07",
            "Program Pemberdayaan Usaha Menengah, Usaha Kecil, dan Usaha Mikro",
            ("Persentase Usaha Mikro yang Bernomor Induk", jalur(dec!(38), dec!(78))),
            1,
            &[kegiatan(
                "2.01",
                "Pemberdayaan Usaha Mikro",
                "Persentase Usaha Binaan yang Memperoleh Pembiayaan",
                &[
                    sub(
                        2,
                        "Pemberdayaan melalui Kemitraan dan Pembukuan",
                        ("Jumlah Usaha yang Didampingi", "Usaha"),
                        640,
                        720,
                    ),
                    sub(
                        5,
                        "Fasilitasi Kemudahan Perizinan Usaha Mikro",
                        ("Jumlah Usaha yang Difasilitasi", "Usaha"),
                        900,
                        260,
                    ),
                ],
            )],
        ),
        program(
            "3.30.03",
            "Program Peningkatan Sarana Distribusi Perdagangan",
            ("Persentase Pasar Rakyat dalam Keadaan Baik", jalur(dec!(50), dec!(80))),
            2,
            &[kegiatan(
                "2.01",
                "Pembangunan dan Pengelolaan Sarana Distribusi",
                "Persentase Los yang Terisi",
                &[
                    sub(
                        1,
                        "Pembangunan dan Rehabilitasi Pasar Rakyat",
                        ("Jumlah Pasar yang Direhabilitasi", "Unit"),
                        2,
                        8_900,
                    ),
                    sub(
                        4,
                        "Pengelolaan Kebersihan dan Keamanan Pasar",
                        ("Jumlah Laporan Pengelolaan Pasar", "Laporan"),
                        12,
                        1_300,
                    ),
                ],
            )],
        ),
        program(
            "3.30.06",
            "Program Standardisasi dan Perlindungan Konsumen",
            ("Persentase Pengaduan Konsumen yang Selesai", jalur(dec!(75), dec!(94))),
            2,
            &[kegiatan(
                "2.01",
                "Pelaksanaan Metrologi Legal",
                "Persentase Pasar Tertib Ukur",
                &[sub(
                    1,
                    "Pelaksanaan Tera dan Tera Ulang",
                    ("Jumlah Alat yang Ditera", "Alat"),
                    3_900,
                    340,
                )],
            )],
        ),
    ],
    gaji: 9_300,
    bobot_pegawai: 11,
};

pub(super) static DPMPTSP: Profile = Profile {
    kode: "2.18.0.00.0.00.26.0000",
    nama: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    singkatan: "DPMPTSP",
    akun: "dpmptsp",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang penanaman modal dan pelayanan perizinan terpadu",
    hal: "penanaman modal dan perizinan",
    misi: 3,
    latar: "Izin yang risikonya rendah terbit seketika melalui sistem nasional. Yang tersisa pada Dinas \
            ialah izin yang memerlukan pemeriksaan lapangan, dan di situlah waktu terlama terpakai.",
    bidang: [
        "Bidang Penanaman Modal",
        "Bidang Pelayanan Perizinan",
        "Bidang Pengaduan dan Informasi",
    ],
    isu: [
        (
            "Pemeriksaan lapangan melewati baku waktu",
            "Tim teknis tersebar pada delapan perangkat daerah",
            "Jadwal pemeriksaan ditetapkan berkas demi berkas",
        ),
        (
            "Realisasi investasi tidak dilaporkan",
            "Pelaku usaha kecil tidak mengetahui kewajibannya",
            "Laporan sulit diisi dari telepon genggam",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya investasi di kota",
        "Realisasi Investasi",
        "Miliar Rupiah",
        jalur(dec!(1240), dec!(2100)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya kemudahan berusaha",
        "Memeriksa lapangan bersama dan terjadwal",
        ["Hari pemeriksaan bersama setiap pekan", "Pendamping pelaporan di loket"],
        &[
            iku(
                ("Persentase Izin yang Terbit Tepat Waktu", "Izin tepat waktu", "%"),
                jalur(dec!(81), dec!(97)),
                (1, "2.18.04.2.01"),
                ("Izin yang terbit paling lambat pada baku waktunya", "Sistem perizinan"),
                Ukur::Arus(
                    ("tepat", "Izin terbit tepat waktu", "izin"),
                    ("izin", "Izin yang terbit", "izin"),
                    6_800,
                ),
            ),
            iku(
                (
                    "Persentase Pelaku Usaha yang Melaporkan Kegiatannya",
                    "Pelaku usaha melapor",
                    "%",
                ),
                jalur(dec!(32), dec!(68)),
                (0, "2.18.05.2.01"),
                (
                    "Pelaku usaha wajib lapor yang menyampaikan laporan",
                    "Sistem pelaporan penanaman modal",
                ),
                Ukur::Arus(
                    ("melapor", "Laporan yang disampaikan", "laporan"),
                    ("wajib", "Laporan yang wajib", "laporan"),
                    1_920,
                ),
            ),
            iku(
                ("Waktu Penyelesaian Pengaduan", "Waktu pengaduan", "Hari"),
                jalur(dec!(9), dec!(4)),
                (2, "2.18.04.2.01"),
                ("Rata-rata hari dari pengaduan sampai jawaban", "Register pengaduan"),
                Ukur::Rata(
                    ("hari", "Hari penyelesaian seluruh pengaduan", "hari"),
                    ("pengaduan", "Pengaduan", "pengaduan"),
                    64,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.18.03",
            "Program Promosi Penanaman Modal",
            ("Persentase Minat Investasi yang Ditindaklanjuti", jalur(dec!(40), dec!(70))),
            0,
            &[kegiatan(
                "2.01",
                "Penyelenggaraan Promosi Penanaman Modal",
                "Persentase Kegiatan Promosi yang Menghasilkan Minat",
                &[sub(
                    2,
                    "Pelaksanaan Kegiatan Promosi",
                    ("Jumlah Kegiatan Promosi", "Kegiatan"),
                    4,
                    520,
                )],
            )],
        ),
        program(
            "2.18.04",
            "Program Pelayanan Penanaman Modal",
            ("Indeks Kepuasan Pemohon Izin", jalur(dec!(80), dec!(90))),
            1,
            &[kegiatan(
                "2.01",
                "Pelayanan Perizinan dan Nonperizinan secara Terpadu",
                "Persentase Pemeriksaan Lapangan yang Tepat Waktu",
                &[
                    sub(
                        1,
                        "Penyediaan Pelayanan Terpadu",
                        ("Jumlah Izin yang Diproses", "Izin"),
                        6_800,
                        640,
                    ),
                    sub(
                        3,
                        "Pemantauan Pemenuhan Komitmen Perizinan",
                        ("Jumlah Pemeriksaan Lapangan", "Pemeriksaan"),
                        720,
                        310,
                    ),
                    sub(
                        4,
                        "Penyediaan Layanan Konsultasi dan Pengaduan",
                        ("Jumlah Pengaduan yang Ditangani", "Pengaduan"),
                        60,
                        120,
                    ),
                ],
            )],
        ),
        program(
            "2.18.05",
            "Program Pengendalian Pelaksanaan Penanaman Modal",
            ("Persentase Pelaku Usaha yang Dibina", jalur(dec!(28), dec!(60))),
            0,
            &[kegiatan(
                "2.01",
                "Pengendalian Pelaksanaan Penanaman Modal",
                "Persentase Temuan yang Diselesaikan",
                &[sub(
                    2,
                    "Bimbingan Pelaksanaan Penanaman Modal",
                    ("Jumlah Pelaku Usaha yang Dibimbing", "Pelaku Usaha"),
                    240,
                    380,
                )],
            )],
        ),
    ],
    gaji: 7_100,
    bobot_pegawai: 8,
};

pub(super) static DISPORA: Profile = Profile {
    kode: "2.19.3.26.0.00.27.0000",
    nama: "Dinas Pariwisata, Pemuda, dan Olahraga",
    singkatan: "Disparpora",
    akun: "disparpora",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang pariwisata serta bidang kepemudaan dan olahraga",
    hal: "pariwisata, kepemudaan, dan olahraga",
    misi: 3,
    latar: "Kunjungan wisata jatuh pada tahun 2020 dan pulih perlahan. Pantai, taman kota, dan pasar \
            malam menjadi tujuan utama; penginapan terisi terutama ketika ada kejuaraan olahraga.",
    bidang: ["Bidang Destinasi", "Bidang Kepemudaan", "Bidang Olahraga"],
    isu: [
        (
            "Tempat wisata belum terawat",
            "Kebersihan bergantung pada acara",
            "Pemandu belum bersertifikat",
        ),
        (
            "Prestasi olahraga bertumpu pada sedikit cabang",
            "Sarana latihan dipakai bergantian",
            "Pelatih muda berpindah ke daerah lain",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya manfaat pariwisata dan kegiatan pemuda",
        "Kunjungan Wisatawan",
        "Ribu Orang",
        jalur(dec!(310), dec!(460)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya daya tarik wisata serta prestasi pemuda dan olahraga",
        "Merawat tempat dan menyelenggarakan acara yang teratur",
        ["Kalender acara kota", "Pembinaan cabang unggulan sejak usia sekolah"],
        &[
            iku(
                ("Lama Tinggal Wisatawan", "Lama tinggal", "Hari"),
                jalur(dec!(1.4), dec!(2.2)),
                (0, "3.26.02.2.01"),
                ("Rata-rata hari menginap", "Survei penginapan"),
                Ukur::Nilai,
            ),
            iku(
                ("Medali pada Kejuaraan Tingkat Provinsi", "Medali", "Medali"),
                jalur(dec!(38), dec!(64)),
                (2, "2.19.03.2.01"),
                ("Medali yang diperoleh atlet kota", "Laporan kejuaraan"),
                Ukur::Cacah,
            ),
            iku(
                ("Persentase Organisasi Pemuda yang Aktif", "Organisasi pemuda aktif", "%"),
                jalur(dec!(46), dec!(70)),
                (1, "2.19.02.2.01"),
                (
                    "Organisasi pemuda yang melaksanakan program pada tahun berkenaan",
                    "Laporan organisasi",
                ),
                Ukur::Stok(
                    ("aktif", "Organisasi aktif", "organisasi"),
                    ("organisasi", "Organisasi terdaftar", "organisasi"),
                    76,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.19.02",
            "Program Pengembangan Kapasitas Daya Saing Kepemudaan",
            ("Persentase Pemuda Pelopor yang Dibina", jalur(dec!(34), dec!(62))),
            1,
            &[kegiatan(
                "2.01",
                "Penyadaran, Pemberdayaan, dan Pengembangan Pemuda",
                "Persentase Peserta yang Berwirausaha",
                &[sub(
                    2,
                    "Pembinaan Kewirausahaan Pemuda",
                    ("Jumlah Pemuda yang Dibina", "Orang"),
                    240,
                    520,
                )],
            )],
        ),
        program(
            "2.19.03",
            "Program Pengembangan Kapasitas Daya Saing Keolahragaan",
            ("Persentase Cabang Olahraga yang Berprestasi", jalur(dec!(28), dec!(50))),
            2,
            &[kegiatan(
                "2.01",
                "Pembinaan dan Pengembangan Olahraga",
                "Persentase Atlet yang Mengikuti Pemusatan Latihan",
                &[
                    sub(
                        1,
                        "Penyelenggaraan Kejuaraan Olahraga",
                        ("Jumlah Kejuaraan", "Kegiatan"),
                        6,
                        1_250,
                    ),
                    sub(
                        4,
                        "Pengembangan Sarana Olahraga",
                        ("Jumlah Sarana yang Dikembangkan", "Unit"),
                        2,
                        3_400,
                    ),
                ],
            )],
        ),
        program(
            "3.26.02",
            "Program Peningkatan Daya Tarik Destinasi Pariwisata",
            ("Persentase Destinasi yang Memenuhi Standar", jalur(dec!(30), dec!(65))),
            0,
            &[kegiatan(
                "2.01",
                "Pengelolaan Daya Tarik Wisata",
                "Persentase Destinasi dengan Pengelola Tetap",
                &[
                    sub(
                        3,
                        "Pengembangan Destinasi Wisata",
                        ("Jumlah Destinasi yang Dikembangkan", "Destinasi"),
                        3,
                        2_700,
                    ),
                    sub(5, "Penyelenggaraan Acara Wisata", ("Jumlah Acara", "Kegiatan"), 8, 1_650),
                ],
            )],
        ),
    ],
    gaji: 7_800,
    bobot_pegawai: 9,
};

pub(super) static DISPUSIP: Profile = Profile {
    kode: "2.23.2.24.0.00.28.0000",
    nama: "Dinas Perpustakaan dan Kearsipan",
    singkatan: "Dispusip",
    akun: "dispusip",
    bentuk: Bentuk::Dinas,
    tugas: "melaksanakan urusan pemerintahan bidang perpustakaan dan bidang kearsipan",
    hal: "perpustakaan dan kearsipan",
    misi: 1,
    latar: "Perpustakaan kota menempati gedung baru sejak tahun 2021. Pengunjungnya bertambah, tetapi \
            perpustakaan sekolah dan kelurahan masih menunggu pengelola yang terlatih.",
    bidang: ["Bidang Layanan Perpustakaan", "Bidang Pembinaan Perpustakaan", "Bidang Kearsipan"],
    isu: [
        (
            "Kegemaran membaca belum merata",
            "Koleksi anak sedikit",
            "Taman baca bergantung pada perorangan",
        ),
        (
            "Arsip perangkat daerah belum tertata",
            "Arsiparis hanya ada pada sembilan perangkat daerah",
            "Naskah elektronik tidak diserahkan",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya literasi warga dan ketertiban arsip",
        "Indeks Pembangunan Literasi Masyarakat",
        "Indeks",
        jalur(dec!(54.2), dec!(72)),
    ),
    sasaran: &[sasaran(
        "Meningkatnya pemanfaatan perpustakaan dan tertib arsip",
        "Mendekatkan bacaan dan menata arsip sejak diciptakan",
        ["Pojok baca di ruang tunggu layanan", "Pengawasan arsip setiap tahun"],
        &[
            iku(
                ("Tingkat Kegemaran Membaca", "Kegemaran membaca", "Nilai"),
                jalur(dec!(52.6), dec!(68)),
                (0, "2.23.02.2.01"),
                ("Nilai hasil survei kegemaran membaca", "Survei kegemaran membaca"),
                Ukur::Nilai,
            ),
            iku(
                (
                    "Persentase Perpustakaan yang Dikelola Sesuai Standar",
                    "Perpustakaan sesuai standar",
                    "%",
                ),
                jalur(dec!(18), dec!(48)),
                (1, "2.23.02.2.02"),
                (
                    "Perpustakaan sekolah dan kelurahan yang memenuhi standar",
                    "Pembinaan perpustakaan",
                ),
                Ukur::Stok(
                    ("standar", "Perpustakaan sesuai standar", "perpustakaan"),
                    ("perpustakaan", "Perpustakaan terdaftar", "perpustakaan"),
                    214,
                ),
            ),
            iku(
                ("Persentase Perangkat Daerah yang Tertib Arsip", "Tertib arsip", "%"),
                jalur(dec!(35), dec!(80)),
                (2, "2.24.02.2.01"),
                (
                    "Perangkat daerah dengan nilai pengawasan kearsipan paling rendah Baik",
                    "Laporan pengawasan kearsipan",
                ),
                Ukur::Angka(
                    ("tertib", "Perangkat daerah tertib arsip", "perangkat daerah"),
                    ("diawasi", "Perangkat daerah yang diawasi", "perangkat daerah"),
                    40,
                    100,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "2.23.02",
            "Program Pembinaan Perpustakaan",
            ("Persentase Kenaikan Pengunjung Perpustakaan", jalur(dec!(4), dec!(12))),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Pengelolaan Perpustakaan Kota",
                    "Persentase Koleksi yang Dipinjam",
                    &[
                        sub(
                            3,
                            "Pengembangan Koleksi dan Layanan",
                            ("Jumlah Koleksi Baru", "Judul"),
                            1_400,
                            640,
                        ),
                        sub(
                            7,
                            "Layanan Perpustakaan Keliling",
                            ("Jumlah Kunjungan Perpustakaan Keliling", "Kunjungan"),
                            180,
                            210,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Pembudayaan Gemar Membaca",
                    "Persentase Kelurahan dengan Taman Baca",
                    &[sub(
                        1,
                        "Sosialisasi dan Pembinaan Pengelola Perpustakaan",
                        ("Jumlah Pengelola yang Dibina", "Orang"),
                        120,
                        190,
                    )],
                ),
            ],
        ),
        program(
            "2.24.02",
            "Program Pengelolaan Arsip",
            ("Persentase Arsip Bernilai Tetap yang Diselamatkan", jalur(dec!(40), dec!(75))),
            2,
            &[kegiatan(
                "2.01",
                "Pengelolaan Arsip Dinamis Daerah",
                "Persentase Berkas yang Terdaftar",
                &[
                    sub(
                        1,
                        "Penciptaan dan Penggunaan Arsip Dinamis",
                        ("Jumlah Perangkat Daerah yang Didampingi", "Perangkat Daerah"),
                        20,
                        150,
                    ),
                    sub(
                        4,
                        "Penyelamatan Arsip Bernilai Tetap",
                        ("Jumlah Arsip yang Diselamatkan", "Berkas"),
                        900,
                        130,
                    ),
                ],
            )],
        ),
    ],
    gaji: 5_600,
    bobot_pegawai: 6,
};

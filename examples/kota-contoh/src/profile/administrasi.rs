//! Offices that serve the government itself.

use rust_decimal::dec;

use super::{Bentuk, Profile, Ukur, iku, jalur, kegiatan, program, sasaran, sub, tujuan};

pub(super) static SETDA: Profile = Profile {
    kode: "4.01.0.00.0.00.01.0000",
    nama: "Sekretariat Daerah",
    singkatan: "Setda",
    akun: "setda",
    bentuk: Bentuk::SekretariatDaerah,
    tugas: "menyusun kebijakan, mengoordinasikan pelaksanaan tugas perangkat daerah, dan melayani administrasi pemerintahan",
    hal: "koordinasi pemerintahan dan kebijakan daerah",
    misi: 4,
    latar: "Sekretariat Daerah menjadi simpul bagi empat puluh perangkat daerah. Sebagian besar \
            pekerjaannya baru terlihat hasilnya pada perangkat daerah lain, sehingga ukurannya \
            dipilih pada hal-hal yang dapat ditelusuri: rancangan peraturan, standar pelayanan, dan \
            pengadaan.",
    bidang: [
        "Bagian Pemerintahan dan Kesejahteraan Rakyat",
        "Bagian Organisasi dan Hukum",
        "Bagian Perekonomian dan Pengadaan",
    ],
    isu: [
        (
            "Rancangan peraturan menumpuk pada akhir tahun",
            "Usulan perangkat daerah datang tanpa naskah penjelasan",
            "Harmonisasi menunggu jadwal yang tidak tetap",
        ),
        (
            "Mutu pelayanan antarperangkat daerah belum merata",
            "Standar pelayanan belum diperbarui menurut layanan daring",
            "Hasil survei kepuasan jarang dipakai untuk memperbaiki alur",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu tata kelola pemerintahan daerah",
        "Indeks Reformasi Birokrasi",
        "Indeks",
        jalur(dec!(61.4), dec!(74)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya mutu kebijakan dan kelembagaan daerah",
            "Menata tahapan penyusunan kebijakan sejak usulan",
            ["Kalender rancangan peraturan setiap triwulan", "Klinik naskah bagi perangkat daerah"],
            &[
                iku(
                    (
                        "Persentase Rancangan Peraturan yang Ditetapkan Sesuai Program",
                        "Rancangan ditetapkan",
                        "%",
                    ),
                    jalur(dec!(71), dec!(90)),
                    (1, "4.01.02.2.03"),
                    (
                        "Rancangan peraturan dalam program pembentukan yang ditetapkan pada tahun berkenaan",
                        "Register rancangan peraturan",
                    ),
                    Ukur::Arus(
                        ("ditetapkan", "Rancangan yang ditetapkan", "rancangan"),
                        ("diprogramkan", "Rancangan yang diprogramkan", "rancangan"),
                        84,
                    ),
                ),
                iku(
                    ("Indeks Kepuasan Masyarakat Tingkat Kota", "Kepuasan masyarakat", "Indeks"),
                    jalur(dec!(79.2), dec!(87)),
                    (1, "4.01.02.2.01"),
                    (
                        "Rata-rata nilai survei kepuasan pada unit pelayanan publik",
                        "Laporan survei kepuasan masyarakat",
                    ),
                    Ukur::Nilai,
                ),
            ],
        ),
        sasaran(
            "Meningkatnya kelancaran pengadaan dan pengendalian pembangunan",
            "Memajukan jadwal pengadaan ke awal tahun",
            ["Paket diumumkan sebelum tahun anggaran", "Pemantauan kontrak setiap bulan"],
            &[iku(
                ("Persentase Paket Pengadaan yang Selesai Tepat Waktu", "Paket tepat waktu", "%"),
                jalur(dec!(82), dec!(96)),
                (2, "4.01.03.2.03"),
                ("Paket yang serah terimanya tidak melewati kontrak", "Aplikasi pengadaan"),
                Ukur::Arus(
                    ("tepat", "Paket selesai tepat waktu", "paket"),
                    ("paket", "Paket berkontrak", "paket"),
                    640,
                ),
            )],
        ),
    ],
    program: &[
        program(
            "4.01.02",
            "Program Pemerintahan dan Kesejahteraan Rakyat",
            (
                "Persentase Kebijakan Pemerintahan dan Kesejahteraan yang Dilaksanakan",
                jalur(dec!(84), dec!(97)),
            ),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Administrasi Tata Pemerintahan",
                    "Persentase Laporan Penyelenggaraan Pemerintahan yang Lengkap",
                    &[
                        sub(
                            1,
                            "Penataan Administrasi Pemerintahan",
                            ("Jumlah Dokumen Penataan Administrasi Pemerintahan", "Dokumen"),
                            6,
                            420,
                        ),
                        sub(
                            3,
                            "Fasilitasi Pelaksanaan Otonomi Daerah",
                            ("Jumlah Laporan Fasilitasi Otonomi Daerah", "Laporan"),
                            4,
                            310,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Pelaksanaan Kebijakan Kesejahteraan Rakyat",
                    "Persentase Fasilitasi Kesejahteraan Rakyat yang Terlaksana",
                    &[
                        sub(
                            1,
                            "Fasilitasi Pengelolaan Bina Mental Spiritual",
                            ("Jumlah Kegiatan Keagamaan yang Difasilitasi", "Kegiatan"),
                            18,
                            5200,
                        ),
                        sub(
                            2,
                            "Pelaksanaan Kebijakan Kesejahteraan Sosial",
                            ("Jumlah Laporan Kebijakan Kesejahteraan Sosial", "Laporan"),
                            4,
                            640,
                        ),
                    ],
                ),
                kegiatan(
                    "2.03",
                    "Fasilitasi dan Koordinasi Hukum",
                    "Persentase Produk Hukum yang Diharmonisasi",
                    &[
                        sub(
                            1,
                            "Fasilitasi Penyusunan Produk Hukum Daerah",
                            ("Jumlah Produk Hukum yang Disusun", "Dokumen"),
                            84,
                            780,
                        ),
                        sub(
                            2,
                            "Fasilitasi Bantuan Hukum",
                            ("Jumlah Perkara yang Ditangani", "Perkara"),
                            12,
                            360,
                        ),
                    ],
                ),
            ],
        ),
        program(
            "4.01.03",
            "Program Perekonomian dan Pembangunan",
            (
                "Persentase Rekomendasi Pengendalian Pembangunan yang Dilaksanakan",
                jalur(dec!(76), dec!(94)),
            ),
            2,
            &[
                kegiatan(
                    "2.01",
                    "Pelaksanaan Kebijakan Perekonomian",
                    "Persentase Rekomendasi Pengendalian Inflasi yang Dilaksanakan",
                    &[sub(
                        2,
                        "Pengendalian dan Distribusi Perekonomian",
                        ("Jumlah Laporan Pengendalian Inflasi", "Laporan"),
                        12,
                        380,
                    )],
                ),
                kegiatan(
                    "2.02",
                    "Pelaksanaan Administrasi Pembangunan",
                    "Persentase Perangkat Daerah yang Melapor Tepat Waktu",
                    &[sub(
                        2,
                        "Pengendalian dan Evaluasi Program Pembangunan",
                        ("Jumlah Laporan Pengendalian Pembangunan", "Laporan"),
                        12,
                        290,
                    )],
                ),
                kegiatan(
                    "2.03",
                    "Pengelolaan Pengadaan Barang dan Jasa",
                    "Persentase Paket yang Diproses Sesuai Jadwal",
                    &[
                        sub(
                            1,
                            "Pengelolaan Pengadaan Barang dan Jasa",
                            ("Jumlah Paket yang Diproses", "Paket"),
                            640,
                            560,
                        ),
                        sub(
                            2,
                            "Pengelolaan Layanan Pengadaan secara Elektronik",
                            ("Jumlah Laporan Layanan Pengadaan Elektronik", "Laporan"),
                            12,
                            240,
                        ),
                    ],
                ),
            ],
        ),
    ],
    gaji: 38_000,
    bobot_pegawai: 24,
};

pub(super) static SETWAN: Profile = Profile {
    kode: "4.02.0.00.0.00.02.0000",
    nama: "Sekretariat Dewan Perwakilan Rakyat Daerah",
    singkatan: "Setwan",
    akun: "setwan",
    bentuk: Bentuk::SekretariatDprd,
    tugas: "menyelenggarakan administrasi kesekretariatan dan keuangan, mendukung tugas dan fungsi DPRD, serta menyediakan tenaga ahli",
    hal: "dukungan bagi tugas DPRD",
    misi: 4,
    latar: "DPRD Kota Contoh beranggotakan tiga puluh lima orang. Jadwal rapatnya padat pada masa \
            pembahasan anggaran, dan pada masa itulah risalah paling sering tertunda.",
    bidang: [
        "Bagian Persidangan dan Risalah",
        "Bagian Perundang-undangan",
        "Bagian Hubungan Masyarakat",
    ],
    isu: [
        (
            "Risalah rapat terlambat diterima anggota",
            "Rapat yang berurutan tidak menyisakan waktu penyuntingan",
            "Rekaman dan naskah disimpan terpisah",
        ),
        (
            "Aspirasi masyarakat belum tertelusuri tindak lanjutnya",
            "Hasil reses ditulis dengan bentuk yang berbeda-beda",
            "Perangkat daerah tidak wajib menjawab secara tertulis",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu dukungan bagi DPRD",
        "Indeks Kepuasan Anggota DPRD",
        "Indeks",
        jalur(dec!(76.5), dec!(86)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya ketepatan layanan persidangan",
            "Menyusun jadwal persidangan bersama alat kelengkapan",
            ["Risalah sementara pada hari yang sama", "Ruang kerja bersama bagi penyusun risalah"],
            &[
                iku(
                    (
                        "Persentase Risalah Rapat yang Selesai dalam Tujuh Hari",
                        "Risalah tepat waktu",
                        "%",
                    ),
                    jalur(dec!(68), dec!(92)),
                    (0, "4.02.02.2.01"),
                    (
                        "Risalah yang disahkan paling lambat tujuh hari kerja sesudah rapat",
                        "Buku agenda persidangan",
                    ),
                    Ukur::Arus(
                        ("tepat", "Risalah selesai tepat waktu", "risalah"),
                        ("rapat", "Rapat yang wajib berisalah", "rapat"),
                        212,
                    ),
                ),
                iku(
                    (
                        "Persentase Rancangan Peraturan Daerah yang Dibahas Sesuai Jadwal",
                        "Raperda sesuai jadwal",
                        "%",
                    ),
                    jalur(dec!(75), dec!(92)),
                    (1, "4.02.02.2.02"),
                    (
                        "Rancangan peraturan daerah yang pembahasannya selesai pada masa sidang yang dijadwalkan",
                        "Keputusan Badan Musyawarah",
                    ),
                    Ukur::Stok(
                        ("dibahas", "Rancangan selesai dibahas", "rancangan"),
                        ("jadwal", "Rancangan yang dijadwalkan", "rancangan"),
                        16,
                    ),
                ),
            ],
        ),
        sasaran(
            "Meningkatnya keterbukaan kerja DPRD",
            "Menyiarkan rapat terbuka dan tindak lanjut aspirasi",
            ["Rapat paripurna disiarkan langsung", "Daftar aspirasi yang dapat dicari warga"],
            &[iku(
                ("Persentase Aspirasi Reses yang Dijawab", "Aspirasi dijawab", "%"),
                jalur(dec!(41), dec!(75)),
                (2, "4.02.02.2.04"),
                ("Aspirasi hasil reses yang memperoleh jawaban tertulis", "Sistem aspirasi"),
                Ukur::Arus(
                    ("dijawab", "Aspirasi yang dijawab", "aspirasi"),
                    ("aspirasi", "Aspirasi yang diterima", "aspirasi"),
                    780,
                ),
            )],
        ),
    ],
    program: &[program(
        "4.02.02",
        "Program Dukungan Pelaksanaan Tugas dan Fungsi DPRD",
        ("Persentase Kegiatan DPRD yang Terdukung", jalur(dec!(88), dec!(98))),
        0,
        &[
            kegiatan(
                "2.01",
                "Pembentukan Peraturan Daerah dan Peraturan DPRD",
                "Persentase Rapat Pembentukan Peraturan yang Terlayani",
                &[
                    sub(
                        1,
                        "Penyusunan dan Pembahasan Program Pembentukan Peraturan Daerah",
                        ("Jumlah Dokumen Program Pembentukan Peraturan", "Dokumen"),
                        2,
                        680,
                    ),
                    sub(
                        2,
                        "Pembahasan Rancangan Peraturan Daerah",
                        ("Jumlah Rancangan Peraturan Daerah yang Dibahas", "Dokumen"),
                        16,
                        4200,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Pembahasan Kebijakan Anggaran",
                "Persentase Dokumen Anggaran yang Dibahas Tepat Waktu",
                &[
                    sub(
                        1,
                        "Pembahasan KUA dan PPAS",
                        ("Jumlah Dokumen KUA dan PPAS yang Dibahas", "Dokumen"),
                        2,
                        1150,
                    ),
                    sub(
                        3,
                        "Pembahasan APBD",
                        ("Jumlah Dokumen APBD yang Dibahas", "Dokumen"),
                        2,
                        1320,
                    ),
                ],
            ),
            kegiatan(
                "2.03",
                "Pengawasan Penyelenggaraan Pemerintahan",
                "Persentase Rekomendasi Pengawasan yang Disampaikan",
                &[sub(
                    1,
                    "Pengawasan Urusan Pemerintahan",
                    ("Jumlah Laporan Pengawasan", "Laporan"),
                    24,
                    3100,
                )],
            ),
            kegiatan(
                "2.04",
                "Penyerapan dan Penghimpunan Aspirasi Masyarakat",
                "Persentase Hasil Reses yang Didokumentasikan",
                &[
                    sub(3, "Pelaksanaan Reses", ("Jumlah Laporan Reses", "Laporan"), 105, 5400),
                    sub(
                        4,
                        "Publikasi dan Dokumentasi Dewan",
                        ("Jumlah Publikasi Dewan", "Publikasi"),
                        240,
                        890,
                    ),
                ],
            ),
        ],
    )],
    gaji: 31_000,
    bobot_pegawai: 10,
};

pub(super) static INSPEKTORAT: Profile = Profile {
    kode: "6.01.0.00.0.00.03.0000",
    nama: "Inspektorat Daerah",
    singkatan: "Inspektorat",
    akun: "inspektorat",
    bentuk: Bentuk::Inspektorat,
    tugas: "membina dan mengawasi pelaksanaan urusan pemerintahan yang menjadi kewenangan daerah dan tugas pembantuan",
    hal: "pengawasan internal",
    misi: 4,
    latar: "Inspektorat bergerak dari pemeriksaan sesudah kejadian menuju pendampingan sejak \
            perencanaan. Jumlah auditor belum sebanding dengan banyaknya objek pengawasan, sehingga \
            objek dipilih menurut risikonya.",
    bidang: [
        "Inspektur Pembantu Wilayah I",
        "Inspektur Pembantu Wilayah II",
        "Inspektur Pembantu Khusus",
    ],
    isu: [
        (
            "Rekomendasi pemeriksaan lambat ditindaklanjuti",
            "Penanggung jawab rekomendasi berganti sebelum selesai",
            "Bukti tindak lanjut dikirim tidak lengkap",
        ),
        (
            "Pengendalian intern belum menjadi kebiasaan perangkat daerah",
            "Daftar risiko disusun sekali dan tidak diperbarui",
            "Jumlah auditor bersertifikat belum mencukupi",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya akuntabilitas penyelenggaraan pemerintahan",
        "Nilai Maturitas Pengendalian Intern",
        "Nilai",
        jalur(dec!(2.6), dec!(3.4)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya tindak lanjut hasil pengawasan",
            "Memutakhirkan rekomendasi bersama setiap triwulan",
            [
                "Gelar tindak lanjut setiap triwulan",
                "Satu daftar rekomendasi untuk semua pemeriksa",
            ],
            &[
                iku(
                    (
                        "Persentase Rekomendasi Pemeriksaan yang Selesai Ditindaklanjuti",
                        "Rekomendasi selesai",
                        "%",
                    ),
                    jalur(dec!(72), dec!(90)),
                    (0, "6.01.02.2.01"),
                    (
                        "Rekomendasi yang berstatus selesai dari seluruh rekomendasi sampai dengan akhir periode",
                        "Daftar pemantauan tindak lanjut",
                    ),
                    Ukur::Stok(
                        ("selesai", "Rekomendasi selesai", "rekomendasi"),
                        ("rekomendasi", "Rekomendasi yang dipantau", "rekomendasi"),
                        486,
                    ),
                ),
                iku(
                    (
                        "Persentase Perangkat Daerah dengan Nilai Akuntabilitas Paling Rendah B",
                        "Perangkat daerah bernilai B",
                        "%",
                    ),
                    jalur(dec!(55), dec!(90)),
                    (1, "6.01.03.2.02"),
                    (
                        "Perangkat daerah yang hasil evaluasi akuntabilitas kinerjanya paling rendah berpredikat B",
                        "Laporan hasil evaluasi",
                    ),
                    Ukur::Angka(
                        (
                            "bernilai_b",
                            "Perangkat daerah bernilai paling rendah B",
                            "perangkat daerah",
                        ),
                        ("dievaluasi", "Perangkat daerah yang dievaluasi", "perangkat daerah"),
                        40,
                        100,
                    ),
                ),
            ],
        ),
        sasaran(
            "Menurunnya risiko penyimpangan",
            "Menangani pengaduan dengan tenggat yang tertulis",
            [
                "Pengaduan dijawab paling lambat empat belas hari",
                "Pendampingan pada pengadaan berisiko",
            ],
            &[iku(
                ("Persentase Pengaduan yang Selesai Ditangani", "Pengaduan selesai", "%"),
                jalur(dec!(78), dec!(95)),
                (2, "6.01.02.2.02"),
                (
                    "Pengaduan yang laporan penanganannya terbit pada periode berkenaan",
                    "Register pengaduan",
                ),
                Ukur::Arus(
                    ("ditangani", "Pengaduan selesai ditangani", "pengaduan"),
                    ("pengaduan", "Pengaduan yang memenuhi syarat", "pengaduan"),
                    46,
                ),
            )],
        ),
    ],
    program: &[
        program(
            "6.01.02",
            "Program Penyelenggaraan Pengawasan",
            ("Persentase Rencana Pengawasan yang Terlaksana", jalur(dec!(86), dec!(98))),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Penyelenggaraan Pengawasan Internal",
                    "Persentase Laporan Pengawasan yang Terbit Tepat Waktu",
                    &[
                        sub(
                            1,
                            "Pengawasan Kinerja Pemerintah Daerah",
                            ("Jumlah Laporan Pengawasan Kinerja", "Laporan"),
                            18,
                            860,
                        ),
                        sub(
                            2,
                            "Pengawasan Keuangan Pemerintah Daerah",
                            ("Jumlah Laporan Pengawasan Keuangan", "Laporan"),
                            26,
                            920,
                        ),
                        sub(
                            6,
                            "Monitoring dan Evaluasi Tindak Lanjut Hasil Pemeriksaan",
                            ("Jumlah Laporan Pemantauan Tindak Lanjut", "Laporan"),
                            4,
                            310,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Penyelenggaraan Pengawasan dengan Tujuan Tertentu",
                    "Persentase Penugasan Khusus yang Selesai",
                    &[
                        sub(
                            1,
                            "Penanganan Penyelesaian Kerugian Negara atau Daerah",
                            ("Jumlah Laporan Penyelesaian Kerugian", "Laporan"),
                            4,
                            140,
                        ),
                        sub(
                            2,
                            "Pengawasan dengan Tujuan Tertentu",
                            ("Jumlah Laporan Pengawasan Tujuan Tertentu", "Laporan"),
                            14,
                            480,
                        ),
                    ],
                ),
            ],
        ),
        program(
            "6.01.03",
            "Program Perumusan Kebijakan, Pendampingan, dan Asistensi",
            ("Persentase Perangkat Daerah yang Didampingi", jalur(dec!(48), dec!(85))),
            1,
            &[
                kegiatan(
                    "2.01",
                    "Perumusan Kebijakan Teknis di Bidang Pengawasan",
                    "Persentase Pedoman Pengawasan yang Diperbarui",
                    &[sub(
                        1,
                        "Perumusan Kebijakan Teknis di Bidang Pengawasan",
                        ("Jumlah Pedoman Pengawasan", "Dokumen"),
                        3,
                        120,
                    )],
                ),
                kegiatan(
                    "2.02",
                    "Pendampingan dan Asistensi",
                    "Persentase Pendampingan yang Menghasilkan Perbaikan",
                    &[
                        sub(
                            1,
                            "Pendampingan dan Asistensi Urusan Pemerintahan",
                            ("Jumlah Perangkat Daerah yang Didampingi", "Perangkat Daerah"),
                            20,
                            380,
                        ),
                        sub(
                            3,
                            "Koordinasi Pencegahan dan Pemberantasan Korupsi",
                            ("Jumlah Kegiatan Pencegahan Korupsi", "Kegiatan"),
                            6,
                            260,
                        ),
                    ],
                ),
            ],
        ),
    ],
    gaji: 12_500,
    bobot_pegawai: 6,
};

pub(super) static BAPPEDA: Profile = Profile {
    kode: "5.01.5.05.0.00.04.0000",
    nama: "Badan Perencanaan Pembangunan dan Riset Daerah",
    singkatan: "Bapperida",
    akun: "bapperida",
    bentuk: Bentuk::Badan,
    tugas: "melaksanakan fungsi penunjang urusan pemerintahan bidang perencanaan serta penelitian dan pengembangan",
    hal: "perencanaan pembangunan dan riset daerah",
    misi: 4,
    latar: "Perencanaan kota berjalan di antara dua arus: usulan warga dari musyawarah dan sasaran \
            lima tahunan. Yang diukur pada Badan ialah seberapa banyak dari keduanya sampai ke \
            anggaran dengan utuh.",
    bidang: [
        "Bidang Perencanaan, Pengendalian, dan Evaluasi",
        "Bidang Pemerintahan dan Pembangunan Manusia",
        "Bidang Riset dan Inovasi",
    ],
    isu: [
        (
            "Program perangkat daerah belum seluruhnya menuju sasaran kota",
            "Sasaran perangkat daerah disusun sebelum sasaran kota selesai",
            "Target tahunan tidak ditinjau ketika keadaan berubah",
        ),
        (
            "Hasil riset jarang dipakai dalam kebijakan",
            "Topik riset dipilih tanpa perangkat daerah penggunanya",
            "Inovasi berhenti ketika penggagasnya pindah tugas",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya mutu perencanaan pembangunan daerah",
        "Persentase Sasaran Kota yang Tercapai",
        "%",
        jalur(dec!(58), dec!(80)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya keselarasan perencanaan dan penganggaran",
            "Memeriksa keselarasan sebelum rancangan anggaran",
            ["Forum penajaman target setiap Maret", "Pemeriksaan silang Renja dan anggaran"],
            &[
                iku(
                    ("Persentase Program Renja yang Selaras dengan RKPD", "Program selaras", "%"),
                    jalur(dec!(83), dec!(98)),
                    (0, "5.01.02.2.01"),
                    (
                        "Program dalam Renja yang sasaran, target, dan pagunya sama dengan RKPD",
                        "Hasil verifikasi Renja",
                    ),
                    Ukur::Angka(
                        ("selaras", "Program yang selaras", "program"),
                        ("program", "Program yang diperiksa", "program"),
                        148,
                        100,
                    ),
                ),
                iku(
                    ("Persentase Usulan Musyawarah yang Masuk Anggaran", "Usulan dianggarkan", "%"),
                    jalur(dec!(31), dec!(48)),
                    (1, "5.01.03.2.01"),
                    (
                        "Usulan prioritas musyawarah perencanaan yang memperoleh anggaran",
                        "Sistem informasi perencanaan",
                    ),
                    Ukur::Angka(
                        ("dianggarkan", "Usulan yang dianggarkan", "usulan"),
                        ("usulan", "Usulan prioritas", "usulan"),
                        960,
                        100,
                    ),
                ),
            ],
        ),
        sasaran(
            "Meningkatnya pemanfaatan riset dan inovasi",
            "Memilih topik bersama perangkat daerah pengguna",
            ["Satu pengguna untuk setiap riset", "Klinik inovasi setiap bulan"],
            &[iku(
                ("Indeks Inovasi Daerah", "Inovasi daerah", "Indeks"),
                jalur(dec!(42.6), dec!(65)),
                (2, "5.05.02.2.01"),
                (
                    "Nilai hasil penilaian inovasi daerah oleh pihak luar",
                    "Laporan penilaian inovasi",
                ),
                Ukur::Komponen(&[
                    ("Kebijakan inovasi", 35),
                    ("Kematangan inovasi", 45),
                    ("Penyebaran inovasi", 20),
                ]),
            )],
        ),
    ],
    program: &[
        program(
            "5.01.02",
            "Program Perencanaan, Pengendalian, dan Evaluasi Pembangunan Daerah",
            (
                "Persentase Dokumen Perencanaan yang Ditetapkan Tepat Waktu",
                jalur(dec!(90), dec!(100)),
            ),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Penyusunan Perencanaan dan Pendanaan",
                    "Persentase Tahapan Perencanaan yang Sesuai Jadwal",
                    &[
                        sub(
                            2,
                            "Pelaksanaan Konsultasi Publik",
                            ("Jumlah Berita Acara Konsultasi Publik", "Dokumen"),
                            2,
                            240,
                        ),
                        sub(
                            4,
                            "Pelaksanaan Musrenbang Kota",
                            ("Jumlah Berita Acara Musrenbang", "Dokumen"),
                            1,
                            420,
                        ),
                        sub(
                            5,
                            "Penyiapan Bahan Koordinasi Musrenbang Kecamatan",
                            ("Jumlah Kecamatan yang Didampingi", "Kecamatan"),
                            12,
                            180,
                        ),
                    ],
                ),
                kegiatan(
                    "2.03",
                    "Pengendalian, Evaluasi, dan Pelaporan",
                    "Persentase Laporan Evaluasi yang Terbit Tepat Waktu",
                    &[sub(
                        2,
                        "Monitoring, Evaluasi, dan Penyusunan Laporan Berkala",
                        ("Jumlah Laporan Evaluasi Berkala", "Laporan"),
                        5,
                        310,
                    )],
                ),
            ],
        ),
        program(
            "5.01.03",
            "Program Koordinasi dan Sinkronisasi Perencanaan Pembangunan Daerah",
            ("Persentase Kesepakatan Koordinasi yang Dilaksanakan", jalur(dec!(79), dec!(95))),
            1,
            &[kegiatan(
                "2.01",
                "Koordinasi Perencanaan Bidang Pemerintahan dan Pembangunan Manusia",
                "Persentase Kesepakatan Lintas Bidang yang Ditindaklanjuti",
                &[
                    sub(
                        1,
                        "Koordinasi Penyusunan Dokumen Bidang Pemerintahan",
                        ("Jumlah Dokumen Koordinasi Bidang Pemerintahan", "Dokumen"),
                        3,
                        160,
                    ),
                    sub(
                        5,
                        "Koordinasi Penyusunan Dokumen Bidang Pembangunan Manusia",
                        ("Jumlah Dokumen Koordinasi Pembangunan Manusia", "Dokumen"),
                        3,
                        175,
                    ),
                ],
            )],
        ),
        program(
            "5.05.02",
            "Program Penelitian dan Pengembangan Daerah",
            ("Persentase Hasil Riset yang Dimanfaatkan", jalur(dec!(45), dec!(78))),
            2,
            &[kegiatan(
                "2.01",
                "Pengembangan Inovasi dan Teknologi",
                "Persentase Inovasi yang Masih Berjalan Sesudah Setahun",
                &[
                    sub(
                        1,
                        "Penelitian, Pengembangan, dan Perekayasaan",
                        ("Jumlah Laporan Riset", "Laporan"),
                        4,
                        520,
                    ),
                    sub(
                        3,
                        "Sosialisasi dan Diseminasi Hasil Riset",
                        ("Jumlah Forum Diseminasi", "Forum"),
                        3,
                        95,
                    ),
                ],
            )],
        ),
    ],
    gaji: 11_800,
    bobot_pegawai: 7,
};

pub(super) static BPKAD: Profile = Profile {
    kode: "5.02.0.00.0.00.05.0000",
    nama: "Badan Pengelolaan Keuangan dan Aset Daerah",
    singkatan: "BPKAD",
    akun: "bpkad",
    bentuk: Bentuk::Badan,
    tugas: "melaksanakan fungsi penunjang urusan pemerintahan bidang keuangan, khususnya perbendaharaan, akuntansi, dan aset",
    hal: "pengelolaan keuangan dan aset daerah",
    misi: 4,
    latar: "Laporan keuangan kota dinilai setiap tahun oleh pemeriksa eksternal. Catatan yang \
            berulang menyangkut aset: tanah tanpa sertifikat dan barang yang tidak ditemukan ketika \
            diinventarisasi.",
    bidang: [
        "Bidang Anggaran dan Perbendaharaan",
        "Bidang Akuntansi",
        "Bidang Barang Milik Daerah",
    ],
    isu: [
        (
            "Aset daerah belum seluruhnya berdokumen",
            "Tanah jalan dan sekolah belum bersertifikat",
            "Inventarisasi tidak diikuti pembaruan daftar",
        ),
        (
            "Pencairan menumpuk pada triwulan terakhir",
            "Dokumen tagihan diajukan tidak lengkap",
            "Rencana kas tidak mengikuti jadwal kegiatan",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya akuntabilitas keuangan daerah",
        "Indeks Pengelolaan Keuangan Daerah",
        "Indeks",
        jalur(dec!(68.2), dec!(80)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya mutu laporan keuangan daerah",
            "Mencocokkan catatan setiap bulan, bukan pada akhir tahun",
            ["Rekonsiliasi bulanan dengan perangkat daerah", "Reviu laporan sebelum diserahkan"],
            &[
                iku(
                    ("Opini atas Laporan Keuangan Pemerintah Daerah", "Opini", "Predikat"),
                    jalur(dec!(3), dec!(4)),
                    (1, "5.02.02.2.03"),
                    (
                        "Opini pemeriksa eksternal atas laporan keuangan tahun sebelumnya",
                        "Laporan hasil pemeriksaan",
                    ),
                    Ukur::Predikat("opini", &["TMP", "TW", "WDP", "WTP"]),
                ),
                iku(
                    (
                        "Persentase Surat Perintah Pencairan yang Terbit dalam Dua Hari",
                        "Pencairan dua hari",
                        "%",
                    ),
                    jalur(dec!(84), dec!(98)),
                    (0, "5.02.02.2.02"),
                    (
                        "Surat perintah pencairan dana yang terbit paling lambat dua hari kerja sesudah berkas lengkap",
                        "Aplikasi perbendaharaan",
                    ),
                    Ukur::Arus(
                        ("dua_hari", "Surat terbit dalam dua hari", "surat"),
                        ("surat", "Surat perintah pencairan dana", "surat"),
                        18_600,
                    ),
                ),
            ],
        ),
        sasaran(
            "Meningkatnya ketertiban aset daerah",
            "Menyertifikatkan tanah menurut urutan kegunaannya",
            ["Tanah sekolah dan puskesmas didahulukan", "Inventarisasi bergilir setiap tahun"],
            &[iku(
                ("Persentase Bidang Tanah Daerah yang Bersertifikat", "Tanah bersertifikat", "%"),
                jalur(dec!(46), dec!(78)),
                (2, "5.02.03.2.01"),
                ("Bidang tanah milik daerah yang bersertifikat", "Daftar barang milik daerah"),
                Ukur::Stok(
                    ("bersertifikat", "Bidang tanah bersertifikat", "bidang"),
                    ("bidang", "Bidang tanah milik daerah", "bidang"),
                    1_284,
                ),
            )],
        ),
    ],
    program: &[
        program(
            "5.02.02",
            "Program Pengelolaan Keuangan Daerah",
            ("Persentase Dokumen Anggaran yang Ditetapkan Tepat Waktu", jalur(dec!(92), dec!(100))),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Koordinasi dan Penyusunan Rencana Anggaran Daerah",
                    "Persentase Tahapan Anggaran yang Tepat Waktu",
                    &[
                        sub(
                            1,
                            "Koordinasi dan Penyusunan KUA dan PPAS",
                            ("Jumlah Dokumen KUA dan PPAS", "Dokumen"),
                            2,
                            380,
                        ),
                        sub(
                            5,
                            "Koordinasi, Penyusunan, dan Verifikasi DPA",
                            ("Jumlah DPA yang Diverifikasi", "Dokumen"),
                            40,
                            290,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Koordinasi dan Pengelolaan Perbendaharaan Daerah",
                    "Persentase Pencairan Sesuai Rencana Kas",
                    &[
                        sub(
                            1,
                            "Koordinasi dan Pengelolaan Kas Daerah",
                            ("Jumlah Laporan Kas Daerah", "Laporan"),
                            12,
                            340,
                        ),
                        sub(
                            5,
                            "Penatausahaan Pembiayaan Daerah",
                            ("Jumlah Laporan Pembiayaan", "Laporan"),
                            12,
                            120,
                        ),
                    ],
                ),
                kegiatan(
                    "2.03",
                    "Koordinasi dan Pelaksanaan Akuntansi dan Pelaporan",
                    "Persentase Perangkat Daerah yang Selesai Rekonsiliasi",
                    &[
                        sub(
                            1,
                            "Koordinasi Pelaksanaan Akuntansi Penerimaan dan Pengeluaran",
                            ("Jumlah Laporan Akuntansi", "Laporan"),
                            12,
                            260,
                        ),
                        sub(
                            3,
                            "Konsolidasi Laporan Keuangan Perangkat Daerah",
                            ("Jumlah Laporan Keuangan Konsolidasi", "Laporan"),
                            2,
                            410,
                        ),
                    ],
                ),
                kegiatan(
                    "2.04",
                    "Penunjang Urusan Kewenangan Pengelolaan Keuangan Daerah",
                    "Persentase Belanja Bantuan yang Tersalurkan",
                    &[sub(
                        1,
                        "Analisis Perencanaan dan Penyaluran Bantuan Keuangan",
                        ("Jumlah Laporan Penyaluran Bantuan", "Laporan"),
                        4,
                        96_000,
                    )],
                ),
            ],
        ),
        program(
            "5.02.03",
            "Program Pengelolaan Barang Milik Daerah",
            ("Persentase Barang Milik Daerah yang Tercatat Lengkap", jalur(dec!(81), dec!(96))),
            2,
            &[kegiatan(
                "2.01",
                "Pengelolaan Barang Milik Daerah",
                "Persentase Objek Inventarisasi yang Selesai",
                &[
                    sub(
                        4,
                        "Inventarisasi Barang Milik Daerah",
                        ("Jumlah Laporan Inventarisasi", "Laporan"),
                        4,
                        420,
                    ),
                    sub(
                        6,
                        "Pengamanan Barang Milik Daerah",
                        ("Jumlah Bidang Tanah yang Disertifikatkan", "Bidang"),
                        84,
                        1_600,
                    ),
                ],
            )],
        ),
    ],
    gaji: 15_200,
    bobot_pegawai: 9,
};

pub(super) static BAPENDA: Profile = Profile {
    kode: "5.02.0.00.0.00.06.0000",
    nama: "Badan Pendapatan Daerah",
    singkatan: "Bapenda",
    akun: "bapenda",
    bentuk: Bentuk::Badan,
    tugas: "melaksanakan fungsi penunjang urusan pemerintahan bidang keuangan, khususnya pendapatan daerah",
    hal: "pendapatan daerah",
    misi: 4,
    latar: "Pendapatan asli daerah bertumpu pada pajak bumi dan bangunan serta pajak restoran. \
            Basis datanya diperbarui dari kelurahan ke kelurahan, dan setiap kelurahan yang selesai \
            memunculkan objek yang sebelumnya tidak tercatat.",
    bidang: [
        "Bidang Pendataan dan Penetapan",
        "Bidang Penagihan",
        "Bidang Pengembangan Pendapatan",
    ],
    isu: [
        (
            "Piutang pajak bertambah setiap tahun",
            "Alamat wajib pajak lama tidak ditemukan",
            "Penagihan belum memilih piutang yang masih dapat ditagih",
        ),
        (
            "Basis data objek pajak tertinggal dari perkembangan kota",
            "Bangunan baru terdata sesudah izinnya terbit berbulan-bulan",
            "Usaha kecil berpindah tempat tanpa melapor",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya kemandirian keuangan daerah",
        "Rasio Pendapatan Asli Daerah terhadap Pendapatan Daerah",
        "%",
        jalur(dec!(18.4), dec!(26)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya penerimaan pajak dan retribusi",
            "Memperbarui basis data dan memudahkan pembayaran",
            [
                "Pembayaran melalui kanal daring",
                "Pemutakhiran objek tiga kelurahan setiap triwulan",
            ],
            &[
                iku(
                    ("Persentase Penerimaan Pajak terhadap Ketetapan", "Penerimaan pajak", "%"),
                    jalur(dec!(78), dec!(93)),
                    (0, "5.02.04.2.01"),
                    (
                        "Pajak yang diterima dari pajak yang ditetapkan pada periode berkenaan, dalam juta rupiah",
                        "Sistem informasi pajak",
                    ),
                    Ukur::Arus(
                        ("diterima", "Pajak diterima", "juta rupiah"),
                        ("ditetapkan", "Pajak ditetapkan", "juta rupiah"),
                        186_400,
                    ),
                ),
                iku(
                    ("Persentase Objek Pajak yang Termutakhirkan", "Objek mutakhir", "%"),
                    jalur(dec!(38), dec!(82)),
                    (0, "5.02.04.2.02"),
                    (
                        "Objek pajak bumi dan bangunan yang datanya diperiksa dalam tiga tahun terakhir",
                        "Basis data objek pajak",
                    ),
                    Ukur::Stok(
                        ("mutakhir", "Objek pajak termutakhirkan", "objek"),
                        ("objek", "Objek pajak terdaftar", "objek"),
                        142_300,
                    ),
                ),
            ],
        ),
        sasaran(
            "Menurunnya tunggakan pajak",
            "Menagih menurut umur piutang",
            ["Surat teguran otomatis", "Penghapusan piutang yang daluwarsa dengan berita acara"],
            &[iku(
                ("Rasio Piutang terhadap Ketetapan Pajak", "Rasio piutang", "%"),
                jalur(dec!(34), dec!(20)),
                (1, "5.02.04.2.03"),
                ("Piutang pajak pada akhir periode dari ketetapan setahun", "Buku piutang pajak"),
                Ukur::Stok(
                    ("piutang", "Piutang pajak", "juta rupiah"),
                    ("ketetapan", "Ketetapan pajak setahun", "juta rupiah"),
                    186_400,
                ),
            )],
        ),
    ],
    program: &[program(
        "5.02.04",
        "Program Pengelolaan Pendapatan Daerah",
        ("Persentase Target Pendapatan Asli Daerah yang Tercapai", jalur(dec!(88), dec!(100))),
        0,
        &[
            kegiatan(
                "2.01",
                "Kegiatan Pengelolaan Pendapatan Daerah",
                "Persentase Ketetapan yang Disampaikan Tepat Waktu",
                &[
                    sub(
                        1,
                        "Perencanaan Pengelolaan Pajak Daerah",
                        ("Jumlah Dokumen Rencana Pajak Daerah", "Dokumen"),
                        2,
                        260,
                    ),
                    sub(
                        8,
                        "Penetapan Wajib Pajak Daerah",
                        ("Jumlah Surat Ketetapan", "Surat"),
                        142_000,
                        1_150,
                    ),
                    sub(
                        9,
                        "Pelayanan dan Konsultasi Pajak Daerah",
                        ("Jumlah Wajib Pajak yang Dilayani", "Orang"),
                        24_000,
                        540,
                    ),
                ],
            ),
            kegiatan(
                "2.02",
                "Pendataan dan Pemutakhiran Objek Pajak",
                "Persentase Kelurahan yang Selesai Didata",
                &[
                    sub(
                        5,
                        "Pendataan dan Pendaftaran Objek Pajak",
                        ("Jumlah Objek Pajak yang Didata", "Objek"),
                        12_500,
                        1_380,
                    ),
                    sub(
                        6,
                        "Pengolahan, Pemeliharaan, dan Pelaporan Basis Data Pajak",
                        ("Jumlah Laporan Basis Data Pajak", "Laporan"),
                        12,
                        320,
                    ),
                ],
            ),
            kegiatan(
                "2.03",
                "Penagihan dan Pengendalian",
                "Persentase Piutang Lancar yang Tertagih",
                &[
                    sub(
                        12,
                        "Penagihan Pajak Daerah",
                        ("Jumlah Surat Teguran", "Surat"),
                        9_600,
                        480,
                    ),
                    sub(
                        13,
                        "Penyelesaian Keberatan Pajak Daerah",
                        ("Jumlah Keberatan yang Diselesaikan", "Keberatan"),
                        140,
                        160,
                    ),
                ],
            ),
        ],
    )],
    gaji: 14_300,
    bobot_pegawai: 9,
};

pub(super) static BKPSDM: Profile = Profile {
    kode: "5.03.5.04.0.00.07.0000",
    nama: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    singkatan: "BKPSDM",
    akun: "bkpsdm",
    bentuk: Bentuk::Badan,
    tugas: "melaksanakan fungsi penunjang urusan pemerintahan bidang kepegawaian serta pendidikan dan pelatihan",
    hal: "kepegawaian dan pengembangan kompetensi aparatur",
    misi: 4,
    latar: "Badan melayani delapan ribu pegawai. Setiap berkas pelayanan, setiap kasus disiplin, dan \
            setiap pelatihan dicatat dalam register, sehingga persentasenya dihitung dari catatan \
            satu per satu dan bukan dari rekapitulasi.",
    bidang: [
        "Bidang Mutasi dan Kepangkatan",
        "Bidang Penilaian Kinerja dan Disiplin",
        "Bidang Pengembangan Kompetensi",
    ],
    isu: [
        (
            "Pelayanan kepegawaian belum secepat yang dijanjikan",
            "Berkas usulan dikembalikan karena tidak lengkap",
            "Baku waktu belum sama untuk setiap jenis layanan",
        ),
        (
            "Pengembangan kompetensi belum merata",
            "Pelatihan lebih banyak diikuti pegawai di kantor pusat",
            "Pegawai di kecamatan dan puskesmas sulit meninggalkan tugas",
        ),
    ],
    tujuan: tujuan(
        "Meningkatnya profesionalitas aparatur",
        "Indeks Profesionalitas ASN",
        "Indeks",
        jalur(dec!(58.3), dec!(76)),
    ),
    sasaran: &[
        sasaran(
            "Meningkatnya mutu pelayanan kepegawaian",
            "Memeriksa kelengkapan berkas sejak di perangkat daerah",
            ["Baku waktu untuk setiap jenis layanan", "Pengelola kepegawaian di setiap kecamatan"],
            &[
                iku(
                    (
                        "Persentase Pelayanan Kepegawaian yang Tepat Waktu",
                        "Layanan tepat waktu",
                        "%",
                    ),
                    jalur(dec!(74), dec!(92)),
                    (0, "5.03.02.2.02"),
                    (
                        "Berkas pelayanan yang selesai paling lambat pada baku waktunya",
                        "Register pelayanan kepegawaian",
                    ),
                    Ukur::Register("pelayanan", "tepat_waktu"),
                ),
                iku(
                    ("Persentase Kasus Disiplin yang Selesai", "Kasus disiplin selesai", "%"),
                    jalur(dec!(66), dec!(88)),
                    (1, "5.03.02.2.04"),
                    (
                        "Kasus pelanggaran disiplin yang telah diputus pada periode berkenaan",
                        "Register kasus disiplin",
                    ),
                    Ukur::Register("disiplin", "selesai"),
                ),
            ],
        ),
        sasaran(
            "Meningkatnya kompetensi aparatur",
            "Membawa pelatihan ke tempat kerja",
            [
                "Pelatihan daring bagi kecamatan dan puskesmas",
                "Rencana pengembangan untuk setiap pegawai",
            ],
            &[
                iku(
                    ("Persentase Pegawai yang Mengikuti Pelatihan", "Pegawai dilatih", "%"),
                    jalur(dec!(16), dec!(34)),
                    (2, "5.04.02.2.01"),
                    (
                        "Pegawai yang menyelesaikan pelatihan dari seluruh pegawai yang wajib dilatih",
                        "Register pelatihan",
                    ),
                    Ukur::Peserta(
                        "diklat",
                        ("pegawai", "Pegawai yang wajib dilatih", "orang"),
                        1_480,
                    ),
                ),
                iku(
                    (
                        "Persentase Pejabat yang Sesuai dengan Peta Jabatan",
                        "Sesuai peta jabatan",
                        "%",
                    ),
                    jalur(dec!(70), dec!(88)),
                    (1, "5.03.02.2.03"),
                    (
                        "Pejabat pimpinan tinggi, administrator, dan fungsional yang kompetensinya \
                         sesuai dari seluruh formasi peta jabatan",
                        "Register peta jabatan",
                    ),
                    Ukur::Register("jabatan", "sesuai"),
                ),
                iku(
                    ("Indeks Sistem Merit", "Sistem merit", "Indeks"),
                    jalur(dec!(0.52), dec!(0.72)),
                    (1, "5.03.02.2.03"),
                    ("Indeks hasil penilaian penerapan sistem merit", "Keputusan hasil penilaian"),
                    Ukur::Nilai,
                ),
            ],
        ),
    ],
    program: &[
        program(
            "5.03.02",
            "Program Kepegawaian Daerah",
            ("Persentase Jabatan yang Terisi Sesuai Peta Jabatan", jalur(dec!(71), dec!(90))),
            0,
            &[
                kegiatan(
                    "2.01",
                    "Pengadaan, Pemberhentian, dan Informasi Kepegawaian ASN",
                    "Persentase Data Pegawai yang Mutakhir",
                    &[
                        sub(
                            1,
                            "Penyusunan Rencana Kebutuhan, Jenis, dan Jumlah Jabatan",
                            ("Jumlah Dokumen Rencana Kebutuhan", "Dokumen"),
                            1,
                            140,
                        ),
                        sub(
                            4,
                            "Koordinasi Pelaksanaan Administrasi Pemberhentian",
                            ("Jumlah Pegawai yang Diproses Pemberhentiannya", "Orang"),
                            210,
                            96,
                        ),
                        sub(
                            7,
                            "Pengelolaan Sistem Informasi Kepegawaian",
                            ("Jumlah Dokumen Data Kepegawaian", "Dokumen"),
                            12,
                            380,
                        ),
                    ],
                ),
                kegiatan(
                    "2.02",
                    "Mutasi dan Promosi ASN",
                    "Persentase Usulan Mutasi dan Pangkat yang Selesai",
                    &[
                        sub(
                            1,
                            "Pengelolaan Mutasi ASN",
                            ("Jumlah Pegawai yang Dimutasi", "Orang"),
                            320,
                            185,
                        ),
                        sub(
                            2,
                            "Pengelolaan Kenaikan Pangkat ASN",
                            ("Jumlah Keputusan Kenaikan Pangkat", "Keputusan"),
                            900,
                            160,
                        ),
                        sub(
                            3,
                            "Pengelolaan Promosi ASN",
                            ("Jumlah Dokumen Promosi", "Dokumen"),
                            4,
                            520,
                        ),
                    ],
                ),
                kegiatan(
                    "2.03",
                    "Pengembangan Kompetensi ASN",
                    "Persentase Perangkat Daerah dengan Rencana Pengembangan",
                    &[sub(
                        3,
                        "Pengelolaan Assessment Center",
                        ("Jumlah Pegawai yang Diuji Kompetensinya", "Orang"),
                        180,
                        640,
                    )],
                ),
                kegiatan(
                    "2.04",
                    "Penilaian dan Evaluasi Kinerja Aparatur",
                    "Persentase Pegawai yang Dinilai Tepat Waktu",
                    &[
                        sub(
                            1,
                            "Pelaksanaan Penilaian dan Evaluasi Kinerja Aparatur",
                            ("Jumlah Laporan Penilaian Kinerja", "Laporan"),
                            4,
                            110,
                        ),
                        sub(
                            4,
                            "Pembinaan Disiplin ASN",
                            ("Jumlah Kasus Disiplin yang Diproses", "Kasus"),
                            20,
                            130,
                        ),
                        sub(
                            5,
                            "Pengelolaan Tanda Jasa bagi Pegawai",
                            ("Jumlah Pegawai Penerima Tanda Jasa", "Orang"),
                            160,
                            120,
                        ),
                    ],
                ),
            ],
        ),
        program(
            "5.04.02",
            "Program Pengembangan Sumber Daya Manusia",
            ("Persentase Pejabat yang Lulus Pelatihan Kepemimpinan", jalur(dec!(52), dec!(80))),
            2,
            &[
                kegiatan(
                    "2.01",
                    "Pengembangan Kompetensi Teknis",
                    "Persentase Peserta Pelatihan Teknis yang Lulus",
                    &[sub(
                        1,
                        "Penyelenggaraan Pengembangan Kompetensi Teknis",
                        ("Jumlah Peserta Pelatihan Teknis", "Orang"),
                        1_400,
                        1_850,
                    )],
                ),
                kegiatan(
                    "2.02",
                    "Sertifikasi, Kelembagaan, dan Pengembangan Kompetensi Manajerial",
                    "Persentase Peserta Pelatihan Manajerial yang Lulus",
                    &[
                        sub(
                            3,
                            "Pengelolaan Kelembagaan dan Sertifikasi",
                            ("Jumlah Dokumen Sertifikasi", "Dokumen"),
                            3,
                            210,
                        ),
                        sub(
                            5,
                            "Penyelenggaraan Pelatihan Dasar dan Kepemimpinan",
                            ("Jumlah Peserta Pelatihan Dasar dan Kepemimpinan", "Orang"),
                            260,
                            3_100,
                        ),
                    ],
                ),
            ],
        ),
    ],
    gaji: 12_900,
    bobot_pegawai: 8,
};

pub(super) static KESBANGPOL: Profile = Profile {
    kode: "8.01.0.00.0.00.08.0000",
    nama: "Badan Kesatuan Bangsa dan Politik",
    singkatan: "Kesbangpol",
    akun: "kesbangpol",
    bentuk: Bentuk::Badan,
    tugas: "melaksanakan urusan pemerintahan umum di bidang kesatuan bangsa dan politik",
    hal: "kerukunan dan kewaspadaan masyarakat",
    misi: 5,
    latar: "Kota Contoh dihuni banyak suku dan agama, dan selama lima tahun terakhir hidup rukun. \
            Pekerjaan Badan karena itu lebih banyak mencegah daripada menangani, dan hasilnya \
            terlihat dari apa yang tidak terjadi.",
    bidang: [
        "Bidang Ideologi dan Wawasan Kebangsaan",
        "Bidang Politik dan Organisasi Kemasyarakatan",
        "Bidang Kewaspadaan Nasional",
    ],
    isu: [
        (
            "Kabar bohong menjelang pemilihan umum",
            "Forum warga belum menjangkau pengguna media sosial",
            "Laporan kewaspadaan dini dari kecamatan terlambat",
        ),
        (
            "Organisasi kemasyarakatan belum tertib administrasi",
            "Kepengurusan lama tidak diperbarui",
            "Bantuan belum disertai laporan penggunaan",
        ),
    ],
    tujuan: tujuan(
        "Terjaganya kerukunan warga kota",
        "Indeks Kerukunan Warga",
        "Indeks",
        jalur(dec!(71.2), dec!(80)),
    ),
    sasaran: &[sasaran(
        "Menurunnya potensi konflik sosial",
        "Mendeteksi dan menengahi perselisihan sejak dini",
        ["Forum kewaspadaan dini di dua belas kecamatan", "Mediasi paling lambat tiga hari"],
        &[
            iku(
                ("Konflik Sosial yang Tidak Tertangani", "Konflik tidak tertangani", "Kejadian"),
                jalur(dec!(2), dec!(0)),
                (2, "8.01.06.2.01"),
                (
                    "Kejadian konflik sosial yang belum ditengahi pada akhir triwulan",
                    "Laporan kewaspadaan dini",
                ),
                Ukur::Cacah,
            ),
            iku(
                (
                    "Persentase Organisasi Kemasyarakatan yang Tertib Administrasi",
                    "Organisasi tertib",
                    "%",
                ),
                jalur(dec!(57), dec!(82)),
                (1, "8.01.04.2.01"),
                (
                    "Organisasi terdaftar yang kepengurusan dan laporannya diperbarui",
                    "Register organisasi kemasyarakatan",
                ),
                Ukur::Stok(
                    ("tertib", "Organisasi tertib administrasi", "organisasi"),
                    ("terdaftar", "Organisasi terdaftar", "organisasi"),
                    168,
                ),
            ),
        ],
    )],
    program: &[
        program(
            "8.01.02",
            "Program Penguatan Ideologi Pancasila dan Karakter Kebangsaan",
            ("Persentase Sekolah yang Mengikuti Pendidikan Kebangsaan", jalur(dec!(34), dec!(70))),
            0,
            &[kegiatan(
                "2.01",
                "Perumusan Kebijakan Teknis Bidang Ideologi dan Wawasan Kebangsaan",
                "Persentase Peserta yang Memahami Materi",
                &[
                    sub(
                        3,
                        "Pelaksanaan Kebijakan Bidang Wawasan Kebangsaan",
                        ("Jumlah Peserta Pendidikan Kebangsaan", "Orang"),
                        600,
                        540,
                    ),
                    sub(
                        5,
                        "Pembentukan Paskibraka",
                        ("Jumlah Anggota Paskibraka", "Orang"),
                        70,
                        890,
                    ),
                ],
            )],
        ),
        program(
            "8.01.04",
            "Program Pemberdayaan dan Pengawasan Organisasi Kemasyarakatan",
            ("Persentase Organisasi yang Aktif Melapor", jalur(dec!(49), dec!(78))),
            1,
            &[kegiatan(
                "2.01",
                "Pemberdayaan dan Pengawasan Organisasi Kemasyarakatan",
                "Persentase Organisasi yang Dibina",
                &[
                    sub(
                        2,
                        "Pendaftaran dan Pembinaan Organisasi",
                        ("Jumlah Organisasi yang Dibina", "Organisasi"),
                        60,
                        280,
                    ),
                    sub(
                        4,
                        "Fasilitasi Bantuan Partai Politik",
                        ("Jumlah Laporan Bantuan Partai Politik", "Laporan"),
                        9,
                        1_450,
                    ),
                ],
            )],
        ),
        program(
            "8.01.06",
            "Program Peningkatan Kewaspadaan Nasional dan Penanganan Konflik Sosial",
            ("Persentase Laporan Kewaspadaan yang Ditindaklanjuti", jalur(dec!(80), dec!(97))),
            2,
            &[kegiatan(
                "2.01",
                "Pelaksanaan Kewaspadaan Dini dan Penanganan Konflik",
                "Persentase Kecamatan dengan Forum Aktif",
                &[
                    sub(
                        3,
                        "Pelaksanaan Kewaspadaan Dini",
                        ("Jumlah Laporan Kewaspadaan Dini", "Laporan"),
                        48,
                        620,
                    ),
                    sub(
                        4,
                        "Koordinasi Forum Kerukunan",
                        ("Jumlah Rapat Forum Kerukunan", "Rapat"),
                        12,
                        310,
                    ),
                ],
            )],
        ),
    ],
    gaji: 6_400,
    bobot_pegawai: 4,
};

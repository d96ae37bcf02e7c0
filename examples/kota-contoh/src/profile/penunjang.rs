//! The program that every office has, whatever else it does: planning, salaries, the house.

use super::{KegiatanPlan, kegiatan, sub};

/// The name that Permendagri 90/2019 gives it.
pub(crate) const NAMA: &str = "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota";

/// Its outcome.
pub(crate) const INDIKATOR: &str = "Persentase Layanan Penunjang yang Selesai Sesuai Jadwal";

/// The subkegiatan whose money is the salaries of the office, in the second kegiatan.
pub(crate) const GAJI: (&str, u16) = ("2.02", 1);

/// The kegiatan; money is for an office of middling size.
pub(crate) static KEGIATAN: [KegiatanPlan; 6] = [
    kegiatan(
        "2.01",
        "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
        "Persentase Dokumen Perencanaan dan Pelaporan yang Tepat Waktu",
        &[
            sub(
                1,
                "Penyusunan Dokumen Perencanaan Perangkat Daerah",
                ("Jumlah Dokumen Perencanaan Perangkat Daerah", "Dokumen"),
                4,
                32,
            ),
            sub(
                6,
                "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja",
                ("Jumlah Laporan Capaian Kinerja", "Laporan"),
                12,
                24,
            ),
            sub(
                7,
                "Evaluasi Kinerja Perangkat Daerah",
                ("Jumlah Laporan Evaluasi Kinerja", "Laporan"),
                4,
                18,
            ),
        ],
    ),
    kegiatan(
        "2.02",
        "Administrasi Keuangan Perangkat Daerah",
        "Persentase Pembayaran yang Tepat Waktu",
        &[
            sub(
                1,
                "Penyediaan Gaji dan Tunjangan ASN",
                ("Jumlah Orang yang Menerima Gaji dan Tunjangan ASN", "Orang/Bulan"),
                480,
                0,
            ),
            sub(
                5,
                "Koordinasi dan Penyusunan Laporan Keuangan Akhir Tahun",
                ("Jumlah Laporan Keuangan Akhir Tahun", "Laporan"),
                2,
                26,
            ),
        ],
    ),
    kegiatan(
        "2.05",
        "Administrasi Kepegawaian Perangkat Daerah",
        "Persentase Pegawai yang Mengikuti Pengembangan Kompetensi",
        &[
            sub(
                2,
                "Pengadaan Pakaian Dinas beserta Atribut Kelengkapannya",
                ("Jumlah Paket Pakaian Dinas", "Paket"),
                1,
                48,
            ),
            sub(
                9,
                "Pendidikan dan Pelatihan Pegawai Berdasarkan Tugas dan Fungsi",
                ("Jumlah Pegawai yang Mengikuti Pelatihan", "Orang"),
                24,
                86,
            ),
        ],
    ),
    kegiatan(
        "2.06",
        "Administrasi Umum Perangkat Daerah",
        "Persentase Kebutuhan Administrasi Umum yang Terpenuhi",
        &[
            sub(
                2,
                "Penyediaan Peralatan dan Perlengkapan Kantor",
                ("Jumlah Paket Peralatan dan Perlengkapan Kantor", "Paket"),
                2,
                124,
            ),
            sub(
                5,
                "Penyediaan Barang Cetakan dan Penggandaan",
                ("Jumlah Paket Barang Cetakan dan Penggandaan", "Paket"),
                2,
                42,
            ),
            sub(
                9,
                "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
                ("Jumlah Laporan Rapat Koordinasi dan Konsultasi", "Laporan"),
                12,
                215,
            ),
        ],
    ),
    kegiatan(
        "2.08",
        "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
        "Persentase Jasa Penunjang yang Tersedia",
        &[
            sub(
                2,
                "Penyediaan Jasa Komunikasi, Sumber Daya Air, dan Listrik",
                ("Jumlah Laporan Penyediaan Jasa Komunikasi, Air, dan Listrik", "Laporan"),
                12,
                168,
            ),
            sub(
                4,
                "Penyediaan Jasa Pelayanan Umum Kantor",
                ("Jumlah Laporan Penyediaan Jasa Pelayanan Umum Kantor", "Laporan"),
                12,
                342,
            ),
        ],
    ),
    kegiatan(
        "2.09",
        "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
        "Persentase Barang Milik Daerah dalam Keadaan Baik",
        &[
            sub(
                2,
                "Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, Pajak, dan Perizinan Kendaraan \
                 Dinas",
                ("Jumlah Kendaraan Dinas yang Dipelihara", "Unit"),
                14,
                136,
            ),
            sub(
                9,
                "Pemeliharaan atau Rehabilitasi Gedung Kantor",
                ("Jumlah Gedung Kantor yang Dipelihara", "Unit"),
                2,
                188,
            ),
        ],
    ),
];

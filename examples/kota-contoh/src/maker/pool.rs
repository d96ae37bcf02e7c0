//! Sentences that offices say about their indicators. `[…]` stands for what is the office's own.

use super::Maker;
use super::indikator::names;
use crate::profile::{IkuPlan, Ukur};

/// A sentence with the names of an indikator in it.
pub(super) fn fill(text: &str, maker: &Maker, iku: &IkuPlan) -> String {
    let lower = |it: &str| {
        let mut letters = it.chars();
        // Abbreviations and names of several capitals stay as they are.
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if second.is_lowercase() => {
                first.to_lowercase().chain([second]).chain(letters).collect()
            }
            _ => it.to_owned(),
        }
    };
    // Of a register the one name is what all of it is compared with, and not what is counted.
    let counted = match (iku.ukur, names(iku.ukur).first()) {
        (Ukur::Peserta(..), _) | (_, None) => iku.pendek,
        (_, Some((_, nama, _))) => nama,
    };
    text.replace("[unit]", maker.unit(iku.bidang))
        .replace("[kantor]", maker.sebutan())
        .replace("[hal]", maker.profile.hal)
        .replace("[pendek]", &lower(iku.pendek))
        .replace("[hitung]", &lower(counted))
        .replace("[sumber]", &lower(iku.sumber))
}

/// What is done in each quarter.
pub(super) const AKSI: [[&str; 5]; 4] = [
    [
        "Menetapkan penanggung jawab dan jadwal untuk [pendek]",
        "Menyusun data dasar dari [sumber]",
        "Rapat awal [unit] dengan perangkat daerah terkait",
        "Meninjau hasil tahun lalu mengenai [pendek]",
        "Menyiapkan petugas dan sarana [unit]",
    ],
    [
        "Melaksanakan tahap pertama dan mencatat [hitung]",
        "Pendampingan lapangan oleh [unit]",
        "Memeriksa kelengkapan [sumber]",
        "Pelatihan petugas yang menangani [pendek]",
        "Membuka layanan tambahan pada hari yang ramai",
    ],
    [
        "Evaluasi tengah tahun atas [pendek]",
        "Memperbaiki alur kerja menurut hasil semester pertama",
        "Memeriksa silang [sumber] dengan catatan perangkat daerah lain",
        "Pendampingan bagi yang tertinggal",
        "Menambah kunjungan ke kecamatan yang jauh",
    ],
    [
        "Menyelesaikan sisa pekerjaan dan menutup catatan [hitung]",
        "Evaluasi akhir tahun bersama [unit]",
        "Menyusun laporan dan bahan pembelajaran mengenai [pendek]",
        "Mengumumkan hasil kepada warga",
        "Menyiapkan target tahun berikutnya",
    ],
];

/// What is done in each quarter for a program or a kegiatan, and for the output of a subkegiatan.
pub(super) const AKSI_PROGRAM: [[&str; 3]; 4] = [
    [
        "Membagi target «[nama]» kepada setiap pelaksana",
        "Menetapkan kerangka acuan dan jadwal «[nama]»",
        "Rapat awal «[nama]» bersama para penanggung jawab",
    ],
    [
        "Rapat kemajuan bulanan atas «[nama]»",
        "Memeriksa keluaran setiap subkegiatan «[nama]»",
        "Menyelesaikan hambatan pengadaan pada «[nama]»",
    ],
    [
        "Meninjau target dan pagu «[nama]» menjelang perubahan anggaran",
        "Evaluasi tengah tahun atas «[nama]»",
        "Memindahkan tenaga ke bagian «[nama]» yang tertinggal",
    ],
    [
        "Evaluasi akhir «[nama]» dan usul target tahun berikutnya",
        "Menghimpun bukti dukung «[nama]» selama setahun",
        "Menyusun laporan kinerja «[nama]»",
    ],
];

pub(super) const AKSI_KELUARAN: [[&str; 4]; 4] = [
    [
        "Menyusun kerangka acuan kerja: [nama]",
        "Menetapkan pelaksana dan rincian belanja: [nama]",
        "Menyiapkan dokumen pengadaan: [nama]",
        "Menyusun jadwal bulanan: [nama]",
    ],
    [
        "Melaksanakan tahap pertama: [nama]",
        "Mencatat keluaran setiap bulan: [nama]",
        "Memeriksa kelengkapan berkas: [nama]",
        "Mengumpulkan data lapangan: [nama]",
    ],
    [
        "Memeriksa hasil sementara dan mempercepat yang tertinggal: [nama]",
        "Melanjutkan pelaksanaan menurut hasil semester pertama: [nama]",
        "Menata bukti dukung dan daftar hadir: [nama]",
        "Mencocokkan keluaran dengan belanja: [nama]",
    ],
    [
        "Menyelesaikan dan menyerahkan hasil: [nama]",
        "Menyusun laporan akhir: [nama]",
        "Memeriksa mutu keluaran: [nama]",
        "Menutup catatan dan mengarsipkan bukti dukung: [nama]",
    ],
];

pub(super) const PENDORONG: [&str; 14] = [
    "Pembagian tugas di [unit] ditata ulang sejak triwulan II",
    "Pencatatan [hitung] dilakukan setiap pekan, tidak lagi pada akhir triwulan",
    "Kecamatan ikut memantau [pendek] melalui rapat bulanan",
    "Petugas [unit] mengikuti pelatihan pada awal tahun",
    "Perubahan anggaran menambah biaya lapangan pada semester kedua",
    "Data dari [sumber] dapat dibaca bersama oleh semua pelaksana",
    "Layanan daring mengurangi antrean dan kesalahan berkas",
    "Kerja sama dengan perguruan tinggi menyediakan tenaga pendamping",
    "Pimpinan memeriksa kemajuan [pendek] setiap bulan",
    "Baku waktu ditempel di ruang kerja sehingga keterlambatan cepat diketahui",
    "Warga melapor lebih cepat melalui kanal pengaduan",
    "Pekerjaan besar dimulai pada Februari karena pengadaan dipercepat",
    "Kelurahan yang tertinggal didampingi satu per satu",
    "Pengalaman tahun lalu dipakai untuk memilih sasaran yang tepat",
];

pub(super) const PENGHAMBAT: [&str; 14] = [
    "Dua petugas [unit] pindah tugas dan belum digantikan",
    "Jaringan di kecamatan seberang belum tetap",
    "Hujan pada triwulan IV menunda pekerjaan lapangan",
    "Berkas dari perangkat daerah lain datang tidak lengkap",
    "Anggaran kegiatan baru dapat dipakai sesudah perubahan anggaran",
    "[kantor] masih memakai dua daftar yang isinya berbeda",
    "Warga pindahan tidak tercatat pada [sumber]",
    "Kendaraan lapangan terbatas dan dipakai bergantian",
    "Sebagian pelaksana merangkap tugas pada kegiatan lain",
    "Data pembanding terbit sesudah tahun berakhir",
    "Jadwal bersama dengan instansi luar beberapa kali berubah",
    "Bukti dukung masih disimpan dalam bentuk kertas",
    "Permintaan menumpuk pada bulan yang sama",
    "Pemahaman petugas baru tentang [pendek] belum sama",
];

pub(super) const PENYEBAB: [&str; 10] = [
    "Pekerjaan utama baru dimulai pada triwulan III, sehingga hasilnya belum terlihat penuh",
    "Target dinaikkan sesudah tahun lalu, sedangkan tenaga [unit] tetap",
    "Jumlah yang harus dilayani bertambah lebih cepat daripada [hitung]",
    "Kelambatan pada triwulan I tidak terkejar sampai akhir tahun",
    "Sebagian hasil tidak dapat dihitung karena buktinya tidak lengkap",
    "Kecamatan yang paling jauh belum terjangkau",
    "Pengadaan gagal sekali dan diulang pada semester kedua",
    "Kegiatan dialihkan untuk menangani keadaan darurat",
    "Perbaikan alur baru berlaku pada triwulan terakhir",
    "Definisi indikator diperjelas pada tengah tahun sehingga sebagian catatan dikeluarkan",
];

pub(super) const PERBAIKAN: [&str; 10] = [
    "Menetapkan batas waktu setiap tahap [pendek] dan memeriksanya setiap bulan",
    "Menambah satu regu [unit] untuk kecamatan yang tertinggal",
    "Memajukan pekerjaan lapangan ke triwulan I",
    "Meninjau target [pendek] dalam perubahan Renja",
    "Menyatukan [sumber] dengan daftar perangkat daerah lain",
    "Mewajibkan bukti dukung sebelum angka triwulan diterima",
    "Membuat perjanjian layanan dengan perangkat daerah pemasok data",
    "Mendampingi pelaksana dengan hasil terendah setiap dua pekan",
    "Menyelesaikan tunggakan tahun ini sebelum menerima yang baru",
    "Melatih petugas baru mengenai cara mencatat [hitung]",
];

pub(super) const PENERUSAN: [&str; 8] = [
    "Mempertahankan pencatatan pekanan dan memperluasnya ke semua kecamatan",
    "Menaikkan target [pendek] pada perencanaan berikutnya",
    "Menuliskan cara kerja [unit] sebagai prosedur tetap",
    "Membagikan pengalaman kepada perangkat daerah yang serupa",
    "Menyediakan cadangan petugas agar hasil tidak bergantung pada orang tertentu",
    "Memeriksa ulang catatan [hitung] dengan uji petik",
    "Mengumumkan hasil triwulanan kepada warga",
    "Mengalihkan tenaga ke indikator yang masih tertinggal",
];

/// A weakness that evaluations find, what they recommend, what is done about it, and the proof.
pub(super) const REKOMENDASI: [[&str; 4]; 12] = [
    [
        "Target tahunan belum ditinjau walaupun realisasi tahun lalu sudah melampauinya",
        "Meninjau target yang sudah terlampaui dalam perubahan Renja",
        "Target ditinjau bersama perencana kota",
        "Berita acara penajaman target",
    ],
    [
        "Rencana aksi belum memuat target triwulanan untuk semua indikator",
        "Melengkapi rencana aksi dengan target triwulanan",
        "Rencana aksi dilengkapi dan disahkan kembali",
        "Rencana aksi yang telah disahkan",
    ],
    [
        "Bukti dukung pengukuran disimpan terpisah dan sulit ditelusuri",
        "Menyimpan bukti dukung menurut indikator dan triwulan",
        "Bukti dukung triwulan I sampai III telah dikumpulkan dalam satu folder",
        "Daftar bukti dukung per indikator",
    ],
    [
        "Definisi operasional indikator belum sama pada semua pelaksana",
        "Menetapkan definisi operasional dalam keputusan kepala perangkat daerah",
        "Keputusan tentang definisi operasional telah ditetapkan",
        "Keputusan kepala perangkat daerah",
    ],
    [
        "Hasil pengukuran belum dipakai dalam rapat pimpinan",
        "Membahas capaian setiap triwulan dalam rapat pimpinan",
        "Rapat pimpinan triwulanan telah dilaksanakan",
        "Notula rapat pimpinan",
    ],
    [
        "Perjanjian kinerja belum diturunkan sampai pelaksana",
        "Menyusun perjanjian kinerja berjenjang sampai pelaksana",
        "Perjanjian kinerja pejabat pengawas telah ditandatangani",
        "Salinan perjanjian kinerja berjenjang",
    ],
    [
        "Laporan kinerja belum menjelaskan sebab tidak tercapainya target",
        "Menuliskan sebab dan upaya untuk setiap indikator yang tidak tercapai",
        "Analisis sebab ditambahkan pada laporan kinerja",
        "Laporan kinerja Bab III",
    ],
    [
        "Evaluasi internal belum dilakukan secara berkala",
        "Membentuk tim evaluasi internal dan menjadwalkannya",
        "Tim evaluasi internal telah dibentuk",
        "Keputusan pembentukan tim",
    ],
    [
        "Anggaran belum dipetakan kepada semua indikator kinerja utama",
        "Memetakan anggaran bagi setiap indikator dalam lampiran perjanjian kinerja",
        "Pemetaan anggaran telah disusun",
        "Lampiran perjanjian kinerja",
    ],
    [
        "Penghargaan dan pembinaan belum dikaitkan dengan capaian kinerja",
        "Memakai capaian kinerja sebagai dasar penghargaan dan pembinaan",
        "Kriteria penghargaan pegawai telah diperbarui",
        "Pedoman penghargaan pegawai",
    ],
    [
        "Pohon kinerja belum memperlihatkan peran perangkat daerah lain",
        "Melengkapi pohon kinerja dengan kebutuhan lintas perangkat daerah",
        "Pohon kinerja telah dibahas bersama perangkat daerah terkait",
        "Berita acara pembahasan pohon kinerja",
    ],
    [
        "Data kinerja antartahun tidak konsisten",
        "Menyusun satu buku data kinerja lima tahunan",
        "Buku data kinerja telah disusun",
        "Buku data kinerja",
    ],
];

/// What the second party finds when it supervises an agreement.
pub(super) const SUPERVISI: [&str; 5] = [
    "Kemajuan sesuai rencana; bukti dukung lengkap",
    "Sebagian target triwulan belum tercapai karena pengadaan terlambat",
    "Data realisasi perlu disesuaikan dengan sumbernya",
    "Kegiatan berjalan, penyerapan anggaran tertinggal",
    "Target tercapai lebih awal; pertahankan mutunya",
];

/// What is asked for.
pub(super) const ARAHAN: [&str; 4] = [
    "Percepat pengadaan dan laporkan setiap minggu",
    "Lengkapi bukti dukung sebelum triwulan berakhir",
    "Bahas bersama perangkat daerah terkait paling lambat dua minggu",
    "Sesuaikan jadwal pelaksanaan dengan sisa waktu",
];

/// What is found of an action.
pub(super) const TEMUAN: [&str; 8] = [
    "Dilaksanakan sesuai jadwal, dengan daftar hadir dan laporan",
    "Dilaksanakan; hasilnya sudah dipakai pada pengukuran",
    "Dilaksanakan sebagian, sisanya dijadwalkan ulang",
    "Pelaksanaan diperiksa di lapangan",
    "Keluaran cocok dengan daftar penerima dan bukti belanjanya",
    "Notula dan foto kegiatan tersedia; satu lampiran menyusul",
    "Jadwal bergeser dua pekan, hasilnya tetap dalam triwulan ini",
    "Catatan bulanan terisi dan diparaf penanggung jawab",
];

/// What stands in the way.
pub(super) const KENDALA: [&str; 7] = [
    "Pelaksana merangkap tugas lain",
    "Dokumen pengadaan belum lengkap",
    "Jadwal narasumber berubah",
    "Data dari unit lain datang terlambat",
    "Belanja menunggu perubahan anggaran",
    "Peserta yang hadir kurang dari undangan",
    "Cuaca menunda pekerjaan lapangan",
];

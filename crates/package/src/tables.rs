//! Every table of the package, declared once: file, meaning, key, and each field's meaning.
//!
//! The descriptions are Indonesian, because they become the reference and the schema that the
//! people who fill the tables read. References follow from the type of an id; `=> table` says it
//! where the type cannot.

use std::sync::LazyLock;

use selaras_domain::*;

use crate::read::{ReadRows, Rows};
use crate::rows::TableRows;
use crate::table::{Row, Table, canonical, record};

/// Declares the sections of `paket.toml`.
macro_rules! sections {
    ($( $section:ident: $record:ty, $about:literal { $($body:tt)+ } )+) => {
        $(record! { $record { $($body)+ } })+

        /// The canonical cells of a row of a section; `None` when it has a fault, which is reported,
        /// or when there is no such section.
        pub(crate) fn canonical_section(row: &mut Row<'_, '_>) -> Option<Vec<String>> {
            match row.table.name {
                $(stringify!($section) => canonical::<$record>(row),)+
                _ => None,
            }
        }

        /// The sections of `paket.toml`, in the order in which they are written.
        pub(crate) static SECTIONS: LazyLock<Vec<Table>> = LazyLock::new(|| {
            vec![$(Table::new::<$record>(stringify!($section), $about, &[])),+]
        });
    };
}

/// Declares the tables: `list: Record, "what it is", key [columns] { fields }`.
macro_rules! tables {
    ($( $list:ident: $record:ty, $about:literal, key [$($key:ident),*] { $($body:tt)+ } )+) => {
        $(record! { $record { $($body)+ } })+

        /// The canonical cells of a row of a table; `None` when it has a fault, which is reported,
        /// or when there is no such table.
        pub(crate) fn canonical_row(row: &mut Row<'_, '_>) -> Option<Vec<String>> {
            match row.table.name {
                $(stringify!($list) => canonical::<$record>(row),)+
                _ => None,
            }
        }

        /// The tables, in the order of the fields of [`Berkas`].
        pub(crate) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
            vec![$(Table::new::<$record>(
                stringify!($list),
                $about,
                &[$(stringify!($key)),*],
            )),+]
        });

        /// The rows of every table, as far as they could be read.
        pub(crate) struct Lists {
            $(pub(crate) $list: Rows<$record>,)+
        }

        impl Lists {
            pub(crate) fn read(tables: &mut impl ReadRows) -> Lists {
                Lists { $($list: tables.read(stringify!($list)),)+ }
            }

            /// `None` when a section is missing.
            pub(crate) fn into_berkas(
                self,
                sections: (Option<Pemda>, Option<PerangkatDaerah>, Option<Kebijakan>),
                narasi: Vec<Narasi>,
            ) -> Option<Berkas> {
                let (pemda, perangkat_daerah, kebijakan) = sections;
                Some(Berkas {
                    pemda: pemda?,
                    perangkat_daerah: perangkat_daerah?,
                    kebijakan: kebijakan?,
                    $($list: self.$list.items,)+
                    narasi,
                })
            }
        }

        /// The rows of each table that has any.
        pub(crate) fn write_lists(berkas: &Berkas) -> Vec<TableRows<'_>> {
            let mut tables = TABLES.iter();
            let mut lists = Vec::new();
            $(
                let table = tables.next().expect("one declaration makes both lists");
                lists.extend(TableRows::of::<$record>(table, &berkas.$list));
            )+
            lists
        }
    };
}

sections! {
    pemda: Pemda, "Pemerintah daerah." {
        jenis: "Jenis daerah; menentukan sebutan kepala daerah.",
        nama: "Nama daerah tanpa jenisnya, misalnya `Dumai`.",
        provinsi: "Nama provinsi.",
    }

    perangkat_daerah: PerangkatDaerah, "Perangkat daerah pelapor dan tahun laporannya." {
        kode: "Kode unit SKPD sebagaimana tercetak.",
        nama: "Nama lengkap perangkat daerah.",
        singkatan: "Singkatan nama perangkat daerah.",
        tahun: "Tahun yang dilaporkan.",
        jabatan_kepala: "Sebutan jabatan kepala, misalnya `Kepala Badan`.",
        bertanggung_jawab_kepada:
            "Kepada siapa kepala bertanggung jawab, misalnya `Wali Kota melalui Sekretaris \
             Daerah`.",
        tugas: "Tugas perangkat daerah: frasa sesudah «mempunyai tugas».",
        tempat: "Tempat dokumen ditandatangani.",
        tanggal_data: "Tanggal data dan dokumen yang dibuat darinya; Selaras tidak memakai jam.",
        asal,
    }

    kebijakan: Kebijakan, "Pilihan perangkat daerah di tempat peraturan memberi pilihan." {
        dasar: "Keputusan yang menetapkan pilihan ini, atau dokumen tempat pilihan ini dipakai.",
        rata_rata: "Rata-rata capaian yang dilaporkan; yang lain ditampilkan di sampingnya.",
        efisiensi: "Rumus efisiensi.",
        presisi_efisiensi: "Banyaknya desimal efisiensi." in 0..=10,
        skala_efisiensi: "Skala kategori efisiensi.",
        presisi_anggaran: "Banyaknya desimal persentase anggaran." in 0..=10,
        presisi_rata_rata: "Banyaknya desimal rata-rata capaian." in 0..=10,
        skala_rata_rata: "Skala untuk rata-rata program dan kegiatan.",
        lebar_subkegiatan: "Banyaknya angka kode subkegiatan pada katalog yang dipakai." in 2..=4,
        asal,
    }
}

tables! {
    kebijakan_indikator: KebijakanIndikator,
    "Cara mengukur setiap jenis indikator, kecuali indikator menetapkan sendiri.", key [jenis] {
        jenis: "Jenis indikator yang diatur.",
        cara,
        asal,
    }

    skala: Skala, "Skala predikat yang dipakai.", key [id] {
        id: "Kode skala.",
        nama: "Nama skala sebagaimana tercetak.",
        parameter: "Kode skala peraturan yang memuat pitanya; kosong bila pitanya pada pita.csv.",
        verifikasi: "Apakah skala sudah dicocokkan dengan naskah peraturannya.",
        asal,
    }

    pita: Pita,
    "Pita setiap skala: dari batas bawahnya sampai batas pita berikutnya.", key [skala, nomor] {
        skala: "Skala pemilik pita.",
        nomor: "Urutan pita sebagaimana tercetak; batasnya menurun atau menaik terus.",
        batas_bawah: "Batas bawah pita; kosong hanya pada pita terendah.",
        batas: "Apakah batas bawah termasuk pita ini.",
        predikat: "Predikat pita.",
        nilai: "Angka yang mewakili predikat, untuk target berupa predikat.",
        tertulis: "Rentang pita sebagaimana tercetak, misalnya `85% s.d. 100%`.",
        asal,
    }

    dokumen: DokumenSumber, "Dokumen asal fakta.", key [id] {
        id: "Kode dokumen, misalnya `renstra-2021`.",
        jenis: "Jenis dokumen.",
        judul: "Judul dokumen.",
        nomor: "Nomor dokumen.",
        tanggal: "Tanggal dokumen.",
        tahun: "Tahun pertama yang dicakup.",
        sampai: "Tahun terakhir yang dicakup, untuk rencana beberapa tahun.",
        penerbit: "Yang menerbitkan atau menandatangani.",
        mengubah: "Dokumen yang diubah oleh dokumen ini.",
        asal,
    }

    dasar_hukum: DasarHukum, "Dasar hukum yang disebut perangkat daerah.", key [bagian, nomor] {
        bagian: "Daftar tempat dasar hukum ini dicetak.",
        nomor: "Urutan dalam daftar." in 1..=9999,
        uraian: "Bunyi kutipan sebagaimana dicetak.",
        instrumen: "Kode peraturan itu di dalam Selaras, bila dikenal.",
        asal,
    }

    fungsi: Fungsi, "Fungsi perangkat daerah.", key [nomor] {
        nomor: "Urutan fungsi." in 1..=9999,
        uraian: "Bunyi fungsi.",
        asal,
    }

    unit_kerja: UnitKerja, "Susunan organisasi sebagai pohon.", key [id] {
        id: "Kode unit.",
        induk: "Unit di atasnya; kosong hanya pada kepala.",
        jenis: "Jenis unit.",
        nama: "Nama unit.",
        jabatan: "Jabatan yang memimpinnya.",
        asal,
    }

    pejabat: Pejabat, "Pejabat menurut masa jabatannya. NIP tidak dicatat.", key [id] {
        id: "Kode pejabat pada jabatan ini.",
        nama: "Nama dengan gelar.",
        jabatan: "Jabatan sebagaimana ditandatangani.",
        pangkat: "Pangkat sebagaimana ditandatangani.",
        status: "Cara memegang jabatan.",
        unit_kerja: "Unit yang dipimpin.",
        mulai: "Hari pertama pada jabatan ini.",
        sampai: "Hari terakhir pada jabatan ini.",
        asal,
    }

    isu_strategis: IsuStrategis, "Isu strategis dan rinciannya.", key [id] {
        id: "Kode isu.",
        induk: "Isu yang dirinci.",
        nomor: "Urutan di bawah induknya." in 1..=9999,
        uraian: "Bunyi isu.",
        asal,
    }

    proses_bisnis: ProsesBisnis, "Peta proses bisnis.", key [kelompok, nomor] {
        kelompok: "Kelompok proses, atau aktor yang meminta dan menerima.",
        nomor: "Urutan dalam kelompok." in 1..=9999,
        kode: "Kode proses; aktor tidak berkode.",
        nama: "Nama proses atau aktor.",
        asal,
    }

    visi: Visi, "Visi yang diacu.", key [id] {
        id: "Kode visi.",
        tingkat: "Visi siapa.",
        uraian: "Bunyi visi.",
        asal,
    }

    misi: Misi, "Misi setiap visi.", key [id] {
        id: "Kode misi.",
        visi: "Visi induknya.",
        nomor: "Nomor misi." in 1..=9999,
        uraian: "Bunyi misi.",
        dukungan: "Apakah tugas perangkat daerah mendukung misi ini.",
        asal,
    }

    tujuan: Tujuan, "Tujuan perangkat daerah.", key [id] {
        id: "Kode tujuan.",
        misi: "Misi yang didukung.",
        uraian: "Bunyi tujuan.",
        asal,
    }

    sasaran: Sasaran, "Sasaran setiap tujuan.", key [id] {
        id: "Kode sasaran.",
        tujuan: "Tujuan induknya.",
        uraian: "Bunyi sasaran.",
        asal,
    }

    strategi: Strategi, "Strategi setiap sasaran.", key [id] {
        id: "Kode strategi.",
        sasaran: "Sasaran yang dituju.",
        uraian: "Bunyi strategi.",
        program: "Program yang melaksanakannya.",
        asal,
    }

    arah_kebijakan: ArahKebijakan, "Arah kebijakan setiap strategi.", key [strategi, nomor] {
        strategi: "Strategi induknya.",
        nomor: "Urutan di bawah strategi." in 1..=9999,
        uraian: "Bunyi arah kebijakan.",
        asal,
    }

    indikator: Indikator,
    "Indikator: apa yang diukur, bagaimana dihitung dan dinilai.", key [id] {
        id: "Kode indikator, misalnya `iku-1`; tidak pernah berubah.",
        jenis: "Jenis indikator; cara ukurnya mengikuti kebijakan_indikator.csv.",
        pokok,
        nomor: "Urutan di bawah yang diukur." in 1..=9999,
        nama: "Nama indikator.",
        nama_pendek: "Nama pendek untuk tabel sempit dan grafik.",
        satuan: "Satuan, misalnya `%` atau `dokumen`.",
        polaritas: "Arah yang lebih baik.",
        skala_nilai: "Skala yang predikatnya menjadi nilai indikator, bila target berupa predikat.",
        definisi: "Definisi operasional.",
        rumus_tertulis: "Rumus sebagaimana dibaca orang.",
        formula: "Rumus atas variabel indikator ini, misalnya `selesai / usulan * 100`.",
        sumber_data: "Sumber data.",
        penanggung_jawab: "Penanggung jawab indikator.",
        cara,
        asal,
    }

    variabel: Variabel, "Variabel rumus setiap indikator.", key [indikator, id] {
        indikator: "Indikator pemilik rumus.",
        id: "Nama variabel di dalam rumus: huruf kecil, angka dan garis bawah.",
        nama: "Nama variabel sebagaimana dibaca orang.",
        satuan: "Satuan variabel.",
        asal,
    }

    nilai_variabel: NilaiVariabel,
    "Nilai variabel menurut tahun dan periode.", key [indikator, variabel, tahun, periode] {
        indikator: "Indikator pemilik variabel.",
        variabel: "Variabel indikator itu." => variabel,
        tahun: "Tahun nilai.",
        periode: "Periode nilai.",
        nilai: "Nilai; kosong bila tidak terbaca pada sumber.",
        verifikasi: "Apakah sudah diperiksa orang selain pengisinya.",
        asal,
    }

    komponen: Komponen, "Komponen indikator yang tersusun.", key [indikator, tahun, nomor] {
        indikator: "Indikator yang tersusun.",
        nomor: "Urutan komponen." in 1..=9999,
        nama: "Nama komponen.",
        bobot: "Bobot dalam persen." in 0..=100,
        tahun: "Tahun nilai.",
        nilai: "Nilai komponen; kosong bila tidak terbaca pada sumber.",
        asal,
    }

    register: Register, "Register: kasus yang dicacah atau dijumlahkan oleh rumus.", key [id] {
        id: "Nama register di dalam rumus: huruf kecil, angka dan garis bawah.",
        nama: "Nama register.",
        jenis: "Apa kasusnya; `lainnya` untuk register dengan keadaan sendiri.",
        periode_menurut: "Register layanan: hari yang menentukan periode sebuah kasus, juga pada \
                          pergantian tahun.",
        bawaan: "Register disiplin: apakah kasus tahun sebelumnya yang belum selesai pada 1 Januari \
                 ikut dihitung.",
        jp_minimal: "Register diklat: jam pelajaran yang harus dicapai seorang pegawai dalam \
                     setahun.",
        lengkap_sampai: "Hari terakhir yang kasusnya sudah lengkap; sesudahnya belum dihitung. Tidak \
                         dipakai register `lainnya`.",
        asal,
    }

    catatan_register: CatatanRegister,
    "Catatan register berjenis `lainnya`.", key [register, nomor] {
        register: "Register pemilik catatan.",
        nomor: "Nomor catatan.",
        tahun: "Tahun catatan.",
        triwulan: "Triwulan catatan.",
        status: "Keadaan catatan, dengan kata yang dipakai register itu.",
        nilai: "Nilai yang dijumlahkan.",
        asal,
    }

    alasan_register: AlasanRegister,
    "Alasan yang dapat disebut kasus sebuah register.", key [register, id] {
        register: "Register pemilik alasan.",
        id: "Kode alasan.",
        uraian: "Bunyi alasan.",
        asal,
    }

    jenis_layanan: JenisLayanan, "Jenis layanan sebuah register.", key [register, id] {
        register: "Register layanan.",
        id: "Kode jenis layanan.",
        nama: "Nama jenis layanan.",
        asal,
    }

    sop_layanan: SopLayanan,
    "Standar setiap jenis layanan menurut hari mulai berlakunya.", key [register, layanan, berlaku] {
        register: "Register layanan.",
        layanan: "Jenis layanan yang diatur." => jenis_layanan,
        berlaku: "Kasus yang diterima sejak hari ini mengikuti standar ini.",
        batas: "Banyaknya hari paling lama." in 1..=3650,
        hitungan: "Hari yang dihitung.",
        jeda: "Selama apa waktu berhenti dihitung.",
        persyaratan: "Berkas yang harus dilampirkan pemohon.",
        asal,
    }

    kasus_layanan: KasusLayanan, "Kasus register layanan.", key [register, nomor] {
        register: "Register pemilik kasus.",
        nomor: "Nomor kasus." in 1..=9999999,
        layanan: "Jenis layanan yang diminta." => jenis_layanan,
        pemohon: "Pemohon sebagaimana disebut kantor; jangan NIP.",
        diterima: "Hari berkas diterima.",
        dikembalikan: "Hari berkas dikembalikan kepada pemohon.",
        dilengkapi: "Hari berkas kembali lengkap.",
        diteruskan: "Hari berkas diteruskan kepada instansi yang memutuskan.",
        kembali: "Hari berkas kembali dari instansi itu.",
        selesai: "Hari keputusan, atau hari berakhir tanpa keputusan.",
        hasil: "Bagaimana layanan berakhir.",
        keputusan: "Nomor surat keputusan.",
        alasan: "Mengapa terlambat." => alasan_register,
        asal,
    }

    populasi_jabatan: PopulasiJabatan,
    "Jenjang jabatan yang dihitung sebuah register; kosong berarti semua.", key [register, jenjang] {
        register: "Register jabatan.",
        jenjang: "Jenjang yang dihitung.",
        asal,
    }

    jabatan: Jabatan, "Peta jabatan.", key [register, id] {
        register: "Register jabatan.",
        id: "Kode jabatan.",
        nama: "Nama jabatan.",
        unit_kerja: "Unit tempat jabatan itu.",
        jenjang: "Jenjang jabatan.",
        formasi: "Banyaknya orang menurut peta jabatan." in 1..=9999,
        kompetensi: "Kompetensi yang disyaratkan.",
        mulai: "Hari pertama jabatan ada pada peta.",
        sampai: "Hari terakhir jabatan ada pada peta.",
        asal,
    }

    pemangku_jabatan: PemangkuJabatan,
    "Pemangku setiap jabatan menurut masanya.", key [register, jabatan, nomor] {
        register: "Register jabatan.",
        jabatan: "Jabatan yang dipangku." => jabatan,
        nomor: "Urutan pemangku jabatan itu." in 1..=9999,
        pegawai: "Pemangku sebagaimana disebut kantor; jangan NIP.",
        mulai: "Hari pertama pada jabatan itu.",
        sampai: "Hari terakhir pada jabatan itu.",
        kompetensi: "Kompetensi yang dimiliki.",
        kesesuaian: "Apakah kompetensinya sesuai dengan yang disyaratkan; kosong bila belum dinilai.",
        keputusan: "Nomor surat keputusan pengangkatan.",
        asal,
    }

    kasus_disiplin: KasusDisiplin, "Kasus register disiplin.", key [register, nomor] {
        register: "Register pemilik kasus.",
        nomor: "Nomor kasus." in 1..=9999999,
        pegawai: "Yang diperiksa sebagaimana disebut kantor; jangan NIP.",
        pelanggaran: "Pelanggaran yang dilaporkan.",
        tingkat: "Tingkat pelanggaran.",
        dilaporkan: "Hari dilaporkan.",
        diperiksa: "Hari pemeriksaan dimulai.",
        selesai: "Hari keputusan terbit; hanya keputusan yang menyelesaikan kasus.",
        hasil: "Bagaimana kasus berakhir.",
        keputusan: "Nomor surat keputusan.",
        alasan: "Mengapa lama." => alasan_register,
        asal,
    }

    peserta_diklat: PesertaDiklat,
    "Pegawai pada setiap diklat; yang dicacah orangnya, bukan kehadirannya.", key [register, nomor] {
        register: "Register diklat.",
        nomor: "Nomor keikutsertaan." in 1..=9999999,
        pegawai: "Pegawai sebagaimana disebut kantor, selalu sama; jangan NIP.",
        diklat: "Nama diklat.",
        mulai: "Hari pertama.",
        selesai: "Hari terakhir; kosong bila tidak diselesaikan.",
        jp: "Jam pelajaran." in 1..=9999,
        sertifikat: "Nomor sertifikat.",
        asal,
    }

    hari_libur: HariLibur, "Hari libur dan cuti bersama: bukan hari kerja.", key [tanggal] {
        tanggal: "Hari libur.",
        nama: "Nama hari libur.",
        asal,
    }

    target: Target,
    "Target sebagaimana dinyatakan setiap dokumen.", key [indikator, dokumen, tahun, periode, jenis]
    {
        indikator: "Indikator yang ditarget.",
        dokumen: "Dokumen yang menyatakannya.",
        tahun: "Tahun target.",
        periode: "Periode target.",
        jenis: "Target, atau kondisi awal sebelum rencana dimulai.",
        nilai,
        asal,
    }

    realisasi: Realisasi,
    "Realisasi yang dinyatakan, bukan dihitung dari variabel.", key [indikator, tahun, periode] {
        indikator: "Indikator yang direalisasikan.",
        tahun: "Tahun realisasi.",
        periode: "Periode realisasi.",
        nilai,
        verifikasi: "Apakah sudah diperiksa orang selain pengisinya.",
        asal,
    }

    program_kegiatan: ProgramKegiatan,
    "Pohon urusan, program, kegiatan dan subkegiatan.", key [id] {
        id: "Kode baris yang tidak pernah berubah; `total` untuk seluruh perangkat daerah.",
        induk: "Baris di atasnya.",
        jenjang: "Jenjang baris.",
        nomor: "Nomor sebagaimana tercetak, misalnya `2.1.3`.",
        kode: "Kode nomenklatur; kosong bila sumber tidak memuatnya.",
        nama: "Nama baris.",
        lokasi: "Lokasi pelaksanaan.",
        kelompok_sasaran: "Kelompok sasaran.",
        penanggung_jawab: "Penanggung jawab.",
        asal,
    }

    pagu: Pagu,
    "Pagu sebagaimana dinyatakan setiap dokumen.", key [baris, dokumen, tahun] {
        baris: "Baris program, kegiatan atau subkegiatan.",
        dokumen: "Dokumen yang menyatakannya; jenisnya menunjukkan tahapannya.",
        tahun: "Tahun anggaran.",
        jumlah: "Jumlah rupiah; kosong bila tidak terbaca pada sumber.",
        asal,
    }

    sumber_dana: SumberDana, "Sumber dana setiap baris.", key [baris, dokumen, nomor] {
        baris: "Baris yang didanai.",
        dokumen: "Dokumen yang menyatakannya.",
        nomor: "Urutan sumber dana." in 1..=9999,
        nama: "Nama sumber dana.",
        jumlah: "Jumlah rupiah, bila dirinci.",
        asal,
    }

    realisasi_anggaran: RealisasiAnggaran,
    "Realisasi belanja setiap baris menurut periode.", key [baris, tahun, periode] {
        baris: "Baris program, kegiatan atau subkegiatan.",
        tahun: "Tahun anggaran.",
        periode: "Periode realisasi.",
        jumlah: "Jumlah rupiah; kosong bila tidak terbaca pada sumber.",
        asal,
    }

    belanja: Belanja,
    "Pagu dan realisasi seluruh perangkat daerah menurut jenis belanja.",
    key [jenis, dokumen, tahun] {
        jenis: "Jenis belanja.",
        dokumen: "Dokumen yang menyatakannya.",
        tahun: "Tahun anggaran.",
        pagu: "Pagu; kosong bila tidak terbaca pada sumber.",
        realisasi: "Realisasi; kosong bila tidak terbaca pada sumber.",
        asal,
    }

    pemetaan_anggaran: PemetaanAnggaran,
    "Baris anggaran yang mendukung setiap indikator, untuk efisiensi.", key [indikator, baris] {
        indikator: "Indikator yang didukung.",
        baris: "Baris anggaran.",
        tanda: "Apakah anggarannya ditambahkan atau dikurangkan.",
        asal,
    }

    crosscutting: Crosscutting,
    "Kinerja perangkat daerah atau unit lain yang dibutuhkan bagian pohon kinerja.", key [nomor] {
        nomor: "Urutan." in 1..=9999,
        pokok,
        mitra,
        dukungan: "Kinerja yang dibutuhkan dari mitra, misalnya `data wajib pajak yang mutakhir`.",
        asal,
    }

    perjanjian_kinerja: PerjanjianKinerja,
    "Perjanjian kinerja; lampirannya adalah target dan pagu dari dokumen yang sama.", key [id] {
        id: "Kode perjanjian.",
        dokumen: "Dokumen perjanjian itu.",
        tahun: "Tahun perjanjian.",
        mengubah: "Perjanjian yang digantikan.",
        alasan: "Alasan perubahan.",
        pihak_pertama: "Yang berjanji.",
        pihak_kedua: "Atasan yang menerima janji; kosong bila kepala daerah.",
        tempat: "Tempat ditandatangani.",
        status,
        asal,
    }

    supervisi_perjanjian: SupervisiPerjanjian,
    "Supervisi dan evaluasi pihak kedua atas perjanjian.", key [perjanjian, nomor] {
        perjanjian: "Perjanjian yang disupervisi.",
        nomor: "Urutan supervisi." in 1..=9999,
        periode: "Periode yang dievaluasi.",
        tanggal: "Hari supervisi.",
        hasil: "Apa yang ditemukan.",
        arahan: "Apa yang diminta dari pihak pertama.",
        asal,
    }

    keputusan_perjanjian: KeputusanPerjanjian,
    "Penghargaan dan sanksi yang diputuskan atas perjanjian.", key [perjanjian, nomor] {
        perjanjian: "Perjanjian yang dinilai.",
        nomor: "Urutan keputusan." in 1..=9999,
        tanggal: "Hari keputusan.",
        jenis: "Penghargaan, atau sanksi.",
        uraian: "Bunyi penghargaan atau sanksi.",
        keputusan: "Nomor surat keputusan.",
        asal,
    }

    rencana_aksi: RencanaAksi,
    "Rencana aksi setiap indikator menurut triwulan.", key [indikator, tahun, periode, nomor] {
        indikator: "Indikator yang didukung aksi.",
        tahun: "Tahun aksi.",
        periode: "Periode aksi.",
        nomor: "Urutan aksi." in 1..=9999,
        aksi: "Apa yang dilakukan.",
        target: "Target indikator pada periode itu.",
        penanggung_jawab: "Penanggung jawab aksi.",
        asal,
    }

    monev_aksi: MonevAksi,
    "Pemantauan dan evaluasi setiap aksi.", key [indikator, tahun, periode, nomor] {
        indikator: "Indikator yang didukung aksi.",
        tahun: "Tahun aksi.",
        periode: "Periode aksi.",
        nomor: "Urutan aksi pada rencana aksi." in 1..=9999 => rencana_aksi,
        status: "Sejauh mana aksi terlaksana.",
        tanggal: "Hari terakhir dipantau.",
        pelaksana: "Yang melaksanakan.",
        temuan: "Apa yang ditemukan.",
        kendala: "Yang menghambat.",
        tindak_lanjut: "Yang dilakukan atas kendala itu.",
        asal,
    }

    faktor: Faktor,
    "Faktor pendorong, penghambat dan penyebab.", key [indikator, tahun, jenis, nomor] {
        indikator: "Indikator yang dianalisis.",
        tahun: "Tahun analisis.",
        jenis: "Jenis faktor.",
        nomor: "Urutan faktor." in 1..=9999,
        uraian: "Bunyi faktor.",
        register: "Register yang kasusnya menyebut faktor ini sebagai alasan.",
        alasan: "Alasan pada register itu; banyaknya kasus dihitung sendiri." => alasan_register,
        asal,
    }

    tindak_lanjut: TindakLanjut,
    "Tindak lanjut atas capaian indikator.", key [indikator, tahun, nomor] {
        indikator: "Indikator yang ditindaklanjuti.",
        tahun: "Tahun analisis.",
        nomor: "Urutan tindak lanjut." in 1..=9999,
        uraian: "Apa yang akan dilakukan.",
        penanggung_jawab: "Penanggung jawab tindak lanjut.",
        batas_waktu: "Batas waktunya.",
        asal,
    }

    pembanding: Pembanding,
    "Nilai pembanding, misalnya nasional; semuanya kosong dengan keterangan berarti tidak ada.",
    key [indikator, tingkat, nomor] {
        indikator: "Indikator yang dibandingkan; kosong untuk seluruh perangkat daerah.",
        nomor: "Urutan pembanding." in 1..=9999,
        tingkat: "Tingkat pembanding.",
        sasaran: "Sasaran yang diukur indikator pembanding, misalnya sasaran nasional.",
        nama: "Nama indikator pembanding.",
        pemilik: "Pemilik indikator pembanding.",
        satuan: "Satuan pembanding.",
        tahun_target: "Tahun target pembanding.",
        target: "Target pembanding.",
        tahun_realisasi: "Tahun realisasi pembanding.",
        realisasi: "Realisasi pembanding.",
        nama_sendiri: "Indikator sendiri yang dibandingkan, bila bukan salah satu `indikator`.",
        realisasi_sendiri: "Realisasi indikator sendiri itu.",
        keterangan: "Keterangan, misalnya bahwa pembanding tidak ada.",
        asal,
    }

    evaluasi: Evaluasi, "Hasil evaluasi oleh pihak lain.", key [id] {
        id: "Kode evaluasi.",
        jenis: "Apa yang dievaluasi.",
        tahun: "Tahun yang dievaluasi.",
        dokumen: "Surat atau keputusan yang menyatakannya.",
        penilai: "Siapa yang menilai.",
        nilai: "Nilai.",
        indeks: "Indeks.",
        predikat: "Predikat sebagaimana tercetak.",
        arti: "Arti predikat sebagaimana tercetak.",
        asal,
    }

    komponen_evaluasi: KomponenEvaluasi, "Nilai komponen evaluasi.", key [evaluasi, nomor] {
        evaluasi: "Evaluasi pemilik komponen.",
        nomor: "Urutan komponen." in 1..=9999,
        nama: "Nama komponen.",
        bobot: "Bobot komponen.",
        nilai: "Nilai komponen; kosong bila tidak terbaca pada sumber.",
        asal,
    }

    rekomendasi: Rekomendasi, "Kelemahan dan rekomendasi evaluasi.", key [id] {
        id: "Kode rekomendasi.",
        evaluasi: "Evaluasi yang memberikannya.",
        nomor: "Urutan rekomendasi." in 1..=9999,
        kelemahan: "Kelemahan yang ditemukan.",
        uraian: "Bunyi rekomendasi.",
        asal,
    }

    tindak_lanjut_rekomendasi: TindakLanjutRekomendasi,
    "Tindak lanjut atas rekomendasi.", key [rekomendasi, nomor] {
        rekomendasi: "Rekomendasi yang ditindaklanjuti.",
        nomor: "Urutan tindak lanjut." in 1..=9999,
        uraian: "Apa yang telah dilakukan.",
        tanggal: "Tanggal dilakukan.",
        bukti_dukung: "Bukti dukungnya.",
        asal,
    }

    penghargaan: Penghargaan, "Penghargaan yang diterima.", key [tahun, nomor] {
        tahun: "Tahun penghargaan.",
        nomor: "Urutan penghargaan." in 1..=9999,
        jenis: "Jenis penghargaan.",
        prestasi: "Prestasi yang dihargai.",
        tingkat: "Tingkat penghargaan.",
        pemberi: "Pemberi penghargaan.",
        tanggal: "Tanggal penghargaan.",
        dokumen: "Piagam atau keputusannya.",
        asal,
    }

    diktum: Diktum, "Diktum keputusan.", key [dokumen, nomor] {
        dokumen: "Keputusan yang memuatnya.",
        nomor: "Urutan diktum." in 1..=9999,
        uraian: "Bunyi diktum.",
        asal,
    }

    pengecualian_temuan: PengecualianTemuan,
    "Temuan pemeriksaan yang dikesampingkan pejabat yang berwenang.", key [kode, objek] {
        kode: "Kode pemeriksaan, misalnya `UKR003`.",
        objek: "Tabel dan kunci baris yang dikenai temuan, misalnya `indikator/iku-1`.",
        alasan: "Mengapa temuan itu dapat diterima.",
        oleh: "Nama dan jabatan yang memutuskan.",
        tanggal: "Hari keputusan.",
        asal,
    }

    bagian: Bagian, "Susunan laporan, menurut urutan barisnya.", key [] {
        laporan: "Laporan yang disusun.",
        tingkat: "Tingkat bagian.",
        judul: "Judul bagian.",
        narasi: "Narasi pembuka bagian, menurut kodenya." => narasi,
        isi: "Isi yang dibuat dari fakta sesudah narasi: nama isi, dipisahkan spasi.",
    }
}

-- The facts, as the package declares them. Made by the example "ddl" of this crate.
-- A row belongs to a berkas; baris_ke is its name, urutan its place in print, versi counts its changes.

CREATE TABLE dokumen (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('rpjmn', 'rpjmd', 'renstra', 'renja', 'dpa', 'dppa', 'perjanjian_kinerja', 'rencana_aksi', 'pengukuran', 'realisasi_anggaran', 'lkjip', 'lhe', 'keputusan', 'peraturan', 'piagam', 'lainnya')),
    "judul" TEXT NOT NULL CHECK (length("judul") > 0),
    "nomor" TEXT CHECK (length("nomor") > 0),
    "tanggal" TEXT CHECK (length("tanggal") = 10),
    "tahun" BIGINT,
    "sampai" BIGINT,
    "penerbit" TEXT CHECK (length("penerbit") > 0),
    "mengubah" TEXT CHECK (length("mengubah") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "mengubah") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE perangkat_daerah (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "kode" TEXT CHECK (length("kode") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "singkatan" TEXT NOT NULL CHECK (length("singkatan") > 0),
    "tahun" BIGINT NOT NULL,
    "jabatan_kepala" TEXT NOT NULL CHECK (length("jabatan_kepala") > 0),
    "bertanggung_jawab_kepada" TEXT NOT NULL CHECK (length("bertanggung_jawab_kepada") > 0),
    "tugas" TEXT NOT NULL CHECK (length("tugas") > 0),
    "tempat" TEXT NOT NULL CHECK (length("tempat") > 0),
    "tanggal_data" TEXT CHECK (length("tanggal_data") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE skala (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "parameter" TEXT CHECK (length("parameter") > 0),
    "verifikasi" TEXT NOT NULL CHECK ("verifikasi" IN ('terverifikasi', 'belum')),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE kebijakan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "dasar" TEXT NOT NULL CHECK (length("dasar") > 0),
    "rata_rata" TEXT NOT NULL CHECK ("rata_rata" IN ('sederhana', 'tertimbang_anggaran')),
    "efisiensi" TEXT NOT NULL CHECK ("efisiensi" IN ('rasio', 'pmk', 'ne')),
    "presisi_efisiensi" BIGINT NOT NULL CHECK ("presisi_efisiensi" BETWEEN 0 AND 10),
    "skala_efisiensi" TEXT CHECK (length("skala_efisiensi") > 0),
    "presisi_anggaran" BIGINT NOT NULL CHECK ("presisi_anggaran" BETWEEN 0 AND 10),
    "presisi_rata_rata" BIGINT NOT NULL CHECK ("presisi_rata_rata" BETWEEN 0 AND 10),
    "skala_rata_rata" TEXT CHECK (length("skala_rata_rata") > 0),
    "lebar_subkegiatan" BIGINT NOT NULL CHECK ("lebar_subkegiatan" BETWEEN 2 AND 4),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "skala_efisiensi") REFERENCES skala (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "skala_rata_rata") REFERENCES skala (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE kebijakan_indikator (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('tujuan', 'iku', 'program', 'kegiatan', 'keluaran')),
    "rumus" TEXT NOT NULL CHECK ("rumus" IN ('pos', 'neg-lan', 'neg-inv', 'neg-red', 'range', 'scale')),
    "tahap" TEXT NOT NULL CHECK ("tahap" IN ('realisasi_dahulu', 'saat_cetak')),
    "mode" TEXT NOT NULL CHECK ("mode" IN ('half_up', 'half_even', 'truncate')),
    "presisi_realisasi" BIGINT NOT NULL CHECK ("presisi_realisasi" BETWEEN 0 AND 10),
    "presisi_capaian" BIGINT NOT NULL CHECK ("presisi_capaian" BETWEEN 0 AND 10),
    "batas_bawah" {decimal},
    "batas_atas" {decimal},
    "target_nol" TEXT NOT NULL CHECK ("target_nol" IN ('tidak_dihitung', 'nol_terbaik')),
    "akumulasi" TEXT NOT NULL CHECK ("akumulasi" IN ('jumlah', 'terakhir', 'maksimum', 'rata_rata')),
    "skala" TEXT CHECK (length("skala") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "jenis"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "skala") REFERENCES skala (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pita (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "skala" TEXT NOT NULL CHECK (length("skala") > 0),
    "nomor" BIGINT NOT NULL,
    "batas_bawah" {decimal},
    "batas" TEXT NOT NULL CHECK ("batas" IN ('inklusif', 'eksklusif')),
    "predikat" TEXT NOT NULL CHECK (length("predikat") > 0),
    "nilai" {decimal},
    "tertulis" TEXT CHECK (length("tertulis") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "skala", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "skala") REFERENCES skala (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE dasar_hukum (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "bagian" TEXT NOT NULL CHECK ("bagian" IN ('pembentukan', 'pelaporan', 'lainnya')),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "instrumen" TEXT CHECK (length("instrumen") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "bagian", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE fungsi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE unit_kerja (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "induk" TEXT CHECK (length("induk") > 0),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('kepala', 'sekretariat', 'subbagian', 'bidang', 'seksi', 'fungsional', 'uptd')),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "jabatan" TEXT CHECK (length("jabatan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "induk") REFERENCES unit_kerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pejabat (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "jabatan" TEXT NOT NULL CHECK (length("jabatan") > 0),
    "pangkat" TEXT CHECK (length("pangkat") > 0),
    "status" TEXT NOT NULL CHECK ("status" IN ('definitif', 'plt', 'plh')),
    "unit_kerja" TEXT CHECK (length("unit_kerja") > 0),
    "mulai" TEXT CHECK (length("mulai") = 10),
    "sampai" TEXT CHECK (length("sampai") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "unit_kerja") REFERENCES unit_kerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE isu_strategis (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "induk" TEXT CHECK (length("induk") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "induk") REFERENCES isu_strategis (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE proses_bisnis (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "kelompok" TEXT NOT NULL CHECK ("kelompok" IN ('utama', 'pendukung', 'lainnya', 'aktor')),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "kode" TEXT CHECK (length("kode") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "kelompok", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE visi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "tingkat" TEXT NOT NULL CHECK ("tingkat" IN ('nasional', 'provinsi', 'daerah')),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE misi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "visi" TEXT NOT NULL CHECK (length("visi") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "dukungan" TEXT NOT NULL CHECK ("dukungan" IN ('didukung', 'disebut')),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "visi") REFERENCES visi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE tujuan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "misi" TEXT NOT NULL CHECK (length("misi") > 0),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "misi") REFERENCES misi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE sasaran (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "tujuan" TEXT NOT NULL CHECK (length("tujuan") > 0),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "tujuan") REFERENCES tujuan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE register (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('layanan', 'jabatan', 'disiplin', 'diklat', 'lainnya')),
    "periode_menurut" TEXT CHECK ("periode_menurut" IN ('diterima', 'selesai')),
    "bawaan" TEXT CHECK ("bawaan" IN ('dihitung', 'tidak_dihitung')),
    "jp_minimal" BIGINT,
    "lengkap_sampai" TEXT CHECK (length("lengkap_sampai") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE catatan_register (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "nomor" BIGINT NOT NULL,
    "tahun" BIGINT NOT NULL,
    "triwulan" TEXT NOT NULL CHECK ("triwulan" IN ('tw1', 'tw2', 'tw3', 'tw4')),
    "status" TEXT NOT NULL CHECK (length("status") > 0),
    "nilai" {decimal},
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE alasan_register (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE jenis_layanan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE sop_layanan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "layanan" TEXT NOT NULL CHECK (length("layanan") > 0),
    "berlaku" TEXT NOT NULL CHECK (length("berlaku") = 10),
    "batas" BIGINT NOT NULL CHECK ("batas" BETWEEN 1 AND 3650),
    "hitungan" TEXT NOT NULL CHECK ("hitungan" IN ('hari_kerja', 'hari_kalender')),
    "jeda" TEXT NOT NULL CHECK ("jeda" IN ('tidak', 'dikembalikan', 'diteruskan', 'keduanya')),
    "persyaratan" TEXT CHECK (length("persyaratan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "layanan", "berlaku"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register", "layanan") REFERENCES jenis_layanan (pemda, berkas, "register", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE kasus_layanan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999999),
    "layanan" TEXT NOT NULL CHECK (length("layanan") > 0),
    "pemohon" TEXT CHECK (length("pemohon") > 0),
    "diterima" TEXT NOT NULL CHECK (length("diterima") = 10),
    "dikembalikan" TEXT CHECK (length("dikembalikan") = 10),
    "dilengkapi" TEXT CHECK (length("dilengkapi") = 10),
    "diteruskan" TEXT CHECK (length("diteruskan") = 10),
    "kembali" TEXT CHECK (length("kembali") = 10),
    "selesai" TEXT CHECK (length("selesai") = 10),
    "hasil" TEXT CHECK ("hasil" IN ('terbit', 'ditolak', 'dicabut')),
    "keputusan" TEXT CHECK (length("keputusan") > 0),
    "alasan" TEXT CHECK (length("alasan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register", "layanan") REFERENCES jenis_layanan (pemda, berkas, "register", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register", "alasan") REFERENCES alasan_register (pemda, berkas, "register", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE populasi_jabatan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "jenjang" TEXT NOT NULL CHECK ("jenjang" IN ('pimpinan_tinggi', 'administrator', 'pengawas', 'fungsional', 'pelaksana')),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "jenjang"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE jabatan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "unit_kerja" TEXT CHECK (length("unit_kerja") > 0),
    "jenjang" TEXT NOT NULL CHECK ("jenjang" IN ('pimpinan_tinggi', 'administrator', 'pengawas', 'fungsional', 'pelaksana')),
    "formasi" BIGINT NOT NULL CHECK ("formasi" BETWEEN 1 AND 9999),
    "kompetensi" TEXT CHECK (length("kompetensi") > 0),
    "mulai" TEXT NOT NULL CHECK (length("mulai") = 10),
    "sampai" TEXT CHECK (length("sampai") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "unit_kerja") REFERENCES unit_kerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pemangku_jabatan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "jabatan" TEXT NOT NULL CHECK (length("jabatan") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "pegawai" TEXT NOT NULL CHECK (length("pegawai") > 0),
    "mulai" TEXT NOT NULL CHECK (length("mulai") = 10),
    "sampai" TEXT CHECK (length("sampai") = 10),
    "kompetensi" TEXT CHECK (length("kompetensi") > 0),
    "kesesuaian" TEXT CHECK ("kesesuaian" IN ('sesuai', 'tidak_sesuai')),
    "keputusan" TEXT CHECK (length("keputusan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "jabatan", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register", "jabatan") REFERENCES jabatan (pemda, berkas, "register", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE kasus_disiplin (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999999),
    "pegawai" TEXT CHECK (length("pegawai") > 0),
    "pelanggaran" TEXT NOT NULL CHECK (length("pelanggaran") > 0),
    "tingkat" TEXT CHECK ("tingkat" IN ('ringan', 'sedang', 'berat')),
    "dilaporkan" TEXT NOT NULL CHECK (length("dilaporkan") = 10),
    "diperiksa" TEXT CHECK (length("diperiksa") = 10),
    "selesai" TEXT CHECK (length("selesai") = 10),
    "hasil" TEXT CHECK ("hasil" IN ('dihukum', 'tidak_terbukti', 'dihentikan')),
    "keputusan" TEXT CHECK (length("keputusan") > 0),
    "alasan" TEXT CHECK (length("alasan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register", "alasan") REFERENCES alasan_register (pemda, berkas, "register", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE peserta_diklat (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "register" TEXT NOT NULL CHECK (length("register") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999999),
    "pegawai" TEXT NOT NULL CHECK (length("pegawai") > 0),
    "diklat" TEXT NOT NULL CHECK (length("diklat") > 0),
    "mulai" TEXT NOT NULL CHECK (length("mulai") = 10),
    "selesai" TEXT CHECK (length("selesai") = 10),
    "jp" BIGINT NOT NULL CHECK ("jp" BETWEEN 1 AND 9999),
    "sertifikat" TEXT CHECK (length("sertifikat") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "register", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE hari_libur (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "tanggal" TEXT NOT NULL CHECK (length("tanggal") = 10),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "tanggal"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE program_kegiatan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "induk" TEXT CHECK (length("induk") > 0),
    "jenjang" TEXT NOT NULL CHECK ("jenjang" IN ('total', 'unsur', 'urusan', 'program', 'kegiatan', 'subkegiatan')),
    "nomor" TEXT CHECK (length("nomor") > 0),
    "kode" TEXT,
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "lokasi" TEXT CHECK (length("lokasi") > 0),
    "kelompok_sasaran" TEXT CHECK (length("kelompok_sasaran") > 0),
    "penanggung_jawab" TEXT CHECK (length("penanggung_jawab") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "induk") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE strategi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "sasaran" TEXT NOT NULL CHECK (length("sasaran") > 0),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "program" TEXT CHECK (length("program") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sasaran") REFERENCES sasaran (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "program") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE arah_kebijakan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "strategi" TEXT NOT NULL CHECK (length("strategi") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "strategi", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "strategi") REFERENCES strategi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE indikator (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('tujuan', 'iku', 'program', 'kegiatan', 'keluaran')),
    "tujuan" TEXT CHECK (length("tujuan") > 0),
    "sasaran" TEXT CHECK (length("sasaran") > 0),
    "baris" TEXT CHECK (length("baris") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "nama_pendek" TEXT CHECK (length("nama_pendek") > 0),
    "satuan" TEXT NOT NULL CHECK (length("satuan") > 0),
    "polaritas" TEXT NOT NULL CHECK ("polaritas" IN ('naik', 'turun', 'rentang')),
    "skala_nilai" TEXT CHECK (length("skala_nilai") > 0),
    "definisi" TEXT CHECK (length("definisi") > 0),
    "rumus_tertulis" TEXT CHECK (length("rumus_tertulis") > 0),
    "formula" TEXT CHECK (length("formula") > 0),
    "sumber_data" TEXT CHECK (length("sumber_data") > 0),
    "penanggung_jawab" TEXT CHECK (length("penanggung_jawab") > 0),
    "rumus" TEXT CHECK ("rumus" IN ('pos', 'neg-lan', 'neg-inv', 'neg-red', 'range', 'scale')),
    "tahap" TEXT CHECK ("tahap" IN ('realisasi_dahulu', 'saat_cetak')),
    "mode" TEXT CHECK ("mode" IN ('half_up', 'half_even', 'truncate')),
    "presisi_realisasi" BIGINT CHECK ("presisi_realisasi" BETWEEN 0 AND 10),
    "presisi_capaian" BIGINT CHECK ("presisi_capaian" BETWEEN 0 AND 10),
    "batas_bawah" {decimal},
    "batas_atas" {decimal},
    "target_nol" TEXT CHECK ("target_nol" IN ('tidak_dihitung', 'nol_terbaik')),
    "akumulasi" TEXT CHECK ("akumulasi" IN ('jumlah', 'terakhir', 'maksimum', 'rata_rata')),
    "skala" TEXT CHECK (length("skala") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "tujuan") REFERENCES tujuan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sasaran") REFERENCES sasaran (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "baris") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "skala_nilai") REFERENCES skala (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "skala") REFERENCES skala (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE variabel (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "satuan" TEXT NOT NULL CHECK (length("satuan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE nilai_variabel (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "variabel" TEXT NOT NULL CHECK (length("variabel") > 0),
    "tahun" BIGINT NOT NULL,
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "nilai" {decimal},
    "verifikasi" TEXT NOT NULL CHECK ("verifikasi" IN ('terverifikasi', 'belum')),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "variabel", "tahun", "periode"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "indikator", "variabel") REFERENCES variabel (pemda, berkas, "indikator", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE komponen (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "bobot" {decimal} NOT NULL,
    "tahun" BIGINT NOT NULL,
    "nilai" {decimal},
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "tahun", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE target (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "dokumen" TEXT NOT NULL CHECK (length("dokumen") > 0),
    "tahun" BIGINT NOT NULL,
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('kondisi_awal', 'target')),
    "nilai" {decimal},
    "nilai_atas" {decimal},
    "predikat" TEXT CHECK (length("predikat") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "dokumen", "tahun", "periode", "jenis"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE realisasi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "tahun" BIGINT NOT NULL,
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "nilai" {decimal},
    "predikat" TEXT CHECK (length("predikat") > 0),
    "verifikasi" TEXT NOT NULL CHECK ("verifikasi" IN ('terverifikasi', 'belum')),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "tahun", "periode"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pagu (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "baris" TEXT NOT NULL CHECK (length("baris") > 0),
    "dokumen" TEXT NOT NULL CHECK (length("dokumen") > 0),
    "tahun" BIGINT NOT NULL,
    "jumlah" BIGINT,
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "baris", "dokumen", "tahun"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "baris") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE sumber_dana (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "baris" TEXT NOT NULL CHECK (length("baris") > 0),
    "dokumen" TEXT NOT NULL CHECK (length("dokumen") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "jumlah" BIGINT,
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "baris", "dokumen", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "baris") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE realisasi_anggaran (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "baris" TEXT NOT NULL CHECK (length("baris") > 0),
    "tahun" BIGINT NOT NULL,
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "jumlah" BIGINT,
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "baris", "tahun", "periode"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "baris") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE belanja (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('operasi', 'modal', 'tidak_terduga', 'transfer')),
    "dokumen" TEXT NOT NULL CHECK (length("dokumen") > 0),
    "tahun" BIGINT NOT NULL,
    "pagu" BIGINT,
    "realisasi" BIGINT,
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "jenis", "dokumen", "tahun"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pemetaan_anggaran (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "baris" TEXT NOT NULL CHECK (length("baris") > 0),
    "tanda" TEXT NOT NULL CHECK ("tanda" IN ('tambah', 'kurang')),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "baris"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "baris") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE crosscutting (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "tujuan" TEXT CHECK (length("tujuan") > 0),
    "sasaran" TEXT CHECK (length("sasaran") > 0),
    "baris" TEXT CHECK (length("baris") > 0),
    "mitra" TEXT CHECK (length("mitra") > 0),
    "unit_kerja" TEXT CHECK (length("unit_kerja") > 0),
    "dukungan" TEXT NOT NULL CHECK (length("dukungan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "tujuan") REFERENCES tujuan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sasaran") REFERENCES sasaran (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "baris") REFERENCES program_kegiatan (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "unit_kerja") REFERENCES unit_kerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE perjanjian_kinerja (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "dokumen" TEXT NOT NULL CHECK (length("dokumen") > 0),
    "tahun" BIGINT NOT NULL,
    "mengubah" TEXT CHECK (length("mengubah") > 0),
    "alasan" TEXT CHECK ("alasan" IN ('pergantian_pejabat', 'perubahan_strategi', 'perubahan_prioritas')),
    "pihak_pertama" TEXT NOT NULL CHECK (length("pihak_pertama") > 0),
    "pihak_kedua" TEXT CHECK (length("pihak_kedua") > 0),
    "tempat" TEXT NOT NULL CHECK (length("tempat") > 0),
    "status" TEXT NOT NULL CHECK ("status" IN ('draf', 'diajukan', 'ditandatangani')),
    "tanggal" TEXT CHECK (length("tanggal") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "mengubah") REFERENCES perjanjian_kinerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "pihak_pertama") REFERENCES pejabat (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "pihak_kedua") REFERENCES pejabat (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE supervisi_perjanjian (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "perjanjian" TEXT NOT NULL CHECK (length("perjanjian") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "tanggal" TEXT NOT NULL CHECK (length("tanggal") = 10),
    "hasil" TEXT NOT NULL CHECK (length("hasil") > 0),
    "arahan" TEXT CHECK (length("arahan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "perjanjian", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "perjanjian") REFERENCES perjanjian_kinerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE keputusan_perjanjian (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "perjanjian" TEXT NOT NULL CHECK (length("perjanjian") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "tanggal" TEXT NOT NULL CHECK (length("tanggal") = 10),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('penghargaan', 'sanksi')),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "keputusan" TEXT CHECK (length("keputusan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "perjanjian", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "perjanjian") REFERENCES perjanjian_kinerja (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE rencana_aksi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "tahun" BIGINT NOT NULL,
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "aksi" TEXT NOT NULL CHECK (length("aksi") > 0),
    "target" {decimal},
    "penanggung_jawab" TEXT CHECK (length("penanggung_jawab") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "tahun", "periode", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE monev_aksi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "tahun" BIGINT NOT NULL,
    "periode" TEXT NOT NULL CHECK ("periode" IN ('tw1', 'tw2', 'tw3', 'tw4', 'tahun', 'kumulatif')),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "status" TEXT NOT NULL CHECK ("status" IN ('belum', 'berjalan', 'selesai', 'tidak_terlaksana')),
    "tanggal" TEXT CHECK (length("tanggal") = 10),
    "pelaksana" TEXT CHECK (length("pelaksana") > 0),
    "temuan" TEXT CHECK (length("temuan") > 0),
    "kendala" TEXT CHECK (length("kendala") > 0),
    "tindak_lanjut" TEXT CHECK (length("tindak_lanjut") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "tahun", "periode", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "indikator", "tahun", "periode", "nomor") REFERENCES rencana_aksi (pemda, berkas, "indikator", "tahun", "periode", "nomor")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE faktor (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "tahun" BIGINT NOT NULL,
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('pendorong', 'penghambat', 'penyebab')),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "register" TEXT CHECK (length("register") > 0),
    "alasan" TEXT CHECK (length("alasan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "tahun", "jenis", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register") REFERENCES register (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "register", "alasan") REFERENCES alasan_register (pemda, berkas, "register", "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE tindak_lanjut (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT NOT NULL CHECK (length("indikator") > 0),
    "tahun" BIGINT NOT NULL,
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "penanggung_jawab" TEXT CHECK (length("penanggung_jawab") > 0),
    "batas_waktu" TEXT CHECK (length("batas_waktu") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "indikator", "tahun", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pembanding (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "indikator" TEXT CHECK (length("indikator") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "tingkat" TEXT NOT NULL CHECK ("tingkat" IN ('nasional', 'provinsi', 'internasional')),
    "sasaran" TEXT CHECK (length("sasaran") > 0),
    "nama" TEXT CHECK (length("nama") > 0),
    "pemilik" TEXT CHECK (length("pemilik") > 0),
    "satuan" TEXT CHECK (length("satuan") > 0),
    "tahun_target" BIGINT,
    "target" {decimal},
    "tahun_realisasi" BIGINT,
    "realisasi" {decimal},
    "nama_sendiri" TEXT CHECK (length("nama_sendiri") > 0),
    "realisasi_sendiri" {decimal},
    "keterangan" TEXT CHECK (length("keterangan") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "indikator") REFERENCES indikator (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};
CREATE UNIQUE INDEX pembanding_kunci ON pembanding (pemda, berkas, COALESCE("indikator", ''), "tingkat", "nomor");

CREATE TABLE evaluasi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "jenis" TEXT NOT NULL CHECK ("jenis" IN ('sakip', 'merit', 'lainnya')),
    "tahun" BIGINT NOT NULL,
    "dokumen" TEXT CHECK (length("dokumen") > 0),
    "penilai" TEXT NOT NULL CHECK (length("penilai") > 0),
    "nilai" {decimal},
    "indeks" {decimal},
    "predikat" TEXT CHECK (length("predikat") > 0),
    "arti" TEXT CHECK (length("arti") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE komponen_evaluasi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "evaluasi" TEXT NOT NULL CHECK (length("evaluasi") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "nama" TEXT NOT NULL CHECK (length("nama") > 0),
    "bobot" {decimal} NOT NULL,
    "nilai" {decimal},
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "evaluasi", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "evaluasi") REFERENCES evaluasi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE rekomendasi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "id" TEXT NOT NULL CHECK (length("id") > 0),
    "evaluasi" TEXT NOT NULL CHECK (length("evaluasi") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "kelemahan" TEXT NOT NULL CHECK (length("kelemahan") > 0),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "id"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "evaluasi") REFERENCES evaluasi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE tindak_lanjut_rekomendasi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "rekomendasi" TEXT NOT NULL CHECK (length("rekomendasi") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "tanggal" TEXT CHECK (length("tanggal") = 10),
    "bukti_dukung" TEXT CHECK (length("bukti_dukung") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "rekomendasi", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "rekomendasi") REFERENCES rekomendasi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE penghargaan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "tahun" BIGINT NOT NULL,
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "jenis" TEXT NOT NULL CHECK (length("jenis") > 0),
    "prestasi" TEXT NOT NULL CHECK (length("prestasi") > 0),
    "tingkat" TEXT NOT NULL CHECK (length("tingkat") > 0),
    "pemberi" TEXT NOT NULL CHECK (length("pemberi") > 0),
    "tanggal" TEXT CHECK (length("tanggal") = 10),
    "dokumen" TEXT CHECK (length("dokumen") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "tahun", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE diktum (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "dokumen" TEXT NOT NULL CHECK (length("dokumen") > 0),
    "nomor" BIGINT NOT NULL CHECK ("nomor" BETWEEN 1 AND 9999),
    "uraian" TEXT NOT NULL CHECK (length("uraian") > 0),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "dokumen", "nomor"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "dokumen") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE pengecualian_temuan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "kode" TEXT NOT NULL CHECK (length("kode") > 0),
    "objek" TEXT NOT NULL CHECK (length("objek") > 0),
    "alasan" TEXT NOT NULL CHECK (length("alasan") > 0),
    "oleh" TEXT NOT NULL CHECK (length("oleh") > 0),
    "tanggal" TEXT NOT NULL CHECK (length("tanggal") = 10),
    "sumber" TEXT CHECK (length("sumber") > 0),
    "halaman" TEXT CHECK (length("halaman") > 0),
    "catatan" TEXT CHECK (length("catatan") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    UNIQUE (pemda, berkas, "kode", "objek"),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "sumber") REFERENCES dokumen (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};

CREATE TABLE bagian (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    baris_ke BIGINT NOT NULL,
    urutan BIGINT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    "laporan" TEXT NOT NULL CHECK ("laporan" IN ('lkjip')),
    "tingkat" TEXT NOT NULL CHECK ("tingkat" IN ('sampul', 'depan', 'bab', 'subbab', 'lampiran')),
    "judul" TEXT NOT NULL CHECK (length("judul") > 0),
    "narasi" TEXT CHECK (length("narasi") > 0),
    "isi" TEXT CHECK (length("isi") > 0),
    PRIMARY KEY (pemda, berkas, baris_ke),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, berkas, "narasi") REFERENCES narasi (pemda, berkas, "id")
        DEFERRABLE INITIALLY DEFERRED
){rows_by_key};


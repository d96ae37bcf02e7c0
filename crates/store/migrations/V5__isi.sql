-- Files by their content: proofs of a measurement, and documents as they were signed. And tokens, with
-- which programs act for people.

CREATE TABLE isi (
    pemda BIGINT NOT NULL REFERENCES pemda (id),
    -- SHA-256 of the bytes: the same file is kept once.
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    jenis TEXT NOT NULL CHECK (length(jenis) > 0),
    ukuran BIGINT NOT NULL CHECK (ukuran > 0),
    PRIMARY KEY (pemda, hash)
);

-- The bytes, a megabyte a row, in order from 0.
CREATE TABLE potongan_isi (
    pemda BIGINT NOT NULL,
    hash TEXT NOT NULL,
    nomor BIGINT NOT NULL CHECK (nomor >= 0),
    isi {bytes} NOT NULL,
    PRIMARY KEY (pemda, hash, nomor),
    FOREIGN KEY (pemda, hash) REFERENCES isi (pemda, hash)
);

-- A proof of what an indikator has reached in a quarter, or the scan of an agreement as it was signed.
CREATE TABLE bukti_dukung (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    tentang TEXT NOT NULL CHECK (tentang IN ('indikator', 'perjanjian')),
    objek TEXT NOT NULL CHECK (length(objek) > 0),
    -- Only what is measured belongs to a quarter.
    triwulan TEXT CHECK (triwulan IN ('tw1', 'tw2', 'tw3', 'tw4')),
    hash TEXT NOT NULL,
    -- As the file was called where it came from.
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    -- Where in the file the proof stands.
    halaman TEXT CHECK (length(halaman) > 0),
    keterangan TEXT CHECK (length(keterangan) > 0),
    pengunggah TEXT NOT NULL,
    waktu TEXT NOT NULL,
    PRIMARY KEY (pemda, id),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, hash) REFERENCES isi (pemda, hash),
    CHECK ((tentang = 'indikator') = (triwulan IS NOT NULL))
);
CREATE INDEX bukti_dukung_berkas ON bukti_dukung (pemda, berkas);

-- A document as it was signed: its bytes for ever, and what made them.
CREATE TABLE dokumen_sah (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    perangkat BIGINT NOT NULL,
    tahun BIGINT NOT NULL CHECK (tahun BETWEEN 1945 AND 9999),
    jenis TEXT NOT NULL CHECK (jenis IN ('lkjip')),
    -- The first of its kind is 1.
    nomor BIGINT NOT NULL CHECK (nomor > 0),
    hash TEXT NOT NULL,
    -- SHA-256 of the facts that it was made from.
    fakta TEXT NOT NULL CHECK (length(fakta) > 0),
    -- The program and the rules, with their versions.
    aturan TEXT NOT NULL CHECK (length(aturan) > 0),
    penanda_tangan TEXT NOT NULL CHECK (length(penanda_tangan) > 0),
    waktu TEXT NOT NULL,
    -- The end of the trail when it was signed.
    jejak_nomor BIGINT NOT NULL,
    jejak_hash TEXT NOT NULL CHECK (length(jejak_hash) = 64),
    PRIMARY KEY (pemda, id),
    UNIQUE (pemda, perangkat, tahun, jenis, nomor),
    FOREIGN KEY (pemda, perangkat) REFERENCES perangkat (pemda, id),
    FOREIGN KEY (pemda, hash) REFERENCES isi (pemda, hash)
);

CREATE TABLE token (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    -- SHA-256 of what the program sends.
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    pengguna BIGINT NOT NULL,
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    cakupan TEXT NOT NULL CHECK (cakupan IN ('baca', 'tulis')),
    dibuat TEXT NOT NULL,
    berlaku_sampai TEXT NOT NULL,
    PRIMARY KEY (pemda, id),
    UNIQUE (hash),
    FOREIGN KEY (pemda, pengguna) REFERENCES pengguna (pemda, id)
);

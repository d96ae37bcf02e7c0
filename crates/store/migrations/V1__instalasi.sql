-- What an installation needs beside the facts. Every table carries its pemda.

CREATE TABLE pemda (
    id BIGINT PRIMARY KEY,
    jenis TEXT NOT NULL CHECK (jenis IN ('provinsi', 'kabupaten', 'kota')),
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    provinsi TEXT NOT NULL CHECK (length(provinsi) > 0),
    UNIQUE (jenis, nama)
);

-- An office through the years; what its report calls it in a year stands in perangkat_daerah.
CREATE TABLE perangkat (
    pemda BIGINT NOT NULL REFERENCES pemda (id),
    id BIGINT NOT NULL,
    singkatan TEXT NOT NULL CHECK (length(singkatan) > 0),
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    kode TEXT CHECK (length(kode) > 0),
    dibentuk TEXT CHECK (length(dibentuk) = 10),
    -- The last day on which there is such an office.
    berakhir TEXT CHECK (length(berakhir) = 10 AND (dibentuk IS NULL OR berakhir >= dibentuk)),
    -- How it came out of the offices in asal_perangkat, and by which regulation.
    perubahan TEXT CHECK (perubahan IN ('penggabungan', 'pemecahan', 'penggantian_nama')),
    dasar TEXT CHECK (length(dasar) > 0),
    versi BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (pemda, id),
    UNIQUE (pemda, singkatan)
);

-- The offices that an office continues.
CREATE TABLE asal_perangkat (
    pemda BIGINT NOT NULL,
    perangkat BIGINT NOT NULL,
    dari BIGINT NOT NULL CHECK (dari <> perangkat),
    PRIMARY KEY (pemda, perangkat, dari),
    FOREIGN KEY (pemda, perangkat) REFERENCES perangkat (pemda, id) ON DELETE CASCADE,
    FOREIGN KEY (pemda, dari) REFERENCES perangkat (pemda, id)
);

-- The file of an office for a year.
CREATE TABLE berkas (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    perangkat BIGINT NOT NULL,
    tahun BIGINT NOT NULL CHECK (tahun BETWEEN 1945 AND 9999),
    PRIMARY KEY (pemda, id),
    UNIQUE (pemda, perangkat, tahun),
    FOREIGN KEY (pemda, perangkat) REFERENCES perangkat (pemda, id)
);

-- The texts of the report, by the name that its structure calls them.
CREATE TABLE narasi (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) > 0),
    teks TEXT NOT NULL,
    versi BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (pemda, berkas, id),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE
);

-- The audit trail: entries are only ever added, each bound to the one before by its hash.
CREATE TABLE jejak_audit (
    pemda BIGINT NOT NULL REFERENCES pemda (id),
    nomor BIGINT NOT NULL CHECK (nomor > 0),
    waktu TEXT NOT NULL,
    pelaku TEXT NOT NULL,
    asal TEXT NOT NULL,
    tindakan TEXT NOT NULL,
    objek TEXT NOT NULL,
    lama TEXT,
    baru TEXT,
    alasan TEXT,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (pemda, nomor)
);

-- The head of each chain. Its row is locked first by whoever writes, so that entries queue.
CREATE TABLE kepala_jejak (
    pemda BIGINT PRIMARY KEY REFERENCES pemda (id),
    nomor BIGINT NOT NULL,
    hash TEXT NOT NULL
);

-- The cycle through the year: when a measurement is due, where it stands, and what has changed.

-- Counts the changes of the facts of a berkas, so that what was made from them knows its age.
ALTER TABLE berkas ADD COLUMN versi BIGINT NOT NULL DEFAULT 1;

-- The last day for the measurement of a quarter, as the pemda has set it.
CREATE TABLE jadwal (
    pemda BIGINT NOT NULL REFERENCES pemda (id),
    tahun BIGINT NOT NULL CHECK (tahun BETWEEN 1945 AND 9999),
    triwulan TEXT NOT NULL CHECK (triwulan IN ('tw1', 'tw2', 'tw3', 'tw4')),
    batas TEXT NOT NULL CHECK (length(batas) = 10),
    PRIMARY KEY (pemda, tahun, triwulan)
);

-- Where the measurement of a quarter stands; a draft has no row yet.
CREATE TABLE pengajuan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    triwulan TEXT NOT NULL CHECK (triwulan IN ('tw1', 'tw2', 'tw3', 'tw4')),
    status TEXT NOT NULL CHECK (status IN ('draf', 'diajukan', 'perbaikan', 'diverifikasi',
        'disetujui', 'dikunci', 'dibuka')),
    versi BIGINT NOT NULL DEFAULT 1,
    -- The account that submitted it: whoever submits does not verify.
    pengaju TEXT NOT NULL CHECK (length(pengaju) > 0),
    -- What the last step said, for whoever is next.
    pesan TEXT CHECK (length(pesan) > 0),
    waktu TEXT NOT NULL,
    -- The last day on which an unlocked quarter can be changed.
    dibuka_sampai TEXT CHECK (length(dibuka_sampai) = 10),
    PRIMARY KEY (pemda, berkas, triwulan),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE,
    CHECK ((status = 'dibuka') = (dibuka_sampai IS NOT NULL))
);

-- The history of one thing, and what one person has done.
CREATE INDEX jejak_audit_objek ON jejak_audit (pemda, objek {exact});

-- What a page about many offices shows of a berkas, as it was at one of its versions: made again
-- when the berkas has a later one. Nothing else is derived and kept.
CREATE TABLE ringkasan (
    pemda BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    versi BIGINT NOT NULL,
    isi TEXT NOT NULL,
    PRIMARY KEY (pemda, berkas),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE
);

-- What every request asks: whose a session is, and what that person may do.
CREATE UNIQUE INDEX sesi_hash ON sesi (hash);
CREATE INDEX penugasan_pengguna ON penugasan (pemda, pengguna, id);

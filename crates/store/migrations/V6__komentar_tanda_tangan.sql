-- What people say to each other about a fact, a quarter or a text, until it is settled.
CREATE TABLE komentar (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    -- What it is about: a row of a table, a quarter, a text.
    objek TEXT NOT NULL CHECK (length(objek) > 0),
    isi TEXT NOT NULL CHECK (length(isi) > 0),
    penulis TEXT NOT NULL CHECK (length(penulis) > 0),
    waktu TEXT NOT NULL,
    -- Who settled it, and when; both or neither.
    selesai_oleh TEXT CHECK (length(selesai_oleh) > 0),
    selesai_waktu TEXT,
    PRIMARY KEY (pemda, id),
    -- A berkas that takes the place of another keeps what was said about it.
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((selesai_oleh IS NULL) = (selesai_waktu IS NULL))
);
CREATE INDEX komentar_berkas ON komentar (pemda, berkas);

-- Electronic signatures under agreements, each bound to the words that it was given for.
CREATE TABLE tanda_tangan (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    perjanjian TEXT NOT NULL CHECK (length(perjanjian) > 0),
    pihak TEXT NOT NULL CHECK (pihak IN ('pertama', 'kedua')),
    akun TEXT NOT NULL CHECK (length(akun) > 0),
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    jabatan TEXT NOT NULL CHECK (length(jabatan) > 0),
    -- SHA-256 of the agreement as it stood.
    isi TEXT NOT NULL CHECK (length(isi) = 64),
    waktu TEXT NOT NULL,
    PRIMARY KEY (pemda, id),
    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX tanda_tangan_kunci ON tanda_tangan (pemda, berkas, perjanjian, pihak, isi);

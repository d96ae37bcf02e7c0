-- Reports that somebody has had computed again, and what came of it, for a while.
CREATE TABLE reviu (
    pemda BIGINT NOT NULL,
    -- Random, so that nobody guesses another.
    id TEXT NOT NULL CHECK (length(id) > 0),
    -- Whoever sent it, who alone sees it.
    pengguna BIGINT NOT NULL,
    -- As the file was called where it came from.
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    status TEXT NOT NULL CHECK (status IN ('berjalan', 'ditolak', 'selesai')),
    -- How far it is, why it cannot be read, or what was found, in a few words.
    pesan TEXT NOT NULL,
    -- What the page shows of the result.
    hasil TEXT,
    dibuat TEXT NOT NULL,
    -- When it last went on.
    diperbarui TEXT NOT NULL,
    PRIMARY KEY (pemda, id),
    FOREIGN KEY (pemda, pengguna) REFERENCES pengguna (pemda, id),
    CHECK ((status = 'selesai') = (hasil IS NOT NULL))
);
CREATE INDEX reviu_pengguna ON reviu (pemda, pengguna, dibuat);

-- The document until it is read, then the files made of it: a megabyte a row, in order from 0.
CREATE TABLE potongan_reviu (
    pemda BIGINT NOT NULL,
    reviu TEXT NOT NULL,
    jenis TEXT NOT NULL CHECK (jenis IN ('dokumen', 'html', 'json', 'xlsx', 'docx')),
    nomor BIGINT NOT NULL CHECK (nomor >= 0),
    isi {bytes} NOT NULL,
    PRIMARY KEY (pemda, reviu, jenis, nomor),
    FOREIGN KEY (pemda, reviu) REFERENCES reviu (pemda, id) ON DELETE CASCADE
);

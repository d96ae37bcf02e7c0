-- People, what they may do and where, and how they sign in. Times are RFC 3339 in UTC, days ISO 8601.

CREATE TABLE pengguna (
    pemda BIGINT NOT NULL REFERENCES pemda (id),
    id BIGINT NOT NULL,
    -- What one signs in with; unique in the installation, whichever pemda it belongs to.
    akun TEXT NOT NULL CHECK (length(akun) > 0),
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    -- Argon2id in PHC form; absent until the person has chosen one.
    sandi TEXT CHECK (sandi LIKE '$argon2id$%'),
    gagal BIGINT NOT NULL DEFAULT 0 CHECK (gagal >= 0),
    terkunci_sampai TEXT,
    -- The first day on which the account no longer signs in.
    berakhir TEXT CHECK (length(berakhir) = 10),
    PRIMARY KEY (pemda, id),
    UNIQUE (akun)
);

CREATE TABLE penugasan (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    pengguna BIGINT NOT NULL,
    peran TEXT NOT NULL CHECK (peran IN ('administrator', 'perencana', 'kepala', 'verifikator',
        'inspektorat', 'kepala_daerah', 'pegawai')),
    -- The office; absent for the whole pemda.
    perangkat BIGINT,
    status TEXT NOT NULL CHECK (status IN ('definitif', 'plt', 'plh')),
    mulai TEXT NOT NULL CHECK (length(mulai) = 10),
    sampai TEXT CHECK (length(sampai) = 10 AND sampai >= mulai),
    PRIMARY KEY (pemda, id),
    FOREIGN KEY (pemda, pengguna) REFERENCES pengguna (pemda, id),
    FOREIGN KEY (pemda, perangkat) REFERENCES perangkat (pemda, id),
    CHECK (peran NOT IN ('perencana', 'kepala', 'pegawai') OR perangkat IS NOT NULL)
);

-- Links that let a person choose a password, once.
CREATE TABLE tautan_sandi (
    pemda BIGINT NOT NULL,
    -- SHA-256 of what the link carries, so that whoever reads the table cannot use it.
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    pengguna BIGINT NOT NULL,
    berlaku_sampai TEXT NOT NULL,
    PRIMARY KEY (pemda, hash),
    FOREIGN KEY (pemda, pengguna) REFERENCES pengguna (pemda, id)
);

CREATE TABLE sesi (
    pemda BIGINT NOT NULL,
    -- SHA-256 of the cookie.
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    pengguna BIGINT NOT NULL,
    berlaku_sampai TEXT NOT NULL,
    PRIMARY KEY (pemda, hash),
    FOREIGN KEY (pemda, pengguna) REFERENCES pengguna (pemda, id)
);

-- Wrong passwords, counted by account and by where they come from: also for accounts that do not exist,
-- so that nobody learns which do. It has no pemda, since nobody has signed in yet.
CREATE TABLE percobaan (
    -- SHA-256 of the account or of the address: people type passwords where accounts belong.
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    gagal BIGINT NOT NULL CHECK (gagal > 0),
    -- Until then they count together; where there were too many, nobody is let in before.
    berlaku_sampai TEXT NOT NULL
);
ALTER TABLE pengguna DROP COLUMN gagal;

-- The last lock of an account of which its owner has not been told.
ALTER TABLE pengguna ADD COLUMN dikunci_waktu TEXT;
ALTER TABLE pengguna ADD COLUMN dikunci_dari TEXT CHECK ((dikunci_dari IS NULL) = (dikunci_waktu IS NULL));

-- The link that founds the first pemda of an installation, while there is none; so it carries no pemda.
CREATE TABLE penyalaan (
    -- SHA-256 of what the link carries.
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    berlaku_sampai TEXT NOT NULL
);

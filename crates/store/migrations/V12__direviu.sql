-- Documents that somebody of the inspektorat has had computed again to the end, by their content: so that
-- nobody is asked to review a signed report that was. What came of it goes after a while; that it was
-- done stays.
CREATE TABLE direviu (
    pemda BIGINT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    pengguna BIGINT NOT NULL,
    -- Its result, as long as it is kept.
    reviu TEXT NOT NULL,
    waktu TEXT NOT NULL,
    PRIMARY KEY (pemda, hash, pengguna),
    FOREIGN KEY (pemda, pengguna) REFERENCES pengguna (pemda, id)
);

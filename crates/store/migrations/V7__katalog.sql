-- The catalogue of nomenklatur that a pemda has loaded, by the first budget year that uses it.
CREATE TABLE katalog (
    pemda BIGINT NOT NULL REFERENCES pemda (id),
    mulai BIGINT NOT NULL CHECK (mulai BETWEEN 1945 AND 9999),
    -- The regulation, in words.
    dasar TEXT NOT NULL CHECK (length(dasar) > 0),
    PRIMARY KEY (pemda, mulai)
);

CREATE TABLE nomenklatur (
    pemda BIGINT NOT NULL,
    mulai BIGINT NOT NULL,
    -- With a subkegiatan of four digits, so that codes stand in order: 5.03.02.2.01.0003; zeroes for X.
    kode TEXT {exact} NOT NULL CHECK (length(kode) > 0),
    nama TEXT NOT NULL CHECK (length(nama) > 0),
    kinerja TEXT CHECK (length(kinerja) > 0),
    indikator TEXT CHECK (length(indikator) > 0),
    satuan TEXT CHECK (length(satuan) > 0),
    PRIMARY KEY (pemda, mulai, kode),
    FOREIGN KEY (pemda, mulai) REFERENCES katalog (pemda, mulai)
){rows_by_key};

-- Proofs of single rows too: what was seen of an action, what was done about a recommendation, and the
-- cases of registers. SQLite cannot change a check, so the table is made anew.

CREATE TABLE bukti_dukung_baru (
    pemda BIGINT NOT NULL,
    id BIGINT NOT NULL,
    berkas BIGINT NOT NULL,
    -- A row is named by its table.
    tentang TEXT NOT NULL CHECK (tentang IN (
        'indikator', 'perjanjian', 'monev_aksi', 'tindak_lanjut_rekomendasi', 'kasus_layanan',
        'pemangku_jabatan', 'kasus_disiplin', 'peserta_diklat', 'catatan_register'
    )),
    -- The id; of a row the cells of its key, with strokes between them.
    objek TEXT NOT NULL CHECK (length(objek) > 0),
    -- Only what is measured belongs to a quarter by itself.
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
INSERT INTO bukti_dukung_baru (pemda, id, berkas, tentang, objek, triwulan, hash, nama, halaman,
    keterangan, pengunggah, waktu)
SELECT pemda, id, berkas, tentang, objek, triwulan, hash, nama, halaman, keterangan, pengunggah, waktu
FROM bukti_dukung;
DROP TABLE bukti_dukung;
ALTER TABLE bukti_dukung_baru RENAME TO bukti_dukung;
CREATE INDEX bukti_dukung_berkas ON bukti_dukung (pemda, berkas);

//! The schema by numbered steps. A step that has been released is never edited; a change is a new
//! file and a new line here.

use refinery::{Migration, Runner};

use crate::error::StoreError;

/// Every step, in order: its name, and its SQL with what [`Dialect`] puts in.
const STEPS: [(&str, &str); 14] = [
    ("V1__instalasi", include_str!("../migrations/V1__instalasi.sql")),
    ("V2__fakta", include_str!("../migrations/V2__fakta.sql")),
    ("V3__orang", include_str!("../migrations/V3__orang.sql")),
    ("V4__siklus", include_str!("../migrations/V4__siklus.sql")),
    ("V5__isi", include_str!("../migrations/V5__isi.sql")),
    ("V6__komentar_tanda_tangan", include_str!("../migrations/V6__komentar_tanda_tangan.sql")),
    ("V7__katalog", include_str!("../migrations/V7__katalog.sql")),
    ("V8__jejak_tetap", include_str!("../migrations/V8__jejak_tetap.sql")),
    ("V9__percobaan", include_str!("../migrations/V9__percobaan.sql")),
    ("V10__penyalaan", include_str!("../migrations/V10__penyalaan.sql")),
    ("V11__reviu", include_str!("../migrations/V11__reviu.sql")),
    ("V12__direviu", include_str!("../migrations/V12__direviu.sql")),
    ("V13__alamat_ditutup", include_str!("../migrations/V13__alamat_ditutup.sql")),
    ("V14__bukti_baris", include_str!("../migrations/V14__bukti_baris.sql")),
];

/// The step that this program needs.
pub(crate) const NEEDED: i32 = STEPS.len() as i32;

/// Where the definitions of the two databases differ.
pub(crate) struct Dialect {
    /// The type of an exact decimal: `{decimal}`.
    pub(crate) decimal: &'static str,
    /// Orders texts letter by letter, whatever the language of the database: `{exact}`.
    pub(crate) exact: &'static str,
    /// The type of bytes: `{bytes}`.
    pub(crate) bytes: &'static str,
    /// Keeps the rows of a table in the order of its key, so that those of a berkas lie side by side:
    /// `{rows_by_key}`.
    pub(crate) rows_by_key: &'static str,
    /// Refuses whatever changes or takes away an entry of the trail: `{entries_stay}`.
    pub(crate) entries_stay: &'static str,
}

pub(crate) const SQLITE: Dialect = Dialect {
    decimal: "TEXT",
    exact: "",
    bytes: "BLOB",
    rows_by_key: " WITHOUT ROWID",
    // The third is for INSERT OR REPLACE, which takes a row away without a trigger for that.
    entries_stay: "
CREATE TRIGGER jejak_audit_tidak_diubah BEFORE UPDATE ON jejak_audit
BEGIN SELECT RAISE(ABORT, 'catatan jejak audit tidak dapat diubah'); END;
CREATE TRIGGER jejak_audit_tidak_dihapus BEFORE DELETE ON jejak_audit
BEGIN SELECT RAISE(ABORT, 'catatan jejak audit tidak dapat dihapus'); END;
CREATE TRIGGER jejak_audit_tidak_diganti BEFORE INSERT ON jejak_audit
WHEN EXISTS (SELECT 1 FROM jejak_audit WHERE pemda = NEW.pemda AND nomor = NEW.nomor)
BEGIN SELECT RAISE(ABORT, 'catatan jejak audit tidak dapat diganti'); END;",
};
pub(crate) const POSTGRES: Dialect = Dialect {
    decimal: "NUMERIC",
    exact: "COLLATE \"C\"",
    bytes: "BYTEA",
    rows_by_key: "",
    entries_stay: "
CREATE FUNCTION jejak_audit_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'catatan jejak audit tidak dapat diubah atau dihapus'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER jejak_audit_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON jejak_audit
    FOR EACH STATEMENT EXECUTE FUNCTION jejak_audit_tetap();",
};

/// The steps for a database.
pub(crate) fn runner(dialect: &Dialect) -> Result<Runner, StoreError> {
    let step = |(name, sql): &(&str, &str)| {
        let sql = sql.replace("{decimal}", dialect.decimal).replace("{exact}", dialect.exact);
        let sql =
            sql.replace("{bytes}", dialect.bytes).replace("{rows_by_key}", dialect.rows_by_key);
        let sql = sql.replace("{entries_stay}", dialect.entries_stay);
        Migration::unapplied(name, &sql).map_err(|it| StoreError::Migration(it.to_string()))
    };
    let steps: Vec<Migration> = STEPS.iter().map(step).collect::<Result<_, _>>()?;
    let mut runner = Runner::new(&steps).set_grouped(true);
    runner.set_migration_table_name("migrasi");
    Ok(runner)
}

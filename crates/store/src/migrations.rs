//! The schema by numbered steps. A step that has been released is never edited; a change is a new
//! file and a new line here.

use refinery::{Migration, Runner};

use crate::error::StoreError;

/// Every step, in order: its name, and its SQL with what [`Dialect`] puts in.
const STEPS: [(&str, &str); 7] = [
    ("V1__instalasi", include_str!("../migrations/V1__instalasi.sql")),
    ("V2__fakta", include_str!("../migrations/V2__fakta.sql")),
    ("V3__orang", include_str!("../migrations/V3__orang.sql")),
    ("V4__siklus", include_str!("../migrations/V4__siklus.sql")),
    ("V5__isi", include_str!("../migrations/V5__isi.sql")),
    ("V6__komentar_tanda_tangan", include_str!("../migrations/V6__komentar_tanda_tangan.sql")),
    ("V7__katalog", include_str!("../migrations/V7__katalog.sql")),
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
}

pub(crate) const SQLITE: Dialect =
    Dialect { decimal: "TEXT", exact: "", bytes: "BLOB", rows_by_key: " WITHOUT ROWID" };
pub(crate) const POSTGRES: Dialect =
    Dialect { decimal: "NUMERIC", exact: "COLLATE \"C\"", bytes: "BYTEA", rows_by_key: "" };

/// The steps for a database.
pub(crate) fn runner(dialect: &Dialect) -> Result<Runner, StoreError> {
    let step = |(name, sql): &(&str, &str)| {
        let sql = sql.replace("{decimal}", dialect.decimal).replace("{exact}", dialect.exact);
        let sql =
            sql.replace("{bytes}", dialect.bytes).replace("{rows_by_key}", dialect.rows_by_key);
        Migration::unapplied(name, &sql).map_err(|it| StoreError::Migration(it.to_string()))
    };
    let steps: Vec<Migration> = STEPS.iter().map(step).collect::<Result<_, _>>()?;
    let mut runner = Runner::new(&steps).set_grouped(true);
    runner.set_migration_table_name("migrasi");
    Ok(runner)
}

//! The schema by numbered steps. A step that has been released is never edited; a change is a new
//! file and a new line here.

use refinery::{Migration, Runner};

use crate::error::StoreError;

/// Every step, in order: its name, and its SQL with `{decimal}` for the type of a decimal.
const STEPS: [(&str, &str); 3] = [
    ("V1__instalasi", include_str!("../migrations/V1__instalasi.sql")),
    ("V2__fakta", include_str!("../migrations/V2__fakta.sql")),
    ("V3__orang", include_str!("../migrations/V3__orang.sql")),
];

/// The step that this program needs.
pub(crate) const NEEDED: i32 = STEPS.len() as i32;

/// The steps for a database that calls decimals `decimal`.
pub(crate) fn runner(decimal: &str) -> Result<Runner, StoreError> {
    let step = |(name, sql): &(&str, &str)| {
        Migration::unapplied(name, &sql.replace("{decimal}", decimal))
            .map_err(|it| StoreError::Migration(it.to_string()))
    };
    let steps: Vec<Migration> = STEPS.iter().map(step).collect::<Result<_, _>>()?;
    let mut runner = Runner::new(&steps).set_grouped(true);
    runner.set_migration_table_name("migrasi");
    Ok(runner)
}

//! The tables of facts, as the package declares them: each row of a list is a row here.
//!
//! Beside its declared columns a row has `pemda` and `berkas`, which it belongs to; `baris_ke`, its
//! name for ever; `urutan`, its place in print; and `versi`, which counts its changes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use selaras_domain::{Code, JenisIndikator, Tahun};
use selaras_package::rows::{TableRows, Take, sections, tables};
use selaras_package::{Column, Kind, Presence, Table};

use crate::error::StoreError;
use crate::sql::{Session, Value};

/// Between the places of two rows, so that others fit between them.
pub(crate) const STEP: i64 = 1024;

/// The sections and lists that are kept as rows of a berkas. The pemda is a row of its own table,
/// which all its offices share.
pub fn fact_tables() -> impl Iterator<Item = &'static Table> {
    sections().iter().filter(|it| it.name != "pemda").chain(tables())
}

/// The statement that makes the table of a list, with its keys, references and checks.
///
/// For writing migrations; tests compare what migrations made with the declarations.
pub fn create_table(table: &Table) -> String {
    let mut sql = format!(
        "CREATE TABLE {} (\n    pemda BIGINT NOT NULL,\n    berkas BIGINT NOT NULL,\n    \
         baris_ke BIGINT NOT NULL,\n    urutan BIGINT NOT NULL,\n    \
         versi BIGINT NOT NULL DEFAULT 1,\n",
        table.name
    );
    for column in &table.columns {
        let _ = writeln!(sql, "    {},", declaration(column));
    }
    sql.push_str("    PRIMARY KEY (pemda, berkas, baris_ke),\n");
    let optional = |name: &str| {
        table.columns.iter().any(|it| it.name == name && it.presence == Presence::Optional)
    };
    let has_plain_key = !table.key.is_empty() && !table.key.iter().any(|it| optional(it));
    if has_plain_key {
        let _ = writeln!(sql, "    UNIQUE (pemda, berkas, {}),", quoted(table.key));
    }
    sql.push_str("    FOREIGN KEY (pemda, berkas) REFERENCES berkas (pemda, id) ON DELETE CASCADE");
    for column in &table.columns {
        let Some(target) = column.target else { continue };
        let (own, key) = reference(column, target);
        let _ = write!(
            sql,
            ",\n    FOREIGN KEY (pemda, berkas, {own}) REFERENCES {target} (pemda, berkas, {key})\n        \
             DEFERRABLE INITIALLY DEFERRED"
        );
    }
    sql.push_str("\n){rows_by_key};\n");
    // A key of which a part may be absent: absent is a value like any other.
    if !has_plain_key && !table.key.is_empty() {
        let part = |it: &str| match optional(it) {
            true => format!("COALESCE(\"{it}\", '')"),
            false => format!("\"{it}\""),
        };
        let parts: Vec<String> = table.key.iter().map(|it| part(it)).collect();
        let _ = writeln!(
            sql,
            "CREATE UNIQUE INDEX {}_kunci ON {} (pemda, berkas, {});",
            table.name,
            table.name,
            parts.join(", ")
        );
    }
    sql
}

/// Columns of this row, and of the row that they name.
fn reference(column: &Column, target: &str) -> (String, String) {
    let key = tables().iter().find(|it| it.name == target).map_or(&["id"][..], |it| it.key);
    let (_, others) = key.split_last().unwrap_or((&"id", &[]));
    let own: Vec<&str> = others.iter().copied().chain([column.name]).collect();
    (quoted(&own), quoted(key))
}

pub(crate) fn quoted(names: &[&str]) -> String {
    names.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ")
}

fn declaration(column: &Column) -> String {
    let name = column.name;
    let kind = match &column.kind {
        Kind::Integer | Kind::Year | Kind::Rupiah => "BIGINT",
        Kind::Decimal => "{decimal}",
        Kind::Text | Kind::Id | Kind::Date | Kind::Kode | Kind::Word(_) => "TEXT",
    };
    let mut sql = format!("\"{name}\" {kind}");
    if column.presence == Presence::Required {
        sql.push_str(" NOT NULL");
    }
    match (&column.kind, &column.range) {
        (Kind::Word(words), _) => {
            let words: Vec<String> = words.iter().map(|it| format!("'{it}'")).collect();
            let _ = write!(sql, " CHECK (\"{name}\" IN ({}))", words.join(", "));
        }
        (Kind::Date, _) => {
            let _ = write!(sql, " CHECK (length(\"{name}\") = 10)");
        }
        (Kind::Integer, Some(range)) => {
            let (from, to) = (range.start(), range.end());
            let _ = write!(sql, " CHECK (\"{name}\" BETWEEN {from} AND {to})");
        }
        (Kind::Text | Kind::Id, _) => {
            let _ = write!(sql, " CHECK (length(\"{name}\") > 0)");
        }
        _ => {}
    }
    sql
}

/// A cell of the package as a value of its column.
pub(crate) fn value(column: &Column, cell: &str) -> Value {
    if cell.is_empty() {
        return Value::Null;
    }
    let number = || cell.parse().ok().map(Value::Integer);
    let typed = match column.kind {
        Kind::Integer | Kind::Year | Kind::Rupiah => number(),
        Kind::Decimal => Decimal::from_str_exact(cell).ok().map(Value::Decimal),
        Kind::Text | Kind::Id | Kind::Date | Kind::Kode | Kind::Word(_) => None,
    };
    // Canonical cells of numbers are numbers; what is not, the database refuses with its column.
    typed.unwrap_or_else(|| Value::text(cell))
}

/// Writes the rows of a list that has none yet.
pub(crate) fn insert(
    session: &mut Session<'_>,
    (pemda, berkas): (i64, i64),
    versi: i64,
    list: &TableRows<'_>,
) -> Result<(), StoreError> {
    let rows = list.rows.iter().zip(1_i64..).map(|(cells, number)| {
        let mut values: Vec<Value> =
            vec![pemda.into(), berkas.into(), number.into(), (number * STEP).into()];
        values.push(versi.into());
        values.extend(list.table.columns.iter().zip(cells).map(|(it, cell)| value(it, cell)));
        values
    });
    session.execute_many(&insert_row(list.table), rows)
}

/// The statement that writes a new row of a list: whose it is, its name, its place, its version,
/// its cells.
pub(crate) fn insert_row(table: &Table) -> String {
    let own = ["pemda", "berkas", "baris_ke", "urutan", "versi"].into_iter();
    let columns: Vec<&str> = own.chain(table.columns.iter().map(|it| it.name)).collect();
    insert_into(table.name, &columns)
}

/// The statement that writes a row of a table with a value for each of the columns.
pub(crate) fn insert_into(table: &str, columns: &[&str]) -> String {
    let places: Vec<String> = (1..=columns.len()).map(|it| format!("${it}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", quoted(columns), places.join(", "))
}

/// The statement that reads each list of a berkas, its place in print first: pages ask for them often.
static SELECTS: LazyLock<BTreeMap<&str, String>> =
    LazyLock::new(|| fact_tables().map(|it| (it.name, select_all(it))).collect());

fn select_all(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|it| it.name).collect();
    format!(
        "SELECT urutan, baris_ke, {} FROM {} WHERE pemda = $1 AND berkas = $2",
        quoted(&columns),
        table.name
    )
}

/// Which rows of lists are wanted.
pub(crate) struct Chosen<'p> {
    /// Those of this year, in tables whose rows have one.
    pub(crate) tahun: Option<Tahun>,
    /// Those of these kinds of indikator, and what belongs to them; all where there are none.
    pub(crate) jenis: &'p [JenisIndikator],
    /// The indikator of these kinds, once they are read.
    pub(crate) indikator: Option<Vec<String>>,
}

/// Gives the rows of a list to `take`, as cells of the package; the chosen ones, where only some are
/// wanted. The list of indikator comes before what belongs to them.
pub(crate) fn select(
    session: &mut Session<'_>,
    (pemda, berkas): (i64, i64),
    table: &Table,
    chosen: Option<&mut Chosen<'_>>,
    take: &mut Take<'_>,
) -> Result<(), StoreError> {
    let mut sql = SELECTS
        .get(table.name)
        .map_or_else(|| Cow::Owned(select_all(table)), |it| Cow::Borrowed(it.as_str()));
    let mut values: Vec<Value> = vec![pemda.into(), berkas.into()];
    let Some(chosen) = chosen else { return session.each(&sql, &values, take) };
    // A year that may be absent says from when something holds, and not of which year a row is.
    let has_year =
        table.columns.iter().any(|it| it.name == "tahun" && it.presence == Presence::Required);
    if let Some(tahun) = chosen.tahun.filter(|_| has_year) {
        values.push(i64::from(tahun.get()).into());
        let _ = write!(sql.to_mut(), " AND \"tahun\" = ${}", values.len());
    }
    if table.name == "indikator" && !chosen.jenis.is_empty() {
        let kinds: Vec<String> = chosen.jenis.iter().map(|it| format!("'{}'", it.code())).collect();
        let _ = write!(sql.to_mut(), " AND jenis IN ({})", kinds.join(", "));
        let own = table.column_index("id");
        let known = chosen.indikator.insert(Vec::new());
        return session.each(&sql, &values, &mut |place, cells| {
            known.extend(own.and_then(|it| Some(cells[it].as_deref()?.to_owned())));
            take(place, cells);
        });
    }
    if let Some(known) = &chosen.indikator
        && table.column_index("indikator").is_some()
    {
        // Named one by one: to look for their kinds again would cost more in each table.
        let first = values.len() + 1;
        values.extend(known.iter().map(Value::text));
        let places: Vec<String> = (first..=values.len()).map(|it| format!("${it}")).collect();
        let _ = write!(sql.to_mut(), " AND indikator IN ({})", places.join(", "));
    }
    session.each(&sql, &values, take)
}

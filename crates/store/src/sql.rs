//! One SQL text for two databases: values that both know, and a session that runs statements.
//!
//! Placeholders are `$1`, `$2`, … in the order of their first use, which both understand. Decimals
//! are NUMERIC in PostgreSQL and TEXT in SQLite, so SQL never adds or orders them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::error::Error;

use bytes::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, accepts, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rust_decimal::Decimal;
use selaras_package::rows::Take;

use crate::error::StoreError;

/// A value of a cell of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Integer(i64),
    Decimal(Decimal),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    pub(crate) fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// As the text of a cell of the package; nothing for NULL.
    pub(crate) fn into_cell(self) -> String {
        match self {
            Value::Null => String::new(),
            Value::Integer(number) => number.to_string(),
            Value::Decimal(number) => number.to_string(),
            Value::Text(text) => text,
            // No cell of the package holds bytes.
            Value::Bytes(_) => String::new(),
        }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        match self {
            Value::Bytes(bytes) => bytes,
            other => other.into_cell().into_bytes(),
        }
    }

    pub(crate) fn as_integer(&self) -> Option<i64> {
        match self {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Integer(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Value {
        text.map_or(Value::Null, Value::from)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Value::Decimal(number) => ToSqlOutput::from(number.to_string()),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Integer(number) if *kind == Type::INT4 => {
                i32::try_from(*number)?.to_sql(kind, out)
            }
            Value::Integer(number) => number.to_sql(kind, out),
            Value::Decimal(number) => number.to_sql(kind, out),
            // A copy of a database of SQLite, where decimals are texts.
            Value::Text(text) if *kind == Type::NUMERIC => {
                Decimal::from_str_exact(text)?.to_sql(kind, out)
            }
            Value::Text(text) => text.to_sql(kind, out),
            Value::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    accepts!(INT4, INT8, NUMERIC, TEXT, VARCHAR, BYTEA);
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Value, Box<dyn Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT4 => Value::Integer(i64::from(i32::from_sql(kind, raw)?)),
            Type::INT8 => Value::Integer(i64::from_sql(kind, raw)?),
            Type::NUMERIC => Value::Decimal(Decimal::from_sql(kind, raw)?),
            Type::BYTEA => Value::Bytes(Vec::from_sql(kind, raw)?),
            _ => Value::Text(String::from_sql(kind, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Value, Box<dyn Error + Sync + Send>> {
        Ok(Value::Null)
    }

    accepts!(INT4, INT8, NUMERIC, TEXT, VARCHAR, BYTEA);
}

/// A connection in use: all that code above this file knows of a database.
pub(crate) enum Session<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(postgres::Transaction<'c>, &'c mut Prepared),
}

/// The statements that a connection to PostgreSQL has prepared, by their text.
pub(crate) type Prepared = HashMap<String, postgres::Statement>;

/// The statement, prepared at its first use on a connection.
fn prepared(
    transaction: &mut postgres::Transaction<'_>,
    known: &mut Prepared,
    sql: &str,
) -> Result<postgres::Statement, StoreError> {
    if let Some(statement) = known.get(sql) {
        return Ok(statement.clone());
    }
    let statement = transaction.prepare(sql)?;
    known.insert(sql.to_owned(), statement.clone());
    Ok(statement)
}

#[cfg(test)]
thread_local! {
    /// The queries of this thread.
    pub(crate) static QUERIES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Session<'_> {
    fn note_query(&self) {
        #[cfg(test)]
        QUERIES.set(QUERIES.get() + 1);
    }

    /// Ends a transaction of PostgreSQL well; that of SQLite is the queue's.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        match self {
            Session::Sqlite(_) => Ok(()),
            Session::Postgres(transaction, _) => Ok(transaction.commit()?),
        }
    }

    /// The rows of a query.
    pub(crate) fn query(
        &mut self,
        sql: &str,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        self.note_query();
        match self {
            Session::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let n_columns = statement.column_count();
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                let mut found = Vec::new();
                while let Some(row) = rows.next()? {
                    let cell = |index| {
                        Ok(match row.get_ref(index)? {
                            ValueRef::Null => Value::Null,
                            ValueRef::Integer(number) => Value::Integer(number),
                            ValueRef::Text(text) => {
                                Value::Text(String::from_utf8_lossy(text).into_owned())
                            }
                            ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                            ValueRef::Real(_) => return Err(binary_fraction(sql)),
                        })
                    };
                    found.push((0..n_columns).map(cell).collect::<Result<_, StoreError>>()?);
                }
                Ok(found)
            }
            Session::Postgres(transaction, known) => {
                let statement = prepared(transaction, known, sql)?;
                let rows = transaction.query(&statement, &parameters(values))?;
                let cells = |row: &postgres::Row| {
                    (0..row.len()).map(|index| Ok(row.try_get(index)?)).collect()
                };
                rows.iter().map(cells).collect()
            }
        }
    }

    /// Gives the rows of a query to `take` one by one: two numbers, and then cells of the package.
    /// Texts stay where the database has them; a page reads a thousand.
    pub(crate) fn each(
        &mut self,
        sql: &str,
        values: &[Value],
        take: &mut Take<'_>,
    ) -> Result<(), StoreError> {
        self.note_query();
        match self {
            Session::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let n_columns = statement.column_count();
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    let cell = |index| {
                        Ok(Some(match row.get_ref(index)? {
                            ValueRef::Text(text) => std::str::from_utf8(text)
                                .map_or_else(|_| String::from_utf8_lossy(text), Cow::Borrowed),
                            // No cell of the package holds bytes.
                            ValueRef::Null | ValueRef::Blob(_) => Cow::Borrowed(""),
                            ValueRef::Integer(number) => Cow::Owned(number.to_string()),
                            ValueRef::Real(_) => return Err(binary_fraction(sql)),
                        }))
                    };
                    let mut cells = Vec::with_capacity(n_columns);
                    for index in 2..n_columns {
                        cells.push(cell(index)?);
                    }
                    take((row.get(0)?, row.get(1)?), &cells);
                }
            }
            Session::Postgres(transaction, known) => {
                let statement = prepared(transaction, known, sql)?;
                for row in transaction.query(&statement, &parameters(values))? {
                    let cell = |(index, column): (usize, &postgres::Column)| {
                        Ok(Some(match *column.type_() {
                            Type::TEXT | Type::VARCHAR => {
                                let text: Option<&str> = row.try_get(index)?;
                                Cow::Borrowed(text.unwrap_or_default())
                            }
                            _ => Cow::Owned(row.try_get::<_, Value>(index)?.into_cell()),
                        }))
                    };
                    let cells = row.columns().iter().enumerate().skip(2).map(cell);
                    let cells: Vec<_> = cells.collect::<Result<_, StoreError>>()?;
                    take((row.try_get(0)?, row.try_get(1)?), &cells);
                }
            }
        }
        Ok(())
    }

    /// The one row that a query has; `None` when it has none.
    pub(crate) fn query_one(
        &mut self,
        sql: &str,
        values: &[Value],
    ) -> Result<Option<Vec<Value>>, StoreError> {
        Ok(self.query(sql, values)?.into_iter().next())
    }

    /// Runs a statement; gives the number of rows that it changed.
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        match self {
            Session::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let changed = statement.execute(rusqlite::params_from_iter(values))?;
                Ok(changed as u64)
            }
            Session::Postgres(transaction, known) => {
                let statement = prepared(transaction, known, sql)?;
                Ok(transaction.execute(&statement, &parameters(values))?)
            }
        }
    }

    /// Runs one statement for many rows.
    pub(crate) fn execute_many(
        &mut self,
        sql: &str,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Result<(), StoreError> {
        match self {
            Session::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                for row in rows {
                    statement.execute(rusqlite::params_from_iter(&row))?;
                }
            }
            Session::Postgres(transaction, known) => {
                let statement = prepared(transaction, known, sql)?;
                for row in rows {
                    transaction.execute(&statement, &parameters(&row))?;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self, Session::Postgres(..))
    }
}

/// No column is declared as one.
fn binary_fraction(sql: &str) -> StoreError {
    StoreError::Unavailable(format!("bilangan pecahan biner pada `{sql}`"))
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|it| it as &(dyn ToSql + Sync)).collect()
}

//! A fresh installation of either kind for each test.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "each test file uses its own part of it"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot begin must say where")]

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use selaras_domain::Berkas;
use selaras_store::{Pelaku, Place};
use tempfile::TempDir;

/// An empty place that goes away with the test.
pub(crate) struct Fresh {
    pub(crate) place: Place,
    folder: Option<TempDir>,
    /// The server's own database, and the name of the one that was made.
    made: Option<(String, String)>,
}

impl Fresh {
    /// The folder of an embedded installation.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.as_ref().expect("only asked of an embedded installation").path().to_owned()
    }
}

pub(crate) fn sqlite() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    Fresh { place: Place::Folder(folder.path().to_owned()), folder: Some(folder), made: None }
}

/// A new database on the server that `./test` starts.
pub(crate) fn postgres() -> Fresh {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("SELARAS_TEST_POSTGRES")
        .expect("SELARAS_TEST_POSTGRES names a server, as `./test` starts one");
    let name = format!("selaras_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut client = connect(&server);
    client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    let place = Place::Postgres(format!("{base}/{name}"));
    Fresh { place, folder: None, made: Some((server, name)) }
}

pub(crate) fn connect(url: &str) -> postgres::Client {
    postgres::Client::connect(url, postgres::NoTls).unwrap()
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.made {
            let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            connect(server).batch_execute(&sql).unwrap();
        }
    }
}

/// Runs a statement behind the back of the store.
pub(crate) fn tamper(place: &Place, sql: &str) {
    match place {
        Place::Folder(folder) => {
            let connection = rusqlite::Connection::open(folder.join("selaras.db")).unwrap();
            connection.execute_batch(sql).unwrap();
        }
        Place::Postgres(url) => connect(url).batch_execute(sql).unwrap(),
    }
}

/// Takes away what keeps entries of the trail as they are, as the owner of a database can.
pub(crate) fn disarm(place: &Place) {
    let sql = match place {
        Place::Folder(_) => {
            "DROP TRIGGER jejak_audit_tidak_diubah; DROP TRIGGER jejak_audit_tidak_dihapus"
        }
        Place::Postgres(_) => "DROP TRIGGER jejak_audit_tetap ON jejak_audit",
    };
    tamper(place, sql);
}

pub(crate) fn example(name: &str) -> Berkas {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    selaras_package::read(&path).unwrap()
}

pub(crate) fn pelaku() -> Pelaku {
    Pelaku {
        nama: "uji".to_owned(),
        asal: "terminal".to_owned(),
        waktu: "2024-01-15T03:04:05Z".to_owned(),
    }
}

/// Whether the schema refuses a statement.
pub(crate) fn is_refused(place: &Place, sql: &str) -> bool {
    match place {
        Place::Folder(folder) => {
            let connection = rusqlite::Connection::open(folder.join("selaras.db")).unwrap();
            connection.pragma_update(None, "foreign_keys", true).unwrap();
            connection.execute_batch(sql).is_err()
        }
        Place::Postgres(url) => connect(url).batch_execute(sql).is_err(),
    }
}

/// The names of the columns of a table, sorted.
pub(crate) fn columns(place: &Place, table: &str) -> Vec<String> {
    let mut names: Vec<String> = match place {
        Place::Folder(folder) => {
            let connection = rusqlite::Connection::open(folder.join("selaras.db")).unwrap();
            let mut query = connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
            let rows = query.query_map([table], |row| row.get(0)).unwrap();
            rows.collect::<Result<_, _>>().unwrap()
        }
        Place::Postgres(url) => {
            let sql = "SELECT column_name::text FROM information_schema.columns \
                       WHERE table_schema = current_schema() AND table_name = $1";
            let rows = connect(url).query(sql, &[&table]).unwrap();
            rows.iter().map(|it| it.get(0)).collect()
        }
    };
    names.sort_unstable();
    names
}

/// Runs a promise on both databases.
macro_rules! on_both {
    ($($(#[$doc:meta])* fn $name:ident($fresh:ident: Fresh) $body:block)+) => {
        $(
            mod $name {
                use super::*;

                fn promise($fresh: Fresh) $body

                #[test]
                fn on_sqlite() {
                    promise(crate::support::sqlite());
                }

                #[test]
                fn on_postgres() {
                    promise(crate::support::postgres());
                }
            }
        )+
    };
}

pub(crate) use on_both;

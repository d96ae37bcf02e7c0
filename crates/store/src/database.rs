//! Opening a database, reading from it side by side, and writing to it one after another.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::OpenFlags;

use crate::error::StoreError;
use crate::migrations;
use crate::sql::{Prepared, Session};

/// Connections that read at the same time.
const READERS: u32 = 8;
/// KiB of pages that a reader of SQLite keeps; the operating system keeps the rest of the file.
const READER_CACHE: i64 = 1024;
/// How long a reader waits for a connection, and a writer for the lock of the file.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a page waits for a server of PostgreSQL; and while that is known to be down, so that pages
/// do not queue for the same bad news.
const SERVER_PATIENCE: Duration = Duration::from_secs(3);
const SERVER_GLANCE: Duration = Duration::from_millis(250);
/// How soon a server is given up that no longer answers at all.
const SILENCE: Duration = Duration::from_secs(15);
/// Writes that share one wait for the disk.
const BATCH: usize = 64;
/// Statements that stay prepared.
const STATEMENTS: usize = 256;
/// How often a write is tried again that lost against another node.
const RETRIES: usize = 10;

/// The name of the lock under which the tables of a server are made: «selaras» in its letters.
const MIGRATING: i64 = 0x0073_656c_6172_6173;

/// The file of the embedded database in its folder.
const FILE: &str = "selaras.db";

/// Where an installation keeps its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder with one file of SQLite.
    Folder(PathBuf),
    /// `postgres://…`.
    Postgres(String),
}

impl Place {
    /// Reads the address of a server.
    ///
    /// # Errors
    ///
    /// [`StoreError::Address`] for what is no address of PostgreSQL.
    pub fn from_url(url: &str) -> Result<Place, StoreError> {
        match url.starts_with("postgres://") || url.starts_with("postgresql://") {
            true => Ok(Place::Postgres(url.to_owned())),
            false => Err(StoreError::Address(url.to_owned())),
        }
    }

    /// The file of the embedded database.
    pub(crate) fn file(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }
}

/// An open database of either kind.
pub(crate) enum Database {
    Sqlite { file: PathBuf, readers: r2d2::Pool<SqliteConnectionManager>, writer: Writer },
    Postgres { pool: Servers },
}

/// The connections to a server of PostgreSQL, and whether the last who asked for one got none.
pub(crate) struct Servers {
    pool: r2d2::Pool<Server>,
    is_down: AtomicBool,
}

impl Servers {
    fn connect(mut config: postgres::Config) -> Result<Servers, StoreError> {
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(SERVER_PATIENCE);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        let pool = r2d2::Pool::builder()
            .max_size(READERS)
            .min_idle(Some(1))
            .connection_timeout(SERVER_PATIENCE)
            .build(Server(config))?;
        Ok(Servers { pool, is_down: AtomicBool::new(false) })
    }

    /// A connection. While the server is down the pool goes on trying; whoever asks only looks.
    fn get(&self) -> Result<r2d2::PooledConnection<Server>, r2d2::Error> {
        let is_down = self.is_down.load(Ordering::Relaxed);
        let found = self.pool.get_timeout(if is_down { SERVER_GLANCE } else { SERVER_PATIENCE });
        self.is_down.store(found.is_err(), Ordering::Relaxed);
        found
    }
}

/// Makes connections to a server of PostgreSQL.
pub(crate) struct Server(postgres::Config);

/// A connection to PostgreSQL, with the statements that it has prepared.
pub(crate) struct Node {
    client: postgres::Client,
    prepared: Prepared,
}

impl r2d2::ManageConnection for Server {
    type Connection = Node;
    type Error = postgres::Error;

    fn connect(&self) -> Result<Node, postgres::Error> {
        let client = self.0.connect(postgres::NoTls)?;
        Ok(Node { client, prepared: Prepared::new() })
    }

    fn is_valid(&self, node: &mut Node) -> Result<(), postgres::Error> {
        node.client.simple_query("").map(drop)
    }

    fn has_broken(&self, node: &mut Node) -> bool {
        node.client.is_closed()
    }
}

/// What whoever runs the machine must know of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// `SQLite` or `PostgreSQL`.
    pub kind: &'static str,
    /// Its size.
    pub bytes: u64,
    /// How many migrations have run.
    pub version: i32,
}

/// The facts of an installation.
pub struct Store {
    database: Database,
}

impl Store {
    /// Opens an installation whose tables are those of this program.
    ///
    /// # Errors
    ///
    /// Where there is none, where it needs another version, and where it cannot be reached.
    pub fn open(place: &Place) -> Result<Store, StoreError> {
        if let Place::Folder(folder) = place
            && !Place::file(folder).is_file()
        {
            return Err(StoreError::Absent(folder.clone()));
        }
        let store = Store { database: Database::connect(place)? };
        store.check_version()?;
        Ok(store)
    }

    /// Makes the tables of an installation, or brings them up to this program, and opens it.
    ///
    /// # Errors
    ///
    /// Where the database cannot be reached, and where a later program has been at work.
    pub fn migrate(place: &Place) -> Result<Store, StoreError> {
        if let Place::Folder(folder) = place {
            let file = |source| StoreError::File { path: folder.clone(), source };
            std::fs::create_dir_all(folder).map_err(file)?;
        }
        let store = Store { database: Database::connect(place)? };
        let found = store.database.version()?;
        let needed = migrations::NEEDED;
        if found > needed {
            return Err(StoreError::Version { found, needed });
        }
        store.database.migrate()?;
        Ok(store)
    }

    /// Opens the installation in a file: a backup, which is only read, also where nothing can be
    /// written.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_file(file: &Path) -> Result<Store, StoreError> {
        if !file.is_file() {
            return Err(StoreError::Absent(file.to_owned()));
        }
        let store = Store { database: Database::connect_backup(file)? };
        match store.check_version() {
            Err(StoreError::Version { found: 0, .. }) => Err(StoreError::Foreign(file.to_owned())),
            checked => checked.map(|()| store),
        }
    }

    fn check_version(&self) -> Result<(), StoreError> {
        let found = self.database.version()?;
        let needed = migrations::NEEDED;
        (found == needed).then_some(()).ok_or(StoreError::Version { found, needed })
    }

    /// What whoever runs the machine must know of the database.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn health(&self) -> Result<Health, StoreError> {
        self.read(|session| {
            let (kind, sql) = match session {
                Session::Sqlite(_) => (
                    "SQLite",
                    "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
                ),
                Session::Postgres(..) => {
                    ("PostgreSQL", "SELECT pg_database_size(current_database())")
                }
            };
            let bytes = session.query_one(sql, &[])?.and_then(|it| it.first()?.as_integer());
            let bytes = bytes.and_then(|it| u64::try_from(it).ok()).unwrap_or_default();
            Ok(Health { kind, bytes, version: self.version() })
        })
    }

    /// Whether the database is a file that this process reads itself.
    pub fn is_embedded(&self) -> bool {
        matches!(self.database, Database::Sqlite { .. })
    }

    /// The step of the schema: how many migrations have run.
    pub fn version(&self) -> i32 {
        migrations::NEEDED
    }

    /// Reads in one transaction, from one state of all tables.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&mut Session<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match &self.database {
            Database::Sqlite { readers, .. } => {
                let connection = readers.get()?;
                let snapshot = Snapshot::of(&connection)?;
                work(&mut Session::Sqlite(snapshot.0))
            }
            Database::Postgres { pool } => {
                let Node { client, prepared } = &mut *pool.get()?;
                let transaction = client
                    .build_transaction()
                    .isolation_level(postgres::IsolationLevel::RepeatableRead)
                    .read_only(true)
                    .start()?;
                work(&mut Session::Postgres(transaction, prepared))
            }
        }
    }

    /// Writes in one transaction: all of it, or nothing. When this returns, it is on the disk.
    ///
    /// The work may be done again after losing against another node, so it changes nothing outside
    /// of the database.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Session<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        match &self.database {
            Database::Sqlite { writer, .. } => writer.write(work),
            Database::Postgres { pool } => {
                for _ in 0..RETRIES {
                    let Node { client, prepared } = &mut *pool.get()?;
                    let mut session = Session::Postgres(client.transaction()?, prepared);
                    let done = work(&mut session).and_then(|value| {
                        session.commit()?;
                        Ok(value)
                    });
                    match done {
                        Err(StoreError::LostRace) => {}
                        done => return done,
                    }
                }
                Err(StoreError::LostRace)
            }
        }
    }
}

impl Store {
    /// Writes once, with a transaction of its own, however long that takes: for copies, whose work
    /// holds what it copies from.
    pub(crate) fn write_once<T>(
        &self,
        work: impl FnOnce(&mut Session<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match &self.database {
            Database::Sqlite { file, .. } => {
                let mut connection = open_writer(file)?;
                let transaction = connection.transaction()?;
                let value = work(&mut Session::Sqlite(&transaction))?;
                transaction.commit()?;
                Ok(value)
            }
            Database::Postgres { pool } => {
                let Node { client, prepared } = &mut *pool.get()?;
                let mut session = Session::Postgres(client.transaction()?, prepared);
                let value = work(&mut session)?;
                session.commit()?;
                Ok(value)
            }
        }
    }

    /// Brings everything that SQLite keeps beside its file into the file.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        let Database::Sqlite { writer, .. } = &self.database else { return Ok(()) };
        writer.with_connection(|connection| {
            Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
        })
    }
}

fn open_writer(file: &Path) -> Result<rusqlite::Connection, StoreError> {
    let connection = rusqlite::Connection::open(file)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// A transaction that only reads. Its statements are kept, as those of the queries are: a page reads
/// a dozen times.
struct Snapshot<'c>(&'c rusqlite::Connection);

impl<'c> Snapshot<'c> {
    fn of(connection: &'c rusqlite::Connection) -> rusqlite::Result<Snapshot<'c>> {
        connection.prepare_cached("BEGIN")?.execute([])?;
        Ok(Snapshot(connection))
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        // Where this fails, the next BEGIN of the connection fails too, and says so.
        let _ = self.0.prepare_cached("ROLLBACK").and_then(|mut it| it.execute([]));
    }
}

fn open_readers(
    file: &Path,
    flags: OpenFlags,
) -> Result<r2d2::Pool<SqliteConnectionManager>, StoreError> {
    let manager = SqliteConnectionManager::file(file).with_flags(flags).with_init(|it| {
        it.pragma_update(None, "query_only", true)?;
        it.pragma_update(None, "cache_size", -READER_CACHE)?;
        it.set_prepared_statement_cache_capacity(STATEMENTS);
        it.busy_timeout(PATIENCE)
    });
    // A pool would try again and again what cannot be opened, or is no database.
    let first = rusqlite::Connection::open_with_flags(file, flags)?;
    match first.query_row("SELECT COUNT(*) FROM sqlite_master", [], |_| Ok(())) {
        Err(it) if it.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(StoreError::Foreign(file.to_owned()));
        }
        // What else is wrong shows where it matters.
        _ => drop(first),
    }
    let pool =
        r2d2::Pool::builder().max_size(READERS).min_idle(Some(1)).connection_timeout(PATIENCE);
    Ok(pool.build(manager)?)
}

impl Database {
    fn connect_file(file: &Path) -> Result<Database, StoreError> {
        let writer = Writer::start(file)?;
        let readers = open_readers(file, OpenFlags::default())?;
        Ok(Database::Sqlite { file: file.to_owned(), readers, writer })
    }

    /// For reading alone: no writer, and no file beside it.
    fn connect_backup(file: &Path) -> Result<Database, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let readers = open_readers(file, flags)?;
        Ok(Database::Sqlite { file: file.to_owned(), readers, writer: Writer::none() })
    }

    fn connect(place: &Place) -> Result<Database, StoreError> {
        match place {
            Place::Folder(folder) => Database::connect_file(&Place::file(folder)),
            Place::Postgres(url) => {
                let config: postgres::Config =
                    url.parse().map_err(|_| StoreError::Address(url.clone()))?;
                Ok(Database::Postgres { pool: Servers::connect(config)? })
            }
        }
    }

    /// The last migration that has run; 0 in a new database.
    fn version(&self) -> Result<i32, StoreError> {
        const LAST: &str = "SELECT COALESCE(MAX(version), 0) FROM migrasi";
        match self {
            Database::Sqlite { readers, .. } => {
                let connection = readers.get()?;
                let is_new = "SELECT COUNT(*) = 0 FROM sqlite_master WHERE name = 'migrasi'";
                if connection.query_row(is_new, [], |row| row.get(0))? {
                    return Ok(0);
                }
                Ok(connection.query_row(LAST, [], |row| row.get(0))?)
            }
            Database::Postgres { pool } => {
                let client = &mut pool.get()?.client;
                let is_new = "SELECT to_regclass('migrasi') IS NULL";
                if client.query_one(is_new, &[])?.try_get(0)? {
                    return Ok(0);
                }
                Ok(client.query_one(LAST, &[])?.try_get(0)?)
            }
        }
    }

    fn migrate(&self) -> Result<(), StoreError> {
        let failed = |it: refinery::Error| StoreError::Migration(it.to_string());
        match self {
            Database::Sqlite { writer, .. } => writer.with_connection(move |connection| {
                migrations::runner(&migrations::SQLITE)?.run(connection).map_err(failed)?;
                Ok(())
            }),
            Database::Postgres { pool } => {
                let client = &mut pool.get()?.client;
                // Nodes that start together take turns; who comes later finds it done. It belongs to
                // the connection, and ends with it.
                client.execute("SELECT pg_advisory_lock($1)", &[&MIGRATING])?;
                let runner = migrations::runner(&migrations::POSTGRES)?;
                let done = runner.run(client).map(drop).map_err(failed);
                client.execute("SELECT pg_advisory_unlock($1)", &[&MIGRATING])?;
                done
            }
        }
    }
}

/// A write that waits for its turn, or has had it and waits for the end of its transaction.
trait Job: Send {
    /// Does the work within the transaction that is open; what fails leaves nothing behind.
    fn run(&mut self, connection: &mut rusqlite::Connection) -> Result<(), StoreError>;

    /// Tells the caller how it ended.
    fn finish(self: Box<Self>, ended: Result<(), StoreError>);
}

struct Write<F, T> {
    work: F,
    value: Option<T>,
    reply: mpsc::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Write<F, T>
where
    F: Fn(&mut Session<'_>) -> Result<T, StoreError> + Send,
    T: Send,
{
    fn run(&mut self, connection: &mut rusqlite::Connection) -> Result<(), StoreError> {
        let point = connection.savepoint()?;
        self.value = Some((self.work)(&mut Session::Sqlite(&point))?);
        point.commit()?;
        Ok(())
    }

    fn finish(mut self: Box<Self>, ended: Result<(), StoreError>) {
        let value = self.value.take();
        // A caller that is gone no longer wants to know.
        let _ = self.reply.send(ended.map(|()| value.expect("work that ended well has a value")));
    }
}

type Alone = Box<dyn FnOnce(&mut rusqlite::Connection) + Send>;

enum Order {
    /// In a transaction that others may share.
    Write(Box<dyn Job>),
    /// With the connection itself, between transactions.
    Alone(Alone),
}

/// The one writer of a file: a thread with a queue. What waits when a transaction begins shares it,
/// and with it the one wait for the disk; a write that fails takes only itself back.
pub(crate) struct Writer {
    /// Absent while it ends, and where nothing is written.
    queue: Option<mpsc::Sender<Order>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        // What waits is still written; then the thread closes the file.
        let _ = self.thread.take().map(std::thread::JoinHandle::join);
    }
}

impl Writer {
    /// For a file that is only read.
    fn none() -> Writer {
        Writer { queue: None, thread: None }
    }

    fn start(file: &Path) -> Result<Writer, StoreError> {
        let mut connection = open_writer(file)?;
        let (queue, orders) = mpsc::channel();
        let run = move || serve(&mut connection, &orders);
        let thread = std::thread::Builder::new().name("penulis".to_owned());
        let thread = thread
            .spawn(run)
            .map_err(|source| StoreError::File { path: file.to_owned(), source })?;
        Ok(Writer { queue: Some(queue), thread: Some(thread) })
    }

    /// Does work in a transaction of the queue, and waits until it is on the disk.
    fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Session<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = mpsc::channel();
        self.ask(Order::Write(Box::new(Write { work, value: None, reply })), &answer)
    }

    /// Does work with the connection itself, between the transactions of the queue.
    pub(crate) fn with_connection<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut rusqlite::Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = mpsc::channel();
        let alone: Alone = Box::new(move |connection| {
            let _ = reply.send(work(connection));
        });
        self.ask(Order::Alone(alone), &answer)
    }

    fn ask<T>(
        &self,
        order: Order,
        answer: &mpsc::Receiver<Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        let gone = || StoreError::Unavailable("penulis pangkalan data berhenti".to_owned());
        self.queue.as_ref().ok_or_else(gone)?.send(order).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }
}

/// Serves the queue until nobody can add to it any more.
fn serve(connection: &mut rusqlite::Connection, orders: &mpsc::Receiver<Order>) {
    let mut held = None;
    while let Some(order) = held.take().or_else(|| orders.recv().ok()) {
        match order {
            Order::Alone(work) => work(connection),
            Order::Write(first) => {
                let mut batch = vec![first];
                while batch.len() < BATCH {
                    match orders.try_recv() {
                        Ok(Order::Write(next)) => batch.push(next),
                        Ok(alone) => {
                            held = Some(alone);
                            break;
                        }
                        Err(_) => break,
                    }
                }
                run_batch(connection, batch);
            }
        }
    }
}

/// Does the writes of a batch in one transaction. Where that cannot be committed (a reference of one
/// of them leads to nothing, the disk is full), each is done again by itself, so that only those fail
/// that must.
fn run_batch(connection: &mut rusqlite::Connection, mut batch: Vec<Box<dyn Job>>) {
    if let [_] = batch[..] {
        return run_alone(connection, batch.remove(0));
    }
    let shared = (|| {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        for job in &mut batch {
            job.run(connection)?;
        }
        connection.execute_batch("COMMIT")?;
        Ok::<(), StoreError>(())
    })();
    match shared {
        Ok(()) => batch.into_iter().for_each(|job| job.finish(Ok(()))),
        Err(_) => {
            take_back(connection);
            batch.into_iter().for_each(|job| run_alone(connection, job));
        }
    }
}

fn run_alone(connection: &mut rusqlite::Connection, mut job: Box<dyn Job>) {
    let ended = (|| {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        job.run(connection)?;
        connection.execute_batch("COMMIT")?;
        Ok(())
    })();
    if ended.is_err() {
        take_back(connection);
    }
    job.finish(ended);
}

/// Ends a transaction that failed. A full disk may have ended it already.
fn take_back(connection: &rusqlite::Connection) {
    if !connection.is_autocommit() {
        // Where even that fails, the next BEGIN says so to the next caller.
        let _ = connection.execute_batch("ROLLBACK");
    }
}

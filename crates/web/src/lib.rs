//! The application: the people of a city do the cycle from plan to report in it.
//!
//! Pages are made on the server and work without scripts; a little script of our own makes grids
//! quicker. Each address stands once in `routes`, with who may use it; each page is a plain function
//! from an `ask::Ask` to a reply, which the server runs beside others, never on its own thread.

mod api;
mod ask;
mod asset;
mod changes;
mod chart;
mod context;
mod entry;
mod export;
mod findings;
mod frame;
mod intake;
mod list;
mod media;
mod mistakes;
mod page;
mod permission;
mod printed;
mod ringkasan;
mod routes;
mod server;
mod sheet;
mod status;
mod tasks;
mod typeset;
mod widget;
mod workbook;

pub use findings::proven;
pub use page::nomenklatur::read_katalog;

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, Weak};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use selaras_pdf::Fonts;
use selaras_store::Store;

pub use permission::{PERMISSIONS, Permission, PermissionRule};
pub use routes::{Route, routes};
pub use server::{router, serve};

/// What an administrator decides about the server.
pub struct Settings {
    /// The address that people type, without a path: `https://sakip.contoh.go.id`. Links begin with it,
    /// its pages may send forms here, and with `https` cookies travel encrypted only.
    pub origin: String,
    /// Whether anybody may enter as anybody: the demo, and nothing else.
    pub demo: bool,
    /// Hours and minutes from UTC to the clock on the wall: +7 for WIB.
    pub offset: Offset,
    /// Whether a proxy in front says where a request comes from.
    pub behind_proxy: bool,
    /// Bytes that the proofs of an office and year may take together.
    pub evidence_limit: u64,
    /// The program that sets documents in a process of its own, `selaras report`; without one they
    /// are set here, and their memory stays.
    pub program: Option<PathBuf>,
    /// The folder that backups made on screen go to; without one they are made by the command only.
    pub backups: Option<PathBuf>,
    /// Takes what went wrong, for whoever runs the machine.
    pub log: fn(&str),
}

impl Settings {
    /// Whether people come over an encrypted line.
    fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// Documents that are set at the same time; each takes a core and a hundred megabytes.
const RENDERS: usize = 2;

/// Pages that are made at the same time on a core, where each waits for a server of the database.
const PAGES_A_CORE: usize = 4;

/// Files that are received at the same time.
const UPLOADS: usize = 2;

/// All that a page needs beside what was asked.
pub struct App {
    store: Store,
    settings: Settings,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
    fonts: Fonts,
    pages: Arc<tokio::sync::Semaphore>,
    renders: Permits,
    uploads: tokio::sync::Semaphore,
    findings: findings::Findings,
    working: page::reviu::Working,
    /// Itself, for work that goes on when the request that began it is answered.
    me: Weak<App>,
}

impl App {
    /// The clock is the caller's, so that tests can turn it.
    pub fn new(
        store: Store,
        settings: Settings,
        clock: impl Fn() -> Timestamp + Send + Sync + 'static,
    ) -> Arc<App> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from).max(2);
        // More pages than cores only push each other out of the caches: a page costs a quarter more.
        let pages = if store.is_embedded() { cores + 1 } else { cores * PAGES_A_CORE };
        Arc::new_cyclic(|me| App {
            store,
            settings,
            clock: Box::new(clock),
            fonts: Fonts::embedded(),
            pages: Arc::new(tokio::sync::Semaphore::new(pages)),
            renders: Permits::new(RENDERS),
            uploads: tokio::sync::Semaphore::new(UPLOADS),
            findings: findings::Findings::default(),
            working: page::reviu::Working::default(),
            me: me.clone(),
        })
    }

    fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Itself; none only while it ends.
    fn shared(&self) -> Option<Arc<App>> {
        self.me.upgrade()
    }

    /// When a day begins where the offices are, as the trail writes times: without the sign of the zone,
    /// before which fractions of that second sort.
    fn start_of(&self, day: Date) -> Option<String> {
        let start = self.settings.offset.to_timestamp(day.at(0, 0, 0, 0)).ok()?;
        Some(start.to_string().trim_end_matches('Z').to_owned())
    }

    /// The day where the offices are.
    fn day(&self, at: Timestamp) -> Date {
        self.settings.offset.to_datetime(at).date()
    }
}

/// As many at a time as there are permits; others wait.
struct Permits {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Permits {
    fn new(n: usize) -> Permits {
        Permits { free: Mutex::new(n), freed: Condvar::new() }
    }

    /// Does the work when its turn comes.
    fn with<T>(&self, work: impl FnOnce() -> T) -> T {
        struct GiveBack<'p>(&'p Permits);
        impl Drop for GiveBack<'_> {
            fn drop(&mut self) {
                *lock(&self.0.free) += 1;
                self.0.freed.notify_one();
            }
        }
        let mut free = lock(&self.free);
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(std::sync::PoisonError::into_inner);
        }
        *free -= 1;
        drop(free);
        let _turn = GiveBack(self);
        work()
    }
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // A count is right whatever happened to whoever held it.
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

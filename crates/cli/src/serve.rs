//! `selaras serve`: the application on a socket, until somebody stops it.

use std::io::{self, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;

use jiff::tz::Offset;
use selaras_store::{Penugasan, Peran, StatusPenugasan, Store};
use selaras_web::{App, Settings};

use crate::failure::Failure;
use crate::installation::{PlaceArg, now, pelaku, today};

/// Threads that wait for connections; pages are made beside them.
const WORKERS: usize = 2;
/// Requests that are answered at the same time: pages take turns among them, and what is changed does not.
const PAGES: usize = 8;
/// Ports tried after the one that is taken.
const PORTS: u16 = 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: PlaceArg,
    /// Address and port to listen on; beyond this machine only behind a proxy that encrypts
    #[arg(long, default_value = "127.0.0.1:8080", env = "SELARAS_LISTEN")]
    listen: SocketAddr,
    /// The address that people type; with https, cookies travel encrypted only
    #[arg(long, env = "SELARAS_URL", value_parser = origin)]
    url: Option<String>,
    /// Hours from UTC to the clock on the wall: 7 for WIB, 8 for WITA, 9 for WIT
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(i8).range(-12..=14), env = "SELARAS_ZONE")]
    zone: i8,
    /// Believe the proxy in front about where a request comes from (X-Forwarded-For)
    #[arg(long)]
    behind_proxy: bool,
    /// Megabytes of evidence files that an office may keep for a year [default: 2048]
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(1..=EVIDENCE_MOST), env = "SELARAS_EVIDENCE_LIMIT")]
    evidence_limit: Option<u64>,
}

/// Megabytes of evidence files of an office and year, where nobody says otherwise, and at most.
const EVIDENCE: u64 = 2048;
const EVIDENCE_MOST: u64 = 1 << 20;

/// The address that people type, as browsers write it.
fn origin(url: &str) -> Result<String, String> {
    let url = url.trim().trim_end_matches('/').to_lowercase();
    let name = ["https://", "http://"].iter().find_map(|it| url.strip_prefix(it));
    match name.is_some_and(|it| !it.is_empty() && !it.contains(['/', '?', '#', ' '])) {
        true => Ok(url),
        false => {
            Err("tulis seperti https://sakip.contoh.go.id, tanpa halaman di belakangnya".to_owned())
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let megabytes = match args.evidence_limit {
        Some(it) => it,
        None => {
            args.place.configured_number("evidence_limit", 1..=EVIDENCE_MOST)?.unwrap_or(EVIDENCE)
        }
    };
    let (store, is_new) = args.place.open_or_make()?;
    let listener =
        TcpListener::bind(args.listen).map_err(|error| cannot_listen(args.listen, &error))?;
    let origin = match &args.url {
        Some(url) => url.clone(),
        None => origin_of(&listener)?,
    };
    let mut out = io::stdout();
    if is_new {
        writeln!(out, "Instalasi baru dibuat.")?;
    }
    writeln!(out, "Selaras melayani {origin}")?;
    if let Some(secret) = store.founding_link(now())? {
        writeln!(
            out,
            "Instalasi ini masih kosong. Siapkan pemda dan administratornya di (sekali pakai, dua \
             hari):\n{origin}/mulai/{secret}"
        )?;
    }
    for (pemda, called) in store.pemda_list()? {
        if let Some((akun, link)) = first_administrator(&store, &origin, pemda)? {
            writeln!(
                out,
                "Belum ada administrator {called}. Pilih sandi akun {akun} di (sekali pakai, dua \
                 hari):\n{link}"
            )?;
        }
    }
    out.flush()?;
    let settings = Settings {
        offset: Offset::constant(args.zone),
        behind_proxy: args.behind_proxy,
        backups: args.place.folder().map(|it| it.join("cadangan")),
        evidence_limit: megabytes << 20,
        ..settings(origin, false)
    };
    serve(store, listener, settings)
}

/// Where nobody administers a pemda yet, makes the account `admin` and gives its name and the link to
/// choose its password; an account that has not chosen one gets a new link at each start.
fn first_administrator(
    store: &Store,
    origin: &str,
    pemda: i64,
) -> Result<Option<(String, String)>, Failure> {
    let users = store.users()?;
    let is_administrator = |it: &&selaras_store::Pengguna| {
        it.pemda == pemda && it.penugasan.iter().any(|it| it.peran == Peran::Administrator)
    };
    let existing: Vec<_> = users.iter().filter(is_administrator).collect();
    let akun = match existing.first() {
        Some(_) if existing.iter().any(|it| it.has_sandi) => return Ok(None),
        Some(it) => it.akun.clone(),
        None => {
            // Accounts are one list, whichever pemda they belong to.
            let is_taken = users.iter().any(|it| it.akun == "admin");
            let akun = if is_taken { format!("admin.{pemda}") } else { "admin".to_owned() };
            store.add_user(&pelaku(), Some(pemda), &akun, "Administrator")?;
            let penugasan = Penugasan {
                peran: Peran::Administrator,
                perangkat: None,
                status: StatusPenugasan::Definitif,
                mulai: today(),
                sampai: None,
            };
            store.assign(&pelaku(), &akun, penugasan, Some("penyalaan pertama"))?;
            akun
        }
    };
    let secret = store.password_link(
        &pelaku(),
        &akun,
        Some("belum ada administrator yang dapat masuk"),
        now(),
    )?;
    Ok(Some((akun, format!("{origin}/sandi/{secret}"))))
}

/// Settings for a machine in western Indonesia.
pub(crate) fn settings(origin: String, demo: bool) -> Settings {
    // On Linux the name by which a program stays itself when its file is replaced by the next version.
    let program = match cfg!(target_os = "linux") {
        true => Some(PathBuf::from("/proc/self/exe")),
        false => std::env::current_exe().ok(),
    };
    Settings {
        origin,
        demo,
        offset: Offset::constant(7),
        behind_proxy: false,
        evidence_limit: EVIDENCE << 20,
        program,
        backups: None,
        log,
    }
}

#[expect(clippy::print_stderr, reason = "the log of a server is its standard error")]
fn log(line: &str) {
    eprintln!("{} {line}", now());
}

fn cannot_listen(at: SocketAddr, error: &io::Error) -> Failure {
    Failure::Environment(anyhow::anyhow!(
        "Tidak dapat mendengarkan di {at}: {error}. Pilih alamat lain dengan --listen."
    ))
}

/// A socket at the address, or at the next port that is free.
pub(crate) fn listen_near(at: SocketAddr) -> Result<TcpListener, Failure> {
    let ports = at.port()..=at.port().saturating_add(PORTS);
    let mut tried = ports.map(|port| TcpListener::bind(SocketAddr::new(at.ip(), port)));
    match tried.find_map(Result::ok) {
        Some(listener) => Ok(listener),
        None => TcpListener::bind(at).map_err(|error| cannot_listen(at, &error)),
    }
}

/// The address of a socket for people on this machine.
pub(crate) fn origin_of(listener: &TcpListener) -> Result<String, Failure> {
    let at = listener.local_addr().map_err(|it| Failure::Environment(it.into()))?;
    Ok(format!("http://{at}"))
}

/// Serves until Ctrl C or the signal to end; what is being answered is answered.
pub(crate) fn serve(
    store: Store,
    listener: TcpListener,
    settings: Settings,
) -> Result<(), Failure> {
    let app = App::new(store, settings, now);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(WORKERS)
        .max_blocking_threads(PAGES)
        .enable_all()
        .build()
        .map_err(|it| Failure::Environment(it.into()))?;
    let serving = app.clone();
    let served = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        selaras_web::serve(listener, serving, stop()).await
    });
    // Connections to PostgreSQL have a runtime of their own, and cannot end inside of this one.
    drop(runtime);
    drop(app);
    served.map_err(|it| Failure::Environment(it.into()))
}

/// Ends when somebody asks the program to.
async fn stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        let Ok(mut terminated) = terminated else {
            let _ = interrupted.await;
            return;
        };
        let mut interrupted = std::pin::pin!(interrupted);
        std::future::poll_fn(|context| {
            let ended = interrupted.as_mut().poll(context).is_ready()
                || terminated.poll_recv(context).is_ready();
            if ended { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
}

//! An application on the example berkas, with somebody in each role, called without a socket.

use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use selaras_domain::Berkas;
use selaras_store::{Cakupan, Pelaku, Penugasan, Peran, Place, StatusPenugasan, Store};
use selaras_web::{App, Settings, router};
use sha2::{Digest, Sha256};
use tower::ServiceExt;

/// The day on which the tests run.
pub(crate) const NOW: &str = "2024-02-01T03:00:00Z";

/// Bytes of proofs that an office and year may keep.
pub(crate) const EVIDENCE_LIMIT: u64 = 3 << 20;

pub(crate) struct Application {
    pub(crate) app: Arc<App>,
    /// The same store, for what a test arranges and checks behind the pages.
    pub(crate) store: Store,
    folder: tempfile::TempDir,
}

pub(crate) fn now() -> Timestamp {
    NOW.parse().expect("a time")
}

pub(crate) fn pelaku() -> Pelaku {
    Pelaku { nama: "uji".to_owned(), asal: "uji".to_owned(), waktu: NOW.to_owned() }
}

/// Accounts of the tests: one for each role, and a planner of another office.
pub(crate) const ACCOUNTS: [(&str, Peran, Option<&str>); 8] = [
    ("administrator", Peran::Administrator, None),
    ("perencana", Peran::Perencana, Some("BKPSDM")),
    ("kepala", Peran::Kepala, Some("BKPSDM")),
    ("verifikator", Peran::Verifikator, None),
    ("inspektorat", Peran::Inspektorat, None),
    ("kdh", Peran::KepalaDaerah, None),
    ("pegawai", Peran::Pegawai, Some("BKPSDM")),
    ("tetangga", Peran::Perencana, Some("DINKES")),
];

/// What serves the installation of a folder.
fn app_at(folder: &Path, origin: &str, behind_proxy: bool) -> Arc<App> {
    let settings = Settings {
        origin: origin.to_owned(),
        demo: false,
        offset: Offset::constant(7),
        behind_proxy,
        evidence_limit: EVIDENCE_LIMIT,
        program: None,
        backups: Some(folder.join("cadangan")),
        log: |line| panic!("{line}"),
    };
    let store = Store::open(&Place::Folder(folder.to_owned())).expect("the same database");
    App::new(store, settings, now)
}

/// The Dumai example.
pub(crate) fn example() -> Berkas {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bkpsdm-dumai-2023");
    selaras_package::read(&package).expect("the example")
}

impl Application {
    /// The Dumai example, and the same facts again as another office of the city.
    pub(crate) fn new() -> Application {
        let it = Application::empty();
        let store = &it.store;
        let berkas = example();
        let mut other = berkas.clone();
        other.perangkat_daerah.singkatan = "DINKES".to_owned();
        store.import(&pelaku(), berkas, false).expect("an import");
        store.import(&pelaku(), other, false).expect("an import");
        for (akun, peran, perangkat) in ACCOUNTS {
            it.appoint(akun, peran, perangkat);
        }
        it
    }

    /// As it is before anybody has begun.
    pub(crate) fn empty() -> Application {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::Folder(folder.path().to_owned());
        let store = Store::migrate(&place).expect("a database");
        let app = app_at(folder.path(), "http://selaras.test", false);
        Application { app, store, folder }
    }

    /// The same, with another address that people type, and perhaps behind a proxy.
    pub(crate) fn served_at(self, origin: &str, behind_proxy: bool) -> Application {
        let app = app_at(self.folder.path(), origin, behind_proxy);
        Application { app, ..self }
    }

    /// An account with a role.
    pub(crate) fn appoint(&self, akun: &str, peran: Peran, perangkat: Option<&str>) {
        self.store.add_user(&pelaku(), None, akun, akun).expect("an account");
        let penugasan = Penugasan {
            peran,
            perangkat: perangkat.map(str::to_owned),
            status: StatusPenugasan::Definitif,
            mulai: Date::constant(2020, 1, 1),
            sampai: None,
        };
        self.store.assign(&pelaku(), akun, penugasan, None).expect("a role");
    }

    /// A session of an account.
    pub(crate) fn session(&self, akun: &str) -> String {
        self.store.enter("uji", akun, now()).expect("a session")
    }

    /// A token of an account, for reading and writing.
    pub(crate) fn token(&self, akun: &str) -> String {
        let until = now() + jiff::SignedDuration::from_hours(24);
        let what = ("uji", Cakupan::Tulis);
        self.store.add_token(&pelaku(), akun, what, (now(), until)).expect("a token")
    }

    /// Asks the API with a token.
    pub(crate) async fn call(
        &self,
        token: &str,
        method: Method,
        address: &str,
        body: &str,
    ) -> (StatusCode, String) {
        read(self.ask(token, method, address, &[], body.to_owned()).await).await
    }

    /// The same with more headers, for the whole answer.
    pub(crate) async fn ask(
        &self,
        token: &str,
        method: Method,
        address: &str,
        headers: &[(header::HeaderName, &str)],
        body: impl Into<Body>,
    ) -> Response<Body> {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        if !headers.iter().any(|(name, _)| name == header::CONTENT_TYPE) {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        self.send(request.body(body.into()).expect("a request")).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Response<Body> {
        router(self.app.clone()).oneshot(request).await.expect("an answer")
    }

    /// What a page says to somebody, or to nobody.
    pub(crate) async fn get(&self, secret: Option<&str>, address: &str) -> (StatusCode, String) {
        let mut request = Request::get(address);
        if let Some(secret) = secret {
            request = request.header(header::COOKIE, format!("sesi={secret}"));
        }
        read(self.send(request.body(Body::empty()).expect("a request")).await).await
    }

    /// Sends a form of ours: with what only our forms know.
    pub(crate) async fn post(
        &self,
        secret: &str,
        address: &str,
        fields: &[(&str, &str)],
    ) -> (StatusCode, String) {
        let token = form_token(secret);
        let fields = fields.iter().copied().chain([("_t", token.as_str())]);
        let request = form(address, fields)
            .header(header::COOKIE, format!("sesi={secret}"))
            .header(header::ORIGIN, "http://selaras.test");
        read(self.send(with_form(request, address)).await).await
    }
}

/// A request builder with a form waiting in its extensions.
pub(crate) fn form<'f>(
    address: &str,
    fields: impl IntoIterator<Item = (&'f str, &'f str)>,
) -> axum::http::request::Builder {
    let mut text = form_urlencoded::Serializer::new(String::new());
    fields.into_iter().for_each(|(name, value)| {
        text.append_pair(name, value);
    });
    Request::post(address)
        .header(header::HOST, "selaras.test")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .extension(Form(text.finish()))
}

#[derive(Clone)]
struct Form(String);

/// Finishes a request of [`form`].
pub(crate) fn with_form(request: axum::http::request::Builder, address: &str) -> Request<Body> {
    let text = request.extensions_ref().and_then(|it| it.get::<Form>()).cloned();
    let text = text.unwrap_or_else(|| panic!("a form for {address}")).0;
    request.body(Body::from(text)).expect("a request")
}

/// What our forms carry for a session: as the server makes it.
pub(crate) fn form_token(secret: &str) -> String {
    let hash = Sha256::digest(format!("formulir:{secret}"));
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn read(response: Response<Body>) -> (StatusCode, String) {
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body");
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

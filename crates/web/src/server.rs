//! From HTTP to a page and back: bodies within limits, who asks, whether a form is ours, the headers
//! that every reply carries.

use std::cell::Cell;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{
    ConnectInfo, DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, RawPathParams, State,
};
use axum::http::header::{
    ACCEPT, AUTHORIZATION, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    COOKIE, HOST, IF_MATCH, IF_NONE_MATCH, ORIGIN, REFERER, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, Request, StatusCode};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use tokio::sync::{OwnedSemaphorePermit, SemaphorePermit};
use tower_http::compression::CompressionLayer;

use crate::api;
use crate::ask::{Answer, Ask, Fault, Fields, Look, Reply, Sent, Upload, Who};
use crate::permission::{Permission, may};
use crate::routes::{Route, routes};
use crate::widget::with_changes;
use crate::{App, Settings, asset, frame};

/// A form, with every text of a report in it.
const FORM_LIMIT: usize = 2 << 20;
/// A file that is sent: a scan of many pages.
pub(crate) const FILE_LIMIT: usize = 32 << 20;
/// How long a body may say nothing before it counts as given up.
const SILENCE: Duration = Duration::from_secs(30);
/// How long a program may take to send a file.
const FILE_TIME: Duration = Duration::from_secs(300);
/// Texts of a form with a file.
const FIELD_LIMIT: usize = 64 << 10;
/// Fields and files of such a form.
const FIELDS: usize = 32;

/// What a page may load and do: ours, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; \
                      frame-ancestors 'self'; base-uri 'none'";

/// Everything that the application answers.
pub fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, handler(route));
    }
    for it in asset::ASSETS {
        let run = move || async { it.reply() };
        router = router.route(it.path, axum::routing::get(run));
    }
    router
        .fallback(handler(&NOWHERE))
        .method_not_allowed_fallback(handler(&NO_METHOD))
        .layer(CompressionLayer::new())
        .layer(DefaultBodyLimit::disable())
        .with_state(app)
}

/// Answers whatever has no route.
static NOWHERE: Route = Route {
    method: Method::GET,
    path: "",
    permission: Permission::Open,
    run: |ask| Err(Fault::NotFound(format!("Tidak ada halaman di {}.", ask.path))),
};

/// Answers where there is a route, but for another method.
static NO_METHOD: Route = Route {
    method: Method::GET,
    path: "",
    permission: Permission::Open,
    run: |_| Err(Fault::Method),
};

/// Whether a program asks: it is answered as one, where there is no route too.
fn is_api(route: &Route, parts: &Parts) -> bool {
    let is_nowhere = route.path.is_empty();
    route.is_api() || (is_nowhere && parts.uri.path().starts_with("/api/"))
}

/// Serves until the signal comes, then ends what is being answered.
///
/// # Errors
///
/// When the socket can no longer be used.
pub async fn serve(
    listener: tokio::net::TcpListener,
    app: Arc<App>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

fn handler(route: &'static Route) -> MethodRouter<Arc<App>> {
    let run =
        move |State(app): State<Arc<App>>, request: Request<Body>| answer(app, route, request);
    if route.path.is_empty() {
        return axum::routing::any(run);
    }
    let filter = match route.method {
        Method::POST => MethodFilter::POST,
        Method::PUT => MethodFilter::PUT,
        Method::PATCH => MethodFilter::PATCH,
        Method::DELETE => MethodFilter::DELETE,
        _ => MethodFilter::GET,
    };
    on(filter, run)
}

async fn answer(app: Arc<App>, route: &'static Route, request: Request<Body>) -> Response {
    let (mut parts, body) = request.into_parts();
    let params = match RawPathParams::from_request_parts(&mut parts, &()).await {
        Ok(params) => {
            Fields(params.iter().map(|(name, it)| (name.to_owned(), it.to_owned())).collect())
        }
        Err(_) => Fields::default(),
    };
    let arrival = Arrival { app: &app, route, parts: &parts, params: &params };
    let sent = match parts.method {
        Method::GET | Method::HEAD => Ok(Received::default()),
        _ if is_api(route, &parts) => arrival.read_body(body).await,
        _ => arrival.read_form(body).await,
    };
    let settings_secure = app.settings.is_secure();
    // What is changed waits for the disk, and together: only pages take turns.
    let turn = match parts.method {
        Method::GET | Method::HEAD => app.pages.clone().acquire_owned().await.ok(),
        _ => None,
    };
    let is_program = is_api(route, &parts);
    // A page waits for the database and computes: never on a thread that serves connections.
    let done =
        tokio::task::spawn_blocking(move || run(&app, route, &parts, params, sent, turn)).await;
    let reply = done.unwrap_or_else(|_| {
        if is_program {
            return api::broken();
        }
        let words = Fault::Broken(String::new()).words();
        let text = Reply::text("text/plain; charset=utf-8", &words);
        Reply { status: StatusCode::INTERNAL_SERVER_ERROR, ..text }
    });
    respond(reply, settings_secure)
}

/// What came with a request: a form, or the body of a request of the API.
#[derive(Default)]
struct Received {
    sent: Sent,
    body: Vec<u8>,
}

fn too_big() -> Fault {
    Fault::TooBig("Isian terlalu besar; paling banyak 2 MB.".to_owned())
}

fn file_too_big() -> Fault {
    let limit = FILE_LIMIT >> 20;
    Fault::TooBig(format!("Berkas terlalu besar; paling banyak {limit} MB. Pecah atau kecilkan."))
}

/// The media type of what is sent, without its parameters; empty where none is said.
fn media_type(parts: &Parts) -> String {
    let kind = header(parts, CONTENT_TYPE).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().to_lowercase()
}

fn header(parts: &Parts, name: HeaderName) -> Option<&str> {
    parts.headers.get(name).and_then(|it| it.to_str().ok())
}

/// The token that a program sends.
fn token(parts: &Parts) -> Option<&str> {
    header(parts, AUTHORIZATION).and_then(api::token)
}

/// A request whose body is still to be read.
struct Arrival<'r> {
    app: &'r Arc<App>,
    route: &'r Route,
    parts: &'r Parts,
    params: &'r Fields,
}

impl<'r> Arrival<'r> {
    /// The body of a request of the API: JSON, or the bytes of a file.
    async fn read_body(&self, body: Body) -> Result<Received, Fault> {
        let received = |body: Vec<u8>| Ok(Received { sent: Sent::default(), body });
        if !api::takes_file(self.route) {
            let bytes = axum::body::to_bytes(body, FORM_LIMIT).await.map_err(|_| too_big())?;
            let is_known = ["application/json", ""].contains(&media_type(self.parts).as_str());
            // Where there is no route, that is what is wrong.
            return match is_known || bytes.is_empty() || !self.route.is_api() {
                true => received(bytes.to_vec()),
                false => Err(Fault::Kind("Badan permintaan harus `application/json`.".to_owned())),
            };
        }
        let Some((body, _turn)) = self.turn_to_send(body).await else {
            return received(Vec::new());
        };
        let read = axum::body::to_bytes(body, FILE_LIMIT);
        let bytes = tokio::time::timeout(FILE_TIME, read).await;
        let bytes =
            bytes.map_err(|_| Fault::Bad("Kiriman terlalu lama; kirim lagi.".to_owned()))?;
        received(bytes.map_err(|_| file_too_big())?.to_vec())
    }

    async fn read_form(&self, body: Body) -> Result<Received, Fault> {
        let kind = media_type(self.parts);
        if kind == "multipart/form-data" {
            let Some((body, _turn)) = self.turn_to_send(body).await else {
                return Ok(Received::default());
            };
            let sent = read_multipart(self.parts, body).await?;
            return Ok(Received { sent, body: Vec::new() });
        }
        let length = header(self.parts, CONTENT_LENGTH).and_then(|it| it.parse::<usize>().ok());
        if length.is_some_and(|it| it > FORM_LIMIT) {
            return Err(too_big());
        }
        let bytes = axum::body::to_bytes(body, FORM_LIMIT).await.map_err(|_| too_big())?;
        let fields = match kind.as_str() {
            "application/x-www-form-urlencoded" => Fields::parse(&bytes),
            "" if bytes.is_empty() => Fields::default(),
            _ => return Err(Fault::Kind("Isian harus dikirim sebagai formulir.".to_owned())),
        };
        Ok(Received { sent: Sent { fields, files: Vec::new() }, body: Vec::new() })
    }

    /// A turn to send files, for those who may: nobody's files are kept before that is known. What others
    /// send is let through unread, so that they hear the reason.
    async fn turn_to_send(&self, body: Body) -> Option<(Body, Option<SemaphorePermit<'r>>)> {
        if !self.may_send_files().await {
            discard(body).await;
            return None;
        }
        // A few at a time, since each is kept in memory until it is in the database.
        Some((body, self.app.uploads.acquire().await.ok()))
    }

    /// Whether whoever asks may use a route that takes files; those that anybody may use take none.
    async fn may_send_files(&self) -> bool {
        let is_program = is_api(self.route, self.parts);
        let secret = match is_program {
            true => token(self.parts),
            false => Cookies::of(self.parts).get(session_cookie(self.app)),
        };
        let secret = secret.map(str::to_owned);
        let Some(secret) = secret.filter(|_| self.route.permission != Permission::Open) else {
            return false;
        };
        let (app, route) = (self.app.clone(), self.route.clone());
        let perangkat = self.params.given("perangkat").map(str::to_owned);
        let asked = tokio::task::spawn_blocking(move || {
            if is_program {
                return api::entitled(&app, &route, Some(&secret), perangkat.as_deref()).is_ok();
            }
            let now = app.now();
            let who = app.store.signed_in(&secret, now).ok().flatten();
            may(who.as_ref(), route.permission, perangkat.as_deref(), app.day(now))
        });
        asked.await.unwrap_or(false)
    }
}

/// Lets a body pass, within the limits of one that is read.
async fn discard(mut body: Body) {
    let mut n_bytes = 0;
    loop {
        let next = poll_fn(|task| Pin::new(&mut body).poll_frame(task));
        let Ok(Some(Ok(frame))) = tokio::time::timeout(SILENCE, next).await else { return };
        n_bytes += frame.data_ref().map_or(0, |it| it.len());
        if n_bytes > FILE_LIMIT + FORM_LIMIT {
            return;
        }
    }
}

/// A form with files.
async fn read_multipart(parts: &Parts, body: Body) -> Result<Sent, Fault> {
    let broken = || Fault::Bad("Kiriman terputus atau tidak utuh; kirim lagi.".to_owned());
    let request = Request::from_parts(parts.clone(), body);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let mut sent = Sent::default();
    let mut n_bytes = 0;
    let silent = |_| Fault::Bad("Kiriman terhenti terlalu lama; kirim lagi.".to_owned());
    loop {
        let next = tokio::time::timeout(SILENCE, form.next_field()).await.map_err(silent)?;
        let Some(mut field) = next.map_err(|_| broken())? else { break };
        if sent.files.len() + sent.fields.0.len() >= FIELDS {
            return Err(Fault::Bad("Isian terlalu banyak dalam satu kiriman.".to_owned()));
        }
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let limit = if file.is_some() { FILE_LIMIT } else { FIELD_LIMIT };
        let mut bytes = Vec::new();
        loop {
            let next = tokio::time::timeout(SILENCE, field.chunk()).await.map_err(silent)?;
            let Some(chunk) = next.map_err(|_| broken())? else { break };
            n_bytes += chunk.len();
            // All files together are no more than one may be.
            if bytes.len() + chunk.len() > limit || n_bytes > FILE_LIMIT + FORM_LIMIT {
                return Err(file_too_big());
            }
            bytes.extend_from_slice(&chunk);
        }
        match file {
            // Browsers send an empty file where none was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) => {
                let plain = file.rsplit(['/', '\\']).next().unwrap_or_default();
                let plain: String = plain.chars().filter(|it| !it.is_control()).take(200).collect();
                sent.files.push(Upload { field: name, name: plain, bytes });
            }
            None => {
                let text = String::from_utf8_lossy(&bytes).replace('\0', "");
                sent.fields.0.push((name, text));
            }
        }
    }
    Ok(sent)
}

/// Reads who asks, checks that they may, and lets the page answer.
fn run(
    app: &App,
    route: &Route,
    parts: &Parts,
    params: Fields,
    received: Result<Received, Fault>,
    turn: Option<OwnedSemaphorePermit>,
) -> Reply {
    let now = app.now();
    let cookies = Cookies::of(parts);
    let (received, fault) = match received {
        Ok(received) => (received, None),
        Err(fault) => (Received::default(), Some(fault)),
    };
    let mut ask = Ask {
        app,
        method: parts.method.clone(),
        path: parts.uri.path().to_owned(),
        params,
        query: Fields::parse(parts.uri.query().unwrap_or_default().as_bytes()),
        form: received.sent.fields,
        files: received.sent.files,
        body: received.body,
        if_match: header(parts, IF_MATCH).map(str::to_owned),
        if_none_match: header(parts, IF_NONE_MATCH).map(str::to_owned),
        referer: header(parts, REFERER).map(str::to_owned),
        who: None,
        from: address(app, parts),
        now,
        wants_json: wants_json(parts),
        look: cookies.look(),
        turn: Cell::new(turn),
    };
    if is_api(route, parts) {
        return api::answer(&mut ask, route, token(parts), fault);
    }
    let answered = (|| -> Answer {
        if let Some(secret) = cookies.get(session_cookie(app)) {
            let found = match app.store.signed_in(secret, now) {
                // What anybody may see is answered also while nobody can be recognised.
                Err(_) if route.permission == Permission::Open => None,
                found => found?,
            };
            ask.who = found.map(|pengguna| Who::new(pengguna, secret));
        }
        if let Some(fault) = fault {
            return Err(fault);
        }
        if ask.method == Method::POST {
            refuse_foreign_form(&ask, parts)?;
        }
        let perangkat = ask.params.given("perangkat").map(str::to_owned);
        if !ask.may(route.permission, perangkat.as_deref()) {
            return Err(match ask.who {
                None => Fault::SignIn,
                Some(_) => Fault::Forbidden(
                    "Peran Anda tidak mencakup ini. Hak setiap peran ada di halaman Hak akses; \
                     administrator mengaturnya."
                        .to_owned(),
                ),
            });
        }
        (route.run)(&ask)
    })();
    answered.unwrap_or_else(|fault| match fault {
        Fault::SignIn if ask.method == Method::GET && !ask.wants_json => {
            let target = parts.uri.path_and_query().map_or("/", |it| it.as_str());
            let query: String =
                form_urlencoded::Serializer::new(String::new()).append_pair("ke", target).finish();
            Reply::go_to(&format!("/masuk?{query}"))
        }
        Fault::SignIn if !ask.wants_json && ask.files.is_empty() => {
            let target = with_changes(&ask.path, &ask.query, &[]);
            let page = crate::page::sign_in::signed_out_page(&ask, &target, &ask.form, None);
            Reply::page_with(StatusCode::UNAUTHORIZED, page)
        }
        fault if is_unsaved_form(&ask, &fault) => {
            fault.log(&ask);
            Reply::page_with(fault.status(), frame::unsaved_page(&ask, &fault))
        }
        fault => fault.reply(&ask),
    })
}

/// Whether a form was sent that its writer should have back: one with something written in it, and any
/// that can be sent again once we can do what it asks.
fn is_unsaved_form(ask: &Ask<'_>, fault: &Fault) -> bool {
    let is_plain = ask.method == Method::POST && !ask.wants_json;
    let may_help = fault.status().is_server_error() && !ask.form.0.is_empty();
    is_plain && (may_help || ask.form.typed().next().is_some())
}

fn wants_json(parts: &Parts) -> bool {
    header(parts, ACCEPT).is_some_and(|it| it.starts_with("application/json"))
}

/// What a browser says of where a request comes from; no page can make it say otherwise.
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// The name that a browser asked a proxy for.
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// A form counts only from a page of ours: the browser says which page sends it, and whoever has
/// signed in sends what only our forms know.
fn refuse_foreign_form(ask: &Ask<'_>, parts: &Parts) -> Result<(), Fault> {
    let settings = &ask.app.settings;
    if let Some(origin) = header(parts, ORIGIN) {
        if !is_ours(settings, parts, origin) {
            return Err(Fault::Forbidden(foreign_words(settings, parts, origin)));
        }
        if settings.is_secure() && is_open_line(origin) {
            return Err(Fault::Forbidden(format!(
                "Selaras disetel untuk {}, sedangkan halaman ini dibuka di {origin}. Lewat sambungan \
                 tanpa sandi peramban tidak menyimpan kuki masuknya. Buka {}.",
                settings.origin, settings.origin
            )));
        }
    }
    match &ask.who {
        Some(who) if ask.form.get("_t") != who.form_token => {
            Err(Fault::Forbidden(FOREIGN.to_owned()))
        }
        _ => Ok(()),
    }
}

const FOREIGN: &str = "Isian ini tidak dikirim dari halaman Selaras, atau halamannya sudah lama terbuka. \
                       Kembali, muat ulang halaman, lalu kirim lagi.";

/// Whether a page of that origin is ours: the address that people type, or whatever other name the
/// browser knows this very server by, also where a proxy in front asks by a name of its own.
fn is_ours(settings: &Settings, parts: &Parts, origin: &str) -> bool {
    if origin == settings.origin || header(parts, SEC_FETCH_SITE) == Some("same-origin") {
        return true;
    }
    let forwarded = header(parts, FORWARDED_HOST).filter(|_| settings.behind_proxy);
    let mut names = [header(parts, HOST), forwarded].into_iter().flatten();
    let name = origin.split_once("://").map_or("", |(_, it)| it);
    !name.is_empty() && names.any(|it| it == name)
}

/// Whether whoever listens on the line reads along, beyond this machine.
fn is_open_line(origin: &str) -> bool {
    let Some(name) = origin.strip_prefix("http://") else { return false };
    !["localhost", "127.0.0.1", "[::1]"].iter().any(|own| {
        name.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    })
}

/// Why a form of that origin does not count, and what to set where the page was ours.
fn foreign_words(settings: &Settings, parts: &Parts, origin: &str) -> String {
    let is_named = origin.contains("://") && origin.len() <= 200;
    if !is_named || header(parts, SEC_FETCH_SITE) == Some("cross-site") {
        return FOREIGN.to_owned();
    }
    format!(
        "Isian ini dikirim dari {origin}, sedangkan Selaras disetel untuk {}. Buka Selaras di {}, lalu \
         kirim lagi. Bila {origin} memang alamat Selaras, pengelola server menyetel `--url {origin}`, \
         atau membuat proksi di depannya meneruskan kepala «Host».",
        settings.origin, settings.origin
    )
}

/// Where a request comes from; what a proxy says counts only when one is known to stand in front.
fn address(app: &App, parts: &Parts) -> String {
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|it| it.to_str().ok());
    let last = forwarded.and_then(|it| it.rsplit(',').next()).map(str::trim);
    if let Some(it) = last.filter(|it| app.settings.behind_proxy && it.len() <= 45) {
        return it.to_owned();
    }
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or_else(|| "lokal".to_owned(), |it| it.0.ip().to_string())
}

/// The name of the session's cookie: `__Host-` has the browser insist on an encrypted line.
fn session_cookie(app: &App) -> &'static str {
    if app.settings.is_secure() { "__Host-sesi" } else { "sesi" }
}

/// What sets the session's cookie; with no secret, what takes it away.
pub(crate) fn set_session_cookie(app: &App, secret: Option<&str>) -> String {
    let secure = if app.settings.is_secure() { "; Secure" } else { "" };
    let (value, age) = match secret {
        Some(secret) => (secret, ""),
        None => ("", "; Max-Age=0"),
    };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", session_cookie(app))
}

struct Cookies<'p>(Vec<(&'p str, &'p str)>);

impl<'p> Cookies<'p> {
    fn of(parts: &'p Parts) -> Cookies<'p> {
        let texts = parts.headers.get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
        let pairs = texts.flat_map(|it| it.split(';')).filter_map(|it| it.trim().split_once('='));
        Cookies(pairs.collect())
    }

    fn get(&self, name: &str) -> Option<&'p str> {
        self.0.iter().find(|(it, _)| *it == name).map(|(_, value)| *value)
    }

    fn look(&self) -> Look {
        let theme = match self.get("tema") {
            Some("terang") => Some("terang"),
            Some("gelap") => Some("gelap"),
            _ => None,
        };
        Look { theme, is_compact: self.get("rapat") == Some("ya") }
    }
}

fn respond(reply: Reply, is_secure: bool) -> Response {
    let mut response = Response::new(Body::from(reply.body));
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=()",
    );
    if is_secure {
        set(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    // Pages show what only this person may see; nobody keeps them.
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

//! What a page is asked, and what it replies.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;
use selaras_store::{Pelaku, Pengguna, Store, StoreError};
use sha2::{Digest, Sha256};
use tokio::sync::OwnedSemaphorePermit;

use crate::permission::{Permission, may};
use crate::{App, frame, hex};

/// Names with values, in order; a name may stand more than once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(pub(crate) Vec<(String, String)>);

/// Fields that forms of ours carry along, and nobody types.
const CARRIED: [&str; 15] = [
    "_t", "versi", "bagian", "dipegang", "dokumen", "ke", "kode", "objek", "pejabat", "rencana",
    "sejak", "selesai", "tahun", "tujuan", "tw",
];

impl Fields {
    pub(crate) fn parse(text: &[u8]) -> Fields {
        // No text holds a NUL, and PostgreSQL takes none.
        let clean = |it: std::borrow::Cow<'_, str>| it.replace('\0', "");
        Fields(
            form_urlencoded::parse(text).map(|(name, value)| (clean(name), clean(value))).collect(),
        )
    }

    /// The value of a name without blanks around it; empty where it is not given.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.raw(name).map_or("", str::trim)
    }

    /// The value of a name, where it says something.
    pub(crate) fn given(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|it| !it.is_empty())
    }

    /// The value of a name as it was sent, blanks and all.
    pub(crate) fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// A name that stands more than once.
    pub(crate) fn repeated(&self) -> Option<&str> {
        let mut seen = BTreeSet::new();
        self.0.iter().map(|(name, _)| name.as_str()).find(|it| !seen.insert(*it))
    }

    /// What a person has filled in, without what the form carried along.
    pub(crate) fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_carried =
            |it: &str| CARRIED.contains(&it) || it.starts_with("lama:") || it.starts_with("d:");
        let pairs = self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(move |(name, value)| !is_carried(name) && !value.trim().is_empty())
    }

    /// Names that begin so, without the beginning, with their values as they were sent.
    pub(crate) fn beginning<'f>(
        &'f self,
        start: &'f str,
    ) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.0.iter().filter_map(move |(name, value)| {
            name.strip_prefix(start).map(|rest| (rest, value.as_str()))
        })
    }
}

/// A file that was sent with a form.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// The name of its field.
    pub(crate) field: String,
    /// As it was called where it came from, without folders.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What was sent: texts and files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    pub(crate) fields: Fields,
    pub(crate) files: Vec<Upload>,
}

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub(crate) pengguna: Pengguna,
    /// What the cookie carries.
    pub(crate) secret: String,
    /// What a form must carry to be one of ours: whoever knows it knows the cookie.
    pub(crate) form_token: String,
}

impl Who {
    pub(crate) fn new(pengguna: Pengguna, secret: &str) -> Who {
        Who { pengguna, secret: secret.to_owned(), form_token: form_token_of(secret) }
    }
}

/// What the forms of a session carry.
pub(crate) fn form_token_of(secret: &str) -> String {
    hex(&Sha256::digest(format!("formulir:{secret}"))[..16])
}

/// A request, read and checked.
pub(crate) struct Ask<'a> {
    pub(crate) app: &'a App,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) params: Fields,
    pub(crate) query: Fields,
    pub(crate) form: Fields,
    pub(crate) files: Vec<Upload>,
    /// The body of a request of the API, which is no form.
    pub(crate) body: Vec<u8>,
    /// Where the request says which state of a thing it means.
    pub(crate) if_match: Option<String>,
    pub(crate) if_none_match: Option<String>,
    /// The page on which the link stands that is followed, where the browser tells.
    pub(crate) referer: Option<String>,
    pub(crate) who: Option<Who>,
    /// Network address of whoever asks.
    pub(crate) from: String,
    pub(crate) now: Timestamp,
    /// Whether our script asks, which wants data and no page.
    pub(crate) wants_json: bool,
    pub(crate) look: Look,
    /// The turn of a page among those that are made at the same time.
    pub(crate) turn: Cell<Option<OwnedSemaphorePermit>>,
}

/// How somebody wants to see pages, from a cookie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// `terang`, `gelap`, or as the machine says.
    pub(crate) theme: Option<&'static str>,
    pub(crate) is_compact: bool,
}

impl Ask<'_> {
    pub(crate) fn store(&self) -> &Store {
        &self.app.store
    }

    /// Does what takes a core for long when a place is free for it; quick pages go on meanwhile.
    pub(crate) fn long<T>(&self, work: impl FnOnce() -> T) -> T {
        self.turn.take();
        self.app.renders.with(work)
    }

    /// The day where the offices are.
    pub(crate) fn day(&self) -> Date {
        self.app.day(self.now)
    }

    /// Whether a list is asked for as a file, and not as a page.
    pub(crate) fn wants_file(&self) -> bool {
        self.query.given("unduh").is_some()
    }

    /// Whoever has signed in; routes for signed-in people are asked by nobody else.
    pub(crate) fn pengguna(&self) -> Result<&Pengguna, Fault> {
        self.who.as_ref().map(|it| &it.pengguna).ok_or(Fault::SignIn)
    }

    /// Who it is for the trail. The time is the clock on the wall's, so that days compare.
    pub(crate) fn pelaku(&self) -> Pelaku {
        let nama = self.who.as_ref().map_or_else(String::new, |it| it.pengguna.akun.clone());
        Pelaku { nama, asal: self.from.clone(), waktu: self.now.to_string() }
    }

    /// The names of the people with these accounts.
    pub(crate) fn names<'n>(
        &self,
        akun: impl IntoIterator<Item = &'n str>,
    ) -> Result<Names, Fault> {
        Ok(Names(self.store().names(self.pengguna()?.pemda, &akun.into_iter().collect())?))
    }

    /// Whether whoever asks may do something, in an office or in the whole pemda.
    pub(crate) fn may(&self, permission: Permission, perangkat: Option<&str>) -> bool {
        let pengguna = self.who.as_ref().map(|it| &it.pengguna);
        may(pengguna, permission, perangkat, self.day())
    }
}

/// What people are called, by their accounts.
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    /// The name of whoever has an account; a command of the server has none and stays what it is.
    pub(crate) fn of<'n>(&'n self, akun: &'n str) -> &'n str {
        self.0.get(akun).map_or(akun, String::as_str)
    }
}

/// What a page replies, or why it cannot.
pub(crate) type Answer = Result<Reply, Fault>;

/// What goes back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    fn new(status: StatusCode, kind: &'static str, body: Vec<u8>) -> Reply {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        Reply { status, headers, body }
    }

    pub(crate) fn page(page: Markup) -> Reply {
        Reply::page_with(StatusCode::OK, page)
    }

    pub(crate) fn page_with(status: StatusCode, page: Markup) -> Reply {
        Reply::new(status, "text/html; charset=utf-8", page.into_string().into_bytes())
    }

    pub(crate) fn json(status: StatusCode, value: &serde_json::Value) -> Reply {
        Reply::new(status, "application/json", value.to_string().into_bytes())
    }

    /// A text that is shown as such.
    pub(crate) fn text(kind: &'static str, text: &str) -> Reply {
        Reply::new(StatusCode::OK, kind, text.as_bytes().to_vec())
    }

    /// A file that the browser keeps under that name.
    pub(crate) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Reply {
        Reply::named("attachment", kind, name, bytes)
    }

    /// A file that the browser shows, under a name to keep it by.
    pub(crate) fn shown_file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Reply {
        Reply::named("inline", kind, name, bytes)
    }

    /// Only plain letters of a name travel in a header.
    fn named(disposition: &str, kind: &'static str, name: &str, bytes: Vec<u8>) -> Reply {
        let plain =
            |it: char| if it.is_ascii_alphanumeric() || ".-_".contains(it) { it } else { '-' };
        let name: String = name.chars().map(plain).collect();
        let value = format!("{disposition}; filename=\"{name}\"");
        Reply::new(StatusCode::OK, kind, bytes).with(CONTENT_DISPOSITION, &value)
    }

    /// Sends the browser on, after something was done or where a page has moved.
    pub(crate) fn go_to(address: &str) -> Reply {
        let reply = Reply::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", Vec::new());
        reply.with(LOCATION, address)
    }

    /// With one more header; what cannot be in a header is left out.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Reply {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.append(name, value);
        }
        self
    }

    pub(crate) fn with_cookie(self, cookie: &str) -> Reply {
        self.with(SET_COOKIE, cookie)
    }
}

/// Why there is no page.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Nothing has that address.
    NotFound(String),
    /// Whoever asks may not.
    Forbidden(String),
    /// Nobody has signed in.
    SignIn,
    /// Something has that address, for another method.
    Method,
    /// What was sent cannot be meant.
    Bad(String),
    /// What was sent is more than is taken.
    TooBig(String),
    /// What was sent is of another kind than is taken.
    Kind(String),
    /// A program changes something and does not say which state of it that means.
    NoTag,
    /// What was sent is fine, but the facts that are kept do not allow it.
    Facts(String),
    Store(StoreError),
    /// Something of ours does not work.
    Broken(String),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Fault {
        match error {
            StoreError::Missing { .. } => Fault::NotFound(error.to_string()),
            error => Fault::Store(error),
        }
    }
}

impl Fault {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Fault::NotFound(_) => StatusCode::NOT_FOUND,
            Fault::Forbidden(_) => StatusCode::FORBIDDEN,
            Fault::SignIn => StatusCode::UNAUTHORIZED,
            Fault::Method => StatusCode::METHOD_NOT_ALLOWED,
            Fault::Bad(_) => StatusCode::BAD_REQUEST,
            Fault::TooBig(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::Kind(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::NoTag => StatusCode::PRECONDITION_REQUIRED,
            Fault::Store(StoreError::Conflict { .. }) => StatusCode::CONFLICT,
            Fault::Store(StoreError::Rows(faults))
                if faults.iter().any(|it| matches!(it.1, StoreError::Conflict { .. })) =>
            {
                StatusCode::CONFLICT
            }
            Fault::Facts(_)
            | Fault::Store(
                StoreError::Invalid(_)
                | StoreError::Constraint(_)
                | StoreError::Exists { .. }
                | StoreError::Locked { .. }
                | StoreError::Full { .. }
                | StoreError::Rows(_)
                | StoreError::Step { .. },
            ) => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
            Fault::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// In one sentence, Indonesian.
    pub(crate) fn words(&self) -> String {
        match self {
            Fault::NotFound(why)
            | Fault::Forbidden(why)
            | Fault::Bad(why)
            | Fault::TooBig(why)
            | Fault::Kind(why)
            | Fault::Facts(why) => why.clone(),
            Fault::NoTag => "Kirim kepala `If-Match` dengan ETag yang Anda baca.".to_owned(),
            Fault::Method => "Alamat ini ada, tetapi tidak menerima cara meminta itu.".to_owned(),
            Fault::SignIn => "Masuk dahulu; sesi Anda sudah berakhir.".to_owned(),
            Fault::Store(error) => crate::mistakes::of_store(error),
            Fault::Broken(_) => {
                "Selaras gagal membuat halaman ini. Yang sudah tersimpan tidak berubah.".to_owned()
            }
        }
    }

    /// The page, or the data, that says so.
    pub(crate) fn reply(&self, ask: &Ask<'_>) -> Reply {
        self.log(ask);
        if ask.wants_json {
            let value = serde_json::json!({ "galat": self.words() });
            return Reply::json(self.status(), &value);
        }
        Reply::page_with(self.status(), frame::fault_page(ask, self))
    }

    /// Tells whoever runs the machine what is ours to mend.
    pub(crate) fn log(&self, ask: &Ask<'_>) {
        match self {
            Fault::Broken(why) => {
                (ask.app.settings.log)(&format!("{} {}: {why}", ask.method, ask.path))
            }
            Fault::Store(error) if self.status().is_server_error() => {
                (ask.app.settings.log)(&format!("{} {}: {error}", ask.method, ask.path));
            }
            _ => {}
        }
    }
}

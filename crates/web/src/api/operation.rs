//! What an operation of the API is: its address and who may use it, which the server reads; what it
//! takes and gives, which programs read. One list is behind the routes, the description and the page.

use axum::http::Method;
use serde_json::{Value, json};

use crate::ask::{Answer, Ask};
use crate::permission::Permission;
use crate::routes::Route;

pub(crate) struct Operation {
    /// As HTTP writes it.
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) permission: Permission,
    pub(crate) run: fn(&Ask<'_>) -> Answer,
    /// For programs that make code of it.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) query: &'static [QueryPart],
    pub(crate) takes: Takes,
    pub(crate) status: u16,
    pub(crate) gives: Gives,
    pub(crate) needs_if_match: bool,
}

/// The operations of one thing, under a heading.
pub(crate) struct Part {
    pub(crate) title: &'static str,
    pub(crate) operations: &'static [Operation],
}

/// What a request carries.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    Nothing,
    /// An object of a schema.
    Json(&'static str),
    /// The bytes of a file.
    File,
}

/// What a good answer carries.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gives {
    Nothing,
    /// An object of a schema.
    One(&'static str),
    /// A page of objects of a schema.
    List(&'static str),
    /// A file of one of these media types.
    File(&'static [&'static str]),
}

pub(crate) struct QueryPart {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) is_required: bool,
    pub(crate) kind: QueryKind,
}

/// What a part of a query may be.
pub(crate) enum QueryKind {
    Text,
    /// Not blank.
    Name,
    Date,
    Year,
    Word(&'static [&'static str]),
}

impl QueryKind {
    pub(crate) fn schema(&self) -> Value {
        match self {
            QueryKind::Text => json!({ "type": "string" }),
            QueryKind::Name => json!({ "type": "string", "pattern": "\\S" }),
            QueryKind::Date => json!({ "type": "string", "format": "date" }),
            QueryKind::Year => year(),
            QueryKind::Word(words) => json!({ "type": "string", "enum": words }),
        }
    }
}

/// A budget year.
pub(super) fn year() -> Value {
    json!({ "type": "integer", "minimum": 1999, "maximum": 2100 })
}

/// A part of a query that may be left out.
pub(super) const fn optional(
    name: &'static str,
    about: &'static str,
    kind: QueryKind,
) -> QueryPart {
    QueryPart { name, about, is_required: false, kind }
}

pub(super) const fn required(
    name: &'static str,
    about: &'static str,
    kind: QueryKind,
) -> QueryPart {
    QueryPart { name, about, is_required: true, kind }
}

/// What answers, and for whom.
type Handler = (Permission, fn(&Ask<'_>) -> Answer);

pub(super) const fn get(
    path: &'static str,
    (permission, run): Handler,
    (name, about): (&'static str, &'static str),
    gives: Gives,
) -> Operation {
    Operation {
        method: "GET",
        path,
        permission,
        run,
        name,
        about,
        query: &[],
        takes: Takes::Nothing,
        status: 200,
        gives,
        needs_if_match: false,
    }
}

/// A request that adds something, and answers with what was added.
pub(super) const fn post(
    path: &'static str,
    handler: Handler,
    words: (&'static str, &'static str),
    takes: Takes,
    gives: Gives,
) -> Operation {
    Operation { method: "POST", takes, status: 201, ..get(path, handler, words, gives) }
}

/// A request that changes something, and answers with what it is then.
pub(super) const fn change(
    method: &'static str,
    path: &'static str,
    handler: Handler,
    words: (&'static str, &'static str),
    takes: Takes,
    gives: Gives,
) -> Operation {
    Operation { method, takes, ..get(path, handler, words, gives) }
}

pub(super) const fn delete(
    path: &'static str,
    handler: Handler,
    words: (&'static str, &'static str),
) -> Operation {
    Operation { method: "DELETE", status: 204, ..get(path, handler, words, Gives::Nothing) }
}

impl Operation {
    pub(super) const fn asked(self, query: &'static [QueryPart]) -> Operation {
        Operation { query, ..self }
    }

    /// Says which state it means, so that nobody's work is undone.
    pub(super) const fn with_if_match(self) -> Operation {
        Operation { needs_if_match: true, ..self }
    }

    pub(crate) fn route(&self) -> Route {
        let method = match self.method {
            "POST" => Method::POST,
            "PUT" => Method::PUT,
            "PATCH" => Method::PATCH,
            "DELETE" => Method::DELETE,
            _ => Method::GET,
        };
        Route { method, path: self.path, permission: self.permission, run: self.run }
    }

    /// The names in its address.
    pub(crate) fn places(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.gives, Gives::List(_))
    }
}

/// An address of the API.
macro_rules! api {
    ($rest:literal) => {
        concat!("/api/v1", $rest)
    };
}

/// An address below a berkas.
macro_rules! of_berkas {
    ($rest:literal) => {
        concat!("/api/v1/berkas/{perangkat}/{tahun}", $rest)
    };
}

pub(super) use {api, of_berkas};

//! `/api/v1`: the same facts, figures and documents for programs, with a token. Each file has the
//! operations of one thing; [`PARTS`] is all of them, from which follow the routes, the description
//! that programs read (`openapi.json`) and the page for people.

mod angka;
mod berkas;
mod bukti;
mod daerah;
mod description;
mod dokumen;
mod isian;
mod komentar;
mod narasi;
mod operation;
mod pengecualian;
mod pengukuran;
mod reply;
mod schema;
mod tabel;
mod temuan;

use axum::http::{Method, StatusCode};
use selaras_store::Cakupan;

use crate::ask::{Answer, Ask, Fault, Reply, Who};
use crate::permission::Permission;
use crate::routes::Route;

pub(crate) use description::{description, value_of};
pub(crate) use operation::{Gives, Operation, Part, Takes};
pub(crate) use schema::example;

/// All that programs can ask, in the order of the page.
pub(crate) const PARTS: &[Part] = &[
    berkas::PART,
    angka::PART,
    tabel::PART,
    isian::PART,
    pengukuran::PART,
    bukti::PART,
    narasi::PART,
    komentar::PART,
    temuan::PART,
    pengecualian::PART,
    dokumen::PART,
    daerah::PART,
];

pub(crate) fn operations() -> impl Iterator<Item = &'static Operation> {
    PARTS.iter().flat_map(|it| it.operations)
}

/// Whether the body of a request is a file.
pub(crate) fn takes_file(route: &Route) -> bool {
    let is_it = |it: &&Operation| it.path == route.path && it.method == route.method.as_str();
    operations().find(is_it).is_some_and(|it| it.takes == Takes::File)
}

/// The token of an `Authorization` header; the name of its scheme is written as one likes.
pub(crate) fn token(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

/// Who asks, by their token, where they and their token may.
pub(crate) fn entitled(
    app: &crate::App,
    route: &Route,
    token: Option<&str>,
    perangkat: Option<&str>,
) -> Result<Who, Fault> {
    let now = app.now();
    let found = match token {
        Some(token) => app.store.of_token(token, now)?,
        None => None,
    };
    let (pengguna, cakupan) = found.ok_or(Fault::SignIn)?;
    let day = app.day(now);
    if !crate::permission::may(Some(&pengguna), route.permission, perangkat, day) {
        return Err(Fault::Forbidden("Peran pemilik token tidak mencakup ini.".to_owned()));
    }
    if route.method != Method::GET && cakupan != Cakupan::Tulis {
        return Err(Fault::Forbidden("Token ini hanya untuk membaca.".to_owned()));
    }
    Ok(Who::new(pengguna, ""))
}

/// The answer where none could be made.
pub(crate) fn broken() -> Reply {
    let fault = Fault::Broken(String::new());
    reply::problem_of(fault.status(), "Selaras gagal", &fault.words())
}

/// Reads who asks from the token, checks what they and their token may, and answers.
pub(crate) fn answer(
    ask: &mut Ask<'_>,
    route: &Route,
    token: Option<&str>,
    fault: Option<Fault>,
) -> Reply {
    let answered = (|| -> Answer {
        if route.permission != Permission::Open {
            let perangkat = ask.params.given("perangkat");
            ask.who = Some(entitled(ask.app, route, token, perangkat)?);
        }
        // What is wrong with a request is for those to know who may send it.
        if let Some(fault) = fault {
            return Err(fault);
        }
        if let Some(name) = ask.query.repeated().filter(|_| route.permission != Permission::Open) {
            return Err(Fault::Bad(format!("`{name}` disebut lebih dari sekali.")));
        }
        (route.run)(ask)
    })();
    match answered {
        Ok(reply) if route.method == Method::GET && reply.status == StatusCode::OK => {
            reply::conditional(ask, reply)
        }
        Ok(reply) => reply,
        Err(fault) => {
            fault.log(ask);
            reply::problem(ask, &fault)
        }
    }
}

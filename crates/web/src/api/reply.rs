//! How the API answers, and how it reads what was sent.

use axum::http::header::{CONTENT_TYPE, ETAG, LINK, LOCATION, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use selaras_domain::{Code, Triwulan};
use selaras_store::StoreError;
use serde_json::{Map, Number, Value, json};
use sha2::{Digest, Sha256};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::Context;
use crate::page::lkjip::rules_digest;
use crate::widget::with_changes;

/// Things of a list that a reply holds, unless asked otherwise, and at most.
const PAGE: usize = 50;
pub(super) const PAGE_MOST: usize = 500;
/// The last page that can be asked for.
pub(super) const LAST_PAGE: usize = 1_000_000;

/// Where the rest of an error is said: RFC 9457.
pub(super) const PROBLEM: &str = "application/problem+json";

/// The largest whole number that every program keeps exactly: 2⁵³ − 1.
pub(super) const WHOLE: i64 = 9_007_199_254_740_991;

// ---- Errors ----

fn problem_value(status: StatusCode, title: &str, detail: &str) -> Value {
    json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail })
}

fn as_problem(status: StatusCode, value: &Value) -> Reply {
    let mut reply = Reply::json(status, value);
    reply.headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
    reply
}

pub(super) fn problem_of(status: StatusCode, title: &str, detail: &str) -> Reply {
    as_problem(status, &problem_value(status, title, detail))
}

/// An error as RFC 9457 has it.
pub(super) fn problem(ask: &Ask<'_>, fault: &Fault) -> Reply {
    let (status, title) = match fault {
        // Who named a state that is no more, and who named a value.
        Fault::Store(StoreError::Conflict { .. }) if ask.if_match.is_some() => {
            (StatusCode::PRECONDITION_FAILED, "Sudah diubah orang lain")
        }
        Fault::Store(StoreError::Conflict { .. }) => {
            (StatusCode::CONFLICT, "Sudah diubah orang lain")
        }
        Fault::SignIn => (StatusCode::UNAUTHORIZED, "Perlu token"),
        Fault::NoTag => (fault.status(), "Perlu If-Match"),
        fault => (fault.status(), "Tidak dapat dilakukan"),
    };
    let detail = match fault {
        Fault::SignIn => {
            "Kirim token yang masih berlaku: `Authorization: Bearer slr_…`.".to_owned()
        }
        // The words of the database are in its language, and tell how it is built.
        Fault::Store(StoreError::Constraint(_)) => {
            "Kunci baris sudah dipakai, isian menunjuk baris yang tidak ada, atau baris ini masih \
             dirujuk baris lain."
                .to_owned()
        }
        fault => fault.words(),
    };
    let mut value = problem_value(status, title, &detail);
    if let Fault::Store(StoreError::Conflict { found: Some(found), .. }) = fault {
        value["kini"] = cell(found);
    }
    if let Fault::Store(StoreError::Invalid(errors)) = fault {
        let one = |it: &selaras_package::PackageError| {
            json!({
                "kolom": it.place.column, "kode": it.problem.code(), "ditemukan": it.problem.found(),
                "seharusnya": it.problem.expected(), "perbaikan": it.problem.remedy(),
            })
        };
        value["galat"] = errors.iter().map(one).collect();
    }
    let reply = as_problem(status, &value);
    match status {
        StatusCode::UNAUTHORIZED => reply.with(WWW_AUTHENTICATE, "Bearer"),
        _ => reply,
    }
}

// ---- Good answers ----

/// A thing, with the tag of what is said of it.
pub(super) fn one(value: &Value) -> Reply {
    tagged(Reply::json(StatusCode::OK, value), &tag_of_value(value))
}

/// What was added, and where it is.
pub(super) fn added(value: &Value, address: &str) -> Reply {
    let reply = Reply { status: StatusCode::CREATED, ..one(value) };
    reply.with(LOCATION, address)
}

pub(super) fn nothing() -> Reply {
    let mut reply = Reply::text("application/json", "");
    reply.status = StatusCode::NO_CONTENT;
    reply.headers.remove(CONTENT_TYPE);
    reply
}

/// A cell: nothing where it is empty.
pub(super) fn cell(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

/// Which page of a list is asked for.
pub(super) struct Page {
    number: usize,
    size: usize,
}

impl Page {
    pub(super) fn of(ask: &Ask<'_>) -> Result<Page, Fault> {
        let number = |name: &str, default: usize, most: usize| match ask.query.raw(name) {
            None => Ok(default),
            Some(text) => {
                let found = text.parse().ok().filter(|it| (1..=most).contains(it));
                found.ok_or_else(|| Fault::Bad(format!("`{name}` harus bilangan 1 sampai {most}.")))
            }
        };
        Ok(Page {
            number: number("halaman", 1, LAST_PAGE)?,
            size: number("per_halaman", PAGE, PAGE_MOST)?,
        })
    }

    /// How many things come before it, and how many it holds.
    pub(super) fn range(&self) -> (usize, usize) {
        ((self.number - 1) * self.size, self.size)
    }

    /// The page, with links to the others as RFC 8288 has them.
    pub(super) fn reply(&self, ask: &Ask<'_>, data: Vec<Value>, total: usize) -> Reply {
        let value = json!({
            "data": data, "total": total, "halaman": self.number, "per_halaman": self.size,
        });
        let last = total.div_ceil(self.size).max(1);
        let to = |number: usize, rel: &str| {
            let number = number.to_string();
            let address = with_changes(&ask.path, &ask.query, &[("halaman", &number)]);
            format!("<{address}>; rel=\"{rel}\"")
        };
        let mut links = vec![to(1, "first"), to(last, "last")];
        if self.number > 1 {
            links.push(to((self.number - 1).min(last), "prev"));
        }
        if self.number < last {
            links.push(to(self.number + 1, "next"));
        }
        one(&value).with(LINK, &links.join(", "))
    }
}

/// The page of a list that is asked for.
pub(super) fn listed<T>(ask: &Ask<'_>, all: Vec<T>, value: impl Fn(T) -> Value) -> Answer {
    let page = Page::of(ask)?;
    let (skip, size) = page.range();
    let total = all.len();
    let data = all.into_iter().skip(skip).take(size).map(value).collect();
    Ok(page.reply(ask, data, total))
}

// ---- Tags ----

/// A reply with a tag, in the place of another that it may have.
pub(super) fn tagged(mut reply: Reply, tag: &str) -> Reply {
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        reply.headers.insert(ETAG, tag);
    }
    reply
}

/// The tag of bytes: their content.
fn tag_of(bytes: &[u8]) -> String {
    crate::hex(&Sha256::digest(bytes)[..12])
}

/// The tag that an object has when it is read.
pub(super) fn tag_of_value(value: &Value) -> String {
    tag_of(value.to_string().as_bytes())
}

fn has_it(ask: &Ask<'_>, tag: &str) -> bool {
    ask.if_none_match.as_deref().is_some_and(|it| {
        it.trim() == "*" || it.split(',').any(|it| it.trim().trim_start_matches("W/") == tag)
    })
}

/// The version of the facts, and the tag of what is made of them by rules.
pub(super) fn tag_of_facts(ask: &Ask<'_>, context: &Context) -> Result<(i64, String), Fault> {
    let versi = ask.store().berkas_versi(&context.berkas)?;
    let program = env!("CARGO_PKG_VERSION");
    Ok((versi, format!("{}-{versi}-{}-{program}", context.berkas.id, rules_digest())))
}

/// What is made of facts by rules, with their tag; nothing is made where whoever asks has it already.
pub(super) fn made_of_facts(
    ask: &Ask<'_>,
    context: &Context,
    make: impl FnOnce() -> Answer,
) -> Answer {
    let (_, tag) = tag_of_facts(ask, context)?;
    let reply = match has_it(ask, &format!("\"{tag}\"")) {
        true => Reply::text("application/json", ""),
        false => make()?,
    };
    Ok(tagged(reply, &tag))
}

/// The reply with the tag of its content where it has none yet, and without its body where whoever
/// asks has it already.
pub(super) fn conditional(ask: &Ask<'_>, reply: Reply) -> Reply {
    let reply = match reply.headers.contains_key(ETAG) {
        true => reply,
        false => {
            let tag = tag_of(&reply.body);
            tagged(reply, &tag)
        }
    };
    let tag = reply.headers.get(ETAG).and_then(|it| it.to_str().ok());
    if !tag.is_some_and(|it| has_it(ask, it)) {
        return reply;
    }
    let mut same = Reply { status: StatusCode::NOT_MODIFIED, body: Vec::new(), ..reply };
    same.headers.remove(CONTENT_TYPE);
    same
}

/// The version that a change means: a change without one would undo somebody else's.
///
/// Tags as RFC 9110 has them: a list of which one is enough, or `*` for the thing as it is now.
pub(super) fn meant_version(ask: &Ask<'_>, tag: &str, versi: i64) -> Result<i64, Fault> {
    let sent = ask.if_match.as_deref().ok_or(Fault::NoTag)?;
    let is_now = |it: &str| it == "*" || it.trim_matches('"') == tag;
    // A tag that is none of ours means a state that the thing is not in.
    Ok(if sent.split(',').any(|it| is_now(it.trim())) { versi } else { -1 })
}

// ---- What was sent ----

/// The object that was sent, with no names but these.
pub(super) fn sent_object(ask: &Ask<'_>, names: &[&str]) -> Result<Map<String, Value>, Fault> {
    let value: Value = serde_json::from_slice(&ask.body)
        .map_err(|it| Fault::Bad(format!("Badan permintaan bukan JSON yang sah: {it}.")))?;
    object_of(value, "Badan permintaan", names)
}

/// The same where nothing need be sent.
pub(super) fn sent_object_or_nothing(
    ask: &Ask<'_>,
    names: &[&str],
) -> Result<Map<String, Value>, Fault> {
    if ask.body.is_empty() { Ok(Map::new()) } else { sent_object(ask, names) }
}

pub(super) fn object_of(
    value: Value,
    what: &str,
    names: &[&str],
) -> Result<Map<String, Value>, Fault> {
    let Value::Object(object) = value else {
        return Err(Fault::Bad(format!("{what} harus sebuah objek.")));
    };
    if let Some(name) = object.keys().find(|it| !names.contains(&it.as_str())) {
        let known: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
        let known = known.join(", ");
        return Err(Fault::Bad(format!("«{name}» tidak dikenal; yang dikenal {known}.")));
    }
    Ok(object)
}

/// A text that may be left out.
pub(super) fn text(object: &Map<String, Value>, name: &str) -> Result<Option<String>, Fault> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        // No text holds a NUL, and PostgreSQL takes none.
        Some(Value::String(text)) => Ok(Some(text.replace('\0', ""))),
        Some(_) => Err(Fault::Bad(format!("`{name}` harus teks."))),
    }
}

pub(super) fn needed_text(object: &Map<String, Value>, name: &str) -> Result<String, Fault> {
    text(object, name)?.ok_or_else(|| Fault::Bad(format!("`{name}` harus disebut.")))
}

/// A whole number, which JSON may write as `12` or `12.0`.
fn whole(number: &Number) -> Option<String> {
    let text = number.to_string();
    let found: i64 = text.strip_suffix(".0").unwrap_or(&text).parse().ok()?;
    (-WHOLE..=WHOLE).contains(&found).then(|| found.to_string())
}

/// A value for a cell: a fraction comes as a text, so that no program has rounded it.
pub(super) fn sent_cell(name: &str, value: &Value) -> Result<String, Fault> {
    let wrong = || {
        Fault::Bad(format!(
            "«{name}» harus teks, bilangan bulat, atau null; pecahan, dan bilangan di atas {WHOLE}, \
             ditulis sebagai teks, misalnya \"85.8\"."
        ))
    };
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.replace('\0', "")),
        Value::Number(number) => whole(number).ok_or_else(wrong),
        _ => Err(wrong()),
    }
}

/// One of the words that a part of the query may be.
pub(super) fn word<'q>(
    ask: &'q Ask<'_>,
    name: &str,
    words: &[&str],
) -> Result<Option<&'q str>, Fault> {
    match ask.query.raw(name) {
        None => Ok(None),
        Some(it) if words.contains(&it) => Ok(Some(it)),
        Some(it) => {
            let words = words.join(", ");
            Err(Fault::Bad(format!("`{name}` mengenal {words}; bukan «{it}».")))
        }
    }
}

/// The quarter that the address or the query names.
pub(super) fn triwulan(text: &str) -> Result<Triwulan, Fault> {
    Triwulan::from_code(text)
        .ok_or_else(|| Fault::NotFound(format!("Tidak ada triwulan «{text}»; tw1 sampai tw4.")))
}

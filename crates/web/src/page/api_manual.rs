//! Dokumentasi API: what programs can ask, made from the same list as `openapi.json`.

use maud::{Markup, html};
use serde_json::Value;

use crate::api::{Gives, Operation, PARTS, Takes, example, value_of};
use crate::ask::{Answer, Ask, Reply};
use crate::context::part;
use crate::frame::{open, role_words};
use crate::permission::{PERMISSIONS, Permission};

pub(crate) fn manual(ask: &Ask<'_>) -> Answer {
    let body = html! {
        p { "Program meminta dengan token: " code { "Authorization: Bearer slr_…" } ". Token dibuat pada halaman " a href="/token" { "Token saya" } "; ia tidak dapat lebih daripada pemiliknya. Uraian lengkap untuk program, dengan semua skema: " a href="/api/v1/openapi.json" { "openapi.json" } "." }
        ul {
            li { "Angka adalah teks dengan titik desimal (" code { "\"85.8\"" } "), supaya tidak ada program yang membulatkannya." }
            li { "Daftar dibagi per halaman: " code { "?halaman=2&per_halaman=100" } ", paling banyak 500. Kepala " code { "Link" } " menunjuk halaman pertama, sebelumnya, berikutnya, dan terakhir." }
            li { "Jawaban membawa " code { "ETag" } ". Kirim kembali sebagai " code { "If-None-Match" } ": yang belum berubah dijawab 304. Perubahan yang memintanya mengirimnya sebagai " code { "If-Match" } ": yang sudah diubah orang lain dijawab 412." }
            li { "Galat berbentuk " code { "application/problem+json" } " (RFC 9457); " code { "galat" } " menyebut setiap kolom yang salah." }
        }
        nav aria-label="Bagian API" { @for (index, it) in PARTS.iter().enumerate() { a.tombol href={ "#bagian-" (index) } { (it.title) } " " } }
        @for (index, it) in PARTS.iter().enumerate() {
            section aria-labelledby={ "bagian-" (index) } {
                h2 id={ "bagian-" (index) } { (it.title) }
                @for it in it.operations { (operation(ask, it)) }
            }
        }
    };
    Ok(Reply::page(open(ask, "Dokumentasi API", &body)))
}

/// Who may ask it.
fn roles(permission: Permission) -> String {
    match permission {
        Permission::Open => "siapa saja, tanpa token".to_owned(),
        Permission::SignedIn => "setiap pemilik token".to_owned(),
        _ => {
            let rule = PERMISSIONS.iter().find(|it| it.permission == permission);
            let roles = rule.map_or(&[][..], |it| it.roles);
            roles.iter().map(|it| role_words(*it)).collect::<Vec<_>>().join(", ")
        }
    }
}

fn operation(ask: &Ask<'_>, it: &Operation) -> Markup {
    html! {
        section.kartu {
            h3.pecah { code { (it.method) " " (it.path) } }
            p { (it.about) }
            p.lembut { "Untuk: " (roles(it.permission)) "." @if it.needs_if_match { " Perlu " code { "If-Match" } "." } }
            @if !it.query.is_empty() {
                dl { @for it in it.query {
                    dt { code { (it.name) } @if it.is_required { " (harus)" } }
                    dd { (it.about) }
                } }
            }
            details {
                summary { "Contoh" }
                pre.teks tabindex="0" { (request(ask, it)) }
                @match it.gives {
                    Gives::Nothing => p { "Dijawab " (it.status) ", tanpa isi." },
                    Gives::One("Objek") => p { "Dijawab sebuah objek." },
                    Gives::One(schema) => { p { "Dijawab " (it.status) ":" } (shown(&example(schema))) },
                    Gives::List(schema) => { p { "Dijawab " (it.status) ", " code { "data" } " berisi:" } (shown(&example(schema))) },
                    Gives::File(kinds) => p { "Dijawab berkas: " (kinds.join(", ")) "." },
                }
            }
        }
    }
}

fn shown(value: &Value) -> Markup {
    html! { pre.teks tabindex="0" { (format!("{value:#}")) } }
}

/// A value as an address has it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The request as a command.
fn request(ask: &Ask<'_>, it: &Operation) -> String {
    let mut address = it.path.to_owned();
    for name in it.places() {
        let value = value_of(name).map(|it| part(&plain(&it))).unwrap_or_default();
        address = address.replace(&format!("{{{name}}}"), &value);
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    for part in it.query.iter().filter(|it| it.is_required) {
        query.append_pair(part.name, &value_of(part.name).map(|it| plain(&it)).unwrap_or_default());
    }
    let query = query.finish();
    let query = if query.is_empty() { query } else { format!("?{query}") };
    let mut lines = vec!["curl -H \"Authorization: Bearer $TOKEN\"".to_owned()];
    if it.method != "GET" {
        lines.push(format!("-X {}", it.method));
    }
    if it.needs_if_match {
        lines.push("-H \"If-Match: $ETAG\"".to_owned());
    }
    match it.takes {
        Takes::Nothing => {}
        Takes::Json(schema) => {
            lines.push(format!("--json '{}'", example(schema)));
        }
        Takes::File => {
            lines.push("-H \"Content-Type: application/octet-stream\"".to_owned());
            lines.push("--data-binary @berita-acara.pdf".to_owned());
        }
    }
    lines.push(format!("\"{}{address}{query}\"", ask.app.settings.origin));
    lines.join(" \\\n  ")
}

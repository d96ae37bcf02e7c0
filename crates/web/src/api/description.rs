//! The description of the API, after `OpenAPI` 3.1.

use selaras_package::rows::is_section;
use selaras_store::fact_tables;
use serde_json::{Map, Value, json};

use super::PARTS;
use super::operation::{Gives, Operation, Takes, year};
use super::reply::{LAST_PAGE, PAGE_MOST, PROBLEM};
use super::schema::{example, schemas};
use crate::permission::Permission;

const JSON: &str = "application/json";

pub(crate) fn description() -> Value {
    let mut paths = Map::new();
    for part in PARTS {
        for it in part.operations {
            let entry = paths.entry(it.path).or_insert_with(|| json!({}));
            entry[it.method.to_lowercase()] = operation(it, part.title);
        }
    }
    let parts: Vec<Value> = PARTS.iter().map(|it| json!({ "name": it.title })).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Selaras", "version": env!("CARGO_PKG_VERSION"),
            "description": "Fakta, angka, dan dokumen kinerja. Angka dikirim sebagai teks, supaya \
                            tidak ada program yang membulatkannya.",
        },
        "security": [{ "token": [] }],
        "tags": parts,
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(),
        },
    })
}

/// A value that a parameter may have, for people, and for programs that try the API.
pub(crate) fn value_of(name: &str) -> Option<Value> {
    Some(match name {
        "perangkat" => "BKPSDM".into(),
        "tahun" => 2023.into(),
        "tabel" => "faktor".into(),
        "triwulan" | "periode" => "tw1".into(),
        "narasi" => "latar-belakang".into(),
        "indikator" => "iku-1".into(),
        "perjanjian" => "pk-2023".into(),
        "angka" => "indikator/iku-1/2023/capaian".into(),
        "nama" => "berita-acara.pdf".into(),
        "id" | "nomor" | "baris" => 1.into(),
        "If-Match" => "\"1\"".into(),
        _ => return None,
    })
}

/// What a name in an address may be.
fn place(it: &Operation, name: &str) -> Value {
    match name {
        "tahun" => year(),
        "baris" | "id" | "nomor" => json!({ "type": "integer", "minimum": 1 }),
        "triwulan" => json!({ "type": "string", "enum": ["tw1", "tw2", "tw3", "tw4"] }),
        "tabel" => {
            // A table with one row for ever gets no other, and does not lose it.
            let is_fixed = ["POST", "DELETE"].contains(&it.method);
            let all = fact_tables().filter(|it| !is_fixed || !is_section(it));
            json!({ "type": "string", "enum": all.map(|it| it.name).collect::<Vec<_>>() })
        }
        _ => json!({ "type": "string", "minLength": 1 }),
    }
}

fn parameters(it: &Operation) -> Vec<Value> {
    let mut all = Vec::new();
    for name in it.places() {
        let schema = place(it, name);
        all.push(json!({ "name": name, "in": "path", "required": true, "schema": schema }));
    }
    for part in it.query {
        all.push(json!({
            "name": part.name, "in": "query", "required": part.is_required,
            "description": part.about, "schema": part.kind.schema(),
        }));
    }
    if it.is_list() {
        let pages = [
            ("halaman", LAST_PAGE, "Halaman ke berapa, mulai 1."),
            ("per_halaman", PAGE_MOST, "Banyaknya pada satu halaman; 50 bila tidak disebut."),
        ];
        for (name, most, about) in pages {
            all.push(json!({
                "name": name, "in": "query", "required": false, "description": about,
                "schema": { "type": "integer", "minimum": 1, "maximum": most },
            }));
        }
    }
    let header = |name: &str, about: &str, is_required: bool| {
        json!({
            "name": name, "in": "header", "required": is_required, "description": about,
            "schema": { "type": "string" },
        })
    };
    if it.needs_if_match {
        all.push(header("If-Match", "ETag yang dibaca, atau `*`.", true));
    }
    for parameter in &mut all {
        if let Some(value) = parameter["name"].as_str().and_then(value_of) {
            parameter["example"] = value;
        }
    }
    all
}

fn operation(it: &Operation, part: &str) -> Value {
    let mut value = json!({
        "operationId": it.name, "tags": [part], "summary": it.about,
        "parameters": parameters(it), "responses": responses(it),
    });
    if it.permission == Permission::Open {
        value["security"] = json!([]);
    }
    match it.takes {
        Takes::Nothing => {}
        Takes::Json(schema) => {
            let needs_any =
                schemas()[schema]["required"].as_array().is_some_and(|it| !it.is_empty());
            value["requestBody"] = json!({
                "required": needs_any,
                "content": { JSON: { "schema": reference(schema), "example": example(schema) } },
            });
        }
        Takes::File => {
            value["requestBody"] = json!({
                "required": true, "content": { "application/octet-stream": { "schema": binary() } },
            });
        }
    }
    value
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

fn binary() -> Value {
    json!({ "type": "string", "format": "binary" })
}

fn good(it: &Operation) -> Value {
    let mut good = json!({ "description": "Berhasil." });
    match it.gives {
        Gives::Nothing => return good,
        Gives::One("Objek") => good["content"] = json!({ JSON: { "schema": reference("Objek") } }),
        Gives::One(schema) => {
            good["content"] =
                json!({ JSON: { "schema": reference(schema), "example": example(schema) } });
        }
        Gives::List(schema) => {
            let list = json!({
                "type": "object", "required": ["data", "total", "halaman", "per_halaman"],
                "properties": {
                    "data": { "type": "array", "items": reference(schema) },
                    "total": { "type": "integer" }, "halaman": { "type": "integer" },
                    "per_halaman": { "type": "integer" },
                },
            });
            let example = json!({
                "data": [example(schema)], "total": 1, "halaman": 1, "per_halaman": 50,
            });
            good["content"] = json!({ JSON: { "schema": list, "example": example } });
        }
        Gives::File(kinds) => {
            let all = kinds.iter().map(|it| ((*it).to_owned(), json!({ "schema": binary() })));
            good["content"] = Value::Object(all.collect());
        }
    }
    let header = |about: &str| json!({ "description": about, "schema": { "type": "string" } });
    let mut headers = json!({ "ETag": header("Keadaan ini, untuk If-None-Match dan If-Match.") });
    if it.is_list() {
        headers["Link"] = header("Halaman first, prev, next, dan last (RFC 8288).");
    }
    if it.status == 201 {
        headers["Location"] = header("Alamat yang baru.");
    }
    good["headers"] = headers;
    good
}

fn responses(it: &Operation) -> Value {
    let mut all = Map::new();
    all.insert(it.status.to_string(), good(it));
    if it.method == "GET" {
        all.insert("304".to_owned(), json!({ "description": "Sama dengan yang sudah dimiliki." }));
    }
    let mut problem = |status: u16, about: &str| {
        let value = json!({
            "description": about,
            "content": { PROBLEM: { "schema": reference("Masalah") } },
        });
        all.insert(status.to_string(), value);
    };
    if it.permission == Permission::Open {
        return Value::Object(all);
    }
    problem(400, "Permintaan tidak dapat dibaca.");
    problem(401, "Tanpa token yang berlaku.");
    problem(403, "Di luar peran atau cakupan.");
    problem(404, "Tidak ada.");
    problem(503, "Pangkalan data tidak menjawab.");
    let is_made = matches!(it.gives, Gives::File(_));
    if is_made && it.method == "GET" {
        problem(422, "Fakta yang tersimpan saling bertentangan.");
    }
    if it.method != "GET" {
        problem(422, "Isian tidak sah, atau triwulannya tidak terbuka.");
    }
    if it.takes != Takes::Nothing {
        problem(413, "Terlalu besar.");
        problem(415, "Bukan jenis isi yang diterima.");
    }
    match it.needs_if_match {
        true => {
            problem(412, "Sudah diubah orang lain.");
            problem(428, "Tanpa If-Match.");
        }
        false if it.method == "PATCH" => problem(409, "Sudah diubah orang lain."),
        false => {}
    }
    Value::Object(all)
}

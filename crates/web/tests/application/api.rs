//! The API: what programs read and change, with a token, without losing anybody's work.

use crate::common::{Application, NOW, now, pelaku, read};
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use selaras_store::{Cakupan, NewDokumenSah};
use serde_json::{Value, json};

const ROWS: &str = "/api/v1/berkas/BKPSDM/2023/tabel/faktor";

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|it| panic!("{it}: {text}"))
}

#[tokio::test]
async fn a_figure_comes_as_a_text_with_its_trail() {
    let it = Application::new();
    let token = it.token("inspektorat");
    let address = "/api/v1/berkas/BKPSDM/2023/jejak?angka=indikator/iku-2/2023/capaian";
    let (status, text) = it.call(&token, Method::GET, address, "").await;
    assert_eq!(status, StatusCode::OK);
    let value = parsed(&text);
    // LKjIP BKPSDM Kota Dumai 2023, Tabel 3.2.
    assert_eq!(value["nilai"], "118.0");
    assert_eq!(value["jejak"]["hitungan"], "99,1 ÷ 84 × 100");
}

#[tokio::test]
async fn a_row_is_added_changed_and_removed_with_the_tag_that_was_read() {
    let it = Application::new();
    let token = it.token("perencana");
    let body = json!({ "isi": {
        "indikator": "iku-1", "tahun": 2023, "jenis": "penghambat", "nomor": 900, "uraian": "Uji",
    } });
    let (status, text) = it.call(&token, Method::POST, ROWS, &body.to_string()).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let row = parsed(&text)["baris"].clone();
    let address = format!("{ROWS}/{row}");
    let change = json!({ "isi": { "uraian": "Uji kedua" }, "alasan": "pengujian" }).to_string();
    let (status, _) = it.call(&token, Method::PATCH, &address, &change).await;
    assert_eq!(status.as_u16(), 428, "a change says which state it means");
    for (tag, expected) in [("\"7\"", StatusCode::PRECONDITION_FAILED), ("\"1\"", StatusCode::OK)] {
        let request = Request::patch(&address)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::IF_MATCH, tag)
            .body(Body::from(change.clone()));
        let (status, text) = crate::common::read(it.send(request.expect("a request")).await).await;
        assert_eq!(status, expected, "{text}");
    }
    let request = Request::delete(&address)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::IF_MATCH, "\"2\"")
        .body(Body::empty());
    assert_eq!(it.send(request.expect("a request")).await.status(), StatusCode::NO_CONTENT);
    let (status, _) = it.call(&token, Method::GET, &address, "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_its_column() {
    let it = Application::new();
    let token = it.token("perencana");
    let body = json!({ "isi": { "indikator": "IKU 1", "tahun": "dua ribu", "jenis": "lain" } });
    let (status, text) = it.call(&token, Method::POST, ROWS, &body.to_string()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let columns: Vec<String> = parsed(&text)["galat"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| it["kolom"].as_str().unwrap_or_default().to_owned())
        .collect();
    for column in ["indikator", "tahun", "jenis", "nomor", "uraian"] {
        assert!(columns.iter().any(|it| it == column), "{column} in {columns:?}");
    }
}

#[tokio::test]
async fn a_token_does_no_more_than_its_scope_and_no_longer_than_its_time() {
    let it = Application::new();
    let hour = jiff::SignedDuration::from_hours(1);
    let make = |cakupan, until| {
        it.store
            .add_token(&pelaku(), "perencana", ("uji", cakupan), (now(), until))
            .expect("a token")
    };
    let reader = make(Cakupan::Baca, now() + hour);
    assert_eq!(it.call(&reader, Method::GET, ROWS, "").await.0, StatusCode::OK);
    assert_eq!(it.call(&reader, Method::POST, ROWS, "{}").await.0, StatusCode::FORBIDDEN);
    let late = make(Cakupan::Tulis, now());
    assert_eq!(it.call(&late, Method::GET, ROWS, "").await.0, StatusCode::UNAUTHORIZED);
    let other = "/api/v1/berkas/DINKES/2023";
    assert_eq!(it.call(&reader, Method::GET, other, "").await.0, StatusCode::FORBIDDEN);
    // A session of the browser is no token: no page of somebody else can make it act.
    let request =
        Request::get(ROWS).header(header::COOKIE, format!("sesi={}", it.session("perencana")));
    let response = it.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn lists_come_in_pages_with_links_and_tags() {
    let it = Application::new();
    let token = it.token("inspektorat");
    let address = "/api/v1/berkas/BKPSDM/2023/tabel/target?per_halaman=10&halaman=2";
    let request = || Request::get(address).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let response = it.send(request().body(Body::empty()).expect("a request")).await;
    let link = response.headers()[header::LINK].to_str().expect("a text").to_owned();
    assert!(link.contains("rel=\"prev\"") && link.contains("rel=\"next\""), "{link}");
    let tag = response.headers()[header::ETAG].clone();
    let (_, text) = crate::common::read(response).await;
    assert_eq!(parsed(&text)["data"].as_array().map(Vec::len), Some(10));
    let again = request().header(header::IF_NONE_MATCH, tag);
    let response = it.send(again.body(Body::empty()).expect("a request")).await;
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
}

const BERKAS: &str = "/api/v1/berkas/BKPSDM/2023";
const PDF: &[u8] = b"%PDF-1.7\nuji";

/// A header of an answer.
fn says(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned()
}

/// What is there, with its tag.
async fn seen(it: &Application, token: &str, address: &str) -> (Value, String) {
    let response = it.ask(token, Method::GET, address, &[], "").await;
    let tag = says(response.headers(), header::ETAG);
    let (status, text) = read(response).await;
    assert_eq!(status, StatusCode::OK, "{address}: {text}");
    assert!(!tag.is_empty(), "{address} has no tag");
    (parsed(&text), tag)
}

/// Changes what was seen.
async fn change(
    it: &Application,
    token: &str,
    (method, address): (Method, &str),
    tag: &str,
    body: &Value,
) -> (StatusCode, Value) {
    let headers = [(header::IF_MATCH, tag)];
    let response = it.ask(token, method, address, &headers, body.to_string()).await;
    let (status, text) = read(response).await;
    (status, parsed(&text))
}

async fn uploaded(
    it: &Application,
    token: &str,
    query: &str,
    bytes: &'static [u8],
) -> Response<Body> {
    let kind = [(header::CONTENT_TYPE, "application/octet-stream")];
    it.ask(token, Method::POST, &format!("{BERKAS}/{query}"), &kind, bytes).await
}

#[tokio::test]
async fn every_address_that_can_be_read_answers_its_own_example_as_described() {
    let it = Application::new();
    let (planner, admin) = (it.token("perencana"), it.token("administrator"));
    // One of everything that the example does not have.
    let query = "bukti?indikator=iku-1&triwulan=tw1&nama=berita-acara.pdf";
    assert_eq!(uploaded(&it, &planner, query, PDF).await.status(), StatusCode::CREATED);
    let remark = json!({ "objek": "pengukuran/tw1", "isi": "Lengkapi." }).to_string();
    let (status, text) =
        it.call(&planner, Method::POST, &format!("{BERKAS}/komentar"), &remark).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let action = json!({ "isi": {
        "indikator": "iku-1", "tahun": 2023, "periode": "tw1", "nomor": 1, "aksi": "Menyusun SOP",
    } });
    let table = format!("{BERKAS}/tabel/rencana_aksi");
    let (status, text) = it.call(&planner, Method::POST, &table, &action.to_string()).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let all = it.store.list().expect("the berkas");
    let berkas = all.into_iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    let versi = it.store.berkas_versi(&berkas).expect("a version");
    let new = NewDokumenSah { bytes: PDF.to_vec(), versi, aturan: "uji".to_owned() };
    it.store.sign(&pelaku(), &berkas, new).expect("a signature");
    let decisions = format!("{BERKAS}/pengecualian-temuan");
    let finding = finding(&it, &planner).await;
    let (status, text) =
        it.call(&it.token("kepala"), Method::POST, &decisions, &finding.to_string()).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let decision = format!("/pengecualian-temuan/{}", parsed(&text)["baris"]);

    let (described, _) = seen(&it, &admin, "/api/v1/openapi.json").await;
    let mut n_read = 0;
    for (path, methods) in described["paths"].as_object().expect("paths") {
        let operation = &methods["get"];
        if operation.is_null() {
            continue;
        }
        let mut address = path.clone();
        let mut query = form_urlencoded::Serializer::new(String::new());
        for parameter in operation["parameters"].as_array().expect("parameters") {
            let name = parameter["name"].as_str().expect("a name");
            let value = &parameter["example"];
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            match parameter["in"].as_str() {
                Some("path") => address = address.replace(&format!("{{{name}}}"), &value),
                _ if parameter["required"] == true => drop(query.append_pair(name, &value)),
                _ => {}
            }
        }
        let query = query.finish();
        // The numbers of rows that were added are not small.
        let address = address.replace("/pengecualian-temuan/1", &decision);
        let address = if query.is_empty() { address } else { format!("{address}?{query}") };
        let response = it.ask(&admin, Method::GET, &address, &[], "").await;
        assert_eq!(response.status(), StatusCode::OK, "{address}");
        let good = &operation["responses"]["200"]["content"];
        let kind = says(response.headers(), header::CONTENT_TYPE);
        assert!(!good[&kind].is_null(), "{address} answers {kind}");
        let tag = says(response.headers(), header::ETAG);
        assert!(tag.starts_with('"') && tag.len() > 2, "{address} has the tag {tag}");
        let (_, text) = read(response).await;
        if kind == "application/json" && path != "/api/v1/openapi.json" {
            has_all(&parsed(&text), &good[&kind]["schema"], &described, &address);
        }
        let has_it = [(header::IF_NONE_MATCH, tag.as_str())];
        let response = it.ask(&admin, Method::GET, &address, &has_it, "").await;
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED, "{address}");
        assert_eq!(says(response.headers(), header::ETAG), tag, "{address}");
        assert!(read(response).await.1.is_empty(), "{address}: nothing is sent again");
        n_read += 1;
    }
    assert!(n_read > 20, "{n_read}");
}

/// An answer has every name that its description says, and no other.
fn has_all(value: &Value, schema: &Value, described: &Value, address: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(name) => described.pointer(name.trim_start_matches('#')).expect("a schema"),
        None => schema,
    };
    if let Some(properties) = schema["properties"].as_object() {
        let object = value.as_object().unwrap_or_else(|| panic!("{address}: {value}"));
        let names = |it: &serde_json::Map<String, Value>| {
            let mut all: Vec<String> = it.keys().cloned().collect();
            all.sort();
            all
        };
        assert_eq!(names(object), names(properties), "{address}");
        for (name, schema) in properties {
            has_all(&object[name], schema, described, address);
        }
    }
    for it in value.as_array().into_iter().flatten() {
        has_all(it, &schema["items"], described, address);
    }
}

#[tokio::test]
async fn every_error_is_a_problem_with_its_status() {
    let it = Application::new();
    let token = it.token("perencana");
    let row = json!({ "isi": {} }).to_string();
    let big = format!("{{\"isi\": {{}}, \"alasan\": \"{}\"}}", "a".repeat(3 << 20));
    let form = "application/x-www-form-urlencoded";
    for (method, address, kind, body, expected) in [
        (Method::GET, "/api/v1/tidak-ada", "", "", 404),
        (Method::GET, "/api/lain", "", "", 404),
        (Method::GET, "/api/v1/berkas/BKPSDM/1999", "", "", 404),
        (Method::PUT, "/api/v1/berkas", "application/json", "{}", 405),
        (Method::POST, ROWS, form, "isi=1", 415),
        (Method::POST, ROWS, "application/json", big.as_str(), 413),
        (Method::POST, ROWS, "application/json", "{", 400),
        (Method::POST, ROWS, "application/json; charset=utf-8", row.as_str(), 422),
        (Method::GET, "/api/v1/jejak-audit", "", "", 403),
    ] {
        let headers = [(header::CONTENT_TYPE, kind)];
        let response = it.ask(&token, method.clone(), address, &headers, body.to_owned()).await;
        let kind = says(response.headers(), header::CONTENT_TYPE);
        let allow = says(response.headers(), header::ALLOW);
        let (status, text) = read(response).await;
        assert_eq!(status.as_u16(), expected, "{method} {address}: {text}");
        assert_eq!(kind, "application/problem+json", "{method} {address}");
        assert_eq!(parsed(&text)["status"], expected, "{method} {address}");
        if expected == 405 {
            assert!(allow.contains("GET"), "{address} allows «{allow}»");
        }
    }
}

#[tokio::test]
async fn the_scheme_of_a_token_is_written_as_one_likes() {
    let it = Application::new();
    let token = it.token("inspektorat");
    for (sent, expected) in [
        (format!("Bearer {token}"), StatusCode::OK),
        (format!("bearer {token}"), StatusCode::OK),
        (format!("BEARER {token}"), StatusCode::OK),
        (format!("Basic {token}"), StatusCode::UNAUTHORIZED),
        (token.clone(), StatusCode::UNAUTHORIZED),
    ] {
        let request = Request::get(BERKAS).header(header::AUTHORIZATION, &sent);
        let response = it.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(response.status(), expected, "{sent}");
    }
}

#[tokio::test]
async fn whoever_measures_enters_the_cells_of_the_sheet_and_no_other_fact() {
    let it = Application::new();
    let (clerk, planner) = (it.token("pegawai"), it.token("perencana"));
    let sheet = format!("{BERKAS}/isian");
    let (before, figures) = seen(&it, &clerk, &format!("{BERKAS}/angka")).await;
    let entry = |sel: &str, nilai: Value, lama: Value| {
        json!({ "isian": [{ "sel": sel, "nilai": nilai, "lama": lama }] }).to_string()
    };
    let cell = "r:ikt-1:2023:tw1";
    let (status, text) =
        it.call(&clerk, Method::PATCH, &sheet, &entry(cell, "91.5".into(), Value::Null)).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    let saved = &parsed(&text)["isian"][0];
    assert_eq!((&saved["sel"], &saved["nilai"]), (&cell.into(), &"91.5".into()));
    assert_eq!(saved["terverifikasi"], false, "nobody has verified what was just entered");
    let (after, now) = seen(&it, &clerk, &format!("{BERKAS}/angka")).await;
    assert!(before != after || figures != now);
    assert_ne!(figures, now, "the tag of the figures follows the facts");

    // Somebody who has not seen it overwrites nothing, and hears what is there.
    let (status, text) =
        it.call(&clerk, Method::PATCH, &sheet, &entry(cell, "92".into(), Value::Null)).await;
    assert_eq!(status, StatusCode::CONFLICT, "{text}");
    assert_eq!(parsed(&text)["kini"], "91.5");
    // Targets, and cells that a formula counts, are on no sheet.
    for (sel, nilai) in [("t:iku-1:pk-2023:2023:tahun:target", "1"), ("r:tidak-ada:2023:tw1", "1")]
    {
        let body = entry(sel, nilai.into(), Value::Null);
        let (status, text) = it.call(&clerk, Method::PATCH, &sheet, &body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{sel}: {text}");
    }
    let (status, text) =
        it.call(&clerk, Method::PATCH, &sheet, &entry(cell, "banyak".into(), "91.5".into())).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    // All the rest is for the planner.
    for (method, address) in [
        (Method::POST, ROWS.to_owned()),
        (Method::PATCH, format!("{BERKAS}/tabel/realisasi/1")),
        (Method::DELETE, format!("{BERKAS}/tabel/realisasi/1")),
        (Method::PUT, format!("{BERKAS}/narasi/latar-belakang")),
        (Method::POST, format!("{BERKAS}/pengukuran/tw1/ajukan")),
        (Method::POST, format!("{BERKAS}/pindaian")),
    ] {
        let (status, _) = it.call(&clerk, method, &address, "{}").await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}");
    }
    // A verifikator reads it, and enters nothing.
    let (status, _) = it.call(&it.token("verifikator"), Method::PATCH, &sheet, "{}").await;
    assert_eq!(status, StatusCode::FORBIDDEN);

    // A quarter that was submitted takes no value.
    let quarter = format!("{BERKAS}/pengukuran/tw1");
    let (_, tag) = seen(&it, &planner, &quarter).await;
    let submit = format!("{quarter}/ajukan");
    let (status, said) = change(&it, &planner, (Method::POST, &submit), &tag, &json!({})).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    let (status, text) =
        it.call(&clerk, Method::PATCH, &sheet, &entry(cell, "92".into(), "91.5".into())).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("sudah diajukan"), "{text}");
}

#[tokio::test]
async fn the_monev_of_an_action_is_written_by_whoever_measures() {
    let it = Application::new();
    let (clerk, planner) = (it.token("pegawai"), it.token("perencana"));
    let action = json!({ "isi": {
        "indikator": "iku-1", "tahun": 2023, "periode": "tw1", "nomor": 1, "aksi": "Menyusun SOP",
    } });
    let table = format!("{BERKAS}/tabel/rencana_aksi");
    it.call(&planner, Method::POST, &table, &action.to_string()).await;
    let monev = format!("{BERKAS}/rencana-aksi/iku-1/tw1/1/monev");
    let (value, tag) = seen(&it, &clerk, &monev).await;
    assert_eq!(value["versi"], 0);
    let body = json!({ "status": "berjalan", "tanggal": "2023-04-05", "temuan": "Dua dari tiga." });
    let (status, said) = change(&it, &clerk, (Method::PUT, &monev), &tag, &body).await;
    assert_eq!((status, &said["status"]), (StatusCode::OK, &"berjalan".into()), "{said}");
    let (status, _) = change(&it, &clerk, (Method::PUT, &monev), &tag, &body).await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED, "somebody was quicker");
    let body = json!({ "status": "lekas" });
    let (status, said) = change(&it, &clerk, (Method::PUT, &monev), "*", &body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(said["galat"][0]["kolom"], "status");
}

#[tokio::test]
async fn a_quarter_goes_its_way_with_the_refusals_of_the_screen() {
    let it = Application::new();
    let quarter = format!("{BERKAS}/pengukuran/tw2");
    let tokens = ["perencana", "verifikator", "kepala", "administrator"].map(|akun| it.token(akun));
    let [planner, verifier, head, admin] = &tokens;
    let none = json!({});
    let until = json!({ "alasan": "Salah hitung.", "sampai": "2099-12-31" });
    for (token, step, body, expected, now) in [
        (verifier, "verifikasi", &none, 422, "draf"),
        (planner, "kunci", &none, 403, "draf"),
        (planner, "ajukan", &none, 200, "diajukan"),
        (planner, "ajukan", &none, 422, "diajukan"),
        (planner, "tarik", &none, 200, "draf"),
        (planner, "ajukan", &none, 200, "diajukan"),
        (verifier, "minta-perbaikan", &none, 422, "diajukan"),
        (verifier, "minta-perbaikan", &json!({ "alasan": "Kurang bukti." }), 200, "perbaikan"),
        (planner, "ajukan", &none, 200, "diajukan"),
        (head, "setujui", &none, 422, "diajukan"),
        (verifier, "verifikasi", &none, 200, "diverifikasi"),
        (head, "setujui", &none, 200, "disetujui"),
        (verifier, "kunci", &none, 200, "dikunci"),
        (admin, "buka-kunci", &json!({ "alasan": "Salah hitung." }), 422, "dikunci"),
        (admin, "buka-kunci", &json!({ "alasan": "x", "sampai": "besok" }), 400, "dikunci"),
        (admin, "buka-kunci", &until, 200, "dibuka"),
    ] {
        let (before, tag) = seen(&it, planner, &quarter).await;
        let address = format!("{quarter}/{step}");
        let (status, said) = change(&it, token, (Method::POST, &address), &tag, body).await;
        assert_eq!(status.as_u16(), expected, "{step}: {said}");
        let (after, new_tag) = seen(&it, planner, &quarter).await;
        assert_eq!(after["status"], now, "{step}");
        if expected == 200 {
            assert_eq!(said, after, "{step} answers with where it stands");
            assert_ne!(tag, new_tag);
            let (status, _) = change(&it, token, (Method::POST, &address), &tag, body).await;
            assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{step}, of a state that is gone");
        } else {
            assert_eq!(before, after, "{step} changed nothing");
        }
    }
    let (status, _) = it.call(planner, Method::POST, &format!("{quarter}/ajukan"), "").await;
    assert_eq!(status, StatusCode::PRECONDITION_REQUIRED);
    let (status, _) = it.call(planner, Method::GET, &format!("{BERKAS}/pengukuran/2"), "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_findings_hold_up_is_not_submitted_by_the_api() {
    let it = Application::new();
    let planner = it.token("perencana");
    // An agreement that was changed for no reason.
    let rows = format!("{BERKAS}/tabel/perjanjian_kinerja");
    let (all, _) = seen(&it, &planner, &rows).await;
    let all = all["data"].as_array().expect("rows");
    let row = all.iter().find(|it| it["isi"]["id"] == "perubahan-pk-2023").expect("a change");
    let address = format!("{rows}/{}", row["baris"]);
    let body = json!({ "isi": { "alasan": null } });
    let (status, said) = change(&it, &planner, (Method::PATCH, &address), "*", &body).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    let (held, _) = seen(&it, &planner, &format!("{BERKAS}/temuan?tingkat=wajib")).await;
    let held = held["data"].as_array().expect("findings");
    assert!(held.iter().any(|it| it["kode"] == "PJJ005"), "{held:?}");
    assert!(held.iter().all(|it| it["tingkat"] == "wajib"), "{held:?}");
    let quarter = format!("{BERKAS}/pengukuran/tw2");
    let (before, _) = seen(&it, &planner, &quarter).await;
    let submit = (Method::POST, &*format!("{quarter}/ajukan"));
    let (status, said) = change(&it, &planner, submit, "*", &json!({})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
    assert!(said["detail"].as_str().is_some_and(|it| it.contains("temuan Wajib")), "{said}");
    assert_eq!(seen(&it, &planner, &quarter).await.0, before);
}

/// A finding of the example that stands, and a reason to let it.
async fn finding(it: &Application, token: &str) -> Value {
    let (all, _) = seen(it, token, &format!("{BERKAS}/temuan")).await;
    let all = all["data"].as_array().expect("findings");
    let stands = all.iter().find(|it| it["dikesampingkan"].is_null()).expect("a finding");
    json!({ "kode": stands["kode"], "objek": stands["objek"], "alasan": "Sudah dibahas." })
}

#[tokio::test]
async fn a_finding_is_let_stand_by_whoever_may_and_stands_again() {
    let it = Application::new();
    let [planner, head, admin] =
        ["perencana", "kepala", "administrator"].map(|akun| it.token(akun));
    let all = format!("{BERKAS}/pengecualian-temuan");
    let body = finding(&it, &planner).await;
    let reader = it
        .store
        .add_token(
            &pelaku(),
            "kepala",
            ("uji", Cakupan::Baca),
            (now(), now() + jiff::SignedDuration::from_hours(1)),
        )
        .expect("a token");
    for (token, said) in [(&planner, "Peran"), (&it.token("pegawai"), "Peran"), (&reader, "hanya")]
    {
        let (status, text) = it.call(token, Method::POST, &all, &body.to_string()).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{text}");
        assert!(text.contains(said), "{text}");
    }
    let long = "a".repeat(1001);
    for (name, wrong, said) in [
        ("alasan", " ", "Tulis alasan"),
        ("alasan", &long, "persingkat"),
        ("objek", "indikator/tidak-ada", "sudah tidak ada"),
    ] {
        let mut body = body.clone();
        body[name] = wrong.into();
        let (status, text) = it.call(&head, Method::POST, &all, &body.to_string()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        assert!(text.contains(said), "{text}");
    }
    let sent = [(header::CONTENT_TYPE, "application/json")];
    let response = it.ask(&head, Method::POST, &all, &sent, body.to_string()).await;
    let place = says(response.headers(), header::LOCATION);
    let (status, text) = read(response).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let decision = parsed(&text);
    assert_eq!(decision["oleh"], "kepala (Kepala perangkat daerah)");
    assert_eq!(decision["tanggal"], "2024-02-01");
    let (found, tag) = seen(&it, &planner, &place).await;
    assert_eq!(found, decision);

    let of_finding = || async {
        let (all, _) = seen(&it, &planner, &format!("{BERKAS}/temuan?per_halaman=500")).await;
        let all = all["data"].as_array().cloned().unwrap_or_default();
        let mut all = all.into_iter();
        all.find(|it| it["kode"] == body["kode"] && it["objek"] == body["objek"]).expect("it")
    };
    assert_eq!(of_finding().await["dikesampingkan"]["alasan"], "Sudah dibahas.");
    let (status, text) = it.call(&head, Method::POST, &all, &body.to_string()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "twice: {text}");

    assert_eq!(it.call(&head, Method::DELETE, &place, "").await.0.as_u16(), 428);
    for (token, tag, expected) in
        [(&planner, &*tag, 403), (&head, "\"9\"", 412), (&head, &tag, 204)]
    {
        let headers = [(header::IF_MATCH, tag)];
        let response = it.ask(token, Method::DELETE, &place, &headers, "").await;
        assert_eq!(response.status().as_u16(), expected);
    }
    assert!(of_finding().await["dikesampingkan"].is_null());
    let (trail, _) = seen(&it, &admin, "/api/v1/jejak-audit?per_halaman=2").await;
    let told =
        |at: usize, name: &str| trail["data"][at][name].as_str().unwrap_or_default().to_owned();
    assert_eq!((told(0, "pelaku"), told(0, "tindakan")), ("kepala".to_owned(), "hapus".to_owned()));
    assert_eq!(
        (told(1, "pelaku"), told(1, "alasan")),
        ("kepala".to_owned(), "Sudah dibahas.".to_owned())
    );
}

#[tokio::test]
async fn a_report_is_signed_as_it_was_read_by_its_head_alone() {
    let it = Application::new();
    let (planner, head) = (it.token("perencana"), it.token("kepala"));
    let signed = format!("{BERKAS}/dokumen-sah");
    let read_tag = || async {
        let query = "?tanggal=2024-02-01";
        let response =
            it.ask(&head, Method::GET, &format!("{BERKAS}/lkjip.pdf{query}"), &[], "").await;
        let tag = says(response.headers(), header::ETAG);
        let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a report");
        (tag, bytes)
    };
    let sign = |token: String, tag: String| {
        let (it, signed) = (&it, format!("{signed}?tanggal=2024-02-01"));
        async move {
            let headers = [(header::IF_MATCH, &*tag)];
            let response = it.ask(&token, Method::POST, &signed, &headers, "").await;
            let place = says(response.headers(), header::LOCATION);
            let (status, text) = read(response).await;
            (status.as_u16(), place, parsed(&text))
        }
    };
    assert_eq!(it.call(&head, Method::POST, &signed, "").await.0.as_u16(), 428);
    assert_eq!(sign(planner.clone(), "*".to_owned()).await.0, 403);

    // An agreement that was changed for no reason holds the report up, until its head lets it stand.
    let rows = format!("{BERKAS}/tabel/perjanjian_kinerja");
    let (all, _) = seen(&it, &planner, &rows).await;
    let all = all["data"].as_array().expect("rows");
    let row = all.iter().find(|it| it["isi"]["id"] == "perubahan-pk-2023").expect("a change");
    let (early, _) = read_tag().await;
    let address = format!("{rows}/{}", row["baris"]);
    let body = json!({ "isi": { "alasan": null } });
    let (status, said) = change(&it, &planner, (Method::PATCH, &address), "*", &body).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    assert_eq!(sign(head.clone(), early).await.0, 412, "the facts have changed since it was read");
    let (status, _, said) = sign(head.clone(), "*".to_owned()).await;
    assert_eq!(status, 422, "{said}");
    assert!(said["detail"].as_str().is_some_and(|it| it.contains("ditahan")), "{said}");
    let holding = format!("{BERKAS}/temuan?tahan=laporan&per_halaman=500");
    let (held, _) = seen(&it, &planner, &holding).await;
    for found in held["data"].as_array().expect("findings") {
        let body = json!({ "kode": found["kode"], "objek": found["objek"], "alasan": "Uji." });
        let decisions = format!("{BERKAS}/pengecualian-temuan");
        let (status, said) = it.call(&head, Method::POST, &decisions, &body.to_string()).await;
        assert_eq!(status, StatusCode::CREATED, "{said}");
    }

    let (tag, bytes) = read_tag().await;
    let (status, place, kept) = sign(head.clone(), tag).await;
    assert_eq!(status, 201, "{kept}");
    assert_eq!((&kept["penanda_tangan"], &kept["waktu"]), (&"kepala".into(), &NOW.into()));
    let response = it.ask(&planner, Method::GET, &place, &[], "").await;
    let again = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a report");
    assert!(again == bytes, "what is signed is what was read");
    let draft = format!("{signed}?konsep=ya");
    let headers = [(header::IF_MATCH, "*")];
    let response = it.ask(&head, Method::POST, &draft, &headers, "").await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST, "no draft is signed");
}

#[tokio::test]
async fn a_text_is_written_on_the_state_that_was_read_and_keeps_its_history() {
    let it = Application::new();
    let (planner, other) = (it.token("perencana"), it.token("inspektorat"));
    let address = format!("{BERKAS}/narasi/latar-belakang");
    let (before, tag) = seen(&it, &planner, &address).await;
    let body = json!({ "teks": "Teks baru dengan {capaian iku-1 2023}.\n" });
    let (status, said) = change(&it, &planner, (Method::PUT, &address), &tag, &body).await;
    assert_eq!((status, &said["teks"]), (StatusCode::OK, &body["teks"]), "{said}");
    let late = json!({ "teks": "Teks orang lain." });
    let (status, _) = change(&it, &planner, (Method::PUT, &address), &tag, &late).await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED);
    let (status, _) = change(&it, &other, (Method::PUT, &address), "*", &late).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    // A remark on the text is no version of it.
    let remark = json!({ "objek": "narasi/latar-belakang", "isi": "Baik." }).to_string();
    it.call(&other, Method::POST, &format!("{BERKAS}/komentar"), &remark).await;
    let (history, _) = seen(&it, &other, &format!("{address}/riwayat")).await;
    assert_eq!(history["total"], 1);
    assert_eq!(history["data"][0]["lama"], before["teks"]);
    assert_eq!(history["data"][0]["baru"], body["teks"]);
    assert_eq!(history["data"][0]["oleh"], "perencana");
    assert_eq!(it.call(&planner, Method::GET, &format!("{BERKAS}/narasi/lain"), "").await.0, 404);
}

#[tokio::test]
async fn a_proof_goes_in_and_comes_out_as_the_same_bytes_for_those_entitled() {
    let it = Application::new();
    let (clerk, planner, neighbour) =
        (it.token("pegawai"), it.token("perencana"), it.token("tetangga"));
    let query = "bukti?indikator=iku-1&triwulan=tw1&nama=berita-acara.pdf&halaman=12";
    let response = uploaded(&it, &clerk, query, PDF).await;
    let place = says(response.headers(), header::LOCATION);
    let (status, text) = read(response).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let proof = parsed(&text);
    assert_eq!((&proof["jenis"], &proof["halaman"]), (&"application/pdf".into(), &"12".into()));
    assert_eq!((&proof["waktu"], &proof["pengunggah"]), (&NOW.into(), &"pegawai".into()));
    assert_eq!(seen(&it, &planner, &place).await.0, proof);
    let response = it.ask(&planner, Method::GET, &format!("{place}/isi"), &[], "").await;
    let tag = says(response.headers(), header::ETAG);
    assert_eq!(tag, format!("\"{}\"", proof["sha256"].as_str().expect("a hash")));
    assert_eq!(says(response.headers(), header::CONTENT_TYPE), "application/pdf");
    assert_eq!(read(response).await.1.as_bytes(), PDF);

    let status = |response: Response<Body>| response.status().as_u16();
    assert_eq!(status(uploaded(&it, &clerk, query, b"<script>alert(1)</script>").await), 415);
    assert_eq!(status(uploaded(&it, &neighbour, query, PDF).await), 403);
    assert_eq!(status(uploaded(&it, "", query, PDF).await), 401);
    let nowhere = "bukti?indikator=iku-99&triwulan=tw1&nama=a.pdf";
    assert_eq!(status(uploaded(&it, &clerk, nowhere, PDF).await), 404);
    let huge: &[u8] = vec![b'x'; 33 << 20].leak();
    assert_eq!(status(uploaded(&it, &clerk, query, huge).await), 413);
    for address in [place.clone(), format!("{place}/isi")] {
        assert_eq!(it.call(&neighbour, Method::GET, &address, "").await.0, 403, "{address}");
    }

    // A scan of an agreement is the planner's.
    let scan = "pindaian?perjanjian=pk-2023&nama=pk.pdf";
    assert_eq!(status(uploaded(&it, &clerk, scan, PDF).await), 403);
    let response = uploaded(&it, &planner, scan, PDF).await;
    let scan = says(response.headers(), header::LOCATION);
    assert_eq!(status(response), 201);
    assert_eq!(it.call(&clerk, Method::DELETE, &scan, "").await.0, 403);
    assert_eq!(it.call(&planner, Method::DELETE, &scan, "").await.0, 204);
    let (list, _) = seen(&it, &clerk, &format!("{BERKAS}/bukti?indikator=iku-1")).await;
    assert_eq!(list["data"], json!([proof]));

    // What was submitted keeps its proofs.
    let submit = format!("{BERKAS}/pengukuran/tw1/ajukan");
    let (status, said) = change(&it, &planner, (Method::POST, &submit), "*", &json!({})).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    assert_eq!(it.call(&clerk, Method::DELETE, &place, "").await.0, 422);
}

#[tokio::test]
async fn a_remark_is_made_settled_and_opened_again() {
    let it = Application::new();
    let (planner, head) = (it.token("perencana"), it.token("kepala"));
    let all = format!("{BERKAS}/komentar");
    let remark = json!({ "objek": "faktor/1", "isi": "Sebutkan sumbernya." }).to_string();
    let (status, text) = it.call(&head, Method::POST, &all, &remark).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let one = format!("{all}/{}", parsed(&text)["id"]);
    for (is_settled, by) in [(true, json!("perencana")), (false, Value::Null)] {
        let body = json!({ "selesai": is_settled }).to_string();
        let (status, text) = it.call(&planner, Method::PATCH, &one, &body).await;
        assert_eq!((status, &parsed(&text)["selesai_oleh"]), (StatusCode::OK, &by), "{text}");
        let (open, _) = seen(&it, &head, &format!("{all}?selesai=tidak")).await;
        assert_eq!(open["total"], i64::from(!is_settled));
    }
    for body in [
        json!({ "objek": "faktor/1", "isi": " " }),
        json!({ "objek": "sesi/1", "isi": "Hai" }),
        json!({ "objek": "faktor/1", "isi": "a".repeat(2001) }),
    ] {
        let (status, _) = it.call(&planner, Method::POST, &all, &body.to_string()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let missing = json!({ "objek": "faktor/999", "isi": "Hai" }).to_string();
    assert_eq!(it.call(&planner, Method::POST, &all, &missing).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_trail_is_read_page_by_page_by_those_entitled() {
    let it = Application::new();
    let token = it.token("inspektorat");
    let address = "/api/v1/jejak-audit?objek=pengguna/&per_halaman=5";
    let (first, _) = seen(&it, &token, address).await;
    let total = first["total"].as_u64().expect("a number");
    assert!(total > 5, "{total}");
    let mut numbers = Vec::new();
    for page in 1..=total.div_ceil(5) {
        let (list, _) = seen(&it, &token, &format!("{address}&halaman={page}")).await;
        for entry in list["data"].as_array().expect("a list") {
            assert!(entry["objek"].as_str().is_some_and(|it| it.starts_with("pengguna/")));
            numbers.push(entry["nomor"].as_i64().expect("a number"));
        }
    }
    assert_eq!(numbers.len() as u64, total);
    assert!(numbers.is_sorted_by(|a, b| a > b), "newest first, each once");
    for akun in ["perencana", "kepala", "pegawai"] {
        let (status, _) = it.call(&it.token(akun), Method::GET, "/api/v1/jejak-audit", "").await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{akun}");
    }
}

#[tokio::test]
async fn the_page_for_people_shows_every_operation() {
    let it = Application::new();
    let (_, described) = it.get(None, "/api/v1/openapi.json").await;
    let (_, page) = it.get(None, "/dokumentasi-api").await;
    let mut n_shown = 0;
    for (path, methods) in parsed(&described)["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys() {
            let words = format!("{} {path}", method.to_uppercase());
            assert!(page.contains(&words), "{words}");
            n_shown += 1;
        }
    }
    assert!(n_shown > 40, "{n_shown}");
}

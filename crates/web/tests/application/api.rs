//! The API: what programs read and change, with a token, without losing anybody's work.

use crate::common::{Application, now, pelaku};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use selaras_store::Cakupan;
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

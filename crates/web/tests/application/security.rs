//! What somebody who means harm tries, and what the application says to it. `docs/security.md` lists each
//! test with the point of OWASP ASVS that it proves.

use std::path::Path;

use crate::common::{Application, form, form_token, read, with_form};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

const FACTORS: &str = "/pd/BKPSDM/2023/tabel/faktor";

#[tokio::test]
async fn a_form_without_our_token_changes_nothing() {
    let it = Application::new();
    let secret = it.session("perencana");
    for token in ["", "0000", &form_token("another session")] {
        let address = format!("{FACTORS}/1/hapus");
        let request = form(&address, [("_t", token), ("versi", "1")])
            .header(header::COOKIE, format!("sesi={secret}"));
        let (status, _) = read(it.send(with_form(request, &address)).await).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "with the token «{token}»");
    }
}

#[tokio::test]
async fn a_form_from_the_page_of_somebody_else_changes_nothing() {
    let it = Application::new();
    let secret = it.session("perencana");
    let token = form_token(&secret);
    for origin in ["https://evil.example", "null", "http://selaras.test.evil.example"] {
        let address = format!("{FACTORS}/1/hapus");
        let request = form(&address, [("_t", token.as_str()), ("versi", "1")])
            .header(header::COOKIE, format!("sesi={secret}"))
            .header(header::ORIGIN, origin);
        let (status, _) = read(it.send(with_form(request, &address)).await).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "from {origin}");
    }
}

/// Tries to delete a row by a form whose headers a browser has sent so.
async fn sent_from(it: &Application, headers: &[(&'static str, &str)]) -> (StatusCode, String) {
    let secret = it.session("perencana");
    let token = form_token(&secret);
    let address = format!("{FACTORS}/1/hapus");
    let mut request = form(&address, [("_t", token.as_str()), ("versi", "99")])
        .header(header::COOKIE, format!("sesi={secret}; __Host-sesi={secret}"));
    let all = request.headers_mut().expect("a request");
    all.remove(header::HOST);
    for (name, value) in headers {
        all.insert(*name, value.parse().expect("a header"));
    }
    read(it.send(with_form(request, &address)).await).await
}

#[tokio::test]
async fn a_form_counts_by_whatever_name_the_browser_knows_this_server() {
    let it = Application::new();
    let own = [
        &[("host", "localhost:8080"), ("origin", "http://localhost:8080")][..],
        &[("host", "sakip"), ("origin", "http://sakip")],
        &[("host", "127.0.0.1:8080"), ("origin", "http://selaras.test")],
        // A proxy asks by its own name for us; the browser knows better.
        &[
            ("host", "app:8080"),
            ("origin", "https://sakip.go.id"),
            ("sec-fetch-site", "same-origin"),
        ],
    ];
    for headers in own {
        // Taken, and then refused for its old version: no row goes.
        let (status, page) = sent_from(&it, headers).await;
        assert_eq!(status, StatusCode::CONFLICT, "{headers:?}: {page}");
    }
    let through = [
        ("host", "app:8080"),
        ("x-forwarded-host", "sakip.go.id"),
        ("origin", "http://sakip.go.id"),
    ];
    assert_eq!(sent_from(&it, &through).await.0, StatusCode::FORBIDDEN, "no proxy is known");
    let it = it.served_at("http://selaras.test", true);
    assert_eq!(sent_from(&it, &through).await.0, StatusCode::CONFLICT);
}

#[tokio::test]
async fn whoever_opens_it_by_a_name_that_was_not_set_reads_what_to_set() {
    let it = Application::new();
    let rewritten = [("host", "app:8080"), ("origin", "http://sakip.go.id")];
    let (status, page) = sent_from(&it, &rewritten).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    for words in ["http://sakip.go.id", "http://selaras.test", "--url http://sakip.go.id", "Host"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let foreign = [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")];
    let (status, page) = sent_from(&it, &foreign).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(!page.contains("evil.example"), "nobody is told to set that: {page}");

    let it = it.served_at("https://sakip.go.id", false);
    let open = [("host", "10.0.0.7:8080"), ("origin", "http://10.0.0.7:8080")];
    let (status, page) = sent_from(&it, &open).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("Buka https://sakip.go.id"), "{page}");
    let own = [("host", "localhost:8080"), ("origin", "http://localhost:8080")];
    assert_eq!(
        sent_from(&it, &own).await.0,
        StatusCode::CONFLICT,
        "browsers trust the own machine"
    );
}

#[tokio::test]
async fn a_cookie_that_was_there_before_is_no_session_after_signing_in() {
    let it = Application::new();
    let link = it
        .store
        .password_link(&crate::common::pelaku(), "perencana", None, crate::common::now())
        .expect("a link");
    let password = "kuda pelana hujan gunung";
    it.store
        .choose_password("uji", &link, password, crate::common::now())
        .expect("a database")
        .expect("a good password");
    let planted = "1".repeat(64);
    let request = form("/masuk", [("akun", "perencana"), ("sandi", password)])
        .header(header::COOKIE, format!("sesi={planted}"));
    let response = it.send(with_form(request, "/masuk")).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let cookie = response.headers()[header::SET_COOKIE].to_str().expect("a text").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let secret =
        cookie.split(';').next().and_then(|it| it.strip_prefix("sesi=")).expect("a session");
    assert_ne!(secret, planted);
    assert_eq!(it.get(Some(&planted), "/hak-akses").await.0, StatusCode::SEE_OTHER);
    assert_eq!(it.get(Some(secret), "/hak-akses").await.0, StatusCode::OK);
    // And leaving ends it on the server too.
    assert_eq!(it.post(secret, "/keluar", &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(it.get(Some(secret), "/hak-akses").await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn guessing_a_password_locks_the_account_and_tells_nothing() {
    let it = Application::new();
    let guess = async |akun: &str| {
        let request = form("/masuk", [("akun", akun), ("sandi", "tebakan yang salah")]);
        read(it.send(with_form(request, "/masuk")).await).await
    };
    let (status, unknown) = guess("tidak.ada").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, known) = guess("perencana").await;
    assert_eq!(
        unknown.replace("tidak.ada", "perencana"),
        known,
        "whether an account exists cannot be told"
    );
    for akun in ["perencana", "tidak.ada"] {
        for _ in 0..4 {
            guess(akun).await;
        }
    }
    let (_, locked) = guess("perencana").await;
    assert!(locked.contains("coba lagi sesudah pukul 10.15"), "{locked}");
    let (_, unknown) = guess("tidak.ada").await;
    assert_eq!(unknown.replace("tidak.ada", "perencana"), locked, "nor by its lock");
    let admin = it.session("administrator");
    let (_, people) = it.get(Some(&admin), "/administrasi").await;
    assert!(people.contains("Terkunci dalam tujuh hari terakhir"), "the administrator is told");
    let trail = it.store.audit_entries(1).expect("a trail");
    assert!(trail.iter().any(|it| it.tindakan == "kunci akun"), "the lock is in the trail");
}

#[tokio::test]
async fn who_signs_in_to_go_on_saving_is_told_why_not_and_keeps_what_was_typed() {
    let it = Application::new();
    let fields = [
        ("akun", "perencana"),
        ("sandi", "salah sekali"),
        ("tujuan", "/pd/BKPSDM/2023/narasi/latar-belakang"),
        ("isi:teks", "Kalimat yang belum disimpan."),
    ];
    let (status, page) =
        read(it.send(with_form(form("/masuk/lanjut", fields), "/masuk/lanjut")).await).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Akun atau sandi salah"), "{page}");
    assert!(page.contains("Kalimat yang belum disimpan."), "{page}");
    assert!(page.contains("value=\"perencana\""), "the account stays typed");
}

#[tokio::test]
async fn one_office_reads_and_writes_nothing_of_another() {
    let it = Application::new();
    let secret = it.session("tetangga");
    for page in ["", "/ukur", "/lkjip.pdf", "/tabel/faktor", "/paket.zip", "/narasi/latar-belakang"]
    {
        let (status, _) = it.get(Some(&secret), &format!("/pd/BKPSDM/2023{page}")).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{page}");
    }
    let (status, _) = it.post(&secret, &format!("{FACTORS}/1/hapus"), &[("versi", "1")]).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let (_, found) = it.get(Some(&secret), "/cari?q=BKPSDM").await;
    assert!(!found.contains("/pd/BKPSDM/"), "the search finds what may be read");
}

#[tokio::test]
async fn a_path_that_climbs_out_finds_nothing() {
    let it = Application::new();
    let secret = it.session("perencana");
    for address in [
        "/aset/../../Cargo.toml",
        "/aset/%2e%2e/%2e%2e/etc/passwd",
        "/pd/BKPSDM/2023/narasi/..%2F..%2Fetc%2Fpasswd",
        "/pd/BKPSDM/2023/tabel/..%2Fpengguna",
        "/pd/BKPSDM/2023/tabel/pengguna",
        "/pd/BKPSDM/2023/tabel/sesi",
    ] {
        let (status, page) = it.get(Some(&secret), address).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}: {page}");
    }
}

#[tokio::test]
async fn signing_in_leads_to_our_own_pages_only() {
    let it = Application::new();
    for target in
        ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
    {
        let secret = it.session("perencana");
        let token = form_token(&secret);
        let fields = [("_t", token.as_str()), ("tema", "gelap"), ("ke", target)];
        let request = form("/tampilan", fields).header(header::COOKIE, format!("sesi={secret}"));
        let response = it.send(with_form(request, "/tampilan")).await;
        assert_eq!(response.headers()[header::LOCATION], "/beranda", "{target}");
    }
}

#[tokio::test]
async fn nobody_enters_without_a_password_outside_of_the_demo() {
    let it = Application::new();
    let request = form("/masuk/coba", [("akun", "administrator")]);
    let response = it.send(with_form(request, "/masuk/coba")).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(response.headers().get(header::SET_COOKIE).is_none());
    let (_, page) = it.get(None, "/masuk").await;
    assert!(!page.contains("Coba sebagai"));
}

#[tokio::test]
async fn a_body_that_is_too_big_or_no_form_is_refused() {
    let it = Application::new();
    let secret = it.session("perencana");
    let send = async |kind: &str, body: Vec<u8>| {
        let request = Request::post(format!("{FACTORS}/baru"))
            .header(header::COOKIE, format!("sesi={secret}"))
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body));
        read(it.send(request.expect("a request")).await).await
    };
    let (status, page) = send("application/x-www-form-urlencoded", vec![b'a'; 3 << 20]).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("Isian terlalu besar"), "{page}");
    let (status, _) = send("application/json", b"{}".to_vec()).await;
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn every_reply_says_what_a_browser_may_do_with_it() {
    let it = Application::new();
    let secret = it.session("perencana");
    // The last is a page that takes no such request.
    for (method, address) in [
        ("GET", "/masuk"),
        ("GET", "/pd/BKPSDM/2023/ukur"),
        ("GET", "/tidak-ada"),
        ("GET", "/healthz"),
        ("DELETE", "/masuk"),
        ("PUT", "/api/v1/berkas"),
    ] {
        let request = Request::builder().method(method).uri(address);
        let request = request.header(header::COOKIE, format!("sesi={secret}"));
        let response = it.send(request.body(Body::empty()).expect("a request")).await;
        let says = |name: &str| {
            response
                .headers()
                .get(name)
                .and_then(|it| it.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let policy = says("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{address}: {policy}");
        assert!(!policy.contains("unsafe"), "{address}: {policy}");
        assert_eq!(says("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(says("cache-control"), "no-store", "{address}");
        assert_eq!(says("referrer-policy"), "same-origin", "{address}");
    }
}

#[tokio::test]
async fn no_page_has_a_style_or_a_script_of_its_own() {
    let it = Application::new();
    let planner = it.session("perencana");
    for page in [
        "",
        "/renstra",
        "/pohon",
        "/indikator",
        "/anggaran",
        "/ukur",
        "/capaian",
        "/lkjip",
        "/tabel/target",
    ] {
        let (_, text) = it.get(Some(&planner), &format!("/pd/BKPSDM/2023{page}")).await;
        for bad in [" style=", "<style", " onclick=", "javascript:"] {
            assert!(!text.contains(bad), "{page} has {bad}");
        }
    }
}

/// A form with a file, as a browser sends it.
async fn upload(it: &Application, secret: &str, name: &str, bytes: &[u8]) -> (StatusCode, String) {
    let token = form_token(secret);
    let mut body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"_t\"\r\n\r\n{token}\r\n--b\r\n\
         Content-Disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--b--\r\n");
    let request = Request::post("/pd/BKPSDM/2023/bukti/iku-1?tw=1")
        .header(header::COOKIE, format!("sesi={secret}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body));
    read(it.send(request.expect("a request")).await).await
}

#[tokio::test]
async fn files_of_somebody_who_may_send_none_are_not_read() {
    let it = Application::new();
    let body = "--b\r\nContent-Disposition: form-data; name=\"akun\"\r\n\r\nperencana\r\n--b--\r\n";
    for (address, expected) in [
        ("/masuk", StatusCode::UNPROCESSABLE_ENTITY),
        ("/pd/BKPSDM/2023/bukti/iku-1?tw=1", StatusCode::UNAUTHORIZED),
    ] {
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(body));
        let (status, page) = read(it.send(request.expect("a request")).await).await;
        assert_eq!(status, expected, "{address} {page}");
        assert!(!page.contains("value=\"perencana\""), "{address}: what was sent is not even read");
    }
    let secret = it.session("pegawai");
    let half = vec![b'a'; 20 << 20];
    let mut body =
        b"--b\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a\"\r\n\r\n".to_vec();
    body.extend_from_slice(&half);
    body.extend_from_slice(
        b"\r\n--b\r\nContent-Disposition: form-data; name=\"lain\"; filename=\"b\"\r\n\r\n",
    );
    body.extend_from_slice(&half);
    body.extend_from_slice(b"\r\n--b--\r\n");
    let request = Request::post("/pd/BKPSDM/2023/bukti/iku-1?tw=1")
        .header(header::COOKIE, format!("sesi={secret}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body));
    let (status, page) = read(it.send(request.expect("a request")).await).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("terlalu besar"), "{page}");
}

#[tokio::test]
async fn an_upload_is_what_its_bytes_say_and_never_runs() {
    let it = Application::new();
    let secret = it.session("pegawai");
    let hostile: [(&str, &[u8]); 5] = [
        ("bukti.pdf", b"<html><script>alert(1)</script></html>"),
        ("bukti.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("bukti.exe", b"MZ\x90\x00\x03\x00\x00\x00"),
        ("bukti.sh", b"#!/bin/sh\nrm -rf /\n"),
        ("kosong.pdf", b""),
    ];
    for (name, bytes) in hostile {
        let (status, page) = upload(&it, &secret, name, bytes).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {page}");
    }
    let (status, page) =
        upload(&it, &secret, "..\\..\\../etc/pass\"wd.pdf", b"%PDF-1.7\nuji").await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let address = "/pd/BKPSDM/2023/bukti/iku-1/1";
    let request = Request::get(address).header(header::COOKIE, format!("sesi={secret}"));
    let response = it.send(request.body(Body::empty()).expect("a request")).await;
    let says =
        |name: header::HeaderName| response.headers()[name].to_str().unwrap_or_default().to_owned();
    assert_eq!(says(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(says(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    let disposition = says(header::CONTENT_DISPOSITION);
    assert!(!disposition.contains('/') && !disposition.contains(".."), "{disposition}");
    // Those of another office get nothing of it.
    let neighbour = it.session("tetangga");
    assert_eq!(it.get(Some(&neighbour), address).await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_file_that_is_too_big_is_refused_before_it_is_kept() {
    let it = Application::new();
    let secret = it.session("pegawai");
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(33 << 20, b'x');
    let (status, page) = upload(&it, &secret, "besar.pdf", &bytes).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("Berkas terlalu besar"), "{page}");
}

#[tokio::test]
async fn proofs_take_no_more_than_their_office_and_year_may_keep() {
    let it = Application::new();
    let secret = it.session("pegawai");
    let file = |byte: u8| {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        bytes.resize(2 << 20, byte);
        bytes
    };
    let (status, page) = upload(&it, &secret, "satu.pdf", &file(b'x')).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = it.get(Some(&secret), "/pd/BKPSDM/2023/bukti/iku-1?tw=1").await;
    assert!(page.contains("Bukti dukung BKPSDM untuk 2023 memakai 2,0 MB dari 3,0 MB."), "{page}");
    let (status, page) = upload(&it, &secret, "dua.pdf", &file(b'y')).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Berkas ini 2,0 MB", "sudah memakai 2,0 MB dari 3,0 MB", "--evidence-limit"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let token = it.token("pegawai");
    let address = "/api/v1/berkas/BKPSDM/2023/bukti?indikator=iku-1&triwulan=tw1&nama=dua.pdf";
    let kind = [(header::CONTENT_TYPE, "application/octet-stream")];
    let response = it.ask(&token, Method::POST, address, &kind, file(b'y')).await;
    let (status, text) = read(response).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    assert!(text.contains("sudah memakai"), "{text}");
}

#[tokio::test]
async fn an_administrator_takes_no_backup_in_which_another_pemda_is_kept() {
    let it = Application::new();
    let secret = it.session("administrator");
    let page = "/administrasi/kesehatan";
    let make = format!("{page}/cadangan");
    assert_eq!(it.post(&secret, &make, &[]).await.0, StatusCode::SEE_OTHER);
    let (_, shown) = it.get(Some(&secret), page).await;
    let link = shown.split('"').find(|it| it.starts_with(&format!("{make}/"))).expect("a backup");
    assert_eq!(it.get(Some(&secret), link).await.0, StatusCode::OK);
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/dinkes-contoh-2024");
    let other = selaras_package::read(&package).expect("an example of another pemda");
    it.store.import(&crate::common::pelaku(), other, false).expect("an import");
    let (_, shown) = it.get(Some(&secret), page).await;
    assert!(shown.contains("selaras backup") && !shown.contains(&make), "{shown}");
    assert_eq!(it.post(&secret, &make, &[]).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(it.get(Some(&secret), link).await.0, StatusCode::BAD_REQUEST);
}

//! A report that somebody has computed again: seen by nobody else, and begun again where a server ended
//! before it was read.

use std::time::Duration;

use axum::http::StatusCode;

use crate::common::{ACCOUNTS, Application, now, pelaku};

const TABLE: &str = "No;Indikator;Target;Realisasi;Capaian (%)\r\n\
                     1;Persentase jalan mantap;80;72;90,00\r\n\
                     2;Persentase rumah layak huni;50;55;110,00\r\n\
                     3;Persentase sanitasi layak;60;45;85,00\r\n";

#[tokio::test]
async fn a_report_that_was_not_read_to_its_end_says_so_and_is_begun_again() {
    let it = Application::new();
    let (akun, ..) = ACCOUNTS[4];
    let users = it.store.users().expect("people");
    let inspector = users.iter().find(|it| it.akun == akun).expect("an inspector");
    // A server took it, and ended before it had read it.
    let id = it
        .store
        .add_reviu(&pelaku(), inspector, ("capaian.csv", TABLE.as_bytes()), now())
        .expect("a place for it");
    let (address, secret) = (format!("/reviu/{id}"), it.session(akun));
    let (_, list) = it.get(Some(&secret), "/reviu").await;
    assert!(list.contains("terhenti sebelum selesai"), "{list}");
    let (status, page) = it.get(Some(&secret), &address).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Periksa lagi"), "{page}");
    let again = format!("{address}/ulang");
    let other = it.session("verifikator");
    assert_eq!(it.post(&other, &again, &[]).await.0, StatusCode::NOT_FOUND);
    assert_eq!(it.get(Some(&other), &address).await.0, StatusCode::NOT_FOUND);

    assert_eq!(it.post(&secret, &again, &[]).await.0, StatusCode::SEE_OTHER);
    let mut page = String::new();
    for _ in 0..200 {
        page = it.get(Some(&secret), &address).await.1;
        if !page.contains("Sedang ") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(page.contains("1 kesalahan") && page.contains("sanitasi layak"), "{page}");
    let file = format!("{address}/unduh?format=json");
    let (status, json) = it.get(Some(&secret), &file).await;
    assert_eq!(status, StatusCode::OK);
    assert!(json.contains("selaras/audit/1"), "{json}");
    assert_eq!(it.get(Some(&other), &file).await.0, StatusCode::NOT_FOUND);
}

//! The trail of a figure: who entered what it rests on, what proves that, and the way back.

use axum::http::{Method, StatusCode};
use selaras_store::{Pelaku, Put};

use crate::common::{Application, pelaku};

const API: &str = "/api/v1/berkas/BKPSDM/2023";

async fn page(it: &Application, address: &str) -> String {
    let address = format!("/pd/BKPSDM/2023/{address}");
    let (status, page) = it.get(Some(&it.session("perencana")), &address).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    page
}

#[tokio::test]
async fn a_trail_says_who_entered_its_inputs_and_leads_to_their_proofs_and_back() {
    let it = Application::new();
    let all = it.store.list().expect("offices");
    let berkas = all.into_iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    it.store.add_user(&pelaku(), None, "rani", "Rani Contoh").expect("an account");
    let put = |variabel: &str, at: &str, seen: &str, cell: &str| Put {
        tabel: "nilai_variabel".to_owned(),
        key: [("indikator", "iku-1"), ("variabel", variabel), ("tahun", "2023"), ("periode", at)]
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .to_vec(),
        kolom: "nilai".to_owned(),
        cell: cell.to_owned(),
        seen: seen.to_owned(),
        also: vec![("verifikasi".to_owned(), "belum".to_owned())],
    };
    let rani = Pelaku { nama: "rani".to_owned(), ..pelaku() };
    let cells = vec![put("selesai", "tw1", "", "350"), put("usulan", "tw1", "", "400")];
    it.store.put(&rani, &berkas, cells).expect("values");
    let query = "bukti?indikator=iku-1&triwulan=tw1&nama=a.pdf";
    let (status, _) = it
        .call(&it.token("pegawai"), Method::POST, &format!("{API}/{query}"), "%PDF-1.7 uji")
        .await;
    assert_eq!(status, StatusCode::CREATED);

    const TOLD: &str = "diisi Rani Contoh, 1 Februari 2024 pukul 10.00";
    let own = page(&it, "jejak?angka=indikator/iku-1/2023/tw1/realisasi").await;
    assert!(own.matches(&format!("<div>{TOLD}</div>")).count() == 2, "{own}");
    assert!(own.contains("bukti/iku-1?tw=1\">1 bukti triwulan I</a>"), "{own}");
    assert!(own.contains("; 1 bukti triwulan I)") && own.contains(&format!("({TOLD}; ")), "{own}");
    // What a capaian rests on was entered too, with its berkas or by whoever entered its realisasi later.
    let imported = page(&it, "jejak?angka=indikator/iku-1/2023/capaian").await;
    assert_eq!(imported.matches("<div>masuk bersama berkasnya oleh uji").count(), 2, "{imported}");
    it.store.put(&rani, &berkas, vec![put("usulan", "tahun", "1693", "1700")]).expect("a value");
    let above = page(&it, "jejak?angka=indikator/iku-1/2023/capaian").await;
    assert!(above.contains("terakhir diisi Rani Contoh"), "{above}");
    // From one trail to the next the way back stays.
    let ke = "ke=%2Fpd%2FBKPSDM%2F2023%2Fcapaian";
    let back = page(&it, &format!("jejak?angka=indikator/iku-1/2023/capaian&{ke}")).await;
    assert!(back.contains("href=\"/pd/BKPSDM/2023/capaian\">Kembali"), "{back}");
    assert!(back.contains(&format!("realisasi&amp;{ke}")), "{back}");
    let elsewhere = page(&it, "jejak?angka=indikator/iku-1/2023/target&ke=//contoh.id").await;
    assert!(elsewhere.contains("href=\"/pd/BKPSDM/2023/ukur\">Kembali"), "{elsewhere}");
}

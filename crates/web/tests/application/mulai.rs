//! The first start of an empty installation, and the first year of its first office.

use axum::http::StatusCode;

use crate::common::{Application, form, now, read, with_form};

const SANDI: &str = "kuda pelana hujan gunung";

async fn send(it: &Application, address: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let request = form(address, fields.iter().copied());
    read(it.send(with_form(request, address)).await).await
}

#[tokio::test]
async fn an_empty_installation_is_founded_over_its_link_and_only_once() {
    let it = Application::empty();
    let (_, page) = it.get(None, "/masuk").await;
    assert!(page.contains("Instalasi ini masih kosong"), "{page}");
    let other = it.store.founding_link(now()).expect("a database").expect("a link");
    let link = it.store.founding_link(now()).expect("a database").expect("a link");
    assert_eq!(it.get(None, &format!("/mulai/{other}")).await.0, StatusCode::OK, "another node's");
    let address = format!("/mulai/{link}");
    assert_eq!(it.get(None, "/mulai/0000").await.0, StatusCode::NOT_FOUND);
    assert_eq!(it.get(None, &address).await.0, StatusCode::OK);

    let (status, page) = send(&it, &address, &[("akun", "a b"), ("nama", "Contoh")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for why in ["Pilih jenis", "Provinsi belum diisi", "Akun terdiri atas"] {
        assert!(page.contains(why), "{why} is not in {page}");
    }
    assert!(page.contains("value=\"Contoh\""), "what was typed stays");

    let whole = |sandi| {
        [
            ("jenis", "kota"),
            ("nama", "Contoh"),
            ("provinsi", "Contoh"),
            ("orang", "Adi Contoh"),
            ("akun", "Adi"),
            ("sandi", sandi),
            ("ulang", sandi),
        ]
    };
    let (status, page) = send(&it, &address, &whole("adiadiadiadi")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("mudah ditebak"), "{page}");
    assert_eq!(send(&it, &address, &whole(SANDI)).await.0, StatusCode::SEE_OTHER);
    assert_eq!(send(&it, &address, &whole(SANDI)).await.0, StatusCode::NOT_FOUND, "it is used up");
    let other = format!("/mulai/{other}");
    assert_eq!(
        send(&it, &other, &whole(SANDI)).await.0,
        StatusCode::NOT_FOUND,
        "and so are others"
    );
    assert_eq!(it.store.founding_link(now()).expect("a database"), None);

    let fields = [("akun", "adi"), ("sandi", SANDI), ("ke", "/administrasi/perangkat")];
    assert_eq!(send(&it, "/masuk", &fields).await.0, StatusCode::SEE_OTHER);
    let secret = it.session("adi");
    let (_, page) = it.get(Some(&secret), "/administrasi/perangkat").await;
    assert!(page.contains("Langkah awal"), "{page}");

    let office = [("singkatan", "Disdik"), ("nama", "Dinas Pendidikan")];
    it.post(&secret, "/administrasi/perangkat", &office).await;
    let address = "/administrasi/perangkat/Disdik/tahun";
    let (status, page) = it.post(&secret, address, &[("tahun", "24")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Tugas belum diisi") && page.contains("empat angka"), "{page}");
    let year = [
        ("tahun", "2024"),
        ("jabatan_kepala", "Kepala Dinas"),
        ("bertanggung_jawab_kepada", "Wali Kota melalui Sekretaris Daerah"),
        ("tugas", "membantu Wali Kota"),
        ("tempat", "Contoh"),
        ("dasar_ukur", "Keputusan Kepala Dinas"),
    ];
    assert_eq!(it.post(&secret, address, &year).await.0, StatusCode::SEE_OTHER);
    for page in ["", "/renstra", "/ukur", "/anggaran", "/capaian", "/lkjip", "/pemeriksaan"] {
        let address = format!("/pd/Disdik/2024{page}");
        assert_eq!(it.get(Some(&secret), &address).await.0, StatusCode::OK, "{address}");
    }
    assert_eq!(it.get(Some(&secret), "/kota/2024").await.0, StatusCode::OK);
    assert_eq!(it.store.verify(&[]).expect("a database"), []);
}

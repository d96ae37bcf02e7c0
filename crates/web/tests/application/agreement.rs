//! What changes a plan and what follows an agreement, as those who may write it down.

use axum::http::StatusCode;

use crate::common::Application;

const RENSTRA: &str = "/pd/BKPSDM/2023/renstra";
const PK: &str = "/pd/BKPSDM/2023/perjanjian/perubahan-pk-2023";

#[tokio::test]
async fn a_change_of_the_renstra_begins_as_a_copy_of_it() {
    let it = Application::new();
    let secret = it.session("perencana");
    let (_, before) = it.get(Some(&secret), RENSTRA).await;
    assert!(before.contains("Buat perubahan Renstra"), "{before}");
    let plan = before.split("name=\"dokumen\" value=\"").nth(1).and_then(|it| it.split('"').next());
    let plan = plan.expect("a plan");
    let address = format!("{RENSTRA}/perubahan");
    let wrong = [("dokumen", plan), ("judul", ""), ("nomor", "17/2023"), ("tanggal", "kapan")];
    let (status, page) = it.post(&secret, &address, &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Judul belum diisi", "isi hari penetapannya", "value=\"17/2023\""] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    let right = [("dokumen", plan), ("judul", "Renstra Perubahan Uji"), ("tanggal", "2023-08-01")];
    let (status, page) = it.post(&secret, &address, &right).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = it.get(Some(&secret), &format!("{RENSTRA}?dokumen={plan}-perubahan-1")).await;
    assert!(page.contains("Renstra Perubahan Uji"), "{page}");
    assert!(page.contains("Semua target sama."), "{page}");
    let (status, _) = it.post(&secret, &address, &right).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "the same title twice");
    let (_, book) = it.get(Some(&secret), &format!("{RENSTRA}?unduh=xlsx")).await;
    assert!(book.starts_with("PK"), "no workbook");
}

#[tokio::test]
async fn the_second_party_writes_down_its_supervision_and_its_decision_itself() {
    let it = Application::new();
    let mayor = it.session("kdh");
    let supervision = format!("{PK}/supervisi");
    let (status, page) = it.get(Some(&mayor), &supervision).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let found =
        [("tanggal", "2023-07-10"), ("periode", "tw2"), ("hasil", ""), ("arahan", "percepat")];
    let (status, page) = it.post(&mayor, &supervision, &found).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("percepat") && page.contains("galat-bidang"), "{page}");
    for hasil in ["Baik sekali", "Tetap baik"] {
        let found =
            [("tanggal", "2023-07-10"), ("periode", "tw2"), ("hasil", hasil), ("arahan", "")];
        let (status, page) = it.post(&mayor, &supervision, &found).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    }
    let decided = [
        ("tanggal", "2024-01-10"),
        ("jenis", "penghargaan"),
        ("uraian", "Piagam wali kota"),
        ("keputusan", "SK 1"),
    ];
    let (status, page) = it.post(&mayor, &format!("{PK}/keputusan"), &decided).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = it.get(Some(&mayor), "/pd/BKPSDM/2023/perjanjian").await;
    for words in ["Baik sekali", "Tetap baik", "Piagam wali kota"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for other in ["pegawai", "verifikator", "kepala"] {
        let (status, _) = it.post(&it.session(other), &supervision, &found).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{other}");
    }
}

#[tokio::test]
async fn staff_record_cases_and_nothing_of_the_plan() {
    let it = Application::new();
    let planner = it.session("perencana");
    let register = [("k:id", "aduan"), ("k:nama", "Aduan"), ("k:jenis", "lainnya")];
    let tables = "/pd/BKPSDM/2023/tabel";
    let (status, page) = it.post(&planner, &format!("{tables}/register/baru"), &register).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let staff = it.session("pegawai");
    let case = [
        ("k:register", "aduan"),
        ("k:nomor", "1"),
        ("k:tahun", "2023"),
        ("k:triwulan", "tw1"),
        ("k:status", "selesai"),
    ];
    let address = format!("{tables}/catatan_register/baru");
    let (status, page) = it.post(&staff, &address, &case).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    for table in ["register", "target", "faktor", "pengecualian_temuan"] {
        let (status, _) = it.post(&staff, &format!("{tables}/{table}/baru"), &register).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{table}");
    }
}

//! A table from a workbook: looked at first, applied whole, faults at their cells.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use rust_xlsxwriter::Workbook;

use crate::common::{Application, form_token, read};

const TABLE: &str = "/pd/BKPSDM/2023/tabel/tindak_lanjut";

pub(crate) fn book(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<i32>() {
                Ok(number) => sheet.write(row, column, number).map(drop),
                Err(_) => sheet.write(row, column, *cell).map(drop),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

async fn send(it: &Application, secret: &str, bytes: &[u8]) -> (StatusCode, String) {
    send_to(it, secret, &format!("{TABLE}/unggah"), bytes).await
}

pub(crate) async fn send_to(
    it: &Application,
    secret: &str,
    address: &str,
    bytes: &[u8],
) -> (StatusCode, String) {
    let token = form_token(secret);
    let mut body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"_t\"\r\n\r\n{token}\r\n--b\r\n\
         Content-Disposition: form-data; name=\"berkas\"; filename=\"isi.xlsx\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--b--\r\n");
    let request = Request::post(address)
        .header(header::COOKIE, format!("sesi={secret}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body));
    read(it.send(request.expect("a request")).await).await
}

/// The plan that the page carries.
pub(crate) fn plan(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"rencana\" value=\"").expect("a plan");
    let (plan, _) = rest.split_once('"').expect("its end");
    plan.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

const HEADS: &[&str] = &["indikator", "tahun", "nomor", "uraian", "batas_waktu"];

#[tokio::test]
async fn what_a_workbook_changes_is_shown_and_then_applied() {
    let it = Application::new();
    let secret = it.session("perencana");
    let rows: &[&[&str]] = &[
        HEADS,
        &["iku-1", "2023", "1", "Uraian yang diubah", "2024-06-30"],
        &["iku-1", "2023", "77", "Tindak lanjut baru", ""],
    ];
    let (status, page) = send(&it, &secret, &book(rows)).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("1 baris diubah") && page.contains("1 baris ditambahkan"), "{page}");
    let (_, list) = it.get(Some(&secret), TABLE).await;
    assert!(!list.contains("Tindak lanjut baru"), "nothing is kept before it is applied");
    let plan = plan(&page);
    let (status, page) =
        it.post(&secret, &format!("{TABLE}/terapkan"), &[("rencana", &plan)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, list) = it.get(Some(&secret), TABLE).await;
    assert!(list.contains("Tindak lanjut baru") && list.contains("Uraian yang diubah"));
    // The same plan again means a state that is no longer there.
    let (status, page) =
        it.post(&secret, &format!("{TABLE}/terapkan"), &[("rencana", &plan)]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("unggah berkasnya lagi"), "{page}");
}

#[tokio::test]
async fn a_template_comes_back_under_heads_that_people_read_and_leads_to_where_it_was_taken() {
    let it = Application::new();
    let secret = it.session("perencana");
    let rows: &[&[&str]] = &[
        &["Indikator", "Tahun", "nomor", "Uraian", "Batas waktu"],
        &["iku-1", "2023", "77", "Tindak lanjut baru", "2024-06-30"],
    ];
    let (status, page) = send(&it, &secret, &book(rows)).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("1 baris ditambahkan"), "{page}");
    let request = Request::get("/pd/BKPSDM/2023/tabel/target?unduh=xlsx&cari=renstra-2021")
        .header(header::COOKIE, format!("sesi={secret}"))
        .body(Body::empty());
    let template = it.send(request.expect("a request")).await.into_body();
    let template = axum::body::to_bytes(template, 1 << 20).await.expect("a workbook");
    let address = "/pd/BKPSDM/2023/tabel/target/unggah";
    let (status, page) = send_to(&it, &secret, address, &template).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("0 diubah, 0 ditambahkan,") && page.contains("0 sel salah."), "{page}");
    let from = "/pd/BKPSDM/2023/renstra";
    let (_, form) = it.get(Some(&secret), &format!("{address}?ke={from}")).await;
    assert!(form.contains(&format!("name=\"ke\" value=\"{from}\"")), "{form}");
    let plan = [("rencana", "{\"ubah\":[],\"tambah\":[]}"), ("ke", from)];
    let applied = "/pd/BKPSDM/2023/tabel/target/terapkan";
    let (status, page) = it.post(&secret, applied, &plan).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
}

#[tokio::test]
async fn every_fault_is_named_with_its_cell_and_nothing_is_kept() {
    let it = Application::new();
    let secret = it.session("perencana");
    let rows: &[&[&str]] = &[
        HEADS,
        &["IKU SATU", "2023", "1", "a", ""],
        &["iku-1", "2023", "78", "b", "kapan-kapan"],
        &["iku-1", "2023", "79", "", ""],
        &["iku-1", "2023", "78", "kembar", ""],
    ];
    let (status, page) = send(&it, &secret, &book(rows)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for place in ["Sheet1!A2", "Sheet1!E3", "Sheet1!D4"] {
        assert!(page.contains(place), "{place}: {page}");
    }
    assert!(!page.contains("name=\"rencana\""), "a faulty file cannot be applied");
}

#[tokio::test]
async fn a_workbook_with_other_columns_or_none_is_refused() {
    let it = Application::new();
    let secret = it.session("perencana");
    for rows in [&[&["nama", "gaji"][..]][..], &[&["uraian"]], &[]] {
        let (status, page) = send(&it, &secret, &book(rows)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    }
    let (status, page) = send(&it, &secret, b"PK\x03\x04 not a workbook").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("bukan buku kerja"), "{page}");
}

const PEOPLE: &str = "/administrasi/akun-xlsx";
const OF_PEOPLE: &[&str] = &["akun", "nama", "peran", "perangkat", "status", "mulai", "sampai"];

#[tokio::test]
async fn people_and_their_roles_come_from_a_workbook() {
    let it = Application::new();
    let secret = it.session("administrator");
    let rows: &[&[&str]] = &[
        OF_PEOPLE,
        &["tono.contoh", "Tono Contoh", "perencana", "BKPSDM", "", "2024-01-01", ""],
        &["tono.contoh", "Tono Contoh", "kepala", "DINKES", "plt", "2024-02-01", "2024-06-30"],
        &["pegawai", "", "perencana", "DINKES", "", "2024-01-01", ""],
        &["umi", "Umi Contoh", "", "", "", "", ""],
    ];
    let (status, page) = send_to(&it, &secret, PEOPLE, &book(rows)).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("2 akun baru, 3 peran baru"), "{page}");
    assert!(!it.store.users().expect("people").iter().any(|it| it.akun == "umi"), "kept too early");
    let plan = plan(&page);
    for _ in 0..2 {
        let address = format!("{PEOPLE}/terapkan");
        let (status, page) = it.post(&secret, &address, &[("rencana", &plan)]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        let users = it.store.users().expect("people");
        let n_roles =
            |akun: &str| users.iter().find(|it| it.akun == akun).map(|it| it.penugasan.len());
        let found = ["tono.contoh", "pegawai", "umi"].map(n_roles);
        assert_eq!(found, [Some(2), Some(2), Some(0)], "the same plan twice is the same plan");
    }
}

#[tokio::test]
async fn every_fault_of_a_list_of_people_is_named_with_its_cell() {
    let it = Application::new();
    let secret = it.session("administrator");
    let rows: &[&[&str]] = &[
        OF_PEOPLE,
        &["tono contoh", "Tono", "", "", "", "", ""],
        &["tono", "", "perencana", "", "", "2024-01-01", ""],
        &["umi", "Umi", "wali", "BKPSDM", "tetap", "kapan", ""],
        &["wati", "Wati", "inspektorat", "BKPSDM", "", "2024-03-01", "2024-01-01"],
        &["yuni", "Yuni", "perencana", "DINAS X", "", "2024-01-01", ""],
        &["zaki", "Zaki", "perencana", "BKPSDM", "", "2024-01-01", ""],
        &["zaki", "Zaki", "perencana", "BKPSDM", "", "2024-01-01", ""],
    ];
    let (status, page) = send_to(&it, &secret, PEOPLE, &book(rows)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for cell in ["A2", "B3", "D3", "C4", "E4", "F4", "D5", "G5", "D6", "C8"] {
        assert!(page.contains(&format!("Sheet1!{cell}")), "{cell}: {page}");
    }
    assert!(!page.contains("name=\"rencana\""), "a faulty list cannot be applied");
}

//! What changes a plan and what follows an agreement, as those who may write it down.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use jiff::civil::date;
use selaras_domain::{Berkas, Id, PejabatId, Tahun};
use selaras_reports::Options;
use selaras_store::{BerkasKey, BerkasRef, NewRow};

use crate::common::{Application, example, pelaku};

const AGREEMENTS: &str = "/pd/BKPSDM/2023/perjanjian";
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

fn berkas(it: &Application, tahun: u16) -> BerkasRef {
    let tahun = Tahun::new(tahun).expect("a year");
    let key = BerkasKey { perangkat: "BKPSDM".to_owned(), tahun };
    it.store.find_in(1, &key).expect("an office of the tests")
}

fn add(it: &Application, tabel: &str, cells: &[(&str, &str)]) {
    let cells = cells.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned())).collect();
    let new = NewRow { tabel: tabel.to_owned(), cells, ..NewRow::default() };
    it.store.add(&pelaku(), &berkas(it, 2023), new).expect("a row");
}

#[tokio::test]
async fn a_change_of_a_signed_agreement_is_a_draft_with_all_that_it_promised() {
    let it = Application::new();
    let secret = it.session("perencana");
    let (_, page) = it.get(Some(&secret), AGREEMENTS).await;
    assert!(page.contains(&format!("{PK}/perubahan\"")), "the one in force can be changed: {page}");
    assert!(!page.contains(&format!("{AGREEMENTS}/pk-2023/perubahan\"")), "the one before cannot");
    let change = [
        ("alasan", "perubahan_prioritas"),
        ("judul", "Perubahan Kedua Uji"),
        ("tanggal", "2023-11-01"),
        ("pihak_pertama", "erinasrizal"),
        ("pihak_kedua", "paisal"),
    ];
    let address = format!("{PK}/perubahan");
    let mut early = change;
    early[2].1 = "2023-01-01";
    let (status, page) = it.post(&secret, &address, &early).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("tidak dapat mendahului"), "{page}");
    let n_documents = it.store.rows(&berkas(&it, 2023), "dokumen").expect("rows").len();
    let (status, page) = it.post(&secret, &address, &change).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");

    let id = "perubahan-pk-2023-perubahan-1";
    let of_change = |tabel: &str| {
        let rows = it.store.rows(&berkas(&it, 2023), tabel).expect("rows");
        rows.into_iter().filter(|row| row.cells.iter().any(|cell| cell == id)).count()
    };
    assert_eq!((of_change("target"), of_change("pagu")), (6, 3), "all that was promised");
    let (_, sheet) = it.get(Some(&secret), &format!("{AGREEMENTS}/{id}/isi")).await;
    assert!(sheet.contains("perubahan prioritas atau asumsi") && sheet.contains("Sebelumnya"));
    let cell = format!("t:iku-3:{id}:2023:tahun:target");
    let fields = [(format!("sel:{cell}"), "95"), (format!("lama:{cell}"), "93.5")];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let (status, page) = it.post(&secret, &format!("{AGREEMENTS}/{id}/isi"), &fields).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = it.get(Some(&secret), AGREEMENTS).await;
    for words in ["Perubahan Kedua Uji", "karena perubahan prioritas", "<del>93,5</del> → 95"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // The old one binds until the change is signed, and cannot be changed twice at once.
    let (status, page) = it.post(&secret, &address, &change).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("sudah mempunyai perubahan"), "{page}");
    let now = it.store.rows(&berkas(&it, 2023), "dokumen").expect("rows").len();
    assert_eq!(now, n_documents + 1, "one change was made");
    let submit = format!("{AGREEMENTS}/{id}/ajukan");
    let (status, page) = it.post(&secret, &submit, &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, head) = it.get(Some(&it.session("kepala")), "/pd/BKPSDM/2023").await;
    assert!(head.contains("Perubahan Kedua Uji menunggu tanda tangan Anda."), "{head}");
    let (status, _) = it.post(&secret, &submit, &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "once");
    let (status, _) = it.post(&secret, &format!("{PK}/isi"), &fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "what is signed stays");
    for other in ["pegawai", "kepala", "tetangga"] {
        let (status, _) = it.post(&it.session(other), &address, &change).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{other}");
    }
}

#[tokio::test]
async fn a_draft_says_what_it_could_not_fill() {
    let it = Application::new();
    let official = [
        ("id", "sekretaris"),
        ("nama", "Lain"),
        ("jabatan", "Sekretaris Uji"),
        ("status", "definitif"),
        ("unit_kerja", "sekretariat"),
    ];
    add(&it, "pejabat", &official);
    let secret = it.session("perencana");
    let address = format!("{AGREEMENTS}/draf");
    let (status, page) = it.post(&secret, &address, &[("pejabat", "sekretaris")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = it.get(Some(&secret), AGREEMENTS).await;
    let why = "tidak ada indikator bertarget 2023 yang penanggung jawabnya Sekretaris Uji.";
    assert!(page.contains(why) && page.contains("Belum ada anggaran"), "{page}");
    assert!(!page.contains("Belum ada pihak kedua"), "the head leads the unit above");
    let submit = format!("{AGREEMENTS}/pk-sekretaris-2023/ajukan");
    let (status, page) = it.post(&secret, &submit, &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is promised");
    assert!(page.contains("Perjanjian belum diajukan."), "{page}");
}

#[tokio::test]
async fn the_draft_of_the_head_is_promised_to_whom_it_was_promised_the_year_before() {
    let it = Application::new();
    let mut next = example();
    next.perangkat_daerah.tahun = Tahun::new(2024).expect("a year");
    next.perjanjian_kinerja.clear();
    // Another account of the same post, beside a second official above all units.
    let mut mayor = next.pejabat.last().expect("the mayor").clone();
    mayor.jabatan = "Wakil Wali Kota Dumai".to_owned();
    mayor.id = PejabatId::new("wakil").expect("an id");
    next.pejabat.insert(0, mayor);
    it.store.import(&pelaku(), next, false).expect("an import");
    let secret = it.session("perencana");
    let address = "/pd/BKPSDM/2024/perjanjian/draf";
    let (status, page) = it.post(&secret, address, &[("pejabat", "erinasrizal")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let made = it.store.rows(&berkas(&it, 2024), "perjanjian_kinerja").expect("rows");
    assert!(made.iter().any(|row| row.cells.iter().any(|cell| cell == "paisal")), "{made:?}");
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

/// The facts of the office that the pages are about.
fn facts(it: &Application) -> Berkas {
    let all = it.store.list().expect("offices");
    let own = all.iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    it.store.berkas(own).expect("its facts")
}

/// A file that a page gives: its kind and its bytes.
async fn file(it: &Application, secret: &str, address: &str) -> (String, Vec<u8>) {
    let request = Request::get(address).header(header::COOKIE, format!("sesi={secret}"));
    let response = it.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    let kind = response.headers()[header::CONTENT_TYPE].to_str().expect("a kind").to_owned();
    let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body");
    (kind, bytes.to_vec())
}

#[tokio::test]
async fn the_agreement_of_every_level_is_a_document_on_screen_and_as_a_file() {
    let it = Application::new();
    let own = it.store.list().expect("offices");
    let own = own.iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    for (id, nama, jabatan, unit) in [
        ("siti", "SITI CONTOH, S.E.", "Sekretaris", "sekretariat"),
        ("budi", "BUDI CONTOH, A.Md.", "Pengolah Data dan Informasi", "subbagian-tata-usaha"),
    ] {
        let cells = [
            ("id", id),
            ("nama", nama),
            ("jabatan", jabatan),
            ("status", "definitif"),
            ("unit_kerja", unit),
        ];
        let cells = cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec();
        let row = NewRow { tabel: "pejabat".to_owned(), cells, ..NewRow::default() };
        it.store.add(&pelaku(), own, row).expect("an official");
    }
    let planner = it.session("perencana");
    let (status, page) =
        it.post(&planner, &format!("{AGREEMENTS}/draf"), &[("pejabat", "budi")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, list) = it.get(Some(&planner), AGREEMENTS).await;
    let berkas = facts(&it);
    let hasil = selaras_rules::measure(&berkas);
    for (id, said) in [
        ("pk-2023", ["H. ERINASRIZAL, S.Sos, M.Si", "H. PAISAL, SKM, MARS", "3 Januari 2023"]),
        ("pk-budi-2023", ["BUDI CONTOH, A.Md.", "SITI CONTOH, S.E.", "Dumai, ……"]),
    ] {
        let here = format!("{AGREEMENTS}/{id}/dokumen");
        for end in ["", ".pdf", ".docx"] {
            assert!(list.contains(&format!("href=\"{here}{end}\"")), "{here}{end}");
        }
        let (status, page) = it.get(Some(&it.session("pegawai")), &here).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        let form = ["PERJANJIAN KINERJA TAHUN 2023", "Pihak Pertama,", "Pihak Kedua,"];
        for words in said.iter().chain(&form) {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("belum ditandatangani"), "it is to be signed");
        let pk = berkas.perjanjian_kinerja.iter().find(|it| it.id.as_str() == id);
        let options = Options { tanggal: Some(date(2023, 2, 1)), konsep: false };
        let tree = selaras_reports::perjanjian_kinerja(&berkas, &hasil, pk.expect("it"), &options);
        let tree = tree.expect("a document");
        let pdf = selaras_pdf::render(&tree, &selaras_pdf::Options::default()).expect("a PDF");
        let docx = selaras_docx::render(&tree, &selaras_docx::Options::default());
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        for (end, kind, bytes) in
            [("pdf", "application/pdf", pdf), ("docx", word, docx.expect("a DOCX"))]
        {
            let asked = format!("{here}.{end}?tanggal=2023-02-01");
            assert!((kind.to_owned(), bytes) == file(&it, &planner, &asked).await, "{asked}");
        }
        let program = it.token("pegawai");
        let asked = format!("/api/v1/berkas/BKPSDM/2023/perjanjian/{id}/dokumen.pdf");
        let (status, said) = it.call(&program, Method::GET, &asked, "").await;
        assert_eq!(status, StatusCode::OK, "{said}");
        assert!(said.starts_with("%PDF"), "{said}");
    }
    let draft = format!("{AGREEMENTS}/pk-budi-2023/dokumen?konsep=ya");
    let (_, page) = it.get(Some(&planner), &draft).await;
    assert!(page.contains("belum ditandatangani"), "a draft says so");
    for end in ["dokumen", "dokumen.pdf", "dokumen.docx"] {
        let address = format!("{AGREEMENTS}/tidak-ada/{end}");
        assert_eq!(it.get(Some(&planner), &address).await.0, StatusCode::NOT_FOUND);
        let address = format!("{AGREEMENTS}/pk-2023/{end}");
        let (status, _) = it.get(Some(&it.session("tetangga")), &address).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}");
    }
}

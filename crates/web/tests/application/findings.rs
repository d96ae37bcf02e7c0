//! What the checker finds stands beside the cell and the row that it is about, and changes with them.

use std::path::Path;

use axum::http::{StatusCode, header};
use jiff::civil::Date;
use selaras_domain::{Id, StatusPerjanjian};
use selaras_store::{Penugasan, Peran, StatusPenugasan};
use serde_json::Value;

use crate::common::{Application, form, form_token, pelaku, read, with_form};

const OFFICE: &str = "/pd/BKPSDM/2023";

/// The final target of an indikator that has been above it since the first year (UKR012).
const CELL: &str = "t:iku-2:renstra-2021:2026:tahun:target";

#[tokio::test]
async fn a_finding_stands_in_its_cell_and_goes_when_what_is_saved_mends_it() {
    let it = Application::new();
    let secret = it.session("perencana");
    let (_, page) = it.get(Some(&secret), &format!("{OFFICE}/renstra")).await;
    let field = page.split("<input").find(|it| it.contains(&format!("sel:{CELL}\"")));
    let field = field.expect("the cell");
    assert!(field.contains("UKR012") && field.contains("data-temuan=\"near\""), "{field}");

    let reply = async |before: &str, now: &str| {
        let (sel, lama, token) =
            (format!("sel:{CELL}"), format!("lama:{CELL}"), form_token(&secret));
        let fields = [("_t", token.as_str()), (&sel, now), (&lama, before)];
        let address = format!("{OFFICE}/renstra");
        let request = form(&address, fields)
            .header(header::COOKIE, format!("sesi={secret}"))
            .header(header::ORIGIN, "http://selaras.test")
            .header(header::ACCEPT, "application/json");
        let (status, reply) = read(it.send(with_form(request, &address)).await).await;
        assert_eq!(status, StatusCode::OK, "{reply}");
        let reply: Value = serde_json::from_str(&reply).expect("data for our script");
        reply["temuan"].clone()
    };
    let mended = reply("90", "99,5").await;
    assert!(!mended["sel"][CELL].to_string().contains("UKR012"), "{mended}");
    let again = reply("99.5", "90").await;
    assert!(again["sel"][CELL][1].as_str().is_some_and(|it| it.contains("UKR012")), "{again}");
    assert!(again["baris"]["indikator/iku-2"].to_string().contains("temuan"), "{again}");
}

#[tokio::test]
async fn a_finding_stands_beside_its_row_on_the_page_of_the_row() {
    let it = Application::new();
    let secret = it.session("perencana");
    for (page, row) in [
        ("renstra", "sasaran/sasaran-1"),
        ("pohon", "sasaran/sasaran-1"),
        ("pohon", "indikator/iku-2"),
        ("anggaran", "program_kegiatan/5.03.01.2.06.11"),
        ("perjanjian", "perjanjian_kinerja/perubahan-pk-2023"),
        ("evaluasi", "rekomendasi/rekomendasi-1"),
    ] {
        let (_, text) = it.get(Some(&secret), &format!("{OFFICE}/{page}")).await;
        let mark = text.split(&format!("data-tanda=\"{row}\">")).nth(1);
        let mark = mark.unwrap_or_else(|| panic!("{page} has no {row}"));
        let mark = mark.split("</td>").next().unwrap_or_default();
        let id = row.split('/').next_back().expect("an id");
        assert!(mark.contains("tanda-temuan"), "{page} {row}: {mark}");
        // The mark leads to those findings, which name the row.
        let address = mark.split("href=\"").nth(1).and_then(|it| it.split('"').next());
        let (status, list) = it.get(Some(&secret), address.expect("an address")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(list.contains("ol class=\"temuan\"") && list.contains(id), "{row}: {list}");
    }
}

/// A session of the head of an office.
fn head_of(it: &Application, perangkat: &str) -> String {
    let head = Penugasan {
        peran: Peran::Kepala,
        perangkat: Some(perangkat.to_owned()),
        status: StatusPenugasan::Definitif,
        mulai: Date::constant(2020, 1, 1),
        sampai: None,
    };
    it.store.assign(&pelaku(), "kepala", head, None).expect("a role");
    it.session("kepala")
}

#[tokio::test]
async fn an_agreement_that_promises_nothing_cannot_be_signed() {
    let it = Application::new();
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bkpsdm-dumai-2023");
    let mut berkas = selaras_package::read(&package).expect("the example");
    berkas.perangkat_daerah.singkatan = "BARU".to_owned();
    let pk = berkas.perjanjian_kinerja.iter_mut().find(|it| it.id.as_str() == "perubahan-pk-2023");
    let pk = pk.expect("an agreement");
    pk.status = StatusPerjanjian::Draf;
    let dokumen = pk.dokumen.clone();
    berkas.target.retain(|it| it.dokumen != dokumen);
    it.store.import(&pelaku(), berkas, false).expect("an import");
    let secret = head_of(&it, "BARU");
    let address = "/pd/BARU/2023/perjanjian/perubahan-pk-2023/tanda-tangan?pihak=pertama";
    let (_, page) = it.get(Some(&secret), address).await;
    for said in ["belum dapat ditandatangani", "PJJ008", "tidak memuat indikator dan target"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Tandatangani</button>"), "{page}");
    let (status, _) = it.post(&secret, address, &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, page) = it.get(Some(&secret), "/pd/BARU/2023/perjanjian").await;
    assert!(!page.contains("Sidik isi"), "nothing was signed: {page}");
}

#[tokio::test]
async fn a_report_about_nothing_cannot_be_signed() {
    let it = Application::new();
    let admin = it.session("administrator");
    let office = [("singkatan", "KOSONG"), ("nama", "Dinas Kosong")];
    it.post(&admin, "/administrasi/perangkat", &office).await;
    let year = [
        ("tahun", "2024"),
        ("jabatan_kepala", "Kepala Dinas"),
        ("bertanggung_jawab_kepada", "Wali Kota"),
        ("tugas", "membantu Wali Kota"),
        ("tempat", "Contoh"),
        ("dasar_ukur", "Keputusan Kepala Dinas"),
    ];
    let (status, page) = it.post(&admin, "/administrasi/perangkat/KOSONG/tahun", &year).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let secret = head_of(&it, "KOSONG");
    let (status, _) = it.post(&secret, "/pd/KOSONG/2024/lkjip/sahkan", &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, page) = it.get(Some(&secret), "/pd/KOSONG/2024/lkjip").await;
    assert!(page.contains("Pengesahan laporan ditahan"), "{page}");
    assert!(page.contains("Belum ada laporan yang disahkan"), "{page}");
    // In 2024 the tests are in January: what is due until the end of the year is missing already.
    let (_, page) = it.get(Some(&secret), "/pd/KOSONG/2024/pemeriksaan?tahan=laporan").await;
    for code in ["PRN031", "tahunnya sudah berakhir"] {
        assert!(page.contains(code), "{code}: {page}");
    }
    let (_, page) = it.get(Some(&secret), "/pd/KOSONG/2024/pemeriksaan").await;
    assert!(!page.contains("tahunnya sudah berakhir"), "an agreement is not due yet: {page}");
}

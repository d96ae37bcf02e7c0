//! The Renstra made from nothing, on its own page, and found again.

use axum::http::StatusCode;
use jiff::civil::Date;
use selaras_domain::{Asal, Tahun};
use selaras_store::{BerkasKey, Penugasan, Peran, StatusPenugasan};

use crate::common::{Application, example, pelaku};

const OFFICE: &str = "/pd/BARU/2023";

/// An office in which nothing is recorded, and its planner.
fn begin() -> (Application, String) {
    let it = Application::new();
    let mut berkas = example();
    berkas.perangkat_daerah.singkatan = "BARU".to_owned();
    berkas.perangkat_daerah.asal = Asal::default();
    let berkas = selaras_package::empty(berkas.pemda, berkas.perangkat_daerah, "Keputusan Uji");
    it.store.import(&pelaku(), berkas, false).expect("an import");
    it.store.add_user(&pelaku(), None, "baru", "Planner Baru").expect("an account");
    let role = Penugasan {
        peran: Peran::Perencana,
        perangkat: Some("BARU".to_owned()),
        status: StatusPenugasan::Definitif,
        mulai: Date::constant(2020, 1, 1),
        sampai: None,
    };
    it.store.assign(&pelaku(), "baru", role, None).expect("a role");
    let secret = it.session("baru");
    (it, secret)
}

#[tokio::test]
async fn a_new_office_is_led_from_its_renstra_to_its_agreement_step_by_step() {
    let (it, secret) = begin();
    let agreement = "Perjanjian kinerja 2023 belum dibuat.";
    let says = async |words: &str| {
        let (_, page) = it.get(Some(&secret), OFFICE).await;
        assert!(page.contains(words), "{words}: {page}");
        assert_eq!(
            page.contains(agreement),
            words == agreement,
            "{words}: what it is made of first"
        );
    };
    let add = async |what: &str, fields: &[(&str, &str)]| {
        let address = format!("{OFFICE}/renstra/tambah/{what}");
        let (status, page) = it.post(&secret, &address, fields).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{what}: {page}");
    };
    says("Renstra belum dicatat").await;
    let (_, page) = it.get(Some(&secret), &format!("{OFFICE}/renstra")).await;
    assert!(page.contains(&format!("action=\"{OFFICE}/renstra/tambah/dokumen\"")), "{page}");
    let document = [("judul", "Renstra Uji"), ("tahun", "2023"), ("sampai", "2027")];
    add("dokumen", &document).await;
    says("Renstra belum mempunyai tujuan.").await;
    let tujuan = [("uraian", "Tujuan uji"), ("bunyi_visi", "Visi uji"), ("bunyi_misi", "Misi uji")];
    add("tujuan", &tujuan).await;
    says("Tujuan Renstra belum mempunyai sasaran.").await;
    add("sasaran", &[("tujuan", "tujuan-1"), ("uraian", "Sasaran uji")]).await;
    says("Tujuan dan sasaran Renstra belum mempunyai indikator.").await;
    for (pokok, nama) in [("sasaran:sasaran-1", "Iku satu"), ("sasaran:sasaran-1", "Iku dua")] {
        let fields = [("pokok", pokok), ("nama", nama), ("satuan", "%"), ("polaritas", "naik")];
        add("indikator", &fields).await;
    }
    says("Indikator Renstra belum mempunyai target 2023.").await;
    // The second tujuan is under the misi of the first.
    let (_, form) = it.get(Some(&secret), &format!("{OFFICE}/renstra/tambah/tujuan")).await;
    assert!(form.contains("1. Misi uji") && !form.contains("bunyi_visi"), "{form}");

    // What is removed from the matrix is offered back there.
    let key = BerkasKey { perangkat: "BARU".to_owned(), tahun: Tahun::new(2023).expect("a year") };
    let place = it.store.find_in(1, &key).expect("the office");
    let row = it.store.row_by_key(&place, "indikator", &[("id", "iku-1")]).expect("a table");
    let row = row.expect("an indikator").baris_ke;
    let address = format!("{OFFICE}/tabel/indikator/{row}/hapus");
    let back = format!("{OFFICE}/renstra");
    let (status, page) = it.post(&secret, &address, &[("versi", "1"), ("ke", &back)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let gone = it.store.removed(&place, "indikator").expect("a list").pop().expect("a row").nomor;
    let (_, page) = it.get(Some(&secret), &format!("{back}?dihapus={gone}")).await;
    assert!(page.contains("Urungkan penghapusan") && page.contains("Iku satu"), "{page}");
    it.store.restore(&pelaku(), &place, "indikator", gone).expect("it is back");

    let (_, page) = it.get(Some(&secret), &format!("{OFFICE}/renstra")).await;
    for words in ["Iku satu", "Iku dua", "Sasaran uji", "Tambah sasaran", "Tambah indikator"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let cell = "t:iku-2:renstra-2023:2023:tahun:target";
    assert!(
        page.contains(&format!("name=\"sel:{cell}\"")),
        "the year at hand can be filled: {page}"
    );
    let fields = [
        ("dokumen".to_owned(), "renstra-2023"),
        (format!("sel:{cell}"), "90,5"),
        (format!("lama:{cell}"), ""),
    ];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let (status, page) = it.post(&secret, &format!("{OFFICE}/renstra"), &fields).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    says(agreement).await;
    let trail = it.store.audit_entries(1).expect("the trail");
    let own = trail.iter().filter(|it| it.pelaku == "baru" && it.tindakan == "tambah");
    assert_eq!(own.count(), 8, "a document, visi, misi, tujuan, sasaran, two indikator, a target");
}

#[tokio::test]
async fn the_matrix_is_searched_and_its_rows_lead_to_their_forms_and_back() {
    let it = Application::new();
    let secret = it.session("perencana");
    let renstra = "/pd/BKPSDM/2023/renstra";
    let (_, whole) = it.get(Some(&secret), renstra).await;
    assert!(whole.contains("/pd/BKPSDM/2023/tabel/tujuan/1?ke=%2Fpd%2FBKPSDM%2F2023%2Frenstra"));
    assert!(whole.contains("renstra/tambah/indikator?pokok=sasaran%3Asasaran-1"));
    assert!(
        whole.contains("Unduh templat target (XLSX)") && whole.contains("Unggah target (XLSX)")
    );
    let (_, found) = it.get(Some(&secret), &format!("{renstra}?cari=profesionalitas")).await;
    let matrix = found.split("class=\"kisi").nth(1).and_then(|it| it.split("</table>").next());
    let matrix = matrix.expect("the matrix");
    assert!(matrix.contains("Indeks Profesionalitas ASN"), "{matrix}");
    assert!(!matrix.contains("Indeks Kepuasan Aparatur"), "{matrix}");
    let (_, none) = it.get(Some(&secret), &format!("{renstra}?cari=tidak+ada+begini")).await;
    assert!(none.contains("Tidak ada yang cocok dengan saringan ini."), "{none}");
    let (_, read) = it.get(Some(&it.session("kepala")), renstra).await;
    assert!(!read.contains("renstra/tambah/") && !read.contains("Unggah target"), "only to read");
}

//! Files of single rows: of what was seen of an action, of what was done about a recommendation, and of
//! the cases of registers.

use axum::http::{Method, StatusCode};
use selaras_store::{BerkasRef, NewRow};

use crate::common::{Application, pelaku};

const OFFICE: &str = "/pd/BKPSDM/2023";
const API: &str = "/api/v1/berkas/BKPSDM/2023";
const ACTION: &str = "tabel=monev_aksi&kunci=iku-1/2023/tw1/1";
const STEP: &str = "tabel=tindak_lanjut_rekomendasi&kunci=rekomendasi-1/1";
const CASE: &str = "tabel=kasus_disiplin&kunci=disiplin/7";

fn arrange() -> (Application, BerkasRef) {
    let it = Application::new();
    let all = it.store.list().expect("offices");
    let berkas = all.into_iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    let rows: [(&str, &[(&str, &str)]); 3] = [
        (
            "rencana_aksi",
            &[
                ("indikator", "iku-1"),
                ("tahun", "2023"),
                ("periode", "tw1"),
                ("nomor", "1"),
                ("aksi", "Pendampingan"),
            ],
        ),
        (
            "register",
            &[
                ("id", "disiplin"),
                ("nama", "Disiplin"),
                ("jenis", "disiplin"),
                ("periode_menurut", "selesai"),
                ("lengkap_sampai", "2023-12-31"),
                ("bawaan", "tidak_dihitung"),
            ],
        ),
        (
            "kasus_disiplin",
            &[
                ("register", "disiplin"),
                ("nomor", "7"),
                ("pelanggaran", "Terlambat"),
                ("dilaporkan", "2023-02-01"),
                ("selesai", "2023-03-01"),
                ("hasil", "tidak_terbukti"),
            ],
        ),
    ];
    for (tabel, cells) in rows {
        let cells = cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned()));
        let new = NewRow { tabel: tabel.to_owned(), cells: cells.collect(), ..NewRow::default() };
        it.store.add(&pelaku(), &berkas, new).expect("a row");
    }
    (it, berkas)
}

/// What a file that is sent for a row answers.
async fn upload(it: &Application, akun: &str, row: &str, nama: &str) -> StatusCode {
    let address = format!("{API}/bukti-baris?{row}&nama={nama}");
    it.call(&it.token(akun), Method::POST, &address, "%PDF-1.7 uji").await.0
}

async fn page(it: &Application, address: &str) -> String {
    let address = format!("{OFFICE}/{address}");
    let (status, page) = it.get(Some(&it.session("perencana")), &address).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    page
}

#[tokio::test]
async fn a_file_of_a_row_stands_on_the_page_of_the_row_and_is_counted_beside_it() {
    let (it, berkas) = arrange();
    let bare = page(&it, "rencana-aksi").await;
    assert!(bare.contains("#bukti\">belum ada bukti"), "{bare}");
    assert_eq!(upload(&it, "pegawai", ACTION, "foto.pdf").await, StatusCode::CREATED);
    assert_eq!(upload(&it, "pegawai", CASE, "berita-acara.pdf").await, StatusCode::CREATED);

    assert!(page(&it, "rencana-aksi").await.contains("#bukti\">1 bukti"));
    let monev = page(&it, "rencana-aksi/iku-1/tw1/1").await;
    assert!(monev.contains("bukti-baris/monev_aksi/iku-1~2023~tw1~1/1\">foto.pdf"), "{monev}");
    assert!(page(&it, "register/disiplin").await.contains("#bukti\">1 bukti"));
    let row = it.store.rows(&berkas, "kasus_disiplin").expect("rows").remove(0).baris_ke;
    let case = page(&it, &format!("tabel/kasus_disiplin/{row}")).await;
    assert!(case.contains("Dokumen kasus") && case.contains(">berita-acara.pdf"), "{case}");

    let (_, list) =
        it.call(&it.token("pegawai"), Method::GET, &format!("{API}/bukti?{ACTION}"), "").await;
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list["total"], 1);
    assert_eq!(list["data"][0]["kunci"], "iku-1/2023/tw1/1");
}

#[tokio::test]
async fn an_uploaded_file_proves_what_was_done_about_a_recommendation() {
    let (it, _) = arrange();
    const BARE: &str = "belum mempunyai bukti dukung.";
    let n_bare = async || page(&it, "pemeriksaan?cari=EVA006").await.matches(BARE).count();
    let before = n_bare().await;
    assert!(before > 0, "the example proves nothing of its follow-up");
    let done = "Ditindaklanjuti</span>";
    let n_done = page(&it, "evaluasi").await.matches(done).count();
    assert_eq!(upload(&it, "perencana", STEP, "sk-iki.pdf").await, StatusCode::CREATED);
    let evaluasi = page(&it, "evaluasi").await;
    assert_eq!(evaluasi.matches(done).count(), n_done + 1, "{evaluasi}");
    assert!(evaluasi.contains(">sk-iki.pdf</a>") && evaluasi.contains("#bukti\">1 bukti"));
    assert_eq!(n_bare().await, before - 1);
}

#[tokio::test]
async fn whoever_may_not_change_a_row_changes_none_of_its_files() {
    let (it, berkas) = arrange();
    for (akun, row, status) in [
        ("pegawai", STEP, StatusCode::FORBIDDEN),
        ("kepala", ACTION, StatusCode::FORBIDDEN),
        ("tetangga", CASE, StatusCode::FORBIDDEN),
        ("perencana", "tabel=monev_aksi&kunci=iku-1/2023/tw1/99", StatusCode::NOT_FOUND),
        ("perencana", "tabel=kasus_disiplin&kunci=disiplin/tujuh", StatusCode::NOT_FOUND),
        ("perencana", "tabel=kasus_disiplin&kunci=disiplin", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(upload(&it, akun, row, "a.pdf").await, status, "{akun} {row}");
    }
    assert_eq!(upload(&it, "perencana", STEP, "a.pdf").await, StatusCode::CREATED);
    let here = format!("{OFFICE}/bukti-baris/tindak_lanjut_rekomendasi/rekomendasi-1~1");
    let remove =
        async |akun: &str| it.post(&it.session(akun), &format!("{here}/1/hapus"), &[]).await.0;
    assert_eq!(remove("pegawai").await, StatusCode::FORBIDDEN);
    assert_eq!(remove("perencana").await, StatusCode::SEE_OTHER);
    let gone = it.store.removed_bukti(&berkas).expect("the trail").remove(0).nomor;
    let restore = async |akun: &str, here: &str| {
        it.post(&it.session(akun), &format!("{here}/dihapus/{gone}"), &[]).await.0
    };
    assert_eq!(restore("pegawai", &here).await, StatusCode::FORBIDDEN);
    let other = format!("{OFFICE}/bukti-baris/tindak_lanjut_rekomendasi/rekomendasi-2~1");
    assert_eq!(restore("perencana", &other).await, StatusCode::NOT_FOUND);
    assert_eq!(restore("perencana", &here).await, StatusCode::SEE_OTHER);
    assert_eq!(it.store.bukti(&berkas).expect("files").len(), 1);
    for path in ["target/iku-1", "monev_aksi/iku-1~2023~tw1", "kasus_disiplin/disiplin~x"] {
        let address = format!("{OFFICE}/bukti-baris/{path}");
        let status = it.get(Some(&it.session("perencana")), &address).await.0;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
    }
}

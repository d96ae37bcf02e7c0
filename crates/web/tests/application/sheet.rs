//! What sheets and lists show in their cells: figures that stand below each other, each emptiness by its
//! own word, and people by their names.

use axum::http::StatusCode;
use selaras_domain::Tahun;
use selaras_store::{BerkasKey, BerkasRef, NewRow, Pelaku, Put};

use crate::common::{Application, NOW, pelaku};

const OFFICE: &str = "/pd/BKPSDM/2023";

fn berkas(it: &Application) -> BerkasRef {
    let tahun = Tahun::new(2023).expect("a year");
    let key = BerkasKey { perangkat: "BKPSDM".to_owned(), tahun };
    it.store.find_in(1, &key).expect("the example")
}

async fn page(it: &Application, address: &str) -> String {
    let secret = it.session("perencana");
    let (status, text) = it.get(Some(&secret), &format!("{OFFICE}{address}")).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    text
}

/// What stands in the cell with an id.
fn cell<'h>(html: &'h str, id: &str) -> &'h str {
    let start = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no cell {id}"));
    html[start..].split("</td>").next().unwrap_or_default()
}

fn pairs(cells: &[(&str, &str)]) -> Vec<(String, String)> {
    cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect()
}

fn put(it: &Application, tabel: &str, kolom: &str, key: &[(&str, &str)], cell: &str) {
    let put = Put {
        tabel: tabel.to_owned(),
        key: pairs(key),
        kolom: kolom.to_owned(),
        cell: cell.to_owned(),
        seen: String::new(),
        also: match tabel {
            "nilai_variabel" => pairs(&[("verifikasi", "belum")]),
            _ => Vec::new(),
        },
    };
    it.store.put(&pelaku(), &berkas(it), vec![put]).expect("kept");
}

fn add(it: &Application, who: &Pelaku, tabel: &str, cells: &[(&str, &str)]) {
    let new = NewRow { tabel: tabel.to_owned(), cells: pairs(cells), ..NewRow::default() };
    it.store.add(who, &berkas(it), new).expect("a row");
}

#[tokio::test]
async fn a_card_says_the_unit_of_a_figure_once() {
    let it = Application::new();
    for address in ["/indikator?jenis=iku", "/indikator?jenis=tujuan"] {
        let html = page(&it, address).await;
        let text = html.split('<').filter_map(|it| it.split_once('>')).map(|(_, it)| it);
        let text = text.collect::<String>();
        assert!(text.contains("Target 2023"), "{text}");
        assert!(!text.contains("%%") && !text.contains("% %"), "{text}");
    }
}

#[tokio::test]
async fn the_budget_sheet_adds_up_rows_and_quarters_and_says_rupiah_once() {
    let it = Application::new();
    let html = page(&it, "/ukur?tw=1&bagian=anggaran").await;
    let total = cell(&html, "d:total:tw1:anggaran");
    assert!(
        total.contains("anggaran%2Ftotal%2F2023%2Ftw1") && total.contains(">1.865.504.468<"),
        "{total}"
    );
    assert!(!html.contains(">Rp1") && !html.contains(">Rp2"), "figures stand below each other");
    // A year that nobody has stated follows from its quarters, and says when some are missing.
    add(
        &it,
        &pelaku(),
        "program_kegiatan",
        &[
            ("id", "uji"),
            ("induk", "5.03.01.2.02"),
            ("jenjang", "subkegiatan"),
            ("nama", "Subkegiatan uji"),
        ],
    );
    let key = |periode| [("baris", "uji"), ("tahun", "2023"), ("periode", periode)];
    put(&it, "realisasi_anggaran", "jumlah", &key("tw1"), "1000");
    let pages = ["", "&hal=2", "&hal=3"];
    let found = async |it: &Application| {
        for hal in pages {
            let html = page(it, &format!("/ukur?tw=1&bagian=anggaran{hal}")).await;
            if html.contains("id=\"d:uji:tahun:anggaran\"") {
                return cell(&html, "d:uji:tahun:anggaran").to_owned();
            }
        }
        panic!("no cell of the year");
    };
    assert!(found(&it).await.contains("belum lengkap"));
    for periode in ["tw2", "tw3", "tw4"] {
        put(&it, "realisasi_anggaran", "jumlah", &key(periode), "1000");
    }
    let year = found(&it).await;
    assert!(year.contains(">4.000<"), "{year}");
}

#[tokio::test]
async fn each_emptiness_of_the_sheet_has_its_own_word_and_a_legend() {
    let it = Application::new();
    let key = |variabel| {
        [("indikator", "iku-1"), ("variabel", variabel), ("tahun", "2023"), ("periode", "tw1")]
    };
    put(&it, "nilai_variabel", "nilai", &key("selesai"), "20");
    put(&it, "nilai_variabel", "nilai", &key("usulan"), "0");
    let html = page(&it, "/ukur?tw=1").await;
    let realisasi = cell(&html, "d:iku-1:tw1:realisasi");
    assert!(realisasi.contains("tak terhitung"), "{realisasi}");
    assert!(realisasi.contains("lebih besar daripada"), "{realisasi}");
    assert!(cell(&html, "d:iku-1:tw2:realisasi").contains("belum diisi"));
    assert!(cell(&html, "d:iku-1:tw1:target").contains("tanpa target"));
    assert!(html.contains("class=\"legenda\"") && html.contains("belum diverifikasi"), "{html}");
    assert!(html.contains("hanya mengatur tanda pada layar"), "the lights are explained");
}

#[tokio::test]
async fn the_budget_shows_the_agreement_of_the_head_and_others_when_they_are_chosen() {
    let it = Application::new();
    let who = pelaku();
    add(
        &it,
        &who,
        "pejabat",
        &[
            ("id", "sekretaris"),
            ("nama", "Sari Contoh"),
            ("jabatan", "Sekretaris"),
            ("status", "definitif"),
            ("unit_kerja", "sekretariat"),
        ],
    );
    add(
        &it,
        &who,
        "dokumen",
        &[
            ("id", "pk-sekretaris"),
            ("jenis", "perjanjian_kinerja"),
            ("judul", "Perjanjian Kinerja Sekretaris"),
            ("tahun", "2023"),
        ],
    );
    add(
        &it,
        &who,
        "perjanjian_kinerja",
        &[
            ("id", "pk-sekretaris"),
            ("dokumen", "pk-sekretaris"),
            ("tahun", "2023"),
            ("pihak_pertama", "sekretaris"),
            ("tempat", "Dumai"),
            ("status", "draf"),
        ],
    );
    add(
        &it,
        &who,
        "pagu",
        &[("baris", "5.03.01"), ("dokumen", "pk-sekretaris"), ("tahun", "2023"), ("jumlah", "7")],
    );
    let first = page(&it, "/anggaran").await;
    assert!(!first.contains("PK Sekretaris</a></th>") && first.contains("Dokumen lain (2)"));
    let heads = |html: &str| -> Vec<String> {
        let head = html.split("<thead>").nth(1).and_then(|it| it.split("</thead>").next());
        let cells = head.unwrap_or_default().split("class=\"urut\"").skip(1);
        let words = cells.filter_map(|it| it.split_once('>')?.1.split('<').next());
        words.map(str::to_owned).collect()
    };
    let chosen = page(&it, "/anggaran?menurut=pk-sekretaris").await;
    assert!(heads(&chosen).iter().any(|it| it.contains("PK Sekretaris")), "{:?}", heads(&chosen));
    let mut all = heads(&chosen);
    let n = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), n, "no two columns are called the same: {all:?}");
}

#[tokio::test]
async fn people_are_called_by_their_names_and_accounts_stay_in_the_trail() {
    let it = Application::new();
    it.store.add_user(&pelaku(), None, "rani", "Rani Contoh").expect("an account");
    let rani = Pelaku { nama: "rani".to_owned(), asal: "uji".to_owned(), waktu: NOW.to_owned() };
    let rows = it.store.rows(&berkas(&it), "faktor").expect("rows");
    let row = rows.first().expect("a row");
    let at = (row.baris_ke, row.versi);
    it.store.remove(&rani, &berkas(&it), "faktor", at, None).expect("removed");
    assert!(page(&it, "/tabel/faktor/dihapus").await.contains("Rani Contoh"));
    let secret = it.session("kdh");
    let (status, trail) = it.get(Some(&secret), "/jejak-audit?pelaku=rani").await;
    assert_eq!(status, StatusCode::OK, "whoever leads the region reads the trail");
    assert!(trail.contains("Rani Contoh") && trail.contains(">rani<"), "{trail}");
}

#[tokio::test]
async fn a_list_of_facts_shows_names_beside_ids_and_the_beginning_of_long_texts() {
    let it = Application::new();
    let html = page(&it, "/tabel/indikator").await;
    assert!(html.contains(">sasaran-1<br><small class=\"nama lembut\""), "{html}");
    let cells = html.split("<td").skip(1).filter_map(|it| it.split_once('>'));
    let longest = cells.map(|(_, it)| it.split('<').next().unwrap_or_default().chars().count());
    assert!(longest.max().unwrap_or(0) <= 101);
}

#[tokio::test]
async fn the_table_of_rights_has_a_column_for_the_public_and_the_api_leads_to_its_manual() {
    let it = Application::new();
    let secret = it.session("pegawai");
    let (_, html) = it.get(Some(&secret), "/hak-akses").await;
    assert!(html.contains("Publik, tanpa masuk") && html.contains("Mencocokkan sidik"), "{html}");
    for address in ["/api", "/api/v1"] {
        let (status, html) = it.get(None, address).await;
        assert!(
            status == StatusCode::OK && html.contains("Dokumentasi API"),
            "{address}: {status}"
        );
    }
}

//! Every list is searched, sorted, narrowed, printed and taken away in the same way.

use axum::http::{Method, StatusCode};
use selaras_domain::{Code, Katalog, Tahun, Triwulan};
use selaras_store::{BerkasKey, Cakupan, Langkah, NewLangkah, NewRow, Pelaku};
use selaras_web::{read_katalog, routes};

use crate::common::{Application, now, pelaku};

/// Who reads a list, and its address.
const LISTS: &[(&str, &str)] = &[
    ("administrator", "/administrasi"),
    ("administrator", "/administrasi/jadwal"),
    ("administrator", "/administrasi/perangkat"),
    ("perencana", "/hak-akses"),
    ("perencana", "/token"),
    ("perencana", "/aturan"),
    ("perencana", "/aturan?bagian=skala"),
    ("perencana", "/nomenklatur"),
    ("verifikator", "/kota/2023"),
    ("verifikator", "/kota/2023/pemeriksaan"),
    ("verifikator", "/kota/2023/perjanjian"),
    ("verifikator", "/kota/2023/pengukuran"),
    ("perencana", "/pd/BKPSDM/2023/pohon?tampil=tabel"),
    ("perencana", "/pd/BKPSDM/2023/indikator"),
    ("perencana", "/pd/BKPSDM/2023/anggaran"),
    ("perencana", "/pd/BKPSDM/2023/perjanjian"),
    ("perencana", "/pd/BKPSDM/2023/rencana-aksi"),
    ("perencana", "/pd/BKPSDM/2023/register"),
    ("perencana", "/pd/BKPSDM/2023/register/layanan"),
    ("perencana", "/pd/BKPSDM/2023/capaian"),
    ("perencana", "/pd/BKPSDM/2023/evaluasi"),
    ("perencana", "/pd/BKPSDM/2023/pemeriksaan"),
    ("perencana", "/pd/BKPSDM/2023/komentar"),
    ("perencana", "/pd/BKPSDM/2023/tabel"),
    ("perencana", "/pd/BKPSDM/2023/tabel/target"),
    ("perencana", "/pd/BKPSDM/2023/tabel/perjanjian_kinerja"),
    ("perencana", "/pd/BKPSDM/2023/tabel/faktor/dihapus"),
];

/// What the example leaves empty, twice each.
fn filled() -> Application {
    let it = Application::new();
    let until = now() + jiff::SignedDuration::from_hours(24);
    let key =
        BerkasKey { perangkat: "BKPSDM".to_owned(), tahun: Tahun::new(2023).expect("a year") };
    let berkas = it.store.find(&key).expect("the example");
    let add = |tabel: &str, cells: &[(&str, &str)]| {
        let cells = cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned()));
        let row = NewRow { tabel: tabel.to_owned(), cells: cells.collect(), ..NewRow::default() };
        it.store.add(&pelaku(), &berkas, row).expect("a row");
    };
    for (n, nama) in ["layanan", "lain"].into_iter().enumerate() {
        add("register", &[("id", nama), ("nama", nama), ("jenis", "lainnya")]);
        let nomor = (n + 1).to_string();
        let case = [("register", "layanan"), ("nomor", &nomor), ("tahun", "2023")];
        let more = [("triwulan", "tw1"), ("status", "selesai"), ("nilai", "3"), ("catatan", nama)];
        add("catatan_register", &[&case[..], &more].concat());
        let action = [("indikator", "iku-1"), ("tahun", "2023"), ("periode", "tw1")];
        add("rencana_aksi", &[&action[..], &[("nomor", &nomor), ("aksi", nama)]].concat());
        it.store
            .add_token(&pelaku(), "perencana", (nama, Cakupan::Baca), (now(), until))
            .expect("a token");
        it.store
            .add_komentar(&pelaku(), &berkas, nama, ("pengukuran/tw1", nama))
            .expect("a remark");
    }
    for row in &it.store.rows(&berkas, "faktor").expect("rows")[..2] {
        let at = (row.baris_ke, row.versi);
        it.store.remove(&pelaku(), &berkas, "faktor", at, Some("uji")).expect("a removal");
    }
    let lines = "kode,nama\n1,Urusan\n1.02,Kesehatan\n1.02.01,Program\n";
    let lines = read_katalog("katalog.csv", lines.as_bytes()).expect("a catalogue");
    let katalog = Katalog::new("Uji", Tahun::new(2023).expect("a year"), lines);
    it.store.write_katalog(&pelaku(), berkas.pemda, katalog).expect("a catalogue");
    it
}

/// The address with more of a query.
fn with(address: &str, name: &str, value: &str) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    let pair = form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    format!("{address}{mark}{pair}")
}

/// What stands between two texts, wherever it does.
fn between<'t>(text: &'t str, start: &'t str, end: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split(end).next())
}

struct List {
    page: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

async fn read(it: &Application, secret: &str, address: &str) -> List {
    let (status, page) = it.get(Some(secret), address).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    let (status, text) = it.get(Some(secret), &with(address, "unduh", "csv")).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|it| it.expect("CSV").iter().map(str::to_owned).collect());
    let mut rows: Vec<Vec<String>> = rows.collect();
    let head = rows.remove(0);
    List { page, head, rows }
}

#[tokio::test]
async fn every_list_can_be_searched_sorted_narrowed_and_taken_away() {
    let it = filled();
    for (akun, address) in LISTS {
        let secret = it.session(akun);
        let whole = read(&it, &secret, address).await;
        assert!(whole.rows.len() > 1, "{address}: the example has too few rows");
        assert!(whole.page.contains("name=\"cari\""), "{address} cannot be searched");
        for format in ["xlsx", "csv"] {
            let named = whole.page.contains(&format!("unduh={format}"));
            assert!(named, "{address} does not offer {format}");
        }
        let (_, book) = it.get(Some(&secret), &with(address, "unduh", "xlsx")).await;
        assert!(book.starts_with("PK"), "{address}: no workbook");

        let longest = whole.rows[0].iter().max_by_key(|it| it.chars().count()).expect("cells");
        let found = read(&it, &secret, &with(address, "cari", longest)).await;
        assert!(found.rows.contains(&whole.rows[0]), "{address}: «{longest}» is not found");
        let none = read(&it, &secret, &with(address, "cari", "zzz tidak ada")).await;
        assert!(none.rows.is_empty(), "{address}: found what is not there");
        assert!(none.page.contains("Tidak ada yang cocok"), "{address} does not say that");

        let orders: Vec<&str> = between(&whole.page, "<option value=\"-", "\"").collect();
        assert!(!orders.is_empty(), "{address} cannot be sorted");
        for name in orders {
            let up = read(&it, &secret, &with(address, "urut", name)).await;
            let down = read(&it, &secret, &with(address, "urut", &format!("-{name}"))).await;
            let sorted = |list: &List| {
                let mut rows = list.rows.clone();
                rows.sort();
                rows
            };
            assert_eq!(sorted(&up), sorted(&whole), "{address} loses rows by {name}");
            assert_eq!(sorted(&down), sorted(&whole), "{address} loses rows by {name}");
            let distinct = |list: &List, place: usize| {
                list.rows
                    .iter()
                    .map(|row| row[place].clone())
                    .filter(|it| !it.is_empty())
                    .collect::<Vec<_>>()
            };
            // One of the columns is in order: the one that was asked for.
            let is_turned = (0..whole.head.len()).any(|place| {
                let mut turned = distinct(&down, place);
                turned.reverse();
                turned == distinct(&up, place)
            });
            assert!(is_turned, "{address}: {name} does not turn round");
        }

        for select in between(&whole.page, "<select id=\"saring-", "</select>") {
            let name = select.split('"').next().unwrap_or_default();
            for value in between(select, "<option value=\"", "\"").filter(|it| !it.is_empty()) {
                let value = value.replace("&amp;", "&").replace("&quot;", "\"");
                let some = read(&it, &secret, &with(address, name, &value)).await;
                assert!(!some.rows.is_empty(), "{address}: nothing is {name} {value}");
                let is_part = some.rows.iter().all(|row| whole.rows.contains(row));
                assert!(is_part && some.rows.len() <= whole.rows.len(), "{address}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn a_quarter_is_locked_for_every_office_that_has_it_approved() {
    let it = filled();
    let tahun = Tahun::new(2023).expect("a year");
    let day = jiff::civil::Date::constant(2024, 2, 1);
    for (perangkat, steps) in [
        ("BKPSDM", &[Langkah::Ajukan, Langkah::Verifikasi, Langkah::Setujui][..]),
        ("DINKES", &[Langkah::Ajukan][..]),
    ] {
        let key = BerkasKey { perangkat: perangkat.to_owned(), tahun };
        let berkas = it.store.find(&key).expect("the example");
        for (versi, langkah) in (0..).zip(steps.iter().copied()) {
            let triwulan = Triwulan::I;
            let new =
                NewLangkah { triwulan, langkah, versi, alasan: None, sampai: None, hari: day };
            let who = Pelaku { nama: langkah.code().to_owned(), ..pelaku() };
            it.store.take_step(&who, &berkas, new).expect("a step");
        }
    }
    let (secret, address) = (it.session("verifikator"), "/kota/2023/pengukuran");
    let (status, page) =
        it.post(&secret, &format!("{address}/kunci"), &[("triwulan", "tw1")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let of_first = read(&it, &secret, &with(address, "triwulan", "I")).await;
    let mut states: Vec<&str> = of_first.rows.iter().map(|row| row[2].as_str()).collect();
    states.sort_unstable();
    assert_eq!(states, ["Diajukan", "Dikunci"]);
}

#[tokio::test]
async fn the_trail_is_filtered_by_the_days_of_the_offices() {
    let it = Application::new();
    let berkas = it.store.list().expect("offices")[0].clone();
    // Half past one in the night of the second, where the offices are seven hours ahead.
    let at_night = Pelaku { waktu: "2024-03-01T18:30:00.5Z".to_owned(), ..pelaku() };
    it.store
        .add_komentar(&at_night, &berkas, "uji", ("pengukuran/tw1", "larut malam"))
        .expect("it");
    let secret = it.session("inspektorat");
    for (day, is_there) in [("2024-03-01", false), ("2024-03-02", true), ("2024-03-03", false)] {
        let address = format!("/jejak-audit?sejak={day}&sampai={day}");
        let (_, page) = it.get(Some(&secret), &address).await;
        assert_eq!(page.contains("larut malam"), is_there, "{day}");
    }
}

/// Long tables that are no lists: a document that is read whole, and what is small by its nature.
const NO_LISTS: &[&str] = &[
    "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/dokumen",
    "/pd/{perangkat}/{tahun}/ukur",
    "/pd/{perangkat}/{tahun}/jejak",
    "/pd/{perangkat}/{tahun}/tabel/{tabel}/unggah",
    "/dokumentasi-api",
];

#[tokio::test]
async fn no_page_has_a_long_table_that_cannot_be_searched() {
    let it = filled();
    for route in routes() {
        let is_page = route.method == Method::GET && !route.is_api();
        if !is_page || NO_LISTS.contains(&route.path) {
            continue;
        }
        let akun =
            if route.path.starts_with("/administrasi") { "administrator" } else { "verifikator" };
        let (status, page) =
            it.get(Some(&it.session(akun)), &crate::access::address(route.path)).await;
        if status != StatusCode::OK {
            continue;
        }
        for table in between(&page, "<table", "</table>") {
            let n_rows = table.matches("<tr").count();
            let is_searched = page.contains("name=\"cari\"") || page.contains("name=\"objek\"");
            assert!(n_rows <= 16 || is_searched, "{}: {n_rows} rows and no search", route.path);
        }
    }
}

#[tokio::test]
async fn the_sheet_of_the_measurement_is_searched_and_taken_away() {
    let it = Application::new();
    let secret = it.session("perencana");
    let sheet = "/pd/BKPSDM/2023/ukur?tw=4";
    let (_, page) = it.get(Some(&secret), sheet).await;
    assert!(page.contains("Disiplin") && page.contains("tepat waktu"), "{page}");
    let (_, page) = it.get(Some(&secret), &with(sheet, "cari", "disiplin")).await;
    assert!(page.contains("Disiplin") && !page.contains("tepat waktu"), "{page}");
    let (_, page) = it.get(Some(&secret), &with(sheet, "cari", "zzz")).await;
    assert!(page.contains("Tidak ada yang cocok"), "{page}");
    let (_, csv) = it.get(Some(&secret), &with(sheet, "unduh", "csv")).await;
    let lines: Vec<&str> = csv.lines().filter(|it| it.contains("Disiplin")).collect();
    assert!(lines.iter().any(|it| it.contains("Capaian s.d.")), "{csv}");
    assert!(csv.lines().next().is_some_and(|it| it.contains("TW IV")), "{csv}");
    for part in ["anggaran", "program"] {
        let (_, book) = it.get(Some(&secret), &format!("{sheet}&bagian={part}&unduh=xlsx")).await;
        assert!(book.starts_with("PK"), "{part}");
    }
}

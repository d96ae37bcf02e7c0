//! Hostile texts in everything that takes a text, and on every page that shows one. What is tried is read
//! from the table of routes, the declared tables and the forms themselves: what is added is tried too.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use selaras_domain::{Katalog, KodeNomenklatur, Nomenklatur, Tahun};
use selaras_package::rows::is_section;
use selaras_package::{Column, Kind, Presence, Table};
use selaras_store::{BerkasRef, NewRow, Perangkat, RowChange, StoreError, fact_tables};
use selaras_web::routes;
use serde_json::Value;

use crate::access::address;
use crate::common::{ACCOUNTS, Application, now, pelaku};
use crate::pages::{Form, FormField, Found, forms, links, reached, send, shape};
use crate::upload::{book, plan, send_to};

/// Would be code if a page did not write it as a text, in whatever place it stands.
const CODE: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}";

/// What of it must be on no page.
const RUNS: [&str; 2] = ["<script>alert", "<img src=x"];

fn runs_nothing(page: &str, place: &str) {
    for bad in RUNS {
        assert!(!page.contains(bad), "{place} runs {bad}");
    }
}

/// Who sees which pages: the city's, an office's, and the administrator's.
const READERS: [&str; 4] = ["perencana", "kepala", "verifikator", "administrator"];

// ---- Facts ----

/// Columns of texts that are read as something else: what is no formula is no fact.
const READ_AS: &[&str] = &["realisasi.predikat"];

/// A text for a column that says which one it is.
fn marked(table: &Table, column: &Column) -> String {
    format!("{CODE}{}.{}", table.name, column.name)
}

fn is_hostile(table: &Table, column: &Column) -> bool {
    let name = format!("{}.{}", table.name, column.name);
    column.kind == Kind::Text && column.target.is_none() && !READ_AS.contains(&name.as_str())
}

/// A row with a hostile text in every column of texts: one that is there, or a new one.
fn plant(it: &Application, berkas: &BerkasRef, table: &'static Table) -> Result<(), StoreError> {
    let texts: Vec<(String, String)> = table
        .columns
        .iter()
        .filter(|column| is_hostile(table, column))
        .map(|column| (column.name.to_owned(), marked(table, column)))
        .collect();
    if texts.is_empty() {
        return Ok(());
    }
    let rows = it.store.rows(berkas, table.name).expect("rows");
    match rows.first() {
        Some(row) => {
            let change = RowChange {
                tabel: table.name.to_owned(),
                baris_ke: row.baris_ke,
                versi: row.versi,
                cells: texts,
                alasan: None,
            };
            it.store.change(&pelaku(), berkas, change).map(drop)
        }
        None => {
            assert!(!is_section(table), "{} has its row", table.name);
            let others = table.columns.iter().filter(|column| {
                let is_text = texts.iter().any(|(name, _)| name == column.name);
                !is_text
                    && (column.presence == Presence::Required
                        || table.key.contains(&column.name)
                        // One of several, of which one must be.
                        || (table.name == "crosscutting" && column.name == "tujuan"))
            });
            let others = plain_cells(it, berkas, table, others.collect());
            let cells = others.into_iter().chain(texts).collect();
            let new = NewRow { tabel: table.name.to_owned(), cells, ..NewRow::default() };
            it.store.add(&pelaku(), berkas, new).map(drop)
        }
    }
}

/// What may stand in columns: what they refer to is there, whole where its name has several parts.
fn plain_cells(
    it: &Application,
    berkas: &BerkasRef,
    table: &Table,
    columns: Vec<&Column>,
) -> BTreeMap<String, String> {
    let mut cells: BTreeMap<String, String> =
        columns.iter().map(|it| (it.name.to_owned(), plain_cell(it))).collect();
    // What a whole name says overrules what one of its parts says alone.
    let mut named: Vec<(&Column, &Table)> = columns
        .into_iter()
        .filter_map(|it| Some((it, fact_tables().find(|target| Some(target.name) == it.target)?)))
        .collect();
    named.sort_by_key(|(_, target)| target.key.len());
    for (column, target) in named {
        let rows = it.store.rows(berkas, target.name).expect("rows");
        let row = rows.first().unwrap_or_else(|| panic!("{} has no row", target.name));
        let cell = |name: &str| Some(row.cells[target.column_index(name)?].clone());
        for part in target.key.iter().filter(|it| table.column_index(it).is_some()) {
            cells.extend(cell(part).filter(|_| *part != "id").map(|it| ((*part).to_owned(), it)));
        }
        cells.extend(cell("id").map(|it| (column.name.to_owned(), it)));
    }
    cells
}

fn plain_cell(column: &Column) -> String {
    match &column.kind {
        Kind::Text | Kind::Id => "uji-1".to_owned(),
        Kind::Integer | Kind::Decimal | Kind::Rupiah => "1".to_owned(),
        Kind::Year => "2023".to_owned(),
        Kind::Date => "2023-06-01".to_owned(),
        Kind::Kode => "5.03".to_owned(),
        Kind::Word(words) => words.first().map_or_else(String::new, |it| (*it).to_owned()),
    }
}

#[tokio::test]
async fn a_hostile_text_in_every_column_of_every_table_is_shown_as_a_text() {
    let it = Application::new();
    let all = it.store.list().expect("the berkas");
    let berkas = all.into_iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    let refused: Vec<String> = fact_tables()
        .filter_map(|table| Some(format!("{}: {}", table.name, plant(&it, &berkas, table).err()?)))
        .collect();
    assert!(refused.is_empty(), "no hostile row of {refused:#?}");
    let mut pages = Vec::new();
    for akun in READERS {
        pages.extend(reached(&it, akun).await);
    }
    assert!(pages.len() > 200, "{} pages", pages.len());
    for Found { address, html } in &pages {
        runs_nothing(html, address);
    }
    let names = fact_tables().flat_map(|table| {
        let hostile = table.columns.iter().filter(|column| is_hostile(table, column));
        hostile.map(|column| format!("{}.{}", table.name, column.name))
    });
    let is_shown = |name: &String| {
        let end = format!("{{{{7*7}}}}{name}");
        pages.iter().any(|it| it.html.contains(&end) && it.html.contains("&lt;script&gt;"))
    };
    let hidden: Vec<String> = names.filter(|it| !is_shown(it)).collect();
    assert!(hidden.is_empty(), "no page shows {hidden:#?}");
}

// ---- Forms ----

/// Forms that no page of these people shows.
const NOT_SHOWN: &[&str] = &[
    // For nobody who has signed in, or only in the demo, or before there is anybody.
    "/masuk",
    "/masuk/lanjut",
    "/masuk/coba",
    "/sandi/{tautan}",
    "/mulai/{tautan}",
    // After a workbook was looked at: tried below.
    "/pd/{perangkat}/{tahun}/tabel/{tabel}/terapkan",
    "/administrasi/perangkat/terapkan",
    "/administrasi/akun-xlsx/terapkan",
];

/// One of everything that has a form of its own: quarters at every station, files and rows, some of them
/// removed, agreements to sign, to change and to draft, actions, a catalogue, an office without a year, a report that
/// was not read to its end.
async fn furnish(it: &Application) {
    let step = async |akun: &str, tw: u8, step: &str, versi: u8| {
        // An office that nobody but its planner changes.
        let office = if akun == "tetangga" { "DINKES" } else { "BKPSDM" };
        let address = format!("/pd/{office}/2023/ukur/tw{tw}/{step}");
        let versi = versi.to_string();
        let secret = it.session(akun);
        let (status, page) = it.post(&secret, &address, &[("versi", &versi)]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{address}: {page}");
    };
    for tw in 2..=4 {
        step("perencana", tw, "ajukan", 0).await;
    }
    step("tetangga", 2, "ajukan", 0).await;
    for tw in 3..=4 {
        step("verifikator", tw, "verifikasi", 1).await;
    }
    step("kepala", 4, "setujui", 2).await;
    let all = it.store.list().expect("the berkas");
    let berkas = all.into_iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    let row = it.store.rows(&berkas, "faktor").expect("rows").pop().expect("a row");
    let at = (row.baris_ke, row.versi);
    it.store.remove(&pelaku(), &berkas, "faktor", at, None).expect("a removal");
    let add = |tabel: &str, cells: &[(&str, &str)]| {
        let cells = cells.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned())).collect();
        let new = NewRow { tabel: tabel.to_owned(), cells, ..NewRow::default() };
        it.store.add(&pelaku(), &berkas, new).expect("a row");
    };
    let official = [
        ("id", "lain"),
        ("nama", "Lain"),
        ("jabatan", "Sekretaris"),
        ("status", "definitif"),
        ("unit_kerja", "kepala"),
    ];
    add("pejabat", &official);
    let action = [
        ("indikator", "iku-1"),
        ("tahun", "2023"),
        ("periode", "tw1"),
        ("nomor", "1"),
        ("aksi", "Menyusun SOP"),
    ];
    add("rencana_aksi", &action);
    let signed = [("status", "ditandatangani"), ("tanggal", "2023-02-01")];
    for (id, state) in [("pk-lain", &signed[..]), ("pk-draf", &[("status", "draf")])] {
        let kind = ("jenis", "perjanjian_kinerja");
        add("dokumen", &[("id", id), kind, ("judul", "Perjanjian Lain")]);
        let parties = [("pihak_pertama", "erinasrizal"), ("pihak_kedua", "paisal")];
        let own = [("id", id), ("dokumen", id), ("tahun", "2023"), ("tempat", "Dumai")];
        add("perjanjian_kinerja", &[&own[..], &parties, state].concat());
    }
    let token = it.token("perencana");
    for query in [
        "bukti?indikator=iku-1&triwulan=tw1",
        "pindaian?perjanjian=pk-2023",
        "bukti-baris?tabel=monev_aksi&kunci=iku-1/2023/tw1/1",
    ] {
        for nama in ["a.pdf", "dihapus.pdf"] {
            let address = format!("/api/v1/berkas/BKPSDM/2023/{query}&nama={nama}");
            let (status, text) = it.call(&token, Method::POST, &address, "%PDF-1.7 uji").await;
            assert_eq!(status, StatusCode::CREATED, "{text}");
        }
    }
    for file in it.store.bukti(&berkas).expect("files") {
        if file.nama == "dihapus.pdf" {
            it.store.remove_bukti(&pelaku(), &berkas, file.id).expect("a removal");
        }
    }
    let unsigned = RowChange {
        tabel: "perjanjian_kinerja".to_owned(),
        baris_ke: 2,
        versi: 1,
        cells: vec![
            ("status".to_owned(), "diajukan".to_owned()),
            ("tanggal".to_owned(), String::new()),
        ],
        alasan: None,
    };
    it.store.change(&pelaku(), &berkas, unsigned).expect("an agreement to sign");
    // Names as they come from a file.
    let line = |kode: &str| Nomenklatur {
        kode: KodeNomenklatur::parse(kode).expect("a code"),
        nama: CODE.to_owned(),
        kinerja: Some(CODE.to_owned()),
        indikator: Some(CODE.to_owned()),
        satuan: Some(CODE.to_owned()),
    };
    let mulai = Tahun::new(2023).expect("a year");
    let lines = ["5.03.02", "5.03.02.2.01", "5.03.02.2.01.0099"].map(line);
    let katalog = Katalog::new("Kepmendagri 900.1.15.5-1317 Tahun 2023", mulai, lines);
    it.store.write_katalog(&pelaku(), 1, katalog).expect("a catalogue");
    let office = Perangkat {
        singkatan: "BARU".to_owned(),
        nama: "Dinas Baru".to_owned(),
        kode: None,
        dibentuk: None,
        berakhir: None,
        perubahan: None,
        asal: Vec::new(),
        dasar: None,
        tahun: Vec::new(),
        versi: 0,
    };
    let refused = it.store.write_perangkat(&pelaku(), 1, vec![office]).expect("an office");
    assert!(refused.is_empty(), "{refused:?}");
    let users = it.store.users().expect("people");
    let inspector = users.iter().find(|it| it.akun == "inspektorat").expect("an inspector");
    let report = ("laporan.csv", "No;Target\r\n1;80\r\n".as_bytes());
    it.store.add_reviu(&pelaku(), inspector, report, now()).expect("a report");
}

/// The address of a route that an address is of.
fn route_of(address: &str) -> Option<&'static str> {
    let path = address.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |route: &str| {
        let own: Vec<&str> = route.split('/').collect();
        let is_same = |(own, part): (&&str, &&str)| own == part || own.starts_with('{');
        own.len() == parts.len() && own.iter().zip(&parts).all(is_same)
    };
    let n_places = |it: &str| it.matches('{').count();
    let all = routes().filter(|it| it.method == Method::POST && fits(it.path)).map(|it| it.path);
    all.min_by_key(|it| n_places(it))
}

/// The fields of a form with a hostile text in one of them, or in all that take a text.
fn filled(form: &Form, token: &str, only: Option<&str>) -> Vec<FormField> {
    let mut fields = form.fields.clone();
    for field in &mut fields {
        match field.name.as_str() {
            "_t" => token.clone_into(&mut field.value),
            // Which state a form means, and which thing: without them nothing is looked at.
            "versi" | "objek" | "kode" | "rencana" if only.is_none() => {}
            name if field.is_text && only.is_none_or(|it| it == name) => {
                CODE.clone_into(&mut field.value);
            }
            _ if field.is_text && field.value.is_empty() => "uji".clone_into(&mut field.value),
            _ => {}
        }
    }
    fields
}

#[tokio::test]
async fn a_hostile_text_in_every_field_of_every_form_is_shown_as_a_text() {
    let it = Application::new();
    furnish(&it).await;
    let (mut tried, mut n_fields) = (BTreeSet::new(), 0);
    // Before a planner makes a plan of which nothing can be signed.
    for akun in ["pegawai", "kepala", "perencana", "verifikator", "inspektorat", "administrator"] {
        for page in reached(&it, akun).await {
            for form in forms(&page).into_iter().filter(|it| it.is_post) {
                let names: Vec<String> =
                    form.fields.iter().filter(|it| it.is_text).map(|it| it.name.clone()).collect();
                if !tried.insert((shape(&form.action), names.clone())) {
                    continue;
                }
                // Each field by itself, since one that is refused keeps the others from being looked at.
                let names = names.iter().filter(|it| *it != "_t");
                for only in names.map(|it| Some(it.as_str())).chain([None]) {
                    let secret = it.session(akun);
                    let token = crate::common::form_token(&secret);
                    let fields = filled(&form, &token, only);
                    let (status, shown) = send(&it, &secret, &form, &fields).await;
                    let place = format!("{} with {only:?}, from {}", form.action, page.address);
                    assert!(!status.is_server_error(), "{place}: {status} {shown}");
                    runs_nothing(&shown, &place);
                    n_fields += 1;
                }
            }
        }
    }
    assert!(n_fields > 300, "{n_fields} fields");
    let found: BTreeSet<&str> = tried.iter().filter_map(|(it, _)| route_of(it)).collect();
    let missing: Vec<&str> = routes()
        .filter(|it| it.method == Method::POST && !it.is_api())
        .map(|it| it.path)
        .filter(|it| !found.contains(it) && !NOT_SHOWN.contains(it))
        .collect();
    assert!(missing.is_empty(), "no page shows a form for {missing:#?}");
    let mut n_there = 0;
    for akun in READERS {
        // The forms have ended the roles of some; somebody new with the same roles looks.
        let fresh = format!("{akun}.baru");
        let (_, peran, perangkat) =
            ACCOUNTS.into_iter().find(|(it, ..)| *it == akun).expect("an account of the tests");
        it.appoint(&fresh, peran, perangkat);
        let pages = reached(&it, &fresh).await;
        assert!(pages.len() > 50, "{akun} sees {} pages", pages.len());
        for Found { address, html } in pages {
            runs_nothing(&html, &address);
            n_there += usize::from(html.contains("&lt;script&gt;alert"));
        }
    }
    assert!(n_there > 20, "what was sent is shown on {n_there} pages only");
}

#[tokio::test]
async fn a_hostile_text_in_a_workbook_is_shown_as_a_text_before_and_after_it_is_applied() {
    let it = Application::new();
    let table = "/pd/BKPSDM/2023/tabel/tindak_lanjut";
    let people = "/administrasi/akun-xlsx";
    let row = |cells: &[&'static str]| cells.to_vec();
    for (akun, sent, applied, shown, heads, good) in [
        (
            "perencana",
            format!("{table}/unggah"),
            format!("{table}/terapkan"),
            table,
            row(&["indikator", "tahun", "nomor", "uraian", "penanggung_jawab"]),
            row(&["iku-1", "2023", "77", CODE, CODE]),
        ),
        (
            "administrator",
            "/administrasi/perangkat/unggah".to_owned(),
            "/administrasi/perangkat/terapkan".to_owned(),
            "/administrasi/perangkat",
            row(&["singkatan", "nama", "dasar"]),
            row(&["UJI", CODE, CODE]),
        ),
        (
            "administrator",
            people.to_owned(),
            format!("{people}/terapkan"),
            "/administrasi",
            row(&["akun", "nama"]),
            row(&["uji", CODE]),
        ),
    ] {
        let secret = it.session(akun);
        let send = async |rows: &[&[&str]]| {
            let (status, page) = send_to(&it, &secret, &sent, &book(rows)).await;
            assert!(!status.is_server_error(), "{sent}: {status} {page}");
            runs_nothing(&page, &sent);
            (status, page)
        };
        // As the name of a column, and in every cell.
        send(&[&[CODE]]).await;
        let bad = vec![CODE; heads.len()];
        let (status, page) = send(&[&heads, &bad]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
        let (status, page) = send(&[&heads, &good]).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(page.contains("&lt;script&gt;alert"), "{sent} shows what would be: {page}");
        let (status, broken) = it.post(&secret, &applied, &[("rencana", CODE)]).await;
        assert!(status.is_client_error(), "{applied}: {status}");
        runs_nothing(&broken, &applied);
        let (status, page) = it.post(&secret, &applied, &[("rencana", &plan(&page))]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        let (_, page) = it.get(Some(&secret), shown).await;
        runs_nothing(&page, shown);
        assert!(page.contains("&lt;script&gt;alert"), "{shown}: {page}");
    }
}

// ---- Filters ----

/// Texts that would be more than a text in a statement of SQL, in a pattern, or in a page.
const FILTERS: [&str; 7] =
    ["' OR 1=1 --", "%' ; DROP TABLE sesi; --", "\\", "%a%", "____", "\0%", CODE];

/// A text that is in no fact.
const NOWHERE: &str = "zzqxzzqx";

/// How much a page lists.
fn listed(page: &str) -> [usize; 3] {
    ["<tr", "<li", "<article"].map(|it| page.matches(it).count())
}

fn with(address: &str, name: &str, value: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair(name, value);
    format!("{address}?{}", query.finish())
}

/// The names that the pages themselves ask for, by address: in links, and in forms that filter.
fn asked(pages: &[Found]) -> BTreeMap<String, BTreeSet<String>> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in pages {
        for link in links(&page.html) {
            let Some((path, query)) = link.split_once('?') else { continue };
            let own = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name.into_owned());
            names.entry(path.to_owned()).or_default().extend(own);
        }
        for form in forms(page).into_iter().filter(|it| !it.is_post) {
            let own = form.fields.into_iter().map(|it| it.name);
            names.entry(form.action).or_default().extend(own);
        }
    }
    names
}

#[tokio::test]
async fn a_hostile_text_in_every_filter_is_only_a_text_that_is_looked_for() {
    let it = Application::new();
    let (mut tried, mut n_filters) = (BTreeSet::new(), 0);
    for akun in READERS {
        let secret = it.session(akun);
        for (address, names) in asked(&reached(&it, akun).await) {
            for name in names {
                if !tried.insert(format!("{}{name}", shape(&address))) {
                    continue;
                }
                let ask = async |value: &str| {
                    let address = with(&address, &name, value);
                    let (status, page) = it.get(Some(&secret), &address).await;
                    assert!(!status.is_server_error(), "{address}: {status}");
                    runs_nothing(&page, &address);
                    (status, page)
                };
                let (status, plain) = ask(NOWHERE).await;
                let is_page = plain.starts_with("<!DOCTYPE html>");
                for hostile in FILTERS {
                    let (found, page) = ask(hostile).await;
                    // Every text is in the empty one that is left of a NUL, and blanks count for nothing.
                    let is_said = status == StatusCode::OK && found == StatusCode::OK && is_page;
                    if is_said && is_filter(&name) && !hostile.starts_with('\0') {
                        let place = with(&address, &name, hostile);
                        assert_eq!(listed(&page), listed(&plain), "{place} lets more through");
                    }
                    n_filters += 1;
                }
            }
        }
    }
    assert!(n_filters > 1000, "{n_filters}");
    assert!(it.store.verify(&[]).expect("a trail").is_empty());
}

/// Whether a name narrows a list: what is in no fact lets nothing through.
fn is_filter(name: &str) -> bool {
    !["hal", "tugas", "tw", "urut", "bagian", "format", "tampil", "unduh"].contains(&name)
}

#[tokio::test]
async fn a_hostile_text_in_every_place_of_an_address_finds_nothing_and_is_shown_as_a_text() {
    let it = Application::new();
    let mut n_tried = 0;
    for route in routes().filter(|it| it.method == Method::GET && it.path.contains('{')) {
        for place in route.path.split('/').filter(|it| it.starts_with('{')) {
            for hostile in FILTERS {
                let part: String = hostile.bytes().map(|it| format!("%{it:02X}")).collect();
                let address = address(&route.path.replace(place, &part));
                for akun in READERS {
                    let (status, page) = match route.is_api() {
                        true => it.call(&it.token(akun), Method::GET, &address, "").await,
                        false => it.get(Some(&it.session(akun)), &address).await,
                    };
                    let place = format!("{place} of {}: {hostile:?}", route.path);
                    assert!(!status.is_server_error(), "{place}: {status} {page}");
                    // What is JSON is never read as a page.
                    if !route.is_api() {
                        runs_nothing(&page, &place);
                    }
                    n_tried += 1;
                }
            }
        }
    }
    assert!(n_tried > 1000, "{n_tried}");
}

#[tokio::test]
async fn a_hostile_text_in_every_parameter_of_the_api_finds_nothing_more() {
    let it = Application::new();
    let token = it.token("administrator");
    let (_, described) = it.get(None, "/api/v1/openapi.json").await;
    let described: Value = serde_json::from_str(&described).expect("a description");
    let mut n_tried = 0;
    for (path, methods) in described["paths"].as_object().expect("paths") {
        let parameters = methods["get"]["parameters"].as_array().into_iter().flatten();
        let names =
            parameters.filter(|it| it["in"] == "query").filter_map(|it| it["name"].as_str());
        for name in names {
            let ask = async |value: &str| {
                let address = with(&address(path), name, value);
                let (status, text) = it.call(&token, Method::GET, &address, "").await;
                assert!(!status.is_server_error(), "{address}: {text}");
                let value: Value = serde_json::from_str(&text).unwrap_or_default();
                (status, value["total"].clone())
            };
            let plain = ask(NOWHERE).await;
            for hostile in FILTERS.iter().filter(|it| !it.starts_with('\0')) {
                assert_eq!(ask(hostile).await, plain, "{path}: {name}={hostile}");
                n_tried += 1;
            }
        }
    }
    assert!(n_tried > 100, "{n_tried}");
}

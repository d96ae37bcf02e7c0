//! Pages speak to people: no names of files or columns, no marks of a markup language, no English codes.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use selaras_store::fact_tables;

use crate::common::{Application, pelaku};
use crate::pages::reached;

const OFFICE: &str = "/pd/BKPSDM/2023";

/// Elements whose text is written by people, or shown as what it is: codes, references, values.
const QUOTED: [&str; 5] = ["script", "style", "code", "pre", "textarea"];

/// What a person reads of a page, line by line: its texts, and what is told when one points or listens.
fn visible(html: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        lines.push(unescaped(&rest[..start]));
        let Some((tag, after)) = rest[start + 1..].split_once('>') else { break };
        for attribute in [" title=\"", " aria-label=\"", " placeholder=\""] {
            let value = tag.split_once(attribute).and_then(|(_, it)| it.split('"').next());
            lines.extend(value.map(unescaped));
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        rest = match QUOTED.contains(&name) {
            true => after.split_once(&format!("</{name}>")).map_or("", |(_, it)| it),
            false => after,
        };
    }
    lines
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Words of the program that are no words of a planner.
const CODES: [&str; 9] =
    ["half", "even", "truncate", "range", "scale", "pos", "neg-lan", "neg-inv", "neg-red"];

/// Whether a text speaks of files, columns or codes. Names that an office has given are its own.
fn is_technical(line: &str, own: &BTreeSet<String>) -> bool {
    let is_of_word = |it: char| !(it.is_alphanumeric() || matches!(it, '_' | '.' | '-' | '/'));
    let is_code = |word: &str| {
        let word = word.trim_matches(['.', '/', '-']);
        let has_joint = word.split('_').filter(|it| !it.is_empty()).count() > 1;
        let is_file = [".csv", ".md", ".toml"].iter().any(|it| word.ends_with(it));
        (has_joint || is_file || CODES.contains(&word)) && !own.contains(word)
    };
    line.contains('`') || line.split(is_of_word).any(is_code)
}

/// The names that the office has given to variables, registers and documents.
fn own_names(it: &Application) -> BTreeSet<String> {
    let berkas = it.store.list().expect("the berkas");
    let berkas = berkas.iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    let facts = it.store.berkas(berkas).expect("the facts");
    let variables = facts.variabel.iter().map(|it| it.id.to_string());
    let registers = facts.register.iter().map(|it| it.id.to_string());
    variables.chain(registers).collect()
}

fn faults(address: &str, html: &str, own: &BTreeSet<String>) -> Vec<String> {
    let lines = visible(html);
    let found = lines.iter().filter(|it| is_technical(it, own));
    found.map(|it| format!("{address}: {}", it.trim())).collect()
}

#[tokio::test]
async fn no_page_speaks_of_files_columns_or_codes() {
    let it = Application::new();
    let own = own_names(&it);
    let mut found = Vec::new();
    for akun in ["administrator", "perencana", "verifikator"] {
        for page in reached(&it, akun).await {
            // The manual of the API is for those who write programs; a value of the trail is what it was.
            let is_technical = ["/dokumentasi-api", "/api", "/jejak-audit"];
            if !is_technical.iter().any(|it| page.address.starts_with(it)) {
                found.extend(faults(&page.address, &page.html, &own));
            }
        }
    }
    let secret = it.session("perencana");
    for table in fact_tables() {
        for rest in ["", "/1", "/baru", "/unggah"] {
            let address = format!("{OFFICE}/tabel/{}{rest}", table.name);
            let (status, html) = it.get(Some(&secret), &address).await;
            if status == StatusCode::OK {
                found.extend(faults(&address, &html, &own));
            }
        }
    }
    found.dedup();
    assert!(found.is_empty(), "{} texts:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn an_empty_form_says_of_each_field_what_to_write_in_words() {
    let it = Application::new();
    let own = own_names(&it);
    let secret = it.session("perencana");
    let mut found = Vec::new();
    for table in fact_tables() {
        let address = format!("{OFFICE}/tabel/{}/baru", table.name);
        let fields: Vec<(String, &str)> =
            table.columns.iter().map(|it| (format!("k:{}", it.name), "")).collect();
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, it)| (name.as_str(), *it)).collect();
        let (status, html) = it.post(&secret, &address, &fields).await;
        if status == StatusCode::UNPROCESSABLE_ENTITY {
            found.extend(faults(&address, &html, &own));
        }
    }
    assert!(found.is_empty(), "{} texts:\n{}", found.len(), found.join("\n"));
    let address = format!("{OFFICE}/tabel/kasus_layanan/baru");
    let (_, html) =
        it.post(&secret, &address, &[("k:layanan", ""), ("k:diterima", "30-02-2023")]).await;
    for said in [
        "Layanan: belum diisi; pilih salah satu dari daftarnya.",
        "Diterima: «30-02-2023» bukan tanggal; isi tanggal yang ada pada kalender, misalnya 29 Desember 2023.",
    ] {
        assert!(html.contains(said), "{said}\n{html}");
    }
}

#[tokio::test]
async fn options_show_words_and_keep_their_codes() {
    let it = Application::new();
    let secret = it.session("perencana");
    let (_, html) = it.get(Some(&secret), &format!("{OFFICE}/tabel/indikator/1")).await;
    for option in [
        "value=\"half_up\">setengah ke atas<",
        "value=\"turun\">makin rendah makin baik<",
        "value=\"scale\">menurut nilai predikat<",
    ] {
        assert!(html.contains(option), "{option}\n{html}");
    }
}

#[tokio::test]
async fn what_keeps_the_report_from_being_made_leads_to_where_it_is_mended() {
    let it = Application::new();
    let berkas = it.store.list().expect("the berkas");
    let berkas = berkas.iter().find(|it| it.key.perangkat == "BKPSDM").expect("the example");
    for row in it.store.rows(berkas, "fungsi").expect("rows") {
        let at = (row.baris_ke, row.versi);
        it.store.remove(&pelaku(), berkas, "fungsi", at, None).expect("removed");
    }
    let secret = it.session("perencana");
    let (status, html) = it.get(Some(&secret), &format!("{OFFICE}/lkjip")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Laporan belum dapat dibuat"), "{html}");
    assert!(html.contains(">Buka tabel Fungsi</a>") && html.contains("tabel/fungsi"), "{html}");
    assert!(faults("/lkjip", &html, &BTreeSet::new()).is_empty(), "{html}");
}

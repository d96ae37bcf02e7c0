//! Cari: any office, indicator, program, document, person or page by its name.

use maud::html;

use crate::ask::{Answer, Ask, Reply};
use crate::context::{part, with_query};
use crate::frame::{Head, Phase, office_address, page};
use crate::permission::Permission;
use crate::widget;

/// Results of each kind that a page shows.
const SHOWN: usize = 20;
/// Letters of a search.
const LONGEST: usize = 200;

pub(crate) fn search(ask: &Ask<'_>) -> Answer {
    // Nobody looks for a name longer than this, and a database takes no pattern of any length.
    let wanted: String = ask.query.get("q").to_lowercase().chars().take(LONGEST).collect();
    let pemda = ask.pengguna()?.pemda;
    let mut found: Vec<(&str, String, String)> = Vec::new();
    if !wanted.is_empty() {
        let all = ask.store().list()?;
        let readable = all.into_iter().filter(|it| {
            it.pemda == pemda && ask.may(Permission::ReadOffice, Some(&it.key.perangkat))
        });
        let mut latest: Vec<selaras_store::BerkasRef> = Vec::new();
        for it in readable {
            match latest.iter_mut().find(|other| other.key.perangkat == it.key.perangkat) {
                Some(other) if other.key.tahun < it.key.tahun => *other = it,
                Some(_) => {}
                None => latest.push(it),
            }
        }
        let names: std::collections::BTreeMap<String, String> =
            ask.store().perangkat(pemda)?.into_iter().map(|it| (it.singkatan, it.nama)).collect();
        let key_of = |id: i64| latest.iter().find(|it| it.id == id).map(|it| &it.key);
        for it in &latest {
            let nama = names.get(&it.key.perangkat).map_or("", String::as_str);
            let words = format!("{nama} ({})", it.key.perangkat);
            if words.to_lowercase().contains(&wanted) {
                found.push((
                    "Perangkat daerah",
                    words,
                    office_address(&it.key.perangkat, it.key.tahun),
                ));
            }
        }
        let ids: Vec<i64> = latest.iter().map(|it| it.id).collect();
        for (kind, table, column) in [
            ("Indikator", "indikator", "nama"),
            ("Program dan kegiatan", "program_kegiatan", "nama"),
            ("Dokumen", "dokumen", "judul"),
            ("Pejabat", "pejabat", "nama"),
        ] {
            for (berkas, text) in ask.store().find_text(pemda, (table, column), &wanted, &ids)? {
                let Some(key) = key_of(berkas) else { continue };
                let page = format!("/pd/{}/{}/tabel/{table}", part(&key.perangkat), key.tahun);
                found.push((kind, format!("{text} ({key})"), with_query(&page, "cari", &text)));
            }
        }
    }
    let mut kinds: Vec<&str> = found.iter().map(|(kind, ..)| *kind).collect();
    kinds.dedup();
    let body = html! {
        form.saring role="search" aria-label="Saring daftar ini" {
            label for="cari-besar" { "Cari" } input #cari-besar type="search" name="q" value=(ask.query.get("q")) autofocus;
            button { "Cari" }
        }
        @if wanted.is_empty() { (widget::empty("Ketik nama perangkat daerah, indikator, program, dokumen, atau pejabat.", None)) }
        @else if found.is_empty() { (widget::empty(&format!("Tidak ada yang bernama «{}».", ask.query.get("q")), None)) }
        @for kind in kinds {
            section { h2 { (kind) }
                ul.daftar { @for (_, words, address) in found.iter().filter(|(it, ..)| *it == kind).take(SHOWN) { li { a href=(address) { (words) } } } }
            }
        }
    };
    Ok(Reply::page(page(ask, None, &Head::new("Cari", Phase::Home), body)))
}

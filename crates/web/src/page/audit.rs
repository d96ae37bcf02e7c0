//! Jejak audit: who did what, when, from where and why; filtered, exported, and proved whole.

use jiff::civil::Date;
use maud::html;
use selaras_store::{AuditEntry, AuditFilter};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::export::{self, Cell, List};
use crate::frame::{Head, Phase, page};
use crate::page::pengukuran::moment;
use crate::widget::{self, count, with_changes};

/// Entries of a page.
const PAGE: i64 = 50;
/// Entries of a file at most; a filter makes it fewer.
const FILE: i64 = 200_000;

pub(crate) fn filter(ask: &Ask<'_>) -> AuditFilter {
    let given = |name: &str| ask.query.given(name).map(str::to_owned);
    // What is no day lies neither before nor after one.
    let day = |name: &str| ask.query.given(name).and_then(|it| it.parse::<Date>().ok());
    let after = |it: Date| it.tomorrow().ok();
    AuditFilter {
        objek: given("objek"),
        pelaku: given("pelaku"),
        sejak: day("sejak").and_then(|it| ask.app.start_of(it)),
        sampai: day("sampai").and_then(after).and_then(|it| ask.app.start_of(it)),
        memuat: given("cari"),
        is_rising: ask.query.get("urut") == "nomor",
    }
}

fn entries(ask: &Ask<'_>, range: (i64, i64)) -> Result<Vec<AuditEntry>, Fault> {
    Ok(ask.store().audit_search(ask.pengguna()?.pemda, &filter(ask), range)?)
}

pub(crate) fn audit(ask: &Ask<'_>) -> Answer {
    if let Some(format) = ask.query.given("unduh") {
        return file(ask, format);
    }
    let pemda = ask.pengguna()?.pemda;
    let number = ask.query.get("hal").parse::<i64>().unwrap_or(1).clamp(1, 1_000_000);
    let mut rows = entries(ask, ((number - 1) * PAGE, PAGE + 1))?;
    let has_more = rows.len() as i64 > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or(50));
    let names = ask.names(rows.iter().map(|it| it.pelaku.as_str()))?;
    let head_of_chain = ask.store().heads()?.into_iter().find(|it| it.pemda == pemda);
    let to = |page: i64| with_changes("/jejak-audit", &ask.query, &[("hal", &page.to_string())]);
    let download =
        |format: &str| with_changes("/jejak-audit", &ask.query, &[("hal", ""), ("unduh", format)]);
    let body = html! {
        form.saring role="search" aria-label="Saring daftar ini" {
            div.pasang { label for="saring" { "Cari" } input #saring type="search" name="cari" value=(ask.query.get("cari")); }
            div.pasang { label for="s-objek" { "Objek berawalan" } input #s-objek name="objek" value=(ask.query.get("objek")) placeholder="berkas/BKPSDM/2023"; }
            div.pasang { label for="s-pelaku" { "Pelaku" } input #s-pelaku name="pelaku" value=(ask.query.get("pelaku")); }
            div.pasang { label for="s-sejak" { "Sejak" } input #s-sejak type="date" name="sejak" value=(ask.query.get("sejak")); }
            div.pasang { label for="s-sampai" { "Sampai" } input #s-sampai type="date" name="sampai" value=(ask.query.get("sampai")); }
            @if let Some(order) = ask.query.given("urut") { input type="hidden" name="urut" value=(order); }
            button { "Saring" }
            a href="/jejak-audit" { "Tampilkan semua" }
            a href=(download("csv")) { "Unduh CSV" } a href=(download("xlsx")) { "Unduh XLSX" }
        }
        @if head_of_chain.as_ref().is_some_and(|it| it.nomor > FILE) {
            p.lembut { "Satu unduhan memuat paling banyak " (count(FILE)) " catatan terbaru dari saringan ini, dan nama berkasnya menyebutnya bila terpotong. Saring menurut tanggal untuk yang lebih lama." }
        }
        @if rows.is_empty() { (widget::empty("Tidak ada catatan yang cocok dengan saringan ini.", None)) }
        @else {
            table.lipat {
                thead { tr { (widget::sort_head("/jejak-audit", &ask.query, ("nomor", "Nomor"), true)) th scope="col" { "Waktu" } th scope="col" { "Pelaku" } th scope="col" { "Dari" } th scope="col" { "Tindakan" } th scope="col" { "Objek" } th scope="col" { "Lama → baru" } th scope="col" { "Alasan" } } }
                tbody { @for it in &rows { tr {
                    td.angka data-judul="Nomor" title=(it.hash) { (count(it.nomor)) }
                    td data-judul="Waktu" { (moment(ask, &it.waktu)) }
                    td data-judul="Pelaku" { @let name = names.of(&it.pelaku); (name) @if name != it.pelaku { br; small.lembut { (it.pelaku) } } }
                    td.lembut data-judul="Dari" { (it.asal) }
                    td data-judul="Tindakan" { (it.tindakan) }
                    td data-judul="Objek" { code.pecah { (it.objek) } }
                    td data-judul="Lama → baru" { @if let Some(it) = &it.lama { del.pecah { (widget::short(it, 120)) } } @if it.lama.is_some() && it.baru.is_some() { " → " } @if let Some(it) = &it.baru { ins.pecah { (widget::short(it, 120)) } } }
                    td data-judul="Alasan" { (it.alasan.as_deref().unwrap_or("")) }
                } } }
            }
            nav.halaman aria-label="Halaman jejak" {
                @if number > 1 { a href=(to(number - 1)) rel="prev" { "← Sebelumnya" } }
                @if has_more { a href=(to(number + 1)) rel="next" { "Berikutnya →" } }
            }
        }
    };
    let state = html! {
        @match &head_of_chain {
            Some(it) => { (count(it.nomor)) " catatan. Kepala rantai: " code.pecah { (it.hash) } },
            None => "Belum ada catatan.",
        }
    };
    let head = Head::new("Jejak audit", Phase::Administer).state(state);
    Ok(Reply::page(page(ask, None, &head, body)))
}

/// The trail as a file; it is too long to be kept in memory as a list.
fn file(ask: &Ask<'_>, format: &str) -> Answer {
    let heads =
        ["nomor", "waktu", "pelaku", "dari", "tindakan", "objek", "lama", "baru", "alasan", "hash"];
    let optional = |it: Option<String>| Cell::Text(it.unwrap_or_default());
    let row = |it: AuditEntry| {
        vec![
            Cell::Number(it.nomor.to_string()),
            Cell::Text(it.waktu),
            Cell::Text(it.pelaku),
            Cell::Text(it.asal),
            Cell::Text(it.tindakan),
            Cell::Text(it.objek),
            optional(it.lama),
            optional(it.baru),
            optional(it.alasan),
            Cell::Text(it.hash),
        ]
    };
    let mut found = entries(ask, (0, FILE + 1))?;
    // A file that is not the whole says so in its name.
    let name = match found.len() as i64 > FILE {
        true => format!("jejak-audit-{FILE}-terbaru"),
        false => "jejak-audit".to_owned(),
    };
    found.truncate(usize::try_from(FILE).unwrap_or(usize::MAX));
    let list = List {
        name,
        heads: heads.map(str::to_owned).to_vec(),
        rows: found.into_iter().map(row).collect(),
    };
    export::download(&list, format)
}

//! Remarks on a row, a quarter or a text: said where the thing stands, listed for the office, and
//! open until somebody settles them.

use maud::{Markup, html};
use selaras_domain::{Code, Triwulan};
use selaras_store::{Komentar, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, part, with_query};
use crate::export::{self, Cell, List};
use crate::frame::{Head, Phase, page, roman};
use crate::page::pengukuran::moment;
use crate::page::table::title;
use crate::widget::{self, form_token};

/// Letters of a remark.
const LONGEST: usize = 2000;

/// What a remark can be about.
enum Object<'o> {
    Row { tabel: &'o str, baris: &'o str },
    Quarter(Triwulan),
    Text(&'o str),
}

impl<'o> Object<'o> {
    fn parse(objek: &'o str) -> Option<Object<'o>> {
        match objek.split_once('/')? {
            ("pengukuran", code) => Triwulan::from_code(code).map(Object::Quarter),
            ("narasi", id) => Some(Object::Text(id)),
            (tabel, baris) if fact_tables().any(|it| it.name == tabel) => {
                baris.parse::<i64>().ok().map(|_| Object::Row { tabel, baris })
            }
            _ => None,
        }
    }

    fn address(&self, context: &Context) -> String {
        match self {
            Object::Row { tabel, baris } => context.link(&format!("tabel/{tabel}/{baris}")),
            Object::Quarter(it) => {
                with_query(&context.plain("ukur"), "tw", &nomor(*it).to_string())
            }
            Object::Text(id) => context.link(&format!("narasi/{}", part(id))),
        }
    }

    fn words(&self) -> String {
        match self {
            Object::Row { tabel, baris } => format!("{}, baris {baris}", title(tabel)),
            Object::Quarter(it) => format!("Pengukuran triwulan {}", roman(nomor(*it))),
            Object::Text(id) => format!("Narasi {id}"),
        }
    }
}

/// The remarks on one thing, and a field for another: a part of its page.
pub(crate) fn section(ask: &Ask<'_>, context: &Context, objek: &str) -> Result<Markup, Fault> {
    let mut all = ask.store().komentar(&context.berkas)?;
    all.retain(|it| it.objek == objek);
    let n_open = all.iter().filter(|it| it.selesai.is_none()).count();
    Ok(html! {
        section.komentar aria-labelledby="komentar" {
            h2 #komentar { "Komentar" @if n_open > 0 { " " span.lembut { "(" (n_open) " terbuka)" } } }
            @for it in &all { (remark(ask, context, it)) }
            details open[n_open > 0] {
                summary { "Tulis komentar" }
                form.kolom method="post" action=(context.plain("komentar")) {
                    (form_token(ask))
                    input type="hidden" name="objek" value=(objek);
                    label.tersembunyi for="komentar-isi" { "Komentar" }
                    textarea #komentar-isi name="isi" rows="3" maxlength=(LONGEST) required {}
                    button { "Kirim komentar" }
                }
            }
        }
    })
}

fn remark(ask: &Ask<'_>, context: &Context, it: &Komentar) -> Markup {
    let verb = if it.selesai.is_some() { "Buka lagi" } else { "Tandai selesai" };
    html! {
        article.ucapan.selesai[it.selesai.is_some()] {
            p.lembut { strong { (it.penulis) } ", " (moment(ask, &it.waktu)) }
            p { (it.isi) }
            form.baris-isian method="post" action=(context.plain(&format!("komentar/{}", it.id))) {
                (form_token(ask))
                input type="hidden" name="selesai" value=(if it.selesai.is_some() { "tidak" } else { "ya" });
                @if let Some((oleh, waktu)) = &it.selesai { span.lembut { "✓ Selesai: " (oleh) ", " (moment(ask, waktu)) } }
                button { (verb) span.tersembunyi { ": komentar " (it.penulis) } }
            }
        }
    }
}

/// What the list shows: those that match what is looked for, and settled ones only on demand.
fn shown(ask: &Ask<'_>, context: &Context) -> Result<(Vec<Komentar>, usize), Fault> {
    let mut all = ask.store().komentar(&context.berkas)?;
    let n_open = all.iter().filter(|it| it.selesai.is_none()).count();
    let wanted = ask.query.get("cari").to_lowercase();
    let is_whole = ask.query.get("tampil") == "semua";
    all.retain(|it| {
        let text = format!("{} {}", it.isi, it.penulis).to_lowercase();
        (is_whole || it.selesai.is_none()) && text.contains(&wanted)
    });
    match ask.query.get("urut") {
        "lama" => {}
        _ => all.reverse(),
    }
    Ok((all, n_open))
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (all, n_open) = shown(ask, &context)?;
    let here = context.plain("komentar");
    let is_whole = ask.query.get("tampil") == "semua";
    let download = |format: &str| {
        let address = widget::with_changes(&format!("{here}/unduh"), &ask.query, &[("hal", "")]);
        with_query(&address, "format", format)
    };
    let (range, pages) = widget::paging(&here, &ask.query, all.len());
    let body = html! {
        form.saring role="search" aria-label="Saring komentar" action=(here) {
            label for="saring" { "Cari" } input #saring type="search" name="cari" value=(ask.query.get("cari"));
            label { input type="checkbox" name="tampil" value="semua" checked[is_whole]; " Juga yang selesai" }
            label { input type="checkbox" name="urut" value="lama" checked[ask.query.get("urut") == "lama"]; " Terlama dahulu" }
            button { "Tampilkan" }
            a href=(download("xlsx")) { "Unduh XLSX" } a href=(download("csv")) { "Unduh CSV" }
        }
        @if all.is_empty() {
            (widget::empty("Tidak ada komentar terbuka. Komentar ditulis di bawah baris tabel, pengukuran triwulan, atau narasi.", None))
        }
        @for it in &all[range] {
            @let object = Object::parse(&it.objek);
            h2 { @match &object {
                Some(object) => a href=(object.address(&context)) { (object.words()) },
                None => (it.objek),
            } }
            (remark(ask, &context, it))
        }
        (pages)
    };
    let head = Head::new("Komentar", Phase::Facts).state(format!("{n_open} terbuka."));
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (all, _) = shown(ask, &context)?;
    let text = |it: &str| Cell::Text(it.to_owned());
    let rows = all.iter().map(|it| {
        let about = Object::parse(&it.objek).map_or_else(|| it.objek.clone(), |it| it.words());
        let (oleh, waktu) = it.selesai.as_ref().map_or(("", ""), |(oleh, waktu)| (oleh, waktu));
        vec![
            Cell::Text(about),
            text(&it.isi),
            text(&it.penulis),
            text(&it.waktu),
            text(oleh),
            text(waktu),
        ]
    });
    let heads = ["Tentang", "Komentar", "Penulis", "Waktu", "Selesai oleh", "Selesai pada"];
    let list = List {
        name: format!("komentar-{}-{}", context.perangkat(), context.tahun()),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    export::download(&list, ask.query.get("format"))
}

/// Says something about a thing that is there.
pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (objek, isi) = (ask.form.get("objek"), ask.form.get("isi"));
    let object = Object::parse(objek)
        .ok_or_else(|| Fault::Bad(format!("«{objek}» tidak dapat dikomentari.")))?;
    if isi.is_empty() || isi.chars().count() > LONGEST {
        return Err(Fault::Bad(format!(
            "Tulis komentar, paling banyak {LONGEST} huruf; kirim ulang dengan tombol kembali."
        )));
    }
    let is_there = match &object {
        Object::Row { tabel, baris } => ask
            .store()
            .rows(&context.berkas, tabel)?
            .iter()
            .any(|it| it.baris_ke.to_string() == *baris),
        Object::Text(id) => ask.store().narasi(&context.berkas)?.iter().any(|it| it.id == *id),
        Object::Quarter(_) => true,
    };
    if !is_there {
        return Err(Fault::NotFound("Yang dikomentari sudah tidak ada.".to_owned()));
    }
    let penulis = &ask.pengguna()?.nama;
    ask.store().add_komentar(&ask.pelaku(), &context.berkas, penulis, (objek, isi))?;
    Ok(Reply::go_to(&format!("{}#komentar", object.address(&context))))
}

/// Settles a remark, or opens it again.
pub(crate) fn settle(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let id = ask.params.get("id").parse().unwrap_or(-1);
    let is_settled = ask.form.get("selesai") != "tidak";
    let oleh = &ask.pengguna()?.nama;
    let it = ask.store().settle_komentar(&ask.pelaku(), &context.berkas, oleh, (id, is_settled))?;
    let address = Object::parse(&it.objek).map(|it| format!("{}#komentar", it.address(&context)));
    Ok(Reply::go_to(&address.unwrap_or_else(|| context.plain("komentar"))))
}

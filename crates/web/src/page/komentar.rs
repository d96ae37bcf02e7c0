//! Remarks on a row, a quarter or a text: said where the thing stands, listed for the office, and
//! open until somebody settles them.

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{Code, Triwulan};
use selaras_store::{Komentar, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, part, with_query};
use crate::entry::{Entry, Errors, too_long};
use crate::frame::{Head, Phase, page, roman};
use crate::list::{Column, Listing};
use crate::page::pengukuran::moment;
use crate::page::table::title;
use crate::widget::{count, form_token};

/// Letters of a remark.
pub(crate) const LONGEST: usize = 2000;

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
            h2 #komentar { "Komentar" @if n_open > 0 { " " span.lembut { "(" (count(n_open)) " terbuka)" } } }
            @for it in &all { (remark(ask, context, it)) }
            details open[n_open > 0] {
                summary { "Tulis komentar" }
                (form(ask, context, objek, &Entry::new(ask, &Errors::default(), false).marked("komentar")))
            }
        }
    })
}

/// Where a remark is written.
fn form(ask: &Ask<'_>, context: &Context, objek: &str, entry: &Entry<'_>) -> Markup {
    html! {
        form.kolom method="post" action=(context.plain("komentar")) {
            (form_token(ask))
            input type="hidden" name="objek" value=(objek);
            (entry.field("isi", "Komentar", "", |it| it.area(3, true)))
            button { "Kirim komentar" }
        }
    }
}

/// What was written and could not be said, to be mended.
fn refuse(ask: &Ask<'_>, context: &Context, object: &Object<'_>, why: String) -> Answer {
    let errors = Errors::one("isi", why);
    let entry = Entry::new(ask, &errors, true).marked("komentar");
    let body = html! {
        (entry.summary())
        (form(ask, context, ask.form.get("objek"), &entry))
        p.bawah { a href=(object.address(context)) { "Kembali ke " (object.words()) } }
    };
    let head = Head::new("Tulis komentar", Phase::Facts).state(object.words());
    let page = page(ask, Some(context), &head, body);
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
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

/// The remarks, the newest first; settled ones only on demand.
fn remarks<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
) -> Result<(usize, Listing<'a, Komentar>), Fault> {
    let mut all = ask.store().komentar(&context.berkas)?;
    let n_open = all.iter().filter(|it| it.selesai.is_none()).count();
    let is_whole = ask.query.get("tampil") == "semua";
    all.retain(|it| is_whole || it.selesai.is_none());
    all.reverse();
    let settled = |it: &Komentar| it.selesai.clone().unwrap_or_default();
    let columns = vec![
        Column::made("tentang", "Tentang", |it: &Komentar| {
            Object::parse(&it.objek).map_or_else(|| it.objek.clone(), |it| it.words())
        }),
        Column::text("komentar", "Komentar", |it: &Komentar| &it.isi),
        Column::text("penulis", "Penulis", |it: &Komentar| &it.penulis).choice(),
        Column::text("waktu", "Waktu", |it: &Komentar| &it.waktu),
        Column::made("selesai-oleh", "Selesai oleh", move |it| settled(it).0),
        Column::made("selesai-pada", "Selesai pada", move |it| settled(it).1),
    ];
    let name = format!("komentar-{}-{}", context.perangkat(), context.tahun());
    let listing = Listing::of(ask, (context.plain("komentar"), name), columns, all).more(html! {
        label { input type="checkbox" name="tampil" value="semua" checked[is_whole]; " Juga yang selesai" }
    });
    Ok((n_open, listing.nothing("Tidak ada komentar terbuka. Komentar ditulis di bawah baris tabel, pengukuran triwulan, atau narasi.", None)))
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (n_open, remarks) = remarks(ask, &context)?;
    if let Some(file) = remarks.file()? {
        return Ok(file);
    }
    let (rows, pages) = remarks.page();
    let body = html! {
        (remarks.controls())
        @if rows.is_empty() { (remarks.hollow()) }
        @for it in rows {
            @let object = Object::parse(&it.objek);
            h2 { @match &object {
                Some(object) => a href=(object.address(&context)) { (object.words()) },
                None => (it.objek),
            } }
            (remark(ask, &context, it))
        }
        (pages)
    };
    let head = Head::new("Komentar", Phase::Facts).state(format!("{} terbuka.", count(n_open)));
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// Why a remark cannot be taken as it is.
fn refused(isi: &str) -> Option<String> {
    match isi.is_empty() {
        true => Some("Komentar: belum ada yang ditulis.".to_owned()),
        false => too_long("Komentar", isi, LONGEST),
    }
}

/// Says something about a thing that is there, and gives the number of what was said.
pub(crate) fn say(
    ask: &Ask<'_>,
    context: &Context,
    (objek, isi): (&str, &str),
) -> Result<i64, Fault> {
    let object = Object::parse(objek)
        .ok_or_else(|| Fault::Facts(format!("«{objek}» tidak dapat dikomentari.")))?;
    if let Some(why) = refused(isi) {
        return Err(Fault::Facts(why));
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
    Ok(ask.store().add_komentar(&ask.pelaku(), &context.berkas, penulis, (objek, isi))?)
}

pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (objek, isi) = (ask.form.get("objek"), ask.form.get("isi"));
    let object = Object::parse(objek)
        .ok_or_else(|| Fault::Bad(format!("«{objek}» tidak dapat dikomentari.")))?;
    if let Some(why) = refused(isi) {
        return refuse(ask, &context, &object, why);
    }
    say(ask, &context, (objek, isi))?;
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

//! Token: what a person gives a program, so that it acts for them within a scope and a time.

use axum::http::StatusCode;
use jiff::SignedDuration;
use maud::{Markup, html};
use selaras_domain::Code;
use selaras_store::{Cakupan, Token};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::widget::form_token;

/// Letters of what a token is for.
const NAME: usize = 100;

/// Days that a token may hold.
const DAYS: [i64; 3] = [30, 90, 365];

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    if ask.wants_file()
        && let Some(file) = tokens(ask)?.file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(list_page(ask, &Errors::default(), None)?))
}

fn tokens<'a>(ask: &'a Ask<'a>) -> Result<Listing<'a, Token>, Fault> {
    let day = |at: jiff::Timestamp| Some(ask.app.day(at));
    let columns = vec![
        Column::text("nama", "Nama", |it: &Token| &it.nama),
        Column::text("cakupan", "Cakupan", |it: &Token| it.cakupan.code()).choice(),
        Column::date("dibuat", "Dibuat", move |it: &Token| day(it.dibuat)),
        Column::date("sampai", "Berlaku sampai", move |it: &Token| day(it.berlaku_sampai)),
        Column::text("keadaan", "Keadaan", |it: &Token| match it.berlaku_sampai <= ask.now {
            true => "lewat",
            false => "berlaku",
        })
        .choice(),
    ];
    let place = ("/token".to_owned(), "token".to_owned());
    let listing = Listing::of(ask, place, columns, ask.store().tokens(ask.pengguna()?)?);
    Ok(listing
        .tail("Cabut", |it| html! {
            form method="post" action=(format!("/token/{}/cabut", it.id)) { (form_token(ask)) button { "Cabut " (it.nama) } }
        })
        .nothing("Anda belum mempunyai token. Token dipakai program untuk membaca atau menulis atas nama Anda melalui API.", None))
}

fn list_page(ask: &Ask<'_>, errors: &Errors, secret: Option<&str>) -> Result<Markup, Fault> {
    let entry = Entry::new(ask, errors, true);
    let body = html! {
        @if let Some(secret) = secret {
            div.kabar role="status" {
                p { "Token Anda; hanya ditampilkan sekarang. Programnya mengirim kepala " code { "Authorization: Bearer …" } ":" }
                p { code.pecah { (secret) } }
            }
        }
        (tokens(ask)?.render())
        section #baru { h2 { "Token baru" }
            (entry.summary())
            form.baris-isian method="post" action="/token#baru" {
                (form_token(ask))
                (entry.field("nama", "Untuk program apa", "", |it| it.input("text", true)))
                (entry.field("cakupan", "Cakupan", "baca", |it| it.select([("baca", "baca"), ("tulis", "baca dan tulis")])))
                (entry.field("hari", "Berlaku", "30", |it| it.select(DAYS.map(|it| (it.to_string(), format!("{it} hari"))))))
                button.utama { "Buat token" }
            }
        }
        p { a href="/dokumentasi-api" { "Dokumentasi API" } }
    };
    let head = Head::new("Token saya", Phase::Administer)
        .state("Token tidak pernah dapat lebih daripada Anda sendiri.");
    Ok(page(ask, None, &head, body))
}

pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let nama = ask.form.get("nama");
    let cakupan = Cakupan::from_code(ask.form.get("cakupan"));
    let days = ask.form.get("hari").parse().ok().filter(|it| DAYS.contains(it));
    let mut errors = Errors::default();
    if nama.is_empty() || nama.chars().count() > NAME {
        errors
            .add("nama", format!("Tulis untuk program apa token ini, paling banyak {NAME} huruf."));
    }
    if cakupan.is_none() {
        errors.add("cakupan", "Cakupan: pilih baca, atau baca dan tulis.");
    }
    if days.is_none() {
        errors.add("hari", "Berlaku: pilih salah satu masa dari daftarnya.");
    }
    let (Some(cakupan), Some(days), true) = (cakupan, days, errors.is_empty()) else {
        let page = list_page(ask, &errors, None)?;
        return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let until = ask.now + SignedDuration::from_hours(days * 24);
    let akun = &ask.pengguna()?.akun;
    let secret = ask.store().add_token(&ask.pelaku(), akun, (nama, cakupan), (ask.now, until))?;
    Ok(Reply::page(list_page(ask, &Errors::default(), Some(&secret))?))
}

pub(crate) fn remove(ask: &Ask<'_>) -> Answer {
    let id = ask.params.get("id").parse().unwrap_or(0);
    ask.store().remove_token(&ask.pelaku(), ask.pengguna()?, id)?;
    Ok(Reply::go_to("/token"))
}

//! Token: what a person gives a program, so that it acts for them within a scope and a time.

use axum::http::StatusCode;
use jiff::SignedDuration;
use maud::{Markup, html};
use selaras_domain::Code;
use selaras_store::{Cakupan, Token};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::widget::{self, form_token};

/// Days that a token may hold.
const DAYS: [i64; 3] = [30, 90, 365];

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    match tokens(ask)?.file()? {
        Some(file) => Ok(file),
        None => Ok(Reply::page(list_page(ask, &[], None)?)),
    }
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

fn list_page(
    ask: &Ask<'_>,
    errors: &[(String, String)],
    secret: Option<&str>,
) -> Result<Markup, Fault> {
    let body = html! {
        @if let Some(secret) = secret {
            div.kabar role="status" {
                p { "Token Anda; hanya ditampilkan sekarang. Programnya mengirim kepala " code { "Authorization: Bearer …" } ":" }
                p { code.pecah { (secret) } }
            }
        }
        (tokens(ask)?.render())
        section { h2 { "Token baru" }
            (widget::errors(errors))
            form.baris-isian method="post" action="/token" {
                (form_token(ask))
                div { label for="f-nama" { "Untuk program apa" } input #f-nama name="nama" required value=(ask.form.get("nama")); }
                div { label for="f-cakupan" { "Cakupan" } select #f-cakupan name="cakupan" { option value="baca" { "baca" } option value="tulis" { "baca dan tulis" } } }
                div { label for="f-hari" { "Berlaku" } select #f-hari name="hari" { @for it in DAYS { option value=(it) { (it) " hari" } } } }
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
    let (Some(cakupan), Some(days), false) = (cakupan, days, nama.is_empty()) else {
        let errors = [(
            "nama".to_owned(),
            "Tulis untuk program apa token ini, dan pilih cakupan serta masanya.".to_owned(),
        )];
        return Ok(Reply::page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            list_page(ask, &errors, None)?,
        ));
    };
    let until = ask.now + SignedDuration::from_hours(days * 24);
    let akun = &ask.pengguna()?.akun;
    let secret = ask.store().add_token(&ask.pelaku(), akun, (nama, cakupan), (ask.now, until))?;
    Ok(Reply::page(list_page(ask, &[], Some(&secret))?))
}

pub(crate) fn remove(ask: &Ask<'_>) -> Answer {
    let id = ask.params.get("id").parse().unwrap_or(0);
    ask.store().remove_token(&ask.pelaku(), ask.pengguna()?, id)?;
    Ok(Reply::go_to("/token"))
}

//! Administrasi: the last days for the measurements of a year, and opening the next year of an office.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::{Code, Tahun, Triwulan};
use selaras_store::{BerkasKey, Perangkat, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::nomor;
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, office_address, page, roman};
use crate::list::{Column, Listing};
use crate::widget::form_token;

pub(crate) fn schedule(ask: &Ask<'_>) -> Answer {
    if ask.wants_file()
        && let Some(file) = last_years(ask)?.file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(schedule_page(ask, &Errors::default())?))
}

/// Each office that can go on, with its last year. One that has ended, or whose year another goes on
/// with, has no next year.
fn can_go_on(ask: &Ask<'_>) -> Result<Vec<(Perangkat, Tahun)>, Fault> {
    let offices = ask.store().perangkat(ask.pengguna()?.pemda)?.into_iter();
    let rows = offices
        .filter_map(|it| it.tahun.last().copied().map(|last| (it, last)))
        .filter(|(it, last)| Tahun::new(last.get() + 1).is_some_and(|next| it.exists_in(next)));
    Ok(rows.collect())
}

fn last_years<'a>(ask: &'a Ask<'a>) -> Result<Listing<'a, (Perangkat, Tahun)>, Fault> {
    type Row = (Perangkat, Tahun);
    let columns = vec![
        Column::text("singkatan", "Perangkat daerah", |it: &Row| &it.0.singkatan).shown(|it| {
            html! { a href=(office_address(&it.0.singkatan, it.1)) { (it.0.singkatan) } }
        }),
        Column::text("nama", "Nama", |it: &Row| &it.0.nama),
        Column::made("tahun", "Tahun terakhir", |it: &Row| it.1.to_string()).choice(),
    ];
    let place = ("/administrasi/jadwal".to_owned(), "tahun-perangkat-daerah".to_owned());
    let listing = Listing::of(ask, place, columns, can_go_on(ask)?);
    Ok(listing.tail("Buka", move |it| {
        html! {
            form method="post" action="/administrasi/tahun" {
                (form_token(ask))
                input type="hidden" name="perangkat" value=(it.0.singkatan);
                input type="hidden" name="tahun" value=(it.1);
                button { "Buka tahun " (it.1.get() + 1) span.tersembunyi { " " (it.0.singkatan) } }
            }
        }
    }))
}

fn schedule_page(ask: &Ask<'_>, errors: &Errors) -> Result<Markup, Fault> {
    let pemda = ask.pengguna()?.pemda;
    let all: Vec<_> = ask.store().list()?.into_iter().filter(|it| it.pemda == pemda).collect();
    let mut years: Vec<Tahun> = all.iter().map(|it| it.key.tahun).collect();
    years.sort_unstable();
    years.dedup();
    // How many offices have which last year; all of a year are opened at once.
    let mut counted: BTreeMap<Tahun, usize> = BTreeMap::new();
    for (_, last) in can_go_on(ask)? {
        *counted.entry(last).or_default() += 1;
    }
    counted.retain(|_, n| *n > 1);
    let mut sections = Vec::new();
    for tahun in years.iter().rev() {
        let kept = ask.store().jadwal(pemda, *tahun)?;
        let is_back = ask.path.ends_with("/jadwal") && ask.form.get("tahun") == tahun.to_string();
        let entry = Entry::new(ask, errors, is_back).marked(tahun);
        let begins = |it: &Triwulan| kept.get(it).map(ToString::to_string).unwrap_or_default();
        sections.push(html! {
            (entry.summary())
            form.baris-isian method="post" action="/administrasi/jadwal" {
                (form_token(ask))
                input type="hidden" name="tahun" value=(tahun);
                h3 { a href=(format!("/kota/{tahun}/pengukuran")) { (tahun) span.tersembunyi { ": keadaan setiap triwulan" } } }
                @for (it, code) in Triwulan::ALL {
                    (entry.field(code, format!("Triwulan {}", roman(nomor(*it))), &begins(it), |it| it.input("date", false)))
                }
                button { "Simpan jadwal " (tahun) }
            }
        });
    }
    let opening = Entry::new(ask, errors, ask.path.starts_with("/administrasi/tahun"));
    let body = html! {
        section { h2 { "Batas waktu pengukuran" }
            p.lembut { "Batas menurut keputusan pemda. Tanpa batas, halaman menyebut bahwa batasnya belum ditetapkan." }
            @for it in &sections { (it) }
            p { a href="/jejak-audit?objek=jadwal%2F" { "Riwayat jadwal" } }
        }
        section { h2 { "Buka tahun berikutnya" }
            (opening.summary())
            p { "Tahun baru dimulai dari seluruh fakta tahun sebelumnya; tahun sebelumnya tidak berubah." }
            @for (tahun, n) in &counted {
                form.baris-isian method="post" action="/administrasi/tahun/semua" {
                    (form_token(ask))
                    input type="hidden" name="tahun" value=(tahun);
                    button { "Buka tahun " (tahun.get() + 1) " untuk " (n) " perangkat daerah" }
                }
            }
            (last_years(ask)?.render())
        }
    };
    let head = Head::new("Jadwal dan tahun", Phase::Administer);
    Ok(page(ask, None, &head, body))
}

pub(crate) fn set(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let tahun = ask.form.get("tahun").parse().ok().and_then(Tahun::new);
    let tahun = tahun.ok_or_else(|| Fault::Bad("Tahun jadwal tidak dikenal.".to_owned()))?;
    let mut days = Vec::new();
    let mut errors = Errors::default();
    let mut before: Option<(Triwulan, Date)> = None;
    for (it, code) in Triwulan::ALL {
        let name = format!("Triwulan {}", roman(nomor(*it)));
        match (ask.form.given(code).map(str::parse::<Date>), before) {
            (None, _) => days.push((*it, None)),
            (Some(Err(_)), _) => {
                errors.add(code, format!("{name}: isi tanggal, misalnya 2024-04-10."))
            }
            (Some(Ok(day)), Some((earlier, last))) if day <= last => {
                errors.add(
                    code,
                    format!(
                        "{name}: batasnya harus sesudah batas triwulan {}.",
                        roman(nomor(earlier))
                    ),
                );
            }
            (Some(Ok(day)), _) => {
                before = Some((*it, day));
                days.push((*it, Some(day)));
            }
        }
    }
    if !errors.is_empty() {
        return refused(ask, &errors);
    }
    ask.store().set_jadwal(&ask.pelaku(), pemda, tahun, days)?;
    Ok(Reply::go_to("/administrasi/jadwal"))
}

pub(crate) fn open_year(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let tahun = ask.form.get("tahun").parse().ok().and_then(Tahun::new);
    let tahun = tahun.ok_or_else(|| Fault::Bad("Tahun tidak dikenal.".to_owned()))?;
    let key = BerkasKey { perangkat: ask.form.get("perangkat").to_owned(), tahun };
    let found = ask.store().find_in(pemda, &key)?;
    match ask.store().open_next_year(&ask.pelaku(), &found, ask.form.given("penerus")) {
        Ok(key) => Ok(Reply::go_to(&office_address(&key.perangkat, key.tahun))),
        Err(StoreError::Exists { .. }) => {
            let office = ask.form.given("penerus").unwrap_or(&key.perangkat);
            let why = format!("Tahun {} {office} sudah dibuka.", tahun.get() + 1);
            refused(ask, &Errors::one("", why))
        }
        Err(StoreError::Step { why }) => refused(ask, &Errors::one("", why)),
        Err(error) => Err(error.into()),
    }
}

/// Opens the next year of every office whose last year that is. Each is opened whole or not at all;
/// those that cannot be are named.
pub(crate) fn open_all(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let tahun = ask.form.get("tahun").parse().ok().and_then(Tahun::new);
    let tahun = tahun.ok_or_else(|| Fault::Bad("Tahun tidak dikenal.".to_owned()))?;
    let offices = can_go_on(ask)?.into_iter().filter(|(_, last)| *last == tahun);
    let errors = ask.long(|| {
        let mut errors = Errors::default();
        for (it, _) in offices {
            let key = BerkasKey { perangkat: it.singkatan.clone(), tahun };
            let found = ask.store().find_in(pemda, &key)?;
            match ask.store().open_next_year(&ask.pelaku(), &found, None) {
                // Opened meanwhile is opened.
                Ok(_) | Err(StoreError::Exists { .. }) => {}
                Err(StoreError::Step { why }) => {
                    errors.add("", format!("{}: {why}", it.singkatan));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(errors)
    })?;
    match errors.is_empty() {
        true => Ok(Reply::go_to("/administrasi/jadwal")),
        false => refused(ask, &errors),
    }
}

fn refused(ask: &Ask<'_>, errors: &Errors) -> Answer {
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, schedule_page(ask, errors)?))
}

//! Administrasi: the last days for the measurements of a year, and opening the next year of an office.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::{Code, Tahun, Triwulan};
use selaras_store::{BerkasKey, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::nomor;
use crate::frame::{Head, Phase, office_address, page, roman};
use crate::widget::{self, form_token};

pub(crate) fn schedule(ask: &Ask<'_>) -> Answer {
    Ok(Reply::page(schedule_page(ask, &[])?))
}

fn schedule_page(ask: &Ask<'_>, errors: &[(String, String)]) -> Result<Markup, Fault> {
    let pemda = ask.pengguna()?.pemda;
    let all: Vec<_> = ask.store().list()?.into_iter().filter(|it| it.pemda == pemda).collect();
    let mut years: Vec<Tahun> = all.iter().map(|it| it.key.tahun).collect();
    years.sort_unstable();
    years.dedup();
    // An office that has ended, or whose year another goes on with, has no next year.
    let offices = ask.store().perangkat(pemda)?;
    let last: BTreeMap<&str, Tahun> = offices
        .iter()
        .filter_map(|it| Some((it, *it.tahun.last()?)))
        .filter(|(it, last)| Tahun::new(last.get() + 1).is_some_and(|next| it.exists_in(next)))
        .map(|(it, last)| (it.singkatan.as_str(), last))
        .collect();
    let mut sections = Vec::new();
    for tahun in years.iter().rev() {
        let kept = ask.store().jadwal(pemda, *tahun)?;
        sections.push(html! {
            form.baris-isian method="post" action="/administrasi/jadwal" {
                (form_token(ask))
                input type="hidden" name="tahun" value=(tahun);
                h3 { (tahun) }
                @for (it, code) in Triwulan::ALL {
                    div {
                        label for=(format!("f-{tahun}-{code}")) { "Triwulan " (roman(nomor(*it))) }
                        input id=(format!("f-{tahun}-{code}")) type="date" name=(code) value=[kept.get(it)];
                    }
                }
                button { "Simpan jadwal " (tahun) }
            }
        });
    }
    let body = html! {
        (widget::errors(errors))
        section { h2 { "Batas waktu pengukuran" }
            p.lembut { "Batas menurut keputusan pemda. Tanpa batas, halaman menyebut bahwa batasnya belum ditetapkan." }
            @for it in &sections { (it) }
        }
        section { h2 { "Buka tahun berikutnya" }
            p { "Tahun baru dimulai dari seluruh fakta tahun sebelumnya; tahun sebelumnya tidak berubah." }
            table.lipat {
                thead { tr { th scope="col" { "Perangkat daerah" } th scope="col" { "Tahun terakhir" } th scope="col" { span.tersembunyi { "Buka" } } } }
                tbody { @for (perangkat, tahun) in &last { tr {
                    th scope="row" { a href=(office_address(perangkat, tahun)) { (perangkat) } }
                    td data-judul="Tahun terakhir" { (tahun) }
                    td { form method="post" action="/administrasi/tahun" {
                        (form_token(ask))
                        input type="hidden" name="perangkat" value=(perangkat);
                        input type="hidden" name="tahun" value=(tahun);
                        button { "Buka tahun " (tahun.get() + 1) }
                    } }
                } } }
            }
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
    let mut errors = Vec::new();
    for (it, code) in Triwulan::ALL {
        match ask.form.given(code).map(str::parse::<Date>) {
            None => days.push((*it, None)),
            Some(Ok(day)) => days.push((*it, Some(day))),
            Some(Err(_)) => errors.push((
                format!("{tahun}-{code}"),
                format!("Triwulan {}: tulis tanggal seperti 2024-04-10.", roman(nomor(*it))),
            )),
        }
    }
    if !errors.is_empty() {
        return Ok(Reply::page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            schedule_page(ask, &errors)?,
        ));
    }
    for (triwulan, day) in days {
        ask.store().set_jadwal(&ask.pelaku(), pemda, (tahun, triwulan), day)?;
    }
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
            refused(ask, format!("Tahun {} {office} sudah dibuka.", tahun.get() + 1))
        }
        Err(StoreError::Step { why }) => refused(ask, why),
        Err(error) => Err(error.into()),
    }
}

fn refused(ask: &Ask<'_>, why: String) -> Answer {
    let page = schedule_page(ask, &[(String::new(), why)])?;
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
}

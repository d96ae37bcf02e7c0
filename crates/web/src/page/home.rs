//! `/beranda`: leads each person to the page that says what they must do.

use maud::html;

use crate::ask::{Answer, Ask, Reply};
use crate::frame::{Head, Phase, office_address, page};
use crate::permission::Permission;
use crate::widget;

pub(crate) fn home(ask: &Ask<'_>) -> Answer {
    let pengguna = ask.pengguna()?;
    let day = ask.day();
    if ask.may(Permission::ReadCity, None) {
        let tahun = latest_year(ask)?;
        return Ok(Reply::go_to(&format!("/kota/{tahun}")));
    }
    let mut offices: Vec<&str> = pengguna
        .penugasan
        .iter()
        .filter(|it| it.holds_on(day))
        .filter_map(|it| it.perangkat.as_deref())
        .collect();
    offices.sort_unstable();
    offices.dedup();
    let mut found = Vec::new();
    for it in offices {
        let years = ask.store().years(pengguna.pemda, it)?;
        found.extend(years.last().map(|year| (it, *year)));
    }
    if let [(perangkat, tahun)] = found[..] {
        return Ok(Reply::go_to(&office_address(perangkat, tahun)));
    }
    let body = html! {
        @if found.is_empty() {
            (widget::empty("Akun Anda belum mempunyai peran pada perangkat daerah yang berdata. Administrator yang memberikannya.", None))
        } @else {
            ul.daftar { @for (perangkat, tahun) in found { li { a href=(office_address(perangkat, tahun)) { (perangkat) " " (tahun) } } } }
        }
    };
    Ok(Reply::page(page(ask, None, &Head::new("Beranda", Phase::Home), body)))
}

/// The last year of any office; this year where there is none.
fn latest_year(ask: &Ask<'_>) -> Result<i32, crate::ask::Fault> {
    let pemda = ask.pengguna()?.pemda;
    let years = ask.store().list()?.into_iter().filter(|it| it.pemda == pemda);
    let last = years.map(|it| i32::from(it.key.tahun.get())).max();
    Ok(last.unwrap_or_else(|| i32::from(ask.day().year())))
}

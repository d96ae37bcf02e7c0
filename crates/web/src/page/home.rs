//! `/beranda`: leads each person to the page that says what they must do; whoever has several offices
//! sees all of them.

use std::collections::BTreeMap;

use maud::html;
use selaras_domain::Tahun;
use selaras_store::BerkasRef;

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::changes;
use crate::context::{measured_quarter, until_words};
use crate::frame::{Head, Phase, office_address, page};
use crate::page::city::{self, Row};
use crate::page::office;
use crate::permission::Permission;
use crate::ringkasan;
use crate::tasks::{self, Task};
use crate::widget;

pub(crate) fn home(ask: &Ask<'_>) -> Answer {
    if ask.may(Permission::ReadCity, None) {
        let tahun = latest_year(ask)?;
        return Ok(Reply::go_to(&format!("/kota/{tahun}")));
    }
    let own = office::own(ask)?;
    match &own[..] {
        [] => {
            let body = widget::empty(
                "Akun Anda belum mempunyai peran pada perangkat daerah yang berdata. Administrator yang memberikannya.",
                None,
            );
            Ok(Reply::page(page(ask, None, &Head::new("Beranda", Phase::Home), body)))
        }
        [one] => Ok(Reply::go_to(&office_address(&one.key.perangkat, one.key.tahun))),
        all => offices(ask, all),
    }
}

/// What waits in all of somebody's offices, how they stand, and what has changed in them.
fn offices(ask: &Ask<'_>, own: &[BerkasRef]) -> Answer {
    let mut tasks: Vec<Task> = Vec::new();
    // Offices are shown beside each other by year: what is measured in one year is measured at one time.
    let mut by_year: BTreeMap<Tahun, Vec<Row>> = BTreeMap::new();
    for berkas in own {
        let waiting = office::waiting(ask, berkas.clone())?;
        tasks.extend(waiting.into_iter().map(|it| it.of_office(&berkas.key.perangkat)));
        if let Some(found) = ringkasan::of(ask, berkas)? {
            let tahun = berkas.key.tahun;
            let row = city::row_of(ask, found, measured_quarter(ask, tahun))?;
            by_year.entry(tahun).or_default().push(row);
        }
    }
    tasks::sort(&mut tasks);
    let named: Vec<&BerkasRef> = own.iter().collect();
    let body = html! {
        div.dua {
            (tasks::section(ask, "/beranda", &tasks))
            (changes::section(ask, &named)?)
        }
        section aria-labelledby="perangkat" {
            h2 #perangkat { "Perangkat daerah Anda" }
            @for (tahun, rows) in by_year.iter().rev() {
                @let triwulan = measured_quarter(ask, *tahun);
                p.lembut { "Keadaan " (until_words(*tahun, triwulan)) "." }
                (city::table(rows, *tahun, triwulan, &city::plain_head))
            }
        }
    };
    let head = Head::new("Beranda", Phase::Home).state(tasks::state(ask, &tasks));
    Ok(Reply::page(page(ask, None, &head, body)))
}

/// The last year of any office; this year where there is none.
fn latest_year(ask: &Ask<'_>) -> Result<i32, Fault> {
    let pemda = ask.pengguna()?.pemda;
    let years = ask.store().list()?.into_iter().filter(|it| it.pemda == pemda);
    let last = years.map(|it| i32::from(it.key.tahun.get())).max();
    Ok(last.unwrap_or_else(|| i32::from(ask.day().year())))
}

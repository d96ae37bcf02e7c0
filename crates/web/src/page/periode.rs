//! Periode: where the measurement of every office stands in every quarter of a year, until when what
//! was unlocked is open, and the lock for all that are approved.

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::{Code, Tahun, Triwulan};
use selaras_store::{BerkasRef, Langkah, NewLangkah, Pengajuan, Status, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{nomor, tahun, with_query};
use crate::frame::{Head, Phase, office_address, page, roman};
use crate::list::{Column, Listing};
use crate::page::pengukuran::moment;
use crate::permission::Permission;
use crate::ringkasan::TRIWULAN;
use crate::status;
use crate::widget::{self, count, form_token};

/// A quarter of an office.
struct Quarter {
    berkas: BerkasRef,
    nama: String,
    triwulan: Triwulan,
    /// Absent for a draft that was never submitted.
    pengajuan: Option<Pengajuan>,
    /// The last day for it.
    batas: Option<Date>,
}

impl Quarter {
    fn status_on(&self, day: Date) -> Status {
        self.pengajuan.as_ref().map_or(Status::Draf, |it| it.status_on(day))
    }

    /// Days by which it is behind its last day, while nothing has come in.
    fn days_late(&self, day: Date) -> Option<i32> {
        let is_out = matches!(self.status_on(day), Status::Draf | Status::Perbaikan);
        let late = self.batas?.until(day).ok()?.get_days();
        (is_out && late > 0).then_some(late)
    }
}

/// Those of a year, office by office.
fn quarters(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<Quarter>, Fault> {
    let pemda = ask.pengguna()?.pemda;
    let jadwal = ask.store().jadwal(pemda, tahun)?;
    let mut all = Vec::new();
    for mut it in ask.store().ringkasan(pemda, tahun)? {
        for triwulan in TRIWULAN {
            all.push(Quarter {
                berkas: it.berkas.clone(),
                nama: it.nama.clone(),
                triwulan,
                pengajuan: it.pengajuan.remove(&triwulan),
                batas: jadwal.get(&triwulan).copied(),
            });
        }
    }
    Ok(all)
}

fn here(tahun: Tahun) -> String {
    format!("/kota/{tahun}/pengukuran")
}

fn listing<'a>(ask: &'a Ask<'a>, tahun: Tahun, rows: Vec<Quarter>) -> Listing<'a, Quarter> {
    let day = ask.day();
    let columns = vec![
        Column::text("perangkat", "Perangkat daerah", |it: &Quarter| &it.nama).shown(move |it| {
            let page = format!("{}/ukur", office_address(&it.berkas.key.perangkat, tahun));
            let address = with_query(&page, "tw", &nomor(it.triwulan).to_string());
            html! { a href=(address) { (it.nama) } }
        }),
        Column::text("triwulan", "Triwulan", |it: &Quarter| roman(nomor(it.triwulan))).choice(),
        Column::text("keadaan", "Keadaan", move |it: &Quarter| it.status_on(day).words())
            .choice()
            .shown(move |it| status::submission(it.status_on(day))),
        Column::date("batas", "Batas", |it: &Quarter| it.batas),
        Column::number("lewat", "Lewat (hari)", move |it: &Quarter| it.days_late(day)),
        Column::made("waktu", "Langkah terakhir", |it: &Quarter| {
            it.pengajuan.as_ref().map_or_else(String::new, |it| it.waktu.clone())
        })
        .shown(|it| {
            html! { @match &it.pengajuan {
                Some(it) if !it.waktu.is_empty() => (moment(ask, &it.waktu)),
                _ => span.kosong { "–" },
            } }
        }),
        Column::date("dibuka-sampai", "Dibuka sampai", |it: &Quarter| {
            it.pengajuan.as_ref().and_then(|it| it.dibuka_sampai)
        }),
        Column::made("pesan", "Alasan", |it: &Quarter| {
            it.pengajuan.as_ref().and_then(|it| it.pesan.clone()).unwrap_or_default()
        }),
    ];
    Listing::of(ask, (here(tahun), format!("pengukuran-{tahun}")), columns, rows)
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let tahun = tahun(ask)?;
    if ask.wants_file()
        && let Some(file) = listing(ask, tahun, quarters(ask, tahun)?).file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(list_page(ask, tahun, &[])?))
}

fn list_page(ask: &Ask<'_>, tahun: Tahun, errors: &[(String, String)]) -> Result<Markup, Fault> {
    let rows = quarters(ask, tahun)?;
    let day = ask.day();
    let n_of = |wanted: Status| rows.iter().filter(|it| it.status_on(day) == wanted).count();
    let n_late = rows.iter().filter(|it| it.days_late(day).is_some()).count();
    let state = format!(
        "{} triwulan dikunci, {} dibuka kembali, {} lewat batas.",
        count(n_of(Status::Dikunci)),
        count(n_of(Status::Dibuka)),
        count(n_late)
    );
    let approved = TRIWULAN
        .map(|it| rows.iter().filter(|row| row.triwulan == it && is_approved(row, day)).count());
    let body = html! {
        (widget::errors(errors))
        @if ask.may(Permission::Lock, None) && approved.iter().any(|it| *it > 0) {
            div.alat {
                @for (it, n) in TRIWULAN.iter().zip(approved).filter(|(_, n)| *n > 0) {
                    form method="post" action={ (here(tahun)) "/kunci" } {
                        (form_token(ask))
                        input type="hidden" name="triwulan" value=(it.code());
                        button { "Kunci " (n) " yang disetujui, triwulan " (roman(nomor(*it))) }
                    }
                }
            }
        }
        (listing(ask, tahun, rows).render())
    };
    let head = Head::new(format!("Periode dan kunci {tahun}"), Phase::City).state(state);
    Ok(page(ask, None, &head, body))
}

fn is_approved(it: &Quarter, day: Date) -> bool {
    it.status_on(day) == Status::Disetujui
}

/// Locks a quarter for every office that has it approved. Each lock is one by itself: what somebody
/// else has moved meanwhile stays, and is named.
pub(crate) fn lock(ask: &Ask<'_>) -> Answer {
    let tahun = tahun(ask)?;
    let code = ask.form.get("triwulan");
    let triwulan = Triwulan::from_code(code)
        .ok_or_else(|| Fault::Bad(format!("Tidak ada triwulan «{code}».")))?;
    let mut errors = Vec::new();
    for it in quarters(ask, tahun)? {
        let (true, Some(pengajuan)) =
            (it.triwulan == triwulan && is_approved(&it, ask.day()), &it.pengajuan)
        else {
            continue;
        };
        let new = NewLangkah {
            triwulan,
            langkah: Langkah::Kunci,
            versi: pengajuan.versi,
            alasan: None,
            sampai: None,
            hari: ask.day(),
        };
        match ask.store().take_step(&ask.pelaku(), &it.berkas, new) {
            Ok(_) => {}
            Err(StoreError::Step { why }) => errors.push(format!("{}: {why}", it.nama)),
            Err(StoreError::Conflict { .. }) => {
                errors.push(format!("{}: orang lain lebih dahulu mengubah keadaannya.", it.nama));
            }
            Err(error) => return Err(error.into()),
        }
    }
    if errors.is_empty() {
        return Ok(Reply::go_to(&here(tahun)));
    }
    let errors: Vec<_> = errors.into_iter().map(|it| (String::new(), it)).collect();
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, list_page(ask, tahun, &errors)?))
}

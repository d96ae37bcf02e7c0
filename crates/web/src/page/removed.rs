//! Baris yang dihapus: what was removed from a table, by whom and when, and the way back.

use std::rc::Rc;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_package::Table;
use selaras_store::{RemovedRow, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::page::pengukuran::moment;
use crate::page::table::{is_editable, name_of, refused, shown, table, table_to_edit, title};
use crate::widget::{self, form_token};

/// Where the removed rows of a table are listed.
pub(crate) fn address(context: &Context, table: &Table) -> String {
    context.plain(&format!("tabel/{}/dihapus", table.name))
}

/// A row that could not come back, and why.
type Wrong = (i64, String);

fn rows<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
    table: &'static Table,
    wrong: Option<&'a Wrong>,
) -> Result<Listing<'a, RemovedRow>, Fault> {
    let may_edit = is_editable(ask, context, table);
    let all = ask.store().removed(&context.berkas, table.name)?;
    let people = all.iter().flat_map(|it| {
        [Some(it.pelaku.as_str()), it.restored.as_ref().map(|(oleh, _)| oleh.as_str())]
    });
    let names = Rc::new(ask.names(people.flatten())?);
    let own = Rc::clone(&names);
    let columns = vec![
        Column::text("dihapus", "Dihapus", |it: &RemovedRow| &it.waktu)
            .shown(|it| html! { (moment(ask, &it.waktu)) }),
        Column::made("oleh", "Oleh", move |it: &RemovedRow| own.of(&it.pelaku).to_owned()).choice(),
        Column::made("isi", "Isi", |it| words(table, it)).shown(|it| match &it.cells {
            Some(_) => html! { (words(table, it)) },
            None => html! { span.lembut { "Isinya ada pada jejak audit nomor " (it.nomor) "." } },
        }),
        Column::text("alasan", "Alasan", |it: &RemovedRow| {
            it.alasan.as_deref().unwrap_or_default()
        }),
        Column::made("dipulihkan", "Dipulihkan", move |it: &RemovedRow| match &it.restored {
            Some((oleh, waktu)) => format!("{}, {}", names.of(oleh), moment(ask, waktu)),
            None => String::new(),
        }),
    ];
    let file = format!("{}-dihapus-{}-{}", table.name, context.perangkat(), context.tahun());
    let listing = Listing::of(ask, (address(context, table), file), columns, all);
    let listing = listing.nothing("Belum ada baris yang dihapus dari tabel ini.", None);
    Ok(match may_edit {
        true => listing.tail("Pulihkan", move |it| recovery(ask, context, table, it, wrong)),
        false => listing,
    })
}

/// The cells of a row as people read them.
fn words(table: &Table, it: &RemovedRow) -> String {
    let Some(cells) = &it.cells else { return String::new() };
    let filled = table.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    let parts =
        filled.map(|(column, cell)| format!("{}: {}", title(column.name), shown(column, cell)));
    parts.collect::<Vec<_>>().join(" · ")
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    if ask.wants_file()
        && let Some(file) = rows(ask, &context, table, None)?.file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(list_page(ask, &context, table, None)?))
}

fn list_page(
    ask: &Ask<'_>,
    context: &Context,
    table: &'static Table,
    wrong: Option<&Wrong>,
) -> Result<Markup, Fault> {
    let errors: Vec<_> =
        wrong.iter().map(|(nomor, why)| (format!("pulihkan-{nomor}"), why.clone())).collect();
    let body = html! {
        (widget::errors(&errors))
        (rows(ask, context, table, wrong)?.render())
        p.bawah { a href=(context.link(&format!("tabel/{}", table.name))) { "Kembali ke tabel" } }
    };
    let head = Head::new(format!("{}: baris yang dihapus", title(table.name)), Phase::Facts)
        .state("Menurut jejak audit. Yang dipulihkan menjadi baris baru pada tempatnya semula.");
    Ok(page(ask, Some(context), &head, body))
}

/// The button that brings a row back, where it can.
fn recovery(
    ask: &Ask<'_>,
    context: &Context,
    table: &Table,
    it: &RemovedRow,
    wrong: Option<&Wrong>,
) -> Markup {
    let id = format!("f-pulihkan-{}", it.nomor);
    let why = wrong.filter(|(nomor, _)| *nomor == it.nomor).map(|(_, why)| why);
    html! {
        @if it.restored.is_none() && it.cells.is_some() {
            form method="post" action=(format!("{}/{}", address(context, table), it.nomor)) {
                (form_token(ask))
                button id=(id) { "Pulihkan" span.tersembunyi { " baris " (name(table, it)) } }
                @if let Some(why) = why { p.bantuan { span.galat-bidang { (why) } } }
            }
        }
    }
}

fn name(table: &Table, it: &RemovedRow) -> String {
    it.cells.as_ref().map_or_else(String::new, |cells| name_of(table, cells))
}

/// Above the list of a table: the row that was just removed, with the way back, or that came back.
pub(crate) fn notice(ask: &Ask<'_>, context: &Context, table: &Table) -> Result<Markup, Fault> {
    if let Ok(baris) = ask.query.get("dipulihkan").parse::<i64>() {
        return Ok(html! {
            p.kabar role="status" { "Baris dipulihkan. " a href=(context.link(&format!("tabel/{}/{baris}", table.name))) { "Buka baris itu" } }
        });
    }
    let Some(nomor) = ask.query.given("dihapus") else { return Ok(html! {}) };
    let all = ask.store().removed(&context.berkas, table.name)?;
    let found = all.iter().find(|it| it.nomor.to_string() == nomor);
    let may_edit = is_editable(ask, context, table);
    Ok(html! {
        @if let Some(it) = found {
            div.kabar role="status" {
                @if it.restored.is_some() { p { "Baris «" (name(table, it)) "» sudah dipulihkan." } }
                @else {
                    p { "Baris dihapus: " (name(table, it)) "." }
                    @if may_edit {
                        form method="post" action=(format!("{}/{nomor}", address(context, table))) {
                            (form_token(ask))
                            button { "Urungkan penghapusan" }
                        }
                    }
                }
            }
        }
    })
}

/// Brings a row back.
pub(crate) fn restore(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let nomor = ask.params.get("nomor").parse().unwrap_or(0);
    let why = match ask.store().restore(&ask.pelaku(), &context.berkas, table.name, nomor) {
        Ok(row) => {
            let list = context.link(&format!("tabel/{}", table.name));
            return Ok(Reply::go_to(&with_query(&list, "dipulihkan", &row.baris_ke.to_string())));
        }
        Err(StoreError::Exists { .. }) => "Baris ini sudah dipulihkan.".to_owned(),
        Err(error) => {
            let all = ask.store().removed(&context.berkas, table.name)?;
            let cells = all.into_iter().find(|it| it.nomor == nomor).and_then(|it| it.cells);
            let names = table.columns.iter().map(|it| it.name.to_owned());
            let cells: Vec<_> = names.zip(cells.unwrap_or_default()).collect();
            let found = refused(ask, &context, table, (&cells, None), error)?;
            let whys: Vec<String> = found.into_iter().map(|(_, why)| why).collect();
            format!("Belum dipulihkan. {}", whys.join(" "))
        }
    };
    let page = list_page(ask, &context, table, Some(&(nomor, why)))?;
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
}

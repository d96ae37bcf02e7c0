//! The facts themselves, table by table and row by row.

use selaras_package::Table;
use selaras_package::rows::is_section;
use selaras_store::{NewRow, RowChange, RowKept};
use serde_json::{Map, Value, json};

use super::operation::{
    Gives, Part, QueryKind, QueryPart, Takes, change, delete, get, of_berkas, optional, post,
};
use super::reply::{
    added, cell, listed, made_of_facts, meant_version, nothing, object_of, one, sent_cell,
    sent_object, tagged, text,
};
use crate::ask::{Answer, Ask, Fault};
use crate::context::{Context, part};
use crate::page::table::{found_row, table, table_to_edit};
use crate::permission::Permission::{Measure, ReadOffice};

pub(super) const PART: Part = Part {
    title: "Tabel",
    operations: &[
        get(
            of_berkas!("/tabel/{tabel}"),
            (ReadOffice, list),
            ("listBaris", "Baris sebuah tabel."),
            Gives::List("Baris"),
        )
        .asked(&[optional("cari", "Hanya baris yang memuat teks ini.", QueryKind::Text)]),
        post(
            of_berkas!("/tabel/{tabel}"),
            (Measure, add),
            ("addBaris", "Menambah baris pada akhir tabel."),
            Takes::Json("BarisBaru"),
            Gives::One("Baris"),
        ),
        get(
            of_berkas!("/tabel/{tabel}/{baris}"),
            (ReadOffice, show),
            ("showBaris", "Satu baris."),
            Gives::One("Baris"),
        ),
        change(
            "PATCH",
            of_berkas!("/tabel/{tabel}/{baris}"),
            (Measure, change_row),
            ("changeBaris", "Mengubah kolom yang disebut; yang lain tetap."),
            Takes::Json("BarisBaru"),
            Gives::One("Baris"),
        )
        .with_if_match(),
        delete(
            of_berkas!("/tabel/{tabel}/{baris}"),
            (Measure, remove),
            ("removeBaris", "Menghapus baris yang tidak dirujuk baris lain."),
        )
        .asked(&[REASON])
        .with_if_match(),
    ],
};

const REASON: QueryPart = optional("alasan", "Alasan, untuk jejak audit.", QueryKind::Text);

fn row_value(table: &Table, it: &RowKept) -> Value {
    let cells = table.columns.iter().zip(&it.cells);
    let cells = cells.map(|(column, it)| (column.name.to_owned(), cell(it)));
    json!({ "baris": it.baris_ke, "versi": it.versi, "isi": cells.collect::<Map<_, _>>() })
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    made_of_facts(ask, &context, || {
        let mut rows = ask.store().rows(&context.berkas, table.name)?;
        let wanted = ask.query.get("cari").to_lowercase();
        rows.retain(|it| {
            wanted.is_empty() || it.cells.iter().any(|it| it.to_lowercase().contains(&wanted))
        });
        listed(ask, rows, |it| row_value(table, &it))
    })
}

fn show(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    let row = found_row(ask, &context, table)?;
    Ok(tagged(one(&row_value(table, &row)), &row.versi.to_string()))
}

/// What a program sends for a row: cells by their columns, and why.
struct SentRow {
    cells: Vec<(String, String)>,
    alasan: Option<String>,
}

fn sent_row(ask: &Ask<'_>, table: &Table) -> Result<SentRow, Fault> {
    let mut object = sent_object(ask, &["isi", "alasan"])?;
    let names: Vec<&str> = table.columns.iter().map(|it| it.name).collect();
    let what = format!("`isi` baris tabel {}", table.name);
    let cells = object_of(object.remove("isi").unwrap_or_default(), &what, &names)?;
    let cells = cells.iter().map(|(name, value)| Ok((name.clone(), sent_cell(name, value)?)));
    Ok(SentRow { cells: cells.collect::<Result<_, Fault>>()?, alasan: text(&object, "alasan")? })
}

/// A table that gets rows and loses them.
fn table_of_rows(ask: &Ask<'_>) -> Result<&'static Table, Fault> {
    let table = table_to_edit(ask)?;
    match is_section(table) {
        true => Err(Fault::Bad(format!("Tabel {} selalu mempunyai tepat satu baris.", table.name))),
        false => Ok(table),
    }
}

fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_of_rows(ask)?;
    let sent = sent_row(ask, table)?;
    let new = NewRow {
        tabel: table.name.to_owned(),
        cells: sent.cells,
        alasan: sent.alasan,
        ..NewRow::default()
    };
    let row = ask.store().add(&ask.pelaku(), &context.berkas, new)?;
    let here = format!(
        "/api/v1/berkas/{}/{}/tabel/{}/{}",
        part(context.perangkat()),
        context.tahun(),
        table.name,
        row.baris_ke
    );
    Ok(tagged(added(&row_value(table, &row), &here), &row.versi.to_string()))
}

fn change_row(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let row = found_row(ask, &context, table)?;
    let versi = meant_version(ask, &row.versi.to_string(), row.versi)?;
    let sent = sent_row(ask, table)?;
    let change = RowChange {
        tabel: table.name.to_owned(),
        baris_ke: row.baris_ke,
        versi,
        cells: sent.cells,
        alasan: sent.alasan,
    };
    ask.store().change(&ask.pelaku(), &context.berkas, change)?;
    show(ask)
}

fn remove(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_of_rows(ask)?;
    let row = found_row(ask, &context, table)?;
    let versi = meant_version(ask, &row.versi.to_string(), row.versi)?;
    let place = (row.baris_ke, versi);
    let alasan = ask.query.given("alasan");
    ask.store().remove(&ask.pelaku(), &context.berkas, table.name, place, alasan)?;
    Ok(nothing())
}

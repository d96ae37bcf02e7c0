//! Decisions to let a finding stand: who took them, when and why, and taking them back.

use selaras_package::Table;
use selaras_store::RowKept;
use serde_json::{Value, json};

use super::operation::{Gives, Part, QueryKind, Takes, delete, get, of_berkas, optional, post};
use super::reply::{added, listed, meant_version, needed_text, nothing, one, sent_object, tagged};
use crate::ask::{Answer, Ask, Fault};
use crate::context::{Context, part};
use crate::page::pemeriksaan::{decide, decisions, standing, wrong_reason};
use crate::page::table::found_row;
use crate::permission::Permission::{ReadOffice, Suppress};

pub(super) const PART: Part = Part {
    title: "Pengecualian temuan",
    operations: &[
        get(
            of_berkas!("/pengecualian-temuan"),
            (ReadOffice, list),
            ("listPengecualian", "Keputusan mengesampingkan temuan: oleh siapa, kapan, mengapa."),
            Gives::List("Pengecualian"),
        ),
        post(
            of_berkas!("/pengecualian-temuan"),
            (Suppress, add),
            (
                "addPengecualian",
                "Mengesampingkan temuan yang berlaku, dengan alasan; `kode` dan `objek` seperti pada \
                 `/temuan`. Yang memutuskan pemilik token, harinya hari ini.",
            ),
            Takes::Json("PengecualianBaru"),
            Gives::One("Pengecualian"),
        ),
        get(
            of_berkas!("/pengecualian-temuan/{baris}"),
            (ReadOffice, show),
            ("showPengecualian", "Satu keputusan."),
            Gives::One("Pengecualian"),
        ),
        delete(
            of_berkas!("/pengecualian-temuan/{baris}"),
            (Suppress, remove),
            ("removePengecualian", "Mencabut keputusan: temuannya berlaku lagi."),
        )
        .asked(&[optional("alasan", "Alasan, untuk jejak audit.", QueryKind::Text)])
        .with_if_match(),
    ],
};

fn value(table: &Table, it: &RowKept) -> Value {
    let cell = |name| table.column_index(name).and_then(|at| it.cells.get(at));
    json!({
        "baris": it.baris_ke, "versi": it.versi, "kode": cell("kode"), "objek": cell("objek"),
        "alasan": cell("alasan"), "oleh": cell("oleh"), "tanggal": cell("tanggal"),
    })
}

fn list(ask: &Ask<'_>) -> Answer {
    let (context, table) = (Context::of(ask)?, decisions()?);
    let rows = ask.store().rows(&context.berkas, table.name)?;
    listed(ask, rows, |it| value(table, &it))
}

fn show(ask: &Ask<'_>) -> Answer {
    let (context, table) = (Context::of(ask)?, decisions()?);
    let row = found_row(ask, &context, table)?;
    Ok(tagged(one(&value(table, &row)), &row.versi.to_string()))
}

fn add(ask: &Ask<'_>) -> Answer {
    let (context, table) = (Context::of(ask)?, decisions()?);
    let object = sent_object(ask, &["kode", "objek", "alasan"])?;
    let (kode, objek) = (needed_text(&object, "kode")?, needed_text(&object, "objek")?);
    let alasan = needed_text(&object, "alasan")?;
    let (finding, alasan) = ((kode.trim(), objek.trim()), alasan.trim());
    standing(ask, &context, finding)?;
    if let Some(why) = wrong_reason(alasan) {
        return Err(Fault::Facts(why));
    }
    let row = decide(ask, &context, finding, alasan)?;
    let here = format!(
        "/api/v1/berkas/{}/{}/pengecualian-temuan/{}",
        part(context.perangkat()),
        context.tahun(),
        row.baris_ke
    );
    Ok(tagged(added(&value(table, &row), &here), &row.versi.to_string()))
}

fn remove(ask: &Ask<'_>) -> Answer {
    let (context, table) = (Context::of(ask)?, decisions()?);
    if ask.if_match.is_none() {
        // Also of a decision that is not there.
        return Err(Fault::NoTag);
    }
    let row = found_row(ask, &context, table)?;
    let versi = meant_version(ask, &row.versi.to_string(), row.versi)?;
    let (place, alasan) = ((row.baris_ke, versi), ask.query.given("alasan"));
    ask.store().remove(&ask.pelaku(), &context.berkas, table.name, place, alasan)?;
    Ok(nothing())
}

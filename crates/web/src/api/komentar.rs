//! Remarks on a row, a quarter or a text.

use selaras_store::Komentar;
use serde_json::{Value, json};

use super::operation::{Gives, Part, QueryKind, Takes, change, get, of_berkas, optional, post};
use super::reply::{added, listed, needed_text, one, sent_object, word};
use crate::ask::{Answer, Ask, Fault};
use crate::context::{Context, part};
use crate::page::komentar::say;
use crate::permission::Permission::ReadOffice;

pub(super) const PART: Part = Part {
    title: "Komentar",
    operations: &[
        get(
            of_berkas!("/komentar"),
            (ReadOffice, list),
            ("listKomentar", "Komentar pada baris, pengukuran, dan narasi."),
            Gives::List("Komentar"),
        )
        .asked(&[optional(
            "selesai",
            "Hanya yang sudah (`ya`) atau belum (`tidak`) selesai.",
            QueryKind::Word(YES_NO),
        )]),
        post(
            of_berkas!("/komentar"),
            (ReadOffice, add),
            (
                "addKomentar",
                "Menulis komentar; `objek` misalnya `narasi/latar-belakang`, `pengukuran/tw1`, \
                 `faktor/1`.",
            ),
            Takes::Json("KomentarBaru"),
            Gives::One("Komentar"),
        ),
        get(
            of_berkas!("/komentar/{id}"),
            (ReadOffice, show),
            ("showKomentar", "Satu komentar."),
            Gives::One("Komentar"),
        ),
        change(
            "PATCH",
            of_berkas!("/komentar/{id}"),
            (ReadOffice, settle),
            ("settleKomentar", "Menandai komentar selesai, atau membukanya lagi."),
            Takes::Json("KomentarSelesai"),
            Gives::One("Komentar"),
        ),
    ],
};

const YES_NO: &[&str] = &["ya", "tidak"];

fn value(it: &Komentar) -> Value {
    json!({
        "id": it.id, "objek": it.objek, "isi": it.isi, "penulis": it.penulis, "waktu": it.waktu,
        "selesai_oleh": it.selesai.as_ref().map(|(oleh, _)| oleh),
        "selesai_waktu": it.selesai.as_ref().map(|(_, waktu)| waktu),
    })
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let wanted = word(ask, "selesai", YES_NO)?.map(|it| it == "ya");
    let mut all = ask.store().komentar(&context.berkas)?;
    all.retain(|it| wanted.is_none_or(|wanted| it.selesai.is_some() == wanted));
    listed(ask, all, |it| value(&it))
}

fn found(ask: &Ask<'_>, context: &Context, id: &str) -> Result<Komentar, Fault> {
    let all = ask.store().komentar(&context.berkas)?;
    let found = all.into_iter().find(|it| it.id.to_string() == id);
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada komentar nomor {id}.")))
}

fn show(ask: &Ask<'_>) -> Answer {
    Ok(one(&value(&found(ask, &Context::of(ask)?, ask.params.get("id"))?)))
}

fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let object = sent_object(ask, &["objek", "isi"])?;
    let (objek, isi) = (needed_text(&object, "objek")?, needed_text(&object, "isi")?);
    let id = say(ask, &context, (objek.trim(), isi.trim()))?;
    let here =
        format!("/api/v1/berkas/{}/{}/komentar/{id}", part(context.perangkat()), context.tahun());
    Ok(added(&value(&found(ask, &context, &id.to_string())?), &here))
}

fn settle(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let object = sent_object(ask, &["selesai"])?;
    let is_settled = object.get("selesai").and_then(Value::as_bool);
    let is_settled =
        is_settled.ok_or_else(|| Fault::Bad("`selesai` harus true atau false.".to_owned()))?;
    let id = found(ask, &context, ask.params.get("id"))?.id;
    let oleh = &ask.pengguna()?.nama;
    let place = (id, is_settled);
    let it = ask.store().settle_komentar(&ask.pelaku(), &context.berkas, oleh, place)?;
    Ok(one(&value(&it)))
}

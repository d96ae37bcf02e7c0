//! Figures, each with the trail of how it came to be.

use selaras_domain::{Code, Figure, FigureId};
use serde_json::{Value, json};

use super::operation::{Gives, Part, QueryKind, get, of_berkas, optional, required};
use super::reply::{listed, made_of_facts, one};
use crate::ask::{Answer, Ask, Fault};
use crate::context::Context;
use crate::permission::Permission::ReadOffice;

pub(super) const PART: Part = Part {
    title: "Angka",
    operations: &[
        get(
            of_berkas!("/angka"),
            (ReadOffice, list),
            ("listAngka", "Angka yang dihitung atau dinyatakan."),
            Gives::List("Angka"),
        )
        .asked(&[optional(
            "awalan",
            "Hanya angka yang namanya berawalan ini, misalnya `indikator/iku-1/`.",
            QueryKind::Text,
        )]),
        get(
            of_berkas!("/jejak"),
            (ReadOffice, show),
            ("showJejak", "Satu angka dengan jejaknya."),
            Gives::One("AngkaBerjejak"),
        )
        .asked(&[required(
            "angka",
            "Nama angka, misalnya `indikator/iku-1/2023/capaian`.",
            QueryKind::Name,
        )]),
    ],
};

/// A figure for programs: numbers are texts, so that no program rounds them.
fn figure(it: &Figure) -> Value {
    json!({
        "id": it.id.as_str(), "label": it.label, "satuan": it.satuan,
        "nilai": it.value.map(|it| it.to_string()), "teks": it.teks, "keadaan": it.keadaan.code(),
        "terverifikasi": it.verified, "catatan": it.note, "predikat": it.predikat,
    })
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    made_of_facts(ask, &context, || {
        let berkas = ask.store().berkas(&context.berkas)?;
        let hasil = selaras_rules::measure(&berkas);
        let start = ask.query.get("awalan");
        let is_wanted = |it: &&Figure| it.id.as_str().starts_with(start);
        listed(ask, hasil.figures().iter().filter(is_wanted).collect(), figure)
    })
}

fn show(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let id = ask.query.given("angka");
    let id = id.ok_or_else(|| {
        Fault::Bad("Sebutkan `angka`, misalnya `indikator/iku-1/2023/capaian`.".to_owned())
    })?;
    made_of_facts(ask, &context, || {
        let berkas = ask.store().berkas(&context.berkas)?;
        let hasil = selaras_rules::measure(&berkas);
        let it = hasil.get(&FigureId::new(id));
        let it = it.ok_or_else(|| Fault::NotFound(format!("Tidak ada angka bernama «{id}».")))?;
        let trail = &it.jejak;
        let input = |it: &selaras_domain::Masukan| {
            json!({
                "nama": it.nama, "nilai": it.nilai,
                "angka": it.figure.as_ref().map(FigureId::as_str), "sumber": it.sumber,
            })
        };
        let mut value = figure(it);
        value["jejak"] = json!({
            "aturan": trail.rule, "dasar": trail.dasar, "rumus": trail.rumus,
            "hitungan": trail.hitungan,
            "masukan": trail.masukan.iter().map(input).collect::<Vec<_>>(),
        });
        Ok(one(&value))
    })
}

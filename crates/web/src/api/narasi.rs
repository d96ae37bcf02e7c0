//! The texts of the LKjIP, with their history.

use selaras_store::NarasiKept;
use serde_json::{Value, json};

use super::operation::{Gives, Part, Takes, change, get, of_berkas};
use super::reply::{listed, meant_version, needed_text, one, sent_object, tag_of_value};
use crate::ask::{Answer, Ask};
use crate::context::Context;
use crate::page::lkjip::{history, kept, texts};
use crate::permission::Permission::{EditFacts, ReadOffice};

/// Entries of a history that are read: no text was written more often.
const HISTORY: i64 = 10_000;

pub(super) const PART: Part = Part {
    title: "Narasi",
    operations: &[
        get(
            of_berkas!("/narasi"),
            (ReadOffice, list),
            ("listNarasi", "Narasi laporan kinerja; yang belum ditulis berversi 0."),
            Gives::List("Narasi"),
        ),
        get(
            of_berkas!("/narasi/{narasi}"),
            (ReadOffice, show),
            ("showNarasi", "Satu narasi: Markdown dengan rujukan angka."),
            Gives::One("Narasi"),
        ),
        change(
            "PUT",
            of_berkas!("/narasi/{narasi}"),
            (EditFacts, write),
            ("writeNarasi", "Menyimpan narasi. Teks sebelumnya tinggal pada riwayatnya."),
            Takes::Json("NarasiBaru"),
            Gives::One("Narasi"),
        )
        .with_if_match(),
        get(
            of_berkas!("/narasi/{narasi}/riwayat"),
            (ReadOffice, list_history),
            ("listRiwayatNarasi", "Perubahan sebuah narasi, terbaru lebih dahulu."),
            Gives::List("RiwayatNarasi"),
        ),
    ],
};

fn value(it: &NarasiKept) -> Value {
    json!({ "id": it.id, "versi": it.versi, "teks": it.teks })
}

fn list(ask: &Ask<'_>) -> Answer {
    let all = texts(ask, &Context::of(ask)?)?;
    listed(ask, all, |it| value(&it))
}

fn show(ask: &Ask<'_>) -> Answer {
    Ok(one(&value(&kept(ask, &Context::of(ask)?)?)))
}

fn write(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = kept(ask, &context)?;
    let versi = meant_version(ask, &tag_of_value(&value(&it)), it.versi)?;
    let teks = needed_text(&sent_object(ask, &["teks"])?, "teks")?;
    let new = NarasiKept { id: it.id, versi, teks };
    ask.store().write_narasi(&ask.pelaku(), &context.berkas, new)?;
    show(ask)
}

fn list_history(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = kept(ask, &context)?;
    let all = history(ask, &context, &it.id, HISTORY)?;
    listed(ask, all, |it| {
        json!({
            "nomor": it.nomor, "waktu": it.waktu, "oleh": it.pelaku, "lama": it.lama,
            "baru": it.baru,
        })
    })
}

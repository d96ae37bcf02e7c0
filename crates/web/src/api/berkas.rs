//! Which offices and years there are, and each as a whole.

use serde_json::{Map, Value, json};

use super::operation::{Gives, Part, api, get, of_berkas};
use super::reply::{listed, made_of_facts, one};
use crate::ask::{Answer, Ask};
use crate::context::Context;
use crate::page;
use crate::permission::Permission::{Open, ReadOffice, SignedIn};

pub(super) const PART: Part = Part {
    title: "Berkas",
    operations: &[
        get(
            api!("/openapi.json"),
            (Open, openapi),
            ("openapi", "Uraian API ini, tanpa token."),
            Gives::One("Objek"),
        ),
        get(
            api!("/berkas"),
            (SignedIn, list),
            ("listBerkas", "Berkas yang boleh dibaca pemilik token."),
            Gives::List("BerkasRingkas"),
        ),
        get(
            of_berkas!(""),
            (ReadOffice, show),
            ("showBerkas", "Satu berkas: nama, versi, dan banyaknya baris setiap tabel."),
            Gives::One("Berkas"),
        ),
        get(
            of_berkas!("/paket.zip"),
            (ReadOffice, package),
            ("showPaket", "Semua fakta sebagai paket."),
            Gives::File(&["application/zip"]),
        ),
    ],
};

fn openapi(_: &Ask<'_>) -> Answer {
    Ok(one(&super::description()))
}

fn list(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let mut all = ask.store().list()?;
    all.retain(|it| it.pemda == pemda && ask.may(ReadOffice, Some(&it.key.perangkat)));
    listed(ask, all, |it| json!({ "perangkat": it.key.perangkat, "tahun": it.key.tahun.get() }))
}

fn show(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &selaras_store::Part::of(&[]))?;
    let counts = ask.store().row_counts(&context.berkas)?;
    let counts: Map<String, Value> =
        counts.into_iter().map(|(name, count)| (name, count.into())).collect();
    Ok(one(&json!({
        "perangkat": context.perangkat(), "tahun": context.tahun().get(),
        "nama": berkas.perangkat_daerah.nama,
        "versi": ask.store().berkas_versi(&context.berkas)?, "tabel": counts,
    })))
}

fn package(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || page::table::package(ask))
}

//! The measurement of a quarter on its way from draft to lock.

use selaras_domain::Code;
use selaras_store::{Langkah, Pengajuan};
use serde_json::{Value, json};

use super::operation::{Gives, Operation, Part, Takes, change, get, of_berkas};
use super::reply::{
    listed, meant_version, one, sent_object_or_nothing, tag_of_value, text, triwulan,
};
use crate::ask::{Answer, Ask, Fault};
use crate::context::Context;
use crate::findings::{self, Act};
use crate::page::pengukuran::{NewStep, take_step};
use crate::permission::Permission::{self, Approve, Lock, ReadOffice, Submit, Unlock, Verify};

pub(super) const PART: Part = Part {
    title: "Pengukuran",
    operations: &[
        get(
            of_berkas!("/pengukuran"),
            (ReadOffice, list),
            ("listPengukuran", "Keadaan pengukuran setiap triwulan."),
            Gives::List("Pengukuran"),
        ),
        get(
            of_berkas!("/pengukuran/{triwulan}"),
            (ReadOffice, show),
            ("showPengukuran", "Keadaan pengukuran satu triwulan."),
            Gives::One("Pengukuran"),
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/ajukan"),
            Submit,
            ("ajukan", "Mengajukan; ditahan selama ada temuan Wajib."),
            "Langkah",
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/tarik"),
            Submit,
            ("tarik", "Menarik kembali yang belum diverifikasi."),
            "Langkah",
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/minta-perbaikan"),
            Verify,
            ("mintaPerbaikan", "Mengembalikan kepada perangkat daerah, dengan alasan."),
            "LangkahBeralasan",
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/verifikasi"),
            Verify,
            ("verifikasi", "Memverifikasi; bukan oleh yang mengajukan."),
            "Langkah",
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/setujui"),
            Approve,
            ("setujui", "Menyetujui yang sudah diverifikasi; bukan oleh yang mengajukan."),
            "Langkah",
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/kunci"),
            Lock,
            ("kunci", "Mengunci yang sudah disetujui."),
            "Langkah",
        ),
        step(
            of_berkas!("/pengukuran/{triwulan}/buka-kunci"),
            Unlock,
            ("bukaKunci", "Membuka kunci sampai suatu hari, dengan alasan."),
            "BukaKunci",
        ),
    ],
};

const fn step(
    path: &'static str,
    permission: Permission,
    words: (&'static str, &'static str),
    takes: &'static str,
) -> Operation {
    let gives = Gives::One("Pengukuran");
    change("POST", path, (permission, take), words, Takes::Json(takes), gives).with_if_match()
}

/// The quarters of a berkas as they stand today.
fn quarters(ask: &Ask<'_>, context: &Context) -> Result<Vec<(Pengajuan, Value)>, Fault> {
    let day = ask.day();
    let schedule = ask.store().jadwal(context.berkas.pemda, context.tahun())?;
    let value = |it: &Pengajuan| {
        let pengaju = Some(it.pengaju.as_str()).filter(|it| !it.is_empty());
        json!({
            "triwulan": it.triwulan.code(), "status": it.status_on(day).code(), "versi": it.versi,
            "pesan": it.pesan, "pengaju": pengaju,
            "batas": schedule.get(&it.triwulan).map(ToString::to_string),
            "dibuka_sampai": it.dibuka_sampai.map(|it| it.to_string()),
            "dapat_diubah": it.is_open_on(day),
        })
    };
    let all = ask.store().pengajuan(&context.berkas)?;
    Ok(all.into_iter().map(|it| (it.clone(), value(&it))).collect())
}

/// The quarter of the address.
fn quarter(ask: &Ask<'_>, context: &Context) -> Result<(Pengajuan, Value), Fault> {
    let wanted = triwulan(ask.params.get("triwulan"))?;
    let found = quarters(ask, context)?.into_iter().find(|(it, _)| it.triwulan == wanted);
    found.ok_or_else(|| Fault::Broken("a quarter is missing".to_owned()))
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    listed(ask, quarters(ask, &context)?, |(_, value)| value)
}

fn show(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    Ok(one(&quarter(ask, &context)?.1))
}

/// Takes the step that the last part of the address names.
fn take(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let code = ask.path.rsplit('/').next().unwrap_or_default();
    let langkah = Langkah::from_code(code)
        .ok_or_else(|| Fault::NotFound(format!("Tidak ada langkah «{code}».")))?;
    let (it, value) = quarter(ask, &context)?;
    let versi = meant_version(ask, &tag_of_value(&value), it.versi)?;
    let object = sent_object_or_nothing(ask, &["alasan", "sampai"])?;
    let day = |text: String| {
        let wrong = || Fault::Bad(format!("«{text}» bukan tanggal; tulis seperti 2024-02-28."));
        text.parse().map_err(|_| wrong())
    };
    let sampai = text(&object, "sampai")?.map(day).transpose()?;
    let new = NewStep { langkah, versi, alasan: text(&object, "alasan")?, sampai };
    if langkah == Langkah::Ajukan {
        findings::refuse_held(ask, &context, Act::Measurement)?;
    }
    take_step(ask, &context, new)?;
    show(ask)
}

//! Documents: the LKjIP and the agreements of the facts as they are now, and what was signed.

use selaras_store::{DokumenSah, Signed, StoreError};
use serde_json::{Value, json};

use super::operation::{
    Gives, Operation, Part, QueryKind, QueryPart, Takes, get, of_berkas, optional, post,
};
use super::reply::{added, listed, made_of_facts, meant_version, tag_of_facts, tagged};
use crate::ask::{Answer, Ask, Fault};
use crate::context::{Context, part};
use crate::findings::{self, Act};
use crate::media::{DOCX, PDF};
use crate::page::{lkjip, naskah_perjanjian};
use crate::permission::Permission::{Approve, ReadOffice};

pub(super) const PART: Part = Part {
    title: "Dokumen",
    operations: &[
        report(
            of_berkas!("/lkjip.pdf"),
            pdf,
            ("showLkjip", "Laporan kinerja dari fakta sekarang, PDF."),
            &[PDF],
        ),
        report(
            of_berkas!("/lkjip.docx"),
            docx,
            ("showLkjipWord", "Laporan kinerja dari fakta sekarang, Word."),
            &[DOCX],
        ),
        report(
            of_berkas!("/perjanjian/{perjanjian}/dokumen.pdf"),
            agreement_pdf,
            ("showPerjanjian", "Perjanjian kinerja dari fakta sekarang, PDF."),
            &[PDF],
        ),
        report(
            of_berkas!("/perjanjian/{perjanjian}/dokumen.docx"),
            agreement_docx,
            ("showPerjanjianWord", "Perjanjian kinerja dari fakta sekarang, Word."),
            &[DOCX],
        ),
        get(
            of_berkas!("/dokumen-sah"),
            (ReadOffice, list_signed),
            ("listDokumenSah", "Dokumen yang sudah disahkan."),
            Gives::List("DokumenSah"),
        ),
        post(
            of_berkas!("/dokumen-sah"),
            (Approve, sign),
            (
                "signLkjip",
                "Mengesahkan laporan kinerja yang ETag-nya disebut, seperti yang dibaca pada \
                 `/lkjip.pdf`; ditahan selama ada temuan Wajib.",
            ),
            Takes::Nothing,
            Gives::One("DokumenSah"),
        )
        .asked(LOOK_SIGNED)
        .with_if_match(),
        get(
            of_berkas!("/dokumen-sah/{nomor}"),
            (ReadOffice, show_signed),
            ("showDokumenSah", "Byte yang disahkan; ETag-nya SHA-256 isinya."),
            Gives::File(&[PDF]),
        ),
    ],
};

const fn report(
    path: &'static str,
    run: fn(&Ask<'_>) -> Answer,
    words: (&'static str, &'static str),
    kinds: &'static [&'static str],
) -> Operation {
    get(path, (ReadOffice, run), words, Gives::File(kinds)).asked(LOOK)
}

const DAY: QueryPart =
    optional("tanggal", "Tanggal dokumen, misalnya 2024-02-28.", QueryKind::Date);
const PAPER: QueryPart = optional("kertas", "`a4` atau `f4`.", QueryKind::Word(&["a4", "f4"]));

/// What decides how a signed report looks, beside its facts: no draft is signed.
const LOOK_SIGNED: &[QueryPart] = &[DAY, PAPER];

/// What decides how a document looks, beside its facts.
const LOOK: &[QueryPart] =
    &[DAY, PAPER, optional("konsep", "`ya` untuk menandai konsep.", QueryKind::Word(&["ya"]))];

fn pdf(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || lkjip::pdf(ask))
}

fn docx(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || lkjip::docx(ask))
}

fn agreement_pdf(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || naskah_perjanjian::pdf(ask))
}

fn agreement_docx(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || naskah_perjanjian::docx(ask))
}

fn value(it: &DokumenSah) -> Value {
    json!({
        "jenis": it.jenis, "nomor": it.nomor, "sha256": it.isi.hash, "ukuran": it.isi.ukuran,
        "waktu": it.waktu, "penanda_tangan": it.penanda_tangan, "fakta": it.fakta,
        "aturan": it.aturan, "jejak": { "nomor": it.jejak.nomor, "hash": it.jejak.hash },
    })
}

fn list_signed(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let all = ask.store().signed(&Signed::Of(&context.berkas))?;
    listed(ask, all, |it| value(&it))
}

fn sign(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (versi, tag) = tag_of_facts(ask, &context)?;
    let meant = meant_version(ask, &tag, versi)?;
    if meant != versi {
        // Said before the report is set, which takes long.
        let what = format!("berkas/{}", context.berkas.key);
        return Err(Fault::Store(StoreError::Conflict { what, versi, found: None }));
    }
    findings::refuse_held(ask, &context, Act::Report)?;
    let nomor = lkjip::keep_signed(ask, &context, meant)?;
    let it = lkjip::found_signed(ask, &context, &nomor.to_string())?;
    let place = format!("{}/{}/dokumen-sah/{nomor}", part(context.perangkat()), context.tahun());
    Ok(added(&value(&it), &format!("/api/v1/berkas/{place}")))
}

fn show_signed(ask: &Ask<'_>) -> Answer {
    let it = lkjip::found_signed(ask, &Context::of(ask)?, ask.params.get("nomor"))?;
    Ok(tagged(lkjip::signed_pdf(ask)?, &it.isi.hash))
}

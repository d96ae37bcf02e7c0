//! Documents: the LKjIP of the facts as they are now, and as it was signed.

use selaras_store::{DokumenSah, Signed};
use serde_json::{Value, json};

use super::operation::{Gives, Operation, Part, QueryKind, QueryPart, get, of_berkas, optional};
use super::reply::{listed, made_of_facts, tagged};
use crate::ask::{Answer, Ask};
use crate::context::Context;
use crate::page::lkjip;
use crate::permission::Permission::ReadOffice;

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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
        get(
            of_berkas!("/dokumen-sah"),
            (ReadOffice, list_signed),
            ("listDokumenSah", "Dokumen yang sudah disahkan."),
            Gives::List("DokumenSah"),
        ),
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

/// What decides how a report looks, beside its facts.
const LOOK: &[QueryPart] = &[
    optional("tanggal", "Tanggal dokumen, misalnya 2024-02-28.", QueryKind::Date),
    optional("kertas", "`a4` atau `f4`.", QueryKind::Word(&["a4", "f4"])),
    optional("konsep", "`ya` untuk menandai konsep.", QueryKind::Word(&["ya"])),
];

fn pdf(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || lkjip::pdf(ask))
}

fn docx(ask: &Ask<'_>) -> Answer {
    made_of_facts(ask, &Context::of(ask)?, || lkjip::docx(ask))
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

fn show_signed(ask: &Ask<'_>) -> Answer {
    let it = lkjip::found_signed(ask, &Context::of(ask)?)?;
    Ok(tagged(lkjip::signed_pdf(ask)?, &it.isi.hash))
}

//! Naskah perjanjian: an agreement of any level as the document that its parties sign, on screen and as
//! a file.

use maud::html;
use selaras_domain::dokumen::Dokumen;
use selaras_domain::{Berkas, PerjanjianKinerja};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::page::perjanjian::{address, of_address, signatures, state, title_of};
use crate::printed;
use crate::typeset::{self, Kind, Look};

/// The agreement of the address: the facts of its office, its tree, and how the query wants it to look.
fn built(ask: &Ask<'_>, context: &Context) -> Result<(Berkas, Dokumen, Look), Fault> {
    let look = Look::asked(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let dokumen = tree(&berkas, of_address(ask, &berkas)?, &look)?;
    Ok((berkas, dokumen, look))
}

/// An agreement as a tree.
pub(crate) fn tree(berkas: &Berkas, it: &PerjanjianKinerja, look: &Look) -> Result<Dokumen, Fault> {
    let hasil = selaras_rules::measure_without_trails(berkas);
    selaras_reports::perjanjian_kinerja(berkas, &hasil, it, &look.options())
        .map_err(|it| Fault::Facts(format!("Naskah belum dapat dibuat: {it}")))
}

fn file_name(ask: &Ask<'_>, context: &Context) -> String {
    let id = ask.params.get("perjanjian");
    format!("perjanjian-kinerja-{}-{}-{id}", context.perangkat(), context.tahun())
}

/// The document as it will be signed, who has signed it, and the ways to take it along.
pub(crate) fn show(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (berkas, dokumen, _) = built(ask, &context)?;
    let it = of_address(ask, &berkas)?;
    let signed = ask.store().tanda_tangan(&context.berkas)?;
    let [pdf, docx] = ["dokumen.pdf", "dokumen.docx"].map(|end| address(&context, it, end));
    let body = html! {
        (signatures(ask, &context, &berkas, it, &signed))
        (printed::sheet(&dokumen))
        p.bawah { a.tombol href=(context.link("perjanjian")) { "Semua perjanjian" } }
    };
    let head = Head::new(title_of(&berkas, it), Phase::Agree)
        .state(state(&berkas, it))
        .action(typeset::links(&pdf, &docx, "perjanjian"));
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// The agreement as `selaras report pk` makes it of the same facts, byte for byte.
pub(crate) fn pdf(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (berkas, dokumen, look) = built(ask, &context)?;
    let kind = Kind::Perjanjian(ask.params.get("perjanjian"));
    let bytes = typeset::pdf(ask, &berkas, (&kind, &dokumen), &look)?;
    Ok(typeset::pdf_reply(ask, &file_name(ask, &context), bytes))
}

/// The same agreement as a Word document.
pub(crate) fn docx(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (_, dokumen, look) = built(ask, &context)?;
    typeset::docx(ask, &file_name(ask, &context), &dokumen, &look)
}

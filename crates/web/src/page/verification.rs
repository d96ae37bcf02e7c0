//! Verifikasi: for anybody who holds a printed or copied document, whether it is the one that was signed.

use maud::{Markup, html};
use selaras_store::Signed;

use crate::ask::{Answer, Ask, Reply};
use crate::context::part;
use crate::frame::bare;
use crate::page::pengukuran::moment;

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    match ask.query.given("hash") {
        Some(hash) => Ok(Reply::go_to(&format!("/verifikasi/{}", part(&hash.to_lowercase())))),
        None => Ok(Reply::page(verification_page(ask, "", &html! {}))),
    }
}

fn verification_page(ask: &Ask<'_>, hash: &str, result: &Markup) -> Markup {
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Verifikasi dokumen" }
        (result)
        form.kolom action="/verifikasi" {
            label for="hash" { "SHA-256 dokumen (64 huruf dan angka)" }
            input #hash name="hash" value=(hash) required pattern="[0-9a-fA-F]{64}" spellcheck="false" autocapitalize="none";
            p.bantuan { "Hitung dari berkasnya, misalnya dengan " code { "sha256sum laporan.pdf" } " atau " code { "certutil -hashfile laporan.pdf SHA256" } "." }
            button.utama { "Periksa dokumen" }
        }
    };
    bare(ask, "Verifikasi dokumen", &body)
}

pub(crate) fn result(ask: &Ask<'_>) -> Answer {
    let hash = ask.params.get("hash").to_lowercase();
    let found = ask.store().signed(&Signed::WithHash(&hash))?;
    let newest = match found.first() {
        Some(it) => {
            let store = ask.store();
            let office =
                selaras_store::BerkasRef { pemda: it.jejak.pemda, id: 0, key: it.key.clone() };
            store.signed(&Signed::Of(&office))?.first().map(|it| it.nomor)
        }
        None => None,
    };
    let result = html! {
        @match found.first() {
            None => div.galat role="status" { p { "Tidak ada dokumen yang disahkan dengan SHA-256 ini. Bila berkas Anda mengaku dokumen resmi, isinya bukan yang disahkan." } },
            Some(it) => {
                div.kabar role="status" {
                    p { strong { "Dokumen ini sama, byte demi byte, dengan yang disahkan." } }
                    dl {
                        dt { "Dokumen" } dd { "Laporan Kinerja (LKjIP) " (it.key.perangkat) " tahun " (it.key.tahun) ", pengesahan ke-" (it.nomor) }
                        dt { "Disahkan" } dd { (moment(ask, &it.waktu)) }
                        dt { "Dibuat dengan" } dd { (it.aturan) }
                        dt { "Fakta" } dd { code.pecah { (it.fakta) } }
                    }
                    @if newest.is_some_and(|newest| newest > it.nomor) { p.kurang { "Sudah ada pengesahan yang lebih baru." } }
                }
            }
        }
    };
    Ok(Reply::page(verification_page(ask, &hash, &result)))
}

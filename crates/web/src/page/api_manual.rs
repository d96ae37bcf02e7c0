//! Dokumentasi API: what programs can ask, made from the same list as `openapi.json`.

use maud::html;

use crate::api::OPERATIONS;
use crate::ask::{Answer, Ask, Reply};
use crate::frame::bare;

pub(crate) fn manual(ask: &Ask<'_>) -> Answer {
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Dokumentasi API" }
        p { "Program meminta dengan token: " code { "Authorization: Bearer slr_…" } ". Token dibuat pada halaman " a href="/token" { "Token saya" } ". Uraian lengkap untuk program: " a href="/api/v1/openapi.json" { "openapi.json" } "." }
        p { "Daftar dibagi per halaman (" code { "?halaman=2&per_halaman=100" } ", paling banyak 500). Jawaban membawa " code { "ETag" } "; perubahan mengirimnya kembali sebagai " code { "If-Match" } ". Galat berbentuk " code { "application/problem+json" } "." }
        @for it in OPERATIONS {
            section.kartu {
                h2.pecah { code { (it.method.to_uppercase()) " /api/v1" (it.path) } }
                p { (it.about) }
            }
        }
        h2 { "Contoh" }
        pre.teks tabindex="0" { "curl -H \"Authorization: Bearer $TOKEN\" " (ask.app.settings.origin) "/api/v1/berkas/BKPSDM/2023/angka?awalan=indikator/iku-1/" }
    };
    Ok(Reply::page(bare(ask, "Dokumentasi API", &body)))
}

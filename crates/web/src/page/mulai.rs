//! The first start: the pemda is founded, with its administrator, over the link of the terminal.

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{Code, JenisPemda, Pemda};
use selaras_store::{Pendirian, SandiFault};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::part;
use crate::frame::bare;
use crate::page::people::account_fault;
use crate::widget;

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    if !ask.store().may_found(ask.params.get("tautan"), ask.now)? {
        return Err(gone());
    }
    Ok(Reply::page(page(ask, &[])))
}

fn gone() -> Fault {
    Fault::NotFound(
        "Tautan ini sudah dipakai atau tidak berlaku lagi. Selama instalasi ini kosong, «selaras serve» \
         mencetak tautan baru setiap kali dijalankan."
            .to_owned(),
    )
}

fn words(it: JenisPemda) -> &'static str {
    match it {
        JenisPemda::Provinsi => "Provinsi",
        JenisPemda::Kabupaten => "Kabupaten",
        JenisPemda::Kota => "Kota",
    }
}

fn page(ask: &Ask<'_>, errors: &[(String, String)]) -> Markup {
    let wrong = |name: &str| errors.iter().any(|(it, _)| it == name).then_some("true");
    let typed = |name: &str| ask.form.get(name);
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Siapkan Selaras" }
        p { "Instalasi ini masih kosong. Sebutkan pemerintah daerahnya dan pilih akun administrator; perangkat daerah dan orang-orangnya Anda tambahkan sesudah masuk." }
        (widget::errors(errors))
        form.kolom method="post" action={ "/mulai/" (part(ask.params.get("tautan"))) } {
            h2 { "Pemerintah daerah" }
            label for="f-jenis" { "Jenis" }
            select #f-jenis name="jenis" required aria-invalid=[wrong("jenis")] {
                option value="" { "pilih" }
                @for (it, code) in JenisPemda::ALL { option value=(code) selected[typed("jenis") == *code] { (words(*it)) } }
            }
            label for="f-nama" { "Nama tanpa jenisnya, misalnya Dumai" }
            input #f-nama name="nama" required value=(typed("nama")) aria-invalid=[wrong("nama")];
            label for="f-provinsi" { "Provinsi, misalnya Riau" }
            input #f-provinsi name="provinsi" required value=(typed("provinsi")) aria-invalid=[wrong("provinsi")];
            h2 { "Administrator" }
            label for="f-orang" { "Nama lengkap" }
            input #f-orang name="orang" autocomplete="name" required value=(typed("orang")) aria-invalid=[wrong("orang")];
            label for="f-akun" { "Akun" }
            input #f-akun name="akun" autocomplete="username" required value=(ask.form.given("akun").unwrap_or("admin")) autocapitalize="none" spellcheck="false" aria-invalid=[wrong("akun")];
            label for="f-sandi" { "Sandi, paling sedikit 12 huruf" }
            input #f-sandi type="password" name="sandi" autocomplete="new-password" required minlength="12" aria-invalid=[wrong("sandi")];
            label for="f-ulang" { "Sandi sekali lagi" }
            input #f-ulang type="password" name="ulang" autocomplete="new-password" required aria-invalid=[wrong("ulang")];
            button.utama { "Mulai memakai Selaras" }
        }
    };
    bare(ask, "Siapkan Selaras", &body)
}

pub(crate) fn found(ask: &Ask<'_>) -> Answer {
    let mut errors: Vec<(String, String)> = Vec::new();
    let mut fail = |field: &str, why: &str| errors.push((field.to_owned(), why.to_owned()));
    let jenis = JenisPemda::from_code(ask.form.get("jenis"));
    if jenis.is_none() {
        fail("jenis", "Pilih jenis pemerintah daerahnya.");
    }
    for (field, why) in [
        ("nama", "Nama pemerintah daerah belum diisi."),
        ("provinsi", "Provinsi belum diisi."),
        ("orang", "Nama lengkap administrator belum diisi."),
    ] {
        if ask.form.given(field).is_none() {
            fail(field, why);
        }
    }
    if let Some(why) = account_fault(ask.form.get("akun")) {
        fail("akun", why);
    }
    // A password is taken as it was typed.
    let sandi = ask.form.raw("sandi").unwrap_or_default();
    if sandi != ask.form.raw("ulang").unwrap_or_default() {
        fail("ulang", "Kedua isian sandi tidak sama.");
    }
    if let (Some(jenis), true) = (jenis, errors.is_empty()) {
        let text = |name: &str| ask.form.get(name).to_owned();
        let new = Pendirian {
            pemda: Pemda { jenis, nama: text("nama"), provinsi: text("provinsi") },
            akun: text("akun"),
            nama: text("orang"),
            sandi: sandi.to_owned(),
            mulai: ask.day(),
        };
        let link = ask.params.get("tautan");
        match ask.long(|| ask.store().found(&ask.from, link, &new, ask.now))? {
            Ok(()) => return Ok(Reply::go_to("/masuk?ke=%2Fadministrasi%2Fperangkat")),
            Err(SandiFault::Link) => return Err(gone()),
            Err(fault) => errors.push(("sandi".to_owned(), fault.to_string())),
        }
    }
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(ask, &errors)))
}

//! Signing in and out, choosing a password, and how pages look.

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_store::{Dikunci, Pengguna, Peran, SignInFault, SignedIn};

use crate::ask::{Answer, Ask, Fault, Fields, Reply};
use crate::context::part;
use crate::frame::{bare, role_words};
use crate::page::pengukuran::moment;
use crate::server::set_session_cookie;

pub(crate) fn start(ask: &Ask<'_>) -> Answer {
    Ok(Reply::go_to(if ask.who.is_some() { "/beranda" } else { "/masuk" }))
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    match ask.who {
        Some(_) => Ok(Reply::go_to("/beranda")),
        None => Ok(Reply::page(sign_in_page(ask, ask.query.get("ke"), None)?)),
    }
}

fn sign_in_page(ask: &Ask<'_>, to: &str, fault: Option<&str>) -> Result<Markup, Fault> {
    let demo = match ask.app.settings.demo {
        true => demo_choices(ask, to)?,
        false => html! {},
    };
    // Also without a database one can read this page.
    let is_empty = ask.store().is_founded().is_ok_and(|it| !it);
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Masuk" }
        @if let Some(why) = fault { div.galat role="alert" { p { (why) } } }
        form.kolom method="post" action="/masuk" {
            input type="hidden" name="ke" value=(to);
            label for="akun" { "Akun" }
            input #akun name="akun" autocomplete="username" required autofocus value=(ask.form.get("akun")) autocapitalize="none" spellcheck="false";
            label for="sandi" { "Sandi" }
            input #sandi type="password" name="sandi" autocomplete="current-password" required;
            button.utama { "Masuk" }
        }
        @if is_empty { div.kabar role="status" { p { "Instalasi ini masih kosong. Buka tautan sekali pakai yang dicetak " code { "selaras serve" } " pada terminalnya untuk menyiapkan pemda dan administratornya." } } }
        p.lembut { "Lupa sandi? Administrator membuatkan tautan untuk memilih sandi baru." }
        (demo)
    };
    Ok(bare(ask, "Masuk", &body))
}

/// The people of the demo, each a button: nobody is asked for a password there, and only there.
fn demo_choices(ask: &Ask<'_>, to: &str) -> Result<Markup, Fault> {
    let day = ask.day();
    let users = ask.store().users()?;
    let is_crowded = users.len() > CHOICES;
    let chosen = if is_crowded { plainest(&users, day) } else { users.iter().collect() };
    Ok(html! {
        section.coba aria-labelledby="coba" {
            h2 #coba { "Coba sebagai" }
            p.lembut { "Ini peragaan: pilih peran untuk langsung masuk. Datanya boleh diubah sesuka hati." }
            form method="post" action="/masuk/coba" {
                input type="hidden" name="ke" value=(to);
                @for it in chosen {
                    @if let Some(held) = it.penugasan.iter().find(|it| it.holds_on(day)) {
                        button name="akun" value=(it.akun) {
                            strong { (role_words(held.peran)) } " " span.lembut { (it.nama) }
                        }
                    }
                }
            }
            @if is_crowded {
                form.kolom method="post" action="/masuk/coba" {
                    input type="hidden" name="ke" value=(to);
                    label for="akun-lain" { "Akun lain, misalnya kepala.dinkes" }
                    input #akun-lain name="akun" required autocapitalize="none" spellcheck="false";
                    button { "Masuk sebagai akun ini" }
                }
            }
        }
    })
}

/// As many buttons as one looks through.
const CHOICES: usize = 40;

/// One person for each role, where a whole city would be a page of thousands of buttons: the one with
/// the shortest account, which is the demo's own.
fn plainest(users: &[Pengguna], day: Date) -> Vec<&Pengguna> {
    let of_role = |(peran, _): &(Peran, &str)| {
        let holds = |it: &&Pengguna| {
            it.penugasan.iter().any(|held| held.holds_on(day) && held.peran == *peran)
        };
        users.iter().filter(holds).min_by_key(|it| it.akun.len())
    };
    Peran::ALL.iter().filter_map(of_role).collect()
}

/// Where to go after signing in: a page of ours.
fn target(ask: &Ask<'_>) -> String {
    let to = ask.form.get("ke");
    match to.starts_with('/') && !to.starts_with("//") && !to.contains('\\') {
        true => to.to_owned(),
        false => "/beranda".to_owned(),
    }
}

/// Lets somebody in, or says why not.
fn let_in(ask: &Ask<'_>) -> Result<Result<SignedIn, String>, Fault> {
    // Guessing costs this machine as much as the guesser, so only a few at a time.
    let (akun, sandi) = (ask.form.get("akun"), raw(ask, "sandi"));
    let done = ask.long(|| ask.store().sign_in(&ask.from, akun, sandi, ask.now))?;
    Ok(done.map_err(|fault| match fault {
        SignInFault::Wrong => "Akun atau sandi salah. Periksa huruf besar dan kecilnya.".to_owned(),
        SignInFault::Locked { until } => {
            let at = ask.app.settings.offset.to_datetime(until).time();
            format!(
                "Terlalu banyak sandi salah; coba lagi sesudah pukul {}. Bila sandinya lupa, \
                 administrator dapat membuatkan tautan sandi baru.",
                at.strftime("%H.%M")
            )
        }
    }))
}

pub(crate) fn enter(ask: &Ask<'_>) -> Answer {
    let it = match let_in(ask)? {
        Ok(it) => it,
        Err(why) => {
            let page = sign_in_page(ask, ask.form.get("ke"), Some(&why))?;
            return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    };
    let reply = match &it.dikunci {
        None => Reply::go_to(&target(ask)),
        Some(dikunci) => {
            let body = html! {
                p.merek.besar { "Selaras" }
                h1 { "Akun Anda sempat dikunci" }
                (locked_notice(ask, dikunci))
                p { a.tombol.utama href=(target(ask)) { "Lanjutkan" } }
            };
            Reply::page(bare(ask, "Akun sempat dikunci", &body))
        }
    };
    Ok(reply.with_cookie(&set_session_cookie(ask.app, Some(&it.secret))))
}

/// Tells the owner of an account that somebody guessed at it.
fn locked_notice(ask: &Ask<'_>, it: &Dikunci) -> Markup {
    html! {
        div.kabar role="status" {
            p { "Pada " (moment(ask, &it.waktu)) " akun ini dikunci sementara karena sandi salah berturut-turut, yang terakhir dari alamat " (it.dari) "." }
            p { "Bila itu bukan Anda, beri tahu administrator dan minta tautan untuk memilih sandi baru." }
        }
    }
}

/// A form came without a session: it is shown, and sent again once its writer has signed in.
pub(crate) fn signed_out_page(
    ask: &Ask<'_>,
    target: &str,
    form: &Fields,
    fault: Option<&str>,
) -> Markup {
    let is_own = |name: &str| name != "_t" && !name.starts_with("lama:") && !name.starts_with("d:");
    let typed = form.0.iter().filter(|(name, value)| is_own(name) && !value.is_empty());
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Masuk untuk menyimpan" }
        div.galat role="alert" {
            @if let Some(why) = fault { p { (why) } }
            p { "Sesi Anda sudah berakhir. Isian Anda masih ada di bawah ini; masuk, lalu simpan." }
        }
        form.kolom method="post" action="/masuk/lanjut" {
            input type="hidden" name="tujuan" value=(target);
            @for (name, value) in form.0.iter().filter(|(name, _)| name != "_t") { input type="hidden" name=(format!("isi:{name}")) value=(value); }
            label for="akun" { "Akun" }
            input #akun name="akun" autocomplete="username" required value=(ask.form.get("akun")) autocapitalize="none";
            label for="sandi" { "Sandi" }
            input #sandi type="password" name="sandi" autocomplete="current-password" required;
            button.utama { "Masuk dan lanjutkan" }
        }
        h2 { "Isian Anda" }
        @for (name, value) in typed { p.lembut { (name.rsplit(':').next().unwrap_or(name)) } pre.teks tabindex="0" { (value) } }
    };
    bare(ask, "Masuk untuk menyimpan", &body)
}

/// Signs in whoever wrote a form without a session, and offers to send it again.
pub(crate) fn enter_and_continue(ask: &Ask<'_>) -> Answer {
    let target = ask.form.get("tujuan");
    let is_ours = target.starts_with("/pd/") || target.starts_with("/administrasi");
    let it = match let_in(ask)? {
        Ok(it) => it,
        Err(why) => {
            // The texts stay on the page: only the password is asked again.
            let fields = ask.form.beginning("isi:");
            let fields = fields.map(|(name, it)| (name.to_owned(), it.to_owned())).collect();
            let page = signed_out_page(ask, target, &Fields(fields), Some(&why));
            return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    };
    if !is_ours {
        return Err(Fault::Bad("Tujuan isian ini tidak dikenal.".to_owned()));
    }
    let token = crate::ask::form_token_of(&it.secret);
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Anda sudah masuk kembali" }
        @if let Some(dikunci) = &it.dikunci { (locked_notice(ask, dikunci)) }
        form.kolom method="post" action=(target) {
            input type="hidden" name="_t" value=(token);
            @for (name, value) in ask.form.beginning("isi:") { input type="hidden" name=(name) value=(value); }
            button.utama { "Simpan isian saya" }
        }
    };
    let page = bare(ask, "Lanjutkan menyimpan", &body);
    Ok(Reply::page(page).with_cookie(&set_session_cookie(ask.app, Some(&it.secret))))
}

/// A password is taken as it was typed.
fn raw<'a>(ask: &'a Ask<'_>, name: &str) -> &'a str {
    ask.form.raw(name).unwrap_or_default()
}

pub(crate) fn enter_demo(ask: &Ask<'_>) -> Answer {
    if !ask.app.settings.demo {
        return Err(Fault::NotFound("Masuk tanpa sandi hanya ada pada peragaan.".to_owned()));
    }
    let secret = ask.store().enter(&ask.from, ask.form.get("akun"), ask.now)?;
    Ok(Reply::go_to(&target(ask)).with_cookie(&set_session_cookie(ask.app, Some(&secret))))
}

pub(crate) fn leave(ask: &Ask<'_>) -> Answer {
    if let Some(who) = &ask.who {
        ask.store().sign_out(&ask.from, &who.secret, ask.now)?;
    }
    Ok(Reply::go_to("/masuk").with_cookie(&set_session_cookie(ask.app, None)))
}

pub(crate) fn password_form(ask: &Ask<'_>) -> Answer {
    Ok(Reply::page(password_page(ask, None)))
}

fn password_page(ask: &Ask<'_>, fault: Option<&str>) -> Markup {
    let body = html! {
        p.merek.besar { "Selaras" }
        h1 { "Pilih sandi" }
        p { "Paling sedikit 12 huruf. Kalimat pendek dari beberapa kata yang tidak berhubungan mudah diingat dan sukar ditebak." }
        @if let Some(why) = fault { div.galat role="alert" { p { (why) } } }
        form.kolom method="post" action={ "/sandi/" (part(ask.params.get("tautan"))) } {
            label for="sandi" { "Sandi baru" }
            input #sandi type="password" name="sandi" autocomplete="new-password" required minlength="12" autofocus;
            label for="ulang" { "Sandi baru sekali lagi" }
            input #ulang type="password" name="ulang" autocomplete="new-password" required;
            button.utama { "Pakai sandi ini" }
        }
    };
    bare(ask, "Pilih sandi", &body)
}

pub(crate) fn choose_password(ask: &Ask<'_>) -> Answer {
    let sandi = raw(ask, "sandi");
    let refuse = |why: &str| {
        let page = password_page(ask, Some(why));
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    if sandi != raw(ask, "ulang") {
        return refuse("Kedua isian sandi tidak sama.");
    }
    let link = ask.params.get("tautan");
    let store = ask.store();
    match ask.long(|| store.choose_password(&ask.from, link, sandi, ask.now))? {
        Ok(()) => Ok(Reply::go_to("/masuk")),
        Err(fault) => refuse(&fault.to_string()),
    }
}

/// Keeps how pages look in a cookie of this browser.
pub(crate) fn set_look(ask: &Ask<'_>) -> Answer {
    let mut reply = Reply::go_to(&target(ask));
    for (name, allowed) in [("tema", &["terang", "gelap", ""][..]), ("rapat", &["ya", ""])] {
        let chosen = ask.form.raw(name);
        if let Some(value) = chosen.filter(|it| allowed.contains(it)) {
            let cookie =
                format!("{name}={value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
            reply = reply.with_cookie(&cookie);
        }
    }
    Ok(reply)
}

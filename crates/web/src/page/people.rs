//! Administrasi: accounts, the roles that people hold from when to when, and what each role may do.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use jiff::SignedDuration;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::tanggal;
use selaras_store::{Pengguna, Penugasan, Peran, StatusPenugasan, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{part, with_query};
use crate::frame::{Head, Phase, page, role_words};
use crate::list::{Column, Listing};
use crate::permission::{PERMISSIONS, PermissionRule};
use crate::widget::{self, form_token};

/// How long an administrator is told of accounts that were locked, and of how many by name.
const LOCKS_TOLD: SignedDuration = SignedDuration::from_hours(7 * 24);
const LOCKS: usize = 10;

/// The accounts of a pemda.
struct Accounts<'a> {
    n_all: usize,
    /// Those that were locked of late.
    locked: Vec<String>,
    /// Those that the address asks for.
    listing: Listing<'a, Pengguna>,
}

impl<'a> Accounts<'a> {
    fn load(ask: &'a Ask<'a>) -> Result<Accounts<'a>, Fault> {
        let pemda = ask.pengguna()?.pemda;
        let users: Vec<Pengguna> =
            ask.store().users()?.into_iter().filter(|it| it.pemda == pemda).collect();
        let since = ask.now - LOCKS_TOLD;
        let is_locked = |it: &&Pengguna| it.terkunci_sampai.is_some_and(|until| since < until);
        let locked = users.iter().filter(is_locked).map(|it| it.akun.clone()).collect();
        let n_all = users.len();
        let columns = vec![
            Column::text("nama", "Nama", |it: &Pengguna| &it.nama).shown(|it| {
                html! { a href=(format!("/administrasi/akun/{}", part(&it.akun))) { (it.nama) } }
            }),
            Column::text("akun", "Akun", |it: &Pengguna| &it.akun),
            Column::made("peran", "Peran", |it| roles(it, ask.day())).choice_of(|it| {
                held(it, ask.day()).map(|it| role_words(it.peran).to_owned()).collect()
            }),
            Column::made("perangkat", "Perangkat daerah", |it| {
                let offices: BTreeSet<&str> =
                    held(it, ask.day()).filter_map(|it| it.perangkat.as_deref()).collect();
                offices.into_iter().collect::<Vec<_>>().join(", ")
            })
            .choice_of(|it| held(it, ask.day()).filter_map(|it| it.perangkat.clone()).collect())
            .in_file(),
            Column::made("keadaan", "Keadaan", |it| state(it, ask)).choice_of(|it| {
                vec![state(it, ask).split(' ').next().unwrap_or_default().to_owned()]
            }),
        ];
        let place = ("/administrasi".to_owned(), "akun".to_owned());
        Ok(Accounts { n_all, locked, listing: Listing::of(ask, place, columns, users) })
    }
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let accounts = Accounts::load(ask)?;
    match accounts.listing.file()? {
        Some(file) => Ok(file),
        None => Ok(Reply::page(list_page(ask, &accounts, &[]))),
    }
}

fn list_page(ask: &Ask<'_>, accounts: &Accounts<'_>, errors: &[(String, String)]) -> Markup {
    let Accounts { n_all, locked, listing } = accounts;
    let body = html! {
        @if !locked.is_empty() {
            div.kabar role="status" {
                p { "Terkunci dalam tujuh hari terakhir karena sandi salah berturut-turut: "
                    @for (n, akun) in locked.iter().take(LOCKS).enumerate() {
                        @if n > 0 { ", " }
                        a href=(with_query("/jejak-audit", "objek", &format!("pengguna/{akun}"))) { (akun) }
                    }
                    @if locked.len() > LOCKS { " dan " (locked.len() - LOCKS) " akun lain" }
                    ". Jejaknya menyebut dari mana; bila bukan pemiliknya yang salah ketik, buatkan sandi baru." }
            }
        }
        (listing.render())
        section aria-labelledby="baru" {
            h2 #baru { "Akun baru" }
            (widget::errors(errors))
            form.baris-isian method="post" action="/administrasi/akun" {
                (form_token(ask))
                div { label for="f-akun" { "Akun" } input #f-akun name="akun" required value=(ask.form.get("akun")) autocapitalize="none" aria-invalid=[errors.iter().any(|(it, _)| it == "akun").then_some("true")]; }
                div { label for="f-nama" { "Nama lengkap" } input #f-nama name="nama" required value=(ask.form.get("nama")); }
                button.utama { "Buat akun" }
            }
        }
    };
    let head = Head::new("Akun dan peran", Phase::Administer)
        .state(format!("{n_all} akun."))
        .action(html! { a.tombol href="/administrasi/akun-xlsx" { "Isi dari XLSX" } });
    page(ask, None, &head, body)
}

/// The roles that somebody holds on a day.
fn held(it: &Pengguna, day: Date) -> impl Iterator<Item = &Penugasan> {
    it.penugasan.iter().filter(move |it| it.holds_on(day))
}

fn roles(it: &Pengguna, day: Date) -> String {
    let held: Vec<String> = held(it, day)
        .map(|it| match &it.perangkat {
            Some(perangkat) => format!("{}{} {perangkat}", prefix(it.status), role_words(it.peran)),
            None => format!("{}{}", prefix(it.status), role_words(it.peran)),
        })
        .collect();
    if held.is_empty() { "tanpa peran".to_owned() } else { held.join(", ") }
}

fn prefix(it: StatusPenugasan) -> &'static str {
    match it {
        StatusPenugasan::Definitif => "",
        StatusPenugasan::Plt => "Plt. ",
        StatusPenugasan::Plh => "Plh. ",
    }
}

fn state(it: &Pengguna, ask: &Ask<'_>) -> String {
    match (it.berakhir, it.terkunci_sampai) {
        (Some(day), _) => format!("berakhir {}", tanggal::format(day)),
        (None, Some(until)) if ask.now < until => "terkunci karena sandi salah".to_owned(),
        _ if it.has_sandi => "aktif".to_owned(),
        _ => "belum memilih sandi".to_owned(),
    }
}

/// What is wrong with the name of a new account.
pub(crate) fn account_fault(akun: &str) -> Option<&'static str> {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "._-@".contains(it);
    let is_good = !akun.is_empty() && akun.len() <= 64 && akun.chars().all(is_plain);
    (!is_good).then_some("Akun terdiri atas huruf, angka, titik, atau garis, misalnya rina.contoh.")
}

pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let (akun, nama) = (ask.form.get("akun"), ask.form.get("nama"));
    let mut errors = Vec::new();
    if let Some(why) = account_fault(akun) {
        errors.push(("akun".to_owned(), why.to_owned()));
    }
    if nama.is_empty() {
        errors.push(("nama".to_owned(), "Nama lengkap belum diisi.".to_owned()));
    }
    if errors.is_empty() {
        match ask.store().add_user(&ask.pelaku(), Some(ask.pengguna()?.pemda), akun, nama) {
            Ok(()) => {
                return Ok(Reply::go_to(&format!(
                    "/administrasi/akun/{}",
                    part(&akun.to_lowercase())
                )));
            }
            Err(StoreError::Exists { what }) => {
                errors.push(("akun".to_owned(), format!("{what} sudah ada; pilih yang lain.")))
            }
            Err(error) => return Err(error.into()),
        }
    }
    let page = list_page(ask, &Accounts::load(ask)?, &errors);
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn found(ask: &Ask<'_>) -> Result<Pengguna, Fault> {
    let akun = ask.params.get("akun");
    let pemda = ask.pengguna()?.pemda;
    let found = ask.store().users()?.into_iter().find(|it| it.akun == akun && it.pemda == pemda);
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada akun «{akun}».")))
}

pub(crate) fn person(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    Ok(Reply::page(person_page(ask, &it, &[], None)?))
}

fn person_page(
    ask: &Ask<'_>,
    it: &Pengguna,
    errors: &[(String, String)],
    link: Option<&str>,
) -> Result<Markup, Fault> {
    let here = format!("/administrasi/akun/{}", part(&it.akun));
    // Also those that have no berkas yet.
    let offices: Vec<String> =
        ask.store().perangkat(it.pemda)?.into_iter().map(|row| row.singkatan).collect();
    let body = html! {
        @if let Some(link) = link {
            div.kabar role="status" {
                p { "Berikan tautan ini kepada " (it.nama) ". Tautan berlaku satu kali, selama dua hari, dan hanya ditampilkan sekarang:" }
                p { code.pecah { (link) } }
            }
        }
        (widget::errors(errors))
        section { h2 { "Peran" }
            @if it.penugasan.is_empty() { p.lembut { "Belum mempunyai peran." } }
            @else { table.lipat {
                thead { tr { th scope="col" { "Peran" } th scope="col" { "Di" } th scope="col" { "Mulai" } th scope="col" { "Sampai" } th scope="col" { span.tersembunyi { "Akhiri" } } } }
                tbody { @for (ke, held) in it.penugasan.iter().enumerate() { tr {
                    th scope="row" { (prefix(held.status)) (role_words(held.peran)) }
                    td data-judul="Di" { (held.perangkat.as_deref().unwrap_or("seluruh pemda")) }
                    td data-judul="Mulai" { (tanggal::format(held.mulai)) }
                    td data-judul="Sampai" { (held.sampai.map_or_else(|| "–".to_owned(), tanggal::format)) }
                    td { @if held.sampai.is_none_or(|day| day >= ask.day()) { details {
                        summary { "Akhiri peran" span.tersembunyi { " " (role_words(held.peran)) } }
                        form.baris-isian method="post" action=(format!("{here}/peran/akhiri")) {
                            (form_token(ask))
                            input type="hidden" name="ke" value=(ke);
                            input type="hidden" name="dipegang" value=(held.peran.code());
                            input type="hidden" name="sejak" value=(held.mulai);
                            div { label for=(format!("f-hari-terakhir-{ke}")) { "Hari terakhir" } input id=(format!("f-hari-terakhir-{ke}")) type="date" name="hari_terakhir" required value=(ask.day()); }
                            div { label for=(format!("f-alasan-{ke}")) { "Alasan" } input id=(format!("f-alasan-{ke}")) name="alasan" placeholder="pindah tugas"; }
                            button { "Akhiri peran" }
                        }
                    } } }
                } } }
            } }
            form.baris-isian method="post" action=(format!("{here}/tugaskan")) {
                (form_token(ask))
                div { label for="f-peran" { "Peran" } select #f-peran name="peran" { @for (peran, code) in Peran::ALL { option value=(code) selected[ask.form.get("peran") == code] { (role_words(peran)) } } } }
                div { label for="f-perangkat" { "Perangkat daerah" } select #f-perangkat name="perangkat" { option value="" { "seluruh pemda" } @for it in &offices { option value=(it) selected[ask.form.get("perangkat") == it] { (it) } } } }
                div { label for="f-status" { "Status" } select #f-status name="status" { @for (code, words) in [("definitif", "definitif"), ("plt", "Plt."), ("plh", "Plh.")] { option value=(code) selected[ask.form.get("status") == code] { (words) } } } }
                div { label for="f-mulai" { "Mulai" } input #f-mulai type="date" name="mulai" required value=(ask.form.given("mulai").map_or_else(|| ask.day().to_string(), str::to_owned)); }
                div { label for="f-sampai" { "Sampai (bila diketahui)" } input #f-sampai type="date" name="sampai" value=(ask.form.get("sampai")); }
                div { label for="f-alasan" { "Alasan memberi peran" } input #f-alasan name="alasan" value=(ask.form.get("alasan")) placeholder="SK mutasi nomor …"; }
                button.utama { "Beri peran" }
            }
        }
        section { h2 { "Sandi" }
            p { "Tautan baru membuat tautan sebelumnya tidak berlaku. Sandi yang sekarang tetap berlaku sampai yang baru dipilih." }
            form.baris-isian method="post" action=(format!("{here}/tautan")) {
                (form_token(ask))
                div { label for="f-alasan-tautan" { "Alasan membuat tautan" } input #f-alasan-tautan name="alasan" placeholder="lupa sandi"; }
                button { "Buat tautan pilih sandi" }
            }
        }
        section { h2 { "Akhiri akun" }
            form.baris-isian method="post" action=(format!("{here}/akhiri")) {
                (form_token(ask))
                div { label for="f-hari" { "Sejak" } input #f-hari type="date" name="hari" required value=(ask.day()); }
                div { label for="f-alasan-akhir" { "Alasan mengakhiri akun" } input #f-alasan-akhir name="alasan" placeholder="pensiun"; }
                button.bahaya { "Akhiri akun " (it.akun) }
            }
        }
    };
    let head = Head::new(it.nama.clone(), Phase::Administer)
        .state(html! { "Akun " strong { (it.akun) } ", " (state(it, ask)) "." });
    Ok(page(ask, None, &head, body))
}

pub(crate) fn assign(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let mut errors = Vec::new();
    let mut fail = |field: &str, why: &str| errors.push((field.to_owned(), why.to_owned()));
    let peran = Peran::from_code(ask.form.get("peran"));
    let status = StatusPenugasan::from_code(ask.form.get("status")).unwrap_or_default();
    let mulai: Option<Date> = ask.form.get("mulai").parse().ok();
    let sampai: Option<Date> = ask.form.get("sampai").parse().ok();
    let perangkat = ask.form.given("perangkat").map(str::to_owned);
    if peran.is_none() {
        fail("peran", "Pilih satu peran.");
    }
    if peran.is_some_and(Peran::is_of_office) && perangkat.is_none() {
        fail("perangkat", "Peran ini dipegang pada satu perangkat daerah; pilih yang mana.");
    }
    if peran.is_some_and(|it| !it.is_of_office()) && perangkat.is_some() {
        fail("perangkat", "Peran ini untuk seluruh pemda; kosongkan perangkat daerahnya.");
    }
    if mulai.is_none() {
        fail("mulai", "Isi tanggal mulai.");
    }
    if sampai < mulai && sampai.is_some() {
        fail("sampai", "Tanggal sampai tidak boleh sebelum tanggal mulai.");
    }
    if let (Some(peran), Some(mulai), true) = (peran, mulai, errors.is_empty()) {
        let new = Penugasan { peran, perangkat, status, mulai, sampai };
        ask.store().assign(&ask.pelaku(), &it.akun, new, ask.form.given("alasan"))?;
        return Ok(Reply::go_to(&format!("/administrasi/akun/{}", part(&it.akun))));
    }
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, person_page(ask, &it, &errors, None)?))
}

/// Ends a role on a day, for somebody who has moved on.
pub(crate) fn end_assignment(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let refuse = |why: &str| {
        let errors = [(String::new(), why.to_owned())];
        let page = person_page(ask, &it, &errors, None)?;
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    let held = ask.form.get("ke").parse().ok().and_then(|ke: usize| it.penugasan.get(ke));
    // What was on the page may have changed since.
    let held = held.filter(|held| {
        held.peran.code() == ask.form.get("dipegang")
            && held.mulai.to_string() == ask.form.get("sejak")
    });
    let Some(held) = held else {
        return refuse("Peran itu sudah berubah; lihat daftarnya lagi.");
    };
    let Ok(sampai) = ask.form.get("hari_terakhir").parse::<Date>() else {
        return refuse("Isi hari terakhir peran itu.");
    };
    if sampai < held.mulai {
        return refuse("Hari terakhir tidak boleh sebelum peran itu mulai.");
    }
    let alasan = ask.form.given("alasan");
    ask.store().end_assignment(&ask.pelaku(), &it.akun, held.clone(), sampai, alasan)?;
    Ok(Reply::go_to(&format!("/administrasi/akun/{}", part(&it.akun))))
}

pub(crate) fn end(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let Ok(day) = ask.form.get("hari").parse() else {
        let errors = [("hari".to_owned(), "Isi tanggal berakhirnya akun.".to_owned())];
        return Ok(Reply::page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            person_page(ask, &it, &errors, None)?,
        ));
    };
    ask.store().end_user(&ask.pelaku(), &it.akun, day, ask.form.given("alasan"))?;
    Ok(Reply::go_to("/administrasi"))
}

pub(crate) fn link(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let secret =
        ask.store().password_link(&ask.pelaku(), &it.akun, ask.form.given("alasan"), ask.now)?;
    let link = format!("{}/sandi/{secret}", ask.app.settings.origin);
    Ok(Reply::page(person_page(ask, &it, &[], Some(&link))?))
}

/// What each role may do: the table that the program itself asks.
pub(crate) fn permissions(ask: &Ask<'_>) -> Answer {
    let mut columns = vec![Column::text("hak", "Hak", |it: &&PermissionRule| it.about)];
    for (peran, _) in Peran::ALL {
        let words = role_words(peran);
        let may = move |it: &&PermissionRule| match it.roles.contains(&peran) {
            true => "boleh".to_owned(),
            false => String::new(),
        };
        columns.push(Column::made(peran.code(), words, may).choice());
    }
    let place = ("/hak-akses".to_owned(), "hak-akses".to_owned());
    let rules = Listing::of(ask, place, columns, PERMISSIONS.iter().collect());
    if let Some(file) = rules.file()? {
        return Ok(file);
    }
    let body = html! {
        p { "Peran perangkat daerah berlaku pada perangkat daerahnya saja. Yang tidak tercantum tidak diizinkan." }
        (rules.render())
    };
    let head = Head::new("Hak akses", Phase::Administer)
        .state("Satu tabel untuk halaman ini dan untuk programnya.");
    Ok(Reply::page(page(ask, None, &head, body)))
}

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
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, page, role_words};
use crate::list::{Column, Listing};
use crate::permission::{PERMISSIONS, Permission, PermissionRule};
use crate::widget::{count, form_token};

/// Letters of a person's name, and of a reason.
const NAME: usize = 200;
const REASON: usize = 1000;

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
        None => Ok(Reply::page(list_page(ask, &accounts, &Errors::default()))),
    }
}

fn list_page(ask: &Ask<'_>, accounts: &Accounts<'_>, errors: &Errors) -> Markup {
    let entry = Entry::new(ask, errors, true);
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
            (entry.summary())
            form.baris-isian method="post" action="/administrasi/akun#baru" {
                (form_token(ask))
                (entry.field("akun", "Akun", "", |it| html! { input id=(it.id) name=(it.name) required value=(it.value) autocapitalize="none" aria-invalid=[it.invalid] aria-describedby=[&it.described]; }))
                (entry.field("nama", "Nama lengkap", "", |it| it.input("text", true)))
                button.utama { "Buat akun" }
            }
        }
    };
    let head = Head::new("Akun dan peran", Phase::Administer)
        .state(format!("{} akun.", count(*n_all)))
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
    let mut errors = Errors::default();
    if let Some(why) = account_fault(akun) {
        errors.add("akun", why);
    }
    if nama.is_empty() || nama.chars().count() > NAME {
        errors.add("nama", format!("Isi nama lengkap, paling banyak {NAME} huruf."));
    }
    if errors.is_empty() {
        match ask.store().add_user(&ask.pelaku(), Some(ask.pengguna()?.pemda), akun, nama) {
            Ok(()) => {
                return Ok(Reply::go_to(&format!(
                    "/administrasi/akun/{}",
                    part(&akun.to_lowercase())
                )));
            }
            Err(StoreError::Exists { .. }) => {
                errors.add("akun", format!("Akun «{akun}» sudah ada; pilih nama akun lain."));
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
    Ok(Reply::page(person_page(ask, &it, &Errors::default(), None)?))
}

fn person_page(
    ask: &Ask<'_>,
    it: &Pengguna,
    errors: &Errors,
    link: Option<&str>,
) -> Result<Markup, Fault> {
    let here = format!("/administrasi/akun/{}", part(&it.akun));
    // The address says which form of the page came back.
    let is_back = |form: &str| ask.path == format!("{here}/{form}");
    let role = Entry::new(ask, errors, is_back("tugaskan"));
    let end = Entry::new(ask, errors, is_back("akhiri")).marked("akhir");
    let linking = Entry::new(ask, errors, is_back("tautan")).marked("tautan");
    let ending = |ke: usize| {
        let is_this = is_back("peran/akhiri") && ask.form.get("ke") == ke.to_string();
        Entry::new(ask, errors, is_this).marked(ke)
    };
    let today = ask.day().to_string();
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
        section #peran { h2 { "Peran" }
            @if it.penugasan.is_empty() { p.lembut { "Belum mempunyai peran." } }
            @else { table.lipat {
                thead { tr { th scope="col" { "Peran" } th scope="col" { "Di" } th scope="col" { "Mulai" } th scope="col" { "Sampai" } th scope="col" { span.tersembunyi { "Akhiri" } } } }
                tbody { @for (ke, held) in it.penugasan.iter().enumerate() { tr {
                    th scope="row" { (prefix(held.status)) (role_words(held.peran)) }
                    td data-judul="Di" { (held.perangkat.as_deref().unwrap_or("seluruh pemda")) }
                    td data-judul="Mulai" { (tanggal::format(held.mulai)) }
                    td data-judul="Sampai" { (held.sampai.map_or_else(|| "–".to_owned(), tanggal::format)) }
                    td { @if held.sampai.is_none_or(|day| day >= ask.day()) { @let entry = ending(ke); details open[entry.is_back()] {
                        summary { "Akhiri peran" span.tersembunyi { " " (role_words(held.peran)) } }
                        (entry.summary())
                        form.baris-isian method="post" action=(format!("{here}/peran/akhiri")) {
                            (form_token(ask))
                            input type="hidden" name="ke" value=(ke);
                            input type="hidden" name="dipegang" value=(held.peran.code());
                            input type="hidden" name="sejak" value=(held.mulai);
                            (entry.field("hari_terakhir", "Hari terakhir", &today, |it| it.input("date", true)))
                            (entry.field("alasan", "Alasan", "", |it| it.input("text", false)))
                            button { "Akhiri peran" }
                        }
                    } } }
                } } }
            } }
            (role.summary())
            form.baris-isian method="post" action=(format!("{here}/tugaskan#peran")) {
                (form_token(ask))
                (role.field("peran", "Peran", "", |it| it.select(Peran::ALL.map(|(peran, code)| (code, role_words(peran))))))
                (role.field("perangkat", "Perangkat daerah", "", |it| it.select(std::iter::once(("", "seluruh pemda")).chain(offices.iter().map(|it| (it.as_str(), it.as_str()))))))
                (role.field("status", "Status", "", |it| it.select([("definitif", "definitif"), ("plt", "Plt."), ("plh", "Plh.")])))
                (role.field("mulai", "Mulai", &today, |it| it.input("date", true)))
                (role.field("sampai", "Sampai (bila diketahui)", "", |it| it.input("date", false)))
                (role.field("alasan", "Alasan memberi peran", "", |it| it.input("text", false)))
                button.utama { "Beri peran" }
            }
        }
        section { h2 { "Sandi" }
            p { "Tautan baru membuat tautan sebelumnya tidak berlaku. Sandi yang sekarang tetap berlaku sampai yang baru dipilih." }
            (linking.summary())
            form.baris-isian method="post" action=(format!("{here}/tautan")) {
                (form_token(ask))
                (linking.field("alasan", "Alasan membuat tautan", "", |it| it.input("text", false)))
                button { "Buat tautan pilih sandi" }
            }
        }
        section #akhiri { h2 { "Akhiri akun" }
            (end.summary())
            form.baris-isian method="post" action=(format!("{here}/akhiri#akhiri")) {
                (form_token(ask))
                (end.field("hari", "Sejak", &today, |it| it.input("date", true)))
                (end.field("alasan", "Alasan mengakhiri akun", "", |it| it.input("text", false)))
                button.bahaya { "Akhiri akun " (it.akun) }
            }
        }
    };
    let head = Head::new(it.nama.clone(), Phase::Administer)
        .state(html! { "Akun " strong { (it.akun) } ", " (state(it, ask)) "." });
    Ok(page(ask, None, &head, body))
}

/// Refuses a reason that is too long to read.
fn limit_reason(ask: &Ask<'_>, errors: &mut Errors) {
    if ask.form.get("alasan").chars().count() > REASON {
        errors.add("alasan", format!("Alasan paling banyak {REASON} huruf."));
    }
}

fn refuse(ask: &Ask<'_>, it: &Pengguna, errors: &Errors) -> Answer {
    let page = person_page(ask, it, errors, None)?;
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
}

pub(crate) fn assign(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let mut errors = Errors::default();
    let peran = Peran::from_code(ask.form.get("peran"));
    let status = StatusPenugasan::from_code(ask.form.get("status"));
    let mulai: Option<Date> = ask.form.get("mulai").parse().ok();
    let sampai: Option<Date> = ask.form.get("sampai").parse().ok();
    let perangkat = ask.form.given("perangkat").map(str::to_owned);
    if peran.is_none() {
        errors.add("peran", "Peran: pilih satu dari daftarnya.");
    }
    if status.is_none() {
        errors.add("status", "Status: pilih definitif, Plt., atau Plh.");
    }
    match (peran, &perangkat) {
        (Some(peran), None) if peran.is_of_office() => {
            errors.add(
                "perangkat",
                "Peran ini dipegang pada satu perangkat daerah; pilih yang mana.",
            );
        }
        (Some(peran), Some(_)) if !peran.is_of_office() => {
            errors
                .add("perangkat", "Peran ini untuk seluruh pemda; kosongkan perangkat daerahnya.");
        }
        (_, Some(own))
            if !ask.store().perangkat(it.pemda)?.iter().any(|row| row.singkatan == *own) =>
        {
            errors.add(
                "perangkat",
                format!("Tidak ada perangkat daerah «{own}»; pilih dari daftarnya."),
            );
        }
        _ => {}
    }
    if mulai.is_none() {
        errors.add("mulai", "Mulai: isi tanggal, misalnya 2024-01-31.");
    }
    if sampai.is_none() && ask.form.given("sampai").is_some() {
        errors.add("sampai", "Sampai: isi tanggal, misalnya 2024-12-31, atau kosongkan.");
    }
    if sampai < mulai && sampai.is_some() {
        errors.add("sampai", "Tanggal sampai tidak boleh sebelum tanggal mulai.");
    }
    limit_reason(ask, &mut errors);
    let (Some(peran), Some(status), Some(mulai), true) = (peran, status, mulai, errors.is_empty())
    else {
        return refuse(ask, &it, &errors);
    };
    let new = Penugasan { peran, perangkat, status, mulai, sampai };
    ask.store().assign(&ask.pelaku(), &it.akun, new, ask.form.given("alasan"))?;
    Ok(Reply::go_to(&format!("/administrasi/akun/{}", part(&it.akun))))
}

/// Ends a role on a day, for somebody who has moved on.
pub(crate) fn end_assignment(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let held = ask.form.get("ke").parse().ok().and_then(|ke: usize| it.penugasan.get(ke));
    // What was on the page may have changed since.
    let held = held.filter(|held| {
        held.peran.code() == ask.form.get("dipegang")
            && held.mulai.to_string() == ask.form.get("sejak")
    });
    let held = held.ok_or_else(|| {
        Fault::Facts(
            "Peran itu sudah berubah sesudah halamannya dibuka; lihat daftarnya lagi.".to_owned(),
        )
    })?;
    let mut errors = Errors::default();
    let sampai = ask.form.get("hari_terakhir").parse::<Date>().ok();
    match sampai {
        None => errors.add("hari_terakhir", "Hari terakhir: isi tanggal, misalnya 2024-01-31."),
        Some(day) if day < held.mulai => {
            errors.add("hari_terakhir", "Hari terakhir tidak boleh sebelum peran itu mulai.");
        }
        Some(_) => {}
    }
    let alasan = ask.form.given("alasan");
    limit_reason(ask, &mut errors);
    let Some(sampai) = sampai.filter(|_| errors.is_empty()) else {
        return refuse(ask, &it, &errors);
    };
    ask.store().end_assignment(&ask.pelaku(), &it.akun, held.clone(), sampai, alasan)?;
    Ok(Reply::go_to(&format!("/administrasi/akun/{}", part(&it.akun))))
}

pub(crate) fn end(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let mut errors = Errors::default();
    let day = ask.form.get("hari").parse().ok();
    if day.is_none() {
        errors.add("hari", "Sejak: isi tanggal berakhirnya akun, misalnya 2024-01-31.");
    }
    limit_reason(ask, &mut errors);
    let Some(day) = day.filter(|_| errors.is_empty()) else {
        return refuse(ask, &it, &errors);
    };
    ask.store().end_user(&ask.pelaku(), &it.akun, day, ask.form.given("alasan"))?;
    Ok(Reply::go_to("/administrasi"))
}

pub(crate) fn link(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let mut errors = Errors::default();
    limit_reason(ask, &mut errors);
    if !errors.is_empty() {
        return refuse(ask, &it, &errors);
    }
    let secret =
        ask.store().password_link(&ask.pelaku(), &it.akun, ask.form.given("alasan"), ask.now)?;
    let link = format!("{}/sandi/{secret}", ask.app.settings.origin);
    Ok(Reply::page(person_page(ask, &it, &Errors::default(), Some(&link))?))
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
    let public = |it: &&PermissionRule| match it.permission {
        Permission::Open => "boleh".to_owned(),
        _ => String::new(),
    };
    columns.push(Column::made("publik", "Publik, tanpa masuk", public).choice());
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

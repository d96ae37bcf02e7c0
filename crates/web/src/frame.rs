//! The frame of every page: where one is, the phases of the cycle, how things stand, what to do.

use axum::http::StatusCode;
use maud::{DOCTYPE, Markup, html};
use selaras_package::words::title;
use selaras_store::{Pengguna, Peran};

use crate::ask::{Ask, Fault};
use crate::context::{Context, part};
use crate::permission::Permission;
use crate::{asset, widget};

/// A phase of the cycle, and the pages in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Home,
    Plan,
    Agree,
    Act,
    Measure,
    Report,
    Evaluate,
    /// The facts behind all phases, table by table.
    Facts,
    City,
    Administer,
}

/// A page of a phase: the end of its address, and its name.
type Entry = (&'static str, &'static str);

impl Phase {
    const OF_OFFICE: [(Phase, &'static str, &'static [Entry]); 8] = [
        (Phase::Home, "Beranda", &[("", "Beranda")]),
        (
            Phase::Plan,
            "Rencanakan",
            &[
                ("renstra", "Renstra"),
                ("pohon", "Pohon kinerja"),
                ("indikator", "Kartu indikator"),
                ("anggaran", "Anggaran"),
            ],
        ),
        (Phase::Agree, "Perjanjikan", &[("perjanjian", "Perjanjian kinerja")]),
        (Phase::Act, "Laksanakan", &[("rencana-aksi", "Rencana aksi")]),
        (
            Phase::Measure,
            "Ukur",
            &[
                ("ukur", "Pengukuran"),
                ("register", "Register"),
                ("capaian", "Capaian dan analisis"),
            ],
        ),
        (Phase::Report, "Laporkan", &[("lkjip", "Laporan kinerja")]),
        (Phase::Evaluate, "Evaluasi", &[("evaluasi", "Evaluasi dan rekomendasi")]),
        (
            Phase::Facts,
            "Data",
            &[("tabel", "Tabel"), ("pemeriksaan", "Pemeriksaan"), ("komentar", "Komentar")],
        ),
    ];
}

/// What stands above the content of a page.
pub(crate) struct Head {
    pub(crate) title: String,
    pub(crate) phase: Phase,
    /// How things stand, in a sentence.
    pub(crate) state: Option<Markup>,
    /// The one thing to do next, at the right of the title.
    pub(crate) action: Option<Markup>,
}

impl Head {
    pub(crate) fn new(title: impl Into<String>, phase: Phase) -> Head {
        Head { title: title.into(), phase, state: None, action: None }
    }

    pub(crate) fn state(mut self, state: impl maud::Render) -> Head {
        self.state = Some(html! { (state) });
        self
    }

    pub(crate) fn action(mut self, action: Markup) -> Head {
        self.action = Some(action);
        self
    }
}

/// A page of an office, or of the whole pemda where there is no context.
pub(crate) fn page(ask: &Ask<'_>, context: Option<&Context>, head: &Head, body: Markup) -> Markup {
    let pengguna = ask.who.as_ref().map(|it| &it.pengguna);
    let main = html! {
        div.judul {
            div {
                h1 { (head.title) }
                @if let Some(state) = &head.state { p.keadaan { (state) } }
            }
            @if let Some(action) = &head.action { div.tindakan { (action) } }
        }
        (body)
    };
    let top = html! {
        header.atas {
            div.baris {
                a.merek href="/" { "Selaras" }
                @if let Some(context) = context { (places(ask, context, head.phase)) }
                @if let Some(pengguna) = pengguna {
                    form.cari role="search" aria-label="Cari di Selaras" action="/cari" {
                        label.tersembunyi for="cari" { "Cari perangkat daerah, indikator, program, atau halaman" }
                        input #cari type="search" name="q" placeholder="Cari" data-cari;
                    }
                    (person(ask, pengguna))
                }
            }
            @if pengguna.is_some() { (phases(ask, context, head.phase)) }
        }
    };
    document(ask, &head.title, &html! { (top) main #isi { (main) } })
}

/// A page outside of the frame: signing in.
pub(crate) fn bare(ask: &Ask<'_>, title: &str, body: &Markup) -> Markup {
    document(ask, title, &html! { main #isi .sempit { (body) } })
}

/// A page that everybody may read: in the frame for those who have signed in.
pub(crate) fn open(ask: &Ask<'_>, title: &str, body: &Markup) -> Markup {
    match ask.who {
        Some(_) => page(ask, None, &Head::new(title, Phase::Administer), html! { (body) }),
        None => {
            let main = html! { p.merek.besar { "Selaras" } div.judul { h1 { (title) } } (body) };
            document(ask, title, &html! { main #isi { (main) } })
        }
    }
}

fn document(ask: &Ask<'_>, title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" data-tema=[ask.look.theme] data-rapat[ask.look.is_compact] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Selaras" }
                link rel="icon" href=(asset::icon()) type="image/svg+xml";
                link rel="stylesheet" href=(asset::STYLE.address());
                script src=(asset::SCRIPT.address()) defer {}
            }
            body {
                a.lompat href="#isi" { "Langsung ke isi" }
                (body)
            }
        }
    }
}

/// Office, year and quarter: where one is, and the way to their neighbours.
fn places(ask: &Ask<'_>, context: &Context, phase: Phase) -> Markup {
    let pemda = ask.who.as_ref().map_or(0, |it| it.pengguna.pemda);
    // The frame never fails for want of its menu; without it the page itself says what is wrong.
    let years = ask.store().years(pemda, context.perangkat()).unwrap_or_default();
    let page = Phase::OF_OFFICE
        .iter()
        .find(|(it, ..)| *it == phase)
        .and_then(|(_, _, pages)| pages.iter().find(|(it, _)| ask.path.ends_with(it)))
        .map_or("", |(page, _)| *page);
    let here = context.plain(page);
    html! {
        nav.tempat aria-label="Perangkat daerah dan waktu" {
            @if ask.may(Permission::ReadCity, None) {
                a href={ "/kota/" (context.tahun()) } { (context.perangkat()) }
            } @else {
                a href=(context.link("")) { (context.perangkat()) }
            }
            details.menu {
                summary { (context.tahun()) }
                ul {
                    @for it in years.iter().rev() {
                        li { a href=(context.link_for(*it, page)) aria-current=[(*it == context.tahun()).then_some("true")] { (it) } }
                    }
                }
            }
            details.menu {
                summary { "s.d. triwulan " (roman(context.nomor())) }
                ul {
                    @for nomor in 1..=4_u8 {
                        li { a href={ (here) "?tw=" (nomor) } aria-current=[(nomor == context.nomor()).then_some("true")] { "s.d. triwulan " (roman(nomor)) } }
                    }
                }
            }
        }
    }
}

pub(crate) fn roman(nomor: u8) -> &'static str {
    ["I", "II", "III", "IV"].get(usize::from(nomor).wrapping_sub(1)).copied().unwrap_or("")
}

fn phases(ask: &Ask<'_>, context: Option<&Context>, phase: Phase) -> Markup {
    let mark = |is_here: bool| is_here.then_some("page");
    let pages: &[Entry] =
        Phase::OF_OFFICE.iter().find(|(it, ..)| *it == phase).map_or(&[], |(_, _, pages)| pages);
    let is_of = |page: &str| {
        ask.path.ends_with(&format!("/{page}"))
            || (!page.is_empty() && ask.path.contains(&format!("/{page}/")))
    };
    html! {
        nav.fase aria-label="Tahap siklus" {
            // On a phone the phases stand in a menu, which says where one is; elsewhere it is not shown.
            details.menu.tahap { summary { (here_words(ask, phase, pages.iter().find(|it| is_of(it.0)))) } }
            div.isi-fase {
                @if context.is_none() { a href="/beranda" aria-current=[mark(phase == Phase::Home)] { "Beranda" } }
                @if let Some(context) = context {
                    @for (it, name, pages) in Phase::OF_OFFICE {
                        a href=(context.link(pages.first().map_or("", |(page, _)| page))) aria-current=[mark(it == phase)] { (name) }
                    }
                }
                @if ask.may(Permission::ReadCity, None) {
                    @let tahun = context.map_or_else(|| ask.day().year().to_string(), |it| it.tahun().to_string());
                    a.kanan href={ "/kota/" (tahun) } aria-current=[mark(phase == Phase::City && !ask.path.starts_with("/reviu"))] { "Seluruh pemda" }
                }
                @if ask.may(Permission::Audit, None) {
                    a href="/reviu" aria-current=[mark(ask.path.starts_with("/reviu"))] { "Reviu" }
                }
                @if ask.may(Permission::Administer, None) {
                    a href="/administrasi" aria-current=[mark(phase == Phase::Administer)] { "Administrasi" }
                }
            }
        }
        @if let (Some(context), true) = (context, pages.len() > 1) {
            nav.anak aria-label="Halaman tahap ini" {
                @for (page, name) in pages {
                    a href=(context.link(page)) aria-current=[mark(is_of(page))] { (name) }
                }
            }
        }
        @if phase == Phase::Administer {
            nav.anak aria-label="Halaman administrasi" {
                @for (address, name, _) in ADMINISTRATION.iter().filter(|it| ask.may(it.2, None)) {
                    a href=(address) aria-current=[mark(ask.path == *address)] { (name) }
                }
            }
        }
    }
}

/// Where one is among the phases and their pages.
fn here_words(ask: &Ask<'_>, phase: Phase, entry: Option<&Entry>) -> String {
    let of_office = Phase::OF_OFFICE.iter().find(|(it, ..)| *it == phase);
    let name = match phase {
        Phase::City if ask.path.starts_with("/reviu") => "Reviu",
        Phase::City => "Seluruh pemda",
        Phase::Administer => "Administrasi",
        _ => of_office.map_or("Tahap", |(_, name, _)| *name),
    };
    let pages = of_office.map_or(&[][..], |it| it.2);
    match entry.filter(|_| pages.len() > 1) {
        Some((_, page)) => format!("{name}: {page}"),
        None => name.to_owned(),
    }
}

const ADMINISTRATION: [(&str, &str, Permission); 9] = [
    ("/administrasi", "Akun dan peran", Permission::Administer),
    ("/administrasi/perangkat", "Perangkat daerah", Permission::Administer),
    ("/administrasi/jadwal", "Jadwal dan tahun", Permission::Administer),
    ("/administrasi/kesehatan", "Cadangan dan kesehatan", Permission::Administer),
    ("/hak-akses", "Hak akses", Permission::SignedIn),
    ("/aturan", "Aturan dan skala", Permission::SignedIn),
    ("/nomenklatur", "Katalog nomenklatur", Permission::SignedIn),
    ("/jejak-audit", "Jejak audit", Permission::ReadTrail),
    ("/dokumentasi-api", "Dokumentasi API", Permission::Open),
];

fn person(ask: &Ask<'_>, pengguna: &Pengguna) -> Markup {
    let day = ask.day();
    let roles: Vec<String> = pengguna
        .penugasan
        .iter()
        .filter(|it| it.holds_on(day))
        .map(|it| match &it.perangkat {
            Some(perangkat) => format!("{} {perangkat}", role_words(it.peran)),
            None => role_words(it.peran).to_owned(),
        })
        .collect();
    let here = widget::with_changes(&ask.path, &ask.query, &[]);
    let look = |name: &str, value: &str, words: &str| {
        html! {
            form method="post" action="/tampilan" {
                (widget::form_token(ask))
                input type="hidden" name="ke" value=(here);
                button.tautan name=(name) value=(value) { (words) }
            }
        }
    };
    html! {
        details.menu.orang {
            summary { (pengguna.nama) }
            div {
                p.lembut { (if roles.is_empty() { "Belum mempunyai peran".to_owned() } else { roles.join(", ") }) }
                (look("tema", "terang", "Tampilan terang"))
                (look("tema", "gelap", "Tampilan gelap"))
                (look("tema", "", "Tampilan menurut perangkat"))
                @if ask.look.is_compact { (look("rapat", "", "Baris longgar")) }
                @else { (look("rapat", "ya", "Baris rapat")) }
                p { a href="/token" { "Token saya" } }
                p { a href="/hak-akses" { "Hak akses" } }
                p { a href="/dokumentasi-api" { "Dokumentasi API" } }
                @if ask.may(Permission::ReadTrail, None) { p { a href="/jejak-audit" { "Jejak audit" } } }
                form method="post" action="/keluar" {
                    (widget::form_token(ask))
                    button.tautan { "Keluar" }
                }
            }
        }
    }
}

pub(crate) fn role_words(peran: Peran) -> &'static str {
    match peran {
        Peran::Administrator => "Administrator",
        Peran::Perencana => "Perencana",
        Peran::Kepala => "Kepala perangkat daerah",
        Peran::Verifikator => "Verifikator",
        Peran::Inspektorat => "Inspektorat",
        Peran::KepalaDaerah => "Kepala daerah",
        Peran::Pegawai => "Pegawai",
    }
}

/// The page for what could not be answered: what is wrong, and the way back.
pub(crate) fn fault_page(ask: &Ask<'_>, fault: &Fault) -> Markup {
    let title = match fault.status() {
        StatusCode::NOT_FOUND => "Tidak ditemukan",
        StatusCode::FORBIDDEN => "Tidak diizinkan",
        StatusCode::UNAUTHORIZED => "Perlu masuk",
        StatusCode::CONFLICT => "Sudah diubah orang lain",
        StatusCode::BAD_REQUEST
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::UNPROCESSABLE_ENTITY => "Tidak dapat dilakukan",
        StatusCode::SERVICE_UNAVAILABLE => "Pangkalan data tidak dapat dipakai",
        _ => "Selaras gagal",
    };
    let body = html! {
        div.hampa {
            @for line in fault.words().lines() { p { (line) } }
            p {
                @if matches!(fault, Fault::SignIn) { a.tombol href="/masuk" { "Masuk" } }
                @else { a.tombol href="/" { "Ke beranda" } }
            }
        }
    };
    page(ask, None, &Head::new(title, Phase::Home), body)
}

/// Fields that no page shows again.
const SECRETS: [(&str, &str); 2] = [("sandi", "Sandi"), ("ulang", "Sandi sekali lagi")];

/// The page for a form that cannot be kept: what is wrong and all that was typed, with a button that
/// sends it again where that may help.
pub(crate) fn unsaved_page(ask: &Ask<'_>, fault: &Fault) -> Markup {
    let is_secret = |name: &str| SECRETS.iter().any(|(it, _)| *it == name);
    let fields: Vec<_> = ask.form.0.iter().filter(|(name, _)| !is_secret(name)).collect();
    let body = html! {
        div.galat role="alert" {
            @for line in fault.words().lines() { p { (line) } }
            p { "Isian Anda belum tersimpan; semuanya masih ada di bawah ini." }
        }
        @if fault.status().is_server_error() {
            form.kolom method="post" action=(widget::with_changes(&ask.path, &ask.query, &[])) data-jaga="belum" {
                @for (name, value) in &fields { input type="hidden" name=(name) value=(value); }
                @for (name, words) in SECRETS.iter().filter(|(name, _)| ask.form.raw(name).is_some()) {
                    label for=(name) { (words) }
                    input id=(name) type="password" name=(name) required;
                }
                @if ask.files.is_empty() { button.utama { "Simpan lagi" } }
                @else { p { "Berkas yang dikirim harus dipilih lagi: kembali ke halaman sebelumnya." } }
            }
        }
        h2 { "Isian Anda" }
        @for (name, value) in ask.form.typed().filter(|(name, _)| !is_secret(name)) {
            p.lembut { (title(name.rsplit(':').next().unwrap_or(name))) }
            pre.teks tabindex="0" { (value) }
        }
    };
    page(ask, None, &Head::new("Belum tersimpan", Phase::Home), body)
}

/// The address of an office.
pub(crate) fn office_address(perangkat: &str, tahun: impl std::fmt::Display) -> String {
    format!("/pd/{}/{tahun}", part(perangkat))
}

//! Administrasi: the offices of the pemda, from when to when each exists and which others it
//! continues; one by one, or many from XLSX. And the first year of an office: without facts, or with
//! those of a package.

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::{Asal, Code, Pemda, PerangkatDaerah, Tahun, tanggal};
use selaras_store::{BerkasKey, Pengguna, Peran, Perangkat, PerubahanPerangkat, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::part;
use crate::frame::{Head, Phase, office_address, page};
use crate::list::{Column, Listing};
use crate::server::FILE_LIMIT;
use crate::widget::{self, form_token};

pub(super) const HERE: &str = "/administrasi/perangkat";

/// The columns of the list as a file, and what each is called on the page.
pub(super) const COLUMNS: [(&str, &str); 8] = [
    ("singkatan", "Singkatan"),
    ("nama", "Nama lengkap"),
    ("kode", "Kode"),
    ("dibentuk", "Dibentuk"),
    ("berakhir", "Berakhir"),
    ("perubahan", "Perubahan"),
    ("asal", "Asal"),
    ("dasar", "Dasar"),
];

fn words(it: PerubahanPerangkat) -> &'static str {
    match it {
        PerubahanPerangkat::Penggabungan => "penggabungan",
        PerubahanPerangkat::Pemecahan => "pemecahan",
        PerubahanPerangkat::PenggantianNama => "penggantian nama",
    }
}

/// Where an office comes from, or what has become of it, in one line each.
pub(crate) fn lineage(all: &[Perangkat], singkatan: &str) -> Vec<Markup> {
    let link = |name: &str| {
        let last = all.iter().find(|it| it.singkatan == name).and_then(|it| it.tahun.last());
        match last {
            Some(tahun) => html! { a href=(office_address(name, tahun)) { (name) } },
            None => html! { (name) },
        }
    };
    let listed = |names: &[String]| {
        html! { @for (n, name) in names.iter().enumerate() { @if n > 0 { ", " } (link(name)) } }
    };
    let since = |it: &Perangkat| html! { @if let Some(day) = it.dibentuk { " sejak " (tanggal::format(day)) } };
    let mut lines = Vec::new();
    if let Some(it) = all.iter().find(|it| it.singkatan == singkatan)
        && let Some(perubahan) = it.perubahan
    {
        let dasar = it.dasar.as_deref();
        lines.push(html! {
            "Lanjutan dari " (listed(&it.asal)) " melalui " (words(perubahan)) (since(it))
            @if let Some(dasar) = dasar { " (" (dasar) ")" } "."
        });
    }
    for it in all.iter().filter(|it| it.asal.iter().any(|asal| asal == singkatan)) {
        let verb = match it.perubahan {
            Some(PerubahanPerangkat::Penggabungan) => "Bergabung ke ",
            Some(PerubahanPerangkat::Pemecahan) => "Dipecah, antara lain menjadi ",
            _ => "Berganti nama menjadi ",
        };
        lines.push(html! { (verb) (link(&it.singkatan)) (since(it)) "." });
    }
    lines
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    if ask.wants_file() {
        let all = ask.store().perangkat(ask.pengguna()?.pemda)?;
        if let Some(file) = offices(ask, &all).file()? {
            return Ok(file);
        }
    }
    Ok(Reply::page(list_page(ask, &[])?))
}

/// The offices as a list, which is the template of the upload too.
fn offices<'a>(ask: &'a Ask<'a>, all: &'a [Perangkat]) -> Listing<'a, &'a Perangkat> {
    type Row<'r> = &'r Perangkat;
    let [singkatan, nama, kode, dibentuk, berakhir, perubahan, asal, dasar] = COLUMNS;
    let text = |(name, title): (&'static str, &'static str), at: usize| {
        Column::made(name, title, move |it: &Row<'_>| cells(it)[at].clone())
    };
    let columns = vec![
        text(singkatan, 0).shown(
            |it| html! { a href=(format!("{HERE}/{}", part(&it.singkatan))) { (it.singkatan) } },
        ),
        text(nama, 1),
        text(kode, 2).in_file(),
        Column::date(dibentuk.0, dibentuk.1, |it: &Row<'_>| it.dibentuk),
        Column::date(berakhir.0, berakhir.1, |it: &Row<'_>| it.berakhir),
        text(perubahan, 5).choice().in_file(),
        text(asal, 6).shown(|it| html! { @for line in lineage(all, &it.singkatan) { div { (line) } } }),
        text(dasar, 7).in_file(),
        Column::made("berkas", "Berkas", |it: &Row<'_>| {
            it.tahun.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        })
        .on_page()
        .shown(|it| html! { @for tahun in &it.tahun { a href=(office_address(&it.singkatan, tahun)) { (tahun) } " " } }),
    ];
    let place = (HERE.to_owned(), "perangkat_daerah".to_owned());
    Listing::of(ask, place, columns, all.iter().collect()).nothing(
        "Belum ada perangkat daerah. Tambahkan yang pertama di bawah, isi semuanya dari XLSX, atau impor sebuah paket fakta.",
        None,
    )
}

/// What is typed for a new office, and what is wrong with it.
fn list_page(ask: &Ask<'_>, errors: &[(String, String)]) -> Result<Markup, Fault> {
    let all = ask.store().perangkat(ask.pengguna()?.pemda)?;
    let listing = offices(ask, &all);
    let first_steps = first_steps(ask, &all)?;
    let is_of_package = errors.iter().any(|(field, _)| field == "paket");
    let body = html! {
        (first_steps)
        p.alat { a href=(format!("{HERE}/unggah")) { "Isi dari XLSX" } }
        (listing.render())
        section aria-labelledby="baru" {
            h2 #baru { "Perangkat daerah baru" }
            @if !is_of_package { (widget::errors(errors)) }
            (office_form(ask, HERE, &typed_or(ask, None), errors, true))
        }
        section aria-labelledby="paket" {
            h2 #paket { "Impor paket fakta" }
            p { "Paket adalah satu berkas zip dengan seluruh fakta satu perangkat daerah untuk satu tahun, seperti yang diunduh dari Selaras lain atau dibuat dengan " code { "selaras package" } "." }
            @if is_of_package { (widget::errors(errors)) }
            form.kolom.isian-baris method="post" action=(format!("{HERE}/paket")) enctype="multipart/form-data" {
                (form_token(ask))
                label for="f-paket" { "Paket (zip), paling banyak " (FILE_LIMIT >> 20) " MB" }
                input #f-paket type="file" name="paket" accept=".zip" required;
                div { button { "Impor paket" } }
            }
        }
    };
    let head = Head::new("Perangkat daerah", Phase::Administer)
        .state(format!("{} perangkat daerah.", all.len()));
    Ok(page(ask, None, &head, body))
}

/// What is still to be done before anybody can work, for whoever has just begun.
fn first_steps(ask: &Ask<'_>, all: &[Perangkat]) -> Result<Markup, Fault> {
    let office = all.first();
    let started = all.iter().find(|it| !it.tahun.is_empty());
    // Once there is a year, somebody must plan in it.
    if started.is_some() {
        let users = ask.store().users()?;
        let pemda = ask.pengguna()?.pemda;
        let is_planner = |it: &&Pengguna| {
            it.pemda == pemda && it.penugasan.iter().any(|it| it.peran == Peran::Perencana)
        };
        if users.iter().any(|it| is_planner(&it)) {
            return Ok(html! {});
        }
    }
    let step = |is_done: bool, words: Markup| {
        let mark = if is_done { "✓ " } else { "○ " };
        html! { li { span aria-hidden="true" { (mark) } (words) @if is_done { span.tersembunyi { " (sudah)" } } } }
    };
    Ok(html! {
        section.kabar aria-labelledby="langkah" {
            h2 #langkah { "Langkah awal" }
            ol {
                (step(office.is_some(), html! { "Tambahkan perangkat daerah pertama." }))
                (step(started.is_some(), html! {
                    "Buka tahun pertamanya"
                    @if let (Some(it), None) = (office, started) { " pada halaman " a href=(format!("{HERE}/{}", part(&it.singkatan))) { (it.singkatan) } }
                    "."
                }))
                (step(false, html! { a href="/administrasi" { "Buat akun" } " bagi perencananya dan beri peran Perencana; ia mengisi Renstra, anggaran, dan pengukuran." }))
            }
        }
    })
}

fn span_words(it: &Perangkat) -> String {
    match (it.dibentuk, it.berakhir) {
        (None, None) => "berlaku".to_owned(),
        (Some(from), None) => format!("sejak {}", tanggal::format(from)),
        (None, Some(until)) => format!("sampai {}", tanggal::format(until)),
        (Some(from), Some(until)) => {
            format!("{} – {}", tanggal::format(from), tanggal::format(until))
        }
    }
}

/// The cells of an office in the order of [`COLUMNS`].
pub(super) fn cells(it: &Perangkat) -> [String; 8] {
    let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    [
        it.singkatan.clone(),
        it.nama.clone(),
        it.kode.clone().unwrap_or_default(),
        day(it.dibentuk),
        day(it.berakhir),
        it.perubahan.map(|it| it.code().to_owned()).unwrap_or_default(),
        it.asal.join("; "),
        it.dasar.clone().unwrap_or_default(),
    ]
}

/// An office out of its cells; what is wrong is said with the column.
pub(super) fn from_cells(cells: &[String; 8]) -> Result<Perangkat, Vec<(&'static str, String)>> {
    let [singkatan, nama, kode, dibentuk, berakhir, perubahan, asal, dasar] = cells;
    let mut faults = Vec::new();
    let mut day = |kolom, text: &str| match text {
        "" => None,
        text => match text.parse::<Date>() {
            Ok(day) => Some(day),
            Err(_) => {
                faults.push((kolom, format!("«{text}» bukan tanggal; tulis seperti 2024-01-02")));
                None
            }
        },
    };
    let (dibentuk, berakhir) = (day("dibentuk", dibentuk), day("berakhir", berakhir));
    let spelt = perubahan.trim().to_lowercase().replace(' ', "_");
    let known = PerubahanPerangkat::from_code(&spelt);
    if known.is_none() && !spelt.is_empty() {
        let why = format!("«{perubahan}» bukan penggabungan, pemecahan, atau penggantian nama");
        faults.push(("perubahan", why));
    }
    let text = |it: &str| Some(it.trim().to_owned()).filter(|it| !it.is_empty());
    let names = asal.split(';').filter_map(text).collect();
    match faults.is_empty() {
        true => Ok(Perangkat {
            singkatan: singkatan.trim().to_owned(),
            nama: nama.trim().to_owned(),
            kode: text(kode),
            dibentuk,
            berakhir,
            perubahan: known,
            asal: names,
            dasar: text(dasar),
            tahun: Vec::new(),
            versi: 0,
        }),
        false => Err(faults),
    }
}

/// What was typed; before anything was, what is kept.
fn typed_or(ask: &Ask<'_>, kept: Option<&Perangkat>) -> [String; 8] {
    match (ask.form.raw("nama"), kept) {
        (Some(_), _) => COLUMNS.map(|(name, _)| ask.form.get(name).to_owned()),
        (None, Some(it)) => cells(it),
        (None, None) => Default::default(),
    }
}

fn office_form(
    ask: &Ask<'_>,
    address: &str,
    cells: &[String; 8],
    errors: &[(String, String)],
    is_new: bool,
) -> Markup {
    let wrong = |name: &str| errors.iter().any(|(it, _)| it == name).then_some("true");
    let hints = |name: &str| match name {
        "asal" => Some("Singkatan perangkat daerah asal, dipisahkan titik koma."),
        "dasar" => Some("Peraturan yang membentuk atau mengubahnya."),
        _ => None,
    };
    html! {
        form.kolom.isian-baris method="post" action=(address) {
            (form_token(ask))
            @for ((name, title), cell) in COLUMNS.iter().zip(cells) {
                @let id = format!("f-{name}");
                label for=(id) { (title) @if let Some(hint) = hints(name) { br; small.lembut { (hint) } } }
                @match *name {
                    "singkatan" if !is_new => { input id=(id) name=(name) value=(cell) readonly; }
                    "singkatan" | "nama" => { input id=(id) name=(name) value=(cell) required aria-invalid=[wrong(name)]; }
                    "dibentuk" | "berakhir" => { input id=(id) type="date" name=(name) value=(cell) aria-invalid=[wrong(name)]; }
                    "perubahan" => {
                        select id=(id) name=(name) aria-invalid=[wrong(name)] {
                            option value="" { "tidak ada" }
                            @for (it, code) in PerubahanPerangkat::ALL { option value=(code) selected[cell == code] { (words(*it)) } }
                        }
                    }
                    _ => { input id=(id) name=(name) value=(cell) aria-invalid=[wrong(name)]; }
                }
            }
            div { button.utama { @if is_new { "Tambah perangkat daerah" } @else { "Simpan" } } }
        }
    }
}

fn found(ask: &Ask<'_>) -> Result<(Vec<Perangkat>, Perangkat), Fault> {
    let all = ask.store().perangkat(ask.pengguna()?.pemda)?;
    let name = ask.params.get("perangkat");
    let it = all.iter().find(|it| it.singkatan == name).cloned();
    let it = it.ok_or_else(|| Fault::NotFound(format!("Tidak ada perangkat daerah «{name}».")))?;
    Ok((all, it))
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let (all, it) = found(ask)?;
    let pemda = ask.store().pemda(ask.pengguna()?.pemda)?;
    Ok(Reply::page(one_page(ask, &all, &it, &pemda, &[])))
}

fn one_page(
    ask: &Ask<'_>,
    all: &[Perangkat],
    it: &Perangkat,
    pemda: &Pemda,
    errors: &[(String, String)],
) -> Markup {
    let here = format!("{HERE}/{}", part(&it.singkatan));
    let lines = lineage(all, &it.singkatan);
    // A year goes on from the last year of the office itself, or of one that it continues.
    let starts: Vec<_> = all
        .iter()
        .filter(|other| it.asal.contains(&other.singkatan))
        .filter_map(|other| Some((&other.singkatan, *other.tahun.last()?)))
        .filter(|(_, tahun)| !it.tahun.iter().any(|own| own.get() == tahun.get() + 1))
        .collect();
    let body = html! {
        (widget::errors(errors))
        @if it.tahun.is_empty() && starts.is_empty() { (first_year_form(ask, it, pemda)) }
        @if !lines.is_empty() { section aria-labelledby="asal-usul" {
            h2 #asal-usul { "Asal-usul" }
            ul { @for line in &lines { li { (line) } } }
        } }
        (office_form(ask, &format!("{here}?versi={}", it.versi), &typed_or(ask, Some(it)), errors, false))
        @if let Some(tahun) = it.tahun.last() {
            p { a.tombol href=(office_address(&it.singkatan, tahun)) { "Buka " (it.singkatan) " " (tahun) } }
        }
        @if !starts.is_empty() { section aria-labelledby="lanjut" {
            h2 #lanjut { "Lanjutkan berkas" }
            p { "Tahun baru dimulai dari seluruh fakta perangkat daerah asal; berkas asalnya tidak berubah." }
            @for (asal, tahun) in &starts {
                form.baris-isian method="post" action="/administrasi/tahun" {
                    (form_token(ask))
                    input type="hidden" name="perangkat" value=(asal);
                    input type="hidden" name="tahun" value=(tahun);
                    input type="hidden" name="penerus" value=(it.singkatan);
                    button { "Buka tahun " (tahun.get() + 1) " dari " (asal) " " (tahun) }
                }
            }
        } }
    };
    let head = Head::new(it.nama.clone(), Phase::Administer).state(format!(
        "{}, {}.",
        it.singkatan,
        span_words(it)
    ));
    page(ask, None, &head, body)
}

/// What the first year of an office must say of it, and what each is called on the page.
const FIRST_YEAR: [(&str, &str, &str); 6] = [
    ("tahun", "Tahun", "Tahun yang diukur dan dilaporkan."),
    ("jabatan_kepala", "Jabatan kepala", "Misalnya Kepala Dinas."),
    (
        "bertanggung_jawab_kepada",
        "Bertanggung jawab kepada",
        "Seperti tertulis pada peraturan pembentukannya.",
    ),
    ("tugas", "Tugas", "Sambungan dari «mempunyai tugas»."),
    ("tempat", "Tempat", "Kota tempat dokumennya ditandatangani."),
    ("dasar_ukur", "Dasar cara mengukur", "Keputusan yang menetapkan cara mengukur kinerjanya."),
];

/// Asks for what an empty year needs, with what follows from the names of office and pemda.
fn first_year_form(ask: &Ask<'_>, it: &Perangkat, pemda: &Pemda) -> Markup {
    let head = pemda.jenis.kepala_daerah();
    let guess = |name: &str| match name {
        "tahun" => ask.day().year().to_string(),
        "jabatan_kepala" => {
            let kind = it.nama.split(' ').next().unwrap_or_default();
            if ["Dinas", "Badan"].contains(&kind) {
                format!("Kepala {kind}")
            } else {
                String::new()
            }
        }
        "bertanggung_jawab_kepada" => format!("{head} melalui Sekretaris Daerah"),
        "tempat" => pemda.nama.clone(),
        _ => String::new(),
    };
    let typed = |name: &str| ask.form.raw(name).map_or_else(|| guess(name), str::to_owned);
    html! {
        section aria-labelledby="tahun-pertama" {
            h2 #tahun-pertama { "Tahun pertama" }
            p { "Tahun dibuka tanpa rencana dan angka; perencana mengisinya, mulai dari Renstra. Isian di bawah ini tercetak pada dokumennya dan dapat diubah kemudian." }
            form.kolom.isian-baris method="post" action=(format!("{HERE}/{}/tahun", part(&it.singkatan))) {
                (form_token(ask))
                @for (name, title, hint) in FIRST_YEAR {
                    @let id = format!("f-{name}");
                    label for=(id) { (title) br; small.lembut { (hint) } }
                    @if name == "tahun" { input id=(id) name=(name) type="number" min="2014" max="2100" required value=(typed(name)); }
                    @else { input id=(id) name=(name) required value=(typed(name)); }
                }
                div { button.utama { "Buka tahun pertama" } }
            }
        }
    }
}

/// Opens the first year of an office, without facts.
pub(crate) fn open_first_year(ask: &Ask<'_>) -> Answer {
    let (all, it) = found(ask)?;
    let pemda = ask.store().pemda(ask.pengguna()?.pemda)?;
    let mut errors: Errors = FIRST_YEAR
        .iter()
        .filter(|(name, ..)| ask.form.given(name).is_none())
        .map(|(name, title, _)| ((*name).to_owned(), format!("{title} belum diisi.")))
        .collect();
    let tahun = ask.form.get("tahun").parse().ok().and_then(Tahun::new);
    match tahun {
        None if ask.form.given("tahun").is_some() => {
            errors.push(("tahun".to_owned(), "Tahun ditulis dengan empat angka.".to_owned()));
        }
        Some(tahun) if !it.exists_in(tahun) => {
            let why = format!("Pada tahun {tahun} tidak ada {}; lihat tanggalnya.", it.singkatan);
            errors.push(("tahun".to_owned(), why));
        }
        _ => {}
    }
    let (Some(tahun), true) = (tahun, errors.is_empty()) else {
        let page = one_page(ask, &all, &it, &pemda, &errors);
        return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let text = |name: &str| ask.form.get(name).to_owned();
    let office = PerangkatDaerah {
        kode: it.kode.clone(),
        nama: it.nama.clone(),
        singkatan: it.singkatan.clone(),
        tahun,
        jabatan_kepala: text("jabatan_kepala"),
        bertanggung_jawab_kepada: text("bertanggung_jawab_kepada"),
        tugas: text("tugas"),
        tempat: text("tempat"),
        tanggal_data: None,
        asal: Asal::default(),
    };
    let berkas = selaras_package::empty(pemda, office, ask.form.get("dasar_ukur"));
    match ask.store().import_from(&ask.pelaku(), berkas, false, Some("tahun pertama")) {
        Ok(_) => Ok(Reply::go_to(&office_address(&it.singkatan, tahun))),
        Err(StoreError::Exists { .. }) => Err(Fault::Facts(format!(
            "Tahun {tahun} {} sudah dibuka orang lain; lihat halamannya.",
            it.singkatan
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Takes in a package of facts that was sent.
pub(crate) fn import(ask: &Ask<'_>) -> Answer {
    let refuse = |faults: &[String]| {
        let errors: Errors = faults.iter().map(|it| ("paket".to_owned(), it.clone())).collect();
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, list_page(ask, &errors)?))
    };
    let Some(file) = ask.files.iter().find(|it| it.field == "paket") else {
        return refuse(&["Pilih paketnya lebih dahulu.".to_owned()]);
    };
    let read = ask.long(|| selaras_package::read_zip(std::io::Cursor::new(&file.bytes)));
    let berkas = match read {
        Ok(berkas) => berkas,
        Err(faults) => {
            let more = faults.len().saturating_sub(FAULTS);
            let mut lines: Vec<String> =
                faults.iter().take(FAULTS).map(ToString::to_string).collect();
            lines.extend((more > 0).then(|| format!("Dan {more} kesalahan lain.")));
            return refuse(&lines);
        }
    };
    let own = ask.store().pemda(ask.pengguna()?.pemda)?;
    if berkas.pemda != own {
        let name = |it: &Pemda| format!("{} {} ({})", it.jenis.code(), it.nama, it.provinsi);
        let why = format!(
            "Paket ini milik {}, sedangkan instalasi ini milik {}.",
            name(&berkas.pemda),
            name(&own)
        );
        return refuse(&[why]);
    }
    let key = BerkasKey::of(&berkas);
    let from = format!("dari paket {}", file.name);
    match ask.store().import_from(&ask.pelaku(), berkas, false, Some(&from)) {
        Ok(_) => Ok(Reply::go_to(&office_address(&key.perangkat, key.tahun))),
        Err(StoreError::Exists { .. }) => refuse(&[format!(
            "{key} sudah ada. Yang ada tidak diganti dari halaman ini; ubah pada halamannya."
        )]),
        Err(error) => Err(error.into()),
    }
}

/// Faults of a package that are shown.
const FAULTS: usize = 50;

/// Adds an office.
pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let typed = typed_or(ask, None);
    let kept = ask.store().perangkat(pemda)?;
    let is_known = kept.iter().any(|it| it.singkatan == typed[0].trim());
    let result = match from_cells(&typed) {
        _ if is_known => Err(vec![(
            "singkatan".to_owned(),
            format!("Singkatan: «{}» sudah ada; pilih yang lain atau ubah yang ada.", typed[0]),
        )]),
        Ok(it) => written(ask, vec![it])?,
        Err(faults) => Err(named(faults)),
    };
    match result {
        // The first one goes on at once with its first year.
        Ok(()) if kept.is_empty() => Ok(Reply::go_to(&format!("{HERE}/{}", part(typed[0].trim())))),
        Ok(()) => Ok(Reply::go_to(HERE)),
        Err(errors) => {
            Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, list_page(ask, &errors)?))
        }
    }
}

/// Changes an office.
pub(crate) fn change(ask: &Ask<'_>) -> Answer {
    let (all, kept) = found(ask)?;
    let pemda = ask.store().pemda(ask.pengguna()?.pemda)?;
    let mut typed = typed_or(ask, Some(&kept));
    typed[0].clone_from(&kept.singkatan);
    let versi = ask.query.get("versi").parse().unwrap_or(-1);
    let result = match from_cells(&typed) {
        Ok(it) => written(ask, vec![Perangkat { versi, ..it }]),
        Err(faults) => Ok(Err(named(faults))),
    };
    let refuse = |status, errors: &[(String, String)]| {
        Ok(Reply::page_with(status, one_page(ask, &all, &kept, &pemda, errors)))
    };
    match result {
        Ok(Ok(())) => Ok(Reply::go_to(&format!("{HERE}/{}", part(&kept.singkatan)))),
        Ok(Err(errors)) => refuse(StatusCode::UNPROCESSABLE_ENTITY, &errors),
        Err(Fault::Store(StoreError::Conflict { .. })) => {
            let now =
                cells(&kept).iter().skip(1).map(String::as_str).collect::<Vec<_>>().join("; ");
            let why = format!(
                "Orang lain mengubahnya lebih dahulu; sekarang tertulis: {now}. Simpan lagi untuk memakai isian Anda."
            );
            refuse(StatusCode::CONFLICT, &[(String::new(), why)])
        }
        Err(fault) => Err(fault),
    }
}

type Errors = Vec<(String, String)>;

fn title_of(kolom: &str) -> &'static str {
    COLUMNS.iter().find(|(name, _)| *name == kolom).map_or("", |(_, title)| title)
}

fn named(faults: Vec<(&'static str, String)>) -> Errors {
    faults
        .into_iter()
        .map(|(kolom, why)| (kolom.to_owned(), format!("{}: {why}.", title_of(kolom))))
        .collect()
}

pub(super) fn written(ask: &Ask<'_>, offices: Vec<Perangkat>) -> Result<Result<(), Errors>, Fault> {
    let faults = ask.store().write_perangkat(&ask.pelaku(), ask.pengguna()?.pemda, offices)?;
    Ok(match faults.is_empty() {
        true => Ok(()),
        false => Err(faults
            .into_iter()
            .map(|it| {
                (
                    it.kolom.to_owned(),
                    format!("{} ({}): {}.", title_of(it.kolom), it.singkatan, it.why),
                )
            })
            .collect()),
    })
}

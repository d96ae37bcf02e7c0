//! Reviu: an inspector sends a finished report of anyone, watches it being computed again, and reads what
//! is wrong in it. The document is kept until it is read, its results for a while.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread;

use axum::http::StatusCode;
use jiff::SignedDuration;
use maud::{Markup, html};
use selaras_audit::finding::Part;
use selaras_audit::{Finding, Level, Progress, Report, output};
use selaras_store::{Reviu, ReviuEnded, StatusReviu};
use serde::{Deserialize, Serialize};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::with_query;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::media::{DOCX, XLSX};
use crate::page::lkjip;
use crate::page::pengukuran::moment;
use crate::server::FILE_LIMIT;
use crate::status;
use crate::widget::{self, count, form_token};
use crate::{App, lock};

const HERE: &str = "/reviu";

/// Documents that are read at the same time by one node.
const WORKING: usize = 2;

/// How long another node may say nothing of a document before it counts as given up.
const SILENCE: SignedDuration = SignedDuration::from_mins(5);

/// The documents that this node is reading.
#[derive(Default)]
pub(crate) struct Working(Mutex<BTreeSet<String>>);

impl Working {
    /// Takes a place for a document; `None` where all are taken, or it is being read.
    fn begin(&self, app: &Arc<App>, id: &str) -> Option<Place> {
        let mut all = lock(&self.0);
        let is_taken = all.len() >= WORKING || !all.insert(id.to_owned());
        (!is_taken).then(|| Place { app: app.clone(), id: id.to_owned() })
    }

    fn has(&self, id: &str) -> bool {
        lock(&self.0).contains(id)
    }

    fn is_full(&self) -> bool {
        lock(&self.0).len() >= WORKING
    }
}

/// The place of a document among those that are read, given back when it is.
struct Place {
    app: Arc<App>,
    id: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        lock(&self.app.working.0).remove(&self.id);
    }
}

/// What the page shows of a document that was read.
#[derive(Deserialize, Serialize)]
struct Outcome {
    n_tables: usize,
    n_cells: usize,
    n_claims: usize,
    not_understood: Vec<String>,
    findings: Vec<Line>,
    /// Whether there are working papers to take along.
    has_kertas_kerja: bool,
    has_word: bool,
}

/// A finding in words.
#[derive(Deserialize, Serialize)]
struct Line {
    code: String,
    /// As in [`LEVELS`].
    level: String,
    place: String,
    printed: Option<String>,
    expected: Option<String>,
    message: String,
}

impl Line {
    fn of(it: &Finding) -> Line {
        Line {
            code: it.code.to_string(),
            level: code_of(it.level).to_owned(),
            place: place(it),
            printed: it.printed.clone(),
            expected: it.expected.clone(),
            message: it.message.clone(),
        }
    }

    fn level(&self) -> Level {
        LEVELS.iter().find(|(_, code, _)| *code == self.level).map_or(Level::Info, |(it, ..)| *it)
    }
}

impl Outcome {
    /// What is shown, and the files to take along.
    fn of(report: &Report) -> (Outcome, Vec<(&'static str, Vec<u8>)>) {
        let kertas_kerja = output::kertas_kerja(report).ok();
        let options = selaras_docx::Options::default();
        let word = selaras_docx::render(&output::dokumen(report), &options).ok();
        let outcome = Outcome {
            n_tables: report.tables,
            n_cells: report.cells_checked,
            n_claims: report.claims_checked,
            not_understood: report.not_understood.clone(),
            findings: report.findings.iter().map(Line::of).collect(),
            has_kertas_kerja: kertas_kerja.is_some(),
            has_word: word.is_some(),
        };
        let mut files = vec![
            ("html", output::html(report).into_bytes()),
            ("json", format!("{:#}", output::json(report)).into_bytes()),
        ];
        files.extend(kertas_kerja.map(|it| ("xlsx", it)));
        files.extend(word.map(|it| ("docx", it)));
        (outcome, files)
    }

    fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|it| it.level() == level).count()
    }

    fn words(&self) -> String {
        let (errors, warnings) = (self.count(Level::Error), self.count(Level::Warning));
        format!("{errors} kesalahan, {warnings} peringatan")
    }
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    if ask.wants_file()
        && let Some(file) = documents(ask)?.file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(form_page(ask, None)?))
}

/// What whoever asks has sent.
fn documents<'a>(ask: &'a Ask<'a>) -> Result<Listing<'a, Reviu>, Fault> {
    let columns = vec![
        Column::text("berkas", "Berkas", |it: &Reviu| &it.nama)
            .shown(|it| html! { a href=(format!("{HERE}/{}", it.id)) { (it.nama) } }),
        Column::made("dikirim", "Dikirim", |it: &Reviu| it.dibuat.to_string())
            .shown(|it| html! { (moment(ask, &it.dibuat.to_string())) }),
        Column::made("hasil", "Hasil", |it: &Reviu| words(ask, it)),
    ];
    let place = (HERE.to_owned(), "reviu".to_owned());
    Ok(Listing::of(ask, place, columns, ask.store().reviu_of(ask.pengguna()?)?))
}

fn form_page(ask: &Ask<'_>, wrong: Option<&str>) -> Result<Markup, Fault> {
    let documents = documents(ask)?;
    let errors: Vec<_> = wrong.map(|it| ("berkas".to_owned(), it.to_owned())).into_iter().collect();
    let body = html! {
        (widget::errors(&errors))
        p { "Kirim laporan kinerja siapa pun: DOCX, XLSX, CSV, atau PDF yang berteks. Selaras menghitung ulang tabelnya, membandingkan kalimat dengan tabel, dan menyebut setiap angka yang tidak dapat dijelaskan." }
        form.kolom.isian-baris method="post" action=(HERE) enctype="multipart/form-data" {
            (form_token(ask))
            label for="f-berkas" { "Berkas laporan, paling banyak " (FILE_LIMIT >> 20) " MB" }
            input #f-berkas type="file" name="berkas" accept=".docx,.xlsx,.csv,.pdf" required;
            div { button.utama { "Periksa laporan" } }
        }
        @if !documents.is_empty() {
            section aria-labelledby="hasil" {
                h2 #hasil { "Laporan yang Anda periksa" }
                (documents.render())
                p.lembut { "Enam belas hasil terakhir Anda disimpan selama sembilan puluh hari; unduh kertas kerja yang perlu disimpan lebih lama." }
            }
        }
    };
    let head = Head::new("Reviu laporan", Phase::City).state(
        "Laporannya sendiri tidak disimpan sesudah dibaca; hanya Anda yang melihat hasilnya. Laporan yang disahkan di sini dapat direviu langsung dari halaman laporannya.",
    );
    Ok(page(ask, None, &head, body))
}

/// Whether nobody reads a document any more that has not been read to its end.
fn is_given_up(ask: &Ask<'_>, it: &Reviu) -> bool {
    // An embedded database has no other node than this one.
    let is_silent = ask.store().is_embedded() || it.diperbarui + SILENCE < ask.now;
    it.status == StatusReviu::Berjalan && is_silent && !ask.app.working.has(&it.id)
}

fn words(ask: &Ask<'_>, it: &Reviu) -> String {
    match it.status {
        StatusReviu::Berjalan if is_given_up(ask, it) => "terhenti sebelum selesai".to_owned(),
        StatusReviu::Ditolak => "tidak dapat dibaca".to_owned(),
        StatusReviu::Berjalan | StatusReviu::Selesai => it.pesan.clone(),
    }
}

/// Takes a document that is sent, or a report that was signed here, and begins to read it.
pub(crate) fn start(ask: &Ask<'_>) -> Answer {
    let refuse = |why: &str| {
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, form_page(ask, Some(why))?))
    };
    let uploaded = ask.files.iter().find(|it| it.field == "berkas");
    let sent = match (ask.form.given("dokumen"), uploaded) {
        (Some(hash), _) => Some(lkjip::signed_file(ask, hash)?),
        (None, Some(it)) => Some((it.name.clone(), it.bytes.clone())),
        (None, None) => None,
    };
    let Some((name, bytes)) = sent else {
        return refuse("Pilih berkas laporan lebih dahulu.");
    };
    if ask.app.working.is_full() {
        return refuse("Dua laporan sedang diperiksa; coba lagi sebentar.");
    }
    let name = if name.is_empty() { "laporan" } else { &name };
    let id = ask.store().add_reviu(&ask.pelaku(), ask.pengguna()?, (name, &bytes), ask.now)?;
    begin(ask, &id, name, bytes)?;
    Ok(Reply::go_to(&format!("{HERE}/{id}")))
}

/// Begins again with a document that was not read to its end.
pub(crate) fn restart(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    if is_given_up(ask, &it) {
        let bytes = ask.store().reviu_document(ask.pengguna()?, &it.id)?;
        begin(ask, &it.id, &it.nama, bytes)?;
    }
    Ok(Reply::go_to(&format!("{HERE}/{}", it.id)))
}

/// Reads a document on a thread of its own; where all places are taken it waits to be begun again.
fn begin(ask: &Ask<'_>, id: &str, name: &str, bytes: Vec<u8>) -> Result<(), Fault> {
    let app = ask.app.shared().ok_or_else(|| Fault::Broken("tidak ada aplikasi".to_owned()))?;
    let pemda = ask.pengguna()?.pemda;
    if let Some(place) = ask.app.working.begin(&app, id) {
        let name = name.to_owned();
        thread::spawn(move || read(&place, pemda, &name, &bytes));
    }
    Ok(())
}

fn read(place: &Place, pemda: i64, name: &str, bytes: &[u8]) {
    let Place { app, id } = place;
    let complain = |done: Result<(), selaras_store::StoreError>| {
        if let Err(error) = done {
            (app.settings.log)(&format!("reviu {id}: {error}"));
        }
    };
    let tell = |step: Progress| {
        let words = match step {
            Progress::Reading => "membaca dokumen",
            Progress::Tables { .. } => "menghitung ulang tabel dan kalimat",
            Progress::Done { .. } => "menyusun kertas kerja",
        };
        complain(app.store.note_reviu((pemda, id), words, app.now()));
    };
    // A document that breaks the reader breaks nothing else.
    let work = || selaras_audit::audit(bytes, name, &tell).map(|report| Outcome::of(&report));
    let refused = |pesan: String| ReviuEnded { pesan, hasil: None, files: Vec::new() };
    let ended = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok((outcome, files))) => match serde_json::to_string(&outcome) {
            Ok(hasil) => ReviuEnded { pesan: outcome.words(), hasil: Some(hasil), files },
            Err(error) => refused(error.to_string()),
        },
        Ok(Err(error)) => refused(error.to_string()),
        Err(_) => {
            refused("Selaras gagal membaca dokumen ini; kesalahannya ada pada Selaras.".to_owned())
        }
    };
    complain(app.store.end_reviu((pemda, id), ended, app.now()));
}

fn found(ask: &Ask<'_>) -> Result<Reviu, Fault> {
    let found = ask.store().reviu(ask.pengguna()?, ask.params.get("reviu"));
    found.map_err(|error| match Fault::from(error) {
        Fault::NotFound(_) => {
            Fault::NotFound("Hasil reviu itu sudah tidak ada; kirim lagi laporannya.".to_owned())
        }
        fault => fault,
    })
}

/// What came of a document that was read to its end.
fn outcome(it: &Reviu) -> Result<Outcome, Fault> {
    let Some(hasil) = &it.hasil else {
        return Err(Fault::NotFound("Laporan ini belum selesai diperiksa.".to_owned()));
    };
    serde_json::from_str(hasil).map_err(|error| Fault::Broken(format!("reviu {}: {error}", it.id)))
}

pub(crate) fn show(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let here = format!("{HERE}/{}", it.id);
    if ask.wants_file()
        && let Some(file) = findings(ask, &here, &it.nama, &outcome(&it)?).file()?
    {
        return Ok(file);
    }
    let head = Head::new(it.nama.clone(), Phase::City).state(words(ask, &it));
    let is_given_up = is_given_up(ask, &it);
    let body = match it.status {
        StatusReviu::Berjalan if is_given_up => html! {
            div.kabar role="status" { p { "Pemeriksaan laporan ini terhenti sebelum selesai, misalnya karena server dihidupkan ulang. Laporannya masih ada." } }
            form method="post" action=(format!("{here}/ulang")) { (form_token(ask)) button.utama { "Periksa lagi" } }
        },
        StatusReviu::Berjalan => html! {
            p role="status" { "Sedang " (it.pesan) " …" }
            progress aria-label="Laporan sedang diperiksa" {}
            p { a.tombol href=(here) { "Muat ulang" } }
        },
        StatusReviu::Ditolak => html! {
            div.galat role="alert" { p { (it.pesan) } }
            p { a.tombol href=(HERE) { "Periksa laporan lain" } }
        },
        StatusReviu::Selesai => result(ask, &here, &it.nama, &outcome(&it)?),
    };
    let reply = Reply::page(page(ask, None, &head, body));
    Ok(match it.status {
        // The page asks again by itself, also without the script.
        StatusReviu::Berjalan if !is_given_up => {
            reply.with(axum::http::HeaderName::from_static("refresh"), &format!("1; url={here}"))
        }
        _ => reply,
    })
}

const LEVELS: [(Level, &str, &str); 3] = [
    (Level::Error, "kesalahan", "Kesalahan"),
    (Level::Warning, "peringatan", "Peringatan"),
    (Level::Info, "keterangan", "Keterangan"),
];

fn code_of(level: Level) -> &'static str {
    LEVELS.iter().find(|(it, ..)| *it == level).map_or("", |(_, code, _)| code)
}

fn tag(level: Level) -> Markup {
    match level {
        Level::Error => status::tag("▲", "bad", "Kesalahan"),
        Level::Warning => status::tag("◐", "near", "Peringatan"),
        Level::Info => status::tag("○", "none", "Keterangan"),
    }
}

fn findings<'a>(
    ask: &'a Ask<'a>,
    here: &str,
    name: &str,
    it: &'a Outcome,
) -> Listing<'a, &'a Line> {
    let title = |level: Level| LEVELS.iter().find(|(it, ..)| *it == level).map_or("", |it| it.2);
    let columns = vec![
        Column::text("kode", "Kode", |it: &&Line| &it.code),
        Column::text("tingkat", "Tingkat", move |it: &&Line| title(it.level()))
            .choice()
            .shown(|it| tag(it.level())),
        Column::text("tempat", "Tempat", |it: &&Line| &it.place),
        Column::text("tertulis", "Tertulis", |it: &&Line| {
            it.printed.as_deref().unwrap_or_default()
        }),
        Column::text("seharusnya", "Seharusnya", |it: &&Line| {
            it.expected.as_deref().unwrap_or_default()
        }),
        Column::text("temuan", "Temuan", |it: &&Line| &it.message),
    ];
    let nothing = match it.n_cells + it.n_claims {
        0 => {
            "Tidak ada yang dapat dihitung ulang: dokumen ini tidak memuat tabel capaian, anggaran, atau predikat yang dikenali."
        }
        _ => "Tidak ada temuan: semua yang dapat dihitung ulang cocok.",
    };
    let place = (here.to_owned(), format!("reviu-{name}"));
    Listing::of(ask, place, columns, it.findings.iter().collect()).nothing(nothing, None)
}

fn result(ask: &Ask<'_>, here: &str, name: &str, it: &Outcome) -> Markup {
    let download = |format: &str| with_query(&format!("{here}/unduh"), "format", format);
    html! {
        p { (it.n_tables) " tabel, " (it.n_cells) " sel dihitung ulang, " (it.n_claims) " pernyataan dalam kalimat dibandingkan." }
        p.alat {
            @if it.has_kertas_kerja { a.tombol.utama href=(download("xlsx")) { "Unduh Kertas Kerja Reviu" } }
            @if it.has_word { a.tombol href=(download("docx")) { "Unduh kertas kerja Word" } }
            a.tombol href=(download("html")) { "Unduh tabel bertanda" } a href=(download("json")) { "JSON" }
        }
        (findings(ask, here, name, it).render())
        @if !it.not_understood.is_empty() {
            details { summary { (count(it.not_understood.len())) " hal tidak dapat dibaca atau dijelaskan" }
                ul { @for why in &it.not_understood { li { (why) } } } }
        }
        p { a.tombol href=(HERE) { "Periksa laporan lain" } }
    }
}

/// Where a finding stands, in words.
fn place(it: &Finding) -> String {
    let at = &it.location.place;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(at.section.clone());
    match &it.location.part {
        Part::Cell { table, row_label, column_label, address, .. } => {
            parts.push(table.clone());
            parts.push(format!("{row_label} · {column_label}"));
            parts.extend(address.clone());
        }
        Part::Table { table, .. } => parts.push(table.clone()),
        Part::Sentence { sentence, .. } => {
            parts.push(format!("«{}»", widget::short(sentence, 160)));
        }
        Part::Document => {}
    }
    parts.extend(at.page.map(|it| format!("halaman {it}")));
    parts.join(", ")
}

pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let it = found(ask)?;
    let format = ask.query.given("format").unwrap_or("json");
    let kinds = [
        ("xlsx", XLSX),
        ("docx", DOCX),
        ("html", "text/html; charset=utf-8"),
        ("json", "application/json"),
    ];
    if let Some((ending, kind)) = kinds.into_iter().find(|(it, _)| *it == format) {
        let bytes = ask.store().reviu_file(ask.pengguna()?, &it.id, ending)?;
        let bytes = bytes.ok_or_else(|| {
            Fault::NotFound("Kertas kerja laporan ini tidak dapat disusun.".to_owned())
        })?;
        return Ok(Reply::file(kind, &format!("reviu-{}.{ending}", it.nama), bytes));
    }
    Err(Fault::NotFound(format!("Tidak ada kertas kerja berbentuk «{format}».")))
}

//! Reviu: an inspector sends a finished report of anyone, watches it being computed again, and reads what
//! is wrong in it. Results stay in memory for a while; what is to be kept is downloaded.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_audit::finding::Part;
use selaras_audit::{Finding, Level, Progress, Report, output};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::with_query;
use crate::export::{self, Cell, List};
use crate::frame::{Head, Phase, page};
use crate::lock;
use crate::server::FILE_LIMIT;
use crate::status;
use crate::widget::{self, form_token};

const HERE: &str = "/reviu";

/// Documents of everybody that are kept; the oldest goes first.
const KEPT: usize = 16;

/// Documents that are read at the same time.
const WORKING: usize = 2;

/// A document that somebody sent.
struct Job {
    id: String,
    /// Account of whoever sent it, who alone sees it.
    akun: String,
    file: String,
    state: Mutex<State>,
}

enum State {
    Working(&'static str),
    Refused(String),
    Done(Box<Outcome>),
}

/// What is kept of a document that was read: its results, not the document.
struct Outcome {
    n_tables: usize,
    n_cells: usize,
    n_claims: usize,
    not_understood: Vec<String>,
    findings: Vec<Finding>,
    html: String,
    json: String,
    kertas_kerja: Option<Vec<u8>>,
}

impl Outcome {
    fn of(report: Report) -> Outcome {
        Outcome {
            n_tables: report.tables,
            n_cells: report.cells_checked,
            n_claims: report.claims_checked,
            html: output::html(&report),
            json: format!("{:#}", output::json(&report)),
            kertas_kerja: output::kertas_kerja(&report).ok(),
            not_understood: report.not_understood,
            findings: report.findings,
        }
    }

    fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|it| it.level == level).count()
    }
}

/// The documents that are being read or were.
#[derive(Default)]
pub(crate) struct Jobs {
    all: Mutex<VecDeque<Arc<Job>>>,
    n_given: AtomicU64,
}

impl Jobs {
    /// A name for the next one. It may be guessed: only whoever sent a document sees it.
    fn next(&self) -> String {
        (self.n_given.fetch_add(1, Ordering::Relaxed) + 1).to_string()
    }

    fn of(&self, akun: &str) -> Vec<Arc<Job>> {
        lock(&self.all).iter().filter(|it| it.akun == akun).cloned().collect()
    }

    fn n_working(&self) -> usize {
        let is_working = |it: &&Arc<Job>| matches!(*lock(&it.state), State::Working(_));
        lock(&self.all).iter().filter(is_working).count()
    }

    fn add(&self, job: Arc<Job>) {
        let mut all = lock(&self.all);
        all.push_front(job);
        all.truncate(KEPT);
    }
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    Ok(Reply::page(form_page(ask, None)?))
}

fn form_page(ask: &Ask<'_>, wrong: Option<&str>) -> Result<Markup, Fault> {
    let jobs = ask.app.jobs.of(&ask.pengguna()?.akun);
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
        @if !jobs.is_empty() {
            section aria-labelledby="hasil" {
                h2 #hasil { "Laporan yang Anda periksa" }
                table.lipat { tbody { @for it in &jobs { tr {
                    th scope="row" { a href=(format!("{HERE}/{}", it.id)) { (it.file) } }
                    td { (words(&lock(&it.state))) }
                } } } }
                p.lembut { "Hasil disimpan sementara dan hilang bila server dihidupkan ulang; unduh kertas kerja yang perlu disimpan." }
            }
        }
    };
    let head = Head::new("Reviu laporan", Phase::City)
        .state("Laporan Anda tidak disimpan; hanya Anda yang melihat hasilnya.");
    Ok(page(ask, None, &head, body))
}

fn words(state: &State) -> String {
    match state {
        State::Working(step) => (*step).to_owned(),
        State::Refused(_) => "tidak dapat dibaca".to_owned(),
        State::Done(it) => {
            format!("{} kesalahan, {} peringatan", it.count(Level::Error), it.count(Level::Warning))
        }
    }
}

/// Takes a document and begins to read it.
pub(crate) fn start(ask: &Ask<'_>) -> Answer {
    let refuse = |why: &str| {
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, form_page(ask, Some(why))?))
    };
    let Some(file) = ask.files.iter().find(|it| it.field == "berkas") else {
        return refuse("Pilih berkas laporan lebih dahulu.");
    };
    if ask.app.jobs.n_working() >= WORKING {
        return refuse("Dua laporan sedang diperiksa; coba lagi sebentar.");
    }
    let job = Arc::new(Job {
        id: ask.app.jobs.next(),
        akun: ask.pengguna()?.akun.clone(),
        file: file.name.clone(),
        state: Mutex::new(State::Working("menunggu")),
    });
    ask.app.jobs.add(job.clone());
    let address = format!("{HERE}/{}", job.id);
    let bytes = file.bytes.clone();
    thread::spawn(move || read(&job, &bytes));
    Ok(Reply::go_to(&address))
}

fn read(job: &Job, bytes: &[u8]) {
    let tell = |step: Progress| {
        let words = match step {
            Progress::Reading => "membaca dokumen",
            Progress::Tables { .. } => "menghitung ulang tabel dan kalimat",
            Progress::Done { .. } => "menyusun kertas kerja",
        };
        *lock(&job.state) = State::Working(words);
    };
    // A document that breaks the reader breaks nothing else.
    let work = || selaras_audit::audit(bytes, &job.file, &tell).map(Outcome::of);
    let state = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(outcome)) => State::Done(Box::new(outcome)),
        Ok(Err(error)) => State::Refused(error.to_string()),
        Err(_) => State::Refused(
            "Selaras gagal membaca dokumen ini; kesalahannya ada pada Selaras.".to_owned(),
        ),
    };
    *lock(&job.state) = state;
}

fn found(ask: &Ask<'_>) -> Result<Arc<Job>, Fault> {
    let id = ask.params.get("id");
    let jobs = ask.app.jobs.of(&ask.pengguna()?.akun);
    let found = jobs.into_iter().find(|it| it.id == id);
    found.ok_or_else(|| {
        Fault::NotFound("Hasil reviu itu sudah tidak ada; kirim lagi laporannya.".to_owned())
    })
}

pub(crate) fn show(ask: &Ask<'_>) -> Answer {
    let job = found(ask)?;
    let state = lock(&job.state);
    let here = format!("{HERE}/{}", job.id);
    let head = Head::new(job.file.clone(), Phase::City).state(words(&state));
    let body = match &*state {
        State::Working(step) => html! {
            p role="status" { "Sedang " (step) " …" }
            progress aria-label="Laporan sedang diperiksa" {}
            p { a.tombol href=(here) { "Muat ulang" } }
        },
        State::Refused(why) => html! {
            div.galat role="alert" { p { (why) } }
            p { a.tombol href=(HERE) { "Periksa laporan lain" } }
        },
        State::Done(outcome) => result(ask, &here, outcome),
    };
    let reply = Reply::page(page(ask, None, &head, body));
    Ok(match &*state {
        // The page asks again by itself, also without the script.
        State::Working(_) => {
            reply.with(axum::http::HeaderName::from_static("refresh"), &format!("1; url={here}"))
        }
        _ => reply,
    })
}

fn level_of(ask: &Ask<'_>) -> Option<Level> {
    LEVELS.into_iter().find(|(_, code, _)| *code == ask.query.get("tingkat")).map(|(it, ..)| it)
}

const LEVELS: [(Level, &str, &str); 3] = [
    (Level::Error, "kesalahan", "Kesalahan"),
    (Level::Warning, "peringatan", "Peringatan"),
    (Level::Info, "keterangan", "Keterangan"),
];

fn tag(level: Level) -> Markup {
    match level {
        Level::Error => status::tag("▲", "bad", "Kesalahan"),
        Level::Warning => status::tag("◐", "near", "Peringatan"),
        Level::Info => status::tag("○", "none", "Keterangan"),
    }
}

fn result(ask: &Ask<'_>, here: &str, it: &Outcome) -> Markup {
    let wanted = level_of(ask);
    let shown: Vec<&Finding> =
        it.findings.iter().filter(|it| wanted.is_none_or(|level| it.level == level)).collect();
    let (range, pages) = widget::paging(here, &ask.query, shown.len());
    let download = |format: &str| with_query(&format!("{here}/unduh"), "format", format);
    html! {
        p { (it.n_tables) " tabel, " (it.n_cells) " sel dihitung ulang, " (it.n_claims) " pernyataan dalam kalimat dibandingkan." }
        p.alat {
            @if it.kertas_kerja.is_some() { a.tombol.utama href=(download("xlsx")) { "Unduh Kertas Kerja Reviu" } }
            a.tombol href=(download("html")) { "Unduh tabel bertanda" } a href=(download("json")) { "JSON" } a href=(download("csv")) { "CSV" }
        }
        form.saring aria-label="Saring temuan" action=(here) {
            label for="tingkat" { "Tingkat" }
            select #tingkat name="tingkat" {
                option value="" { "Semua" }
                @for (level, code, title) in LEVELS { option value=(code) selected[wanted == Some(level)] { (title) " (" (it.count(level)) ")" } }
            }
            button { "Tampilkan" }
        }
        @if shown.is_empty() {
            @let why = match (it.findings.is_empty(), it.n_cells + it.n_claims) {
                (true, 0) => "Tidak ada yang dapat dihitung ulang: dokumen ini tidak memuat tabel capaian, anggaran, atau predikat yang dikenali.",
                (true, _) => "Tidak ada temuan: semua yang dapat dihitung ulang cocok.",
                (false, _) => "Tidak ada temuan pada saringan ini.",
            };
            (widget::empty(why, None)) }
        @else { div.gulung { table.lipat {
            thead { tr { th scope="col" { "Kode" } th scope="col" { "Tempat" } th.angka scope="col" { "Tertulis" } th.angka scope="col" { "Seharusnya" } th scope="col" { "Temuan" } } }
            tbody { @for finding in &shown[range] { tr {
                th scope="row" { (finding.code) br; (tag(finding.level)) }
                td data-judul="Tempat" { (place(finding)) }
                td.angka data-judul="Tertulis" { (finding.printed.as_deref().unwrap_or("–")) }
                td.angka data-judul="Seharusnya" { (finding.expected.as_deref().unwrap_or("–")) }
                td data-judul="Temuan" { (finding.message) }
            } } }
        } } (pages) }
        @if !it.not_understood.is_empty() {
            details { summary { (it.not_understood.len()) " hal tidak dapat dibaca atau dijelaskan" }
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
    let job = found(ask)?;
    let state = lock(&job.state);
    let State::Done(it) = &*state else {
        return Err(Fault::NotFound("Laporan ini belum selesai diperiksa.".to_owned()));
    };
    let name = |ending: &str| format!("reviu-{}.{ending}", job.file);
    match ask.query.get("format") {
        "xlsx" => {
            let bytes = it.kertas_kerja.clone().ok_or_else(|| {
                Fault::NotFound("Kertas kerja laporan ini tidak dapat disusun.".to_owned())
            })?;
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Ok(Reply::file(kind, &name("xlsx"), bytes))
        }
        "html" => {
            Ok(Reply::file("text/html; charset=utf-8", &name("html"), it.html.clone().into_bytes()))
        }
        "json" => Ok(Reply::file("application/json", &name("json"), it.json.clone().into_bytes())),
        other => {
            let text = |it: &str| Cell::Text(it.to_owned());
            let rows = it.findings.iter().map(|it| {
                vec![
                    Cell::Text(it.code.to_string()),
                    text(
                        LEVELS.iter().find(|(level, ..)| *level == it.level).map_or("", |it| it.2),
                    ),
                    Cell::Text(place(it)),
                    text(it.printed.as_deref().unwrap_or_default()),
                    text(it.expected.as_deref().unwrap_or_default()),
                    text(&it.message),
                ]
            });
            let heads = ["Kode", "Tingkat", "Tempat", "Tertulis", "Seharusnya", "Temuan"];
            let list = List {
                name: format!("reviu-{}", job.file),
                heads: heads.map(str::to_owned).to_vec(),
                rows: rows.collect(),
            };
            export::download(&list, other)
        }
    }
}

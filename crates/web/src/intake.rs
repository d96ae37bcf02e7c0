//! Isi dari XLSX, in one shape on every page that offers it: a form for the workbook; what it would do,
//! with every fault at its cell; and a button that applies all of it or nothing.

use axum::http::StatusCode;
use maud::{Markup, html};

use crate::ask::{Ask, Reply};
use crate::context::{Context, way_back};
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, page};
use crate::server::FILE_LIMIT;
use crate::widget::{count, form_token};
use crate::workbook::{self, Sheet};

/// Faults that a page shows.
const SHOWN: usize = 200;

/// Where something is filled in from a workbook.
pub(crate) struct Intake<'a> {
    /// The office that it is about; none where it is about the whole pemda.
    pub(crate) context: Option<&'a Context>,
    pub(crate) phase: Phase,
    /// What is filled in.
    pub(crate) title: String,
    /// By what its lines are known, in a sentence.
    pub(crate) about: &'static str,
    /// What it fills in, as a list.
    pub(crate) list: String,
    /// Takes the workbook.
    pub(crate) here: String,
    /// Takes what was looked at.
    pub(crate) apply: String,
    /// The workbook of what is kept, which is the template too.
    pub(crate) template: String,
    /// What to know of its cells, a line each.
    pub(crate) steps: Vec<Markup>,
}

/// What a workbook would do.
pub(crate) struct Preview {
    /// How much of what, in a sentence.
    pub(crate) state: String,
    pub(crate) shown: Markup,
    /// Where, and what is wrong.
    pub(crate) faults: Vec<(String, String)>,
    /// As a text that comes back with the button; the words of the button. None where there is nothing
    /// to apply.
    pub(crate) plan: Option<(String, String)>,
}

/// The sheet that was sent, or why nothing can be made of it.
pub(crate) fn sent(ask: &Ask<'_>) -> Result<Sheet, String> {
    let file = ask.files.iter().find(|it| it.field == "berkas");
    let file = file.ok_or_else(|| "Pilih berkas XLSX lebih dahulu.".to_owned())?;
    let sheet = workbook::read(&file.bytes)?;
    match sheet.rows.is_empty() {
        true => Err("Lembarnya kosong.".to_owned()),
        false => Ok(sheet),
    }
}

impl Intake<'_> {
    pub(crate) fn form(&self, ask: &Ask<'_>) -> Reply {
        Reply::page(self.form_page(ask, &Errors::default()))
    }

    /// The form again, with why nothing was taken.
    pub(crate) fn refused(&self, ask: &Ask<'_>, status: StatusCode, why: &str) -> Reply {
        Reply::page_with(status, self.form_page(ask, &Errors::one("berkas", why)))
    }

    fn form_page(&self, ask: &Ask<'_>, errors: &Errors) -> Markup {
        let entry = Entry::new(ask, errors, true);
        let body = html! {
            (entry.summary())
            ol {
                li { a href=(self.template) { "Unduh yang sekarang sebagai XLSX" } "; berkas itu juga templatnya." }
                @for it in &self.steps { li { (it) } }
                li { "Unggah kembali. Anda melihat semua perubahan lebih dahulu; belum ada yang disimpan." }
            }
            form.kolom.isian-baris method="post" action=(self.here) enctype="multipart/form-data" {
                (form_token(ask))
                (kept_way_back(ask))
                (entry.field("berkas", format!("Berkas XLSX, paling banyak {} MB", FILE_LIMIT >> 20), "", |it| html! {
                    input id=(it.id) type="file" name=(it.name) accept=".xlsx" required aria-invalid=[it.invalid] aria-describedby=[&it.described];
                }))
                div { button.utama { "Periksa isi berkas" } }
            }
        };
        let head =
            Head::new(format!("{}: isi dari XLSX", self.title), self.phase).state(self.about);
        page(ask, self.context, &head, body)
    }

    pub(crate) fn preview(&self, ask: &Ask<'_>, it: &Preview) -> Reply {
        let body = html! {
            (faults(&it.faults))
            (it.shown)
            @match it.plan.as_ref().filter(|_| it.faults.is_empty()) {
                Some((plan, words)) => form method="post" action=(self.apply) {
                    (form_token(ask))
                    input type="hidden" name="rencana" value=(plan);
                    (kept_way_back(ask))
                    p.bawah { button.utama { (words) } a href=(self.list) { "Batal" } }
                },
                None => p.bawah { a.tombol href=(self.here) { "Unggah berkas lain" } a href=(self.list) { "Kembali ke daftar" } },
            }
        };
        let state = format!("{} {} sel salah.", it.state, count(it.faults.len()));
        let head = Head::new(format!("{}: periksa sebelum diterapkan", self.title), self.phase);
        let status = match it.faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Reply::page_with(status, page(ask, self.context, &head.state(state), body))
    }
}

/// The page that the way leads back to, carried from form to form.
fn kept_way_back(ask: &Ask<'_>) -> Markup {
    html! { @if let Some(to) = way_back(ask) { input type="hidden" name="ke" value=(to); } }
}

/// What is wrong with a workbook, cell by cell; nothing where nothing is.
pub(crate) fn faults(all: &[(String, String)]) -> Markup {
    html! {
        @if !all.is_empty() {
            div.galat role="alert" {
                strong { (count(all.len())) " sel perlu diperbaiki di Excel; belum ada yang disimpan" }
                table {
                    thead { tr { th scope="col" { "Sel" } th scope="col" { "Yang salah" } } }
                    tbody { @for (place, why) in all.iter().take(SHOWN) { tr { th scope="row" { (place) } td { (why) } } } }
                }
            }
        }
    }
}

/// What is said where somebody else was quicker.
pub(crate) const OUTDATED: &str = "Orang lain mengubah isinya sesudah berkas diperiksa. Belum ada yang disimpan; unggah berkasnya \
     lagi untuk membandingkan dengan isi yang baru.";

/// What is said where what was looked at comes back as something else.
pub(crate) const BROKEN: &str = "Rencana perubahan tidak utuh; unggah berkasnya lagi.";

//! Supervisi: what the second party of an agreement finds through the year, and the reward or sanction
//! that it decides on; written by that party, as the text of the agreement promises.

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{Berkas, Code, Id, PerjanjianKinerja};
use selaras_package::Table;
use selaras_store::{NewRow, Part, Pihak, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, part};
use crate::frame::{Head, Phase, page};
use crate::page::perjanjian::{self, parties_of, supervision};
use crate::page::table::refused;
use crate::permission::Permission;
use crate::widget::{self, form_token};

/// What a field is on the form.
enum Kind {
    Day,
    Line,
    Text,
    /// Codes with their words.
    Choice(&'static [(&'static str, &'static str)]),
}

/// A form of a table that hangs on an agreement.
struct Form {
    table: &'static str,
    title: &'static str,
    fields: &'static [(&'static str, &'static str, Kind)],
}

const SUPERVISION: Form = Form {
    table: "supervisi_perjanjian",
    title: "Supervisi",
    fields: &[
        ("tanggal", "Hari supervisi", Kind::Day),
        (
            "periode",
            "Periode yang dievaluasi",
            Kind::Choice(&[
                ("tw1", "Triwulan I"),
                ("tw2", "Triwulan II"),
                ("tw3", "Triwulan III"),
                ("tw4", "Triwulan IV"),
                ("tahun", "Setahun"),
            ]),
        ),
        ("hasil", "Apa yang ditemukan", Kind::Text),
        ("arahan", "Apa yang diminta dari pihak pertama", Kind::Text),
    ],
};

const DECISION: Form = Form {
    table: "keputusan_perjanjian",
    title: "Penghargaan atau sanksi",
    fields: &[
        ("tanggal", "Hari keputusan", Kind::Day),
        ("jenis", "Jenis", Kind::Choice(&[("penghargaan", "Penghargaan"), ("sanksi", "Sanksi")])),
        ("uraian", "Bunyinya", Kind::Text),
        ("keputusan", "Nomor surat keputusan", Kind::Line),
    ],
};

/// The form that the end of the address names.
fn form_of(ask: &Ask<'_>) -> &'static Form {
    if ask.path.ends_with("/keputusan") { &DECISION } else { &SUPERVISION }
}

impl Form {
    fn table(&self) -> Result<&'static Table, Fault> {
        let found = fact_tables().find(|it| it.name == self.table);
        found.ok_or_else(|| Fault::Broken(format!("tidak ada tabel {}", self.table)))
    }
}

/// Whether whoever asks is the second party of an agreement, or keeps the facts of the office.
pub(crate) fn may_supervise(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &Berkas,
    it: &PerjanjianKinerja,
) -> bool {
    ask.may(Permission::EditFacts, Some(context.perangkat()))
        || parties_of(ask, context, berkas, it).iter().any(|(pihak, _)| *pihak == Pihak::Kedua)
}

fn agreement<'b>(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &'b Berkas,
) -> Result<&'b PerjanjianKinerja, Fault> {
    let id = ask.params.get("perjanjian");
    let it = berkas.perjanjian_kinerja.iter().find(|it| it.id.as_str() == id);
    let it = it.ok_or_else(|| Fault::NotFound(format!("Tidak ada perjanjian «{id}».")))?;
    match may_supervise(ask, context, berkas, it) {
        true => Ok(it),
        false => Err(Fault::Forbidden(
            "Supervisi dan keputusan dicatat pihak kedua perjanjian ini, atau perencananya."
                .to_owned(),
        )),
    }
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(perjanjian::TABLES))?;
    let it = agreement(ask, &context, &berkas)?;
    Ok(Reply::page(form_page(ask, &context, (&berkas, it), &[])))
}

fn form_page(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, it): (&Berkas, &PerjanjianKinerja),
    errors: &[(String, String)],
) -> Markup {
    let form = form_of(ask);
    let is_sent = !ask.form.0.is_empty();
    let value = |name: &str| match (is_sent, name) {
        (true, _) => ask.form.get(name).to_owned(),
        (false, "tanggal") => ask.day().to_string(),
        (false, "periode") => context.triwulan.code().to_owned(),
        _ => String::new(),
    };
    let why = |name: &str| errors.iter().find(|(it, _)| it == name).map(|(_, why)| why);
    let body = html! {
        (widget::errors(errors))
        form.isian-baris method="post" action=(ask.path) data-jaga=(if errors.is_empty() { "" } else { "belum" }) {
            (form_token(ask))
            @for (name, words, kind) in form.fields {
                @let invalid = why(name).map(|_| "true");
                label for={ "f-" (name) } { (words) }
                @match kind {
                    Kind::Day => input id={ "f-" (name) } type="date" name=(name) value=(value(name)) aria-invalid=[invalid];,
                    Kind::Line => input id={ "f-" (name) } name=(name) value=(value(name)) aria-invalid=[invalid];,
                    Kind::Text => textarea id={ "f-" (name) } name=(name) rows="3" aria-invalid=[invalid] { (value(name)) },
                    Kind::Choice(all) => select id={ "f-" (name) } name=(name) aria-invalid=[invalid] {
                        @let chosen = value(name);
                        @for (code, words) in *all { option value=(code) selected[chosen == *code] { (words) } }
                    },
                }
                @if let Some(why) = why(name) { p.bantuan { span.galat-bidang { (why) } } }
            }
            div.kaki-isian { button.utama { "Catat" } " " a href=(context.link("perjanjian")) { "Batal" } }
        }
        article.kartu { (supervision(ask, context, berkas, it)) }
    };
    let of =
        berkas.find_dokumen(&it.dokumen).map_or_else(|| it.id.to_string(), |it| it.judul.clone());
    let head = Head::new(format!("{}: {of}", form.title), Phase::Agree);
    page(ask, Some(context), &head, body)
}

/// Keeps what was found or decided as the next row of the agreement.
pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(perjanjian::TABLES))?;
    let it = agreement(ask, &context, &berkas)?;
    let form = form_of(ask);
    let (id, table) = (it.id.as_str(), form.table()?);
    let [own, nomor] = ["perjanjian", "nomor"].map(|name| table.column_index(name).unwrap_or(0));
    let kept = ask.store().rows(&context.berkas, form.table)?;
    let own = kept.iter().filter(|row| row.cells[own] == id);
    let last = own.filter_map(|row| row.cells[nomor].parse::<u16>().ok()).max().unwrap_or(0);
    let typed = form.fields.iter().map(|(name, ..)| (*name, ask.form.get(name).to_owned()));
    let key = [("perjanjian", id.to_owned()), ("nomor", (last + 1).to_string())];
    let cells: Vec<(String, String)> =
        key.into_iter().chain(typed).map(|(name, cell)| (name.to_owned(), cell)).collect();
    let new = NewRow { tabel: form.table.to_owned(), cells: cells.clone(), ..NewRow::default() };
    match ask.store().add(&ask.pelaku(), &context.berkas, new) {
        Ok(_) => Ok(Reply::go_to(&context.link("perjanjian"))),
        Err(error) => {
            let errors = refused(ask, &context, table, &cells, error)?;
            let page = form_page(ask, &context, (&berkas, it), &errors);
            Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// The ways to write down more, for whoever may.
pub(crate) fn links(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &Berkas,
    it: &PerjanjianKinerja,
) -> Option<[(String, String); 2]> {
    may_supervise(ask, context, berkas, it).then(|| {
        [("supervisi", "Catat supervisi"), ("keputusan", "Catat penghargaan atau sanksi")].map(
            |(page, words)| {
                let page = format!("perjanjian/{}/{page}", part(it.id.as_str()));
                (context.link(&page), words.to_owned())
            },
        )
    })
}

//! Supervisi: what the second party of an agreement finds through the year, and the reward or sanction
//! that it decides on; written by that party, as the text of the agreement promises.

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{Berkas, Code, Id, PerjanjianKinerja};
use selaras_package::Table;
use selaras_store::{NewRow, Part, Pihak, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::Context;
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, page};
use crate::page::perjanjian::{self, parties_of, supervision, title_of};
use crate::page::table::refused;
use crate::permission::Permission;
use crate::widget::form_token;

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
    let it = perjanjian::of_address(ask, berkas)?;
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
    Ok(Reply::page(form_page(ask, &context, (&berkas, it), &Errors::default())))
}

fn form_page(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, it): (&Berkas, &PerjanjianKinerja),
    errors: &Errors,
) -> Markup {
    let form = form_of(ask);
    let entry = Entry::new(ask, errors, true);
    let today = ask.day().to_string();
    let begins = |name: &str| match name {
        "tanggal" => today.as_str(),
        "periode" => context.triwulan.code(),
        _ => "",
    };
    let body = html! {
        (entry.summary())
        form.isian-baris method="post" action=(ask.path) {
            (form_token(ask))
            @for (name, words, kind) in form.fields {
                (entry.field(name, *words, begins(name), |it| match kind {
                    Kind::Day => it.input("date", true),
                    Kind::Line => it.input("text", false),
                    Kind::Text => it.area(3, false),
                    Kind::Choice(all) => it.select(all.iter().copied()),
                }))
            }
            div.kaki-isian { button.utama { "Catat" } " " a href=(context.link("perjanjian")) { "Batal" } }
        }
        article.kartu { (supervision(ask, context, berkas, it)) }
    };
    let of = title_of(berkas, it);
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
            let errors = refused(ask, &context, table, (&cells, None), error)?;
            let page = form_page(ask, &context, (&berkas, it), &Errors::from(errors));
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
        [("supervisi", "Catat supervisi"), ("keputusan", "Catat penghargaan atau sanksi")]
            .map(|(page, words)| (perjanjian::address(context, it, page), words.to_owned()))
    })
}

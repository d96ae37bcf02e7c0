//! Aturan dan skala: the rules that figures are made by, and the dated numbers of the law.

use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::{angka, tanggal};
use selaras_package::words::title;
use selaras_rules::parameter::{self, Content, Parameter, Version};
use selaras_rules::regulation;
use selaras_rules::rule::{self, Rule};

use crate::ask::{Answer, Ask, Reply};
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};

const HERE: &str = "/aturan";

pub(crate) fn rules(ask: &Ask<'_>) -> Answer {
    match ask.query.get("bagian") {
        "skala" => numbers(ask),
        _ => formulas(ask),
    }
}

fn formulas(ask: &Ask<'_>) -> Answer {
    let sources = |it: &Rule| it.dasar.iter().map(|it| cited(it.0, it.1)).collect::<Vec<_>>();
    let columns = vec![
        Column::text("aturan", "Aturan", |it: &&Rule| it.id).shown(|it| html! { code { (it.id) } }),
        Column::text("rumus", "Rumus", |it: &&Rule| it.rumus),
        Column::made("dasar", "Dasar", move |it: &&Rule| sources(it).join("; "))
            .shown(move |it| html! { @for it in sources(it) { (it) br; } }),
    ];
    let place = (HERE.to_owned(), "aturan-hitung".to_owned());
    let listing = Listing::of(ask, place, columns, rule::ALL.to_vec());
    match listing.file()? {
        Some(file) => Ok(file),
        None => Ok(framed(ask, false, &listing.render())),
    }
}

/// An instrument as officials cite it, with the place in it where one is known.
fn cited(instrument: &str, locator: &str) -> String {
    let name = regulation::find(instrument).map_or_else(|| instrument.to_owned(), |it| it.short());
    match locator.trim() {
        "" => name,
        locator => format!("{name}, {locator}"),
    }
}

/// A number or a scale of the law, and its version that is in force on the day that is asked about.
struct InForce {
    of: &'static Parameter,
    version: Option<&'static Version>,
}

fn numbers(ask: &Ask<'_>) -> Answer {
    let asked = ask.query.given("pada").and_then(|it| it.parse::<Date>().ok());
    let day = asked.unwrap_or_else(|| ask.day());
    let rows = parameter::all().map(|of| InForce { of, version: of.on(day).ok() }).collect();
    let columns = vec![
        Column::text("nama", "Nama", |it: &InForce| &it.of.title.id)
            .shown(|it| html! { (it.of.title.id) br; code.lembut { (it.of.id) } }),
        Column::text("kode", "Kode", |it: &InForce| &it.of.id).in_file(),
        Column::made("isi", "Isi", |it: &InForce| contents(it).join("; ")).shown(|it| {
            html! {
                ul.polos { @for line in contents(it) { li { (line) } } }
                @if let Some(note) = it.version.and_then(|it| it.note.as_ref()) { p.lembut { (note.replace('_', " ")) } }
            }
        }),
        Column::date("sejak", "Berlaku sejak", |it: &InForce| it.version.map(|it| it.from)),
        Column::date("sampai", "Sampai", |it: &InForce| it.version.and_then(|it| it.until)).in_file(),
        Column::text("naskah", "Naskah", |it: &InForce| match it.version {
            None => "tidak berlaku",
            Some(it) if it.verified => "dicocokkan",
            Some(_) => "belum dicocokkan",
        })
        .choice(),
        Column::made("dasar", "Dasar", |it: &InForce| {
            let all = it.version.iter().flat_map(|it| &it.reference);
            let all = all.map(|it| cited(&it.instrument, &it.locator));
            all.collect::<Vec<_>>().join("; ")
        }),
    ];
    let place = (HERE.to_owned(), format!("skala-peraturan-{day}"));
    let listing = Listing::of(ask, place, columns, rows).more(html! {
        label for="pada" { "Yang berlaku pada" }
        input #pada type="date" name="pada" value=(day);
    });
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let body = html! {
        p { "Angka dan skala yang berlaku pada " (tanggal::format(day)) ". Yang belum dicocokkan dengan naskah peraturannya dapat diubah pemda." }
        (listing.render())
    };
    Ok(framed(ask, true, &body))
}

/// What a number or a scale says, line by line.
fn contents(it: &InForce) -> Vec<String> {
    let Some(version) = it.version else { return vec!["tidak berlaku pada hari itu".to_owned()] };
    match &version.content {
        Content::Value(values) => {
            let line = |(name, value): (&String, &rust_decimal::Decimal)| {
                format!("{}: {}", title(name), angka::format(*value))
            };
            values.iter().map(line).collect()
        }
        Content::Bands(bands) => {
            let lines = bands.list().iter().map(|band| {
                let arti = band.arti.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
                match band.lower {
                    Some(lower) => {
                        format!("{}{arti}: mulai {}", band.predikat, angka::format(lower))
                    }
                    None => format!("{}{arti}: di bawahnya", band.predikat),
                }
            });
            lines.collect()
        }
        Content::Nothing => vec!["Peraturan tidak menetapkan angka di sini.".to_owned()],
    }
}

fn framed(ask: &Ask<'_>, is_scale: bool, body: &Markup) -> Reply {
    let body = html! {
        nav.bagian aria-label="Bagian aturan" {
            a href=(HERE) aria-current=[(!is_scale).then_some("true")] { "Aturan hitung" }
            a href={ (HERE) "?bagian=skala" } aria-current=[is_scale.then_some("true")] { "Angka dan skala peraturan" }
        }
        (body)
    };
    let head = Head::new("Aturan dan skala", Phase::Administer)
        .state("Setiap angka peraturan bertanggal dan bersumber.");
    Reply::page(page(ask, None, &head, body))
}

//! Aturan dan skala: the rules that figures are made by, and the dated numbers of the law.

use maud::html;
use selaras_domain::{angka, tanggal};
use selaras_rules::parameter::{self, Content};
use selaras_rules::rule;

use crate::ask::{Answer, Ask, Reply};
use crate::frame::{Head, Phase, page};

pub(crate) fn rules(ask: &Ask<'_>) -> Answer {
    let day = ask.day();
    let body = html! {
        section { h2 { "Aturan hitung" }
            table.lipat {
                thead { tr { th scope="col" { "Aturan" } th scope="col" { "Rumus" } th scope="col" { "Dasar" } } }
                tbody { @for it in rule::ALL { tr {
                    th scope="row" { code { (it.id) } }
                    td data-judul="Rumus" { (it.rumus) }
                    td.lembut data-judul="Dasar" { @for (instrument, locator) in it.dasar { (instrument) ", " (locator) br; } }
                } } }
            }
        }
        section { h2 { "Angka dan skala peraturan pada " (tanggal::format(day)) }
            @for it in parameter::all() {
                details.kartu {
                    summary { strong { (it.title.id) } " " code { (it.id) } }
                    @match it.on(day) {
                        Err(why) => p { (why) },
                        Ok(version) => {
                            p.lembut { "Berlaku sejak " (tanggal::format(version.from)) @if !version.verified { " · belum dicocokkan dengan naskah peraturannya" } }
                            @if let Some(note) = &version.note { p { (note) } }
                            @match &version.content {
                                Content::Value(values) => dl { @for (name, value) in values { dt { (name) } dd { (angka::format(*value)) } } },
                                Content::Bands(bands) => ul { @for band in bands.list() { li { (band.predikat) @if let Some(arti) = &band.arti { " (" (arti) ")" } ": " @match band.lower { Some(lower) => { "mulai " (angka::format(lower)) }, None => "di bawahnya" } } } },
                                Content::Nothing => p { "Peraturan tidak menetapkan angka di sini." },
                            }
                            ul.lembut { @for reference in &version.reference { li { (reference.instrument) ", " (reference.locator) } } }
                        }
                    }
                }
            }
        }
    };
    let head = Head::new("Aturan dan skala", Phase::Administer)
        .state("Setiap angka peraturan bertanggal dan bersumber.");
    Ok(Reply::page(page(ask, None, &head, body)))
}

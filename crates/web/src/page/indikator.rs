//! Kartu indikator: what each indicator is, how it is measured, and who answers for it.

use maud::{Markup, html};
use selaras_domain::{Berkas, Code, Indikator, JenisIndikator, Polaritas};
use selaras_rules::rule;

use selaras_store::Part;

use crate::ask::{Answer, Ask, Reply};
use crate::context::{Context, with_query};
use crate::frame::{Head, Phase, page};
use crate::widget;

const TABLES: &[&str] = &[
    "dokumen",
    "kebijakan_indikator",
    "skala",
    "tujuan",
    "sasaran",
    "indikator",
    "variabel",
    "program_kegiatan",
];

pub(crate) fn cards(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let kind =
        ask.query.given("jenis").and_then(JenisIndikator::from_code).unwrap_or(JenisIndikator::Iku);
    let wanted = ask.query.get("cari").to_lowercase();
    let rows: Vec<&Indikator> = berkas
        .indikator_of(kind)
        .filter(|it| wanted.is_empty() || it.nama.to_lowercase().contains(&wanted))
        .collect();
    let body = html! {
        nav.bagian aria-label="Jenis indikator" {
            @for (it, code) in JenisIndikator::ALL {
                a href=(with_query(&context.link("indikator"), "jenis", code)) aria-current=[(*it == kind).then_some("true")] {
                    (kind_words(*it)) " (" (berkas.indikator_of(*it).count()) ")"
                }
            }
        }
        form.saring role="search" aria-label="Saring daftar ini" {
            input type="hidden" name="jenis" value=(kind.code());
            label for="saring" { "Cari nama" } input #saring type="search" name="cari" value=(ask.query.get("cari"));
            button { "Cari" }
        }
        @if rows.is_empty() { (widget::empty("Tidak ada indikator yang cocok.", Some((&context.link("tabel/indikator"), "Buka tabel indikator")))) }
        div.kartu-daftar { @for it in rows { (card(&context, &berkas, it)) } }
    };
    let complete = berkas.indikator_of(kind).filter(|it| missing(it).is_empty()).count();
    let state = format!(
        "{complete} dari {} {} lengkap.",
        berkas.indikator_of(kind).count(),
        kind_words(kind).to_lowercase()
    );
    let head = Head::new("Kartu indikator", Phase::Plan).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

pub(crate) fn kind_words(it: JenisIndikator) -> &'static str {
    match it {
        JenisIndikator::Tujuan => "Indikator tujuan",
        JenisIndikator::Iku => "Indikator kinerja utama",
        JenisIndikator::Program => "Capaian program",
        JenisIndikator::Kegiatan => "Hasil kegiatan",
        JenisIndikator::Keluaran => "Keluaran subkegiatan",
    }
}

/// What a card must say and this one does not.
fn missing(it: &Indikator) -> Vec<&'static str> {
    let mut missing = Vec::new();
    let mut need = |is_there: bool, what| {
        if !is_there {
            missing.push(what);
        }
    };
    need(it.definisi.is_some(), "definisi operasional");
    need(it.rumus_tertulis.is_some() || it.formula.is_some(), "rumus");
    need(it.sumber_data.is_some(), "sumber data");
    need(it.penanggung_jawab.is_some(), "penanggung jawab");
    missing
}

fn card(context: &Context, berkas: &Berkas, it: &Indikator) -> Markup {
    let missing = missing(it);
    let cara = berkas.cara(it);
    let polaritas = match it.polaritas {
        Polaritas::Naik => "makin tinggi makin baik",
        Polaritas::Turun => "makin rendah makin baik",
        Polaritas::Rentang => "terbaik di dalam rentang",
    };
    let variables: Vec<_> = berkas.variabel.iter().filter(|row| row.indikator == it.id).collect();
    html! {
        article.kartu #{ "i-" (it.id) } {
            h2 { (it.nama) }
            @if !missing.is_empty() { p.kurang { "Belum ada: " (missing.join(", ")) "." } }
            dl {
                dt { "Definisi operasional" } dd { (it.definisi.as_deref().unwrap_or("–")) }
                dt { "Rumus" } dd { (it.rumus_tertulis.as_deref().or(it.formula.as_deref()).unwrap_or("–")) }
                @if !variables.is_empty() {
                    dt { "Variabel" } dd { ul { @for row in variables { li { (row.nama) " (" (row.satuan) ")" } } } }
                }
                dt { "Satuan dan arah" } dd { (it.satuan) ", " (polaritas) }
                @if let Some(cara) = cara { dt { "Rumus capaian" } dd { (rule::of_capaian(cara.rumus).rumus) } }
                dt { "Sumber data" } dd { (it.sumber_data.as_deref().unwrap_or("–")) }
                dt { "Penanggung jawab" } dd { (it.penanggung_jawab.as_deref().unwrap_or("–")) }
            }
            p.lembut { a href=(with_query(&context.link("tabel/indikator"), "cari", &it.id.to_string())) { "Ubah pada tabel indikator" } }
        }
    }
}

//! Kartu indikator: what each indicator is, how it is measured, and who answers for it.

use maud::{Markup, html};
use selaras_domain::{Berkas, Code, Hasil, Id, Indikator, JenisIndikator, Polaritas};
use selaras_rules::rule;

use selaras_store::Part;

use crate::ask::{Answer, Ask, Reply};
use crate::context::{Context, with_query};
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::page::pengukuran;
use crate::widget::{NOT_FILLED, find, reached, with_unit};

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
    let tables = [TABLES, &pengukuran::tables()].concat();
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&tables))?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    let kind =
        ask.query.given("jenis").and_then(JenisIndikator::from_code).unwrap_or(JenisIndikator::Iku);
    let listing = listing(ask, &context, &berkas, kind);
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let (rows, pages) = listing.page();
    let marks = Marks::load(ask, &context)?;
    let body = html! {
        nav.bagian aria-label="Jenis indikator" {
            @for (it, code) in JenisIndikator::ALL {
                a href=(with_query(&context.link("indikator"), "jenis", code)) aria-current=[(*it == kind).then_some("true")] {
                    (kind_words(*it)) " (" (berkas.indikator_of(*it).count()) ")"
                }
            }
        }
        (listing.controls())
        @if rows.is_empty() { (listing.hollow()) }
        div.kartu-daftar { @for it in rows { (card(&context, (&berkas, &hasil, &marks), it)) } }
        (pages)
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

/// The cards as a list: all that one says of an indikator.
fn listing<'a>(
    ask: &'a Ask<'a>,
    context: &Context,
    berkas: &'a Berkas,
    kind: JenisIndikator,
) -> Listing<'a, &'a Indikator> {
    let cara = |it: &Indikator| berkas.cara(it).map(|it| rule::of_capaian(it.rumus).rumus);
    type Row<'r> = &'r Indikator;
    let columns = vec![
        Column::text("nama", "Indikator", |it: &Row<'_>| &it.nama),
        Column::optional("definisi", "Definisi operasional", |it: &Row<'_>| it.definisi.as_ref()),
        Column::optional("rumus", "Rumus", |it: &Row<'_>| {
            it.rumus_tertulis.as_ref().or(it.formula.as_ref())
        }),
        Column::made("variabel", "Variabel", |it: &Row<'_>| {
            let own = berkas.variabel.iter().filter(|row| row.indikator == it.id);
            own.map(|it| format!("{} ({})", it.nama, it.satuan)).collect::<Vec<_>>().join("; ")
        }),
        Column::text("satuan", "Satuan", |it: &Row<'_>| &it.satuan).choice(),
        Column::text("arah", "Arah", |it: &Row<'_>| direction(it.polaritas)),
        Column::text("rumus-capaian", "Rumus capaian", move |it: &Row<'_>| {
            cara(it).unwrap_or_default()
        }),
        Column::optional("sumber", "Sumber data", |it: &Row<'_>| it.sumber_data.as_ref()),
        Column::optional("penanggung-jawab", "Penanggung jawab", |it: &Row<'_>| {
            it.penanggung_jawab.as_ref()
        })
        .choice(),
        Column::text("kelengkapan", "Kelengkapan", |it: &Row<'_>| match missing(it).is_empty() {
            true => "lengkap",
            false => "belum lengkap",
        })
        .choice(),
    ];
    let name = format!("indikator-{}-{}-{}", kind.code(), context.perangkat(), context.tahun());
    let rows = berkas.indikator_of(kind).collect();
    Listing::of(ask, (context.plain("indikator"), name), columns, rows).nothing(
        "Belum ada indikator jenis ini.",
        Some((&context.link("tabel/indikator"), "Buka tabel indikator")),
    )
}

fn direction(polaritas: Polaritas) -> &'static str {
    match polaritas {
        Polaritas::Naik => "makin tinggi makin baik",
        Polaritas::Turun => "makin rendah makin baik",
        Polaritas::Rentang => "terbaik di dalam rentang",
    }
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

fn card(
    context: &Context,
    (berkas, hasil, marks): (&Berkas, &Hasil, &Marks),
    it: &Indikator,
) -> Markup {
    let missing = missing(it);
    let cara = berkas.cara(it);
    let variables: Vec<_> = berkas.variabel.iter().filter(|row| row.indikator == it.id).collect();
    let year = context.tahun().to_string();
    let reached = |what: &str| with_unit(context, reached(context, hasil, it.id.as_str(), what));
    html! {
        article.kartu #{ "i-" (it.id) } {
            h2 { (it.nama) (marks.indikator(it.id.as_str())) }
            @if !missing.is_empty() { p.kurang { "Belum ada: " (missing.join(", ")) "." } }
            dl {
                dt { "Definisi operasional" } dd { (it.definisi.as_deref().unwrap_or(NOT_FILLED)) }
                dt { "Rumus" } dd { (it.rumus_tertulis.as_deref().or(it.formula.as_deref()).unwrap_or(NOT_FILLED)) }
                @if !variables.is_empty() {
                    dt { "Variabel" } dd { ul { @for row in variables { li { (row.nama) " (" (row.satuan) ")" } } } }
                }
                dt { "Satuan dan arah" } dd { (it.satuan) ", " (direction(it.polaritas)) }
                @if let Some(cara) = cara { dt { "Rumus capaian" } dd { (rule::of_capaian(cara.rumus).rumus) } }
                dt { "Target " (year) } dd { (with_unit(context, find(hasil, &["indikator", it.id.as_str(), &year, "target"]))) }
                dt { "Realisasi " (context.until_words()) } dd { (reached("realisasi")) ", capaian " (reached("capaian")) }
                dt { "Sumber data" } dd { (it.sumber_data.as_deref().unwrap_or(NOT_FILLED)) }
                dt { "Penanggung jawab" } dd { (it.penanggung_jawab.as_deref().unwrap_or(NOT_FILLED)) }
            }
            p.lembut { a href=(with_query(&context.link("tabel/indikator"), "cari", &it.id.to_string())) { "Ubah pada tabel indikator" } }
        }
    }
}

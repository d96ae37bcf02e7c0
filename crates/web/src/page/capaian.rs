//! Capaian dan analisis: the tables of the report live on screen: the year, the years before, the end of
//! the plan, whoever one compares with, and what people say about each figure.

use std::collections::BTreeSet;

use maud::{Markup, html};
use rust_decimal::dec;
use selaras_domain::{
    Berkas, Figure, Hasil, Id, Indikator, JenisFaktor, JenisIndikator, Pembanding, Tahun, angka,
    tanggal,
};

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::findings::Marks;
use crate::frame::{Head, Phase, page, roman};
use crate::list::{Column, Listing};
use crate::status;
use crate::status::Light;
use crate::widget::{
    self, NO_TARGET, NOT_FILLED, NOTHING, bar, bare, figure, find, find_until, reached, standing,
};

/// The figures of an office, as they stand at the end of the quarter that is asked for.
struct View<'a> {
    context: &'a Context,
    berkas: &'a Berkas,
    hasil: &'a Hasil,
    marks: Marks,
}

impl<'a> View<'a> {
    fn of(&self, it: &Indikator, tahun: Tahun, what: &str) -> Option<&'a Figure> {
        of(self.hasil, it, tahun, what)
    }

    /// A figure of this year, up to the end of the quarter.
    fn now(&self, it: &Indikator, what: &str) -> Option<&'a Figure> {
        reached(self.context, self.hasil, it.id.as_str(), what)
    }

    fn standing(&self, it: &Indikator) -> Option<&'a Figure> {
        standing(self.context, self.hasil, it.id.as_str())
    }

    fn listing(&'a self, ask: &'a Ask<'a>) -> Listing<'a, &'a Indikator> {
        let context = self.context;
        let tahun = context.tahun();
        let main =
            |it: &&Indikator| matches!(it.jenis, JenisIndikator::Tujuan | JenisIndikator::Iku);
        let rows: Vec<&Indikator> = self.berkas.indikator.iter().filter(main).collect();
        type Row<'r> = &'r Indikator;
        let mut columns = vec![
            Column::text("indikator", "Indikator", |it: &Row<'_>| &it.nama)
                .shown(|it| html! { (it.nama) (self.marks.indikator(it.id.as_str())) }),
            Column::text("satuan", "Satuan", |it: &Row<'_>| &it.satuan).choice(),
            Column::figure(context, "target", "Target", move |it: &Row<'_>| self.of(it, tahun, "target")),
            Column::figure(context, "realisasi", "Realisasi", |it: &Row<'_>| self.now(it, "realisasi")),
            Column::figure(context, "capaian", "Capaian (%)", |it: &Row<'_>| self.now(it, "capaian")).shown(|it| {
                let found = self.now(it, "capaian");
                html! { (bare(context, found, NOTHING)) " " (bar(found.and_then(|it| it.value), dec!(100), dec!(150), "")) }
            }),
        ];
        let light = |it: &Row<'_>| Light::of(self.standing(it));
        match context.is_whole_year() {
            false => {
                let words = format!("Capaian triwulan {} (%)", roman(context.nomor()));
                columns.push(Column::figure(context, "capaian-triwulan", words, |it: &Row<'_>| {
                    self.standing(it)
                }));
            }
            true => {
                columns.push(
                    Column::text("predikat", "Predikat", |it: &Row<'_>| {
                        let found = self.now(it, "capaian").and_then(|it| it.predikat.as_deref());
                        found.unwrap_or_default()
                    })
                    .choice(),
                );
                let more =
                    [("kemajuan", "Kemajuan ke akhir rencana (%)"), ("efisiensi", "Efisiensi")];
                for (name, words) in more {
                    let of = move |it: &Row<'_>| self.of(it, tahun, name);
                    columns.push(Column::figure(context, name, words, of));
                }
            }
        }
        columns.push(
            Column::text("keadaan", "Keadaan", move |it| light(it).words())
                .choice()
                .shown(move |it| light(it).tag()),
        );
        for year in known_years(self.hasil, &rows) {
            for (what, words) in YEARLY {
                let of = move |it: &Row<'_>| self.of(it, year, what);
                let name = format!("{what}-{year}");
                columns
                    .push(Column::figure(context, name, format!("{words} {year}"), of).in_file());
            }
        }
        let name =
            format!("capaian-{}-{}", context.perangkat(), context.until_words().replace(' ', "-"));
        let nothing = "Belum ada indikator tujuan atau sasaran untuk dianalisis.";
        let next = context.link("tabel/indikator");
        Listing::of(ask, (context.plain("capaian"), name), columns, rows)
            .nothing(nothing, Some((&next, "Isi indikator")))
    }
}

/// What is told of every year.
const YEARLY: [(&str, &str); 3] =
    [("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian")];

pub(crate) fn capaian(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    let marks = Marks::load(ask, &context)?;
    let view = View { context: &context, berkas: &berkas, hasil: &hasil, marks };
    let listing = view.listing(ask);
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let rows = listing.rows();
    let average = find_until(&context, &hasil, &["rata-rata", "kinerja"], &[]);
    let body = html! {
        section aria-labelledby="tahun-ini" { h2 #tahun-ini { "Tahun " (context.until_words()) } (listing.render()) (status::legend()) (widget::legend()) }
        @if !rows.is_empty() {
            section aria-labelledby="antartahun" { h2 #antartahun { "Dari tahun ke tahun, sampai akhir rencana" } (years(&context, &hasil, rows)) }
            section aria-labelledby="analisis" {
                h2 #analisis { "Faktor dan tindak lanjut" }
                @for it in rows { (analysis(&view, it)) }
            }
        }
        (comparisons(&context, &berkas))
    };
    let state = html! {
        @match average {
            Some(it) => {
                "Rata-rata capaian kinerja " @if !context.is_whole_year() { "s.d. triwulan " (roman(context.nomor())) " " }
                (figure(&context, Some(it))) @if let (Some(predikat), true) = (&it.predikat, context.is_whole_year()) { ", " (predikat) } "."
            },
            None => "Rata-rata capaian belum dapat dihitung.",
        }
    };
    let head = Head::new("Capaian dan analisis", Phase::Measure).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn of<'h>(hasil: &'h Hasil, it: &Indikator, tahun: Tahun, what: &str) -> Option<&'h Figure> {
    find(hasil, &["indikator", it.id.as_str(), &tahun.to_string(), what])
}

/// The years of which something was planned or reached.
fn known_years(hasil: &Hasil, rows: &[&Indikator]) -> BTreeSet<Tahun> {
    let mut known: BTreeSet<Tahun> = BTreeSet::new();
    for figure in hasil.figures() {
        let parts: Vec<&str> = figure.id.as_str().split('/').collect();
        if let ["indikator", id, year, "target" | "realisasi"] = parts[..]
            && rows.iter().any(|it| it.id.as_str() == id)
        {
            known.extend(year.parse().ok().and_then(Tahun::new));
        }
    }
    known
}

/// A figure of a year, or the word for why there is none.
fn figure_of(context: &Context, hasil: &Hasil, it: &Indikator, tahun: Tahun, what: &str) -> Markup {
    let missing = match what {
        "target" => NO_TARGET,
        "realisasi" => NOT_FILLED,
        _ => NOTHING,
    };
    match of(hasil, it, tahun, what) {
        Some(found) => figure(context, Some(found)),
        None => html! { span.kosong { (missing) } },
    }
}

fn years(context: &Context, hasil: &Hasil, rows: &[&Indikator]) -> Markup {
    let known = known_years(hasil, rows);
    html! {
        div.gulung tabindex="0" role="region" aria-label="Capaian" { table.kisi {
            thead { tr {
                th scope="col" { "Indikator" } th scope="col" { span.tersembunyi { "Nilai" } }
                @for it in &known { th.angka.(if *it == context.tahun() { "kini" } else { "" }) scope="col" { (it) } }
            } }
            @for it in rows { tbody {
                @for (index, (what, words)) in YEARLY.iter().enumerate() {
                    tr class=(if index == 0 { "awal" } else { "" }) {
                        th scope="row" { @if index == 0 { (it.nama) } @else { span.tersembunyi { (it.nama) } } }
                        td.lembut { (words) }
                        @for year in &known {
                            td.angka.(if *year == context.tahun() { "kini" } else { "" }) { (figure_of(context, hasil, it, *year, what)) }
                        }
                    }
                }
            } }
        } }
    }
}

fn analysis(view: &View<'_>, it: &Indikator) -> Markup {
    let View { context, berkas, hasil, .. } = view;
    let tahun = context.tahun();
    let factors = |jenis: JenisFaktor| {
        berkas
            .faktor
            .iter()
            .filter(move |row| row.indikator == it.id && row.tahun == tahun && row.jenis == jenis)
            .collect::<Vec<_>>()
    };
    let steps: Vec<_> = berkas
        .tindak_lanjut
        .iter()
        .filter(|row| row.indikator == it.id && row.tahun == tahun)
        .collect();
    let list = |words: &str, jenis: JenisFaktor| {
        let rows = factors(jenis);
        html! { @if !rows.is_empty() { div { h4 { (words) } ul { @for row in rows { li { (row.uraian) } } } } } }
    };
    let budget: Vec<_> =
        berkas.pemetaan_anggaran.iter().filter(|row| row.indikator == it.id).collect();
    let is_bare = [JenisFaktor::Pendorong, JenisFaktor::Penghambat, JenisFaktor::Penyebab]
        .iter()
        .all(|it| factors(*it).is_empty());
    html! {
        article.kartu {
            h3 { (it.nama) " " (Light::of(view.standing(it)).tag()) }
            @if is_bare { p.kurang { "Belum ada faktor yang dicatat. " a href=(context.link("tabel/faktor")) { "Isi faktor" } } }
            div.dua {
                (list("Pendorong", JenisFaktor::Pendorong))
                (list("Penghambat", JenisFaktor::Penghambat))
                (list("Penyebab", JenisFaktor::Penyebab))
            }
            @if !steps.is_empty() {
                h4 { "Tindak lanjut" }
                ol { @for row in steps { li {
                    (row.uraian)
                    @if let Some(who) = &row.penanggung_jawab { span.lembut { " · " (who) } }
                    @if let Some(due) = row.batas_waktu { span.lembut { " · batas " (tanggal::format(due)) } }
                } } }
            }
            @if !budget.is_empty() {
                h4 { "Anggaran pendukung" }
                table.lipat { thead { tr { th scope="col" { "Baris" } th.angka scope="col" { "Pagu" } th.angka scope="col" { "Realisasi" } } }
                    tbody { @for row in budget {
                        @let id = row.baris.to_string();
                        @let year = tahun.to_string();
                        tr {
                            th scope="row" { (berkas.find_baris(&row.baris).map_or("–", |it| it.nama.as_str())) }
                            td.angka data-judul="Pagu" { (figure(context, find(hasil, &["anggaran", &id, &year, "pagu"]))) }
                            td.angka data-judul="Realisasi" { (figure(context, find(hasil, &["anggaran", &id, &year, "realisasi"]))) }
                        }
                    } }
                }
            }
        }
    }
}

fn comparisons(context: &Context, berkas: &Berkas) -> Markup {
    let number =
        |it: Option<rust_decimal::Decimal>| it.map_or_else(|| "–".to_owned(), angka::format);
    let own = |it: &Pembanding| {
        let found = it.indikator.as_ref().and_then(|id| berkas.find_indikator(id));
        found.map(|it| it.nama.clone()).or_else(|| it.nama_sendiri.clone())
    };
    html! {
        @if !berkas.pembanding.is_empty() {
            section aria-labelledby="pembanding" {
                h2 #pembanding { "Dibandingkan dengan daerah lain dan nasional" }
                p.alat { a href=(context.link("tabel/pembanding")) { "Cari, ubah, dan unduh pada tabel pembanding" } }
                table.lipat {
                    thead { tr { th scope="col" { "Indikator" } th scope="col" { "Pembanding" } th scope="col" { "Pemilik" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" } th scope="col" { "Keterangan" } } }
                    tbody { @for it in &berkas.pembanding {
                        tr {
                            th scope="row" { (own(it).as_deref().unwrap_or("Seluruh perangkat daerah")) }
                            td data-judul="Pembanding" { (it.nama.as_deref().unwrap_or("Tidak ada pembanding")) }
                            td data-judul="Pemilik" { (it.pemilik.as_deref().unwrap_or("–")) }
                            td.angka data-judul="Target" { (number(it.target)) }
                            td.angka data-judul="Realisasi" { (number(it.realisasi)) }
                            td.lembut { (it.keterangan.as_deref().unwrap_or("")) }
                        }
                    } }
                }
            }
        }
    }
}

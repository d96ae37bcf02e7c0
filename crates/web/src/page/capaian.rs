//! Capaian dan analisis: the tables of the report live on screen: the year, the years before, the end of
//! the plan, whoever one compares with, and what people say about each figure.

use std::collections::BTreeSet;

use maud::{Markup, html};
use rust_decimal::dec;
use selaras_domain::{
    Berkas, Figure, FigureId, Hasil, Indikator, JenisFaktor, JenisIndikator, Tahun, angka, tanggal,
};

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::status::Light;
use crate::widget::{self, bar, figure, find};

pub(crate) fn capaian(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure(&berkas);
    let tahun = context.tahun();
    let rows: Vec<&Indikator> = berkas
        .indikator
        .iter()
        .filter(|it| matches!(it.jenis, JenisIndikator::Tujuan | JenisIndikator::Iku))
        .collect();
    let average = hasil.get(&FigureId::from_parts(&["rata-rata", "kinerja", &tahun.to_string()]));
    let body = html! {
        @if rows.is_empty() { (widget::empty("Belum ada indikator tujuan atau sasaran untuk dianalisis.", Some((&context.link("tabel/indikator"), "Isi indikator")))) }
        @else {
            section aria-labelledby="tahun-ini" { h2 #tahun-ini { "Tahun " (tahun) } (this_year(&context, &hasil, &rows)) }
            section aria-labelledby="antartahun" { h2 #antartahun { "Dari tahun ke tahun, sampai akhir rencana" } (years(&context, &hasil, &rows)) }
            section aria-labelledby="analisis" {
                h2 #analisis { "Faktor dan tindak lanjut" }
                @for it in &rows { (analysis(&context, &berkas, &hasil, it)) }
            }
            (comparisons(&berkas))
        }
    };
    let state = html! {
        @match average {
            Some(it) => { "Rata-rata capaian kinerja " (figure(&context, Some(it))) @if let Some(predikat) = &it.predikat { ", " (predikat) } "." },
            None => "Rata-rata capaian belum dapat dihitung.",
        }
    };
    let head = Head::new("Capaian dan analisis", Phase::Measure).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn of<'h>(hasil: &'h Hasil, it: &Indikator, tahun: Tahun, what: &str) -> Option<&'h Figure> {
    find(hasil, &["indikator", &it.id.to_string(), &tahun.to_string(), what])
}

fn this_year(context: &Context, hasil: &Hasil, rows: &[&Indikator]) -> Markup {
    let tahun = context.tahun();
    html! {
        table.lipat {
            thead { tr {
                th scope="col" { "Indikator" } th scope="col" { "Satuan" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" }
                th.angka scope="col" { "Capaian" } th scope="col" { span.tersembunyi { "Grafik" } } th scope="col" { "Predikat" }
                th.angka scope="col" { "Kemajuan ke akhir rencana" } th.angka scope="col" { "Efisiensi" } th scope="col" { "Keadaan" }
            } }
            tbody { @for it in rows {
                @let capaian = of(hasil, it, tahun, "capaian");
                tr {
                    th scope="row" { (it.nama) }
                    td.lembut data-judul="Satuan" { (it.satuan) }
                    td.angka data-judul="Target" { (figure(context, of(hasil, it, tahun, "target"))) }
                    td.angka data-judul="Realisasi" { (figure(context, of(hasil, it, tahun, "realisasi"))) }
                    td.angka data-judul="Capaian" { (figure(context, capaian)) }
                    td { (bar(capaian.and_then(|it| it.value), dec!(100), dec!(150), "")) }
                    td data-judul="Predikat" { (capaian.and_then(|it| it.predikat.as_deref()).unwrap_or("–")) }
                    td.angka data-judul="Kemajuan" { (figure(context, of(hasil, it, tahun, "kemajuan"))) }
                    td.angka data-judul="Efisiensi" { (figure(context, of(hasil, it, tahun, "efisiensi"))) }
                    td data-judul="Keadaan" { (Light::of(capaian).tag()) }
                }
            } }
        }
    }
}

fn years(context: &Context, hasil: &Hasil, rows: &[&Indikator]) -> Markup {
    let mut known: BTreeSet<Tahun> = BTreeSet::new();
    for figure in hasil.figures() {
        let parts: Vec<&str> = figure.id.as_str().split('/').collect();
        if let ["indikator", id, year, "target" | "realisasi"] = parts[..]
            && rows.iter().any(|it| it.id.to_string() == id)
        {
            known.extend(year.parse().ok().and_then(Tahun::new));
        }
    }
    html! {
        div.gulung tabindex="0" role="region" aria-label="Capaian" { table.kisi {
            thead { tr {
                th scope="col" { "Indikator" } th scope="col" { span.tersembunyi { "Nilai" } }
                @for it in &known { th.angka.(if *it == context.tahun() { "kini" } else { "" }) scope="col" { (it) } }
            } }
            @for it in rows { tbody {
                @for (index, (what, words)) in [("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian")].iter().enumerate() {
                    tr class=(if index == 0 { "awal" } else { "" }) {
                        th scope="row" { @if index == 0 { (it.nama) } @else { span.tersembunyi { (it.nama) } } }
                        td.lembut { (words) }
                        @for year in &known {
                            td.angka.(if *year == context.tahun() { "kini" } else { "" }) { (figure(context, of(hasil, it, *year, what).filter(|it| it.value.is_some() || it.teks.is_some()))) }
                        }
                    }
                }
            } }
        } }
    }
}

fn analysis(context: &Context, berkas: &Berkas, hasil: &Hasil, it: &Indikator) -> Markup {
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
    let capaian = of(hasil, it, tahun, "capaian");
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
            h3 { (it.nama) " " (Light::of(capaian).tag()) }
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

fn comparisons(berkas: &Berkas) -> Markup {
    let number =
        |it: Option<rust_decimal::Decimal>| it.map_or_else(|| "–".to_owned(), angka::format);
    html! {
        @if !berkas.pembanding.is_empty() {
            section aria-labelledby="pembanding" {
                h2 #pembanding { "Dibandingkan dengan daerah lain dan nasional" }
                table.lipat {
                    thead { tr { th scope="col" { "Pembanding" } th scope="col" { "Pemilik" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" } th scope="col" { "Keterangan" } } }
                    tbody { @for it in &berkas.pembanding {
                        tr {
                            th scope="row" { (it.nama.as_deref().unwrap_or("Tidak ada pembanding")) }
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

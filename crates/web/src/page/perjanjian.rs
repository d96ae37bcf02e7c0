//! Perjanjikan: the agreements of the year from the same facts, who has signed, and what changed.

use maud::{Markup, html};
use selaras_domain::{
    AlasanPerubahan, Berkas, JenisTarget, PejabatId, Periode, PerjanjianKinerja, StatusPerjanjian,
    angka, tanggal,
};

use selaras_store::Part;

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::page::renstra::target_words;
use crate::widget;

const TABLES: &[&str] = &[
    "dokumen",
    "pejabat",
    "unit_kerja",
    "tujuan",
    "sasaran",
    "indikator",
    "target",
    "program_kegiatan",
    "pagu",
    "perjanjian_kinerja",
];

pub(crate) fn perjanjian(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let tahun = context.tahun();
    let rows: Vec<_> = berkas.perjanjian_kinerja.iter().filter(|it| it.tahun == tahun).collect();
    let n_signed = rows.iter().filter(|it| is_signed(it)).count();
    let body = html! {
        @if rows.is_empty() {
            (widget::empty(&format!("Perjanjian kinerja {tahun} belum dibuat. Perjanjian terdiri atas target dan pagu dari dokumennya."),
                Some((&context.link("tabel/perjanjian_kinerja"), "Buat perjanjian"))))
        }
        @for it in &rows { (agreement(&berkas, it)) }
        p.bawah { a.tombol href=(context.link("tabel/perjanjian_kinerja")) { "Ubah pada tabel perjanjian kinerja" } }
    };
    let state = format!("{n_signed} dari {} perjanjian sudah ditandatangani.", rows.len());
    let head = Head::new(format!("Perjanjian kinerja {tahun}"), Phase::Agree).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn is_signed(it: &PerjanjianKinerja) -> bool {
    matches!(it.status, StatusPerjanjian::Ditandatangani { .. })
}

fn agreement(berkas: &Berkas, it: &PerjanjianKinerja) -> Markup {
    let title =
        berkas.find_dokumen(&it.dokumen).map_or("Perjanjian kinerja", |it| it.judul.as_str());
    let person = |id: &PejabatId| {
        let found = berkas.find_pejabat(id);
        html! { @match found { Some(it) => { strong { (it.nama) } br; span.lembut { (it.jabatan) } }, None => "–" } }
    };
    let status = match &it.status {
        StatusPerjanjian::Draf => "Draf".to_owned(),
        StatusPerjanjian::Diajukan => "Diajukan untuk ditandatangani".to_owned(),
        StatusPerjanjian::Ditandatangani { tanggal } => {
            format!("Ditandatangani {}", tanggal::format(*tanggal))
        }
    };
    let reason = it.alasan.map(|it| match it {
        AlasanPerubahan::PergantianPejabat => "pergantian atau mutasi pejabat",
        AlasanPerubahan::PerubahanStrategi => {
            "perubahan strategi yang memengaruhi tujuan dan sasaran"
        }
        AlasanPerubahan::PerubahanPrioritas => "perubahan prioritas atau asumsi",
    });
    let earlier = it
        .mengubah
        .as_ref()
        .and_then(|id| berkas.perjanjian_kinerja.iter().find(|row| row.id == *id));
    let targets: Vec<_> = berkas
        .target
        .iter()
        .filter(|row| {
            row.dokumen == it.dokumen
                && row.periode == Periode::Tahun
                && row.jenis == JenisTarget::Target
                && row.tahun == it.tahun
        })
        .collect();
    let before = |indikator: &selaras_domain::IndikatorId| {
        let doc = &earlier?.dokumen;
        berkas.target.iter().find(|row| {
            row.dokumen == *doc
                && row.indikator == *indikator
                && row.periode == Periode::Tahun
                && row.tahun == it.tahun
        })
    };
    let words = |row: &selaras_domain::Target| {
        row.nilai.as_ref().map_or_else(|| "NA".to_owned(), target_words)
    };
    let pagu: Vec<_> = berkas
        .pagu
        .iter()
        .filter(|row| row.dokumen == it.dokumen && row.tahun == it.tahun)
        .collect();
    html! {
        article.kartu {
            h2 { (title) }
            p { (status) @if let Some(reason) = reason { ", karena " (reason) } "." }
            div.dua {
                div { span.label { "Pihak pertama" } p { (person(&it.pihak_pertama)) } }
                div { span.label { "Pihak kedua" } p { @match &it.pihak_kedua { Some(id) => (person(id)), None => "–" } } }
            }
            @if !targets.is_empty() {
                table.lipat {
                    thead { tr { th scope="col" { "Indikator kinerja" } th scope="col" { "Satuan" } th.angka scope="col" { "Target" } } }
                    tbody {
                        @for row in &targets {
                            @let indikator = berkas.find_indikator(&row.indikator);
                            @let old = before(&row.indikator).map(words);
                            tr {
                                th scope="row" { (indikator.map_or("–", |it| it.nama.as_str())) }
                                td.lembut data-judul="Satuan" { (indikator.map_or("", |it| it.satuan.as_str())) }
                                td.angka data-judul="Target" {
                                    @if let Some(old) = old.filter(|old| *old != words(row)) { del { (old) } " → " }
                                    (words(row))
                                }
                            }
                        }
                    }
                }
            }
            @if !pagu.is_empty() {
                table.lipat {
                    thead { tr { th scope="col" { "Program" } th.angka scope="col" { "Anggaran (Rp)" } } }
                    tbody {
                        @for row in pagu {
                            tr {
                                th scope="row" { (berkas.find_baris(&row.baris).map_or("–", |it| it.nama.as_str())) }
                                td.angka data-judul="Anggaran" { (row.jumlah.map_or_else(|| "–".to_owned(), |it| angka::format(it.get()))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

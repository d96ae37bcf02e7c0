//! Evaluasi: what others found, their recommendations, and what was done about each.

use maud::html;
use selaras_domain::{angka, tanggal};

use selaras_store::Part;

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::widget;

const TABLES: &[&str] =
    &["dokumen", "evaluasi", "komponen_evaluasi", "rekomendasi", "tindak_lanjut_rekomendasi"];

pub(crate) fn evaluasi(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let done = |id: &selaras_domain::RekomendasiId| {
        berkas
            .tindak_lanjut_rekomendasi
            .iter()
            .filter(|it| it.rekomendasi == *id)
            .collect::<Vec<_>>()
    };
    let n_open = berkas.rekomendasi.iter().filter(|it| done(&it.id).is_empty()).count();
    let number =
        |it: Option<rust_decimal::Decimal>| it.map_or_else(|| "–".to_owned(), angka::format);
    let body = html! {
        @if berkas.evaluasi.is_empty() { (widget::empty("Belum ada hasil evaluasi.", Some((&context.link("tabel/evaluasi"), "Isi hasil evaluasi")))) }
        @for it in &berkas.evaluasi {
            article.kartu {
                h2 { (it.penilai) ", " (it.tahun) }
                p {
                    "Nilai " strong { (number(it.nilai)) }
                    @if let Some(predikat) = &it.predikat { ", predikat " strong { (predikat) } }
                    @if let Some(arti) = &it.arti { " (" (arti) ")" } "."
                }
                @let parts: Vec<_> = berkas.komponen_evaluasi.iter().filter(|row| row.evaluasi == it.id).collect();
                @if !parts.is_empty() {
                    table.lipat {
                        thead { tr { th scope="col" { "Komponen" } th.angka scope="col" { "Bobot" } th.angka scope="col" { "Nilai" } } }
                        tbody { @for row in parts { tr {
                            th scope="row" { (row.nama) }
                            td.angka data-judul="Bobot" { (angka::format(row.bobot)) }
                            td.angka data-judul="Nilai" { (number(row.nilai)) }
                        } } }
                    }
                }
                @let asked: Vec<_> = berkas.rekomendasi.iter().filter(|row| row.evaluasi == it.id).collect();
                @if !asked.is_empty() {
                    h3 { "Rekomendasi dan tindak lanjut" }
                    ol { @for row in asked {
                        li {
                            p { (row.uraian) }
                            p.lembut { "Kelemahan: " (row.kelemahan) }
                            @let steps = done(&row.id);
                            @if steps.is_empty() { p.kurang { "Belum ditindaklanjuti. " a href=(context.link("tabel/tindak_lanjut_rekomendasi/baru")) { "Catat tindak lanjut" } } }
                            ul { @for step in steps { li {
                                (step.uraian)
                                @if let Some(day) = step.tanggal { span.lembut { " · " (tanggal::format(day)) } }
                                @if let Some(proof) = &step.bukti_dukung { span.lembut { " · bukti: " (proof) } }
                            } } }
                        }
                    } }
                }
            }
        }
    };
    let state = match (berkas.rekomendasi.len(), n_open) {
        (0, _) => "Belum ada rekomendasi.".to_owned(),
        (n, 0) => format!("Semua {n} rekomendasi sudah ditindaklanjuti."),
        (n, open) => format!("{open} dari {n} rekomendasi belum ditindaklanjuti."),
    };
    let head = Head::new("Evaluasi dan rekomendasi", Phase::Evaluate).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

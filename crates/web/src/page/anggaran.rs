//! Anggaran: programs, kegiatan and subkegiatan with their codes, the pagu of each document, what was
//! spent, and where the money comes from.

use maud::html;
use selaras_domain::{BarisId, Berkas, DokumenSumber, angka};

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::export::{Cell, List, download};
use crate::frame::{Head, Phase, page};
use crate::widget::{self, figure, find};

const TABLES: &[&str] =
    &["dokumen", "program_kegiatan", "pagu", "sumber_dana", "realisasi_anggaran", "belanja"];

pub(crate) fn anggaran(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, TABLES)?;
    let hasil = selaras_rules::measure(&berkas);
    let tahun = context.tahun();
    let phases: Vec<&DokumenSumber> = berkas
        .dokumen
        .iter()
        .filter(|doc| berkas.pagu.iter().any(|it| it.dokumen == doc.id && it.tahun == tahun))
        .collect();
    let pagu = |id: &BarisId, doc: &DokumenSumber| {
        let mut rows = berkas.pagu.iter();
        let found = rows.find(|it| it.baris == *id && it.dokumen == doc.id && it.tahun == tahun);
        found.and_then(|it| it.jumlah).map(|it| it.get())
    };
    let width = berkas.kebijakan.lebar_subkegiatan as usize;
    if let Some(format) = ask.query.given("unduh") {
        let mut heads = vec!["Kode".to_owned(), "Uraian".to_owned()];
        heads.extend(phases.iter().map(|it| it.judul.clone()));
        let rows = berkas.program_kegiatan.iter().map(|row| {
            let mut cells = vec![
                Cell::Text(row.kode.as_ref().map_or_else(String::new, |it| it.render(width))),
                Cell::Text(row.nama.clone()),
            ];
            let amounts = phases.iter().map(|doc| pagu(&row.id, doc).map_or_else(String::new, |it| it.to_string()));
            cells.extend(amounts.map(Cell::Number));
            cells
        });
        let name = format!("anggaran-{}-{tahun}", context.perangkat());
        return download(&List { name, heads, rows: rows.collect() }, format);
    }
    let year = tahun.to_string();
    let body = html! {
        @if berkas.program_kegiatan.is_empty() {
            (widget::empty("Belum ada program dan kegiatan.", Some((&context.link("tabel/program_kegiatan"), "Isi program dan kegiatan"))))
        } @else {
            p.alat {
                a href=(crate::context::with_query(&context.link("anggaran"), "unduh", "xlsx")) { "Unduh XLSX" }
                a href=(crate::context::with_query(&context.link("anggaran"), "unduh", "csv")) { "Unduh CSV" }
            }
            div.gulung {
                table.kisi.lipat {
                    thead { tr {
                        th scope="col" { "Kode" } th scope="col" { "Uraian" }
                        @for it in &phases { th.angka scope="col" { (it.judul) " (Rp)" } }
                        th.angka scope="col" { "Realisasi (Rp)" } th.angka scope="col" { "Serapan" } th scope="col" { "Sumber dana" }
                    } }
                    tbody {
                        @for row in &berkas.program_kegiatan {
                            @let id = row.id.to_string();
                            @let is_parent = berkas.children(&row.id).next().is_some();
                            tr class=(if is_parent { "induk" } else { "" }) {
                                td.kode data-judul="Kode" { (row.kode.as_ref().map_or_else(String::new, |it| it.render(width))) }
                                th.{ "j" (depth(&berkas, &row.id)) } scope="row" { (row.nama) }
                                @for doc in &phases {
                                    td.angka data-judul=(doc.judul) {
                                        @match pagu(&row.id, doc) { Some(it) => (angka::format(it)), None => span.kosong { "–" } }
                                    }
                                }
                                td.angka data-judul="Realisasi" { (figure(&context, find(&hasil, &["anggaran", &id, &year, "realisasi"]))) }
                                td.angka data-judul="Serapan" { (figure(&context, find(&hasil, &["anggaran", &id, &year, "persen"]))) }
                                td.lembut data-judul="Sumber dana" { (funds(&berkas, &row.id)) }
                            }
                        }
                    }
                }
            }
        }
    };
    let total = find(&hasil, &["anggaran", "total", &year, "persen"]);
    let state = html! {
        (berkas.program_kegiatan.len()) " baris, " (phases.len()) " dokumen anggaran"
        @if let Some(total) = total { ", serapan " (figure(&context, Some(total))) } "."
    };
    let head = Head::new(format!("Anggaran {tahun}"), Phase::Plan).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// How deep a row stands in the tree of programs.
pub(crate) fn depth(berkas: &Berkas, id: &BarisId) -> usize {
    let mut depth = 0;
    let mut at = berkas.find_baris(id);
    while let Some(parent) = at.and_then(|it| it.induk.as_ref()).filter(|_| depth < 8) {
        at = berkas.find_baris(parent);
        depth += 1;
    }
    depth
}

fn funds(berkas: &Berkas, id: &BarisId) -> String {
    let mut names: Vec<&str> = berkas.sumber_dana.iter().filter(|it| it.baris == *id).map(|it| it.nama.as_str()).collect();
    names.dedup();
    names.join(", ")
}

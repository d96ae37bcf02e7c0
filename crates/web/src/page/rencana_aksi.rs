//! Laksanakan: the actions of each quarter behind every indicator, with their targets and owners.

use maud::html;
use selaras_domain::{Code, Periode, angka};

use selaras_store::Part;

use crate::ask::{Answer, Ask, Reply};
use crate::context::{Context, with_query};
use crate::frame::{Head, Phase, page};
use crate::widget::{self, figure, find};

pub(crate) fn rencana_aksi(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let tables = [crate::page::pengukuran::TABLES, &["rencana_aksi"]].concat();
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&tables))?;
    let hasil = selaras_rules::measure(&berkas);
    let tahun = context.tahun();
    let year = tahun.to_string();
    let rows: Vec<_> = berkas.rencana_aksi.iter().filter(|it| it.tahun == tahun).collect();
    let planned: Vec<_> = berkas
        .indikator
        .iter()
        .filter(|it| rows.iter().any(|row| row.indikator == it.id))
        .collect();
    let body = html! {
        @if rows.is_empty() {
            (widget::empty(&format!("Rencana aksi {tahun} belum ada. Setiap indikator perjanjian kinerja dirinci menjadi aksi per triwulan."),
                Some((&context.link("tabel/rencana_aksi"), "Isi rencana aksi"))))
        } @else {
            div.gulung {
                table.kisi.lipat {
                    thead { tr {
                        th scope="col" { "Indikator dan aksi" } th scope="col" { "Triwulan" } th.angka scope="col" { "Target" }
                        th.angka scope="col" { "Realisasi" } th scope="col" { "Penanggung jawab" }
                    } }
                    @for it in planned {
                        @let id = it.id.to_string();
                        tbody {
                            tr.kelompok { th scope="rowgroup" colspan="5" { (it.nama) " " span.lembut { "(" (it.satuan) ")" } } }
                            @for row in rows.iter().filter(|row| row.indikator == it.id) {
                                tr {
                                    th.menjorok scope="row" { (row.aksi) }
                                    td data-judul="Triwulan" { (quarter(row.periode)) }
                                    td.angka data-judul="Target" { (row.target.map_or_else(|| "–".to_owned(), angka::format)) }
                                    td.angka data-judul="Realisasi" { (figure(&context, find(&hasil, &["indikator", &id, &year, row.periode.code(), "realisasi"]))) }
                                    td data-judul="Penanggung jawab" { (row.penanggung_jawab.as_deref().unwrap_or("–")) }
                                }
                            }
                        }
                    }
                }
            }
            p.bawah { a.tombol href=(with_query(&context.link("tabel/rencana_aksi"), "cari", &year)) { "Ubah pada tabel rencana aksi" } }
        }
    };
    let n_owned = rows.iter().filter(|it| it.penanggung_jawab.is_some()).count();
    let state = format!("{} aksi, {n_owned} mempunyai penanggung jawab.", rows.len());
    let head = Head::new(format!("Rencana aksi {tahun}"), Phase::Act).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn quarter(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "I",
        Periode::Tw2 => "II",
        Periode::Tw3 => "III",
        Periode::Tw4 => "IV",
        Periode::Tahun | Periode::Kumulatif => "Tahun",
    }
}

//! Jejak: why a figure is what it is, as a short calculation.

use maud::html;
use selaras_domain::{FigureId, Keadaan};
use selaras_rules::{display, rule};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::status;
use crate::widget::jejak_address;

pub(crate) fn jejak(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let id = ask.query.get("angka");
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure(&berkas);
    let found = hasil.get(&FigureId::new(id));
    let it = found.ok_or_else(|| Fault::NotFound(format!("Tidak ada angka bernama «{id}».")))?;
    let trail = &it.jejak;
    let body = html! {
        div.jejak {
            p.angka-besar { (display(it)) @if it.satuan != "%" && it.satuan != "rupiah" { " " span.satuan { (it.satuan) } } }
            @if let Some(predikat) = &it.predikat { p { "Predikat: " strong { (predikat) } } }
            p.lembut {
                (keadaan(it.keadaan))
                @if !it.verified { " " (status::unverified()) }
            }
            @if let Some(note) = &it.note { p.catatan { (note) } }
            @if let Some(rumus) = &trail.rumus {
                h2 { "Rumus" }
                p.rumus { (rumus) }
            }
            @if !trail.masukan.is_empty() {
                h2 { "Yang dimasukkan" }
                table {
                    thead { tr { th scope="col" { "Apa" } th.angka scope="col" { "Nilai" } th scope="col" { "Sumber" } } }
                    tbody {
                        @for row in &trail.masukan {
                            tr {
                                th scope="row" { (row.nama) }
                                td.angka {
                                    @if let Some(figure) = &row.figure { a href=(jejak_address(&context, figure.as_str())) { (row.nilai) } }
                                    @else { (row.nilai) }
                                }
                                td.lembut { (row.sumber.as_deref().unwrap_or("–")) }
                            }
                        }
                    }
                }
            }
            @if let Some(hitungan) = &trail.hitungan {
                h2 { "Hitungan" }
                p.rumus { (hitungan) " = " strong { (display(it)) } }
            }
            @if let Some(rounding) = &trail.pembulatan {
                p.lembut { (rounding_words(rounding)) }
            }
            @if let Some(id) = trail.rule {
                h2 { "Aturan" }
                p {
                    code { (id) }
                    @if let Some(rule) = rule::ALL.iter().find(|it| it.id == id) { ": " (rule.rumus) }
                }
                @if !trail.dasar.is_empty() { ul { @for it in &trail.dasar { li { (it) } } } }
            }
        }
    };
    let head =
        Head::new(it.label.clone(), Phase::Measure).state(html! { "Nama angka: " code { (id) } });
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn keadaan(it: Keadaan) -> &'static str {
    match it {
        Keadaan::Computed => "Dihitung menurut aturan.",
        Keadaan::Entered => "Diisi oleh perangkat daerah.",
        Keadaan::Stated => "Dinyatakan oleh dokumen.",
        Keadaan::Absent => "Belum diisi.",
        Keadaan::NotComputable => "Tidak dapat dihitung.",
    }
}

fn rounding_words(it: &selaras_domain::Pembulatan) -> String {
    use selaras_domain::{RoundingMode, TahapPembulatan};
    let mode = match it.mode {
        RoundingMode::HalfUp => "setengah ke atas",
        RoundingMode::HalfEven => "setengah ke genap",
        RoundingMode::Truncate => "dipotong",
    };
    let stage = match it.tahap {
        TahapPembulatan::RealisasiDahulu => "realisasi dibulatkan lebih dahulu",
        TahapPembulatan::SaatCetak => "hanya saat ditampilkan",
    };
    format!("Pembulatan: {} desimal, {mode}, {stage}.", it.presisi)
}

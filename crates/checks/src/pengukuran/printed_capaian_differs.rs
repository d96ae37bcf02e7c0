//! UKR025: a note tells of another capaian, printed on a document, than the rule gives.

use rust_decimal::Decimal;
use selaras_domain::angka::{self, Style};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR025",
    name: "printed-capaian-differs",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("printed_capaian_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for row in s.berkas.realisasi.iter().filter(|row| row.periode == Periode::Tahun) {
        let Some(printed) = row.asal.catatan.as_deref().and_then(printed_capaian) else { continue };
        let Some(figure) = s.of_indikator(&row.indikator, row.tahun, "capaian") else { continue };
        let Some(exact) = &figure.exact else { continue };
        any = true;
        if words::is_rounded_from(printed, exact) {
            continue;
        }
        let nama = s.indikator(&row.indikator).map_or("", |it| it.nama.as_str());
        findings.push(
            Place::realisasi(row),
            format!(
                "Capaian «{nama}» tahun {} tercetak {}% menurut catatan, sedangkan realisasi dan \
                targetnya \
                 menghasilkan {}%{}.",
                row.tahun,
                words::number(printed),
                words::number(figure.value.unwrap_or_default()),
                figure.jejak.hitungan.as_ref().map_or_else(String::new, |it| format!(" ({it})"))
            ),
            "Periksa realisasi dan target pada dokumen itu; salah satu dari ketiga angkanya \
            keliru.",
        );
    }
    if any { Assessed } else { NotApplicable("tidak ada catatan tentang capaian yang tercetak") }
}

/// `118,2` from «laporan mencetak capaian 118,2%».
fn printed_capaian(note: &str) -> Option<Decimal> {
    let lower = note.to_lowercase();
    let (before, after) = lower.split_once("capaian ")?;
    if !before.contains("cetak") && !after.contains("tercetak") {
        return None;
    }
    let number: String = after
        .trim_start_matches("tercetak ")
        .chars()
        .take_while(|it| it.is_ascii_digit() || matches!(it, ',' | '.'))
        .collect();
    angka::parse(number.trim_end_matches(['.', ',']), Style::Thousands).ok()
}

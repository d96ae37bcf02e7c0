//! UKR027: an output is less than half of its target, or twice as much, and nothing says why.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR027",
    name: "output-far-from-target",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("output_far_from_target.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_year_over() {
        return NotApplicable("tahun anggaran belum berakhir");
    }
    let mut any = false;
    for row in s.baris_of(Jenjang::Subkegiatan) {
        let persen = s.serapan(&row.id);
        for it in s.indikator_of_baris(&row.id) {
            let Some(capaian) = s.capaian(&it.id) else { continue };
            any = true;
            // What cost nearly all of its money, or has money and is nothing at all, is found as such.
            let is_found_by_money =
                persen.is_some_and(|it| it >= dec!(80) || (capaian.is_zero() && !it.is_zero()));
            let is_far = capaian >= dec!(200) || (capaian < dec!(50) && !is_found_by_money);
            let explained = s.berkas.realisasi.iter().any(|row| {
                row.indikator == it.id && row.tahun == s.tahun() && row.asal.catatan.is_some()
            }) || s
                .berkas
                .faktor
                .iter()
                .any(|row| row.indikator == it.id && row.tahun == s.tahun());
            if !is_far || explained {
                continue;
            }
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» ({}) mencapai {}% dari target tahun {} tanpa penjelasan.",
                    it.nama,
                    row.nama,
                    words::number(capaian),
                    s.tahun()
                ),
                "Jelaskan sebabnya pada catatan realisasi atau sebagai faktor, atau periksa target dan \
                 realisasinya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("keluaran subkegiatan belum ada") }
}

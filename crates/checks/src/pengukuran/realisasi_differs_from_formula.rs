//! UKR004: the stated realisasi is not what the formula gives.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR004",
    name: "realisasi-differs-from-formula",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("realisasi_differs_from_formula.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        if s.formula(&it.id).is_none() {
            continue;
        }
        for row in s.berkas.realisasi.iter().filter(|row| row.indikator == it.id) {
            let Some(stated) = s.realisasi_number(&it.id, row.tahun, row.periode) else { continue };
            let tahun = row.tahun.to_string();
            let figure = match row.periode {
                Periode::Tahun => s.of_indikator(&it.id, row.tahun, "realisasi"),
                other => {
                    s.figure(&["indikator", it.id.as_str(), &tahun, other.code(), "realisasi"])
                }
            };
            let Some(figure) = figure.filter(|it| it.jejak.rule.is_some()) else { continue };
            let Some(exact) = &figure.exact else { continue };
            any = true;
            if words::is_rounded_from(stated, exact) {
                continue;
            }
            findings.push(
                Place::realisasi(row),
                format!(
                    "Realisasi «{}» {} dinyatakan {}, sedangkan rumusnya menghasilkan {}{}.",
                    it.nama,
                    words::of_period(row.tahun, row.periode),
                    words::with_unit(stated, &it.satuan),
                    words::with_unit(figure.value.unwrap_or_default(), &it.satuan),
                    figure
                        .jejak
                        .hitungan
                        .as_ref()
                        .map_or_else(String::new, |it| format!(" ({it})"))
                ),
                "Hapus angka yang dinyatakan, atau perbaiki variabelnya; yang dipakai adalah hasil \
                rumus.",
            );
        }
    }
    if any {
        Assessed
    } else {
        NotApplicable("tidak ada realisasi yang dinyatakan di samping rumusnya")
    }
}

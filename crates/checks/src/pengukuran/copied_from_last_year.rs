//! UKR021: both parts of a share are the very numbers of the year before.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR021",
    name: "copied-from-last-year",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("copied_from_last_year.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(before) = s.tahun().previous() else {
        return NotAssessable("tidak ada tahun sebelumnya");
    };
    let mut any = false;
    for it in &s.berkas.indikator {
        let rows = s.nilai_variabel(&it.id, s.tahun(), Periode::Tahun);
        if rows.len() < 2 || rows.iter().any(|row| row.nilai.is_none()) {
            continue;
        }
        let last = |row: &&selaras_domain::NilaiVariabel| {
            s.variabel_value(&it.id, &row.variabel, before, Periode::Tahun)
        };
        if rows.iter().any(|row| last(row).is_none()) {
            continue;
        }
        any = true;
        // Six cases out of six may well happen twice; 1.452 out of 1.693 may not.
        let is_copied = rows.iter().all(|row| last(row) == row.nilai);
        let are_large = rows.iter().all(|row| row.nilai.is_some_and(|it| it >= dec!(20)));
        if is_copied && are_large {
            findings.push_with(
                Place::nilai_variabel(rows[0]),
                rows.iter().skip(1).map(|row| Place::nilai_variabel(row)).collect(),
                format!("Semua data «{}» tahun {} sama dengan tahun {before}.", it.nama, s.tahun()),
                "Pastikan data tahun ini sudah diisi, bukan salinan tahun lalu.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("tidak ada indikator dengan variabel dua tahun") }
}

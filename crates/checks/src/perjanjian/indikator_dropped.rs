//! PJJ014: a change of the agreement drops an indikator that was promised before.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ014",
    name: "indikator-dropped-by-change",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PERUBAHAN_PERJANJIAN],
    page: include_str!("indikator_dropped.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.perjanjian() {
        let before = it
            .mengubah
            .as_ref()
            .and_then(|id| s.berkas.perjanjian_kinerja.iter().find(|row| row.id == *id));
        let Some(before) = before else { continue };
        let kept = s.indikator_in(&it.dokumen);
        if kept.is_empty() {
            continue;
        }
        any = true;
        for row in s.indikator_in(&before.dokumen) {
            if !kept.iter().any(|it| it.id == row.id) {
                findings.push_with(
                    Place::perjanjian(it),
                    vec![Place::indikator(row)],
                    format!(
                        "«{}» ada dalam {}, tetapi tidak lagi dalam {}.",
                        row.nama,
                        s.judul(&before.dokumen),
                        s.judul(&it.dokumen)
                    ),
                    "Masukkan kembali indikator itu, atau jelaskan mengapa janjinya dicabut.",
                );
            }
        }
    }
    if any {
        Assessed
    } else {
        NotApplicable("tidak ada perubahan perjanjian yang memuat indikator")
    }
}

//! UKR016: nearly all money was spent for less than half of the output, and nothing says why.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR016",
    name: "output-behind-money",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("output_behind_money.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_year_over() {
        return NotApplicable("tahun anggaran belum berakhir");
    }
    let mut any = false;
    for row in s.baris_of(Jenjang::Subkegiatan) {
        let Some(persen) = s.serapan(&row.id) else { continue };
        for it in s.indikator_of_baris(&row.id) {
            let Some(capaian) = s.capaian(&it.id) else { continue };
            any = true;
            let explained = s
                .realisasi(&it.id, s.tahun(), Periode::Tahun)
                .is_some_and(|it| it.asal.catatan.is_some());
            // No output at all is another finding.
            if persen < dec!(80) || capaian >= dec!(50) || capaian.is_zero() || explained {
                continue;
            }
            findings.push(
                Place::indikator(it),
                format!(
                    "{} menyerap {}% anggarannya, tetapi «{}» baru {}% dari target.",
                    row.nama,
                    words::number(persen),
                    it.nama,
                    words::number(capaian)
                ),
                "Jelaskan penyimpangannya pada catatan realisasi, atau periksa target dan \
                realisasinya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("keluaran dan belanja subkegiatan belum ada") }
}

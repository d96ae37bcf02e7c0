//! UKR028: every output of a subkegiatan was reached for less than half of its money, and nothing
//! says how.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR028",
    name: "money-behind-output",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("money_behind_output.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_year_over() {
        return NotApplicable("tahun anggaran belum berakhir");
    }
    let mut any = false;
    for row in s.baris_of(Jenjang::Subkegiatan) {
        let Some(persen) = s.serapan(&row.id) else { continue };
        let outputs = s.indikator_of_baris(&row.id);
        let reached = outputs.iter().map(|it| s.capaian(&it.id));
        let Some(reached) = reached.collect::<Option<Vec<_>>>() else { continue };
        let Some(least) = reached.into_iter().min() else { continue };
        any = true;
        let spent = s.realisasi_anggaran(&row.id, s.tahun(), Periode::Tahun);
        let explained = spent.is_some_and(|it| it.asal.catatan.is_some())
            || s.berkas.realisasi.iter().any(|it| {
                it.tahun == s.tahun()
                    && it.asal.catatan.is_some()
                    && outputs.iter().any(|output| output.id == it.indikator)
            });
        // No money at all is another finding.
        if persen.is_zero() || persen >= dec!(50) || least < dec!(100) || explained {
            continue;
        }
        findings.push(
            Place::baris(row),
            format!(
                "{} mencapai seluruh target keluarannya dengan {}% anggarannya.",
                row.nama,
                words::number(persen)
            ),
            "Jelaskan dari mana hematnya pada catatan realisasi anggaran, atau periksa pagu, belanja, \
             dan targetnya.",
        );
    }
    if any { Assessed } else { NotAssessable("keluaran dan belanja subkegiatan belum ada") }
}

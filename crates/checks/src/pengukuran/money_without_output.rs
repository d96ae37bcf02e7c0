//! UKR015: money was spent on a subkegiatan and no output came of it, or the output came without
//! money.

use rust_decimal::{Decimal, dec};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR015",
    name: "money-without-output",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_7],
    page: include_str!("money_without_output.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_year_over() {
        return NotApplicable("tahun anggaran belum berakhir");
    }
    let mut any = false;
    for row in s.baris_of(Jenjang::Subkegiatan) {
        let spent = s.money(&row.id, "realisasi");
        let pagu = s.money(&row.id, "pagu");
        let (Some(spent), Some(pagu)) = (spent, pagu) else { continue };
        let outputs: Vec<Decimal> = s
            .indikator_of_baris(&row.id)
            .iter()
            .filter(|it| it.jenis == JenisIndikator::Keluaran)
            .filter_map(|it| s.capaian(&it.id))
            .collect();
        let Some(most) = outputs.iter().max() else { continue };
        any = true;
        let share = spent.checked_div(&pagu).map_or_else(String::new, |it| {
            format!(" ({}% dari pagu)", words::short(&(&it * &Exact::integer(100))))
        });
        let amount = words::money(&spent);
        if most.is_zero() && !spent.is_zero() {
            findings.push(
                Place::baris(row),
                format!("{} membelanjakan {amount}{share}, tetapi keluarannya nol.", row.nama),
                "Jelaskan untuk apa uang itu dipakai dan mengapa keluarannya tidak tercapai, atau \
                perbaiki \
                 realisasi keluarannya.",
            );
        } else if *most >= dec!(100) && spent.is_zero() && !pagu.is_zero() {
            findings.push(
                Place::baris(row),
                format!(
                    "{} mencapai {}% keluarannya tanpa belanja; pagunya {}.",
                    row.nama,
                    words::number(*most),
                    words::money(&pagu)
                ),
                "Jelaskan bagaimana keluaran dicapai tanpa belanja, atau perbaiki realisasi \
                anggarannya.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("keluaran dan belanja subkegiatan belum ada") }
}

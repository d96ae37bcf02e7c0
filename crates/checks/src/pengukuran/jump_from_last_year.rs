//! UKR011: a realisasi five times, or a fifth of, that of the year before.

use rust_decimal::{Decimal, dec};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR011",
    name: "jump-from-last-year",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("jump_from_last_year.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(before) = s.tahun().previous() else {
        return NotAssessable("tidak ada tahun sebelumnya");
    };
    let mut any = false;
    for it in &s.berkas.indikator {
        if matches!(it.jenis, JenisIndikator::Kegiatan | JenisIndikator::Keluaran) {
            continue;
        }
        let value = |tahun| s.value(&it.id, tahun, "realisasi");
        let (Some(now), Some(then)) = (value(s.tahun()), value(before)) else { continue };
        any = true;
        let (low, high) = (now.min(then), now.max(then));
        // Small counts jump without meaning anything.
        if low <= Decimal::ZERO || high < dec!(10) || high < low * dec!(5) {
            continue;
        }
        let times = Exact::from(high).checked_div(&Exact::from(low));
        let times = times.map_or_else(String::new, |it| words::short(&it));
        let direction = if now > then { "menjadi" } else { "turun menjadi seper" };
        let parts: Vec<String> = s
            .nilai_variabel(&it.id, s.tahun(), Periode::Tahun)
            .iter()
            .filter_map(|row| {
                let last = s.variabel_value(&it.id, &row.variabel, before, Periode::Tahun)?;
                let nama = s.variabel(&it.id, row.variabel.as_str())?.nama.clone();
                Some(format!(
                    "{nama} {} menjadi {}",
                    words::number(last),
                    words::number(row.nilai?)
                ))
            })
            .collect();
        let parts =
            if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) };
        let change = if now > then {
            format!("{direction} {times} kali lipat")
        } else {
            format!("{direction}{times}")
        };
        findings.push(
            Place::indikator(it),
            format!(
                "Realisasi «{}» {change} dalam setahun: {} pada {before}, {} pada {}{parts}.",
                it.nama,
                words::with_unit(then, &it.satuan),
                words::with_unit(now, &it.satuan),
                s.tahun()
            ),
            "Periksa satuan, tanda desimal, dan apakah yang dihitung masih sama; bila benar, \
            jelaskan dalam \
             laporan.",
        );
    }
    if any { Assessed } else { NotAssessable("realisasi tahun lalu belum ada") }
}

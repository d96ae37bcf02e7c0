//! ANT013: the targets of the rencana aksi do not lead to the target of the year.

use selaras_domain::{Akumulasi, RencanaAksi};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT013",
    name: "rencana-aksi-missing-the-target",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("rencana_aksi_missing_the_target.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut compared = false;
    for it in &s.berkas.indikator {
        let target = s.of_indikator(&it.id, s.tahun(), "target").and_then(|it| it.value);
        let (Some(target), Some(cara)) = (target, s.cara(it)) else { continue };
        let mut rows: Vec<&RencanaAksi> = s
            .berkas
            .rencana_aksi
            .iter()
            .filter(|row| row.indikator == it.id && row.tahun == s.tahun() && row.target.is_some())
            .collect();
        rows.sort_by_key(|row| (row.periode, row.nomor));
        let Some(last) = rows.last() else { continue };
        // Of a ratio only the last quarter can be compared; whose quarters add up to the year, all
        // must
        // be there, each with one target.
        let is_count = s.formula(&it.id).is_none() && cara.akumulasi == Akumulasi::Jumlah;
        let mut quarters: Vec<Periode> = rows.iter().map(|row| row.periode).collect();
        quarters.dedup();
        let is_whole = quarters == Periode::TRIWULAN && rows.len() == quarters.len();
        let (reached, words) = match (is_count, last.periode) {
            (true, _) if is_whole => {
                (rows.iter().filter_map(|row| row.target).sum(), "jumlah target keempat triwulan")
            }
            (false, Periode::Tw4) => (last.target.unwrap_or_default(), "target triwulan IV"),
            _ => continue,
        };
        compared = true;
        let falls_short = match it.polaritas {
            Polaritas::Naik => reached < target,
            Polaritas::Turun => reached > target,
            Polaritas::Rentang => false,
        };
        if falls_short {
            let tahun = s.tahun().to_string();
            let key = [it.id.as_str(), &tahun, last.periode.code(), &last.nomor.to_string()];
            findings.push(
                Place::row("rencana_aksi", &key, format!("rencana aksi {}", it.id))
                    .column("target"),
                format!(
                    "Menurut rencana aksi, {words} «{}» adalah {}, sedangkan target tahun {} {}.",
                    it.nama,
                    words::with_unit(reached, &it.satuan),
                    s.tahun(),
                    words::with_unit(target, &it.satuan)
                ),
                "Sesuaikan target triwulan sehingga target tahun tercapai pada triwulan IV.",
            );
        }
    }
    if compared { Assessed } else { NotAssessable("rencana aksi belum memuat target triwulan IV") }
}

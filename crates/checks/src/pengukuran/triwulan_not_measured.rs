//! UKR014: an IKU that is measured by quarter was not measured in one that is over.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR014",
    name: "triwulan-not-measured",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::BERKALA],
    page: include_str!("triwulan_not_measured.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let due: Vec<Periode> = Periode::TRIWULAN.into_iter().filter(|it| s.is_due(*it)).collect();
    if due.is_empty() {
        return NotApplicable("belum ada triwulan yang waktunya diukur");
    }
    // A package of a finished report may know the year only.
    let has_quarter = |it: &Indikator| due.iter().any(|at| s.has_entry(&it.id, s.tahun(), *at));
    if !s.iku().any(has_quarter) {
        return NotAssessable(
            "tidak ada IKU yang diukur per triwulan; hanya angka tahunan yang tercatat",
        );
    }
    for it in s.iku() {
        // What a yearly survey measures has no quarters: neither a target for one, nor a value.
        let is_quarterly = has_quarter(it) || has_quarterly_target(s, it);
        if !is_quarterly {
            continue;
        }
        let is_excused = |at: Periode| {
            let row = s.realisasi(&it.id, s.tahun(), at);
            row.is_some_and(|it| {
                it.nilai.is_some() || words::is_illegible(it.asal.catatan.as_deref())
            })
        };
        let missing: Vec<String> = due
            .iter()
            .filter(|at| !s.has_entry(&it.id, s.tahun(), **at) && !is_excused(**at))
            .map(|at| words::periode(*at).to_owned())
            .collect();
        if !missing.is_empty() {
            findings.push(
                Place::indikator(it),
                format!(
                    "«{}» belum diukur untuk {} tahun \
                    {}.",
                    it.nama,
                    words::list(&missing),
                    s.tahun()
                ),
                "Isi realisasi triwulan itu; nol bila memang tidak ada, atau jelaskan mengapa \
                belum dapat \
                 diukur.",
            );
        }
    }
    Assessed
}

/// Whether the rencana aksi or another document aims at a value for a quarter.
fn has_quarterly_target(s: &Subject<'_>, it: &Indikator) -> bool {
    let by_action = s
        .berkas
        .rencana_aksi
        .iter()
        .any(|row| row.indikator == it.id && row.tahun == s.tahun() && row.target.is_some());
    let by_target = s.target(&it.id).iter().any(|row| {
        row.tahun == s.tahun() && Periode::TRIWULAN.contains(&row.periode) && row.nilai.is_some()
    });
    by_action || by_target
}

//! ANT017: the Renstra does not cover the year, or reaches beyond the RPJMD that it carries out.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT017",
    name: "plan-outside-its-period",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("plan_outside_its_period.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let all = |jenis| s.berkas.dokumen.iter().filter(move |it| it.jenis == jenis);
    let renstra: Vec<_> = all(JenisDokumen::Renstra).collect();
    if renstra.is_empty() {
        return NotAssessable("Renstra belum tercatat");
    }
    if s.dokumen_of(JenisDokumen::Renstra).is_empty() {
        findings.push(
            Place::dokumen(renstra[0]).column("sampai"),
            format!("Tidak ada Renstra yang memuat tahun {}.", s.tahun()),
            "Periksa periode Renstra, atau catat Renstra yang berlaku.",
        );
    }
    let rpjmd: Vec<_> = all(JenisDokumen::Rpjmd).collect();
    for it in renstra {
        let (Some(from), Some(to)) = (it.tahun, it.sampai) else { continue };
        let fits = rpjmd.iter().any(|plan| {
            plan.tahun.is_none_or(|it| it <= from) && plan.sampai.is_none_or(|it| to <= it)
        });
        if !rpjmd.is_empty() && !fits {
            let plans: Vec<String> = rpjmd.iter().map(|it| it.judul.clone()).collect();
            findings.push(
                Place::dokumen(it).column("sampai"),
                format!(
                    "{} ({from}–{to}) tidak berada dalam periode {}.",
                    it.judul,
                    words::list(&plans)
                ),
                "Periksa tahun awal dan tahun akhir Renstra dan RPJMD.",
            );
        }
    }
    Assessed
}

//! PJJ011: a new head took office during the year and has made no agreement.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ011",
    name: "new-head-without-agreement",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PERUBAHAN_PERJANJIAN],
    page: include_str!("new_head_without_agreement.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let within = |day: jiff::civil::Date| day > s.tahun().first_day() && day <= s.law_day();
    let heads: Vec<_> = s
        .berkas
        .pejabat
        .iter()
        .filter(|it| s.is_head(&it.id) && it.status == selaras_domain::StatusPejabat::Definitif)
        .collect();
    if heads.iter().all(|it| it.mulai.is_none()) {
        return NotAssessable("masa jabatan kepala belum tercatat");
    }
    for it in heads {
        let Some(from) = it.mulai.filter(|day| within(*day)) else { continue };
        let month_later =
            from.checked_add(jiff::Span::new().months(1)).is_ok_and(|day| s.as_of >= day);
        let has_own = s
            .perjanjian()
            .any(|row| row.pihak_pertama == it.id && signed_on(row).is_some_and(|day| day >= from));
        if month_later && !has_own {
            findings.push(
                Place::row("pejabat", &[it.id.as_str()], "kepala perangkat daerah"),
                format!(
                    "Kepala perangkat daerah berganti pada {}, tetapi belum ada perjanjian \
                    kinerja dengan kepala yang baru.",
                    words::date(from)
                ),
                "Buat perjanjian kinerja dengan kepala yang baru, dengan alasan pergantian \
                pejabat.",
            );
        }
    }
    Assessed
}

//! LAP011: the report of the year is dated after its deadline, or is not there when the deadline
//! has passed.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP011",
    name: "report-late",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::TENGGAT_LAPORAN],
    page: include_str!("report_late.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(deadline) = crate::report::report_deadline(s.tahun().last_day()) else {
        return NotApplicable("tenggat laporan kinerja tidak diatur untuk tahun ini");
    };
    let mut reports = s.dokumen_of(JenisDokumen::Lkjip);
    reports.retain(|it| it.tahun == Some(s.tahun()));
    let dated: Vec<_> = reports.iter().filter_map(|it| Some((it, it.tanggal?))).collect();
    if let Some((report, day)) = dated.iter().min_by_key(|(_, day)| *day) {
        if *day > deadline {
            findings.push(
                Place::dokumen(report).column("tanggal"),
                format!(
                    "{} bertanggal {}, melewati tenggat {}.",
                    report.judul,
                    words::date(*day),
                    words::date(deadline)
                ),
                "Jelaskan keterlambatannya; periksa juga apakah tanggal yang tercatat benar.",
            );
        }
        return Assessed;
    }
    if s.as_of <= deadline {
        return NotApplicable("tenggat laporan kinerja belum lewat");
    }
    if !reports.is_empty() {
        return NotAssessable("tanggal laporan kinerja belum tercatat");
    }
    findings.push(
        Place::whole("dokumen", "laporan kinerja"),
        format!(
            "Laporan kinerja tahun {} belum ada; tenggatnya {}.",
            s.tahun(),
            words::date(deadline)
        ),
        "Selesaikan dan sampaikan laporan kinerja kepada kepala daerah.",
    );
    Assessed
}

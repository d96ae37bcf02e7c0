//! PJJ012: the budget was changed by a DPPA, and the agreement still states the old money.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ012",
    name: "budget-changed-agreement-not",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PERUBAHAN_PERJANJIAN],
    page: include_str!("budget_changed_agreement_not.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let budgets = s.anggaran();
    let dppa = budgets.iter().rfind(|it| it.jenis == JenisDokumen::Dppa);
    let dpa = budgets.iter().find(|it| it.jenis == JenisDokumen::Dpa);
    let (Some(dppa), Some(dpa)) = (dppa, dpa) else {
        return NotApplicable("anggaran tahun ini tidak diubah");
    };
    let total = |id: &DokumenId| {
        let value =
            s.figure(&["anggaran", "total", &s.tahun().to_string(), &format!("pagu/{id}")])?;
        value.value
    };
    let (Some(before), Some(after)) = (total(&dpa.id), total(&dppa.id)) else {
        return NotAssessable("jumlah DPA atau DPPA belum tercatat");
    };
    let Some(perjanjian) = s.perjanjian_berlaku() else {
        return NotAssessable("belum ada perjanjian kinerja kepala yang ditandatangani");
    };
    let is_after = match (crate::subject::signed_on(perjanjian), dppa.tanggal) {
        (Some(signed), Some(day)) => signed >= day,
        _ => perjanjian.mengubah.is_some(),
    };
    let month_later = dppa.tanggal.is_none_or(|day| {
        day.checked_add(jiff::Span::new().months(1)).is_ok_and(|day| s.as_of >= day)
    });
    // A tenth is what an office would call a change of its allocation.
    let is_large = (after - before).abs() * dec!(10) >= before;
    if is_large && !is_after && month_later {
        findings.push_with(
            Place::perjanjian(perjanjian),
            vec![Place::dokumen(dppa)],
            format!(
                "{} mengubah anggaran dari {} menjadi {}, tetapi {} belum diubah.",
                dppa.judul,
                words::money(&Exact::from(before)),
                words::money(&Exact::from(after)),
                s.judul(&perjanjian.dokumen)
            ),
            "Ubah perjanjian kinerja dengan alasan perubahan alokasi anggaran.",
        );
    }
    Assessed
}

//! PJJ001: the agreement was signed more than a month after the budget document was adopted.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ001",
    name: "signed-late",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::TENGGAT_PERJANJIAN],
    page: include_str!("signed_late.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some((budget, adopted, deadline)) = crate::perjanjian::deadline::of_year(s) else {
        return NotAssessable("tanggal pengesahan DPA belum tercatat");
    };
    let first = s.perjanjian().filter(|it| it.mengubah.is_none() && s.is_of_head(it));
    let signed: Vec<_> = first.filter_map(|it| Some((it, signed_on(it)?))).collect();
    if signed.is_empty() {
        return NotAssessable("perjanjian kinerja kepala belum ditandatangani");
    }
    for (it, day) in signed {
        if day > deadline {
            findings.push(
                Place::perjanjian(it).column("tanggal"),
                format!(
                    "{} ditandatangani {}, lebih dari sebulan setelah {} disahkan ({}); paling \
                    lambat {}.",
                    s.judul(&it.dokumen),
                    words::date(day),
                    budget.judul,
                    words::date(adopted),
                    words::date(deadline)
                ),
                "Tanggal tidak dapat diubah lagi; jelaskan keterlambatannya dan jadwalkan lebih \
                awal tahun \
                 depan. Periksa juga apakah tanggal yang tercatat benar.",
            );
        }
    }
    Assessed
}

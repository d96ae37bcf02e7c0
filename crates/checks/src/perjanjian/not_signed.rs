//! PJJ002: the deadline, or the year, has passed and the head of the office has no signed agreement.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ002",
    name: "not-signed-in-time",
    tier: Tier::Wajib,
    status: Status::Stable,
    basis: &[basis::TENGGAT_PERJANJIAN],
    page: include_str!("not_signed.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    // Whenever the budget was adopted, its deadline is within the year.
    let until = match crate::perjanjian::deadline::of_year(s) {
        Some((_, _, deadline)) if s.as_of <= deadline => {
            return NotApplicable("tenggat perjanjian kinerja belum lewat");
        }
        Some((budget, _, deadline)) => {
            format!("tenggatnya {}, sebulan setelah {}", words::date(deadline), budget.judul)
        }
        None if s.is_year_over() => "tahunnya sudah berakhir".to_owned(),
        None => return NotAssessable("tanggal pengesahan DPA belum tercatat"),
    };
    let of_head: Vec<_> = s.perjanjian().filter(|it| s.is_of_head(it)).collect();
    if of_head.iter().any(|it| signed_on(it).is_some()) {
        return Assessed;
    }
    let message =
        format!("Perjanjian kinerja kepala tahun {} belum ditandatangani; {until}.", s.tahun());
    let place = of_head.first().map_or_else(
        || Place::whole("perjanjian_kinerja", "perjanjian kinerja"),
        |it| Place::perjanjian(it),
    );
    findings.push(place, message, "Selesaikan dan tandatangani perjanjian kinerja.");
    Assessed
}

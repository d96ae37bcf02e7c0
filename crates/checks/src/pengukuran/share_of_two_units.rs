//! UKR003: a share of one unit in another: files in persons.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR003",
    name: "share-of-two-units",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("share_of_two_units.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        let Some((part, whole)) = crate::pengukuran::share::parts(s, it) else { continue };
        any = true;
        if words::normal(&part.satuan) == words::normal(&whole.satuan) {
            continue;
        }
        findings.push(
            Place::row(
                "variabel",
                &[it.id.as_str(), part.id.as_str()],
                format!("variabel {} {}", it.id, part.id),
            )
            .column("satuan"),
            format!(
                "«{}» membagi {} (satuan {}) dengan {} (satuan {}); bagian dari keseluruhan \
                memakai satu \
                 satuan.",
                it.nama, part.nama, part.satuan, whole.nama, whole.satuan
            ),
            "Perbaiki satuan variabel, atau pakai satuan indikator yang bukan persen.",
        );
    }
    if any { Assessed } else { NotApplicable("tidak ada indikator berupa bagian dari keseluruhan") }
}

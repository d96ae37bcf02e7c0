//! LAP017: «there is no national target for the office» is said of an indikator, beside a national
//! target.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP017",
    name: "none-said-of-the-whole-office",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("none_said_of_the_office.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let valued =
        s.berkas.pembanding.iter().find(|it| it.indikator.is_none() && it.target.is_some());
    let office = words::normal(&s.berkas.perangkat_daerah.singkatan);
    let denied = s.berkas.pembanding.iter().filter(|it| {
        let text = words::normal(it.keterangan.as_deref().unwrap_or_default());
        it.target.is_none()
            && it.realisasi.is_none()
            && text.starts_with("tidak ada")
            && text.contains(&office)
    });
    let denied: Vec<_> = denied.collect();
    let Some(valued) = valued else {
        return NotApplicable("tidak ada pembanding bagi seluruh perangkat daerah");
    };
    if let Some(first) = denied.first() {
        findings.push_with(
            Place::pembanding(first).column("keterangan"),
            denied
                .iter()
                .skip(1)
                .map(|it| Place::pembanding(it))
                .chain([Place::pembanding(valued)])
                .collect(),
            format!(
                "«{}» dituliskan untuk {} indikator, padahal laporan juga memuat target nasional \
                «{}».",
                first.keterangan.as_deref().unwrap_or_default(),
                denied.len(),
                valued.nama.as_deref().unwrap_or("lain")
            ),
            "Nyatakan bahwa tidak ada nilai nasional untuk indikator itu, bukan untuk perangkat \
            daerah.",
        );
    }
    Assessed
}

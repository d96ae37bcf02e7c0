//! ANT018: a target for a year of which its document does not speak.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT018",
    name: "target-outside-its-document",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("target_outside_its_document.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.target.is_empty() {
        return NotAssessable("belum ada target");
    }
    for it in s.berkas.target.iter().filter(|it| it.jenis == JenisTarget::Target) {
        let Some(dokumen) = s.dokumen(&it.dokumen) else { continue };
        // Reports look back, and state targets of earlier years.
        let looks_back = matches!(
            dokumen.jenis,
            JenisDokumen::Lkjip | JenisDokumen::Pengukuran | JenisDokumen::Lainnya
        );
        let Some(from) = dokumen.tahun.filter(|_| !looks_back) else { continue };
        let to = dokumen.sampai.unwrap_or(from);
        if it.tahun < from || it.tahun > to {
            let nama = s.indikator(&it.indikator).map_or("", |it| it.nama.as_str());
            let span = if from == to { from.to_string() } else { format!("{from}–{to}") };
            findings.push(
                Place::target(it),
                format!(
                    "Target «{nama}» tahun {} dicatat menurut {}, yang berbicara tentang {span}.",
                    it.tahun, dokumen.judul
                ),
                "Periksa tahun target atau dokumennya.",
            );
        }
    }
    Assessed
}

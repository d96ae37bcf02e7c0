//! ANT016: a document that changes another is dated before it, or speaks of another year.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT016",
    name: "change-before-its-document",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("change_before_its_document.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.dokumen {
        let Some(changed) = it.mengubah.as_ref().and_then(|id| s.dokumen(id)) else { continue };
        any = true;
        if let (Some(day), Some(before)) = (it.tanggal, changed.tanggal)
            && day <= before
        {
            findings.push_with(
                Place::dokumen(it).column("tanggal"),
                vec![Place::dokumen(changed)],
                format!(
                    "{} ({}) mengubah {}, yang bertanggal {}.",
                    it.judul,
                    words::date(day),
                    changed.judul,
                    words::date(before)
                ),
                "Periksa tanggal kedua dokumen dan yang mana mengubah yang mana.",
            );
        }
        if it.tahun.is_some() && changed.tahun.is_some() && it.tahun != changed.tahun {
            findings.push_with(
                Place::dokumen(it).column("tahun"),
                vec![Place::dokumen(changed)],
                format!("{} mengubah {}, dokumen tahun lain.", it.judul, changed.judul),
                "Periksa tahun dan dokumen yang diubah.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada dokumen yang mengubah dokumen lain") }
}

//! UKR029: a quarter that was measured, with neither a file nor a document that proves it.

use selaras_domain::Asal;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR029",
    name: "quarter-without-proof",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("quarter_without_proof.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(bukti) = s.bukti else {
        return NotAssessable("bukti dukung hanya terlihat pada aplikasi");
    };
    let mut any = false;
    for it in s.utama() {
        let mut bare: Vec<(Periode, Place)> = Vec::new();
        for at in Periode::TRIWULAN {
            let stated = s.realisasi(&it.id, s.tahun(), at).filter(|row| row.nilai.is_some());
            let counted = s.nilai_variabel(&it.id, s.tahun(), at);
            let counted: Vec<_> = counted.iter().filter(|row| row.nilai.is_some()).collect();
            let first = match (stated, counted.first()) {
                (Some(row), _) => Place::realisasi(row),
                (None, Some(row)) => Place::nilai_variabel(row),
                (None, None) => continue,
            };
            any = true;
            let names = |asal: &Asal| asal.dokumen.is_some() || asal.halaman.is_some();
            let is_named = stated.is_some_and(|row| names(&row.asal))
                || counted.iter().any(|row| names(&row.asal));
            if !is_named && !bukti.triwulan.contains(&(it.id.clone(), at)) {
                bare.push((at, first));
            }
        }
        if let Some((_, first)) = bare.first() {
            let periods: Vec<String> =
                bare.iter().map(|it| words::periode(it.0).to_owned()).collect();
            findings.push_with(
                first.clone(),
                bare.iter().skip(1).map(|it| it.1.clone()).collect(),
                format!(
                    "Realisasi «{}» {} tahun {} belum mempunyai bukti dukung: tidak ada berkas yang \
                     diunggah, dan tidak ada dokumen yang disebut.",
                    it.nama,
                    words::list(&periods),
                    s.tahun()
                ),
                "Unggah buktinya pada halaman Ukur, atau sebutkan dokumen dan halamannya.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("belum ada triwulan yang diukur") }
}

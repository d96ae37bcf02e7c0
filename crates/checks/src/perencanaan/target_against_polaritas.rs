//! PRN018: the targets of the Renstra go the wrong way.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN018",
    name: "target-against-polaritas",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SMART],
    page: include_str!("target_against_polaritas.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.utama() {
        let numbers = s.renstra_numbers(&it.id);
        for pair in numbers.windows(2) {
            any = true;
            let [(from, before, _), (to, after, row)] = pair else { continue };
            if crate::subject::at_least(it.polaritas, *after, *before) == Some(false) {
                let worse = if it.polaritas == Polaritas::Naik { "tinggi" } else { "rendah" };
                findings.push(
                    Place::target(row),
                    format!(
                        "«{}» makin {worse} makin baik, tetapi targetnya berubah dari {} ({from}) \
                        menjadi {} ({to}).",
                        it.nama,
                        words::with_unit(*before, &it.satuan),
                        words::with_unit(*after, &it.satuan)
                    ),
                    "Periksa angka target dan polaritas indikator.",
                );
            }
        }
    }
    if any { Assessed } else { NotAssessable("target Renstra belum tercatat untuk dua tahun") }
}

//! ANT004: the target of an output is cut or multiplied between two documents, and its money stays
//! the same.

use rust_decimal::Decimal;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT004",
    name: "output-changed-for-the-same-money",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("output_changed_for_the_same_money.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut compared = false;
    for it in s.berkas.indikator.iter().filter(|it| it.jenis == JenisIndikator::Keluaran) {
        let selaras_domain::Pokok::Baris(baris) = &it.pokok else { continue };
        for planned in s.target_by(&it.id, JenisDokumen::Renja) {
            let before = s.pagu(baris, &planned.dokumen).and_then(|row| row.jumlah);
            let (Some(first), Some(before)) = (of_year(s, planned), before) else { continue };
            for jenis in [JenisDokumen::Dpa, JenisDokumen::Dppa, JenisDokumen::RealisasiAnggaran] {
                for changed in s.target_by(&it.id, jenis) {
                    let after = s.pagu(baris, &changed.dokumen).and_then(|row| row.jumlah);
                    let (Some(second), Some(after)) = (of_year(s, changed), after) else {
                        continue;
                    };
                    compared = true;
                    let (low, high) = (first.min(second), first.max(second));
                    let is_far = high >= low * Decimal::TWO && high - low >= Decimal::TWO;
                    if before != after || !is_far {
                        continue;
                    }
                    findings.push_with(
                        Place::target(changed),
                        vec![Place::target(planned)],
                        format!(
                            "Target «{}» berubah dari {} ({}) menjadi {} ({}), sedangkan pagunya \
                            tetap {}.",
                            it.nama,
                            words::with_unit(first, &it.satuan),
                            s.judul(&planned.dokumen),
                            words::with_unit(second, &it.satuan),
                            s.judul(&changed.dokumen),
                            words::amount(after)
                        ),
                        "Periksa angka target; jika memang diubah, jelaskan mengapa dengan uang \
                        yang sama \
                         hasilnya jauh berbeda.",
                    );
                }
            }
        }
    }
    if compared {
        Assessed
    } else {
        NotAssessable("target dan pagu subkegiatan tidak ada pada dua dokumen")
    }
}

fn of_year(s: &Subject<'_>, it: &Target) -> Option<Decimal> {
    match it.nilai {
        Some(NilaiTarget::Angka(value)) if it.tahun == s.tahun() => Some(value),
        _ => None,
    }
}

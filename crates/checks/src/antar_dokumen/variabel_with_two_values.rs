//! ANT019: one population is counted differently in two indikator.

use std::collections::BTreeMap;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT019",
    name: "variabel-with-two-values",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("variabel_with_two_values.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut shared: BTreeMap<(String, String), Vec<_>> = BTreeMap::new();
    for it in &s.berkas.variabel {
        let key = (words::normal(&it.nama), it.satuan.to_lowercase());
        shared.entry(key).or_default().push(it);
    }
    shared.retain(|_, all| all.len() > 1);
    if shared.is_empty() {
        return NotApplicable("tidak ada variabel yang dipakai dua indikator");
    }
    for all in shared.values() {
        for first in s.berkas.nilai_variabel.iter() {
            let [owner, others @ ..] = all.as_slice() else { continue };
            if first.indikator != owner.indikator || first.variabel != owner.id {
                continue;
            }
            let Some(value) = first.nilai else { continue };
            for other in others {
                let rows = s.nilai_variabel(&other.indikator, first.tahun, first.periode).iter();
                let Some(row) = rows.copied().find(|it| it.variabel == other.id) else { continue };
                let Some(said) = row.nilai.filter(|it| *it != value) else { continue };
                findings.push_with(
                    Place::nilai_variabel(row),
                    vec![Place::nilai_variabel(first)],
                    format!(
                        "{} {} adalah {} pada {}, tetapi {} pada {}.",
                        owner.nama,
                        words::of_period(first.tahun, first.periode),
                        words::with_unit(value, &owner.satuan),
                        first.indikator,
                        words::with_unit(said, &owner.satuan),
                        row.indikator
                    ),
                    "Pakai satu angka dari satu sumber, atau beri nama yang berbeda bila yang \
                    dihitung \
                     memang berbeda.",
                );
            }
        }
    }
    Assessed
}

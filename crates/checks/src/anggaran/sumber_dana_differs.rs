//! ANG008: the sources of the money of a row do not add up to its pagu.

use std::collections::BTreeMap;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG008",
    name: "sumber-dana-differs",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("sumber_dana_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut groups: BTreeMap<(&BarisId, &DokumenId), Vec<_>> = BTreeMap::new();
    for it in &s.berkas.sumber_dana {
        groups.entry((&it.baris, &it.dokumen)).or_default().push(it);
    }
    let mut any = false;
    for ((baris, dokumen), rows) in &groups {
        let sum: Option<i64> =
            rows.iter().map(|it| it.jumlah.map(selaras_domain::Rupiah::get)).sum();
        let stated = s.pagu(baris, dokumen).and_then(|it| it.jumlah);
        let (Some(sum), Some(stated)) = (sum, stated) else { continue };
        any = true;
        if sum != stated.get() {
            let nama = s.baris(baris).map_or(baris.as_str(), |it| it.nama.as_str());
            findings.push_with(
                Place::sumber_dana(rows[0]),
                rows.iter().skip(1).map(|row| Place::sumber_dana(row)).collect(),
                format!(
                    "Sumber dana {nama} menurut {} berjumlah {}, sedangkan pagunya {}.",
                    s.judul(dokumen),
                    words::rupiah(sum),
                    words::amount(stated)
                ),
                "Periksa jumlah tiap sumber dana.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("jumlah per sumber dana belum tercatat") }
}

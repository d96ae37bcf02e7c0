//! ANG006: spending by kind does not add up to the total of the same document.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG006",
    name: "belanja-differs-from-pagu",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("belanja_differs_from_pagu.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(total) = s.total() else { return NotAssessable("baris jumlah belum ada") };
    let mut any = false;
    for dokumen in s.anggaran() {
        let rows: Vec<_> = s
            .berkas
            .belanja
            .iter()
            .filter(|it| it.dokumen == dokumen.id && it.tahun == s.tahun())
            .collect();
        let sum: Option<i64> = rows.iter().map(|it| it.pagu.map(selaras_domain::Rupiah::get)).sum();
        let stated = s.pagu(&total.id, &dokumen.id).and_then(|it| it.jumlah);
        let (Some(sum), Some(stated)) = (sum.filter(|_| !rows.is_empty()), stated) else {
            continue;
        };
        any = true;
        if sum != stated.get() {
            findings.push_with(
                Place::belanja(rows[0]).column("pagu"),
                rows.iter().skip(1).map(|row| Place::belanja(row)).collect(),
                format!(
                    "Menurut jenis belanja, pagu {} berjumlah {}, sedangkan jumlah anggarannya {} \
                    (selisih {}).",
                    dokumen.judul,
                    words::rupiah(sum),
                    words::amount(stated),
                    words::rupiah((sum - stated.get()).abs())
                ),
                "Periksa pagu menurut jenis belanja terhadap dokumen anggaran.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("pagu menurut jenis belanja belum tercatat") }
}

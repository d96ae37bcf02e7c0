//! ANG001: the rows below a row do not add up to it, in one document.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG001",
    name: "pagu-children-differ",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("pagu_children_differ.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for (dokumen, tahun) in s.pagu_documents() {
        let Some(stated) = s.pagu_of(dokumen, tahun) else { continue };
        for (baris, pagu) in stated {
            let Some(row) = s.baris(baris).filter(|it| it.jenjang != Jenjang::Total) else {
                continue;
            };
            let Some(sum) = crate::anggaran::sums::of_children(s, row, stated) else { continue };
            let Some(own) = pagu.jumlah else { continue };
            any = true;
            if own.get() == sum.amount {
                continue;
            }
            findings.push_with(
                Place::pagu(pagu),
                sum.rows.iter().map(|it| Place::pagu(it)).collect(),
                format!(
                    "Pagu {} menurut {} adalah {}, sedangkan {} rinciannya berjumlah {} \
                     (selisih {}).",
                    row.nama,
                    s.judul_for(dokumen, tahun),
                    words::amount(own),
                    sum.rows.len(),
                    words::rupiah(sum.amount),
                    words::rupiah((own.get() - sum.amount).abs())
                ),
                "Periksa rincian dan jumlahnya terhadap dokumen; salah satunya keliru.",
            );
        }
    }
    if any {
        Assessed
    } else {
        NotAssessable("tidak ada dokumen yang memuat baris beserta rinciannya")
    }
}

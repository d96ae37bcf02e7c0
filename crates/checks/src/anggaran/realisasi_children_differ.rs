//! ANG003: the money spent on the rows below a row does not add up to what was spent on it.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG003",
    name: "realisasi-children-differ",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REALISASI_ANGGARAN],
    page: include_str!("realisasi_children_differ.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.realisasi_anggaran {
        let Some(row) = s.baris(&it.baris) else { continue };
        let Some(own) = it.jumlah else { continue };
        let Some(sum) = crate::anggaran::sums::spent_on_children(s, row, it.tahun, it.periode)
        else {
            continue;
        };
        any = true;
        if own.get() == sum.amount {
            continue;
        }
        findings.push_with(
            Place::realisasi_anggaran(it),
            sum.rows.iter().map(|it| Place::realisasi_anggaran(it)).collect(),
            format!(
                "Realisasi {} {} adalah {}, sedangkan {} rinciannya berjumlah {} (selisih {}).",
                row.nama,
                words::of_period(it.tahun, it.periode),
                words::amount(own),
                sum.rows.len(),
                words::rupiah(sum.amount),
                words::rupiah((own.get() - sum.amount).abs())
            ),
            "Periksa rincian dan jumlahnya terhadap laporan realisasi anggaran.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("realisasi anggaran belum memuat baris beserta rinciannya")
    }
}

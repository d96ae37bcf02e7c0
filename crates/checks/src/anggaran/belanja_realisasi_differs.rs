//! ANG007: money spent by kind does not add up to money spent by program, or exceeds its own
//! budget.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG007",
    name: "belanja-realisasi-differs",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REALISASI_ANGGARAN],
    page: include_str!("belanja_realisasi_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(budget) = s.anggaran().pop() else {
        return NotAssessable("DPA tahun ini belum tercatat");
    };
    let rows: Vec<_> = s
        .berkas
        .belanja
        .iter()
        .filter(|it| it.dokumen == budget.id && it.tahun == s.tahun() && it.realisasi.is_some())
        .collect();
    if rows.is_empty() {
        return NotAssessable("realisasi menurut jenis belanja belum tercatat");
    }
    let place = |it: &selaras_domain::Belanja| Place::belanja(it).column("realisasi");
    for it in &rows {
        let (Some(pagu), Some(spent)) = (it.pagu, it.realisasi) else { continue };
        if spent > pagu {
            findings.push(
                place(it),
                format!(
                    "Realisasi belanja {} adalah {}, melebihi pagunya {}.",
                    it.jenis.code().replace('_', " "),
                    words::amount(spent),
                    words::amount(pagu)
                ),
                "Periksa kedua angka terhadap laporan realisasi anggaran.",
            );
        }
    }
    let is_whole = s
        .berkas
        .belanja
        .iter()
        .all(|it| it.dokumen != budget.id || it.tahun != s.tahun() || it.realisasi.is_some());
    let total = s.figure(&["anggaran", "total", &s.tahun().to_string(), "realisasi"]);
    let total = total.and_then(|it| it.exact.clone());
    let Some(total) = total.filter(|_| is_whole) else { return Assessed };
    let sum: i64 = rows.iter().filter_map(|it| it.realisasi).map(selaras_domain::Rupiah::get).sum();
    if total != Exact::integer(sum) {
        findings.push_with(
            place(rows[0]),
            rows.iter().skip(1).map(|row| place(row)).collect(),
            format!(
                "Menurut jenis belanja, realisasi tahun {} berjumlah {}, sedangkan menurut program \
                {}.",
                s.tahun(),
                words::rupiah(sum),
                words::money(&total)
            ),
            "Periksa realisasi menurut jenis belanja dan menurut program.",
        );
    }
    Assessed
}

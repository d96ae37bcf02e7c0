//! ANG011: the same money is mapped twice: to two IKU, or as a row and as its own part.

use selaras_domain::Tanda;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG011",
    name: "money-counted-twice",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_6],
    page: include_str!("money_counted_twice.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.pemetaan_anggaran.is_empty() {
        return NotAssessable("anggaran belum dipetakan ke indikator");
    }
    let kind = |id: &IndikatorId| s.indikator(id).map(|it| it.jenis);
    let mapped: Vec<_> =
        s.berkas.pemetaan_anggaran.iter().filter(|it| it.tanda == Tanda::Tambah).collect();
    for (index, one) in mapped.iter().enumerate() {
        for other in &mapped[index + 1..] {
            // The indicator of a program and an IKU may share their money: they tell of two levels.
            if kind(&one.indikator) != kind(&other.indikator) {
                continue;
            }
            let covers = |upper: &BarisId, lower: &BarisId| {
                s.ancestors(lower).iter().any(|row| row.id == *upper)
            };
            let (upper, lower) = if covers(&one.baris, &other.baris) {
                (one, other)
            } else if covers(&other.baris, &one.baris) {
                (other, one)
            } else {
                continue;
            };
            let is_taken_off = s.berkas.pemetaan_anggaran.iter().any(|it| {
                it.tanda == Tanda::Kurang
                    && it.indikator == upper.indikator
                    && covers(&it.baris, &lower.baris)
            });
            if is_taken_off {
                continue;
            }
            let nama = |id: &BarisId| s.baris(id).map_or(id.to_string(), |it| it.nama.clone());
            let whole = if upper.baris == lower.baris {
                nama(&lower.baris)
            } else {
                format!("{}, bagian dari {},", nama(&lower.baris), nama(&upper.baris))
            };
            let whom = if upper.indikator == lower.indikator {
                format!("dua kali pada {}", upper.indikator)
            } else {
                format!("pada {} dan pada {}", upper.indikator, lower.indikator)
            };
            findings.push(
                Place::row(
                    "pemetaan_anggaran",
                    &[lower.indikator.as_str(), lower.baris.as_str()],
                    format!("pemetaan anggaran {}", lower.indikator),
                ),
                format!("Anggaran {whole} terhitung {whom}."),
                "Kurangkan baris itu dari yang satu (tanda `kurang`), atau hapus salah satu \
                pemetaannya.",
            );
        }
    }
    Assessed
}

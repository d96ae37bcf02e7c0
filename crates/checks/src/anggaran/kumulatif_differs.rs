//! ANG009: the cumulative realisasi is not that of the years before plus this year's.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG009",
    name: "kumulatif-differs",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REALISASI_ANGGARAN],
    page: include_str!("kumulatif_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in s.berkas.realisasi_anggaran.iter().filter(|it| it.periode == Periode::Kumulatif) {
        let year =
            s.realisasi_anggaran(&it.baris, it.tahun, Periode::Tahun).and_then(|it| it.jumlah);
        let (Some(cumulative), Some(year)) = (it.jumlah, year) else { continue };
        any = true;
        let nama = s.baris(&it.baris).map_or(it.baris.as_str(), |it| it.nama.as_str());
        if cumulative < year {
            findings.push(
                Place::realisasi_anggaran(it),
                format!(
                    "Realisasi kumulatif {nama} s.d. {} adalah {}, lebih kecil daripada realisasi \
                    tahun itu \
                     saja ({}).",
                    it.tahun,
                    words::amount(cumulative),
                    words::amount(year)
                ),
                "Kumulatif adalah realisasi tahun-tahun sebelumnya ditambah tahun ini.",
            );
            continue;
        }
        let earlier = it.tahun.previous().and_then(|before| {
            let stated = s.realisasi_anggaran(&it.baris, before, Periode::Kumulatif);
            let first = is_first_year(s, it.tahun);
            let only = s.realisasi_anggaran(&it.baris, before, Periode::Tahun).filter(|_| first);
            stated.or(only)?.jumlah
        });
        let Some(earlier) = earlier else { continue };
        let sum = earlier.get() + year.get();
        if cumulative.get() != sum {
            findings.push(
                Place::realisasi_anggaran(it),
                format!(
                    "Realisasi kumulatif {nama} s.d. {} adalah {}, sedangkan {} sampai tahun lalu \
                    ditambah {} \
                     tahun ini menjadi {}.",
                    it.tahun,
                    words::amount(cumulative),
                    words::amount(earlier),
                    words::amount(year),
                    words::rupiah(sum)
                ),
                "Periksa kumulatif tahun lalu dan realisasi tahun ini.",
            );
        }
    }
    if any { Assessed } else { NotAssessable("realisasi kumulatif belum tercatat") }
}

/// Whether the year before a year was the first of the Renstra, so that its own realisasi is
/// cumulative.
fn is_first_year(s: &Subject<'_>, tahun: Tahun) -> bool {
    let renstra = s.dokumen_of(JenisDokumen::Renstra).pop();
    renstra.and_then(|it| it.tahun).is_some_and(|first| Some(first) == tahun.previous())
}

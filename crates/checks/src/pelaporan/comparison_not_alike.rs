//! LAP016: a national value whose size does not go with its name, or that has no unit.

use rust_decimal::{Decimal, dec};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP016",
    name: "comparison-not-alike",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_4],
    page: include_str!("comparison_not_alike.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let valued =
        s.berkas.pembanding.iter().filter(|it| it.target.is_some() || it.realisasi.is_some());
    let valued: Vec<_> = valued.collect();
    if valued.is_empty() {
        return NotApplicable("tidak ada nilai pembanding");
    }
    for it in valued {
        let nama = it.nama.as_deref().unwrap_or("indikator pembanding");
        let first = words::words(nama).into_iter().next().unwrap_or_default();
        let high = it.target.max(it.realisasi).unwrap_or_default();
        if first.starts_with("persentase") && high > Decimal::ONE_HUNDRED {
            findings.push(
                Place::pembanding(it).column("target"),
                format!(
                    "«{nama}» bernilai {}; persentase tidak dapat sebesar itu.",
                    words::number(high)
                ),
                "Perbaiki namanya (jumlah, bukan persentase), satuan, atau angkanya.",
            );
        }
        let own = it.indikator.as_ref().and_then(|id| s.indikator(id));
        let unit = it.satuan.as_deref().map(words::normal);
        match (own, unit) {
            (Some(own), Some(unit)) if !alike(&unit, &words::normal(&own.satuan), &own.satuan) => {
                findings.push(
                    Place::pembanding(it).column("satuan"),
                    format!(
                        "«{}» bersatuan {}, sedangkan pembandingnya bersatuan {}.",
                        own.nama,
                        own.satuan,
                        it.satuan.as_deref().unwrap_or_default()
                    ),
                    "Pakai pembanding yang bersatuan sama.",
                )
            }
            (None, None) => {
                // Two numbers of one thing without a unit may still be told apart by their size.
                let mine = it.realisasi_sendiri;
                let theirs = it.realisasi.or(it.target);
                let far = match (mine, theirs) {
                    (Some(mine), Some(theirs)) => mine.max(theirs) > dec!(100),
                    _ => false,
                };
                if far {
                    findings.push(
                        Place::pembanding(it).column("satuan"),
                        format!(
                            "{} ({}) dibandingkan dengan «{nama}» ({}) tanpa satuan; keduanya \
                            belum tentu mengukur hal yang sama.",
                            it.nama_sendiri.as_deref().unwrap_or("Nilai sendiri"),
                            words::number(mine.unwrap_or_default()),
                            words::number(theirs.unwrap_or_default())
                        ),
                        "Isi satuan keduanya, dan bandingkan hanya yang sejenis.",
                    );
                }
            }
            _ => {}
        }
    }
    Assessed
}

/// Whether two units are spellings of one.
fn alike(one: &str, other: &str, printed: &str) -> bool {
    let percent = |it: &str| matches!(it, "" | "persen" | "persentase");
    one == other || (printed.trim() == "%" && percent(one))
}

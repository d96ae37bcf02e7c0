//! UKR002: a share whose part is larger than its whole.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR002",
    name: "part-above-whole",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("part_above_whole.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        let Some((part, whole)) = crate::pengukuran::share::parts(s, it) else { continue };
        // Money collected may exceed what was hoped for; people served cannot exceed those counted.
        if part.satuan.to_lowercase() != whole.satuan.to_lowercase()
            || part.satuan.to_lowercase().contains("rupiah")
        {
            continue;
        }
        any = true;
        for (periode, above, below) in crate::pengukuran::share::values(s, it, part, whole) {
            if above <= below || below.is_zero() {
                continue;
            }
            let rows = s.nilai_variabel(&it.id, s.tahun(), periode);
            let Some(row) = rows.iter().find(|row| row.variabel == part.id) else { continue };
            findings.push(
                Place::nilai_variabel(row),
                format!(
                    "{} ({}) lebih besar daripada {} ({}) pada {}, sehingga «{}» melebihi 100%.",
                    part.nama,
                    words::with_unit(above, &part.satuan),
                    whole.nama,
                    words::with_unit(below, &whole.satuan),
                    words::of_period(s.tahun(), periode),
                    it.nama
                ),
                "Periksa kedua angka: apakah periode dan orang atau barang yang dihitung sama, dan \
                apakah \
                 tidak tertukar.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada indikator berupa bagian dari keseluruhan") }
}

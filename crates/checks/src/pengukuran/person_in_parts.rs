//! UKR020: a count of persons or files that is not a whole number.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR020",
    name: "person-in-parts",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("person_in_parts.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    const COUNTED: [&str; 12] = [
        "orang",
        "jiwa",
        "pegawai",
        "kasus",
        "kejadian",
        "berkas",
        "desa",
        "sekolah",
        "puskesmas",
        "unit",
        "perpustakaan",
        "jabatan",
    ];
    let mut any = false;
    for row in &s.berkas.nilai_variabel {
        let Some(variabel) = s.variabel(&row.indikator, row.variabel.as_str()) else { continue };
        if !COUNTED.contains(&variabel.satuan.to_lowercase().as_str()) {
            continue;
        }
        any = true;
        let Some(value) = row.nilai.filter(|it| !it.fract().is_zero()) else { continue };
        findings.push(
            Place::nilai_variabel(row),
            format!(
                "{} {} adalah {}; {} dihitung dengan bilangan bulat.",
                variabel.nama,
                words::of_period(row.tahun, row.periode),
                words::number(value),
                variabel.satuan
            ),
            "Periksa tanda desimal; isilah jumlahnya, bukan persentasenya.",
        );
    }
    if any { Assessed } else { NotApplicable("tidak ada variabel yang dicacah") }
}

//! PRN022: two indikator of different levels that count the very same.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN022",
    name: "one-measure-on-two-levels",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENJENJANGAN],
    page: include_str!("one_measure_two_levels.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let measured: Vec<&Indikator> =
        s.berkas.indikator.iter().filter(|it| s.formula(&it.id).is_some()).collect();
    if measured.len() < 2 {
        return NotAssessable("kurang dari dua indikator mempunyai rumus dan variabel");
    }
    for (index, upper) in measured.iter().enumerate() {
        for lower in &measured[index + 1..] {
            if upper.jenis == lower.jenis {
                continue;
            }
            let parts = |it: &Indikator| {
                let formula = s.formula(&it.id)?;
                let values: Option<Vec<_>> = formula
                    .variables()
                    .iter()
                    .map(|name| {
                        let mut rows = s.nilai_variabel(&it.id, s.tahun(), Periode::Tahun).iter();
                        rows.find(|row| row.variabel.as_str() == *name)?.nilai
                    })
                    .collect();
                let names: Vec<String> = formula
                    .variables()
                    .iter()
                    .filter_map(|name| Some(words::normal(&s.variabel(&it.id, name)?.nama)))
                    .collect();
                Some((values.filter(|it| it.len() > 1)?, names))
            };
            let (Some((one, names)), Some((other, others))) = (parts(upper), parts(lower)) else {
                continue;
            };
            if one == other && names == others {
                findings.push_with(
                    Place::indikator(lower),
                    vec![Place::indikator(upper)],
                    format!(
                        "«{}» ({}) dan «{}» ({}) menghitung hal yang sama dengan angka yang sama \
                        ({}).",
                        upper.nama,
                        upper.id,
                        lower.nama,
                        lower.id,
                        one.iter().map(|it| words::number(*it)).collect::<Vec<_>>().join(" / ")
                    ),
                    "Bedakan ukuran hasil program dari ukuran sasaran, sehingga yang satu \
                    menjelaskan yang lain.",
                );
            }
        }
    }
    Assessed
}

//! UKR024: an average of a hundred percent or more, though a tenth of what it covers fell short.

use rust_decimal::dec;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR024",
    name: "average-hides-misses",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("average_hides_misses.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if !s.is_year_over() {
        return NotApplicable("tahun anggaran belum berakhir");
    }
    let tahun = s.tahun().to_string();
    let average = s.figure(&["rata-rata", "kinerja", &tahun]).and_then(|it| it.value);
    let Some(average) = average else {
        return NotAssessable("rata-rata capaian belum dapat dihitung");
    };
    let outputs: Vec<_> = s
        .berkas
        .indikator
        .iter()
        .filter(|it| it.jenis == JenisIndikator::Keluaran)
        .filter_map(|it| s.capaian(&it.id))
        .collect();
    let missed = outputs.iter().filter(|it| **it < dec!(100)).count();
    if average >= dec!(100) && missed * 10 >= outputs.len() && missed > 0 {
        let capped: Exact = outputs.iter().map(|it| Exact::from(*it.min(&dec!(100)))).sum();
        let n = i64::try_from(outputs.len()).unwrap_or(1);
        let capped =
            capped.checked_div(&Exact::integer(n)).map_or_else(String::new, |it| words::short(&it));
        let way = match s.berkas.kebijakan.rata_rata {
            selaras_domain::RataRata::Sederhana => "sederhana",
            selaras_domain::RataRata::TertimbangAnggaran => "tertimbang anggaran",
        };
        findings.push(
            Place::whole("kebijakan", "rata-rata capaian").column("rata_rata"),
            format!(
                "Rata-rata capaian ({way}) tahun {tahun} adalah {}%, padahal {missed} dari {} \
                keluaran tidak \
                 mencapai target; bila tiap capaian dibatasi 100%, rata-rata sederhananya \
                 {capped}%.",
                words::number(average),
                outputs.len()
            ),
            "Sebutkan cara merata-ratanya dan berapa keluaran yang tidak tercapai, atau batasi \
            capaian 100% \
             sebelum dirata-rata.",
        );
    }
    Assessed
}

//! ANT021: an indikator reports another AKIP score than the evaluation of the year.

use selaras_domain::JenisEvaluasi;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT021",
    name: "nilai-akip-differs",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("nilai_akip_differs.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let named = |it: &&Indikator| {
        let nama = words::words(&it.nama);
        let about = nama.iter().any(|it| matches!(it.as_str(), "akip" | "sakip"))
            || words::normal(&it.nama).contains("akuntabilitas kinerja");
        about && nama.iter().any(|it| it == "nilai") && it.satuan != "%"
    };
    let mut any = false;
    for it in s.utama().filter(named) {
        for evaluasi in s.berkas.evaluasi.iter().filter(|it| it.jenis == JenisEvaluasi::Sakip) {
            let said = s.value(&it.id, evaluasi.tahun, "realisasi");
            let (Some(said), Some(score)) = (said, evaluasi.nilai) else { continue };
            any = true;
            let places = said.scale().min(score.scale());
            let alike = Exact::from(said).round(places, RoundingMode::HalfUp)
                == Exact::from(score).round(places, RoundingMode::HalfUp);
            if !alike {
                findings.push_with(
                    Place::indikator(it),
                    vec![Place::evaluasi(evaluasi)],
                    format!(
                        "Realisasi «{}» tahun {} adalah {}, sedangkan nilai menurut {} {}.",
                        it.nama,
                        evaluasi.tahun,
                        words::number(said),
                        evaluasi.penilai,
                        words::number(score)
                    ),
                    "Pakai nilai laporan hasil evaluasi, atau sebutkan tahun evaluasi yang \
                    dimaksud.",
                );
            }
        }
    }
    if any { Assessed } else { NotApplicable("tidak ada indikator yang melaporkan nilai evaluasi") }
}

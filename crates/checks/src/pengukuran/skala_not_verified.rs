//! UKR022: predicates are given by a scale whose bounds nobody has confirmed.

use std::collections::BTreeMap;

use selaras_domain::{SkalaId, Verifikasi};

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR022",
    name: "skala-not-verified",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("skala_not_verified.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let kebijakan = &s.berkas.kebijakan;
    let mut used: BTreeMap<&SkalaId, Vec<String>> = BTreeMap::new();
    for it in &s.berkas.kebijakan_indikator {
        if let Some(skala) = &it.cara.skala {
            used.entry(skala).or_default().push(format!("capaian {}", it.jenis.code()));
        }
    }
    for (skala, what) in [
        (&kebijakan.skala_rata_rata, "rata-rata capaian"),
        (&kebijakan.skala_efisiensi, "efisiensi"),
    ] {
        if let Some(skala) = skala {
            used.entry(skala).or_default().push(what.to_owned());
        }
    }
    for it in s.berkas.skala.iter().filter(|it| it.verifikasi == Verifikasi::Belum) {
        let Some(purposes) = used.get(&it.id) else { continue };
        let note =
            it.asal.catatan.as_ref().map_or_else(String::new, |it| format!(" Catatan: {it}."));
        findings.push(
            Place::row("skala", &[it.id.as_str()], format!("skala {}", it.id)).column("verifikasi"),
            format!(
                "{} dipakai untuk {}, tetapi batasnya belum dicocokkan dengan sumbernya.{note}",
                it.nama,
                words::list(purposes)
            ),
            "Cocokkan batas pita dengan peraturan atau pedoman yang menetapkannya, dan cantumkan \
            skalanya \
             dalam laporan.",
        );
    }
    if used.is_empty() { NotApplicable("tidak ada skala yang dipakai") } else { Assessed }
}

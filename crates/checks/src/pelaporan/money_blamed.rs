//! LAP008: lack of money is named as a cause, though the budget grew or much of it was left.

use rust_decimal::{Decimal, dec};
use selaras_domain::JenisFaktor;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP008",
    name: "money-blamed-though-it-grew",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_5],
    page: include_str!("money_blamed.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let blaming = s.berkas.faktor.iter().filter(|it| {
        it.tahun == s.tahun() && it.jenis != JenisFaktor::Pendorong && blames_money(&it.uraian)
    });
    let blaming: Vec<_> = blaming.collect();
    if blaming.is_empty() {
        return NotApplicable("tidak ada faktor yang menyebut kekurangan anggaran");
    }
    let mut any = false;
    for it in blaming {
        let mapped: Vec<_> =
            s.berkas.pemetaan_anggaran.iter().filter(|row| row.indikator == it.indikator).collect();
        let programs: Vec<_> = mapped.iter().filter_map(|row| s.program_of(&row.baris)).collect();
        let Some(program) = programs.first() else { continue };
        let budgets = s.anggaran();
        let amount = |id: &DokumenId| s.pagu(&program.id, id).and_then(|it| it.jumlah);
        let of = |jenis| budgets.iter().find(|it| it.jenis == jenis).and_then(|it| amount(&it.id));
        let persen = s.serapan(&program.id);
        let mut signs = Vec::new();
        if let (Some(before), Some(after)) = (of(JenisDokumen::Dpa), of(JenisDokumen::Dppa))
            && after > before
        {
            let grown = Exact::ratio(after.get() - before.get(), before.get());
            let grown = grown.map(|it| words::short(&(&it * &Exact::integer(100))));
            signs.push(format!(
                "anggaran {} naik dari {} menjadi {} ({}%)",
                program.nama,
                words::amount(before),
                words::amount(after),
                grown.unwrap_or_default()
            ));
        }
        if let Some(persen) = persen {
            any = true;
            if persen < dec!(90) {
                signs.push(format!("yang terserap baru {}%", words::number(persen)));
            }
        }
        any |= !signs.is_empty();
        if signs.is_empty() {
            continue;
        }
        let capaian = s.capaian(&it.indikator).filter(|it| *it >= Decimal::ONE_HUNDRED);
        if let Some(capaian) = capaian {
            signs.push(format!("targetnya tercapai {}%", words::number(capaian)));
        }
        findings.push(
            Place::faktor(it),
            format!(
                "«{}» disebut sebagai {}, padahal \
                {}.",
                it.uraian,
                it.jenis.code(),
                words::list(&signs)
            ),
            "Sebutkan biaya mana yang kurang dan mengapa tambahan anggaran tidak menutupnya, atau \
            cari sebab \
             yang sebenarnya.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("anggaran yang menunjang indikator itu belum dipetakan")
    }
}

/// Whether a text says that there was too little money.
fn blames_money(text: &str) -> bool {
    const LACK: [&str; 8] = [
        "keterbatasan",
        "terbatasnya",
        "kurangnya",
        "kekurangan",
        "minimnya",
        "terbatas",
        "belum",
        "tidak",
    ];
    let words = words::words(text);
    let about_money =
        words.iter().any(|it| matches!(it.as_str(), "anggaran" | "dana" | "biaya" | "pendanaan"));
    let is_lack = words.windows(2).any(|pair| {
        LACK.contains(&pair[0].as_str())
            && matches!(pair[1].as_str(), "anggaran" | "dana" | "biaya" | "pendanaan" | "alokasi")
    }) || words.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "anggaran" | "dana")
            && matches!(pair[1].as_str(), "terbatas" | "kurang" | "minim")
    });
    about_money && is_lack
}

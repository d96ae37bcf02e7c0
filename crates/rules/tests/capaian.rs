//! Capaian by every formula family, on the golden cases of `capaian.txt`.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use rust_decimal::Decimal;
use selaras_domain::{
    Akumulasi, Asal, Batas, CaraUkur, Code, Exact, Id, NilaiTarget, Pita, Polaritas, RoundingMode,
    RumusCapaian, SkalaId, TahapPembulatan, TargetNol,
};
use selaras_rules::capaian::{Perbandingan, Reached, capaian};

/// Opinions of the auditor, as numbers.
fn opini() -> Vec<Pita> {
    let pita = |nomor: u16, predikat: &str, nilai: u32| Pita {
        skala: SkalaId::new("opini").unwrap(),
        nomor,
        batas_bawah: None,
        batas: Batas::Inklusif,
        predikat: predikat.to_owned(),
        nilai: Some(Decimal::from(nilai)),
        tertulis: None,
        asal: Asal::default(),
    };
    vec![pita(1, "WTP", 4), pita(2, "WDP", 3), pita(3, "TMP", 1)]
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    (text != "-").then(|| read(text).unwrap_or_else(|| panic!("cannot read {text}")))
}

fn target(text: &str) -> NilaiTarget {
    let number = |it: &str| it.parse::<Decimal>().ok();
    match (text.split_once(".."), number(text)) {
        (Some((low, high)), _) => NilaiTarget::Rentang(number(low).unwrap(), number(high).unwrap()),
        (None, Some(it)) => NilaiTarget::Angka(it),
        (None, None) => NilaiTarget::Predikat(text.to_owned()),
    }
}

fn reached(text: &str) -> Reached {
    match text.parse::<Decimal>() {
        Ok(it) => Reached::Angka(Exact::from(it)),
        Err(_) => Reached::Predikat(text.to_owned()),
    }
}

fn run(columns: &[&str]) -> String {
    let [rumus, polaritas, goal, got, floor, cap, zero] = columns else {
        panic!("seven columns before the result: {columns:?}");
    };
    let decimal = |it: &str| it.parse::<Decimal>().ok();
    let cara = CaraUkur {
        rumus: RumusCapaian::from_code(rumus).unwrap(),
        tahap: TahapPembulatan::RealisasiDahulu,
        mode: RoundingMode::HalfUp,
        presisi_realisasi: 1,
        presisi_capaian: 2,
        batas_bawah: optional(floor, decimal),
        batas_atas: optional(cap, decimal),
        target_nol: optional(zero, TargetNol::from_code).unwrap_or(TargetNol::TidakDihitung),
        akumulasi: Akumulasi::Terakhir,
        skala: None,
    };
    let result = capaian(Perbandingan {
        cara: &cara,
        polaritas: Polaritas::from_code(polaritas).unwrap(),
        target: &target(goal),
        realisasi: &reached(got),
        skala_nilai: &opini(),
    });
    match result {
        Ok(value) => value.round(2, RoundingMode::HalfUp).unwrap().to_string(),
        Err(alasan) => format!("{alasan:?}"),
    }
}

#[test]
fn every_golden_case_holds() {
    let text = include_str!("capaian.txt");
    let lines = text.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    let mut wrong = Vec::new();
    let mut n_cases = 0;
    for line in lines {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [given @ .., expected, source] = columns.as_slice() else { panic!("{line}") };
        assert!(!source.is_empty(), "no source: {line}");
        let found = run(given);
        if found != *expected {
            wrong.push(format!("{line}\n    gives {found}"));
        }
        n_cases += 1;
    }
    assert!(n_cases > 40, "the file of cases was not read");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

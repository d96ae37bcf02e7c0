//! The figures that `selaras measure` gives for the examples are the ones in the golden files.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use support::{example, succeed};

/// Value, or the state where there is none, and predikat of every figure by id.
fn measured(name: &str) -> BTreeMap<String, (String, Option<String>)> {
    let output = succeed(Path::new("."), &["measure", &example(name), "--format", "json"]);
    let json: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(json["schema"], "selaras/measure/1");
    let figures = json["figures"].as_array().unwrap().iter();
    let text = |it: &Value| it.as_str().map(str::to_owned);
    figures
        .map(|it| {
            let value = text(&it["value"]).unwrap_or_else(|| text(&it["state"]).unwrap());
            (text(&it["id"]).unwrap(), (value, text(&it["predikat"])))
        })
        .collect()
}

/// Compares every line `id = value [predikat] | source` of a golden file.
fn compare(name: &str, golden: &str) {
    let figures = measured(name);
    let mut wrong = Vec::new();
    let mut n_cases = 0;
    for line in golden.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let (expected, source) = line.split_once(" | ").unwrap_or_else(|| panic!("{line}"));
        assert!(!source.trim().is_empty(), "no source: {line}");
        let (id, expected) = expected.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
        let (value, predikat) = match expected.split_once(" [") {
            Some((value, predikat)) => (value, predikat.strip_suffix(']')),
            None => (expected, None),
        };
        n_cases += 1;
        match figures.get(id) {
            None => wrong.push(format!("{line}\n    is not there")),
            Some((found, _)) if found != value => wrong.push(format!("{line}\n    gives {found}")),
            Some((_, found)) if predikat.is_some() && found.as_deref() != predikat => {
                wrong.push(format!("{line}\n    gives {found:?}"));
            }
            Some(_) => {}
        }
    }
    assert!(n_cases > 0, "the golden file was not read");
    assert!(wrong.is_empty(), "{} of {n_cases}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_report_of_bkpsdm_dumai_is_recomputed() {
    compare("bkpsdm-dumai-2023", include_str!("figures-bkpsdm-dumai-2023.txt"));
}

#[test]
fn the_invented_dinas_measures_by_other_rules() {
    compare("dinkes-contoh-2024", include_str!("figures-dinkes-contoh-2024.txt"));
}

#[test]
fn figures_without_trails_are_the_same_figures() {
    for name in ["bkpsdm-dumai-2023", "dinkes-contoh-2024"] {
        let berkas = selaras_package::read(Path::new(&example(name))).unwrap();
        let mut with_trails = selaras_rules::measure(&berkas).figures().to_vec();
        let mut without = selaras_rules::measure_without_trails(&berkas).figures().to_vec();
        assert!(without.iter().all(|it| it.jejak.masukan.is_empty() && it.jejak.dasar.is_empty()));
        for it in with_trails.iter_mut().chain(&mut without) {
            it.label.clear();
            it.jejak.rule = None;
            it.jejak.dasar.clear();
            it.jejak.rumus = None;
            it.jejak.masukan.clear();
            it.jejak.hitungan = None;
            it.jejak.pembulatan = None;
        }
        assert_eq!(with_trails, without);
    }
}

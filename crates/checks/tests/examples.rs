//! What the checks say of the example packages, every line of it read and true.
//!
//! `SELARAS_BLESS=1` writes what is found; read every line that changes.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use std::fs;

use selaras_checks::{Outcome, Report, check, default_day};
use selaras_rules::measure;
use support::folder;

fn report(name: &str) -> Report {
    let path = folder("../../examples").join(name);
    let berkas = selaras_package::read(&path).expect("the example is sound");
    check(&berkas, &measure(&berkas), default_day(&berkas))
}

/// One line for each finding, then what could not be assessed.
fn lines(report: &Report) -> String {
    let mut text = format!("# keadaan {}\n", report.as_of);
    for it in &report.findings {
        let (tier, subject) = (it.tier.title(), it.subject());
        text.push_str(&format!("{} {tier} · {subject}: {}\n", it.code, it.message));
    }
    text.push_str("# tidak dapat dinilai\n");
    for it in &report.assessments {
        if let Outcome::NotAssessable(why) = it.outcome {
            text.push_str(&format!("{}: {why}\n", it.code));
        }
    }
    text
}

fn compare(name: &str) {
    let found = lines(&report(name));
    let path = folder("tests").join(format!("{name}.txt"));
    if std::env::var_os("SELARAS_BLESS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let missing: Vec<&str> =
        expected.lines().filter(|line| !found.lines().any(|it| it == *line)).collect();
    let new: Vec<&str> =
        found.lines().filter(|line| !expected.lines().any(|it| it == *line)).collect();
    assert!(found == expected, "\nno longer found:\n{missing:#?}\nnew:\n{new:#?}");
}

#[test]
fn the_report_of_dumai() {
    compare("bkpsdm-dumai-2023");
}

#[test]
fn the_office_that_uses_every_formula() {
    compare("dinkes-contoh-2024");
}

#[test]
fn what_somebody_entitled_lets_stand_is_listed_as_such_and_holds_nothing_up() {
    let mut berkas = selaras_package::read(&folder("../../examples/bkpsdm-dumai-2023")).unwrap();
    let hasil = selaras_rules::measure(&berkas);
    let day = selaras_checks::default_day(&berkas);
    let before = selaras_checks::check(&berkas, &hasil, day);
    let wajib: Vec<_> =
        before.findings.iter().filter(|it| it.tier == selaras_checks::Tier::Wajib).collect();
    let decision = |it: &selaras_checks::Temuan, oleh: &str| selaras_domain::PengecualianTemuan {
        kode: it.code.to_owned(),
        objek: it.objek(),
        alasan: "dianalisis pada laporan berikutnya".to_owned(),
        oleh: oleh.to_owned(),
        tanggal: day,
        asal: selaras_domain::Asal::default(),
    };
    berkas.pengecualian_temuan = wajib.iter().map(|it| decision(it, "")).collect();
    let unnamed = selaras_checks::check(&berkas, &hasil, day);
    assert!(unnamed.is_blocking(), "a decision of nobody decides nothing");
    berkas.pengecualian_temuan = wajib.iter().map(|it| decision(it, "Kepala")).collect();
    let after = selaras_checks::check(&berkas, &hasil, day);
    assert!(!after.is_blocking());
    assert_eq!(after.suppressed.len(), wajib.len());
    assert_eq!(after.findings.len() + wajib.len(), before.findings.len());
}

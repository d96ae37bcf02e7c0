//! The checks over a whole city: fast, and silent where its offices do what they should.

#![allow(clippy::print_stdout, reason = "it tells what was found, for who runs it to see")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use jiff::civil::date;
use selaras_checks::{Beside, check_beside};
use selaras_domain::Tahun;
use selaras_kota_contoh::{N_PERANGKAT, TAHUN_AKHIR, berkas, katalog, singkatan};
use selaras_rules::measure;

/// Every check that finds something in the year in progress, with how often and one of its findings.
/// `cargo test -p selaras-kota-contoh --test checks -- --nocapture` shows them.
#[test]
fn forty_offices_are_checked() {
    let tahun = Tahun::new(TAHUN_AKHIR).expect("the last year is a year");
    let mut found: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    let katalog = katalog();
    let beside = Beside { katalog: Some(&katalog), bukti: None };
    let mut assessed = 0;
    let mut time = Duration::ZERO;
    for perangkat in 0..N_PERANGKAT {
        let berkas = berkas(perangkat, tahun);
        let hasil = measure(&berkas);
        let start = Instant::now();
        let report = check_beside(beside, &berkas, &hasil, date(2025, 1, 20));
        time += start.elapsed();
        assessed += report.assessments.len();
        for it in report.findings {
            let example = format!("{}: {}: {}", singkatan(perangkat), it.place.words, it.message);
            found.entry(it.code).or_insert((0, example)).0 += 1;
        }
    }
    println!("{N_PERANGKAT} offices: {} ms", time.as_millis());
    for (code, (n, example)) in &found {
        println!("{code} {n}: {example}");
    }
    assert_eq!(assessed, N_PERANGKAT * selaras_checks::ALL.len());
    // The city has agreements that are not signed, quarters that were not measured, sums that do not close.
    for code in ["PJJ002", "UKR014", "ANG004"] {
        assert!(found.contains_key(code), "{code}");
    }
    // Its codes, names and satuan are those of its catalogue.
    for code in ["PRN028", "PRN029", "PRN030"] {
        assert!(!found.contains_key(code), "{code} {:?}", found.get(code));
    }
}

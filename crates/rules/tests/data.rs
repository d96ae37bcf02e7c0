//! Every file in `data/` is read, cites what exists, and says what it does not know.

#![expect(clippy::unwrap_used, reason = "the helpers below are part of the tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use rust_decimal::{Decimal, dec};
use selaras_domain::{Id, SkalaId};
use selaras_rules::parameter::{self, Content, Parameter, Unit};
use selaras_rules::regulation::{self, Provision, Regulation, SourceKind};
use selaras_rules::skala;
use serde::Deserialize;

/// Every file below a folder of `data/`, as a path without the ending `.toml`.
fn stems(folder: &str) -> BTreeSet<String> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                let stem = name.strip_suffix(".toml");
                found.insert(stem.unwrap_or_else(|| panic!("{name} is no data file")).to_owned());
            }
        }
    }
    let root = data().join(folder);
    let mut found = BTreeSet::new();
    walk(&root, &root, &mut found);
    found
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn instrument(id: &str) -> &'static Regulation {
    regulation::find(id).unwrap_or_else(|| panic!("no file in data/regulations for {id}"))
}

/// First day on which the instrument can have applied, as far as its file knows.
fn earliest(regulation: &Regulation) -> Date {
    let known = regulation.in_force.or(regulation.promulgated).or(regulation.enacted);
    known.unwrap_or_else(|| date(regulation.year, 1, 1))
}

fn encodes(provision: &Provision, parameter: &Parameter) -> bool {
    let name = format!("parameters/{}", parameter.id);
    provision.encoded_by.contains(&name)
}

#[test]
fn every_parameter_file_is_read_and_named_after_its_id() {
    let read: BTreeSet<String> = parameter::all().map(|it| it.id.clone()).collect();
    assert_eq!(read, stems("parameters"));
}

#[test]
fn every_regulation_file_is_read_and_named_after_its_id() {
    let read: BTreeSet<String> = regulation::all().map(|it| it.id.clone()).collect();
    assert_eq!(read, stems("regulations"));
}

#[test]
fn a_parameter_and_the_provision_that_it_encodes_name_each_other() {
    for parameter in parameter::all() {
        for reference in parameter.versions().iter().flat_map(|it| &it.reference) {
            let provisions = &instrument(&reference.instrument).provision;
            let cited = provisions.iter().find(|it| it.locator == reference.locator);
            let named = cited.is_some_and(|it| encodes(it, parameter));
            assert!(named, "{} is not encoded by {}", reference.locator, parameter.id);
        }
    }
    for regulation in regulation::all() {
        for name in regulation.provision.iter().flat_map(|it| &it.encoded_by) {
            let Some(id) = name.strip_prefix("parameters/") else { continue };
            let parameter = parameter::find(id);
            let cites = parameter.into_iter().flat_map(|it| it.versions()).any(|it| {
                it.reference.iter().any(|reference| reference.instrument == regulation.id)
            });
            assert!(cites, "{name} does not cite {}", regulation.id);
        }
    }
}

#[test]
fn no_parameter_applies_before_its_instrument() {
    for parameter in parameter::all() {
        for version in parameter.versions() {
            let instruments = version.reference.iter().map(|it| instrument(&it.instrument));
            let first = instruments.map(earliest).min().unwrap();
            assert!(first <= version.from, "{} from {}", parameter.id, version.from);
        }
    }
}

#[test]
fn only_what_was_read_in_the_law_is_verified() {
    for parameter in parameter::all() {
        for version in parameter.versions().iter().filter(|it| it.verified) {
            for reference in &version.reference {
                let source = &instrument(&reference.instrument).source;
                assert_eq!(source.kind, SourceKind::Regulation, "{}", parameter.id);
            }
        }
    }
}

#[test]
fn weights_add_up_as_a_whole_and_component_by_component() {
    let weights = parameter::all().filter(|it| it.unit == Unit::Weight);
    for version in weights.flat_map(|it| it.versions()) {
        let Content::Value(value) = &version.content else { panic!("weights without values") };
        assert_eq!(value.values().sum::<Decimal>(), dec!(100), "from {}", version.from);
    }

    let komponen = parameter::find("evaluasi-akip/bobot-komponen").unwrap();
    let subkomponen = parameter::find("evaluasi-akip/bobot-subkomponen").unwrap();
    for version in komponen.versions() {
        let Content::Value(bobot) = &version.content else { panic!("weights without values") };
        let parts = &subkomponen.on(version.from).unwrap().content;
        let Content::Value(parts) = parts else { panic!("weights without values") };
        for (name, whole) in bobot {
            let of_komponen = parts.iter().filter(|(part, _)| part.starts_with(name.as_str()));
            let total: Decimal = of_komponen.map(|(_, weight)| weight).sum();
            assert_eq!(total, *whole, "{name} from {}", version.from);
        }
    }
}

#[test]
fn weights_change_with_the_instrument_and_not_the_day_before() {
    let bobot = parameter::find("evaluasi-akip/bobot-komponen").unwrap();
    let pengukuran = |day| bobot.on(day).unwrap().value("pengukuran");
    assert_eq!(pengukuran(date(2021, 12, 30)), Ok(dec!(25)));
    assert_eq!(pengukuran(date(2021, 12, 31)), Ok(dec!(30)));
}

/// Answers of the regulation alone can make the score of the report; this is one way of many.
#[test]
fn the_score_of_the_report_is_reachable() {
    let day = date(2023, 12, 8);
    let nilai = parameter::find("evaluasi-akip/nilai-jawaban").unwrap().on(day).unwrap();
    let bobot = parameter::find("evaluasi-akip/bobot-subkomponen").unwrap().on(day).unwrap();
    let jawaban = [
        ("perencanaan", ["B", "B", "B"]),
        ("pengukuran", ["B", "B", "B"]),
        ("pelaporan", ["B", "CC", "BB"]),
        ("evaluasi_internal", ["CC", "BB", "BB"]),
    ];
    let mut total = Decimal::ZERO;
    for (komponen, letters) in jawaban {
        for (part, letter) in ["keberadaan", "kualitas", "pemanfaatan"].iter().zip(letters) {
            let weight = bobot.value(&format!("{komponen}_{part}")).unwrap();
            total += nilai.value(letter).unwrap() / dec!(100) * weight;
        }
    }
    assert_eq!(total, dec!(71.80));
}

#[test]
fn the_law_sets_no_cap_and_no_floor() {
    for id in ["capaian/batas-atas", "capaian/batas-bawah"] {
        let version = parameter::find(id).unwrap().on(date(2023, 12, 31)).unwrap();
        assert_eq!(version.content, Content::Nothing, "{id}");
        assert!(!version.practice.is_empty(), "{id} names nobody who uses one");
    }
}

#[test]
fn scales_give_the_predicates_that_their_sources_print() {
    let name = SkalaId::new("skala").unwrap();
    let mut seen = BTreeSet::new();
    for line in include_str!("data/skala.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split(" | ").collect();
        let [id, day, figure, expected, _source] = cells[..] else { panic!("{line}") };
        let version = parameter::find(id).unwrap().on(day.parse().unwrap()).unwrap();
        let pita = version.bands().unwrap().pita(&name);
        let found = skala::predikat(&pita, figure.parse().unwrap());
        assert_eq!(found.map_or("-", |it| &it.predikat), expected, "{line}");
        seen.insert(id);
    }
    let scales: BTreeSet<&str> = parameter::all()
        .filter(|it| it.versions().iter().any(|version| version.bands().is_some()))
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(seen, scales, "a scale without a case");
}

#[test]
fn instruments_repeal_and_amend_instruments_that_exist() {
    for regulation in regulation::all() {
        for earlier in regulation.repeals.iter().chain(&regulation.amends) {
            assert!(instrument(earlier).year <= regulation.year, "{} {earlier}", regulation.id);
        }
    }
}

#[test]
fn what_encodes_a_provision_is_a_part_of_the_program() {
    let kinds = ["rules/", "reports/", "checks/", "parameters/"];
    for regulation in regulation::all() {
        for name in regulation.provision.iter().flat_map(|it| &it.encoded_by) {
            assert!(kinds.iter().any(|it| name.starts_with(it)), "{}: {name}", regulation.id);
        }
    }
}

#[test]
fn instruments_of_the_report_are_cited_as_it_cites_them() {
    let citation = |id| instrument(id).name_and_number();
    assert_eq!(citation("permenpanrb-53-2014"), "Peraturan Menteri PANRB Nomor 53 Tahun 2014");
    assert_eq!(citation("perda-dumai-6-2021"), "Peraturan Daerah Kota Dumai Nomor 6 Tahun 2021");
    assert_eq!(
        citation("keputusan-wali-kota-dumai-700-1068-2023"),
        "Keputusan Wali Kota Dumai Nomor 700/1068/2023"
    );
    let surat = instrument("surat-wali-kota-dumai-700-1320-1-2023").citation();
    let start = "Surat Wali Kota Dumai Nomor 700/1320.1/INSP-S tanggal 8 Desember 2023 hal Hasil";
    assert!(surat.starts_with(start), "{surat}");
    assert_eq!(instrument("pmk-22-2021").short(), "PMK 22/2021");
    assert_eq!(instrument("perwali-dumai-19-2023").short(), "Perwali Dumai 19/2023");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    code: String,
    id: String,
    en: String,
    abbr: Option<String>,
    #[serde(default)]
    source: Vec<TermSource>,
    note: Option<String>,
    #[serde(default)]
    not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermSource {
    instrument: Option<String>,
    document: Option<String>,
    locator: String,
}

fn glossary() -> Vec<Term> {
    let text = fs::read_to_string(data().join("glossary.toml")).unwrap();
    toml::from_str::<Glossary>(&text).unwrap().term
}

#[test]
fn glossary_terms_are_sorted_and_complete() {
    let terms = glossary();
    assert!(terms.windows(2).all(|pair| pair[0].code < pair[1].code));
    for term in &terms {
        assert!(!term.id.is_empty() && !term.en.is_empty(), "{}", term.code);
        assert!(term.abbr.as_ref().is_none_or(|it| *it != term.id), "{}", term.code);
        assert!(!term.source.is_empty() || term.note.is_some(), "{} is from nowhere", term.code);
    }
}

#[test]
fn glossary_terms_name_sources_that_exist() {
    for term in glossary() {
        for source in &term.source {
            assert!(!source.locator.is_empty(), "{}", term.code);
            match (&source.instrument, &source.document) {
                (Some(id), None) => assert_eq!(&instrument(id).id, id),
                (None, Some(document)) => assert!(!document.is_empty()),
                _ => panic!("{}: either an instrument or a document", term.code),
            }
        }
    }
}

#[test]
fn glossary_forbids_each_word_once_and_never_a_term() {
    let terms = glossary();
    let codes: BTreeSet<&str> = terms.iter().map(|it| it.code.as_str()).collect();
    let mut forbidden = BTreeSet::new();
    for word in terms.iter().flat_map(|it| &it.not) {
        assert!(!codes.contains(word.as_str()), "{word} is a term");
        assert!(forbidden.insert(word), "{word} is forbidden twice");
        let plain = |it: char| it.is_ascii_lowercase() || it == '_';
        assert!(word.chars().all(plain), "{word} is no part of an identifier");
    }
}

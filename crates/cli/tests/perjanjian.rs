//! The agreements of the examples and of the city as documents, of the head and of staff.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use selaras_domain::{Id, Tahun};
use support::{example, run, selaras, stderr};
use tempfile::tempdir;

/// The pages of the agreement of a package, as texts.
fn agreement(package: &str, id: &str) -> Vec<String> {
    let folder = tempdir().unwrap();
    let path = folder.path().join("pk.pdf").to_str().unwrap().to_owned();
    let args = ["report", "pk", package, "--agreement", id, "-o", &path];
    let output = selaras(Path::new("."), &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    // Warnings of tables and text that do not fit would stand here.
    assert_eq!(stderr(&output), "", "{id}");
    let text = run("pdftotext", &["-layout", &path, "-"]);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_agreement_of_the_head_states_its_parties_its_targets_and_its_money() {
    let pages = agreement(&example("bkpsdm-dumai-2023"), "perubahan-pk-2023");
    assert_eq!(pages.len(), 2, "a statement and an attachment");
    let text = pages.concat();
    for words in [
        "PERUBAHAN PERJANJIAN KINERJA TAHUN 2023",
        "LAMPIRAN PERUBAHAN PERJANJIAN KINERJA TAHUN 2023",
        "Pihak kedua akan melakukan supervisi",
        "Dumai, 25 September 2023",
        "H. PAISAL, SKM, MARS",
        "Jumlah",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn an_agreement_of_each_level_of_the_city_fits_its_pages_and_names_who_signs_it() {
    let folder = tempdir().unwrap();
    let berkas = selaras_kota_contoh::berkas(0, Tahun::new(2024).unwrap());
    let package = folder.path().join("paket");
    selaras_package::write(&berkas, &package).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for it in &berkas.perjanjian_kinerja {
        let first = berkas.find_pejabat(&it.pihak_pertama).unwrap();
        let unit =
            berkas.unit_kerja.iter().find(|unit| Some(&unit.id) == first.unit_kerja.as_ref());
        // One of each kind of unit is like the others.
        if !seen.insert(unit.map(|it| format!("{:?}", it.jenis))) {
            continue;
        }
        let pages = agreement(package.to_str().unwrap(), it.id.as_str());
        let last = pages.last().unwrap();
        assert!(last.contains("Jumlah"), "{}: names alone on a page: {last}", it.id);
        let text = pages.concat();
        for words in [&first.nama, &first.jabatan] {
            assert!(text.contains(words.as_str()), "{words}: {text}");
        }
        assert!(!text.contains("belum tercatat pada data"), "{}: {text}", it.id);
    }
    assert!(seen.len() > 2, "{seen:?}");
}

#[test]
fn which_agreement_is_meant_is_asked_for_where_there_are_several() {
    let package = example("bkpsdm-dumai-2023");
    let here = Path::new(".");
    for args in [
        &["report", "pk", &package, "-o", "x.pdf"] as &[&str],
        &["report", "pk", &package, "--agreement", "pk-2024", "-o", "x.pdf"],
    ] {
        let output = selaras(here, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains("pk-2023, perubahan-pk-2023"), "{}", stderr(&output));
    }
    let args = ["report", "lkjip", &package, "--agreement", "pk-2023", "-o", "x.pdf"];
    assert_eq!(selaras(here, &args).status.code(), Some(2));
}

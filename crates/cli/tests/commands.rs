//! What a person meets at the command line: results, messages, exit codes, and no half-written file.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use std::fs;
use std::path::Path;

use support::{copy_of, example, names, selaras, stderr, succeed};
use tempfile::tempdir;

#[test]
fn a_trail_leads_from_a_figure_down_to_the_page_of_its_source() {
    let package = example("bkpsdm-dumai-2023");
    let trail = succeed(Path::new("."), &["explain", &package, "indikator/iku-2/2023/capaian"]);
    for part in [
        "= 118,0%",
        "realisasi ÷ target × 100",
        "99,1 ÷ 84 × 100",
        "544 ÷ 549 × 100",
        "capaian/pos@1",
        "PermenPANRB 53/2014",
        "1 desimal, half_up, realisasi dibulatkan dahulu",
        "Perubahan Perjanjian Kinerja",
        "LKjIP",
    ] {
        assert!(trail.contains(part), "{part} is not in\n{trail}");
    }
}

#[test]
fn an_unknown_figure_is_answered_with_those_of_like_names() {
    let package = example("bkpsdm-dumai-2023");
    let output = selaras(Path::new("."), &["explain", &package, "indikator/iku-2/2023/capain"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("indikator/iku-2/2023/capaian"), "{}", stderr(&output));
}

#[test]
fn csv_has_a_line_for_every_figure() {
    let package = example("bkpsdm-dumai-2023");
    let csv = succeed(Path::new("."), &["measure", &package, "--format", "csv"]);
    assert!(
        csv.starts_with("id,label,value,exact,display,satuan,state,verified,note,predikat,rule\n")
    );
    let line = csv.lines().find(|it| it.starts_with("indikator/iku-1/2023/realisasi,")).unwrap();
    assert!(line.contains(",85.8,145200/1693,\"85,8%\",%,computed,true,"), "{line}");
}

#[test]
fn all_faults_of_a_package_are_said_at_once_and_no_file_is_written() {
    let folder = tempdir().unwrap();
    let package = copy_of("bkpsdm-dumai-2023", folder.path());
    let spoil = |file: &str, from: &str, to: &str| {
        let path = package.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} holds no {from}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
    };
    spoil("nilai_variabel.csv", "1452", "1.452,5");
    spoil("pagu.csv", "8185758664", "-8185758664");
    let package = package.to_str().unwrap();
    let args = ["report", "lkjip", package, "-o", "lkjip.pdf"];
    let output = selaras(folder.path(), &args);
    assert_eq!(output.status.code(), Some(3));
    let said = stderr(&output);
    assert!(said.contains("nilai_variabel.csv baris"), "{said}");
    assert!(said.contains("pagu.csv baris"), "{said}");
    assert!(said.contains("2 kesalahan"), "{said}");
    assert_eq!(names(folder.path()), ["bkpsdm-dumai-2023"]);
}

#[test]
fn a_reference_that_leads_nowhere_stops_the_report() {
    let folder = tempdir().unwrap();
    let package = copy_of("bkpsdm-dumai-2023", folder.path());
    let path = package.join("narasi/latar-belakang.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\nRealisasi {{realisasi iku-9 2023}}.\n")).unwrap();
    let args = ["report", "lkjip", package.to_str().unwrap(), "-o", "lkjip.pdf"];
    let output = selaras(folder.path(), &args);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("narasi/latar-belakang.md"), "{}", stderr(&output));
    assert!(!folder.path().join("lkjip.pdf").exists());
}

#[test]
fn a_place_that_cannot_be_written_is_a_fault_of_the_environment() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let package = example("bkpsdm-dumai-2023");
    let args = ["report", "lkjip", &package, "-o", "file/lkjip.pdf"];
    let output = selaras(folder.path(), &args);
    assert_eq!(output.status.code(), Some(4), "{}", stderr(&output));
    assert!(stderr(&output).contains("file/lkjip.pdf"), "{}", stderr(&output));
}

#[test]
fn wrong_usage_has_its_own_exit_code() {
    let package = example("bkpsdm-dumai-2023");
    let here = Path::new(".");
    for args in [&["measur", &package] as &[&str], &["report", "lkjip", &package, "-o", "x.odt"]] {
        assert_eq!(selaras(here, args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn a_skeleton_is_a_valid_package_and_never_overwrites() {
    let folder = tempdir().unwrap();
    succeed(folder.path(), &["package", "init", "baru"]);
    let said = succeed(folder.path(), &["package", "validate", "baru"]);
    assert!(said.contains("paket sah"), "{said}");
    let again = selaras(folder.path(), &["package", "init", "baru"]);
    assert_eq!(again.status.code(), Some(4), "{}", stderr(&again));
}

#[test]
fn a_table_added_by_hand_is_listed_by_formatting() {
    let folder = tempdir().unwrap();
    succeed(folder.path(), &["package", "init", "baru"]);
    fs::remove_file(folder.path().join("baru/datapackage.json")).unwrap();
    let refused = selaras(folder.path(), &["package", "validate", "baru"]);
    assert_eq!(refused.status.code(), Some(3), "{}", stderr(&refused));
    succeed(folder.path(), &["package", "format", "baru", "-o", "rapi"]);
    succeed(folder.path(), &["package", "validate", "rapi"]);
}

#[test]
fn a_zip_says_the_same_as_its_folder() {
    let folder = tempdir().unwrap();
    let package = example("bkpsdm-dumai-2023");
    succeed(folder.path(), &["package", "format", &package, "-o", "paket.zip"]);
    let from_zip = succeed(folder.path(), &["measure", "paket.zip", "--format", "json"]);
    assert_eq!(from_zip, succeed(folder.path(), &["measure", &package, "--format", "json"]));
}

#[test]
fn the_demo_leaves_a_report_and_its_facts_and_respects_other_files() {
    let folder = tempdir().unwrap();
    let said = succeed(folder.path(), &["demo", "--no-serve", "--data", "coba"]);
    assert!(said.contains("indikator/iku-1/2023/capaian"), "{said}");
    assert!(said.contains("85,8%"), "{said}");
    let made = [".selaras-demo", "bkpsdm-dumai-2023", "lkjip-bkpsdm-dumai-2023.pdf"];
    assert_eq!(names(&folder.path().join("coba")), made);
    succeed(folder.path(), &["demo", "--no-serve", "--data", "coba"]);

    fs::create_dir(folder.path().join("lain")).unwrap();
    fs::write(folder.path().join("lain/penting.txt"), "milik orang").unwrap();
    let refused = selaras(folder.path(), &["demo", "--no-serve", "--data", "lain"]);
    assert_eq!(refused.status.code(), Some(4), "{}", stderr(&refused));
    assert_eq!(names(&folder.path().join("lain")), ["penting.txt"]);
}

#[test]
fn the_demo_fills_a_city_once_and_keeps_what_was_tried_out_in_it() {
    let folder = tempdir().unwrap();
    let city = ["demo", "--city", "--no-serve", "--data", "kota"];
    let said = succeed(folder.path(), &city);
    assert!(said.contains("Tahun 2024: 40 berkas") && said.contains("8000 pegawai"), "{said}");
    let listed = succeed(folder.path(), &["list", "--data", "kota"]);
    assert_eq!(listed.lines().count(), 200);
    let user = ["user", "add", "tamu", "Tamu Contoh", "--data", "kota"];
    succeed(folder.path(), &user);
    let again = succeed(folder.path(), &city);
    assert!(!again.contains("Tahun 2024"), "{again}");
    let users = succeed(folder.path(), &["user", "list", "--data", "kota"]);
    assert!(users.contains("tamu") && users.contains("kepala.dinkes"), "{users}");
}

#[test]
fn an_installation_keeps_facts_gives_them_back_and_proves_its_trail() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let package = example("bkpsdm-dumai-2023");
    let absent = selaras(here, &["list", "--data", "data"]);
    assert_eq!(absent.status.code(), Some(4), "{}", stderr(&absent));
    assert!(stderr(&absent).contains("selaras migrate"), "{}", stderr(&absent));
    let nowhere = selaras(here, &["list"]);
    assert_eq!(nowhere.status.code(), Some(2), "{}", stderr(&nowhere));

    succeed(here, &["migrate", "--data", "data"]);
    succeed(here, &["import", &package, "--data", "data"]);
    let again = selaras(here, &["import", &package, "--data", "data"]);
    assert_eq!(again.status.code(), Some(3), "{}", stderr(&again));
    assert!(stderr(&again).contains("--replace"), "{}", stderr(&again));
    assert_eq!(succeed(here, &["list", "--data", "data"]), "BKPSDM/2023\n");

    succeed(here, &["backup", "-o", "cadangan.db", "--data", "data"]);
    succeed(here, &["restore", "cadangan.db", "--data", "baru"]);
    let verified = succeed(here, &["verify", "--data", "baru", "--against", "cadangan.db"]);
    assert!(verified.contains("utuh"), "{verified}");

    fs::write(here.join("bukan.db"), "bukan pangkalan data, melainkan teks\n".repeat(99)).unwrap();
    // To SQLite an empty file is a database without tables.
    fs::write(here.join("kosong.db"), "").unwrap();
    for file in ["bukan.db", "kosong.db"] {
        let begun = std::time::Instant::now();
        let refused = selaras(here, &["restore", file, "--data", "takada"]);
        assert_eq!(refused.status.code(), Some(3), "{}", stderr(&refused));
        assert!(stderr(&refused).contains("bukan cadangan"), "{}", stderr(&refused));
        assert!(begun.elapsed().as_secs() < 5, "it is said at once");
    }

    // What it prints is a head that can be kept, as a file or as the hash alone.
    fs::write(here.join("kepala.txt"), &verified).unwrap();
    let hash = verified.trim().rsplit(' ').next().unwrap();
    for head in ["kepala.txt", hash] {
        let found = succeed(here, &["verify", "--data", "baru", "--head", head]);
        assert!(found.contains("masih bagian dari jejak pemda 1"), "{found}");
    }
    let lost = selaras(here, &["verify", "--data", "baru", "--head", &"0".repeat(64)]);
    assert_eq!(lost.status.code(), Some(1), "{}", stderr(&lost));
    let nothing = selaras(here, &["verify", "--data", "baru", "--head", "tidak-ada.txt"]);
    assert_eq!(nothing.status.code(), Some(3), "{}", stderr(&nothing));

    succeed(here, &["database", "copy", "--from", "baru", "--to", "salinan"]);

    // From the database as from the package, byte for byte.
    let kept = ["BKPSDM/2023", "--data", "salinan"];
    let measure =
        |facts: &[&str]| succeed(here, &[&["measure", "--format", "json"], facts].concat());
    assert!(measure(&kept) == measure(&[&package]));
    let report = |facts: &[&str]| {
        succeed(here, &[&["report", "lkjip", "-o", "lkjip.pdf"], facts].concat());
        fs::read(here.join("lkjip.pdf")).unwrap()
    };
    assert!(report(&kept) == report(&[&package]));

    succeed(here, &["export", "BKPSDM/2023", "-o", "keluar", "--data", "salinan"]);
    for entry in fs::read_dir(&package).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap();
            let written = fs::read(here.join("keluar").join(name)).unwrap();
            assert!(fs::read(&path).unwrap() == written, "{name:?} differs");
        }
    }
}

#[test]
fn an_installation_of_two_pemda_asks_which_one_is_meant() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let one = example("bkpsdm-dumai-2023");
    let other = copy_of("bkpsdm-dumai-2023", here);
    let settings = other.join("paket.toml");
    let text = fs::read_to_string(&settings).unwrap();
    assert!(text.contains("nama = \"Dumai\""), "{text}");
    fs::write(&settings, text.replace("nama = \"Dumai\"", "nama = \"Seberang\"")).unwrap();
    let other = other.to_str().unwrap();
    succeed(here, &["migrate", "--data", "data"]);
    succeed(here, &["import", &one, "--data", "data"]);
    let said = succeed(here, &["import", other, "--data", "data"]);
    assert!(said.contains("Kota Seberang, di samping Kota Dumai"), "{said}");
    let listed = succeed(here, &["list", "--data", "data"]);
    assert_eq!(listed, "BKPSDM/2023  Kota Dumai\nBKPSDM/2023  Kota Seberang\n");

    let export = ["export", "BKPSDM/2023", "-o", "keluar", "--data", "data"];
    for unclear in [
        &export[..],
        &["measure", "BKPSDM/2023", "--data", "data"],
        &["user", "add", "rina", "Rina Contoh", "--data", "data"],
    ] {
        let refused = selaras(here, unclear);
        assert_eq!(refused.status.code(), Some(3), "{unclear:?}: {}", stderr(&refused));
        assert!(stderr(&refused).contains("--pemda"), "{}", stderr(&refused));
    }
    assert!(!here.join("keluar").exists(), "nothing is written of the first one");
    succeed(here, &[&export[..], &["--pemda", "Kota Seberang"]].concat());
    let written = fs::read_to_string(here.join("keluar/paket.toml")).unwrap();
    assert!(written.contains("nama = \"Seberang\""), "{written}");
    let lost = selaras(here, &[&export[..], &["--pemda", "Kota Lain"]].concat());
    assert!(stderr(&lost).contains("Kota Lain") || stderr(&lost).contains("kota lain"));
    let add = ["user", "add", "rina", "Rina Contoh", "--data", "data", "--pemda", "seberang"];
    succeed(here, &add);
    let users = succeed(here, &["user", "list", "--data", "data"]);
    let (first, second) = users.split_once("Kota Seberang").unwrap();
    assert!(first.contains("Kota Dumai") && !first.contains("rina"), "{users}");
    assert!(second.contains("rina"), "{users}");
    let verified = succeed(here, &["verify", "--data", "data"]);
    assert!(verified.contains("2 rantai"), "{verified}");
}

#[test]
fn accounts_and_their_roles_are_kept_and_listed() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let user = |args: &[&str]| succeed(here, &[&["user"], args, &["--data", "data"]].concat());
    succeed(here, &["migrate", "--data", "data"]);
    succeed(here, &["import", &example("bkpsdm-dumai-2023"), "--data", "data"]);
    assert!(user(&["list"]).contains("user add"));
    user(&["add", "rina", "Rina Contoh"]);
    user(&[
        "assign",
        "rina",
        "kepala",
        "--office",
        "BKPSDM",
        "--status",
        "plt",
        "--from",
        "2024-01-01",
    ]);
    let listed = user(&["list"]);
    assert!(listed.contains("plt kepala BKPSDM sejak 2024-01-01"), "{listed}");
    assert!(listed.contains("belum memilih sandi"), "{listed}");
    user(&["end", "rina", "--on", "2024-07-01"]);
    assert!(user(&["list"]).contains("berakhir 2024-07-01"));
    let unknown = selaras(here, &["user", "assign", "rina", "raja", "--data", "data"]);
    assert_eq!(unknown.status.code(), Some(2), "{}", stderr(&unknown));
    let nobody = selaras(here, &["user", "end", "budi", "--data", "data"]);
    assert_eq!(nobody.status.code(), Some(3), "{}", stderr(&nobody));
    assert!(succeed(here, &["verify", "--data", "data"]).contains("utuh"));
}

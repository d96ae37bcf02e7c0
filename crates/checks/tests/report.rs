//! What is said of the findings: their order, what a person lets stand, and the three forms.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod support;

use jiff::civil::date;
use selaras_checks::{
    ALL, Colour, Outcome, Report, Tier, apply, check, default_day, explain, list, reference_page,
    to_dokumen, to_json, to_text,
};
use selaras_domain::dokumen::Block;
use selaras_domain::{Asal, Id, PejabatId, PengecualianTemuan};
use selaras_rules::measure;
use support::{Changes, kantor};

/// Three things wrong: one that the law forbids, one of plan, one of quarters.
const CHANGES: &str = r#"
[[ubah]]
tabel = "perjanjian_kinerja"
kunci = "perubahan-pk-2024"
alasan = ""
[[ubah]]
tabel = "indikator"
kunci = "iku-2"
definisi = ""
[[ubah]]
tabel = "realisasi_anggaran"
kunci = "2.24.02/2024/tw4"
jumlah = "83000000"
[[ubah]]
tabel = "dokumen"
kunci = "dpa-2024"
tanggal = ""
"#;

fn report() -> Report {
    let berkas = Changes::parse(CHANGES).apply(&kantor());
    check(&berkas, &measure(&berkas), default_day(&berkas))
}

fn decision(code: &str, table: &str, row: &str) -> PengecualianTemuan {
    PengecualianTemuan {
        kode: code.to_owned(),
        objek: format!("{table}/{row}"),
        oleh: "Inspektur Pembantu".to_owned(),
        alasan: "Alasan ada pada berita acara".to_owned(),
        tanggal: date(2025, 1, 20),
        asal: Asal::default(),
    }
}

#[test]
fn findings_come_by_tier_then_by_code() {
    let report = report();
    let order: Vec<(Tier, &str)> = report.findings.iter().map(|it| (it.tier, it.code)).collect();
    assert!(order.is_sorted());
    assert_eq!(order.first(), Some(&(Tier::Wajib, "PJJ005")));
    assert!(report.is_blocking());
    let codes: Vec<&str> = report.assessments.iter().map(|it| it.code).collect();
    let all: Vec<&str> = ALL.iter().map(|it| it.code).collect();
    assert_eq!(codes, all, "every check has an outcome");
}

#[test]
fn whoever_only_helps_the_head_is_no_head() {
    let found = |jabatan: &str| {
        let mut berkas = Changes::parse("").apply(&kantor());
        "Inspektur".clone_into(&mut berkas.perangkat_daerah.jabatan_kepala);
        "Inspektorat".clone_into(&mut berkas.perangkat_daerah.nama);
        let mut new = berkas.pejabat[0].clone();
        new.id = PejabatId::new("baru").unwrap();
        jabatan.clone_into(&mut new.jabatan);
        new.unit_kerja = None;
        new.mulai = Some(date(2024, 5, 2));
        berkas.pejabat.push(new);
        let report = check(&berkas, &measure(&berkas), default_day(&berkas));
        report.findings.iter().any(|it| it.code == "PJJ011")
    };
    assert!(found("Inspektur"));
    assert!(found("Inspektur Kabupaten Contoh"));
    assert!(found("Inspektur Daerah"));
    assert!(!found("Inspektur Pembantu Wilayah I"));
    assert!(!found("Inspektur Pembantu"));
}

#[test]
fn what_is_suppressed_no_longer_blocks_and_is_still_told() {
    let mut report = report();
    let before = report.findings.len();
    apply(&mut report, &[decision("PJJ005", "perjanjian_kinerja", "perubahan-pk-2024")]);
    assert!(!report.is_blocking());
    assert_eq!((report.findings.len(), report.suppressed.len()), (before - 1, 1));
    let text = to_text(&report, Colour::Never);
    assert!(text.contains("dikecualikan oleh Inspektur Pembantu, 20 Januari 2025"), "{text}");
}

#[test]
fn a_decision_without_reason_or_person_or_of_later_suppresses_nothing() {
    let good = || decision("PJJ005", "perjanjian_kinerja", "perubahan-pk-2024");
    let bad = [
        PengecualianTemuan { alasan: " ".to_owned(), ..good() },
        PengecualianTemuan { oleh: String::new(), ..good() },
        PengecualianTemuan { tanggal: date(2025, 6, 1), ..good() },
        PengecualianTemuan { objek: "perjanjian_kinerja/pk-2024".to_owned(), ..good() },
        PengecualianTemuan { kode: "PJJ001".to_owned(), ..good() },
    ];
    for it in bad {
        let mut report = report();
        apply(&mut report, std::slice::from_ref(&it));
        assert!(report.is_blocking() && report.suppressed.is_empty(), "{it:?}");
    }
}

#[test]
fn the_text_says_what_where_why_and_what_to_do() {
    let report = report();
    let text = to_text(&report, Colour::Never);
    for part in [
        "Wajib · Perjanjian kinerja (1)",
        "PJJ005  perjanjian perubahan-pk-2024 · perjanjian_kinerja.alasan",
        "mengubah perjanjian tanpa alasan.",
        "Perbaikan: Pilih alasannya",
        "Dasar: PermenPANRB 53/2014, Lampiran I.E",
        "Tidak dapat dinilai",
        "PJJ001  signed-late: tanggal pengesahan DPA belum tercatat",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains('\u{1b}'));
    let coloured = to_text(&report, Colour::Ansi);
    assert!(coloured.contains("\u{1b}[1;31mPJJ005\u{1b}[0m"));
}

#[test]
fn programs_get_counts_outcomes_and_places() {
    let json = to_json(&report());
    assert_eq!(json["schema"], "selaras/check/1");
    assert_eq!(json["blocking"], true);
    assert_eq!(json["counts"]["wajib"], 1);
    assert_eq!(json["checks"].as_array().unwrap().len(), ALL.len());
    let first = &json["findings"][0];
    assert_eq!(first["code"], "PJJ005");
    assert_eq!(first["place"]["table"], "perjanjian_kinerja");
    assert_eq!(first["place"]["row"], "perubahan-pk-2024");
    assert_eq!(first["place"]["column"], "alasan");
}

#[test]
fn paper_has_every_finding_and_what_was_not_assessed() {
    let berkas = Changes::parse(CHANGES).apply(&kantor());
    let report = check(&berkas, &measure(&berkas), default_day(&berkas));
    let dokumen = to_dokumen(&report, &berkas);
    let tables = dokumen.sections.iter().flat_map(|it| &it.blocks).filter_map(|it| match it {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows: usize = tables.map(|it| it.rows.len()).sum();
    let open = report.assessments.iter();
    let open = open.filter(|it| matches!(it.outcome, Outcome::NotAssessable(_))).count();
    assert!(open > 0);
    assert_eq!(rows, report.findings.len() + open);
}

#[test]
fn every_check_explains_itself() {
    assert_eq!(list().lines().count(), ALL.len());
    let text = explain("pjj005").unwrap();
    for part in ["Mengapa penting", "Dasar hukum", "PermenPANRB 53/2014", "Cara memperbaiki"] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(explain("XXX999"), None);
    let page = reference_page();
    assert!(ALL.iter().all(|it| page.contains(&format!("### {} · ", it.code))));
}

#[test]
fn a_law_that_was_not_yet_in_force_asks_nothing() {
    let berkas = kantor();
    let hasil = measure(&berkas);
    let report = check(&berkas, &hasil, date(2014, 11, 30));
    let of = |code| report.assessments.iter().find(|it| it.code == code).unwrap().outcome;
    assert!(matches!(of("PJJ005"), Outcome::NotApplicable(_)));
    let report = check(&berkas, &hasil, default_day(&berkas));
    let of = |code| report.assessments.iter().find(|it| it.code == code).unwrap().outcome;
    assert_eq!(of("PJJ005"), Outcome::Assessed);
}

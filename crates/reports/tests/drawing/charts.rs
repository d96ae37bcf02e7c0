//! The charts: what they show, and what they do with values that are missing or too large.

use rust_decimal::{Decimal, dec};
use selaras_reports::drawing::*;

use crate::samples::{self, LONG_NAME};
use crate::seen::Seen;

/// Widths of the bars in the accent colour, in the order of drawing.
fn accent_bars(svg: &Svg) -> Vec<i32> {
    let document = roxmltree::Document::parse(&svg.text).unwrap();
    let bars = document.descendants().filter(|it| {
        it.tag_name().name() == "rect"
            && it.attribute("class").is_none()
            && it.attribute("fill") == Some("#0F5C64")
    });
    bars.map(|it| it.attribute("width").unwrap().parse().unwrap()).collect()
}

#[test]
fn starts_bars_at_zero_in_proportion_to_their_values() {
    let bar = |value: Decimal| BulletBar {
        nama: "Capaian".to_owned(),
        realisasi: Amount::known(value, "x"),
        target: Amount::known(100, "100%"),
        scale: BulletScale::Common { max: dec!(125), suffix: "%".to_owned() },
    };
    assert_eq!(accent_bars(&bar(dec!(50)).draw(500)), [200]);
    assert_eq!(accent_bars(&bar(dec!(100)).draw(500)), [400]);
    assert_eq!(accent_bars(&bar(dec!(0)).draw(500)), [0_i32; 0], "nothing is drawn for zero");
}

#[test]
fn cuts_bars_beyond_the_scale_visibly_and_labels_them() {
    let cut = Seen::new(&samples::key_figure(dec!(756), "756%").draw(480));
    assert_eq!(cut.cuts, 2);
    assert_eq!(Seen::new(&samples::key_figure(dec!(125), "125%").draw(480)).cuts, 0);
    Seen::new(&samples::capaian_bars().draw(1600)).assert_shows("756%");
}

#[test]
fn lines_up_the_targets_of_indicators_in_different_units() {
    let bars = samples::realisasi_bars();
    let svg = bars.draw(1600);
    let document = roxmltree::Document::parse(&svg.text).unwrap();
    let marks: Vec<&str> = document
        .descendants()
        .filter(|it| it.attribute("width") == Some("6") && it.attribute("fill") == Some("#1C2328"))
        .map(|it| it.attribute("x").unwrap())
        .collect();
    // The first mark is that of the legend, the last that of the target of zero.
    let (with_target, of_zero) = marks[1..].split_at(5);
    assert!(with_target.iter().all(|it| *it == with_target[0]), "{marks:?}");
    assert_ne!(of_zero, [with_target[0]]);
}

#[test]
fn lengthens_a_common_scale_for_a_target_beyond_it() {
    let mut bars = samples::capaian_bars();
    bars.rows[0].target = Amount::known(200, "200%");
    let seen = Seen::new(&bars.draw(1600));
    seen.assert_shows("200%");
    seen.assert_tidy("longer scale");
}

#[test]
fn says_why_there_is_no_bar() {
    let bars = samples::capaian_bars();
    let svg = bars.draw(1600);
    let seen = Seen::new(&svg);
    seen.assert_shows("tidak terbaca pada sumber");
    seen.assert_shows(LONG_NAME);
    // Four of the six rows have a bar, and the legend one.
    assert_eq!(accent_bars(&svg).len(), 5);
    assert!(bars.alt().contains("realisasi tidak terbaca pada sumber, target 100%"));
}

#[test]
fn gives_every_status_a_word() {
    let seen = Seen::new(&samples::capaian_bars().draw(1600));
    for word in ["Perlu perhatian", "Tercapai", "Mendekati", "Melampaui", "Tidak dapat dihitung"] {
        seen.assert_shows(word);
    }
}

#[test]
fn labels_the_last_value_and_the_end_of_the_plan() {
    let paths = samples::paths();
    let seen = Seen::new(&paths.draw(1600));
    for label in ["85,8%", "99,1%", "90%", "98%", "2021", "2026", "kondisi awal"] {
        seen.assert_shows(label);
    }
    assert!(paths.alt().contains("realisasi 97,7% (2022), 85,8% (2023)"));
}

#[test]
fn takes_a_value_far_above_the_targets_out_of_the_scale() {
    let seen = Seen::new(&samples::paths().draw(1600));
    seen.assert_shows("37,8%di luar skala");
    seen.assert_shows("2%4%6%8%");
    assert_eq!(seen.cuts, 2);
    let mut level = samples::paths();
    level.panels.truncate(3);
    assert_eq!(Seen::new(&level.draw(1600)).cuts, 0);
}

#[test]
fn draws_paths_with_a_single_value_or_none() {
    let panel = |realisasi: Vec<YearAmount>| PathPanel {
        nama: LONG_NAME.to_owned(),
        suffix: String::new(),
        kondisi_awal: None,
        target: vec![],
        realisasi,
    };
    let absent = YearAmount::new(2023, Amount::absent("belum diisi"));
    let only = YearAmount::new(2023, Amount::known(dec!(3), "3"));
    let paths =
        IndicatorPaths { panels: vec![panel(vec![]), panel(vec![absent]), panel(vec![only])] };
    Seen::new(&paths.draw(1600)).assert_tidy("paths");
    assert!(paths.alt().contains("belum diisi (2023)"));
}

#[test]
fn pairs_bars_for_few_points_and_scatters_many() {
    let pairs = Seen::new(&samples::budget_of_programs().draw(1600));
    pairs.assert_shows("capaian program tidak ada pada sumber");
    pairs.assert_shows("99,79%");
    let scatter = Seen::new(&samples::budget_of_kegiatan().draw(1600));
    for name in
        ["Tercapai dengan anggaran lebih sedikit", "Anggaran terserap, kinerja belum tercapai"]
    {
        scatter.assert_shows(name);
    }
    scatter.assert_shows("14: 167%");
    scatter.assert_shows("capaian 88% · serapan 90,15%");
}

#[test]
fn shares_one_dot_among_points_in_the_same_place() {
    let point = |nama: &str| BudgetPoint {
        nama: nama.to_owned(),
        serapan: Amount::known(100, "100%"),
        capaian: Amount::known(100, "100%"),
    };
    let budget = BudgetPerformance {
        points: ["A", "B", "C", "D"].map(point).to_vec(),
        serapan_threshold: dec!(95),
        capaian_threshold: dec!(100),
    };
    let svg = budget.draw(1600);
    let seen = Seen::new(&svg);
    seen.assert_shows("1, 2, 3, 4");
    seen.assert_tidy("one dot");
    assert_eq!(svg.text.matches("<circle").count(), 1);
}

#[test]
fn keeps_labels_apart_however_close_the_points_are() {
    let points = (0..30).map(|index| BudgetPoint {
        nama: format!("Kegiatan {index}"),
        serapan: Amount::known(Decimal::new(9900 + index * 3, 2), "99%"),
        capaian: Amount::known(Decimal::new(1000 + index % 3, 1), "100%"),
    });
    let budget = BudgetPerformance {
        points: points.collect(),
        serapan_threshold: dec!(95),
        capaian_threshold: dec!(100),
    };
    Seen::new(&budget.draw(1600)).assert_tidy("crowd");
}

#[test]
fn shows_each_quarter_and_the_sum_so_far() {
    let absorption = samples::absorption();
    let seen = Seen::new(&absorption.draw(1600));
    for label in ["TW II27,5%", "46,8%", "97,4%", "Pagu Rp6.427.109.297", "tidak terbaca"] {
        seen.assert_shows(label);
    }
    assert!(absorption.alt().contains("TW IV 31,1%, kumulatif 97,4%"));
}

#[test]
fn names_processes_actors_and_misi() {
    let seen = Seen::new(&samples::peta_proses().draw(1600));
    for label in
        ["BKP 03", "Proses utama", "Dinas/Badan/Investor", "Meningkatnya kualitas pelayanan publik"]
    {
        seen.assert_shows(label);
    }
    let misi = samples::misi_to_sasaran();
    Seen::new(&misi.draw(2470)).assert_shows("Misi 4Meningkatkan Kualitas Tata Kelola");
    assert!(misi.alt().starts_with("Dari 4 misi, yang didukung: Misi 4 ("), "{}", misi.alt());
}

#[test]
fn draws_empty_lists_without_harm() {
    let drawings: [&dyn Draw; 6] = [
        &BulletBars { rows: vec![], scale: BulletScale::OwnTarget },
        &IndicatorPaths { panels: vec![] },
        &QuarterlyAbsorption { panels: vec![] },
        &GambarMisi { misi: vec![], steps: vec![] },
        &PetaProsesBisnis { aktor: vec![], lainnya: vec![], utama: vec![], pendukung: vec![] },
        &Cascading { levels: vec![], roots: vec![] },
    ];
    for drawing in drawings {
        Seen::new(&drawing.draw(1600)).assert_tidy("empty");
    }
}

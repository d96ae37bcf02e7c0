//! The organisation chart, on offices of any shape.

use proptest::prelude::*;
use selaras_reports::drawing::{BaganOrganisasi, Draw, UnitBox, UnitRole};

use crate::samples;
use crate::seen::Seen;

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,11}( [A-Z][a-z]{2,13}){0,5}",
        Just("Bidang <Data> & \"Informasi\"".to_owned()),
        Just("Pertanggungjawaban/Ketatausahaan".to_owned()),
    ]
}

fn any_unit() -> impl Strategy<Value = UnitBox> {
    let role = prop_oneof![
        1 => Just(UnitRole::Sekretariat),
        1 => Just(UnitRole::Fungsional),
        4 => Just(UnitRole::Line),
    ];
    let leaf = (role.clone(), any_name(), prop::option::of(any_name()))
        .prop_map(|(role, nama, jabatan)| UnitBox { role, nama, jabatan, children: vec![] });
    leaf.prop_recursive(3, 24, 5, move |inner| {
        (role.clone(), any_name(), prop::collection::vec(inner, 0..5))
            .prop_map(|(role, nama, children)| UnitBox { role, nama, jabatan: None, children })
    })
}

fn assert_names_shown(unit: &UnitBox, seen: &Seen) {
    seen.assert_shows(&unit.nama);
    for child in &unit.children {
        assert_names_shown(child, seen);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn fits_any_office_without_overlap(kepala in any_unit(), width in 1200_u32..2600) {
        let chart = BaganOrganisasi { kepala };
        let seen = Seen::new(&chart.draw(width));
        seen.assert_tidy("organisation");
        assert_names_shown(&chart.kepala, &seen);
    }
}

#[test]
fn names_every_unit_and_post() {
    let seen = Seen::new(&samples::large_organisation().draw(2470));
    seen.assert_shows("UPTD <Laboratorium>");
    seen.assert_shows("Seksi 6.3 Pengelolaan dan Pemberdayaan Masyarakat");
    seen.assert_shows("Kepala Seksi");
}

#[test]
fn breaks_the_line_of_functional_staff() {
    let dashed =
        |chart: &BaganOrganisasi| chart.draw(1600).text.matches("stroke-dasharray").count();
    let mut chart = samples::organisation();
    let before = dashed(&chart);
    chart.kepala.children.remove(0);
    // A dashed box and a dashed line less.
    assert_eq!(dashed(&chart), before - 2);
}

#[test]
fn draws_a_head_that_is_alone() {
    let kepala =
        UnitBox { role: UnitRole::Line, nama: "Camat".to_owned(), jabatan: None, children: vec![] };
    let seen = Seen::new(&BaganOrganisasi { kepala }.draw(1600));
    assert_eq!(seen.boxes.len(), 1);
    seen.assert_tidy("head");
}

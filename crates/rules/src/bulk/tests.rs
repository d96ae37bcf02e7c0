//! The bulk path against the rules themselves: every figure must be the one that
//! [`crate::capaian`] and [`crate::skala`] give, rounded once.

use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::{Decimal, dec};
use selaras_domain::{
    Akumulasi, Asal, Batas, CaraUkur, Id, NilaiTarget, Pita, Polaritas, RoundingMode, RumusCapaian,
    SkalaId, TahapPembulatan, TargetNol,
};

use super::*;
use crate::capaian::{Perbandingan, Reached, capaian};
use crate::skala::predikat;

fn cara(rumus: RumusCapaian, decimals: u32) -> CaraUkur {
    CaraUkur {
        rumus,
        tahap: TahapPembulatan::SaatCetak,
        mode: RoundingMode::HalfUp,
        presisi_realisasi: 2,
        presisi_capaian: decimals,
        batas_bawah: None,
        batas_atas: None,
        target_nol: TargetNol::TidakDihitung,
        akumulasi: Akumulasi::Terakhir,
        skala: None,
    }
}

/// Bands from the lowest to the highest.
fn skala(batas: Batas, bounds: &[Option<Decimal>]) -> Vec<Pita> {
    let band = |(at, bound): (usize, &Option<Decimal>)| Pita {
        skala: SkalaId::new("skala").unwrap(),
        nomor: at as u16 + 1,
        batas_bawah: *bound,
        batas,
        predikat: format!("pita {}", at + 1),
        nilai: None,
        tertulis: None,
        asal: Asal::default(),
    };
    bounds.iter().enumerate().map(band).collect()
}

/// No scale, the report's, one with bounds that no figure can equal, and one that figures can be
/// below of, with as many bands as there may be.
fn any_skala() -> impl Strategy<Value = Vec<Pita>> {
    select(vec![
        Vec::new(),
        skala(Batas::Inklusif, &[None, Some(dec!(55)), Some(dec!(70)), Some(dec!(85))]),
        skala(Batas::Eksklusif, &[None, Some(dec!(-0.00005)), Some(dec!(76.60005))]),
        skala(Batas::Inklusif, &[Some(dec!(-0.00005)), Some(dec!(76.60005)), Some(dec!(500000))]),
        skala(
            Batas::Eksklusif,
            &[0, 30, 50, 60, 70, 80, 90, 100].map(|it| Some(Decimal::from(it))),
        ),
    ])
}

/// Small values make ties and zeros, large ones leave the narrow path.
fn any_value() -> impl Strategy<Value = i64> {
    prop_oneof![
        6 => -60_i64..=60,
        6 => -100_000_i64..=100_000,
        1 => (1_i64 << 40) - 2..=(1 << 40) + 2,
        1 => -VALUE_MAX..=VALUE_MAX,
    ]
}

fn any_fact() -> impl Strategy<Value = Fact> {
    let value = || prop::option::weighted(0.9, any_value());
    (value(), value()).prop_map(|(target, realisasi)| Fact { target, realisasi })
}

fn any_limit() -> impl Strategy<Value = Option<Decimal>> {
    prop::option::of((-2_000_000_i64..=2_000_000).prop_map(|it| Decimal::new(it, 4)))
}

fn any_cara() -> impl Strategy<Value = CaraUkur> {
    let rumus = select(vec![
        RumusCapaian::Positif,
        RumusCapaian::NegatifLan,
        RumusCapaian::NegatifBalik,
        RumusCapaian::NegatifSelisih,
    ]);
    (rumus, 0..=DECIMALS_MAX, any_limit(), any_limit()).prop_map(|(rumus, decimals, one, other)| {
        let (low, high) = match (one, other) {
            (Some(one), Some(other)) => (Some(one.min(other)), Some(one.max(other))),
            (one, other) => (one, other),
        };
        CaraUkur { batas_bawah: low, batas_atas: high, ..cara(rumus, decimals) }
    })
}

/// The figure by the rules.
fn by_rules(cara: &CaraUkur, fact: Fact) -> Option<Decimal> {
    let exact = capaian(Perbandingan {
        cara,
        polaritas: Polaritas::Naik,
        target: &NilaiTarget::Angka(Decimal::from(fact.target?)),
        realisasi: &Reached::Angka(Exact::integer(fact.realisasi?)),
        skala_nilai: &[],
    });
    Some(exact.ok()?.round(cara.presisi_capaian, cara.mode).unwrap())
}

/// The tally of one row by the rules.
fn tally_by_rules(indikator_list: &[(CaraUkur, Vec<Pita>, u32)], facts: &[Fact]) -> Tally {
    let mut tally = Tally::default();
    for ((cara, pita_list, weight), fact) in indikator_list.iter().zip(facts) {
        let Some(figure) = by_rules(cara, *fact) else {
            tally.not_computable += 1;
            continue;
        };
        tally.computed += 1;
        tally.weight += u64::from(*weight);
        tally.weighted_sum +=
            figure.mantissa() * 10_i128.pow(4 - figure.scale()) * i128::from(*weight);
        if let Some(band) = predikat(pita_list, figure) {
            tally.bands[usize::from(band.nomor) - 1] += 1;
        }
    }
    tally
}

fn plan(indikator_list: &[(CaraUkur, Vec<Pita>, u32)]) -> Plan {
    let methods: Vec<(Method, u32)> = indikator_list
        .iter()
        .map(|(cara, pita_list, weight)| (Method::new(cara, pita_list).unwrap(), *weight))
        .collect();
    Plan::new(&methods).unwrap()
}

proptest! {
    #[test]
    fn one_figure_is_the_one_that_the_rules_give(
        cara in any_cara(), target in any_value(), realisasi in any_value(),
    ) {
        let places = cara.presisi_capaian;
        let scaled = |it: Option<Decimal>| {
            it.map(|it| Exact::from(it).round(places, RoundingMode::HalfUp).unwrap().mantissa() as i64)
        };
        let found = capaian_scaled(
            cara.rumus.try_into().unwrap(),
            target,
            realisasi,
            places,
            scaled(cara.batas_atas),
            scaled(cara.batas_bawah),
        );
        let fact = Fact { target: Some(target), realisasi: Some(realisasi) };
        let expected = by_rules(&cara, fact).map(|it| it.mantissa());
        prop_assert_eq!(found, expected.and_then(|it| i64::try_from(it).ok()));
    }

    #[test]
    fn a_cube_gives_the_figures_that_the_rules_give(
        (indikator_list, rows) in prop::collection::vec((any_cara(), any_skala(), 0..=WEIGHT_MAX), 1..12)
            .prop_flat_map(|list| {
                let row = prop::collection::vec(any_fact(), list.len());
                (Just(list), prop::collection::vec(row, 6))
            }),
    ) {
        let shape = Shape { periods: 2, units: 3 };
        let cube = Cube::fill(plan(&indikator_list), shape, |at| rows[at.period * 3 + at.unit][at.indikator]);
        let measured = cube.unwrap().measure();
        for (at, row) in rows.iter().enumerate() {
            let expected = tally_by_rules(&indikator_list, row);
            prop_assert_eq!(measured.get(at / 3, at % 3), Some(&expected));
        }
    }
}

/// The report's indikator and their capaian in 2023 and 2022, from rounded realisasi: regulations
/// leave the formula to the agency, the figures are those of the LKjIP of 2023.
#[test]
fn agrees_with_the_printed_report() {
    let printed = [
        (858, 1000, "85.8"),
        (991, 840, "118.0"),
        (1000, 935, "107.0"),
        (378, 50, "756.0"),
        (37, 40, "92.5"),
    ];
    for (realisasi, target, expected) in printed {
        let found = capaian_scaled(Ratio::Positif, target, realisasi, 1, None, None).unwrap();
        assert_eq!(Decimal::new(found, 1).to_string(), expected);
    }
}

#[test]
fn rounds_halves_away_from_zero() {
    let percent = |target, realisasi| {
        capaian_scaled(Ratio::NegatifSelisih, target, realisasi, 0, None, None).unwrap()
    };
    assert_eq!(percent(200, 199), 1);
    assert_eq!(percent(200, 201), -1);
    assert_eq!(percent(-200, -201), -1);
    assert_eq!(percent(1000, 1004), 0);
}

#[test]
fn has_no_figure_where_the_formula_divides_by_zero() {
    assert_eq!(capaian_scaled(Ratio::Positif, 0, 5, 2, None, None), None);
    assert_eq!(capaian_scaled(Ratio::NegatifBalik, 0, 5, 2, None, None), None);
    assert_eq!(capaian_scaled(Ratio::NegatifBalik, 5, 0, 2, None, None), None);
}

#[test]
fn a_figure_that_fits_no_integer_is_none_unless_capped() {
    let extreme = |cap| capaian_scaled(Ratio::NegatifLan, 1, i64::MIN, 4, cap, None);
    assert_eq!(extreme(None), None);
    assert_eq!(extreme(Some(1_200_000)), Some(1_200_000));
    assert_eq!(capaian_scaled(Ratio::Positif, 1, 1, u32::MAX, None, None), None);
}

/// Rows longer than a block, with one block that is not narrow by its values and one by its figure.
#[test]
fn long_rows_are_cut_without_a_seam() {
    let one = (
        cara(RumusCapaian::NegatifLan, 2),
        skala(Batas::Inklusif, &[None, Some(dec!(55)), Some(dec!(70)), Some(dec!(85))]),
        7,
    );
    let indikator_list = vec![one; 2100];
    let row: Vec<Fact> = (0..2100)
        .map(|it| {
            let (target, realisasi) = match it {
                600 => (1 << 41, 1 << 40),
                1100 => (1, 1 << 39),
                it => (1 + it * 7919 % 1009, it * 104_729 % 1511),
            };
            Fact { target: Some(target), realisasi: (it % 89 != 0).then_some(realisasi) }
        })
        .collect();
    let shape = Shape { periods: 1, units: 1 };
    let cube = Cube::fill(plan(&indikator_list), shape, |at| row[at.indikator]).unwrap();
    assert_eq!(cube.measure().get(0, 0), Some(&tally_by_rules(&indikator_list, &row)));
}

#[test]
fn what_is_not_computable_is_counted_apart() {
    let indikator_list = vec![(cara(RumusCapaian::Positif, 1), Vec::new(), 3); 4];
    let row = [(Some(1000), Some(858)), (Some(0), Some(5)), (None, Some(5)), (Some(5), None)];
    let row = row.map(|(target, realisasi)| Fact { target, realisasi });
    let shape = Shape { periods: 1, units: 1 };
    let cube = Cube::fill(plan(&indikator_list), shape, |at| row[at.indikator]).unwrap();
    let measured = cube.measure();
    let tally = measured.get(0, 0).unwrap();
    assert_eq!((tally.computed, tally.not_computable, tally.weight), (1, 3, 3));
    assert_eq!(tally.average(), Some(Exact::from(dec!(85.8))));
}

#[test]
fn an_average_of_nothing_is_none() {
    assert_eq!(Tally::default().average(), None);
}

#[test]
fn the_largest_sums_have_an_exact_average() {
    let weighted_sum = i128::from(VALUE_MAX) * 3_000_000 * i128::from(WEIGHT_MAX) * (1 << 32);
    let tally = Tally { weighted_sum, weight: 1, ..Tally::default() };
    let average = tally.average().unwrap();
    assert_eq!(average.to_string(), (weighted_sum / 10_000).to_string());
}

fn measured() -> Measured {
    let indikator_list = vec![(cara(RumusCapaian::Positif, 0), Vec::new(), 1)];
    let shape = Shape { periods: 2, units: 4 };
    let cube = Cube::fill(plan(&indikator_list), shape, |at| Fact {
        target: Some(100),
        realisasi: Some((at.period * 10 + at.unit) as i64),
    });
    cube.unwrap().measure()
}

#[test]
fn a_parent_is_the_sum_of_its_units_period_by_period() {
    let parents = measured().roll_up(&[1, 0, 1, 1]).unwrap();
    let sums: Vec<Vec<(u32, i128)>> = parents
        .periods()
        .map(|units| units.iter().map(|it| (it.computed, it.weighted_sum / 10_000)).collect())
        .collect();
    assert_eq!(sums, [[(1, 1), (3, 5)], [(1, 11), (3, 35)]]);
    assert_eq!(parents.get(2, 0), None);
    assert_eq!(parents.get(0, 2), None);
}

#[test]
fn a_tree_is_rolled_up_level_by_level() {
    let by_level = measured().roll_up(&[0, 0, 1, 1]).unwrap().roll_up(&[0, 0]).unwrap();
    assert_eq!(by_level, measured().roll_up(&[0; 4]).unwrap());
}

#[test]
fn a_unit_without_a_parent_is_refused() {
    let refused = measured().roll_up(&[0, 0]).unwrap_err();
    assert_eq!(refused, BulkError::Parents { given: 2, units: 4 });
}

#[test]
fn a_plan_without_indikator_measures_nothing() {
    let shape = Shape { periods: 2, units: 3 };
    let nothing = Fact { target: None, realisasi: None };
    let cube = Cube::fill(Plan::new(&[]).unwrap(), shape, |_| nothing).unwrap();
    assert_eq!(cube.measure().get(0, 0), None);
}

#[test]
fn what_the_kernel_cannot_do_is_refused() {
    let plain = cara(RumusCapaian::Positif, 2);
    let refusal = |cara: &CaraUkur| Method::new(cara, &[]).unwrap_err();
    let range = CaraUkur { rumus: RumusCapaian::Rentang, ..plain.clone() };
    assert_eq!(refusal(&range), BulkError::Rumus("range"));
    let even = CaraUkur { mode: RoundingMode::HalfEven, ..plain.clone() };
    assert_eq!(refusal(&even), BulkError::Mode);
    let zero = CaraUkur { target_nol: TargetNol::NolTerbaik, ..plain.clone() };
    assert_eq!(refusal(&zero), BulkError::TargetNol);
    assert_eq!(refusal(&cara(RumusCapaian::Positif, 5)), BulkError::Decimals(5));
    let far = CaraUkur { batas_atas: Some(dec!(100000.1)), ..plain.clone() };
    assert_eq!(refusal(&far), BulkError::Limit("100000.1".to_owned()));
    let crossed =
        CaraUkur { batas_bawah: Some(dec!(120)), batas_atas: Some(dec!(100)), ..plain.clone() };
    assert_eq!(refusal(&crossed), BulkError::Crossed);
    let nine = skala(Batas::Inklusif, &[0, 1, 2, 3, 4, 5, 6, 7, 8].map(|it| Some(it.into())));
    assert_eq!(Method::new(&plain, &nine).unwrap_err(), BulkError::Bands(9));
    let twice = skala(Batas::Inklusif, &[None, Some(dec!(50)), Some(dec!(50))]);
    assert_eq!(Method::new(&plain, &twice).unwrap_err(), BulkError::SameBound);
}

#[test]
fn a_value_out_of_range_is_refused_with_its_place() {
    let method = Method::new(&cara(RumusCapaian::Positif, 2), &[]).unwrap();
    let plan = Plan::new(&[(method.clone(), 1)]).unwrap();
    let value = VALUE_MAX + 1;
    let refused = Cube::fill(plan, Shape { periods: 1, units: 2 }, |at| Fact {
        target: Some(1),
        realisasi: Some(if at.unit == 1 { value } else { 1 }),
    });
    let place = Place { period: 0, unit: 1, indikator: 0 };
    let refused = refused.unwrap_err();
    assert_eq!(refused, BulkError::Value { place, value });
    assert!(refused.to_string().contains("periode ke-1, unit ke-2, indikator ke-1"));

    let heavy = Plan::new(&[(method.clone(), WEIGHT_MAX + 1)]).unwrap_err();
    assert_eq!(heavy, BulkError::Weight { indikator: 1, weight: WEIGHT_MAX + 1 });

    let plan = Plan::new(&[(method, 1)]).unwrap();
    let shape = Shape { periods: usize::MAX, units: usize::MAX };
    let nothing = Fact { target: None, realisasi: None };
    assert!(matches!(Cube::fill(plan, shape, |_| nothing), Err(BulkError::Facts(_))));
}

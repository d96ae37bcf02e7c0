//! Times the bulk path on generated figures and prints what it found, for `bench/bulk_duckdb.py` to
//! find the same.
//!
//! `cargo bench -p selaras-rules --bench bulk`, or `bench/run-bulk.sh` for both side by side.
//! The facts are arithmetic on their position, written here and in SQL there: change both.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::time::{Duration, Instant};

use rayon::ThreadPoolBuilder;
use rust_decimal::Decimal;
use selaras_domain::{
    Akumulasi, Asal, Batas, CaraUkur, Id, Pita, RoundingMode, RumusCapaian, SkalaId,
    TahapPembulatan, TargetNol,
};
use selaras_rules::bulk::{Cube, Fact, Measured, Method, Place, Plan, Shape, Tally};

const INDIKATOR: usize = 2_000;
const PERIODS: usize = 5;
const UNITS: usize = 5_000;
const UNITS_PER_PARENT: usize = 100;
const RUNS: usize = 9;

/// A prime below 2^31: products of two remainders fit an `i64`, in SQL too.
const PRIME: i64 = 2_147_483_647;

fn main() {
    let units = units_asked_for();
    let shape = Shape { periods: PERIODS, units };
    let cube = Cube::fill(plan(), shape, |place| fact(place, units)).expect("values are small");
    let parent_of: Vec<usize> = (0..units).map(|unit| unit / UNITS_PER_PARENT).collect();
    let facts = (INDIKATOR * PERIODS * units) as u128;
    println!("selaras: {facts} facts, {INDIKATOR} indikator x {units} units x {PERIODS} periods");
    println!("threads  median ms  fastest ms  million facts/s");
    for threads in [1, 2] {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start");
        let mut times = Vec::new();
        let mut found = None;
        for _ in 0..RUNS {
            let start = Instant::now();
            let answer = pool.install(|| answer(&cube, &parent_of));
            times.push(start.elapsed());
            found = Some(answer);
        }
        times.sort_unstable();
        let (median, fastest) = (times[RUNS / 2], times[0]);
        println!(
            "{threads:>7}  {:>9}  {:>10}  {:>15}",
            tenths_of_ms(median),
            tenths_of_ms(fastest),
            facts / median.as_micros().max(1),
        );
        if threads == 2 {
            println!("median_us {}", median.as_micros());
            print_found(&found.expect("it ran"));
        }
    }
}

/// Units and their parents.
fn answer(cube: &Cube, parent_of: &[usize]) -> (Measured, Measured) {
    let units = cube.measure();
    let parents = units.roll_up(parent_of).expect("every unit has a parent");
    (units, parents)
}

fn units_asked_for() -> usize {
    let mut arguments = std::env::args().skip_while(|it| it != "--units").skip(1);
    arguments.next().map_or(UNITS, |it| it.parse().expect("--units takes a number"))
}

fn tenths_of_ms(time: Duration) -> Decimal {
    Decimal::from_i128_with_scale(time.as_micros() as i128 / 100, 1)
}

fn fact(place: Place, units: usize) -> Fact {
    let at = ((place.period * units + place.unit) * INDIKATOR + place.indikator) as i64;
    let one = (at * 48_271 + 11) % PRIME;
    let other = one * 16_807 % PRIME;
    let target = if one % 997 == 0 { 0 } else { 100 + one % 99_901 };
    let realisasi = target * (other % 1_501) / 1_000 - other % 7;
    Fact { target: Some(target), realisasi: (other % 89 != 0).then_some(realisasi) }
}

/// Ten families of indikator in four offices' ways of counting.
fn plan() -> Plan {
    let indikator_list: Vec<(Method, u32)> = (0..INDIKATOR)
        .map(|it| {
            let rumus = match it % 10 {
                0..=5 => RumusCapaian::Positif,
                6 => RumusCapaian::NegatifLan,
                7 => RumusCapaian::NegatifBalik,
                _ => RumusCapaian::NegatifSelisih,
            };
            let (decimals, floor, cap, bounds) = match it / 10 % 4 {
                0 => (2, None, None, [55, 70, 85].as_slice()),
                1 => (1, Some(0), Some(120), [51, 66, 76, 91].as_slice()),
                2 => (0, Some(0), Some(150), [55, 70, 85].as_slice()),
                _ => (4, None, Some(110), [51, 66, 76, 91].as_slice()),
            };
            let cara = cara(rumus, decimals, floor, cap);
            let method = Method::new(&cara, &pita(bounds)).expect("the kernel knows these");
            (method, 1 + it as u32 % 9)
        })
        .collect();
    Plan::new(&indikator_list).expect("weights are small")
}

fn cara(rumus: RumusCapaian, decimals: u32, floor: Option<u32>, cap: Option<u32>) -> CaraUkur {
    CaraUkur {
        rumus,
        tahap: TahapPembulatan::SaatCetak,
        mode: RoundingMode::HalfUp,
        presisi_realisasi: 2,
        presisi_capaian: decimals,
        batas_bawah: floor.map(Decimal::from),
        batas_atas: cap.map(Decimal::from),
        target_nol: TargetNol::TidakDihitung,
        akumulasi: Akumulasi::Terakhir,
        skala: None,
    }
}

fn pita(bounds: &[u32]) -> Vec<Pita> {
    let bounds = std::iter::once(None).chain(bounds.iter().copied().map(Some));
    let pita = |(at, bound): (u16, Option<u32>)| Pita {
        skala: SkalaId::new("skala").expect("a plain word"),
        nomor: at,
        batas_bawah: bound.map(Decimal::from),
        batas: Batas::Inklusif,
        predikat: String::new(),
        nilai: None,
        tertulis: None,
        asal: Asal::default(),
    };
    (1..).zip(bounds).map(pita).collect()
}

/// Totals, and sums that come out differently when a tally lands in the wrong place.
fn print_found((units, parents): &(Measured, Measured)) {
    let mut total = Tally::default();
    parents.periods().flatten().for_each(|it| total += *it);
    println!("= computed {}", total.computed);
    println!("= not_computable {}", total.not_computable);
    println!("= weighted_sum {}", total.weighted_sum);
    println!("= weight {}", total.weight);
    for (band, count) in total.bands[..5].iter().enumerate() {
        println!("= band_{} {count}", band + 1);
    }
    println!("= by_unit {}", by_place(units));
    println!("= by_parent {}", by_place(parents));
}

fn by_place(measured: &Measured) -> i128 {
    let tallies = measured.periods().flatten();
    (1..).zip(tallies).map(|(at, it)| at * (it.weighted_sum + i128::from(it.bands[4]))).sum()
}

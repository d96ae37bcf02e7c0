//! The bulk path: capaian, predikat and averages of millions of figures at once, out of columns.
//!
//! It is a kernel of the rules, not a query engine: it knows one question (how did every office do
//! in every period?) and answers it in scaled integers, without Jejak. Whoever wants to know why a
//! figure is what it is asks [`crate::capaian`], which gives the same figure; property tests hold
//! the two together. Why it is built this way: `docs/decisions/0004-bulk-kernel.md`.
//!
//! ```text
//! CaraUkur + Pita --Method--> Plan --facts--> Cube --measure--> Measured --roll_up--> Measured
//! ```
//!
//! Rounding of the realisasi itself, where an agency declares it, belongs to whoever fills the cube.

mod figure;
mod kernel;
mod method;
#[cfg(test)]
mod tests;

use std::ops::AddAssign;

use rayon::prelude::*;
use rust_decimal::Decimal;
use selaras_domain::Exact;
use thiserror::Error;

pub use figure::{Ratio, capaian_scaled};
pub use method::{BANDS_MAX, DECIMALS_MAX, LIMIT_PERCENT, Method};

use kernel::{Lanes, Run};

/// Largest target or realisasi, scaled. With [`WEIGHT_MAX`] and [`FACTS_MAX`] it keeps every sum in
/// an `i128`: the largest figure is 3 × 10¹⁶ × 10⁶ ten-thousandths of a percent, weighted 3 × 10²⁸,
/// and 2³² of these are 1.3 × 10³⁸, below 1.7 × 10³⁸.
pub const VALUE_MAX: i64 = 10_000_000_000_000_000;

/// Largest weight of an indikator.
pub const WEIGHT_MAX: u32 = 1_000_000;

/// Most facts of a cube, so that counts fit an `u32`.
pub const FACTS_MAX: usize = u32::MAX as usize;

/// Why something cannot be measured in bulk.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BulkError {
    #[error(
        "capaian dengan rumus «{0}» tidak dapat dihitung massal: hitung indikator ini satu per satu"
    )]
    Rumus(&'static str),
    #[error(
        "hitung massal hanya membulatkan setengah ke atas: ubah mode pembulatan atau hitung \
         indikator ini satu per satu"
    )]
    Mode,
    #[error(
        "target nol sebagai hasil terbaik tidak dapat dihitung massal: hitung indikator ini satu \
         per satu"
    )]
    TargetNol,
    #[error("presisi capaian {0} desimal terlalu halus: paling banyak {DECIMALS_MAX} desimal")]
    Decimals(u32),
    #[error(
        "batas capaian {0}% di luar jangkauan: isi antara -{LIMIT_PERCENT}% dan {LIMIT_PERCENT}%"
    )]
    Limit(String),
    #[error(
        "batas bawah capaian lebih tinggi daripada batas atasnya: tukar atau perbaiki keduanya"
    )]
    Crossed,
    #[error("skala dengan {0} pita terlalu panjang: paling banyak {BANDS_MAX} pita")]
    Bands(usize),
    #[error("dua pita skala memiliki batas bawah yang sama: beri setiap pita batasnya sendiri")]
    SameBound,
    #[error(
        "bobot {weight} pada indikator ke-{indikator} terlalu besar: paling besar {WEIGHT_MAX}"
    )]
    Weight { indikator: usize, weight: u32 },
    #[error("{0} fakta terlalu banyak untuk satu hitungan: bagi per wilayah atau per tahun")]
    Facts(u128),
    #[error(
        "nilai {value} pada periode ke-{}, unit ke-{}, indikator ke-{} di luar jangkauan: perkecil \
         satuannya atau kurangi desimalnya", place.period + 1, place.unit + 1, place.indikator + 1
    )]
    Value { place: Place, value: i64 },
    #[error(
        "induk diberikan untuk {given} unit, padahal ada {units} unit: beri satu induk per unit"
    )]
    Parents { given: usize, units: usize },
}

/// What is measured how: the indikator of a cube, ordered so that those with one [`Method`] lie
/// side by side and the inner loop needs no branch.
#[derive(Clone, Debug)]
pub struct Plan {
    runs: Vec<Run>,
    /// For each column of the cube, the indikator that it holds.
    indikator: Vec<usize>,
}

impl Plan {
    /// A plan for indikator with their methods and weights, numbered from 0 as given.
    ///
    /// # Errors
    ///
    /// A weight above [`WEIGHT_MAX`].
    pub fn new(indikator_list: &[(Method, u32)]) -> Result<Plan, BulkError> {
        let mut runs: Vec<Run> = Vec::new();
        let mut columns: Vec<Vec<usize>> = Vec::new();
        for (indikator, (method, weight)) in indikator_list.iter().enumerate() {
            if *weight > WEIGHT_MAX {
                return Err(BulkError::Weight { indikator: indikator + 1, weight: *weight });
            }
            let known = runs.iter().position(|run| run.method == *method);
            let at = known.unwrap_or_else(|| {
                runs.push(Run { method: method.clone(), weights: Vec::new() });
                columns.push(Vec::new());
                runs.len() - 1
            });
            runs[at].weights.push(*weight);
            columns[at].push(indikator);
        }
        Ok(Plan { runs, indikator: columns.concat() })
    }
}

/// Where a fact stands, each numbered from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub period: usize,
    pub unit: usize,
    pub indikator: usize,
}

/// Target and realisasi of one indikator, unit and period, both scaled by the same power of ten
/// (85.8 and 100 as 858 and 1000); `None` where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    pub target: Option<i64>,
    pub realisasi: Option<i64>,
}

/// How many periods and units a cube has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub periods: usize,
    pub units: usize,
}

/// Facts as two dense columns in (period, unit, indikator) order: no keys, no gaps.
///
/// What has no capaian by its facts alone (no target, a zero target, no realisasi) is held as zero
/// over zero, so that one test for a zero denominator finds all that is not computable.
#[derive(Clone, Debug)]
pub struct Cube {
    plan: Plan,
    units: usize,
    target: Vec<i64>,
    realisasi: Vec<i64>,
}

impl Cube {
    /// Asks `fact_at` for every fact, period by period and unit by unit.
    ///
    /// # Errors
    ///
    /// A value beyond [`VALUE_MAX`], with its place; more than [`FACTS_MAX`] facts.
    pub fn fill(
        plan: Plan,
        shape: Shape,
        mut fact_at: impl FnMut(Place) -> Fact,
    ) -> Result<Cube, BulkError> {
        let facts = [shape.periods, shape.units, plan.indikator.len()]
            .iter()
            .try_fold(1_u128, |product, it| product.checked_mul(*it as u128))
            .unwrap_or(u128::MAX);
        let Some(facts) = usize::try_from(facts).ok().filter(|it| *it <= FACTS_MAX) else {
            return Err(BulkError::Facts(facts));
        };
        let (mut target, mut realisasi) = (Vec::with_capacity(facts), Vec::with_capacity(facts));
        for period in 0..shape.periods {
            for unit in 0..shape.units {
                for &indikator in &plan.indikator {
                    let place = Place { period, unit, indikator };
                    let (one, other) = match fact_at(place) {
                        Fact { target: Some(0), .. } => (0, 0),
                        Fact { target: Some(target), realisasi: Some(realisasi) } => {
                            (target, realisasi)
                        }
                        Fact { .. } => (0, 0),
                    };
                    let beyond = |it: &i64| it.unsigned_abs() > VALUE_MAX.unsigned_abs();
                    if let Some(value) = [one, other].into_iter().find(beyond) {
                        return Err(BulkError::Value { place, value });
                    }
                    target.push(one);
                    realisasi.push(other);
                }
            }
        }
        Ok(Cube { plan, units: shape.units, target, realisasi })
    }

    /// Measures every unit in every period, on the threads of the current rayon pool.
    pub fn measure(&self) -> Measured {
        let width = self.plan.indikator.len();
        if width == 0 {
            return Measured { units: self.units, tallies: Vec::new() };
        }
        let rows = self.target.par_chunks_exact(width).zip(self.realisasi.par_chunks_exact(width));
        let tallies = rows
            .map_init(Lanes::new, |lanes, (target, realisasi)| {
                kernel::tally(&self.plan.runs, target, realisasi, lanes)
            })
            .collect();
        Measured { units: self.units, tallies }
    }
}

/// What one unit reached in one period, over all its indikator; or a parent, over all its units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many figures there are.
    pub computed: u32,
    /// How many facts have no figure: they are in no average, and shown apart.
    pub not_computable: u32,
    /// Sum of weight × capaian in ten-thousandths of a percent.
    pub weighted_sum: i128,
    /// Sum of the weights of the figures.
    pub weight: u64,
    /// How many figures fall into each band of their scale, the lowest band first. What lies below
    /// a scale without an open end is in none.
    pub bands: [u32; BANDS_MAX],
}

impl Tally {
    /// The weighted average of capaian in percent, exact; `None` where nothing was computed or
    /// nothing weighs.
    pub fn average(&self) -> Option<Exact> {
        // A decimal has 28 digits and a sum up to 39, so it is handed over in two pieces.
        const PIECE: i128 = 10_i128.pow(19);
        let exact = |it: i128| {
            let decimal = Decimal::try_from_i128_with_scale(it, 0);
            Exact::from(decimal.expect("a piece has at most 20 digits"))
        };
        let (high, low) = (self.weighted_sum / PIECE, self.weighted_sum % PIECE);
        let sum = &(&exact(high) * &exact(PIECE)) + &exact(low);
        sum.checked_div(&exact(i128::from(self.weight) * 10_i128.pow(figure::UNIT_DECIMALS)))
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.computed += other.computed;
        self.not_computable += other.not_computable;
        self.weighted_sum += other.weighted_sum;
        self.weight += other.weight;
        for (band, more) in self.bands.iter_mut().zip(other.bands) {
            *band += more;
        }
    }
}

/// The tallies of all units in all periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    units: usize,
    /// In (period, unit) order.
    tallies: Vec<Tally>,
}

impl Measured {
    /// The tally of a unit in a period, both numbered from 0.
    pub fn get(&self, period: usize, unit: usize) -> Option<&Tally> {
        self.periods().nth(period)?.get(unit)
    }

    /// The periods in order, each as the tallies of its units.
    pub fn periods(&self) -> impl Iterator<Item = &[Tally]> {
        self.tallies.chunks(self.units.max(1))
    }

    /// The same, one level up: `parent_of` names for each unit its parent, numbered from 0. The
    /// parents are the units of the result, so a tree is rolled up level by level.
    ///
    /// # Errors
    ///
    /// As many parents must be given as there are units.
    pub fn roll_up(&self, parent_of: &[usize]) -> Result<Measured, BulkError> {
        if parent_of.len() != self.units {
            return Err(BulkError::Parents { given: parent_of.len(), units: self.units });
        }
        let parents = parent_of.iter().max().map_or(0, |last| last + 1);
        let mut tallies = Vec::new();
        for units in self.periods() {
            let start = tallies.len();
            tallies.resize(start + parents, Tally::default());
            for (unit, parent) in units.iter().zip(parent_of) {
                tallies[start + parent] += *unit;
            }
        }
        Ok(Measured { units: parents, tallies })
    }
}

//! The inner loop: one row of facts to one tally, in passes that a compiler can vectorise.
//!
//! All but the division itself works on many values at once. Blocks whose values are too large for
//! 64-bit arithmetic, or whose figures are absurdly high, take the exact path instead; both give the
//! same figures.

use super::figure::Ratio;
use super::{LIMIT_PERCENT, Method, Tally, WEIGHT_MAX};

/// Indikator that lie side by side in a row and are measured by one method.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) method: Method,
    pub(super) weights: Vec<u32>,
}

/// Values of a block: its lanes stay in the first-level cache.
const BLOCK: usize = 512;

/// Targets and realisasi below it in size cannot overflow the narrow path: the numerator is at most
/// 3 × 2^40, times 2 × 10^6 for the rounding at four decimals, below 2^63.
const NARROW_VALUE: i64 = 1 << (NARROW_BITS - 1);
const NARROW_BITS: u32 = 41;

/// Figures of the narrow path are below it in size, so that they fit an `i32` with room for
/// [`NOT_COMPUTABLE`] and lie within the limits.
const NARROW_FIGURE: i32 = 1 << 30;

/// Below every figure and every bound, hence in no band.
const NOT_COMPUTABLE: i32 = i32::MIN;

const _: () = assert!(LIMIT_PERCENT as i64 * 10_000 < NARROW_FIGURE as i64);
const _: () = assert!(
    (NARROW_FIGURE as i64).checked_mul(WEIGHT_MAX as i64 * BLOCK as i64).is_some(),
    "the weighted sum of a block fits an i64"
);

/// The working columns of a block, kept between rows.
pub(super) struct Lanes {
    dividend: [u64; BLOCK],
    /// Zero where the figure is not computable.
    divisor: [u64; BLOCK],
    /// All ones where the figure is negative, else zero.
    sign: [i32; BLOCK],
    figure: [i32; BLOCK],
}

impl Lanes {
    pub(super) fn new() -> Lanes {
        Lanes { dividend: [0; BLOCK], divisor: [0; BLOCK], sign: [0; BLOCK], figure: [0; BLOCK] }
    }
}

/// The tally of one unit in one period. The columns hold the runs one after the other.
pub(super) fn tally(runs: &[Run], target: &[i64], realisasi: &[i64], lanes: &mut Lanes) -> Tally {
    let mut tally = Tally::default();
    let (mut target, mut realisasi) = (target, realisasi);
    for run in runs {
        for weights in run.weights.chunks(BLOCK) {
            let (targets, rest) = target.split_at(weights.len());
            target = rest;
            let (realisasis, rest) = realisasi.split_at(weights.len());
            realisasi = rest;
            let block =
                Block { method: &run.method, weights, target: targets, realisasi: realisasis };
            if !(block.is_narrow() && block.add_narrow(lanes, &mut tally)) {
                block.add_exact(&mut tally);
            }
        }
    }
    tally
}

/// Part of a run in one row; its columns have one length, at most [`BLOCK`].
struct Block<'a> {
    method: &'a Method,
    weights: &'a [u32],
    target: &'a [i64],
    realisasi: &'a [i64],
}

impl Block<'_> {
    fn is_narrow(&self) -> bool {
        // Shifted by the bound, a value in range has 41 bits and no sign, and one outside has more:
        // the bits of all values together tell.
        let bits = |column: &[i64]| column.iter().fold(0, |bits, it| bits | (it + NARROW_VALUE));
        (bits(self.target) | bits(self.realisasi)).cast_unsigned() >> NARROW_BITS == 0
    }

    /// Adds the block if its figures are narrow, else says `false` and adds nothing.
    fn add_narrow(&self, lanes: &mut Lanes, tally: &mut Tally) -> bool {
        // The formula is chosen outside the loop, so that each loop knows only one.
        match self.method.ratio {
            Ratio::Positif => self.prepare(lanes, |t, r| Ratio::Positif.of(t, r)),
            Ratio::NegatifLan => self.prepare(lanes, |t, r| Ratio::NegatifLan.of(t, r)),
            Ratio::NegatifBalik => self.prepare(lanes, |t, r| Ratio::NegatifBalik.of(t, r)),
            Ratio::NegatifSelisih => self.prepare(lanes, |t, r| Ratio::NegatifSelisih.of(t, r)),
        }
        self.divide(lanes);
        if !self.scale(lanes) {
            return false;
        }
        self.add_figures(lanes, tally);
        true
    }

    /// `|n| / |d|` rounded half up is `(2|n| + |d|) / 2|d|` cut off.
    #[inline(always)]
    fn prepare(&self, lanes: &mut Lanes, ratio: impl Fn(i64, i64) -> (i64, i64)) {
        let factor = 200 * 10_u64.pow(self.method.decimals);
        let columns = self.target.iter().zip(self.realisasi);
        let lanes = lanes.dividend.iter_mut().zip(&mut lanes.divisor).zip(&mut lanes.sign);
        for ((&target, &realisasi), ((dividend, divisor), sign)) in columns.zip(lanes) {
            let (numerator, denominator) = ratio(target, realisasi);
            *dividend = numerator.unsigned_abs() * factor + denominator.unsigned_abs();
            *divisor = 2 * denominator.unsigned_abs();
            *sign = ((numerator ^ denominator) >> 63) as i32;
        }
    }

    fn divide(&self, lanes: &mut Lanes) {
        let length = self.weights.len();
        for (dividend, divisor) in lanes.dividend[..length].iter_mut().zip(&lanes.divisor) {
            *dividend /= (*divisor).max(1);
        }
    }

    /// Brings quotients to signed figures; `false` when one of them is not narrow.
    fn scale(&self, lanes: &mut Lanes) -> bool {
        let length = self.weights.len();
        let factor = u64::from(self.method.units_per_step());
        let mut bits = 0;
        let quotients = lanes.dividend[..length].iter().zip(&lanes.divisor).zip(&lanes.sign);
        for (((&quotient, &divisor), &sign), figure) in quotients.zip(&mut lanes.figure) {
            let computable = divisor != 0;
            let quotient = if computable { quotient } else { 0 };
            let size = (quotient & u64::from(u32::MAX)) * factor;
            bits |= quotient | size;
            *figure = if computable { (size as i32 ^ sign) - sign } else { NOT_COMPUTABLE };
        }
        bits < NARROW_FIGURE as u64
    }

    fn add_figures(&self, lanes: &mut Lanes, tally: &mut Tally) {
        let floor = self.method.floor.unwrap_or(-NARROW_FIGURE);
        let cap = self.method.cap.unwrap_or(NARROW_FIGURE);
        let figures = &mut lanes.figure[..self.weights.len()];
        let (mut computed, mut weighted_sum, mut weight) = (0_u32, 0_i64, 0_u64);
        for (figure, &its_weight) in figures.iter_mut().zip(self.weights) {
            let computable = *figure != NOT_COMPUTABLE;
            let limited = (*figure).max(floor).min(cap);
            *figure = if computable { limited } else { NOT_COMPUTABLE };
            let its_weight = if computable { its_weight } else { 0 };
            computed += u32::from(computable);
            weighted_sum += i64::from(*figure) * i64::from(its_weight);
            weight += u64::from(its_weight);
        }
        tally.computed += computed;
        tally.not_computable += figures.len() as u32 - computed;
        tally.weighted_sum += i128::from(weighted_sum);
        tally.weight += weight;
        let mut above = 0;
        for (band, &bound) in tally.bands.iter_mut().zip(&self.method.bounds).rev() {
            let bound = bound.clamp((-NARROW_FIGURE).into(), NARROW_FIGURE.into()) as i32;
            let reached = figures.iter().map(|figure| u32::from(*figure >= bound)).sum::<u32>();
            *band += reached - above;
            above = reached;
        }
    }

    #[cold]
    fn add_exact(&self, tally: &mut Tally) {
        let columns = self.target.iter().zip(self.realisasi).zip(self.weights);
        for ((&target, &realisasi), &weight) in columns {
            let Some(figure) = self.method.figure(target, realisasi) else {
                tally.not_computable += 1;
                continue;
            };
            tally.computed += 1;
            tally.weighted_sum += figure * i128::from(weight);
            tally.weight += u64::from(weight);
            let below = self.method.bounds.partition_point(|bound| *bound <= figure);
            if let Some(band) = below.checked_sub(1) {
                tally.bands[band] += 1;
            }
        }
    }
}

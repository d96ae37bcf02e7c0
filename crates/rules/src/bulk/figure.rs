//! One capaian in scaled integers: the formulas and the rounding that the kernel must agree with.

use std::ops::Sub;

use selaras_domain::{Code, RumusCapaian};

use super::BulkError;

/// Figures of all precisions add up in units of this many decimals: ten-thousandths of a percent.
pub(super) const UNIT_DECIMALS: u32 = 4;

/// The formulas that are one division; those of [`RumusCapaian`] with more to them stay outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ratio {
    /// `R / T × 100`.
    Positif,
    /// `(2T − R) / T × 100`.
    NegatifLan,
    /// `T / R × 100`.
    NegatifBalik,
    /// `(T − R) / T × 100`.
    NegatifSelisih,
}

impl Ratio {
    /// Numerator and denominator.
    #[inline(always)]
    pub(super) fn of<N: Copy + Sub<Output = N>>(self, target: N, realisasi: N) -> (N, N) {
        match self {
            Ratio::Positif => (realisasi, target),
            Ratio::NegatifLan => (target - (realisasi - target), target),
            Ratio::NegatifBalik => (target, realisasi),
            Ratio::NegatifSelisih => (target - realisasi, target),
        }
    }
}

impl TryFrom<RumusCapaian> for Ratio {
    type Error = BulkError;

    fn try_from(rumus: RumusCapaian) -> Result<Ratio, BulkError> {
        match rumus {
            RumusCapaian::Positif => Ok(Ratio::Positif),
            RumusCapaian::NegatifLan => Ok(Ratio::NegatifLan),
            RumusCapaian::NegatifBalik => Ok(Ratio::NegatifBalik),
            RumusCapaian::NegatifSelisih => Ok(Ratio::NegatifSelisih),
            RumusCapaian::Rentang | RumusCapaian::Skala => Err(BulkError::Rumus(rumus.code())),
        }
    }
}

/// Capaian of one target and realisasi, as an integer with `decimals` decimals of a percent
/// (85.8 is 858), rounded half away from zero and held between `floor` and `cap`, which are scaled
/// in the same way.
///
/// Target and realisasi may have any scale, if it is the same. `None` when the capaian is not
/// computable (a zero target, a zero realisasi under `T / R`) or too large for an `i64`.
pub fn capaian_scaled(
    rule: Ratio,
    target: i64,
    realisasi: i64,
    decimals: u32,
    cap: Option<i64>,
    floor: Option<i64>,
) -> Option<i64> {
    let figure = round(rule, target, realisasi, decimals)?;
    let figure = floor.map_or(figure, |it| figure.max(it.into()));
    let figure = cap.map_or(figure, |it| figure.min(it.into()));
    i64::try_from(figure).ok()
}

/// The rounded percentage, scaled by `decimals`.
pub(super) fn round(rule: Ratio, target: i64, realisasi: i64, decimals: u32) -> Option<i128> {
    let (numerator, denominator) = rule.of(i128::from(target), i128::from(realisasi));
    if target == 0 || denominator == 0 {
        return None;
    }
    let percent = 10_i128.checked_pow(decimals.checked_add(2)?)?;
    Some(divide_half_up(numerator.checked_mul(percent)?, denominator))
}

/// The quotient, halves rounded away from zero. `divisor` is not zero.
pub(super) fn divide_half_up(dividend: i128, divisor: i128) -> i128 {
    let (quotient, rest) = (dividend / divisor, (dividend % divisor).unsigned_abs());
    let divisor_size = divisor.unsigned_abs();
    if rest < divisor_size - rest {
        quotient
    } else if (dividend < 0) == (divisor < 0) {
        quotient + 1
    } else {
        quotient - 1
    }
}

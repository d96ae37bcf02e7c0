//! How indikator are measured, brought to the integers that the kernel compares.

use rust_decimal::Decimal;
use selaras_domain::{Batas, CaraUkur, Pita, RoundingMode, TargetNol};

use super::BulkError;
use super::figure::{self, Ratio, UNIT_DECIMALS, divide_half_up};

/// Finest precision of a capaian.
pub const DECIMALS_MAX: u32 = UNIT_DECIMALS;

/// Most bands of a scale.
pub const BANDS_MAX: usize = 8;

/// Farthest cap and floor in percent, so that the kernel can hold them in an `i32`.
pub const LIMIT_PERCENT: i32 = 100_000;

/// A [`CaraUkur`] with the bands of its scale, for many indikator at once. Its caps, floors and
/// bounds are in ten-thousandths of a percent, whatever the precision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    pub(super) ratio: Ratio,
    pub(super) decimals: u32,
    pub(super) floor: Option<i32>,
    pub(super) cap: Option<i32>,
    /// Ascending. A figure is in the last band whose bound it reaches.
    pub(super) bounds: Vec<i128>,
}

impl Method {
    /// The method that `cara` declares, with the bands of the scale that it names, in any order.
    ///
    /// # Errors
    ///
    /// What needs more than one division and one rounding half up (range and predicate targets,
    /// zero as the best target) is refused, and so are limits and scales that do not fit.
    pub fn new(cara: &CaraUkur, pita_list: &[Pita]) -> Result<Method, BulkError> {
        if cara.mode != RoundingMode::HalfUp {
            return Err(BulkError::Mode);
        }
        if cara.target_nol != TargetNol::TidakDihitung {
            return Err(BulkError::TargetNol);
        }
        let decimals = cara.presisi_capaian;
        if decimals > DECIMALS_MAX {
            return Err(BulkError::Decimals(decimals));
        }
        let limit = |it: Option<Decimal>| it.map(|it| limit(it, decimals)).transpose();
        let (floor, cap) = (limit(cara.batas_bawah)?, limit(cara.batas_atas)?);
        if floor.zip(cap).is_some_and(|(floor, cap)| floor > cap) {
            return Err(BulkError::Crossed);
        }
        Ok(Method {
            ratio: cara.rumus.try_into()?,
            decimals,
            floor,
            cap,
            bounds: bounds(pita_list)?,
        })
    }

    /// One figure in ten-thousandths of a percent, in arithmetic that nothing overflows; `None`
    /// when it is not computable. Target and realisasi are at most [`super::VALUE_MAX`].
    pub(super) fn figure(&self, target: i64, realisasi: i64) -> Option<i128> {
        let rounded = figure::round(self.ratio, target, realisasi, self.decimals)?;
        let figure = rounded * i128::from(self.units_per_step());
        let figure = self.floor.map_or(figure, |it| figure.max(it.into()));
        Some(self.cap.map_or(figure, |it| figure.min(it.into())))
    }

    /// What one step of the last decimal is worth in ten-thousandths of a percent.
    pub(super) fn units_per_step(&self) -> u32 {
        10_u32.pow(UNIT_DECIMALS - self.decimals)
    }
}

/// A cap or floor as a figure. It is rounded as the figure is, which makes no difference to
/// limiting first and rounding then.
fn limit(percent: Decimal, decimals: u32) -> Result<i32, BulkError> {
    if percent.abs() > Decimal::from(LIMIT_PERCENT) {
        return Err(BulkError::Limit(percent.to_string()));
    }
    let (dividend, divisor) = ratio(percent, decimals);
    let units = divide_half_up(dividend, divisor) * 10_i128.pow(UNIT_DECIMALS - decimals);
    Ok(i32::try_from(units).expect("LIMIT_PERCENT in ten-thousandths is below 2^30"))
}

/// The lowest figure of each band. An exclusive bound is the inclusive one a unit higher, since
/// figures are whole units.
fn bounds(pita_list: &[Pita]) -> Result<Vec<i128>, BulkError> {
    if pita_list.len() > BANDS_MAX {
        return Err(BulkError::Bands(pita_list.len()));
    }
    let lowest = |pita: &Pita| {
        let Some(bound) = pita.batas_bawah else { return i128::MIN };
        let (dividend, divisor) = ratio(bound, UNIT_DECIMALS);
        match pita.batas {
            Batas::Inklusif => -(-dividend).div_euclid(divisor),
            Batas::Eksklusif => dividend.div_euclid(divisor) + 1,
        }
    };
    let mut bounds: Vec<i128> = pita_list.iter().map(lowest).collect();
    bounds.sort_unstable();
    if bounds.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(BulkError::SameBound);
    }
    Ok(bounds)
}

/// `value × 10^decimals` as a dividend and a positive divisor. A decimal has 96 bits and `decimals`
/// is at most four, so both fit.
fn ratio(value: Decimal, decimals: u32) -> (i128, i128) {
    (value.mantissa() * 10_i128.pow(decimals), 10_i128.pow(value.scale()))
}

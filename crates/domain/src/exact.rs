//! Exact ratios: the arithmetic under every legal number, with no loss until the declared rounding.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// A ratio of two integers, in lowest terms. `1452/1693` stays that until somebody rounds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// How a digit that falls away changes the one that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoundingMode {
    /// Half goes away from zero, as taught in school and used by the offices.
    HalfUp,
    /// Half goes to the even neighbour.
    HalfEven,
    /// Digits are cut off.
    Truncate,
}

impl Exact {
    pub fn zero() -> Exact {
        Exact(BigRational::zero())
    }

    pub fn integer(value: i64) -> Exact {
        Exact(BigRational::from_integer(value.into()))
    }

    /// `numerator / denominator`, or `None` when the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Exact> {
        Exact::integer(numerator).checked_div(&Exact::integer(denominator))
    }

    /// The quotient, or `None` when `divisor` is zero: a division by zero has no default here.
    pub fn checked_div(&self, divisor: &Exact) -> Option<Exact> {
        if divisor.is_zero() { None } else { Some(Exact(&self.0 / &divisor.0)) }
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    pub fn is_integer(&self) -> bool {
        self.0.is_integer()
    }

    pub fn abs(&self) -> Exact {
        Exact(self.0.abs())
    }

    /// Rounded to `places` decimals, with exactly that many decimals (`118.0`, not `118`).
    ///
    /// `None` when the result does not fit a [`Decimal`] (about 28 digits).
    pub fn round(&self, places: u32, mode: RoundingMode) -> Option<Decimal> {
        let scale = BigInt::from(10u8).pow(places);
        let scaled = &self.0 * BigRational::from_integer(scale);
        let whole = scaled.trunc().to_integer();
        let rest = (&scaled - BigRational::from_integer(whole.clone())).abs();
        let half = BigRational::new(1.into(), 2.into());
        let away = match mode {
            RoundingMode::Truncate => false,
            RoundingMode::HalfUp => rest >= half,
            RoundingMode::HalfEven => {
                rest > half || (rest == half && !(&whole % BigInt::from(2u8)).is_zero())
            }
        };
        let step = BigInt::from(if !away {
            0
        } else if scaled.is_negative() {
            -1
        } else {
            1
        });
        let digits = (whole + step).to_i128()?;
        Decimal::try_from_i128_with_scale(digits, places).ok()
    }

    /// The value as a decimal if it is one, without rounding (`1/8` is `0.125`, `1/3` is `None`).
    pub fn as_decimal(&self) -> Option<Decimal> {
        (0..=28).find_map(|places| {
            let decimal = self.round(places, RoundingMode::Truncate)?;
            (Exact::from(decimal) == *self).then_some(decimal)
        })
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Exact {
        let denominator = BigInt::from(10u8).pow(value.scale());
        Exact(BigRational::new(BigInt::from(value.mantissa()), denominator))
    }
}

/// `145200/1693`, or `107` when the denominator is one.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_integer() {
            write!(f, "{}", self.0.numer())
        } else {
            write!(f, "{}/{}", self.0.numer(), self.0.denom())
        }
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        Exact(&self.0 + &other.0)
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        Exact(&self.0 - &other.0)
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        Exact(&self.0 * &other.0)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-&self.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(iter: I) -> Exact {
        iter.fold(Exact::zero(), |total, it| &total + &it)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    fn rounded(numerator: i64, denominator: i64, places: u32, mode: RoundingMode) -> String {
        Exact::ratio(numerator, denominator).unwrap().round(places, mode).unwrap().to_string()
    }

    #[test]
    fn keeps_the_declared_number_of_decimals() {
        assert_eq!(rounded(118, 1, 1, RoundingMode::HalfUp), "118.0");
        assert_eq!(rounded(145_200, 1693, 1, RoundingMode::HalfUp), "85.8");
    }

    #[test]
    fn rounds_halves_by_the_named_mode() {
        assert_eq!(rounded(925, 1000, 2, RoundingMode::HalfUp), "0.93");
        assert_eq!(rounded(925, 1000, 2, RoundingMode::HalfEven), "0.92");
        assert_eq!(rounded(-925, 1000, 2, RoundingMode::HalfUp), "-0.93");
        assert_eq!(rounded(929, 1000, 2, RoundingMode::Truncate), "0.92");
    }

    #[test]
    fn divides_by_zero_never() {
        assert_eq!(Exact::ratio(1, 0), None);
    }

    #[test]
    fn knows_when_it_is_a_decimal() {
        assert_eq!(Exact::ratio(1, 8).unwrap().as_decimal(), Some(dec!(0.125)));
        assert_eq!(Exact::ratio(1, 3).unwrap().as_decimal(), None);
    }

    #[test]
    fn prints_as_the_ratio_it_is() {
        assert_eq!(Exact::ratio(145_200, 1693).unwrap().to_string(), "145200/1693");
        assert_eq!(Exact::from(dec!(107.0)).to_string(), "107");
    }
}

//! Exact ratios: the arithmetic under every legal number, with no loss until the declared rounding.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// A ratio of two integers, in lowest terms. `1452/1693` stays that until somebody rounds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exact(Value);

/// Nearly every value is small, and then costs no memory of its own. A value has one spelling only:
/// it is large where it does not fit, and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Value {
    Small(Ratio<i128>),
    Large(Box<BigRational>),
}

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
        Exact::integer(0)
    }

    pub fn integer(value: i64) -> Exact {
        Exact(Value::Small(Ratio::from_integer(value.into())))
    }

    /// `numerator / denominator`, or `None` when the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Exact> {
        Exact::integer(numerator).checked_div(&Exact::integer(denominator))
    }

    /// The quotient, or `None` when `divisor` is zero: a division by zero has no default here.
    pub fn checked_div(&self, divisor: &Exact) -> Option<Exact> {
        if divisor.is_zero() {
            return None;
        }
        Some(self.with(divisor, |[a, b, c, d]| (a * d, b * c), Ratio::checked_div, |a, b| a / b))
    }

    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Value::Small(it) if it.is_zero())
    }

    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Value::Small(it) => it.is_negative(),
            Value::Large(it) => it.is_negative(),
        }
    }

    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Value::Small(it) => it.is_integer(),
            Value::Large(it) => it.is_integer(),
        }
    }

    pub fn abs(&self) -> Exact {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// Rounded to `places` decimals, with exactly that many decimals (`118.0`, not `118`).
    ///
    /// `None` when the result does not fit a [`Decimal`] (about 28 digits).
    pub fn round(&self, places: u32, mode: RoundingMode) -> Option<Decimal> {
        let digits = match &self.0 {
            Value::Small(it) => round_small(it, places, mode),
            Value::Large(_) => None,
        };
        let digits = digits.or_else(|| round_large(&self.large(), places, mode))?;
        Decimal::try_from_i128_with_scale(digits, places).ok()
    }

    /// The value as a decimal if it is one, without rounding (`1/8` is `0.125`, `1/3` is `None`).
    pub fn as_decimal(&self) -> Option<Decimal> {
        let denominator = match &self.0 {
            Value::Small(it) => *it.denom(),
            Value::Large(it) => it.denom().to_i128()?,
        };
        let places = (0..=28).find(|it| 10_i128.pow(*it) % denominator == 0)?;
        self.round(places, RoundingMode::Truncate)
    }

    /// A calculation on the numerator and denominator of both, which is tried on the smallest values
    /// first: with parts of 64 bits nothing can overflow, and the way to lowest terms is short.
    fn with(
        &self,
        other: &Exact,
        smallest: impl Fn([i128; 4]) -> (i128, i128),
        small: impl Fn(&Ratio<i128>, &Ratio<i128>) -> Option<Ratio<i128>>,
        large: impl Fn(&BigRational, &BigRational) -> BigRational,
    ) -> Exact {
        if let (Value::Small(a), Value::Small(b)) = (&self.0, &other.0) {
            let found = parts(a, b).map(smallest).and_then(|(a, b)| reduced(a, b));
            if let Some(found) = found.or_else(|| small(a, b).filter(is_small)) {
                return Exact(Value::Small(found));
            }
        }
        Exact::from(large(&self.large(), &other.large()))
    }

    fn large(&self) -> BigRational {
        match &self.0 {
            Value::Small(it) => BigRational::new_raw((*it.numer()).into(), (*it.denom()).into()),
            Value::Large(it) => BigRational::clone(it),
        }
    }
}

/// The numerator and denominator of both, where each has 64 bits: a sum of two of their products has
/// no more than 128.
fn parts(a: &Ratio<i128>, b: &Ratio<i128>) -> Option<[i128; 4]> {
    let parts = [*a.numer(), *a.denom(), *b.numer(), *b.denom()];
    parts.iter().all(|it| (-i128::from(i64::MAX)..=i64::MAX.into()).contains(it)).then_some(parts)
}

/// The ratio in lowest terms, where both parts have 64 bits.
fn reduced(numerator: i128, denominator: i128) -> Option<Ratio<i128>> {
    let numerator = i64::try_from(numerator).ok()?;
    let denominator = i64::try_from(denominator).ok()?;
    let (mut divisor, mut rest) = (denominator.unsigned_abs(), numerator.unsigned_abs());
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let divisor = i128::from(divisor) * i128::from(denominator.signum());
    Some(Ratio::new_raw(i128::from(numerator) / divisor, i128::from(denominator) / divisor))
}

/// Whether the value can also be taken negative.
fn is_small(value: &Ratio<i128>) -> bool {
    *value.numer() != i128::MIN && *value.denom() != i128::MIN
}

/// The digits of the rounded value; `None` where the way there does not fit.
fn round_small(value: &Ratio<i128>, places: u32, mode: RoundingMode) -> Option<i128> {
    let scaled = value.numer().checked_mul(&10_i128.checked_pow(places)?)?;
    let denominator = *value.denom();
    let (whole, rest) = (scaled / denominator, (scaled % denominator).abs());
    let of_half = rest.checked_mul(2)?.cmp(&denominator);
    let is_away = match mode {
        RoundingMode::Truncate => false,
        RoundingMode::HalfUp => of_half != Ordering::Less,
        RoundingMode::HalfEven => {
            of_half == Ordering::Greater || (of_half == Ordering::Equal && whole % 2 != 0)
        }
    };
    if is_away { whole.checked_add(scaled.signum()) } else { Some(whole) }
}

fn round_large(value: &BigRational, places: u32, mode: RoundingMode) -> Option<i128> {
    let scale = BigInt::from(10u8).pow(places);
    let scaled = value * BigRational::from_integer(scale);
    let whole = scaled.trunc().to_integer();
    let rest = (&scaled - BigRational::from_integer(whole.clone())).abs();
    let half = BigRational::new(1.into(), 2.into());
    let is_away = match mode {
        RoundingMode::Truncate => false,
        RoundingMode::HalfUp => rest >= half,
        RoundingMode::HalfEven => {
            rest > half || (rest == half && !(&whole % BigInt::from(2u8)).is_zero())
        }
    };
    let step = match is_away {
        false => 0,
        true if scaled.is_negative() => -1,
        true => 1,
    };
    (whole + BigInt::from(step)).to_i128()
}

impl From<BigRational> for Exact {
    fn from(value: BigRational) -> Exact {
        let small = (|| Some(Ratio::new_raw(value.numer().to_i128()?, value.denom().to_i128()?)))();
        Exact(match small.filter(is_small) {
            Some(small) => Value::Small(small),
            None => Value::Large(Box::new(value)),
        })
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Exact {
        // A decimal has 96 bits and at most 28 places, so both parts fit.
        let denominator = 10_i128.pow(value.scale());
        let small = reduced(value.mantissa(), denominator);
        Exact(Value::Small(small.unwrap_or_else(|| Ratio::new(value.mantissa(), denominator))))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        match (&self.0, &other.0) {
            (Value::Small(a), Value::Small(b)) => match parts(a, b) {
                Some([a, b, c, d]) => (a * d).cmp(&(c * b)),
                None => a.cmp(b),
            },
            _ => self.large().cmp(&other.large()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// `145200/1693`, or `107` when the denominator is one.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Small(it) => it.fmt(f),
            Value::Large(it) => it.fmt(f),
        }
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        self.with(other, |[a, b, c, d]| (a * d + c * b, b * d), Ratio::checked_add, |a, b| a + b)
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self.with(other, |[a, b, c, d]| (a * d - c * b, b * d), Ratio::checked_sub, |a, b| a - b)
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        self.with(other, |[a, b, c, d]| (a * c, b * d), Ratio::checked_mul, |a, b| a * b)
    }
}

impl Add for Exact {
    type Output = Exact;
    fn add(self, other: Exact) -> Exact {
        &self + &other
    }
}

impl Sub for Exact {
    type Output = Exact;
    fn sub(self, other: Exact) -> Exact {
        &self - &other
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match &self.0 {
            Value::Small(it) => Exact(Value::Small(-*it)),
            Value::Large(it) => Exact::from(-(**it).clone()),
        }
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(iter: I) -> Exact {
        iter.fold(Exact::zero(), |total, it| &total + &it)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
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
    fn goes_on_exactly_where_numbers_outgrow_the_machine() {
        let nines = Exact::from(Decimal::MAX);
        let square = &nines * &nines;
        let cube = &square * &nines;
        assert!(square < cube && -&cube < -&square);
        assert_eq!(cube.checked_div(&square), Some(nines.clone()));
        assert_eq!(&(&cube - &cube), &Exact::zero());
        assert_eq!(cube.round(0, RoundingMode::HalfUp), None);
        assert_eq!(
            square.checked_div(&cube).unwrap().round(2, RoundingMode::HalfUp),
            Some(dec!(0.00))
        );
    }

    proptest! {
        #[test]
        fn small_values_calculate_as_large_ones(
            a in (any::<i128>(), 1..i128::MAX),
            b in (any::<i64>(), 1..i64::MAX),
            places in 0_u32..20,
        ) {
            let large = |(n, d): (i128, i128)| BigRational::new(n.into(), d.into());
            let (a, b) = (large(a), large((b.0.into(), b.1.into())));
            let (x, y) = (Exact::from(a.clone()), Exact::from(b.clone()));
            prop_assert_eq!(&x + &y, Exact::from(&a + &b));
            prop_assert_eq!(&x - &y, Exact::from(&a - &b));
            prop_assert_eq!(&x * &y, Exact::from(&a * &b));
            prop_assert_eq!(-&x, Exact::from(-&a));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x.to_string(), a.to_string());
            if !y.is_zero() {
                prop_assert_eq!(x.checked_div(&y).unwrap(), Exact::from(&a / &b));
            }
            for mode in [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Truncate] {
                let digits = round_large(&b, places, mode);
                let expected = digits.and_then(|it| Decimal::try_from_i128_with_scale(it, places).ok());
                prop_assert_eq!(y.round(places, mode), expected);
            }
        }
    }

    #[test]
    fn prints_as_the_ratio_it_is() {
        assert_eq!(Exact::ratio(145_200, 1693).unwrap().to_string(), "145200/1693");
        assert_eq!(Exact::from(dec!(107.0)).to_string(), "107");
    }
}

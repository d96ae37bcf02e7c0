//! From values to places on paper: linear scales and round numbers to mark on them.

use rust_decimal::prelude::ToPrimitive as _;
use rust_decimal::{Decimal, RoundingStrategy};

/// A stretch of values drawn over `length` tenths of a millimetre.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: Decimal,
    to: Decimal,
    length: i32,
}

impl Scale {
    /// `from` and `to` are drawn at 0 and at `length`; where they are equal everything is at 0.
    pub(super) fn new(from: Decimal, to: Decimal, length: i32) -> Scale {
        Scale { from, to, length }
    }

    /// Where `value` is; values outside the scale are at its ends.
    pub(super) fn at(&self, value: Decimal) -> i32 {
        if value <= self.from || self.to <= self.from {
            return 0;
        }
        if value >= self.to {
            return self.length;
        }
        // Inside the scale the share is below one, so nothing overflows.
        let share = (value - self.from) / (self.to - self.from);
        (share * Decimal::from(self.length))
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i32()
            .unwrap_or(self.length)
    }

    pub(super) fn is_beyond(&self, value: Decimal) -> bool {
        value > self.to
    }
}

/// Round numbers from at most `from` to at least `to`, about `count` steps of 1, 2 or 5 times a
/// power of ten.
pub(super) fn ticks(from: Decimal, to: Decimal, count: u32) -> Vec<Decimal> {
    let span = to - from;
    if span <= Decimal::ZERO || count == 0 {
        return vec![from];
    }
    let wanted = span / Decimal::from(count);
    let mut power = Decimal::ONE;
    while power > wanted && power.scale() < 6 {
        power /= Decimal::TEN;
    }
    while power * Decimal::TEN <= wanted {
        power *= Decimal::TEN;
    }
    let step = [1, 2, 5, 10]
        .into_iter()
        .map(|it| Decimal::from(it) * power)
        .find(|it| *it >= wanted)
        .unwrap_or(power * Decimal::TEN);
    let mut tick = (from / step).floor() * step;
    let mut ticks = vec![tick];
    while tick < to {
        tick += step;
        ticks.push(tick);
    }
    ticks
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::{Scale, ticks};

    #[test]
    fn places_values_in_proportion_and_holds_them_inside() {
        let scale = Scale::new(dec!(0), dec!(125), 1000);
        assert_eq!(scale.at(dec!(100)), 800);
        assert_eq!(scale.at(dec!(85.8)), 686);
        assert_eq!(scale.at(dec!(756)), 1000);
        assert_eq!(scale.at(dec!(-3)), 0);
        assert!(scale.is_beyond(dec!(756)));
    }

    #[test]
    fn marks_round_numbers_that_enclose_the_values() {
        assert_eq!(ticks(dec!(85.7), dec!(100), 3), [dec!(85), dec!(90), dec!(95), dec!(100)]);
        assert_eq!(ticks(dec!(3), dec!(8), 3), [dec!(2), dec!(4), dec!(6), dec!(8)]);
        assert_eq!(ticks(dec!(0), dec!(125), 5), [0, 50, 100, 150].map(Into::into));
        assert_eq!(ticks(dec!(0.92), dec!(1.23), 3), [dec!(0.8), dec!(1), dec!(1.2), dec!(1.4)]);
    }

    #[test]
    fn marks_a_single_value_once() {
        assert_eq!(ticks(dec!(100), dec!(100), 3), [dec!(100)]);
    }

    #[test]
    fn ends_for_spans_too_small_to_divide() {
        assert!(!ticks(dec!(1), dec!(1.0000000000000001), 3).is_empty());
    }
}

//! Figures of a whole pemda, out of those of its offices. No regulation asks for them; they say how the
//! city stands, and are not printed in any report.

use rust_decimal::Decimal;
use selaras_domain::{Exact, RoundingMode};

use crate::efisiensi;

const PLACES: u32 = 2;

/// The simple average of what the offices have reached; none where none of them has.
pub fn rata_rata(capaian: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    let all: Vec<Exact> = capaian.into_iter().map(Exact::from).collect();
    let n = i64::try_from(all.len()).ok()?;
    let sum: Exact = all.into_iter().sum();
    sum.checked_div(&Exact::integer(n))?.round(PLACES, RoundingMode::HalfUp)
}

/// Absorption of the offices together, in percent: what each has spent, and its pagu.
pub fn penyerapan(offices: impl IntoIterator<Item = (i64, i64)>) -> Option<Decimal> {
    let mut sums = [Exact::zero(), Exact::zero()];
    for (realisasi, pagu) in offices {
        sums[0] = &sums[0] + &Exact::integer(realisasi);
        sums[1] = &sums[1] + &Exact::integer(pagu);
    }
    let [realisasi, pagu] = sums;
    efisiensi::penyerapan(&realisasi, &pagu).ok()?.round(PLACES, RoundingMode::HalfUp)
}

#[cfg(test)]
mod tests {
    use super::{penyerapan, rata_rata};
    use rust_decimal::dec;

    #[test]
    fn an_average_is_rounded_once_and_half_up() {
        assert_eq!(rata_rata([dec!(98.10), dec!(99.50), dec!(99.60)]), Some(dec!(99.07)));
        assert_eq!(rata_rata([dec!(0.01), dec!(0.02)]), Some(dec!(0.02)), "0.015");
        assert_eq!(rata_rata([]), None);
    }

    #[test]
    fn a_large_office_weighs_more_in_the_absorption_of_all() {
        assert_eq!(penyerapan([(90, 100), (300, 900)]), Some(dec!(39.00)));
        assert_eq!(penyerapan([(0, 0)]), None);
        assert_eq!(penyerapan([]), None);
    }
}

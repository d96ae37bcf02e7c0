//! Money: whole rupiah, never negative where the law speaks of a pagu or a realisasi.

use std::iter::Sum;

/// An amount of whole rupiah, zero or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rupiah(i64);

impl Rupiah {
    pub const ZERO: Rupiah = Rupiah(0);

    /// `None` below zero, and above a million times the state budget, where a sum could overflow.
    pub fn new(amount: i64) -> Option<Rupiah> {
        (0..=1_000_000_000_000_000_000).contains(&amount).then_some(Rupiah(amount))
    }

    pub fn get(self) -> i64 {
        self.0
    }
}

impl Sum for Rupiah {
    /// # Panics
    ///
    /// When more than nine of the largest amounts are added up; a package cannot state so much.
    fn sum<I: Iterator<Item = Rupiah>>(iter: I) -> Rupiah {
        let total = iter.fold(0i64, |total, it| {
            total.checked_add(it.0).expect("amounts are far below the limit of i64")
        });
        Rupiah(total)
    }
}

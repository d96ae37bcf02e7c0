//! Akumulasi: how four quarters make a year. PermenPANRB 53/2014 Lampiran II.E asks for both.

use selaras_domain::{Akumulasi, Exact};

use crate::rule::{self, Rule};

/// The year from its quarters, in order. `None` without any quarter.
pub fn accumulate(akumulasi: Akumulasi, quarters: &[Exact]) -> Option<Exact> {
    let sum = || quarters.iter().cloned().sum::<Exact>();
    let last = quarters.last()?;
    Some(match akumulasi {
        Akumulasi::Jumlah => sum(),
        Akumulasi::Terakhir => last.clone(),
        Akumulasi::Maksimum => quarters.iter().max().unwrap_or(last).clone(),
        Akumulasi::RataRata => {
            let n = i64::try_from(quarters.len()).expect("a year has four quarters");
            sum().checked_div(&Exact::integer(n)).expect("there is at least one quarter")
        }
    })
}

pub(crate) fn rule_of(akumulasi: Akumulasi) -> &'static Rule {
    match akumulasi {
        Akumulasi::Jumlah => &rule::AKUMULASI_JUMLAH,
        Akumulasi::Terakhir => &rule::AKUMULASI_TERAKHIR,
        Akumulasi::Maksimum => &rule::AKUMULASI_MAKSIMUM,
        Akumulasi::RataRata => &rule::AKUMULASI_RATA_RATA,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_makes_its_own_year_of_the_same_quarters() {
        let quarters = [29, 36, 75, 127].map(Exact::integer);
        let year = |kind| accumulate(kind, &quarters).unwrap().to_string();
        assert_eq!(year(Akumulasi::Jumlah), "267");
        assert_eq!(year(Akumulasi::Terakhir), "127");
        assert_eq!(year(Akumulasi::Maksimum), "127");
        assert_eq!(year(Akumulasi::RataRata), "267/4");
        assert_eq!(accumulate(Akumulasi::Jumlah, &[]), None);
    }
}

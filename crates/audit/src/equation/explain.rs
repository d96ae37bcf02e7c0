//! Which known policy explains a printed capaian.

use selaras_domain::Exact;

use super::{half, hundred};
use crate::number::{Entry, Number, Reading};

/// A family of capaian formulas, `docs` of the field: regulations ask for the comparison and name none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Rumus {
    /// R / T
    Positif,
    /// (2T − R) / T
    NegatifLan,
    /// T / R
    NegatifBalik,
    /// (T − R) / T
    NegatifSelisih,
    /// Against the nearer bound of a band.
    Rentang,
}

/// Where the figures were rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// From the realisasi as printed.
    Printed,
    /// From the realisasi before it was rounded for printing.
    Raw,
    /// Digits cut off instead of rounded.
    Truncated,
    /// A cap or a floor.
    Limited,
}

/// A policy that gives the printed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Policy {
    pub(super) rumus: Rumus,
    pub(super) stage: Stage,
    /// The cap that was applied.
    pub(super) cap: Option<i64>,
}

/// Caps in use.
pub(super) const CAPS: [i64; 4] = [100, 110, 120, 150];

/// What a comparison of target and realisasi says of a printed capaian.
pub(super) enum Outcome {
    /// Nothing can be said: a zero target, words, noise.
    Unknown,
    Explained(Policy),
    Unexplained,
}

/// How exact the inputs are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inputs {
    /// Only R / T makes sense (money).
    pub(super) is_plain: bool,
    /// The realisasi may have had more digits than are printed.
    pub(super) is_realisasi_rounded: bool,
    /// Both inputs are printed in thousands or millions.
    pub(super) is_in_large_units: bool,
}

pub(super) fn explain(
    target: &Entry,
    realisasi: &Entry,
    printed: &Number,
    inputs: Inputs,
) -> Outcome {
    let Entry::Number(realisasi) = realisasi else { return Outcome::Unknown };
    match target {
        Entry::Number(target) => {
            if target.readings().any(|it| it.value.is_zero()) {
                return Outcome::Unknown;
            }
            let rumus: &[Rumus] = match inputs.is_plain {
                true => &[Rumus::Positif],
                false => {
                    &[Rumus::Positif, Rumus::NegatifLan, Rumus::NegatifBalik, Rumus::NegatifSelisih]
                }
            };
            let mut best: Option<Policy> = None;
            for rumus in rumus {
                for t in target.readings() {
                    for r in realisasi.readings() {
                        for c in printed.readings() {
                            let found = one(*rumus, t, r, c, inputs);
                            best = better(best, found);
                        }
                    }
                }
                if best.is_some() {
                    break;
                }
            }
            best.map_or(Outcome::Unexplained, Outcome::Explained)
        }
        Entry::Range(bounds) => {
            let (low, high) = (bounds.0.first(), bounds.1.first());
            let r = realisasi.first();
            let c = printed.first();
            let is_inside = r.value >= low.value && r.value <= high.value;
            if is_inside && c.value == hundred() {
                return Outcome::Explained(Policy {
                    rumus: Rumus::Rentang,
                    stage: Stage::Printed,
                    cap: None,
                });
            }
            for bound in [low, high] {
                for rumus in [Rumus::Positif, Rumus::NegatifLan, Rumus::NegatifBalik] {
                    if let Some(policy) = one(rumus, bound, r, c, inputs) {
                        return Outcome::Explained(Policy { rumus: Rumus::Rentang, ..policy });
                    }
                }
            }
            Outcome::Unexplained
        }
        Entry::Blank | Entry::Text | Entry::Noise => Outcome::Unknown,
    }
}

/// The value of a formula, in percent.
pub(super) fn value(rumus: Rumus, target: &Exact, realisasi: &Exact) -> Option<Exact> {
    let ratio = match rumus {
        Rumus::Positif | Rumus::Rentang => realisasi.checked_div(target),
        Rumus::NegatifLan => (&(target + target) - realisasi).checked_div(target),
        Rumus::NegatifBalik => target.checked_div(realisasi),
        Rumus::NegatifSelisih => (target - realisasi).checked_div(target),
    }?;
    Some(&ratio * &hundred())
}

fn one(
    rumus: Rumus,
    t: &Reading,
    r: &Reading,
    printed: &Reading,
    inputs: Inputs,
) -> Option<Policy> {
    let exact = value(rumus, &t.value, &r.value)?;
    let policy = |stage, cap| Some(Policy { rumus, stage, cap });
    let half_step = half(&printed.step);
    if (&exact - &printed.value).abs() <= half_step {
        return policy(Stage::Printed, None);
    }
    // A ratio instead of a percentage: 1,18 for 118 percent.
    let as_ratio = exact.checked_div(&hundred())?;
    if printed.places > 0 && (&as_ratio - &printed.value).abs() <= half_step {
        return policy(Stage::Printed, None);
    }
    // "99,10" for 99,1: rounded to fewer places than the column shows.
    let coarser = &printed.step * &Exact::integer(10);
    let ends_in_zero = printed.value.checked_div(&coarser).is_some_and(|it| it.is_integer());
    if printed.places > 1 && ends_in_zero && (&exact - &printed.value).abs() <= half(&coarser) {
        return policy(Stage::Raw, None);
    }
    if printed.value <= exact && exact < &printed.value + &printed.step && printed.places > 0 {
        return policy(Stage::Truncated, None);
    }
    if inputs.is_realisasi_rounded || inputs.is_in_large_units {
        let r_half = half(&r.step);
        let t_half = if inputs.is_in_large_units { half(&t.step) } else { Exact::zero() };
        let mut bounds = Vec::new();
        for r in [&r.value - &r_half, &r.value + &r_half] {
            for t in [&t.value - &t_half, &t.value + &t_half] {
                bounds.extend(value(rumus, &t, &r));
            }
        }
        let (low, high) = (bounds.iter().min()?, bounds.iter().max()?);
        if low - &half_step <= printed.value && printed.value <= high + &half_step {
            return policy(Stage::Raw, None);
        }
    }
    for cap in CAPS.into_iter().filter(|_| !inputs.is_plain) {
        let limit = Exact::integer(cap);
        if exact > limit && printed.value == limit {
            return policy(Stage::Limited, Some(cap));
        }
    }
    if exact.is_negative() && printed.value.is_zero() {
        return policy(Stage::Limited, None);
    }
    None
}

/// The plainer of two policies.
fn better(a: Option<Policy>, b: Option<Policy>) -> Option<Policy> {
    let rank = |it: &Policy| match it.stage {
        Stage::Printed => 0,
        Stage::Raw => 1,
        Stage::Truncated => 2,
        Stage::Limited => 3,
    };
    match (a, b) {
        (Some(a), Some(b)) => Some(if rank(&b) < rank(&a) { b } else { a }),
        (a, b) => a.or(b),
    }
}

impl Rumus {
    /// As a formula in words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Rumus::Positif => "realisasi ÷ target × 100",
            Rumus::NegatifLan => "(2 × target − realisasi) ÷ target × 100",
            Rumus::NegatifBalik => "target ÷ realisasi × 100",
            Rumus::NegatifSelisih => "(target − realisasi) ÷ target × 100",
            Rumus::Rentang => "target berupa rentang",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::parse;

    /// target | realisasi | capaian => policy
    #[test]
    fn explains_what_is_in_use() {
        let cases = include_str!("../../tests/capaian.txt");
        for line in cases.lines().filter(|it| !it.starts_with('#') && !it.is_empty()) {
            let (given, expected) = line.split_once(" => ").unwrap();
            let cells: Vec<Entry> = given.split('|').map(parse).collect();
            let inputs = Inputs {
                is_plain: false,
                is_realisasi_rounded: given.split('|').nth(1).is_some_and(|it| it.contains(',')),
                is_in_large_units: false,
            };
            let said = match explain(&cells[0], &cells[1], cells[2].number().unwrap(), inputs) {
                Outcome::Unknown => "tidak dinilai".to_owned(),
                Outcome::Unexplained => "tidak dijelaskan".to_owned(),
                Outcome::Explained(it) => {
                    let cap = it.cap.map(|it| format!(" {it}")).unwrap_or_default();
                    format!("{:?} {:?}{cap}", it.rumus, it.stage)
                }
            };
            assert_eq!(said, expected, "{given}");
        }
    }
}

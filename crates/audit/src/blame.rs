//! From broken relations to the cells that are wrong.
//!
//! A wrong figure breaks every relation that it stands in, and none that it does not. So of the cells of broken relations,
//! the one that stands in most of them and in fewest kept ones is named, then the relations that it explains are laid
//! aside, and so on. Where a single relation leaves the choice open, its result is named: the figure that was computed.

use std::collections::HashMap;

use crate::equation::{Broken, Equation};
use crate::finding::{Code, Level};
use crate::table::CellId;

/// A cell and what is said of it.
#[derive(Clone, Debug)]
pub(crate) struct Accusation {
    pub(crate) cell: CellId,
    pub(crate) code: Code,
    pub(crate) level: Level,
    pub(crate) expected: Option<String>,
    pub(crate) message: String,
}

/// Names the cells that are wrong.
pub(crate) fn accuse(equations: &[Equation]) -> Vec<Accusation> {
    let mut kept: HashMap<CellId, usize> = HashMap::new();
    let mut broken: Vec<(&Equation, &Broken)> = Vec::new();
    for it in equations {
        match &it.broken {
            Some(what) => broken.push((it, what)),
            // A predicate covers many values, and so does a mean that may be capped: they vouch for none.
            None if it.is_wide() => *kept.entry(it.result).or_default() += 1,
            None => {
                for cell in cells(it) {
                    *kept.entry(cell).or_default() += 1;
                }
            }
        }
    }
    let mut found = Vec::new();
    while !broken.is_empty() {
        let mut counts: HashMap<CellId, usize> = HashMap::new();
        for (it, _) in &broken {
            for cell in cells(it) {
                *counts.entry(cell).or_default() += 1;
            }
        }
        let results: HashMap<CellId, usize> =
            broken.iter().filter(|it| !it.0.is_copy).fold(HashMap::new(), |mut all, it| {
                *all.entry(it.0.result).or_default() += 1;
                all
            });
        let of_kept = |cell: &CellId| kept.get(cell).copied().unwrap_or(0);
        let Some((&cell, _)) = counts.iter().max_by(|a, b| {
            let rank = |(cell, count): &(&CellId, &usize)| {
                let is_result = results.contains_key(*cell);
                // One kept relation may be luck, but two say more than one broken.
                let doubt = of_kept(cell);
                let weight = i64::try_from(**count).unwrap_or(0) * 2
                    - i64::try_from(doubt.min(4)).unwrap_or(0)
                        * i64::from(**count < 2 || doubt > 1);
                (weight, is_result, std::cmp::Reverse(**cell))
            };
            rank(a).cmp(&rank(b))
        }) else {
            break;
        };
        let cell = single_choice(cell, &broken, &counts, &kept);
        let (of_cell, rest): (Vec<_>, Vec<_>) =
            broken.into_iter().partition(|it| cells(it.0).any(|it| it == cell));
        broken = rest;
        found.push(accusation(cell, &of_cell));
    }
    found.sort_by_key(|it| it.cell);
    found
}

/// Where only one relation is broken, an input is named only if nothing else vouches for it while everything else is vouched
/// for; otherwise the result is.
fn single_choice(
    cell: CellId,
    broken: &[(&Equation, &Broken)],
    counts: &HashMap<CellId, usize>,
    kept: &HashMap<CellId, usize>,
) -> CellId {
    let of_cell: Vec<&(&Equation, &Broken)> =
        broken.iter().filter(|it| cells(it.0).any(|it| it == cell)).collect();
    let [(equation, _)] = of_cell.as_slice() else { return cell };
    if equation.is_copy || counts.get(&cell) != Some(&1) {
        return cell;
    }
    let is_free = |cell: &CellId| !kept.contains_key(cell);
    let free: Vec<CellId> = cells(equation).filter(is_free).collect();
    match (free.as_slice(), equation.inputs.as_slice()) {
        ([only], _) => *only,
        // The capaian is vouched for, by a copy or a sum, and its inputs by nothing: targets are copied, realisasi made.
        ([_, _], [_, realisasi]) if !is_free(&equation.result) => *realisasi,
        _ => equation.result,
    }
}

fn cells(equation: &Equation) -> impl Iterator<Item = CellId> + '_ {
    std::iter::once(equation.result).chain(equation.inputs.iter().copied())
}

fn accusation(cell: CellId, equations: &[(&Equation, &Broken)]) -> Accusation {
    // What a cell is the result of explains it best, then the gravest.
    let rank = |it: &(&Equation, &Broken)| {
        (it.0.result == cell && !it.0.is_copy, it.0.level == Level::Error, !it.0.is_copy)
    };
    let mut sorted: Vec<&(&Equation, &Broken)> = equations.iter().collect();
    sorted.sort_by_key(|it| std::cmp::Reverse(rank(it)));
    let (first, what) = sorted[0];
    let expected = match first.inputs.iter().position(|it| *it == cell) {
        Some(at) if first.result != cell || first.is_copy => {
            if first.is_copy {
                what.inputs.first().cloned().flatten()
            } else {
                what.inputs.get(at).cloned().flatten()
            }
        }
        _ => what.expected.clone(),
    };
    let expected = expected.or_else(|| {
        sorted.iter().skip(1).find_map(|(it, what)| {
            match it.inputs.iter().position(|it| *it == cell) {
                Some(at) => what.inputs.get(at).cloned().flatten(),
                None => what.expected.clone(),
            }
        })
    });
    let mut message = match first.result == cell || first.is_copy {
        true => what.message.clone(),
        false => format!(
            "Angka ini tidak cocok dengan angka lain yang bergantung padanya. {}",
            what.message
        ),
    };
    for (_, more) in sorted.iter().skip(1).take(2) {
        if !message.contains(&more.message) {
            message.push_str(" Juga: ");
            message.push_str(&more.message);
        }
    }
    let level = if equations.iter().any(|it| it.0.level == Level::Error) {
        Level::Error
    } else {
        first.level
    };
    Accusation { cell, code: first.code, level, expected, message }
}

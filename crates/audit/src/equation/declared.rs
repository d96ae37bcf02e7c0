//! What a table says of its own columns: "6 = 5/4 x 100%", "(7) = (3) + (5)" in the row that numbers them.

use selaras_domain::Exact;

use super::{Broken, Ledger, half, is_unknown, own_number};
use crate::finding::{Code, Level};
use crate::number::{Reading, in_style_of, plain};
use crate::table::{RowKind, View};

const DECLARED: Code = Code(16);
/// The head promises what the column does not keep.
const NOT_KEPT: Code = Code(17);

/// Signs and numbers of the longest formula.
const LONGEST: usize = 40;

/// An expression over numbers of columns.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Expr {
    Column(u32),
    Constant(i64),
    Pair(Box<Expr>, char, Box<Expr>),
}

impl Expr {
    fn columns(&self, found: &mut Vec<u32>) {
        match self {
            Expr::Column(it) => found.push(*it),
            Expr::Constant(_) => {}
            Expr::Pair(a, _, b) => {
                a.columns(found);
                b.columns(found);
            }
        }
    }

    /// Whether it only adds and subtracts.
    fn is_linear(&self) -> bool {
        match self {
            Expr::Column(_) => true,
            Expr::Constant(_) => false,
            Expr::Pair(a, sign, b) => matches!(sign, '+' | '-') && a.is_linear() && b.is_linear(),
        }
    }

    /// Whether it multiplies columns: what holds for each row then does not hold for their totals.
    fn has_product(&self) -> bool {
        let holds_column = |it: &Expr| {
            let mut found = Vec::new();
            it.columns(&mut found);
            !found.is_empty()
        };
        match self {
            Expr::Column(_) | Expr::Constant(_) => false,
            Expr::Pair(a, sign, b) => {
                (*sign == '*' && holds_column(a) && holds_column(b))
                    || a.has_product()
                    || b.has_product()
            }
        }
    }

    fn value(&self, of: &impl Fn(u32) -> Option<Exact>) -> Option<Exact> {
        match self {
            Expr::Column(it) => of(*it),
            Expr::Constant(it) => Some(Exact::integer(*it)),
            Expr::Pair(a, sign, b) => {
                let (a, b) = (a.value(of)?, b.value(of)?);
                match sign {
                    '+' => Some(&a + &b),
                    '-' => Some(&a - &b),
                    '*' => Some(&a * &b),
                    _ => a.checked_div(&b),
                }
            }
        }
    }
}

/// A formula of the numbering row: the number of its column, and what it says of it.
fn parse(text: &str) -> Option<(u32, Expr)> {
    let (left, right) = text.split_once('=')?;
    let number = left.trim().trim_matches(['(', ')', ' ']).parse().ok()?;
    let tokens = tokens(right)?;
    let (expr, rest) = sum(&tokens)?;
    let mut used = Vec::new();
    expr.columns(&mut used);
    (rest.is_empty() && !used.is_empty() && !used.contains(&number)).then_some((number, expr))
}

/// Signs and numbers: `8`, `/`, `3`, `*`, `100`.
fn tokens(text: &str) -> Option<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for it in text.chars() {
        match it {
            '0'..='9' => match found.last_mut() {
                Some(last) if last.ends_with(|it: char| it.is_ascii_digit()) => last.push(it),
                _ => found.push(it.to_string()),
            },
            '+' | '(' | ')' => found.push(it.to_string()),
            '-' | '–' | '−' => found.push("-".to_owned()),
            'x' | 'X' | '×' | '*' => found.push("*".to_owned()),
            '/' | ':' | '÷' => found.push("/".to_owned()),
            // The hundred of "x 100%" is a hundred. A blank parts numbers, which then do not parse.
            '%' => {}
            it if it.is_whitespace() => found.push(" ".to_owned()),
            _ => return None,
        }
    }
    found.retain(|it| it != " ");
    (found.len() <= LONGEST).then_some(found)
}

fn sum(tokens: &[String]) -> Option<(Expr, &[String])> {
    chain(tokens, &["+", "-"], |it| chain(it, &["*", "/"], atom))
}

fn chain<'t>(
    tokens: &'t [String],
    signs: &[&str],
    part: impl Fn(&'t [String]) -> Option<(Expr, &'t [String])>,
) -> Option<(Expr, &'t [String])> {
    let (mut expr, mut rest) = part(tokens)?;
    while let Some((sign, after)) = rest.split_first().filter(|it| signs.contains(&it.0.as_str())) {
        let (next, after) = part(after)?;
        expr = Expr::Pair(Box::new(expr), sign.chars().next()?, Box::new(next));
        rest = after;
    }
    Some((expr, rest))
}

fn atom(tokens: &[String]) -> Option<(Expr, &[String])> {
    let (first, rest) = tokens.split_first()?;
    if first == "(" {
        let (expr, rest) = sum(rest)?;
        let (close, rest) = rest.split_first()?;
        return (close == ")").then_some((expr, rest));
    }
    match first.parse::<u32>().ok()? {
        100 => Some((Expr::Constant(100), rest)),
        number => Some((Expr::Column(number), rest)),
    }
}

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    for result in 0..view.columns.len() {
        let Some((number, expr)) = view.numbering.get(result).and_then(|it| parse(it)) else {
            continue;
        };
        let Some(columns) = operands(view, result, number, &expr) else { continue };
        // A share may be printed in percent, and a factor be one, where the head does not say so.
        let scales: &[(i64, i64)] =
            if expr.is_linear() { &[(1, 1)] } else { &[(1, 1), (1, 100), (100, 1)] };
        let readings = scales.iter().filter_map(|(by, of)| {
            let scale = Exact::ratio(*by, *of)?;
            let rows = (0..view.rows.len())
                .filter(|it| match view.rows[*it].kind {
                    RowKind::Data => true,
                    RowKind::Total => !expr.has_product(),
                    _ => false,
                })
                .filter_map(|row| {
                    let (value, is_kept) = compare(view, row, result, (&expr, &scale), &columns)?;
                    Some((row, value, is_kept))
                })
                .collect::<Vec<_>>();
            Some(rows)
        });
        let count = |rows: &[(usize, Exact, bool)]| rows.iter().filter(|it| it.2).count();
        let Some(rows) = readings.rev().max_by_key(|it| count(it)) else { continue };
        let kept = count(&rows);
        let broken = rows.len() - kept;
        let formula = &view.numbering[result];
        let is_promised = kept >= 2 && kept >= broken * 2 || rows.len() <= 3 && kept >= broken;
        if kept > 0 && is_promised {
            for (row, value, is_kept) in rows {
                let slot = view.slot(row, result);
                // Another rule has judged it, with more candidates than the head names.
                if ledger.equations.iter().any(|it| it.result == slot.at) {
                    continue;
                }
                let inputs: Vec<_> = columns.iter().map(|it| view.slot(row, it.1).at).collect();
                if is_kept {
                    ledger.holds(DECLARED, slot.at, inputs);
                    continue;
                }
                let places = slot.entry.number().map_or(0, |it| it.first().places);
                let message = format!(
                    "Tercetak {}, padahal menurut judul kolomnya ({formula}) bernilai {}.",
                    slot.text,
                    plain(&value, 2)
                );
                let broken = Broken::new(Some(in_style_of(&slot.text, &value, places)), message);
                ledger.fails(DECLARED, Level::Error, slot.at, inputs, broken);
            }
        } else if broken >= 3 && kept * 4 <= broken {
            let message = format!(
                "Judul kolom menyatakan «{formula}», tetapi isinya tidak mengikuti rumus itu pada \
                 {broken} dari {} baris yang dapat dihitung.",
                kept + broken
            );
            let about = (NOT_KEPT, Level::Warning, view.block, view.name.clone(), message);
            ledger.about_tables.push(about);
        }
    }
}

/// The column of each number that a formula names. A number may stand over several columns, such as one
/// of outputs and one of money: then the one in the same place is meant, or the one of the same kind.
fn operands(view: &View, result: usize, number: u32, expr: &Expr) -> Option<Vec<(u32, usize)>> {
    let leading = |text: &str| -> Option<u32> {
        let text = text.trim_start_matches(['(', ' ']);
        let end = text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len());
        text[..end].parse().ok()
    };
    let group = |number: u32| -> Vec<usize> {
        let numbers = view.numbering.iter().enumerate();
        numbers.filter(|it| leading(it.1) == Some(number)).map(|it| it.0).collect()
    };
    let own = group(number);
    let place = own.iter().position(|it| *it == result)?;
    let mut used = Vec::new();
    expr.columns(&mut used);
    used.sort_unstable();
    used.dedup();
    let column = |number: u32| -> Option<(u32, usize)> {
        let found = group(number);
        let at = match found.len() {
            1 => found.first().copied(),
            n if n == own.len() => found.get(place).copied(),
            _ => found.into_iter().find(|it| view.columns[*it].money == view.columns[result].money),
        };
        Some((number, at?))
    };
    used.into_iter().map(column).collect()
}

/// What a formula gives for a row, and whether that is printed; `None` where a cell says nothing.
fn compare(
    view: &View,
    row: usize,
    result: usize,
    (expr, scale): (&Expr, &Exact),
    columns: &[(u32, usize)],
) -> Option<(Exact, bool)> {
    let printed = own_number(view.slot(row, result))?;
    let mut inputs: Vec<(u32, Reading)> = Vec::new();
    for (number, at) in columns {
        let slot = view.slot(row, *at);
        let reading = match slot.entry.number() {
            Some(it) => it.first().clone(),
            None if slot.entry.is_blank() && !is_unknown(slot) && !slot.is_covered => {
                Reading { value: Exact::zero(), step: Exact::integer(1), places: 0 }
            }
            None => return None,
        };
        inputs.push((*number, reading));
    }
    let of = |moved: Option<u32>| {
        let inputs = &inputs;
        move |number: u32| {
            let (_, it) = inputs.iter().find(|it| it.0 == number)?;
            let step = if moved == Some(number) { half(&it.step) } else { Exact::zero() };
            Some(&it.value + &step)
        }
    };
    let value = expr.value(&of(None))?;
    let is_exact = expr.is_linear()
        && printed.first().places == 0
        && inputs.iter().all(|it| it.1.places == 0)
        && !view.is_in_large_units();
    let scaled = &value * scale;
    let is_kept = printed.readings().any(|it| {
        let mut slack = Exact::zero();
        if !is_exact {
            // Rounded or cut off; each input may have been rounded too.
            slack = if expr.is_linear() { half(&it.step) } else { it.step.clone() };
            for (number, _) in &inputs {
                if let Some(moved) = expr.value(&of(Some(*number))) {
                    slack = slack + (&(&moved - &value) * scale).abs();
                }
            }
        }
        (&scaled - &it.value).abs() <= slack
    });
    Some((scaled, is_kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str) -> Option<(u32, Vec<u32>, bool)> {
        let (number, expr) = parse(text)?;
        let mut used = Vec::new();
        expr.columns(&mut used);
        Some((number, used, expr.is_linear()))
    }

    #[test]
    fn formulas_are_read_in_the_ways_that_heads_write_them() {
        assert_eq!(columns("9 = 8/3x100%"), Some((9, vec![8, 3], false)));
        assert_eq!(columns("10 = 3+8"), Some((10, vec![3, 8], true)));
        assert_eq!(columns("(6)=(5)/(4)*100"), Some((6, vec![5, 4], false)));
        assert_eq!(columns("7=(4-5):4×100%"), Some((7, vec![4, 5, 4], false)));
        assert_eq!(columns("6 = 4 – 5"), Some((6, vec![4, 5], true)));
    }

    #[test]
    fn what_is_no_formula_is_none() {
        for text in
            ["3", "(3)", "5 = tahun lalu", "4 = 4+1", "6 = 5/", "= 3+4", "7 = 100", "8=(3+4"]
        {
            assert_eq!(columns(text), None, "{text}");
        }
    }
}

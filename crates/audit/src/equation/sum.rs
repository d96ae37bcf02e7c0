//! Totals below their parts and parents above their children, column by column.

use selaras_domain::Exact;

use super::{Broken, Ledger, half, is_unknown, own_number, parts};
use crate::finding::{Code, Level};
use crate::number::{Entry, Mark, Number, in_style_of, parse, plain};
use crate::table::{CellId, Column, Money, Role, RowKind, View, trees};
use crate::words::{squash, words};

const TOTAL: Code = Code(10);
const PARENT: Code = Code(11);

/// What a claimed sum comes to.
pub(super) enum Sum {
    /// A part cannot be read, or is empty and might be what is missing.
    Unknown,
    Holds(Vec<CellId>),
    Broken {
        parts: Vec<CellId>,
        sum: Exact,
        difference: Exact,
    },
}

pub(super) fn check(view: &View, ledger: &mut Ledger) {
    let columns: Vec<usize> = (0..view.columns.len()).filter(|it| is_additive(view, *it)).collect();
    if columns.is_empty() {
        return;
    }
    let trees = trees(view);
    totals(view, &columns, &trees, ledger);
    parents(view, &columns, &trees, ledger);
}

/// Whether a column holds amounts or counts, which may be added.
pub(super) fn is_additive(view: &View, column: usize) -> bool {
    let it = &view.columns[column];
    let may = matches!(
        it.role,
        Role::Target
            | Role::Realisasi
            | Role::Other
            | Role::Sum
            | Role::Difference
            | Role::Bobot
            | Role::Nilai
            | Role::Capaian
    ) && !it.is_percent
        && (it.role != Role::Capaian || it.money == Money::Yes);
    // What has no name and broken values may be anything.
    let has_fractions = |it: &Number| it.first().places > 0;
    let is_nameless = it.path.is_empty() && it.money != Money::Yes;
    let numbers: Vec<&Number> =
        view.slots.iter().filter_map(|it| it[column].entry.number()).collect();
    // "Capaian (%)" above "Rp", or "%" above anything else, whatever the lowest head says.
    let limit = Exact::integer(10_000);
    let is_small = numbers.iter().all(|it| it.first().value < limit);
    let is_percentage = is_small && (it.says_percent() || it.role == Role::Capaian);
    let may_be_anything = is_nameless && numbers.iter().any(|it| has_fractions(it));
    may && !is_percentage
        && !head_holds_amount(it)
        && !may_be_anything
        && numbers.len() > 1
        && numbers.iter().filter(|it| it.is_percent).count() * 2 < numbers.len()
}

/// Whether a reader took the first row of the table for a part of its head.
fn head_holds_amount(column: &Column) -> bool {
    let limit = Exact::integer(10_000);
    let is_amount = |it: &str| match parse(it) {
        Entry::Number(it) => it.first().value >= limit,
        _ => false,
    };
    column.path.iter().flat_map(|it| it.split_whitespace()).any(is_amount)
}

/// Adds up the rows of a column and compares.
pub(super) fn compare(view: &View, column: usize, total: usize, rows: &[usize]) -> Sum {
    let slot = view.slot(total, column);
    let Some(printed) = own_number(slot) else { return Sum::Unknown };
    let slots = || rows.iter().map(|it| view.slot(*it, column));
    // An empty cell in a row of figures is no zero: where a total has more than its parts, it may be what is missing.
    let is_open = |row: usize| {
        let slot = view.slot(row, column);
        is_unknown(slot) && view.slots[row].iter().filter(|it| own_number(it).is_some()).count() > 2
    };
    match compare_slots(printed, slots, view.is_in_large_units()) {
        Sum::Broken { difference, .. }
            if !difference.is_negative() && rows.iter().any(|it| is_open(*it)) =>
        {
            Sum::Unknown
        }
        sum => sum,
    }
}

/// Adds up cells under every meaning of their marks.
pub(super) fn compare_slots<'a, I: Iterator<Item = &'a crate::table::Slot>>(
    printed: &Number,
    slots: impl Fn() -> I,
    is_large: bool,
) -> Sum {
    let mut likeliest = None;
    for mark in [None, Some(Mark::Thousands), Some(Mark::Decimals)] {
        let Some(parts) = parts(slots(), mark) else { return Sum::Unknown };
        if parts.is_empty() {
            return Sum::Unknown;
        }
        let sum: Exact = parts.iter().map(|it| it.1.clone()).sum();
        let reading = mark.map_or(printed.first(), |mark| printed.under(mark));
        let difference = &reading.value - &sum;
        let is_rounded =
            is_large || reading.places > 0 || parts.iter().any(|it| !it.2.is_integer());
        let slack = match is_rounded {
            // Each part and the total may be off by half of its last digit.
            true => parts.iter().map(|it| half(&it.2)).sum::<Exact>() + half(&reading.step),
            false => Exact::zero(),
        };
        let ids = parts.into_iter().map(|it| it.0).collect();
        if difference.abs() <= slack {
            return Sum::Holds(ids);
        }
        likeliest.get_or_insert(Sum::Broken { parts: ids, sum, difference });
    }
    // Typed cells keep digits that they do not show.
    if let Some(total) = &printed.exact {
        let exact: Option<Exact> = slots()
            .filter(|it| !it.is_covered && !it.entry.is_blank())
            .map(|it| it.entry.number()?.exact.clone())
            .sum();
        if let Some(sum) = exact
            && (total - &sum).abs() < Exact::ratio(1, 100).unwrap_or_else(Exact::zero)
            && let Some(parts) = parts(slots(), None)
        {
            return Sum::Holds(parts.into_iter().map(|it| it.0).collect());
        }
    }
    likeliest.unwrap_or(Sum::Unknown)
}

/// What the sum of each column of some rows comes to.
type ColumnSums = Vec<(usize, Sum)>;

/// A row "Jumlah" and the rows that it may add up.
fn totals(view: &View, columns: &[usize], trees: &[Vec<Option<usize>>], ledger: &mut Ledger) {
    for total in (0..view.rows.len()).filter(|it| view.rows[*it].kind == RowKind::Total) {
        let mut best: Option<((usize, bool), ColumnSums)> = None;
        for rows in candidates(view, total, trees) {
            let sums: ColumnSums =
                columns.iter().map(|it| (*it, compare(view, *it, total, &rows))).collect();
            let kept = sums
                .iter()
                .filter(|it| matches!(&it.1, Sum::Holds(parts) if parts.len() > 1))
                .count();
            // A total may repeat a single row, as that of the highest level.
            let is_clean = sums.iter().any(|it| matches!(it.1, Sum::Holds(_)))
                && !sums.iter().any(|it| matches!(it.1, Sum::Broken { .. }));
            if best.as_ref().is_none_or(|it| (kept, is_clean) > it.0) {
                best = Some(((kept, is_clean), sums));
            }
        }
        let Some(((kept, _), sums)) = best else { continue };
        let broken = sums.iter().filter(|it| matches!(&it.1, Sum::Broken { .. })).count();
        let amounts = |column: usize| {
            view.columns[column].money == Money::Yes
                || is_count(view, column)
                || is_quantity(view, column)
        };
        for (column, sum) in sums {
            let at = view.slot(total, column).at;
            match sum {
                Sum::Unknown => {}
                Sum::Holds(parts) if parts.is_empty() => {}
                Sum::Holds(parts) => ledger.holds(TOTAL, at, parts),
                Sum::Broken { parts, sum, difference } => {
                    // Without any column that adds up, the rows may be a choice of what the total covers.
                    let is_certain = kept > 0 && (amounts(column) || kept > broken);
                    let is_alone = kept == 0 && broken == 1 && amounts(column) && parts.len() > 1;
                    let is_whole = kept == 0
                        && broken > 1
                        && amounts(column)
                        && parts.len() > 1
                        && is_first(&view.slots[total], at, columns, view);
                    // A piece of a table without its head says too little.
                    if !view.has_head() || !(is_certain || is_alone || is_whole) {
                        continue;
                    }
                    let level = if is_whole { Level::Warning } else { Level::Error };
                    let message = format!(
                        "Tercetak {}, padahal baris yang dijumlahkan bernilai {} (selisih {}).",
                        view.slot(total, column).text,
                        plain(&sum, 2),
                        plain(&difference, 2)
                    );
                    write(
                        view,
                        column,
                        total,
                        (TOTAL, level),
                        parts,
                        &sum,
                        &difference,
                        message,
                        ledger,
                    );
                }
            }
        }
    }
}

/// Whether the cell is the first of its row that could be accused.
fn is_first(slots: &[crate::table::Slot], at: CellId, columns: &[usize], view: &View) -> bool {
    let money =
        columns.iter().find(|it| view.columns[**it].money == Money::Yes).or(columns.first());
    money.is_some_and(|it| slots[*it].at == at)
}

/// Whether a column holds whole numbers without a unit that forbids adding.
fn is_count(view: &View, column: usize) -> bool {
    let role = view.columns[column].role;
    let is_whole = view
        .slots
        .iter()
        .filter_map(|it| it[column].entry.number())
        .all(|it| it.first().places == 0 && !it.is_percent);
    match role {
        Role::Other | Role::Sum => is_whole,
        Role::Bobot | Role::Nilai => true,
        _ => false,
    }
}

/// Whether a head names a unit of things that are measured and added: "Panjang (Km)", "Luas (Ha)".
fn is_quantity(view: &View, column: usize) -> bool {
    let units = ["km", "ha", "m", "m2", "m3", "ton", "kg", "liter", "kwh", "jam"];
    words(&view.columns[column].heading()).iter().any(|it| units.contains(&it.as_str()))
}

/// The sets of rows that a total may add up.
fn candidates(view: &View, total: usize, trees: &[Vec<Option<usize>>]) -> Vec<Vec<usize>> {
    let is_data = |it: &usize| view.rows[*it].kind == RowKind::Data;
    let is_total = |it: &usize| view.rows[*it].kind == RowKind::Total;
    let last_total = (0..total).rev().find(is_total);
    let above: Vec<usize> = (0..total).filter(is_data).collect();
    let since: Vec<usize> = (last_total.map_or(0, |it| it + 1)..total).filter(is_data).collect();
    let mut sets = Vec::new();
    for rows in [&since, &above] {
        for tree in trees {
            // The highest rows of the section, then the lowest.
            sets.push(
                rows.iter()
                    .copied()
                    .filter(|it| tree[*it].is_none_or(|parent| !rows.contains(&parent)))
                    .collect(),
            );
            sets.push(rows.iter().copied().filter(|it| !tree.contains(&Some(*it))).collect());
        }
        sets.push(rows.clone());
        // What is listed under several headings counts once.
        let is_first = |it: &usize| {
            let label = &view.rows[*it].label;
            !rows.iter().take_while(|row| *row < it).any(|row| view.rows[*row].label == *label)
        };
        sets.push(rows.iter().copied().filter(is_first).collect());
    }
    // Of subtotals.
    let totals: Vec<usize> = (0..total).filter(is_total).collect();
    if totals.len() > 1 {
        sets.push(totals.clone());
        // Since the last total that is itself one of totals.
        for from in 1..totals.len().saturating_sub(1) {
            sets.push(totals[from..].to_vec());
        }
    }
    let below: Vec<usize> =
        (total + 1..view.rows.len()).take_while(|it| !is_total(it)).filter(is_data).collect();
    let before_is_empty = since.is_empty();
    if before_is_empty {
        for tree in trees {
            sets.push(below.iter().copied().filter(|it| tree[*it].is_none()).collect());
        }
        sets.push(below);
    }
    let mut unique: Vec<Vec<usize>> = Vec::new();
    for set in sets {
        if !set.is_empty() && !unique.contains(&set) {
            unique.push(set);
        }
    }
    unique
}

/// Parent, column, and what the sum of its parts comes to.
type Sums = Vec<(usize, usize, Sum)>;

/// Rows that have parts of their own.
fn parents(view: &View, columns: &[usize], trees: &[Vec<Option<usize>>], ledger: &mut Ledger) {
    let mut best: Option<(usize, Sums)> = None;
    let limit = Exact::integer(10_000);
    for tree in trees {
        let mut sums = Vec::new();
        let mut score = 0_usize;
        for parent in view.data_rows() {
            let children: Vec<usize> =
                (0..tree.len()).filter(|it| tree[*it] == Some(parent)).collect();
            if children.is_empty() {
                continue;
            }
            let is_percent = view.slots[parent].iter().any(|it| it.text == "%");
            // One document above twelve people: what is counted in other units adds up to nothing.
            let unit = |row: usize| -> Vec<String> {
                view.columns_with(Role::Unit).map(|it| squash(&view.slot(row, it).text)).collect()
            };
            let has_one_unit = children.iter().all(|it| unit(*it) == unit(parent));
            for &column in columns {
                if !has_one_unit && view.columns[column].money != Money::Yes {
                    continue;
                }
                // A percentage above the counts of its parts, whatever the head says.
                let number = own_number(view.slot(parent, column));
                if is_percent && number.is_some_and(|it| it.first().value < limit) {
                    continue;
                }
                let mut sum = compare(view, column, parent, &children);
                // "Pembiayaan Netto": what is received less what is spent.
                if matches!(sum, Sum::Broken { .. })
                    && let Some(parts) = net(view, column, parent, &children)
                {
                    sum = Sum::Holds(parts);
                }
                if let Sum::Holds(parts) = &sum {
                    score += if parts.len() > 1 {
                        3
                    } else {
                        usize::from(!is_zero(view, parent, column))
                    };
                }
                sums.push((parent, column, sum));
            }
        }
        if best.as_ref().is_none_or(|it| score > it.0) {
            best = Some((score, sums));
        }
    }
    let Some((score, sums)) = best else { return };
    if score == 0 {
        return;
    }
    let is_money = |column: usize| view.columns[column].money == Money::Yes;
    let count = |broken: bool, of: &dyn Fn(usize, usize) -> bool| {
        let is_such =
            |it: &Sum| !matches!(it, Sum::Unknown) && matches!(it, Sum::Broken { .. }) == broken;
        sums.iter().filter(|it| of(it.0, it.1) && is_such(&it.2)).count()
    };
    // A parent above one single part may list it as an example of several.
    let has_proof = sums.iter().any(|it| matches!(&it.2, Sum::Holds(parts) if parts.len() > 1));
    // One wrong cell breaks its own sum and the one above, so a column alone is too little to judge by.
    let money_adds_up =
        count(false, &|_, column| is_money(column)) >= count(true, &|_, column| is_money(column));
    for &column in columns {
        let of_column = |broken: bool| count(broken, &|_, it| it == column);
        let (kept, broken) = (of_column(false), of_column(true));
        for (parent, _, sum) in sums.iter().filter(|it| it.1 == column) {
            let in_row = |broken: bool| count(broken, &|row, _| row == *parent);
            let at = view.slot(*parent, column).at;
            match sum {
                Sum::Unknown => {}
                Sum::Holds(parts) => ledger.holds(PARENT, at, parts.clone()),
                Sum::Broken { parts, sum, difference } => {
                    // The column adds up elsewhere, or this row does in its other columns.
                    let is_certain = (is_money(column)
                        && (kept >= broken || money_adds_up || in_row(false) > in_row(true)))
                        || (in_row(false) > 0 && kept > 0 && kept >= broken);
                    let is_choice = !has_proof && !difference.is_negative();
                    if !is_certain || is_choice || !view.has_head() {
                        continue;
                    }
                    let message = format!(
                        "Tercetak {}, padahal jumlah bagian-bagiannya {} (selisih {}).",
                        view.slot(*parent, column).text,
                        plain(sum, 2),
                        plain(difference, 2)
                    );
                    write(
                        view,
                        column,
                        *parent,
                        (PARENT, Level::Error),
                        parts.clone(),
                        sum,
                        difference,
                        message,
                        ledger,
                    );
                }
            }
        }
    }
}

/// The two parts of a parent that is the first less the second.
fn net(view: &View, column: usize, parent: usize, children: &[usize]) -> Option<Vec<CellId>> {
    let [first, second] = children else { return None };
    let value = |row: usize| Some(&own_number(view.slot(row, column))?.first().value);
    let difference = value(*first)? - value(*second)?;
    (*value(parent)? == difference)
        .then(|| [first, second].map(|it| view.slot(*it, column).at).to_vec())
}

fn is_zero(view: &View, row: usize, column: usize) -> bool {
    view.slot(row, column).entry.number().is_none_or(|it| it.first().value.is_zero())
}

#[expect(
    clippy::too_many_arguments,
    reason = "one place that writes a broken sum; a struct would only rename them"
)]
fn write(
    view: &View,
    column: usize,
    total: usize,
    (code, level): (Code, Level),
    parts: Vec<CellId>,
    sum: &Exact,
    difference: &Exact,
    message: String,
    ledger: &mut Ledger,
) {
    let slot = view.slot(total, column);
    let places = slot.entry.number().map_or(0, |it| it.first().places);
    let inputs = parts.iter().map(|it| part_expected(view, *it, difference)).collect();
    let broken = Broken { expected: Some(in_style_of(&slot.text, sum, places)), message, inputs };
    ledger.fails(code, level, slot.at, parts, broken);
}

/// What a part would be if it alone were wrong.
fn part_expected(view: &View, part: CellId, difference: &Exact) -> Option<String> {
    let slot = view.slots.iter().flatten().find(|it| it.at == part)?;
    let Entry::Number(number) = &slot.entry else { return None };
    let value = &number.first().value + difference;
    (!value.is_negative()).then(|| in_style_of(&slot.text, &value, number.first().places))
}
